"""Where a file goes or comes from: the line with its path, the button to browse, and what is to be said of it.

The rule: a proposed name is that of the case's code, never of a person (`files.name_for`), and never that of a file
that is there. A name that somebody typed stays; only its ending goes with the kind of file.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from tijdlijn.services.files import free_path
from tijdlijn.ui.widgets import button, column, field_label, row, set_problem


def _documents_folder() -> Path:
    """Where files of the user usually are."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


class _Place(QWidget):
    """A line with the path of a file and a button to browse. `changed` comes when another file is meant, `chosen` when
    that was by browsing.

    With `above` the name of the line stands above it.
    """

    changed = Signal()
    chosen = Signal()

    def __init__(self, folder: Path | None, *, above: bool) -> None:
        super().__init__()
        self._folder = folder or _documents_folder()
        self.line = QLineEdit()
        self.line.setMinimumWidth(120)
        self.browse = button(self.tr("Bladeren…"), self._browse)
        self._build(above)
        self.line.textChanged.connect(lambda _: self._check())

    @property
    def path(self) -> Path:
        """The file that is meant."""
        typed = Path(self.line.text().strip()).expanduser()
        return typed if typed.is_absolute() else self._folder / typed

    @property
    def has_name(self) -> bool:
        """Whether a file is named."""
        return bool(Path(self.line.text().strip()).name)

    def _build(self, above: bool) -> None:
        beside = row(8)
        if above:
            layout: QVBoxLayout = column(4)
            layout.addWidget(field_label(self.tr("Bestand"), self.line))
            layout.addLayout(beside)
            self.setLayout(layout)
        else:
            beside.addWidget(field_label(self.tr("Bestand"), self.line, beside=True))
            self.setLayout(beside)
        beside.addWidget(self.line, 1)
        beside.addWidget(self.browse)

    def _check(self) -> None:
        set_problem(self.line, not self.has_name)
        self.changed.emit()

    def _browse(self) -> None:
        raise NotImplementedError

    def _take(self, name: str) -> None:
        if name:
            self.line.setText(name)
            self.chosen.emit()


class FilePlace(_Place):
    """Where a file is written: with the ending of its kind, `named` as in a list of kinds."""

    def __init__(self, name: str, ending: str, named: str, folder: Path | None = None, *, above: bool = False) -> None:
        super().__init__(folder, above=above)
        self._ending, self._named, self._proposed = ending, named, ""
        self._propose(name)

    @property
    def path(self) -> Path:
        """The file that will be written."""
        typed = super().path
        return typed if typed.suffix.lower() == self._ending else typed.with_name(typed.name + self._ending)

    def set_kind(self, name: str, ending: str, named: str) -> None:
        """Write another kind of file, proposed under this name where nobody gave another."""
        before, self._ending, self._named = self._ending, ending, named
        if self.line.text() == self._proposed:
            self._propose(name)
        elif Path(self.line.text().strip()).suffix.lower() == before:
            self.line.setText(str(Path(self.line.text().strip()).with_suffix(ending)))

    def said(self, is_locked: bool) -> str:
        """What its user should know of this file."""
        if not self.has_name:
            return self.tr("Geef het bestand een naam.")
        if self.path.exists():
            return self.tr("Er is al een bestand met deze naam; dat wordt vervangen.")
        if is_locked:
            return self.tr("Alleen wie het wachtwoord heeft kan dit bestand lezen.")
        return self.tr("Dit bestand is niet versleuteld. Bewaar het waar alleen u erbij kunt.")

    def _propose(self, name: str) -> None:
        self._proposed = str(free_path(self._folder / (name + self._ending)))
        self.line.setText(self._proposed)
        self.line.setCursorPosition(len(self._proposed))

    def _browse(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Waar komt het bestand?"),
            str(self.path),
            f"{self._named} (*{self._ending})",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        self._take(name)


class SourcePlace(_Place):
    """Which file is read, of one kind."""

    def __init__(self, ending: str, named: str, folder: Path | None = None) -> None:
        super().__init__(folder, above=True)
        self._kind = f"{named} (*{ending})"

    def _browse(self) -> None:
        self._take(QFileDialog.getOpenFileName(self, self.tr("Welk bestand?"), str(self._folder), self._kind)[0])
