"""Fields that hold text: on one line, and on as many lines as it has."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from tijdlijn.model.entries import Entry
from tijdlijn.ui.bsn_note import BsnNote
from tijdlijn.ui.inspector.field import Change, Edited, Field, LineField, with_value

MOST_LINES = 14
_FRAME = 10
"""Border and padding of a text box above and below, as in theme.qss."""


class TextField(LineField):
    """A text property of an entry on one line."""

    def __init__(self, attribute: str, what: str, label: str, hint: str = "") -> None:
        super().__init__(what, label, hint)
        self._attribute = attribute

    def value(self, entry: Entry) -> Hashable:
        return str(getattr(entry, self._attribute))

    def change(self, text: str) -> Change | None:
        attribute = self._attribute
        return lambda entry: with_value(entry, attribute, text)


class AreaField(Field):
    """A text property of an entry in a box as high as its text. Ctrl+Enter or leaving hands it over."""

    def __init__(
        self, attribute: str, what: str, label: str, hint: str = "", lines: int = 2, one: bool = False
    ) -> None:
        super().__init__(what, label)
        self._attribute = attribute
        self._hint = hint
        self._shown = ""
        self.area = GrowingText(label or hint or what, lines, one)
        self.area.left.connect(self.flush)
        self.area.escaped.connect(self.renew)
        self.bsn = BsnNote(self.area)
        self.content.addWidget(self.area)
        self.content.addWidget(self.bsn)

    def value(self, entry: Entry) -> Hashable:
        return str(getattr(entry, self._attribute))

    def renew(self) -> None:
        values = [str(value) for value in self.values]
        self._shown = values[0] if len(values) == 1 else ""
        self.area.setPlaceholderText(self.tr("verschillend") if len(values) > 1 else self._hint)
        if self.area.toPlainText() != self._shown:
            self.area.setPlainText(self._shown)

    @property
    def pending(self) -> bool:
        return bool(self.entries) and self.area.toPlainText() != self._shown

    @property
    def typed(self) -> str:
        return self.area.toPlainText() if self.pending else ""

    def restore(self, draft: str) -> None:
        self.area.setPlainText(draft)

    def flush(self) -> None:
        if not self.pending:
            return
        text, attribute = self.area.toPlainText(), self._attribute
        self.hand_over(Edited(lambda entry: with_value(entry, attribute, text.strip())))


class GrowingText(QPlainTextEdit):
    """A box as high as its text. With `one_line` a text on one line, wrapped where it is long."""

    left = Signal()
    escaped = Signal()

    def __init__(self, name: str, lines: int = 2, one_line: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._one_line = one_line
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())

    def sizeHint(self) -> QSize:
        return QSize(160, self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if enter and (self._one_line or control):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()) if self._one_line else source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        height = self._height()
        is_cut = height >= MOST_LINES * self.fontMetrics().lineSpacing()
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_cut else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() is not policy:
            self.setVerticalScrollBarPolicy(policy)
        if self.height() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)

    def _height(self) -> int:
        """Asking for the box of a block lays it out, which Qt puts off for what was never painted."""
        spacing = self.fontMetrics().lineSpacing()
        height, block = 0.0, self.document().firstBlock()
        while block.isValid() and height < MOST_LINES * spacing:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        margins = 2 * int(self.document().documentMargin())
        return round(max(self._lines * spacing + margins, min(height, MOST_LINES * spacing + margins))) + _FRAME
