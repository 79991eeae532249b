"""A copy of the casebook without its past: to hand over, or to begin again with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from tijdlijn.services.erasing import copy_without_history
from tijdlijn.services.files import free_path
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.package_dialog import PlaceSheet
from tijdlijn.ui.dialogs.sheet import note
from tijdlijn.ui.tasks import run
from tijdlijn.ui.widgets import plain_label

ENDING = ".tijdlijn"


class CleanCopyDialog(PlaceSheet):
    """Writes the cases of the open casebook to a new one, without what went before."""

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(controller, parent)
        self.set_heading(self.tr("Kopie zonder geschiedenis"))
        path = controller.book.path
        self.place.setText(str(free_path(path.with_name(f"{path.stem}-zonder-geschiedenis{ENDING}"))))
        self.done_text = plain_label("", "strong")
        self.done_text.hide()
        about = self.tr(
            "Een nieuw casusboek met dezelfde casussen, zoals ze nu zijn. Wat eerder is gewijzigd of verwijderd, "
            "staat er niet in, en ook niet wie wanneer iets deed."
        )
        self.body.addWidget(plain_label(about, "soft"))
        self.add_place()
        self.body.addWidget(note(self.tr("De kopie opent met hetzelfde wachtwoord als dit casusboek.")))
        self.body.addWidget(self.done_text)
        self.close_button = self.add_cancel(self.tr("Sluiten"))
        self.ok = self.add_primary(self.tr("Kopie maken"))
        self.ok.clicked.connect(self._copy)

    def choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Waar komt de kopie?"), str(self.path), self.tr("Casusboek (*{0})").format(ENDING)
        )
        if name:
            self.place.setText(name)

    @property
    def target(self) -> Path:
        """The file that will be written."""
        path = self.path
        return path if path.suffix.lower() == ENDING else path.with_name(path.name + ENDING)

    def _copy(self) -> None:
        self.say("")
        self.done_text.hide()
        if not self.place.text().strip():
            self.refuse(self.place, self.tr("Geef het bestand een naam."))
            return
        self._set_at_work(True)
        book, path = self._controller.book, self.target
        run(self, lambda: copy_without_history(book, path), lambda _: self._copied(path), self._failed)

    def _copied(self, path: Path) -> None:
        self._set_at_work(False)
        self.done_text.setText(self.tr("Gemaakt: {0}, in de map {1}.").format(path.name, path.parent))
        self.done_text.show()
        self.close_button.setFocus()

    def _failed(self, sentence: str) -> None:
        self._set_at_work(False)
        self.say(sentence)

    def _set_at_work(self, is_at_work: bool) -> None:
        self.set_busy(is_at_work, hold=True)
        self.ok.setEnabled(not is_at_work)
        self.place.setEnabled(not is_at_work)
