"""One entry as a figure: how much room its ink and text want, and its primitives once it has a place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tijdlijn.analysis.ahead import PROPOSED
from tijdlijn.drawing.primitives import Box, Face, Group, Primitive, Text
from tijdlijn.drawing.text_metrics import shortened, text_width
from tijdlijn.layout import marks
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.detail import Detail
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.naming import card_lines, label_of
from tijdlijn.layout.packing import Piece, Place, Side
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry
from tijdlijn.model.vocabulary import Kind

PREVIEW_ID = "preview"
"""Id of an entry that is being typed: it is always shown."""
IMPORTANT_KINDS = frozenset({Kind.UITHUISPLAATSING, Kind.ULTIMATUM})
SIGN_ROOM = 1.3
"""Room of the sign that sources differ, in marks."""
WIDEST_LINE = 24.0
"""Width of a line of a card at most, in ems of the small size, unless its title is wider."""


def is_important(entry: Entry) -> bool:
    """Whether it keeps one step more than routine entries, and goes before them."""
    return bool(entry.schakelmoment) or entry.kind in IMPORTANT_KINDS or entry.id == PREVIEW_ID


@dataclass(frozen=True, slots=True)
class Figure:
    """The geometry of one entry on an axis: `left` to `right` is its ink, `sure` what is certain of it.

    `lines` are what a card has below the title: when and what, and whom it concerns; empty where no card is shown.
    `differs` says that sources differ about it ("differs"), and that another account is followed ("beside").
    """

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
    lines: tuple[str, ...] = ()
    differs: str = ""

    def end(self, measure: Measure) -> float:
        """Where its ink ends, with the arrow of a bar that goes on and the sign that sources differ."""
        arrow = measure.bar * 0.5 if self.is_bar and self.ending == "open" else 0.0
        return self.right + arrow + (measure.mark * SIGN_ROOM if self.differs else 0.0)

    @property
    def is_faint(self) -> bool:
        """Whether it is drawn broken and soft: another account is followed, or it is only proposed for the future."""
        return self.differs == "beside" or self.is_proposed

    @property
    def is_proposed(self) -> bool:
        """Whether it is only proposed for the years to come."""
        return self.entry.id.startswith(PROPOSED)

    @property
    def is_bar(self) -> bool:
        """Whether it is drawn as a period."""
        return self.entry.is_span and self.ending != "undated"

    @property
    def is_outlined(self) -> bool:
        """Whether a moment is only an outline: it is faint, or it did not happen."""
        return self.is_faint or bool(self.entry.scenario)

    def piece(self, measure: Measure) -> Piece:
        """What it wants of the packer."""
        inside = self.inner(measure) is not None
        right = self.end(measure)
        important = is_important(self.entry)
        if not self.lines or inside:
            return Piece(self.left, right, self.label_width, inside, important, forward=self.is_proposed)
        most = WIDEST_LINE * measure.small
        widths = [min(measure.small_width(line), most) for line in self.lines]
        compact, card = widths[0], max(*widths, text_width(self.label, measure.label, Face.SEMIBOLD))
        lines = 1 + len(widths)
        return Piece(self.left, right, self.label_width, inside, important, compact, card, lines, self.is_proposed)

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


def figure(
    case: Case,
    entry: Entry,
    bounds: Bounds,
    lane: str,
    axis: Axis,
    measure: Measure,
    cards: bool,
    around: tuple[str, str] = ("", ""),
) -> Figure:
    """The geometry of a dated entry; a mark or a bar is never smaller than can be seen. `cards` asks for lines;
    `around` stands before and behind the title."""
    label = label_of(entry).join(around)
    width = measure.label_width(label)
    lines = card_lines(case, entry) if cards else ()
    if not bounds.is_span:
        exact = bounds.start_min == bounds.start_max
        left, right = axis.x(bounds.start_min), axis.x(bounds.start_max + 1)
        centre = (left + right) / 2
        half = measure.mark / 2
        return Figure(
            entry, lane, min(left, centre - half) if not exact else centre - half,
            max(right, centre + half) if not exact else centre + half,
            None, centre, exact, "known", label, width, lines,
        )  # fmt: skip
    last = max(bounds.end_max, bounds.start_max)
    left, right = axis.x(bounds.start_min), axis.x(last + 1)
    right = max(right, left + measure.mark * 0.4)
    sure = bounds.sure
    span = (axis.x(sure[0]), min(axis.x(sure[1] + 1), right)) if sure else None
    ending = "open" if bounds.open_end else "unknown" if bounds.unknown_end else "known"
    if entry.scenario:
        span, ending = None, "imagined"
    return Figure(entry, lane, left, right, span, left, sure is not None, ending, label, width, lines)


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


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a figure is drawn: its place, the top of its row, the sizes, and the style of the ground behind a label
    beside its mark, empty when nothing lies behind it."""

    place: Place
    top: float
    measure: Measure
    halo: str = ""

    @property
    def middle(self) -> float:
        """The middle of its uppermost row."""
        return self.top + self.measure.row / 2


def rolls(place: Place) -> bool:
    """Whether its text moves with the view, to stay in the visible part of its ink."""
    return place.side is Side.INSIDE


def drawn(shape: Figure, setting: Setting, name: str, window: tuple[float, float]) -> Group:
    """The whole figure as one group; a text within its ink stays in the visible stretch `window`."""
    still = inked(shape, setting, name)
    if not rolls(setting.place):
        return still
    return replace(still, children=(*still.children, *rolling(shape, setting, window)))


def inked(shape: Figure, setting: Setting, name: str) -> Group:
    """What of a figure does not move with the view."""
    place, measure, top = setting.place, setting.measure, setting.top
    children: list[Primitive] = []
    if shape.is_bar:
        bar_top, ending = setting.middle - measure.bar / 2, "beside" if shape.differs == "beside" else shape.ending
        children += marks.bar(shape.lane, (shape.left, shape.right), shape.sure, bar_top, measure.bar, ending)
    else:
        children += _moment(shape, setting)
    if shape.differs:
        children += marks.differs(shape.end(measure) - measure.mark * SIGN_ROOM / 2, setting.middle, measure.mark)
    left, right, rows = shape.left, max(shape.right, shape.end(measure)) if shape.differs else shape.right, 1
    if place.shown and place.side is not Side.INSIDE:
        texts, x, width = _texts(shape, setting)
        rows = len(texts)
        children += _ground(setting, x, width, rows)
        children += texts
        left, right = min(left, x), max(right, x + width)
    return Group(f"entry:{shape.entry.id}", tuple(children), name, (left, top, right - left, measure.row * rows))


def rolling(shape: Figure, setting: Setting, window: tuple[float, float]) -> list[Primitive]:
    """What of a figure stays in view: its text, and on a bracket its mark."""
    measure = setting.measure
    stretch = shape.inner(measure)
    assert stretch is not None
    x, text, width = _sticky(shape, stretch, measure, window)
    base = measure.baseline(setting.top, measure.row, measure.label)
    style = "label.soft" if shape.is_faint else stretch[2]
    words: list[Primitive] = [Text(x, base, text, style, measure.label)] if text else []
    if shape.is_bar:
        return words
    centre, beside = x - measure.gap - measure.mark / 2, shape.is_outlined
    mark = marks.mark(shape.entry.kind, shape.lane, centre, setting.middle, measure.mark, True, beside)
    return [*mark, *(_ground(setting, x, width, 1) if text else ()), *words]


def _ground(setting: Setting, x: float, width: float, rows: int) -> list[Primitive]:
    """What lies behind the text: the box of a card, or a halo where a band or a line would run through it."""
    measure = setting.measure
    if setting.place.detail is Detail.CARD and rows > 1:
        edge = measure.gap * 0.7
        return [Box(x - edge, setting.top + 1, width + 2 * edge, measure.row * rows - 2, "card", measure.gap * 0.6)]
    if setting.halo:
        height = measure.label * 1.24 + measure.row * (rows - 1)
        return [Box(x - 1.5, setting.middle - measure.label * 0.62, width + 3, height, setting.halo)]
    return []


def _moment(shape: Figure, setting: Setting) -> list[Primitive]:
    measure, middle = setting.measure, setting.middle
    if shape.ending == "undated":
        return marks.unknown(shape.lane, shape.centre, middle, measure.mark * 1.24)
    inside, beside = setting.place.side is Side.INSIDE, shape.is_outlined
    line = setting.top + measure.row - measure.mark * 0.3 if inside else middle
    pieces: list[Primitive] = []
    if not shape.exact and shape.right - shape.left > measure.mark * 1.3:
        pieces += marks.bracket(shape.lane, shape.left, shape.right, line, measure.mark * 0.3, beside)
    if inside:
        return pieces
    hollow = not shape.exact
    return pieces + marks.mark(shape.entry.kind, shape.lane, shape.centre, middle, measure.mark, hollow, beside)


def _sticky(
    shape: Figure, stretch: tuple[float, float, str], measure: Measure, window: tuple[float, float]
) -> tuple[float, str, float]:
    """Where an inner label begins: at the beginning of its stretch, or at the visible edge; with as many of a card's
    lines behind it as there is room for in what is left of the stretch, or shortened to what is left in view."""
    lead = measure.gap if shape.is_bar else 2 * measure.gap + measure.mark
    low, high = stretch[0] + lead, stretch[1] - measure.gap
    text, width = shape.label, shape.label_width
    x = max(low, min(window[0] + lead, high))
    if x + width > high + 0.01:
        text = shortened(text, high - x, measure.label) if high > x else ""
        return x, text, measure.label_width(text)
    for line in shape.lines:
        longer = f"{text}  ·  {line}"
        if x + measure.label_width(longer) > high:
            break
        text, width = longer, measure.label_width(longer)
    return x, text, width


def _texts(shape: Figure, setting: Setting) -> tuple[list[Text], float, float]:
    """The lines of text beside the ink, where they begin and how wide they are together."""
    place, measure, top = setting.place, setting.measure, setting.top
    lines = shape.lines[: {Detail.CARD: 2, Detail.COMPACT: 1}.get(place.detail, 0)]
    face = Face.SEMIBOLD if place.detail is Detail.CARD and lines else Face.REGULAR
    title = shape.label
    if face is Face.SEMIBOLD or place.width < shape.label_width - 0.01:
        title = shortened(title, place.width + 0.01, measure.label, face)
    below = [shortened(line, place.width + 0.01, measure.small) for line in lines]
    width = max([text_width(title, measure.label, face), *(measure.small_width(line) for line in below)])
    x = shape.left - measure.gap - width if place.side is Side.LEFT else shape.end(measure) + measure.gap
    style = "label.soft" if shape.is_faint else "label"
    texts = [Text(x, measure.baseline(top, measure.row, measure.label), title, style, measure.label, face)]
    for number, line in enumerate(below, 1):
        base = measure.baseline(top + measure.row * (number - 0.06), measure.row, measure.small)
        texts.append(Text(x, base, line, "label.soft", measure.small))
    return texts, x, width
