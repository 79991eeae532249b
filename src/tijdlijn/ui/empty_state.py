"""What stands where there is nothing yet: why, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLayout, QPushButton, QWidget

from tijdlijn.ui import theme
from tijdlijn.ui.widgets import column, plain_label, row


class EmptyState(QWidget):
    """What a panel says while it has nothing to show: why, and what to do next."""

    def __init__(self, icon: str, heading: str, text: str) -> None:
        super().__init__()
        self._icon = icon
        self._picture = plain_label(wrap=False)
        self.heading = plain_label(heading, "strong")
        self.text = plain_label(text, "soft")
        layout = column(8)
        layout.setContentsMargins(24, 32, 24, 32)
        for label in (self._picture, self.heading, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addStretch(1)
        self.setLayout(layout)
        self._renew()

    def say(self, heading: str, text: str) -> None:
        """Say something else."""
        self.heading.setText(heading)
        self.text.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_look_change(event):
            self._renew()

    def _renew(self) -> None:
        self._picture.setPixmap(theme.pixmap(self._icon, 32, theme.palette().faint))


def empty_page(state: EmptyState, buttons: Iterable[QPushButton], below: QLayout | None = None) -> QWidget:
    """A whole page that says why it is empty, above the buttons to begin with and what stands below these."""
    page, box, begin = QWidget(), column(12), row(8)
    state.setFixedWidth(540)
    state.setMinimumHeight(200)
    begin.addStretch(1)
    for one in buttons:
        begin.addWidget(one)
    begin.addStretch(1)
    box.addStretch(2)
    box.addWidget(state, 0, Qt.AlignmentFlag.AlignHCenter)
    box.addLayout(begin)
    if below is not None:
        box.addLayout(below)
    box.addStretch(3)
    page.setLayout(box)
    return page
