"""Conflict copies beside a casebook: which there are, and what is in one of them that is not in the open one.

The rule: looking changes nothing in either. A copy under another passphrase is asked for that.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.comparing import CaseDifference
from tijdlijn.services.conflicts import ConflictCopy, differences
from tijdlijn.services.passphrase import wait_seconds
from tijdlijn.ui.dialogs.difference_words import told
from tijdlijn.ui.dialogs.secret import SecretLine, Wait
from tijdlijn.ui.dialogs.sheet import Sheet
from tijdlijn.ui.guard_words import when
from tijdlijn.ui.tasks import run
from tijdlijn.ui.widgets import Choice, column, field_label, plain_label, scrolled

LEAST_HEIGHT = 240


class ConflictsDialog(Sheet):
    """Compares a casebook with its conflict copies. `open_asked` carries the path of one that is to be opened."""

    open_asked = Signal(Path)

    def __init__(self, book: OpenCasebook, copies: Sequence[ConflictCopy], parent: QWidget | None = None) -> None:
        super().__init__(parent, width=620)
        self._book, self._copies = book, copies
        self._failures = 0
        self._wait = Wait(self)
        self.set_heading(self.tr("Vergelijken met een kopie"))
        self.choice = Choice(self.tr("Kopie"))
        self.secret = SecretLine(self.tr("Wachtwoord van de kopie"))
        self._asked = QWidget()
        self.told = plain_label("")
        self._build()
        self._wait.changed.connect(self._settle)
        self.choice.currentIndexChanged.connect(lambda _: self._chosen())
        self.finished.connect(lambda _: self.secret.line.clear())
        self._chosen()

    def _build(self) -> None:
        for copy in self._copies:
            moment = when(copy.changed, self._book.today)
            self.choice.addItem(self.tr("{0} — gewijzigd {1}").format(copy.path.name, moment))
        self.body.addWidget(self.choice)
        field = column(4)
        field.addWidget(field_label(self.tr("Wachtwoord van de kopie"), self.secret.line))
        field.addWidget(self.secret)
        self._asked.setLayout(field)
        self.body.addWidget(self._asked)
        held = QWidget()
        inner = column(0)
        inner.addWidget(self.told)
        inner.addStretch(1)
        held.setLayout(inner)
        area = scrolled(held)
        area.setMinimumHeight(LEAST_HEIGHT)
        self.body.addWidget(area)
        self.add_cancel(self.tr("Sluiten"))
        self.open_copy = self.add_button(self.tr("Kopie openen"))
        self.open_copy.clicked.connect(self._open)
        self.ok = self.add_primary(self.tr("Vergelijken"))
        self.ok.clicked.connect(self._compare)

    @property
    def copy(self) -> ConflictCopy:
        """The copy that is chosen."""
        return self._copies[self.choice.currentIndex()]

    def _chosen(self) -> None:
        self.say("")
        self.secret.line.clear()
        self._asked.setVisible(not self.copy.is_open_to_us)
        self.ok.setVisible(not self.copy.is_open_to_us)
        self.told.setText("")
        if self.copy.is_open_to_us:
            self._compare()

    def _compare(self) -> None:
        book, copy = self._book, self.copy
        secret = None if copy.is_open_to_us else self.secret.text
        self.say("")
        self._set_at_work(True)

        def compared(found: tuple[CaseDifference, ...]) -> None:
            self._set_at_work(False)
            none = self.tr("Er is geen verschil: in de kopie staat hetzelfde als hier. U kunt de kopie weggooien.")
            self.told.setText(told(found) or none)

        run(self, lambda: differences(book, copy.path, secret), compared, self._failed)

    def _failed(self, sentence: str) -> None:
        self._set_at_work(False)
        self.say(sentence)
        self._failures += 1
        self._wait.begin(wait_seconds(self._failures))

    def _set_at_work(self, is_at_work: bool) -> None:
        self.set_busy(is_at_work, hold=True)
        for part in (self.choice, self.ok, self.open_copy, self.secret):
            part.setEnabled(not is_at_work)

    def _settle(self) -> None:
        wait = self._wait.left
        self.ok.setEnabled(not wait)
        self.ok.setText(self.tr("Wacht {0} s").format(wait) if wait else self.tr("Vergelijken"))

    def _open(self) -> None:
        self.accept()
        self.open_asked.emit(self.copy.path)
