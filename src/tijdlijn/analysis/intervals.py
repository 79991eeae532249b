"""Sets of days as sorted, disjoint, non-touching intervals of day numbers, ends inclusive.

The rule: every function takes and gives such a set (`Days`), except `union`, which makes one. A day number is
`date.toordinal()`. Nothing here loops over days; cost follows the number of intervals.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

Interval = tuple[int, int]
Days = Sequence[Interval]

_FIRST, _LAST = itemgetter(0), itemgetter(1)


def union(intervals: Iterable[Interval]) -> list[Interval]:
    """The days in any of the intervals; intervals that end before they start hold none."""
    merged: list[Interval] = []
    first = last = 0
    for low, high in sorted([pair for pair in intervals if pair[0] <= pair[1]], key=_FIRST):
        if merged and low <= last + 1:
            if high > last:
                last = high
                merged[-1] = (first, last)
        else:
            first, last = low, high
            merged.append((first, last))
    return merged


def clip(days: Days, first: int, last: int) -> Iterator[Interval]:
    """The days of the set from `first` to `last`."""
    for index in range(bisect_left(days, first, key=_LAST), len(days)):
        low, high = days[index]
        if low > last:
            return
        yield max(low, first), min(high, last)


def complement(days: Days, first: int, last: int) -> Iterator[Interval]:
    """The days from `first` to `last` that are not in the set."""
    start = first
    for low, high in clip(days, first, last):
        if low > start:
            yield start, low - 1
        start = high + 1
    if start <= last:
        yield start, last


def length(days: Iterable[Interval]) -> int:
    """How many days."""
    return sum(high - low + 1 for low, high in days)


def longest(days: Iterable[Interval]) -> int:
    """The length of the longest run of days; 0 for an empty set."""
    return max((high - low + 1 for low, high in days), default=0)
