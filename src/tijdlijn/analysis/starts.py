"""Which entries start in a period whose own ends may be uncertain: looked up instead of searched for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from tijdlijn.analysis.certainty import Range
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry


@dataclass(frozen=True, slots=True)
class Started:
    """Ids of entries, in time order: those that surely and those that possibly start in a period."""

    sure: tuple[str, ...]
    possible: tuple[str, ...]


class StartIndex:
    """The starts of entries in time order."""

    def __init__(self, case: Case, entries: Iterable[Entry]) -> None:
        bounds = case.bounds
        starts = sorted((bounds[e.id].start_min, bounds[e.id].start_max, e.order, e.id) for e in entries)
        self._starts = [(low, high, id_) for low, high, _, id_ in starts]
        self._firsts = [low for low, _, _ in self._starts]
        self._reach = list(accumulate((high for _, high, _ in self._starts), max))

    def between(self, first: Range, last: Range, without: str = "") -> Started:
        """The entries, except `without`, that start from a day in `first` to a day in `last`, both uncertain."""
        sure: list[str] = []
        possible: list[str] = []
        index = bisect_right(self._firsts, last[1]) - 1
        while index >= 0 and self._reach[index] >= first[0]:
            low, high, id_ = self._starts[index]
            index -= 1
            if high < first[0] or id_ == without:
                continue
            possible.append(id_)
            if low >= first[1] and high <= last[0]:
                sure.append(id_)
        return Started(tuple(reversed(sure)), tuple(reversed(possible)))
