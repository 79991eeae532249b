"""Paints primitives with QPainter, in a theme, with the shipped font.

Text is prepared once (`QStaticText`) and reused; kerning and hinting are off, so that a text is as wide as the
layout measured it. Upright thin lines and plain boxes lie on whole pixels, so that they are crisp. A hatch is a
small tile, repeated, which stays with what it fills while the view moves.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
    QStaticText,
)

from tijdlijn.assets import resource
from tijdlijn.drawing.primitives import Box, Face, Group, Line, Polygon, Primitive, Text
from tijdlijn.drawing.styles import Style, Theme

_WEIGHTS = {
    Face.REGULAR: QFont.Weight.Normal,
    Face.SEMIBOLD: QFont.Weight.DemiBold,
    Face.BOLD: QFont.Weight.Bold,
    Face.ITALIC: QFont.Weight.Normal,
}


@cache
def family(face: Face) -> str:
    """The family under which Qt knows a shipped face; loads its file. Needs a QGuiApplication."""
    number = QFontDatabase.addApplicationFont(str(resource("fonts", f"SourceSansPro-{face.value}.ttf")))
    families = QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else "Source Sans Pro"


class Painter:
    """Paints drawings in one theme. Keep one for each widget: it remembers prepared texts and pens."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._fonts: dict[tuple[Face, float], tuple[QFont, float, float]] = {}
        self._texts: dict[tuple[str, Face, float], QStaticText] = {}
        self._tools: dict[str, tuple[QPen, QBrush, QBrush | None]] = {}

    def paint(self, painter: QPainter, items: Iterable[Primitive]) -> None:
        """Paint primitives in their order. The painter's own state is left as it was, but for pen and brush."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for item in items:
            match item:
                case Text():
                    self._text(painter, item)
                case Box():
                    self._box(painter, item)
                case Line():
                    self._line(painter, item)
                case Polygon():
                    self._polygon(painter, item)
                case Group():
                    self.paint(painter, item.children)

    def colour(self, style: str) -> QColor:
        """The fill of a style as a colour."""
        return QColor(self._theme[style].fill or "#000000")

    def _text(self, painter: QPainter, item: Text) -> None:
        font, ascent, scale = self._font(item.face, item.size)
        key = (item.text, item.face, item.size)
        prepared = self._texts.get(key)
        if prepared is None:
            if len(self._texts) > 20_000:
                self._texts.clear()
            prepared = QStaticText(item.text)
            prepared.setTextFormat(Qt.TextFormat.PlainText)
            prepared.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            prepared.prepare(font=font)
            self._texts[key] = prepared
        painter.setFont(font)
        painter.setPen(self._pen_of_text(item.style))
        if scale == 1.0:
            painter.drawStaticText(QPointF(item.x, item.y - ascent), prepared)
            return
        painter.save()
        painter.translate(item.x, item.y)
        painter.scale(scale, scale)
        painter.drawStaticText(QPointF(0, -ascent), prepared)
        painter.restore()

    def _pen_of_text(self, style: str) -> QPen:
        key = f"text:{style}"
        tools = self._tools.get(key)
        if tools is None:
            pen = QPen(QColor(self._theme[style].fill or "#000000"))
            tools = self._tools[key] = (pen, QBrush(), None)
        return tools[0]

    def _font(self, face: Face, size: float) -> tuple[QFont, float, float]:
        """A font, its ascent and what to scale it by: Qt rounds type to whole pixels, which would change widths."""
        found = self._fonts.get((face, size))
        if found is None:
            pixels = round(size) if abs(size - round(size)) < 0.01 else max(round(size * 8), 8)
            font = QFont(family(face))
            font.setWeight(_WEIGHTS[face])
            font.setItalic(face is Face.ITALIC)
            font.setPixelSize(pixels)
            font.setKerning(False)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            found = self._fonts[(face, size)] = (font, QFontMetricsF(font).ascent(), size / pixels)
        return found

    def _use(self, painter: QPainter, style: str) -> QBrush | None:
        tools = self._tools.get(style)
        if tools is None:
            tools = self._tools[style] = _tools(self._theme[style])
        painter.setPen(tools[0])
        painter.setBrush(tools[1])
        return tools[2]

    def _box(self, painter: QPainter, item: Box) -> None:
        hatch = self._use(painter, item.style)
        rectangle = QRectF(item.x, item.y, item.width, item.height)
        if item.radius > 0:
            painter.drawRoundedRect(rectangle, item.radius, item.radius)
        else:
            style = self._theme[item.style]
            if style.fill:
                painter.fillRect(rectangle, QColor(style.fill))
            if style.stroke:
                painter.drawRect(rectangle)
        if hatch is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(hatch)
            painter.drawRoundedRect(rectangle, item.radius, item.radius)

    def _line(self, painter: QPainter, item: Line) -> None:
        self._use(painter, item.style)
        style = self._theme[item.style]
        upright, level = item.x1 == item.x2, item.y1 == item.y2
        if (upright or level) and style.width <= 1.25:
            shift = painter.worldTransform()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            if upright:
                x = round(item.x1 + shift.dx()) - shift.dx()
                painter.drawLine(QLineF(x, item.y1, x, item.y2))
            else:
                y = round(item.y1 + shift.dy()) - shift.dy()
                painter.drawLine(QLineF(item.x1, y, item.x2, y))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            return
        painter.drawLine(QLineF(item.x1, item.y1, item.x2, item.y2))

    def _polygon(self, painter: QPainter, item: Polygon) -> None:
        hatch = self._use(painter, item.style)
        shape = QPolygonF([QPointF(x, y) for x, y in item.points])
        painter.drawPolygon(shape)
        if hatch is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(hatch)
            painter.drawPolygon(shape)


def _tools(style: Style) -> tuple[QPen, QBrush, QBrush | None]:
    pen = QPen(Qt.PenStyle.NoPen)
    if style.stroke:
        pen = QPen(QColor(style.stroke), style.width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if style.dash:
            pen.setDashPattern([part / style.width for part in style.dash])
    brush = QBrush(QColor(style.fill)) if style.fill else QBrush(Qt.BrushStyle.NoBrush)
    return pen, brush, _hatch_brush(style) if style.hatch else None


def _hatch_brush(style: Style) -> QBrush:
    """A tile whose slanted lines join at its edges; drawn at four times its size for high-resolution screens."""
    assert style.hatch is not None
    side, sharp = max(round(style.hatch.spacing * 1.414), 3), 4
    tile = QPixmap(side * sharp, side * sharp)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(sharp, sharp)
    painter.setPen(QPen(QColor(style.hatch.colour), style.hatch.width))
    for offset in (-side, 0, side):
        painter.drawLine(QLineF(offset - 1, side + 1, offset + side + 1, -1))
    painter.end()
    tile.setDevicePixelRatio(sharp)
    return QBrush(tile)
