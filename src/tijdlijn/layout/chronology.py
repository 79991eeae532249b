"""The chronology: every entry of what happened in time order, with its sources, by year.

Dates are shown as they were written. What the analyses see (nobody helping, silence, a pressure cooker) stands as a
band where it begins. Where sources differ, each of their entries says what the others say, and one that is not followed
stands paler. An undated entry keeps its place among its neighbours and says that its date is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tijdlijn.analysis.accounts import by_entry
from tijdlijn.analysis.contradictions import find_contradictions
from tijdlijn.analysis.findings import Analysis
from tijdlijn.drawing.primitives import Face, Line, Primitive, Text
from tijdlijn.drawing.tags import row_over_all
from tijdlijn.drawing.text_metrics import shortened, text_width
from tijdlijn.layout.ages import ages_in
from tijdlijn.layout.chronology_bands import Band, band_block, bands
from tijdlijn.layout.chronology_cells import COLUMNS, NARROW_COLUMNS, row_of
from tijdlijn.layout.flow import Block, FlowPage, flowing
from tijdlijn.layout.parts import part_title
from tijdlijn.layout.sheet import Frame
from tijdlijn.layout.tables import WIDE, Grid, Row, grid, head, rows_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry

PART = "Chronologie"
UNDATED_FIRST = "Datum onbekend"
ROOM_ABOVE_A_ROW = 120.0
"""What stands above the first row of a page at most, in points: title, column heads, year."""


def chronology_pages(
    case: Case, analysis: Analysis, frame: Frame, shown: frozenset[str] | None = None, note: str = ""
) -> Iterator[FlowPage]:
    """The chronology in a frame, whole or of the entries that are `shown`; `note` says then what is left out. Each page
    is made when it is asked for, and a row twice: once for the width of the columns, and once for its page.

    Its groups are named `row:` and the id of the entry.
    """
    entries = [entry for entry in case.timeline if not entry.scenario and (shown is None or entry.id in shown)]
    columns = COLUMNS if frame.width >= WIDE else NARROW_COLUMNS
    differing = by_entry(find_contradictions(case))

    def row(entry: Entry) -> Row:
        return row_of(case, entry, columns, differing.get(entry.id, ()))

    table = grid(columns, map(row, entries), frame.width)
    yield from flowing(_blocks(case, analysis, entries, row, table, frame, note), frame)


def _blocks(
    case: Case,
    analysis: Analysis,
    entries: list[Entry],
    row: Callable[[Entry], Row],
    table: Grid,
    frame: Frame,
    note: str,
) -> Iterator[Block]:
    yield part_title(PART, " ".join(filter(None, (_summary(entries), note))), table.width)
    if not entries:
        yield _line("Geen regel past bij het filter." if note else "Er staan nog geen regels op deze tijdlijn.")
        return
    yield head(table, section=1)
    year: int | None = None
    started = under_heading = False
    for item, new in _with_years(list(_in_order(case, analysis, entries))):
        if (new is not None and new != year) or not started:
            yield year_block(new, ages_in(case, new) if new else "", table)
            year, started, under_heading = new, True, True
        if isinstance(item, Band):
            yield band_block(item, table)
            under_heading = True
        else:
            yield from rows_of(table, row(item), frame.height - ROOM_ABOVE_A_ROW, rule=not under_heading)
            under_heading = False


def _summary(entries: list[Entry]) -> str:
    undated = sum(entry.date is None for entry in entries)
    words = [f"{len(entries)} regel" + ("s" if len(entries) != 1 else "")]
    if undated:
        words.append(f"waarvan {undated} zonder datum")
    return ", ".join(words) + ". Datums staan er zoals ze zijn opgeschreven."


def _in_order(case: Case, analysis: Analysis, entries: list[Entry]) -> Iterator[Entry | Band]:
    """Entries with each band before the first dated entry that does not begin before it."""
    waiting = list(bands(analysis))
    for entry in entries:
        bounds = case.bounds.get(entry.id)
        while bounds and waiting and waiting[0].start.toordinal() <= bounds.start_min:
            yield waiting.pop(0)
        yield entry
    yield from waiting


def _with_years(items: list[Entry | Band]) -> list[tuple[Entry | Band, int | None]]:
    """Each with the year under which it stands: the one that is written, unless an earlier year still follows.

    "Rond 1998" begins in 1997 at the earliest and is sorted so; it stands under 1998 when nothing of 1997 follows.
    """
    placed: list[tuple[Entry | Band, int | None]] = []
    least: int | None = None
    for item in reversed(items):
        year = item.start.year if isinstance(item, Band) else _written_year(item)
        if year is not None:
            least = year if least is None else min(year, least)
        placed.append((item, least if year is not None else None))
    return placed[::-1]


def _written_year(entry: Entry) -> int | None:
    if entry.date is None:
        return None
    point = entry.date.points[0]
    written = point.edtf[:4]
    return max(int(written), point.earliest.year) if written.isdigit() else point.earliest.year


def year_block(year: int | None, ages: str, table: Grid) -> Block:
    """The heading of a year with the ages of the children; it comes back smaller where the year goes on."""
    width = table.width
    name = str(year) if year else UNDATED_FIRST
    words: list[Primitive] = [Text(0.0, 13.0, name, "page.title", 13.0, Face.SEMIBOLD)]
    after = text_width(name, 13.0, Face.SEMIBOLD) + 9
    ages = shortened(ages, width - after - 30, 8.2)
    if ages:
        words.append(Text(after, 13.0, ages, "page.muted", 8.2))
    rule = Line(0.0, 18.5, width, 18.5, "page.accent.rule")
    items = (row_over_all(len(table.titles), words, "H2"), rule)
    resumed = f"{name}, vervolg"
    again = (
        Text(0.0, 9.0, resumed, "page.strong", 8.2, Face.SEMIBOLD),
        Text(text_width(resumed, 8.2, Face.SEMIBOLD) + 8, 9.0, ages, "page.muted", 7.6),
        Line(0.0, 13.0, width, 13.0, "page.hairline"),
    )
    smaller = Block(14.0, again, before=4.0)
    return Block(20.0, items, before=10.0, keep=True, section=2, resumed=smaller, bookmark=name, role="")


def _line(words: str) -> Block:
    return Block(14.0, (Text(0.0, 10.0, words, "page.muted", 8.2),))
