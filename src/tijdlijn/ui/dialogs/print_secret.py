"""The password of what is printed to a file: typed twice, judged at once, kept nowhere."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from tijdlijn.services import passphrase as passphrases
from tijdlijn.ui.dialogs.secret import SecretLine
from tijdlijn.ui.widgets import column, field_label, plain_label, quiet_button, set_problem


class PrintPassword(QWidget):
    """A switch, and two lines while it is on. `changed` comes when something is typed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.on = QCheckBox(self.tr("PDF met een wachtwoord"))
        self.secret = SecretLine(self.tr("Wachtwoord van de PDF"))
        self.again = SecretLine(self.tr("Wachtwoord nog eens"))
        self.strength = plain_label("", "small")
        self.propose = quiet_button(self.tr("Stel vijf woorden voor"))
        self._body = QWidget()
        self._build()
        self.on.toggled.connect(self._switch)
        self.propose.clicked.connect(self._propose)
        for line in (self.secret.line, self.again.line):
            line.textChanged.connect(lambda _: self._judge())
        self._judge()

    @property
    def text(self) -> str:
        """The password that was chosen; empty for none."""
        return self.secret.text if self.on.isChecked() else ""

    def wanting(self) -> str:
        """Why it cannot be used, in a sentence; empty when it can, and when none is asked for."""
        if not self.on.isChecked():
            return ""
        if weak := passphrases.weakness(self.secret.text):
            return weak if self.secret.text else self.tr("Typ een wachtwoord voor de PDF.")
        if self.secret.text != self.again.text:
            return self.tr("De twee wachtwoorden zijn niet gelijk. Typ het nog eens.")
        return ""

    def forget(self) -> None:
        """Empty the lines."""
        self.secret.line.clear()
        self.again.line.clear()

    def _build(self) -> None:
        inner = column(4)
        inner.setContentsMargins(0, 4, 0, 0)
        inner.addWidget(field_label(self.tr("Wachtwoord van de PDF"), self.secret.line))
        inner.addWidget(self.secret)
        inner.addWidget(self.strength)
        inner.addWidget(field_label(self.tr("Wachtwoord nog eens"), self.again.line))
        inner.addWidget(self.again)
        inner.addWidget(self.propose)
        self._body.setLayout(inner)
        self._body.hide()
        layout = column(0)
        layout.addWidget(self.on)
        layout.addWidget(self._body)
        self.setLayout(layout)

    def _switch(self, is_on: bool) -> None:
        self._body.setVisible(is_on)
        if not is_on:
            self.forget()
        self.changed.emit()

    def _propose(self) -> None:
        words = passphrases.propose()
        for line in (self.secret, self.again):
            line.line.setText(words)
            line.show_text(True)

    def _judge(self) -> None:
        typed, again = self.secret.text, self.again.text
        set_problem(self.again.line, bool(again) and not typed.startswith(again))
        if not typed:
            self.strength.setText(self.tr("Minstens 12 tekens; vijf losse woorden zijn sterk en te onthouden."))
        else:
            said = passphrases.weakness(typed) or self.tr("Dit is een goed wachtwoord.")
            self.strength.setText(said)
        self.changed.emit()
