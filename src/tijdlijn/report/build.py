"""A printed report of a case as PDF, its overview as SVG or PNG; which parts it has is decided in `sheets`.

The overview stands on one sheet of the chosen size, the pages of text on A4 that lies the same way: one file that
reads well on a screen, of which any office printer prints all but the poster (see docs/decisions.md, Paper). Nothing
here needs a display. Everything is made in memory; whoever writes it to a file does so in one go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO

from tijdlijn.analysis.findings import Analysis
from tijdlijn.drawing.folded import folded, unfolded
from tijdlijn.drawing.primitives import Box, Drawing, Group, Primitive
from tijdlijn.drawing.styles import Theme, scaled
from tijdlijn.language.dates_nl import write_day
from tijdlijn.layout.pages import overview_page, overview_pages
from tijdlijn.layout.picture_words import picture_words
from tijdlijn.layout.sheet import LEAST_TABLE_TYPE, LEAST_TYPE, MASKED, Furniture, PaperSize, furnish
from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.model.progress import WORKING, Progress, telling, unwatched
from tijdlijn.render_pdf.document import PdfDocument
from tijdlijn.render_svg.svg import to_svg
from tijdlijn.report.ages import counted
from tijdlijn.report.options import OVERVIEW, PageOptions
from tijdlijn.report.period import kept_words
from tijdlijn.report.poster import poster_size, poster_words
from tijdlijn.report.sheets import Sheet, kept_for, sheets, teller

MOST_PIXELS = 10_000
PAGES_AS_MADE = 100
"""Pages of a PDF that wait as they are until it is known how many there are; those after them are folded small."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A page of the report before its number is known: what it is called, and its drawing once it has a number."""

    name: str
    theme: Theme
    _sheet: Sheet
    _furniture: Furniture

    @property
    def is_text(self) -> bool:
        """Whether it is a page of text and not a picture."""
        return bool(self._sheet.part)

    def drawing(self, number: int, pages: int) -> Drawing:
        """The page as it is printed, the `number`-th of so many."""
        return _page(self._sheet, self._furniture, number, pages)


@dataclass(frozen=True, slots=True)
class _Folded:
    """A sheet whose items are folded small."""

    _rest: Sheet
    _items: bytes

    @classmethod
    def of(cls, sheet: Sheet) -> _Folded:
        return cls(replace(sheet, items=(), places=()), folded(sheet.items))

    def sheet(self) -> Sheet:
        """The sheet to be painted; where its rows begin was noted before."""
        return replace(self._rest, items=unfolded(self._items))


def drafts(case: Case, analysis: Analysis, options: PageOptions) -> Iterator[Draft]:
    """The pages of the PDF one by one, each made when it is asked for: for a preview, and for a printer."""
    furniture, theme = _furniture(case, analysis, options), options.theme
    for sheet in _sheets(case, analysis, options):
        name = sheet.part or next((mark.title for mark in sheet.bookmarks), sheet.subtitle)
        yield Draft(name, scaled(theme, sheet.scale), sheet, furniture)


def pdf_bytes(
    case: Case,
    analysis: Analysis,
    options: PageOptions | None = None,
    progress: Progress = unwatched,
) -> bytes:
    """The report as a PDF. The same case and options give the same bytes. Raises Problem for an unknown paper.

    `progress` is told before each page which one it is and of how many; what it raises stops the work.
    """
    options = options or PageOptions()
    furniture, theme, names = _furniture(case, analysis, options), options.theme, _Names()
    made: list[Sheet | _Folded] = []
    for number, sheet in enumerate(_sheets(case, analysis, options), 1):
        progress(*WORKING)
        names.add(number, sheet)
        made.append(sheet if number <= PAGES_AS_MADE else _Folded.of(sheet))
    document = PdfDocument(f"Tijdlijn {case.title}")
    for number, kept in enumerate(telling(made, len(made), progress), 1):
        sheet = kept.sheet() if isinstance(kept, _Folded) else kept
        drawing = _page(sheet, furniture, number, len(made))
        look = scaled(theme, sheet.scale)
        document.add_page(drawing, look, names.links(sheet), names.destinations(number))
        for place, bookmark in enumerate(sheet.bookmarks):
            document.add_bookmark(bookmark.title, _bookmark_name(number, place), bookmark.level)
    return document.finish()


def svg_text(case: Case, analysis: Analysis, options: PageOptions | None = None, progress: Progress = unwatched) -> str:
    """The overview as an SVG."""
    options = options or PageOptions()
    drawing = _overview_alone(case, analysis, options)
    progress(*WORKING)
    return to_svg(drawing, _overview_theme(options), f"Tijdlijn {case.title}")


def png_bytes(
    case: Case,
    analysis: Analysis,
    options: PageOptions | None = None,
    width_px: int = 3508,
    progress: Progress = unwatched,
) -> bytes:
    """The overview as a PNG of `width_px` pixels wide (3508: an A3 at 212 dots an inch), 1 to 10,000."""
    if not 1 <= width_px <= MOST_PIXELS:
        raise Problem(f"Een afbeelding kan 1 tot {MOST_PIXELS} beeldpunten breed zijn, niet {width_px}.")
    options = options or PageOptions()
    drawing = _overview_alone(case, analysis, options)
    document = PdfDocument(f"Tijdlijn {case.title}")
    progress(*WORKING)
    document.add_page(drawing, _overview_theme(options))
    progress(*WORKING)
    return _picture(document.finish(), width_px / drawing.width)


def _overview_theme(options: PageOptions) -> Theme:
    return scaled(options.theme, PaperSize.of(options.paper, options.landscape).scale)


def _picture(pdf: bytes, scale: float) -> bytes:
    import pypdfium2 as pdfium

    buffer = BytesIO()
    document = pdfium.PdfDocument(pdf)
    try:
        document[0].render(scale=scale).to_pil().save(buffer, "PNG")
    finally:
        document.close()
    return buffer.getvalue()


def _overview_alone(case: Case, analysis: Analysis, options: PageOptions) -> Drawing:
    paper, kept = PaperSize.of(options.paper, options.landscape), kept_for(case, analysis, options)
    page = overview_page(
        kept.case,
        kept.analysis,
        paper,
        kept.days,
        view=options.view,
        words=kept_words(kept),
        only_filled=kept.is_chosen,
    )
    sheet = Sheet(paper, page.items, "", page.subtitle, tell=teller(case, options))
    drawing = _picture_alone(sheet, _furniture(case, analysis, options), replace(options, poster=None))
    return Drawing(drawing.width, drawing.height, (Box(0, 0, drawing.width, drawing.height, "paper"), *drawing.items))


def poster_picture(case: Case, analysis: Analysis, options: PageOptions) -> Drawing:
    """The one picture that the sheets of a poster make together."""
    whole = replace(options, parts=(OVERVIEW,))
    size = poster_size(whole.poster, whole.landscape) if whole.poster else PaperSize.of(whole.paper, whole.landscape)
    kept = kept_for(case, analysis, whole)
    page, *_ = overview_pages(
        kept.case,
        kept.analysis,
        size,
        kept.days,
        view=whole.view,
        words=kept_words(kept),
        only_filled=kept.is_chosen,
    )
    sheet = Sheet(size, page.items, "", page.subtitle, tell=teller(case, whole))
    return _picture_alone(sheet, _furniture(case, analysis, whole), whole)


def _sheets(case: Case, analysis: Analysis, options: PageOptions) -> Iterator[Sheet]:
    furniture = _furniture(case, analysis, options)
    yield from sheets(case, analysis, options, lambda sheet: _picture_alone(sheet, furniture, options))


def _furniture(case: Case, analysis: Analysis, options: PageOptions) -> Furniture:
    """What stands on every page; one with pseudonyms says so. A picture is said in words as far as it is shown."""
    masked = f" · {MASKED}" if options.pseudonyms else ""
    about = picture_words(kept_for(case, analysis, options).case)
    return Furniture(case.title, f"stand {write_day(case.reference)}{masked}", case.code, about)


def _picture_alone(sheet: Sheet, furniture: Furniture, options: PageOptions) -> Drawing:
    """A picture that is no page of a report: it has no number, and one that is cut says into how many sheets."""
    return _page(sheet, furniture, 1, 1, poster_words(options.poster) if options.poster else "")


def _page(sheet: Sheet, furniture: Furniture, number: int, pages: int, place: str | None = None) -> Drawing:
    if sheet.whole:
        drawing = Drawing(sheet.paper.width, sheet.paper.height, sheet.items)
    else:
        drawing = furnish(
            sheet.items,
            sheet.paper,
            furniture,
            page=number,
            pages=pages,
            part=sheet.part,
            subtitle=sheet.subtitle,
            place=place,
        )
    least = LEAST_TABLE_TYPE if sheet.part else LEAST_TYPE * sheet.scale
    return counted(drawing, sheet.tell, least) if sheet.tell else drawing


class _Names:
    """Destinations and links. An entry on the overview or behind a finding leads to its row in the chronology, a bundle
    to that of its first entry, a band to the band there. The date of a row leads back to the entry on the overview, or
    to the overview when the entry stands in a bundle there or in words. Behind a finding it is the overview when no
    chronology is printed.

    The names of destinations are numbers, so that no id of the file stands in them.
    """

    def __init__(self) -> None:
        self._row: dict[str, str] = {}
        self._drawn: dict[str, str] = {}
        self._bands: dict[str, str] = {}
        self._overview = ""
        self._places: dict[int, dict[str, float]] = {}

    def add(self, number: int, sheet: Sheet) -> None:
        """The next page: all are added before the first is asked for."""
        here = self._places[number] = {
            _bookmark_name(number, place): mark.y for place, mark in enumerate(sheet.bookmarks)
        }
        for name, y in sheet.places:
            _first(self._row, "r", "row", name, here, y)
            _first(self._bands, "b", "band", name, here, y)
        for group in _groups(sheet.items) if not sheet.part else ():
            if not self._overview and group.id.startswith("entry:"):
                self._overview = "o0"
                here["o0"] = 0.0
            _first(self._drawn, "o", "entry", group.id, here, group.bounds[1])

    def destinations(self, number: int) -> dict[str, float]:
        """Names on a page and how far down it they are."""
        return self._places[number]

    def links(self, sheet: Sheet) -> dict[str, str]:
        """The groups of this page that lead somewhere, with where to."""
        found = {}
        for group in _groups(sheet.items):
            if target := self._target(group.id):
                found[group.id] = target
        return found

    def _target(self, group_id: str) -> str:
        what, _, id_ = group_id.partition(":")
        match what:
            case "entry" | "turn":
                return self._row.get(id_, "")
            case "bundle":
                return self._row.get(id_.rpartition(":")[2], "")
            case "see":
                return self._row.get(id_) or self._drawn.get(id_, "")
            case "when":
                return self._drawn.get(id_) or self._overview
            case _:
                return self._bands.get(group_id, "")


def _first(names: dict[str, str], prefix: str, kind: str, group_id: str, here: dict[str, float], y: float) -> None:
    """Give the first group `kind:id` of each id a short name and a place."""
    what, _, id_ = group_id.partition(":")
    if what == kind and id_ not in names:
        names[id_] = f"{prefix}{len(names) + 1}"
        here[names[id_]] = y


def _groups(items: Iterable[Primitive]) -> Iterator[Group]:
    for item in items:
        if isinstance(item, Group):
            yield item
            yield from _groups(item.children)


def _bookmark_name(page: int, place: int) -> str:
    return f"p{page}.{place}"
