"""The button in the corner above the names of the lanes: it says what the lanes are and opens the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton

from tijdlijn.layout.lane_choices import division_words
from tijdlijn.layout.measure import SCREEN
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.widgets import set_tip

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

LEFT, TOP, HIGH = 5, 5, 26


class LaneButton(QPushButton):
    """Takes no keys of its own: Ctrl+B opens what it opens."""

    def __init__(self, canvas: TimelineCanvas, controller: CaseController) -> None:
        super().__init__(canvas.viewport())
        self._controller = controller
        self.setProperty("role", "corner")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setGeometry(LEFT, TOP, round(SCREEN.names) - 2 * LEFT, HIGH)
        self.clicked.connect(lambda: canvas.lanes.choose())
        controller.view_changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Say what the lanes are now."""
        words = division_words(self._controller.view.arrangement.by)
        room = self.width() - 30
        self.setText(QFontMetrics(self.font()).elidedText(words, Qt.TextElideMode.ElideRight, room) + "  ▾")
        self.setAccessibleName(self.tr("Banen per {0}").format(words))
        set_tip(self, self.tr("Banen per {0}. Kies andere banen (Ctrl+B).").format(words[:1].lower() + words[1:]))
