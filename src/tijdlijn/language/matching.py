"""Forgiving matching of a few typed words with short texts: for a list that narrows while one types.

Every typed word must be found: as the begin of a word, as the initials of some words in a row, or within a word; in
any order, whatever its case or accents. The better the whole fits, the higher its score.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from tijdlijn.language.folding import fold

_WORD = re.compile(r"[^\W_]+")
_WHOLE, _BEGIN, _INITIALS, _WITHIN = 10.0, 8.0, 6.0, 3.0
_LEAST_WITHIN = 3
"""Letters from which a word is also looked for within another."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to find, with its words and their initials."""

    folded: str
    words: tuple[tuple[str, int], ...]
    initials: str


@dataclass(frozen=True, slots=True)
class Match:
    """How well a text fits (more is better), and the `[start, end)` of its characters that were typed."""

    score: float
    places: tuple[tuple[int, int], ...]


def prepared(text: str) -> Text:
    """A text made ready to be looked in."""
    folded = fold(text)
    words = tuple((match[0], match.start()) for match in _WORD.finditer(folded))
    return Text(folded, words, "".join(word[0] for word, _ in words))


def typed_words(query: str) -> tuple[str, ...]:
    """The words of what is typed, folded."""
    return tuple(_WORD.findall(fold(query)))


def match(text: Text, wanted: tuple[str, ...]) -> Match | None:
    """How a text fits the wanted words; None when any of them is not in it. Nothing wanted fits everything."""
    score, places = 0.0, []
    for word in wanted:
        best = _best(text, word)
        if best is None:
            return None
        score += best[0]
        places += best[1]
    in_order = all(a[0] <= b[0] for a, b in pairwise(places))
    nearness = 1.0 / (1 + len(text.folded) / 20)
    return Match(score + nearness + (0.5 if in_order else 0.0), tuple(sorted(set(places))))


def _best(text: Text, wanted: str) -> tuple[float, list[tuple[int, int]]] | None:
    for place, (word, start) in enumerate(text.words):
        if word.startswith(wanted):
            score = (_WHOLE if word == wanted else _BEGIN) - min(place, 8) * 0.1
            return score, [(start, start + len(wanted))]
    at = text.initials.find(wanted) if len(wanted) > 1 else -1
    if at >= 0:
        return _INITIALS, [(start, start + 1) for _, start in text.words[at : at + len(wanted)]]
    within = text.folded.find(wanted) if len(wanted) >= _LEAST_WITHIN else -1
    return (_WITHIN, [(within, within + len(wanted))]) if within >= 0 else None
