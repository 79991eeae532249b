"""Editing a title where it stands on the timeline.

The rule: nothing typed is lost. Enter keeps it, and so does clicking or scrolling elsewhere; only Escape leaves it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from tijdlijn.layout.measure import SCREEN
from tijdlijn.services.arranging import change_title
from tijdlijn.ui import theme
from tijdlijn.ui.controller import CaseController

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

NARROWEST, WIDEST = 200.0, 560.0
HIGH = 26.0


class InlineTitle(QLineEdit):
    """The line over the label of one entry; goes when it is done."""

    def __init__(self, canvas: TimelineCanvas, controller: CaseController) -> None:
        super().__init__(canvas.viewport())
        self._canvas, self._controller = canvas, controller
        self.id = ""
        self._before = ""
        self._place = QRectF()
        self._stands = self._view
        self.setAccessibleName(self.tr("Titel"))
        self.textEdited.connect(lambda _: self._fit())
        self.hide()
        canvas.moved.connect(self._scrolled)
        controller.drafts.lend("eigenschappen", self, self._unfinished)

    def _unfinished(self) -> dict[str, str]:
        """What is typed here comes back in the field of the title."""
        text = " ".join(self.text().split())
        return {f"{self.id}/{self.tr('titel')}": text} if self.id and text != self._before else {}

    def start(self, id_: str, place: QRectF) -> None:
        """Edit the title of an entry that is drawn at a place of the viewport; what was being edited is kept first."""
        self.keep()
        entry = self._controller.case.entries_by_id.get(id_)
        if entry is None:
            return
        self._before, self._place, self._stands = entry.title, place, self._view
        self.setText(entry.title)
        self.setPlaceholderText(entry.kind.label)
        self._dress()
        self._fit()
        self.id = id_
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    @property
    def _view(self) -> tuple[float, int, int]:
        """What is in view: another picture of the same stretch changes nothing here."""
        canvas = self._canvas
        return canvas.points_per_day, canvas.horizontalScrollBar().value(), canvas.verticalScrollBar().value()

    def _scrolled(self) -> None:
        if self._view != self._stands:
            self.keep()

    def keep(self) -> None:
        """Keep what is typed and go."""
        if not self.id:
            return
        id_, text = self.id, " ".join(self.text().split())
        self.id = ""
        if text != self._before and self._controller.do(change_title, id_, text) is None:
            self.id = id_
            return
        self._go()

    def drop(self) -> None:
        """Leave the title as it was and go."""
        self.id = ""
        self._go()

    def _go(self) -> None:
        had_focus = self.hasFocus()
        self.hide()
        if had_focus:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.drop()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        else:
            super().keyPressEvent(event)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.keep()

    def _dress(self) -> None:
        colours = theme.palette()
        self.setStyleSheet(
            f"QLineEdit {{ background: {colours.field}; color: {colours.ink}; border: 1.5px solid {colours.accent};"
            f" border-radius: 4px; padding: 0 5px; font-size: {round(SCREEN.strong)}px; }}"
        )

    def _fit(self) -> None:
        """As wide as its text, within the picture, over the middle of the label."""
        port = self._canvas.viewport()
        needed = QFontMetricsF(self.font()).horizontalAdvance(self.text()) * SCREEN.strong / theme.TEXT_PX + 40
        width = min(max(needed, NARROWEST), WIDEST, port.width() - SCREEN.names - 8)
        left = min(max(self._place.left() - 4, SCREEN.names + 2), port.width() - width - 4)
        top = min(max(self._place.center().y() - HIGH / 2, 2), port.height() - HIGH - 2)
        self.setGeometry(round(left), round(top), round(width), round(HIGH))
