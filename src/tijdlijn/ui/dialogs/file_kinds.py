"""Which kind of file: one of a few, each with what it is good for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from tijdlijn.ui.widgets import column, plain_label, row


class FileKind(NamedTuple):
    """A kind of file: its ending, its name, and what it is good for."""

    ending: str
    name: str
    about: str


class KindChoice(QWidget):
    """A line for each kind, of which one is chosen. `changed` comes when another is."""

    changed = Signal()

    def __init__(self, kinds: Sequence[FileKind], names_width: int) -> None:
        super().__init__()
        self._kinds = tuple(kinds)
        self._group = QButtonGroup(self)
        layout = column(4)
        for at, kind in enumerate(self._kinds):
            choice = QRadioButton(_tr(kind.name))
            choice.setChecked(at == 0)
            choice.setAccessibleDescription(_tr(kind.about))
            choice.setMinimumWidth(names_width)
            choice.toggled.connect(lambda is_on: self.changed.emit() if is_on else None)
            self._group.addButton(choice, at)
            line = row(8)
            line.addWidget(choice)
            line.addWidget(plain_label(_tr(kind.about), "soft"), 1)
            layout.addLayout(line)
        self.setLayout(layout)

    @property
    def kind(self) -> FileKind:
        """The kind that is chosen."""
        return self._kinds[self._group.checkedId()]

    def choose(self, ending: str) -> None:
        """Choose a kind by its ending, as a click on it does."""
        self._group.button([kind.ending for kind in self._kinds].index(ending)).click()


def _tr(text: str) -> str:
    return QCoreApplication.translate("kinds", text)
