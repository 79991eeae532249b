"""Lays out one tile of a lane: what is counted straight away, what is packed, what becomes a bundle.

A text near a border may hang over it. So that no tile waits for a long row of others, tiles with an even number look
at no neighbour; those with an odd number find both theirs laid out, and take the room that is left on either side.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tijdlijn.layout.bundles import Bundle, bundled
from tijdlijn.layout.packing import NEIGHBOURHOOD, Fixed, Piece, Place, Room, pack
from tijdlijn.layout.tiles import OVERHANG, Counted, Tile, extended, taken_row

if TYPE_CHECKING:
    from tijdlijn.layout.body import PlacedLane

CROWDED = 0.6
"""Share of the room that marks may take before a neighbourhood is counted."""


class Laying:
    """Lays out one tile of a lane."""

    def __init__(self, lane: PlacedLane, number: int) -> None:
        self._lane = lane
        self._number = number
        surface = lane.surface
        self._measure = surface.measure
        self._cell = NEIGHBOURHOOD * surface.measure.label
        self._days = surface.grid.stretch(number)
        starts = lane.content.starts
        self._range = bisect_left(starts, self._days[0]), bisect_left(starts, self._days[1])
        low, high = (surface.axis.x(day) for day in self._days)
        self._edges = max(low, surface.frame.left), min(high, surface.frame.right)

    def laid_out(self) -> Tile:
        lane, important = self._lane, self._lane.content.important
        crowds = self._crowds()
        taken = {i for first, last in crowds for i in range(first, last)} if crowds else set()
        taken.difference_update(
            important[bisect_left(important, self._range[0]) : bisect_left(important, self._range[1])]
        )
        if taken:
            taken.difference_update(index for index in self._own_crossing() if self._has_row(index))
        routine = [index for index in range(*self._range) if index not in taken and not self._is_crossing(index)]
        shapes = {index: lane.shape(index) for index in routine}
        routine.sort(key=lambda index: (shapes[index].left, shapes[index].right, index))
        fixed = self._fixed()
        taken_by_others = self._obstacles()
        lost = self._lost_crossing(taken)
        pieces = [shapes[index].piece(self._measure) for index in routine]
        places, held = self._packed(pieces, fixed, taken_by_others, bool(lost or crowds))
        if None in places and not lost and not crowds:
            places, held = self._packed(pieces, fixed, taken_by_others, True)
        placed = [
            extended(shapes[index], piece, place, self._measure, index)
            for index, piece, place in zip(routine, pieces, places, strict=True)
            if place is not None
        ]
        lost += [index for index, place in zip(routine, places, strict=True) if place is None]
        bundles = self._bundles(lost, crowds, taken, taken_by_others)
        counted = self._counted([*lost, *taken], bundles)
        return Tile(placed, bundles, {i: place for (i, _), place in zip(fixed, held, strict=True)}, counted)

    def _packed(
        self, pieces: Sequence[Piece], fixed: Sequence[tuple[int, Fixed]], others: Sequence[Fixed], with_bundles: bool
    ) -> tuple[list[Place | None], list[Place]]:
        """The places of the pieces and of what is fixed, around what others take."""
        rows = max(self._lane.rows - 1, 1) if with_bundles else self._lane.rows
        edge = self._edges[1]
        if self._lane.surface.grid.days is not None:
            edge += OVERHANG
        elif not self._lane.surface.frame.is_page:
            edge -= self._measure.mark
        start = self._lane.surface.frame.left
        room = Room(rows, self._measure.label, self._measure.gap, edge, self._lane.most, start)
        own = [item for _, item in fixed]
        places, held = pack(pieces, room, [*own, *(item for item in others if item.row < rows)])
        return places, held[: len(own)]

    def _obstacles(self) -> list[Fixed]:
        """What takes room here and beyond the border to the right, and is not this tile's own."""
        lane, days = self._lane, self._lane.surface.grid.days
        if days is None or lane.crossing is None:
            return []
        beyond = self._days[1] + OVERHANG / lane.surface.axis.points_per_day
        own = {index for index, _ in self._fixed()}
        found = [
            taken_row(piece.left, piece.right, lane.crossing.rows[index])
            for index in lane.crossing.between(self._days[0], beyond, lane.rows_for_crossing)
            if index not in own
            for piece in (lane.crossing_piece(index)[1],)
        ]
        if self._number % 2:
            for neighbour in (self._number - 1, self._number + 1):
                found += lane.tile(neighbour).stretches(lane, self._edges[0], self._edges[1] + OVERHANG)
        return found

    def _is_crossing(self, index: int) -> bool:
        return self._lane.crossing is not None and index in self._lane.crossing.rows

    def _fixed(self) -> list[tuple[int, Fixed]]:
        """What touches a border of this tile, cut to it."""
        lane, pad = self._lane, self._lane.surface.grid.pad
        if lane.crossing is None:
            return []
        found = []
        for index in lane.crossing.between(self._days[0] - pad, self._days[1] + pad, lane.rows_for_crossing):
            row = lane.crossing.rows[index]
            piece = lane.crossing_piece(index)[1]
            if piece.right >= self._edges[0] and piece.left <= self._edges[1]:
                found.append((index, Fixed(piece, row, lane.end_tile(index) == self._number)))
        return found

    def _lost_crossing(self, counted: set[int]) -> list[int]:
        """What touches a border and has no row; it is counted where it begins."""
        return [index for index in self._own_crossing() if not self._has_row(index) and index not in counted]

    def _own_crossing(self) -> Sequence[int]:
        """What begins in this tile and touches a border."""
        crossing = self._lane.crossing
        if crossing is None:
            return ()
        indices, (first, last) = crossing.indices, self._range
        return indices[bisect_left(indices, first) : bisect_left(indices, last)]

    def _has_row(self, index: int) -> bool:
        """Whether something that touches a border has a row, in which it is drawn."""
        crossing = self._lane.crossing
        return crossing is not None and crossing.rows[index] < self._lane.rows_for_crossing

    def _crowds(self) -> list[tuple[int, int]]:
        """The neighbourhoods with more entries than marks find room for, as ranges of entries."""
        first, last = self._range
        mark = self._measure.mark + self._measure.gap
        most = int(CROWDED * max(self._lane.rows - 1, 1) * self._cell / mark)
        starts, axis = self._lane.content.starts, self._lane.surface.axis
        crowds: list[tuple[int, int]] = []
        while last - first > most:
            cell = axis.x(starts[first]) // self._cell
            end = max(bisect_left(starts, axis.day((cell + 1) * self._cell), first, last), first + 1)
            if end - first > most:
                crowds.append((first, end))
            first = end
        return crowds

    def _bundles(
        self, lost: list[int], crowds: list[tuple[int, int]], taken: set[int], others: Sequence[Fixed]
    ) -> list[Bundle]:
        """What is counted, each crowd as a whole; their row is free from where nothing hangs over it any more."""
        content, axis = self._lane.content, self._lane.surface.axis
        low, high = self._edges
        over = (i.piece.right for i in others if i.row == self._lane.rows - 1 and i.piece.left < low < i.piece.right)
        low = min(max((low, *over)), high)
        groups: list[tuple[tuple[str, ...], float, float]] = [
            ((content.entries[i].id,), content.starts[i], content.ends[i]) for i in lost
        ]
        for first, last in crowds:
            ids = tuple(content.entries[i].id for i in range(first, last) if i in taken)
            if ids:
                groups.append((ids, content.starts[first], max(content.ends[first:last])))
        extents = [
            (ids, min(max(axis.x(start), low), high), min(max(axis.x(end), low), high)) for ids, start, end in groups
        ]
        extents.sort(key=lambda extent: extent[1])
        return bundled(extents, self._measure.small, self._measure.gap, self._cell, (low, high))

    def _counted(self, indices: Sequence[int], bundles: Sequence[Bundle]) -> Counted:
        """What of counted entries lies behind the brackets that count them: nothing there shows that they run on."""
        content, axis = self._lane.content, self._lane.surface.axis
        ends = [bundle.right for bundle in bundles]
        found = []
        for index in indices:
            right = axis.x(content.ends[index])
            place = bisect_left(ends, max(axis.x(content.starts[index]), self._edges[0]))
            if place < len(ends) and right > ends[place]:
                found.append((ends[place], right))
        return array("d", sorted(low for low, _ in found)), array("d", sorted(high for _, high in found))
