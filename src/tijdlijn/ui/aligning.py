"""Time counted from an anchor: one beside the calendar, or several above each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject

from tijdlijn.model.views import BIRTH
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

MOST_STRANDS = 4
"""Anchors that can stand above each other and still be read."""


class Aligning(QObject):
    """The commands that choose the anchors of the view of one case."""

    def __init__(self, controller: CaseController, canvas: TimelineCanvas) -> None:
        super().__init__(canvas)
        self._controller, self._canvas = controller, canvas
        self.commands: Mapping[str, Callable[[], None]] = {
            "align_here": self.align_here,
            "align_together": self.align_together,
            "align_births": self.align_births,
            "align_off": self.align_off,
        }

    def can(self, id_: str) -> bool:
        """Whether a command makes sense now."""
        return {
            "align_here": len(self._dated) == 1,
            "align_together": 2 <= len(self._dated) <= MOST_STRANDS,
            "align_births": len(self._births) > 1,
            "align_off": bool(self._controller.view.anchors),
        }[id_]

    def align_here(self) -> None:
        """Count from the chosen entry; once more ends it."""
        self._use(() if self._controller.view.anchors == self._dated else self._dated[:1])

    def align_together(self) -> None:
        """The chosen entries above each other, each at the same place."""
        self._use(self._dated)
        self._canvas.fit()

    def align_births(self) -> None:
        """The children above each other, by age."""
        self._use(self._births)
        self._canvas.fit()

    def align_off(self) -> None:
        """The calendar only."""
        was_apart = len(self._controller.view.anchors) > 1
        self._use(())
        if was_apart:
            self._canvas.fit()

    @property
    def _dated(self) -> tuple[str, ...]:
        """The chosen entries that have a date, in order of time."""
        bounds = self._controller.case.bounds
        dated = [entry for entry in self._controller.selected_entries if entry.id in bounds]
        dated.sort(key=lambda e: (bounds[e.id].start_min, bounds[e.id].start_max, e.order, e.id))
        return tuple(entry.id for entry in dated)

    @property
    def _births(self) -> tuple[str, ...]:
        born = [child for child in self._controller.case.focus if child.birth]
        return tuple(BIRTH + child.id for child in born[:MOST_STRANDS])

    def _use(self, anchors: tuple[str, ...]) -> None:
        self._controller.set_view(replace(self._controller.view, anchors=anchors))
