"""The bar that says that the time for which a case may be kept is over, or nearly, and what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from tijdlijn.model.problems import Problem
from tijdlijn.services.retention import warning
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.widgets import IconButton, column, plain_label, row


class RetentionBar(QFrame):
    """In view from thirty days before; who closes it sees it again when the case is opened anew or the day changes."""

    def __init__(self, controller: CaseController) -> None:
        super().__init__()
        self._controller = controller
        self._closed = ""
        self.setProperty("role", "amber")
        self.text = plain_label("")
        self.close_button = IconButton("close", self.tr("Melding sluiten"), self._close)
        across = row(8)
        across.setContentsMargins(12, 6, 8, 6)
        across.addWidget(self.text, 1)
        across.addWidget(self.close_button)
        layout = column(0)
        layout.addLayout(across)
        self.setLayout(layout)
        controller.case_changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Say what is to be said now."""
        try:
            said = warning(self._controller.book, self._controller.case)
        except Problem:  # a file that went away is told of where something is done with it
            return
        self.text.setText(said)
        self.setVisible(bool(said) and said != self._closed)

    def _close(self) -> None:
        self._closed = self.text.text()
        self.hide()
