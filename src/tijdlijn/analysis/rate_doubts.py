"""Amounts that may not hold: rates of another year than the entry's own, and amounts of which nobody said where they
come from.

The rule: an entry whose rate was taken from the casebook's table says so in words (`taken_from`), with the year of
that rate. It is `zeker` of another year when the entry has a day outside that year however its dates fall, `mogelijk`
when it has for some way they fall. Nothing is changed, only told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tijdlijn.analysis.certainty import Status, status
from tijdlijn.analysis.costs import is_priced
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds
from tijdlijn.model.understanding import ListedRate

TABLE = "Tarieventabel"
_TAKEN = re.compile(rf"{TABLE}: .*?, (\d{{4}})(?:, .*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class OtherYear:
    """An entry with the rate of `year`, of which days lie, or may lie, in the years from `first` to `last`."""

    entry_id: str
    year: int
    first: int
    last: int
    status: Status


@dataclass(frozen=True, slots=True)
class RateDoubts:
    """In time order: the ids of the entries whose amount has no source, and those with a rate of another year."""

    unsourced: tuple[str, ...]
    other_year: tuple[OtherYear, ...]


def taken_from(line: ListedRate) -> str:
    """Where an amount was found, for one from the table: "Tarieventabel: pleegzorg, 2021, gemeente"."""
    year = str(line.year) if line.year is not None else ""
    return f"{TABLE}: {', '.join(filter(None, (line.name, year, line.source)))}"


def year_taken(cost_source: str) -> int | None:
    """The year of the rate that an amount was taken from; None when it says none."""
    found = _TAKEN.fullmatch(cost_source)
    return int(found[1]) if found else None


def find_rate_doubts(case: Case) -> RateDoubts:
    """What may not hold of the amounts of a case, of all its scenarios."""
    priced = [entry for entry in case.timeline if is_priced(entry)]
    other = []
    for entry in priced:
        bounds, year = case.bounds.get(entry.id), year_taken(entry.cost_source)
        if bounds is not None and year is not None and entry.rate is not None:
            first, last = bounds.first_day.year, bounds.last_day.year
            if (first, last) != (year, year):
                other.append(OtherYear(entry.id, year, first, last, status(not _fits(bounds, year))))
    return RateDoubts(tuple(entry.id for entry in priced if not entry.cost_source.strip()), tuple(other))


def _fits(bounds: Bounds, year: int) -> bool:
    """Whether it lies wholly in a year for some way its dates fall."""
    if not date.min.year <= year <= date.max.year:
        return False
    january, december = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    start = max(bounds.start_min, january)
    if start > min(bounds.start_max, december):
        return False
    return not bounds.is_span or max(bounds.end_min, start) <= december
