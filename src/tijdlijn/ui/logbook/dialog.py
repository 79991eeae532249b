"""The audit log of the casebook: what happened when by whom, filtered, and what is shown as a table to take along.

The rule: it is read and checked in the background; looking at it changes nothing, taking it along is in the log.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QWidget

from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.files import name_for
from tijdlijn.services.logbook import ENDINGS, Group, Log, Wanted, export, read, rows
from tijdlijn.ui.dialogs.file_place import FilePlace
from tijdlijn.ui.logbook.table import log_table
from tijdlijn.ui.meetings.fields import KeptDay
from tijdlijn.ui.tasks import run
from tijdlijn.ui.widgets import Choice, button, column, field_label, plain_label, primary_button, restyled, row

GROUPS = tuple(Group)
ALWAYS, TODAY, WEEK, MONTH, YEAR, OWN = range(6)
_DAYS = {TODAY: 0, WEEK: 6, MONTH: 29, YEAR: 364}


class LogDialog(QDialog):
    """Shows the log of an open casebook."""

    def __init__(self, book: OpenCasebook, parent: QWidget | None = None, *, folder: Path | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Logboek"))
        self._book = book
        self._log: Log | None = None
        self.chain = QFrame()
        self.chain_text = plain_label(self.tr("Het logboek wordt gelezen en nagekeken…"))
        self.period = Choice(self.tr("Wanneer"))
        self.first = KeptDay(self.tr("Van"), self.tr("van, bijv. 1 maart"))
        self.last = KeptDay(self.tr("Tot en met"), self.tr("tot en met"))
        self._between: tuple[date | None, date | None] = None, None
        self.kind = Choice(self.tr("Wat"))
        self.person = Choice(self.tr("Wie"))
        self.table = log_table()
        self.counted = plain_label("", "small", wrap=False)
        self.told = plain_label("", "small")
        self.format = Choice(self.tr("Soort bestand"))
        self.place = FilePlace(name_for("logboek", ""), ENDINGS[0], "CSV", folder)
        self.close_button = button(self.tr("Sluiten"), self.reject)
        self.save = primary_button(self.tr("Bewaren als tabel"))
        self._build()
        self._connect()
        run(self, lambda: read(book), self._show_log, self._say)

    @property
    def wanted(self) -> Wanted:
        """Which lines are asked for."""
        person = self.person.currentText() if self.person.currentIndex() > 0 else None
        return Wanted(GROUPS[self.kind.currentIndex()], person, *self._days())

    def _days(self) -> tuple[date | None, date | None]:
        chosen = self.period.currentIndex()
        if chosen == ALWAYS:
            return None, None
        if chosen == OWN:
            return self._between
        return date.today() - timedelta(_DAYS[chosen]), None

    # Building

    def _build(self) -> None:
        self.setMinimumSize(820, 460)
        parent = self.parentWidget()
        room = parent.window().size() if parent else None
        self.resize(*(room.width() - 80, room.height() - 60) if room else (1100, 680))
        self.period.addItems(
            [
                self.tr("altijd"),
                self.tr("vandaag"),
                self.tr("laatste 7 dagen"),
                self.tr("laatste 30 dagen"),
                self.tr("laatste jaar"),
                self.tr("van … tot en met …"),
            ]
        )
        self.kind.addItems([one.value for one in GROUPS])
        self.person.addItem(self.tr("iedereen"))
        self.format.addItems(["CSV", "Excel"])
        for choice, letters in ((self.period, 16), (self.kind, 24), (self.person, 14)):
            choice.setMinimumContentsLength(letters)
        for line in (self.first, self.last):
            line.lean_on(date.today())
            line.setFixedWidth(150)
            line.hide()
        self.chain.setProperty("role", "note")
        inside = column(0)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addWidget(self.chain_text)
        self.chain.setLayout(inside)
        layout = column(12)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.addWidget(plain_label(self.tr("Logboek"), "title"))
        layout.addWidget(self.chain)
        layout.addLayout(self._filters())
        layout.addWidget(self.table, 1)
        layout.addWidget(self.told)
        layout.addLayout(self._foot())
        self.told.hide()
        self.save.setEnabled(False)
        self.setLayout(layout)

    def _filters(self) -> QHBoxLayout:
        line = row(8)
        for name, field in (
            (self.tr("Wanneer"), self.period),
            (self.tr("Wat"), self.kind),
            (self.tr("Wie"), self.person),
        ):
            line.addWidget(field_label(name, field, beside=True))
            line.addWidget(field)
            if field is self.period:
                line.addWidget(self.first)
                line.addWidget(self.last)
            line.addSpacing(8)
        line.addStretch(1)
        line.addWidget(self.counted)
        return line

    def _foot(self) -> QHBoxLayout:
        line = row(8)
        line.addWidget(self.format)
        line.addWidget(self.place, 1)
        line.addSpacing(8)
        line.addWidget(self.close_button)
        line.addWidget(self.save)
        return line

    def _connect(self) -> None:
        for choice in (self.period, self.kind, self.person):
            choice.currentIndexChanged.connect(lambda _: self._filter())
        self.first.kept.connect(lambda day: self._bound(day, self._between[1]))
        self.last.kept.connect(lambda day: self._bound(self._between[0], day))
        self.format.currentIndexChanged.connect(self._choose_format)
        self.place.changed.connect(self._settle)
        self.save.clicked.connect(lambda _=False: self._save())

    # Showing

    def _show_log(self, log: Log) -> None:
        self._log = log
        self.chain_text.setText(log.chain_words)
        restyled(self.chain, "role", "note" if log.broken is None else "alarm")
        self.person.blockSignals(True)
        self.person.addItems(list(log.people))
        self.person.blockSignals(False)
        self._filter()

    def _filter(self) -> None:
        own = self.period.currentIndex() == OWN
        self.first.setVisible(own)
        self.last.setVisible(own)
        if self._log is None:
            return
        found = rows(self._log, self.wanted)
        self.table.shown.show_rows(found)
        lines = sum(one.count for one in found)
        self.counted.setText(self.tr("1 regel") if lines == 1 else self.tr("{0} regels").format(f"{lines:n}"))
        self._settle()

    def _bound(self, first: date | None, last: date | None) -> None:
        self._between = first, last
        self.first.show_value(first)
        self.last.show_value(last)
        self._filter()

    def _settle(self) -> None:
        self.save.setEnabled(bool(self.table.shown.rows) and self.place.has_name)

    def _say(self, sentence: str) -> None:
        restyled(self.told, "role", "problem")
        self.told.setText(sentence)
        self.told.show()
        self._settle()

    # Taking along

    def _choose_format(self, at: int) -> None:
        self.place.set_kind(name_for("logboek", ""), ENDINGS[at], ("CSV", "Excel")[at])

    def _save(self) -> None:
        book, path, shown = self._book, self.place.path, self.table.shown.rows
        self.save.setEnabled(False)
        run(self, lambda: export(book, path, shown), lambda _: self._saved(path), self._say)

    def _saved(self, path: Path) -> None:
        restyled(self.told, "role", "strong")
        self.told.setText(self.tr("Bewaard: {0}, in de map {1}.").format(path.name, path.parent))
        self.told.show()
        self._settle()
        self.close_button.setFocus()
        book = self._book
        run(self, lambda: read(book), self._renew, self._say)

    def _renew(self, log: Log) -> None:
        """Show what was added by taking it along."""
        self._log = log
        self.chain_text.setText(log.chain_words)
        self._filter()
