"""An amount as a bar: sure and possible look different, and their lengths are the amounts."""

from __future__ import annotations

import pytest

from tijdlijn.drawing.paper_styles import PAGE, PAGE_BW
from tijdlijn.drawing.primitives import Box
from tijdlijn.drawing.styles import PRINT, PRINT_BW
from tijdlijn.layout.cost_bars import POSSIBLE, SURE, bar


def test_what_is_sure_is_one_box() -> None:
    assert bar((50, 50), 100, 200.0, 8.0) == (Box(0.0, 0.0, 100.0, 8.0, SURE),)


def test_what_is_possible_goes_on_from_what_is_sure() -> None:
    assert bar((25, 75), 100, 200.0, 8.0) == (Box(50.0, 0.0, 100.0, 8.0, POSSIBLE), Box(0.0, 0.0, 50.0, 8.0, SURE))


def test_the_smallest_amount_is_seen_and_nothing_is_not() -> None:
    (tiny,) = bar((1, 1), 100_000, 200.0, 8.0)
    assert isinstance(tiny, Box)
    assert tiny.width == 1.0
    assert bar((0, 0), 100, 200.0, 8.0) == ()
    assert bar((0, 0), 0, 200.0, 8.0) == ()


@pytest.mark.parametrize("theme", [{**PRINT, **PAGE}, {**PRINT_BW, **PAGE_BW}])
def test_sure_and_possible_differ_without_colour(theme: dict[str, object]) -> None:
    assert theme[POSSIBLE].hatch  # type: ignore[attr-defined]
    assert not theme[SURE].hatch  # type: ignore[attr-defined]
