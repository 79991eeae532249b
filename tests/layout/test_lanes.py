"""Lanes: every kind has one, and the rows are shared fairly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import entry
from tijdlijn.layout.lanes import LANE_OF, LANES, divided, shared_rows
from tijdlijn.model.vocabulary import Kind

DEMANDS = st.lists(st.integers(0, 20), min_size=1, max_size=9)


def test_every_kind_lies_in_exactly_one_lane() -> None:
    assert [sum(kind in lane.kinds for lane in LANES) for kind in Kind] == [1] * len(Kind)
    assert set(LANE_OF) == set(Kind)


@given(st.lists(st.sampled_from(list(Kind))))
def test_dividing_loses_nothing_and_keeps_the_order(kinds: list[Kind]) -> None:
    entries = [entry(kind, "2019", id=str(number)) for number, kind in enumerate(kinds)]
    lanes = divided(entries)
    assert list(lanes) == [lane.key for lane in LANES]
    assert sorted(int(e.id) for lane in lanes.values() for e in lane) == list(range(len(kinds)))
    for lane in lanes.values():
        assert [int(e.id) for e in lane] == sorted(int(e.id) for e in lane)


@given(DEMANDS, st.integers(0, 120), st.integers(1, 2))
def test_no_lane_gets_more_than_it_asks_or_less_than_its_least(demands: list[int], available: int, least: int) -> None:
    rows = shared_rows(demands, available, least)
    for row, demand in zip(rows, demands, strict=True):
        assert min(max(demand, 1), least) <= row <= max(demand, 1)
    assert sum(rows) <= max(available, sum(min(max(demand, 1), least) for demand in demands))


@given(DEMANDS)
def test_with_room_for_all_every_lane_gets_what_it_asks(demands: list[int]) -> None:
    assert shared_rows(demands, 1_000) == [max(demand, 1) for demand in demands]


@given(DEMANDS, st.integers(0, 120))
def test_a_lane_that_gets_less_than_it_asks_has_no_less_than_any_other(demands: list[int], available: int) -> None:
    rows = shared_rows(demands, available)
    short = [row for row, demand in zip(rows, demands, strict=True) if row < demand]
    assert all(row >= max(rows) - 1 for row in short)
