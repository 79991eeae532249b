"""Room for a panel that comes beside those that are always there: wide enough to read the names of all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTabWidget

LEAST_TIMELINE = 600
"""The timeline is not made narrower than this for the names of the panels, in pixels."""


class PanelRoom:
    """What the panels of a window took of the timeline beside them."""

    def __init__(self, panels: QTabWidget) -> None:
        self._panels = panels
        self._more = 0

    def make(self) -> None:
        """So wide that the names of all panels can be read, where the timeline can spare it."""
        splitter, bar = self._panels.parentWidget(), self._panels.tabBar()
        wanted = bar.sizeHint().width()
        bar.setElideMode(Qt.TextElideMode.ElideRight)
        if isinstance(splitter, QSplitter):
            sizes = splitter.sizes()
            more = wanted - sizes[0]
            if more > 0 and sizes[1] - more >= LEAST_TIMELINE:
                splitter.setSizes([wanted, sizes[1] - more, *sizes[2:]])
                self._more += more

    def give_back(self) -> None:
        """Give the timeline back what was taken."""
        splitter = self._panels.parentWidget()
        if isinstance(splitter, QSplitter) and self._more:
            sizes = splitter.sizes()
            splitter.setSizes([sizes[0] - self._more, sizes[1] + self._more, *sizes[2:]])
            self._more = 0
