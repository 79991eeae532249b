"""The report of a session to a file: what kind, with which names, where. The work is in the background.

The rule: where names may not leave the program, nobody is asked whether they should; why is said.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from tijdlijn.layout.sheet import PAPERS
from tijdlijn.model.sessions import Session
from tijdlijn.services.consent import reason_to_mask
from tijdlijn.services.session_report import ReportOptions, export_report, report_name, to_be_done
from tijdlijn.services.sessions import agreed_in, carried_over
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.file_kinds import FileKind, KindChoice
from tijdlijn.ui.dialogs.file_place import FilePlace
from tijdlijn.ui.dialogs.print_secret import PrintPassword
from tijdlijn.ui.dialogs.working import WorkingSheet
from tijdlijn.ui.names.names_choice import NamesChoice
from tijdlijn.ui.widgets import Choice, column, field_label, plain_label, row

KINDS: tuple[FileKind, ...] = (
    FileKind(".pdf", "PDF", "Het hele verslag met de tijdlijn; om te printen, te delen en te tekenen."),
    FileKind(".docx", "Word", "Hetzelfde verslag; om in Word of LibreOffice aan te vullen."),
    FileKind(".ics", "Agenda", "Alleen wat nog gedaan moet worden, elk op zijn dag; voor Outlook, Google of Apple."),
)
PDF, CALENDAR = ".pdf", ".ics"


def ask(controller: CaseController, session_id: str, parent: QWidget | None = None) -> SessionReportDialog | None:
    """Open the dialog for the report of a session; None when there is no such session."""
    if session_id not in controller.case.sessions_by_id:
        return None
    dialog = SessionReportDialog(controller, session_id, parent)
    dialog.open()
    return dialog


class SessionReportDialog(WorkingSheet):
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
        self.kinds = KindChoice(KINDS, 100)
        self.paper = Choice(self.tr("Papier van de tijdlijn"))
        reason = reason_to_mask(controller.case, self._session)
        said = self.tr("De namen van het gezin en van de aanwezigen staan erin.")
        self.names = NamesChoice(controller, self, reason, said)
        self.password = PrintPassword()
        self.place = FilePlace(self._name(KINDS[0]), PDF, KINDS[0].name, folder, above=True)
        self.remark = plain_label("", "small")
        self.done_text = plain_label("", "strong")
        self._build()
        self._connect()
        self._settle()

    @property
    def options(self) -> ReportOptions:
        """The paper, the names and the password that are chosen."""
        return ReportOptions(PAPERS[self.paper.currentIndex()], self.names.is_on, self._secret)

    @property
    def _secret(self) -> str:
        """The password of the file; only a PDF has one."""
        return self.password.text if self.kinds.kind.ending == PDF else ""

    def _name(self, kind: FileKind) -> str:
        return report_name(self._controller.case, self._session, kind.ending)

    def _build(self) -> None:
        where = column(4)
        self.paper.addItems([*PAPERS])
        self.paper.setCurrentIndex(PAPERS.index("A3"))
        where.addWidget(self.place)
        where.addWidget(self.remark)
        self.body.setSpacing(12)
        self.body.addWidget(self.kinds)
        self.body.addLayout(self._sheet())
        self.body.addWidget(self.names)
        self.body.addWidget(self.password)
        self.body.addLayout(where)
        self.done_text.hide()
        self.body.addWidget(self.done_text)
        self.close_button = self.add_cancel(self.tr("Sluiten"))
        self.ok = self.add_primary(self.tr("Bewaren"))

    def _sheet(self) -> QHBoxLayout:
        sheet = row(12)
        sheet.addWidget(field_label(self.tr("Papier van de tijdlijn"), self.paper, beside=True))
        sheet.addWidget(self.paper, 1)
        return sheet

    def _connect(self) -> None:
        self.kinds.changed.connect(self._chosen)
        self.names.changed.connect(self._settle)
        self.names.gate.waiting.connect(self.set_busy)
        self.password.changed.connect(self._settle)
        self.place.changed.connect(self._settle)
        self.ok.clicked.connect(lambda _=False: self.names.cleared(self._export))
        self.finished.connect(lambda _: self.password.forget())

    def _chosen(self) -> None:
        """The name follows the kind where nobody gave another; an agenda begins without names."""
        kind = self.kinds.kind
        self.place.set_kind(self._name(kind), kind.ending, kind.name)
        if kind.ending == CALENDAR:
            self.names.set_on(True)
        self._settle()

    def _settle(self) -> None:
        """What belongs to the kind, the names and the place as they are now."""
        ending = self.kinds.kind.ending
        self.paper.setEnabled(ending == PDF)
        self.password.setVisible(ending == PDF)
        wanting = self.password.wanting() if ending == PDF else ""
        can = ending != CALENDAR or bool(to_be_done(self._controller.case, self._session))
        self.ok.setEnabled(self.place.has_name and can and not wanting)
        self.done_text.hide()
        self.remark.setText(wanting or self._say_place())
        self.remark.show()

    def _say_place(self) -> str:
        told = self.place.said(bool(self._secret))
        if self.kinds.kind.ending != CALENDAR or not self.place.has_name:
            return told
        return " ".join((self._say_deadlines(), told)) if self.place.path.exists() else self._say_deadlines()

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

    def _export(self) -> None:
        book, case_id, session_id = self._controller.book, self._controller.case.id, self._session.id
        path, options = self.place.path, self.options
        self.done_text.hide()
        self.work(
            lambda progress: export_report(book, case_id, session_id, path, options, progress),
            lambda _: self._exported(path),
        )

    def _exported(self, path: Path) -> None:
        self.remark.hide()
        self.done_text.setText(self.tr("Bewaard: {0}, in de map {1}.").format(path.name, path.parent))
        self.done_text.show()
        self.close_button.setFocus()

    def set_at_work(self, is_at_work: bool) -> None:
        for part in (self.kinds, self.names, self.password, self.place, self.ok):
            part.setEnabled(not is_at_work)
        self.paper.setEnabled(not is_at_work and self.kinds.kind.ending == PDF)
