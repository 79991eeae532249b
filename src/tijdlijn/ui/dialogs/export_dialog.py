"""Saving a case as a picture or a table: what kind, what is on it, on which paper, where.

The rule: what a picture leaves out stands on it in words, and here before it is made. The work is in the background and
can be stopped until the file is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tijdlijn.layout.lane_choices import Lanes, division_words
from tijdlijn.layout.page_words import filter_sentence
from tijdlijn.layout.sheet import PAPERS, SLIDE
from tijdlijn.model.views import EVERYTHING, View
from tijdlijn.services.exporting import ExportOptions, export_case, reason_to_mask
from tijdlijn.services.files import name_for
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.file_kinds import FileKind, KindChoice
from tijdlijn.ui.dialogs.file_place import FilePlace
from tijdlijn.ui.dialogs.print_period import PeriodFields
from tijdlijn.ui.dialogs.working import WorkingSheet
from tijdlijn.ui.names.names_choice import NamesChoice
from tijdlijn.ui.widgets import Choice, column, field_label, plain_label, quiet_button, row

FORMATS: tuple[FileKind, ...] = (
    FileKind(".png", "PNG-plaatje", "Het overzicht als plaatje; voor een presentatie."),
    FileKind(".svg", "SVG-tekening", "Het overzicht als scherpe tekening; om verder te bewerken."),
    FileKind(
        ".docx",
        "Word-document",
        "Chronologie, bevindingen en personen; om te verbeteren en weer in te lezen.",
    ),
    FileKind(".xlsx", "Excel-tabel", "Alle regels, personen en partijen; om in Excel te lezen."),
    FileKind(".ods", "OpenDocument-tabel", "Hetzelfde, voor LibreOffice en andere programma's."),
    FileKind(".csv", "CSV-tabel", "Alle regels als eenvoudige tabel; elk programma kan die lezen."),
    FileKind(".ics", "Agenda", "Wat afloopt met herinneringen, en wat komt; voor Outlook en andere agenda's."),
    FileKind(".json", "JSON-gegevens", "Alles van deze casus, voor andere programma's."),
)
PICTURES = (".png", ".svg")
SIZES = (*PAPERS, SLIDE)
MANY = 25
"""Entries from which a slide of all of them has small type."""


class _Look(NamedTuple):
    """Something that can be on a picture: what it is called, how it is looked at, and which entries."""

    name: str
    view: View | None
    only: frozenset[str] | None = None


class ExportDialog(WorkingSheet):
    """Saves the case of the controller to one file; `in_view` are the days that the timeline shows now,
    `ending` the kind to begin with."""

    def __init__(
        self,
        controller: CaseController,
        parent: QWidget | None = None,
        *,
        folder: Path | None = None,
        in_view: tuple[date, date] | None = None,
        ending: str = "",
    ) -> None:
        super().__init__(parent, width=640)
        self.set_heading(self.tr("Bewaren als"))
        self._controller = controller
        self._in_view = in_view
        self._looks = tuple(self._offered())
        self.formats = KindChoice(FORMATS, 170)
        self.paper = Choice(self.tr("Papier"))
        self.lying = Choice(self.tr("Stand"))
        self.shown_as = Choice(self.tr("Wat erop staat"))
        self.look_text = plain_label("", "small")
        self.period = PeriodFields(controller.case.today)
        self.use_view = quiet_button(self.tr("Wat nu in beeld is"))
        name, first = name_for("tijdlijn", controller.case.code), FORMATS[0]
        self.place = FilePlace(name, first.ending, first.name, folder, above=True)
        self.remark = plain_label("", "small")
        self.names = NamesChoice(controller, self, "", self.tr("De namen van het gezin staan erin."))
        self.done_text = plain_label("", "strong")
        self._build()
        self._connect()
        self._settle()
        if ending:
            self.formats.choose(ending)

    @property
    def options(self) -> ExportOptions:
        """The sheet that is chosen, and what is on it."""
        look = self._looks[self.shown_as.currentIndex()]
        return ExportOptions(
            SIZES[self.paper.currentIndex()],
            self.lying.currentIndex() == 0,
            look.view,
            period=self.period.period,
            only=look.only,
            pseudonyms=self.names.is_on,
        )

    @property
    def _is_picture(self) -> bool:
        return self.formats.kind.ending in PICTURES

    def _offered(self) -> Iterator[_Look]:
        """As on the screen when that is not everything, everything, and what is selected there."""
        view, chosen = self._controller.view, frozenset(entry.id for entry in self._controller.selected_entries)
        if _plain(view) != View():
            yield _Look(self.tr("Zoals nu op het scherm"), view)
        yield _Look(self.tr("Alles, banen per soort"), None)
        if len(chosen) > 1:
            lanes = _plain(replace(view, filter=EVERYTHING))
            name = self.tr("Alleen de selectie ({0} regels)").format(len(chosen))
            yield _Look(name, None if lanes == View() else lanes, chosen)

    # Building

    def _build(self) -> None:
        self.paper.addItems([*PAPERS, self.tr("Dia 16:9 (1920 × 1080)")])
        self.paper.setCurrentIndex(SIZES.index("A3"))
        self.lying.addItems([self.tr("liggend"), self.tr("staand")])
        self.shown_as.addItems([look.name for look in self._looks])
        self.shown_as.setEnabled(len(self._looks) > 1)
        self.use_view.setVisible(self._in_view is not None)
        self._picture = QWidget()
        picture = column(12)
        picture.addLayout(self._what())
        picture.addLayout(self._when())
        self._picture.setLayout(picture)
        where = column(4)
        for widget in (self.place, self.remark):
            where.addWidget(widget)
        self.body.addWidget(self.formats)
        self.body.addWidget(self._picture)
        self.body.addWidget(self.names)
        self.body.addLayout(where)
        self.done_text.hide()
        self.body.addWidget(self.done_text)
        self.close_button = self.add_cancel(self.tr("Sluiten"))
        self.ok = self.add_primary(self.tr("Bewaren"))

    def _what(self) -> QVBoxLayout:
        """The sheet, what is on it, and below these what that comes to."""
        fields, box = row(12), column(4)
        for name, field, share in (
            (self.tr("Papier of dia"), self.paper, 4),
            (self.tr("Stand"), self.lying, 2),
            (self.tr("Wat erop staat"), self.shown_as, 5),
        ):
            part = column(4)
            part.addWidget(field_label(name, field))
            part.addWidget(field)
            fields.addLayout(part, share)
        box.addLayout(fields)
        box.addWidget(self.look_text)
        return box

    def _when(self) -> QHBoxLayout:
        """The days: all of them when nothing is typed."""
        beside, below = row(8), column(0)
        below.addStretch(1)
        below.addWidget(self.use_view)
        beside.addWidget(self.period, 1)
        beside.addLayout(below)
        return beside

    def _connect(self) -> None:
        self.formats.changed.connect(self._format_chosen)
        for choice in (self.paper, self.shown_as):
            choice.currentIndexChanged.connect(lambda _: self._settle())
        self.period.changed.connect(self._settle)
        self.use_view.clicked.connect(self._choose_view)
        self.place.changed.connect(self._settle)
        self.names.changed.connect(self._settle)
        self.names.gate.waiting.connect(self.set_busy)
        self.ok.clicked.connect(lambda _=False: self.names.cleared(self._export))

    # What is chosen, in words

    def _say_look(self) -> str:
        """What the choice comes to."""
        if not self._is_picture:
            if self.formats.kind.ending == ".ics":
                return self.tr("Van elk einde ook een herinnering, een half jaar en drie maanden ervoor.")
            return self.tr("Een tabel en een Word-document hebben altijd alle regels.")
        return " ".join(self._said(self.options))

    def _said(self, options: ExportOptions) -> Iterator[str]:
        total, always = len(self._controller.case.entries), options.period == (None, None)
        if options.only is not None:
            told = (
                self.tr("Deze regels, over hun dagen.") if always else self.tr("Van deze regels wat de periode raakt.")
            )
            yield told
        elif not always:
            yield self.tr("Wat de periode raakt.")
        elif options.view is None:
            yield self.tr("Alle {0} regels, niets verborgen.").format(total)
        if options.view is not None:
            yield from self._view_said(options.view, options.only is None)
        if options.only is not None or not always:
            yield self.tr("Op het plaatje staat hoeveel er is weggelaten.")
        elif options.paper == SLIDE and total > MANY:
            yield self.tr("Een periode of een selectie geeft op een dia grotere letters.")

    def _view_said(self, view: View, with_filter: bool) -> Iterator[str]:
        controller = self._controller
        yield self.tr("Banen per {0}.").format(division_words(view.arrangement.by).lower())
        if with_filter and controller.shown is not None:
            yield filter_sentence(controller.case, view, controller.shown)
        hidden = len(Lanes.of(controller.case, view.arrangement).hidden)
        if hidden:
            yield (
                self.tr("1 baan is verborgen.") if hidden == 1 else self.tr("{0} banen zijn verborgen.").format(hidden)
            )
        if len(view.anchors) > 1:
            yield self.tr("De banen staan er één keer, langs de kalender.")

    # Choosing

    def _format_chosen(self) -> None:
        kind = self.formats.kind
        what = "vooruit" if kind.ending == ".ics" else "tijdlijn"
        self.place.set_kind(name_for(what, self._controller.case.code), kind.ending, kind.name)
        self._settle()

    def _choose_view(self) -> None:
        if self._in_view is not None:
            self.period.show_period(*self._in_view)

    def _settle(self) -> None:
        """What belongs to the kind, the choices and the place as they are now."""
        self._picture.setEnabled(self._is_picture)
        self.lying.setEnabled(SIZES[self.paper.currentIndex()] != SLIDE)
        self.look_text.setText(self._say_look())
        wanting = self.period.wanting() if self._is_picture else ""
        self.ok.setEnabled(self.place.has_name and not wanting)
        self.done_text.hide()
        self.remark.setText(wanting or self.place.said(False))
        self.remark.show()
        self.names.set_reason(reason_to_mask(self._controller.case, self.formats.kind.ending))

    # Saving

    def _export(self) -> None:
        book, case_id = self._controller.book, self._controller.case.id
        path, options = self.place.path, self.options
        self.done_text.hide()
        self.work(
            lambda progress: export_case(book, case_id, path, options, progress),
            lambda _: self._exported(path),
        )

    def _exported(self, path: Path) -> None:
        self.remark.hide()
        self.done_text.setText(self.tr("Bewaard: {0}, in de map {1}.").format(path.name, path.parent))
        self.done_text.show()
        self.close_button.setFocus()

    def set_at_work(self, is_at_work: bool) -> None:
        for part in (self.formats, self.names, self.place, self.ok):
            part.setEnabled(not is_at_work)
        self._picture.setEnabled(self._is_picture and not is_at_work)


def _plain(view: View) -> View:
    """A way of looking without what makes no difference on a picture."""
    return replace(view, id="", name="", findings_follow=False, ahead=False)
