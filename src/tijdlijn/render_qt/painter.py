"""Paints primitives with QPainter, in a theme, with the shipped font.

Text is prepared once (`QStaticText`) and reused; kerning and hinting are off, so that a text is as wide as the
layout measured it. Upright and level thin lines, plain boxes and small dots lie on whole pixels of the screen, also
where one point is 1.25 or 1.5 of them, so that they are crisp. A hatch is a small tile, repeated, which stays with what
it fills while the view moves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import ceil, floor

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
    QStaticText,
)

from tijdlijn.assets import resource
from tijdlijn.drawing.primitives import Box, Face, Group, Line, Polygon, Primitive, Text
from tijdlijn.drawing.styles import Style, Theme
from tijdlijn.render_qt.painting import painting

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


LARGEST_STAMP = 16.0
"""Size in points up to which a dot is stamped."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The pixels of the screen as a painter sees them: how many go in a point, and where the first begins."""

    scale: float
    dx: float
    dy: float

    @classmethod
    def under(cls, painter: QPainter) -> Grid:
        """The grid below a painter that is moved and enlarged, not turned."""
        whole = painter.deviceTransform()
        return cls(whole.m11() or 1.0, whole.dx(), whole.dy())

    @property
    def hairline(self) -> float:
        """How wide the thinnest line is, in points: one pixel, two where pixels are small."""
        return max(floor(self.scale + 0.5), 1) / self.scale

    def x(self, x: float) -> float:
        """The edge of a pixel that is nearest to an x."""
        return (floor(x * self.scale + self.dx + 0.5) - self.dx) / self.scale

    def y(self, y: float) -> float:
        """The edge of a pixel that is nearest to a y."""
        return (floor(y * self.scale + self.dy + 0.5) - self.dy) / self.scale


class Painter:
    """Paints drawings in one theme. Keep one for each widget: it remembers prepared texts and pens."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._fonts: dict[tuple[Face, float], tuple[QFont, float, float]] = {}
        self._texts: dict[tuple[str, Face, float], QStaticText] = {}
        self._looks: dict[str, _Look] = {}
        self._grid = Grid(1.0, 0.0, 0.0)
        self._is_moved_only = True
        self._stamps: dict[tuple[str, float, float], QPixmap] = {}
        self._sharpness = 1.0

    def paint(self, painter: QPainter, items: Iterable[Primitive]) -> None:
        """Paint primitives in their order. The painter's own state is left as it was, but for pen and brush."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shift = painter.worldTransform()
        self._grid = Grid.under(painter)
        self._is_moved_only = not (shift.isScaling() or shift.isRotating())
        self._sharpness = painter.device().devicePixelRatio()
        self._paint(painter, items)

    def _paint(self, painter: QPainter, items: Iterable[Primitive]) -> None:
        for item in items:
            if isinstance(item, Group):
                self._paint(painter, item.children)
            elif isinstance(item, Text):
                self._text(painter, item)
            elif isinstance(item, Box):
                self._box(painter, item)
            elif isinstance(item, Line):
                self._line(painter, item)
            else:
                self._polygon(painter, item)

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
        painter.setPen(self._look(item.style).text)
        if scale == 1.0:
            painter.drawStaticText(QPointF(item.x, item.y - ascent), prepared)
            return
        painter.save()
        painter.translate(item.x, item.y)
        painter.scale(scale, scale)
        painter.drawStaticText(QPointF(0, -ascent), prepared)
        painter.restore()

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

    def _look(self, style: str) -> _Look:
        look = self._looks.get(style)
        if look is None:
            look = self._looks[style] = _Look(self._theme[style])
        return look

    def _box(self, painter: QPainter, item: Box) -> None:
        look = self._look(item.style)
        rectangle = QRectF(item.x, item.y, item.width, item.height)
        if item.radius <= 0:
            if self._is_moved_only:
                rectangle = self._on_pixels(item)
            if look.fill is not None:
                painter.fillRect(rectangle, look.fill)
            if look.has_stroke:
                painter.setPen(look.pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(rectangle)
            if look.hatch is not None and self._is_moved_only:
                painter.fillRect(rectangle, look.hatch)
            elif look.hatch is not None:
                self._hatch_lines(painter, look, rectangle, QPolygonF(rectangle))
            return
        is_dot = item.radius * 2 >= item.height and item.width == item.height
        if is_dot and item.width <= LARGEST_STAMP and self._is_moved_only:
            self._stamp(painter, item, look)
            return
        painter.setPen(look.pen)
        for brush in self._brushes(look):
            painter.setBrush(brush)
            if is_dot:
                painter.drawEllipse(rectangle)
            else:
                painter.drawRoundedRect(rectangle, item.radius, item.radius)
        if look.hatch is not None and not self._is_moved_only:
            path = QPainterPath()
            path.addRoundedRect(rectangle, item.radius, item.radius)
            self._hatch_lines(painter, look, rectangle, path.toFillPolygon())
        self._forget_tile(painter, look)

    def _stamp(self, painter: QPainter, item: Box, look: _Look) -> None:
        """A small dot or ring, drawn once and then stamped on whole pixels: a crowded view has a thousand of them."""
        key = (item.style, item.width, self._sharpness)
        stamp = self._stamps.get(key)
        if stamp is None:
            stamp = self._stamps[key] = _dot(look, item.width, self._sharpness)
        around, grid = _around(self._sharpness), self._grid
        painter.drawPixmap(QPointF(grid.x(item.x) - around, grid.y(item.y) - around), stamp)

    def _on_pixels(self, item: Box) -> QRectF:
        """A plain box with its edges on whole pixels, at least one wide and high: crisp, and quicker to fill."""
        grid, least = self._grid, self._grid.hairline
        left, top = grid.x(item.x), grid.y(item.y)
        width = max(grid.x(item.x + item.width) - left, least)
        return QRectF(left, top, width, max(grid.y(item.y + item.height) - top, least))

    def _brushes(self, look: _Look) -> list[QBrush]:
        """What a shape is filled with, one over the other. On a page of any size a hatch is lines, not a tile: a
        printer takes a tile for as many points as it has pixels."""
        return [look.brush] if look.hatch is None or not self._is_moved_only else [look.brush, look.hatch]

    def _hatch_lines(self, painter: QPainter, look: _Look, around: QRectF, shape: QPolygonF) -> None:
        """The hatch of a shape as slanted lines, in step with those of its neighbours."""
        assert look.hatched is not None
        step, path = look.hatched.spacing * 2**0.5, QPainterPath()
        path.addPolygon(shape)
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(QColor(look.hatched.colour), look.hatched.width))
        first, last = around.left() + around.top(), around.right() + around.bottom()
        for number in range(floor(first / step), ceil(last / step) + 1):
            x = number * step - around.top()
            painter.drawLine(QLineF(x, around.top(), x - around.height(), around.bottom()))
        painter.restore()

    def _forget_tile(self, painter: QPainter, look: _Look) -> None:
        """While a tile is the brush Qt draws prepared text without the painter's translation (6.11)."""
        if look.hatch is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _line(self, painter: QPainter, item: Line) -> None:
        """Thin upright and level lines lie on whole pixels: crisp, and eight times as quick as smoothed ones."""
        look = self._look(item.style)
        upright = item.x1 == item.x2
        if look.thin and (upright or item.y1 == item.y2):
            self._hairline(painter, item, look)
            return
        painter.setPen(look.pen)
        if look.dashed and upright:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            x = self._grid.x(item.x1) + self._grid.hairline / 2
            painter.drawLine(QLineF(x, item.y1, x, item.y2))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            return
        painter.drawLine(QLineF(item.x1, item.y1, item.x2, item.y2))

    def _hairline(self, painter: QPainter, item: Line, look: _Look) -> None:
        """As thin as a pixel of the screen; of a page, which is shown at any size, as thin as on paper."""
        grid, colour = self._grid, look.stroke
        wide = grid.hairline if self._is_moved_only else max(look.width, 1 / grid.scale)
        if item.x1 == item.x2:
            top, bottom = grid.y(min(item.y1, item.y2)), grid.y(max(item.y1, item.y2))
            painter.fillRect(QRectF(grid.x(item.x1), top, wide, bottom - top), colour)
        else:
            left, right = grid.x(min(item.x1, item.x2)), grid.x(max(item.x1, item.x2))
            painter.fillRect(QRectF(left, grid.y(item.y1), right - left, wide), colour)

    def _polygon(self, painter: QPainter, item: Polygon) -> None:
        look = self._look(item.style)
        shape = QPolygonF([QPointF(x, y) for x, y in item.points])
        painter.setPen(look.pen)
        for brush in self._brushes(look):
            painter.setBrush(brush)
            painter.drawPolygon(shape)
        if look.hatch is not None and not self._is_moved_only:
            self._hatch_lines(painter, look, shape.boundingRect(), shape)
        self._forget_tile(painter, look)


class _Look:
    """A style as Qt's own tools, made once."""

    def __init__(self, style: Style) -> None:
        self.has_stroke = style.stroke is not None
        self.stroke = QColor(style.stroke or "#000000")
        self.fill = QColor(style.fill) if style.fill else None
        self.text = QPen(QColor(style.fill or "#000000"))
        self.width = style.width
        self.dashed = bool(style.dash)
        self.thin = style.width <= 1.25 and not style.dash and self.has_stroke
        self.pen = QPen(Qt.PenStyle.NoPen)
        if style.stroke:
            self.pen = QPen(self.stroke, style.width)
            self.pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if style.dash:
                self.pen.setDashPattern([part / style.width for part in style.dash])
        self.brush = QBrush(self.fill) if self.fill else QBrush(Qt.BrushStyle.NoBrush)
        self.hatched = style.hatch
        self.hatch = _hatch_brush(style) if style.hatch else None


def _around(sharpness: float) -> float:
    """The room around a stamp for its edge: a point at least, and whole pixels."""
    return ceil(sharpness) / sharpness


def _dot(look: _Look, size: float, sharpness: float) -> QPixmap:
    around = _around(sharpness)
    side = ceil((size + 2 * around) * sharpness)
    stamp = QPixmap(side, side)
    stamp.setDevicePixelRatio(sharpness)
    stamp.fill(Qt.GlobalColor.transparent)
    with painting(stamp) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.pen)
        painter.setBrush(look.brush)
        painter.drawEllipse(QRectF(around, around, size, size))
    return stamp


def _hatch_brush(style: Style) -> QBrush:
    """A tile whose slanted lines join at its edges; drawn at four times its size for high-resolution screens."""
    assert style.hatch is not None
    side, sharp = max(round(style.hatch.spacing * 1.414), 3), 4
    tile = QPixmap(side * sharp, side * sharp)
    tile.fill(Qt.GlobalColor.transparent)
    with painting(tile) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(sharp, sharp)
        painter.setPen(QPen(QColor(style.hatch.colour), style.hatch.width))
        for offset in (-side, 0, side):
            painter.drawLine(QLineF(offset - 1, side + 1, offset + side + 1, -1))
    tile.setDevicePixelRatio(sharp)
    return QBrush(tile)
