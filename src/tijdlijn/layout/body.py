"""The lanes at one scale. Every entry is placed once, tile by tile, and then cut to a view.

Time is divided into tiles of some thousands of points whose borders are the same days wherever the view is. A tile is
laid out when it is first seen, and depends on nothing but what lies in it and beside it: so panning moves nothing, and
a frame costs what it shows and not what there is. What touches a border has its row for good (`content.Crossing`); what
lies within is packed around it. A neighbourhood with more entries than marks find room for is counted straight away.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from tijdlijn.layout.bundles import Bundle
from tijdlijn.layout.content import Crossing, LaneContent
from tijdlijn.layout.detail import Detail, most_detail
from tijdlijn.layout.figures import Figure
from tijdlijn.layout.lanes import Lane
from tijdlijn.layout.laying import Laying
from tijdlijn.layout.packing import Piece, Place, Side
from tijdlijn.layout.tiles import FREE, OVERHANG, TILE, Column, PlacedFigure, Surface, Tile, Window, between, extended


@dataclass(frozen=True)
class PlacedLane:
    """One lane: its strip from `top`, `height` high with `rows` rows, and its tiles as they are asked for."""

    surface: Surface
    content: LaneContent
    index: int
    top: float
    height: float
    rows: int
    is_folded: bool = False
    _tiles: dict[int, Tile] = field(repr=False, compare=False, default_factory=dict)
    crossing_columns: dict[tuple[int, Side], Column] = field(repr=False, compare=False, default_factory=dict)
    _crossed_shapes: dict[int, tuple[Figure, Piece]] = field(repr=False, compare=False, default_factory=dict)

    @property
    def lane(self) -> Lane:
        """Which lane it is."""
        return self.content.lane

    @property
    def ground(self) -> str:
        """`even` or `odd`: which of the two grounds it has."""
        return "odd" if self.index % 2 else "even"

    @property
    def first_row(self) -> float:
        """Where its uppermost row begins, from the top of the lanes."""
        return self.top + self.surface.measure.pad / 2

    @property
    def has_rows(self) -> bool:
        """Whether entries are placed in it: not in a heading, nor in a lane that is folded to a strip."""
        return self.rows > 0 and not self.is_folded

    def take_over(self, other: PlacedLane) -> None:
        """Keep what another lane of the same content laid out, where it had the same room at the same scale."""
        mine, its = self.surface, other.surface
        if (self.rows, mine.axis, mine.measure, mine.grid, mine.frame.is_page) == (
            other.rows, its.axis, its.measure, its.grid, False,
        ):  # fmt: skip
            is_drawn = (self.top, self.ground, mine.behind) == (other.top, other.ground, its.behind)
            tiles = other._tiles.copy().items()
            self._tiles.update(tiles if is_drawn else ((number, tile.undrawn()) for number, tile in tiles))

    # What is placed where

    @property
    def figures(self) -> list[PlacedFigure]:
        """Everything that has a place, laid out to the last tile."""
        placed = [item for tile in self.tiles() for item in tile.figures]
        return sorted((*placed, *self.crossing_in((-FREE, FREE))), key=lambda item: item.left)

    @property
    def bundles(self) -> list[Bundle]:
        """Everything that is counted, laid out to the last tile."""
        return [bundle for tile in self.tiles() for bundle in tile.bundles]

    def tiles(self, window: Window = (-FREE, FREE)) -> list[Tile]:
        """The tiles that hold anything and may reach into a stretch of x."""
        return [self.tile(number) for number in self._numbers(window)]

    def made_tiles(self, window: Window) -> Iterator[Tile | None]:
        """The same as far as they are laid out; None for one that is not yet."""
        return (self._tiles.get(number) for number in self._numbers(window))

    def _numbers(self, window: Window) -> range:
        content, grid = self.content, self.surface.grid
        if not content.entries or not self.has_rows:
            return range(0)
        first = max(grid.tile(content.starts[0]), self._tile_at(window[0] - OVERHANG))
        last = min(grid.tile(content.reach[-1]), self._tile_at(window[1]))
        return range(int(first), int(last) + 1)

    def _tile_at(self, x: float) -> float:
        return self.surface.grid.tile(self.surface.axis.day(x)) if abs(x) < FREE else x

    def tile(self, number: int) -> Tile:
        """A tile, laid out when it is first asked for."""
        found = self._tiles.get(number)
        if found is None:
            found = self._tiles.setdefault(number, Laying(self, number).laid_out())
        return found

    def visible(self, window: Window) -> Iterator[PlacedFigure]:
        """The figures that touch a stretch of x."""
        yield from chain.from_iterable(tile.visible(window) for tile in self.tiles(window))
        yield from self.crossing_in(window)

    def bundles_in(self, window: Window) -> Iterator[Bundle]:
        """The bundles that touch a stretch of x."""
        return chain.from_iterable(tile.bundles_in(window) for tile in self.tiles(window))

    def find(self, id_: str) -> PlacedFigure | Bundle | None:
        """Where an entry is drawn or counted in this lane; None when it does not lie here."""
        index = self.content.places.get(id_)
        if index is None or not self.has_rows:
            return None
        tile = self.tile(self.surface.grid.tile(self.content.starts[index]))
        for item in tile.figures:
            if item.index == index:
                return item
        bundle = next((bundle for bundle in tile.bundles if id_ in bundle.ids), None)
        return bundle or self._crossed(index, (-FREE, FREE))

    def running_on(self, x: float) -> int:
        """How many counted entries run on at a place although their bracket ended before it."""
        if self.crossing is None or not self.has_rows:
            return 0
        grid, day = self.surface.grid, self.surface.axis.day(x)
        here, starts, ends, rows = grid.tile(day), self.content.starts, self.content.ends, self.crossing.rows
        first, last = bisect_left(starts, grid.stretch(here)[0]), bisect_left(starts, day)
        own = self.crossing.indices[
            bisect_left(self.crossing.indices, first) : bisect_left(self.crossing.indices, last)
        ]
        pad = grid.pad
        begun_here = sum(rows[i] >= self.rows_for_crossing and starts[i] - pad < day <= ends[i] + pad for i in own)
        before = between(self.crossing.without_row(self.rows_for_crossing), day) - begun_here
        return max(before, 0) + (self.tile(here).running_on(x) if here in self._numbers((x, x)) else 0)

    @cached_property
    def crossing(self) -> Crossing | None:
        """What touches the borders of the tiles; None when there are no borders."""
        grid = self.surface.grid
        return self.content.crossing(grid, grid.pad, grid.tile) if grid.has_borders else None

    @property
    def rows_for_crossing(self) -> int:
        """Rows for what touches a border: one is kept for numbers."""
        return max(self.rows - 1, 1)

    def crossing_in(self, window: Window) -> Iterator[PlacedFigure]:
        """The figures that touch the border of a tile, as far as they touch a stretch of x."""
        if self.crossing is None or not self.has_rows:
            return
        axis = self.surface.axis
        days = (axis.day(window[0] - OVERHANG), axis.day(window[1])) if window[1] < FREE else window
        for index in self.crossing.between(*days, self.rows_for_crossing):
            item = self._crossed(index, window)
            if item.right >= window[0] and item.left <= window[1]:
                yield item

    def _crossed(self, index: int, window: Window) -> PlacedFigure:
        """A figure that touches a border of tiles; its text stands within it, or after its end."""
        assert self.crossing is not None
        row = self.crossing.rows[index]
        shape, piece = self.crossing_piece(index)
        if piece.inside:
            return PlacedFigure(shape, Place(row, Side.INSIDE, piece.label), piece.left, piece.right, index)
        place = Place(row, Side.NONE, 0.0, Detail.MARK)
        if piece.right + TILE / 4 >= window[0] and piece.right <= window[1]:
            place = self.tile(self.end_tile(index)).held.get(index, place)
        return extended(shape, piece, place, self.surface.measure, index)

    def crossing_piece(self, index: int) -> tuple[Figure, Piece]:
        """The figure of an entry that touches a border, and what it wants; many tiles ask for the same."""
        found = self._crossed_shapes.get(index)
        if found is None:
            shape = self.shape(index)
            found = self._crossed_shapes[index] = shape, shape.piece(self.surface.measure)
        return found

    def end_tile(self, index: int) -> int:
        """The tile in which the ink of an entry ends, and its text may stand."""
        return self.surface.grid.tile(self.content.ends[index] + self.surface.grid.pad)

    def shape(self, index: int) -> Figure:
        """The figure of an entry of this lane."""
        return self.surface.figure(self.content.entries[index], self.surface.has_lines)

    @cached_property
    def most(self) -> Detail:
        """The most that is shown of an entry at this scale."""
        surface = self.surface
        return most_detail(surface.axis.points_per_day, surface.measure.label, self.rows)
