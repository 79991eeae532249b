"""A series of families as PDF: what came before the anchor, the families under each other, every figure over the
families, and the row of each.

The rule: it holds figures and no name, text or date of a family; the same series gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tijdlijn.analysis.series_anchor import BEFORE_DAYS, Anchor
from tijdlijn.analysis.series_columns import Column
from tijdlijn.analysis.series_summary import Series
from tijdlijn.analysis.series_words import (
    HOW,
    ONLY_FIGURES,
    aligned_title,
    aligned_words,
    cell_words,
    genders,
    identifying_words,
    range_words,
)
from tijdlijn.drawing.paper_styles import PAGE
from tijdlijn.drawing.styles import PRINT, Theme
from tijdlijn.language.dates_nl import write_day
from tijdlijn.layout.document import Heading, Item, Table, Title, Tone, Words, cell
from tijdlijn.layout.document_pages import blocks_of
from tijdlijn.layout.flow import Block, paginate
from tijdlijn.layout.series import sign_blocks, spread_blocks, strip_blocks
from tijdlijn.layout.sheet import MASKED, Frame, Furniture, PaperSize, furnish
from tijdlijn.layout.tables import Column as PageColumn
from tijdlijn.model.progress import WORKING, Progress, telling, unwatched
from tijdlijn.render_pdf.document import PdfDocument

KIND = "Casusreeks"
MOST_ACROSS = 13
"""How many figures of a family stand beside each other; more go in a table of their own."""
_THEME: Theme = {**PRINT, **PAGE}


def series_pdf(
    series: Series,
    columns: Sequence[Column],
    anchor: Anchor,
    today: date,
    with_rows: bool = True,
    progress: Progress = unwatched,
) -> bytes:
    """The report, on lying A4. Without rows it tells of no family by itself, and shows none aligned.

    What `progress` raises stops the work.
    """
    progress(*WORKING)
    paper = PaperSize.of("A4")
    frame = Frame.of_text(paper)
    pages = paginate(_blocks(series, columns, anchor, today, with_rows, frame), frame)
    furniture = Furniture(KIND, write_day(today))
    document = PdfDocument(KIND)
    for number, page in enumerate(telling(pages, len(pages), progress), 1):
        drawing = furnish(page.items, paper, furniture, page=number, pages=len(pages), part=MASKED)
        places = {f"p{number}.{at}": mark.y for at, mark in enumerate(page.bookmarks)}
        document.add_page(drawing, _THEME, destinations=places)
        for name, mark in zip(places, page.bookmarks, strict=True):
            document.add_bookmark(mark.title, name, mark.level)
    return document.finish()


def _blocks(
    series: Series, columns: Sequence[Column], anchor: Anchor, today: date, with_rows: bool, frame: Frame
) -> Iterator[Block]:
    yield from blocks_of([*_opening(series, today, with_rows)], frame)
    found, width = series.aligned(anchor), frame.width
    first, *rest = aligned_words(found)
    lead = f"Geteld is wat begon in de {BEFORE_DAYS} dagen ervoor. {' '.join(rest[len(found.signs) :])}"
    yield from blocks_of([Heading(aligned_title(anchor), lead), *([] if found.strips else [Words(first)])], frame)
    yield from sign_blocks(found, width)
    if found.kinds:
        yield from blocks_of([_kinds_table(series, anchor)], frame)
    if with_rows and found.strips:
        yield from blocks_of([Heading("De gezinnen onder elkaar", "", 2)], frame)
        yield from strip_blocks(found, width)
    lead = "Elke stip is een gezin, de lijn de mediaan, het vlak de middelste helft; een open stip is onzeker."
    yield from blocks_of([Heading("De cijfers over de gezinnen", lead)], frame)
    yield from spread_blocks(series, columns, width)
    if with_rows:
        yield from blocks_of([*_rows(series, columns)], frame)
    yield from blocks_of([*_rules(columns)], frame)


def _opening(series: Series, today: date, with_rows: bool) -> Iterator[Item]:
    number = len(series.told)
    children = sum(len(family.children) for family in series.families)
    facts = (
        ("Gezinnen", str(number)),
        ("Kinderen", str(children)),
        ("Gemaakt op", write_day(today)),
    )
    yield Title(KIND, f"Cijfers over {number} {'gezin' if number == 1 else 'gezinnen'}", facts)
    yield Words(f"{ONLY_FIGURES} {HOW}", Tone.QUIET)
    warning = identifying_words(series)
    if with_rows and warning:
        yield Words(warning, Tone.STRONG)


def _kinds_table(series: Series, anchor: Anchor) -> Table:
    found = series.aligned(anchor)
    rows = tuple(
        (cell(one.kind.plural), cell(range_words(one.total)), cell(range_words(one.families))) for one in found.kinds
    )
    columns = (
        PageColumn("Wat begon", 110, 180),
        PageColumn("Aantal", 60, 80, is_number=True),
        PageColumn("Bij gezinnen", 70, 90, is_number=True),
    )
    return Table(columns, rows, f"Wat begon in de {BEFORE_DAYS} dagen voor {anchor.label}")


def _rows(series: Series, columns: Sequence[Column]) -> Iterator[Item]:
    yield Heading("De gezinnen")
    for start in range(0, len(columns), MOST_ACROSS):
        part = columns[start : start + MOST_ACROSS]
        heads = [PageColumn("Gezin", 42, 60), *([PageColumn("Jeugdigen", 50, 90)] if not start else [])]
        heads += [PageColumn(column.short, 24, 70, share=1, is_number=not column.per_child) for column in part]
        rows = tuple(
            (
                cell(family.name),
                *([cell(genders(family))] if not start else []),
                *(cell(cell_words(column, family)) for column in part),
            )
            for family in series.families
        )
        yield Table(tuple(heads), rows, "De cijfers van elk gezin", dense=True)


def _rules(columns: Sequence[Column]) -> Iterator[Item]:
    yield Heading("Wat er is geteld")
    rows = tuple((cell(column.short), cell(column.label), cell(column.rule)) for column in columns)
    heads = (PageColumn("Kort", 50, 80), PageColumn("Cijfer", 120, 240), PageColumn("Wat het is", 200, 400, share=1))
    yield Table(heads, rows, "Wat er van elk gezin is geteld")
