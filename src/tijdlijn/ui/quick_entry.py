"""The quick-entry line: one line, read while it is typed, shown on the timeline before Enter, never lost.

What was understood is coloured in the line itself and told in words below it. Completion opens under the line while
a person, a party or a kind is being typed; Tab or Enter takes the chosen one, Escape closes it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tijdlijn.language.completion import completions
from tijdlijn.language.dates_nl import DateContext, shown, write_day
from tijdlijn.language.quick_entry import parse_quick
from tijdlijn.language.quick_line import KindSource, KnownNames, NameRef, QuickEntry
from tijdlijn.model.casebook import Case
from tijdlijn.services.casebook import Change, OpenCasebook
from tijdlijn.services.quick import add_quick, preview
from tijdlijn.ui.bsn_note import BsnNote
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.quick_parts import Completions, TypedLine
from tijdlijn.ui.typed_before import TypedBefore
from tijdlijn.ui.widgets import ElidedLabel

Adding = Callable[[OpenCasebook, str, QuickEntry], Change]
"""The verb that a line becomes an entry with."""


class QuickEntryLine(QWidget):
    """The line with its reading. `added` carries the id of a new entry; `left` tells that Escape left the line.

    `add` is the verb of a line, `named` the case as its people and parties are called in it, `place` the name under
    which a line that is not entered is kept.
    """

    added = Signal(str)
    left = Signal()

    def __init__(
        self,
        controller: CaseController,
        parent: QWidget | None = None,
        add: Adding = add_quick,
        named: Callable[[], Case] | None = None,
        place: str = "invoerregel",
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._add = add
        self._named = named or (lambda: controller.case)
        self._known = KnownNames.of_case(self._named())
        self._typed_before = TypedBefore()
        self._typed_text = ""
        self._late = QTimer(self, singleShot=True, interval=30)
        self._late.timeout.connect(self._read)
        self.line = TypedLine(self)
        self.told = ElidedLabel("", "soft")
        self.bsn = BsnNote(self.line)
        self.list = Completions(self)
        self._build()
        self.line.textChanged.connect(self._typed)
        self.line.cursorPositionChanged.connect(self._complete)
        self.line.key.connect(self._key)
        self.line.left.connect(self.list.hide)
        self.list.clicked.connect(lambda _: self._take())
        controller.case_changed.connect(self.know_again)
        controller.writing_changed.connect(self._read)
        self._tell(None)
        self._bring_back(controller.drafts.watch(place, self, self._unfinished).get(""))

    def _unfinished(self) -> dict[str, str]:
        return {"": self.text} if self.text.strip() else {}

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 6)
        layout.setSpacing(3)
        layout.addWidget(self.line)
        layout.addWidget(self.told)
        layout.addWidget(self.bsn)
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
        seen = preview(self._controller.case, line) if dated else None
        self._controller.set_preview(seen and replace(seen, scenario=self._scenario))

    @property
    def _scenario(self) -> str:
        """The name of the scenario in which the line lands; a line with a verb of its own lands in none."""
        return self._controller.writing_name if self._add is add_quick else ""

    def _tell(self, line: QuickEntry | None) -> None:
        self.line.colour(line)
        where = self.tr("In scenario ‘{0}’").format(self._scenario) if self._scenario else ""
        if line is None:
            example = self.tr("Bijvoorbeeld: mrt 2019 / jun 2020 interventie gezinsbehandeling @Kompas #Noor")
            self.told.setText("  ·  ".join(filter(None, (where, example))))
            return
        parts = [where] if where else []
        parts += [shown(line.date) if line.date else self.tr("zonder datum"), self._kind(line)]
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

    def know_again(self) -> None:
        """Read the names anew, after the case or how it is named changed."""
        self._known = KnownNames.of_case(self._named())
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
        self._late.stop()
        line = self.reading()
        if not self.text.strip():
            return
        if not line.title:
            self._tell(line)
            return
        self._controller.set_preview(None)
        if self._scenario:
            from tijdlijn.services.scenarios import add_quick_in

            change = self._controller.do(add_quick_in, line, self._controller.writing)
        else:
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
