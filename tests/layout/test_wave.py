"""The wave: as high as the number of parties, sure never above possible, and the same in every window."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijdlijn.analysis.involvement import Step
from tijdlijn.drawing.primitives import Line, Polygon, Text
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.wave import draw_wave, draw_wave_scale, wave_peak

START = date(2019, 1, 1)
AXIS = Axis(START.toordinal(), 1.0)
WHOLE = (-100.0, 2_000.0)


@st.composite
def waves(draw: st.DrawFn) -> list[Step]:
    steps, day = [], START
    for _ in range(draw(st.integers(0, 12))):
        sure = draw(st.integers(0, 6))
        steps.append(Step(day, sure, sure + draw(st.integers(0, 3))))
        day += timedelta(days=draw(st.integers(1, 120)))
    return steps


def height_at(steps: list[Step], window: tuple[float, float], style: str, x: float) -> float:
    """How high an area stands above its bottom at a place, on a wave of ten points a party."""
    found = 0.0
    for item in draw_wave(steps, AXIS, window, 0.0, 10.0 * wave_peak(steps)):
        if isinstance(item, Polygon) and item.style == style:
            bottom = item.points[0][1]
            for (x1, y1), (x2, _) in zip(item.points[1:-1:2], item.points[2:-1:2], strict=True):
                if x1 <= x < x2:
                    found = bottom - y1
    return found


@given(waves(), st.floats(0.5, 900.5))
def test_it_stands_as_high_as_there_are_parties(steps: list[Step], x: float) -> None:
    day = START + timedelta(days=int(x))
    now = next((step for step in reversed(steps) if step.day <= day), None)
    assert height_at(steps, WHOLE, "wave.possible", x) == pytest.approx(10 * (now.possible if now else 0))
    assert height_at(steps, WHOLE, "wave.sure", x) == pytest.approx(10 * (now.sure if now else 0))


@given(waves(), st.floats(0, 600), st.floats(0, 1))
def test_a_window_shows_the_same_as_the_whole(steps: list[Step], left: float, share: float) -> None:
    window, x = (left, left + 300), left + 300 * share * 0.999
    for style in ("wave.possible", "wave.sure"):
        assert height_at(steps, window, style, x) == pytest.approx(height_at(steps, WHOLE, style, x))


@given(waves(), st.floats(0, 600))
def test_nothing_is_drawn_outside_its_window(steps: list[Step], left: float) -> None:
    window = (left, left + 200)
    for item in draw_wave(steps, AXIS, window, 20.0, 50.0):
        points = item.points if isinstance(item, Polygon) else ()
        points = ((item.x1, item.y1), (item.x2, item.y2)) if isinstance(item, Line) else points
        for x, y in points:
            assert window[0] <= x <= window[1]
            assert 20.0 - 1e-9 <= y <= 70.0 + 1e-9


@given(waves(), st.floats(12, 200))
def test_its_numbers_run_from_nothing_to_at_most_the_peak(steps: list[Step], height: float) -> None:
    numbers = [int(item.text) for item in draw_wave_scale(steps, SCREEN, 100, 0, height) if isinstance(item, Text)]
    assert numbers[0] == 0
    assert numbers == sorted(set(numbers))
    assert numbers[-1] <= wave_peak(steps)


def test_without_help_the_wave_is_a_line() -> None:
    assert [type(item) for item in draw_wave((), AXIS, (0.0, 100.0), 0.0, 40.0)] == [Line]
