"""Word documents out: a document of text as real headings, tables and paragraphs, which any office suite can edit.

The rule: every text is data. Nothing of the machine stands in the file: no user name, no path, no clock; the same
document gives the same bytes (design 7, What goes out).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT
from docx.section import Section
from docx.shared import Mm
from docx.table import Table as DocxTable
from docx.table import _Cell as DocxCell
from docx.table import _Row as DocxRow

from tijdlijn.drawing.plain import plain, plain_lines
from tijdlijn.exchange import docx_parts as parts
from tijdlijn.exchange.docx_styles import set_styles
from tijdlijn.layout.document import Answer, Heading, Item, Picture, Point, Table, Title, Tone, Words
from tijdlijn.layout.document_pages import column_widths
from tijdlijn.layout.sheet import CONFIDENTIAL, POINTS_PER_MM
from tijdlijn.model.progress import WORKING, Progress, unwatched

PRODUCER = "tijdlijn"
_MOMENT = (1980, 1, 1, 0, 0, 0)
_NO_CLOCK = datetime(1980, 1, 1, tzinfo=UTC)
_SIDE, _TOP, _FOOT = 20, 22, 18
_WIDTH, _HEIGHT = 210, 297
_TEXT_WIDTH = _WIDTH - 2 * _SIDE
_LABEL_WIDTH = 42
"""All in millimetres; an A4."""
_PROGRAM = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Application>{PRODUCER}</Application></Properties>"
).encode()
"""Which program wrote the file; that of the template names another."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a document: its name in its properties, and what the head and foot of each page say; and
    whether its pages lie."""

    name: str
    head: str
    foot: str = ""
    lying: bool = False


def docx_bytes(items: Sequence[Item], around: Around, picture: bytes = b"", progress: Progress = unwatched) -> bytes:
    """The document; `picture` is the PNG that stands in the place of a `Picture`, on a lying page of its own.

    `progress` is told which row of a table or piece of text comes and of how many.
    """
    document = Document()
    set_styles(document)
    _describe(document, around)
    (_lying if around.lying else _upright)(document.sections[0], around)
    done, of = 0, sum(map(_pieces, items))
    for item in items:
        if isinstance(item, Picture):
            _add_picture(document, around, item.about, picture)
        else:
            _add(document, item, partial(_tell_further, progress, done, of))
        done += _pieces(item)
        progress(done, of)
    progress(*WORKING)
    return _packed(document)


def _pieces(item: Item) -> int:
    return len(item.rows) if isinstance(item, Table) else 1


def _tell_further(progress: Progress, before: int, of: int, row: int) -> None:
    progress(before + row, of)


def _describe(document: DocxDocument, around: Around) -> None:
    """The properties of the file: a fixed list."""
    properties = document.core_properties
    properties.title = plain(around.name)[:255]
    properties.author = properties.last_modified_by = PRODUCER
    properties.language = "nl-NL"
    properties.created = properties.modified = _NO_CLOCK
    properties.revision = 1
    properties.comments = properties.subject = properties.keywords = properties.category = ""


def _upright(section: Section, around: Around) -> None:
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(_WIDTH), Mm(_HEIGHT)
    _margins(section)
    _furnish(section, around, _TEXT_WIDTH)


def _lying(section: Section, around: Around) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(_HEIGHT), Mm(_WIDTH)
    _margins(section)
    _furnish(section, around, _HEIGHT - 2 * _SIDE)


def _margins(section: Section) -> None:
    section.left_margin = section.right_margin = Mm(_SIDE)
    section.top_margin, section.bottom_margin = Mm(_TOP), Mm(_FOOT)
    section.header_distance, section.footer_distance = Mm(11), Mm(9)


def _furnish(section: Section, around: Around, width: float) -> None:
    """The head and foot of the pages of a section, as wide as these."""
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    for line, text in ((head, around.head), (foot, around.foot)):
        line.paragraph_format.tab_stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT)
        line.add_run(f"{plain(text)}\t")
    head.add_run(CONFIDENTIAL, style="Vertrouwelijk")
    foot.add_run("bladzijde ")
    parts.add_field(foot, "PAGE")
    foot.add_run(" van ")
    parts.add_field(foot, "NUMPAGES")


# What stands in it


def _add(document: DocxDocument, item: Item, tell: Callable[[int], None]) -> None:
    match item:
        case Title():
            _title(document, item)
        case Heading(text, lead, level):
            document.add_paragraph(plain(text), style=f"Heading {level}")
            if lead.strip():
                document.add_paragraph(plain(lead), style="Toelichting")
        case Words(text, tone):
            document.add_paragraph(plain_lines(text).strip(), style=_style(tone))
        case Answer(label, text, tone):
            _answer(document, label, text, tone)
        case Point():
            _point(document, item)
        case Table():
            _table(document, item, tell)


def _style(tone: Tone) -> str:
    return {Tone.QUIET: "Toelichting", Tone.FAMILY: "Gezin"}.get(tone, "Normal")


def _title(document: DocxDocument, title: Title) -> None:
    document.add_paragraph(plain(title.kind), style="Subtitle")
    document.add_paragraph(plain(title.text), style="Title")
    facts = [(label, text) for label, text in title.facts if text.strip()]
    if facts:
        table = _bare(document, (_LABEL_WIDTH, _room(document) - _LABEL_WIDTH), len(facts))
        for row, (label, text) in zip(table.rows, facts, strict=True):
            left, right = _places(table, row)
            _fill(left, (Words(label, Tone.QUIET),))
            _fill(right, (Words(text),))


def _answer(document: DocxDocument, label: str, text: str, tone: Tone) -> None:
    """A label that stays with the text under it; the family's own words in a style of their own."""
    family = tone is Tone.FAMILY
    document.add_paragraph(plain(label), style="Gezin label" if family else "Vraag")
    document.add_paragraph(plain_lines(text).strip(), style="Gezin" if family else "Antwoord")


def _point(document: DocxDocument, point: Point) -> None:
    paragraph = document.add_paragraph(style="Bevinding")
    if point.status:
        paragraph.add_run(f"{point.status.value}  ", style="Zekerheid")
    else:
        paragraph.add_run("niet meer  ", style="Zacht")
    paragraph.add_run(plain(point.text)).bold = True
    for more in point.more:
        paragraph.add_run().add_break(WD_BREAK.LINE)
        paragraph.add_run(plain(more), style="Zacht")


def _table(document: DocxDocument, table: Table, tell: Callable[[int], None]) -> None:
    widths = [width / POINTS_PER_MM for width in column_widths(table, _room(document) * POINTS_PER_MM)]
    head, text = ("Tabelkop klein", "Tabeltekst klein") if table.dense else ("Tabelkop", "Tabeltekst")
    drawn = _bare(document, widths, 1 + len(table.rows))
    parts.describe_table(drawn, plain(table.about))
    first, *rest = drawn.rows
    for cell, column in zip(_places(drawn, first), table.columns, strict=True):
        cell.paragraphs[0].style = head
        cell.paragraphs[0].add_run(plain(column.title))
    parts.repeat(first)
    parts.rule(first, "9AA5B1", 6)
    for number, (row, cells) in enumerate(zip(rest, table.rows, strict=True)):
        tell(number)
        parts.keep_whole(row)
        parts.rule(row, "D5DBE2", 4)
        for place, words in zip(_places(drawn, row), cells, strict=True):
            _fill(place, words, text)
    document.add_paragraph(style="Tussenruimte")


def _room(document: DocxDocument) -> float:
    """How wide the text of a page is, in millimetres, where the document has come to."""
    section = document.sections[-1]
    lies = section.orientation is WD_ORIENT.LANDSCAPE
    return (_HEIGHT if lies else _WIDTH) - 2.0 * _SIDE


def _bare(document: DocxDocument, widths: Sequence[float], rows: int) -> DocxTable:
    table: DocxTable = document.add_table(rows, len(widths))
    table.autofit = False
    parts.stand_flush(table)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table


def _places(table: DocxTable, row: DocxRow) -> tuple[DocxCell, ...]:
    """The cells of a row, each as wide as its column."""
    cells = row.cells
    for cell, column in zip(cells, table.columns, strict=True):
        cell.width = column.width
    return cells


def _fill(place: DocxCell, words: Sequence[Words], style: str = "Tabeltekst") -> None:
    """The paragraphs of a cell; it always has one, be it empty."""
    for number, one in enumerate(words):
        paragraph = place.paragraphs[0] if not number else place.add_paragraph()
        parts.style_of(paragraph, style)
        run = paragraph.add_run(plain_lines(one.text).strip())
        if one.tone is Tone.STRONG:
            run.bold = True
        elif one.tone is Tone.QUIET:
            parts.style_of(run, "Zacht")
        elif one.tone is Tone.FAMILY:
            parts.style_of(run, "Gezin teken")
    if not words:
        parts.style_of(place.paragraphs[0], style)


def _add_picture(document: DocxDocument, around: Around, about: str, picture: bytes) -> None:
    """On a lying page of its own, with its words for who cannot see it; then upright again."""
    if not picture:
        return
    _lying(document.add_section(WD_SECTION.NEW_PAGE), around)
    document.add_paragraph("De tijdlijn", style="Heading 1")
    width, height = Mm(_HEIGHT - 2 * _SIDE), Mm(_WIDTH - _TOP - _FOOT - 16)
    shape = document.add_picture(BytesIO(picture), width=width)
    if shape.height > height:
        shape.width, shape.height = round(shape.width * height / shape.height), height
    document.paragraphs[-1].style = "Beeld"
    parts.describe_picture(shape, "De tijdlijn", plain(about))
    _upright(document.add_section(WD_SECTION.NEW_PAGE), around)


def _packed(document: DocxDocument) -> bytes:
    """The parts of the file in a fixed order without a clock, and without the picture of the template."""
    saved, out = BytesIO(), BytesIO()
    parts.drop_preview(document)
    document.save(saved)
    with ZipFile(saved) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in _in_order(source.namelist()):
            data = _PROGRAM if name == "docProps/app.xml" else source.read(name)
            target.writestr(ZipInfo(name, _MOMENT), data, ZIP_DEFLATED)
    return out.getvalue()


def _in_order(names: Sequence[str]) -> Iterator[str]:
    """What says what is in the file comes first, as office suites expect."""
    yield "[Content_Types].xml"
    yield from sorted(name for name in names if name != "[Content_Types].xml")
