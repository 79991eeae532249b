"""The parts of the quick-entry line: the coloured line itself, and the completions that float above or below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from tijdlijn.language.completion import Completion
from tijdlijn.language.folding import fold
from tijdlijn.language.quick_line import Part, QuickEntry
from tijdlijn.ui import theme
from tijdlijn.ui.row_list import Row, RowList

PART_COLOURS = {
    Part.DATE: ("#1d5fa8", "#6fb1ff"),
    Part.KIND: ("#6b4fa0", "#b69ae6"),
    Part.PARTY: ("#1b7f79", "#5fc4bd"),
    Part.PERSON: ("#8a5200", "#e0b04f"),
    Part.SCHAKELMOMENT: ("#b3261e", "#ff8f86"),
}
"""The colour of each part of the line, on light and on dark ground; the words below say the same."""


class TypedLine(QPlainTextEdit):
    """A line edit that can be coloured; keys go to its owner first."""

    key = Signal(QKeyEvent)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours = _Colours(self)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setObjectName("quickLine")
        self.document().setDocumentMargin(6)
        self.set_size(15)

    def set_size(self, pixels: int) -> None:
        """Show letters of this height."""
        font = self.font()
        font.setPixelSize(pixels)
        self.setFont(font)
        self.setFixedHeight(self.fontMetrics().height() + 18)

    def colour(self, line: QuickEntry | None) -> None:
        """Colour the parts as they were read."""
        self._colours.show(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        self.key.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._has_no_use(event):
            event.ignore()
            return False
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            event.accept()
            self.key.emit(event)
            if event.isAccepted():
                return True
            event.accept()  # one that stays ignored goes on to the parent, which would move the focus once more
        return super().event(event)

    def _has_no_use(self, event: QKeyEvent) -> bool:
        """Whether undo or redo finds nothing to do in the line: then it is for the casebook."""
        undo, redo = (event.matches(key) for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo))
        return (undo and not self.document().isUndoAvailable()) or (redo and not self.document().isRedoAvailable())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_look_change(event) and hasattr(self, "_colours"):
            self._colours.rehighlight()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files are dropped on the window, not typed as a path."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QObject) -> None:
        """Pasted text goes on one line."""
        text = getattr(source, "text", str)()
        self.insertPlainText(" ".join(str(text).split()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class _Colours(QSyntaxHighlighter):
    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor.document())
        self._editor = editor
        self._line: QuickEntry | None = None

    def show(self, line: QuickEntry | None) -> None:
        if line != self._line:
            self._line = line
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if self._line is None or self._line.text != text:
            return
        dark = theme.palette().is_dark
        for span in self._line.spans:
            look = QTextCharFormat()
            look.setForeground(QColor(PART_COLOURS[span.part][1 if dark else 0]))
            look.setFontWeight(600)
            look.setFontUnderline(span.is_new)
            self.setFormat(span.start, span.end - span.start, look)


class Completions(RowList):
    """The names and kinds that fit what is being typed; floats above the window's content, never takes focus."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner.window())
        self._owner = owner
        self._found: tuple[Completion, ...] = ()
        self.was_chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("completions")
        self.setStyleSheet("#completions { border: 1px solid palette(mid); border-radius: 6px; padding: 3px; }")
        self.setAccessibleName(self.tr("Voorstellen"))
        self.hide()
        owner.destroyed.connect(self.deleteLater)

    def offer(self, found: tuple[Completion, ...], text: str, below: QPoint) -> None:
        """Show what fits in `text` at a place of the window, or hide when nothing does.

        Enter takes the first name, unless that is what stands there already.
        """
        if not found:
            self._found = ()
            self.hide()
            return
        if self.parentWidget() is not self._owner.window():
            self.setParent(self._owner.window())
        if found != self._found:
            self._found = found
            first = found[0]
            is_there = fold(text[first.start : first.end]) == fold(first.text.rstrip())
            self.was_chosen = first.part in (Part.PARTY, Part.PERSON) and not is_there
            self.show_rows([Row(completion.label) for completion in found[:8]], 0)
        self.resize(QSize(280, self.sizeHintForRow(0) * self.count() + 12))
        if below.y() + self.height() > self._owner.window().height():
            below.setY(self._owner.mapTo(self._owner.window(), QPoint(0, 0)).y() - self.height())
        self.move(below)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Choose the next or the one before."""
        self.was_chosen = True
        self.setCurrentRow((self.currentRow() + by) % self.count())

    def chosen(self) -> Completion | None:
        """The completion that is chosen."""
        row = self.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None
