"""An amount as a bar: what it surely costs solid, what it may cost beyond that hatched, on screen and on paper."""

from __future__ import annotations

from tijdlijn.analysis.certainty import Range
from tijdlijn.drawing.primitives import Box, Primitive

SURE, POSSIBLE = "hulp.sure", "hulp.possible"
LEAST_WIDTH = 1.0
"""Points of the smallest part that is seen."""


def bar(figure: Range, most: int, width: float, height: float) -> tuple[Primitive, ...]:
    """A bar from its own top left, of which `most` would be `width` points wide; nothing for nothing."""
    if most <= 0 or figure[1] <= 0:
        return ()
    sure, whole = (max(0, one) / most * width for one in figure)
    items: list[Primitive] = []
    if whole - sure > 0:
        items.append(Box(sure, 0.0, max(LEAST_WIDTH, whole - sure), height, POSSIBLE))
    if sure > 0:
        items.append(Box(0.0, 0.0, max(LEAST_WIDTH, sure), height, SURE))
    return tuple(items)
