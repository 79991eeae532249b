"""What is proposed for the years to come, on one canvas: drawn among the entries, chosen with pointer and keys.

The rule: a proposal is never selected as an entry is, so that no command for entries meets one. Choosing one lets go of
the entries and the other way round. Enter takes it over, Delete turns it down, Left and Right go to its neighbours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from tijdlijn.language.dates_nl import shown
from tijdlijn.model.casebook import Case
from tijdlijn.model.views import Filter
from tijdlijn.ui.controller import CaseController

if TYPE_CHECKING:
    from tijdlijn.analysis.ahead import Ahead, Proposal
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

Drawn = tuple[Case, frozenset[str] | None]


class AheadHand(QObject):
    """The proposals of one canvas. `opened`, `moved` and `dismissed` ask for the panel, with the id of a proposal."""

    opened = Signal(str)
    moved = Signal(str)
    dismissed = Signal(str)
    chosen_changed = Signal()

    def __init__(self, canvas: TimelineCanvas, controller: CaseController) -> None:
        super().__init__(canvas)
        self._canvas, self._controller = canvas, controller
        self._found: tuple[Case, Ahead] | None = None
        self._drawn: tuple[tuple[Case, Filter], Drawn] | None = None
        self.chosen = ""
        controller.selection_changed.connect(self._selected)
        self._keys: Mapping[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Return: self.accept,
            Qt.Key.Key_Enter: self.accept,
            Qt.Key.Key_Delete: lambda: self.dismissed.emit(self.chosen),
            Qt.Key.Key_F2: lambda: self.moved.emit(self.chosen),
            Qt.Key.Key_Space: lambda: self.opened.emit(self.chosen),
            Qt.Key.Key_Left: lambda: self.walk(-1),
            Qt.Key.Key_Right: lambda: self.walk(1),
            Qt.Key.Key_Escape: lambda: self.choose(""),
        }

    @property
    def is_on(self) -> bool:
        """Whether the years to come are shown."""
        return self._controller.view.ahead

    @property
    def found(self) -> Ahead:
        """The life ahead of the case as it is now; worked out when it is first asked for."""
        from tijdlijn.analysis.ahead import find_ahead

        case = self._controller.case
        if self._found is None or self._found[0] is not case:
            self._found = case, find_ahead(case)
        return self._found[1]

    def proposal(self, rule_id: str) -> Proposal | None:
        """What is proposed under this name, as long as it is."""
        return next((one for one in self.found.proposals if one.rule_id == rule_id), None)

    def drawn(self, case: Case, ids: frozenset[str] | None) -> Drawn:
        """What the canvas shows: the case with what is proposed, and of it what the filter lets through."""
        if not self.is_on:
            return case, ids
        asked = case, self._controller.view.filter
        if self._drawn is None or self._drawn[0][0] is not case or self._drawn[0][1] != asked[1]:
            from tijdlijn.layout.filtering import shown as let_through
            from tijdlijn.layout.proposed import with_proposals

            whole = with_proposals(case, self.found)
            self._drawn = asked, (whole, ids if ids is None else let_through(whole, asked[1]))
        return self._drawn[1]

    # Choosing

    def choose(self, rule_id: str, *, reveal: bool = False) -> None:
        """Let one proposal have the keys, or none."""
        before, self.chosen = self.chosen, rule_id
        if rule_id:
            self._controller.select(())
            self._canvas.lanes.focus("")
            if reveal:
                self._canvas.reveal_entry(self.mark)
        if before != rule_id:
            self._canvas.viewport().update()
            self.chosen_changed.emit()

    @property
    def mark(self) -> str:
        """The id under which the chosen proposal is drawn; empty when none is chosen."""
        from tijdlijn.analysis.ahead import PROPOSED

        return PROPOSED + self.chosen if self.chosen else ""

    def words(self, rule_id: str) -> str:
        """What a pointer or a screen reader is told of a proposal."""
        one = self.proposal(rule_id)
        if one is None:
            return ""
        state = self.tr("{0} · voorstel, nog niet overgenomen").format(shown(one.when))
        return "\n".join((one.title, state, one.why, self.tr("Rust op: {0}").format(one.law)))

    def sentence(self) -> str:
        """What is chosen and what the keys do with it; empty when nothing is."""
        one = self.proposal(self.chosen) if self.chosen else None
        if one is None:
            return ""
        keys = self.tr("Enter neemt over, F2 op een andere dag, Delete: niet nodig.")
        return self.tr("Voorstel: {0}, {1}. {2}").format(one.title, shown(one.when), keys)

    def walk(self, by: int) -> bool:
        """The next or previous proposal in time; whether there is one. From nowhere: the first, or the last."""
        seen = self._drawn[1][1] if self._drawn else None
        order = [one.rule_id for one in self.found.proposals]
        if seen is not None:
            from tijdlijn.analysis.ahead import PROPOSED

            order = [rule_id for rule_id in order if PROPOSED + rule_id in seen]
        place = order.index(self.chosen) + by if self.chosen in order else (0 if by > 0 else len(order) - 1)
        if not 0 <= place < len(order):
            return False
        self.choose(order[place], reveal=True)
        return True

    def clicked(self, group_id: str) -> bool:
        """Choose the proposal that a group of the drawing is; whether it is one."""
        rule_id = self.rule_at(group_id)
        if rule_id:
            self.choose(rule_id)
        return bool(rule_id)

    def rule_at(self, group_id: str) -> str:
        """The proposal that a group of the drawing is; empty for anything else."""
        if not self.is_on:
            return ""
        from tijdlijn.layout.proposed import rule_of

        kind, _, id_ = group_id.partition(":")
        return rule_of(id_) if kind == "entry" else ""

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key means while a proposal is chosen."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = self._keys.get(Qt.Key(event.key())) if self.chosen and not held.value else None
        if act is None or self.proposal(self.chosen) is None:
            return False
        act()
        return True

    def accept(self) -> None:
        """Take the chosen proposal over; its line is selected then."""
        from tijdlijn.services.ahead import accept

        if (rule_id := self.chosen) and self._controller.do(accept, rule_id) is not None:
            self.choose("")

    def _selected(self) -> None:
        if self._controller.selection:
            self.choose("")
