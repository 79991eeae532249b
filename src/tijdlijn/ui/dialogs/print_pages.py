"""The pages of a report in a column, as they will lie on the table: painted from the drawings that are printed.

The rule: only what is in view is painted, once for each size; a page that is larger than a picture may be is painted as
far as it is in view. What was in view stays in view when the pages change.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from tijdlijn.drawing.primitives import Drawing
from tijdlijn.drawing.styles import Theme
from tijdlijn.render_qt.painter import Painter
from tijdlijn.render_qt.painting import painting
from tijdlijn.ui import theme

GAP = 16
"""Room around a page, in pixels."""
MOST_PIXELS = 8_000_000
"""Of one page that is kept as a picture."""
MOST_KEPT = 24_000_000
"""Pixels of all pages that are kept."""
STEP = 1.25
LEAST, MOST = 0.25, 16.0
"""How far the fitting size can be made smaller and larger."""


class Page(NamedTuple):
    """A page as it is printed: what stands on it, how it looks, and of what part it is."""

    drawing: Drawing
    theme: Theme
    name: str = ""


class Fit(StrEnum):
    """What fits in the view while nobody zooms."""

    PAGE = "page"
    WIDTH = "width"


class PagesView(QAbstractScrollArea):
    """Shows pages below each other. `turned` comes when another page is in view, `zoomed` when the size changed."""

    turned = Signal()
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 160)
        self.pages: tuple[Page, ...] = ()
        self.fit = Fit.PAGE
        self._times = 1.0
        self._places: list[QRectF] = []
        self._pictures: dict[int, QPixmap] = {}
        self._tools: list[tuple[Theme, Painter]] = []
        self._told = (-1, 0)
        self.setAccessibleName(self.tr("Bladzijden zoals ze worden afgedrukt"))
        self.verticalScrollBar().valueChanged.connect(lambda _: self._tell())

    # What is shown

    def set_pages(self, pages: Sequence[Page]) -> None:
        """Show these pages from now on, at the place where the view was."""
        self.pages = tuple(pages)
        self._pictures.clear()
        themes = [page.theme for page in self.pages]
        self._tools = [tool for tool in self._tools if tool[0] in themes]
        self._arrange()

    @property
    def current(self) -> int:
        """The number of the page in view, from 0; 0 as well when there is none."""
        line = self.verticalScrollBar().value() + self.viewport().height() * 0.4
        return max((number for number, place in enumerate(self._places) if place.top() <= line), default=0)

    @property
    def percent(self) -> int:
        """How large the page in view is, of what it is on paper."""
        if not self.pages:
            return 100
        return round(self._scale(self.pages[self.current]) * 72 / self.logicalDpiX() * 100)

    @property
    def is_fitting(self) -> bool:
        """Whether the pages fit and nobody zoomed."""
        return self._times == 1.0

    def go(self, number: int) -> None:
        """Bring the top of a page in view."""
        if self._places:
            place = self._places[min(max(number, 0), len(self._places) - 1)]
            self.verticalScrollBar().setValue(round(place.top()) - GAP)

    def set_fit(self, fit: Fit) -> None:
        """Show whole pages, or pages as wide as the view."""
        self.fit, self._times = fit, 1.0
        self._resize()

    def zoom(self, steps: int) -> None:
        """Make the pages larger, or smaller when it is negative."""
        self._times = min(max(self._times * STEP**steps, LEAST), MOST)
        self._resize()

    def page_rect(self, number: int) -> QRectF:
        """Where a page lies in the viewport."""
        return self._places[number].translated(-self._shift)

    # Where pages lie

    @property
    def _shift(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _scale(self, page: Page) -> float:
        room = QSizeF(max(self.viewport().width() - 2 * GAP, 50), max(self.viewport().height() - 2 * GAP, 50))
        wide = room.width() / page.drawing.width
        fitting = wide if self.fit is Fit.WIDTH else min(wide, room.height() / page.drawing.height)
        return fitting * self._times

    def _resize(self) -> None:
        self._pictures.clear()
        self._arrange()
        self.zoomed.emit()

    def _arrange(self) -> None:
        number, part = self._at()
        sizes = [(page.drawing.width * scale, page.drawing.height * scale) for page, scale in self._scaled()]
        whole = max([self.viewport().width(), *(width + 2 * GAP for width, _ in sizes)])
        self._places, y = [], float(GAP)
        for width, height in sizes:
            self._places.append(QRectF(round((whole - width) / 2), round(y), round(width), round(height)))
            y += round(height) + GAP
        if self._places:
            y = max(y, self._places[-1].top() - GAP + self.viewport().height())
        self._set_bars(whole, y)
        if self._places:
            place = self._places[min(number, len(self._places) - 1)]
            self.verticalScrollBar().setValue(round(place.top() - GAP + part * place.height()))
        self.viewport().update()
        self._tell()

    def _scaled(self) -> list[tuple[Page, float]]:
        return [(page, self._scale(page)) for page in self.pages]

    def _at(self) -> tuple[int, float]:
        """The page at the top of the view, and how much of it lies above."""
        top = self.verticalScrollBar().value() + GAP
        for number, place in enumerate(self._places):
            if place.bottom() > top:
                return number, max(top - place.top(), 0.0) / place.height()
        return 0, 0.0

    def _set_bars(self, width: float, height: float) -> None:
        room = self.viewport().size()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), width, room.width()),
            (self.verticalScrollBar(), height, room.height()),
        ):
            middle = (bar.value() + bar.pageStep() / 2) / max(bar.maximum() + bar.pageStep(), 1)
            bar.setRange(0, max(round(whole - seen), 0))
            bar.setPageStep(seen)
            bar.setSingleStep(40)
            if bar is self.horizontalScrollBar():
                bar.setValue(round(middle * whole - seen / 2))

    def _tell(self) -> None:
        seen = (self.current, len(self.pages))
        if seen == self._told:
            return
        self._told = seen
        if self.pages:
            said = self.tr("Bladzijde {0} van {1}").format(seen[0] + 1, seen[1])
            name = self.pages[seen[0]].name
            self.setAccessibleDescription(f"{said}: {name}" if name else said)
        self.turned.emit()

    # Painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.palette()
        with painting(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), QColor(colours.band))
            seen = QRectF(self.viewport().rect())
            for number in range(len(self.pages)):
                place = self.page_rect(number)
                if place.intersects(seen):
                    painter.fillRect(place, QColor("#ffffff"))
                    self._paint_page(painter, number, place, seen)
                    painter.setPen(QPen(QColor(colours.field_line), 1))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
            if self.hasFocus():
                painter.setPen(QPen(QColor(colours.accent), 2))
                painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint_page(self, painter: QPainter, number: int, place: QRectF, seen: QRectF) -> None:
        sharp = self.devicePixelRatioF()
        if place.width() * place.height() * sharp**2 <= MOST_PIXELS:
            painter.drawPixmap(place.topLeft(), self._picture(number, place, sharp))
            return
        painter.save()
        painter.setClipRect(place.intersected(seen))
        painter.translate(place.topLeft())
        self._paint(painter, self.pages[number], place.width())
        painter.restore()

    def _picture(self, number: int, place: QRectF, sharp: float) -> QPixmap:
        kept = self._pictures.get(number)
        if kept is None:
            kept = QPixmap(round(place.width() * sharp), round(place.height() * sharp))
            kept.setDevicePixelRatio(sharp)
            kept.fill(QColor("#ffffff"))
            with painting(kept) as inner:
                self._paint(inner, self.pages[number], place.width())
            self._pictures[number] = kept
            self._forget(number)
        return kept

    def _forget(self, number: int) -> None:
        """Let go of the pictures that are farthest from a page when there are too many."""
        size = sum(found.width() * found.height() for found in self._pictures.values())
        for other in sorted(self._pictures, key=lambda found: -abs(found - number)):
            if size <= MOST_KEPT or other == number:
                return
            found = self._pictures.pop(other)
            size -= found.width() * found.height()

    def _paint(self, painter: QPainter, page: Page, width: float) -> None:
        painter.scale(width / page.drawing.width, width / page.drawing.width)
        self._tool(page.theme).paint(painter, page.drawing.items)

    def _tool(self, look: Theme) -> Painter:
        for known, tool in self._tools:
            if known is look or known == look:
                return tool
        tool = Painter(look)
        self._tools.append((look, tool))
        return tool

    # Keys and the wheel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go(0 if key == Qt.Key.Key_Home else len(self.pages) - 1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(-1 if key == Qt.Key.Key_Minus else 1)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_W):
            self.set_fit(Fit.PAGE if key == Qt.Key.Key_0 else Fit.WIDTH)
        else:
            super().keyPressEvent(event)

    def _turn(self, direction: int) -> None:
        """To the next page, or a view further on a page that is higher than the view."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        tops = [round(place.top()) - GAP for place in self._places]
        if direction > 0:
            following = min((top for top in tops if top > bar.value()), default=bar.maximum())
            bar.setValue(min(following, bar.value() + room - GAP))
        else:
            before = max((top for top in tops if top < bar.value()), default=0)
            bar.setValue(max(before, bar.value() - room + GAP))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)
