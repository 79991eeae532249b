"""What can be filled in where the cursor stands in a quick-entry line: names after a mark, and kinds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tijdlijn.language.dates_nl import DateContext
from tijdlijn.language.folding import fold
from tijdlijn.language.quick_entry import date_at_start
from tijdlijn.language.quick_line import MARKS, KnownNames, Part
from tijdlijn.model.vocabulary import Kind

MAX_COMPLETIONS = 12
_OPEN_MARK = re.compile(r"(?<!\S)([@#!])(\"?)([^@#!\"]*)$")
_LAST_WORD = re.compile(r"(?<!\S)\w+$")
_REST_OF_WORD = re.compile(r"[\w'-]*")


@dataclass(frozen=True, slots=True)
class Completion:
    """A proposal: put `text` in place of the characters `[start, end)`; `label` is what the list shows."""

    start: int
    end: int
    text: str
    label: str
    part: Part


def completions(
    text: str, cursor: int, known: KnownNames, context: DateContext | None = None
) -> tuple[Completion, ...]:
    """What fits at the cursor, best first: names that start with what was typed before those with such a word."""
    before = text[:cursor]
    rest = _REST_OF_WORD.match(text, cursor)
    end = rest.end() if rest else cursor
    mark = _OPEN_MARK.search(before)
    if mark:
        return tuple(_names(mark, end, text, known))
    word = _LAST_WORD.search(before)
    return tuple(_kinds(word, end, before, context or DateContext())) if word else ()


def _names(mark: re.Match[str], end: int, text: str, known: KnownNames) -> Iterator[Completion]:
    sign, typed = mark[1], mark[3]
    space = "" if text[end : end + 1] == " " else " "
    names = known.marked_by(sign)
    if fold(typed.rstrip()) in {fold(name) for name in names} and typed != typed.rstrip():
        return
    for name in _fitting(typed, names):
        yield Completion(mark.start(), end, f"{sign}{name}{space}", name, MARKS[sign])


def _fitting(typed: str, names: Iterable[str]) -> list[str]:
    folded = fold(typed)
    ranked = []
    for name in dict.fromkeys(names):
        key = fold(name)
        if key.startswith(folded):
            ranked.append((0, key, name))
        elif any(word.startswith(folded) for word in key.split()):
            ranked.append((1, key, name))
    return [name for _, _, name in sorted(ranked)[:MAX_COMPLETIONS]]


def _kinds(word: re.Match[str], end: int, before: str, context: DateContext) -> Iterator[Completion]:
    """Kinds, where the word is the first one, or the first after the date."""
    start = word.start()
    dated = date_at_start(before[:start], start, context)
    if before[dated.next : start].strip() or (not dated.end and len(word[0]) < 2):
        return
    for kind in Kind:
        if fold(kind.label).startswith(fold(word[0])):
            yield Completion(start, end, f"{kind.label} ", kind.label, Part.KIND)
