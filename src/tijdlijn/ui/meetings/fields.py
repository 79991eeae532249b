"""Fields that hold one value of a record and hand over what is typed in them, on Enter or when they are left.

The rule: a field is told what the record says now and never writes itself. What is typed and was not handed over yet is
never overwritten by what the record says; Escape takes it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from tijdlijn.language.dates_nl import DateContext, read, write_day
from tijdlijn.language.folding import fold
from tijdlijn.ui.inspector.text_fields import GrowingText
from tijdlijn.ui.widgets import Choice, column, plain_label, set_problem, set_tip


class KeptLine(QLineEdit):
    """One line of text; `kept` carries it without spaces around it."""

    kept = Signal(str)

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self._names: QStringListModel | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.returnPressed.connect(self.flush)

    def show_value(self, text: str, anew: bool = False) -> None:
        """What the record says; `anew` when it is another record, and nothing of the one before may stay."""
        waits, self._said = self.pending and not anew, text
        if not waits and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)
        set_tip(self, text)

    def set_names(self, names: Iterable[str]) -> None:
        """Words to complete with."""
        if self._names is None:
            self._names = QStringListModel(self)
            completer = QCompleter(self._names, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.setCompleter(completer)
        fresh = sorted({name for name in names if name}, key=fold)
        if fresh != self._names.stringList():
            self._names.setStringList(fresh)

    @property
    def pending(self) -> bool:
        """Whether something is typed that is not handed over."""
        return self.text() != self._said

    def flush(self) -> bool:
        """Hand over what is typed; whether all of it was taken."""
        if self.pending:
            self.setText(self.text().strip())
        if self.pending:
            self.kept.emit(self.text())
        return not self.pending

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.pending:
            self.setText(self._said)
        else:
            super().keyPressEvent(event)


class KeptText(GrowingText):
    """A text in a box as high as its text; with `one_line` a wrapped line on which Enter hands over."""

    kept = Signal(str)

    def __init__(self, name: str, hint: str = "", lines: int = 2, one_line: bool = False) -> None:
        super().__init__(name, lines, one_line)
        self._said = ""
        self.setPlaceholderText(hint)
        self.left.connect(self.flush)
        self.escaped.connect(lambda: self.show_value(self._said, anew=True))

    def show_value(self, text: str, anew: bool = False) -> None:
        """What the record says; `anew` when it is another record, and nothing of the one before may stay."""
        waits, self._said = self.pending and not anew, text
        if not waits and self.toPlainText() != text:
            self.setPlainText(text)

    @property
    def pending(self) -> bool:
        """Whether something is typed that is not handed over."""
        return self.toPlainText().strip() != self._said.strip()

    def flush(self) -> bool:
        """Hand over what is typed; whether all of it was taken."""
        if self.pending:
            self.kept.emit(self.toPlainText().strip())
        return not self.pending


class KeptDay(QWidget):
    """One day, typed as people say it; `kept` carries a day, or None where the line is empty.

    What is no day stays where it is, with a sentence that says so. A day without a year is the nearest, or the first
    from the day that `lean_on` names.
    """

    kept = Signal(object)

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self._said: date | None = None
        self._today = date.min
        self._first: date | None = None
        self.line = _DayLine(name, hint)
        self.problem = plain_label("", "problem")
        self.problem.hide()
        layout = column(3)
        layout.addWidget(self.line)
        layout.addWidget(self.problem)
        self.setLayout(layout)
        self.setFocusProxy(self.line)
        self.line.left.connect(self.flush)
        self.line.escaped.connect(lambda: self.show_value(self._said, anew=True))
        self.line.textEdited.connect(lambda _: self._say(""))

    def lean_on(self, today: date, first: date | None = None) -> None:
        """Today, for "morgen"; and the first day that a day without a year may be, where it lies ahead."""
        self._today, self._first = today, first

    def show_value(self, day: date | None, anew: bool = False) -> None:
        """What the record says; `anew` when it is another record, and nothing of the one before may stay."""
        waits, self._said = self.pending and not anew, day
        if not waits:
            self._say("")
            if self.line.text() != self._words:
                self.line.setText(self._words)
                self.line.setCursorPosition(0)

    @property
    def _words(self) -> str:
        return write_day(self._said) if self._said else ""

    @property
    def pending(self) -> bool:
        """Whether something is typed that is not handed over."""
        return self.line.text().strip() != self._words

    def flush(self) -> bool:
        """Hand over what is typed; whether it was a day that was taken."""
        if not self.pending:
            return True
        typed = self.line.text().strip()
        day = day_in(typed, self._today, self._first) if typed else None
        if typed and day is None:
            self._say(self.tr("Dit is geen dag die ik kan lezen, en is nog niet bewaard. Probeer '16 november 2023'."))
            return False
        if day == self._said:
            self.show_value(day, anew=True)
        else:
            self.line.setText(write_day(day) if day else "")
            self.kept.emit(day)
        return not self.pending

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        set_problem(self.line, bool(sentence))


class _DayLine(QLineEdit):
    left = Signal()
    escaped = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.returnPressed.connect(self.left)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


def day_in(typed: str, today: date, first: date | None = None) -> date | None:
    """The one day that somebody typed. Without a year it is the first from `first`, or the nearest to today."""
    context = DateContext(today)
    value = read(typed, context)
    if value is not None:
        return value.earliest if value.is_day else None
    start = first or today
    years = range(start.year - 1, start.year + 5)  # as far as the next 29 February
    found = [read(f"{typed}{between}{year}", context) for year in years for between in (" ", "-")]
    days = [value.earliest for value in found if value is not None and value.is_day]
    if first is not None:
        return min((day for day in days if day >= first), default=None)
    return min(days, key=lambda day: abs((day - today).days), default=None)


class KeptChoice(Choice):
    """One of a few values; `kept` carries the one that was chosen."""

    kept = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[object, str]] = ()) -> None:
        super().__init__(name)
        self._values: list[object] = []
        self.set_options(options)
        self.activated.connect(lambda at: self.kept.emit(self._values[at]))

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """The values with their words; what is chosen is shown afterwards."""
        if [(value, self.itemText(at)) for at, value in enumerate(self._values)] == list(options):
            return
        self.clear()
        self._values = [value for value, _ in options]
        self.addItems([words for _, words in options])

    def show_value(self, value: object) -> None:
        """Show what the record says; a value that cannot be chosen leaves nothing chosen."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)


def fields_of(widget: QWidget) -> list[KeptLine | KeptText | KeptDay]:
    """All fields in a widget that are typed in."""
    return [*widget.findChildren(KeptLine), *widget.findChildren(KeptText), *widget.findChildren(KeptDay)]


def flush_within(widget: QWidget) -> bool:
    """Hand over what is typed in any field of a widget; whether all of it was taken."""
    taken = [field.flush() for field in fields_of(widget)]
    return all(taken)
