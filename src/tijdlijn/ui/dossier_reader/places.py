"""Offsets of a document's text and positions in Qt's copy of it, which counts in halves of 16 bits. Pure.

The rule: a character keeps its place. What Qt would swallow or take for a line end, and what would turn the direction
of the text around, is shown as a space of the same length.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

_UNSEEN = re.compile("[\r\x00\x0b\x0c\x1c-\x1f\x85\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdd1\ufffc]")
_BEYOND = re.compile("[\U00010000-\U0010ffff]")


def showable(text: str) -> str:
    """The text as it can be shown, character for character."""
    return _UNSEEN.sub(" ", text)


class Places:
    """From offsets of a text to positions in Qt and back."""

    def __init__(self, text: str) -> None:
        self._beyond = [found.start() for found in _BEYOND.finditer(text)]
        self._qt = [at + count for count, at in enumerate(self._beyond)]

    def to_qt(self, offset: int) -> int:
        """The position of a character."""
        return offset + bisect_left(self._beyond, offset)

    def from_qt(self, position: int) -> int:
        """The character at a position."""
        return position - bisect_right(self._qt, position - 1)


def occurrences(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a text, whatever their capitals and the room between them."""
    parts = words.split()
    if parts:
        for found in re.finditer(r"\s+".join(map(re.escape, parts)), text, re.IGNORECASE):
            yield found.span()


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A selection without the room at its edges, and with the whole of the words that it cuts."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return start, end
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end
