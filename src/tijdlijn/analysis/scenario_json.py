"""The scenarios of `analyse --json`: each beside what happened. Days and amounts as in `report_json`."""

from __future__ import annotations

from datetime import date
from typing import Any

from tijdlijn.analysis.scenario_figures import Compared, Figure, compare_scenarios
from tijdlijn.analysis.scenarios import Difference, is_loose
from tijdlijn.model.casebook import Case

Json = dict[str, Any]


def scenarios_as_json(case: Case) -> list[Json]:
    """The scenarios, the likeliest first. `id` is null for a name that only entries carry."""
    return [_scenario(case, one) for one in compare_scenarios(case)]


def _scenario(case: Case, compared: Compared) -> Json:
    scenario, costs = compared.scenario, compared.costs
    return {
        "id": None if is_loose(scenario) else scenario.id,
        "name": scenario.name,
        "branches": None if compared.branch is None else date.fromordinal(compared.branch).isoformat(),
        "at_entry_id": scenario.entry_id or None,
        "likelihood": None if is_loose(scenario) else scenario.likelihood.value,
        "by": scenario.by,
        "assumptions": scenario.assumptions,
        "figures": [_figure(one) for one in compared.figures],
        "costs_from_branch": {
            "actual": _euro(costs.first.total),
            "scenario": _euro(costs.second.total),
            "difference": _euro(costs.difference),
            "percentage": [round(part, 1) for part in costs.percentage] if costs.percentage else None,
        },
        "effects": [
            {
                "person": case.persons_by_id[one.person_id].name if one.person_id else None,
                "person_id": one.person_id or None,
                "domain": one.domain or None,
                "effect": one.sign.value,
                "words": one.words,
            }
            for one in scenario.effects
        ],
        "differences": [_difference(one) for one in compared.differences],
    }


def _figure(figure: Figure) -> Json:
    word, how_sure = figure.verdict
    return {
        "figure": figure.code,
        "actual": list(figure.actual),
        "scenario": list(figure.scenario),
        "change": list(figure.change),
        "verdict": word,
        "status": how_sure.value if how_sure else None,
    }


def _difference(one: Difference) -> Json:
    return {
        "difference": one.what.value,
        "status": one.status.value,
        "actual_id": one.actual_id or None,
        "entry_id": one.entry_id or None,
        "days": list(one.days) if one.days else None,
        "fields": list(one.fields),
    }


def _euro(cents: tuple[int, int]) -> list[float]:
    return [cents[0] / 100, cents[1] / 100]
