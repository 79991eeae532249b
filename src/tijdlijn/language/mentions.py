"""Dates mentioned in running Dutch text: where they stand, what they mean, and what they lean on.

The rule: a date is only given where the text allows one answer. In this order: an explicit year, the date of the note
or section, the last date that was written out, a birth where exactly one child can be meant; else it stays open, with
the question that would settle it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tijdlijn.model.dates import UncertainDate


class Basis(StrEnum):
    """What a date leans on."""

    TEXT = "tekst"
    """The words say it whole."""
    NOTE = "notitie"
    """The day of the note, row, section or document in which it stands."""
    EARLIER = "eerder"
    """A date that was written out before it."""
    BIRTH = "geboorte"
    """The birth of one person."""
    OPEN = "open"
    """Nothing: it asks."""


class Role(StrEnum):
    """What a date is there for."""

    FACT = "feit"
    BIRTH = "geboortedatum"
    DOCUMENT = "datum van het stuk"
    REFERENCE = "verwijzing"
    """The date of a law, another document or a file number."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One date in a text: `text[start:end] == words`.

    `date` is None when its basis is OPEN; `question` then says what to ask. `how` says in Dutch what it leans on, and
    is empty when the words say it whole.
    """

    start: int
    end: int
    words: str
    date: UncertainDate | None
    basis: Basis
    role: Role = Role.FACT
    how: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A stretch of text that was written on a day, or is about it: a row of a journal, a section under a date."""

    start: int
    end: int
    day: UncertainDate


@dataclass(frozen=True, slots=True)
class Born:
    """Somebody whose age a text may count from: all names and words for them ("Noor", "dochter").

    `birth` is None while it is not known. `gender` is "m", "v" or empty, and tells "zijn" from "haar".
    """

    names: tuple[str, ...]
    birth: UncertainDate | None
    is_child: bool = True
    gender: str = ""
