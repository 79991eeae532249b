"""A dark window in the place of the projector's, while what was projected goes away."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QWidget

STAYS = 3_000
"""How long it stays, in milliseconds; a key or a click takes it away before."""
COLOUR = Qt.GlobalColor.black


class Dark(QWidget):
    """Nothing to be seen, where a window is now; it belongs to another that stays."""

    def __init__(self, window: QWidget, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle("tijdlijn")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        colours = QPalette()
        colours.setColor(QPalette.ColorRole.Window, COLOUR)
        self.setPalette(colours)
        self.setAutoFillBackground(True)
        self._late = QTimer(self, singleShot=True, interval=STAYS)
        self._late.timeout.connect(self.close)
        if window.isVisible():
            self.setGeometry(window.geometry())
            self.show()
            self._late.start()
        else:
            self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.close()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close()
