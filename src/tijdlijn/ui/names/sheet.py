"""The review of names as a window of its own, for what leaves without a dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.names.gate import NamesGate
from tijdlijn.ui.names.review import NamesReview

WIDTH, HEIGHT = 860, 620


class NamesSheet(QDialog):
    """Holds `gate`, and is only seen while names are decided about."""

    def __init__(self, controller: CaseController, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Namen nakijken"))
        self.resize(WIDTH, HEIGHT)
        self.gate = NamesGate(controller, self, self)
        self.gate.asked.connect(self.open)
        self.page.done.connect(self.hide)
        self.page.left.connect(self.hide)
        self.rejected.connect(self.gate.forget)

    @property
    def page(self) -> NamesReview:
        """Where the names are decided about."""
        return self.gate.page

    def cleared(self, then: Callable[[], object]) -> None:
        """Do something once every name that looks unregistered was decided about; nothing when its user goes back."""
        self.gate.cleared(then)
