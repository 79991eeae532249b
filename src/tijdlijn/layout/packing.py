"""Packing: which rows a piece lies in, how much of its label is shown, and what must be counted in a bundle.

The rule: nothing overlaps, nothing is left out uncounted, and nothing depends on what is in view. Pieces take the
highest free rows in order of time, important ones first. Where a piece finds no room, its neighbourhood is shown one
step smaller (`layout.detail`), important pieces staying a step behind; only when nothing can be smaller it goes to the
bundle. Then the pieces are spread over the rows, and every shortened label takes the room that is left beside it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tijdlijn.layout.detail import ROWS, WIDEST, Detail

NEIGHBOURHOOD = 16.0
"""Width of a neighbourhood, in ems of the label's size."""
MOST_TRIES = 14
"""Rounds of stepping down before what is left goes to a bundle."""
PAD = 0.8
"""Room kept free after a piece, in gaps."""


class Side(StrEnum):
    """Where a label stands in relation to its mark."""

    RIGHT = "right"
    LEFT = "left"
    INSIDE = "inside"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Piece:
    """What wants a place: ink from `left` to `right`, and a title that is `label` wide beside it.

    `compact` and `card` are the widths of its text with the lines of those steps, `lines` those of the whole card.
    `inside` says that the title finds room within the ink. Important pieces are placed first and step down later.
    `forward` says that no text may stand before the ink: what lies ahead says nothing in the past.
    """

    left: float
    right: float
    label: float
    inside: bool = False
    important: bool = False
    compact: float = 0.0
    card: float = 0.0
    lines: int = 1
    forward: bool = False

    def width(self, detail: Detail, em: float) -> float:
        """Width of its text at a step."""
        if detail is Detail.CARD:
            return max(self.card, self.label)
        if detail is Detail.COMPACT:
            return max(self.compact, self.label)
        return min(self.label, WIDEST[detail] * em)

    def rows(self, detail: Detail) -> int:
        """Rows that it takes at a step; a title within its ink leaves no room for lines below it."""
        return 1 if self.inside else min(ROWS.get(detail, 1), self.lines)


@dataclass(frozen=True, slots=True)
class Place:
    """The uppermost row of a piece, the step at which it is shown, and the side and width of its text.

    `width` is below the wish when the text is shortened.
    """

    row: int
    side: Side
    width: float
    detail: Detail = Detail.TITLE

    @property
    def shown(self) -> bool:
        """Whether any text is shown."""
        return self.side is not Side.NONE


@dataclass(frozen=True, slots=True)
class Fixed:
    """A piece that has its row already, with the part of its ink that lies in the room; `own` says that its text may
    stand here, after its end."""

    piece: Piece
    row: int
    own: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """The room to pack in: `rows` rows, labels `gap` from their ink, `em` wide letters, from `start` to `edge`."""

    rows: int
    em: float
    gap: float = 5.0
    edge: float = float("inf")
    most: Detail = Detail.TITLE
    start: float = float("-inf")

    def neighbourhood(self, x: float) -> int:
        """The number of the neighbourhood of a place."""
        return int(x // (NEIGHBOURHOOD * self.em))


def pack(pieces: Sequence[Piece], room: Room, fixed: Sequence[Fixed] = ()) -> tuple[list[Place | None], list[Place]]:
    """A place for each piece (sorted by `left`), None for one that must be counted; and the places of the fixed."""
    steps = _Steps(pieces, room)
    held = _held(fixed, room)
    places: list[Place | None] = []
    for _ in range(MOST_TRIES):
        places = _attempt(pieces, steps, room, held)
        failed = [index for index, place in enumerate(places) if place is None]
        if not failed or not steps.step_down(failed):
            break
    if steps.any:
        wide = _attempt(pieces, steps, room, held, spread=True)
        if sum(place is None for place in wide) <= sum(place is None for place in places):
            places = wide
    return _grown(pieces, places, room, held)


def rows_needed(pieces: Sequence[Piece], room: Room) -> int:
    """How many rows show everything at the step `room.most`, at most `room.rows`."""
    places = _attempt(pieces, _Steps(pieces, room, estimate=False), room, [])
    if any(place is None for place in places):
        return room.rows
    shown = ((piece, place) for piece, place in zip(pieces, places, strict=True) if place)
    return max((place.row + piece.rows(place.detail) for piece, place in shown), default=0)


class _Steps:
    """The step of each neighbourhood."""

    def __init__(self, pieces: Sequence[Piece], room: Room, estimate: bool = True) -> None:
        self._pieces = pieces
        self._room = room
        self._cells = [room.neighbourhood(piece.left) for piece in pieces]
        self._steps = dict.fromkeys(self._cells, room.most)
        self.any = False
        if estimate:
            self._estimate()

    def of(self, index: int) -> Detail:
        """The step of a piece: that of its neighbourhood, an important one keeps one more."""
        step = self._steps[self._cells[index]]
        return Detail(max(step - 1, self._room.most)) if self._pieces[index].important else step

    def step_down(self, failed: Sequence[int]) -> bool:
        """One step smaller where pieces found no room, and in what reaches into it; whether any could be."""
        reach = WIDEST[Detail.SHORT] * self._room.em
        cells: set[int] = set()
        for index in failed:
            piece = self._pieces[index]
            first, last = self._room.neighbourhood(piece.left - reach), self._room.neighbourhood(piece.right + reach)
            cells.update(range(first, last + 1) if last - first < 64 else (self._cells[index],))
        changed = False
        for cell in cells & self._steps.keys():
            if self._steps[cell] < Detail.MARK:
                self._steps[cell] = Detail(self._steps[cell] + 1)
                self.any = changed = True
        return changed

    def _estimate(self) -> None:
        """Begin where not all can be too large: a step at which a neighbourhood with its own neighbours wants more
        than all the room there is cannot succeed."""
        wishes: dict[int, list[Piece]] = {}
        for cell, piece in zip(self._cells, self._pieces, strict=True):
            wishes.setdefault(cell, []).append(piece)
        room, area = self._room, NEIGHBOURHOOD * self._room.em * self._room.rows * 3
        for cell in wishes:
            near = [piece for other in (cell - 1, cell, cell + 1) for piece in wishes.get(other, ())]
            step = room.most
            while step < Detail.MARK and sum(_area(piece, step, room) for piece in near) > area:
                step = Detail(step + 1)
                self.any = True
            self._steps[cell] = step


def _area(piece: Piece, step: Detail, room: Room) -> float:
    ink = min(piece.right - piece.left, NEIGHBOURHOOD * room.em)
    if piece.inside:
        return ink
    return (ink + room.gap + piece.width(step, room.em)) * piece.rows(step)


_Held = tuple[Piece, Place]


def _held(fixed: Sequence[Fixed], room: Room) -> list[_Held]:
    """Fixed pieces with their places before anything else: short texts where there is room between their inks."""
    by_row: dict[int, list[int]] = {}
    for index, item in enumerate(fixed):
        by_row.setdefault(item.row, []).append(index)
    places: list[Place | None] = [None] * len(fixed)
    for row, indices in by_row.items():
        indices.sort(key=lambda index: fixed[index].piece.left)
        for position, index in enumerate(indices):
            item = fixed[index]
            after = fixed[indices[position + 1]].piece.left if position + 1 < len(indices) else room.edge
            wish = min(item.piece.label, WIDEST[Detail.SHORTER] * room.em)
            if item.piece.inside:
                places[index] = Place(row, Side.INSIDE, item.piece.label)
            elif item.own and item.piece.right + room.gap * (1 + PAD) + wish <= min(after, room.edge):
                places[index] = Place(row, Side.RIGHT, wish, Detail.SHORTER)
            else:
                places[index] = Place(row, Side.NONE, 0.0, Detail.MARK)
    return [(item.piece, place) for item, place in zip(fixed, places, strict=True) if place is not None]


def _attempt(
    pieces: Sequence[Piece], steps: _Steps, room: Room, held: Sequence[_Held], spread: bool = False
) -> list[Place | None]:
    places: list[Place | None] = [None] * len(pieces)
    first = _Rows(room, spread, _stretches(held, room))
    for index, piece in enumerate(pieces):
        if piece.important:
            places[index] = first.place(piece, steps.of(index))
    rest = _Rows(room, spread, first.all_taken())
    for index, piece in enumerate(pieces):
        if not piece.important:
            places[index] = rest.place(piece, steps.of(index))
    return places


def _stretches(held: Sequence[_Held], room: Room) -> list[list[tuple[float, float]]]:
    rows: list[list[tuple[float, float]]] = [[] for _ in range(room.rows)]
    for piece, place in held:
        rows[place.row].append(reach(piece, place, room))
    for row in rows:
        row.sort()
    return rows


class _Rows:
    """The taken stretches of each row, growing to the right, and those that were taken before."""

    def __init__(self, room: Room, spread: bool, before: list[list[tuple[float, float]]]) -> None:
        self._room = room
        self._spread = spread
        self._ends = [float("-inf")] * room.rows
        self._taken: list[list[tuple[float, float]]] = [[] for _ in range(room.rows)]
        self._before = before
        self._is_free = not any(before)

    def all_taken(self) -> list[list[tuple[float, float]]]:
        """Everything that is taken in each row, in order."""
        return [sorted((*taken, *before)) for taken, before in zip(self._taken, self._before, strict=True)]

    def place(self, piece: Piece, detail: Detail) -> Place | None:
        """The place of a piece at a step, taken from now on; None when there is no room."""
        side, width, start, end = _extent(piece, detail, self._room)
        high = piece.rows(detail)
        ends = self._ends
        for row in self._order(high):
            if high == 1:
                if ends[row] > start or not (self._is_free or self._clear(row, start, end)):
                    continue
            elif not all(ends[r] <= start and self._clear(r, start, end) for r in range(row, row + high)):
                continue
            for taken in range(row, row + high):
                ends[taken] = end
                self._taken[taken].append((start, end))
            return Place(row, side, width, detail)
        return None

    def _order(self, high: int) -> Sequence[int]:
        rows = range(self._room.rows - high + 1)
        if not self._spread:
            return rows
        if high == 1:
            return sorted(rows, key=self._ends.__getitem__)
        return sorted(rows, key=lambda row: max(self._ends[row : row + high]))

    def _clear(self, row: int, start: float, end: float) -> bool:
        stretches = self._before[row]
        if not stretches:
            return True
        index = bisect_left(stretches, (start,))
        if index and stretches[index - 1][1] > start:
            return False
        return index == len(stretches) or stretches[index][0] >= end


def _extent(piece: Piece, detail: Detail, room: Room) -> tuple[Side, float, float, float]:
    """The side and width of a piece's text at a step, and the stretch it takes."""
    pad = room.gap * PAD
    if piece.inside:
        return Side.INSIDE, piece.label, piece.left, piece.right + pad
    width = piece.width(detail, room.em)
    if width <= 0:
        return Side.NONE, 0.0, piece.left, piece.right + pad / 2
    before, after = piece.left - room.gap - room.start, room.edge - piece.right - room.gap
    if piece.forward and after < min(width, 3 * room.em):
        return Side.NONE, 0.0, piece.left, piece.right + pad / 2
    if width <= after or piece.forward or before < min(width, after):
        width = min(width, after)
        return Side.RIGHT, width, piece.left, piece.right + room.gap + width + pad
    width = min(width, before)
    return Side.LEFT, width, piece.left - room.gap - width, piece.right + pad


def reach(piece: Piece, place: Place, room: Room) -> tuple[float, float]:
    """The stretch that a piece takes in its place."""
    pad = room.gap * PAD
    if place.side is Side.RIGHT:
        return piece.left, piece.right + room.gap + place.width + pad
    if place.side is Side.LEFT:
        return piece.left - room.gap - place.width, piece.right + pad
    return piece.left, piece.right + (pad if place.side is Side.INSIDE else pad / 2)


def _grown(
    pieces: Sequence[Piece], places: Sequence[Place | None], room: Room, held: Sequence[_Held]
) -> tuple[list[Place | None], list[Place]]:
    """Shortened texts take the room that is left beside them in their rows."""
    all_pieces = [*pieces, *(piece for piece, _ in held)]
    grown: list[Place | None] = [*places, *(place for _, place in held)]
    rows: list[list[tuple[float, float, int]]] = [[] for _ in range(room.rows)]
    for index, place in enumerate(grown):
        if place:
            stretch = reach(all_pieces[index], place, room)
            high = all_pieces[index].rows(place.detail) if place.shown else 1
            for taken in rows[place.row : place.row + high]:
                taken.append((*stretch, index))
    for row in rows:
        row.sort()
        before = float("-inf")
        for position, (_, end, index) in enumerate(row):
            after = row[position + 1][0] if position + 1 < len(row) else float("inf")
            place = grown[index]
            assert place is not None
            if place.detail >= Detail.TITLE:
                place = grown[index] = _widest(all_pieces[index], place, before, after, room)
                end = reach(all_pieces[index], place, room)[1]
            before = end
    return grown[: len(pieces)], [place for place in grown[len(pieces) :] if place is not None]


def _widest(piece: Piece, place: Place, before: float, after: float, room: Room) -> Place:
    if place.side is Side.INSIDE or place.width >= piece.label:
        return place
    pad = room.gap * PAD
    if place.side is Side.LEFT:
        left = piece.left - room.gap - max(before, room.start)
        return Place(place.row, Side.LEFT, min(piece.label, max(left, place.width)), place.detail)
    right = min(after - pad, room.edge) - piece.right - room.gap
    if right < 3 * room.em and place.side is Side.NONE:
        return place
    return Place(place.row, Side.RIGHT, min(piece.label, max(right, place.width)), place.detail)
