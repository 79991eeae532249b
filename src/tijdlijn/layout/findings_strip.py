"""The findings on the timeline: bands through the lanes, and a strip above them that says what each is.

Sure and possible look different: a sure gap is hatched on a ground, a possible one has thin hatching and a broken
edge; the words say it as well. Everything here is computed; nothing is an entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.findings import Analysis, highlighted
from tijdlijn.drawing.primitives import Box, Face, Group, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.language.dates_nl import write_duration, write_period
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.measure import Measure

Window = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Band:
    """A finding as a stretch of x: its id, what it is (`gap`, `pan`, `stil`), how sure, and its words."""

    id: str
    what: str
    sure: bool
    left: float
    right: float
    text: str
    short: str
    name: str
    edge: float | None = None

    @property
    def through(self) -> bool:
        """Whether it runs through all lanes; silence only stands in the strip, as help is drawn there."""
        return self.what != "stil"


@dataclass(frozen=True, slots=True)
class Chip:
    """The words of a band: its row in the strip, where it begins and how wide it is."""

    band: Band
    row: int
    left: float
    width: float
    text: str


def bands(analysis: Analysis, axis: Axis) -> tuple[Band, ...]:
    """The family's gaps, the snelkookpannen and the silences, in order of time; not those called not relevant."""
    analysis = highlighted(analysis)
    found = [*_gaps(analysis, axis), *_pans(analysis, axis), *_silences(analysis, axis)]
    return tuple(sorted(found, key=lambda band: (band.left, band.right, band.id)))


def _gaps(analysis: Analysis, axis: Axis) -> Iterator[Band]:
    for gap in analysis.gaps:
        if gap.person_id is not None:
            continue
        sure = gap.status is Status.ZEKER
        length = write_duration(gap.days)
        text = f"{length} geen hulp" if sure else f"mogelijk {length} geen hulp"
        if gap.measure_days > 31:
            text += ", wel een maatregel"
        name = f"gat, {gap.status.value}: {write_period(gap.start, gap.end)}, {text}"
        ends = axis.x(gap.start.toordinal()), axis.x(gap.end.toordinal() + 1)
        yield Band(f"gap:{gap.start.isoformat()}", "gap", sure, *ends, text, length, name)


def _pans(analysis: Analysis, axis: Axis) -> Iterator[Band]:
    for pan in analysis.pressure.clusters:
        sure = pan.status is Status.ZEKER
        parts = [f"{pan.parties} partijen", f"{pan.actions} acties"]
        if pan.ultimatums:
            parts.append(f"{pan.ultimatums} ultimatum" + ("s" if pan.ultimatums > 1 else ""))
        title = "Snelkookpan" if sure else "Mogelijk snelkookpan"
        text = f"{title}: {' · '.join(parts)}"
        name = f"{text}, {write_period(pan.start, pan.end)}"
        ends = axis.x(pan.start.toordinal()), axis.x(pan.end.toordinal() + 1)
        edge = axis.x(pan.leads_to.toordinal()) if pan.leads_to else None
        yield Band(f"pan:{pan.start.isoformat()}", "pan", sure, *ends, text, title, name, edge)


def _silences(analysis: Analysis, axis: Axis) -> Iterator[Band]:
    for silence in analysis.silences:
        length = write_duration(silence.days)
        name = f"stilte: {write_period(silence.start, silence.end)}, hulp loopt maar {length} staat er niets"
        ends = axis.x(silence.start.toordinal()), axis.x(silence.end.toordinal() + 1)
        yield Band(f"stil:{silence.start.isoformat()}", "stil", True, *ends, f"{length} stil", length, name)


def chip_height(measure: Measure) -> float:
    """Height of one row of the strip."""
    return measure.small * 1.75


def place_chips(found: Sequence[Band], measure: Measure, edges: tuple[float, float], rows: int = 3) -> tuple[Chip, ...]:
    """Words for every band in at most `rows` rows, as near to its middle as there is room, whole before short.

    What finds no room is counted beside the strip, and is in the panel and the list of findings.
    """
    chips: list[Chip] = []
    taken: list[list[tuple[float, float]]] = [[] for _ in range(rows)]
    for band in sorted(found, key=lambda b: (b.what != "pan", not b.sure, b.left - b.right)):
        chip = _chip(band, measure, edges, taken)
        if chip:
            taken[chip.row].append((chip.left, chip.left + chip.width))
            chips.append(chip)
    return tuple(sorted(chips, key=lambda chip: chip.left))


def _chip(
    band: Band, measure: Measure, edges: tuple[float, float], taken: list[list[tuple[float, float]]]
) -> Chip | None:
    for text in (band.text, band.short):
        width = text_width(text, measure.small, _face(band)) + 2 * measure.gap
        middle = (band.left + band.right - width) / 2
        places = (middle, band.left, band.right - width, band.right + 2, band.left - width - 2)
        for place in places:
            left = min(max(place, edges[0]), edges[1] - width)
            if left > band.right + 3 or left + width < band.left - 3:
                continue
            for row, stretches in enumerate(taken):
                if all(left + width + 3 <= a or left >= b + 3 for a, b in stretches):
                    return Chip(band, row, left, width, text)
    return None


def _face(band: Band) -> Face:
    return Face.SEMIBOLD if band.what == "pan" else Face.REGULAR


def draw_bands(found: Sequence[Band], window: Window, top: float, bottom: float) -> Iterator[Primitive]:
    """The bands through all lanes; a snelkookpan has a strong edge at the placement it led to."""
    for band in found:
        if not band.through or band.right < window[0] or band.left > window[1]:
            continue
        left, right = max(band.left, window[0]), min(band.right, window[1])
        width = max(right - left, 1.5)
        status = "zeker" if band.sure else "mogelijk"
        children: list[Primitive] = [Box(left, top, width, bottom - top, f"{band.what}.{status}")]
        if band.what == "gap":
            children += [Line(x, top, x, bottom, "gap.edge") for x in (left, right)]
        else:
            children += [Line(x, top, x, bottom, "pan.edge.mogelijk") for x in (band.left, band.right)]
            if band.edge is not None and window[0] <= band.edge <= window[1]:
                children.append(Line(band.edge, top, band.edge, bottom, "pan.edge"))
        yield Group(band.id, tuple(children), band.name, (left, top, width, bottom - top))


def draw_chips(
    chips: Sequence[Chip], measure: Measure, window: Window, top: float, bottom: float
) -> Iterator[Primitive]:
    """The words of the findings; those of a long band stay in the visible part of it."""
    height = chip_height(measure)
    for chip in chips:
        band = chip.band
        left = chip.left
        if band.right - band.left > chip.width:
            left = max(band.left, min(max(left, window[0] + 2), band.right - chip.width))
        if left + chip.width < window[0] or left > window[1]:
            continue
        style = f"{band.what}.chip" + ("" if band.sure else ".mogelijk")
        y = top + chip.row * height + height * 0.1
        box = Box(left, y, chip.width, height * 0.84, style, height * 0.42)
        base = measure.baseline(y, height * 0.84, measure.small)
        text = Text(left + measure.gap, base, chip.text, f"{band.what}.text", measure.small, _face(band))
        middle = min(max((band.left + band.right) / 2, left + 6), left + chip.width - 6)
        stem = Line(
            middle, y + height * 0.84, middle, bottom, "gap.edge" if band.what != "pan" else "pan.edge.mogelijk"
        )
        yield Group(band.id, (stem, box, text), band.name, (left, y, chip.width, height * 0.84))
