"""The overview strip: the whole life with the part in view; a press, a drag or an arrow key goes there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tijdlijn.drawing.styles import LIGHT, Theme
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.overview import draw_overview, overview_axis
from tijdlijn.render_qt.painter import Painter
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

HEIGHT = 76


class OverviewStrip(QWidget):
    """Shows the timeline of a canvas as a whole."""

    def __init__(self, canvas: TimelineCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._theme: Theme = LIGHT
        self._painter = Painter(LIGHT)
        self._grip: float | None = None
        canvas.moved.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Overzicht van het hele leven"))
        self.setToolTip(self.tr("Sleep het kader om door de tijd te gaan"))

    def sizeHint(self) -> QSize:
        return QSize(600, HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme from now on."""
        self._theme = theme
        self._painter = Painter(theme)
        self.update()

    def _axis(self) -> Axis:
        return overview_axis(self._canvas.timeline, SCREEN.names, self.width() - 2.0)

    def window_rect(self) -> QRectF:
        """Where the frame around the part in view is."""
        axis, (first, last) = self._axis(), self._canvas.days_in_view
        left, right = max(axis.x(first), SCREEN.names), min(axis.x(last), self.width() - 1.0)
        return QRectF(left, 1, max(right - left, 6), self.height() - 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._painter.colour("lane.odd"))
        timeline, axis = self._canvas.timeline, self._axis()
        self._painter.paint(painter, draw_overview(timeline, axis, self.width() - 2.0, float(self.height())))
        frame = self.window_rect()
        shade = QColor(self._theme["overview.shade"].fill or "#888888")
        shade.setAlpha(120)
        painter.fillRect(QRectF(SCREEN.names, 0, frame.left() - SCREEN.names, self.height()), shade)
        painter.fillRect(QRectF(frame.right(), 0, self.width() - frame.right(), self.height()), shade)
        look = self._theme["overview.window"]
        painter.setPen(QPen(QColor(look.stroke or "#000000"), look.width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 3, 3)
        self._name(painter)
        if self.hasFocus():
            painter.setPen(QPen(self._painter.colour("accent"), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

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
        frame = self.window_rect()
        inside = frame.contains(event.position())
        self._grip = event.position().x() - frame.center().x() if inside else 0.0
        if not inside:
            self._go(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._go(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def _go(self, x: float) -> None:
        self._canvas.show_day(self._axis().day(x - (self._grip or 0.0)))
