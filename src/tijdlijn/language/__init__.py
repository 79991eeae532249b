"""Dutch in and out, pure: dates as people write them, words of the field, and the facilitator's one line.

Nothing here guesses in silence: what is not understood is None, and what is an interpretation keeps its words.
"""
