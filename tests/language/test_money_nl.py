"""Money as Dutch people write it."""

from __future__ import annotations

import pytest

from tijdlijn.language.money_nl import euros, percentage, whole_range


@pytest.mark.parametrize(
    ("cents", "told"),
    [
        ((9_812_000, 9_812_000), "€ 98.120"),
        ((120_049, 150_050), "€ 1.200 – 1.501"),
        ((100, 149), "€ 1"),
        ((-50_000, -50_000), "€ −500"),
        ((0, 0), "€ 0"),
        ((123_456_789_000, 123_456_789_000), "€ 1.234.567.890"),
    ],
)
def test_whole_euros(cents: tuple[int, int], told: str) -> None:
    assert euros(cents) == told


def test_a_figure_in_euros() -> None:
    assert whole_range((98_120, 98_121)) == "€ 98.120 – 98.121"


@pytest.mark.parametrize(
    ("parts", "told"),
    [((73.285, 73.285), "73,3%"), ((50.0, 75.04), "50,0% tot 75,0%"), ((-12.5, -12.5), "−12,5%")],
)
def test_a_part(parts: tuple[float, float], told: str) -> None:
    assert percentage(parts) == told
