"""Which entries fall, or start, in a period, asked for one period after another.

The rule: entries are given in time order and periods in order of their first day, so that one sweep answers all of
them: what began before a period and goes on is carried along, and what begins in it stands side by side.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain
from operator import attrgetter, itemgetter

from tijdlijn.analysis.certainty import Range, sure_reach
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry

_ID = itemgetter(0)
_LAST = itemgetter(1)
_START_MIN = attrgetter("start_min")


class _Sweep:
    """Entries that each have an interval of days, from their `start_min` to `last`; empty intervals touch nothing."""

    def __init__(self, case: Case, entries: Iterable[Entry], last: str) -> None:
        bounds, last_of = case.bounds, attrgetter(last)
        found = [(entry.id, bounds[entry.id]) for entry in entries]
        found = [(id_, days) for id_, days in found if days.start_min <= last_of(days)]
        self._ids = [id_ for id_, _ in found]
        self._bounds = [days for _, days in found]
        self._firsts = list(map(_START_MIN, self._bounds))
        self._lasts = list(map(last_of, self._bounds))
        self._reaches = list(map(sure_reach, self._bounds))
        self._ending = sorted(zip(self._ids, self._lasts, strict=True), key=_LAST)
        self._running: dict[str, int] = {}
        self._ended = self._begun = self._stop = 0

    def go_to(self, first: int, last: int) -> None:
        """Look at the days from `first` to `last`; `first` never goes back."""
        self._begin_before(first)
        self._end_before(first)
        self._stop = bisect_right(self._firsts, last, self._begun)

    def _begin_before(self, day: int) -> None:
        since, self._begun = self._begun, bisect_left(self._firsts, day, self._begun)
        for place in range(since, self._begun):
            if self._lasts[place] >= day:
                self._running[self._ids[place]] = place

    def _end_before(self, day: int) -> None:
        since, self._ended = self._ended, bisect_left(self._ending, day, self._ended, key=_LAST)
        for id_ in map(_ID, self._ending[since : self._ended]):
            self._running.pop(id_, None)

    @property
    def number(self) -> int:
        """How many possibly have a day there."""
        return len(self._running) + self._stop - self._begun

    @property
    def ids(self) -> tuple[str, ...]:
        """Their ids, in time order."""
        return (*self._running, *self._ids[self._begun : self._stop])

    @property
    def _places(self) -> Iterator[int]:
        return chain(self._running.values(), range(self._begun, self._stop))


class TouchSweep(_Sweep):
    """Entries by the days that they possibly cover."""

    def __init__(self, case: Case, entries: Iterable[Entry]) -> None:
        super().__init__(case, entries, "end_max")

    def surely(self, first: int, last: int) -> Iterator[bool]:
        """Of each that is there, whether it surely falls for some part in the days from `first` to `last`."""
        reaches = map(self._reaches.__getitem__, self._places)
        return (begun <= last and ended >= first for begun, ended in reaches)

    def counted(self, first: int, last: int) -> tuple[Range, tuple[str, ...]]:
        """How many fall for some part in those days, at least and at most, and the ids of those that possibly do."""
        self.go_to(first, last)
        return (sum(self.surely(first, last)), self.number), self.ids

    def touching(self, first: int, last: int) -> list[tuple[str, Bounds]]:
        """Those that possibly fall for some part in those days."""
        self.go_to(first, last)
        return [(self._ids[place], self._bounds[place]) for place in self._places]


class StartSweep(_Sweep):
    """Entries by the days on which they possibly start."""

    def __init__(self, case: Case, entries: Iterable[Entry]) -> None:
        super().__init__(case, entries, "start_max")
        self._by_width: dict[int, list[int]] = {}
        for first, last in zip(self._firsts, self._lasts, strict=True):
            self._by_width.setdefault(last - first, []).append(first)

    def between(self, first: Range, last: Range) -> Range:
        """How many start from a day in `first` to a day in `last`, both uncertain: at least and at most."""
        self.go_to(first[0], last[1])
        return self._surely(first[1], last[0]), self.number

    def _surely(self, first: int, last: int) -> int:
        """How many start from `first` to `last` however their dates fall: few widths occur, each in order of start."""
        return sum(
            max(0, bisect_right(starts, last - width) - bisect_left(starts, first))
            for width, starts in self._by_width.items()
            if width <= last - first
        )
