"""The Dutch school year of a child: groep 1 starts after the fourth birthday, years run 1 August to 31 July (design 1).

A child is in groep 1 in the first whole school year after it turned four; after groep 8 comes the brugklas, then
klas 2 and on to klas 6. Repeating or skipping a year is not known here: it is what a child of that age is in.
"""

from __future__ import annotations

from datetime import date

from tijdlijn.model.dates import UncertainDate, add_months

SCHOOL_START_MONTH = 8


def first_school_year(birth: date) -> int:
    """The calendar year in which groep 1 begins, on 1 August."""
    fourth = add_months(birth, 48)
    return fourth.year if fourth <= date(fourth.year, SCHOOL_START_MONTH, 1) else fourth.year + 1


def school_year(day: date) -> int:
    """The calendar year in which the school year of a day began."""
    return day.year if day.month >= SCHOOL_START_MONTH else day.year - 1


def group_name(number: int) -> str:
    """What the school year `number` (groep 1 is 1) is called; empty outside primary and secondary school."""
    if 1 <= number <= 8:
        return f"groep {number}"
    if number == 9:
        return "brugklas"
    return f"klas {number - 8}" if 10 <= number <= 14 else ""


def school_groups(birth: UncertainDate) -> tuple[tuple[date, date, str], ...]:
    """Each school year as `(first day, last day, name)`; empty when the birth may fall in two school years."""
    first = first_school_year(birth.points[0].earliest)
    if first != first_school_year(birth.points[-1].latest):
        return ()
    return tuple(
        (date(year, SCHOOL_START_MONTH, 1), date(year + 1, SCHOOL_START_MONTH - 1, 31), group_name(year - first + 1))
        for year in range(first, first + 14)
    )
