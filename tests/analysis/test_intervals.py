"""Sets of days as intervals behave as the sets of days that they stand for."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tijdlijn.analysis import intervals

pairs = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8)
ends = st.tuples(st.integers(-5, 65), st.integers(-5, 65))


def days(found: object) -> set[int]:
    return {day for low, high in found for day in range(low, high + 1)}  # type: ignore[attr-defined]


@given(pairs)
def test_a_union_holds_the_days_of_all_and_keeps_its_pieces_apart(some: list[tuple[int, int]]) -> None:
    merged = intervals.union(some)
    assert days(merged) == days(some)
    assert all(first[1] + 1 < second[0] for first, second in pairwise(merged))


@given(pairs, ends)
def test_clip_and_complement_share_out_the_days_of_a_window(
    some: list[tuple[int, int]], window: tuple[int, int]
) -> None:
    merged, whole = intervals.union(some), set(range(window[0], window[1] + 1))
    assert days(intervals.clip(merged, *window)) == days(merged) & whole
    assert days(intervals.complement(merged, *window)) == whole - days(merged)


@given(pairs)
def test_length_counts_days_and_longest_the_longest_run(some: list[tuple[int, int]]) -> None:
    merged = intervals.union(some)
    assert intervals.length(merged) == len(days(merged))
    assert intervals.longest(merged) == max((high - low + 1 for low, high in merged), default=0)
