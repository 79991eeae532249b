"""Dragging entries in time, and the ends of periods, with a ghost that says the new date before it holds.

The rule: the ghost and the step are computed by the same functions (`services.arranging`), so that what is dropped is
what was shown. A drag changes dates and nothing else: up and down it does nothing, for a slip of the hand must not
change what an entry is. Alt (or Ctrl) while dropping copies. Escape leaves everything as it was.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer

from tijdlijn.language.dates_nl import shown
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.naming import title_of
from tijdlijn.model.dates import Ending
from tijdlijn.model.entries import Bounds, Entry
from tijdlijn.model.problems import Problem
from tijdlijn.services import arranging
from tijdlijn.services.arranging import Side
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.timeline_view.ghost import Bar, Ghost, Show
from tijdlijn.ui.timeline_view.handles import Hold, day_of, x_of

if TYPE_CHECKING:
    from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

COPIES = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
SNAP = 5.0
"""How near to the reference day an end becomes open ("loopt nog"), in pixels."""
MOST_GHOSTS = 80
"""Entries that are shown while they are dragged; the rest goes along unseen."""
MOST_TITLES = 12
"""Entries whose titles go along; of more the titles would hide each other."""
BORDER = 36.0
"""How near to the edge of the picture a drag scrolls it, in pixels."""
TICK = 25
"""Milliseconds between two steps of that."""
LEAST_WIDE = 7.0


class EntryDrag(QObject):
    """One drag, from the first movement until it is dropped or left."""

    def __init__(
        self, canvas: TimelineCanvas, controller: CaseController, ghost: Ghost, hold: Hold, at: QPointF
    ) -> None:
        super().__init__(canvas)
        self._canvas, self._controller, self._ghost = canvas, controller, ghost
        self._hold = hold
        self._y = at.y()
        self._pressed_day = day_of(canvas, at)
        self._pointer = self._pressed = at
        self._keys = Qt.KeyboardModifier.NoModifier
        chosen = controller.selection
        self.ids = chosen if hold.id in chosen and hold.side is None else (hold.id,)
        self._rows = self._rows_in_view()
        self._scrolled = canvas.verticalScrollBar().value()
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._scroll)

    def _rows_in_view(self) -> tuple[tuple[str, QRectF], ...]:
        """Where what is dragged is drawn now: in every lane in which it lies, or else at its schakelmoment."""
        wanted = frozenset(self.ids)
        drawn: dict[str, list[tuple[str, QRectF]]] = {"turn": [], "entry": []}
        for place, group in self._canvas.places():
            kind, _, id_ = group.id.partition(":")
            if kind in drawn and id_ in wanted:
                drawn[kind].append((id_, place))
        in_lanes = {id_ for id_, _ in drawn["entry"]}
        turns = [row for row in drawn["turn"] if row[0] not in in_lanes]
        return (*drawn["entry"], *turns)[:MOST_GHOSTS]

    def move(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        """Show what dropping here would do."""
        self._pointer, self._keys = at, keys
        self._canvas.viewport().setCursor(self._cursor)
        self._ghost.tell(self._shown())
        if any(self._outside()) and not self._timer.isActive():
            self._timer.start()

    def drop(self, keys: Qt.KeyboardModifier) -> None:
        """Do what is shown."""
        self._keys = keys
        self.leave()
        pull, do = self._pull, self._controller.do
        if not self._hold.has_date:
            return
        if self._hold.side is None:
            verb = arranging.copy_entries if self._is_copy else arranging.move_entries
            do(verb, self.ids, pull, self._hold.id)
        elif self._becomes_open:
            do(arranging.set_ending, self.ids, Ending.OPEN)
        else:
            do(arranging.pull_end, self._hold.id, self._hold.side, pull, self._day, self._by_month)

    def leave(self) -> None:
        """End it; what was shown goes."""
        self._timer.stop()
        self._ghost.leave()
        self.deleteLater()

    # What is meant

    @property
    def _pull(self) -> float:
        return day_of(self._canvas, QPointF(self._pointer.x(), self._y)) - self._pressed_day

    @property
    def _day(self) -> date:
        return self._canvas.day_at(QPointF(self._pointer.x(), self._y))

    @property
    def _by_month(self) -> bool:
        """Whether days are too narrow to point at."""
        return self._canvas.points_per_day < 1.0

    @property
    def _is_copy(self) -> bool:
        return bool(self._keys & COPIES) and self._hold.side is None

    @property
    def _becomes_open(self) -> bool:
        today = x_of(self._canvas, self._controller.case.reference.toordinal() + 1, self._y)
        entry = self._controller.case.entries_by_id.get(self._hold.id)
        begins = entry is not None and entry.date is not None and entry.date.start is not None
        return self._hold.side is Side.END and begins and abs(self._pointer.x() - today) <= SNAP

    @property
    def _cursor(self) -> Qt.CursorShape:
        if not self._hold.has_date:
            return Qt.CursorShape.ForbiddenCursor
        if self._hold.side is not None:
            return Qt.CursorShape.SizeHorCursor
        return Qt.CursorShape.DragCopyCursor if self._is_copy else Qt.CursorShape.ClosedHandCursor

    # What is shown

    def _shown(self) -> Show:
        try:
            return self._shown_end() if self._hold.side else self._shown_whole()
        except Problem as problem:
            return Show(self._pointer, problem.sentence.partition(";")[0], is_refused=True)

    def _shown_whole(self) -> Show:
        case = self._controller.case
        if not self._hold.has_date:
            return Show(self._pointer, self.tr("Zonder datum: geef eerst een datum"), is_refused=True)
        plan = arranging.moved_entries(
            case, [*(id_ for id_, _ in self._rows), self._hold.id], self._pull, self._hold.id
        )
        after = {entry.id: entry for entry in plan.entries}
        lead = after.get(self._hold.id) or case.entries_by_id[self._hold.id]
        many = len(self.ids) > 1
        words = self.tr("{0} regels").format(len(self.ids)) if many else shown(lead.date)
        parts = [self.tr("kopie") if self._is_copy else "", plan.way or self.tr("zelfde datum")]
        if many:
            parts.append(shown(lead.date))
        if plan.staying and plan.way:
            parts.append(self.tr("{0} te ruim gedateerd om mee te gaan").format(plan.staying))
        bars = [self._bar(after.get(id_, case.entries_by_id[id_]), row) for id_, row in self._rows]
        if len(bars) > MOST_TITLES:
            bars = [replace(bar, title="", left_behind=None) for bar in bars]
        return Show(self._pointer, words, " · ".join(filter(None, parts)), bars, lines=self._lines(lead))

    def _shown_end(self) -> Show:
        case, hold = self._controller.case, self._hold
        assert hold.side is not None
        if self._becomes_open:
            after = arranging.with_ending(case, hold.id, Ending.OPEN)
        else:
            after = arranging.with_end_pulled(case, hold.id, hold.side, self._pull, self._day, self._by_month)
        said = self.tr("laat los op vandaag: loopt nog") if not self._becomes_open and hold.side is Side.END else ""
        bars = [self._bar(after, row) for _, row in self._rows]
        return Show(self._pointer, shown(after.date), said, bars, lines=self._lines(after, hold.side))

    def _bar(self, entry: Entry, row: QRectF) -> Bar:
        bounds = self._bounds(entry)
        top = row.top() - (self._canvas.verticalScrollBar().value() - self._scrolled)
        high = min(row.height(), SCREEN.row)
        top += (row.height() - high) / 2 + 1
        if bounds is None:
            return Bar(QRectF(row.left(), top, LEAST_WIDE, high - 2), None, title_of(entry))
        sure = bounds.sure
        behind = row.translated(0, top - row.top()) if not self._is_copy and self._hold.side is None else None
        return Bar(
            self._stretch(bounds.start_min, max(bounds.end_max, bounds.start_max), top, high - 2),
            self._stretch(*sure, top, high - 2) if sure else None,
            title_of(entry),
            behind,
        )

    def _bounds(self, entry: Entry) -> Bounds | None:
        return entry.bounds(self._controller.case.reference)

    def _stretch(self, first: int, last: int, top: float, high: float) -> QRectF:
        left, right = x_of(self._canvas, first, self._y), x_of(self._canvas, last + 1, self._y)
        return QRectF(left, top, max(right - left, LEAST_WIDE), high)

    def _lines(self, entry: Entry, side: Side | None = None) -> tuple[float, ...]:
        """A line up to the axis at the begin of what moves, or at the end that does."""
        bounds = self._bounds(entry)
        if bounds is None:
            return ()
        return (x_of(self._canvas, bounds.end_max + 1 if side is Side.END else bounds.start_min, self._y),)

    # At the edges

    def _outside(self) -> tuple[float, float]:
        """How far the pointer went into the border of the picture, across and down."""
        port, at = self._canvas.viewport(), self._pointer
        head = self._canvas.timeline.header_height
        return (
            _beyond(at.x(), self._pressed.x(), SCREEN.names + BORDER, port.width() - BORDER),
            _beyond(at.y(), self._pressed.y(), head + BORDER / 2, port.height() - BORDER / 2),
        )

    def _scroll(self) -> None:
        beyond = self._outside()
        if not any(beyond):
            self._timer.stop()
            return
        across, down = self._canvas.horizontalScrollBar(), self._canvas.verticalScrollBar()
        across.setValue(across.value() + round(beyond[0] / 2))
        down.setValue(down.value() + round(beyond[1] / 4))
        self._ghost.tell(self._shown())


def _beyond(now: float, pressed: float, first: float, last: float) -> float:
    """How far a place lies outside a stretch, where it went further that way than where it was pressed."""
    if now < min(first, pressed):
        return now - min(first, pressed)
    return max(now - max(last, pressed), 0.0)
