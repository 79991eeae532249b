"""The picture in the viewport: paints what a view shows, and remembers where everything is for the pointer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tijdlijn.drawing.primitives import Box, Group, Primitive, Text
from tijdlijn.drawing.styles import Theme
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.links import DrawnLinks, Links
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.timeline import Timeline
from tijdlijn.render_qt.painter import Painter
from tijdlijn.ui.timeline_view.backdrop import DIMMED, Backdrop

REACH = 3.0
"""How far beside a thing a pointer still meets it, in pixels."""
BANDS = ("gap:", "pan:", "stil:")


@dataclass(frozen=True)
class View:
    """What is to be seen: a timeline, from `left` on, scrolled `down`, in a viewport; and what stands out in it.

    `marked` gives the style of the frame around a group; `found` is None or the ids of the entries that stand out.
    `hint` is the next step, told where nothing is drawn yet. `links` are drawn over the entries.
    """

    timeline: Timeline
    left: float
    down: float
    size: QSize
    marked: Mapping[str, str] = field(default_factory=dict)
    found: frozenset[str] | None = None
    focused: bool = False
    hint: str = ""
    links: Links | None = None

    @property
    def window(self) -> tuple[float, float]:
        """The stretch of x in view."""
        return self.left, self.left + max(self.size.width() - SCREEN.names, 50.0)

    def stands_out(self, item: Primitive) -> bool:
        """Whether an item is not dimmed: a bundle stands out when anything in it does."""
        if self.found is None or not isinstance(item, Group):
            return True
        kind, _, id_ = item.id.partition(":")
        if kind == "bundle":
            bundle = self.timeline.bundle_at(item.id)
            return bundle is None or not self.found.isdisjoint(bundle.ids)
        return kind not in ("entry", "text") or id_ in self.found


class Picture:
    """Paints views in one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._tool = Painter(theme)
        self._backdrop = Backdrop(self._tool)
        self._painted: list[tuple[Callable[[], Iterable[Primitive]], QPointF, QRectF]] = []
        self._named: tuple[Timeline | None, tuple[Primitive, ...], tuple[Primitive, ...]] = (None, (), ())

    def paint(self, painter: QPainter, view: View) -> None:
        """Paint a view; what can be pointed at is remembered until the next."""
        names, head = SCREEN.names, view.timeline.header_height
        width, height = view.size.width(), view.size.height()
        painter.fillRect(0, 0, width, height, self._tool.colour("paper"))
        self._painted = []
        body, lanes = QPointF(names - view.left, head - view.down), QRectF(names, head, width - names, height - head)
        with _clipped(painter, lanes, body):
            self._show_entries(painter, view, body, lanes)
        above, header = QPointF(names - view.left, 0.0), QRectF(names, 0, width - names, head)
        with _clipped(painter, header, above):
            self._backdrop.paint_scale(painter, view.timeline, view.window)
            self._tool.paint(painter, view.timeline.draw_scale_edges(view.window, 0.0))
            self._show(painter, view.timeline.draw_told(view.window, 0.0), above, header)
        named = self._names(view.timeline)[0]
        beside = QRectF(0, head, names, height - head)
        with _clipped(painter, beside, QPointF(0.0, head - view.down)):
            self._backdrop.paint_names(painter, view.timeline, named)
            self._painted.append((lambda: named, QPointF(0.0, head - view.down), beside))
            running = view.timeline.draw_running_on(view.window[0], 0.0, names)
            self._show(painter, running, QPointF(0.0, head - view.down), beside)
        self._tool.paint(painter, self._names(view.timeline)[1])
        if view.hint:
            self._tool.paint(painter, _centred(view))
        if view.focused:
            painter.setPen(QPen(self._tool.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(0, 0, width - 1, height - 1)

    def _names(self, timeline: Timeline) -> tuple[tuple[Primitive, ...], tuple[Primitive, ...]]:
        """The names of the lanes and of the children, which only change with the timeline."""
        shown, lanes, children = self._named
        if shown is not timeline:
            lanes = tuple(timeline.draw_lane_names(0.0, SCREEN.names, 0.0))
            children = tuple(timeline.draw_header_names(0.0, SCREEN.names, 0.0))
            self._named = (timeline, lanes, children)
        return lanes, children

    def places(self) -> Iterator[tuple[QRectF, Group]]:
        """What was painted last and where it can be seen in the viewport, the topmost first."""
        for items, shift, seen in reversed(self._painted):
            for item in reversed(tuple(items())):
                if isinstance(item, Group) and item.id:
                    x, y, width, height = item.bounds
                    whole = QRectF(x + shift.x(), y + shift.y(), width, height).adjusted(-REACH, 0, REACH, 0)
                    if whole.intersects(seen):
                        yield whole & seen, item

    def group_at(self, place: QPointF) -> Group | None:
        """What is at a place of the viewport; entries before the bands that lie behind them."""
        behind = None
        for rectangle, group in self.places():
            if rectangle.contains(place):
                if not group.id.startswith(BANDS):
                    return group
                behind = behind or group
        return behind

    def _show(self, painter: QPainter, items: Iterable[Primitive], shift: QPointF, seen: QRectF) -> None:
        drawn = list(items)
        self._tool.paint(painter, drawn)
        self._painted.append((lambda: drawn, shift, seen))

    def _show_entries(self, painter: QPainter, view: View, shift: QPointF, seen: QRectF) -> None:
        timeline, window = view.timeline, view.window
        self._backdrop.paint_body(painter, timeline, window, view.found, view.stands_out)
        self._show(painter, timeline.draw_today(window, 0.0), shift, seen)
        columns = list(timeline.columns(window))
        moving = list(timeline.draw_moving(window, columns))
        still = [group for column in columns for group in column.groups]
        for item in _marked([*still, *moving], view):
            self._frame(painter, item, view.marked[item.id])
            self._tool.paint(painter, [item])
        self._paint_standing_out(painter, moving, view)
        self._painted.append((lambda: timeline.draw_still_ground(window, 0.0), shift, seen))
        links = view.links.draw(window, (view.down, view.down + seen.height())) if view.links else DrawnLinks()
        self._tool.paint(painter, chain(links.curves, links.notes))
        self._painted.append((links.met, shift, seen))
        self._painted.append((lambda: [*still, *moving], shift, seen))
        self._painted.append((lambda: links.notes, shift, seen))

    def _paint_standing_out(self, painter: QPainter, drawn: Sequence[Primitive], view: View) -> None:
        if view.found is None:
            self._tool.paint(painter, drawn)
            return
        painter.setOpacity(DIMMED)
        self._tool.paint(painter, [item for item in drawn if not view.stands_out(item)])
        painter.setOpacity(1.0)
        self._tool.paint(painter, [item for item in drawn if view.stands_out(item)])

    def ahead(self, view: View, timeline: Timeline, window: tuple[float, float], sharpness: float) -> Iterator[None]:
        """Make what another window or scale of a view needs, a piece at a time."""
        yield from self._backdrop.ahead(timeline, window, sharpness, view.found, view.stands_out)

    def _frame(self, painter: QPainter, item: Group, style: str) -> None:
        x, y, width, height = item.bounds
        look = self._theme[style]
        pen = QPen(QColor(look.stroke or "#000000"), look.width)
        if look.dash:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        fill = self._theme["selected.fill"].fill if style == "selected" else None
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(x - 4, y + 0.5, width + 8, height - 1), 4, 4)


def _marked(items: Iterable[Primitive], view: View) -> list[Group]:
    """Those that have a frame around them."""
    if not view.marked:
        return []
    return [item for item in items if isinstance(item, Group) and item.id in view.marked]


def _centred(view: View) -> Iterator[Primitive]:
    """The hint in the middle of the lanes, each of its lines on its own."""
    size, middle = SCREEN.strong + 2, (SCREEN.names + view.size.width()) / 2
    lines = view.hint.split("\n")
    y = view.timeline.header_height + (view.size.height() - view.timeline.header_height) / 2 - len(lines) * size
    for line in lines:
        width = text_width(line, size)
        yield Box(middle - width / 2 - 10, y - size * 1.1, width + 20, size * 1.6, "paper")
        yield Text(middle - width / 2, y, line, "label.soft", size)
        y += size * 1.6


@contextmanager
def _clipped(painter: QPainter, rectangle: QRectF, shift: QPointF) -> Iterator[None]:
    """Paint within a rectangle, moved by a shift."""
    painter.save()
    painter.setClipRect(rectangle)
    painter.translate(shift)
    yield
    painter.restore()
