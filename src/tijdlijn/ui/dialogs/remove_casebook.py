"""Removing the open casebook with all its backups: only who types its passphrase can."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tijdlijn.services import backups
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.passphrase import wait_seconds
from tijdlijn.ui.dialogs.secret import SecretLine, Wait
from tijdlijn.ui.dialogs.sheet import Sheet, note
from tijdlijn.ui.tasks import run
from tijdlijn.ui.widgets import ElidedLabel, column, plain_label, set_problem


class RemoveCasebookDialog(Sheet):
    """Asks for the passphrase, and removes. `removed` comes when it is gone and closed."""

    removed = Signal()

    def __init__(self, book: OpenCasebook, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=520)
        self.set_heading(self.tr("Casusboek definitief verwijderen"))
        self._book, self._failures = book, 0
        self._wait = Wait(self)
        self._wait.changed.connect(self._settle)
        self.secret = SecretLine(self.tr("Wachtwoord van dit casusboek"))
        self.secret.line.textChanged.connect(lambda _: self._settle())
        self.finished.connect(lambda _: self.secret.line.clear())
        self._build()
        self._settle()
        self.secret.setFocus()

    def _build(self) -> None:
        self.body.addWidget(ElidedLabel(self._book.path.name, "strong", middle=True))
        cases, copies = len(self._book.cases()), len(backups.found(self._book))
        told = [
            self.tr("1 casus") if cases == 1 else self.tr("{0} casussen").format(cases),
            self.tr("1 reservekopie") if copies == 1 else self.tr("{0} reservekopieën").format(copies),
        ]
        self.told = plain_label(
            self.tr("Verwijderd worden: {0}, en alles wat daarbij hoort. Dit kan niet ongedaan worden gemaakt.").format(
                self.tr(" en ").join(told)
            )
        )
        self.body.addWidget(self.told)
        self.body.addWidget(
            note(
                self.tr(
                    "Wat u zelf ergens anders bewaarde (afdrukken, tabellen, pakketten, kopieën, een herstelblad), "
                    "blijft bestaan."
                )
            )
        )
        asked = column(4)
        asked.addWidget(plain_label(self.tr("Typ het wachtwoord van dit casusboek om door te gaan"), "label"))
        asked.addWidget(self.secret)
        self.body.addLayout(asked)
        self.add_cancel().setDefault(True)
        self.ok = self.add_button(self.tr("Voorgoed verwijderen"))
        self.ok.setProperty("role", "danger")
        self.ok.clicked.connect(self._remove)

    def _remove(self) -> None:
        self.say("")
        set_problem(self.secret.line, False)
        self._set_at_work(True)
        book, typed = self._book, self.secret.text
        run(self, lambda: backups.remove_casebook(book, typed), self._done, self._failed)

    def _done(self, _: None) -> None:
        self._set_at_work(False)
        self.accept()
        self.removed.emit()

    def _failed(self, sentence: str) -> None:
        self._failures += 1
        self._set_at_work(False)
        self.say(sentence)
        set_problem(self.secret.line, True)
        self.secret.setFocus()
        self.secret.line.selectAll()
        self._wait.begin(wait_seconds(self._failures))

    def _set_at_work(self, is_at_work: bool) -> None:
        self.set_busy(is_at_work, hold=True)
        self.secret.setEnabled(not is_at_work)
        self.ok.setEnabled(not is_at_work)

    def _settle(self) -> None:
        wait = self._wait.left
        self.ok.setEnabled(bool(self.secret.text) and not wait)
        self.ok.setText(self.tr("Wacht {0} s").format(wait) if wait else self.tr("Voorgoed verwijderen"))
