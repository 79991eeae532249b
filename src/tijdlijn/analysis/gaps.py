"""Gaps: periods in which no help was in view of the family, or of one child (design 2, Gaps).

A gap is a maximal run of days of the window that help does not surely cover, at least `gap_min_days` long. Its sure
days are those that help does not even possibly cover; it is `zeker` when they hold a run of at least that length.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from tijdlijn.analysis import intervals
from tijdlijn.analysis.certainty import Range, Status, status
from tijdlijn.analysis.intervals import Interval
from tijdlijn.analysis.selection import concerning, help_entries
from tijdlijn.analysis.touching import TouchIndex
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry
from tijdlijn.model.people import Person
from tijdlijn.model.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Gap:
    """A period without help for the whole family (`person_id` None) or one child. All lengths in days.

    `waiting_days` and `measure_days` are its days that a wachttijd or a maatregel possibly covers;
    `sure_measure_days` those that a maatregel surely covers. `before` and `after` are the ids of the entries nearest
    to it on either side, several when they end or start on one day. `signals` and `events` are the ids of those that
    possibly fell inside it, the counts how many did, at least and at most.
    """

    person_id: str | None
    start: date
    end: date
    days: int
    sure_days: int
    status: Status
    waiting_days: int
    measure_days: int
    sure_measure_days: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    signals: tuple[str, ...]
    events: tuple[str, ...]
    signal_count: Range
    event_count: Range


def find_gaps(case: Case) -> tuple[Gap, ...]:
    """The gaps of the whole family, then those of each focus child, oldest first; each in time order."""
    help_ = help_entries(case)
    family = _window(case, help_)
    if family is None:
        return ()
    found = list(_gaps_of(case, help_, None, family))
    for child in case.focus:
        window = _child_window(child, family)
        if window:
            found.extend(_gaps_of(case, help_, child.id, window))
    return tuple(found)


def family_window(case: Case) -> Interval | None:
    """First and last day number of the window of the family; None when nothing starts it before the reference day.

    From the first day of the first hulpvraag, signaal or help that does not lie wholly before the birth of the oldest
    focus child, to the reference day. Without a known birth of a focus child every entry counts.
    """
    return _window(case, help_entries(case))


def born(case: Case) -> int | None:
    """The earliest day of birth of the oldest focus child, as far as births are known."""
    births = [child.birth.earliest.toordinal() for child in case.focus if child.birth]
    return min(births, default=None)


def _window(case: Case, help_: Sequence[Entry]) -> Interval | None:
    birth, bounds = born(case), case.bounds
    asked = (entry for entry in case.actual if entry.kind in (Kind.HULPVRAAG, Kind.SIGNAAL))
    days = (bounds[entry.id] for entry in chain(asked, help_))
    first = min((b.start_min for b in days if birth is None or last_day(b) >= birth), default=None)
    reference = case.reference.toordinal()
    return None if first is None or first > reference else (first, reference)


def last_day(bounds: Bounds) -> int:
    """The day number after which the entry surely lies in the past."""
    return max(bounds.end_max, bounds.start_max)


def _child_window(child: Person, family: Interval) -> Interval | None:
    """From the child's own birth (its earliest day) on; the family's window when its birth is not known."""
    first = child.birth.earliest.toordinal() if child.birth else family[0]
    return (first, family[1]) if first <= family[1] else None


def _gaps_of(case: Case, help_: Sequence[Entry], person_id: str | None, window: Interval) -> Iterable[Gap]:
    least = case.parameters.gap_min_days
    sure, possible = _covered(case, concerning(help_, person_id))
    runs = [run for run in intervals.complement(sure, *window) if run[1] - run[0] + 1 >= least]
    if not runs:
        return
    around = _Surroundings(case, person_id)
    for first, last in runs:
        free = list(intervals.complement(possible, first, last))
        yield around.gap(first, last, intervals.length(free), status(intervals.longest(free) >= least))


def _covered(case: Case, entries: Iterable[Entry]) -> tuple[list[Interval], list[Interval]]:
    """The days that these entries surely and possibly cover."""
    bounds = [case.bounds[entry.id] for entry in entries]
    sure = intervals.union(days for b in bounds if (days := b.sure))
    return sure, intervals.union(days for b in bounds if (days := b.possible))


class _Surroundings:
    """What else the entries of a family or of one child tell of a period, looked up by bisection."""

    def __init__(self, case: Case, person_id: str | None) -> None:
        entries = concerning(case.actual, person_id)
        self._person_id = person_id
        self._waiting = _covered(case, (e for e in entries if e.kind is Kind.WACHTTIJD))[1]
        self._sure_measure, self._measure = _covered(case, (e for e in entries if e.kind is Kind.MAATREGEL))
        bounds = case.bounds
        self._starts = sorted((_first_sure(bounds[e.id]), e.id) for e in entries)
        self._ends = sorted((_last_sure(bounds[e.id]), e.id) for e in entries)
        self._signals = TouchIndex(case, (e for e in entries if e.kind is Kind.SIGNAAL))
        self._events = TouchIndex(case, (e for e in entries if e.kind is Kind.GEBEURTENIS))

    def gap(self, first: int, last: int, sure_days: int, how_sure: Status) -> Gap:
        signal_count, signals = self._signals.counted(first, last)
        event_count, events = self._events.counted(first, last)
        return Gap(
            person_id=self._person_id,
            start=date.fromordinal(first),
            end=date.fromordinal(last),
            days=last - first + 1,
            sure_days=sure_days,
            status=how_sure,
            waiting_days=intervals.length(intervals.clip(self._waiting, first, last)),
            measure_days=intervals.length(intervals.clip(self._measure, first, last)),
            sure_measure_days=intervals.length(intervals.clip(self._sure_measure, first, last)),
            before=self._before(first),
            after=self._after(last),
            signals=signals,
            events=events,
            signal_count=signal_count,
            event_count=event_count,
        )

    def _before(self, first: int) -> tuple[str, ...]:
        stop = bisect_left(self._ends, (first, ""))
        if not stop:
            return ()
        nearest = bisect_left(self._ends, (self._ends[stop - 1][0], ""))
        return tuple(id_ for _, id_ in self._ends[nearest:stop])

    def _after(self, last: int) -> tuple[str, ...]:
        start = bisect_left(self._starts, (last + 1, ""))
        if start == len(self._starts):
            return ()
        stop = bisect_right(self._starts, self._starts[start][0], key=lambda pair: pair[0])
        return tuple(id_ for _, id_ in self._starts[start:stop])


def _first_sure(bounds: Bounds) -> int:
    return bounds.sure[0] if bounds.sure else bounds.start_min


def _last_sure(bounds: Bounds) -> int:
    return bounds.sure[1] if bounds.sure else bounds.end_max
