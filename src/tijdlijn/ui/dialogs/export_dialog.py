"""Saving a case as a picture or a table: what kind, on which paper, where. The work is in the background."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from tijdlijn.layout.lane_choices import Lanes, division_words
from tijdlijn.layout.page_words import filter_sentence
from tijdlijn.model.views import View
from tijdlijn.services.exporting import PAPERS, ExportOptions, export_case
from tijdlijn.services.files import free_path
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.sheet import Sheet
from tijdlijn.ui.tasks import run
from tijdlijn.ui.widgets import Choice, button, column, field_label, plain_label, row, set_problem


class Format(NamedTuple):
    """A kind of file: its ending, its name, and what it is good for."""

    ending: str
    name: str
    about: str
    on_paper: bool = False


FORMATS: tuple[Format, ...] = (
    Format(
        ".png",
        "PNG-plaatje",
        "Het overzicht als plaatje; voor een presentatie.",
        on_paper=True,
    ),
    Format(
        ".svg",
        "SVG-tekening",
        "Het overzicht als scherpe tekening; om verder te bewerken.",
        on_paper=True,
    ),
    Format(
        ".docx",
        "Word-document",
        "Chronologie, bevindingen en personen; om te verbeteren en weer in te lezen.",
    ),
    Format(
        ".xlsx",
        "Excel-tabel",
        "Alle regels, personen en partijen; om in Excel te lezen.",
    ),
    Format(
        ".ods",
        "OpenDocument-tabel",
        "Hetzelfde, voor LibreOffice en andere programma's.",
    ),
    Format(
        ".csv",
        "CSV-tabel",
        "Alle regels als eenvoudige tabel; elk programma kan die lezen.",
    ),
    Format(
        ".json",
        "JSON-gegevens",
        "Alles van deze casus, voor andere programma's.",
    ),
)


class ExportDialog(Sheet):
    """Saves the case of the controller to one file."""

    def __init__(
        self, controller: CaseController, parent: QWidget | None = None, *, folder: Path | None = None
    ) -> None:
        super().__init__(parent, width=560)
        self.set_heading(self.tr("Bewaren als"))
        self._controller = controller
        self._folder = folder or Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home()
        )
        self.formats = QButtonGroup(self)
        self.paper = Choice(self.tr("Papier"))
        self.lying = Choice(self.tr("Stand"))
        self.shown_as = Choice(self.tr("Wat erop staat"))
        self.look_text = plain_label("", "small")
        self.place = QLineEdit(str(free_path(self._folder / f"{_code_of(controller)}{FORMATS[0].ending}")))
        self.remark = plain_label("", "small")
        self.done_text = plain_label("", "strong")
        self._build()
        self._settle()

    @property
    def format(self) -> Format:
        """The kind of file that is chosen."""
        return FORMATS[self.formats.checkedId()]

    @property
    def path(self) -> Path:
        """The file that will be written."""
        typed = Path(self.place.text().strip()).expanduser()
        typed = typed if typed.is_absolute() else self._folder / typed
        ending = self.format.ending
        return typed if typed.suffix.lower() == ending else typed.with_name(typed.name + ending)

    @property
    def options(self) -> ExportOptions:
        """The sheet that is chosen."""
        view = self._controller.view if self.shown_as.currentIndex() == 0 and self._differs else None
        return ExportOptions(PAPERS[self.paper.currentIndex()], self.lying.currentIndex() == 0, view)

    @property
    def _differs(self) -> bool:
        """Whether the screen shows something else than everything by kind."""
        view = self._controller.view
        return replace(view, id="", name="", findings_follow=False) != View()

    def choose_format(self, ending: str) -> None:
        """Choose the kind of file by its ending."""
        self.formats.button([found.ending for found in FORMATS].index(ending)).click()

    def _build(self) -> None:
        self.body.addLayout(self._kinds())
        sheet = row(16)
        self.paper.addItems([*PAPERS])
        self.paper.setCurrentIndex(PAPERS.index("A3"))
        self.lying.addItems([self.tr("liggend"), self.tr("staand")])
        for name, field in ((self.tr("Papier"), self.paper), (self.tr("Stand"), self.lying)):
            part = column(4)
            part.addWidget(field_label(name, field))
            part.addWidget(field)
            sheet.addLayout(part, 1)
        self._sheet = QWidget()
        self._sheet.setLayout(sheet)
        self.body.addWidget(self._sheet)
        self._look = QWidget()
        self._look.setLayout(self._looks())
        self._look.setVisible(self._differs)
        self.body.addWidget(self._look)
        self.body.addLayout(self._where())
        self.done_text.hide()
        self.body.addWidget(self.done_text)
        self.close_button = self.add_cancel(self.tr("Sluiten"))
        self.ok = self.add_primary(self.tr("Bewaren"))
        self.ok.clicked.connect(self._export)
        self.place.textChanged.connect(lambda _: self._settle())

    def _kinds(self) -> QVBoxLayout:
        box = column(8)
        for at, found in enumerate(FORMATS):
            choice = QRadioButton(_tr(found.name))
            choice.setChecked(at == 0)
            choice.setAccessibleDescription(_tr(found.about))
            choice.toggled.connect(lambda is_on, chosen=found: self._format_chosen(chosen) if is_on else None)
            self.formats.addButton(choice, at)
            line = row(8)
            choice.setMinimumWidth(140)
            line.addWidget(choice)
            line.addWidget(plain_label(_tr(found.about), "soft"), 1)
            box.addLayout(line)
        return box

    def _looks(self) -> QVBoxLayout:
        """As on the screen, said in words, or everything: asked only when that is not the same."""
        box = column(4)
        self.shown_as.addItems([self.tr("Zoals nu op het scherm"), self.tr("Alles, banen per soort")])
        self.shown_as.currentIndexChanged.connect(lambda _: self._settle())
        box.addWidget(field_label(self.tr("Wat erop staat"), self.shown_as))
        box.addWidget(self.shown_as)
        box.addWidget(self.look_text)
        return box

    def _say_look(self) -> str:
        """What the choice comes to, in words."""
        if not self.format.on_paper:
            return self.tr("Een tabel en een Word-document hebben altijd alle regels.")
        if self.shown_as.currentIndex() == 1:
            return self.tr("Alle {0} regels, niets verborgen.").format(len(self._controller.case.entries))
        return " ".join(self._said())

    def _said(self) -> Iterator[str]:
        controller, view = self._controller, self._controller.view
        yield self.tr("Banen per {0}.").format(division_words(view.arrangement.by).lower())
        if controller.shown is not None:
            yield filter_sentence(controller.case, view, controller.shown)
        hidden = len(Lanes.of(controller.case, view.arrangement).hidden)
        if hidden:
            yield (
                self.tr("1 baan is verborgen.") if hidden == 1 else self.tr("{0} banen zijn verborgen.").format(hidden)
            )
        if len(view.anchors) > 1:
            yield self.tr("De banen staan er één keer, langs de kalender.")

    def _where(self) -> QVBoxLayout:
        beside = row(8)
        beside.addWidget(self.place, 1)
        self.choose = button(self.tr("Kiezen…"), self._choose_place)
        beside.addWidget(self.choose)
        box = column(4)
        box.addWidget(field_label(self.tr("Bestand"), self.place))
        box.addLayout(beside)
        box.addWidget(self.remark)
        return box

    def _format_chosen(self, chosen: Format) -> None:
        typed = Path(self.place.text().strip())
        if typed.suffix.lower() in {found.ending for found in FORMATS}:
            self.place.setText(str(typed.with_suffix(chosen.ending)))
        self._settle()

    def _settle(self) -> None:
        """What belongs to the kind and the place as they are now."""
        self._sheet.setEnabled(self.format.on_paper)
        self.shown_as.setEnabled(self.format.on_paper)
        self.look_text.setText(self._say_look())
        has_name = bool(Path(self.place.text().strip()).name)
        set_problem(self.place, not has_name)
        self.ok.setEnabled(has_name)
        self.done_text.hide()
        if not has_name:
            self.remark.setText(self.tr("Geef het bestand een naam."))
        elif self.path.exists():
            self.remark.setText(self.tr("Er is al een bestand met deze naam; dat wordt vervangen."))
        else:
            self.remark.setText(self.tr("Dit bestand is niet versleuteld. Bewaar het waar alleen u erbij kunt."))

    def _choose_place(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Waar komt het bestand?"),
            str(self.path),
            f"{_tr(self.format.name)} (*{self.format.ending})",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self.place.setText(name)

    def _export(self) -> None:
        case, path, options = self._controller.case, self.path, self.options
        self.say("")
        self.done_text.hide()
        self._set_working(True)
        run(self, lambda: export_case(case, path, options), lambda _: self._exported(path), self._failed)

    def _exported(self, path: Path) -> None:
        self._set_working(False)
        self.remark.setText("")
        self.done_text.setText(self.tr("Bewaard: {0}, in de map {1}.").format(path.name, path.parent))
        self.done_text.show()
        self.close_button.setFocus()

    def _failed(self, sentence: str) -> None:
        self._set_working(False)
        self.say(sentence)

    def _set_working(self, is_busy: bool) -> None:
        self.set_busy(is_busy)
        for widget in (self.ok, self.place, self.choose):
            widget.setEnabled(not is_busy)


def _code_of(controller: CaseController) -> str:
    """A file name without names of people: the code of the case, when it has one."""
    code = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in controller.case.code).strip("-")
    return f"tijdlijn-{code}" if code else "tijdlijn"


def _tr(text: str) -> str:
    return QCoreApplication.translate("formats", text)
