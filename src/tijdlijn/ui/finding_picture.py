"""A picture beside the words of a finding: small on its card, large in a window of its own.

The rule: it is laid out anew for the width it gets, by the same code as on paper; nothing is scaled up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QSizePolicy, QToolTip, QWidget

from tijdlijn.drawing.primitives import Drawing, Group, Primitive
from tijdlijn.layout.finding_pictures import Pictured
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.picture_frame import ENLARGED, ON_SCREEN
from tijdlijn.render_qt.painter import Painter
from tijdlijn.render_qt.painting import painting
from tijdlijn.ui import theme
from tijdlijn.ui.widgets import button, column, plain_label, plain_tip, row, scrolled

LEAST_WIDTH = 180
WINDOW = QSize(1040, 720)
"""The size of the window with large pictures at most, until somebody makes it larger."""
ROOM_A_PICTURE, ROOM_AROUND = 64, 110


class PictureView(QWidget):
    """Shows one picture as wide as it is. `entry_asked` carries the entry that was clicked, `enlarge_asked` wants to
    see it larger."""

    entry_asked = Signal(str)
    enlarge_asked = Signal()

    def __init__(self, pictured: Pictured, measure: Measure = ON_SCREEN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictured, self._measure = pictured, measure
        self._tool = Painter(theme.canvas_theme())
        self._drawing: Drawing | None = None
        self.setAccessibleName(f"{pictured.title}: {pictured.about}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumWidth(LEAST_WIDTH)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setFixedHeight(round(self._drawn(LEAST_WIDTH * 2).height) + 1)

    @property
    def drawing(self) -> Drawing:
        """The picture at the present width."""
        return self._drawn(max(self.width(), LEAST_WIDTH))

    def _drawn(self, width: float) -> Drawing:
        if self._drawing is None or self._drawing.width != width:
            self._drawing = self._pictured.draw(width, self._measure)
        return self._drawing

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(round(self.drawing.height) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._tool.paint(painter, self.drawing.items)
            if self.hasFocus():
                painter.setPen(QColor(theme.palette().accent))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def at(self, place: QPointF) -> Group | None:
        """What a pointer meets there; the last drawn goes before."""
        for group in reversed(list(_groups(self.drawing.items))):
            x, y, width, height = group.bounds
            if x <= place.x() <= x + width and y <= place.y() <= y + height:
                return group
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self.at(event.position())
        is_entry = found is not None and found.id.startswith("entry:")
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_entry else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        found = self.at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and found and found.id.startswith("entry:"):
            self.entry_asked.emit(found.id.removeprefix("entry:"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.enlarge_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enlarge_asked.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self.at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(found.label) if found else "", self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_look_change(event):
            self._tool = Painter(theme.canvas_theme())
            self.update()


def _groups(items: Sequence[Primitive]) -> Iterator[Group]:
    for item in items:
        if isinstance(item, Group):
            yield item
            yield from _groups(item.children)


class PictureWindow(QDialog):
    """The pictures of a kind of findings, as large as the window is made. It frees itself when it is closed."""

    def __init__(self, pictures: Sequence[Pictured], choose: Callable[[str], object], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Plaatje bij een bevinding"))
        self.views: list[PictureView] = []
        inner = column(10)
        inner.setContentsMargins(24, 16, 24, 16)
        for pictured in pictures:
            view = PictureView(pictured, ENLARGED)
            view.entry_asked.connect(choose)
            self.views.append(view)
            inner.addWidget(plain_label(pictured.title, "heading"))
            inner.addWidget(view)
            inner.addSpacing(12)
        inner.addStretch(1)
        content = QWidget()
        content.setLayout(inner)
        foot = row(8)
        foot.setContentsMargins(24, 8, 24, 16)
        foot.addWidget(plain_label(self.tr("Klik op een balk om daarheen te gaan op de tijdlijn."), "soft"), 1)
        self.done_button = button(self.tr("Sluiten"), self.close)
        foot.addWidget(self.done_button)
        layout = column(0)
        layout.addWidget(scrolled(content), 1)
        layout.addLayout(foot)
        self.setLayout(layout)
        wanted = sum(round(view.drawing.height) + ROOM_A_PICTURE for view in self.views) + ROOM_AROUND
        self.resize(WINDOW.width(), min(wanted, WINDOW.height()))
        self.done_button.setFocus()
