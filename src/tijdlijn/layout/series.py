"""The pictures of a series: each figure spread over the families, and the families under each other around an anchor.

The rule: all of it is blocks, which stand under each other on screen and flow over pages on paper, so that both show
the same. Sure and possible look different: a figure that is one number is a filled dot, an uncertain one a hollow dot
in the middle of a line from its least to its most.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.series import family_name
from tijdlijn.analysis.series_anchor import BEFORE_DAYS, Covered, Sign, Strip
from tijdlijn.analysis.series_columns import Column, Figure
from tijdlijn.analysis.series_summary import Aligned, Series, Spread
from tijdlijn.analysis.series_words import SIGN_WORDS, figure_words, of_families, range_words, share_words
from tijdlijn.drawing.primitives import Box, Face, Group, Line, Primitive, Text, moved
from tijdlijn.drawing.tags import FIGURE, tagged
from tijdlijn.drawing.text_metrics import shortened, text_width
from tijdlijn.layout.flow import Block
from tijdlijn.layout.marks import mark
from tijdlijn.model.vocabulary import Kind

TITLE, SMALL = 8.6, 7.2
CARD, GUTTER = 224.0, 22.0
"""The least width of the picture of one figure, and the white between two."""
FIELD = 40.0
"""The height of the dots or bars of one figure."""
DOT = 5.0
BARS = 16
"""How many bars show a figure of which dots would not fit."""
CARD_HEIGHT = 84.0
KIND = 176.0
"""The least width of what is told of one kind."""
NAMES = 58.0
"""Room for the name of a family beside its strip."""
STRIP, RULER = 21.0, 26.0
FIRST, LAST = -730, 365
"""The days around the anchor that a strip shows."""
TICKS = (
    (-730, "2 jaar ervoor"),
    (-548, "anderhalf"),
    (-365, "1 jaar"),
    (-BEFORE_DAYS, f"{BEFORE_DAYS} dagen"),
    (183, "half jaar"),
    (365, "1 jaar erna"),
)


def height_of(blocks: Iterable[Block]) -> float:
    """How high these are under each other."""
    return sum(block.before + block.height for block in blocks)


def under_each_other(blocks: Iterable[Block], x: float, y: float) -> Iterator[Primitive]:
    """These under each other from a place, for who shows them on one long page."""
    for block in blocks:
        y += block.before
        for item in block.items:
            yield moved(item, x, y)
        y += block.height


# Each figure over the families


def spread_blocks(series: Series, columns: Sequence[Column], width: float) -> Iterator[Block]:
    """The pictures of these figures, as many beside each other as there is room for."""
    across = max(1, int((width + GUTTER) // (CARD + GUTTER)))
    wide = (width - (across - 1) * GUTTER) / across
    for start in range(0, len(columns), across):
        items = [
            moved(_card(series.spread(column), wide), at * (wide + GUTTER), 0.0)
            for at, column in enumerate(columns[start : start + across])
        ]
        yield Block(CARD_HEIGHT, tuple(items), before=8.0, role="", width=width)


def _card(spread: Spread, width: float) -> Primitive:
    told = spread_sentence(spread)
    items: list[Primitive] = [
        Text(0.0, 9.0, shortened(spread.column.label, width, TITLE, Face.SEMIBOLD), "label", TITLE, Face.SEMIBOLD),
        Text(0.0, 19.0, shortened(told, width, SMALL), "label.soft", SMALL),
    ]
    if spread.figures:
        items += _field(spread, width)
    label = f"{spread.column.label}: {told}"
    group = Group(f"spread:{spread.column.id}", tuple(items), label, (0.0, 0.0, width, CARD_HEIGHT))
    return tagged(FIGURE, (group,), label, (0.0, 0.0, width, CARD_HEIGHT))


def spread_sentence(spread: Spread) -> str:
    """`mediaan 3, van 1 tot 8, bij 2 niet bekend`."""
    if spread.median is None or spread.least is None or spread.most is None:
        return "niet bekend"
    unit = spread.column.unit
    ends = figure_words((spread.least[0],) * 2, unit), figure_words((spread.most[1],) * 2, unit)
    told = [f"mediaan {figure_words(spread.median, unit)}", f"van {ends[0]} tot {ends[1]}"]
    if spread.unknown and not spread.column.per_child:
        told.append(f"bij {spread.unknown} niet bekend")
    return ", ".join(told)


class _Scale:
    """From a figure to points, with white at both ends so that no dot is cut."""

    def __init__(self, figures: Sequence[Figure], width: float) -> None:
        least, most = min(low for low, _ in figures), max(high for _, high in figures)
        self.least = min(0.0, least) if least < most / 3 or least <= 0 else least
        self.most = most if most > self.least else self.least + 1
        self.width = width
        self._room = width - 2 * DOT

    def x(self, value: float) -> float:
        return DOT + (value - self.least) / (self.most - self.least) * self._room


def _field(spread: Spread, width: float) -> Iterator[Primitive]:
    scale, base = _Scale(spread.figures, width), 24.0 + FIELD
    assert spread.lower is not None
    assert spread.median is not None
    assert spread.upper is not None
    left, right = scale.x(spread.lower[0]), scale.x(spread.upper[1])
    yield Box(left - 1.5, 24.0, right - left + 3.0, FIELD, "schakel.extent", 2.0)
    stacks = _stacked(spread.figures, scale)
    if stacks is None:
        yield from _bars(spread.figures, scale, base)
    else:
        yield from _dots(stacks, scale, base)
    yield Line(0.0, base, width, base, "axis.line")
    for end in dict.fromkeys(spread.median):
        yield Line(scale.x(end), 22.0, scale.x(end), base + 3.0, "today.line")
    unit = spread.column.unit
    last = figure_words((scale.most,) * 2, unit)
    yield Text(0.0, base + 10.0, figure_words((scale.least,) * 2, unit), "label.soft", SMALL)
    yield Text(width - text_width(last, SMALL), base + 10.0, last, "label.soft", SMALL)


def _stacked(figures: Sequence[Figure], scale: _Scale) -> list[tuple[Figure, int]] | None:
    """The row of each dot, the lowest that is free; None where there are more rows than there is room for."""
    rows: list[float] = []
    placed: list[tuple[Figure, int]] = []
    for figure in sorted(figures, key=lambda one: one[0] + one[1]):
        first, last = scale.x(figure[0]), scale.x(figure[1])
        middle = (first + last) / 2
        left, right = min(first, middle - DOT / 2), max(last, middle + DOT / 2)
        row = next((at for at, end in enumerate(rows) if end <= left), len(rows))
        if row == len(rows):
            rows.append(right)
        rows[row] = right
        placed.append((figure, row))
    return placed if len(rows) * DOT <= FIELD - 2 else None


def _dots(placed: Sequence[tuple[Figure, int]], scale: _Scale, base: float) -> Iterator[Primitive]:
    for (low, high), row in placed:
        y = base - 1.0 - (row + 0.5) * DOT
        middle = (scale.x(low) + scale.x(high)) / 2
        if high > low:
            yield Line(scale.x(low), y, scale.x(high), y, "hulp.bracket")
        style = "hulp.mark" if low == high else "hulp.hollow"
        yield Box(middle - DOT / 2 + 0.4, y - DOT / 2 + 0.4, DOT - 0.8, DOT - 0.8, style, DOT / 2 - 0.4)


def _bars(figures: Sequence[Figure], scale: _Scale, base: float) -> Iterator[Primitive]:
    """Of each stretch how many figures surely lie in it, and how many possibly, behind that; of a few whole numbers
    each has a bar of its own. The highest says how many it is."""
    edges = list(_stretches(figures, scale))
    counts = [_count(figures, edge, at == len(edges) - 1) for at, edge in enumerate(edges)]
    highest = max(possible for _, possible in counts)
    unit = (FIELD - 11.0) / highest
    is_told = False
    for (sure, possible), (first, last) in zip(counts, edges, strict=True):
        middle = scale.x((first + last) / 2)
        wide = max(1.0, min(2 * DOT, scale.x(last) - scale.x(first) - 1.0))
        for count, style in ((possible, "hulp.possible"), (sure, "hulp.sure")):
            if count:
                yield Box(middle - wide / 2, base - count * unit, wide, count * unit, style)
        if possible == highest and not is_told:
            is_told, told = True, str(highest)
            left = min(max(middle - text_width(told, SMALL) / 2, 0.0), scale.width - text_width(told, SMALL))
            yield Text(left, base - highest * unit - 2.0, told, "label.soft", SMALL)


def _stretches(figures: Sequence[Figure], scale: _Scale) -> Iterator[Figure]:
    span = scale.most - scale.least
    if span <= BARS and all(end == int(end) for figure in figures for end in figure):
        for at in range(int(span) + 1):
            yield scale.least + at - 0.5, scale.least + at + 0.5
        return
    for at in range(BARS):
        yield scale.least + at * span / BARS, scale.least + (at + 1) * span / BARS


def _count(figures: Sequence[Figure], edge: Figure, is_last: bool) -> tuple[int, int]:
    first, last = edge
    sure = sum(first <= low and (high < last or (is_last and high <= last + 1e-9)) for low, high in figures)
    possible = sum((low < last or is_last) and high >= first for low, high in figures)
    return sure, possible


# The families around an anchor


def sign_blocks(found: Aligned, width: float) -> Iterator[Block]:
    """What was so before the anchor, as bars: of how many families, surely and possibly."""
    number = len(found.strips)
    if not number:
        return
    names, room = 150.0, width - 150.0 - 150.0
    for sign, words in SIGN_WORDS.items():
        least, most = found.signs[sign]
        told = f"{of_families((least, most), number)}, {share_words(found.share(sign))}"
        items: list[Primitive] = [
            Text(0.0, 11.0, shortened(words, names - 8.0, TITLE), "label", TITLE),
            Box(names, 3.0, room, 10.0, "schakel.extent"),
        ]
        if most > least:
            items.append(Box(names, 3.0, room * most / number, 10.0, _sign_style(sign, "possible")))
        if least:
            items.append(Box(names, 3.0, room * least / number, 10.0, _sign_style(sign, "sure")))
        items.append(Text(names + room + 8.0, 11.0, told, "label.soft", TITLE))
        label = f"{words}: {told}"
        yield Block(17.0, (tagged(FIGURE, items, label, (0.0, 0.0, width, 17.0)),), role="", width=width, keep=True)


def _sign_style(sign: Sign, how: str) -> str:
    lane = {Sign.WACHTEN: "wachten", Sign.GEEN_HULP_THUIS: "betrokken"}.get(sign, "uithuis")
    return f"{lane}.{how}"


def kind_blocks(found: Aligned, width: float) -> Iterator[Block]:
    """Of each kind how many started before the anchor, and in how many families; as many beside each other as fit."""
    across = max(1, int((width + GUTTER) // (KIND + GUTTER)))
    wide = (width - (across - 1) * GUTTER) / across
    for start in range(0, len(found.kinds), across):
        items: list[Primitive] = []
        for at, one in enumerate(found.kinds[start : start + across]):
            left = at * (wide + GUTTER)
            told = f"{range_words(one.total)}, bij {of_families(one.families, len(found.strips))}"
            room = wide - text_width(told, SMALL) - 6.0
            items += [
                Text(left, 9.0, shortened(one.kind.plural, room, SMALL + 0.6), "label", SMALL + 0.6),
                Text(left + wide - text_width(told, SMALL), 9.0, told, "label.soft", SMALL),
                Line(left, 13.0, left + wide, 13.0, "rule"),
            ]
        yield Block(15.0, tuple(items), before=0.0 if start else 8.0, role="", width=width)


def strip_blocks(found: Aligned, width: float) -> Iterator[Block]:
    """The ruler, then a strip of each family."""
    if not found.strips:
        return
    ruler = _ruler(found, width)
    again = Block(RULER, ruler)
    yield Block(RULER, ruler, before=10.0, keep=True, section=2, resumed=again, role="", width=width)
    for strip in found.strips:
        yield _strip_block(strip, width)
    yield from _legend(width)


def _x(day: float, width: float) -> float:
    room = width - NAMES - 4.0
    return NAMES + (min(max(day, FIRST), LAST + 1) - FIRST) / (LAST + 1 - FIRST) * room


def _ruler(found: Aligned, width: float) -> tuple[Primitive, ...]:
    anchor = found.anchor.label
    middle = _x(0, width)
    items: list[Primitive] = []
    wide = text_width(anchor, TITLE, Face.SEMIBOLD)
    items.append(Text(min(middle - wide / 2, width - wide), 9.0, anchor, "today.label", TITLE, Face.SEMIBOLD))
    reach = float("-inf")
    for day, words in TICKS:
        x, long = _x(day, width), text_width(words, SMALL)
        left = min(max(x - long / 2, NAMES), width - long)
        items.append(Line(x, RULER - 5.0, x, RULER, "axis.line"))
        if left > reach + 4.0:
            items.append(Text(left, RULER - 7.0, words, "axis.month", SMALL))
            reach = left + long
    items.append(Line(NAMES, RULER, width - 4.0, RULER, "axis.line"))
    return tuple(items)


def strip_words(strip: Strip) -> str:
    """What a strip shows, for who cannot see it."""
    signs = [f"{SIGN_WORDS[sign]} ({how.value})" for sign, how in strip.signs.items()]
    before = ", ".join(signs) or "geen van deze tekens"
    return f"{family_name(strip.number)}, in de {BEFORE_DAYS} dagen ervoor: {before}"


def _strip_block(strip: Strip, width: float) -> Block:
    x = NAMES
    items: list[Primitive] = [
        Text(0.0, 13.0, family_name(strip.number), "label", SMALL + 0.6),
        Box(_x(-BEFORE_DAYS, width), 0.0, _x(0, width) - _x(-BEFORE_DAYS, width), STRIP, "selected.fill"),
        *_unknown(strip, width),
        *_pans(strip, width),
        *_bars_of(strip.waiting, "wachten", 15.5, 3.0, width),
        *_bars_of(strip.help, "hulp", 9.0, 5.0, width),
        *_bars_of(strip.placed, "uithuis", 9.0, 5.0, width),
        *_marks(strip, width),
        *_anchor(strip, width),
        Line(x, STRIP, width - 4.0, STRIP, "rule"),
    ]
    label = strip_words(strip)
    bounds = (0.0, 0.0, width, STRIP)
    group = Group(f"strip:{strip.number}", tuple(items), label, bounds)
    return Block(STRIP, (tagged(FIGURE, (group,), label, bounds),), role="", width=width)


def _unknown(strip: Strip, width: float) -> Iterator[Primitive]:
    """The days before the dossier begins and after the day on which it was read."""
    known = strip.known or (LAST + 1, LAST)
    for first, last in ((FIRST, known[0] - 1), (known[1] + 1, LAST)):
        if last >= FIRST and first <= LAST and last >= first:
            left, right = _x(first, width), _x(last + 1, width)
            yield Box(left, 0.0, right - left, STRIP, "gap.mogelijk")
            edge = right if first == FIRST else left
            yield Line(edge, 0.0, edge, STRIP, "gap.edge")


def _pans(strip: Strip, width: float) -> Iterator[Primitive]:
    for first, last, how in strip.pans:
        if last >= FIRST and first <= LAST:
            left = _x(first, width)
            style = "pan.zeker" if how is Status.ZEKER else "pan.mogelijk"
            wide = max(2.0, _x(last + 1, width) - left)
            yield Box(left, 0.5, wide, STRIP - 1.0, style)
            edge = "pan.edge" if how is Status.ZEKER else "pan.edge.mogelijk"
            yield Line(left, 0.5, left, STRIP - 0.5, edge)
            yield Line(left + wide, 0.5, left + wide, STRIP - 0.5, edge)


def _bars_of(days: Covered, lane: str, y: float, high: float, width: float) -> Iterator[Primitive]:
    for found, how in ((days.possible, "possible"), (days.sure, "sure")):
        for first, last in found:
            if last >= FIRST and first <= LAST:
                left = _x(first, width)
                yield Box(left, y, max(0.8, _x(last + 1, width) - left), high, f"{lane}.{how}")


_LANES = {Kind.HULPVRAAG: "vragen", Kind.SIGNAAL: "vragen", Kind.ULTIMATUM: "besluiten"}


def _marks(strip: Strip, width: float) -> Iterator[Primitive]:
    for kind, first, last in strip.marks:
        if first >= FIRST and last <= LAST:
            if last > first:
                yield Line(_x(first, width), 4.5, _x(last + 1, width), 4.5, f"{_LANES[kind]}.bracket")
            yield from mark(kind, _LANES[kind], _x((first + last + 1) / 2, width), 4.5, 4.6, False)


def _anchor(strip: Strip, width: float) -> Iterator[Primitive]:
    yield Line(_x(0, width), 0.0, _x(0, width), STRIP, "today.line")
    if strip.anchor_days:
        yield Line(_x(0, width), 1.0, _x(strip.anchor_days + 1, width), 1.0, "today.line")


def _legend(width: float) -> Iterator[Block]:
    """What the signs of a strip mean, in as many rows as it takes."""
    signs: tuple[tuple[Sequence[Primitive], str], ...] = (
        ((Box(0.0, 2.5, 14.0, 5.0, "hulp.sure"),), "hulp"),
        ((Box(0.0, 2.5, 14.0, 5.0, "hulp.possible"),), "mogelijk hulp"),
        ((Box(0.0, 2.5, 14.0, 5.0, "uithuis.sure"),), "uit huis"),
        ((Box(0.0, 3.5, 14.0, 3.0, "wachten.sure"),), "wachten"),
        ((Box(0.0, 0.5, 14.0, 9.0, "pan.zeker"), Line(0.0, 0.5, 0.0, 9.5, "pan.edge")), "snelkookpan"),
        (mark(Kind.ULTIMATUM, "besluiten", 7.0, 5.0, 5.0, False), "ultimatum"),
        (mark(Kind.HULPVRAAG, "vragen", 7.0, 5.0, 5.0, False), "hulpvraag"),
        (mark(Kind.SIGNAAL, "vragen", 7.0, 5.0, 5.0, False), "signaal"),
        (
            (Line(0.0, 5.0, 14.0, 5.0, "vragen.bracket"), *mark(Kind.SIGNAAL, "vragen", 7.0, 5.0, 5.0, False)),
            "dag onzeker",
        ),
        ((Box(0.0, 0.5, 14.0, 9.0, "selected.fill"),), f"{BEFORE_DAYS} dagen ervoor"),
        ((Box(0.0, 0.5, 14.0, 9.0, "gap.mogelijk"), Line(14.0, 0.5, 14.0, 9.5, "gap.edge")), "buiten het dossier"),
    )
    items: list[Primitive] = []
    x, row = NAMES, 0
    for sign, words in signs:
        wide = 18.0 + text_width(words, SMALL) + 14.0
        if x + wide > width and x > NAMES:
            x, row = NAMES, row + 1
        items += [moved(one, x, row * 13.0) for one in sign]
        items.append(Text(x + 18.0, row * 13.0 + 7.8, words, "label.soft", SMALL))
        x += wide
    yield Block(ceil(row + 1) * 13.0, tuple(items), before=6.0, role="", width=width)
