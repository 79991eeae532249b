"""The course of each family around one moment that all of them have: the anchor, on which they are aligned.

The anchor is the first entry of its sort: the first uithuisplaatsing, hulpvraag or schakelmoment. It lies somewhere
between the earliest day on which one of them possibly starts and the earliest by which one of them surely has.
What came before it are the other entries that start in the 180 days before it (not on its own day), `[min, max]` under
both uncertain dates. Entries of the sort of the anchor are never before the first of them.

- Snelkookpan: one of which an action falls in those days; sure when the cluster is and an action surely does.
- No help at home: as with placements, no help aimed at ouder or gezin ran in those days; `mogelijk` when help did of
  which it is not written at whom it was aimed, or when it only may have run.
- Waiting: a wachttijd ran in those days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tijdlijn.analysis import intervals
from tijdlijn.analysis.certainty import Range, Status, status, sure_reach
from tijdlijn.analysis.gaps import family_window
from tijdlijn.analysis.intervals import Interval
from tijdlijn.analysis.selection import days_told
from tijdlijn.analysis.snelkookpan import Snelkookpan
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry
from tijdlijn.model.vocabulary import AimedAt, Kind

BEFORE_DAYS = 180
"""How many days before the anchor are looked at."""
NOT_COUNTED = frozenset({Kind.VERWACHT})
"""Kinds that tell of no day that came."""


class Anchor(StrEnum):
    """The first of what the families are aligned on."""

    UITHUISPLAATSING = "uithuisplaatsing"
    HULPVRAAG = "hulpvraag"
    SCHAKELMOMENT = "schakelmoment"

    @property
    def label(self) -> str:
        """As in "de eerste uithuisplaatsing"."""
        first = "het eerste" if self is Anchor.SCHAKELMOMENT else "de eerste"
        return f"{first} {self.value}"


ANCHORS = tuple(Anchor)


class Sign(StrEnum):
    """What may have been so in the days before the anchor."""

    ULTIMATUM = "ultimatum"
    SNELKOOKPAN = "snelkookpan"
    GEEN_HULP_THUIS = "geen hulp voor ouders of gezin"
    WACHTEN = "wachten op hulp"


@dataclass(frozen=True, slots=True)
class Covered:
    """Days of one thing, surely and possibly."""

    sure: tuple[Interval, ...]
    possible: tuple[Interval, ...]

    def shifted(self, days: int) -> Covered:
        """The same days, so many later."""
        return Covered(
            tuple((first + days, last + days) for first, last in self.sure),
            tuple((first + days, last + days) for first, last in self.possible),
        )


@dataclass(frozen=True, slots=True)
class Strip:
    """One family around its anchor. All days are counted from the earliest possible day of the anchor, which is 0.

    `anchor_days` is how many days the anchor may lie after that. `known` is the window of the gaps. `help`, `waiting`
    and `placed` are its days; `pans` the extents of snelkookpannen with how sure they are;
    `marks` the moments with the days on which they may be. `before` counts what started before the anchor by kind, and
    `signs` tells how sure each sign is; one that was not so is not in it.
    """

    number: int
    anchor_days: int
    known: Interval | None
    help: Covered
    waiting: Covered
    placed: Covered
    pans: tuple[tuple[int, int, Status], ...]
    marks: tuple[tuple[Kind, int, int], ...]
    before: Mapping[Kind, Range]
    signs: Mapping[Sign, Status]

    @property
    def begins_later(self) -> bool:
        """Whether the dossier tells of less than all of the days before the anchor."""
        return self.known is None or self.known[0] > -BEFORE_DAYS


MARKED = (Kind.HULPVRAAG, Kind.SIGNAAL, Kind.ULTIMATUM)
"""The moments that a strip shows."""


class Course:
    """What happened to one family, looked up once, to be told around each anchor."""

    def __init__(self, case: Case, pans: Sequence[Snelkookpan]) -> None:
        self._case, self._pans = case, pans
        of_kind = case.of_kind
        self._help = [entry for entry in case.help if entry.kind is not Kind.UITHUISPLAATSING]
        self._waiting = days_told(case, of_kind[Kind.WACHTTIJD])
        spans = days_told(case, self._help), self._waiting, days_told(case, of_kind[Kind.UITHUISPLAATSING])
        self._covered = [_covered(bounds) for bounds in spans]
        self._marks = [(entry.kind, case.bounds[entry.id]) for kind in MARKED for entry in of_kind[kind]]
        self._known = family_window(case)
        self._firsts: dict[Anchor, Sequence[Entry]] = {
            Anchor.UITHUISPLAATSING: of_kind[Kind.UITHUISPLAATSING],
            Anchor.HULPVRAAG: of_kind[Kind.HULPVRAAG],
            Anchor.SCHAKELMOMENT: [entry for entry in case.actual if entry.schakelmoment],
        }

    def around(self, number: int, anchor: Anchor) -> Strip | None:
        """The strip of the family with this number; None when it has no such anchor."""
        firsts = self._firsts[anchor]
        first = first_of(days_told(self._case, firsts))
        if first is None:
            return None
        low, high = first
        helping, waiting, placed = (one.shifted(-low) for one in self._covered)
        known = self._known
        before = self._before(firsts, first)
        counts = _counted(before, first)
        return Strip(
            number=number,
            anchor_days=high - low,
            known=(known[0] - low, known[1] - low) if known else None,
            help=helping,
            waiting=waiting,
            placed=placed,
            pans=tuple((pan.start.toordinal() - low, pan.end.toordinal() - low, pan.status) for pan in self._pans),
            marks=tuple((kind, one.start_min - low, one.start_max - low) for kind, one in self._marks),
            before=counts,
            signs=dict(self._signs(before, counts, first)),
        )

    def _before(self, firsts: Sequence[Entry], anchor: Interval) -> Sequence[tuple[Entry, Bounds]]:
        """What possibly starts in the days before the anchor, which is never one of its own sort."""
        own = {entry.id for entry in firsts}
        bounds = self._case.bounds
        first, last = anchor[0] - BEFORE_DAYS, anchor[1] - 1
        return [
            (entry, days)
            for entry in self._case.actual
            if (days := bounds[entry.id]).start_min <= last
            and days.start_max >= first
            and entry.id not in own
            and entry.kind not in NOT_COUNTED
        ]

    def _signs(
        self, before: Sequence[tuple[Entry, Bounds]], counts: Mapping[Kind, Range], anchor: Interval
    ) -> Iterator[tuple[Sign, Status]]:
        if ultimatums := counts.get(Kind.ULTIMATUM):
            yield Sign.ULTIMATUM, status(ultimatums[0] > 0)
        if pan := self._pan_before(before, anchor):
            yield Sign.SNELKOOKPAN, pan
        if nobody := self._nobody_at_home(anchor):
            yield Sign.GEEN_HULP_THUIS, nobody
        if any(_may_run_before(one, anchor) for one in self._waiting):
            yield Sign.WACHTEN, status(any(_surely_runs_before(one, anchor) for one in self._waiting))

    def _pan_before(self, before: Sequence[tuple[Entry, Bounds]], anchor: Interval) -> Status | None:
        sure = {entry.id: _surely_starts_before(days, anchor) for entry, days in before}
        found = [(pan.status, id_) for pan in self._pans for id_ in pan.entry_ids if id_ in sure]
        if not found:
            return None
        return status(any(how is Status.ZEKER and sure[id_] for how, id_ in found))

    def _nobody_at_home(self, anchor: Interval) -> Status | None:
        """None when help aimed at ouder or gezin surely ran in the days before the anchor."""
        running = [
            (entry.aimed_at, bounds)
            for entry in self._help
            if entry.aimed_at is not AimedAt.KIND and _may_run_before(bounds := self._case.bounds[entry.id], anchor)
        ]
        if not running:
            return Status.ZEKER
        if any(aim is not None and _surely_runs_before(bounds, anchor) for aim, bounds in running):
            return None
        return Status.MOGELIJK


def first_of(bounds: Iterable[Bounds]) -> Interval | None:
    """The days on which the first of these possibly starts; None of none."""
    found = list(bounds)
    return (min(one.start_min for one in found), min(one.start_max for one in found)) if found else None


def _covered(bounds: Iterable[Bounds]) -> Covered:
    found = list(bounds)
    return Covered(
        tuple(intervals.union(days for one in found if (days := one.sure))),
        tuple(intervals.union(days for one in found if (days := one.possible))),
    )


def _counted(before: Iterable[tuple[Entry, Bounds]], anchor: Interval) -> Mapping[Kind, Range]:
    """How many of each kind start in the days before the anchor; kinds of which none may are not in it."""
    found: dict[Kind, Range] = {}
    for entry, bounds in before:
        least, most = found.get(entry.kind, (0, 0))
        found[entry.kind] = least + _surely_starts_before(bounds, anchor), most + 1
    return found


def _surely_starts_before(bounds: Bounds, anchor: Interval) -> bool:
    return bounds.start_min >= anchor[1] - BEFORE_DAYS and bounds.start_max <= anchor[0] - 1


def _may_run_before(bounds: Bounds, anchor: Interval) -> bool:
    days = bounds.possible
    return days is not None and days[0] <= anchor[1] - 1 and days[1] >= anchor[0] - BEFORE_DAYS


def _surely_runs_before(bounds: Bounds, anchor: Interval) -> bool:
    """Whether it has a day in them however the dates fall."""
    begun, ended = sure_reach(bounds)
    return bounds.possible is not None and begun <= anchor[0] - 1 and ended >= anchor[1] - BEFORE_DAYS
