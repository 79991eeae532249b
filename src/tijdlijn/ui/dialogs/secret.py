"""What every sheet about passphrases is made of: a line for one, the choice of a new one, and having to wait.

The rule: a passphrase is kept nowhere but in its line, which is emptied when its sheet closes.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSizePolicy, QWidget

from tijdlijn.services import passphrase as passphrases
from tijdlijn.services import recovery
from tijdlijn.ui.widgets import IconButton, column, plain_label, quiet_button, row, set_problem


class SecretLine(QWidget):
    """A line for a passphrase, with an eye that shows what was typed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(name)
        self.eye = IconButton("eye", self.tr("Wachtwoord tonen"))
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self.show_text)
        layout = row(4)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.eye)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.line)

    @property
    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    def show_text(self, is_shown: bool) -> None:
        """Show what was typed, or dots."""
        self.eye.setChecked(is_shown)
        self.eye.set_icon("eye-off" if is_shown else "eye")
        self.eye.set_name(self.tr("Wachtwoord verbergen") if is_shown else self.tr("Wachtwoord tonen"))
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)


class NewPassphrase(QWidget):
    """The choice of a new passphrase, typed twice or proposed and judged at once, and of a recovery sheet with it."""

    def __init__(self, name: str, again: str) -> None:
        super().__init__()
        self.secret = SecretLine(name)
        self.again = SecretLine(again)
        self.strength = plain_label("", "small")
        self.sheet = QCheckBox(self.tr("Herstelblad maken om af te drukken"))
        self._build(name, again)
        self.secret.line.textChanged.connect(lambda _: self._judge())
        self.again.line.textChanged.connect(lambda _: set_problem(self.again.line, False))
        self._judge()

    @property
    def text(self) -> str:
        """The passphrase that was chosen."""
        return self.secret.text

    @property
    def wants_sheet(self) -> bool:
        """Whether a recovery sheet is asked for."""
        return self.sheet.isChecked()

    def propose(self) -> None:
        """Fill in five random words, and show them so that they can be written down."""
        words = passphrases.propose()
        for line in (self.secret, self.again):
            line.line.setText(words)
            line.show_text(True)
        self.secret.setFocus()

    def wanting(self) -> tuple[QLineEdit | None, str]:
        """The first line that is not in order, and what is wrong with it."""
        wanting = passphrases.weakness(self.text) or (recovery.unfit(self.text) if self.wants_sheet else None)
        if wanting:
            return self.secret.line, wanting
        if self.text != self.again.text:
            return self.again.line, self.tr("De twee wachtwoorden zijn niet gelijk. Typ het nog eens.")
        return None, ""

    def without_sheet(self) -> None:
        """Offer no recovery sheet: what is under this passphrase can be made again."""
        self.sheet.hide()
        self._about_sheet.hide()

    def forget(self) -> None:
        """Empty the lines."""
        self.secret.line.clear()
        self.again.line.clear()

    def _build(self, name: str, again: str) -> None:
        suggest = quiet_button(self.tr("Stel vijf woorden voor"))
        suggest.clicked.connect(self.propose)
        head = row(8)
        head.addWidget(plain_label(name, "label"), 1)
        head.addWidget(suggest)
        layout = column(4)
        layout.addLayout(head)
        layout.addWidget(self.secret)
        layout.addWidget(self.strength)
        layout.addSpacing(4)
        layout.addWidget(plain_label(again, "label"))
        layout.addWidget(self.again)
        layout.addSpacing(8)
        layout.addWidget(self.sheet)
        self._about_sheet = plain_label(
            self.tr(
                "Eén vel met het wachtwoord, voor in de kluis. Het komt als PDF naast het casusboek: druk het af, "
                "berg het op en verwijder daarna het bestand."
            ),
            "small",
        )
        layout.addWidget(self._about_sheet)
        self.setLayout(layout)

    def _judge(self) -> None:
        """Say of a passphrase, while it is typed, what is still wanting."""
        set_problem(self.secret.line, False)
        if not self.text:
            self.strength.setText(self.tr("Minstens 12 tekens; vijf losse woorden zijn sterk en te onthouden."))
            return
        self.strength.setText(passphrases.weakness(self.text) or self.tr("Dit is een goed wachtwoord."))


class Wait(QTimer):
    """The seconds to wait after passphrases that were wrong: longer after each. `changed` comes when fewer are left."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setInterval(1_000)
        self.left = 0
        self.timeout.connect(self._count_down)

    def begin(self, seconds: float) -> None:
        """Wait this long, in whole seconds."""
        self.left = math.ceil(seconds)
        if self.left:
            self.start()
        self.changed.emit()

    def _count_down(self) -> None:
        self.left = max(0, self.left - 1)
        if not self.left:
            self.stop()
        self.changed.emit()
