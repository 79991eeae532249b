"""How words of a document are marked: what is open, taken, skipped, joined, current or found, each with its own sign.

The rule: colour is never the only sign. Open words have a firm line under them, a question a broken one, what is
decided a thin one with a sign in the margin; the current one has a frame around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from tijdlijn.drawing.colours import mixed
from tijdlijn.ui import theme

SIGN = 13
"""Of a sign in the margin or on a card, in pixels."""


class Look(Enum):
    """What a mark says of its words."""

    OPEN = auto()
    ASKS = auto()
    ACCEPTED = auto()
    JOINED = auto()
    SKIPPED = auto()
    NO_FACT = auto()


IS_OPEN = frozenset({Look.OPEN, Look.ASKS})


@dataclass(frozen=True, slots=True)
class Mark:
    """Words with a look: `key` says whose they are, `start` and `end` count characters of the text."""

    key: str
    start: int
    end: int
    look: Look


def paint_words(painter: QPainter, places: list[QRectF], look: Look, is_current: bool) -> None:
    """Paint the ground and the line of words that stand in these places, one for each line of text."""
    now = theme.palette()
    for place in places:
        box = place.adjusted(-2, 0, 2, 0)
        ground = _ground(look, is_current, now)
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, 3, 3)
        if is_current:
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 4, 4)
            continue
        painter.setPen(_line(look, now))
        painter.drawLine(QLineF(place.left(), place.bottom(), place.right(), place.bottom()))
        if look is Look.JOINED:
            painter.drawLine(QLineF(place.left(), place.bottom() - 2.5, place.right(), place.bottom() - 2.5))


def _ground(look: Look, is_current: bool, now: theme.Palette) -> str:
    if is_current:
        return mixed(now.ground, now.accent, 0.28)
    if look is Look.ASKS:
        return mixed(now.ground, now.warm, 0.5) if not now.is_dark else mixed(now.ground, now.warm, 0.8)
    return now.accent_soft if look is Look.OPEN else ""


def _line(look: Look, now: theme.Palette) -> QPen:
    if look is Look.OPEN:
        return QPen(QColor(now.accent), 1.6)
    if look is Look.ASKS:
        return QPen(QColor(now.warm_ink), 1.6, Qt.PenStyle.DashLine)
    if look in (Look.SKIPPED, Look.NO_FACT):
        return QPen(QColor(now.faint), 1.2, Qt.PenStyle.DotLine)
    return QPen(QColor(now.soft), 1.0)


def paint_sign(painter: QPainter, box: QRectF, look: Look, *, is_current: bool = False) -> None:
    """Paint the sign of a look: a ring, a question mark, a tick, two rings, a dash, a dot."""
    now = theme.palette()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center())
    painter.scale(box.width() / SIGN, box.width() / SIGN)
    tone = now.accent if look in IS_OPEN or is_current else now.soft
    painter.setPen(QPen(QColor(tone), 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if look is Look.OPEN:
        painter.setBrush(QColor(tone) if is_current else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(0, 0), 3.6, 3.6)
    elif look is Look.ASKS:
        _paint_question(painter, now)
    elif look is Look.ACCEPTED:
        painter.drawPolyline(QPolygonF([QPointF(-4.5, 0.5), QPointF(-1.4, 3.6), QPointF(4.8, -3.6)]))
    elif look is Look.JOINED:
        painter.drawEllipse(QPointF(-2.2, 0), 3.4, 3.4)
        painter.drawEllipse(QPointF(2.2, 0), 3.4, 3.4)
    elif look is Look.SKIPPED:
        painter.drawLine(QLineF(-4, 0, 4, 0))
    else:
        painter.drawPoint(QPointF(0, 0))
    painter.restore()


def _paint_question(painter: QPainter, now: theme.Palette) -> None:
    painter.setPen(QColor(now.warm_ink))
    font = painter.font()
    font.setPixelSize(14)
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(QRectF(-7, -9, 14, 18), Qt.AlignmentFlag.AlignCenter, "?")
