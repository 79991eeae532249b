"""A panel that shows the case as it is whenever it can be seen, and does nothing while it cannot."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget


class LatePanel(QWidget):
    """Filled when it is shown and something changed since. Who builds on it fills in `_fill`, which clears `_stale`
    when it could show what there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._fill()

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        raise NotImplementedError
