"""The switch between the pages of a case: timeline, dossier and meetings. What is pressed in is the page in view."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy, QWidget

from tijdlijn.ui.widgets import row, set_tip

TIMELINE, DOSSIER, MEETINGS = 0, 1, 2


class PageSwitch(QFrame):
    """`chosen` carries the number of the page that is asked for."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "switch")
        self.setAccessibleName(self.tr("Pagina"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        layout = row(2)
        layout.setContentsMargins(3, 3, 3, 3)
        self.buttons = []
        for number, words, key in (
            (TIMELINE, self.tr("Tijdlijn"), "F7"),
            (DOSSIER, self.tr("Dossier"), "F7"),
            (MEETINGS, self.tr("Bijeenkomst"), "F8"),
        ):
            made = QPushButton(words)
            made.setCheckable(True)
            made.setAutoDefault(False)
            made.setProperty("role", "page")
            set_tip(made, self.tr("{0} tonen ({1})").format(words, key))
            self._group.addButton(made, number)
            layout.addWidget(made)
            self.buttons.append(made)
        self.setLayout(layout)
        self._group.idClicked.connect(self.chosen)
        self.show_page(TIMELINE)

    def show_page(self, number: int) -> None:
        """Show which page is in view; Tab stops at that button only, arrows go to the others."""
        self.buttons[number].setChecked(True)
        for made in self.buttons:
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if made.isChecked() else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit((self._group.checkedId() + 1) % len(self.buttons))
        else:
            super().keyPressEvent(event)
