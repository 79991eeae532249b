"""One entry as a line that can be clicked: its title, and below it its date and kind."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from tijdlijn.language.dates_nl import shown, write_short
from tijdlijn.layout.naming import title_of
from tijdlijn.model.entries import Entry
from tijdlijn.render_qt.painting import painting
from tijdlijn.ui import theme
from tijdlijn.ui.kind_marks import SIZE, paint_mark
from tijdlijn.ui.widgets import set_tip

HEIGHT = 42
SMALL = 12
_INSET = 6
_TITLE, _DATE = 4, 21


class EntryLine(QAbstractButton):
    """The mark of its kind, its title, its date. Enter does what a click does."""

    def __init__(self, entry: Entry, clicked: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{title_of(entry)}, {entry.kind.label}, {shown(entry.date)}")
        set_tip(self, f"{title_of(entry)}\n{shown(entry.date)} · {entry.kind.label}")
        self.clicked.connect(lambda _=False: clicked(entry.id))

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.palette()
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = self.rect().adjusted(1, 1, -1, -1)
            if self.underMouse() or self.hasFocus():
                painter.setPen(QPen(QColor(colours.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.hover))
                painter.drawRoundedRect(box, 5, 5)
            paint_mark(painter, QRectF(_INSET, _TITLE + 1, SIZE, SIZE), self.entry.kind)
            left = _INSET + SIZE + 6
            self._text(painter, left, _TITLE, title_of(self.entry), colours.ink)
            font = painter.font()
            font.setPixelSize(SMALL)
            painter.setFont(font)
            when = write_short(self.entry.date) if self.entry.date else self.tr("geen datum")
            self._text(painter, left, _DATE, f"{when} · {self.entry.kind.label}", colours.soft)

    def _text(self, painter: QPainter, left: int, top: int, text: str, colour: str) -> None:
        box = QRect(left, top, self.width() - left - _INSET, HEIGHT - top)
        painter.setPen(QColor(colour))
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, fitting)
