"""Placements of each child: how often, how far from home, and who helped at home meanwhile (design 2, Placements).

A placement belongs to the focus children that it names; to whoever it names when it names none of them; and when it
names nobody, to the one focus child if there is one, else to a child unknown (None).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise

from tijdlijn.analysis import intervals
from tijdlijn.analysis.certainty import Range, Status, length_in_days, status, sure_reach
from tijdlijn.analysis.lookup import TouchSweep
from tijdlijn.analysis.selection import concerning
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry
from tijdlijn.model.vocabulary import AimedAt, Kader, Kind, PlacementForm

LADDER = {form: step for step, form in enumerate(PlacementForm)}
"""The forms from least to most invasive."""


@dataclass(frozen=True, slots=True)
class Return:
    """Home again after a placement: days until the next placement of the child or signaal about it.

    `mogelijk` when the next placement may have followed at once. `next_id` and `days` are None when nothing followed.
    """

    day: date
    status: Status
    next_id: str | None = None
    days: Range | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """One placement. `help_ids` is the help aimed at ouder or gezin that possibly ran during it, `unaimed_ids` the
    help of which it is not written at whom it was aimed.

    `without_help` is `zeker` when neither even possibly ran, None when help aimed at ouder or gezin surely did, and
    else `mogelijk`.
    `came_home` is None when the child did not come home after it.
    """

    entry_id: str
    start: date
    end: date
    kader: Kader | None
    form: PlacementForm | None
    days: Range
    help_ids: tuple[str, ...]
    unaimed_ids: tuple[str, ...]
    without_help: Status | None
    came_home: Return | None


@dataclass(frozen=True, slots=True)
class ChildPlacements:
    """The placements of one child in time order; `days_away` counts a day once. `up` and `down` are moves between
    one placement and the next to a more and to a less invasive form; a form that is not known makes no move."""

    person_id: str | None
    placements: tuple[Placement, ...]
    days_away: Range
    up: int
    down: int


def find_placements(case: Case) -> tuple[ChildPlacements, ...]:
    """Of every child that was placed, focus children first."""
    placed: dict[str | None, list[Entry]] = {child.id: [] for child in case.focus}
    for entry in case.of_kind[Kind.UITHUISPLAATSING]:
        for person_id in children_of(case, entry):
            placed.setdefault(person_id, []).append(entry)
    around = _Around(case)
    at_home = {entry.id: around.at(case.bounds[entry.id]) for entry in case.of_kind[Kind.UITHUISPLAATSING]}
    return tuple(_of_child(case, id_, entries, around, at_home) for id_, entries in placed.items() if entries)


@dataclass(frozen=True, slots=True)
class _AtHome:
    """The help that may have run during a placement, as `Placement` tells it."""

    help_ids: tuple[str, ...]
    unaimed_ids: tuple[str, ...]
    without_help: Status | None


class _Around:
    """What placements are held against: help aimed at ouder or gezin, help that does not say at whom, and signals."""

    def __init__(self, case: Case) -> None:
        self.signals = case.of_kind[Kind.SIGNAAL]
        help_ = [entry for entry in case.help if entry.kind is not Kind.UITHUISPLAATSING]
        self._aimed = TouchSweep(case, (e for e in help_ if e.aimed_at in (AimedAt.OUDER, AimedAt.GEZIN)))
        self._unaimed = TouchSweep(case, (e for e in help_ if e.aimed_at is None))

    def at(self, bounds: Bounds) -> _AtHome:
        """What ran during this placement; asked of one placement after another, in time order."""
        self._aimed.go_to(bounds.start_min, bounds.end_max)
        self._unaimed.go_to(bounds.start_min, bounds.end_max)
        nobody = not self._aimed.number and not self._unaimed.number
        sure = any(self._aimed.surely(*sure_reach(bounds)))
        return _AtHome(self._aimed.ids, self._unaimed.ids, None if sure else status(nobody))


def children_of(case: Case, entry: Entry) -> Sequence[str | None]:
    """The ids of the persons whose placement it is; None for a child unknown."""
    focus = [child.id for child in case.focus]
    named = [id_ for id_ in entry.person_ids if id_ in focus]
    if named or entry.person_ids:
        return named or entry.person_ids
    return focus if len(focus) == 1 else [None]


def _of_child(
    case: Case, person_id: str | None, entries: Sequence[Entry], around: _Around, at_home: Mapping[str, _AtHome]
) -> ChildPlacements:
    bounds = [case.bounds[entry.id] for entry in entries]
    came_home = _Homecomings(case, entries, concerning(around.signals, person_id)).of_each()
    steps = [LADDER[entry.form] for entry in entries if entry.form]
    return ChildPlacements(
        person_id=person_id,
        placements=tuple(_placement(case, entry, at_home[entry.id], came_home[entry.id]) for entry in entries),
        days_away=(
            intervals.length(intervals.union(days for b in bounds if (days := b.sure))),
            intervals.length(intervals.union(days for b in bounds if (days := b.possible))),
        ),
        up=sum(second > first for first, second in pairwise(steps)),
        down=sum(second < first for first, second in pairwise(steps)),
    )


def _placement(case: Case, entry: Entry, at_home: _AtHome, came_home: Return | None) -> Placement:
    bounds = case.bounds[entry.id]
    return Placement(
        entry_id=entry.id,
        start=bounds.first_day,
        end=bounds.last_day,
        kader=entry.kader,
        form=entry.form,
        days=length_in_days(bounds),
        help_ids=at_home.help_ids,
        unaimed_ids=at_home.unaimed_ids,
        without_help=at_home.without_help,
        came_home=came_home,
    )


class _Homecomings:
    """When a child came home after each of its placements, and what followed."""

    def __init__(self, case: Case, placements: Sequence[Entry], signals: Sequence[Entry]) -> None:
        self._placements = [(entry.id, case.bounds[entry.id]) for entry in placements]
        self._reference = case.reference.toordinal()
        self._away = TouchSweep(case, placements)
        troubles = [(case.bounds[e.id], e.id) for e in (*placements, *signals)]
        self._troubles = sorted((b.start_min, b.start_max, id_) for b, id_ in troubles)
        self._reach = list(accumulate((latest for _, latest, _ in self._troubles), max))

    def of_each(self) -> dict[str, Return | None]:
        """By the id of the placement; None when the child did not come home after it."""
        by_end = sorted(self._placements, key=lambda placement: placement[1].end_min)
        return {id_: self._after(id_, bounds) for id_, bounds in by_end}

    def _after(self, id_: str, bounds: Bounds) -> Return | None:
        if bounds.open_end or bounds.unknown_end or bounds.end_min > self._reference:
            return None
        first, last = bounds.end_min + 1, bounds.end_max + 1
        elsewhere = [other for other_id, other in self._away.touching(first, last) if other_id != id_]
        if any(other.start_max <= first and other.end_min >= last for other in elsewhere):
            return None
        how_sure = status(not elsewhere)
        day = date.fromordinal(bounds.end_max)
        for index in range(bisect_left(self._reach, first), len(self._troubles)):
            earliest, latest, next_id = self._troubles[index]
            if latest >= first and next_id != id_:
                return Return(day, how_sure, next_id, (max(1, earliest - bounds.end_max), latest - bounds.end_min))
        return Return(day, how_sure)
