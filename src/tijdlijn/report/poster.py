"""A picture over several sheets that are glued together: a wall poster from an ordinary printer.

The rule: the picture is laid out once, for the size that the sheets make together, and cut. Neighbours share a strip,
so that who cuts and glues need not be exact. Each sheet has a margin that no printer reaches, with its letter, a small
map of all sheets, and marks to cut along.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tijdlijn.drawing.primitives import Box, Drawing, Face, Group, Line, Polygon, Primitive, Text, moved
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.flow import Bookmark
from tijdlijn.layout.sheet import CONFIDENTIAL, POINTS_PER_MM, PaperSize, right_aligned
from tijdlijn.report.options import Poster

MARGIN = 34.0
"""Around what is printed of the picture on each sheet, in points: 12 mm."""
MARK, APART, SMALL, BEYOND = 14.0, 4.0, 7.0, 3.0


@dataclass(frozen=True, slots=True)
class Tile:
    """One sheet of a poster: its paper, what is on it, and what it is called ("blad A1, 1 van 9")."""

    paper: PaperSize
    items: tuple[Primitive, ...]
    name: str
    letter: str

    def first(self, bookmarks: tuple[Bookmark, ...]) -> tuple[Bookmark, ...]:
        """The bookmarks, on the first sheet only."""
        return bookmarks if self.letter == "A1" else ()


def poster_words(poster: Poster) -> str:
    """What the picture says of itself where a page has its number."""
    count = poster.columns * poster.rows
    return f"poster van {count} bladen" if count > 1 else "poster van 1 blad"


def poster_size(poster: Poster, landscape: bool) -> PaperSize:
    """The size of the picture that the sheets make together."""
    width, height = _window(poster, landscape)
    overlap = _overlap(poster)
    return PaperSize(
        f"{poster.columns} × {poster.rows} {poster.paper}",
        poster.columns * width - (poster.columns - 1) * overlap,
        poster.rows * height - (poster.rows - 1) * overlap,
    )


def corners(poster: Poster, landscape: bool) -> tuple[tuple[str, float, float], ...]:
    """For each sheet its letter and which point of the picture is the top left of what it shows, row by row."""
    width, height = _window(poster, landscape)
    step_x, step_y = width - _overlap(poster), height - _overlap(poster)
    return tuple(
        (f"{chr(65 + row)}{column + 1}", column * step_x, row * step_y)
        for row in range(poster.rows)
        for column in range(poster.columns)
    )


def poster_sheets(picture: Drawing, poster: Poster, landscape: bool, told: str = "") -> Iterator[Tile]:
    """The picture cut into sheets, A1, A2, … B1, …; it must be as large as `poster_size`. `told` says on each sheet
    which picture it is of, when there are several."""
    paper = PaperSize.of(poster.paper, landscape)
    width, height = _window(poster, landscape)
    sheet = PaperSize(paper.name, paper.width, paper.height)
    look = poster_size(poster, landscape).scale
    places = corners(poster, landscape)
    for number, (letter, left, top) in enumerate(places, 1):
        inside = _within(picture.items, (left, top, left + width, top + height), look)
        content = tuple(moved(item, MARGIN - left, MARGIN - top) for item in inside)
        name = f"blad {letter}, {number} van {len(places)}{told and f' · {told}'}"
        items = (*content, *_margins(sheet, width, height), *_around(sheet, poster, (letter, name), width, height))
        yield Tile(sheet, items, name, letter)


def _window(poster: Poster, landscape: bool) -> tuple[float, float]:
    paper = PaperSize.of(poster.paper, landscape)
    return float(int(paper.width - 2 * MARGIN)), float(int(paper.height - 2 * MARGIN))


def _overlap(poster: Poster) -> float:
    return float(round(poster.overlap_mm * POINTS_PER_MM))


def _within(items: Sequence[Primitive], window: tuple[float, float, float, float], look: float) -> Iterator[Primitive]:
    """What may be seen in a window, so that what lies elsewhere is not on the sheet at all, not even as hidden text."""
    for item in items:
        if isinstance(item, Group):
            if children := tuple(_within(item.children, window, look)):
                yield Group(item.id, children, item.label, _cut(item.bounds, window))
        elif _meets(_extent(item), window, 3.0 * look):
            yield item


def _cut(
    bounds: tuple[float, float, float, float], window: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """Where a pointer meets it, within the window."""
    x, y = max(bounds[0], window[0]), max(bounds[1], window[1])
    right, bottom = min(bounds[0] + bounds[2], window[2]), min(bounds[1] + bounds[3], window[3])
    return x, y, max(right - x, 0.0), max(bottom - y, 0.0)


def _extent(item: Box | Line | Polygon | Text) -> tuple[float, float, float, float]:
    match item:
        case Box(x, y, width, height):
            return x, y, x + width, y + height
        case Line(x1, y1, x2, y2):
            return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
        case Polygon(points):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            return min(xs), min(ys), max(xs), max(ys)
        case Text(x, y, text, _, size, face):
            return x, y - size, x + text_width(text, size, face), y + size * 0.35


def _meets(one: tuple[float, float, float, float], other: tuple[float, float, float, float], slack: float) -> bool:
    across = one[0] <= other[2] + slack and one[2] >= other[0] - slack
    return across and one[1] <= other[3] + slack and one[3] >= other[1] - slack


def _margins(paper: PaperSize, width: float, height: float) -> Iterator[Primitive]:
    """White over what sticks out of the window, to beyond the edge of the paper: nothing is drawn where a printer does
    not reach."""
    right, bottom = MARGIN + width, MARGIN + height
    whole, edge = paper.width + 2 * BEYOND, MARGIN + BEYOND
    yield Box(-BEYOND, -BEYOND, whole, edge, "paper")
    yield Box(-BEYOND, bottom, whole, paper.height - bottom + BEYOND, "paper")
    yield Box(-BEYOND, MARGIN, edge, height, "paper")
    yield Box(right, MARGIN, paper.width - right + BEYOND, height, "paper")


def _around(
    paper: PaperSize, poster: Poster, called: tuple[str, str], width: float, height: float
) -> Iterator[Primitive]:
    """What stands in the margin of a sheet that is `called` by its letter and its name."""
    letter, name = called
    right, bottom = MARGIN + width, MARGIN + height
    if poster.cut_marks:
        yield from _cut_marks(right, bottom)
    left = MARGIN + MARK + 8
    yield from _map(poster, letter, left, paper.height - MARGIN + 3, MARGIN - 10)
    yield Text(left + 44, paper.height - 11, name, "page.strong", 10.0, Face.SEMIBOLD)
    after = left + 44 + text_width(name, 10.0, Face.SEMIBOLD) + 14
    yield Text(after, paper.height - 11, _advice(poster), "page.muted", SMALL)
    yield right_aligned(right - MARK - 8, paper.height - 11, CONFIDENTIAL, "page.confidential", 8, Face.BOLD)


def _advice(poster: Poster) -> str:
    """How the sheets become one picture."""
    size = f"{poster.columns} × {poster.rows} bladen"
    edges = "langs de tekens" if poster.cut_marks else "de witte rand weg"
    glue = f"laat {poster.overlap_mm:g} mm overlappen" if poster.overlap_mm else "leg de bladen tegen elkaar"
    return f"{size} · snij {edges}, {glue}"


def _cut_marks(right: float, bottom: float) -> Iterator[Primitive]:
    for x, away in ((MARGIN, -1), (right, 1)):
        for y, off in ((MARGIN, -1), (bottom, 1)):
            yield Line(x + away * APART, y, x + away * (APART + MARK), y, "page.rule")
            yield Line(x, y + off * APART, x, y + off * (APART + MARK), "page.rule")


def _map(poster: Poster, letter: str, x: float, y: float, height: float) -> Iterator[Primitive]:
    """All sheets, small, with this one filled."""
    cell = min(height / poster.rows, 36.0 / poster.columns)
    for row in range(poster.rows):
        for column in range(poster.columns):
            here = letter == f"{chr(65 + row)}{column + 1}"
            left, top = x + column * cell, y + row * cell
            if here:
                yield Box(left, top, cell, cell, "page.pill.zeker")
            for x1, y1, x2, y2 in ((0, 0, 1, 0), (0, 1, 1, 1), (0, 0, 0, 1), (1, 0, 1, 1)):
                yield Line(left + x1 * cell, top + y1 * cell, left + x2 * cell, top + y2 * cell, "page.rule")
