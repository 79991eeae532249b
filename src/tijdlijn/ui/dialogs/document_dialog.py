"""A document to a file, as PDF or for Word: what kind, under which password, where. The work is in the background.

The rule: whoever is a kind of this says what the document is; a password is that of a PDF alone and kept nowhere.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from tijdlijn.model.progress import Progress
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.file_kinds import FileKind, KindChoice
from tijdlijn.ui.dialogs.file_place import FilePlace
from tijdlijn.ui.dialogs.print_secret import PrintPassword
from tijdlijn.ui.dialogs.working import WorkingSheet
from tijdlijn.ui.widgets import column, plain_label

KINDS: tuple[FileKind, ...] = (
    FileKind(".pdf", "PDF", "Om te printen of onder een wachtwoord te geven."),
    FileKind(".docx", "Word", "Om in Word of LibreOffice na te lopen en aan te vullen."),
)
PDF = ".pdf"


class DocumentDialog(WorkingSheet):
    """Writes one document about the case of the controller; `fields` is the place for what more there is to choose."""

    def __init__(
        self, controller: CaseController, name: str, parent: QWidget | None = None, *, folder: Path | None = None
    ) -> None:
        super().__init__(parent, width=600)
        self.controller, self._name = controller, name
        self.kinds = KindChoice(KINDS, 100)
        self.fields = column(12)
        self.password = PrintPassword()
        self.place = FilePlace(name, PDF, KINDS[0].name, folder, above=True)
        self.remark = plain_label("", "small")
        self.done_text = plain_label("", "strong")
        where = column(4)
        where.addWidget(self.place)
        where.addWidget(self.remark)
        self.body.setSpacing(12)
        self.body.addLayout(self.fields)
        self.body.addWidget(self.kinds)
        self.body.addWidget(self.password)
        self.body.addLayout(where)
        self.body.addWidget(self.done_text)
        self.close_button = self.add_cancel(self.tr("Sluiten"))
        self.ok = self.add_primary(self.tr("Bewaren"))
        self.kinds.changed.connect(self._chosen)
        self.password.changed.connect(self.settle)
        self.place.changed.connect(self.settle)
        self.ok.clicked.connect(lambda _=False: self.begin())
        self.finished.connect(lambda _: self.password.forget())
        self.settle()

    @property
    def secret(self) -> str:
        """The password of the file; empty for none."""
        return self.password.text if self.kinds.kind.ending == PDF else ""

    def write(self, path: Path, secret: str, progress: Progress) -> None:
        """Write the document; called in the background."""
        raise NotImplementedError

    def begin(self) -> None:
        """Do what is to be done once its user agrees."""
        self.export()

    def export(self) -> None:
        """Write the document in the background."""
        path, secret = self.place.path, self.secret
        self.done_text.hide()
        self.work(lambda progress: self.write(path, secret, progress), lambda _: self._exported(path))

    def settle(self) -> None:
        """What belongs to the kind and the place as they are now."""
        is_pdf = self.kinds.kind.ending == PDF
        self.password.setVisible(is_pdf)
        wanting = self.password.wanting() if is_pdf else ""
        self.ok.setEnabled(self.place.has_name and not wanting)
        self.done_text.hide()
        self.remark.setText(wanting or self.place.said(bool(self.secret)))
        self.remark.show()

    def _chosen(self) -> None:
        kind = self.kinds.kind
        self.place.set_kind(self._name, kind.ending, kind.name)
        self.settle()

    def _exported(self, path: Path) -> None:
        self.remark.hide()
        self.done_text.setText(self.tr("Bewaard: {0}, in de map {1}.").format(path.name, path.parent))
        self.done_text.show()
        self.close_button.setFocus()

    def set_at_work(self, is_at_work: bool) -> None:
        for part in (self.kinds, self.password, self.place, self.ok):
            part.setEnabled(not is_at_work)
