"""A copy of the casebook without its past: to hand over, or to begin again with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from tijdlijn.services.erasing import copy_without_history
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.file_place import FilePlace
from tijdlijn.ui.dialogs.sheet import Sheet, note
from tijdlijn.ui.tasks import run
from tijdlijn.ui.widgets import plain_label

ENDING = ".tijdlijn"


class CleanCopyDialog(Sheet):
    """Writes the cases of the open casebook to a new one, without what went before."""

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=540)
        self._controller = controller
        self.set_heading(self.tr("Kopie zonder geschiedenis"))
        path = controller.book.path
        name = f"{path.stem}-zonder-geschiedenis"
        self.place = FilePlace(name, ENDING, self.tr("Casusboek"), path.parent, above=True)
        self.done_text = plain_label("", "strong")
        self.done_text.hide()
        about = self.tr(
            "Een nieuw casusboek met dezelfde casussen, zoals ze nu zijn. Wat eerder is gewijzigd of verwijderd, "
            "staat er niet in, en ook niet wie wanneer iets deed."
        )
        self.body.addWidget(plain_label(about, "soft"))
        self.body.addWidget(self.place)
        self.body.addWidget(note(self.tr("De kopie opent met hetzelfde wachtwoord als dit casusboek.")))
        self.body.addWidget(self.done_text)
        self.close_button = self.add_cancel(self.tr("Sluiten"))
        self.ok = self.add_primary(self.tr("Kopie maken"))
        self.ok.clicked.connect(self._copy)

    def _copy(self) -> None:
        self.say("")
        self.done_text.hide()
        if not self.place.has_name:
            self.say(self.tr("Geef het bestand een naam."))
            self.place.line.setFocus()
            return
        self._set_at_work(True)
        book, path = self._controller.book, self.place.path
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
