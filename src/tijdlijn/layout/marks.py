"""The signs of the timeline: a mark for each kind of moment, bars for periods, brackets for what is not exact.

No sign depends on colour alone: each kind has a shape of its own within its lane. A moment that is not known to
the day stands as a hollow mark on a bracket over all days it may be.
"""

from __future__ import annotations

from math import cos, pi, sin

from tijdlijn.drawing.primitives import Box, Face, Line, Polygon, Primitive, Text
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.model.vocabulary import Kind

SHAPES: dict[Kind, str] = {
    Kind.GEBEURTENIS: "dot",
    Kind.DIAGNOSE: "cross",
    Kind.VERWACHT: "ring",
    Kind.HULPVRAAG: "ring",
    Kind.SIGNAAL: "dot",
    Kind.CONTACT: "dot",
    Kind.ACTIE: "dot",
    Kind.BESLUIT: "square",
    Kind.ULTIMATUM: "triangle",
    Kind.OVERDRACHT: "arrow",
}
"""The shape of each kind that can be a moment; a kind that is not named here has a dot."""
CLOSED_FROM = 8.0
"""Length of a bracket, in ticks, from which its ends are closed."""


def mark(kind: Kind, lane: str, x: float, y: float, size: float, hollow: bool, beside: bool = False) -> list[Primitive]:
    """The mark of a moment around a centre. `hollow` says that its day is not known exactly, `beside` that another
    account of it is followed."""
    shape = SHAPES.get(kind, "dot")
    style = f"{lane}.beside" if beside else f"{lane}.hollow" if hollow or shape == "ring" else f"{lane}.mark"
    half = size / 2
    match shape:
        case "square":
            side = size * 0.86
            return [Box(x - side / 2, y - side / 2, side, side, style, size * 0.1)]
        case "triangle":
            red = style.replace(lane, "uithuis", 1)
            return [
                Polygon(((x - half * 1.1, y + half * 0.9), (x, y - half * 1.1), (x + half * 1.1, y + half * 0.9)), red)
            ]
        case "arrow":
            back, tip = x - half, x + half * 1.15
            points = ((back, y - half), (tip, y), (back, y + half), (back + half * 0.55, y))
            return [Polygon(points, style)]
        case "cross":
            return [Polygon(_plus(x, y, half * 1.1), style)]
        case "dot":
            return [Box(x - half, y - half, size, size, style, half)]
        case _:
            inner = size * 0.92
            return [Box(x - inner / 2, y - inner / 2, inner, inner, style, inner / 2)]


def diamond(x: float, y: float, size: float, style: str) -> Polygon:
    """The sign of a schakelmoment."""
    half = size / 2
    return Polygon(((x, y - half), (x + half, y), (x, y + half), (x - half, y)), style)


def unknown(lane: str, x: float, y: float, size: float) -> list[Primitive]:
    """The sign of an entry whose date is not known: a question mark in a ring."""
    ring = Box(x - size / 2, y - size / 2, size, size, f"{lane}.hollow", size / 2)
    letter = size * 0.94
    left = x - text_width("?", letter, Face.SEMIBOLD) / 2
    return [ring, Text(left, y + letter * 0.33, "?", "label", letter, Face.SEMIBOLD)]


def _plus(x: float, y: float, half: float) -> tuple[tuple[float, float], ...]:
    arm = half * 0.36
    corners = []
    for quarter in range(4):
        angle = quarter * pi / 2
        for along, across in ((arm, -arm), (half, -arm), (half, arm)):
            dx = along * cos(angle) - across * sin(angle)
            dy = along * sin(angle) + across * cos(angle)
            corners.append((x + dx, y + dy))
    return tuple(corners)


def differs(x: float, y: float, size: float) -> list[Primitive]:
    """The sign that sources differ about an entry: not equal, around a centre."""
    half, gap = size * 0.42, size * 0.2
    lines = [Line(x - half, y + at, x + half, y + at, "differs") for at in (-gap, gap)]
    return [*lines, Line(x - half * 0.55, y + size * 0.56, x + half * 0.55, y - size * 0.56, "differs")]


def bracket(lane: str, left: float, right: float, y: float, tick: float, beside: bool = False) -> list[Primitive]:
    """A line over all days a moment may be, closed at both ends; a short one, mostly under its mark, is only a line.
    It is broken `beside` another account that is followed."""
    style = f"{lane}.beside.bracket" if beside else f"{lane}.bracket"
    line = Line(left, y, right, y, style)
    if right - left < CLOSED_FROM * tick:
        return [line]
    return [line, Line(left, y - tick, left, y + tick, style), Line(right, y - tick, right, y + tick, style)]


def bar(
    lane: str,
    extent: tuple[float, float],
    sure: tuple[float, float] | None,
    top: float,
    height: float,
    ending: str,
) -> list[Primitive]:
    """A period: possible days faded and hatched, sure days solid, an arrow for an open end, ragged for unknown.

    What belongs to a scenario (`imagined`) has only a broken outline: it did not happen. So has what stands `beside`
    another account that is followed, in a thinner line.
    """
    left, right = extent
    if ending == "imagined":
        return [Box(left, top, right - left, height, f"{lane}.preview", 1.5)]
    if ending == "beside":
        return [Box(left, top, right - left, height, f"{lane}.beside", 1.5)]
    pieces: list[Primitive] = []
    if sure is None or sure[0] - left > 0.4 or right - sure[1] > 0.4:
        body_right = right if ending != "unknown" else max(right - height * 0.5, left)
        pieces.append(Box(left, top, body_right - left, height, f"{lane}.possible", 1.5 if ending == "known" else 0.0))
        if ending == "unknown":
            pieces.append(_ragged(body_right, right, top, height, f"{lane}.possible"))
    if sure is not None:
        pieces.append(Box(sure[0], top, max(sure[1] - sure[0], 1.2), height, f"{lane}.sure", 1.5))
    if ending == "open":
        middle = top + height / 2
        tip = right + height * 0.5
        pieces.append(Polygon(((right - 0.2, top), (tip, middle), (right - 0.2, top + height)), f"{lane}.sure"))
    return pieces


def _ragged(left: float, right: float, top: float, height: float, style: str) -> Polygon:
    teeth = 3
    step = height / teeth
    points = [(left - 0.2, top)]
    for tooth in range(teeth):
        points += [(right, top + (tooth + 0.25) * step), (left + (right - left) * 0.25, top + (tooth + 0.75) * step)]
    points.append((left - 0.2, top + height))
    return Polygon(tuple(points), style)
