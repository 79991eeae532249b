"""Packing: which row a piece lies in, how much of its label is shown, and what must be counted in a bundle.

The rule: nothing overlaps, nothing is left out uncounted, and nothing depends on what is in view. Pieces take the
highest free row in order of time, important ones first. Where a piece finds no room, the labels of its
neighbourhood are shown one step shorter; only when nothing more can be shortened it goes to the bundle. Then the
pieces are spread over the rows, and every shortened label takes the room that is left beside it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

STEPS: tuple[float, ...] = (float("inf"), 15.0, 9.0, 5.0, 0.0)
"""Greatest width of a label at each step, in ems of the label's size: whole, shortened, …, only the mark."""


MOST_TRIES = 10
"""Rounds of shortening before what is left goes to a bundle."""


class Side(StrEnum):
    """Where a label stands in relation to its mark."""

    RIGHT = "right"
    LEFT = "left"
    INSIDE = "inside"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Piece:
    """What wants a place: ink from `left` to `right`, and a label that is `label` wide beside it.

    `inside` says that the label finds room within the ink. Important pieces are placed first and shortened later.
    """

    left: float
    right: float
    label: float
    inside: bool = False
    important: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """The row of a piece, and the side and width of its label. `width` is below the wish when it is shortened."""

    row: int
    side: Side
    width: float

    @property
    def shown(self) -> bool:
        """Whether any label is shown."""
        return self.side is not Side.NONE


@dataclass(frozen=True, slots=True)
class Room:
    """The room to pack in: `rows` rows, labels `gap` from their ink, `em` wide letters, an edge to the right."""

    rows: int
    em: float
    gap: float = 5.0
    edge: float = float("inf")


def pack(pieces: Sequence[Piece], room: Room) -> list[Place | None]:
    """A place for each piece (sorted by `left`); None for one that must be counted in a bundle."""
    steps = [0] * len(pieces)
    places: list[Place | None] = []
    for _ in range(MOST_TRIES):
        places = _attempt(pieces, steps, room)
        failed = [index for index, place in enumerate(places) if place is None]
        if not failed or not _shorten(pieces, steps, failed, room):
            break
    if any(steps):
        places = _spread(pieces, steps, places, room)
    return _grown(pieces, places, room)


def rows_needed(pieces: Sequence[Piece], room: Room) -> int:
    """How many rows show every label whole, at most `room.rows`."""
    places = _attempt(pieces, [0] * len(pieces), room)
    return max((place.row + 1 for place in places if place), default=0)


def _shorten(pieces: Sequence[Piece], steps: list[int], failed: list[int], room: Room) -> bool:
    """One step shorter for all pieces in the neighbourhood of those without a place; whether any could be."""
    reach = STEPS[1] * room.em
    lefts = [piece.left for piece in pieces]
    done = 0
    changed = False
    for index in failed:
        piece = pieces[index]
        first = max(done, bisect_left(lefts, piece.left - reach))
        last = bisect_left(lefts, piece.right + reach)
        for near in range(first, last):
            limit = len(STEPS) - (2 if pieces[near].important else 1)
            if steps[near] < limit:
                steps[near] += 1
                changed = True
        done = max(done, last)
    return changed


def _spread(pieces: Sequence[Piece], steps: list[int], places: list[Place | None], room: Room) -> list[Place | None]:
    """The same pieces over all rows instead of the first ones, so that shortened labels find room to grow."""
    wide = _attempt(pieces, steps, room, spread=True)
    lost = sum(place is None for place in places)
    return wide if sum(place is None for place in wide) <= lost else places


def _grown(pieces: Sequence[Piece], places: Sequence[Place | None], room: Room) -> list[Place | None]:
    """Shortened labels take the room that is left beside them in their row."""
    rows: dict[int, list[tuple[float, int]]] = {}
    for index, place in enumerate(places):
        if place:
            rows.setdefault(place.row, []).append((_reach(pieces[index], place, room)[0], index))
    grown = list(places)
    for row in rows.values():
        row.sort()
        before = float("-inf")
        for position, (_, index) in enumerate(row):
            after = row[position + 1][0] if position + 1 < len(row) else float("inf")
            grown[index] = _widest(pieces[index], places[index], before, after, room)
            before = _reach(pieces[index], grown[index], room)[1]
    return grown


def _reach(piece: Piece, place: Place | None, room: Room) -> tuple[float, float]:
    assert place is not None
    pad = room.gap * 0.8
    if place.side is Side.RIGHT:
        return piece.left, piece.right + room.gap + place.width + pad
    if place.side is Side.LEFT:
        return piece.left - room.gap - place.width, piece.right + pad
    return piece.left, piece.right + (pad if place.side is Side.INSIDE else pad / 2)


def _widest(piece: Piece, place: Place | None, before: float, after: float, room: Room) -> Place | None:
    if place is None or place.side is Side.INSIDE or place.width >= piece.label:
        return place
    pad = room.gap * 0.8
    if place.side is Side.LEFT:
        left = piece.left - room.gap - before
        return Place(place.row, Side.LEFT, min(piece.label, max(left, place.width)))
    right = min(after - pad, room.edge) - piece.right - room.gap
    if right < 3 * room.em and place.side is Side.NONE:
        return place
    return Place(place.row, Side.RIGHT, min(piece.label, max(right, place.width)))


def _attempt(pieces: Sequence[Piece], steps: list[int], room: Room, spread: bool = False) -> list[Place | None]:
    places: list[Place | None] = [None] * len(pieces)
    fixed = _Rows(room.rows, spread)
    for index, piece in enumerate(pieces):
        if piece.important:
            places[index] = fixed.place(piece, steps[index], room)
    rows = _Rows(room.rows, spread, fixed)
    for index, piece in enumerate(pieces):
        if not piece.important:
            places[index] = rows.place(piece, steps[index], room)
    return places


class _Rows:
    """The taken stretches of each row, growing to the right, and those that important pieces took before."""

    def __init__(self, count: int, spread: bool, fixed: _Rows | None = None) -> None:
        self.spread = spread
        self.ends = [float("-inf")] * count
        self.taken: list[list[tuple[float, float]]] = [[] for _ in range(count)]
        self.fixed = fixed.taken if fixed else self.taken
        self.has_fixed = fixed is not None

    def place(self, piece: Piece, step: int, room: Room) -> Place | None:
        side, width, start, end = _extent(piece, step, room)
        order = sorted(range(len(self.ends)), key=self.ends.__getitem__) if self.spread else range(len(self.ends))
        for row in order:
            if self.ends[row] <= start and (not self.has_fixed or self._clear(row, start, end)):
                self.ends[row] = end
                self.taken[row].append((start, end))
                return Place(row, side, width)
        return None

    def _clear(self, row: int, start: float, end: float) -> bool:
        stretches = self.fixed[row]
        if not stretches:
            return True
        index = bisect_left(stretches, (start,))
        if index and stretches[index - 1][1] > start:
            return False
        return index == len(stretches) or stretches[index][0] >= end


def _extent(piece: Piece, step: int, room: Room) -> tuple[Side, float, float, float]:
    pad = room.gap * 0.8
    if piece.inside:
        return Side.INSIDE, piece.label, piece.left, piece.right + pad
    width = min(piece.label, STEPS[step] * room.em)
    if width <= 0:
        return Side.NONE, 0.0, piece.left, piece.right + pad / 2
    if piece.right + room.gap + width <= room.edge:
        return Side.RIGHT, width, piece.left, piece.right + room.gap + width + pad
    return Side.LEFT, width, piece.left - room.gap - width, piece.right + pad
