"""What keys mean on the canvas. Each ends in a call of the canvas or the controller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from tijdlijn.layout.measure import SCREEN
from tijdlijn.ui.controller import CaseController

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

PAN_STEP = 120


class Keys:
    """The keys of one canvas."""

    def __init__(self, canvas: TimelineCanvas, controller: CaseController) -> None:
        self._canvas = canvas
        self._controller = controller

    def press(self, event: QKeyEvent) -> bool:
        """Arrows and pages pan, plus and minus zoom, 0 fits, Enter edits, Escape lets go; False for other keys."""
        key, canvas = event.key(), self._canvas
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        across, down = canvas.horizontalScrollBar(), canvas.verticalScrollBar()
        pans = {
            Qt.Key.Key_Left: -PAN_STEP,
            Qt.Key.Key_Right: PAN_STEP,
            Qt.Key.Key_PageUp: -across.pageStep(),
            Qt.Key.Key_PageDown: across.pageStep(),
            Qt.Key.Key_Home: -across.maximum(),
            Qt.Key.Key_End: across.maximum(),
        }
        if key in pans:
            across.setValue(across.value() + pans[Qt.Key(key)])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            down.setValue(down.value() + round(SCREEN.row) * (2 if key == Qt.Key.Key_Down else -2))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            canvas.zoom(-1 if key == Qt.Key.Key_Minus else 1)
        elif key == Qt.Key.Key_0:
            canvas.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._controller.selection:
            canvas.edit_asked.emit(self._controller.selection[0])
        elif key == Qt.Key.Key_Escape:
            self._controller.select(())
        else:
            return False
        return True
