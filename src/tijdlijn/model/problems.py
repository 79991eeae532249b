"""What went wrong, in words for the user. Everything that can fail on bad input raises a `Problem`."""

from __future__ import annotations


class Problem(Exception):
    """One clear Dutch sentence (or two): what is wrong and where, what was kept, what to do.

    It is shown as it is, on stderr or in the window. It never holds a traceback, and names no content of a
    casebook beyond what the user just typed or chose.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
