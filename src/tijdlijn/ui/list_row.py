"""A row of a list: a name, a line of details under it, a count, and small buttons that come with pointer or focus.

It paints itself, as what people typed, on one line, never as markup. Lists of it stay quick with many rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLayout, QSizePolicy, QToolTip, QWidget

from tijdlijn.render_qt.painting import painting
from tijdlijn.ui import theme
from tijdlijn.ui.widgets import IconButton, plain_tip, row

PADDING = 10
ICON = 18
GAP = 10
_FORWARD = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ListRow(QAbstractButton):
    """One row, whose icon may have the colour of a style of the timeline (`tint`).

    `moved` asks for the focus to go to another row; `deleted` and `edited` say that a key asked for it.
    """

    moved = Signal(int)
    deleted = Signal()
    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, icon: str = "") -> None:
        super().__init__(parent)
        self.detail = ""
        self.count = ""
        self.tint = ""
        self._faint = False
        self._icon = icon
        self.buttons: list[IconButton] = []
        self._held = row(0)
        self._held.setContentsMargins(0, 0, 4, 0)
        self._held.addStretch(1)
        self._held.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(self._held)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_words(self, title: str, detail: str = "", count: str = "", *, faint: bool = False) -> None:
        """Show these words; a count stands at the right."""
        words = " ".join(title.split()), " ".join(detail.split()), count, faint
        if words == (self.text(), self.detail, self.count, self._faint):
            return
        self.detail, self.count, self._faint = words[1:]
        self.setText(words[0])
        self.setAccessibleName(words[0])
        self.setAccessibleDescription(", ".join(filter(None, (self.detail, self.count))))
        self.updateGeometry()
        self.update()

    def add_action(self, icon: str, name: str, clicked: Callable[[], object]) -> IconButton:
        """A small button at the right, seen while the row is under the pointer or has the focus."""
        made = IconButton(icon, name, clicked)
        made.setParent(self)
        made.installEventFilter(self)
        self._held.addWidget(made)
        self.buttons.append(made)
        self._show_actions()
        return made

    def sizeHint(self) -> QSize:
        lines = self._metrics(True).height() + (self._metrics(False).height() if self.detail else 0)
        return QSize(200, lines + 2 * (6 if self.detail else 5))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    # What it looks like

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.palette()
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter, now)
            left, right = self._paint_sides(painter, now)
            title, detail = self._metrics(True), self._metrics(False)
            height = title.height() + (detail.height() if self.detail else 0)
            top = (self.height() - height) // 2
            painter.setFont(self._font(True))
            painter.setPen(QColor(now.soft if self._faint else now.ink))
            self._line(painter, title, self.text(), QRect(left, top, right - left, title.height()))
            painter.setFont(self._font(False))
            painter.setPen(QColor(now.soft))
            self._line(painter, detail, self.detail, QRect(left, top + title.height(), right - left, detail.height()))

    def _paint_ground(self, painter: QPainter, now: theme.Palette) -> None:
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.isDown() or self._is_met:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent_soft if self.isChecked() or self.isDown() else now.hover))
            painter.drawRoundedRect(frame, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, 6, 6)

    def _paint_sides(self, painter: QPainter, now: theme.Palette) -> tuple[int, int]:
        """The icon at the left and the count at the right; returns between which x the words have room."""
        left, right = PADDING, self.width() - PADDING
        if self._icon:
            tone = theme.canvas_colour(self.tint) if self.tint else now.accent if self.isChecked() else now.soft
            place = QPoint(left, (self.height() - ICON) // 2)
            painter.drawPixmap(place, theme.pixmap(self._icon, ICON, tone))
            left += ICON + GAP
        if self._actions_shown:
            return left, min(made.x() for made in self.buttons) - 4
        if self.count:
            metrics = self._metrics(False)
            width = metrics.horizontalAdvance(self.count)
            painter.setFont(self._font(False))
            painter.setPen(QColor(now.faint))
            painter.drawText(right - width, 0, width, self.height(), Qt.AlignmentFlag.AlignVCenter, self.count)
            right -= width + GAP
        return left, right

    def _line(self, painter: QPainter, metrics: QFontMetrics, text: str, place: QRect) -> None:
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, elided)

    def _font(self, is_title: bool) -> QFont:
        font = QFont(self.font())
        if is_title:
            font.setWeight(QFont.Weight.DemiBold)
        else:
            font.setPixelSize(theme.TEXT_PX - 1)
        return font

    def _metrics(self, is_title: bool) -> QFontMetrics:
        return QFontMetrics(self._font(is_title))

    # Pointer, focus, keys

    @property
    def _is_met(self) -> bool:
        return self.underMouse() or any(made.hasFocus() for made in self.buttons)

    @property
    def _actions_shown(self) -> bool:
        return bool(self.buttons) and not self.buttons[0].isHidden()

    def _show_actions(self) -> None:
        shown = self._is_met or self.hasFocus()
        for made in self.buttons:
            made.setVisible(shown)
        self._held.activate()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_actions()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_actions()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_actions()
        if event.type() is QEvent.Type.ToolTip and not self.toolTip():
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), plain_tip(self._whole()), self)
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_actions()
        return super().eventFilter(watched, event)

    def _whole(self) -> str:
        return "\n".join(filter(None, (self.text(), self.detail)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _FORWARD:
            self.moved.emit(_FORWARD[key])
        elif key == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif key == Qt.Key.Key_F2:
            self.edited.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def step_focus(rows: Sequence[QWidget], step: int) -> None:
    """Give the focus to the next of the visible rows, or the one before."""
    seen = [made for made in rows if made.isVisible()]
    now = next((at for at, made in enumerate(seen) if made.hasFocus()), None)
    if now is not None and 0 <= now + step < len(seen):
        seen[now + step].setFocus(Qt.FocusReason.TabFocusReason)
