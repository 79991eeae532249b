"""Lengths and touching under uncertain dates hold for every way the dates fall."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import TODAY, entry
from tijdlijn.analysis.certainty import length_in_days, surely_touches
from tijdlijn.model.entries import Bounds


@pytest.mark.parametrize(
    ("when", "length"),
    [
        ("2019-05-01/2019-05-10", (10, 10)),
        ("2019-05/2019-06", (2, 61)),
        ("2019-05/2019-05", (1, 31)),
        ("2025-12-31/..", (2, 2)),
        ("2025-12-30/", (1, 3)),
    ],
)
def test_a_period_lasts_at_least_a_day(when: str, length: tuple[int, int]) -> None:
    bounds = entry("school", when).bounds(TODAY)
    assert bounds
    assert length_in_days(bounds) == length


days = st.integers(1, 12)


@given(st.booleans(), days, days, days, days, days, days)
def test_surely_touching_is_touching_whichever_way_the_dates_fall(
    is_span: bool, low: int, more: int, end: int, wider: int, first: int, size: int
) -> None:
    last = first + size
    if is_span:
        bounds = Bounds(True, low, low + more, max(low, end), max(low, end) + wider)
        starts, ends = range(low, low + more + 1), range(bounds.end_min, bounds.end_max + 1)
        ways = [(s, e) for s, e in product(starts, ends) if s <= e]
    else:
        bounds = Bounds(False, low, low + more, low, low + more)
        ways = [(day, day) for day in range(low, low + more + 1)]
    assert surely_touches(bounds, first, last) == all(s <= last and e >= first for s, e in ways)
