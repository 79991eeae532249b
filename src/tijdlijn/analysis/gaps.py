"""Gaps: periods in which no help was in view of the family, or of one child (design 2, Gaps).

A gap is a maximal run of days of the window that help does not surely cover, at least `gap_min_days` long. Its sure
days are those that help does not even possibly cover; it is `zeker` when they hold a run of at least that length.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import itemgetter

from tijdlijn.analysis import intervals
from tijdlijn.analysis.certainty import Range, Status, status
from tijdlijn.analysis.intervals import Interval
from tijdlijn.analysis.lookup import TouchSweep
from tijdlijn.analysis.selection import concerning, concerns, days_told
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Entry
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
    """The gaps of the whole family, then those of each focus child, oldest first; each in time order.

    A case without a dated entry has none: nothing is known yet, so nothing is missing.
    """
    if not case.actual:
        return ()
    family, dossier = family_window(case), _Dossier(case)
    found = _family_gaps(dossier, family)
    for child in case.focus:
        window = _child_window(child.birth, case.reference) if child.birth else family
        if window:
            found.extend(_gaps_of(dossier, child.id, window))
    return tuple(found)


def find_family_gaps(case: Case) -> tuple[Gap, ...]:
    """Only those of the whole family."""
    return tuple(_family_gaps(_Dossier(case), family_window(case))) if case.actual else ()


def _family_gaps(dossier: _Dossier, window: Interval | None) -> list[Gap]:
    return list(_gaps_of(dossier, None, window)) if window else []


def family_window(case: Case) -> Interval | None:
    """First and last day number of the window of the family; None when nothing starts it before the reference day.

    From the first day of the first hulpvraag, signaal or help that does not lie wholly before the birth of the oldest
    focus child, to the reference day. Without a known birth of a focus child every entry counts.
    """
    asked = (entry for entry in case.actual if entry.kind in (Kind.HULPVRAAG, Kind.SIGNAAL))
    firsts = [case.bounds[e.id].start_min for e in (since_birth(case, asked), since_birth(case, case.help)) if e]
    reference = case.reference.toordinal()
    return (min(firsts), reference) if firsts and min(firsts) <= reference else None


def since_birth(case: Case, entries: Iterable[Entry]) -> Entry | None:
    """The first of these entries that does not lie wholly before the birth of the oldest focus child."""
    births = [child.birth.earliest.toordinal() for child in case.focus if child.birth]
    if not births:
        return next(iter(entries), None)
    birth, bounds = min(births), case.bounds
    return next((e for e in entries if max(bounds[e.id].end_max, bounds[e.id].start_max) >= birth), None)


def _child_window(birth: UncertainDate, reference: date) -> Interval | None:
    """From the child's own birth (its earliest day) to the reference day, whatever opens the family's window."""
    window = birth.earliest.toordinal(), reference.toordinal()
    return window if window[0] <= window[1] else None


def _gaps_of(dossier: _Dossier, person_id: str | None, window: Interval) -> Iterable[Gap]:
    least = dossier.case.parameters.gap_min_days
    sure, possible = dossier.covered(dossier.case.help, person_id)
    runs = [run for run in intervals.complement(sure, *window) if run[1] - run[0] + 1 >= least]
    if not runs:
        return
    around = _Surroundings(dossier, person_id)
    for first, last in runs:
        free = list(intervals.complement(possible, first, last))
        yield around.gap(first, last, intervals.length(free), status(intervals.longest(free) >= least))


class _Dossier:
    """What is the same for the family and each child, worked out once, when a gap first asks for it."""

    def __init__(self, case: Case) -> None:
        self.case = case

    @cached_property
    def starts(self) -> list[tuple[int, Entry]]:
        """All entries by the first day that they surely cover (possibly, when none is sure)."""
        return sorted([(first, entry) for (first, _), entry in self._days], key=_DAY)

    @cached_property
    def ends(self) -> list[tuple[int, Entry]]:
        """All entries by the last such day."""
        return sorted([(last, entry) for (_, last), entry in self._days], key=_DAY)

    @cached_property
    def _days(self) -> list[tuple[Interval, Entry]]:
        pairs = [(self.case.bounds[entry.id], entry) for entry in self.case.actual]
        return [(bounds.sure or (bounds.start_min, bounds.end_max), entry) for bounds, entry in pairs]

    def covered(self, entries: Iterable[Entry], person_id: str | None) -> tuple[list[Interval], list[Interval]]:
        """The days that the entries of a person, or of the family, surely and possibly cover."""
        bounds = days_told(self.case, concerning(entries, person_id))
        sure = intervals.union([days for b in bounds if (days := b.sure)])
        return sure, intervals.union([(b.start_min, b.end_max) for b in bounds])


_DAY = itemgetter(0)


class _Surroundings:
    """What else the entries of a family or of one child tell of a period, looked up by bisection."""

    def __init__(self, dossier: _Dossier, person_id: str | None) -> None:
        self._dossier = dossier
        self._person_id = person_id
        self._waiting = dossier.covered(dossier.case.of_kind[Kind.WACHTTIJD], person_id)[1]
        self._sure_measure, self._measure = dossier.covered(dossier.case.of_kind[Kind.MAATREGEL], person_id)
        self._signals = TouchSweep(dossier.case, concerning(dossier.case.of_kind[Kind.SIGNAAL], person_id))
        self._events = TouchSweep(dossier.case, concerning(dossier.case.of_kind[Kind.GEBEURTENIS], person_id))

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
        ends = self._dossier.ends
        return self._nearest(ends[index] for index in range(bisect_left(ends, first, key=_DAY) - 1, -1, -1))

    def _after(self, last: int) -> tuple[str, ...]:
        starts = self._dossier.starts
        return self._nearest(starts[index] for index in range(bisect_right(starts, last, key=_DAY), len(starts)))

    def _nearest(self, entries: Iterable[tuple[int, Entry]]) -> tuple[str, ...]:
        """The ids of the first of these that concern the family or the child, and of all on that same day."""
        found: list[str] = []
        nearest = None
        for day, entry in entries:
            if nearest is not None and day != nearest:
                break
            if concerns(entry, self._person_id):
                nearest = day
                found.append(entry.id)
        return tuple(sorted(found))
