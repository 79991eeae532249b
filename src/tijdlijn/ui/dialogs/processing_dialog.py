"""The processing statement of the case: where it goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from tijdlijn.model.progress import Progress
from tijdlijn.services.processing import export_statement, file_name
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.document_dialog import DocumentDialog
from tijdlijn.ui.widgets import plain_label


class ProcessingDialog(DocumentDialog):
    """Writes the processing statement of the case of the controller."""

    def __init__(
        self, controller: CaseController, parent: QWidget | None = None, *, folder: Path | None = None
    ) -> None:
        super().__init__(controller, file_name(controller.case), parent, folder=folder)
        self.set_heading(self.tr("Verwerkingsoverzicht"))
        about = self.tr(
            "Voor wie over de privacy gaat: welke soorten gegevens deze casus bewaart en van wie, het doel, wie erbij "
            "kwam, wat het programma verliet, hoe lang het blijft en hoe het is beveiligd. Zonder de inhoud."
        )
        self.fields.addWidget(plain_label(about, "soft"))

    def write(self, path: Path, secret: str, progress: Progress) -> None:
        export_statement(self.controller.book, self.controller.case.id, path, secret, progress)
