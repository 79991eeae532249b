"""The preview of what is printed: the pages, which of them is in view, and how large they are shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from tijdlijn.ui.dialogs.print_pages import Fit, Page, PagesView
from tijdlijn.ui.widgets import ElidedLabel, IconButton, Number, column, plain_label, quiet_button, row


class Preview(QWidget):
    """Shows pages, with a bar above them to turn and to zoom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PagesView()
        self.number = Number(self.tr("Bladzijde"), 1, 1)
        self.of = plain_label("", "soft", wrap=False)
        self.state = ElidedLabel("", "soft")
        self._is_busy = False
        self.percent = plain_label("", "small", wrap=False)
        self.previous = IconButton("chevron-up", self.tr("Vorige bladzijde (Page Up)"), lambda: self._turn(-1))
        self.next = IconButton("chevron-down", self.tr("Volgende bladzijde (Page Down)"), lambda: self._turn(1))
        self.smaller = IconButton("zoom-out", self.tr("Kleiner (-)"), lambda: self.view.zoom(-1))
        self.larger = IconButton("zoom-in", self.tr("Groter (+)"), lambda: self.view.zoom(1))
        self.whole = self._fit_button(self.tr("Hele bladzijde"), Fit.PAGE)
        self.wide = self._fit_button(self.tr("Breedte"), Fit.WIDTH)
        self._build()
        self.number.settled.connect(lambda number: self.view.go(number - 1))
        self.view.turned.connect(self._show_place)
        self.view.zoomed.connect(self._show_size)
        self._show_place()
        self._show_size()

    def set_pages(self, pages: Sequence[Page]) -> None:
        """Show these pages."""
        self.view.set_pages(pages)
        self._show_place()
        self._show_size()

    def set_busy(self, is_busy: bool) -> None:
        """Say whether pages are still being made."""
        self._is_busy = is_busy
        self._show_place()

    def _fit_button(self, text: str, fit: Fit) -> QPushButton:
        made = quiet_button(text)
        made.setCheckable(True)
        made.clicked.connect(lambda _=False: self._choose(fit))
        return made

    def _choose(self, fit: Fit) -> None:
        self.view.set_fit(fit)
        self._show_size()

    def _build(self) -> None:
        bar = QFrame()
        bar.setProperty("role", "find")
        bar.setLayout(self._bar())
        layout = column(0)
        layout.addWidget(bar)
        layout.addWidget(self.view, 1)
        self.setLayout(layout)

    def _bar(self) -> QHBoxLayout:
        layout = row(4)
        layout.setContentsMargins(12, 6, 12, 6)
        self.number.setFixedWidth(64)
        place: tuple[QWidget, ...] = (self.previous, self.next, self.number, self.of)
        for widget in place:
            layout.addWidget(widget)
        layout.addSpacing(8)
        layout.addWidget(self.state, 1)
        self.percent.setMinimumWidth(44)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        size: tuple[QWidget, ...] = (self.smaller, self.percent, self.larger, self.whole, self.wide)
        for widget in size:
            layout.addWidget(widget)
        return layout

    def _turn(self, by: int) -> None:
        self.view.go(self.view.current + by)

    def _show_place(self) -> None:
        pages, current = len(self.view.pages), self.view.current
        self.number.setRange(1, max(pages, 1))
        self.number.show_value(current + 1)
        self.of.setText(self.tr("van {0}").format(pages))
        name = self.view.pages[current].name if pages else ""
        self.state.setText(self.tr("Bladzijden maken…") if self._is_busy else name)
        self.previous.setEnabled(current > 0)
        self.next.setEnabled(current + 1 < pages)
        self._show_size()

    def _show_size(self) -> None:
        self.percent.setText(f"{self.view.percent} %")
        for made, fit in ((self.whole, Fit.PAGE), (self.wide, Fit.WIDTH)):
            made.setChecked(self.view.fit is fit and self.view.is_fitting)
