"""The quick-entry line: one line, read while it is typed, shown on the timeline before Enter, never lost.

What was understood is coloured in the line itself and told in words below it. Completion opens under the line while
a person, a party or a kind is being typed; Tab or Enter takes the chosen one, Escape closes it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tijdlijn.language.completion import Completion, completions
from tijdlijn.language.dates_nl import DateContext, shown, write_day
from tijdlijn.language.folding import fold
from tijdlijn.language.quick_entry import parse_quick
from tijdlijn.language.quick_line import KindSource, KnownNames, NameRef, Part, QuickEntry
from tijdlijn.services.casebook import Change, OpenCasebook
from tijdlijn.services.quick import add_quick, preview
from tijdlijn.ui import theme
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.typed_before import TypedBefore
from tijdlijn.ui.widgets import ElidedLabel

PART_COLOURS = {
    Part.DATE: ("#1d5fa8", "#6fb1ff"),
    Part.KIND: ("#6b4fa0", "#b69ae6"),
    Part.PARTY: ("#1b7f79", "#5fc4bd"),
    Part.PERSON: ("#8a5200", "#e0b04f"),
    Part.SCHAKELMOMENT: ("#b3261e", "#ff8f86"),
}
"""The colour of each part of the line, on light and on dark ground; the words below say the same."""

Adding = Callable[[OpenCasebook, str, QuickEntry], Change]
"""The verb that a line becomes an entry with."""


class QuickEntryLine(QWidget):
    """The line with its reading. `added` carries the id of a new entry; `left` tells that Escape left the line."""

    added = Signal(str)
    left = Signal()

    def __init__(self, controller: CaseController, parent: QWidget | None = None, add: Adding = add_quick) -> None:
        super().__init__(parent)
        self._controller = controller
        self._add = add
        self._known = KnownNames.of_case(controller.case)
        self._typed_before = TypedBefore()
        self._typed_text = ""
        self._late = QTimer(self, singleShot=True, interval=30)
        self._late.timeout.connect(self._read)
        self.line = _Line(self)
        self.told = ElidedLabel("", "soft")
        self.list = _Completions(self)
        self._build()
        self.line.textChanged.connect(self._typed)
        self.line.cursorPositionChanged.connect(self._complete)
        self.line.key.connect(self._key)
        self.line.left.connect(self.list.hide)
        self.list.itemClicked.connect(lambda _: self._take())
        controller.case_changed.connect(self._case_changed)
        self._tell(None)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 6)
        layout.setSpacing(3)
        layout.addWidget(self.line)
        layout.addWidget(self.told)
        self.line.setPlaceholderText(
            self.tr("Nieuwe regel: datum, soort, wat er gebeurde, @partij, #persoon, ! voor een schakelmoment")
        )
        self.line.setAccessibleName(self.tr("Nieuwe regel"))
        self.told.setAccessibleName(self.tr("Zo wordt de regel gelezen"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What stands in the line."""
        return self.line.toPlainText()

    def start(self, day: date | None = None, more: str = "") -> None:
        """Go to the line; with a day it begins with that and `more`, unless something was being typed."""
        if day is not None and not self.text.strip():
            self.line.setPlainText(" ".join(filter(None, (write_day(day), more))) + " ")
            self.line.moveCursor(QTextCursor.MoveOperation.End)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_size(self, pixels: int) -> None:
        """Type in letters of this height, which a projector wants larger."""
        self.line.set_size(pixels)

    def reading(self) -> QuickEntry:
        """What the line says now."""
        return parse_quick(self.text, self._known, self._context())

    def _context(self) -> DateContext:
        case = self._controller.case
        before = next((e.date for e in self._controller.selected_entries if e.date), None)
        births = [child.birth for child in case.focus if child.birth]
        return DateContext(today=case.today, previous=before, birth=births[0] if len(births) == 1 else None)

    def _typed(self) -> None:
        """Qt tells of new colours as it does of new text."""
        if self.text != self._typed_text:
            self._typed_text = self.text
            self._late.start()
            self._complete()

    def _read(self) -> None:
        if not self.text.strip():
            self._tell(None)
            self._controller.set_preview(None)
            return
        line = self.reading()
        self._tell(line)
        dated = line.date is not None and bool(line.title)
        self._controller.set_preview(preview(self._controller.case, line) if dated else None)

    def _tell(self, line: QuickEntry | None) -> None:
        self.line.colour(line)
        if line is None:
            example = self.tr("Bijvoorbeeld: mrt 2019 / jun 2020 interventie gezinsbehandeling @Kompas #Noor")
            self.told.setText(example)
            return
        parts = [shown(line.date) if line.date else self.tr("zonder datum"), self._kind(line)]
        parts += [self._name(ref) for ref in (*line.parties, *line.persons)]
        if line.schakelmoment:
            parts.append(self.tr("schakelmoment: {0}").format(line.schakelmoment))
        parts += list(line.problems)
        self.told.setText("  ·  ".join(parts))

    def _kind(self, line: QuickEntry) -> str:
        if line.kind_source is KindSource.STATED:
            return line.kind.label
        return self.tr("{0} (aangenomen)").format(line.kind.label)

    def _name(self, ref: NameRef) -> str:
        if not ref.is_new:
            return ref.name
        if ref.sector is not None:
            return self.tr("{0} (nieuw, {1})").format(ref.name, ref.sector.label)
        return self.tr("{0} (nieuw)").format(ref.name)

    def _case_changed(self) -> None:
        self._known = KnownNames.of_case(self._controller.case)
        self._late.start()

    # Completion

    def _complete(self) -> None:
        cursor = self.line.textCursor().position()
        found = completions(self.text, cursor, self._known, self._context()) if self.line.hasFocus() else ()
        self.list.offer(found, self.text, self._below_reading())

    def _below_reading(self) -> QPoint:
        """Under the cursor, and under the words of what was understood: those stay in sight."""
        left = self.line.mapTo(self.window(), QPoint(self.line.cursorRect().left(), 0)).x()
        return QPoint(left, self.told.mapTo(self.window(), QPoint(0, self.told.height() + 2)).y())

    def _take(self) -> None:
        chosen = self.list.chosen()
        self.list.hide()
        if chosen is None:
            return
        cursor = self.line.textCursor()
        cursor.setPosition(chosen.start)
        cursor.setPosition(chosen.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(chosen.text)
        self.line.setTextCursor(cursor)
        self.list.hide()
        self.line.setFocus()

    def _key(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.list.isVisible() and self._key_in_list(key):
            event.accept()
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self._clear()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._bring_back(self._typed_before.step(-1 if key == Qt.Key.Key_Up else 1, self.text))
        else:
            event.ignore()

    def _bring_back(self, text: str | None) -> None:
        if text is None:
            return
        self.line.setPlainText(text)
        self.line.moveCursor(QTextCursor.MoveOperation.End)
        self.list.hide()

    def _key_in_list(self, key: int) -> bool:
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Tab or (key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.was_chosen):
            self._take()
        elif key == Qt.Key.Key_Escape:
            self.list.hide()
        else:
            return False
        return True

    def _enter(self) -> None:
        self.list.hide()
        line = self.reading()
        if not self.text.strip():
            return
        if not line.title:
            self._tell(line)
            return
        self._controller.set_preview(None)
        change = self._controller.do(self._add, line)
        if change is None:
            self._read()
            return
        self._typed_before.keep(self.text)
        self.line.clear()
        if change.entry_ids:
            self._controller.select(change.entry_ids, reveal=True)
            self.added.emit(change.entry_ids[-1])

    def _clear(self) -> None:
        if not self.text.strip():
            self.left.emit()
        self._typed_before.keep(self.text)
        self.line.clear()
        self._controller.set_preview(None)


class _Line(QPlainTextEdit):
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


class _Completions(QListWidget):
    """The names and kinds that fit what is being typed; floats above the window's content, never takes focus."""

    def __init__(self, owner: QuickEntryLine) -> None:
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
            self.clear()
            for completion in found[:8]:
                self.addItem(QListWidgetItem(completion.label))
            self.setCurrentRow(0)
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
