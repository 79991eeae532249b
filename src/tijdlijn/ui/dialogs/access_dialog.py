"""Inspection by one person (inzage): for whom, and where everything about him or her goes.

The rule: the names of all others are hidden, without a choice; what looks like a name that nobody registered is decided
about before anything leaves.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from tijdlijn.model.people import Person
from tijdlijn.model.progress import Progress
from tijdlijn.report.access import Found
from tijdlijn.services.access import export_access, file_name, found_about, subjects
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.document_dialog import DocumentDialog
from tijdlijn.ui.names.names_choice import NamesChoice
from tijdlijn.ui.tasks import run
from tijdlijn.ui.widgets import Choice, column, field_label, plain_label


class AccessDialog(DocumentDialog):
    """Brings together what the case of the controller holds about one person."""

    def __init__(
        self, controller: CaseController, parent: QWidget | None = None, *, folder: Path | None = None
    ) -> None:
        self.subjects = subjects(controller.case)
        super().__init__(controller, file_name(controller.case), parent, folder=folder)
        self.set_heading(self.tr("Inzage voor één persoon"))
        self.who = Choice(self.tr("Voor wie"))
        self.counted = plain_label("", "small")
        reason = self.tr("De namen van alle anderen worden vervangen: iemand ziet alleen de eigen gegevens in.")
        self.names = NamesChoice(controller, self, reason, "")
        self._fill()
        self.who.currentIndexChanged.connect(lambda _: self._count())
        self.names.gate.waiting.connect(self.set_busy)
        self._count()

    @property
    def who_id(self) -> str:
        """The person or worker that is chosen; empty when there is none."""
        at = self.who.currentIndex()
        return self.subjects[at].id if 0 <= at < len(self.subjects) else ""

    def _fill(self) -> None:
        about = self.tr(
            "Alles wat deze casus over één persoon bewaart: regels, bronnen, bijeenkomsten, reflecties en afspraken. "
            "Op het eerste blad staat wat is weggelaten. Lees het na voordat u het geeft."
        )
        for one in self.subjects:
            role = one.role if isinstance(one, Person) else one.function or self.tr("medewerker")
            self.who.addItem(f"{one.name} ({role})" if role else one.name)
        box = column(4)
        box.addWidget(field_label(self.tr("Voor wie"), self.who))
        box.addWidget(self.who)
        box.addWidget(self.counted)
        self.fields.addWidget(plain_label(about, "soft"))
        self.fields.addLayout(box)
        self.fields.addWidget(self.names)

    def _count(self) -> None:
        """How much there is about the chosen one; looked for in the background."""
        case, who_id = self.controller.case, self.who_id
        if not who_id:
            self.counted.setText(self.tr("Er staat nog niemand in deze casus."))
        else:
            self.counted.setText(self.tr("Wordt opgezocht…"))
            run(self, lambda: found_about(case, who_id), lambda found: self._tell(who_id, found), self.say)
        self.settle()

    def _tell(self, who_id: str, found: Found) -> None:
        if who_id != self.who_id:
            return
        lines, met = len(found.entries), len(found.sessions)
        told = [
            self.tr("1 regel") if lines == 1 else self.tr("{0} regels").format(lines),
            self.tr("1 bijeenkomst") if met == 1 else self.tr("{0} bijeenkomsten").format(met),
        ]
        more = self.tr(" In {0} andere regels staat alleen een achternaam: kijk die zelf na.")
        rest = more.format(found.surname_only) if found.surname_only else ""
        self.counted.setText(f"{', '.join(told)}.{rest}")

    def settle(self) -> None:
        super().settle()
        if not self.subjects:
            self.ok.setEnabled(False)

    def begin(self) -> None:
        self.names.cleared(self.export)

    def write(self, path: Path, secret: str, progress: Progress) -> None:
        export_access(self.controller.book, self.controller.case.id, self._chosen_id, path, secret, progress)

    def export(self) -> None:
        self._chosen_id = self.who_id
        super().export()

    def set_at_work(self, is_at_work: bool) -> None:
        super().set_at_work(is_at_work)
        self.who.setEnabled(not is_at_work)
        self.names.setEnabled(not is_at_work)
