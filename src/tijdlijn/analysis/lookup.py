"""Which entries fall, or start, in a period: asked often, so looked up instead of searched for.

Entries are kept in tiers of about equal width, each sorted by its first day, so that a few vague ones do not make every
look-up walk past all the precise ones.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import Generic, TypeVar

from tijdlijn.analysis.certainty import Range, surely_touches
from tijdlijn.analysis.intervals import Interval
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Tier(Generic[T]):
    """Intervals of at most `width` days more than one: first days, and place, last day and what it is."""

    width: int
    firsts: list[int]
    items: list[tuple[int, int, T]]


class Lookup(Generic[T]):
    """Things that each have an interval of days, in the order in which they are given; empty intervals are left out."""

    def __init__(self, things: Iterable[tuple[Interval, T]]) -> None:
        tiers: dict[int, list[tuple[int, int, int, T]]] = {}
        for place, ((first, last), thing) in enumerate(things):
            if first <= last:
                tiers.setdefault((last - first).bit_length(), []).append((first, place, last, thing))
        self._tiers: list[_Tier[T]] = []
        for bits, found in tiers.items():
            found.sort(key=lambda item: item[:2])
            items = [(place, last, thing) for _, place, last, thing in found]
            self._tiers.append(_Tier(2**bits, [first for first, *_ in found], items))

    def touching(self, first: int, last: int) -> list[T]:
        """The things of which a day lies from `first` to `last`, in the order given."""
        found: list[tuple[int, int, T]] = []
        for tier in self._tiers:
            low, start = bisect_left(tier.firsts, first - tier.width), bisect_left(tier.firsts, first)
            found.extend([item for item in tier.items[low:start] if item[1] >= first])
            found.extend(tier.items[start : bisect_right(tier.firsts, last)])
        found.sort(key=itemgetter(0))
        return [thing for _, _, thing in found]


class TouchIndex:
    """Entries by the days that they possibly cover."""

    def __init__(self, case: Case, entries: Iterable[Entry]) -> None:
        pairs = ((case.bounds[entry.id], entry.id) for entry in entries)
        self._lookup = Lookup(((bounds.start_min, bounds.end_max), (bounds, id_)) for bounds, id_ in pairs)

    def touching(self, first: int, last: int) -> list[tuple[Bounds, str]]:
        """The ids of the entries that possibly fall for some part in the days from `first` to `last`."""
        return self._lookup.touching(first, last)

    def counted(self, first: int, last: int) -> tuple[Range, tuple[str, ...]]:
        """How many do so, at least and at most, and the ids of those that possibly do."""
        found = self.touching(first, last)
        sure = sum(surely_touches(bounds, first, last) for bounds, _ in found)
        return (sure, len(found)), tuple([id_ for _, id_ in found])


@dataclass(frozen=True, slots=True)
class Started:
    """How many entries start in a period, at least and at most, and the ids of those that possibly do."""

    count: Range
    ids: tuple[str, ...]


class StartIndex:
    """Entries by the days on which they possibly start."""

    def __init__(self, case: Case, entries: Iterable[Entry]) -> None:
        pairs = ((case.bounds[entry.id], entry.id) for entry in entries)
        starts = ((bounds.start_min, bounds.start_max, id_) for bounds, id_ in pairs)
        self._lookup = Lookup(((low, high), (low, high, id_)) for low, high, id_ in starts)

    def between(self, first: Range, last: Range, without: str = "") -> Started:
        """The entries, except `without`, that start from a day in `first` to a day in `last`, both uncertain."""
        found = self._lookup.touching(first[0], last[1])
        sure = [id_ for low, high, id_ in found if low >= first[1] and high <= last[0]]
        ids = [id_ for _, _, id_ in found]
        if without in ids:
            ids.remove(without)
        return Started((len(sure) - (without in sure), len(ids)), tuple(ids))
