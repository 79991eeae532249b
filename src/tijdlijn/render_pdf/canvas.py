"""A drawing painted on a ReportLab canvas: the five primitives, y turned over, and the links of its groups.

What its groups say of what a part is (`drawing.tags`) goes to the tagger of the document, in the order of drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from math import ceil, floor, sqrt
from types import MappingProxyType

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from tijdlijn.drawing.primitives import Box, Drawing, Group, Line, Polygon, Primitive, Text, flatten
from tijdlijn.drawing.styles import Hatch, Style, Theme
from tijdlijn.drawing.tags import role_of
from tijdlijn.render_pdf.fonts import put_text
from tijdlijn.render_pdf.structure import Sides, Structure
from tijdlijn.render_pdf.tagging import Tagger

NO_LINKS: Mapping[str, str] = MappingProxyType({})


def draw(
    canvas: Canvas,
    drawing: Drawing,
    theme: Theme,
    x: float = 0.0,
    y: float = 0.0,
    links: Mapping[str, str] = NO_LINKS,
    tagger: Tagger | None = None,
) -> None:
    """Paint a drawing with its top left corner at `x`, `y` points from the top left of the page.

    A group whose id is in `links` becomes a link to that named destination of the document. Raises KeyError for a
    style that the theme lacks.
    """
    tagger = tagger or Tagger(canvas, Structure())
    painter = _Painter(canvas, theme, x, _page_height(canvas) - y, links, tagger)
    canvas.saveState()
    canvas.setLineCap(0)
    canvas.setLineJoin(0)
    tagger.open_page()
    painter.paint(drawing.items)
    tagger.close_page()
    canvas.restoreState()


def _page_height(canvas: Canvas) -> float:
    height: float = canvas._pagesize[1]
    return height


class _Painter:
    """Paints primitives; remembers the colours and the pen in force, as setting them again would double the file."""

    def __init__(
        self, canvas: Canvas, theme: Theme, left: float, top: float, links: Mapping[str, str], tagger: Tagger
    ) -> None:
        self._canvas, self._theme, self._tagger = canvas, theme, tagger
        self._left, self._top = left, top
        self._links = links
        self._fill: str | None = None
        self._pen: tuple[str, float, tuple[float, ...]] | None = None

    def paint(self, items: Sequence[Primitive]) -> None:
        for item, after in zip_longest(items, items[1:]):
            match item:
                case Text():
                    self._text(item, after)
                case Line():
                    self._line(item)
                case Box():
                    self._box(item)
                case Polygon():
                    self._polygon(item)
                case Group():
                    self._group(item)

    def _text(self, item: Text, after: Primitive | None) -> None:
        """A line of text; one that goes on in the next line of running text ends in a space, so that the words on
        both sides stay apart for who listens."""
        colour = self._theme[item.style].fill
        if colour and item.text:
            goes_on = self._tagger.text() and isinstance(after, Text) and not item.text.endswith(" ")
            text = f"{item.text} " if goes_on else item.text
            self._use_fill(colour)
            put_text(self._canvas, self._left + item.x, self._top - item.y, text, item.face, item.size)

    def _line(self, item: Line) -> None:
        style = self._theme[item.style]
        if style.stroke:
            self._tagger.shape()
            self._use_pen(style.stroke, style.width, style.dash)
            left, top = self._left, self._top
            self._canvas.line(left + item.x1, top - item.y1, left + item.x2, top - item.y2)

    def _box(self, item: Box) -> None:
        if item.width <= 0 or item.height <= 0:
            return
        path = self._canvas.beginPath()
        x, y = self._left + item.x, self._top - item.y - item.height
        radius = min(item.radius, item.width / 2, item.height / 2)
        if radius > 0:
            path.roundRect(x, y, item.width, item.height, radius)
        else:
            path.rect(x, y, item.width, item.height)
        self._shape(path, self._theme[item.style], (item.x, item.y, item.x + item.width, item.y + item.height))

    def _polygon(self, item: Polygon) -> None:
        path = self._canvas.beginPath()
        for number, (x, y) in enumerate(item.points):
            (path.lineTo if number else path.moveTo)(self._left + x, self._top - y)
        path.close()
        xs, ys = zip(*item.points, strict=True)
        self._shape(path, self._theme[item.style], (min(xs), min(ys), max(xs), max(ys)))

    def _shape(self, path: PDFPathObject, style: Style, extent: tuple[float, float, float, float]) -> None:
        stroke = style.stroke if style.width > 0 else None
        if style.fill or stroke or style.hatch:
            self._tagger.shape()
        if style.hatch:
            self._filled(path, style.fill)
            self._hatch(path, style.hatch, extent)
            self._outlined(path, stroke, style)
        elif style.fill and stroke:
            self._use_fill(style.fill)
            self._use_pen(stroke, style.width, style.dash)
            self._canvas.drawPath(path, stroke=1, fill=1)
        else:
            self._filled(path, style.fill)
            self._outlined(path, stroke, style)

    def _filled(self, path: PDFPathObject, colour: str | None) -> None:
        if colour:
            self._use_fill(colour)
            self._canvas.drawPath(path, stroke=0, fill=1)

    def _outlined(self, path: PDFPathObject, colour: str | None, style: Style) -> None:
        if colour:
            self._use_pen(colour, style.width, style.dash)
            self._canvas.drawPath(path, stroke=1, fill=0)

    def _hatch(self, path: PDFPathObject, hatch: Hatch, extent: tuple[float, float, float, float]) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.clipPath(path, stroke=0, fill=0)
        self._pen = None
        self._use_pen(hatch.colour, hatch.width, ())
        lines = canvas.beginPath()
        for x1, y1, x2, y2 in _hatch_lines(extent, hatch.spacing):
            lines.moveTo(self._left + x1, self._top - y1)
            lines.lineTo(self._left + x2, self._top - y2)
        canvas.drawPath(lines, stroke=1, fill=0)
        canvas.restoreState()
        self._pen = None

    def _group(self, group: Group) -> None:
        target = self._links.get(group.id)
        role = role_of(group)
        if role:
            self._tagger.enter(role, group.label, self._on_page(group))
            self.paint(group.children)
            self._tagger.leave()
        elif target:
            self._tagger.enter_link(target, _said(group), self._on_page(group))
            self.paint(group.children)
            self._tagger.leave_link()
        else:
            self.paint(group.children)

    def _on_page(self, group: Group) -> Sides:
        """Its left, lower, right and upper side in points from the lower left of the page."""
        x, y, width, height = group.bounds
        left, top = self._left + x, self._top - y
        return left, top - height, left + width, top

    def _use_fill(self, colour: str) -> None:
        if colour != self._fill:
            self._canvas.setFillColorRGB(*_rgb(colour))
            self._fill = colour

    def _use_pen(self, colour: str, width: float, dash: tuple[float, ...]) -> None:
        if (colour, width, dash) != self._pen:
            self._canvas.setStrokeColorRGB(*_rgb(colour))
            self._canvas.setLineWidth(width)
            self._canvas.setDash(list(dash))
            self._pen = (colour, width, dash)


def _said(group: Group) -> str:
    """What a link is called: its label, or else its text."""
    return group.label or " ".join(item.text for item in flatten(group.children) if isinstance(item, Text))


def _rgb(colour: str) -> tuple[float, float, float]:
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def _hatch_lines(
    extent: tuple[float, float, float, float], spacing: float
) -> Iterable[tuple[float, float, float, float]]:
    """The lines `x + y = (k + ½) · spacing · √2` over an extent: in step with those of every other shape."""
    left, top, right, bottom = extent
    step = spacing * sqrt(2)
    for k in range(floor((left + top) / step - 0.5), ceil((right + bottom) / step - 0.5) + 1):
        level = (k + 0.5) * step
        yield level - top, top, level - bottom, bottom
