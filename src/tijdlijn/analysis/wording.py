"""Small Dutch building blocks of the sentences of findings."""

from __future__ import annotations

from datetime import date

from tijdlijn.analysis.certainty import Range
from tijdlijn.language.dates_nl import write_day, write_duration
from tijdlijn.model.casebook import Case


def period(first: date, last: date) -> str:
    """`van 3 mei 2016 tot en met 31 januari 2017`, or `op 3 mei 2016`."""
    if first == last:
        return f"op {write_day(first)}"
    return f"van {write_day(first)} tot en met {write_day(last)}"


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


def amount(count: Range) -> str:
    """A bare figure that may be uncertain: `2`, `1 tot 3`, `misschien 1`."""
    least, most = count
    if least == most:
        return str(most)
    return f"{least} tot {most}" if least else f"misschien {most}"


def duration(days: Range) -> str:
    """An uncertain length of time in words."""
    if days[0] == days[1]:
        return write_duration(days[0])
    least, most = write_duration(days[0]), write_duration(days[1])
    return f"ongeveer {most}" if least == most else f"minstens {least} en hoogstens {most}"


def name_of(case: Case, person_id: str | None) -> str:
    """`het gezin`, or the child's name."""
    return "het gezin" if person_id is None else case.persons_by_id[person_id].name


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    return f"{text[:1].upper()}{text[1:]}."
