"""How high the parts above the lanes are."""

from __future__ import annotations

from math import ceil

from tijdlijn.layout import header
from tijdlijn.layout.findings_strip import chip_height
from tijdlijn.layout.lane_plan import Plan
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.phases import phases_height
from tijdlijn.model.casebook import Case


def ruled(case: Case) -> list[tuple[int, str]]:
    """The focus children that have an age ruler, each with its number."""
    return [(index, person.name) for index, person in enumerate(case.focus) if person.birth]


def turns_height(rows: int, measure: Measure) -> float:
    """Height of `rows` rows of names of schakelmomenten with their diamonds; without rows there are none."""
    return rows * measure.small * 1.3 + measure.mark * 1.6 if rows else 0.0


def chips_height(rows: int, measure: Measure) -> float:
    """Height of `rows` rows of words of findings."""
    return rows * chip_height(measure) + (3 if rows else 0)


def header_height(case: Case, measure: Measure, plan: Plan) -> float:
    """Height of all that stands above the lanes, in whole points."""
    if plan.anchors > 1:
        return ceil(header.axis_height(measure)) + 3
    rulers = (len(ruled(case)) + plan.anchors) * (measure.ruler + 1) + 3
    above = turns_height(plan.turn_rows, measure)
    below = phases_height(case, measure) + chips_height(plan.chip_rows, measure)
    return ceil(above + header.axis_height(measure) + rulers + below)
