"""What the analyses see, as bands between the rows of the chronology: in words, sure and possible told apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.findings import Analysis, highlighted
from tijdlijn.drawing.primitives import Box, Face, Primitive, Text
from tijdlijn.drawing.tags import row_over_all
from tijdlijn.drawing.text_metrics import shortened, text_width
from tijdlijn.language.dates_nl import write_day, write_duration
from tijdlijn.layout.flow import Block
from tijdlijn.layout.tables import Grid

HEIGHT, SIZE = 17.0, 8.2


@dataclass(frozen=True, slots=True)
class Band:
    """Where it begins, what it says, and the style of its ground."""

    id: str
    start: date
    title: str
    more: str
    ground: str
    text: str = "page.strong"


def bands(analysis: Analysis) -> tuple[Band, ...]:
    """The family's gaps, the silences and the snelkookpannen, in order of their first day; not those called not
    relevant."""
    analysis = highlighted(analysis)
    found = (*_gaps(analysis), *_silences(analysis), *_pressure(analysis))
    return tuple(sorted(found, key=lambda band: (band.start, band.id)))


def _period(start: date, end: date) -> str:
    return f"{write_day(start)} tot en met {write_day(end)}"


def _gaps(analysis: Analysis) -> Iterator[Band]:
    for gap in analysis.gaps:
        if gap.person_id is None:
            more = _period(gap.start, gap.end)
            if gap.measure_days:
                more += f"; {write_duration(gap.measure_days)} daarvan liep er wel een maatregel"
            yield Band(
                f"gap:{gap.start.isoformat()}",
                gap.start,
                f"{write_duration(gap.days)} geen hulp in beeld — {gap.status.value}",
                more,
                f"page.gap.{gap.status.value}",
            )


def _silences(analysis: Analysis) -> Iterator[Band]:
    for silence in analysis.silences:
        title = f"{write_duration(silence.days)} stil: er loopt hulp, maar er staat niets in het dossier"
        yield Band(
            f"stil:{silence.start.isoformat()}", silence.start, title, _period(silence.start, silence.end), "page.stil"
        )


def _pressure(analysis: Analysis) -> Iterator[Band]:
    for pan in analysis.pressure.clusters:
        counts = [f"{pan.parties} partijen", f"{pan.actions} acties"]
        if pan.ultimatums:
            counts.append(f"{pan.ultimatums} ultimatum" + ("s" if pan.ultimatums > 1 else ""))
        more = _period(pan.start, pan.end)
        if pan.leads_to:
            more += f"; uithuisplaatsing op {write_day(pan.leads_to)}"
        title = f"Snelkookpan: {' · '.join(counts)} — {pan.status.value}"
        ground = "page.pan" if pan.status is Status.ZEKER else "page.pan.mogelijk"
        yield Band(f"pan:{pan.start.isoformat()}", pan.start, title, more, ground, "page.pan.text")


def band_block(band: Band, table: Grid) -> Block:
    """The band over the whole width, its words on a plain plate so that no hatch runs through them."""
    width = table.width
    x, baseline = 10.0, 4.0 + HEIGHT / 2 + SIZE * 0.33
    title = shortened(band.title, width - 2 * x, SIZE, Face.SEMIBOLD)
    after = x + text_width(title, SIZE, Face.SEMIBOLD) + 9
    more = shortened(band.more, width - after - x, 7.6)
    plate = (after + text_width(more, 7.6) if more else after - 9) + 6 - (x - 6)
    items: list[Primitive] = [
        Box(0.0, 4.0, width, HEIGHT, band.ground, 3.0),
    ]
    words = (
        Text(x, baseline, title, band.text, SIZE, Face.SEMIBOLD),
        Text(after, baseline, more, "page.muted" if band.text == "page.strong" else band.text, 7.6),
    )
    if band.ground == "page.gap.zeker":
        items.append(Box(x - 6, 4.0 + 2.5, plate, HEIGHT - 5, "page.plate", 2.0))
    label = f"{band.title}, {band.more}"
    items.append(row_over_all(len(table.titles), words))
    return Block(HEIGHT + 8.0, tuple(items), id=f"band:{band.id}", label=label, width=width, role="")
