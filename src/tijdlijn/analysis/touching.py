"""Which entries fall for some part in a period: asked often, so looked up instead of searched for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from tijdlijn.analysis.certainty import Range, surely_touches
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry


class TouchIndex:
    """Entries sorted by their earliest day, with the greatest last day of all before each as a bound."""

    def __init__(self, case: Case, entries: Iterable[Entry]) -> None:
        pairs = [(case.bounds[entry.id], entry) for entry in entries]
        pairs.sort(key=lambda pair: pair[0].start_min)
        self._pairs = pairs
        self._firsts = [bounds.start_min for bounds, _ in pairs]
        self._reach = list(accumulate((bounds.end_max for bounds, _ in pairs), max))

    def touching(self, first: int, last: int) -> list[tuple[Bounds, Entry]]:
        """The entries that possibly fall for some part in the days from `first` to `last`, in time order."""
        found = []
        index = bisect_right(self._firsts, last) - 1
        while index >= 0 and self._reach[index] >= first:
            if self._pairs[index][0].end_max >= first:
                found.append(self._pairs[index])
            index -= 1
        found.reverse()
        return found

    def counted(self, first: int, last: int) -> tuple[Range, tuple[str, ...]]:
        """How many do so, at least and at most, and the ids of those that possibly do."""
        found = self.touching(first, last)
        sure = sum(surely_touches(bounds, first, last) for bounds, _ in found)
        return (sure, len(found)), tuple(entry.id for _, entry in found)
