"""The costs of what happened as a part of a report: by year, payer, party and kind, with bars; what is not known; and a
year before and after each schakelmoment."""

from __future__ import annotations

from collections.abc import Iterator

from tijdlijn.analysis.certainty import Range
from tijdlijn.analysis.costs import ACTUAL, Totals
from tijdlijn.analysis.findings import Analysis
from tijdlijn.analysis.rate_doubts import find_rate_doubts
from tijdlijn.analysis.savings import BeforeAfter, before_and_after
from tijdlijn.analysis.telling_costs import (
    ROUNDING,
    Moment,
    Parts,
    difference,
    doubt_words,
    moments,
    other_year,
    part_words,
    tables,
    total_of,
    total_words,
    unknown_words,
)
from tijdlijn.drawing.plain import plain
from tijdlijn.drawing.primitives import Face, moved
from tijdlijn.language.money_nl import euros, whole_range
from tijdlijn.layout.cost_bars import bar
from tijdlijn.layout.document import Heading, Item, Table, Tone, Words, cell
from tijdlijn.layout.document_pages import ROOM_ABOVE_A_ROW, blocks_of
from tijdlijn.layout.flow import Block
from tijdlijn.layout.sheet import Frame
from tijdlijn.layout.tables import Cell, Column, Paragraph, Row, grid, head, rows_of
from tijdlijn.model.casebook import Case

BAR_WIDTH, BAR_HEIGHT = 230.0, 7.0
WIDTH = 520.0
APART = "Wat in het ene of het andere jaar kan vallen, staat in het hoogste bedrag van beide."
MOST_MOMENTS = 40
MOST_DOUBTS = 25
_AROUND = (
    Column("Schakelmoment", 130, 260, share=1.0),
    Column("Jaren", 40, 60),
    Column("Per jaar ervoor", 62, 110, is_number=True),
    Column("Per jaar erna", 62, 110, is_number=True),
    Column("Verschil", 80, 130, is_number=True),
)


def has_costs(analysis: Analysis) -> bool:
    """Whether anything that happened carries a cost."""
    return not actual(analysis).is_empty


def actual(analysis: Analysis) -> Totals:
    """The costs of what happened."""
    return next(totals for totals in analysis.costs if totals.scenario == ACTUAL)


def cost_blocks(case: Case, analysis: Analysis, frame: Frame) -> Iterator[Block]:
    """The part, below its title."""
    totals = actual(analysis)
    yield from blocks_of([Words(total_words(totals), Tone.STRONG), *map(Words, unknown_words(case, totals))], frame)
    for parts in tables(case, totals):
        yield from _table(parts, total_of(totals), frame)
    yield from blocks_of([*_around(case), *_doubts(case), Words(ROUNDING, Tone.QUIET)], frame)


def _table(parts: Parts, total: Range, frame: Frame) -> Iterator[Block]:
    lead = "" if parts.adds_up else APART
    yield from blocks_of([Heading(parts.title, lead, 2)], frame)
    most = max(part.euros[1] for part in parts.rows)
    rows = [_row(part.name, part.euros, most) for part in parts.rows]
    if parts.adds_up and len(rows) > 1:
        rows.append(_row("Samen", total, 0, strong=True))
    columns = (
        Column(parts.title.removeprefix("Per "), 110, 220),
        Column("bedrag", 70, 120, is_number=True),
        Column("", BAR_WIDTH, BAR_WIDTH),
    )
    drawn = grid(columns, rows, min(frame.width, WIDTH))
    yield head(drawn, section=3)
    for number, row in enumerate(rows):
        yield from rows_of(drawn, row, frame.height - ROOM_ABOVE_A_ROW, rule=number > 0)


def _row(name: str, figure: Range, most: int, strong: bool = False) -> Row:
    style, face = ("page.strong", Face.SEMIBOLD) if strong else ("page.text", Face.REGULAR)
    sign = tuple(moved(item, 0.0, -BAR_HEIGHT + 0.8) for item in bar(figure, most, BAR_WIDTH, BAR_HEIGHT))
    told = (Cell((Paragraph(text, style, face=face),)) for text in (plain(name), whole_range(figure)))
    return Row((*told, Cell((), sign)))


def _around(case: Case) -> Iterator[Item]:
    turns = [one for one in moments(case) if case.entries_by_id[one.entry_id].schakelmoment]
    found = [(one, before_and_after(case, one.days)) for one in turns[:MOST_MOMENTS]]
    rows = [row for one, compared in found for row in _compared(one, compared)]
    if not rows:
        return
    lead = (
        "Wat hulp een jaar kostte in de hele jaren vóór elk schakelmoment en in de hele jaren erna, tot de peildatum. "
        "Dat het een na het ander kwam, zegt niet dat het erdoor kwam."
    )
    yield Heading("Voor en na de schakelmomenten", lead, 2)
    yield Table(_AROUND, tuple(rows), "Kosten per jaar voor en na elk schakelmoment")
    if len(turns) > MOST_MOMENTS:
        yield Words(f"Alleen de eerste {MOST_MOMENTS} van {len(turns)} schakelmomenten staan hier.", Tone.QUIET)


def _compared(one: Moment, found: BeforeAfter) -> Iterator[tuple[tuple[Words, ...], ...]]:
    if found.before is None or found.after is None or found.difference is None:
        return
    part = Words(part_words(found), Tone.QUIET)
    yield (
        cell(one.name),
        cell(f"{found.before.number} en {found.after.number}"),
        cell(euros(found.before.a_year)),
        cell(euros(found.after.a_year)),
        cell(difference(found.difference), part),
    )


def _doubts(case: Case) -> Iterator[Item]:
    doubts = find_rate_doubts(case)
    told = doubt_words(doubts)
    if not told:
        return
    yield Heading("Waar bedragen op rusten", "", 2)
    yield from map(Words, told)
    for doubt in doubts.other_year[:MOST_DOUBTS]:
        yield Words(other_year(case, doubt), Tone.QUIET)
    if len(doubts.other_year) > MOST_DOUBTS:
        yield Words(f"En nog {len(doubts.other_year) - MOST_DOUBTS}.", Tone.QUIET)
