"""What help costs a year before and after a moment, as an evaluation of light long-term support tells it.

For one case: the yearly cost in the whole years that end just before a moment, and in the whole years that begin at it,
or just after it when it is not known to the day: days on which it may have been belong to neither. The years before go
back to the first day that carries any cost, the years after go on to the reference day; fewer can be asked for. A
yearly cost is what surely, and what possibly, falls in those years (design 2, Costs), divided by their number.

For several families: the sum of their yearly costs before and of those after, what is saved, and that part of the sum
before. Amounts are whole euro cents, `[min, max]`, rounded to the nearest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tijdlijn.analysis.amounts import UNIT, amount_within
from tijdlijn.analysis.certainty import Range
from tijdlijn.analysis.costs import is_priced, saved
from tijdlijn.analysis.rounding import rounded_range
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds
from tijdlijn.model.retention import later
from tijdlijn.model.vocabulary import HELP_KINDS

Percentages = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Years:
    """A window of whole years, first and last day inclusive, what it costs a year in euro cents, and the ids of the
    entries that carry those costs and of the help in it of which no amount is known."""

    first: date
    last: date
    number: int
    a_year: Range
    entry_ids: tuple[str, ...]
    unpriced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """One case before and after a moment, which lies somewhere from `first` to `last`. `years_before` and
    `years_after` are the whole years there are; a window is None when there is none, and then nothing is compared.

    `difference` is a year before less a year after; `percentage` that part of a year before, from 0 to 100.
    """

    first: date
    last: date
    years_before: int
    years_after: int
    before: Years | None
    after: Years | None
    difference: Range | None = None
    percentage: Percentages | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """What a family costs a year before and after, in euro cents."""

    name: str
    before: Range
    after: Range


@dataclass(frozen=True, slots=True)
class Saving:
    """Families together, a year, in euro cents; `percentage` from 0 to 100, None when before may be nothing."""

    families: tuple[Family, ...]
    before: Range
    after: Range
    difference: Range
    percentage: Percentages | None


def savings(families: Sequence[Family]) -> Saving:
    """The families added up."""
    before = sum(one.before[0] for one in families), sum(one.before[1] for one in families)
    after = sum(one.after[0] for one in families), sum(one.after[1] for one in families)
    return Saving(tuple(families), before, after, *saved(before, after))


def moment_of(case: Case, entry_id: str) -> tuple[date, date] | None:
    """The first and last day on which an entry may begin; None when it has no date or is not there."""
    bounds = case.bounds.get(entry_id)
    return None if bounds is None else (date.fromordinal(bounds.start_min), date.fromordinal(bounds.start_max))


def before_and_after(
    case: Case, moment: tuple[date, date], most_before: int | None = None, most_after: int | None = None
) -> BeforeAfter:
    """The yearly cost of what happened before and after a moment, which lies somewhere in these days.

    `most_before` and `most_after` are the years that are compared at most; None takes all whole years there are.
    """
    first, last = moment
    begins = first if first == last else last + timedelta(1)
    known = _first_day(case)
    years_before = _years_back(first, known) if known else 0
    years_after = _years_on(begins, case.reference + timedelta(1))
    before = after = None
    if number := _at_most(years_before, most_before):
        before = _window(case, later(first, -12 * number), first - timedelta(1), number)
    if number := _at_most(years_after, most_after):
        after = _window(case, begins, later(begins, 12 * number) - timedelta(1), number)
    if before is None or after is None:
        return BeforeAfter(first, last, years_before, years_after, before, after)
    return BeforeAfter(first, last, years_before, years_after, before, after, *saved(before.a_year, after.a_year))


def _at_most(years: int, most: int | None) -> int:
    return years if most is None else min(years, most)


def _first_day(case: Case) -> date | None:
    """The first day on which anything that carries a cost may fall."""
    bounds = case.bounds
    days = (bounds[entry.id].start_min for entry in case.actual if is_priced(entry))
    return date.fromordinal(first) if (first := min(days, default=0)) else None


def _years_back(day: date, first: date) -> int:
    """How many whole years that end the day before `day` begin on `first` or later."""
    years = max(0, day.year - first.year)
    return years - 1 if years and later(day, -12 * years) < first else years


def _years_on(day: date, end: date) -> int:
    """How many whole years that begin on `day` end before `end`."""
    years = max(0, end.year - day.year)
    return years - 1 if years and later(day, 12 * years) > end else years


def _window(case: Case, first: date, last: date, number: int) -> Years:
    low, high = first.toordinal(), last.toordinal()
    least = most = 0
    ids, unpriced = [], []
    for entry in case.actual:
        bounds = case.bounds[entry.id]
        if not _may_touch(bounds, low, high):
            continue
        if is_priced(entry):
            one = amount_within(entry, bounds, low, high)
            least, most = least + one[0], most + one[1]
            ids.append(entry.id)
        elif entry.kind in HELP_KINDS and not case.only_network(entry):
            unpriced.append(entry.id)
    return Years(first, last, number, rounded_range((least, most), number * UNIT), tuple(ids), tuple(unpriced))


def _may_touch(bounds: Bounds, low: int, high: int) -> bool:
    return bounds.start_min <= high and max(bounds.end_max, bounds.start_max) >= low
