"""The parts that a quick-entry line is made of, what is known to match them with, and what was understood.

Names are found where they are marked: `@` a party, `#` a person, `!` a schakelmoment. A mark counts only at the
start of a word, so that an e-mail address or "Help!" stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tijdlijn.language.folding import fold
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.vocabulary import SCHAKELMOMENT_TYPES, Kind, Sector


class Part(StrEnum):
    """What a piece of the line was understood as."""

    DATE = "date"
    KIND = "kind"
    PARTY = "party"
    PERSON = "person"
    SCHAKELMOMENT = "schakelmoment"


MARKS: dict[str, Part] = {"@": Part.PARTY, "#": Part.PERSON, "!": Part.SCHAKELMOMENT}


class KindSource(StrEnum):
    """How the kind is known: the user said it, the title suggests it, or nothing did."""

    STATED = "stated"
    GUESSED = "guessed"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class KnownName:
    """A person or party of the case."""

    id: str
    name: str
    sector: Sector | None = None


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What the line can name: the case's persons and parties, and the types of schakelmoment in use."""

    persons: tuple[KnownName, ...] = ()
    parties: tuple[KnownName, ...] = ()
    types: tuple[str, ...] = SCHAKELMOMENT_TYPES

    @classmethod
    def of_case(cls, case: Case) -> KnownNames:
        """The names of a case, with the types that its entries use beside the usual ones."""
        used = {entry.schakelmoment for entry in case.entries if entry.schakelmoment}
        return cls(
            tuple(KnownName(person.id, person.name) for person in case.persons),
            tuple(KnownName(party.id, party.name, party.sector) for party in case.parties),
            (*SCHAKELMOMENT_TYPES, *sorted(used.difference(SCHAKELMOMENT_TYPES))),
        )

    def marked_by(self, mark: str) -> tuple[str, ...]:
        """The names that can stand after a mark."""
        return {
            "@": tuple(party.name for party in self.parties),
            "#": tuple(person.name for person in self.persons),
            "!": self.types,
        }[mark]


@dataclass(frozen=True, slots=True)
class NameRef:
    """A person or party that the line names. `known_id` is None for a new one; `sector` is for parties only."""

    name: str
    known_id: str | None = None
    sector: Sector | None = None

    @property
    def is_new(self) -> bool:
        return self.known_id is None


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `[start, end)` of the line and what they were understood as; `is_new` for a name not yet known."""

    start: int
    end: int
    part: Part
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class QuickEntry:
    """What one line says. `date` is None for an entry without a date; `problems` are sentences for the user."""

    text: str
    date: UncertainDate | None
    kind: Kind
    kind_source: KindSource
    title: str
    parties: tuple[NameRef, ...] = ()
    persons: tuple[NameRef, ...] = ()
    schakelmoment: str = ""
    spans: tuple[Span, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark with its name at `[start, end)`; `added` is what stood in brackets after it."""

    mark: str
    name: str
    start: int
    end: int
    added: str = ""


_MARK = re.compile(r"(?<!\S)[@#!]")
_WORD = re.compile(r"[^\s@#!(\"]+")
_BRACKETS = re.compile(r"\s?\(([^()]*)\)")


def find_marks(text: str, known: KnownNames) -> tuple[Marked, ...]:
    """Every mark with its name, in order. `#3` is a number, and a bare `@` or `#` is text."""
    found: list[Marked] = []
    position = 0
    while match := _MARK.search(text, position):
        marked = _read_mark(text, match.start(), known)
        if marked is not None:
            found.append(marked)
        position = marked.end if marked else match.end()
    return tuple(found)


def _read_mark(text: str, start: int, known: KnownNames) -> Marked | None:
    mark = text[start]
    name, end = _name_at(text, start + 1, known.marked_by(mark))
    if mark == "!":
        return Marked(mark, name, start, end)
    if not name or (mark == "#" and name.isdigit()):
        return None
    brackets = _BRACKETS.match(text, end) if mark == "@" else None
    return Marked(mark, name, start, brackets.end() if brackets else end, brackets[1].strip() if brackets else "")


def _name_at(text: str, start: int, names: Iterable[str]) -> tuple[str, int]:
    """The name that starts here and where it ends: quoted, the longest known one, or one word."""
    if text[start : start + 1] == '"' and (close := text.find('"', start + 1)) > start + 1:
        return text[start + 1 : close].strip(), close + 1
    known = longest_known(text, start, names)
    if known is not None:
        return known, start + len(known)
    word = _WORD.match(text, start)
    if word is None:
        return "", start
    name = word[0].rstrip(".,;:?")
    return name.replace("_", " ").strip(), start + len(name)


def longest_known(text: str, start: int, names: Iterable[str]) -> str | None:
    """The longest of the names that stands here as whole words; letter size and accents do not matter."""
    rest = fold(text[start:]).replace("_", " ")
    for name in sorted(names, key=len, reverse=True):
        follows = rest[len(name) : len(name) + 1]
        if name and rest.startswith(fold(name)) and not follows.isalnum():
            return name
    return None
