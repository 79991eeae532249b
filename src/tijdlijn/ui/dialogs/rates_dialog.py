"""The casebook's own table of rates: what help costs, of which year that is and who says so, to be changed.

The rule: no price comes with the program, and no entry changes when the table does. Rows come in from a file or from
the clipboard beside those that are there; what cannot be read is told.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from tijdlijn.exchange.rates_in import ReadRates
from tijdlijn.model.entries import Rate
from tijdlijn.model.problems import Problem
from tijdlijn.model.understanding import ListedRate
from tijdlijn.model.vocabulary import Payer, RateUnit
from tijdlijn.services.rates import keep_rates, pasted, rates, read_rates
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.sheet import Sheet
from tijdlijn.ui.money import cents_of, money
from tijdlijn.ui.widgets import Choice, IconButton, button, column, plain_label, row, scrolled, set_problem

PAYERS: tuple[Payer | None, ...] = (None, *Payer)
UNITS = tuple(RateUnit)
WIDTHS = (0, 96, 112, 150, 84, 0)
"""Of name, amount, unit, payer, year and source; 0 takes what is left."""
SHARES = (3, 0, 0, 0, 0, 3)
MOST_TOLD = 3


class RateRow(QWidget):
    """One rate: its name, the amount, per what, who pays, of which year it is and who says so."""

    def __init__(self, dialog: RatesDialog, line: ListedRate | None) -> None:
        super().__init__()
        self.name = _field(line.name if line else "", self.tr("Naam van het tarief"), self.tr("bijv. pleegzorg"))
        self.amount = _field(money(line.rate.cents) if line else "", self.tr("Bedrag in euro"), self.tr("450"))
        self.unit = Choice(self.tr("Per"))
        self.unit.addItems([self.tr("per {0}").format(unit) for unit in UNITS])
        self.unit.setCurrentIndex(UNITS.index(line.rate.unit if line else RateUnit.WEEK))
        self.payer = Choice(self.tr("Wie betaalt"))
        self.payer.addItems([payer.label if payer else self.tr("onbekend") for payer in PAYERS])
        self.payer.setCurrentIndex(PAYERS.index(line.payer if line else None))
        year = str(line.year) if line and line.year is not None else ""
        self.year = _field(year, self.tr("Jaar"), self.tr("jaar"))
        self.source = _field(line.source if line else "", self.tr("Bron"), self.tr("wie zegt dat?"))
        self.remove = IconButton("trash", self.tr("Tarief weghalen"), lambda: dialog.drop(self))
        across = row(8)
        fields = (self.name, self.amount, self.unit, self.payer, self.year, self.source)
        for field, width, share in zip(fields, WIDTHS, SHARES, strict=True):
            if width:
                field.setFixedWidth(width)
            across.addWidget(field, share)
        across.addWidget(self.remove)
        across.setContentsMargins(0, 0, 8, 0)
        self.setLayout(across)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed in it."""
        return not any(field.text().strip() for field in (self.name, self.amount, self.year, self.source))

    @property
    def is_readable(self) -> bool:
        """Whether its amount and its year can be read."""
        year = self.year.text().strip()
        return cents_of(self.amount.text()) is not None and (not year or _is_year(year))

    @property
    def line(self) -> ListedRate:
        """What is filled in. Raises Problem when the amount or the year is none."""
        cents, year = cents_of(self.amount.text()), self.year.text().strip()
        set_problem(self.amount, cents is None)
        set_problem(self.year, bool(year) and not _is_year(year))
        name = self.name.text().strip() or self.tr("zonder naam")
        if cents is None:
            words = self.tr("Het bedrag van '{0}' is niet te lezen; er is niets bewaard. Schrijf bijvoorbeeld 47,50.")
            raise Problem(words.format(name))
        if year and not _is_year(year):
            words = self.tr("Het jaar van '{0}' is niet te lezen; er is niets bewaard. Schrijf bijvoorbeeld 2024.")
            raise Problem(words.format(name))
        payer = PAYERS[self.payer.currentIndex()]
        rate = Rate(cents, UNITS[self.unit.currentIndex()])
        return ListedRate(self.name.text(), rate, payer, int(year) if year else None, self.source.text())


class RatesDialog(Sheet):
    """Changes the table of rates of the casebook of the controller."""

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=1080)
        self.set_heading(self.tr("Tarieventabel"))
        self._controller = controller
        self.rows: list[RateRow] = []
        self._list = column(8)
        self.add = button(self.tr("Tarief toevoegen"), self._add, "quiet", "plus")
        self.read = button(self.tr("Inlezen uit een tabel…"), self._choose, "quiet", "import")
        self.paste = button(self.tr("Plakken uit een spreadsheet"), self._paste, "quiet", "copy")
        self._build()
        self._take(rates(controller.book))
        if not self.rows:
            self._put(None)

    def _build(self) -> None:
        about = self.tr(
            "Het programma weet geen prijzen: wat hier staat, heeft iemand ingevuld. Zet erbij van welk jaar een "
            "tarief is en waar het staat. Bij een regel kiest u er een onder Kosten. De regel houdt wat hier toen "
            "stond, ook als u de tabel later wijzigt."
        )
        self.body.addWidget(plain_label(about, "soft"))
        self.body.addLayout(self._heads())
        page = QWidget()
        inside = column(0)
        inside.addLayout(self._list)
        inside.addStretch(1)
        page.setLayout(inside)
        area = scrolled(page)
        area.setMinimumHeight(240)
        self.body.addWidget(area, 1)
        across = row(8)
        for made in (self.add, self.read, self.paste):
            across.addWidget(made)
        across.addStretch(1)
        self.body.addLayout(across)
        self.told = plain_label("", "small")
        self.told.hide()
        self.body.addWidget(self.told)
        self.add_cancel()
        self.ok = self.add_primary(self.tr("Bewaren"))
        self.ok.clicked.connect(self._keep)

    def _heads(self) -> QHBoxLayout:
        across = row(8)
        names = (self.tr("naam"), self.tr("euro"), "", self.tr("wie betaalt"), self.tr("jaar"), self.tr("bron"))
        for name, width, share in zip(names, WIDTHS, SHARES, strict=True):
            label = plain_label(name, "label", wrap=False)
            if width:
                label.setFixedWidth(width)
            across.addWidget(label, share)
        across.addSpacing(44)
        return across

    def _take(self, lines: tuple[ListedRate, ...]) -> None:
        for line in lines:
            self._put(line)

    def _put(self, line: ListedRate | None) -> RateRow:
        made = RateRow(self, line)
        self.rows.append(made)
        self._list.addWidget(made)
        return made

    def drop(self, gone: RateRow) -> None:
        """Take a rate off the table."""
        self.add.setFocus()
        self.rows.remove(gone)
        self._list.removeWidget(gone)
        gone.hide()
        gone.deleteLater()

    def _add(self) -> None:
        self._put(None).name.setFocus()

    def _choose(self) -> None:
        kinds = self.tr("Tabellen (*.csv *.xlsx *.ods)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Welke tabel met tarieven?"), "", kinds)
        if path:
            self.read_file(Path(path))

    def read_file(self, path: Path) -> None:
        """Put the rates of a file beside those that are there."""
        self._bring(lambda: read_rates(path))

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        self._bring(lambda: pasted(text))

    def _bring(self, reading: Callable[[], ReadRates]) -> None:
        self.say("")
        try:
            found = reading()
        except Problem as problem:
            self.say(problem.sentence)
            return
        for blank in [one for one in self.rows if one.is_blank]:
            self.drop(blank)
        there = {one.line for one in self.rows if one.is_readable}
        fresh = tuple(line for line in found.taken if line not in there)
        self._take(fresh)
        self._tell(len(fresh), len(found.taken) - len(fresh), found.refused)

    def _tell(self, fresh: int, there: int, refused: tuple[str, ...]) -> None:
        """Say what became of the rows of a table."""
        parts = [self.tr("{0} bijgezet.").format(fresh)]
        if there:
            parts.append(self.tr("{0} stonden er al.").format(there))
        if refused:
            parts.append(self.tr("{0} niet overgenomen.").format(len(refused)))
            parts.extend(refused[:MOST_TOLD])
        if len(refused) > MOST_TOLD:
            parts.append(self.tr("En nog {0}.").format(len(refused) - MOST_TOLD))
        self.told.setText(" ".join(parts))
        self.told.show()

    def _keep(self) -> None:
        try:
            found = tuple(one.line for one in self.rows if not one.is_blank)
            keep_rates(self._controller.book, found)
        except Problem as problem:
            self.say(problem.sentence)
            return
        self.accept()


def _is_year(text: str) -> bool:
    return text.isdecimal() and len(text) == 4


def _field(text: str, name: str, hint: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setCursorPosition(0)
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    return made
