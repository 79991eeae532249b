"""Scenarios side by side: what each would cost, by party, by kind and by year, and what it would save."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tijdlijn.analysis.costs import Totals, compare
from tijdlijn.analysis.findings import Analysis
from tijdlijn.analysis.telling_costs import NO_PAYER
from tijdlijn.language.money_nl import euros, percentage
from tijdlijn.layout.document import Heading, Item, Table, Tone, Words, cell
from tijdlijn.layout.tables import Column
from tijdlijn.model.casebook import Case

HAPPENED = "Wat er gebeurde"
MOST_SCENARIOS = 3
"""Scenarios beside what happened in one table; the others follow in a next."""


def cost_items(case: Case, analysis: Analysis) -> Iterator[Item]:
    """A comparison of each scenario with what happened; nothing when there is no scenario."""
    actual = next((totals for totals in analysis.costs if not totals.scenario), None)
    others = [totals for totals in analysis.costs if totals.scenario]
    if actual is None or not others:
        return
    for start in range(0, len(others), MOST_SCENARIOS):
        beside = (actual, *others[start : start + MOST_SCENARIOS])
        yield Table(_columns("", beside), tuple(_totals(beside)), "Kosten van elk scenario")
        yield from _by("Per partij", {party.id: party.name for party in case.parties}, beside, "per_party")
        payers = dict.fromkeys(payer for totals in beside for payer in totals.per_payer)
        yield from _by("Per betaler", {one: one.label if one else NO_PAYER for one in payers}, beside, "per_payer")
        kinds = dict.fromkeys(kind for totals in beside for kind in totals.per_kind)
        yield from _by("Per soort", {kind: kind.label for kind in kinds}, beside, "per_kind")
        years = sorted({year for totals in beside for year in totals.per_year})
        yield from _by("Per jaar", {year: str(year) for year in years}, beside, "per_year")
    yield Words("Bedragen volgen uit de prijzen bij de regels; een onzekere datum geeft een laagste en hoogste bedrag.")


def _columns(first: str, beside: Sequence[Totals]) -> tuple[Column, ...]:
    names = (totals.scenario or HAPPENED for totals in beside)
    return (Column(first, 90, 220), *(Column(name, 80, 120, is_number=True) for name in names))


def _totals(beside: Sequence[Totals]) -> Iterator[tuple[tuple[Words, ...], ...]]:
    actual, *others = beside
    yield (cell("Samen"), *(cell(Words(euros(totals.total), Tone.STRONG)) for totals in beside))
    saved = [compare(actual, other) for other in others]
    yield (cell("Bespaard"), (), *(cell(euros(one.difference), _part(one.percentage)) for one in saved))


def _part(parts: tuple[float, float] | None) -> Words:
    return Words(percentage(parts) if parts else "", Tone.QUIET)


def _by(heading: str, names: Mapping[object, str], beside: Sequence[Totals], field: str) -> Iterator[Item]:
    rows = []
    for key, name in ({**names, "": "geen partij"} if field == "per_party" else names).items():
        found = [getattr(totals, field).get(key) for totals in beside]
        if any(found):
            rows.append((cell(name), *(cell(euros(one)) if one else () for one in found)))
    if rows:
        yield Heading(heading, "", 2)
        yield Table(_columns("", beside), tuple(rows), heading)
