"""The commands about accounts that contradict each other, for the entries that are selected.

The rule: of one entry they are about all that contradicts it, of two about these two.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from tijdlijn.analysis.accounts import by_entry
from tijdlijn.analysis.contradictions import Contradiction, find_contradictions
from tijdlijn.model.casebook import Case
from tijdlijn.services.contradictions import follow, forget, keep_apart, kept_apart, verdicts_of
from tijdlijn.ui.controller import CaseController


class Deciding(QObject):
    """Decides about the contradictions of one case."""

    def __init__(self, controller: CaseController, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._found: tuple[Case | None, dict[str, tuple[Contradiction, ...]]] = (None, {})

    @property
    def commands(self) -> dict[str, Callable[[], object]]:
        """What each command of the menus does, by its id."""
        return {"follow_account": self.follow, "keep_apart": self.keep_apart, "forget_account": self.forget}

    def can(self, id_: str) -> bool:
        """Whether it makes sense now."""
        one, others = self._chosen
        if id_ == "forget_account":
            return bool(self._decided)
        return bool(one and others)

    def follow(self) -> None:
        one, others = self._chosen
        if others:
            self._controller.do(follow, one, others)

    def keep_apart(self) -> None:
        one, others = self._chosen
        if others:
            self._controller.do(keep_apart, one, others)

    def forget(self) -> None:
        if self._decided:
            self._controller.do(forget, self._controller.selection[0], self._decided)

    @property
    def _chosen(self) -> tuple[str, tuple[str, ...]]:
        """The entry that is selected first, and those that contradict it: of two selected only the other."""
        chosen = self._controller.selection
        if len(chosen) not in (1, 2):
            return "", ()
        others = tuple(pair.other(chosen[0]) for pair in self._pairs.get(chosen[0], ()))
        return chosen[0], tuple(id_ for id_ in others if len(chosen) == 1 or id_ == chosen[1])

    @property
    def _decided(self) -> tuple[str, ...]:
        """The entries about which, beside the first selected one, something was decided."""
        chosen, case = self._controller.selection, self._controller.case
        if len(chosen) not in (1, 2):
            return ()
        against = (pair.other(chosen[0]) for pair in self._pairs.get(chosen[0], ()))
        others = dict.fromkeys((*against, *kept_apart(case, chosen[0])))
        others_meant = (id_ for id_ in others if len(chosen) == 1 or id_ == chosen[1])
        return tuple(id_ for id_ in others_meant if verdicts_of(case, chosen[0], id_))

    @property
    def _pairs(self) -> dict[str, tuple[Contradiction, ...]]:
        case, found = self._found
        if case is not self._controller.case:
            case = self._controller.case
            found = dict(by_entry(find_contradictions(case)))
            self._found = case, found
        return found
