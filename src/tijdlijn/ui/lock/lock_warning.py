"""The quiet warning before locking: a strip low in the window that somebody would look at, which takes no keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QWidget

from tijdlijn.ui.widgets import plain_label

ABOVE_FOOT = 40


class LockWarning(QFrame):
    """Stands in a window from `tell` to `leave`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("lockWarning")
        self.setProperty("role", "note")
        self.setAutoFillBackground(True)
        self.setStyleSheet("#lockWarning { border: 1px solid palette(mid); border-radius: 6px; }")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words: QLabel = plain_label("", wrap=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 9, 16, 9)
        layout.addWidget(self.words)
        self.hide()

    def tell(self, seconds: int) -> None:
        """Say how long it takes, in the window in front."""
        front = QApplication.activeWindow() or self._window
        if self.parentWidget() is not front:
            self.setParent(front)
        self.words.setText(
            self.tr("Vergrendelt over {0} s. Druk op een toets of beweeg de muis om door te gaan.").format(seconds)
        )
        self.adjustSize()
        self.move(max((front.width() - self.width()) // 2, 0), max(front.height() - self.height() - ABOVE_FOOT, 0))
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Go; the window of a dialog may close, so it goes back to its own."""
        self.hide()
        if self.parentWidget() is not self._window:
            self.setParent(self._window)
