"""What lies at a place of the canvas, for a menu or for adding an entry there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QPointF

from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.phases import PHASE
from tijdlijn.model.casebook import Case
from tijdlijn.model.views import LaneBy
from tijdlijn.model.vocabulary import Kind
from tijdlijn.ui.timeline_view.lane_holds import lane_hold_at
from tijdlijn.ui.timeline_view.picture import BANDS

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas


class Spot(NamedTuple):
    """A place: what is there (`entry`, `bundle`, `finding`, `phase`, `proposal`, `lane`, `hidden`, `lanes` or
    `ground`), its id, its day, and where on the screen.

    `start` is what an entry in this lane begins with, as quick entry reads it.
    """

    kind: str
    id: str
    day: date
    start: str
    on_screen: QPoint


def spot_at(canvas: TimelineCanvas, at: QPointF, on_screen: QPoint) -> Spot:
    """What lies at a place of the viewport."""
    group, start = canvas.group_at(at), start_at(canvas, at)
    day = canvas.day_at(QPointF(max(at.x(), SCREEN.names), at.y()))
    kind, _, id_ = group.id.partition(":") if group else ("", "", "")
    if group and (proposed := canvas.ahead.rule_at(group.id)):
        return Spot("proposal", proposed, day, start, on_screen)
    if group and kind in ("entry", "turn"):
        return Spot("entry", id_, day, start, on_screen)
    if group and kind == "bundle":
        return Spot("bundle", group.id, day, start, on_screen)
    hold = lane_hold_at(canvas, at)
    if hold is not None:
        return Spot("lane" if hold.key else "hidden", hold.key, day, start, on_screen)
    if group and group.id.startswith(BANDS):
        return Spot("finding", group.id, day, start, on_screen)
    if group and group.id.startswith(PHASE):
        return Spot("phase", id_, day, start, on_screen)
    return Spot("ground", "", day, start, on_screen)


def scenario_at(canvas: TimelineCanvas, at: QPointF) -> str:
    """The id of the scenario whose lanes lie at a place; empty for what happened."""
    return canvas.timeline.scenario_at(at.y() - canvas.timeline.header_height + canvas.verticalScrollBar().value())


def start_at(canvas: TimelineCanvas, at: QPointF) -> str:
    """What every entry of the lane at a place has in common, as quick entry reads it: a kind, a person or a party."""
    y = at.y() - canvas.timeline.header_height + canvas.verticalScrollBar().value()
    placed = next((lane for lane in canvas.timeline.lanes if lane.top <= y < lane.top + lane.height), None)
    if placed is None:
        return ""
    parts = (_said(canvas.timeline.case, key, placed.lane.kinds) for key in placed.lane.key.split("/"))
    return " ".join(filter(None, parts))


def _said(case: Case, key: str, kinds: frozenset[Kind]) -> str:
    what, _, id_ = key.partition(":")
    if what == LaneBy.PERSOON and id_ in case.persons_by_id:
        return f"#{_marked(case.persons_by_id[id_].name)}"
    if what == LaneBy.PARTIJ and id_ in case.parties_by_id:
        return f"@{_marked(case.parties_by_id[id_].name)}"
    return next(iter(kinds)).label if not id_ and len(kinds) == 1 else ""


def _marked(name: str) -> str:
    return f'"{name}"' if " " in name else name
