"""Going through the timeline from one thing to the next of its kind, both ways, round and round.

The rule: one goes on from the thing one went to last, or else from what is selected, or else from the edge of the
view. What was reached is said in words ("Gat 2 van 3"), for the status bar and for a screen reader.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import Kind
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas
from tijdlijn.ui.timeline_view.neighbours import reachable


class Goal(StrEnum):
    """What can be gone to; the value is what the timeline calls it."""

    ENTRY = "entry"
    TURN = "turn"
    GAP = "gap"
    PAN = "pan"
    PLACEMENT = "placement"
    ULTIMATUM = "ultimatum"
    DIFFERS = "differs"


BANDS = (Goal.GAP, Goal.PAN)


@dataclass(frozen=True, slots=True)
class Stop:
    """A place to go to: an entry or a finding, with its first and last day as day numbers."""

    id: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Here:
    """Where one went last, and what was in view and selected then: when either changed, it no longer counts."""

    stop: Stop
    days: tuple[float, float]
    selection: tuple[str, ...]


class Going(QObject):
    """Goes to entries and findings of one case. `told` says what was reached; `finding_asked` wants it shown."""

    told = Signal(str)
    finding_asked = Signal(str)

    def __init__(self, controller: CaseController, canvas: TimelineCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._canvas = canvas
        self._here: _Here | None = None

    def go(self, goal: Goal, by: int) -> None:
        """Go to the next (1) or previous (-1) of these."""
        stops = list(self.stops(goal))
        if not stops:
            self.told.emit(self._nothing(goal))
            return
        place = self._next_place(stops, by)
        is_round = not 0 <= place < len(stops)
        self._reach(goal, stops, place % len(stops), is_round)

    def go_to_end(self, is_last: bool) -> None:
        """Go to the first or the last entry."""
        stops = list(self.stops(Goal.ENTRY))
        if stops:
            self._reach(Goal.ENTRY, stops, len(stops) - 1 if is_last else 0, False)

    def stops(self, goal: Goal) -> Iterator[Stop]:
        """All places of a kind in order of time."""
        if goal in BANDS:
            yield from self._bands(goal)
        else:
            yield from self._entries(goal)

    def _bands(self, goal: Goal) -> Iterator[Stop]:
        timeline = self._canvas.timeline
        for band in timeline.bands:
            if band.what == goal:
                yield Stop(band.id, round(timeline.axis.day(band.left)), round(timeline.axis.day(band.right)) - 1)

    def _entries(self, goal: Goal) -> Iterator[Stop]:
        """An entry without a date stands at the day of the one before it."""
        case, day, known = self._controller.case, 1, reachable(self._controller)
        differing = self._canvas.timeline.content.differing
        for entry in self._canvas.timeline.entries:
            bounds = case.bounds.get(entry.id)
            day = bounds.start_min if bounds else day
            is_goal = entry.id in differing if goal is Goal.DIFFERS else _is_goal(entry, goal)
            if is_goal and entry.id in known:
                yield Stop(entry.id, day, bounds.end_max if bounds else day)

    def _next_place(self, stops: list[Stop], by: int) -> int:
        """The place in `stops` to go to; outside it when one must go round."""
        here = self._stop_here()
        ids = [stop.id for stop in stops]
        if here and here.id in ids:
            return ids.index(here.id) + by
        days = [stop.first for stop in stops]
        if here:
            return bisect_left(days, here.first) if by > 0 else bisect_right(days, here.first) - 1
        left, right = self._canvas.days_in_view
        return bisect_left(days, left) if by > 0 else bisect_right(days, right) - 1

    def _stop_here(self) -> Stop | None:
        here, selection = self._here, self._controller.selection
        if here and here.days == self._canvas.days_in_view and here.selection == selection:
            return here.stop
        if not selection:
            return None
        return next((stop for stop in self._entries(Goal.ENTRY) if stop.id == selection[-1]), None)

    def _reach(self, goal: Goal, stops: list[Stop], place: int, is_round: bool) -> None:
        stop = stops[place]
        if goal in BANDS:
            self._controller.reveal_days.emit(stop.first, stop.last)
            self.finding_asked.emit(stop.id)
        else:
            self._controller.select([stop.id], reveal=True)
        self._here = _Here(stop, self._canvas.days_in_view, self._controller.selection)
        said = self.tr("{0} {1} van {2}").format(self._name(goal), place + 1, len(stops))
        if is_round:
            again = self.tr("{0}: weer vooraan") if place == 0 else self.tr("{0}: weer achteraan")
            said = again.format(said)
        self.told.emit(said)

    def _name(self, goal: Goal) -> str:
        return {
            Goal.ENTRY: self.tr("Regel"),
            Goal.TURN: self.tr("Schakelmoment"),
            Goal.GAP: self.tr("Gat"),
            Goal.PAN: self.tr("Snelkookpan"),
            Goal.PLACEMENT: self.tr("Uithuisplaatsing"),
            Goal.ULTIMATUM: self.tr("Ultimatum"),
            Goal.DIFFERS: self.tr("Regel waarvan de bronnen verschillen,"),
        }[goal]

    def _nothing(self, goal: Goal) -> str:
        if goal in BANDS and self._controller.analysis is None:
            return self.tr("De bevindingen worden nog berekend.")
        return {
            Goal.ENTRY: self.tr("Er staan nog geen regels op deze tijdlijn."),
            Goal.TURN: self.tr("Op deze tijdlijn staat geen schakelmoment."),
            Goal.GAP: self.tr("Op deze tijdlijn is geen gat."),
            Goal.PAN: self.tr("Op deze tijdlijn is geen snelkookpan."),
            Goal.PLACEMENT: self.tr("Op deze tijdlijn staat geen uithuisplaatsing."),
            Goal.ULTIMATUM: self.tr("Op deze tijdlijn staat geen ultimatum."),
            Goal.DIFFERS: self.tr("Op deze tijdlijn verschillen de bronnen nergens."),
        }[goal]


def _is_goal(entry: Entry, goal: Goal) -> bool:
    """What belongs to a scenario did not happen: it is an entry and nothing more."""
    if goal is Goal.ENTRY:
        return True
    if entry.scenario:
        return False
    return {
        Goal.TURN: bool(entry.schakelmoment),
        Goal.PLACEMENT: entry.kind is Kind.UITHUISPLAATSING,
        Goal.ULTIMATUM: entry.kind is Kind.ULTIMATUM,
    }[goal]
