"""Putting the open casebook under another passphrase. The work is in the background and cannot be left halfway."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from tijdlijn.services import recovery
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.example import example_place
from tijdlijn.services.passphrase import wait_seconds
from tijdlijn.ui.dialogs.secret import NewPassphrase, SecretLine, Wait
from tijdlijn.ui.dialogs.sheet import Sheet, note
from tijdlijn.ui.tasks import run
from tijdlijn.ui.widgets import ElidedLabel, column, plain_label, set_problem


class ChangePassphraseDialog(Sheet):
    """Asks for the present passphrase and the new one. `changed` carries the `recovery.Written` when it is done."""

    changed = Signal(object)

    def __init__(self, book: OpenCasebook, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=520)
        self.set_heading(self.tr("Wachtwoord wijzigen"))
        self._book = book
        self._failures = 0
        self._wait = Wait(self)
        self.present = SecretLine(self.tr("Huidig wachtwoord"))
        self.chosen = NewPassphrase(self.tr("Nieuw wachtwoord"), self.tr("Nieuw wachtwoord nog eens"))
        self._build()
        self._wait.changed.connect(self._settle)
        self.present.line.textChanged.connect(lambda _: set_problem(self.present.line, False))
        self.finished.connect(lambda _: self._forget())
        self.present.setFocus()

    def _build(self) -> None:
        self.body.addWidget(ElidedLabel(self._book.path.name, "soft", middle=True))
        present = column(4)
        present.addWidget(plain_label(self.tr("Huidig wachtwoord"), "label"))
        present.addWidget(self.present)
        self.body.addLayout(present)
        self.body.addWidget(self.chosen)
        self.body.addWidget(
            note(
                self.tr(
                    "Reservekopieën die er al zijn openen met het oude wachtwoord, en een ouder herstelblad hoort "
                    "daarbij. Is het oude wachtwoord uitgelekt, laat de reservekopieën dan verwijderen. Er wordt "
                    "meteen een nieuwe gemaakt. Kopieën die u zelf ergens anders bewaarde, verwijdert u zelf."
                )
            )
        )
        self.forget_copies = QCheckBox(self.tr("Reservekopieën met het oude wachtwoord verwijderen"))
        self.forget_copies.setChecked(True)
        self.body.addWidget(self.forget_copies)
        self.add_cancel()
        self.ok = self.add_primary(self.tr("Wachtwoord wijzigen"))
        self.ok.clicked.connect(self._change)

    def _change(self) -> None:
        wrong, sentence = self._wanting()
        self.say(sentence)
        if wrong is not None:
            set_problem(wrong, True)
            wrong.setFocus()
            return
        self._set_at_work(True)
        book, present, new, with_sheet = self._book, self.present.text, self.chosen.text, self.chosen.wants_sheet
        forget = self.forget_copies.isChecked()
        run(
            self,
            lambda: recovery.change_passphrase(book, present, new, with_sheet=with_sheet, forget_copies=forget),
            self._done,
            self._failed,
        )

    def _wanting(self) -> tuple[QLineEdit | None, str]:
        """The first line that is not in order, and what is wrong with it."""
        if self._book.path == example_place():
            return self.present.line, self.tr(
                "Dit is het voorbeeld; dat houdt het wachtwoord dat iedereen kent. Maak voor een gezin een nieuw "
                "casusboek."
            )
        if not self.present.text:
            return self.present.line, self.tr("Vul eerst het huidige wachtwoord in.")
        if self.chosen.text == self.present.text:
            return self.chosen.secret.line, self.tr("Het nieuwe wachtwoord is hetzelfde als het huidige.")
        return self.chosen.wanting()

    def _done(self, written: recovery.Written) -> None:
        self.accept()
        self.changed.emit(written)

    def _failed(self, sentence: str) -> None:
        self._failures += 1
        self._set_at_work(False)
        self.say(sentence)
        self.present.setFocus()
        self.present.line.selectAll()
        self._wait.begin(wait_seconds(self._failures))

    def _set_at_work(self, is_at_work: bool) -> None:
        self.set_busy(is_at_work, hold=True)
        for part in (self.present, self.chosen, self.forget_copies, self.ok):
            part.setEnabled(not is_at_work)

    def _settle(self) -> None:
        wait = self._wait.left
        self.ok.setEnabled(not wait)
        self.ok.setText(self.tr("Wacht {0} s").format(wait) if wait else self.tr("Wachtwoord wijzigen"))

    def _forget(self) -> None:
        self.present.line.clear()
        self.chosen.forget()
