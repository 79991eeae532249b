"""What help cost: the commands about it, of one case on the screen.

The rule: a dialog of its own does the work; here is only which.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tijdlijn.ui.controller import CaseController


class Costing(QObject):
    """The commands about costs."""

    def __init__(self, controller: CaseController, space: QWidget) -> None:
        super().__init__(space)
        self._controller = controller
        self._space = space

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """The commands of the menus by their ids."""
        return {"costs": self.show_costs, "rates": self.change_rates}

    def show_costs(self) -> None:
        """Show what help cost."""
        from tijdlijn.ui.costs.dialog import CostsDialog

        CostsDialog(self._controller, self._space.window()).open()

    def change_rates(self) -> None:
        """Show the table of rates, to be changed."""
        from tijdlijn.ui.dialogs.rates_dialog import RatesDialog

        RatesDialog(self._controller, self._space.window()).open()
