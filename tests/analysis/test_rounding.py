"""Rounded parts that add up to the rounded whole."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tijdlijn.analysis.rounding import adding_up, nearest, rounded_range, shared_out

PARTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=12)
UNITS = st.sampled_from([1, 3, 7, 100])


def test_halves_go_up() -> None:
    assert [nearest(parts, 10) for parts in (4, 5, 14, 15, -5, -6)] == [0, 1, 1, 2, 0, -1]


def test_who_loses_most_is_rounded_up() -> None:
    assert shared_out([33, 34, 33], 10, 10) == [3, 4, 3]
    assert shared_out([36, 38, 26], 10, 10) == [4, 4, 2]


def test_what_is_sure_stays_sure() -> None:
    parts = {"a": (150, 150), "b": (150, 460)}
    assert adding_up(parts, 100, rounded_range((300, 610), 100)) == {"a": (2, 2), "b": (1, 4)}


@given(PARTS, UNITS)
def test_the_parts_add_up_and_none_is_a_whole_unit_off(parts: list[int], unit: int) -> None:
    whole = nearest(sum(parts), unit)
    found = shared_out(parts, unit, whole)
    assert sum(found) == whole
    assert all(abs(one - Fraction(part, unit)) < 1 for one, part in zip(found, parts, strict=True))


@given(st.lists(st.tuples(st.integers(0, 10**5), st.integers(0, 10**5)), min_size=1, max_size=10), UNITS)
def test_both_ends_add_up_and_none_turns_over(found: list[tuple[int, int]], unit: int) -> None:
    parts = {place: (low, low + more) for place, (low, more) in enumerate(found)}
    whole = rounded_range((sum(low for low, _ in parts.values()), sum(high for _, high in parts.values())), unit)
    rounded = adding_up(parts, unit, whole)
    assert (sum(low for low, _ in rounded.values()), sum(high for _, high in rounded.values())) == whole
    for key, (low, high) in rounded.items():
        assert low <= high
        assert abs(low - Fraction(parts[key][0], unit)) < 1
        assert abs(high - Fraction(parts[key][1], unit)) < 2
        assert parts[key][0] != parts[key][1] or low == high
