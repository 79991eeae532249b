"""Pages that wait are folded small and come out as they went in."""

from __future__ import annotations

import sys

from tijdlijn.drawing.folded import folded, unfolded
from tijdlijn.drawing.primitives import Box, Face, Group, Line, Polygon, Text


def test_what_is_folded_comes_out_equal() -> None:
    items = (
        Text(1.1, 2.2, "Noor \ud800 😀", "ink", 8.2, Face.ITALIC),
        Group("row:1", (Box(1, 2, 3, 4, "ground", 0.5), Group("tag:P", ())), "Noor naar oma", (0.1, 2, 3, 4)),
        Line(0, 0, 9.5, 0, "rule"),
        Polygon(((0.5, 1), (2, 3), (4, 5)), "mark"),
    )
    assert unfolded(folded(items)) == items
    assert unfolded(folded(())) == ()


def test_a_page_of_a_table_becomes_small() -> None:
    lines = tuple(Text(40.0, 12.5 * n, f"Gesprek {n} over verzuim", "page.text", 8.2) for n in range(200))
    assert len(folded(lines)) * 8 < sum(sys.getsizeof(line) + sys.getsizeof(line.text) for line in lines)
