"""The report of a session as PDF: standing A4 pages of text, with the timeline on a sheet of its own after what was
agreed; and the timeline alone as a picture, for an office suite.

Everything is made in memory, and the same case gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from tijdlijn.analysis.findings import Analysis
from tijdlijn.drawing.paper_styles import PAGE
from tijdlijn.drawing.primitives import Box, Drawing, Primitive, moved
from tijdlijn.drawing.styles import PRINT, Theme, scaled
from tijdlijn.language.dates_nl import write_day
from tijdlijn.layout.document import Item, Picture, Title, around_picture
from tijdlijn.layout.document_pages import document_pages
from tijdlijn.layout.flow import Bookmark
from tijdlijn.layout.pages import overview_page, overview_pages
from tijdlijn.layout.picture_words import picture_words
from tijdlijn.layout.sheet import MASKED, Frame, Furniture, PaperSize, furnish
from tijdlijn.model.casebook import Case
from tijdlijn.model.progress import Progress, telling, unwatched
from tijdlijn.render_pdf.document import PdfDocument

PART = "Verslag"
OVERVIEW_TITLE = "De tijdlijn"
TEXT_PAPER = "A4"
PICTURE_PAPER = "A4"
DOTS_PER_POINT = 3.2
"""Of the picture for an office suite: 230 to the inch on paper."""
_THEME: Theme = {**PRINT, **PAGE}


@dataclass(frozen=True, slots=True)
class _Sheet:
    paper: PaperSize
    items: tuple[Primitive, ...]
    part: str
    subtitle: str = ""
    bookmarks: tuple[Bookmark, ...] = ()


def document_name(items: Sequence[Item]) -> str:
    """What a report is called: its title, with its day in it."""
    title = next(item for item in items if isinstance(item, Title))
    day = dict(title.facts).get("Dag", "")
    return ", ".join(filter(None, (title.text, day)))


def session_pdf(
    case: Case,
    analysis: Analysis,
    items: Sequence[Item],
    paper: str = "A3",
    masked: bool = False,
    progress: Progress = unwatched,
) -> bytes:
    """The report; `paper` is that of the timeline. `masked` says on every page that the names are not the real ones.

    `progress` is told which page comes and of how many.
    """
    part = f"{PART}, {MASKED}" if masked else PART
    return _written(case, items, [*_sheets(case, analysis, items, PaperSize.of(paper), part)], PART, progress)


def text_pdf(
    case: Case, items: Sequence[Item], part: str, masked: bool = False, progress: Progress = unwatched
) -> bytes:
    """A document of text alone; `part` says what it is, at the top of every page."""
    told = f"{part}, {MASKED}" if masked else part
    return _written(case, items, [*_text(items, told)], part, progress)


def _written(case: Case, items: Sequence[Item], sheets: Sequence[_Sheet], part: str, progress: Progress) -> bytes:
    furniture = Furniture(case.title, document_name(items), case.code, picture_words(case))
    document = PdfDocument(f"{part} {document_name(items)}")
    for number, sheet in enumerate(telling(sheets, len(sheets), progress), 1):
        drawing = furnish(
            sheet.items,
            sheet.paper,
            furniture,
            page=number,
            pages=len(sheets),
            part=sheet.part,
            subtitle=sheet.subtitle,
        )
        places = {f"p{number}.{at}": mark.y for at, mark in enumerate(sheet.bookmarks)}
        document.add_page(drawing, scaled(_THEME, sheet.paper.scale), destinations=places)
        for name, mark in zip(places, sheet.bookmarks, strict=True):
            document.add_bookmark(mark.title, name, mark.level)
    return document.finish()


def _sheets(case: Case, analysis: Analysis, items: Sequence[Item], paper: PaperSize, part: str) -> Iterator[_Sheet]:
    before, after = around_picture(items)
    yield from _text(before, part)
    if any(isinstance(item, Picture) for item in items):
        for number, page in enumerate(overview_pages(case, analysis, paper)):
            marks = () if number else (Bookmark(OVERVIEW_TITLE, 1, 0.0),)
            stand = f"stand {write_day(case.reference)}"
            told = " · ".join(filter(None, (page.subtitle, stand, MASKED if part != PART else "")))
            yield _Sheet(paper, page.items, "", told, marks)
    yield from _text(after, part)


def _text(items: Sequence[Item], part: str) -> Iterator[_Sheet]:
    paper = PaperSize.of(TEXT_PAPER, landscape=False)
    for page in document_pages(items, Frame.of_text(paper)):
        yield _Sheet(paper, page.items, part, "", page.bookmarks)


def timeline_picture(case: Case, analysis: Analysis) -> bytes:
    """The timeline on one lying A4 without what stands around it on a page, as PNG."""
    paper = PaperSize.of(PICTURE_PAPER)
    page = overview_page(case, analysis, paper)
    frame = Frame.of_picture(paper)
    left, top = frame.x - 2.0, frame.y - 4.0
    width, height = frame.width + 4.0, frame.height + 8.0
    items = [moved(item, -left, -top) for item in page.items]
    document = PdfDocument(OVERVIEW_TITLE)
    document.add_page(Drawing(width, height, (Box(0, 0, width, height, "paper"), *items)), scaled(_THEME, paper.scale))
    return _png(document.finish())


def _png(pdf: bytes) -> bytes:
    import pypdfium2 as pdfium

    buffer = BytesIO()
    document = pdfium.PdfDocument(pdf)
    try:
        document[0].render(scale=DOTS_PER_POINT).to_pil().save(buffer, "PNG")
    finally:
        document.close()
    return buffer.getvalue()
