"""Where a passage stands in a document: also when the document was read again, or the passage was typed over.

The rule: the place is where it was found before, if it still says the same there; else where it says the same word for
word; else where it says the same but for capitals, accents, dashes and the breaking of lines. Of several such places it
is the one nearest to where it was, or on the page that is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tijdlijn.language.folding import fold
from tijdlijn.model.documents import Document
from tijdlijn.model.entries import Citation

_LEFT_OUT = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\.\.)\s*")
_FARTHEST = 2_000
"""Characters between two parts of a passage of which the middle was left out, at most."""


def passage_place(document: Document, citation: Citation) -> tuple[int, int] | None:
    """The stretch `[start, end)` of the passage of a citation in the text; None when it is not in it."""
    passage, at = citation.passage.strip(), citation.start
    if not passage or not document.text:
        return None
    begin = at + citation.passage.index(passage)
    if at >= 0 and document.text.startswith(passage, begin):
        return begin, begin + len(passage)
    places = _exact(document.text, passage) or _forgiving(document.text, passage) or _with_gaps(document.text, passage)
    return min(places, key=lambda place: _distance(document, citation, place), default=None)


def _distance(document: Document, citation: Citation, place: tuple[int, int]) -> tuple[bool, int]:
    page = document.page_at(place[0])
    elsewhere = citation.page.strip().isdecimal() and page is not None and page != int(citation.page)
    return elsewhere, abs(place[0] - citation.start) if citation.start >= 0 else place[0]


def _exact(text: str, passage: str) -> list[tuple[int, int]]:
    return [(found.start(), found.end()) for found in re.finditer(re.escape(passage), text)]


def _forgiving(text: str, passage: str) -> list[tuple[int, int]]:
    words = fold(passage).split()
    return [(found.start(), found.end()) for found in re.finditer(r"\s+".join(map(re.escape, words)), fold(text))]


def _with_gaps(text: str, passage: str) -> list[tuple[int, int]]:
    """The places of a passage that was written with its middle left out: from its first part to its last."""
    parts = [part for part in _LEFT_OUT.split(passage) if part]
    if not parts or parts == [passage]:
        return []
    return list(_chained(text, parts))


def _chained(text: str, parts: list[str]) -> Iterator[tuple[int, int]]:
    others = [_forgiving(text, part) for part in parts[1:]]
    for start, end in _forgiving(text, parts[0]):
        for places in others:
            following = next((last for first, last in places if end <= first <= end + _FARTHEST), None)
            if following is None:
                break
            end = following
        else:
            yield start, end
