"""Scenarios on paper: what was assumed, each beside what happened in figures, for whom it would have meant what, and
line by line in what it differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from tijdlijn.analysis.findings import Analysis
from tijdlijn.analysis.scenario_figures import Compared, compare_scenarios
from tijdlijn.analysis.scenarios import Difference, Differs
from tijdlijn.language.dates_nl import shown
from tijdlijn.layout.beside import HAPPENED, described
from tijdlijn.layout.document import Answer, Heading, Item, Table, Tone, Words, cell
from tijdlijn.layout.extents import life_extent
from tijdlijn.layout.naming import title_of
from tijdlijn.layout.pages import OverviewPage, overview_pages
from tijdlijn.layout.scenario_table import (
    COST_NOTE,
    NOTE,
    compared_lines,
    difference_summary,
    effect_words,
    otherwise,
)
from tijdlijn.layout.sheet import PaperSize
from tijdlijn.layout.tables import Column
from tijdlijn.model.casebook import Case
from tijdlijn.model.people import Person, Worker
from tijdlijn.model.views import View
from tijdlijn.report.costs import cost_items

FIGURES = Column("", 130, 190), Column(HAPPENED, 90, 130), Column("Scenario", 90, 130), Column("Verschil", 80, 130)
EFFECTS = (
    Column("Voor wie", 60, 90),
    Column("Leefgebied", 80, 130),
    Column("Hoe", 55, 70),
    Column("In woorden", 140, 300),
)
LINES = Column(HAPPENED, 130, 220), Column("In het scenario", 130, 220), Column("Verschil", 90, 150)
BEFORE_BRANCH = 365
"""Days before the branch that the picture shows, so that it is seen what ran at that moment."""


def scenario_items(case: Case, analysis: Analysis) -> Iterator[Item]:
    """Every scenario of a case, the likeliest first, and then what all of them cost; nothing when there is none."""
    compared = compare_scenarios(case)
    for one in compared:
        scenario = one.scenario
        yield Heading(scenario.name, described(scenario, one.branch))
        if scenario.assumptions.strip():
            yield Answer("Aannames", scenario.assumptions)
        rows = (
            (cell(Words(line.words, Tone.STRONG)), cell(line.actual), cell(line.scenario), cell(line.verdict))
            for line in compared_lines(one)
        )
        yield Table(FIGURES, tuple(rows), f"{scenario.name} naast wat er gebeurde")
        yield from _effects(case, one)
        yield from _differences(case, one)
    if compared:
        yield Words(f"{NOTE} {COST_NOTE}", Tone.QUIET)
    yield from cost_items(case, analysis)


def scenario_pages(
    case: Case, analysis: Analysis, paper: PaperSize, view: View | None
) -> Iterator[tuple[str, OverviewPage]]:
    """For each scenario of which a day says where it branches off: a bookmark, and the page that shows it below what
    happened, from a year before the branch to the end of the life that is shown."""
    last = life_extent(case)[1]
    for one in compare_scenarios(case):
        if one.branch is not None and one.branch <= last:
            days = date.fromordinal(one.branch) - timedelta(BEFORE_BRANCH), date.fromordinal(last)
            shown_so, name = replace(view or View(), scenarios=(one.scenario.id,), anchors=()), one.scenario.name
            for page in overview_pages(case, analysis, paper, days, f"Scenario: {name}", shown_so):
                yield f"In beeld: {name}", page


def scenario_access(case: Case, who: Person | Worker, ids: frozenset[str]) -> Iterator[Item]:
    """What scenarios with these ids say of a person: for the right of access."""
    about = [one for one in case.scenarios if one.id in ids]
    if about:
        yield Heading("Scenario's", "Wat er volgens iemand had kunnen gebeuren, met wat dat voor u had betekend.")
    for one in about:
        yield Heading(one.name, described(one, None), 2)
        if one.assumptions.strip():
            yield Answer("Aannames", one.assumptions)
        own = (effect for effect in one.effects if effect.person_id == who.id)
        if rows := tuple((*map(cell, effect_words(case, effect)), cell(effect.words)) for effect in own):
            yield Table(EFFECTS, rows, f"Effecten van {one.name} voor deze persoon")


def _effects(case: Case, compared: Compared) -> Iterator[Item]:
    effects = compared.scenario.effects
    if effects:
        yield Heading("Effecten", "Wat het voor wie had betekend, vergeleken met wat er gebeurde.", 2)
        rows = ((*map(cell, effect_words(case, effect)), cell(effect.words)) for effect in effects)
        yield Table(EFFECTS, tuple(rows), f"Effecten van {compared.scenario.name}")


def _differences(case: Case, compared: Compared) -> Iterator[Item]:
    if not compared.differences:
        return
    yield Heading("Regel voor regel", difference_summary(compared.differences), 2)
    by_pair: dict[tuple[str, str], list[Difference]] = {}
    for one in compared.differences:
        by_pair.setdefault((one.actual_id, one.entry_id), []).append(one)
    rows = [
        (cell(*_told(case, actual)), cell(*_told(case, imagined)), cell(*map(otherwise, found)))
        for (actual, imagined), found in by_pair.items()
        if found[0].what is not Differs.NIET
    ]
    if rows:
        yield Table(LINES, tuple(rows), f"Verschillen van {compared.scenario.name} met wat er gebeurde")
    for what in ("niet", "mogelijk niet"):
        gone = [one.actual_id for one in compared.differences if one.words == what]
        if gone:
            yield Answer(f"{what[:1].upper()}{what[1:]}", "; ".join(_named(case, id_) for id_ in gone))


def _named(case: Case, id_: str) -> str:
    entry = case.entries_by_id[id_]
    return f"{title_of(entry)} ({shown(entry.date)})"


def _told(case: Case, id_: str) -> tuple[str | Words, ...]:
    entry = case.entries_by_id.get(id_)
    if entry is None:
        return ()
    return title_of(entry), Words(shown(entry.date) if entry.date else "datum onbekend", Tone.QUIET)
