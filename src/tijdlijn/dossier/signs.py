"""One sign that somebody is of the family, and how a date of birth becomes one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tijdlijn.dossier.person_patterns import as_written
from tijdlijn.language.dates_nl import read
from tijdlijn.model.dates import UncertainDate

GROWN_UP = 21
"""Years from which somebody of whom nothing else is said is no child of the dossier."""

LEAST_PARENT = 13
"""Years that a parent is older than what a dossier tells of, at least."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One place where a document names a relative.

    `of_family`: that place says by itself that it is somebody of the family; else it only tells more of a person whom
    another sign names.
    """

    name: str
    role: str = ""
    birth: UncertainDate | None = None
    is_child: bool = False
    gender: str = ""
    of_family: bool = True


def born(
    name: str,
    words: str,
    year: int,
    *,
    role: str = "",
    child: bool = False,
    gender: str = "",
    of_family: bool = False,
) -> Iterator[Sign]:
    """The sign of a birth on the day of these words, in a document of this year; none for a day that is no birth."""
    birth = read(words)
    if birth is None or birth.start is None or birth.is_interval or not year or birth.earliest.year > year:
        return
    young = year - birth.earliest.year < GROWN_UP
    named = role or ("kind" if child or young else "")
    is_child = child or (young and not role)
    yield Sign(as_written(name), named, birth, is_child, gender, of_family or is_child or bool(role))


def unmarked(match: re.Match[str]) -> int:
    """How many years before a document a date must lie to be a birth, when no word says that it is one."""
    if match["mark"] or match["mark2"]:
        return 0
    return 3 if re.search(r"\d\D+\d|[a-z] ", match["birth"]) else 1
