"""The canvas: paints the visible part of the timeline and turns pointer and keys into what the user means.

The header (schakelmomenten, axis, ages, findings) and the names of the lanes stay in view. One point of the layout is
one logical pixel. What was painted last is kept as a list of places, so that a pointer finds what it meets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from tijdlijn.drawing.primitives import Group
from tijdlijn.drawing.styles import LIGHT, Theme
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.relative import anchors_of
from tijdlijn.layout.timeline import Timeline
from tijdlijn.render_qt.painting import painting
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.timeline_view.ahead_hand import AheadHand
from tijdlijn.ui.timeline_view.gestures import Gestures
from tijdlijn.ui.timeline_view.hover import Hover
from tijdlijn.ui.timeline_view.keys import Keys
from tijdlijn.ui.timeline_view.lane_button import LaneButton
from tijdlijn.ui.timeline_view.lane_hand import LaneHand
from tijdlijn.ui.timeline_view.layouts import Asked, Layouts, stepped
from tijdlijn.ui.timeline_view.link_layer import LinkLayer
from tijdlijn.ui.timeline_view.phase_hand import PhaseHand
from tijdlijn.ui.timeline_view.picture import Picture, View
from tijdlijn.ui.timeline_view.pinch import Pinch
from tijdlijn.ui.timeline_view.places import bundles_with, place_of
from tijdlijn.ui.timeline_view.telling import tip

PREVIEW_DELAY = 60
LEAST_HEIGHT = 420
"""Height for which the lanes are laid out at least; a lower window scrolls."""


class TimelineCanvas(QAbstractScrollArea):
    """The timeline of a case. `moved` tells that another stretch is in view; the rest ask for something."""

    moved = Signal()
    edit_asked = Signal(str)
    add_asked = Signal(date, str)
    finding_asked = Signal(str)
    bundle_asked = Signal(tuple, QPoint)
    menu_asked = Signal(object)
    told = Signal(str)

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.hover = Hover(self, controller)
        self._picture = Picture(LIGHT)
        self.ahead = AheadHand(self, controller)
        self._layouts = Layouts(self._asked(400.0, LEAST_HEIGHT))
        self._scale = 0.0
        self._home: int | None = None
        self._found: frozenset[str] | None = None
        self.gestures = Gestures(self, controller)
        self.keys = Keys(self, controller)
        self.lanes = LaneHand(self, controller)
        self.phases = PhaseHand(self, controller)
        self.lane_button = LaneButton(self, controller)
        self.links = LinkLayer(self, controller)
        self._pinch = Pinch(self)
        self._ahead: Iterator[None] = iter(())
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._make_ahead)
        self._late = QTimer(self, singleShot=True, interval=PREVIEW_DELAY)
        self._late.timeout.connect(self._renew)
        self._set_up()
        self._connect()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Tijdlijn"))
        self.setMinimumSize(360, 220)

    def _connect(self) -> None:
        controller = self._controller
        controller.case_changed.connect(self._renew)
        controller.view_changed.connect(self._renew)
        controller.analysis_changed.connect(self._renew)
        controller.selection_changed.connect(self._selection_changed)
        controller.preview_changed.connect(self._late.start)
        controller.reveal_entry.connect(self.reveal_entry)
        controller.reveal_days.connect(self.reveal_days)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def timeline(self) -> Timeline:
        """The timeline at the present scale."""
        return self._layouts.at(self._scale or self._layouts.fitting(self._room()))

    @property
    def days_in_view(self) -> tuple[float, float]:
        """The first and last day in view."""
        left, right = self._window()
        return self.timeline.axis.day(left), self.timeline.axis.day(right)

    @property
    def points_per_day(self) -> float:
        """The present scale."""
        return self._scale

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme from now on."""
        self._picture = Picture(theme)
        self.viewport().update()

    def set_found(self, ids: Iterable[str] | None) -> None:
        """Let only these entries stand out (a search, a person, a party); None for all."""
        self._found = None if ids is None else frozenset(ids)
        self.viewport().update()

    def fit(self) -> None:
        """The children's life in view; what lies before it is a step to the left."""
        self._set_scale(self._layouts.fitting(self._room()))
        self._scroll_to_x(self.timeline.axis.x(self._layouts.life[0]))
        self._home = self.horizontalScrollBar().value()

    def look(self, scale: float, left: int, top: int) -> None:
        """Look at this scale, scrolled so far."""
        self._home = None
        self._set_scale(scale)
        self.horizontalScrollBar().setValue(left)
        self.verticalScrollBar().setValue(top)

    def zoom(self, steps: int, at: float | None = None) -> None:
        """Some declared steps in (positive) or out; the day at x `at` of the picture stays where it is."""
        x = self._room() / 2 if at is None else at
        smallest = self._layouts.smallest(self._room())
        scale = stepped(self._scale, steps, smallest)
        if not steps or scale == self._scale:
            return
        day = self.timeline.axis.day(self.horizontalScrollBar().value() + x)
        self._home = None
        self._set_scale(scale)
        self._scroll_to_x(self.timeline.axis.x(day) - x)

    def reveal_entry(self, id_: str) -> None:
        """Bring an entry into view, or the bundle that counts it, at the present scale."""
        place = place_of(self.timeline, id_)
        if place is None:
            return
        left, right, room = place.left(), place.right(), self._room()
        window = self._window()
        if right < window[0] + 30 or left > window[1] - 120:
            self._scroll_to_x(min(left - room / 3, (left + right - room) / 2 + room / 3))
        down, below = self.verticalScrollBar(), self.viewport().height() - self.timeline.header_height
        if place.top() < down.value() or place.bottom() > down.value() + below:
            down.setValue(round(place.center().y() - below / 2))

    def reveal_days(self, first: int, last: int) -> None:
        """Bring a stretch of days into view, with some room around it; zooms out when it does not fit."""
        span = max(last - first + 1, 1)
        wanted = self._room() * 0.6 / span
        smallest = self._layouts.smallest(self._room())
        if wanted < self._scale or self._scale * span < self._room() * 0.08:
            self._home = None
            scale = stepped(max(min(wanted, 12.0), smallest * 1.001), -1, smallest)
            self._set_scale(scale)
        middle = self.timeline.axis.x((first + last + 1) / 2)
        self._scroll_to_x(middle - self._room() / 2)

    def show_day(self, day: float) -> None:
        """Scroll so that a day is in the middle."""
        self._scroll_to_x(self.timeline.axis.x(day) - self._room() / 2)

    # What is in view

    def _room(self) -> float:
        return max(self.viewport().width() - SCREEN.names, 50.0)

    def _window(self) -> tuple[float, float]:
        left = float(self.horizontalScrollBar().value())
        return left, left + self._room()

    @property
    def is_fitted(self) -> bool:
        """Whether the whole life was asked for and the view was not moved since."""
        return self._home is not None and self._home == self.horizontalScrollBar().value()

    def _set_scale(self, scale: float) -> None:
        self._scale = scale
        self._set_ranges(self._layouts.at(scale))
        self._plan_ahead()
        self.viewport().update()
        self.moved.emit()

    def _set_ranges(self, timeline: Timeline) -> None:
        first, last = timeline.extent
        width = timeline.axis.x(last + 1) - timeline.axis.x(first)
        bar = self.horizontalScrollBar()
        bar.setRange(0, max(0, round(width - self._room())))
        bar.setPageStep(round(self._room()))
        bar.setSingleStep(40)
        high = timeline.header_height + timeline.body_height
        self.verticalScrollBar().setRange(0, max(0, round(high - self.viewport().height())))
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setSingleStep(round(SCREEN.row))

    def _scroll_to_x(self, x: float) -> None:
        self.horizontalScrollBar().setValue(round(x))
        self.viewport().update()
        self.moved.emit()

    def _scrolled(self) -> None:
        self.lanes.layer.settle()
        self._plan_ahead()
        self.viewport().update()
        self.moved.emit()

    def _renew(self) -> None:
        """Another snapshot, other findings or another preview: place anew, keep the days in view."""
        middle, fitted, anchor = sum(self.days_in_view) / 2, self.is_fitted, self.lanes.anchor()
        self._layouts = Layouts(self._asked(*self._layouts.size), self._layouts)
        if fitted:
            self.fit()
        else:
            self._set_scale(max(self._scale, self._layouts.smallest(self._room())))
            self.show_day(middle)
        self.lanes.keep(anchor)

    def _asked(self, width: float, height: float) -> Asked:
        controller = self._controller
        (case, shown), preview = self.ahead.drawn(controller.case, controller.shown), controller.preview
        if preview is not None:
            case = case.with_entries([preview])
            shown = shown and shown | {preview.id}
        view, anchors = controller.view, anchors_of(case, controller.view.anchors)
        return Asked(case, controller.analysis, view.arrangement, shown, width, height, anchors, view.scenarios)

    @property
    def is_ready(self) -> bool:
        """Whether all that is made ahead is made."""
        return not self._idle.isActive()

    def _make_ahead(self) -> None:
        """In idle time, a slice at a time: what lies beside the view, and the scales one step in and out."""
        if next(self._ahead, self) is self:
            self._idle.stop()

    def _plan_ahead(self) -> None:
        middle, room = sum(self.days_in_view) / 2, self._room()
        laid_out = self._layouts.ahead(self._scale, middle, room)
        self._ahead = chain(laid_out, self._paint_ahead(self._layouts, middle, room))
        self._idle.start()

    def _paint_ahead(self, layouts: Layouts, middle: float, room: float) -> Iterator[None]:
        view, sharpness = self._view(), self.viewport().devicePixelRatio()
        for timeline in layouts.near(self._scale, room):
            x = timeline.axis.x(middle)
            yield from self._picture.ahead(view, timeline, (x - room * 0.75, x + room * 0.75), sharpness)

    def _selection_changed(self) -> None:
        entries = self._controller.selected_entries
        if len(entries) == 1:
            self.setAccessibleDescription(tip(self._controller.case, entries[0]))
        self.viewport().update()

    # Painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height = float(max(self.viewport().height(), LEAST_HEIGHT))
        if (self._room(), height) != self._layouts.size:
            self._layouts = Layouts(self._asked(self._room(), height), self._layouts)
        if self.is_fitted or not self._scale:
            self.fit()
        else:
            self._set_scale(max(self._scale, self._layouts.smallest(self._room())))

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self.viewport()) as painter:
            self.paint_on(painter)

    def paint_on(self, painter: QPainter) -> None:
        """Paint the viewport's content."""
        self._picture.paint(painter, self._view())

    def _view(self) -> View:
        return View(
            self.timeline,
            float(self.horizontalScrollBar().value()),
            float(self.verticalScrollBar().value()),
            self.viewport().size(),
            self._marked(),
            self._found,
            self.hasFocus(),
            "" if self._layouts.case.entries else self._first_step(),
            self.links.on(self.timeline),
        )

    def in_view(self) -> tuple[View, Asked]:
        """What is to be seen now, and what it was laid out from."""
        return self._view(), self._layouts.asked

    def _first_step(self) -> str:
        return self.tr(
            "Deze tijdlijn is nog leeg.\nTyp hierboven de eerste regel, dubbelklik op een dag,\n"
            "of lees een tabel in met Ctrl+I."
        )

    def _marked(self) -> dict[str, str]:
        """The style of the frame around each entry that has one, by group id."""
        marked = {self.hover.id: "hovered"} if self.hover.id.startswith("entry:") else {}
        chosen = frozenset((*self._controller.selection, *filter(None, (self.ahead.mark,))))
        marked |= {f"entry:{id_}": "selected" for id_ in chosen}
        marked |= dict.fromkeys(bundles_with(self.timeline, chosen), "selected")
        if self._controller.preview:
            marked[f"entry:{self._controller.preview.id}"] = "pan.edge.mogelijk"
        return marked

    # Pointer

    def places(self) -> Iterator[tuple[QRectF, Group]]:
        """What was painted last and where, the topmost first."""
        return self._picture.places()

    def group_at(self, place: QPointF) -> Group | None:
        """What was painted last at a place of the viewport."""
        return self._picture.group_at(place)

    def place_in_view(self, id_: str) -> QRectF | None:
        """Where an entry, or the bundle that counts it, lies in the viewport or beside it."""
        place = place_of(self.timeline, id_)
        if place is None:
            return None
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return place.translated(SCREEN.names - left, self.timeline.header_height - top)

    def axis_at(self, y: float) -> Axis:
        """The axis of the lanes at a height of the viewport; strands above each other have each their own."""
        return self.timeline.axis_at(y - self.timeline.header_height + self.verticalScrollBar().value())

    def day_at(self, place: QPointF) -> date:
        """The day at a place of the viewport."""
        number = self.axis_at(place.y()).day(place.x() - SCREEN.names + self.horizontalScrollBar().value())
        return date.fromordinal(max(1, min(int(number), date.max.toordinal())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.gestures.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.gestures.move(event):
            self.hover.move(event.position())
            self.gestures.point_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.gestures.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.gestures.double_press(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._pinch.wheel(event)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self.gestures.key(event) or self.ahead.key(event) or self.keys.press(event)):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        spot = self.gestures.menu(event)
        if spot is not None:
            self.menu_asked.emit(spot)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        return self.hover.event(event) or super().viewportEvent(event)

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Tab walks through the entries in order of time, and leaves the canvas after the last."""
        if self.hasFocus() and self.keys.tab(1 if next_ else -1):
            return True
        return super().focusNextPrevChild(next_)
