"""The report of a session to a file: what kind, with which names, where. The work is in the background.

The rule: where names may not leave the program, nobody is asked whether they should.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFileDialog, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from tijdlijn.model.sessions import Session
from tijdlijn.services.exporting import PAPERS
from tijdlijn.services.files import free_path
from tijdlijn.services.session_report import ReportOptions, export_report, file_name, reason_to_mask, to_be_done
from tijdlijn.services.sessions import agreed_in, carried_over
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.sheet import Sheet
from tijdlijn.ui.tasks import run
from tijdlijn.ui.widgets import Choice, button, column, field_label, plain_label, row, set_problem


class Kind(NamedTuple):
    """A kind of report: the ending of its file, its name, and what it is good for."""

    ending: str
    name: str
    about: str


KINDS: tuple[Kind, ...] = (
    Kind(".pdf", "PDF", "Het hele verslag met de tijdlijn; om te printen, te delen en te tekenen."),
    Kind(".docx", "Word", "Hetzelfde verslag; om in Word of LibreOffice aan te vullen."),
    Kind(".ics", "Agenda", "Alleen wat nog gedaan moet worden, elk op zijn dag; voor Outlook, Google of Apple."),
)
CALENDAR = ".ics"


def ask(controller: CaseController, session_id: str, parent: QWidget | None = None) -> SessionReportDialog | None:
    """Open the dialog for the report of a session; None when there is no such session."""
    if session_id not in controller.case.sessions_by_id:
        return None
    dialog = SessionReportDialog(controller, session_id, parent)
    dialog.open()
    return dialog


class SessionReportDialog(Sheet):
    """Writes the report of one session of the case of the controller. The session must be there."""

    def __init__(
        self,
        controller: CaseController,
        session_id: str,
        parent: QWidget | None = None,
        *,
        folder: Path | None = None,
    ) -> None:
        super().__init__(parent, width=560)
        self.set_heading(self.tr("Verslag van de bijeenkomst"))
        self._controller = controller
        self._session: Session = controller.case.sessions_by_id[session_id]
        self._folder = folder or Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home()
        )
        self._must_mask = reason_to_mask(controller.case, self._session)
        self.kinds = QButtonGroup(self)
        self.paper = Choice(self.tr("Papier van de tijdlijn"))
        self.pseudonyms = QCheckBox(self.tr("Pseudoniemen in plaats van namen"))
        self.names_text = plain_label("", "small")
        self.place = QLineEdit(str(free_path(self._folder / self._name(KINDS[0]))))
        self.remark = plain_label("", "small")
        self.done_text = plain_label("", "strong")
        self._build()
        self._settle()

    @property
    def kind(self) -> Kind:
        """The kind of report that is chosen."""
        return KINDS[self.kinds.checkedId()]

    @property
    def path(self) -> Path:
        """The file that will be written."""
        typed = Path(self.place.text().strip()).expanduser()
        typed = typed if typed.is_absolute() else self._folder / typed
        ending = self.kind.ending
        return typed if typed.suffix.lower() == ending else typed.with_name(typed.name + ending)

    @property
    def options(self) -> ReportOptions:
        """The paper and the names that are chosen."""
        return ReportOptions(PAPERS[self.paper.currentIndex()], self.pseudonyms.isChecked())

    def choose(self, ending: str) -> None:
        """Choose the kind of report by the ending of its file."""
        self.kinds.button([kind.ending for kind in KINDS].index(ending)).click()

    def _name(self, kind: Kind) -> str:
        return file_name(self._controller.case, self._session, kind.ending)

    def _build(self) -> None:
        self.body.addLayout(self._offer_kinds())
        sheet = column(4)
        self.paper.addItems([*PAPERS])
        self.paper.setCurrentIndex(PAPERS.index("A3"))
        sheet.addWidget(field_label(self.tr("Papier van de tijdlijn"), self.paper))
        sheet.addWidget(self.paper)
        self.body.addLayout(sheet)
        names = column(4)
        self.pseudonyms.setChecked(bool(self._must_mask))
        self.pseudonyms.setEnabled(not self._must_mask)
        self.pseudonyms.toggled.connect(lambda _: self._settle())
        names.addWidget(self.pseudonyms)
        names.addWidget(self.names_text)
        self.body.addLayout(names)
        self.body.addLayout(self._where())
        self.done_text.hide()
        self.body.addWidget(self.done_text)
        self.close_button = self.add_cancel(self.tr("Sluiten"))
        self.ok = self.add_primary(self.tr("Bewaren"))
        self.ok.clicked.connect(self._export)
        self.place.textChanged.connect(lambda _: self._settle())

    def _offer_kinds(self) -> QVBoxLayout:
        box = column(8)
        for at, kind in enumerate(KINDS):
            choice = QRadioButton(_tr(kind.name))
            choice.setChecked(at == 0)
            choice.setAccessibleDescription(_tr(kind.about))
            choice.toggled.connect(lambda is_on, chosen=kind: self._chosen(chosen) if is_on else None)
            choice.setMinimumWidth(100)
            self.kinds.addButton(choice, at)
            line = row(8)
            line.addWidget(choice)
            line.addWidget(plain_label(_tr(kind.about), "soft"), 1)
            box.addLayout(line)
        return box

    def _where(self) -> QVBoxLayout:
        beside = row(8)
        beside.addWidget(self.place, 1)
        self.browse = button(self.tr("Kiezen…"), self._choose_place)
        beside.addWidget(self.browse)
        box = column(4)
        box.addWidget(field_label(self.tr("Bestand"), self.place))
        box.addLayout(beside)
        box.addWidget(self.remark)
        return box

    def _chosen(self, kind: Kind) -> None:
        """The name follows the kind where nobody gave another; an agenda begins without names."""
        typed = Path(self.place.text().strip())
        if typed.name.partition("-")[0] in ("verslag", "afspraken"):
            self.place.setText(str(free_path(typed.with_name(self._name(kind)))))
        elif typed.suffix.lower() in {one.ending for one in KINDS}:
            self.place.setText(str(typed.with_suffix(kind.ending)))
        if kind.ending == CALENDAR:
            self.pseudonyms.setChecked(True)
        self._settle()

    def _settle(self) -> None:
        """What belongs to the kind, the names and the place as they are now."""
        self.paper.setEnabled(self.kind.ending == ".pdf")
        self.names_text.setText(self._must_mask or self._say_names())
        has_name = bool(Path(self.place.text().strip()).name)
        set_problem(self.place, not has_name)
        can = self.kind.ending != CALENDAR or bool(to_be_done(self._controller.case, self._session))
        self.ok.setEnabled(has_name and can)
        self.done_text.hide()
        self.remark.setText(self._say_place(has_name))

    def _say_names(self) -> str:
        if self.pseudonyms.isChecked():
            return self.tr(
                "Geregistreerde namen en die van de aanwezigen worden vervangen. Lees het na: een naam die nergens is "
                "geregistreerd, blijft staan."
            )
        return self.tr("De namen van het gezin en van de aanwezigen staan erin.")

    def _say_place(self, has_name: bool) -> str:
        if not has_name:
            return self.tr("Geef het bestand een naam.")
        replaced = self.tr("Er is al een bestand met deze naam; dat wordt vervangen.") if self.path.exists() else ""
        if self.kind.ending == CALENDAR:
            return " ".join(filter(None, (self._say_deadlines(), replaced)))
        return replaced or self.tr("Dit bestand is niet versleuteld. Bewaar het waar alleen u erbij kunt.")

    def _say_deadlines(self) -> str:
        """How many agreed actions go in an agenda, and how many do not as nobody gave them a day."""
        case, session = self._controller.case, self._session
        due = len(to_be_done(case, session))
        found = (*agreed_in(case, session), *carried_over(case, session))
        without = sum(not action.state.is_over and action.due is None for action in found)
        told = [
            self.tr("1 afspraak komt in de agenda.")
            if due == 1
            else self.tr("{0} afspraken komen in de agenda.").format(due)
        ]
        if not due:
            told = [self.tr("Geen enkele open afspraak heeft een dag; er is niets voor een agenda.")]
        if without:
            told.append(self.tr("Zonder dag, en daarom niet: {0}.").format(without))
        return " ".join(told)

    def _choose_place(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Waar komt het bestand?"),
            str(self.path),
            f"{_tr(self.kind.name)} (*{self.kind.ending})",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self.place.setText(name)

    def _export(self) -> None:
        book, case_id, session_id = self._controller.book, self._controller.case.id, self._session.id
        path, options = self.path, self.options
        self.say("")
        self.done_text.hide()
        self._set_working(True)
        run(
            self,
            lambda: export_report(book, case_id, session_id, path, options),
            lambda _: self._exported(path),
            self._failed,
        )

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
        for widget in (self.ok, self.place, self.browse):
            widget.setEnabled(not is_busy)


def _tr(text: str) -> str:
    return QCoreApplication.translate("reports", text)
