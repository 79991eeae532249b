"""Where what is printed goes: the line with a file, and what is to be said of it.

The rule: a proposed name is that of the case's code, never of a person.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from tijdlijn.model.casebook import Case
from tijdlijn.services.files import free_path
from tijdlijn.ui.widgets import button, plain_label, row, set_problem

ENDING = ".pdf"


def proposed_name(case: Case) -> str:
    """A name for the file without names of people: the code of the case, when it has one."""
    code = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in case.code).strip("-")
    return (f"tijdlijn-{code}" if code else "tijdlijn") + ENDING


class FilePlace(QWidget):
    """A line with the path of a file and a button to browse. `changed` comes when another file is meant."""

    changed = Signal()

    def __init__(self, name: str, folder: Path | None = None) -> None:
        super().__init__()
        self._folder = folder or Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home()
        )
        self.line = QLineEdit(str(free_path(self._folder / name)))
        self.line.setAccessibleName(self.tr("Bestand"))
        self.line.setMinimumWidth(120)
        self.browse = button(self.tr("Bladeren…"), self._browse)
        label = plain_label(self.tr("Bestand"), "label", wrap=False)
        label.setBuddy(self.line)
        layout = row(8)
        layout.addWidget(label)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.browse)
        self.setLayout(layout)
        self.line.textChanged.connect(lambda _: self._check())
        self.line.setCursorPosition(len(self.line.text()))

    @property
    def path(self) -> Path:
        """The file that will be written."""
        typed = Path(self.line.text().strip()).expanduser()
        typed = typed if typed.is_absolute() else self._folder / typed
        return typed if typed.suffix.lower() == ENDING else typed.with_name(typed.name + ENDING)

    @property
    def has_name(self) -> bool:
        """Whether a file is named."""
        return bool(Path(self.line.text().strip()).name)

    def said(self, is_locked: bool) -> str:
        """What its user should know of this file."""
        if not self.has_name:
            return self.tr("Geef het bestand een naam.")
        if self.path.exists():
            return self.tr("Er is al een bestand met deze naam; dat wordt vervangen.")
        if is_locked:
            return self.tr("Alleen wie het wachtwoord heeft kan dit bestand lezen.")
        return self.tr("Dit bestand is niet versleuteld. Bewaar het waar alleen u erbij kunt.")

    def _check(self) -> None:
        set_problem(self.line, not self.has_name)
        self.changed.emit()

    def _browse(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Waar komt het bestand?"),
            str(self.path),
            "PDF (*.pdf)",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self.line.setText(name)
