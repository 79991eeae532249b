"""The date of an entry, in Dutch words, with what was understood below it while one types.

The rule: a date that cannot be read is never committed and never thrown away. It stays where it was typed, with a
sentence that says so, and can be kept as words without a date.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from tijdlijn.language.dates_nl import DateContext, is_unknown, read, shown, write
from tijdlijn.model.dates import Ending, UncertainDate
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import Shape
from tijdlijn.ui.chips import ChipRow
from tijdlijn.ui.date_reading import Parts, context_of, joined, parts_of, told
from tijdlijn.ui.inspector.field import Edited, Field
from tijdlijn.ui.widgets import button, column, plain_label, row, set_problem

SPLIT = "\u241f"
"""Between the parts of a draft of more than one line; it can be typed in none of them."""


class DateLine(QLineEdit):
    """One line for a date; `done` comes on Enter and when the focus leaves, `escaped` on Escape."""

    done = Signal()
    escaped = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.editingFinished.connect(self.done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class DateField(Field):
    """The date of one entry: one line for a moment, begin and end for a period."""

    def __init__(self) -> None:
        super().__init__(self.tr("datum"))
        self._context = DateContext()
        self._ending: Ending | None = None
        self._shown = Parts("", "")
        self._as_period = False
        self._build()
        for line in (self.begin, self.end):
            line.textEdited.connect(lambda _: self._judge())
            line.escaped.connect(self._reset)
            line.done.connect(self.flush)
        self.endings.toggled.connect(self._ending_chosen)

    def _build(self) -> None:
        self.begin = DateLine(self.tr("Datum"), self.tr("bijv. 12 maart 2019, zomer 2018, eind 2021"))
        self.end = DateLine(self.tr("Einde"), self.tr("bijv. juni 2020"))
        self.endings = ChipRow(self.tr("Einde van de periode"))
        self.endings.set_options([(Ending.OPEN.name, self.tr("loopt nog")), (Ending.UNKNOWN.name, self.tr("onbekend"))])
        self._begin_label = plain_label(self.tr("Datum"), "label", wrap=False)
        self._period = button(self.tr("maak er een periode van"), self._to_period, "link")
        self._end_box = QWidget()
        self.reading = plain_label("", "small")
        self.reading.setAccessibleName(self.tr("Zo wordt de datum gelezen"))
        self.keep_words = button(self.tr("Zonder datum bewaren"), self._keep_words, "quiet")
        self.content.addLayout(_titled(self._begin_label, self._period))
        self.content.addWidget(self.begin)
        ends = column(6)
        ends.setContentsMargins(0, 6, 0, 0)
        ends.addLayout(_titled(plain_label(self.tr("Einde"), "label", wrap=False), self.endings))
        ends.addWidget(self.end)
        self._end_box.setLayout(ends)
        self.content.addWidget(self._end_box)
        self.content.addWidget(self.reading)
        self.below.addWidget(self.keep_words, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self, entry: Entry) -> Hashable:
        return entry.date or entry.unread_date

    # Showing

    def renew(self) -> None:
        entry = self._entry
        if entry is None:
            return
        assert self.case is not None
        self._context = context_of(self.case, entry)
        self._as_period = entry.is_span
        parts = parts_of(entry.date) if entry.is_span else Parts(shown(entry.date) if entry.date else "", "")
        if entry.date is None:
            parts = Parts(entry.unread_date, "", Ending.UNKNOWN if entry.is_span else None)
        self._shown, self._ending = parts, parts.ending
        self.begin.setText(parts.begin)
        self.end.setText(parts.end)
        self._show_shape()
        self._judge()

    @property
    def _entry(self) -> Entry | None:
        return self.entries[0] if len(self.entries) == 1 else None

    def _show_shape(self) -> None:
        entry = self._entry
        can_choose = entry is not None and entry.kind.shape is Shape.EITHER
        self._period.setVisible(can_choose and not self._as_period)
        self._end_box.setVisible(self._as_period)
        self._begin_label.setText(self.tr("Begin") if self._as_period else self.tr("Datum"))
        self.begin.setAccessibleName(self._begin_label.text())

    def _judge(self) -> UncertainDate | None:
        """Tell what the lines say now; the date, or None where they say none."""
        date = self._read()
        wrong = date is None and not self._is_empty
        self.endings.show_state({self._said_ending.name} if self._said_ending is not None else ())
        for line in (self.begin, self.end):
            set_problem(line, wrong and bool(line.text().strip()) and self._line_is_wrong(line))
        self.reading.setVisible(not wrong)
        self.reading.setText(self._told(date))
        self.say_problem(self._sentence() if wrong else "")
        self.keep_words.setVisible(wrong and self._unsaid)
        return date

    @property
    def _said_ending(self) -> Ending | None:
        """What is said of an end that is not written."""
        if self.end.text().strip() or not self.begin.text().strip():
            return None
        return self._ending or Ending.UNKNOWN

    @property
    def _unsaid(self) -> bool:
        entry = self._entry
        return entry is not None and (entry.date is not None or entry.unread_date != self._words)

    @property
    def _is_empty(self) -> bool:
        words = self._words
        return not words or is_unknown(words)

    @property
    def _words(self) -> str:
        texts = (self.begin.text().strip(), self.end.text().strip() if self._as_period else "")
        return " / ".join(text for text in texts if text)

    def _line_is_wrong(self, line: QLineEdit) -> bool:
        return read(line.text(), self._context) is None or all(
            read(other.text(), self._context) is not None for other in (self.begin, self.end) if other.text().strip()
        )

    def _told(self, date: UncertainDate | None) -> str:
        if date is None or self.case is None or self._entry is None:
            return self.tr("Datum onbekend. De regel houdt zijn plaats tussen zijn buren.")
        is_span = replace(self._entry, date=date).is_span
        text = told(date, is_span, self.case.reference)
        return f"{write(date)} · {text}" if date.words or date.is_uncertain else text

    def _sentence(self) -> str:
        lines = [line for line in (self.begin, self.end) if line.text().strip() and not line.isHidden()]
        if len(lines) == 2 and all(read(line.text(), self._context) is not None for line in lines):
            return self.tr("Het einde ligt vóór het begin. Dit is nog niet bewaard.")
        wrong = next((line for line in lines if read(line.text(), self._context) is None), self.begin)
        entry = self._entry
        if entry is not None and entry.date is None and entry.unread_date == self._words:
            return self.tr("'{0}' is geen datum die ik kan lezen; de regel staat zonder datum op de tijdlijn.").format(
                wrong.text().strip()
            )
        return self.tr(
            "'{0}' is geen datum die ik kan lezen, en is nog niet bewaard. Probeer 'maart 2019' of '12-3-2019'."
        ).format(wrong.text().strip())

    # Changing

    def _read(self) -> UncertainDate | None:
        if self._is_empty:
            return None
        if not self._as_period:
            return read(self.begin.text(), self._context)
        return joined(Parts(self.begin.text(), self.end.text(), self._ending), self._context)

    def _ending_chosen(self, name: str, on: bool) -> None:
        self.end.clear()
        self._ending = Ending[name] if on else Ending.UNKNOWN
        self._judge()
        self.flush()

    def _to_period(self) -> None:
        self._as_period, self._ending = True, Ending.UNKNOWN
        self._show_shape()
        self.end.setFocus()

    def _reset(self) -> None:
        self.say_problem("")
        self.renew()

    def _keep_words(self) -> None:
        words = self._words
        self.hand_over(Edited(lambda entry: replace(entry, date=None, unread_date=words)))

    @property
    def pending(self) -> bool:
        if self._entry is None:
            return False
        shown, now = self._shown, (self.begin.text(), self.end.text())
        return now != (shown.begin, shown.end) or self._ending is not shown.ending

    def flush(self) -> None:
        if not self.pending:
            return
        date = self._judge()
        if date is None and not self._is_empty:
            return
        self.hand_over(Edited(lambda entry: replace(entry, date=date, unread_date="")))

    @property
    def draft(self) -> str:
        unread = self.pending and self._read() is None and not self._is_empty
        return SPLIT.join((self.begin.text(), self.end.text())) if unread else ""

    @property
    def typed(self) -> str:
        return SPLIT.join((self.begin.text(), self.end.text())) if self.pending and self._words else ""

    def restore(self, draft: str) -> None:
        begin, _, end = draft.partition(SPLIT)
        if end and not self._as_period:
            self._as_period = True
            self._show_shape()
        self.begin.setText(begin)
        self.end.setText(end)
        self._judge()


def words_of(draft: str) -> str:
    """A draft as it is shown in a sentence."""
    return " – ".join(part for part in draft.split(SPLIT) if part)


def _titled(label: QWidget, more: QWidget) -> QHBoxLayout:
    made = row(8)
    made.addWidget(label)
    made.addStretch(1)
    made.addWidget(more)
    return made
