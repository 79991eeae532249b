"""How large things are drawn: one set of sizes for the screen, one for each size of paper. All in points.

Sizes grow with the sheet, so that an A3 reads at arm's length and an A0 at two metres.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from tijdlijn.drawing.primitives import Face
from tijdlijn.drawing.text_metrics import text_width

OF_A_ROW, OF_A_RULER, OF_A_MARK = 1.35, 1.25, 0.86
"""How many times as high as its type a row of labels, an age ruler and a mark are at least."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Sizes of type and marks."""

    label: float = 12.0
    small: float = 11.0
    tiny: float = 10.0
    strong: float = 13.0
    year: float = 13.0
    row: float = 17.0
    bar: float = 12.0
    mark: float = 8.0
    gap: float = 5.0
    pad: float = 6.0
    ruler: float = 14.0
    names: float = 132.0

    def scaled(self, factor: float) -> Measure:
        """The same, every size times `factor`."""
        return Measure(**{field.name: getattr(self, field.name) * factor for field in fields(self)})

    def legible(self, least: float) -> Measure:
        """The same with no type below a size, and rows, rulers and marks in keeping with it."""
        type_sizes = ("label", "small", "tiny", "strong", "year")
        larger = replace(self, **{name: max(getattr(self, name), least) for name in type_sizes})
        return replace(
            larger,
            row=max(self.row, larger.label * OF_A_ROW),
            ruler=max(self.ruler, larger.tiny * OF_A_RULER),
            mark=max(self.mark, larger.tiny * OF_A_MARK),
        )

    def label_width(self, text: str) -> float:
        """Width of a label."""
        return text_width(text, self.label)

    def small_width(self, text: str, face: Face = Face.REGULAR) -> float:
        """Width of a small text."""
        return text_width(text, self.small, face)

    def baseline(self, top: float, height: float, size: float) -> float:
        """Where the baseline lies so that capitals of a size stand in the middle of a strip."""
        return top + height / 2 + size * 0.33


SCREEN = Measure()
"""The sizes of the window; a point is a logical pixel there, and type has whole pixels, as Qt rounds its size."""

COMPACT = replace(SCREEN, row=15.0, bar=11.0, pad=4.0, ruler=13.0)
"""The sizes of a low window: the same type, less air."""
