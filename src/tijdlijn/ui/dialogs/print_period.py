"""Which days are printed: all of them, or from one date to another, typed as dates are typed everywhere."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from tijdlijn.language.dates_nl import DateContext, read
from tijdlijn.ui.widgets import column, field_label, row, set_problem

PAUSE = 250
"""Milliseconds without typing after which a date counts."""


class PeriodFields(QWidget):
    """Two lines for dates; an empty one is no limit."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.first, self.last = QLineEdit(), QLineEdit()
        self.first.setPlaceholderText(self.tr("begin"))
        self.last.setPlaceholderText(self.tr("einde"))
        layout = row(12)
        for name, line in ((self.tr("Vanaf"), self.first), (self.tr("Tot en met"), self.last)):
            box = column(4)
            box.addWidget(field_label(name, line))
            box.addWidget(line)
            layout.addLayout(box, 1)
        self.setLayout(layout)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(PAUSE)
        self._waiting.timeout.connect(self._tell)
        for line in (self.first, self.last):
            line.setMinimumWidth(60)
            line.textChanged.connect(lambda _: self._waiting.start())
            line.editingFinished.connect(self._tell)

    @property
    def period(self) -> tuple[date | None, date | None]:
        """The first and the last day; None for no limit, also where what stands there cannot be used."""
        first, last = self._day(self.first, False), self._day(self.last, True)
        return (None, None) if first and last and first > last else (first, last)

    def show_period(self, first: date | None, last: date | None) -> None:
        """Type these days; nothing for no limit."""
        for line, day in ((self.first, first), (self.last, last)):
            line.setText(f"{day.day}-{day.month}-{day.year}" if day else "")
        self._tell()

    def wanting(self) -> str:
        """What cannot be used, in a sentence; empty when all can."""
        for line, is_last in ((self.first, False), (self.last, True)):
            if line.text().strip() and self._day(line, is_last) is None:
                return self.tr("Dit is geen datum: {0}. Typ bijvoorbeeld 2019, mrt 2019 of 1-3-2019.").format(
                    line.text().strip()[:30]
                )
        first, last = self._day(self.first, False), self._day(self.last, True)
        return self.tr("De periode eindigt voor zij begint.") if first and last and first > last else ""

    def _day(self, line: QLineEdit, is_last: bool) -> date | None:
        text = line.text().strip()
        found = read(text, DateContext(self._today)) if text else None
        if found is None:
            return None
        return found.latest(self._today) if is_last else found.earliest

    def _tell(self) -> None:
        self._waiting.stop()
        order = self.period == (None, None) and bool(self._day(self.first, False) and self._day(self.last, True))
        for line, is_last in ((self.first, False), (self.last, True)):
            set_problem(line, bool(line.text().strip()) and (order or self._day(line, is_last) is None))
        self.changed.emit()
