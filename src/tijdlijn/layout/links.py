"""Links on the timeline: thin curves between the places of two entries, with words where there is room.

The rules. A link that somebody drew is a whole line, a computed one is dashed and says so. An end that is not in view
is named at the edge beyond which it lies. Words stand where no entry has its text, or nowhere: the name of the link
says them as well. What is drawn hangs on nothing but the timeline, the links and what is in view.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tijdlijn.analysis.links import DIFFERS, Tie
from tijdlijn.drawing.primitives import Box, Group, Primitive, Text
from tijdlijn.drawing.text_metrics import shortened, text_width
from tijdlijn.language.dates_nl import write_short
from tijdlijn.layout.body import PlacedLane
from tijdlijn.layout.bundles import Bundle
from tijdlijn.layout.curves import REACH, Bounds, Curve, Point, Spot, curve, drawn, met
from tijdlijn.layout.lane_drawing import LONG
from tijdlijn.layout.naming import title_of
from tijdlijn.layout.packing import Side
from tijdlijn.layout.tiles import PlacedFigure, Window
from tijdlijn.layout.timeline import Timeline
from tijdlijn.model.casebook import Case

WIDEST_NOTE = 250.0
INSET = 5.0
"""From a note at the edge to that edge."""
SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
"""Where on a curve its words may stand, the best first."""
_NEAR = (2 * REACH, 2 * REACH)
SHORTEST = 60.0
"""Length of a curve from which it has words."""


@dataclass
class DrawnLinks:
    """What is seen of some links: the curves, and the words and names on them and at the edges."""

    curves: list[Group] = field(default_factory=list)
    notes: list[Group] = field(default_factory=list)
    lines: list[tuple[Group, Curve]] = field(default_factory=list)

    def met(self) -> Iterator[Group]:
        """Where a pointer meets the curves, as groups without content: a curve is nowhere near its bounds."""
        for group, line in self.lines:
            yield from (Group(group.id, (), group.label, box) for box in met(line))


def link_name(case: Case, tie: Tie) -> str:
    """What a link says, in two lines at most: its ends and, when it is computed, why it is there."""
    ends = [title_of(case.entries_by_id[id_]) for id_ in (tie.from_id, tie.to_id)]
    said = f"{ends[0]} → {tie.words} → {ends[1]}"
    return f"{said}\nBerekend. {tie.reason}" if tie.is_computed else said


class Links:
    """Some links on one timeline. Places are looked up once, and only where they can be seen."""

    def __init__(self, timeline: Timeline, ties: Sequence[Tie], more: int = 0) -> None:
        self.timeline = timeline
        self._lanes: dict[str, list[PlacedLane]] = {}
        self.ties = tuple(tie for tie in ties if self.lanes(tie.from_id) and self.lanes(tie.to_id))
        self.more = more
        self._found: dict[tuple[str, str], PlacedFigure | Bundle | None] = {}
        self._names: dict[str, str] = {}
        self._words: dict[tuple[str, Curve], Point | None] = {}

    def draw(self, window: Window, seen: tuple[float, float]) -> DrawnLinks:
        """The links in a window of x and of y; the first lane begins at 0."""
        return _Drawing(self, window, seen).drawn() if self.ties else DrawnLinks()

    def name(self, tie: Tie) -> str:
        """The name of one of the links."""
        if tie.id not in self._names:
            self._names[tie.id] = link_name(self.timeline.case, tie)
        return self._names[tie.id]

    def lanes(self, id_: str) -> list[PlacedLane]:
        """The lanes in which an entry lies."""
        if id_ not in self._lanes:
            self._lanes[id_] = [
                lane for lane in self.timeline.lanes if id_ in lane.content.places and (lane.has_rows or lane.is_folded)
            ]
        return self._lanes[id_]

    def stretch(self, lane: PlacedLane, id_: str) -> Window:
        """The days of an entry on the axis of a lane; of one without a date its place."""
        axis, index = lane.surface.axis, lane.content.places[id_]
        return axis.x(lane.content.starts[index]), axis.x(lane.content.ends[index])

    def spots(self, id_: str, window: Window) -> list[Spot]:
        """Where an entry is drawn or counted within a window of x, in each lane it lies in."""
        near = (lane for lane in self.lanes(id_) if _touches(self.stretch(lane, id_), window, 40.0))
        spots = [self._spot(lane, self._find(lane, id_), id_, window) for lane in near]
        return [spot for spot in spots if _touches((spot.left, spot.right), window, 0.0)]

    def _find(self, lane: PlacedLane, id_: str) -> PlacedFigure | Bundle | None:
        key = lane.lane.key, id_
        if key not in self._found:
            self._found[key] = lane.find(id_)
        return self._found[key]

    def _spot(self, lane: PlacedLane, found: PlacedFigure | Bundle | None, id_: str, window: Window) -> Spot:
        measure = self.timeline.measure
        if found is None:
            left, right = self.stretch(lane, id_)
            return Spot(left, max(right, left + 4), lane.top + lane.height / 2, 3.0, lane.height / 2)
        if isinstance(found, Bundle):
            left = _pill(found, window)
            y = lane.first_row + (lane.rows - 0.5) * measure.row
            return Spot(left, left + found.width, y, measure.small * 0.68, measure.row / 2)
        shape, place = found.figure, found.place
        y = lane.first_row + (place.row + 0.5) * measure.row
        left, right, half = shape.left, shape.right, measure.bar / 2
        if not shape.is_bar:
            half = measure.mark / 2
            if place.side is not Side.INSIDE:
                left, right = shape.centre - half, shape.centre + half
        texts = place.shown and place.side is Side.LEFT, place.shown and place.side is Side.RIGHT
        return Spot(left, right, y, half, measure.row / 2, *texts)

    def whereabouts(self, id_: str, near: float) -> tuple[Window, float]:
        """About where an entry lies that nobody sees: its days, and the middle of its lane nearest to a height."""
        lane = min(self.lanes(id_), key=lambda lane: abs(lane.top + lane.height / 2 - near))
        return self.stretch(lane, id_), lane.top + lane.height / 2

    def words_at(self, tie: Tie, line: Curve, width: float) -> Point | None:
        """The middle of its words, None where there is no room. The same for as long as the curve is the same."""
        key = tie.id, line
        if key not in self._words:
            high = self.timeline.measure.small * 0.7
            boxes = ((x, y, (x - width / 2 - 3, y - high, width + 6, 2 * high)) for x, y in _beside(line, width))
            free = ((x, y) for x, y, box in boxes if not any(_overlap(box, other) for other in self._texts_near(box)))
            self._words[key] = next(free, None)
        return self._words[key]

    def _texts_near(self, box: Bounds) -> Iterator[Bounds]:
        left, top, width, height = box
        measure = self.timeline.measure
        for lane in self.timeline.lanes:
            if not lane.has_rows or lane.top > top + height or lane.top + lane.height < top:
                continue
            for item in lane.visible((left, left + width)):
                y = lane.first_row + item.place.row * measure.row
                rows = item.figure.piece(measure).rows(item.place.detail)
                yield item.left, y + 2, item.right - item.left, measure.row * rows - 4
            for bundle in lane.bundles_in((left, left + width)):
                yield bundle.pill, lane.first_row + (lane.rows - 1) * measure.row, bundle.width, measure.row


def _beside(line: Curve, width: float) -> Iterator[Point]:
    """Where words may stand: on the curve, when it is long enough to go on at both sides of them, or else beside it."""
    if line.length >= max(width * 1.3, SHORTEST):
        yield from (line.at(share) for share in SHARES)
    for share in SHARES[::2]:
        x, y = line.at(share)
        yield x - width / 2 - 9, y
        yield x + width / 2 + 9, y


def _touches(stretch: Window, window: Window, margin: float) -> bool:
    return stretch[1] >= window[0] - margin and stretch[0] <= window[1] + margin


def _pill(bundle: Bundle, window: Window) -> float:
    """Where the number of a bundle stands; on a long bracket it stays in view."""
    if bundle.right - bundle.left <= LONG:
        return bundle.pill
    low, high = max(bundle.left, window[0] + 2), min(bundle.right, window[1] - 2) - bundle.width
    return min(max(bundle.pill, low), high) if low <= high else bundle.pill


class _Drawing:
    """One picture of some links."""

    def __init__(self, links: Links, window: Window, seen: tuple[float, float]) -> None:
        self._links = links
        self._case = links.timeline.case
        self._measure = links.timeline.measure
        self._window, self._seen = window, seen
        self._made = DrawnLinks()
        self._taken: list[Bounds] = []
        self._notes: dict[tuple[str, bool], Bounds | None] = {}
        self._said: set[tuple[str, str]] = set()
        self._lines: set[tuple[Curve, str]] = set()
        self._untold = links.more

    def drawn(self) -> DrawnLinks:
        for tie in reversed(self._links.ties):
            self._draw(tie)
        if self._untold:
            self._count()
        return self._made

    def _draw(self, tie: Tie) -> None:
        first, second = self._ends(tie)
        if first and second:
            line = curve(first, second)
            self._add(tie, line)
            self._say(tie, line)
        elif first or second:
            self._draw_half(tie, first, second)

    def _ends(self, tie: Tie) -> tuple[Spot | None, Spot | None]:
        """The spots of both ends that are in view, those of one lane when there is one with both."""
        firsts = [spot for spot in self._links.spots(tie.from_id, self._window) if self._in_height(spot)]
        seconds = [spot for spot in self._links.spots(tie.to_id, self._window) if self._in_height(spot)]
        seconds = [spot for spot in seconds if self._in_width(spot.left, 8.0)]
        if firsts and seconds:
            return min(((a, b) for a in firsts for b in seconds), key=lambda pair: abs(pair[0].y - pair[1].y))
        return (firsts[0] if firsts else None), (seconds[0] if seconds else None)

    def _in_height(self, spot: Spot) -> bool:
        return self._seen[0] <= spot.y <= self._seen[1]

    def _in_width(self, x: float, margin: float = 0.0) -> bool:
        return self._window[0] - margin <= x <= self._window[1] + margin

    def _draw_half(self, tie: Tie, first: Spot | None, second: Spot | None) -> None:
        """From a spot to the note that names what is not in view, or from that note to a spot."""
        seen = first or second
        assert seen is not None
        box = self._note(tie, seen, forward=first is not None)
        if box is None:
            return
        x, y, width, height = box
        note = Spot(x, x + width, y + height / 2, height / 2, height / 2)
        line = curve(_cut(seen, note), note) if first else curve(note, seen)
        self._add(tie, line, with_head=second is not None)

    def _add(self, tie: Tie, line: Curve, with_head: bool = True) -> None:
        style = "link.computed" if tie.is_computed else "link.drawn"
        if (line, style) in self._lines:
            return
        self._lines.add((line, style))
        name = self._links.name(tie)
        x, y = line.at(0.5)
        group = Group(
            f"link:{tie.id}",
            drawn(line, style, tie.is_computed, with_head and tie.words != DIFFERS),
            name,
            (x - REACH, y - REACH, *_NEAR),
        )
        self._made.curves.append(group)
        self._made.lines.append((group, line))

    # Words

    def _say(self, tie: Tie, line: Curve) -> None:
        """The words in the middle, once for all that say the same of one entry."""
        if not tie.words or any((tie.words, id_) in self._said for id_ in (tie.from_id, tie.to_id)):
            return
        size = self._measure.small
        width = text_width(tie.words, size)
        place = self._links.words_at(tie, line, width)
        if place is None:
            return
        x, y = place
        box = x - width / 2 - 4, y - size * 0.68, width + 8, size * 1.36
        if not self._is_free(box):
            return
        self._said |= {(tie.words, tie.from_id), (tie.words, tie.to_id)}
        self._taken.append(box)
        text = Text(x - width / 2, y + size * 0.33, tie.words, "link.text", size)
        self._made.notes.append(
            Group(f"link:{tie.id}", (Box(*box, "link.ground", 3.0), text), self._links.name(tie), box)
        )

    def _is_free(self, box: Bounds) -> bool:
        x, y, width, height = box
        within = x >= self._window[0] and x + width <= self._window[1]
        within = within and y >= self._seen[0] and y + height <= self._seen[1]
        return within and not any(_overlap(box, other) for other in self._taken)

    def _note(self, tie: Tie, seen: Spot, forward: bool) -> Bounds | None:
        """The note at the edge that names the end out of view; one for all links to it. None when there is no room:
        then the link is counted."""
        id_ = tie.to_id if forward else tie.from_id
        key = id_, forward
        if key not in self._notes:
            stretch, middle = self._links.whereabouts(id_, seen.y)
            place = stretch[0 if forward else 1], middle
            text, size = self._note_text(tie, id_, place, forward), self._measure.small
            box = self._note_box(place, text_width(text, size) + 12, size * 1.55)
            self._notes[key] = box
            if box is not None:
                self._taken.append(box)
                self._made.notes.append(self._chip(f"link:{tie.id}", self._links.name(tie), text, box))
        if self._notes[key] is None:
            self._untold += 1
        return self._notes[key]

    def _note_text(self, tie: Tie, id_: str, place: Point, forward: bool) -> str:
        entry = self._case.entries_by_id[id_]
        when = f", {write_short(entry.date)}" if entry.date else ""
        size, arrow = self._measure.small, self._arrow(place)
        before = f"{tie.words} {arrow} " if forward and arrow == "→" else f"{arrow} "
        room = WIDEST_NOTE - text_width(before + when, size)
        return before + shortened(title_of(entry), max(room, 60.0), size) + when

    def _arrow(self, place: Point) -> str:
        if self._in_width(place[0]):
            return "↑" if place[1] < sum(self._seen) / 2 else "↓"
        return "→" if place[0] > self._window[1] else "←"

    def _note_box(self, place: Point, width: float, height: float) -> Bounds | None:
        """At the edge, as near to where it points as there is room."""
        x = min(max(place[0], self._window[0] + INSET), self._window[1] - INSET - width)
        low, high = self._seen[0] + INSET, self._seen[1] - INSET - height
        wanted = min(max(place[1] - height / 2, low), high)
        steps = int((high - low) / (height + 3)) + 1
        for step in sorted(range(-steps, steps + 1), key=abs):
            box = x, wanted + step * (height + 3), width, height
            if low <= box[1] <= high and self._is_free(box):
                return box
        return None

    def _chip(self, id_: str, name: str, text: str, place: Bounds) -> Group:
        x, y, _, height = place
        size = self._measure.small
        parts: tuple[Primitive, ...] = (
            Box(*place, "link.chip", height / 2),
            Text(x + 6, y + height / 2 + size * 0.33, text, "link.text", size),
        )
        return Group(id_, parts, name, place)

    def _count(self) -> None:
        """How many links are not drawn."""
        text, size = f"en nog {self._untold} verbinding" + ("en" if self._untold > 1 else ""), self._measure.small
        width, height = text_width(text, size) + 12, size * 1.55
        place = (self._window[1] - INSET - width, self._seen[1] - INSET - height, width, height)
        self._made.notes.append(self._chip("links:more", text, text, place))


def _cut(spot: Spot, note: Spot) -> Spot:
    """A bar that goes on behind the note, as far as the note."""
    if spot.right <= note.left:
        return spot
    return Spot(min(spot.left, note.left - 30), max(note.left - 12, spot.left), spot.y, spot.half, spot.row)


def _overlap(one: Bounds, other: Bounds) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )
