"""One table of an import: whose it is, what its columns are, and its first rows as they will be read.

The rule: the columns stand above the table's own cells, and what comes of them right below; every choice is told at
once, and the whole is read anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from tijdlijn.exchange.columns import Table, TableKind
from tijdlijn.exchange.guessing import proposed
from tijdlijn.exchange.settings import FIELDS, MET, TIME, TableSettings, labels_of, lacking, mapping_of
from tijdlijn.language.dates_nl import shown
from tijdlijn.language.lexicon import guess_sector
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import Kind, Sector, Voice
from tijdlijn.ui.widgets import Choice, ElidedLabel, column, field_label, plain_label, plain_tip, restyled, row

SAMPLES = 3
"""Rows of the table that stand under the choices."""
PREVIEWED = 40
_ROW, _CHOICE = 26, 40
_COLUMN = 150
_CUT = 160


def field_names(widget: QWidget) -> dict[str, str]:
    """What a user calls the fields that a column can be."""
    tr = widget.tr
    named = {
        "date": tr("datum"),
        "end": tr("einde"),
        TIME: tr("tijd op de dag"),
        "kind": tr("soort"),
        "title": tr("titel"),
        "details": tr("toelichting"),
        "persons": tr("personen"),
        "parties": tr("partijen"),
        "worker": tr("medewerker"),
        "kader": tr("kader"),
        "weight": tr("zwaarte"),
        "form": tr("vorm van plaatsing"),
        "aimed_at": tr("gericht op"),
        "domains": tr("leefgebieden"),
        "schakelmoment": tr("schakelmoment"),
        "goal": tr("doel"),
        "outcome": tr("uitkomst"),
        "voice": tr("stem"),
        "helped": tr("hielp"),
        "cost": tr("kosten"),
        "rate": tr("tarief"),
        "payer": tr("betaler"),
        "cost_source": tr("bron bedrag"),
        "source": tr("bron"),
        "page": tr("pagina"),
        "passage": tr("passage"),
        "scenario": tr("scenario"),
        "words": tr("datum in woorden"),
        "notes": tr("notities"),
        MET: tr("met wie"),
    }
    return {"": tr("laten staan als notitie"), **{field: named[field] for field in FIELDS}}


class TablePage(QWidget):
    """Shows and changes the settings of one table; `changed` comes when there are others."""

    changed = Signal()

    def __init__(self, table: Table, settings: TableSettings | None, case: Case) -> None:
        super().__init__()
        self.table = table
        self._case = case
        self._own = settings
        self._start = settings or TableSettings(mapping=mapping_of(table))
        self._is_entries = table.kind is TableKind.ENTRIES
        self.heading = ElidedLabel(table.name, "heading")
        self.counts = plain_label("", "soft", wrap=False)
        self.lacking = plain_label("", "problem")
        self.agency = _editable(self.tr("Instantie die deze tabel maakte"), [party.name for party in case.parties])
        self.sector = Choice(self.tr("Sector van de instantie"))
        self.kind = Choice(self.tr("Soort als de rij er geen noemt"))
        self.voice = Choice(self.tr("Wiens verhaal"))
        self.newest = QCheckBox(self.tr("Nieuwste rij staat bovenaan"))
        self.months = QCheckBox(self.tr("Maand vóór dag (3/14/2019)"))
        self.columns = _grid(self.tr("Kolommen van de tabel"))
        self.preview = _grid(self.tr("Zo worden de rijen gelezen"))
        self.choices: dict[str, Choice] = {}
        self._build()
        self._fill()
        self._connect()
        self._settle()

    # What is chosen

    @property
    def settings(self) -> TableSettings | None:
        """How the table is to be read; None as long as its own header says all and nobody changed anything."""
        if not self._is_entries or (self._own is None and self._chosen() == self._start):
            return None
        chosen = self._chosen()
        return replace(chosen, source=chosen.source or self.table.name)

    @property
    def lacks(self) -> str:
        """Why it cannot be read yet, as a sentence; empty when it can."""
        return lacking(self._chosen().mapping) if self._is_entries else ""

    def _chosen(self) -> TableSettings:
        return replace(
            self._start,
            agency=" ".join(self.agency.currentText().split()),
            sector=Sector(self.sector.currentData()) if self.sector.currentData() else None,
            kind=Kind(self.kind.currentData()),
            voice=Voice(self.voice.currentData()),
            is_newest_first=self.newest.isChecked(),
            is_month_first=self.months.isChecked(),
            mapping={label: str(choice.currentData()) for label, choice in self.choices.items()},
        )

    # What came of it

    def show_counts(self, told: str) -> None:
        """Tell how many rows are taken, were there and are refused."""
        self.counts.setText(told)

    def show_entries(self, entries: Sequence[Entry], case: Case) -> None:
        """Show the first rows as they will be read; `case` knows whom they name."""
        self.preview.setRowCount(min(len(entries), PREVIEWED))
        for at, entry in enumerate(entries[:PREVIEWED]):
            told = (
                shown(entry.date) if entry.date else entry.unread_date or self.tr("zonder datum"),
                entry.kind.label,
                entry.title,
                ", ".join(party.name for party in case.parties_of(entry)),
                ", ".join(worker.name for worker in case.workers_named(entry)),
                ", ".join(person.name for person in case.persons_of(entry)),
                entry.details,
            )
            for column_at, text in enumerate(told):
                self.preview.setItem(at, column_at, _cell(text))

    # Making it

    def _build(self) -> None:
        layout = column(8)
        layout.setContentsMargins(0, 0, 0, 0)
        top = row(12)
        top.addWidget(self.heading, 1)
        top.addWidget(self.counts)
        layout.addLayout(top)
        if self._is_entries:
            layout.addLayout(self._whose())
            layout.addWidget(plain_label(self.tr("Wat is elke kolom?"), "label"))
            layout.addWidget(self.columns)
            layout.addWidget(self.lacking)
            layout.addWidget(plain_label(self.tr("Zo worden de rijen gelezen"), "label"))
            layout.addWidget(self.preview, 1)
        else:
            kind = self.tr("personen") if self.table.kind is TableKind.PERSONS else self.tr("partijen")
            layout.addWidget(plain_label(self.tr("Deze tabel beschrijft {0}.").format(kind), "soft"))
            layout.addStretch(1)
        self.setLayout(layout)

    def _whose(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        fields: tuple[tuple[str, QComboBox, int], ...] = (
            (self.tr("Instantie"), self.agency, 5),
            (self.tr("Sector"), self.sector, 4),
            (self.tr("Soort, als de rij er geen noemt"), self.kind, 4),
            (self.tr("Volgens"), self.voice, 2),
        )
        for at, (label, widget, stretch) in enumerate(fields):
            named = field_label(label, widget)
            named.setWordWrap(False)
            grid.addWidget(named, 0, at)
            grid.addWidget(widget, 1, at)
            grid.setColumnStretch(at, stretch)
        grid.addWidget(self.newest, 2, 0, 1, 2)
        grid.addWidget(self.months, 2, 2, 1, 2)
        return grid

    def _fill(self) -> None:
        start = self._start
        self.agency.setCurrentText(start.agency)
        self.sector.addItem(self.tr("zoals de naam zegt"), None)
        for sector in Sector:
            self.sector.addItem(sector.label, sector)
        for kind in Kind:
            self.kind.addItem(kind.label, kind)
        self.voice.addItem(self.tr("het dossier"), Voice.DOSSIER)
        self.voice.addItem(self.tr("het gezin"), Voice.GEZIN)
        for choice, value in ((self.sector, start.sector), (self.kind, start.kind), (self.voice, start.voice)):
            choice.setCurrentIndex(max(0, choice.findData(value)))
        self.newest.setChecked(start.is_newest_first)
        self.months.setChecked(start.is_month_first)
        self._fill_columns(start.mapping or proposed(self.table, self._case))
        headers = ("datum", "soort", "titel", "partijen", "medewerker", "personen", "toelichting")
        names = field_names(self)
        self.preview.setColumnCount(len(headers))
        self.preview.setHorizontalHeaderLabels(
            [names.get({"partijen": "parties"}.get(name, name), name) for name in headers]
        )
        for at, width in enumerate((140, 110, 220, 140, 110, 110)):
            self.preview.setColumnWidth(at, width)
        self.preview.horizontalHeader().setSectionResizeMode(len(headers) - 1, QHeaderView.ResizeMode.Stretch)
        self.preview.setMinimumHeight(_ROW * 4)

    def _fill_columns(self, mapping: Mapping[str, str]) -> None:
        labels = labels_of(self.table.header)
        names = field_names(self)
        grid = self.columns
        grid.setColumnCount(len(labels))
        grid.setHorizontalHeaderLabels(list(labels))
        grid.setRowCount(1 + min(SAMPLES, len(self.table.rows)))
        grid.setRowHeight(0, _CHOICE)
        for at, label in enumerate(labels):
            choice = Choice(self.tr("Kolom {0} is").format(label))
            own = mapping.get(label, "")
            for field, name in {**names, own: names.get(own, own)}.items():
                choice.addItem(name, field)
            choice.setCurrentIndex(max(0, choice.findData(mapping.get(label, ""))))
            self.choices[label] = choice
            grid.setCellWidget(0, at, choice)
            grid.setColumnWidth(at, _COLUMN)
            for below, line in enumerate(self.table.rows[:SAMPLES], start=1):
                grid.setItem(below, at, _cell(line.cells[at] if at < len(line.cells) else ""))
        header = grid.horizontalHeader().sizeHint().height()
        grid.setFixedHeight(header + _CHOICE + _ROW * (grid.rowCount() - 1) + 24)
        grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if len(labels) * _COLUMN < 780:
            grid.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        for choice in (self.sector, self.kind, self.voice, *self.choices.values()):
            choice.currentIndexChanged.connect(lambda _: self._touched())
        for box in (self.newest, self.months):
            box.toggled.connect(lambda _: self._touched())
        line = self.agency.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._agency_done)
        self.agency.activated.connect(lambda _: self._agency_done())

    def _agency_done(self) -> None:
        if self._chosen().agency != self._told_agency:
            self._touched()

    def _touched(self) -> None:
        self._settle()
        self.changed.emit()

    def _settle(self) -> None:
        self._told_agency = self._chosen().agency
        self.lacking.setText(self.lacks)
        self.lacking.setVisible(bool(self.lacks))
        guessed = guess_sector(self._told_agency) if self._told_agency else None
        known = next((party.sector for party in self._case.parties if party.name == self._told_agency), guessed)
        told = known.label if known else self.tr("overig")
        self.sector.setItemText(0, self.tr("vanzelf: {0}").format(told) if self._told_agency else "–")
        for choice in self.choices.values():
            restyled(choice, "kept", choice.currentData() == "")


def _editable(name: str, known: Sequence[str]) -> QComboBox:
    box = Choice(name)
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(sorted(known, key=str.casefold))
    box.setCurrentText("")
    return box


def _grid(name: str) -> QTableWidget:
    grid = QTableWidget()
    grid.setAccessibleName(name)
    grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    grid.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    grid.setTabKeyNavigation(False)
    grid.setShowGrid(False)
    grid.setWordWrap(False)
    grid.verticalHeader().hide()
    grid.verticalHeader().setDefaultSectionSize(_ROW)
    grid.horizontalHeader().setHighlightSections(False)
    grid.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return grid


def _cell(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(" ".join(text[:_CUT].split()))
    item.setToolTip(plain_tip(text[:1_000]) if len(text) > 16 else "")
    return item
