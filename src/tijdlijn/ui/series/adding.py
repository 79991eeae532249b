"""Files that join a series: chosen at once, opened with one passphrase, those that stay closed said one by one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from tijdlijn.services.series import JSON
from tijdlijn.ui.dialogs.secret import SecretLine, Wait
from tijdlijn.ui.widgets import button, column, field_label, plain_label, primary_button, row

KINDS = "*.tijdlijn *.tijdlijn-pakket *.json"


class ClosedFiles(QFrame):
    """Asks the passphrase of files that are closed. `asked` carries the files and what was typed."""

    asked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "note")
        self.files: tuple[Path, ...] = ()
        self._wait = Wait(self)
        self.about = plain_label("", "strong")
        name = self.tr("Wachtwoord van deze bestanden")
        self.secret = SecretLine(name)
        self.open_button = primary_button(self.tr("Openen"))
        self.skip = button(self.tr("Overslaan"), lambda: self.ask(()))
        beside = row(8)
        for widget in (field_label(name, self.secret.line, beside=True), self.secret, self.open_button, self.skip):
            beside.addWidget(widget, 1 if widget is self.secret else 0)
        layout = column(6)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.addWidget(self.about)
        layout.addLayout(beside)
        self.setLayout(layout)
        self.hide()
        self.open_button.clicked.connect(lambda _=False: self._open())
        self.secret.line.returnPressed.connect(self._open)
        self.secret.line.textChanged.connect(lambda _: self._settle())
        self._wait.changed.connect(self._settle)

    def ask(self, files: Sequence[Path], wait: float = 0.0) -> None:
        """Ask for these, after so many seconds; for none it goes."""
        self.files = tuple(files)
        names = ", ".join(path.name for path in self.files)
        self.about.setText(self.tr("Met een wachtwoord gesloten: {0}").format(names))
        self.secret.line.clear()
        self.setVisible(bool(self.files))
        self._wait.begin(wait)
        if self.files:
            self.secret.setFocus()
        self._settle()

    def _open(self) -> None:
        if self.open_button.isEnabled():
            files, secret = self.files, self.secret.text
            self.secret.line.clear()
            self.asked.emit(files, secret)

    def _settle(self) -> None:
        left = self._wait.left
        self.open_button.setEnabled(bool(self.secret.text) and not left)
        self.open_button.setText(self.tr("Wacht {0} s").format(left) if left else self.tr("Openen"))


def choose_files(parent: QWidget) -> tuple[Path, ...]:
    """The files that somebody points at."""
    tr = parent.tr
    names, _ = QFileDialog.getOpenFileNames(
        parent, tr("Welke gezinnen komen erbij?"), "", f"{tr('Casusboeken, pakketten en JSON-exports')} ({KINDS})"
    )
    return tuple(Path(name) for name in names)


def is_closed(path: Path) -> bool:
    """Whether a file of this name has a passphrase."""
    return path.suffix.lower() != JSON
