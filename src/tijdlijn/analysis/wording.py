"""Small Dutch building blocks of the sentences of findings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tijdlijn.analysis.certainty import Range
from tijdlijn.model.casebook import Case

_MONTHS = "jan feb mrt apr mei jun jul aug sep okt nov dec"


def write_day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month * 4 - 4 : day.month * 4 - 1]} {day.year}"


def write_period(first: date, last: date) -> str:
    return f"van {write_day(first)} tot en met {write_day(last)}"


def write_duration(days: int) -> str:
    months = round(days / 30.44)
    return number(days, "dag", "dagen") if days < 61 else number(months, "maand", "maanden")


def number(count: int, one: str, more: str) -> str:
    """`1 signaal`, `2 signalen`, `geen signalen`."""
    if not count:
        return f"geen {more}"
    return f"{count} {one if count == 1 else more}"


def between(count: Range, one: str, more: str) -> str:
    """A figure that may be uncertain: `2 signalen`, `1 tot 3 signalen`, `misschien 1 signaal`."""
    least, most = count
    if least == most:
        return number(least, one, more)
    if not least:
        return f"misschien {number(most, one, more)}"
    return f"{least} tot {most} {more}"


def duration(days: Range) -> str:
    """An uncertain length of time in words."""
    if days[0] == days[1]:
        return write_duration(days[0])
    least, most = write_duration(days[0]), write_duration(days[1])
    return f"ongeveer {most}" if least == most else f"minstens {least} en hoogstens {most}"


def listed(words: Sequence[str]) -> str:
    """`a`, `a en b`, `a, b en c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} en {words[-1]}"


def name_of(case: Case, person_id: str | None) -> str:
    """`het gezin`, or the child's name."""
    return "het gezin" if person_id is None else case.persons_by_id[person_id].name


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    return f"{text[:1].upper()}{text[1:]}."
