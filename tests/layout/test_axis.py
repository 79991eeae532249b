"""The axis: day and place are each other's inverse, and its divisions cover time without a hole."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijdlijn.layout.axis import Axis, fine_ticks, year_ticks

DAYS = st.integers(date(1900, 1, 1).toordinal(), date(2100, 1, 1).toordinal())
SCALES = st.floats(0.005, 64)
START = date(2019, 1, 1).toordinal()


@given(DAYS, DAYS, SCALES, st.floats(-500, 500))
def test_a_place_tells_its_day_and_a_day_its_place(origin: int, day: int, scale: float, left: float) -> None:
    axis = Axis(origin, scale, left)
    assert axis.day(axis.x(day)) == pytest.approx(day, abs=1e-4)
    assert axis.x(day + 1) - axis.x(day) == pytest.approx(scale, abs=1e-6)


@given(DAYS, st.integers(0, 30_000), st.floats(0, 200), st.floats(210, 2_000))
def test_a_fitting_axis_reaches_from_edge_to_edge(first: int, length: int, left: float, right: float) -> None:
    axis = Axis.fitting(first, first + length, left, right)
    assert axis.x(first) == pytest.approx(left)
    assert axis.x(first + length + 1) == pytest.approx(right)


@given(DAYS, SCALES, st.floats(100, 3_000))
def test_divisions_follow_each_other_without_a_hole(origin: int, scale: float, width: float) -> None:
    axis = Axis(origin, scale)
    last = axis.day(width)
    for ticks in (list(year_ticks(axis, origin, last)), list(fine_ticks(axis, origin, last))):
        assert all(a.end == b.day for a, b in itertools.pairwise(ticks))
        if ticks:
            assert ticks[0].day <= origin
            assert ticks[-1].end >= last - 1


@given(DAYS, SCALES, st.floats(100, 3_000))
def test_years_have_room_for_their_number(origin: int, scale: float, width: float) -> None:
    axis = Axis(origin, scale)
    ticks = list(year_ticks(axis, origin, axis.day(width)))
    if len(ticks) > 1 and scale > 0.001:
        assert (ticks[0].end - ticks[0].day) * scale >= 34 * 0.99


@pytest.mark.parametrize(
    ("scale", "level", "labels"),
    [
        (0.05, None, []),
        (0.2, "month", ["", "", ""]),
        (0.3, "month", ["k1", "k2", "k3"]),
        (0.36, "month", ["k1", "k2", "k3"]),
        (0.4, "month", ["j", "f", "m"]),
        (1.0, "month", ["jan", "feb", "mrt"]),
        (2.1, "month", ["januari", "februari", "maart"]),
        (5.0, "week", ["31 dec", "7 jan", "14 jan"]),
        (20.0, "day", ["1", "2", "3"]),
        (45.0, "day", ["1 jan", "2 jan", "3 jan"]),
    ],
)
def test_the_divisions_below_the_years_are_as_fine_as_there_is_room_for(
    scale: float, level: str | None, labels: list[str]
) -> None:
    ticks = list(itertools.islice(fine_ticks(Axis(START, scale), START, START + 300), 3))
    assert [tick.label for tick in ticks] == labels
    assert {tick.level for tick in ticks} == ({level} if level else set())


@pytest.mark.parametrize("day", [1, date.max.toordinal() - 5])
def test_the_ends_of_the_calendar_are_no_error(day: int) -> None:
    for scale in (0.01, 1.0, 5.0, 20.0):
        axis = Axis(day, scale)
        ticks = [*year_ticks(axis, day, day + 3), *fine_ticks(axis, day - 3, day + 3)]
        assert all(tick.label or tick.level == "month" for tick in ticks)
