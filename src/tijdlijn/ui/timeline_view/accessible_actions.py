"""What a screen reader can do with an entry or a finding of the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtGui import QAccessibleActionInterface

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.accessible import Node

FINDINGS = "findings"
"""The group of the findings, which can be opened and not be edited."""
PHASES = "phases"
"""The group of the phases, to which one can go; they are edited in their panel."""
EDIT = "Wijzigen"


class Actions(QAccessibleActionInterface):
    """What a screen reader can do with a node: go there and select it, and edit it."""

    def __init__(self, node: Node) -> None:
        super().__init__()
        self._node = ref(node)

    def actionNames(self) -> list[str]:
        node = self._node()
        names = [QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.setFocusAction()]
        return [*names, EDIT] if node and node.key[0] not in (FINDINGS, PHASES) else names

    def doAction(self, name: str) -> None:
        node = self._node()
        tree = node.tree if node else None
        if node is None or tree is None or not tree.holds(node.key) or name not in self.actionNames():
            return
        group, id_ = node.key
        if group == FINDINGS:
            tree.canvas.finding_asked.emit(id_)
        elif group == PHASES:
            tree.canvas.phases.reveal(id_)
        elif name == EDIT:
            tree.canvas.edit_asked.emit(id_)
        else:
            tree.canvas.setFocus()
            tree.controller.select([id_], reveal=True)

    def keyBindingsForAction(self, name: str) -> list[str]:
        return ["F2"] if name == EDIT else []

    def localizedActionName(self, name: str) -> str:
        return EDIT if name == EDIT else str(super().localizedActionName(name))

    def localizedActionDescription(self, name: str) -> str:
        return str(super().localizedActionDescription(name))
