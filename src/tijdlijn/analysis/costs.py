"""Costs: totals per scenario, party, kind, payer and year, and two scenarios side by side (design 2, Costs).

An entry's own cost is an amount once; its rate runs over the days of its span (a moment is one day); `amounts` says
how. Undated entries take no part and are listed, as is help of which no amount is known: unknown is not nothing.

Under uncertain dates an amount is `[min, max]`: the least is what its surest and shortest days cost (at least one day),
the most what all its possible days cost. In a year the least is what surely falls in it. What several parties do
together is shared evenly between them.

Results are in euro cents. Totals are rounded to the nearest; parties, kinds and payers so that they add up to the whole
(`rounding`). Years do unless something may fall in either of two years: that is in the most of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from tijdlijn.analysis.amounts import UNIT, amount, per_year
from tijdlijn.analysis.certainty import Range
from tijdlijn.analysis.rounding import adding_up, rounded_range
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import HELP_KINDS, Kind, Payer

ACTUAL = ""
"""The scenario of what happened."""

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Totals:
    """Costs of one scenario in euro cents, each `[min, max]`.

    `per_party` is by party id, "" for what names no party; `per_payer` has None for what nobody knows who pays; years
    are calendar years. `entry_ids` carry the costs. `unpriced` is help (design 2, Gaps) without an amount or a rate;
    `undated` has an amount or a rate and no date, so that it takes no part.
    """

    scenario: str
    total: Range
    per_party: Mapping[str, Range]
    per_kind: Mapping[Kind, Range]
    per_year: Mapping[int, Range]
    entry_ids: tuple[str, ...]
    per_payer: Mapping[Payer | None, Range]
    unpriced: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing in it carries an amount or a rate."""
        return not self.entry_ids and not self.undated


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
        if entry.scenario or is_priced(entry) or entry.kind in HELP_KINDS:
            scenarios.setdefault(entry.scenario, []).append(entry)
    return tuple(_totals(case, name, scenarios[name]) for name in sorted(scenarios))


def is_priced(entry: Entry) -> bool:
    """Whether an entry carries an amount or a rate."""
    return entry.cost_cents is not None or entry.rate is not None


def compare(first: Totals, second: Totals) -> Comparison:
    """What the second scenario saves against the first."""
    difference, percentage = saved(first.total, second.total)
    return Comparison(first, second, difference, percentage)


def saved(first: Range, second: Range) -> tuple[Range, tuple[float, float] | None]:
    """What is left of the first less the second, and that part of the first, from 0 to 100; None when the first may be
    nothing."""
    low, high = first
    difference = low - second[1], high - second[0]
    percentage = (100 * (1 - second[1] / low), 100 * (1 - second[0] / high)) if low > 0 else None
    return difference, percentage


class _Sums(dict[Key, Range]):
    """Running `[min, max]` in parts of a cent, by key."""

    def put(self, key: Key, least: int, most: int) -> None:
        low, high = self.get(key, (0, 0))
        self[key] = low + least, high + most


def _totals(case: Case, scenario: str, entries: Iterable[Entry]) -> Totals:
    whole: _Sums[str] = _Sums()
    parties: _Sums[str] = _Sums()
    kinds: _Sums[Kind] = _Sums()
    payers: _Sums[Payer | None] = _Sums()
    years: _Sums[int] = _Sums()
    ids, unpriced, undated = [], [], []
    is_exact = True
    for entry in entries:
        bounds = case.bounds.get(entry.id)
        if not is_priced(entry):
            if bounds is not None and entry.kind in HELP_KINDS and not case.only_network(entry):
                unpriced.append(entry.id)
            continue
        if bounds is None:
            undated.append(entry.id)
            continue
        least, most = amount(entry, bounds)
        whole.put(scenario, least, most)
        kinds.put(entry.kind, least, most)
        payers.put(entry.payer, least, most)
        share = len(entry.party_ids) or 1
        for place, party in enumerate(entry.party_ids or ("",)):
            parties.put(party, (least + place) // share, (most + place) // share)
        shared = list(per_year(entry, bounds, (least, most)))
        for year, low, high in shared:
            years.put(year, low, high)
        is_exact = is_exact and _adds_up(shared, least, most)
        ids.append(entry.id)
    total = rounded_range(whole.get(scenario, (0, 0)), UNIT)
    in_order = {year: years[year] for year in sorted(years)}
    return Totals(
        scenario,
        total,
        MappingProxyType(adding_up(parties, UNIT, total)),
        MappingProxyType(adding_up(kinds, UNIT, total)),
        MappingProxyType(adding_up(in_order, UNIT, total) if is_exact else _apart(in_order)),
        tuple(ids),
        MappingProxyType(adding_up({payer: payers[payer] for payer in _PAYERS if payer in payers}, UNIT, total)),
        tuple(unpriced),
        tuple(undated),
    )


def _adds_up(shared: Sequence[tuple[int, int, int]], least: int, most: int) -> bool:
    """Whether the years of an entry are together what it costs; each may have lost less than a part."""
    lost = least - sum(low for _, low, _ in shared), most - sum(high for _, _, high in shared)
    return all(0 <= one < len(shared) or one == 0 for one in lost)


_PAYERS: tuple[Payer | None, ...] = (*Payer, None)


def _apart(years: Mapping[int, Range]) -> dict[int, Range]:
    return {year: rounded_range(figure, UNIT) for year, figure in years.items()}
