"""What keys mean on the canvas. Each ends in a call of the canvas or the controller.

The rule: while nothing is selected the keys move the view, while an entry is selected they move the selection, and
with Ctrl they always move the view. While a lane has the keys (B gives it them) Up and Down walk the lanes, Left and
Right fold and open; from an entry Up and Down go from lane to lane by their entries. A screen reader meets every lane
as a group (`accessible`). The table below is all there is: the sheet
with the keys is made of it, and `Keys` does what it says.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from tijdlijn.layout.measure import SCREEN
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.timeline_view.neighbours import in_lanes, in_time, in_view, lane_of, reachable, stretch_of
from tijdlijn.ui.timeline_view.places import bundles_with

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

PAN_STEP = 120
"""Pixels across of one press."""
DOWN_STEP = 2
"""Rows down of one press."""

Act = tuple[str, int]
"""The name of a method of `Keys` and the number it is given."""

CANVAS_KEYS: tuple[tuple[str, Mapping[str, Act]], ...] = (
    (
        "Schuiven, of naar de regel of baan ernaast",
        {"Left": ("along", -1), "Right": ("along", 1), "Up": ("across", -1), "Down": ("across", 1)},
    ),
    (
        "Regel erbij kiezen",
        {"Shift+Left": ("extend", -1), "Shift+Right": ("extend", 1)},
    ),
    (
        "Altijd schuiven",
        {"Ctrl+Left": ("pan", -1), "Ctrl+Right": ("pan", 1), "Ctrl+Up": ("scroll", -1), "Ctrl+Down": ("scroll", 1)},
    ),
    ("Een scherm terug of verder", {"PgUp": ("page", -1), "PgDown": ("page", 1)}),
    ("Begin en einde, of eerste en laatste regel", {"Home": ("end", -1), "End": ("end", 1)}),
    ("Begin en einde van de tijd", {"Ctrl+Home": ("edge", -1), "Ctrl+End": ("edge", 1)}),
    ("In- en uitzoomen", {"+": ("zoom", 1), "-": ("zoom", -1)}),
    ("Hele leven passend", {"0": ("fit", 0)}),
    ("Langs de regels in de tijd", {"Tab": ("tab", 1), "Shift+Tab": ("tab", -1)}),
    ("Regel wijzigen, bundel of baan openen, voorstel overnemen", {"Return": ("open", 0)}),
    ("Keuze aan en uit, of baan in- en uitklappen", {"Space": ("toggle", 0)}),
    ("Keuze loslaten", {"Esc": ("let_go", 0)}),
)
"""The keys of the canvas: what they are for, and what each does."""

SAME = MappingProxyType({"=": "+", "Enter": "Return", "Shift+Backtab": "Shift+Tab"})
"""Keys that mean the same as another."""

VIEW_ACTS = MappingProxyType({"along": "pan", "across": "scroll", "end": "edge"})
"""What moves the view where there is no selection to move."""


def _acts() -> dict[str, Act]:
    return {_name(QKeySequence(keys)): act for _, group in CANVAS_KEYS for keys, act in group.items()}


def _name(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.PortableText)


def pressed(event: QKeyEvent) -> str:
    """The name of what was pressed, as in the table. Shift is left out where it only makes the character."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    if len(text) == 1 and text.isprintable() and not text.isalnum() and text != " ":
        held &= ~Qt.KeyboardModifier.ShiftModifier
    name = _name(QKeySequence(held.value | event.key()))
    return SAME.get(name, name)


class Keys:
    """The keys of one canvas."""

    def __init__(self, canvas: TimelineCanvas, controller: CaseController) -> None:
        self._canvas = canvas
        self._controller = controller
        self._acts = _acts()
        self._dropped: tuple[str, tuple[str, ...]] | None = None
        self._column: tuple[str, int, float] | None = None

    def press(self, event: QKeyEvent) -> bool:
        """Do what the table says; False for other keys, and where it can do nothing."""
        act = self._acts.get(pressed(event))
        return act is not None and self._do(*act)

    def move_view(self, event: QKeyEvent) -> bool:
        """Do what the table says of the view, whatever is selected: for the overview. False for other keys."""
        name, by = self._acts.get(pressed(event), ("", 0))
        name = VIEW_ACTS.get(name, name)
        return name in ("pan", "scroll", "page", "edge", "zoom", "fit") and self._do(name, by)

    def _do(self, name: str, by: int) -> bool:
        done: bool | None = getattr(self, name)(by)
        return done is not False

    @property
    def current(self) -> str | None:
        """The selected entry that the keys go on from: the one that was selected last."""
        chosen = self._controller.selection
        return chosen[-1] if chosen else None

    # The view

    def pan(self, by: int) -> None:
        """Some pixels back or on in time."""
        bar = self._canvas.horizontalScrollBar()
        bar.setValue(bar.value() + by * PAN_STEP)

    def scroll(self, by: int) -> None:
        """Some rows up or down."""
        bar = self._canvas.verticalScrollBar()
        bar.setValue(bar.value() + by * DOWN_STEP * round(SCREEN.row))

    def page(self, by: int) -> None:
        """What is in view back or on in time."""
        bar = self._canvas.horizontalScrollBar()
        bar.setValue(bar.value() + by * bar.pageStep())

    def edge(self, by: int) -> None:
        """To the begin or the end of time."""
        bar = self._canvas.horizontalScrollBar()
        bar.setValue(bar.minimum() if by < 0 else bar.maximum())

    def zoom(self, by: int) -> None:
        """A declared step in or out."""
        self._canvas.zoom(by)

    def fit(self, _by: int) -> None:
        """The whole life in view."""
        self._canvas.fit()

    # The selection

    def along(self, by: int) -> None:
        """The next or previous entry in time; at the end nothing."""
        if self._canvas.lanes.focused:
            self._canvas.lanes.turn(by)
        elif self.current is None:
            self.pan(by)
        else:
            self._choose(self._in_time(self.current, by))

    def across(self, by: int) -> None:
        """The entry at about the same time in the lane above or below; the time is kept over several presses."""
        id_ = self.current
        if self._canvas.lanes.focused:
            self._canvas.lanes.walk(by)
            return
        if id_ is None:
            self.scroll(by)
            return
        timeline = self._canvas.timeline
        held = self._column if self._column and self._column[0] == id_ else None
        lane, x = held[1:] if held else (lane_of(timeline, id_), self._anchor(id_))
        found = in_lanes(timeline, lane, x, by, self._known)
        if found:
            self._choose(found[1])
            self._column = (found[1], found[0], x)

    def extend(self, by: int) -> None:
        """Select the next or previous entry as well."""
        id_ = self._in_time(self.current, by)
        if id_ is not None:
            rest = tuple(other for other in self._controller.selection if other != id_)
            self._controller.select((*rest, id_))
            self._controller.reveal_entry.emit(id_)

    def end(self, by: int) -> None:
        """The first or last entry, or that end of time."""
        if self._canvas.lanes.focused:
            self._canvas.lanes.walk_to_end(by)
        elif self.current is None:
            self.edge(by)
        else:
            self._choose(self._in_time(None, -by))

    def tab(self, by: int) -> bool:
        """The next or previous entry in time; False after the last, so that the keys go on to what comes next."""
        id_ = self._in_time(self.current, by)
        self._choose(id_)
        return id_ is not None

    def open(self, _by: int) -> bool:
        """Open the bundle that counts the selected entry, or begin to edit the entry."""
        id_ = self.current
        if self._canvas.lanes.focused:
            self._canvas.lanes.fold()
            return True
        if id_ is None:
            return False
        timeline = self._canvas.timeline
        group = next(bundles_with(timeline, (id_,)), "")
        bundle = timeline.bundle_at(group) if group else None
        place = self._canvas.place_in_view(id_)
        if bundle and len(bundle.ids) > 1 and place is not None:
            corner = QPointF(place.left(), place.bottom()).toPoint()
            self._canvas.bundle_asked.emit(bundle.ids, self._canvas.viewport().mapToGlobal(corner))
        else:
            self._canvas.edit_asked.emit(id_)
        return True

    def toggle(self, _by: int) -> None:
        """Take the last selected entry out of the selection, and put it back again."""
        chosen = self._controller.selection
        if self._canvas.lanes.focused:
            self._canvas.lanes.fold()
        elif self._dropped and self._dropped[1] == chosen and self._dropped[0] in self._known:
            self._controller.select((*chosen, self._dropped[0]), reveal=True)
            self._dropped = None
        elif chosen:
            self._controller.select(chosen[:-1])
            self._dropped = (chosen[-1], chosen[:-1])
        else:
            self._choose(self._first_in_view())

    def let_go(self, _by: int) -> None:
        """Select nothing, and no lane."""
        self._canvas.lanes.focus("")
        self._controller.select(())

    @property
    def _known(self) -> Container[str]:
        return reachable(self._controller)

    def _in_time(self, id_: str | None, by: int) -> str | None:
        return in_time(self._canvas.timeline, id_, by, self._known)

    def _first_in_view(self) -> str | None:
        timeline = self._canvas.timeline
        first, last = self._canvas.days_in_view
        return in_view(timeline, (timeline.axis.x(first), timeline.axis.x(last)), self._known)

    def _anchor(self, id_: str) -> float:
        """The time to keep when going up or down from an entry: of a long one the middle of the view within it."""
        timeline = self._canvas.timeline
        left, right = stretch_of(timeline, id_)
        return min(max(timeline.axis.x(sum(self._canvas.days_in_view) / 2), left), right)

    def _choose(self, id_: str | None) -> None:
        if id_ is not None:
            self._controller.select([id_], reveal=True)
