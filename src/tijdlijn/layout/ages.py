"""How old the focus children are in a calendar year, and in which groups of school."""

from __future__ import annotations

from datetime import date

from tijdlijn.drawing.plain import plain
from tijdlijn.model.casebook import Case
from tijdlijn.model.people import Person
from tijdlijn.model.school import school_groups


def ages_in(case: Case, year: int) -> str:
    """As in "Noor 9–10, groep 6–7 · Sem 6–7, groep 3–4"; a child not yet born in that year is left out."""
    return " · ".join(filter(None, (_age_in(child, year) for child in case.focus)))


def _age_in(child: Person, year: int) -> str:
    if child.birth is None:
        return ""
    born_first, born_last = child.birth.points[0].earliest, child.birth.points[-1].latest
    oldest = age_on(date(year, 12, 31), born_first)
    if oldest < 0:
        return ""
    youngest = max(0, age_on(date(year, 1, 1), born_last))
    age = f"{youngest}–{oldest}" if youngest < oldest else str(oldest)
    school = _school_in(child, year)
    return f"{plain(child.name)} {age}" + (f", {school}" if school else "")


def age_on(day: date, born: date) -> int:
    """Whole years on a day; negative before the birth."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _school_in(child: Person, year: int) -> str:
    assert child.birth is not None
    names = [name for first, last, name in school_groups(child.birth) if first.year <= year <= last.year and name]
    if len(names) == 2 and all(name.startswith("groep ") for name in names):
        return f"{names[0]}–{names[1].removeprefix('groep ')}"
    return " en ".join(names)
