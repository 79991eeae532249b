"""The overview strip: the whole life with the part in view; a press, a drag or an arrow key goes there.

What does not change while the view moves is painted once; a move costs the frame. The frame is dragged by its middle to
go through time, by an edge to zoom, in the declared steps of the canvas; a double press shows the whole life.
"""

from __future__ import annotations

from math import log2

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from tijdlijn.drawing.styles import LIGHT, Theme
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.overview import draw_overview, overview_axis
from tijdlijn.layout.timeline import Timeline
from tijdlijn.render_qt.painter import Painter
from tijdlijn.render_qt.painting import painting
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas
from tijdlijn.ui.timeline_view.layouts import STEPS_PER_DOUBLING

HEIGHT = 76
GRIP = 5.0
"""How far from an edge of the frame a pointer takes it, in pixels."""
LEAST_INSIDE = 12.0
"""A frame narrower than its grips and this is taken by its middle from within, by its edges from outside."""


class OverviewStrip(QWidget):
    """Shows the timeline of a canvas as a whole."""

    def __init__(self, canvas: TimelineCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._theme: Theme = LIGHT
        self._painter = Painter(LIGHT)
        self._held: float | None = None
        self._edge = 0
        self._still: tuple[tuple[object, ...], Axis, QPixmap] | None = None
        self.setMouseTracking(True)
        canvas.moved.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Overzicht van het hele leven"))
        self.setToolTip(
            self.tr("Sleep het kader om door de tijd te gaan, of een rand ervan om te zoomen; dubbelklik toont alles")
        )

    def sizeHint(self) -> QSize:
        return QSize(600, HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme from now on."""
        self._theme = theme
        self._painter = Painter(theme)
        self.update()

    def _axis(self) -> Axis:
        return self._drawn()[1]

    def _drawn(self) -> tuple[tuple[object, ...], Axis, QPixmap]:
        """What does not change while the view moves, with its scale; painted when something in it is another."""
        timeline, sharpness = self._canvas.timeline, self.devicePixelRatioF()
        about = (timeline.case, timeline.analysis, self._painter)
        key = (*map(id, about), timeline.content.shown, timeline.extent, self.width(), self.height(), sharpness)
        if self._still is None or self._still[0][len(about) :] != key:
            axis = overview_axis(timeline, SCREEN.names, self.width() - 2.0)
            self._still = (*about, *key), axis, self._painted(timeline, axis, sharpness)
        return self._still

    def _painted(self, timeline: Timeline, axis: Axis, sharpness: float) -> QPixmap:
        pixmap = QPixmap(max(round(self.width() * sharpness), 1), max(round(self.height() * sharpness), 1))
        pixmap.setDevicePixelRatio(sharpness)
        pixmap.fill(self._painter.colour("lane.odd"))
        with painting(pixmap) as painter:
            self._painter.paint(painter, draw_overview(timeline, axis, self.width() - 2.0, float(self.height())))
            self._name(painter)
        return pixmap

    def window_rect(self) -> QRectF:
        """Where the frame around the part in view is."""
        axis, (first, last) = self._axis(), self._canvas.days_in_view
        left, right = max(axis.x(first), SCREEN.names), min(axis.x(last), self.width() - 1.0)
        return QRectF(left, 1, max(right - left, 6), self.height() - 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.drawPixmap(QPointF(0, 0), self._drawn()[2])
            frame = self.window_rect()
            shade = QColor(self._theme["overview.shade"].fill or "#888888")
            shade.setAlpha(120)
            painter.fillRect(QRectF(SCREEN.names, 0, frame.left() - SCREEN.names, self.height()), shade)
            painter.fillRect(QRectF(frame.right(), 0, self.width() - frame.right(), self.height()), shade)
            self._paint_frame(painter, frame)
            if self.hasFocus():
                painter.setPen(QPen(self._painter.colour("accent"), 2))
                painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _paint_frame(self, painter: QPainter, frame: QRectF) -> None:
        look = self._theme["overview.window"]
        colour = QColor(look.stroke or "#000000")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, look.width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 3, 3)
        for x in (frame.left(), frame.right()):
            painter.setPen(QPen(self._painter.colour("paper"), 1))
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(x - 3.5, frame.center().y() - 12, 7, 24), 3.5, 3.5)
            painter.setPen(QPen(self._painter.colour("paper"), 1))
            painter.drawLine(QPointF(x, frame.center().y() - 5), QPointF(x, frame.center().y() + 5))

    def _name(self, painter: QPainter) -> None:
        painter.setPen(self._painter.colour("label.soft"))
        font = self.font()
        font.setPixelSize(round(SCREEN.small))
        painter.setFont(font)
        place = QRectF(12, 4, SCREEN.names - 16, self.height() - 8)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(place, flags, self.tr("Overzicht en aantal betrokken partijen"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._canvas.keys.move_view(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x, frame = event.position().x(), self.window_rect()
        self._edge = self._edge_at(x)
        inside = frame.left() <= x <= frame.right()
        self._held = x - frame.center().x() if inside else 0.0
        if not inside and not self._edge:
            self._go(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._held is None:
            self._show_what_is_taken(x)
        elif self._edge:
            self._pull(x)
        else:
            self._go(x)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held, self._edge = None, 0
        self._show_what_is_taken(event.position().x())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._canvas.fit()

    def _edge_at(self, x: float) -> int:
        """The edge of the frame that a pointer takes: -1 the left, 1 the right, 0 none."""
        frame = self.window_rect()
        within = GRIP if frame.width() >= 2 * GRIP + LEAST_INSIDE else 0.0
        if frame.left() - GRIP <= x <= frame.left() + within:
            return -1
        return 1 if frame.right() - within <= x <= frame.right() + GRIP else 0

    def _show_what_is_taken(self, x: float) -> None:
        frame = self.window_rect()
        if self._edge_at(x):
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        elif frame.left() <= x <= frame.right():
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor if x >= SCREEN.names else Qt.CursorShape.ArrowCursor)

    def _pull(self, x: float) -> None:
        """Zoom until the edge that is held is as near to `x` as the declared steps allow; the other one stays."""
        (first, last), day = self._canvas.days_in_view, self._axis().day(x)
        wanted = last - day if self._edge < 0 else day - first
        steps = round(STEPS_PER_DOUBLING * log2((last - first) / max(wanted, 1.0)))
        room = (last - first) * self._canvas.points_per_day
        self._canvas.zoom(steps, room if self._edge < 0 else 0.0)

    def _go(self, x: float) -> None:
        self._canvas.show_day(self._axis().day(x - (self._held or 0.0)))
