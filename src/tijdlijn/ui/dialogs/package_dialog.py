"""A case out of this casebook as a package, and a package in: where, and under which password.

The rule: the password of a package is its own and is kept nowhere. The work is in the background and can be stopped
until the file, or the casebook, is written.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from tijdlijn.services.files import name_for
from tijdlijn.services.packaging_case import ENDING, Unpacked, unpack, write_package
from tijdlijn.services.passphrase import wait_seconds
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.file_place import FilePlace, SourcePlace
from tijdlijn.ui.dialogs.secret import NewPassphrase, SecretLine, Wait
from tijdlijn.ui.dialogs.sheet import note
from tijdlijn.ui.dialogs.working import WorkingSheet
from tijdlijn.ui.widgets import column, field_label, plain_label, set_problem

WIDTH = 540


class PackDialog(WorkingSheet):
    """Writes the case of the controller as a package under a new password."""

    def __init__(
        self, controller: CaseController, parent: QWidget | None = None, *, folder: Path | None = None
    ) -> None:
        super().__init__(parent, width=WIDTH)
        self.set_heading(self.tr("Casus als pakket"))
        self._controller = controller
        self.place = FilePlace(name_for("casus", controller.case.code), ENDING, self.tr("Pakket"), folder, above=True)
        self.chosen = NewPassphrase(self.tr("Wachtwoord van het pakket"), self.tr("Wachtwoord nog eens"))
        self.chosen.without_sheet()
        self.texts = QCheckBox(self.tr("Met de teksten van het dossier"))
        self.texts.setChecked(True)
        self.done_text = plain_label("", "strong")
        self._build()
        self.finished.connect(lambda _: self.chosen.forget())

    def _build(self) -> None:
        about = self.tr(
            "Eén versleuteld bestand met deze casus: regels, bronnen, bijeenkomsten en weergaven. Een collega leest "
            "het in een eigen casusboek in."
        )
        self.body.addWidget(plain_label(about, "soft"))
        self.body.addWidget(self.place)
        self.body.addWidget(self.chosen)
        self.body.addWidget(self.texts)
        self.body.addWidget(note(self.tr("Geef het wachtwoord langs een andere weg door dan het bestand.")))
        self.done_text.hide()
        self.body.addWidget(self.done_text)
        self.close_button = self.add_cancel(self.tr("Sluiten"))
        self.ok = self.add_primary(self.tr("Pakket maken"))
        self.ok.clicked.connect(self._pack)

    def _pack(self) -> None:
        self.say("")
        self.done_text.hide()
        if not self.place.has_name:
            _refuse(self, self.place.line, self.tr("Geef het bestand een naam."))
            return
        wrong, sentence = self.chosen.wanting()
        if wrong is not None:
            _refuse(self, wrong, sentence)
            return
        path, secret, texts = self.place.path, self.chosen.text, self.texts.isChecked()
        book, case_id = self._controller.book, self._controller.case.id
        self.work(
            lambda progress: write_package(book, case_id, path, secret, texts=texts, progress=progress),
            lambda _: self._packed(path),
        )

    def _packed(self, path: Path) -> None:
        self.chosen.forget()
        self.done_text.setText(self.tr("Gemaakt: {0}, in de map {1}.").format(path.name, path.parent))
        self.done_text.show()
        self.close_button.setFocus()

    def set_at_work(self, is_at_work: bool) -> None:
        for part in (self.ok, self.place, self.chosen, self.texts):
            part.setEnabled(not is_at_work)


class UnpackDialog(WorkingSheet):
    """Takes a package in as a new case. `taken` carries the id of that case."""

    taken = Signal(str)

    def __init__(
        self, controller: CaseController, parent: QWidget | None = None, *, folder: Path | None = None
    ) -> None:
        super().__init__(parent, width=WIDTH)
        self.set_heading(self.tr("Pakket inlezen"))
        self.stopped_words = self.tr("Afgebroken; er is niets ingelezen.")
        self._controller = controller
        self._failures = 0
        self._wait = Wait(self)
        self.place = SourcePlace(ENDING, self.tr("Pakket"), folder)
        self.secret = SecretLine(self.tr("Wachtwoord van het pakket"))
        self._build()
        self._wait.changed.connect(self._settle)
        self.place.chosen.connect(self.secret.setFocus)
        self.secret.line.textChanged.connect(lambda _: set_problem(self.secret.line, False))
        self.finished.connect(lambda _: self.secret.line.clear())

    def _build(self) -> None:
        about = self.tr("De casus komt als nieuwe casus in dit casusboek; wat er al is, blijft zoals het is.")
        self.body.addWidget(plain_label(about, "soft"))
        self.body.addWidget(self.place)
        box = column(4)
        box.addWidget(field_label(self.tr("Wachtwoord van het pakket"), self.secret.line))
        box.addWidget(self.secret)
        self.body.addLayout(box)
        self.add_cancel()
        self.ok = self.add_primary(self.tr("Inlezen"))
        self.ok.clicked.connect(self._unpack)

    def _unpack(self) -> None:
        self.say("")
        if not self.place.has_name:
            _refuse(self, self.place.line, self.tr("Kies eerst een pakket."))
            return
        if not self.secret.text:
            _refuse(self, self.secret.line, self.tr("Vul het wachtwoord van het pakket in."))
            return
        book, path, secret = self._controller.book, self.place.path, self.secret.text
        self.work(lambda progress: unpack(book, path, secret, progress), self._unpacked)

    def _unpacked(self, unpacked: Unpacked) -> None:
        self.accept()
        self.taken.emit(unpacked.change.case.id)

    def failed(self, sentence: str) -> None:
        self._failures += 1
        self.say(sentence)
        self.secret.setFocus()
        self.secret.line.selectAll()
        self._wait.begin(wait_seconds(self._failures))

    def set_at_work(self, is_at_work: bool) -> None:
        for part in (self.ok, self.place, self.secret):
            part.setEnabled(not is_at_work)

    def _settle(self) -> None:
        wait = self._wait.left
        self.ok.setEnabled(not wait)
        self.ok.setText(self.tr("Wacht {0} s").format(wait) if wait else self.tr("Inlezen"))


def _refuse(sheet: WorkingSheet, line: QLineEdit, sentence: str) -> None:
    sheet.say(sentence)
    set_problem(line, True)
    line.setFocus()
