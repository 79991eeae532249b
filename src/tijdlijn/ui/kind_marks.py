"""The mark of a kind in lists and menus: the colour of its lane, and a shape that tells a moment from a period.

The rule: a mark is drawn when it is shown, in the colours of that moment, so that nobody has to renew it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPolygonF

from tijdlijn.layout.lanes import LANE_OF
from tijdlijn.model.vocabulary import Kind, Shape
from tijdlijn.render_qt.painting import painting
from tijdlijn.ui import theme

SIZE = 16


def kind_icon(kind: Kind) -> QIcon:
    """The mark as an icon, which follows the colours by itself."""
    return QIcon(_MarkEngine(kind))


class _MarkEngine(QIconEngine):
    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind = kind

    def clone(self) -> _MarkEngine:
        return _MarkEngine(self._kind)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_mark(painter, QRectF(rect), self._kind)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        with painting(picture) as painter:
            paint_mark(painter, QRectF(picture.rect()), self._kind)
        return picture


def paint_mark(painter: QPainter, box: QRectF, kind: Kind) -> None:
    """Paint the mark in the middle of a box, as large as fits."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.canvas_colour(f"{LANE_OF[kind].key}.mark")))
    painter.translate(box.center())
    scale = min(box.width(), box.height()) / SIZE
    painter.scale(scale, scale)
    if kind is Kind.ULTIMATUM:
        painter.drawPolygon(QPolygonF([QPointF(0, -5), QPointF(5.5, 4.5), QPointF(-5.5, 4.5)]))
    elif kind.shape is Shape.SPAN:
        painter.drawRoundedRect(QRectF(-7, -3.5, 14, 7), 2, 2)
    elif kind in (Kind.BESLUIT, Kind.OVERDRACHT):
        painter.drawRect(QRectF(-4, -4, 8, 8))
    else:
        painter.drawEllipse(QPointF(0, 0), 4.5, 4.5)
    painter.restore()
