"""The frame of every dialog: a heading, what it is about, a place for trouble, and the buttons.

The rule: a sheet frees itself when it is closed, says trouble in its own place, and opens no window on a window.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFrame, QProgressBar, QPushButton, QWidget

from tijdlijn.ui.widgets import button, column, plain_label, primary_button, row

SIDE = 28
"""The room at the left and right of a sheet."""
TITLE_BAR = 40
"""The room that the window's own frame takes of the height of a screen."""


class Sheet(QDialog):
    """A dialog to fill: what it is about goes in `body`, buttons are added from left to right."""

    def __init__(self, parent: QWidget | None = None, *, width: int = 480) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(width)
        self.cancel: QPushButton | None = None
        self._is_held = False
        self.heading = plain_label("", "title")
        self.body = column(16)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.progress.hide()
        self.problem = plain_label("", "problem")
        self.problem.hide()
        self._buttons = row(8)
        self._buttons.addStretch(1)
        layout = column(16)
        layout.setContentsMargins(SIDE, 24, SIDE, 24)
        layout.addWidget(self.heading)
        layout.addLayout(self.body)
        layout.addWidget(self.problem)
        layout.addWidget(self.progress)
        layout.addSpacing(4)
        layout.addLayout(self._buttons)
        self.setLayout(layout)

    def set_heading(self, heading: str) -> None:
        """Say what the sheet is for."""
        self.setWindowTitle(heading)
        self.heading.setText(heading)

    def add_primary(self, text: str) -> QPushButton:
        """The button for what the sheet is for; Enter presses it."""
        made = primary_button(text)
        made.setDefault(True)
        self._buttons.addWidget(made)
        return made

    def add_button(self, text: str) -> QPushButton:
        """Another button."""
        made = button(text, lambda: None)
        self._buttons.addWidget(made)
        return made

    def add_cancel(self, text: str = "") -> QPushButton:
        """The button that closes the sheet and does nothing."""
        made = self.cancel = button(text or self.tr("Annuleren"), self.reject)
        self._buttons.addWidget(made)
        return made

    def say(self, sentence: str) -> None:
        """Tell what is wrong; nothing when the sentence is empty."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def set_busy(self, is_busy: bool, *, hold: bool = False) -> None:
        """Show that work goes on, of which nobody knows how long it takes. With `hold` it cannot be left meanwhile."""
        self.progress.setRange(0, 0)
        self.progress.setVisible(is_busy)
        self._is_held = is_busy and hold
        if self.cancel is not None:
            self.cancel.setEnabled(not self._is_held)

    def show_progress(self, number: int, of: int) -> None:
        """Show how far the work is: which comes now and of how many, 0 while nobody knows."""
        self.progress.setRange(0, of)
        self.progress.setValue(number)

    @property
    def is_busy(self) -> bool:
        """Whether work goes on."""
        return not self.progress.isHidden()

    def reject(self) -> None:
        if not self._is_held:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_held:
            event.ignore()
        else:
            super().closeEvent(event)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._fit()
        return done

    def _fit(self) -> None:
        """As high as what stands in it, but not higher than the screen as long as something can give way: a text that
        wraps is never squeezed."""
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        room = self.screen().availableGeometry().height() - TITLE_BAR
        wanted, least = layout.totalHeightForWidth(self.width()), layout.totalMinimumHeightForWidth(self.width())
        self.setFixedHeight(max(min(wanted, room), least, layout.totalMinimumSize().height()))


def note(text: str) -> QFrame:
    """A remark that stands apart from the fields."""
    frame = QFrame()
    frame.setProperty("role", "note")
    layout = column(0)
    layout.setContentsMargins(14, 10, 14, 10)
    layout.addWidget(plain_label(text, "soft"))
    frame.setLayout(layout)
    return frame
