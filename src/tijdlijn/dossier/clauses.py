"""The part of a sentence that a date belongs to.

The rule: a clause is never cut so short that only the date is left, and a second clause that goes on without a date
of its own ("vond diagnostiek plaats en zijn zes sessies gegeven") stays with the first.
"""

from __future__ import annotations

import re

from tijdlijn.language.calendar_nl import MONTHS
from tijdlijn.language.folding import fold

FINITE = (
    "is|zijn|was|waren|heeft|hebben|had|hadden|werd|werden|wordt|worden|zal|zullen|verleent|stelt|krijgt|kreeg|gaat|"
    "ging|komt|kwam|blijft|bleef|woont|woonde|start|startte|begon|volgt|volgde|meldt|meldde|"
    "verzoekt|verhuisde|zat|zit|verbleef|verblijft|moest|wilde|vertrok|overleed|sloot|stopte"
)
_BREAK = re.compile(
    r"\t|\n| {3,}|(?<=[.!?])\s+(?=[\"'“‘(]?[A-Z0-9])|;\s*|(?<=[a-z.)])\s+[–—-]\s+(?=[A-Za-z])"
    r"|,\s*(?=(?:maar|waarna|waarop|waardoor|waarbij|terwijl|zodat|omdat|toen|nadat|want|doordat|hoewel|aangezien|dat|"
    r"daarna|vervolgens|en|totdat|waarvan|die|waar|wat|als|anders|welke|hetgeen|ter zake)\s)"
    rf"|(?<=[a-z]{{3}}):\s+(?=(?:op|in|sinds) (?:\d|{'|'.join(MONTHS)}))"
    rf"|\s+(?=en (?:op|in|per|sinds|vanaf) (?:\d|{'|'.join(MONTHS)}))"
    rf"|\s+(?=en\s+(?:{FINITE})\s)"
    r"|\s+(?=(?:terwijl|omdat|nadat|waarna|zodat|aangezien|doordat)\s)"
    rf"|,\s*(?=(?:is|zijn|heeft|hebben|werd|werden|wordt|worden|was|had|ging|kreeg|kwam)\s)"
)
_LABELS = re.compile(r"(?:^|[.;\n])\s*[^\W\d_]+:\s+$")
"""One word and a colon: what follows is about it."""
_JOINED = re.compile(r"\s*(?:en|waarbij)\s")
DATED = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b|\b(?:19|20)\d\d\b|\b\d{{1,2}}[-/]\d{{1,2}}\b|\b(?:jarige|gisteren)\b")
_INITIAL = re.compile(
    r"(?:\b[A-Z]|\b(?:geb|mw|mevr|dhr|dr|drs|mr|ca|nr|jl|tel|o\.a|i\.v\.m|afd|art|v\.a|t\.b\.v|d\.d|t\.g\.v|St))\.$"
)
_BORN = re.compile(r"\b(?:geboren|geb\.)\s+(?:op\s+)?\d{1,2}[-/ ]\w+[-/ ]\d{2,4}")
_LEAST = 7
"""Letters that a clause has at least beside its date."""


def clause_of(passage: str, words: str = "", at: int = -1) -> str:
    """The clause of the passage in which the words of the date stand; the whole passage when they do not."""
    start, end = clause_span(passage, words, at)
    return passage[start:end].strip()


def clause_span(passage: str, words: str = "", at: int = -1) -> tuple[int, int]:
    """The `[start, end)` of that clause in the passage."""
    place = at if at >= 0 and passage.startswith(words, at) else passage.find(words) if words else -1
    if place < 0:
        return 0, len(passage)
    pieces = _pieces(passage)
    touched = [number for number, (start, end) in enumerate(pieces) if start < place + len(words) and end > place]
    if not touched:
        return 0, len(passage)
    first, last = touched[0], touched[-1]
    while last + 1 < len(pieces) and (
        _goes_on(passage, pieces[last + 1]) or _is_bare(passage, pieces[first][0], pieces[last][1], words)
    ):
        last += 1
    while _is_bare(passage, pieces[first][0], pieces[last][1], words) and first > 0:
        first -= 1
    return _narrowed(passage, pieces[first][0], pieces[last][1], words, place)


def _narrowed(passage: str, start: int, end: int, words: str, place: int) -> tuple[int, int]:
    """In a row of facts with a date each ("verwijzing 30 mei 2018, intake 25-10-2018") only the one with this date."""
    left = max(passage.rfind(", ", start, place), passage.rfind("\t", start, place))
    left = start if left < 0 else left + 2
    right = passage.find(", ", place + len(words), end)
    right = end if right < 0 else right
    others = _BORN.sub("", passage[start:left] + " " + passage[right:end])
    if not DATED.search(fold(others)) or _is_bare(passage, left, right, words):
        return start, end
    return left, right


def _pieces(passage: str) -> list[tuple[int, int]]:
    cuts = [
        cut
        for cut in _BREAK.finditer(passage)
        if not _INITIAL.search(passage[: cut.start()]) and not _LABELS.search(passage[: cut.end()])
    ]
    edges = [0, *(edge for cut in cuts for edge in (cut.start(), cut.end())), len(passage)]
    return [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2) if passage[edges[i] : edges[i + 1]].strip()]


def _goes_on(passage: str, piece: tuple[int, int]) -> bool:
    text = fold(passage[piece[0] : piece[1]])
    return bool(_JOINED.match(text)) and not DATED.search(text)


def _is_bare(passage: str, start: int, end: int, words: str) -> bool:
    rest = passage[start:end].replace(words, "")
    return sum(character.isalpha() for character in rest) < _LEAST
