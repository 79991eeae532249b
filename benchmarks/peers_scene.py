"""The timeline that most Qt programs would have: a QGraphicsScene with one item an entry, for the comparison.

Two kinds. `plain` keeps every bar in one row for good and zooms with the view's own transform. `relaid` packs the rows
again at every zoom step, so that no label overlaps another. Both draw only entries: no axis, ages, findings or names.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappush, heapreplace

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QStaticText, QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsView, QStyleOptionGraphicsItem, QWidget

from tijdlijn.drawing.primitives import Face
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.lanes import LANE_OF, LANES
from tijdlijn.layout.measure import SCREEN
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry
from tijdlijn.render_qt.painter import family
from tijdlijn.ui.timeline_view.layouts import stepped

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom of a label in the picture."""

INK = QBrush(QColor("#4a78a8"))


class Item(QGraphicsItem):
    """One entry: a bar or a mark with its title behind it. Its x are in units that a view may stretch."""

    def __init__(self, entry: Entry, bounds: Bounds, font: QFont) -> None:
        super().__init__()
        self.first, self.last = bounds.start_min, max(bounds.end_max, bounds.start_max) + 1
        self.is_span, self.title = entry.is_span, entry.title
        self.lane = LANES.index(LANE_OF[entry.kind])
        self.text_width = text_width(entry.title, SCREEN.label)
        self.ink = 0.0
        self._font = font
        self._text: QStaticText | None = None
        self._room = QRectF()

    def place(self, x: float, y: float, ink: float, unit: float) -> None:
        """Lie at a place with so much ink; a pixel is `unit` of the scene at the widest."""
        self.ink = ink
        self.prepareGeometryChange()
        self._room = QRectF(-unit, 0.0, ink + (SCREEN.gap + self.text_width + 2) * unit, SCREEN.row)
        self.setPos(x, y)

    def boundingRect(self) -> QRectF:
        return self._room

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        whole = painter.worldTransform()
        corner = whole.map(QPointF(0.0, 0.0))
        ink = self.ink * whole.m11() if self.is_span else SCREEN.mark
        painter.setWorldTransform(QTransform.fromTranslate(corner.x(), corner.y()))
        if self.is_span:
            painter.fillRect(QRectF(0.0, 2.5, ink, SCREEN.bar), INK)
        else:
            painter.setBrush(INK)
            painter.drawEllipse(QRectF(0.0, 4.5, SCREEN.mark, SCREEN.mark))
        if self._text is None:
            self._text = QStaticText(self.title)
            self._text.setTextFormat(Qt.TextFormat.PlainText)
            self._text.prepare(font=self._font)
        painter.drawStaticText(QPointF(ink + SCREEN.gap, 1.0), self._text)


class Peer(QGraphicsView):
    """A timeline of items at a scale."""

    def __init__(self, case: Case, points_per_day: float, relaid: bool) -> None:
        super().__init__()
        self._relaid, self._smallest = relaid, points_per_day
        self.points_per_day = points_per_day
        font = QFont(family(Face.REGULAR))
        font.setPixelSize(round(SCREEN.label))
        dated = ((entry, case.bounds.get(entry.id)) for entry in case.entries)
        self.items_in_time = [Item(entry, bounds, font) for entry, bounds in dated if bounds]
        self.items_in_time.sort(key=lambda item: (item.lane, item.first, item.last))
        self.origin = min(item.first for item in self.items_in_time)
        self.painted = 0
        self.setScene(QGraphicsScene(self))
        self._lay_out()
        for item in self.items_in_time:
            self.scene().addItem(item)
        self.setFont(font)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stretch()

    def _lay_out(self) -> None:
        """Pack every lane; with labels when they are relaid, bars and marks only when rows are for good."""
        scale = self.points_per_day
        unit = 1.0 if self._relaid else 1.0 / scale
        base, widest = 0, 0.0
        for lane in range(len(LANES)):
            taken: list[tuple[float, int]] = []
            for item in (item for item in self.items_in_time if item.lane == lane):
                left = (item.first - self.origin) * scale
                ink = (item.last - item.first) * scale if item.is_span else SCREEN.mark
                right = left + ink + SCREEN.gap + (item.text_width + SCREEN.gap if self._relaid else 0.0)
                if taken and taken[0][0] <= left:
                    row = taken[0][1]
                    heapreplace(taken, (right, row))
                else:
                    row = len(taken)
                    heappush(taken, (right, row))
                item.place(left * unit, (base + row) * SCREEN.row, ink * unit, unit)
                widest = max(widest, left + ink + item.text_width)
            base += len(taken)
        self.scene().setSceneRect(0.0, 0.0, widest * unit, base * SCREEN.row)

    def _stretch(self) -> None:
        if not self._relaid:
            self.setTransform(QTransform.fromScale(self.points_per_day, 1.0))

    def zoom(self, steps: int) -> None:
        """Some steps of our own canvas in or out, around the middle."""
        bar, room = self.horizontalScrollBar(), self.viewport().width() / 2
        day = (bar.value() + room) / self.points_per_day
        self.points_per_day = stepped(self.points_per_day, steps, self._smallest)
        if self._relaid:
            self._lay_out()
        self._stretch()
        bar.setValue(round(day * self.points_per_day - room))

    def paintEvent(self, event: QEvent) -> None:
        self.painted += 1
        super().paintEvent(event)  # type: ignore[arg-type]

    def frame(self) -> None:
        """Paint what changed, now: what the scene has to say, then the window."""
        QCoreApplication.sendPostedEvents()
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.UpdateRequest))

    def seen(self) -> tuple[float, list[Rect]]:
        """The share of the entries of the time in view that is in the picture, and the places of the labels."""
        left, width = self.horizontalScrollBar().value(), self.viewport().width()
        down, height = self.verticalScrollBar().value(), self.viewport().height()
        stretch = [item for item in self.items_in_time if self._touches(item, left, left + width)]
        shown = [item for item in stretch if -SCREEN.row < item.pos().y() - down < height]
        return len(shown) / max(len(stretch), 1), list(self._labels(shown, left, down))

    def _touches(self, item: Item, left: float, right: float) -> bool:
        low = (item.first - self.origin) * self.points_per_day
        return low < right and (item.last - self.origin) * self.points_per_day > left

    def _labels(self, shown: list[Item], left: float, down: float) -> Iterator[Rect]:
        for item in shown:
            ink = (item.last - item.first) * self.points_per_day if item.is_span else SCREEN.mark
            x = (item.first - self.origin) * self.points_per_day + ink + SCREEN.gap - left
            y = item.pos().y() - down
            yield x, y, x + item.text_width, y + SCREEN.row
