"""The legend: every sign that occurs on the page, and no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tijdlijn.drawing.primitives import Box, Line, Primitive, Text
from tijdlijn.layout import marks
from tijdlijn.layout.flow import Block
from tijdlijn.layout.lanes import LANE_OF
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.timeline import Timeline
from tijdlijn.model.vocabulary import Kind

Draw = Callable[[float, float, float], list[Primitive]]
LEGEND_COLUMN, LEGEND_MARK = 220.0, 9.0
OF_TYPE = 0.86
"""How large a mark is beside its words: as on the timeline itself."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of the legend: its words, how wide it is in marks, and what draws it around a height."""

    words: str
    width: float
    draw: Draw


def signs(timeline: Timeline) -> list[Sign]:
    """The signs that occur on a timeline, in the order in which they are met from top to bottom."""
    figures = [placed.figure for lane in timeline.lanes for placed in lane.figures]
    found = [_schakel()] if timeline.turns else []
    found += _finding_signs(timeline)
    if timeline.phases:
        found.append(Sign("fase", 3.2, _phases))
    kinds = {figure.entry.kind for figure in figures if not figure.is_bar and figure.ending != "undated"}
    found += [_kind(kind) for kind in Kind if kind in kinds]
    bars = [figure for figure in figures if figure.is_bar]
    if bars:
        found.append(_bar("periode", ("hulp", 0.0, 1.0), "known"))
    happened = [f for f in bars if not f.entry.scenario]
    if any(f.sure is None or f.sure[0] - f.left > 1 or f.right - f.sure[1] > 1 for f in happened):
        found.append(_bar("begin of einde onzeker", ("hulp", 0.25, 0.72), "known"))
    if any(f.ending == "open" for f in bars):
        found.append(_bar("loopt nog", ("hulp", 0.0, 1.0), "open"))
    if any(f.ending == "unknown" for f in bars):
        found.append(_bar("einde onbekend", ("hulp", 0.0, 0.4), "unknown"))
    if any(f.entry.scenario for f in figures):
        found.append(_bar("scenario, niet gebeurd", ("hulp", 0.0, 1.0), "imagined"))
    if any(not f.is_bar and not f.exact and f.ending != "undated" for f in figures):
        found.append(Sign("ergens in deze tijd", 2.6, _bracket))
    if any(f.differs for f in figures):
        found.append(Sign("bronnen verschillen", 1.3, lambda x, y, m: marks.differs(x + m * 0.6, y, m)))
    if any(f.differs == "beside" for f in figures):
        found.append(Sign("niet gevolgd: een andere bron wel", 1.2, _beside))
    if any(f.ending == "undated" for f in figures):
        found.append(Sign("datum onbekend", 1.2, lambda x, y, m: marks.unknown("leven", x + m * 0.6, y, m * 1.24)))
    if any(lane.bundles for lane in timeline.lanes):
        found.append(Sign("meer regels, hier gebundeld", 2.4, _pill))
    return found


def draw_legend(
    found: list[Sign], measure: Measure, left: float, right: float, top: float
) -> tuple[list[Primitive], float]:
    """The legend in as many lines as it needs between two edges, and the height it took."""
    line, size, x, y = measure.small * 1.7, measure.small, left, top
    mark = size * OF_TYPE
    items: list[Primitive] = []
    for sign in found:
        width = sign.width * mark + measure.gap + measure.small_width(sign.words)
        if x > left and x + width > right:
            x, y = left, y + line
        middle = y + line / 2
        items += sign.draw(x, middle, mark)
        items.append(Text(x + sign.width * mark + measure.gap, middle + size * 0.33, sign.words, "label.soft", size))
        x += width + measure.gap * 3
    return items, y + line - top


def legend_blocks(found: Iterable[Sign], width: float) -> Iterator[Block]:
    """The same on a page of text, large, in columns; a sign that several timelines have is explained once."""
    known = list({sign.words: sign for sign in found}.values())
    across = max(1, int(width / LEGEND_COLUMN))
    for start in range(0, len(known), across):
        items: list[Primitive] = []
        for at, sign in enumerate(known[start : start + across]):
            x = at * width / across
            items += sign.draw(x, 10.0, LEGEND_MARK)
            items.append(Text(x + 4.2 * LEGEND_MARK, 13.0, sign.words, "page.text", 9.0))
        yield Block(22.0, tuple(items))


def _schakel() -> Sign:
    return Sign("schakelmoment", 1.4, lambda x, y, m: [marks.diamond(x + m * 0.7, y, m * 1.35, "schakel.mark")])


def _finding_signs(timeline: Timeline) -> Iterator[Sign]:
    seen = {(band.what, band.sure) for band in timeline.bands}
    for what, sure, style, words in (
        ("gap", True, "gap.zeker", "geen hulp"),
        ("gap", False, "gap.mogelijk", "mogelijk geen hulp"),
        ("pan", True, "pan.zeker", "snelkookpan"),
        ("pan", False, "pan.mogelijk", "mogelijk snelkookpan"),
        ("stil", True, "stil.chip", "stilte: hulp loopt, er staat niets"),
    ):
        if (what, sure) in seen:
            yield Sign(words, 2.4, _swatch(style, what))


def _phases(x: float, y: float, m: float) -> list[Primitive]:
    """Where one phase ends and the next, tinted, begins."""
    top, height, middle = y - m * 0.6, m * 1.2, x + 1.5 * m
    tinted = Box(middle, top, 1.5 * m, height, "phase.strip")
    return [tinted, *(Line(edge, top, edge, top + height, "phase.line") for edge in (x, middle))]


def _swatch(style: str, what: str) -> Draw:
    edge = "pan.edge" if what == "pan" else "gap.edge"

    def draw(x: float, y: float, m: float) -> list[Primitive]:
        top, height = y - m * 0.6, m * 1.2
        sides: list[Primitive] = [Line(e, top, e, top + height, edge) for e in (x, x + 2.2 * m)]
        return [Box(x, top, 2.2 * m, height, style), *sides]

    return draw


def _kind(kind: Kind) -> Sign:
    return Sign(kind.label, 1.1, lambda x, y, m: marks.mark(kind, LANE_OF[kind].key, x + m * 0.55, y, m, False))


def _bar(words: str, look: tuple[str, float, float], ending: str) -> Sign:
    lane, start, end = look

    def draw(x: float, y: float, m: float) -> list[Primitive]:
        width = 3 * m
        return marks.bar(lane, (x, x + width), (x + start * width, x + end * width), y - m * 0.55, m * 1.1, ending)

    return Sign(words, 3.7 if ending == "open" else 3.2, draw)


def _bracket(x: float, y: float, m: float) -> list[Primitive]:
    pieces = marks.bracket("leven", x, x + 2.4 * m, y, m * 0.3)
    return pieces + marks.mark(Kind.GEBEURTENIS, "leven", x + 1.2 * m, y, m, True)


def _beside(x: float, y: float, m: float) -> list[Primitive]:
    return marks.mark(Kind.GEBEURTENIS, "leven", x + m * 0.55, y, m, True, beside=True)


def _pill(x: float, y: float, m: float) -> list[Primitive]:
    return [
        Box(x, y - m * 0.65, m * 2.2, m * 1.3, "bundle", m * 0.65),
        Text(x + m * 0.55, y + m * 0.36, "+3", "bundle.text", m / OF_TYPE),
    ]
