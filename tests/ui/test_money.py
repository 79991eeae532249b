"""Money as Dutch people write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijdlijn.model.entries import Rate
from tijdlijn.model.vocabulary import RateUnit
from tijdlijn.ui.money import MOST_CENTS, cents_of, money, rate, rate_of


@given(st.integers(0, MOST_CENTS))
def test_what_is_written_is_read_again(cents: int) -> None:
    assert cents_of(money(cents)) == cents


@given(st.integers(0, MOST_CENTS), st.sampled_from(RateUnit))
def test_a_rate_that_is_written_is_read_again(cents: int, unit: RateUnit) -> None:
    assert rate_of(rate(Rate(cents, unit))) == Rate(cents, unit)


@pytest.mark.parametrize(
    ("text", "cents"),
    [("450", 45_000), ("€ 1.234,50", 123_450), ("12,-", 1_200), ("99,5", 9_950), ("12.50", 1_250), ("3 euro", 300)],
)
def test_amounts_that_are_read(text: str, cents: int) -> None:
    assert cents_of(text) == cents


@pytest.mark.parametrize("text", ["", "veel", "-5", "1,234", "12.34.56", "1 2", "9" * 20])
def test_amounts_that_are_none(text: str) -> None:
    assert cents_of(text) is None
