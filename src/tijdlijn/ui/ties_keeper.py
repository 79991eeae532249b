"""The links of the snapshot that is shown: made when somebody first asks, behind the screen when the case is large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tijdlijn.analysis.links import Tie, Ties, find_links
from tijdlijn.model.casebook import Case
from tijdlijn.ui.tasks import run

if TYPE_CHECKING:
    from tijdlijn.ui.controller import CaseController

AT_ONCE = 1_500
"""Entries up to which the links are found while somebody waits: in less than a hundredth of a second."""


class TiesKeeper(QObject):
    """Belongs to one controller. `ready` comes when links were found that were not there when they were asked for."""

    ready = Signal()

    def __init__(self, controller: CaseController) -> None:
        super().__init__(controller)
        self._controller = controller
        self._ties: Ties | None = None

    @property
    def ties(self) -> Ties:
        """The links of the present snapshot; of a large case for a moment only those that somebody drew."""
        case = self._controller.case
        if self._ties is None or self._ties.case is not case:
            if len(case.entries) <= AT_ONCE:
                self._ties = Ties(case, find_links(case))
            else:
                self._ties = Ties(case, ())
                run(self, lambda: find_links(case), lambda found: self._take(case, found), lambda _: None)
        return self._ties

    def _take(self, case: Case, found: tuple[Tie, ...]) -> None:
        if case is self._controller.case:
            self._ties = Ties(case, found)
            self.ready.emit()
