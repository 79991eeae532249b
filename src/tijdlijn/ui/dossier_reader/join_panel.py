"""Choosing the entry that a candidate tells the same as: the likeliest with a number, any other by its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from tijdlijn.language.dates_nl import write_short
from tijdlijn.language.matching import match, prepared, typed_words
from tijdlijn.layout.naming import title_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Entry
from tijdlijn.ui import theme
from tijdlijn.ui.kind_marks import kind_icon
from tijdlijn.ui.widgets import IconButton, button, column, emptied, plain_label, row

MOST = 9
"""Entries that are offered: as many as there are keys with a number."""


class JoinPanel(QFrame):
    """Offers entries. `chosen` carries the id of one; `left` says that none was chosen."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        self._case: Case | None = None
        self._likely: tuple[str, ...] = ()
        self._date: UncertainDate | None = None
        self.offered: list[str] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Zoek een andere regel"))
        self.line.setAccessibleName(self.tr("Zoek een regel om mee samen te voegen"))
        self.line.addAction(theme.icon("search", "faint"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.textChanged.connect(lambda _: self._offer())
        self.line.installEventFilter(self)
        self._rows = column(2)
        head = row(4)
        head.addWidget(plain_label(self.tr("Samenvoegen met: kies een nummer"), "strong"), 1)
        head.addWidget(IconButton("close", self.tr("Niet samenvoegen (Esc)"), self.leave))
        layout = column(6)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.addLayout(head)
        layout.addLayout(self._rows)
        layout.addWidget(self.line)
        self.setLayout(layout)
        self.hide()

    def ask(self, case: Case, likely: Sequence[str], date: UncertainDate | None) -> None:
        """Show the likely entries, and after them those nearest in time."""
        self._case, self._likely, self._date = case, tuple(likely), date
        self.line.clear()
        self._offer()
        self.show()

    def leave(self) -> None:
        """Choose none."""
        self.hide()
        self.left.emit()

    def choose(self, number: int) -> bool:
        """Choose by number, from 1; whether there is such a one."""
        if not 1 <= number <= len(self.offered):
            return False
        self.hide()
        self.chosen.emit(self.offered[number - 1])
        return True

    def _offer(self) -> None:
        case = self._case
        if case is None:
            return
        words = typed_words(self.line.text())
        entries = _found(case, words) if words else _nearest(case, self._likely, self._date)
        self.offered = [entry.id for entry in entries]
        emptied(self._rows)
        for number, entry in enumerate(entries, 1):
            self._rows.addWidget(self._made(number, entry))
        if not entries:
            self._rows.addWidget(plain_label(self.tr("Geen regel gevonden."), "small"))

    def _made(self, number: int, entry: Entry) -> QPushButton:
        when = write_short(entry.date) if entry.date else self.tr("zonder datum")
        words = f"{number}   {when}   {title_of(entry)}"
        metrics = self.fontMetrics()
        made = button(metrics.elidedText(words, Qt.TextElideMode.ElideRight, 300), lambda: self.choose(number), "link")
        made.setIcon(kind_icon(entry.kind))
        made.setAccessibleName(words)
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the line chooses the first; Escape leaves."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.choose(1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        return super().eventFilter(watched, event)


def _nearest(case: Case, likely: Sequence[str], date: UncertainDate | None) -> list[Entry]:
    """The likely entries in their order, then those whose days are nearest to a date."""
    first = [case.entries_by_id[id_] for id_ in likely if id_ in case.entries_by_id]
    if date is None:
        return first[:MOST]
    day = date.earliest.toordinal()
    rest = [entry for entry in case.actual if entry.id in case.bounds and entry not in first]
    rest.sort(key=lambda entry: abs(case.bounds[entry.id].start_min - day))
    return [*first, *rest][:MOST]


def _found(case: Case, words: tuple[str, ...]) -> list[Entry]:
    scored = []
    for entry in case.timeline:
        year = f" {entry.date.earliest.year}" if entry.date else ""
        if (fits := match(prepared(title_of(entry) + year), words)) is not None:
            scored.append((fits.score, entry))
    scored.sort(key=lambda one: -one[0])
    return [entry for _, entry in scored[:MOST]]
