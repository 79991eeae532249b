"""One entry as a figure: how much room its ink and label want, and its primitives once it has a place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tijdlijn.drawing.primitives import Box, Group, Primitive, Text
from tijdlijn.drawing.text_metrics import shortened
from tijdlijn.layout import marks
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.naming import label_of
from tijdlijn.layout.packing import Piece, Place, Side
from tijdlijn.model.entries import Bounds, Entry
from tijdlijn.model.vocabulary import Kind

PREVIEW_ID = "preview"
"""Id of an entry that is being typed: it is always shown."""
IMPORTANT_KINDS = frozenset({Kind.UITHUISPLAATSING, Kind.ULTIMATUM})


@dataclass(frozen=True, slots=True)
class Figure:
    """The geometry of one dated entry on an axis: `left` to `right` is its ink, `sure` what is certain of it."""

    entry: Entry
    lane: str
    left: float
    right: float
    sure: tuple[float, float] | None
    centre: float
    exact: bool
    ending: str
    label: str
    label_width: float

    @property
    def is_bar(self) -> bool:
        """Whether it is drawn as a period."""
        return self.entry.is_span and self.ending != "undated"

    def piece(self, measure: Measure) -> Piece:
        """What it wants of the packer."""
        inside = self.inner(measure) is not None
        important = bool(self.entry.schakelmoment) or self.entry.kind in IMPORTANT_KINDS or self.entry.id == PREVIEW_ID
        right = self.right + (measure.bar * 0.5 if self.ending == "open" else 0.0)
        return Piece(self.left, right, self.label_width, inside, important)

    def inner(self, measure: Measure) -> tuple[float, float, str] | None:
        """The stretch of its ink in which its label finds room, with the label's style: sure days before possible
        ones; for a moment the bracket, when the mark and the label find room on it. None when there is no such."""
        wanted = self.label_width + 2 * measure.gap
        if self.ending == "undated":
            return None
        if not self.is_bar:
            wanted += measure.mark + measure.gap
            return (self.left, self.right, "label") if not self.exact and self.right - self.left >= wanted else None
        if self.sure and self.sure[1] - self.sure[0] >= wanted:
            return (*self.sure, f"{self.lane}.inside")
        stretches: tuple[tuple[float, float], ...] = ((self.left, self.right),)
        if self.sure:
            stretches = ((self.sure[1], self.right), (self.left, self.sure[0]))
        return next(((low, high, "label") for low, high in stretches if high - low >= wanted), None)


def figure(entry: Entry, bounds: Bounds, lane: str, axis: Axis, measure: Measure) -> Figure:
    """The geometry of an entry; a mark or a bar is never smaller than can be seen."""
    label = label_of(entry) + (f" (scenario: {entry.scenario})" if entry.scenario else "")
    width = measure.label_width(label)
    if not bounds.is_span:
        exact = bounds.start_min == bounds.start_max
        left, right = axis.x(bounds.start_min), axis.x(bounds.start_max + 1)
        centre = (left + right) / 2
        half = measure.mark / 2
        return Figure(
            entry, lane, min(left, centre - half) if not exact else centre - half,
            max(right, centre + half) if not exact else centre + half,
            None, centre, exact, "known", label, width,
        )  # fmt: skip
    last = max(bounds.end_max, bounds.start_max)
    left, right = axis.x(bounds.start_min), axis.x(last + 1)
    right = max(right, left + measure.mark * 0.4)
    sure = bounds.sure
    span = (axis.x(sure[0]), min(axis.x(sure[1] + 1), right)) if sure else None
    ending = "open" if bounds.open_end else "unknown" if bounds.unknown_end else "known"
    if entry.scenario:
        span, ending = None, "imagined"
    return Figure(entry, lane, left, right, span, left, sure is not None, ending, label, width)


def undated_figure(entry: Entry, day: float, lane: str, axis: Axis, measure: Measure) -> Figure:
    """The geometry of an entry without a date, at its place between its neighbours; its label says so."""
    label = f"{label_of(entry)} (datum onbekend)"
    centre, half = axis.x(day), measure.mark * 0.62
    width = measure.label_width(label)
    return Figure(entry, lane, centre - half, centre + half, None, centre, False, "undated", label, width)


def within(shape: Figure, left: float, right: float) -> Figure:
    """The part of a figure that lies on a page between two places."""
    sure = shape.sure
    if sure:
        sure = (max(sure[0], left), min(sure[1], right)) if sure[1] > left and sure[0] < right else None
    ending = "known" if shape.right > right and shape.is_bar else shape.ending
    cut = max(shape.left, left), min(shape.right, right)
    centre = min(max(shape.centre, left), right)
    return replace(shape, left=cut[0], right=cut[1], sure=sure, centre=centre, ending=ending)


def drawn(
    shape: Figure, place: Place, top: float, measure: Measure, name: str, window: tuple[float, float], halo: str
) -> Group:
    """The primitives of a placed figure in a row at `top`.

    `window` is the visible stretch of x: a label inside a bar stays within it. `halo` is the style of the ground
    behind a label beside its mark, or empty when nothing lies behind it.
    """
    middle = top + measure.row / 2
    children: list[Primitive] = []
    if shape.is_bar:
        bar_top = middle - measure.bar / 2
        children += marks.bar(shape.lane, (shape.left, shape.right), shape.sure, bar_top, measure.bar, shape.ending)
    else:
        children += _moment(shape, place, top, measure, window)
    left, right = shape.left, shape.right
    if place.shown:
        x, text, style = _label(shape, place, measure, window)
        width = measure.label_width(text)
        if halo and place.side is not Side.INSIDE:
            children.append(Box(x - 1.5, middle - measure.label * 0.62, width + 3, measure.label * 1.24, halo))
        children.append(Text(x, measure.baseline(top, measure.row, measure.label), text, style, measure.label))
        left, right = min(left, x), max(right, x + width)
    bounds = (left, top, right - left, measure.row)
    return Group(f"entry:{shape.entry.id}", tuple(children), name, bounds)


def _moment(shape: Figure, place: Place, top: float, measure: Measure, window: tuple[float, float]) -> list[Primitive]:
    middle = top + measure.row / 2
    if shape.ending == "undated":
        return marks.unknown(shape.lane, shape.centre, middle, measure.mark * 1.24)
    centre, line = shape.centre, middle
    if place.side is Side.INSIDE:
        centre = _sticky(shape, measure, window) - measure.gap - measure.mark / 2
        line = top + measure.row - measure.mark * 0.3
    pieces: list[Primitive] = []
    if not shape.exact and shape.right - shape.left > measure.mark * 1.3:
        pieces += marks.bracket(shape.lane, shape.left, shape.right, line, measure.mark * 0.3)
    return pieces + marks.mark(shape.entry.kind, shape.lane, centre, middle, measure.mark, not shape.exact)


def _sticky(shape: Figure, measure: Measure, window: tuple[float, float]) -> float:
    """Where an inner label begins: at the beginning of its stretch, or at the visible edge, as far as it fits."""
    stretch = shape.inner(measure)
    assert stretch is not None
    lead = measure.gap if shape.is_bar else 2 * measure.gap + measure.mark
    low, high = stretch[0] + lead, stretch[1] - measure.gap - shape.label_width
    return max(low, min(window[0] + lead, high))


def _label(shape: Figure, place: Place, measure: Measure, window: tuple[float, float]) -> tuple[float, str, str]:
    stretch = shape.inner(measure) if place.side is Side.INSIDE else None
    if stretch:
        return _sticky(shape, measure, window), shape.label, stretch[2]
    text = shape.label
    if place.width < shape.label_width - 0.01:
        text = shortened(text, place.width, measure.label)
    if place.side is Side.LEFT:
        return shape.left - measure.gap - measure.label_width(text), text, "label"
    after = measure.bar * 0.5 if shape.ending == "open" and shape.is_bar else 0.0
    return shape.right + after + measure.gap, text, "label"
