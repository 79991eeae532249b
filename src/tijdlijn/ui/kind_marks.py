"""The mark of a kind in lists and menus: the colour of its lane, and a shape that tells a moment from a period."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPolygonF

from tijdlijn.drawing.styles import DARK, LIGHT
from tijdlijn.layout.lanes import LANE_OF
from tijdlijn.model.vocabulary import Kind, Shape
from tijdlijn.ui import theme

SIZE = 16


def kind_icon(kind: Kind) -> QIcon:
    """The mark as an icon, in the theme in force."""
    return QIcon(kind_pixmap(kind, theme.palette().is_dark))


@lru_cache(maxsize=64)
def kind_pixmap(kind: Kind, is_dark: bool) -> QPixmap:
    """The mark, `SIZE` logical pixels square."""
    picture = QPixmap(SIZE * 2, SIZE * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_mark(painter, QRectF(0, 0, SIZE, SIZE), kind, is_dark)
    painter.end()
    return picture


def paint_mark(painter: QPainter, box: QRectF, kind: Kind, is_dark: bool) -> None:
    """Paint the mark in the middle of a box of `SIZE` logical pixels."""
    style = (DARK if is_dark else LIGHT)[f"{LANE_OF[kind].key}.mark"]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(style.fill or theme.palette().soft))
    middle = box.center()
    if kind is Kind.ULTIMATUM:
        corners = [QPointF(0, -5), QPointF(5.5, 4.5), QPointF(-5.5, 4.5)]
        painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
    elif kind.shape is Shape.SPAN:
        painter.drawRoundedRect(QRectF(middle.x() - 7, middle.y() - 3.5, 14, 7), 2, 2)
    elif kind in (Kind.BESLUIT, Kind.OVERDRACHT):
        painter.drawRect(QRectF(middle.x() - 4, middle.y() - 4, 8, 8))
    else:
        painter.drawEllipse(middle, 4.5, 4.5)
    painter.restore()
