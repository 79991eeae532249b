"""What a screen reader meets in the canvas: groups (findings, phases, schakelmomenten, each lane) of things to read.

The rules. Nothing is made before a screen reader asks, and then only what it asks for. A node keeps a key and no
content: what it says is looked up in the snapshot of the moment. Qt keeps plain pointers to nodes, so a node lives in
`_ALIVE` until it is taken out of Qt's register, and never longer than its canvas; see docs/decisions.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, partial
from typing import cast
from weakref import ref

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import VoidPtr, getCppPointer, isValid

from tijdlijn.layout.findings_strip import Band
from tijdlijn.layout.naming import full_name
from tijdlijn.layout.phases import PhaseBand
from tijdlijn.layout.timeline import Timeline
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.timeline_view.accessible_actions import FINDINGS, PHASES, Actions
from tijdlijn.ui.timeline_view.accessible_places import TURNS, Key, place_of_key
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas
from tijdlijn.ui.timeline_view.neighbours import ids_in, lane_of, reachable
from tijdlijn.ui.timeline_view.places import bundles_with
from tijdlijn.ui.timeline_view.telling import links_told

NOTHING = cast(QAccessibleInterface, None)
"""No node. What PySide6 knows of these methods does not say that they may return none, as Qt does."""

_ALIVE: dict[int, Node] = {}
"""The nodes in Qt's register, by the number they have there."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A group: its key, its name, and the ids of what it holds in order of time."""

    group: str
    name: str
    ids: tuple[str, ...]


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader, if there is one, say a text at its next pause."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Reading(QObject):
    """The tree of one canvas, and the events that tell a screen reader of focus, selection and change."""

    def __init__(self, canvas: TimelineCanvas, controller: CaseController) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        self.controller = controller
        self._nodes: dict[Key, int] = {}
        self._made: tuple[Timeline, tuple[Branch, ...]] | None = None
        canvas.installEventFilter(self)
        canvas.destroyed.connect(partial(_forget, self._nodes))
        controller.selection_changed.connect(self._tell_selection)
        controller.case_changed.connect(self._tell_change)
        controller.analysis_changed.connect(self._tell_change)

    def root(self) -> QAccessibleInterface:
        """The node of the canvas itself."""
        return QAccessible.queryAccessibleInterface(self.canvas)

    def branches(self) -> tuple[Branch, ...]:
        """The groups of what the canvas shows, from top to bottom."""
        timeline = self.canvas.timeline
        if self._made is None or self._made[0] is not timeline:
            self._made = (timeline, tuple(self._branches(timeline)))
        return self._made[1]

    def branch(self, group: str) -> Branch | None:
        """A group by its key."""
        return next((branch for branch in self.branches() if branch.group == group), None)

    def node(self, key: Key) -> Node:
        """The node of a key, made when it is asked for the first time."""
        number = self._nodes.get(key)
        if number is None:
            node = Node(self, key)
            number = self._nodes[key] = QAccessible.registerAccessibleInterface(node)
            _ALIVE[number] = node
        return _ALIVE[number]

    def band(self, id_: str) -> Band | None:
        """A finding of the timeline by its id."""
        return next((band for band in self.canvas.timeline.bands if band.id == id_), None)

    def phase(self, id_: str) -> PhaseBand | None:
        """A phase of the timeline by its id."""
        return next((phase for phase in self.canvas.timeline.phases if phase.id == id_), None)

    def current(self) -> Node | None:
        """The node of the selected entry that the keys go on from."""
        id_ = self.canvas.keys.current
        lane = lane_of(self.canvas.timeline, id_) if id_ is not None else -1
        return self.node((str(lane), id_)) if id_ is not None and lane >= 0 else None

    def node_at(self, place: QPointF) -> Node | None:
        """What was painted at a place of the viewport."""
        group = self.canvas.group_at(place)
        kind, _, id_ = group.id.partition(":") if group else ("", "", "")
        if kind == "turn":
            return self.node((TURNS, id_))
        if kind == "entry" and id_ in self.controller.case.entries_by_id:
            return self.node((str(lane_of(self.canvas.timeline, id_)), id_))
        if kind == "phase":
            return self.node((PHASES, id_))
        return self.node((FINDINGS, group.id)) if group and self.band(group.id) else None

    def holds(self, key: Key) -> bool:
        """Whether what a node stands for is still there."""
        group, id_ = key
        if group == FINDINGS and id_:
            return self.band(id_) is not None
        if group == PHASES and id_:
            return self.phase(id_) is not None
        return id_ in self.controller.case.entries_by_id if id_ else self.branch(group) is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The selected entry has the focus as soon as the canvas has."""
        if event.type() is QEvent.Type.FocusIn:
            self._tell_selection()
        return super().eventFilter(watched, event)

    def _branches(self, timeline: Timeline) -> Iterable[Branch]:
        if timeline.bands:
            yield Branch(FINDINGS, self.tr("Bevindingen"), tuple(band.id for band in timeline.bands))
        if timeline.phases:
            yield Branch(PHASES, self.tr("Fasen"), tuple(phase.id for phase in timeline.phases))
        known = reachable(self.controller)
        turns = tuple(e.id for e in timeline.entries if e.schakelmoment and not e.scenario and e.id in known)
        if turns:
            yield Branch(TURNS, self.tr("Schakelmomenten"), turns)
        order = {entry.id: place for place, entry in enumerate(timeline.entries)}
        for number, placed in enumerate(timeline.lanes):
            ids = {id_ for id_ in ids_in(timeline, number) if id_ in known}
            yield Branch(str(number), placed.lane.name, tuple(sorted(ids, key=order.__getitem__)))

    def _tell_selection(self) -> None:
        if not QAccessible.isActive() or not self.canvas.hasFocus():
            return
        node = self.current()
        if node is not None:
            for what in (QAccessible.Event.Focus, QAccessible.Event.Selection):
                QAccessible.updateAccessibility(QAccessibleEvent(node, what))

    def _tell_change(self) -> None:
        """Nodes of what is gone are taken out of the register; a screen reader is told to look again."""
        self._made = None
        if not self._nodes:
            return
        gone = {key: number for key, number in self._nodes.items() if not self.holds(key)}
        for key in gone:
            del self._nodes[key]
        _forget(gone)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self.canvas, QAccessible.Event.ObjectReorder))


@cache
def install() -> None:
    """Let Qt ask us for what a canvas is to a screen reader; once, before the first canvas is made.

    Qt asks again whenever PySide6 gives the canvas another meta-object, so the answer holds nothing of its own.
    """
    QAccessible.installFactory(_answer)


def _answer(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if class_name == TimelineCanvas.__name__ and isinstance(thing, TimelineCanvas):
        return AccessibleTimeline(thing)
    return None


def _forget(nodes: dict[Key, int]) -> None:
    """Take nodes out of Qt's register, which deletes them, and then out of ours."""
    for number in nodes.values():
        QAccessible.deleteAccessibleInterface(number)
        _ALIVE.pop(number, None)
    nodes.clear()


class AccessibleTimeline(QAccessibleWidget):
    """The canvas itself: a list of groups."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas, QAccessible.Role.List)
        self._canvas = ref(canvas)

    @property
    def _tree(self) -> Reading | None:
        canvas = self._canvas()
        return canvas.findChild(Reading) if canvas is not None and isValid(canvas) else None

    def childCount(self) -> int:
        tree = self._tree
        return len(tree.branches()) if tree else 0

    def child(self, index: int) -> QAccessibleInterface:
        tree = self._tree
        if tree is None or not 0 <= index < len(tree.branches()):
            return NOTHING
        return tree.node((tree.branches()[index].group, ""))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        tree = self._tree
        groups = [branch.group for branch in tree.branches()] if tree else []
        return groups.index(child.key[0]) if isinstance(child, Node) and child.key[0] in groups else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        tree = self._tree
        found = tree.node_at(QPointF(tree.canvas.viewport().mapFromGlobal(QPoint(x, y)))) if tree else None
        return found or NOTHING

    def focusChild(self) -> QAccessibleInterface:
        tree = self._tree
        return (tree.current() or self) if tree and tree.canvas.hasFocus() else NOTHING

    def text(self, what: QAccessible.Text) -> str:
        tree = self._tree
        if tree is None:
            return ""
        if what is QAccessible.Text.Name:
            return tree.tr("Tijdlijn, {0}").format(counted(len(tree.controller.case.entries)))
        if what is QAccessible.Text.Help:
            return tree.tr("Tab loopt langs de regels, pijltjes gaan naar de regel ernaast, ? toont alle toetsen.")
        return str(super().text(what))


class Node(QAccessibleInterface):
    """A group, an entry, a schakelmoment or a finding: what its key says of the snapshot of the moment."""

    def __init__(self, reading: Reading, key: Key) -> None:
        super().__init__()
        self._reading = ref(reading)
        self.key = key
        self._actions = Actions(self) if key[1] else None

    @property
    def tree(self) -> Reading | None:
        """The tree it stands in, as long as there is one."""
        reading = self._reading()
        return reading if reading is not None and isValid(reading) and isValid(reading.canvas) else None

    def isValid(self) -> bool:
        tree = self.tree
        return tree is not None and tree.holds(self.key)

    def object(self) -> QObject:
        return cast(QObject, None)

    def window(self) -> QWindow:
        tree = self.tree
        return tree.canvas.window().windowHandle() if tree else cast(QWindow, None)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> VoidPtr:  # type: ignore[override]
        """The address of its actions, or the address 0. Only a `VoidPtr` is one: of any other object PySide6 6.11
        takes the address of the Python object, of None as well, and Qt ends the process."""
        actions = self._actions if kind is QAccessible.InterfaceType.ActionInterface else None
        return VoidPtr(getCppPointer(actions)[0]) if actions is not None else VoidPtr(0)

    # Up, down and where

    def parent(self) -> QAccessibleInterface:
        tree = self.tree
        if tree is None:
            return NOTHING
        return tree.node((self.key[0], "")) if self.key[1] else tree.root()

    def childCount(self) -> int:
        return len(self._ids())

    def child(self, index: int) -> QAccessibleInterface:
        tree, ids = self.tree, self._ids()
        return tree.node((self.key[0], ids[index])) if tree and 0 <= index < len(ids) else NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        ids = self._ids()
        return ids.index(child.key[1]) if isinstance(child, Node) and child.key[1] in ids else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        tree = self.tree
        found = tree.root().childAt(x, y) if tree and not self.key[1] else None
        return found if isinstance(found, Node) and found.key[0] == self.key[0] else NOTHING

    def focusChild(self) -> QAccessibleInterface:
        return NOTHING

    def rect(self) -> QRect:
        tree = self.tree
        if tree is None:
            return QRect()
        place = place_of_key(tree.canvas, self.key)
        return QRect(tree.canvas.viewport().mapToGlobal(place.topLeft().toPoint()), place.size().toSize())

    # What it is and says

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem if self.key[1] else QAccessible.Role.Grouping

    def state(self) -> QAccessible.State:
        made = QAccessible.State()
        tree = self.tree
        if tree is None:
            made.invalid = True
            return made
        made.offscreen = not place_of_key(tree.canvas, self.key).intersects(QRectF(tree.canvas.viewport().rect()))
        if self.key[1] and self.key[0] not in (FINDINGS, PHASES):
            made.selectable = made.focusable = True
            made.selected = self.key[1] in tree.controller.selection
            made.focused = tree.canvas.hasFocus() and tree.canvas.keys.current == self.key[1]
        return made

    def text(self, what: QAccessible.Text) -> str:
        tree = self.tree
        if tree is None or not tree.holds(self.key):
            return ""
        if what is QAccessible.Text.Name:
            return self._name(tree)
        return self._description(tree) if what is QAccessible.Text.Description else ""

    def setText(self, what: QAccessible.Text, text: str) -> None:
        """A screen reader changes nothing: titles are edited in their own field."""

    def _ids(self) -> tuple[str, ...]:
        tree = self.tree
        branch = tree.branch(self.key[0]) if tree and not self.key[1] else None
        return branch.ids if branch else ()

    def _name(self, tree: Reading) -> str:
        group, id_ = self.key
        if not id_:
            branch = tree.branch(group)
            return f"{branch.name}, {_count_of(group, len(branch.ids))}" if branch else ""
        if group == FINDINGS:
            band = tree.band(id_)
            return band.name if band else ""
        if group == PHASES:
            phase = tree.phase(id_)
            return phase.label if phase else ""
        return full_name(tree.controller.case, tree.controller.case.entries_by_id[id_])

    def _description(self, tree: Reading) -> str:
        """Where an entry is counted instead of drawn, and its links; the rest stands in its name."""
        group, id_ = self.key
        if not id_ or group in (FINDINGS, PHASES):
            return ""
        linked = links_told(tree.controller.case, id_, tree.controller.ties.ties.of([id_]))
        return " ".join(filter(None, (self._counted(tree, id_), linked)))

    def _counted(self, tree: Reading, id_: str) -> str:
        timeline = tree.canvas.timeline
        bundle = next((timeline.bundle_at(name) for name in bundles_with(timeline, (id_,))), None)
        if bundle is None:
            return ""
        if len(bundle.ids) == 1:
            return tree.tr("Op deze schaal geteld, niet getekend.")
        return tree.tr("Op deze schaal geteld in een bundel van {0} regels; Enter opent de lijst.").format(
            len(bundle.ids)
        )


def counted(entries: int) -> str:
    """A number of entries in words."""
    return "1 regel" if entries == 1 else f"{entries or 'geen'} regels"


def _count_of(group: str, number: int) -> str:
    return str(number) if group in (FINDINGS, PHASES, TURNS) else counted(number)
