"""Costs: totals per scenario, party, kind and year, and two scenarios side by side (design 2, Costs).

An entry's own cost is an amount once; its rate runs over the days of its span (a moment is one day). A week is seven
days; a month or a year is the calendar's, so that three whole calendar months cost three times the rate and a year's
days share it evenly. Both are shared over calendar years by days. Undated entries take no part.

Under uncertain dates an amount is `[min, max]`: the least is what its surest and shortest days cost (at least one day),
the most what all its possible days cost. In a year the least is what surely falls in it. What several parties do
together is shared evenly between them, so that the parties add up to the whole.

Sums are exact: whole numbers of a fraction of a cent that every share of a week, month or year divides. Results are in
euro cents, rounded to the nearest.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

from tijdlijn.analysis.certainty import Range
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry
from tijdlijn.model.vocabulary import Kind, RateUnit

ACTUAL = ""
"""The scenario of what happened."""

UNIT = 4 * 7 * 29 * 3 * 5 * 31 * 73 * 61
"""Parts of a cent: the least number that 7, 28 to 31, 365 and 366 divide."""

_LAST_DAY = date.max.toordinal() - 1


@dataclass(frozen=True, slots=True)
class Totals:
    """Costs of one scenario in euro cents, each `[min, max]`.

    `per_party` is by party id, "" for what names no party; years are calendar years. `entry_ids` carry the costs.
    """

    scenario: str
    total: Range
    per_party: Mapping[str, Range]
    per_kind: Mapping[Kind, Range]
    per_year: Mapping[int, Range]
    entry_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two scenarios in euro cents: `difference` is the first less the second; `percentage` that part of the first,
    from 0 to 100, None when the first may cost nothing."""

    first: Totals
    second: Totals
    difference: Range
    percentage: tuple[float, float] | None


def find_costs(case: Case) -> tuple[Totals, ...]:
    """The totals of what happened, then of each other scenario by name."""
    scenarios: dict[str, list[Entry]] = {ACTUAL: []}
    for entry in case.timeline:
        if entry.date is not None and (entry.cost_cents is not None or entry.rate is not None or entry.scenario):
            scenarios.setdefault(entry.scenario, []).append(entry)
    return tuple(_totals(case, name, scenarios[name]) for name in sorted(scenarios))


def compare(first: Totals, second: Totals) -> Comparison:
    """What the second scenario saves against the first."""
    low, high = first.total
    difference = low - second.total[1], high - second.total[0]
    percentage = None
    if low > 0:
        percentage = 100 * (1 - second.total[1] / low), 100 * (1 - second.total[0] / high)
    return Comparison(first, second, difference, percentage)


class _Sum:
    """A running `[min, max]` in parts of a cent."""

    __slots__ = ("least", "most")

    def __init__(self) -> None:
        self.least = self.most = 0

    def add(self, least: int, most: int) -> None:
        self.least += least
        self.most += most

    def cents(self) -> Range:
        return _cents(self.least), _cents(self.most)


def _cents(parts: int) -> int:
    return (2 * parts + UNIT) // (2 * UNIT)


def _totals(case: Case, scenario: str, entries: Iterable[Entry]) -> Totals:
    total = _Sum()
    parties: dict[str, _Sum] = {}
    kinds: dict[Kind, _Sum] = {}
    years: dict[int, _Sum] = {}
    ids = []
    for entry in entries:
        if entry.cost_cents is None and entry.rate is None:
            continue
        bounds = case.bounds[entry.id]
        least, most = _amount(entry, bounds)
        total.add(least, most)
        kinds.setdefault(entry.kind, _Sum()).add(least, most)
        share = len(entry.party_ids) or 1
        for party in entry.party_ids or ("",):
            parties.setdefault(party, _Sum()).add(least // share, most // share)
        for year, low, high in _per_year(entry, bounds):
            years.setdefault(year, _Sum()).add(low, high)
        ids.append(entry.id)
    return Totals(
        scenario,
        total.cents(),
        MappingProxyType({id_: found.cents() for id_, found in parties.items()}),
        MappingProxyType({kind: found.cents() for kind, found in kinds.items()}),
        MappingProxyType({year: years[year].cents() for year in sorted(years)}),
        tuple(ids),
    )


def _once(entry: Entry, bounds: Bounds) -> int:
    """What it costs apart from its days; a moment costs one day of its rate, at the price of its earliest."""
    once = (entry.cost_cents or 0) * UNIT
    return once if bounds.is_span else once + _rate(entry, bounds.start_min, bounds.start_min)


def _amount(entry: Entry, bounds: Bounds) -> Range:
    """What an entry costs in parts of a cent."""
    once = _once(entry, bounds)
    if not bounds.is_span or bounds.possible is None:
        return once, once
    least = _rate(entry, bounds.start_max, max(bounds.start_max, bounds.end_min))
    most = _rate(entry, bounds.start_min, bounds.end_max)
    return once + min(least, most), once + most


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


def _per_year(entry: Entry, bounds: Bounds) -> Iterator[tuple[int, int, int]]:
    """Year, least and most in it, in parts of a cent."""
    once = _once(entry, bounds)
    first, last = bounds.first_day.year, bounds.last_day.year
    if first == last:
        yield first, *_amount(entry, bounds)
        return
    sure, possible = bounds.sure or (1, 0), bounds.possible or (1, 0)
    exact = bounds.is_span and bounds.sure is not None and sure == possible
    for year in range(first, last + 1):
        january, december = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        least = most = 0
        if once and exact:
            days = min(bounds.end_max, december) - max(bounds.start_min, january) + 1
            least = most = once * days // (bounds.end_max - bounds.start_min + 1)
        elif once:
            low, high = _share(bounds, january, december)
            least, most = int(once * low), int(once * high)
        if bounds.is_span:
            least += _rate(entry, max(sure[0], january), min(sure[1], december))
            most += _rate(entry, max(possible[0], january), min(possible[1], december))
        yield year, least, most


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
