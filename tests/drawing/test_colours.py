"""Colours computed: contrast by WCAG, the nearest legible one, and what colour-blind eyes see."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijdlijn.drawing.colours import BLINDNESS, contrast, distance, legible, mixed, seen

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#1d5fa8", "#1d5fa8", 1.0)],
)
def test_contrast(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == contrast(second, first) == pytest.approx(ratio, abs=0.005)


@given(COLOURS, COLOURS)
def test_a_legible_colour_is_legible_and_one_that_is_stays(colour: str, ground: str) -> None:
    found = legible(colour, (ground,), 4.5)
    assert contrast(found, ground) >= 4.5
    assert legible(found, (ground,), 4.5) == found


def test_where_nothing_is_legible_the_best_of_black_and_white_is_given() -> None:
    assert legible("#888888", ("#ffffff", "#000000"), 7.0) in ("#000000", "#ffffff")


@pytest.mark.parametrize("blindness", BLINDNESS)
def test_every_eye_sees_black_white_and_grey_as_they_are(blindness: str) -> None:
    for colour in ("#000000", "#ffffff", "#808080"):
        assert distance(colour, seen(colour, blindness)) < 1.0


def test_red_and_green_grow_alike_without_green_cones() -> None:
    red, green = "#d01010", "#5a7800"
    assert distance(red, green) > 70
    assert distance(red, green, "deuteranopie") < distance(red, green) / 2
    assert distance(red, green, "tritanopie") > distance(red, green, "deuteranopie")


def test_mixing_goes_from_one_to_the_other() -> None:
    assert (mixed("#000000", "#ffffff", 0), mixed("#000000", "#ffffff", 1)) == ("#000000", "#ffffff")
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"
