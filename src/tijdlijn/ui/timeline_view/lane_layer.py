"""What is shown over the names of the lanes while somebody points at them, has the keys there or drags one.

It is a layer of its own, so that nothing of the timeline is laid out or painted anew while a pointer moves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tijdlijn.layout.body import PlacedLane
from tijdlijn.layout.lane_names import fold_sign
from tijdlijn.layout.measure import SCREEN
from tijdlijn.render_qt.painting import painting
from tijdlijn.ui import theme
from tijdlijn.ui.timeline_view.lane_holds import can_fold, cell_of

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas


@dataclass(frozen=True, slots=True)
class Lift:
    """What a drag would do: the cell that was taken, what it says, and the line where it would come to lie."""

    cell: QRectF
    words: str
    line: float | None = None
    indent: float = 0.0


class LaneLayer(QWidget):
    """The layer over the viewport of a canvas."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas.viewport())
        self._canvas = canvas
        self.hovered = ""
        self.focused = ""
        self.lift: Lift | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def point_at(self, key: str) -> None:
        """Show the fold sign of a lane, or of none."""
        if key != self.hovered:
            self.hovered = key
            self.settle()

    def focus(self, key: str) -> None:
        """Frame the name of a lane, or of none."""
        if key != self.focused:
            self.focused = key
            self.settle()

    def tell(self, lift: Lift | None) -> None:
        """Show what a drag would do, or that there is none."""
        if lift != self.lift:
            self.lift = lift
            self.settle()

    def settle(self) -> None:
        """Cover what is needed and no more."""
        port = self._canvas.viewport()
        head = round(self._canvas.timeline.header_height)
        width = port.width() if self.lift else round(SCREEN.names)
        place = QRect(0, head, width, max(port.height() - head, 0))
        if self.geometry() != place:
            self.setGeometry(place)
        self.setVisible(bool(self.hovered or self.focused or self.lift))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, -self.y())
            for lane in self._canvas.timeline.lanes:
                if lane.lane.key == self.hovered and not lane.is_folded and can_fold(lane) and not self.lift:
                    self._paint_sign(painter, lane)
                if lane.lane.key == self.focused:
                    self._paint_focus(painter, lane)
            if self.lift:
                self._paint_lift(painter, self.lift)

    def _paint_sign(self, painter: QPainter, lane: PlacedLane) -> None:
        cell = cell_of(self._canvas, lane)
        sign = fold_sign(lane, lane.surface.measure, 0.0, cell.top(), is_open=True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.palette().accent))
        painter.drawPolygon([QPointF(x, y) for x, y in sign.points])

    def _paint_focus(self, painter: QPainter, lane: PlacedLane) -> None:
        accent = QColor(theme.palette().accent)
        painter.setPen(QPen(accent, 2))
        accent.setAlpha(26)
        painter.setBrush(accent)
        painter.drawRoundedRect(cell_of(self._canvas, lane).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)

    def _paint_lift(self, painter: QPainter, lift: Lift) -> None:
        colours = theme.palette()
        accent = QColor(colours.accent)
        if lift.line is not None:
            painter.setPen(QPen(accent, 2))
            painter.drawLine(QPointF(lift.indent, lift.line), QPointF(SCREEN.names, lift.line))
            painter.setPen(QPen(accent, 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(SCREEN.names, lift.line), QPointF(self.width(), lift.line))
        painter.setPen(QPen(accent, 1.2))
        painter.setBrush(QColor(colours.field))
        painter.drawRoundedRect(lift.cell, 5, 5)
        font = QFont(self.font())
        font.setPixelSize(round(SCREEN.label))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink))
        room = lift.cell.adjusted(10, 0, -8, 0)
        text = QFontMetricsF(font).elidedText(lift.words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
