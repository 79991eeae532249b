"""The lanes in the hands of the user: which has the keys, and what menus, keys and the pointer do with it.

The rule: arranging is a way of looking. It is kept with the case, but is no step of the casebook; Escape leaves a drag,
and "Banen herstellen" puts all as it was. One thing has the keys: an entry that is selected, or a lane.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QPointF

from tijdlijn.layout.body import PlacedLane
from tijdlijn.layout.lane_choices import Lanes, divided, divided_within, division_words, head_of
from tijdlijn.layout.lane_names import hidden_words, name_of
from tijdlijn.layout.measure import SCREEN
from tijdlijn.model.casebook import Case
from tijdlijn.model.views import Arrangement, LaneBy
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.timeline_view.lane_holds import LaneHold, Part, can_fold, can_resize, cell_of, lane_top
from tijdlijn.ui.timeline_view.lane_layer import LaneLayer
from tijdlijn.ui.timeline_view.neighbours import lane_of
from tijdlijn.ui.timeline_view.spot import Spot

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

Act = Callable[[], object]


class Anchor(NamedTuple):
    """What is to stay in place when lanes change: a lane and where it begins in the viewport."""

    by: tuple[LaneBy, ...]
    key: str
    top: float


class LaneHand:
    """What is done with the lanes of one canvas."""

    def __init__(self, canvas: TimelineCanvas, controller: CaseController) -> None:
        self._canvas = canvas
        self._controller = controller
        self.layer = LaneLayer(canvas)
        self._pinned = ""
        self._known: tuple[Case, Arrangement, Lanes] | None = None
        controller.selection_changed.connect(self._selection_changed)
        self.commands: dict[str, Act] = {
            **{f"lanes_{by}": partial(self.divide, by) for by in LaneBy},
            "within_none": partial(self.divide_within, None),
            **{f"within_{by}": partial(self.divide_within, by) for by in LaneBy},
            "next_lane": partial(self.walk, 1),
            "previous_lane": partial(self.walk, -1),
            "lanes_menu": self.choose,
            "lane_up": partial(self.move, -1),
            "lane_down": partial(self.move, 1),
            "lane_taller": partial(self.grow, 1),
            "lane_lower": partial(self.grow, -1),
            "lane_auto": self.fit,
            "lane_fold": self.fold,
            "lane_fold_others": self.fold_others,
            "lanes_unfold": lambda: self.arrange(self.all.unfolded()),
            "lane_hide": self.hide,
            "lane_only": self.show_only,
            "lanes_show": lambda: self.arrange(self.all.shown_again()),
            "lanes_restore": lambda: self.arrange(self.all.restored()),
        }

    # What there is

    @property
    def all(self) -> Lanes:
        """All lanes as they are arranged now, reckoned once for a snapshot and an arrangement."""
        case, arrangement = self._controller.case, self._controller.view.arrangement
        if self._known is None or self._known[0] is not case or self._known[1] != arrangement:
            self._known = case, arrangement, Lanes.of(case, arrangement)
        return self._known[2]

    @property
    def focused(self) -> str:
        """The key of the lane that has the keys; empty when none has."""
        return self.layer.focused

    @property
    def current(self) -> str:
        """The key of the lane that commands are about: the one with the keys, or that of the selected entry."""
        if self.focused:
            return self.focused
        id_ = self._canvas.keys.current
        place = lane_of(self._canvas.timeline, id_) if id_ is not None else -1
        return self._canvas.timeline.lanes[place].lane.key if place >= 0 else ""

    def placed(self, key: str) -> PlacedLane | None:
        """A lane as it is laid out; None for one that is hidden or below a folded heading."""
        return next((lane for lane in self._canvas.timeline.lanes if lane.lane.key == key), None)

    def can(self, id_: str) -> bool:
        """Whether a command would do anything now."""
        arrangement, all_ = self._controller.view.arrangement, self.all
        if id_ == f"within_{arrangement.by[0]}":
            return False
        if id_ in ("lanes_unfold", "lanes_show", "lanes_restore"):
            fresh = {
                "lanes_unfold": all_.unfolded, "lanes_show": all_.shown_again, "lanes_restore": all_.restored,
            }[id_]()  # fmt: skip
            return fresh != arrangement
        return not id_.startswith("lane_") or self._can_lane(id_)

    def _can_lane(self, id_: str) -> bool:
        key, all_ = self.current, self.all
        lane = self.placed(key)
        if lane is None:
            return False
        if id_ in ("lane_up", "lane_down"):
            return all_.moved_by(key, -1 if id_ == "lane_up" else 1) != all_.arrangement
        if id_ in ("lane_taller", "lane_lower"):
            return can_resize(lane) and (id_ == "lane_taller" or lane.rows > 1)
        if id_ == "lane_auto":
            return key in dict(all_.arrangement.heights)
        if id_ == "lane_hide":
            return all_.can_hide(key)
        return id_ != "lane_fold" or can_fold(lane)

    def is_on(self, id_: str) -> bool:
        """Whether a choice is in force."""
        by = self._controller.view.arrangement.by
        inner = by[1] if len(by) > 1 else "none"
        return id_ in (f"lanes_{by[0]}", f"within_{inner}")

    # What is done

    def arrange(self, arrangement: Arrangement, pinned: str = "") -> None:
        """Look at the lanes in another way; the lane `pinned` stays where it is, where that can be."""
        self._pinned = pinned
        self._controller.set_view(replace(self._controller.view, arrangement=arrangement))
        self._pinned = ""
        if self.focused and self.placed(self.focused) is None:
            self.focus(head_of(self.focused) if self.placed(head_of(self.focused)) else "")

    def divide(self, by: LaneBy) -> None:
        """Have lanes by something else."""
        self.arrange(divided(self._controller.view.arrangement, by))
        self._canvas.told.emit(self._canvas.tr("Banen per {0}").format(self.words))

    def divide_within(self, inner: LaneBy | None) -> None:
        """Have lanes within the lanes, or none."""
        self.arrange(divided_within(self._controller.view.arrangement, inner))
        self._canvas.told.emit(self._canvas.tr("Banen per {0}").format(self.words))

    @property
    def words(self) -> str:
        """What the lanes are, within a sentence."""
        words = division_words(self._controller.view.arrangement.by)
        return words[:1].lower() + words[1:]

    def choose(self) -> None:
        """Open the choice of what the lanes are."""
        self._canvas.menu_asked.emit(self._spot("lanes", "", QPoint(8, 30)))

    def fold(self, key: str = "") -> None:
        """Fold a lane, or open it again."""
        key = key or self.current
        lane = self.placed(key)
        if lane is not None and can_fold(lane):
            self._act(self.all.fold_turned(key), key)

    def fold_others(self, key: str = "") -> None:
        """Fold all but a lane."""
        key = key or self.current
        self._act(self.all.others_folded(key), key)

    def hide(self, key: str = "") -> None:
        """Hide a lane; the count below the last lane tells of it."""
        key, had_keys = key or self.current, bool(self.focused)
        beside = self.all.beside(key)
        place = beside.index(key) if key in beside else 0
        self.arrange(self.all.hid(key))
        if had_keys:
            left = self.all.beside(key) or [lane.lane.key for lane in self._canvas.timeline.lanes]
            self.focus(left[min(place, len(left) - 1)])
        self._canvas.told.emit(hidden_words(self._canvas.timeline.content))

    def show_only(self, key: str = "") -> None:
        """Hide all but a lane."""
        key = key or self.current
        self._act(self.all.only(key), key)

    def move(self, step: int, key: str = "") -> None:
        """Move a lane up or down."""
        key = key or self.current
        self._act(self.all.moved_by(key, step), key)

    def grow(self, step: int, key: str = "") -> None:
        """Give a lane a row more or less."""
        key = key or self.current
        lane = self.placed(key)
        if lane is not None and can_resize(lane):
            self._act(self.all.with_rows(key, lane.rows + step), key)

    def fit(self, key: str = "") -> None:
        """Let a lane be as high as it needs."""
        key = key or self.current
        self._act(self.all.with_rows(key, None), key)

    def _act(self, arrangement: Arrangement, key: str) -> None:
        self.arrange(arrangement, key)
        self._reveal(key)
        self._tell(key)

    # The keys

    def focus(self, key: str) -> None:
        """Give a lane the keys, or none; then nothing is selected."""
        if key:
            self._controller.select(())
        self.layer.focus(key)
        self._reveal(key)
        self._tell(key)

    def walk(self, by: int) -> None:
        """Give the keys to the next or previous lane; from an entry to its own lane first."""
        keys = [lane.lane.key for lane in self._canvas.timeline.lanes]
        if not keys:
            return
        if not self.focused and self.current in keys:
            self.focus(self.current)
        elif self.focused in keys:
            self.focus(keys[min(max(keys.index(self.focused) + by, 0), len(keys) - 1)])
        else:
            self.focus(keys[0 if by > 0 else -1])

    def walk_to_end(self, by: int) -> None:
        """Give the keys to the first or last lane."""
        lanes = self._canvas.timeline.lanes
        self.focus(lanes[0 if by < 0 else -1].lane.key)

    def turn(self, by: int) -> None:
        """Fold the lane with the keys (-1) or open it (1)."""
        lane = self.placed(self.focused)
        if lane is not None and (self.focused in self._controller.view.arrangement.folded) is (by > 0):
            self.fold(self.focused)

    def _selection_changed(self) -> None:
        if self._controller.selection and self.focused:
            self.layer.focus("")

    def _reveal(self, key: str) -> None:
        lane = self.placed(key)
        if lane is None:
            return
        bar, top = self._canvas.verticalScrollBar(), lane_top(self._canvas, lane)
        head, high = self._canvas.timeline.header_height, self._canvas.viewport().height()
        if top < head or lane.height > high - head:
            bar.setValue(round(bar.value() + top - head))
        elif top + lane.height > high:
            bar.setValue(round(bar.value() + top + lane.height - high))

    def _tell(self, key: str) -> None:
        lane = self.placed(key)
        if lane is not None:
            self._canvas.told.emit(name_of(lane))

    # The pointer

    def clicked(self, hold: LaneHold, on_screen: QPoint) -> None:
        """A click on a lane gives it the keys, on its fold sign folds it, on the count of hidden ones lists them."""
        if hold.part is Part.HIDDEN:
            self._canvas.menu_asked.emit(self._spot("hidden", "", on_screen))
        elif hold.part is Part.FOLD:
            self.fold(hold.key)
        elif hold.part is Part.NAME:
            self.focus(hold.key)

    def double_clicked(self, hold: LaneHold) -> None:
        """On an edge: as high as needed; on a name: fold or open."""
        if hold.part is Part.EDGE:
            self.fit(hold.key)
        elif hold.part is Part.NAME:
            self.fold(hold.key)

    def spot_of_keys(self) -> Spot | None:
        """Where the menu of the lane with the keys opens."""
        lane = self.placed(self.focused)
        if lane is None:
            return None
        cell = cell_of(self._canvas, lane)
        return self._spot("lane", self.focused, cell.bottomLeft().toPoint() + QPoint(12, 0), is_local=True)

    def _spot(self, kind: str, key: str, place: QPoint, is_local: bool = False) -> Spot:
        port = self._canvas.viewport()
        where = port.mapToGlobal(place) if is_local or kind == "lanes" else place
        return Spot(kind, key, self._canvas.day_at(QPointF(SCREEN.names, where.y())), "", where)

    # What stays in place

    def anchor(self) -> Anchor:
        """The lane that is to stay: the one that is acted on, under the pointer, or at the top."""
        canvas = self._canvas
        lane = self.placed(self._pinned) if self._pinned else None
        if lane is None and self._pinned == "":
            at = canvas.viewport().mapFromGlobal(canvas.cursor().pos())
            head = canvas.timeline.header_height
            y = at.y() if canvas.viewport().underMouse() and at.y() > head else head + 1
            lane = self._lane_at(QPointF(0, y))
        by = canvas.timeline.content.arrangement.by
        return Anchor(by, lane.lane.key if lane else "", lane_top(canvas, lane) if lane else 0.0)

    def keep(self, anchor: Anchor) -> None:
        """Scroll so that what was to stay is where it was; to the top when the lanes are others."""
        self.layer.settle()
        bar = self._canvas.verticalScrollBar()
        lane = self.placed(anchor.key)
        if anchor.by != self._canvas.timeline.content.arrangement.by:
            bar.setValue(0)
        elif lane is not None and (bar.value() or self._pinned):  # what shows its beginning goes on showing it
            bar.setValue(round(bar.value() + lane_top(self._canvas, lane) - anchor.top))

    def _lane_at(self, place: QPointF) -> PlacedLane | None:
        lanes = self._canvas.timeline.lanes
        return next((lane for lane in lanes if cell_of(self._canvas, lane).contains(place)), None)
