"""Where what a screen reader meets stands in the viewport, or beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.timeline import Timeline
from tijdlijn.ui.timeline_view.accessible_actions import FINDINGS, PHASES

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

TURNS = "turns"

Key = tuple[str, str]
"""A group and, within it, the id of what it holds; the empty id is the group itself."""


def place_of_key(canvas: TimelineCanvas, key: Key) -> QRectF:
    """The place of a group, or of what it holds."""
    group, id_ = key
    above = _above(canvas.timeline, key)
    if above is not None:
        return above.translated(SCREEN.names - canvas.horizontalScrollBar().value(), 0)
    if id_ and group not in (FINDINGS, PHASES):
        return canvas.place_in_view(id_) or QRectF()
    return _of_group(canvas, group)


def _of_group(canvas: TimelineCanvas, group: str) -> QRectF:
    timeline, width = canvas.timeline, float(canvas.viewport().width())
    if group in (FINDINGS, PHASES, TURNS):
        return QRectF(0, 0, width, timeline.header_height)
    lane = timeline.lanes[int(group)] if int(group) < len(timeline.lanes) else None
    top = timeline.header_height - canvas.verticalScrollBar().value()
    return QRectF(0, top + lane.top, width, lane.height) if lane else QRectF()


def _above(timeline: Timeline, key: Key) -> QRectF | None:
    """Of what stands above the lanes: its place on the axis and its height in the header."""
    group, id_ = key
    chips = timeline.header_height - timeline.chips_height
    if group == FINDINGS:
        band = next((band for band in timeline.bands if band.id == id_), None)
        return QRectF(band.left, chips, band.right - band.left, timeline.chips_height) if band else None
    if group == PHASES:
        phase = next((phase for phase in timeline.phases if phase.id == id_), None)
        top = timeline.phases_top(0.0)
        return QRectF(phase.left, top, phase.right - phase.left, chips - top) if phase else None
    if group == TURNS and id_:
        turn = next((turn for turn in timeline.turns if turn.entry.id == id_), None)
        return QRectF((turn.centre if turn else 0) - 8, 0, 16, timeline.turns_height)
    return None
