"""The five primitives of every picture, on screen and on paper.

Coordinates are points (1/72 inch), x to the right, y down from the top. A style is a name that a theme of
`drawing.styles` resolves to colours; sizes and positions are decided by the layout alone. Five are enough: a dot is
a box with a radius of half its side, a diamond is a polygon.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Face(StrEnum):
    """The cuts of the shipped typeface."""

    REGULAR = "Regular"
    SEMIBOLD = "Semibold"
    BOLD = "Bold"
    ITALIC = "It"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `radius` rounds all four corners."""

    x: float
    y: float
    width: float
    height: float
    style: str
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    style: str


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed, filled shape of three points or more."""

    points: tuple[tuple[float, float], ...]
    style: str


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text that begins at `x` with its baseline at `y`; `size` in points, no kerning.

    The style's fill is its colour. `text` is shown as it is: it is never markup.
    """

    x: float
    y: float
    text: str
    style: str
    size: float
    face: Face = Face.REGULAR


@dataclass(frozen=True, slots=True)
class Group:
    """What shows one thing: `id` names it ("entry:…", "gap:…"), `label` is its Dutch name for a screen reader.

    `bounds` is `(x, y, width, height)` of where a pointer meets it, which may be larger than what is drawn.
    """

    id: str
    children: tuple[Primitive, ...]
    label: str = ""
    bounds: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


Primitive = Box | Line | Polygon | Text | Group


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole picture: its size in points and its primitives, first drawn first."""

    width: float
    height: float
    items: tuple[Primitive, ...]


def flatten(items: Iterable[Primitive]) -> Iterator[Box | Line | Polygon | Text]:
    """All primitives in drawing order without their groups."""
    for item in items:
        if isinstance(item, Group):
            yield from flatten(item.children)
        else:
            yield item


def moved(item: Primitive, dx: float, dy: float) -> Primitive:
    """The same primitive at another place."""
    match item:
        case Box(x, y, width, height, style, radius):
            return Box(x + dx, y + dy, width, height, style, radius)
        case Line(x1, y1, x2, y2, style):
            return Line(x1 + dx, y1 + dy, x2 + dx, y2 + dy, style)
        case Polygon(points, style):
            return Polygon(tuple((x + dx, y + dy) for x, y in points), style)
        case Text(x, y, text, style, size, face):
            return Text(x + dx, y + dy, text, style, size, face)
        case Group(id_, children, label, (x, y, width, height)):
            inner = tuple(moved(child, dx, dy) for child in children)
            return Group(id_, inner, label, (x + dx, y + dy, width, height))
