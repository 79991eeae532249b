"""What a pointer does with the phases above the lanes: a click asks for one, a double click for its name, a drag of its
border moves the day on which it begins.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, Signal

from tijdlijn.language.dates_nl import write_day
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.phases import PHASE, PhaseBand
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import add_months
from tijdlijn.services.phases import keep_phase
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.timeline_view.ghost import Ghost, Show

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

REACH = 5.0
"""How near to a border a pointer takes it, in pixels."""
NARROW = 1.0
"""Points a day below which a day is too narrow to point at, and a border goes by whole months."""


@dataclass(frozen=True, slots=True)
class PhaseHold:
    """A phase and whether the border at which it begins is taken."""

    id: str
    on_border: bool = False

    @property
    def cursor(self) -> Qt.CursorShape:
        """The shape that tells what a press would take."""
        return Qt.CursorShape.SizeHorCursor if self.on_border else Qt.CursorShape.PointingHandCursor


class PhaseHand(QObject):
    """The phases of one canvas. `asked` and `name_asked` carry the id of a phase, the second where its name is."""

    asked = Signal(str)
    name_asked = Signal(str, QPointF)

    def __init__(self, canvas: TimelineCanvas, controller: CaseController) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.controller = controller

    def hold_at(self, at: QPointF) -> PhaseHold | None:
        """What a press at a place would take; None where no phase is named."""
        group = self._canvas.group_at(at)
        if group is None or not group.id.startswith(PHASE):
            return None
        bands = self._canvas.timeline.phases
        border = next((band for band in bands if abs(self.x_of(band) - at.x()) <= REACH), None)
        return PhaseHold(border.id, True) if border else PhaseHold(group.id.removeprefix(PHASE))

    def x_of(self, band: PhaseBand) -> float:
        """Where a phase begins, in the viewport."""
        return band.left - self._canvas.horizontalScrollBar().value() + SCREEN.names

    def day_at(self, at: QPointF) -> date:
        """The day on which a phase would begin at a place."""
        return self.snapped(self._canvas.day_at(at))

    def snapped(self, day: date) -> date:
        """A day, or the nearest first of a month where days are too narrow to point at."""
        return nearest_month(day) if self._canvas.points_per_day < NARROW else day

    def reveal(self, id_: str) -> None:
        """Bring the days of a phase into view."""
        band = next((band for band in self._canvas.timeline.phases if band.id == id_), None)
        if band is not None:
            axis = self._canvas.timeline.axis
            self.controller.reveal_days.emit(round(axis.day(band.left)), round(axis.day(band.right)) - 1)

    def name_place(self, id_: str) -> QPointF:
        """Below the name of a phase, as far as it is in view."""
        seen = {group.id: place for place, group in self._canvas.places()}
        place = seen.get(PHASE + id_)
        return place.bottomLeft() if place is not None else QPointF(SCREEN.names + 20, 60)


class PhaseDrag:
    """The begin of a phase is dragged; a ghost says on which day it would be."""

    def __init__(self, canvas: TimelineCanvas, hand: PhaseHand, ghost: Ghost, hold: PhaseHold) -> None:
        self._canvas, self._hand, self._ghost = canvas, hand, ghost
        self._phase = next(phase for phase in hand.controller.case.phases if phase.id == hold.id)
        self._day = self._phase.start

    def move(self, at: QPointF, _keys: Qt.KeyboardModifier) -> None:
        """Show on which day it would begin."""
        self._day = between_others(self._hand.controller.case, self._phase.id, self._hand.day_at(at))
        axis = self._canvas.timeline.axis
        x = axis.x(self._day.toordinal()) - self._canvas.horizontalScrollBar().value() + SCREEN.names
        self._canvas.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
        self._ghost.tell(Show(at, write_day(self._day), self._phase.name, lines=(x,)))

    def drop(self, _keys: Qt.KeyboardModifier) -> None:
        """Let it begin on the day that is shown."""
        self.leave()
        if self._day != self._phase.start:
            self._hand.controller.do(keep_phase, replace(self._phase, start=self._day))

    def leave(self) -> None:
        """End it; what was shown goes."""
        self._ghost.leave()


def nearest_month(day: date) -> date:
    """The first of a month that is nearest to a day."""
    first = day.replace(day=1)
    return first if day.day <= 15 or day.year >= date.max.year else add_months(first, 1)


def between_others(case: Case, id_: str, day: date) -> date:
    """The day nearest to this one on which a phase can begin: after the one before it, before the next and before its
    own end."""
    phases = case.phases_in_order
    place = next(number for number, phase in enumerate(phases) if phase.id == id_)
    if place + 1 < len(phases):
        day = min(day, phases[place + 1].start - timedelta(1))
    end = phases[place].end
    day = day if end is None else min(day, end)
    return max(day, phases[place - 1].start + timedelta(1)) if place else day
