"""The time of day, and for how long a presentation runs."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTime, QTimer
from PySide6.QtWidgets import QWidget

from tijdlijn.ui.widgets import column, plain_label


class Clock(QWidget):
    """Runs from when it is made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.time = plain_label("", "title", wrap=False)
        self.elapsed = plain_label("", "soft", wrap=False)
        self.time.setAccessibleName(self.tr("Hoe laat het is"))
        self.elapsed.setAccessibleName(self.tr("Hoe lang de presentatie loopt"))
        layout = column(0)
        layout.addWidget(self.time)
        layout.addWidget(self.elapsed)
        self.setLayout(layout)
        self._runs = QElapsedTimer()
        self._runs.start()
        self._ticks = QTimer(self, interval=1_000)
        self._ticks.timeout.connect(self._tell)
        self._ticks.start()
        self._tell()

    def _tell(self) -> None:
        seconds = self._runs.elapsed() // 1_000
        self.time.setText(QTime.currentTime().toString("HH:mm"))
        self.elapsed.setText(f"{seconds // 3_600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}")
