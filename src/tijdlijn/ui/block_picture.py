"""A long picture that scrolls: blocks under each other, as wide as there is room for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QToolTip, QWidget

from tijdlijn.drawing.primitives import Group, Primitive
from tijdlijn.layout.flow import Block
from tijdlijn.layout.series import height_of, under_each_other
from tijdlijn.render_qt.painter import Painter
from tijdlijn.render_qt.painting import painting
from tijdlijn.ui import theme
from tijdlijn.ui.widgets import plain_tip, scrolled

SCALE = 1.4
"""How many times the type of paper that of the screen is."""
MARGIN = 16.0
LEAST = 180.0
"""The least width that anything is laid out for, in points."""


class BlockPicture(QWidget):
    """Paints the blocks that a function makes for a width, with a margin of so many points around them. `chosen`
    carries the id of what is clicked."""

    chosen = Signal(str)

    def __init__(self, name: str, margin: float = MARGIN) -> None:
        super().__init__()
        self._margin = margin
        self._make: Callable[[float], Iterable[Block]] = lambda _: ()
        self._items: tuple[Primitive, ...] = ()
        self._tool = Painter(theme.canvas_theme())
        self._height = 0
        self.setAccessibleName(name)
        self.setMouseTracking(True)

    @property
    def items(self) -> tuple[Primitive, ...]:
        """What is painted, in points."""
        return self._items

    def show_blocks(self, make: Callable[[float], Iterable[Block]], about: str = "") -> None:
        """Paint other blocks from now on; `about` says what they show, for who cannot see them."""
        self._make = make
        self.setAccessibleDescription(about)
        self._lay_out()

    def _lay_out(self) -> None:
        blocks = list(self._make(max(LEAST, self.width() / SCALE - 2 * self._margin)))
        self._items = tuple(under_each_other(blocks, self._margin, self._margin / 2))
        self._height = round((height_of(blocks) + 2 * self._margin) * SCALE) if blocks else 0
        self.setMinimumHeight(self._height)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(event.rect(), self._tool.colour("paper"))
            painter.scale(SCALE, SCALE)
            top, bottom = event.rect().top() / SCALE, event.rect().bottom() / SCALE
            self._tool.paint(painter, (one for one in self._items if _is_within(one, top, bottom)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_look_change(event):
            self._tool = Painter(theme.canvas_theme())
            self.update()

    def words_at(self, place: QPoint) -> str:
        """What is shown at a place of the widget, in words; empty beside everything."""
        found = self._group_at(place)
        return found.label if found else ""

    def _group_at(self, place: QPoint) -> Group | None:
        """The innermost group there that has a name of its own."""
        x, y = place.x() / SCALE, place.y() / SCALE
        found = (_innermost(one, x, y) for one in self._items if isinstance(one, Group))
        return next((one for one in found if one is not None), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._group_at(event.position().toPoint())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(found.id)
        else:
            super().mouseReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tip(self.words_at(event.pos())), self)
            return True
        return super().event(event)


def scrolling(picture: BlockPicture) -> QScrollArea:
    """The picture in an area that scrolls from top to bottom, also by the keys."""
    area = scrolled(picture)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setAccessibleName(picture.accessibleName())
    return area


def _innermost(group: Group, x: float, y: float) -> Group | None:
    inner = (_innermost(one, x, y) for one in group.children if isinstance(one, Group))
    found = next((one for one in inner if one is not None), None)
    return found or (group if group.bounds[3] and _holds(group, x, y) else None)


def _holds(group: Group, x: float, y: float) -> bool:
    left, top, width, height = group.bounds
    return left <= x < left + width and top <= y < top + height


def _is_within(item: Primitive, top: float, bottom: float) -> bool:
    """Whether it may be seen between these; what has no bounds always may."""
    if isinstance(item, Group) and item.bounds[3]:
        return item.bounds[1] <= bottom and item.bounds[1] + item.bounds[3] >= top
    return True
