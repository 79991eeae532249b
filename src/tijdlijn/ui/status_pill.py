"""How sure a finding is, as a pill: filled for what is sure, a broken edge for what is possible, and the word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tijdlijn.analysis.certainty import Status
from tijdlijn.render_qt.painting import painting
from tijdlijn.ui import theme

_HEIGHT = 18
_INSET = 8


class StatusPill(QWidget):
    """The word in a shape that says the same."""

    def __init__(self, status: Status) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.status = status
        self.show_status(status)

    def show_status(self, status: Status) -> None:
        """Show another status."""
        self.status = status
        self.setAccessibleName(status.value)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self._font()).horizontalAdvance(self.status.value) + 2 * _INSET, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.palette()
        sure = self.status is Status.ZEKER
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._font())
            edge = QPen(QColor(colours.accent if sure else colours.faint), 1)
            if not sure:
                edge.setDashPattern([3, 2])
            painter.setPen(edge)
            painter.setBrush(QColor(colours.accent) if sure else Qt.BrushStyle.NoBrush)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setPen(QColor(colours.on_accent if sure else colours.soft))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.status.value)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(12)
        font.setWeight(QFont.Weight.DemiBold)
        return font
