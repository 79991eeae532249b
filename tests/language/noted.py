"""Invented notes in which every name is marked, and how well the finder of unregistered names does on them.

A note is a line; `[p:…]` is a person or what leads to one, `[o:…]` an organisation, `[l:…]` a place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tijdlijn.language.unregistered import Suspect, suspects
from tijdlijn.language.unregistered_marks import name_words

OURS = ("Kind A", "Kind B", "Moeder", "Vader", "Gezinsvoogd 1", "Professional 1", "School 1")
_MARKED = re.compile(r"\[([pol]):([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Note:
    """A text and the names in it, with the letter of their kind."""

    text: str
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """What was found of the notes: names, those missed, and suspects that are nobody's name."""

    persons: int
    others: int
    missed_persons: tuple[str, ...]
    missed_others: tuple[str, ...]
    false: tuple[str, ...]
    characters: int

    @property
    def recall_of_persons(self) -> float:
        return 1 - len(self.missed_persons) / self.persons

    @property
    def recall_of_others(self) -> float:
        return 1 - len(self.missed_others) / self.others


def notes(name: str) -> list[Note]:
    """The notes of one set."""
    lines = (Path(__file__).parent / "names" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [Note(_MARKED.sub(r"\2", line), tuple(_MARKED.findall(line))) for line in lines]


def measured(read: Sequence[Note]) -> Measured:
    """How the finder does, each note by itself. A name is found when each of its words is in some suspect."""
    missed: dict[bool, list[str]] = {True: [], False: []}
    counts = {True: 0, False: 0}
    false: list[str] = []
    for note in read:
        found = suspects([note.text], OURS)
        seen = {word for one in found for word in _words(one.name)}
        meant = {word for _, name in note.names for word in _words(name)}
        for letter, name in dict.fromkeys(note.names):
            counts[letter == "p"] += 1
            if not seen >= _words(name):
                missed[letter == "p"].append(f"{name} | {note.text}")
        false += [f"{one.name} | {note.text}" for one in found if _words(one.name).isdisjoint(meant)]
    size = sum(len(note.text) for note in read)
    return Measured(counts[True], counts[False], tuple(missed[True]), tuple(missed[False]), tuple(false), size)


def too_wide(note: Note, found: Sequence[Suspect]) -> list[str]:
    """Suspects that hold a word more than the names of a note."""
    meant = {word for _, name in note.names for word in _words(name)}
    return [one.name for one in found if meant & _words(one.name) and not _words(one.name) <= meant]


def _words(name: str) -> set[str]:
    return set(name_words(name.removeprefix("obs "))) or {name}
