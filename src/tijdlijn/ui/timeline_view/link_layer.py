"""Which links the canvas shows: those of what is selected, and of the entry on which the pointer rests.

The rule: nothing flickers. Links come when the pointer has rested on an entry, and stay for a moment when it leaves, so
that it can go to one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from tijdlijn.analysis.links import Tie, Ties
from tijdlijn.layout.links import Links
from tijdlijn.layout.timeline import Timeline
from tijdlijn.model.links import LinkKind
from tijdlijn.ui.controller import CaseController

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

REST = 250
"""Milliseconds on an entry after which its links are shown."""
LINGER = 450
"""Milliseconds for which they stay when the pointer has left."""
MOST = 40
"""Links that are drawn at once; the others are counted."""


class LinkLayer(QObject):
    """The links of one canvas. `pending` are the ends of a link that is being drawn."""

    def __init__(self, canvas: TimelineCanvas, controller: CaseController) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._controller = controller
        self._over = ""
        self._next = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._turn)
        self._shown: tuple[tuple[object, ...], Ties | None, Links] | None = None
        self.pending: tuple[str, str] | None = None
        controller.ties.ready.connect(canvas.viewport().update)

    @property
    def is_turning(self) -> bool:
        """Whether other links will be shown when the pointer stays where it is."""
        return self._timer.isActive()

    def point_at(self, group: str) -> None:
        """The pointer came upon another group, or upon nothing."""
        kind, _, id_ = group.partition(":")
        if kind == "link":
            self._timer.stop()
            return
        self._next = id_ if kind in ("entry", "turn") else ""
        if self._next == self._over:
            self._timer.stop()
        else:
            self._timer.start(REST if self._next else LINGER)

    def on(self, timeline: Timeline) -> Links:
        """What is to be drawn on a timeline; the same object for as long as it is the same."""
        ids = (*self._controller.selection, self._over)
        ties = self._controller.ties.ties if any(ids) else None
        key = id(timeline), id(ties), ids, self.pending
        if self._shown is None or self._shown[0] != key:
            found = ties.of(ids) if ties else ()
            made = Links(timeline, (*self._drawing(), *found[:MOST]), max(len(found) - MOST, 0))
            self._shown = key, ties, made
        return self._shown[2]

    def follow(self, group: str) -> bool:
        """Select the other end of a link that was clicked; False when it is none."""
        kind, _, id_ = group.partition(":")
        if kind != "link":
            return kind == "links"
        ids = (*self._controller.selection[::-1], self._over)
        tie = next((tie for tie in self._controller.ties.ties.of(ids) if tie.id == id_), None)
        if tie is not None:
            self._controller.select([tie.other_end(next(id_ for id_ in ids if id_ in tie.about))], reveal=True)
        return True

    def draw(self, pending: tuple[str, str] | None) -> None:
        """Show a link that is being drawn, or none."""
        if pending != self.pending:
            self.pending = pending
            self._canvas.viewport().update()

    def _drawing(self) -> tuple[Tie, ...]:
        return (Tie("", LinkKind.LEIDT_TOT, *self.pending, ""),) if self.pending else ()

    def _turn(self) -> None:
        self._over = self._next
        self._canvas.viewport().update()
