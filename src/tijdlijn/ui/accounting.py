"""Giving account of a casebook: its log, the inspection of one person, the processing statement, how long it is kept.

The rule: a dialog of its own does the work; here is only which.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tijdlijn.ui.controller import CaseController


class Accounting(QObject):
    """The commands about giving account, of one case on the screen."""

    def __init__(self, controller: CaseController, space: QWidget) -> None:
        super().__init__(space)
        self._controller = controller
        self._space = space

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """The commands of the menus by their ids."""
        return {
            "logbook": self.show_log,
            "subject_access": self.give_access,
            "processing": self.state_processing,
            "retention_terms": self.change_terms,
        }

    def show_log(self) -> None:
        """Show who did what with the casebook."""
        from tijdlijn.ui.logbook.dialog import LogDialog

        LogDialog(self._controller.book, self._space.window()).open()

    def give_access(self) -> None:
        """Ask for whom everything about him or her is brought together, and where that goes."""
        from tijdlijn.ui.dialogs.access_dialog import AccessDialog

        AccessDialog(self._controller, self._space.window()).open()

    def state_processing(self) -> None:
        """Ask where the processing statement goes."""
        from tijdlijn.ui.dialogs.processing_dialog import ProcessingDialog

        ProcessingDialog(self._controller, self._space.window()).open()

    def change_terms(self) -> None:
        """Show how long cases are kept, to be changed."""
        from tijdlijn.ui.dialogs.terms_dialog import TermsDialog

        TermsDialog(self._controller, self._space.window()).open()
