"""The curve of a link from one place to another, made of the primitives that there are.

A curve leaves a bar at its end and a mark upward or downward, past the text at its right, and arrives from the left
where it can. Two places in one row are joined along the edge of that row, so that no text is struck through.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import hypot

from tijdlijn.drawing.primitives import Line, Polygon, Primitive

Point = tuple[float, float]
Bounds = tuple[float, float, float, float]

STEPS = 24
"""Pieces that a curve is made of."""
HEAD = 6.0
"""Length of an arrow head."""
WIDTH = 1.7
DASH, BETWEEN, MOST_DASHES = 6.0, 4.0, 45
LEAD = 20.0
"""How far before the begin of the second entry a curve leaves a bar that goes on."""
REACH = 3.5
"""How far from a curve a pointer meets it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The ink of an entry: a stretch of x, the middle of its row, half its height and half that of its row.

    `text_left` and `text_right` tell on which side a text stands.
    """

    left: float
    right: float
    y: float
    half: float
    row: float
    text_left: bool = False
    text_right: bool = False


@dataclass(frozen=True, slots=True)
class Curve:
    """A curve as points, with the direction in which it arrives."""

    points: tuple[Point, ...]
    heading: Point

    @property
    def length(self) -> float:
        """Its length in points."""
        return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(self.points))

    def at(self, share: float) -> Point:
        """The place at a share of its points."""
        return self.points[round(share * (len(self.points) - 1))]


@lru_cache(maxsize=512)
def curve(first: Spot, second: Spot) -> Curve:
    """From the end of one spot to the begin of another."""
    if abs(first.y - second.y) < 1.0 and first.half and second.half:
        return _along(first, second)
    down = 1.0 if second.y > first.y else -1.0
    leave = min(first.right, max(first.left, second.left - LEAD))
    begin, out = (leave, first.y + down * first.half), (0.0, down)
    if leave == first.right and not first.text_right and second.left > first.right:
        begin, out = (first.right, first.y), (1.0, 0.0)
    elif leave == first.right:
        begin = (max(first.right - first.half, first.left), begin[1])
    end, into = (second.left - 1, second.y), (1.0, 0.0)
    if second.text_left or (second.left - begin[0] < LEAD * 0.6 and second.half):
        end, into = (min(second.left + second.half, second.right), second.y - down * (second.half + 1)), (0.0, down)
    return _bent(begin, out, end, into)


def _along(first: Spot, second: Spot) -> Curve:
    """Up to the edge of the row, and down on the second."""
    begin = (max(first.right - first.half, (first.left + first.right) / 2), first.y - first.half)
    if first.right > second.left:
        begin = (max(first.left, min(first.right, second.left) - LEAD), begin[1])
    end = (min(second.left + second.half, (second.left + second.right) / 2), second.y - second.half - 1)
    edge = first.y - first.row + 0.5
    side = min((end[0] - begin[0]) / 3, 10.0)
    middle = ((begin[0] + end[0]) / 2, edge)
    rise = _bezier(begin, (begin[0], edge), (begin[0] + side, edge), middle, STEPS // 2)
    fall = _bezier(middle, (end[0] - side, edge), (end[0], edge), (end[0], end[1] - HEAD), STEPS // 2)
    return Curve((*rise, *fall[1:], end), (0.0, 1.0))


def _bent(begin: Point, out: Point, end: Point, into: Point) -> Curve:
    """An S from one place and direction to another; its last stretch, under the arrow head, is straight."""
    foot = (end[0] - into[0] * HEAD, end[1] - into[1] * HEAD)
    across, over = abs(foot[0] - begin[0]), abs(foot[1] - begin[1])
    leave = _handle(out, across, over)
    arrive = _handle(into, across, over)
    first = (begin[0] + out[0] * leave, begin[1] + out[1] * leave)
    last = (foot[0] - into[0] * arrive, foot[1] - into[1] * arrive)
    return Curve((*_bezier(begin, first, last, foot, STEPS), end), into)


def _handle(direction: Point, across: float, over: float) -> float:
    """How far a curve keeps its direction: half the way that it has to go in that direction."""
    if direction[0]:
        return min(max(across * 0.45, 14.0), 160.0)
    return min(max(over * 0.5, 10.0), 60.0)


def _bezier(a: Point, b: Point, c: Point, d: Point, steps: int) -> tuple[Point, ...]:
    points = []
    for number in range(steps + 1):
        t = number / steps
        s = 1 - t
        w0, w1, w2, w3 = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        points.append((w0 * a[0] + w1 * b[0] + w2 * c[0] + w3 * d[0], w0 * a[1] + w1 * b[1] + w2 * c[1] + w3 * d[1]))
    return tuple(points)


@lru_cache(maxsize=512)
def drawn(line: Curve, style: str, dashed: bool, with_head: bool = True) -> tuple[Primitive, ...]:
    """A curve as a ribbon, or as dashes, with an arrow head. `style` fills the ribbon and the head, and strokes the
    dashes."""
    points = line.points[:-1] if with_head else line.points
    parts: list[Primitive] = list(_dashes(points, style)) if dashed else [_ribbon(points, style)]
    if with_head:
        parts.append(_head(line, style))
    return tuple(parts)


def _ribbon(points: tuple[Point, ...], style: str) -> Polygon:
    above, below = [], []
    for index, (x, y) in enumerate(points):
        before, after = points[max(index - 1, 0)], points[min(index + 1, len(points) - 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        size = hypot(dx, dy) or 1.0
        nx, ny = -dy / size * WIDTH / 2, dx / size * WIDTH / 2
        above.append((x + nx, y + ny))
        below.append((x - nx, y - ny))
    return Polygon((*above, *reversed(below)), f"{style}.fill")


def _dashes(points: tuple[Point, ...], style: str) -> list[Line]:
    """Strokes of one length along a curve; on a long one they are longer."""
    steps = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
    stretch = max(sum(steps) / MOST_DASHES / (DASH + BETWEEN), 1.0)
    lines: list[Line] = []
    walked, ends = 0.0, DASH * stretch
    pen: Point | None = points[0]
    for ((ax, ay), (bx, by)), step in zip(pairwise(points), steps, strict=True):
        while step and walked + step >= ends:
            share = (ends - walked) / step
            ax, ay = ax + (bx - ax) * share, ay + (by - ay) * share
            step -= ends - walked
            walked = ends
            if pen is not None:
                lines.append(Line(*pen, ax, ay, f"{style}.line"))
            pen = None if pen is not None else (ax, ay)
            ends += (DASH if pen is not None else BETWEEN) * stretch
        if pen is not None:
            lines.append(Line(*pen, bx, by, f"{style}.line"))
            pen = (bx, by)
        walked += step
    return lines


def _head(line: Curve, style: str) -> Polygon:
    (x, y), (hx, hy) = line.points[-1], line.heading
    back = (x - hx * HEAD, y - hy * HEAD)
    half = HEAD * 0.5
    return Polygon(
        ((x, y), (back[0] - hy * half, back[1] + hx * half), (back[0] + hy * half, back[1] - hx * half)),
        f"{style}.fill",
    )


@lru_cache(maxsize=512)
def met(line: Curve) -> tuple[Bounds, ...]:
    """Where a pointer meets a curve: boxes along it, none much larger than the piece that it is about."""
    found = []
    for (ax, ay), (bx, by) in pairwise(line.points):
        parts = max(1, min(round(min(abs(bx - ax), abs(by - ay)) / 8), 6))
        for part in range(parts):
            x1, x2 = ax + (bx - ax) * part / parts, ax + (bx - ax) * (part + 1) / parts
            y1, y2 = ay + (by - ay) * part / parts, ay + (by - ay) * (part + 1) / parts
            left, top = min(x1, x2) - REACH, min(y1, y2) - REACH
            found.append((left, top, abs(x2 - x1) + 2 * REACH, abs(y2 - y1) + 2 * REACH))
    return tuple(found)
