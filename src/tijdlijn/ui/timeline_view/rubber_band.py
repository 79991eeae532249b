"""Selecting with a band: everything it touches, also what a bundle counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from tijdlijn.layout.measure import SCREEN
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.timeline_view.ghost import Ghost, Show

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas


class RubberBand:
    """One band, from press to release."""

    def __init__(self, canvas: TimelineCanvas, controller: CaseController, ghost: Ghost, at: QPointF) -> None:
        self._canvas, self._controller, self._ghost = canvas, controller, ghost
        self._from = self._to = at

    def move(self, at: QPointF, _keys: Qt.KeyboardModifier) -> None:
        """Stretch it to a place."""
        port = self._canvas.viewport()
        self._to = QPointF(min(max(at.x(), SCREEN.names), port.width()), min(max(at.y(), 0.0), port.height()))
        count = len(self._touched())
        words = self._canvas.tr("1 regel") if count == 1 else self._canvas.tr("{0} regels").format(count)
        self._ghost.tell(Show(at, words, band=self._band))

    def drop(self, keys: Qt.KeyboardModifier) -> None:
        """Select what it touches; with Ctrl beside what is selected."""
        self.leave()
        added = self._controller.selection if keys & Qt.KeyboardModifier.ControlModifier else ()
        self._controller.select((*added, *self._touched()))

    def leave(self) -> None:
        """Select nothing and go."""
        self._ghost.leave()

    @property
    def _band(self) -> QRectF:
        return QRectF(self._from, self._to).normalized()

    def _touched(self) -> tuple[str, ...]:
        """The entries that are drawn or counted within the band, in order of time."""
        band, found = self._band, set()
        for place, group in self._canvas.places():
            if not place.intersects(band):
                continue
            kind, _, id_ = group.id.partition(":")
            if kind == "entry":
                found.add(id_)
            elif kind == "bundle":
                bundle = self._canvas.timeline.bundle_at(group.id)
                found.update(bundle.ids if bundle else ())
        shown, known = self._controller.shown, self._controller.case.entries_by_id
        found &= known.keys() if shown is None else shown
        return tuple(e.id for e in self._canvas.timeline.entries if e.id in found and e.id in known)
