"""What the fields of the inspector have in common: a name, a widget, and a change that they hand over.

The rule: a field shows one entry or several, and says what is to change as a function from entry to entry; the form
commits it. Text that was typed and is not committed yet is never overwritten while the same entries are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry, Source
from tijdlijn.model.people import Party, Person, Worker
from tijdlijn.ui.bsn_note import BsnNote
from tijdlijn.ui.widgets import column, plain_label, set_problem

Change = Callable[[Entry], Entry]


@dataclass(frozen=True)
class Edited:
    """What a user changed: how each entry changes, and the records that are made on the way."""

    change: Change
    persons: tuple[Person, ...] = ()
    parties: tuple[Party, ...] = ()
    workers: tuple[Worker, ...] = ()
    sources: tuple[Source, ...] = ()


def with_value(entry: Entry, attribute: str, value: object) -> Entry:
    """The entry with another value in one of its fields."""
    changed: dict[str, Any] = {attribute: value}
    return replace(entry, **changed)


class Field(QWidget):
    """One property of the entries shown. `edited` carries an `Edited`."""

    edited = Signal(object)

    def __init__(self, what: str, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what = what
        self.case: Case | None = None
        self.entries: tuple[Entry, ...] = ()
        self._handing = False
        self._label = plain_label(label, "label")
        if not label:
            self._label.hide()
        self.problem = plain_label("", "problem")
        self.problem.hide()
        self.content = column(4)
        self.below = column(4)
        outer = column(4)
        outer.addWidget(self._label)
        outer.addLayout(self.content)
        outer.addWidget(self.problem)
        outer.addLayout(self.below)
        self.setLayout(outer)

    def show_entries(self, case: Case, entries: Sequence[Entry]) -> None:
        """Show these; what is typed for the same entries and not committed stays."""
        same = [entry.id for entry in entries] == [entry.id for entry in self.entries]
        self.case, self.entries = case, tuple(entries)
        if not same:
            self.forget()
        if not (same and self.pending):
            self.say_problem("")
            self.renew()

    def show_nothing(self) -> None:
        """Show no entry; what was typed must have been handed over or kept as a draft."""
        self.entries = ()
        self.forget()

    def renew(self) -> None:
        """Show the values of `entries`; what is typed goes."""
        raise NotImplementedError

    def hand_over(self, edited: Edited) -> None:
        """Give a change to the form, which shows it again once it is on disk. Until then what is typed stays."""
        if not self._handing:
            self._handing = True
            self.edited.emit(edited)
            self._handing = False

    def flush(self) -> None:
        """Hand over what is typed, if anything."""

    @property
    def pending(self) -> bool:
        """Whether something is typed that is not handed over."""
        return False

    @property
    def draft(self) -> str:
        """What is typed and could not be handed over; empty when there is nothing."""
        return ""

    @property
    def typed(self) -> str:
        """What is typed and not handed over yet, whether it could be or not; as `restore` takes it."""
        return self.draft

    def restore(self, draft: str) -> None:
        """Show a draft again."""

    def forget(self) -> None:
        """Let go of what is typed and belongs to the entries that were shown."""

    @property
    def filled(self) -> bool:
        """Whether any entry says something here."""
        return any(self.value(entry) for entry in self.entries)

    def value(self, entry: Entry) -> Hashable:
        """What an entry says here."""
        raise NotImplementedError

    @property
    def values(self) -> tuple[Hashable, ...]:
        """The different values of the entries shown."""
        return tuple(dict.fromkeys(self.value(entry) for entry in self.entries))

    def say_problem(self, sentence: str) -> None:
        """Show what is wrong, or nothing."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))


class LineField(Field):
    """A property that is typed on one line. Handed over on Enter or when the focus leaves; Escape takes it back."""

    def __init__(self, what: str, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(what, label, parent)
        self._hint = hint
        self._shown = ""
        self.line = QLineEdit()
        self.line.setAccessibleName(label)
        self.line.editingFinished.connect(self.flush)
        self.line.textEdited.connect(lambda _: self._typed())
        self.line.installEventFilter(self)
        self.bsn = BsnNote(self.line)
        self.content.addWidget(self.line)
        self.content.addWidget(self.bsn)

    def text_of(self, entry: Entry) -> str:
        """What the line shows for an entry."""
        return str(self.value(entry) or "")

    def change(self, text: str) -> Change | None:
        """How entries change by this text; None when it cannot be read (`problem_with` says why)."""
        raise NotImplementedError

    def problem_with(self, text: str) -> str:
        """Why a text cannot be read."""
        raise NotImplementedError

    def renew(self) -> None:
        texts = {self.text_of(entry) for entry in self.entries}
        self._shown = texts.pop() if len(texts) == 1 else ""
        self.line.setPlaceholderText(self.tr("verschillend") if texts else self._hint)
        if self.line.text() != self._shown:
            self.line.setText(self._shown)
        set_problem(self.line, False)

    def flush(self) -> None:
        if not self.pending:
            return
        text = self.line.text().strip()
        change = self.change(text)
        if change is None:
            set_problem(self.line, True)
            self.say_problem(self.problem_with(text))
            return
        self.say_problem("")
        self.hand_over(Edited(change))

    @property
    def pending(self) -> bool:
        return bool(self.entries) and self.line.text() != self._shown

    @property
    def draft(self) -> str:
        return self.line.text() if self.pending and self.change(self.line.text().strip()) is None else ""

    @property
    def typed(self) -> str:
        return self.line.text() if self.pending else ""

    def restore(self, draft: str) -> None:
        self.line.setText(draft)
        self.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._escaped(event):
            return True
        return super().eventFilter(watched, event)

    def _escaped(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Escape or not self.pending:
            return False
        self.say_problem("")
        self.renew()
        return True

    def _typed(self) -> None:
        set_problem(self.line, False)
        self.say_problem("")
