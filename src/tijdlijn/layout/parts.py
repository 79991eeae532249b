"""The opening of a part of a report: its title and one line that says what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tijdlijn.drawing.primitives import Face, Primitive, Text
from tijdlijn.drawing.tags import P, tagged
from tijdlijn.drawing.text_metrics import wrapped
from tijdlijn.layout.flow import Block

TITLE, LEAD, LEAD_STEP = 20.0, 8.6, 11.5
ABOVE, ROOM = 34.0, 150.0
"""The white above a part that begins on a page, and how much of the page must be left for that."""


def part_title(title: str, lead: str, width: float) -> Block:
    """Opens section 0, with a line in the outline."""
    lines = wrapped(lead, width, LEAD) if lead else []
    told = [Text(0.0, 33.0 + i * LEAD_STEP, line, "page.muted", LEAD) for i, line in enumerate(lines)]
    items = titled("H1", [Text(0.0, 19.0, title, "page.title", TITLE, Face.SEMIBOLD)], told)
    height = 46.0 + LEAD_STEP * max(0, len(lines) - 1)
    return Block(height, items, before=ABOVE, keep=True, section=0, bookmark=title, role="", room=ROOM)


def heading(title: str, lead: str, width: float, bookmark: bool = True) -> Block:
    """Opens section 1 within a part: a smaller title, with a line in the outline."""
    lines = wrapped(lead, width, 7.8) if lead else []
    told = [Text(0.0, 25.0 + i * 10.4, line, "page.muted", 7.8) for i, line in enumerate(lines)]
    items = titled("H2", [Text(0.0, 13.0, title, "page.title", 12.5, Face.SEMIBOLD)], told)
    again = Block(16.0, (Text(0.0, 9.0, f"{title}, vervolg", "page.muted", 8.2, Face.SEMIBOLD),))
    height = 20.0 + 10.4 * len(lines)
    mark = title if bookmark else ""
    return Block(height, items, before=16.0, keep=True, section=1, resumed=again, bookmark=mark, role="")


def titled(role: str, title: Iterable[Primitive], lead: Sequence[Primitive]) -> tuple[Primitive, ...]:
    """A heading and the line that says what it holds, each in its role."""
    return (tagged(role, title), tagged(P, lead)) if lead else (tagged(role, title),)
