"""The years before and after a moment: which moment, how many years, and what a year cost then."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tijdlijn.analysis.telling_costs import Moment, compared_words, moment, moments
from tijdlijn.model.casebook import Case
from tijdlijn.services.costs import Around, day_moment
from tijdlijn.ui.meetings.fields import KeptDay
from tijdlijn.ui.widgets import Choice, Number, column, field_label, plain_label, row

MOST_YEARS = 50
MOST_TRIED = 60
"""Moments among which the one is looked for that has most whole years on both sides."""


class AroundPanel(QWidget):
    """Compares the years around a moment of a case. `changed` comes when another comparison is shown."""

    changed = Signal()

    def __init__(self, case: Case, selected: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._moments: tuple[Moment, ...] = ()
        self._day: date | None = None
        self.choice = Choice(self.tr("Moment"))
        self.choice.setMinimumContentsLength(10)
        self.day = KeptDay(self.tr("Eigen dag"), self.tr("bijv. 1 maart 2019"))
        self.before = Number(self.tr("Jaren ervoor, hoogstens"), 0, MOST_YEARS)
        self.after = Number(self.tr("Jaren erna, hoogstens"), 0, MOST_YEARS)
        self.told = column(6)
        self._build()
        self.show_case(case, selected)
        self.choice.currentIndexChanged.connect(lambda _: self._choose())
        self.day.kept.connect(self._keep_day)
        self.before.valueChanged.connect(lambda _: self._tell())
        self.after.valueChanged.connect(lambda _: self._tell())

    def _build(self) -> None:
        layout = column(8)
        layout.addWidget(plain_label(self.tr("Voor en na een moment"), "heading"))
        layout.addWidget(field_label(self.tr("Moment"), self.choice))
        layout.addWidget(self.choice)
        layout.addWidget(self.day)
        years = row(8)
        for name, field in ((self.tr("jaren ervoor"), self.before), (self.tr("jaren erna"), self.after)):
            field.setSpecialValueText(self.tr("alle"))
            under = column(2)
            under.addWidget(field_label(name, field))
            under.addWidget(field)
            years.addLayout(under, 1)
        layout.addLayout(years)
        layout.addLayout(self.told)
        self.lines = [plain_label("", role) for role in ("strong", "strong", "soft", "small", "small")]
        for line in self.lines:
            self.told.addWidget(line)
        self.setLayout(layout)
        self.day.hide()

    def show_case(self, case: Case, selected: tuple[str, ...] = ()) -> None:
        """Offer the moments of a case, and show what is selected, or a schakelmoment with years on both sides."""
        self._case = case
        self.day.lean_on(case.today)
        chosen = [moment(case, entry) for entry in case.actual if selected == (entry.id,)]
        known = moments(case)
        self._moments = (*chosen, *(one for one in known if one not in chosen))
        self.choice.blockSignals(True)
        self.choice.clear()
        for one in self._moments:
            self.choice.addItem(one.name)
        self.choice.addItem(self.tr("een eigen dag…"))
        self.choice.setCurrentIndex(self._likeliest(bool(chosen)))
        self.choice.blockSignals(False)
        self._choose()

    def _likeliest(self, is_chosen: bool) -> int:
        if is_chosen:
            return 0
        known = self._case.entries_by_id
        turning = [at for at, one in enumerate(self._moments) if known[one.entry_id].schakelmoment]
        tried = (turning or range(len(self._moments)))[:MOST_TRIED]
        return max(tried, key=self._years_on_both_sides, default=0)

    def _years_on_both_sides(self, at: int) -> int:
        found = Around(self._moments[at]).of(self._case)
        return min(found.years_before, found.years_after)

    @property
    def around(self) -> Around | None:
        """What is compared; None while no day was typed."""
        at = self.choice.currentIndex()
        if 0 <= at < len(self._moments):
            chosen = self._moments[at]
        elif self._day is not None:
            chosen = day_moment(self._day)
        else:
            return None
        return Around(chosen, self.before.value() or None, self.after.value() or None)

    def _choose(self) -> None:
        self.day.setVisible(self.choice.currentIndex() == len(self._moments))
        self._tell()

    def _keep_day(self, day: date | None) -> None:
        self._day = day
        self.day.show_value(day)
        self._tell()

    def _tell(self) -> None:
        around = self.around
        words = compared_words(around.of(self._case)) if around else (self.tr("Typ een dag om mee te vergelijken."),)
        for number, line in enumerate(self.lines):
            line.setText(words[number] if number < len(words) else "")
            line.setVisible(number < len(words))
        self.changed.emit()
