"""Documents of a dossier to text, and text to candidates for the timeline: dated facts with their passage.

Reading (`reading.py`) happens in a bounded child process; finding what a text tells is pure. Nothing here decides: a
candidate becomes an entry only when a person says so.
"""

CHILD_ARGUMENT = "--lees-document"
"""What the program is started with when it is the process that reads one document (`child.py`)."""
