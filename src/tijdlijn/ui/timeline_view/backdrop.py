"""What does not move with the view, painted once for each column of x and then copied: a frame costs what rolls in it.

That is the ground of the lanes with the entries on it, and the axis with the age rulers as they are when all is seen.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import floor

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPixmap

from tijdlijn.drawing.primitives import Primitive
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.timeline import Timeline
from tijdlijn.render_qt.painter import Grid, Painter
from tijdlijn.render_qt.painting import painting

COLUMN = 512
"""Width of a column in points."""
MARGIN = 60.0
"""How far beside a column things are drawn that may reach into it."""
MOST_KEPT = 48 << 20
"""Bytes of pictures that are kept, on a screen of one pixel to a point: the view and one step in and out."""
DIMMED = 0.22
"""Opacity of the entries that were not found: context that need not be read, so it is not tried
for contrast; what it says is a filter, a pointer or a click away, and the number found is told in words."""

Window = tuple[float, float]
StandsOut = Callable[[Primitive], bool]


@dataclass(frozen=True, slots=True)
class _Key:
    timeline: int
    part: str
    column: int
    sharpness: float
    found: int


class Backdrop:
    """The columns of the timelines painted last, in one theme."""

    def __init__(self, tool: Painter) -> None:
        self._tool = tool
        self._kept: OrderedDict[_Key, tuple[object, QPixmap]] = OrderedDict()
        self._bytes = 0

    def paint_body(
        self, painter: QPainter, timeline: Timeline, window: Window, found: frozenset[str] | None, stands: StandsOut
    ) -> None:
        """The ground of the lanes with the entries, the first lane at 0; what does not stand out is dimmed."""
        for column in _columns(window):
            pixmap = self._body(timeline, column, painter.device().devicePixelRatio(), found, stands)
            _lay(painter, column, pixmap)

    def paint_scale(self, painter: QPainter, timeline: Timeline, window: Window) -> None:
        """The axis and the age rulers."""
        for column in _columns(window):
            pixmap = self._scale(timeline, column, painter.device().devicePixelRatio())
            _lay(painter, column, pixmap)

    def paint_names(self, painter: QPainter, timeline: Timeline, names: Sequence[Primitive]) -> None:
        """The names of the lanes, the first at 0."""
        key = _Key(id(timeline), "names", 0, painter.device().devicePixelRatio(), 0)
        height = timeline.body_height
        pixmap = self._found(key, (timeline,), height, lambda inner, _: self._tool.paint(inner, names), SCREEN.names)
        _lay(painter, 0, pixmap)

    def ahead(
        self, timeline: Timeline, window: Window, sharpness: float, found: frozenset[str] | None, stands: StandsOut
    ) -> Iterator[None]:
        """Make what a window needs, a column at a time."""
        before = self._bytes
        for column in _columns(window):
            self._body(timeline, column, sharpness, found, stands)
            self._scale(timeline, column, sharpness)
            if self._bytes != before:
                before = self._bytes
                yield

    def _body(
        self, timeline: Timeline, column: int, sharpness: float, found: frozenset[str] | None, stands: StandsOut
    ) -> QPixmap:
        def paint(painter: QPainter, stretch: Window) -> None:
            self._tool.paint(painter, timeline.draw_still_ground(stretch, 0.0))
            items = [item for part in timeline.columns(stretch) for item in part.groups]
            self._paint_items(painter, items, found, stands)

        key = _Key(id(timeline), "body", column, sharpness, id(found))
        return self._found(key, (timeline, found), timeline.body_height, paint)

    def _scale(self, timeline: Timeline, column: int, sharpness: float) -> QPixmap:
        def paint(painter: QPainter, stretch: Window) -> None:
            self._tool.paint(painter, timeline.draw_scale(stretch, (float("-inf"), float("inf")), 0.0))

        key = _Key(id(timeline), "scale", column, sharpness, 0)
        return self._found(key, (timeline,), timeline.header_height - timeline.chips_height, paint)

    def _paint_items(
        self, painter: QPainter, items: Sequence[Primitive], found: frozenset[str] | None, stands: StandsOut
    ) -> None:
        if found is None:
            self._tool.paint(painter, items)
            return
        painter.setOpacity(DIMMED)
        self._tool.paint(painter, [item for item in items if not stands(item)])
        painter.setOpacity(1.0)
        self._tool.paint(painter, [item for item in items if stands(item)])

    def _found(
        self,
        key: _Key,
        about: object,
        height: float,
        paint: Callable[[QPainter, Window], None],
        width: float = COLUMN,
    ) -> QPixmap:
        """The picture of a column; `about` keeps alive what its key names."""
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = about, self._painted(key, width, height, paint)
            self._bytes += _bytes(kept[1])
            while self._bytes > MOST_KEPT * key.sharpness**2 and len(self._kept) > 1:
                self._bytes -= _bytes(self._kept.popitem(last=False)[1][1])
        self._kept.move_to_end(key)
        return kept[1]

    def _painted(self, key: _Key, width: float, height: float, paint: Callable[[QPainter, Window], None]) -> QPixmap:
        sharpness, left = key.sharpness, key.column * COLUMN
        pixmap = QPixmap(round(width * sharpness), max(round((height + 1) * sharpness), 1))
        pixmap.setDevicePixelRatio(sharpness)
        pixmap.fill(self._tool.colour("paper"))
        with painting(pixmap) as painter:
            painter.translate(-left, 0)
            paint(painter, (left - MARGIN, left + COLUMN + MARGIN))
        return pixmap


def _lay(painter: QPainter, column: int, pixmap: QPixmap) -> None:
    """Copy a column pixel by pixel: between two pixels all would be blurred, and seams be seen."""
    grid = Grid.under(painter)
    painter.drawPixmap(QPointF(grid.x(column * COLUMN), grid.y(0.0)), pixmap)


def _columns(window: Window) -> Iterable[int]:
    return range(floor(window[0] / COLUMN), floor(window[1] / COLUMN) + 1)


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
