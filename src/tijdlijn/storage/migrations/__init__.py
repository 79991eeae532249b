"""Frozen SQL, one file per version: `0001.sql` makes the file, each next one brings it one version further.

The rule: a file here is never changed once it was released, and knows nothing of today's tables. One that renames or
drops a column does the same inside the JSON of `journal.before` and `journal.after`, so that undo still works.
"""
