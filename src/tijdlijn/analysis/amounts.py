"""What one entry costs: in all, in each calendar year, and in any run of days (design 2, Costs).

The rule: an amount counts once and is shared over the days of its span; a rate runs over those days. A week is seven
days; a month or a year is the calendar's, so that three whole calendar months cost three times the rate and a year's
days share it evenly. Figures are `(least, most)` in whole parts of a cent (`UNIT` to a cent), so that sums are exact.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from functools import lru_cache

from tijdlijn.analysis.certainty import Range
from tijdlijn.model.entries import Bounds, Entry
from tijdlijn.model.vocabulary import RateUnit

UNIT = 4 * 7 * 29 * 3 * 5 * 31 * 73 * 61
"""Parts of a cent: the least number that 7, 28 to 31, 365 and 366 divide."""

_LAST_DAY = date.max.toordinal() - 1


def amount(entry: Entry, bounds: Bounds) -> Range:
    """What an entry costs in all."""
    once = _once(entry, bounds)
    if not bounds.is_span or bounds.possible is None:
        return once, once
    least = _rate(entry, bounds.start_max, max(bounds.start_max, bounds.end_min))
    most = _rate(entry, bounds.start_min, bounds.end_max)
    return once + min(least, most), once + most


def amount_within(entry: Entry, bounds: Bounds, first: int, last: int) -> Range:
    """What an entry costs in the days from `first` to `last` (day numbers): the least is what surely falls there."""
    if first <= bounds.start_min and bounds.last_day.toordinal() <= last:
        return amount(entry, bounds)
    once = _once(entry, bounds)
    least = most = 0
    sure, possible = bounds.sure or (1, 0), bounds.possible or (1, 0)
    if once and bounds.is_span and bounds.sure is not None and sure == possible:
        days = max(0, min(bounds.end_max, last) - max(bounds.start_min, first) + 1)
        least = most = once * days // (bounds.end_max - bounds.start_min + 1)
    elif once:
        low, high = _share(bounds, first, last)
        least, most = int(once * low), int(once * high)
    if bounds.is_span:
        least += _rate(entry, max(sure[0], first), min(sure[1], last))
        most += _rate(entry, max(possible[0], first), min(possible[1], last))
    return least, most


def per_year(entry: Entry, bounds: Bounds, whole: Range) -> Iterator[tuple[int, int, int]]:
    """Year, least and most in it, for each calendar year that the entry may touch; `whole` is what it costs in all."""
    first, last = bounds.first_day.year, bounds.last_day.year
    if first == last:
        yield first, *whole
        return
    for year in range(first, last + 1):
        january, december = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        yield year, *amount_within(entry, bounds, january, december)


def _once(entry: Entry, bounds: Bounds) -> int:
    """What it costs apart from its days; a moment costs one day of its rate, at the price of its earliest."""
    once = (entry.cost_cents or 0) * UNIT
    return once if bounds.is_span else once + _rate(entry, bounds.start_min, bounds.start_min)


def _rate(entry: Entry, first: int, last: int) -> int:
    """What its rate costs over these days; nothing when there are none."""
    if entry.rate is None or last < first:
        return 0
    last = min(last, _LAST_DAY)
    return entry.rate.cents * (_elapsed(last + 1, entry.rate.unit) - _elapsed(first, entry.rate.unit))


@lru_cache(maxsize=65_536)
def _elapsed(day: int, unit: RateUnit) -> int:
    """How many units lie before a day, counted from the year 1, in parts; only differences have a meaning."""
    if unit is RateUnit.DAG:
        return day * UNIT
    if unit is RateUnit.WEEK:
        return day * UNIT // 7
    on = date.fromordinal(day)
    if unit is RateUnit.MAAND:
        whole = on.year * 12 + on.month
        return whole * UNIT + (on.day - 1) * UNIT // calendar.monthrange(on.year, on.month)[1]
    start = date(on.year, 1, 1).toordinal()
    return on.year * UNIT + (day - start) * UNIT // (366 if calendar.isleap(on.year) else 365)


def _share(bounds: Bounds, first: int, last: int) -> tuple[Fraction, Fraction]:
    """The part of its days that lies from `first` to `last`, at least and at most.

    Between the corners of a year the part only grows or only shrinks as an end of the span moves, so it is enough to
    look at the corners.
    """
    starts = {bounds.start_min, bounds.start_max, *_within(bounds.start_min, bounds.start_max, first, last + 1)}
    if not bounds.is_span or bounds.possible is None:
        return _least_and_most((day, day, first, last) for day in starts)
    ends = {bounds.end_min, bounds.end_max, *_within(bounds.end_min, bounds.end_max, first - 1, last)}
    return _least_and_most((start, end, first, last) for start in starts for end in ends if start <= end)


def _within(low: int, high: int, *days: int) -> Iterator[int]:
    return (day for day in days if low <= day <= high)


def _least_and_most(spans: Iterable[tuple[int, int, int, int]]) -> tuple[Fraction, Fraction]:
    parts = [
        Fraction(max(0, min(end, last) - max(start, first) + 1), end - start + 1) for start, end, first, last in spans
    ]
    return min(parts), max(parts)
