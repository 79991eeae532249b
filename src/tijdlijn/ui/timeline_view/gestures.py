"""What the pointer means on the canvas. Each gesture ends in a call of the canvas or the controller.

A press on an entry takes it, on its end takes that end, on nothing takes the picture; with Shift on nothing a band is
drawn. What moved less than a few pixels was a click.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent

from tijdlijn.layout.measure import SCREEN
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.timeline_view.dragging import EntryDrag
from tijdlijn.ui.timeline_view.ghost import Ghost
from tijdlijn.ui.timeline_view.handles import Hold, hold_at
from tijdlijn.ui.timeline_view.inline_title import InlineTitle
from tijdlijn.ui.timeline_view.lane_dragging import LaneDrag, LaneResize
from tijdlijn.ui.timeline_view.lane_holds import LaneHold, Part, lane_hold_at
from tijdlijn.ui.timeline_view.phase_hand import PhaseDrag, PhaseHold
from tijdlijn.ui.timeline_view.rubber_band import RubberBand
from tijdlijn.ui.timeline_view.spot import Spot, scenario_at, spot_at, start_at

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

STILL = 4
"""Movement in pixels below which a press and release are a click."""
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Doing(Protocol):
    """A gesture that is going on."""

    def move(self, at: QPointF, keys: Qt.KeyboardModifier) -> None: ...

    def drop(self, keys: Qt.KeyboardModifier) -> None: ...

    def leave(self) -> None: ...


class _Pan:
    """The picture is dragged."""

    def __init__(self, canvas: TimelineCanvas, at: QPointF) -> None:
        self._bars = canvas.horizontalScrollBar(), canvas.verticalScrollBar()
        self._from = self._bars[0].value() + at.x(), self._bars[1].value() + at.y()

    def move(self, at: QPointF, _keys: Qt.KeyboardModifier) -> None:
        self._bars[0].setValue(round(self._from[0] - at.x()))
        self._bars[1].setValue(round(self._from[1] - at.y()))

    def drop(self, _keys: Qt.KeyboardModifier) -> None:
        return None

    def leave(self) -> None:
        return None


class Gestures:
    """The gestures of one canvas."""

    def __init__(self, canvas: TimelineCanvas, controller: CaseController) -> None:
        self._canvas = canvas
        self._controller = controller
        self._pressed: QPointF | None = None
        self._keys = Qt.KeyboardModifier.NoModifier
        self._hold: Hold | None = None
        self._doing: Doing | None = None
        self._only = ""
        self._anchor = ""
        self._lane: LaneHold | None = None
        self._phase: PhaseHold | None = None
        self.ghost = Ghost(canvas.viewport())
        self.title = InlineTitle(canvas, controller)

    def press(self, event: QMouseEvent) -> None:
        """Select what is met, open a bundle, or be ready to drag."""
        self.cancel()
        self.title.keep()
        at, keys = event.position(), event.modifiers()
        self._lane, self._phase = lane_hold_at(self._canvas, at), self._canvas.phases.hold_at(at)
        if self._lane is not None or self._phase is not None:
            self._pressed, self._keys, self._hold = at, keys, None
            return
        group = self._canvas.group_at(at)
        if group and group.id.startswith("bundle:"):
            bundle = self._canvas.timeline.bundle_at(group.id)
            if bundle:
                self._canvas.bundle_asked.emit(bundle.ids, event.globalPosition().toPoint())
            return
        self._pressed, self._keys = at, keys
        self._hold = hold_at(self._canvas, self._controller.case, at)
        if self._hold is not None:
            self._choose(self._hold.id, keys)
        elif not keys & SHIFT:
            self._canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, event: QMouseEvent) -> bool:
        """Go on with a drag, or begin one; False when nothing is pressed."""
        if self._pressed is None:
            return False
        if self._doing is None and (event.position() - self._pressed).manhattanLength() >= STILL:
            self._only = ""
            self._doing = self._begun(self._pressed)
        if self._doing is not None:
            self._doing.move(event.position(), event.modifiers())
        return True

    def release(self, event: QMouseEvent) -> None:
        """End a drag; a press that did not move selects one entry, asks for the finding it met, or selects nothing."""
        if self._pressed is None:
            return
        doing, hold, only = self._doing, self._hold, self._only
        self._pressed = self._doing = None
        self._only = ""
        if doing is not None:
            doing.drop(event.modifiers())
        elif self._lane is not None:
            self._canvas.lanes.clicked(self._lane, event.globalPosition().toPoint())
        elif self._phase is not None:
            self._canvas.phases.asked.emit(self._phase.id)
        elif hold is None:
            self._clicked_ground(event)
        elif only:
            self._controller.select([only])
        self.point_at(event.position())

    def cancel(self) -> bool:
        """Leave what is going on as if it had not begun; whether anything was."""
        doing, self._doing = self._doing, None
        self._pressed, self._only = None, ""
        if doing is not None:
            doing.leave()
            self._canvas.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        return doing is not None

    def key(self, event: QKeyEvent) -> bool:
        """While something is dragged Escape leaves it, and the other keys wait."""
        if self._doing is None:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        return True

    def double_press(self, event: QMouseEvent) -> None:
        """Edit the title of the entry that is met, or add one on that day and in that lane."""
        self.cancel()
        at = event.position()
        lane = lane_hold_at(self._canvas, at)
        if lane is not None:
            self._canvas.lanes.double_clicked(lane)
            return
        phase = self._canvas.phases.hold_at(at)
        if phase is not None:
            self._canvas.phases.name_asked.emit(phase.id, self._canvas.phases.name_place(phase.id))
            return
        hold = hold_at(self._canvas, self._controller.case, at)
        group = self._canvas.group_at(at)
        if hold is not None:
            self._canvas.edit_asked.emit(hold.id)
        elif group and (proposed := self._canvas.ahead.rule_at(group.id)):
            self._canvas.ahead.opened.emit(proposed)
        elif not (group and group.id.startswith(("bundle:", "link"))) and at.x() > SCREEN.names:
            if self._canvas.timeline.is_parallel:
                self._controller.write_in(scenario_at(self._canvas, at))
            self._canvas.add_asked.emit(self._canvas.day_at(at), start_at(self._canvas, at))

    def point_at(self, at: QPointF) -> None:
        """Give the pointer the shape that tells what a press would do."""
        lane = lane_hold_at(self._canvas, at)
        self._canvas.lanes.layer.point_at(lane.key if lane else "")
        phase = self._canvas.phases.hold_at(at)
        hold = lane or phase or hold_at(self._canvas, self._controller.case, at)
        if hold is not None:
            shape = hold.cursor
        else:
            is_thing = self._canvas.group_at(at) is not None
            shape = Qt.CursorShape.PointingHandCursor if is_thing else Qt.CursorShape.ArrowCursor
        if self._canvas.viewport().cursor().shape() is not shape:
            self._canvas.viewport().setCursor(shape)

    def menu(self, event: QContextMenuEvent) -> Spot | None:
        """What a menu is asked for; an entry that was not selected is selected first."""
        self.cancel()
        self.title.keep()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            return self._spot_of_keys()
        spot = spot_at(self._canvas, QPointF(event.pos()), event.globalPos())
        if spot.kind == "entry" and spot.id not in self._controller.selection:
            self._controller.select([spot.id])
        return spot

    def _spot_of_keys(self) -> Spot | None:
        if self._canvas.lanes.focused:
            return self._canvas.lanes.spot_of_keys()
        chosen = self._controller.selection
        place = self._canvas.place_in_view(chosen[-1]) if chosen else None
        port = self._canvas.viewport()
        if place is None:
            middle = QPoint((port.width() + round(SCREEN.names)) // 2, port.height() // 2)
            return spot_at(self._canvas, QPointF(middle), port.mapToGlobal(middle))._replace(kind="ground", id="")
        corner = QPoint(round(max(place.left(), SCREEN.names)), round(place.bottom()))
        return Spot("entry", chosen[-1], self._canvas.day_at(QPointF(corner)), "", port.mapToGlobal(corner))

    def _begun(self, at: QPointF) -> Doing:
        if self._lane is not None and self._lane.lane is not None:
            return (LaneResize if self._lane.part is Part.EDGE else LaneDrag)(self._canvas, self._lane.lane)
        if self._phase is not None and self._phase.on_border:
            return PhaseDrag(self._canvas, self._canvas.phases, self.ghost, self._phase)
        if self._hold is not None:
            return EntryDrag(self._canvas, self._controller, self.ghost, self._hold, at)
        if self._keys & SHIFT and at.x() > SCREEN.names:
            return RubberBand(self._canvas, self._controller, self.ghost, at)
        return _Pan(self._canvas, at)

    def _clicked_ground(self, event: QMouseEvent) -> None:
        group = self._canvas.group_at(event.position())
        if group and self._canvas.ahead.clicked(group.id):
            return
        if group and not self._canvas.links.follow(group.id):
            self._canvas.finding_asked.emit(group.id)
        elif not group and not event.modifiers() & (CONTROL | SHIFT):
            self._canvas.ahead.choose("")
            self._controller.select(())

    def _choose(self, id_: str, keys: Qt.KeyboardModifier) -> None:
        """Ctrl adds or takes off, Shift selects all between in time; one of several stays with them until release."""
        chosen = self._controller.selection
        if keys & SHIFT:
            self._controller.select(self._range(self._anchor if self._anchor in chosen else "", id_))
            return
        self._anchor = id_
        if keys & CONTROL:
            rest = tuple(other for other in chosen if other != id_)
            self._controller.select(rest if id_ in chosen else (*chosen, id_))
        elif id_ not in chosen:
            self._controller.select([id_])
        elif len(chosen) > 1:
            self._only = id_

    def _range(self, anchor: str, id_: str) -> tuple[str, ...]:
        """All entries from the anchor, or what was selected first, to another, in order of time."""
        shown, known = self._controller.shown, self._controller.case.entries_by_id
        seen = known if shown is None else shown
        order = [entry.id for entry in self._canvas.timeline.entries if entry.id in known and entry.id in seen]
        anchor = anchor or next(iter(self._controller.selection), id_)
        if anchor not in order or id_ not in order:
            return (id_,)
        first, last = sorted((order.index(anchor), order.index(id_)))
        return tuple(order[first : last + 1])
