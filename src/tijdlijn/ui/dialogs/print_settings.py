"""How a case is printed, as its user chooses it: a preset, the sheet, the period, what is on it, and what is kept back.

The rule: every change is told at once, as options that can be printed. What was typed and is no date is marked and left
out of account until it is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from tijdlijn.layout.sheet import PAPERS
from tijdlijn.model.views import View
from tijdlijn.report.options import PRESETS, PageOptions, Preset
from tijdlijn.ui.dialogs.print_parts import PartsChooser
from tijdlijn.ui.dialogs.print_period import PeriodFields
from tijdlijn.ui.dialogs.print_poster import PosterFields
from tijdlijn.ui.dialogs.print_secret import PrintPassword
from tijdlijn.ui.names.names_choice import NamesChoice
from tijdlijn.ui.widgets import Choice, column, field_label, plain_label, row, rule


class PrintSettings(QWidget):
    """The settings. `changed` comes when what is printed changed, `settled` when only something beside it did,
    `unfolded` carries a part of which more is shown than before.

    `parts` names the parts that can be printed, `views` the ways of looking to choose from with their names, `names`
    is the choice between names and pseudonyms, `selected` are the entries that can be printed alone.
    """

    changed = Signal()
    settled = Signal()
    unfolded = Signal(QWidget)

    def __init__(
        self,
        parts: dict[str, str],
        views: Sequence[tuple[str, View | None]],
        today: date,
        names: NamesChoice,
        selected: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__()
        self._names, self._views, self.names = parts, tuple(views), names
        self._selected = selected
        self._is_showing = False
        self.preset = Choice(self.tr("Wat wilt u maken?"))
        self.preset_text = plain_label("", "small")
        self.paper = Choice(self.tr("Papier"))
        self.lying = Choice(self.tr("Stand"))
        self.poster = PosterFields()
        self.shown_as = Choice(self.tr("Banen en filter"))
        self.lines = Choice(self.tr("Regels"), self)
        self.period = PeriodFields(today)
        self.parts = PartsChooser()
        self.ages = QCheckBox(self.tr("Leeftijden in plaats van datums"))
        self.for_family = QCheckBox(self.tr("Voor het gezin: gewone taal"))
        self.black_and_white = QCheckBox(self.tr("Zwart-wit"))
        self.password = PrintPassword()
        self._fill()
        self._build()
        self._connect()

    # What is chosen

    @property
    def options(self) -> PageOptions:
        """What is chosen, without the password of the file."""
        return PageOptions(
            paper=PAPERS[self.paper.currentIndex()],
            landscape=self.lying.currentIndex() == 0,
            view=self._views[self.shown_as.currentIndex()][1],
            parts=self.parts.list.parts or (next(iter(self._names)),),
            black_and_white=self.black_and_white.isChecked(),
            period=self.period.period,
            only=self._selected if self.lines.currentIndex() == 1 else None,
            poster=self.poster.poster,
            pseudonyms=self.names.is_on,
            ages=self.ages.isChecked(),
            for_family=self.for_family.isChecked(),
        )

    def wanting(self) -> str:
        """Why nothing can be printed as it is chosen now, in a sentence; empty when it can."""
        if not self.parts.list.parts:
            return self.tr("Kies minstens één onderdeel.")
        return self.period.wanting()

    def show_options(self, options: PageOptions) -> None:
        """Show these options as what is chosen. The way of looking, the lines, the period and the password stay."""
        self._is_showing = True
        self.paper.setCurrentIndex(PAPERS.index(options.paper))
        self.lying.setCurrentIndex(0 if options.landscape else 1)
        self.poster.show_poster(options.poster)
        self.parts.list.set_parts(self._names, options.parts)
        self.names.set_on(options.pseudonyms)
        self.ages.setChecked(options.ages)
        self.for_family.setChecked(options.for_family)
        self.black_and_white.setChecked(options.black_and_white)
        self._is_showing = False
        self._tell()

    def _reachable(self, preset: Preset) -> PageOptions:
        """A preset as it is here: with the parts that can be printed, and with pseudonyms where these must be."""
        options = preset.over(self.options)
        parts = tuple(part for part in options.parts if part in self._names)
        return replace(options, parts=parts, password="", pseudonyms=options.pseudonyms or self.names.must_be_on)

    # Building

    def _fill(self) -> None:
        self.preset.addItems([*(_tr(found.name) for found in PRESETS), self.tr("Eigen keuze")])
        self.paper.addItems([*PAPERS])
        self.lying.addItems([self.tr("liggend"), self.tr("staand")])
        self.shown_as.addItems([name for name, _ in self._views])
        self.lines.addItem(self.tr("alle"))
        if len(self._selected) > 1:
            self.lines.addItem(self.tr("alleen de selectie ({0})").format(len(self._selected)))
        self.for_family.setAccessibleDescription(self.tr("Zonder oordelen van anderen"))

    def _build(self) -> None:
        layout = column(14)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.addLayout(_field(self.tr("Wat wilt u maken?"), self.preset, self.preset_text))
        layout.addLayout(self._sheet())
        layout.addWidget(self.poster)
        layout.addWidget(rule())
        layout.addLayout(self._switches())
        layout.addWidget(rule())
        layout.addLayout(_field(self.tr("Banen en filter"), self.shown_as))
        if self.lines.count() > 1:
            layout.addLayout(_field(self.tr("Regels"), self.lines))
        else:
            self.lines.hide()
        layout.addWidget(self.period)
        layout.addWidget(self.parts)
        layout.addStretch(1)
        self.setLayout(layout)

    def _sheet(self) -> QHBoxLayout:
        layout = row(12)
        layout.addLayout(_field(self.tr("Papier"), self.paper), 1)
        layout.addLayout(_field(self.tr("Stand"), self.lying), 1)
        return layout

    def _switches(self) -> QVBoxLayout:
        layout = column(2)
        switches = (self.names, self.ages, self.for_family, self.black_and_white, self.password)
        for widget in switches:
            layout.addWidget(widget)
        return layout

    def _connect(self) -> None:
        self.preset.activated.connect(self._choose_preset)
        for choice in (self.paper, self.lying, self.shown_as, self.lines):
            choice.currentIndexChanged.connect(lambda _: self._tell())
        self.names.changed.connect(self._tell)
        for switch in (self.ages, self.for_family, self.black_and_white):
            switch.toggled.connect(lambda _: self._tell())
        self.poster.changed.connect(self._tell)
        self.period.changed.connect(self._tell)
        self.parts.list.chosen.connect(self._tell)
        self.password.changed.connect(self.settled)
        for part in (self.password, self.poster):
            part.on.clicked.connect(lambda is_on, part=part: self.unfolded.emit(part) if is_on else None)

    def _choose_preset(self, at: int) -> None:
        if at < len(PRESETS):
            self.show_options(self._reachable(PRESETS[at]))

    def _tell(self) -> None:
        if self._is_showing:
            return
        self.paper.setEnabled(self.poster.poster is None)
        self._name_preset()
        self.changed.emit()

    def _name_preset(self) -> None:
        """The preset that says what is chosen now, or that it is a choice of one's own."""
        now = self.options
        at = next((at for at, found in enumerate(PRESETS) if self._reachable(found) == now), len(PRESETS))
        self.preset.setCurrentIndex(at)
        self.preset_text.setText(_tr(PRESETS[at].about) if at < len(PRESETS) else "")
        self.preset_text.setVisible(at < len(PRESETS))


def _field(text: str, *widgets: QWidget) -> QVBoxLayout:
    layout = column(4)
    layout.addWidget(field_label(text, widgets[0]))
    for widget in widgets:
        layout.addWidget(widget)
    return layout


def _tr(text: str) -> str:
    return QCoreApplication.translate("print", text)
