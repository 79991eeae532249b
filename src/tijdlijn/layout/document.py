"""A document of text as data: what stands in it in which order, before anybody decides how it looks.

The rule: one description, drawn as pages (`document_pages`) and written for an office suite (`exchange.docx_out`), so
that both say the same. Every text is data, never markup; line ends in it are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tijdlijn.analysis.certainty import Status
from tijdlijn.layout.tables import Column


class Tone(StrEnum):
    """In what voice something is said."""

    BODY = "gewoon"
    STRONG = "nadruk"
    QUIET = "zacht"
    FAMILY = "gezin"
    """The family's own words, which are never mixed with those of a group."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph in one tone."""

    text: str
    tone: Tone = Tone.BODY


@dataclass(frozen=True, slots=True)
class Title:
    """The opening of a document: what it is, its name, and facts about it, each with a label; empty ones are left
    out."""

    kind: str
    text: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """Opens a section; `level` 2 stands within one of level 1. `lead` says in a line what it holds."""

    text: str
    lead: str = ""
    level: int = 1


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to a question, or by somebody: a label with its text, which may be long."""

    label: str
    text: str
    tone: Tone = Tone.BODY


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence that stands by itself, with how sure it is; None when that holds no longer."""

    status: Status | None
    text: str
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column heads; each cell is paragraphs below each other. `about` says what it lists, for who cannot
    see it. A `dense` one has many columns: an office suite gets it in smaller type."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[Words, ...], ...], ...]
    about: str = ""
    dense: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """The place of a drawing on sheets of its own; `about` says in words what it shows."""

    about: str


Item = Title | Heading | Words | Answer | Point | Table | Picture


def cell(*texts: str | Words) -> tuple[Words, ...]:
    """A cell of these paragraphs; empty ones are left out."""
    words = (Words(text) if isinstance(text, str) else text for text in texts)
    return tuple(one for one in words if one.text.strip())


def around_picture(items: Sequence[Item]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """What stands before the first picture, and what after it."""
    at = next((number for number, item in enumerate(items) if isinstance(item, Picture)), len(items))
    return tuple(items[:at]), tuple(items[at + 1 :])
