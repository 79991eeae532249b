"""A case out of this casebook as a package, and a package in: where, and under which password.

The rule: the password of a package is its own and is kept nowhere. The work is in the background.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from tijdlijn.services.files import free_path
from tijdlijn.services.packaging_case import ENDING, Unpacked, unpack, write_package
from tijdlijn.services.passphrase import wait_seconds
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.secret import NewPassphrase, SecretLine, Wait
from tijdlijn.ui.dialogs.sheet import Sheet, note
from tijdlijn.ui.tasks import run
from tijdlijn.ui.widgets import button, column, field_label, plain_label, row, set_problem


def documents_folder() -> Path:
    """Where files of the user usually are."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


class PlaceSheet(Sheet):
    """A sheet with the place of a file that will be written or read."""

    def __init__(self, controller: CaseController, parent: QWidget | None) -> None:
        super().__init__(parent, width=540)
        self._controller = controller
        self.place = QLineEdit()
        self.place.textChanged.connect(lambda _: set_problem(self.place, False))

    def add_place(self) -> None:
        """The line for the place, with a button to choose it."""
        beside = row(8)
        beside.addWidget(self.place, 1)
        beside.addWidget(button(self.tr("Kiezen…"), self.choose))
        box = column(4)
        box.addWidget(field_label(self.tr("Bestand"), self.place))
        box.addLayout(beside)
        self.body.addLayout(box)

    @property
    def path(self) -> Path:
        """The file that is meant."""
        typed = Path(self.place.text().strip()).expanduser()
        return typed if typed.is_absolute() else documents_folder() / typed

    def choose(self) -> None:
        """Let the user choose the place."""
        raise NotImplementedError

    def refuse(self, line: QLineEdit, sentence: str) -> None:
        """Say what is wrong with a line, and lead there."""
        self.say(sentence)
        set_problem(line, True)
        line.setFocus()


class PackDialog(PlaceSheet):
    """Writes the case of the controller as a package under a new password."""

    def __init__(
        self, controller: CaseController, parent: QWidget | None = None, *, folder: Path | None = None
    ) -> None:
        super().__init__(controller, parent)
        self.set_heading(self.tr("Casus als pakket"))
        code = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in controller.case.code).strip("-")
        name = "-".join(filter(None, ("casus", code))) + ENDING
        self.place.setText(str(free_path((folder or documents_folder()) / name)))
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
        self.add_place()
        self.body.addWidget(self.chosen)
        self.body.addWidget(self.texts)
        self.body.addWidget(note(self.tr("Geef het wachtwoord langs een andere weg door dan het bestand.")))
        self.done_text.hide()
        self.body.addWidget(self.done_text)
        self.close_button = self.add_cancel(self.tr("Sluiten"))
        self.ok = self.add_primary(self.tr("Pakket maken"))
        self.ok.clicked.connect(self._pack)

    def choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Waar komt het pakket?"), str(self.path), self.tr("Pakket (*{0})").format(ENDING)
        )
        if name:
            self.place.setText(name)

    @property
    def target(self) -> Path:
        """The file that will be written."""
        path = self.path
        return path if path.suffix.lower() == ENDING else path.with_name(path.name + ENDING)

    def _pack(self) -> None:
        self.say("")
        self.done_text.hide()
        if not self.place.text().strip():
            self.refuse(self.place, self.tr("Geef het bestand een naam."))
            return
        wrong, sentence = self.chosen.wanting()
        if wrong is not None:
            self.refuse(wrong, sentence)
            return
        self._set_at_work(True)
        controller, path, secret, texts = self._controller, self.target, self.chosen.text, self.texts.isChecked()
        book, case_id = controller.book, controller.case.id
        run(
            self,
            lambda: write_package(book, case_id, path, secret, texts=texts),
            lambda _: self._packed(path),
            self._failed,
        )

    def _packed(self, path: Path) -> None:
        self._set_at_work(False)
        self.chosen.forget()
        self.done_text.setText(self.tr("Gemaakt: {0}, in de map {1}.").format(path.name, path.parent))
        self.done_text.show()
        self.close_button.setFocus()

    def _failed(self, sentence: str) -> None:
        self._set_at_work(False)
        self.say(sentence)

    def _set_at_work(self, is_at_work: bool) -> None:
        self.set_busy(is_at_work, hold=True)
        for part in (self.ok, self.place, self.chosen, self.texts):
            part.setEnabled(not is_at_work)


class UnpackDialog(PlaceSheet):
    """Takes a package in as a new case. `taken` carries the id of that case."""

    taken = Signal(str)

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(controller, parent)
        self.set_heading(self.tr("Pakket inlezen"))
        self._failures = 0
        self._wait = Wait(self)
        self.secret = SecretLine(self.tr("Wachtwoord van het pakket"))
        self._build()
        self._wait.changed.connect(self._settle)
        self.secret.line.textChanged.connect(lambda _: set_problem(self.secret.line, False))
        self.finished.connect(lambda _: self.secret.line.clear())

    def _build(self) -> None:
        about = self.tr("De casus komt als nieuwe casus in dit casusboek; wat er al is, blijft zoals het is.")
        self.body.addWidget(plain_label(about, "soft"))
        self.add_place()
        box = column(4)
        box.addWidget(field_label(self.tr("Wachtwoord van het pakket"), self.secret.line))
        box.addWidget(self.secret)
        self.body.addLayout(box)
        self.add_cancel()
        self.ok = self.add_primary(self.tr("Inlezen"))
        self.ok.clicked.connect(self._unpack)

    def choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Welk pakket?"), str(documents_folder()), self.tr("Pakket (*{0})").format(ENDING)
        )
        if name:
            self.place.setText(name)
            self.secret.setFocus()

    def _unpack(self) -> None:
        self.say("")
        if not self.place.text().strip():
            self.refuse(self.place, self.tr("Kies eerst een pakket."))
            return
        if not self.secret.text:
            self.refuse(self.secret.line, self.tr("Vul het wachtwoord van het pakket in."))
            return
        self._set_at_work(True)
        book, path, secret = self._controller.book, self.path, self.secret.text
        run(self, lambda: unpack(book, path, secret), self._unpacked, self._failed)

    def _unpacked(self, unpacked: Unpacked) -> None:
        self._set_at_work(False)
        self.accept()
        self.taken.emit(unpacked.change.case.id)

    def _failed(self, sentence: str) -> None:
        self._failures += 1
        self._set_at_work(False)
        self.say(sentence)
        self.secret.setFocus()
        self.secret.line.selectAll()
        self._wait.begin(wait_seconds(self._failures))

    def _set_at_work(self, is_at_work: bool) -> None:
        self.set_busy(is_at_work, hold=True)
        for part in (self.ok, self.place, self.secret):
            part.setEnabled(not is_at_work)

    def _settle(self) -> None:
        wait = self._wait.left
        self.ok.setEnabled(not wait)
        self.ok.setText(self.tr("Wacht {0} s").format(wait) if wait else self.tr("Inlezen"))
