"""A line in which a name is typed that is known or new, with completion from what is known."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from tijdlijn.language.folding import fold


class NameInput(QLineEdit):
    """Enter or a choice from the list gives the name and empties the line. Leaving it gives nothing and keeps it."""

    given = Signal(str)

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(f"+  {hint}")
        self.setProperty("role", "add")
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setMaxVisibleItems(10)
        self._completer.activated.connect(self._chosen, Qt.ConnectionType.QueuedConnection)
        self.setCompleter(self._completer)
        self.returnPressed.connect(self._give)

    def set_names(self, names: Iterable[str]) -> None:
        """The names to complete with."""
        self._names.setStringList(sorted(names, key=fold))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down and not self.text():
            self._completer.setCompletionPrefix("")
            self._completer.complete()
        else:
            super().keyPressEvent(event)

    def _chosen(self, name: str) -> None:
        if self.text() == name:
            self._give()

    def _give(self) -> None:
        name = " ".join(self.text().split())
        if name:
            self.clear()
            self.given.emit(name)
