"""A PDF document made in memory: its pages, their labels, its outline, its structure and its fixed metadata.

The same pages give the same bytes: no clock, no user name, no path (design 7, What goes out).
"""

from __future__ import annotations

from collections.abc import Mapping

from reportlab.pdfgen.canvas import Canvas

from tijdlijn.drawing.plain import plain
from tijdlijn.drawing.primitives import Box, Drawing, Face, Group, Line, Polygon, Primitive
from tijdlijn.drawing.styles import Theme
from tijdlijn.drawing.tags import P, role_of, tagged
from tijdlijn.render_pdf.canvas import NO_LINKS, draw
from tijdlijn.render_pdf.fonts import font_name
from tijdlijn.render_pdf.metadata import xmp
from tijdlijn.render_pdf.structure import Structure
from tijdlijn.render_pdf.tagging import Tagger, link_name
from tijdlijn.render_pdf.writing import finish_page, written

PRODUCER = "tijdlijn"
LANGUAGE = "nl"


class PdfDocument:
    """Pages added one by one; `finish` gives the bytes. A link must lead to a destination that some page has."""

    def __init__(self, title: str) -> None:
        self._pages = 0
        self._title = plain(title)
        self._structure = Structure()
        self._levels: list[int] = []
        first_font = font_name(Face.REGULAR)  # ReportLab's own default is a font that is not embedded
        self._canvas = canvas = Canvas(
            "", invariant=1, pageCompression=1, lang=LANGUAGE, pdfVersion=(1, 7), initialFontName=first_font
        )
        canvas.setTitle(self._title)
        canvas.setAuthor(PRODUCER)
        canvas.setCreator(PRODUCER)
        canvas.setProducer(PRODUCER)
        canvas.setSubject("")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        self._tagger = Tagger(canvas, self._structure)

    def add_page(
        self,
        drawing: Drawing,
        theme: Theme,
        links: Mapping[str, str] = NO_LINKS,
        destinations: Mapping[str, float] | None = None,
    ) -> None:
        """One page as large as its drawing. `destinations`: names on this page and how far down it, in points."""
        canvas = self._canvas
        if self._pages:
            self._show_page()
        canvas.setPageSize((drawing.width, drawing.height))
        canvas.addPageLabel(self._pages, "ARABIC", self._pages + 1)
        self._pages += 1
        for name, y in (destinations or {}).items():
            canvas.bookmarkPage(name, fit="XYZ", left=0, top=drawing.height - y)
        draw(canvas, _tagged(drawing), theme, links=links, tagger=self._tagger)

    def add_bookmark(self, title: str, destination: str, level: int = 0) -> None:
        """A line in the outline, below the last line of a lower level; levels need not follow on each other."""
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        depth = len(self._levels)
        self._levels.append(level)
        self._canvas.addOutlineEntry(plain(title) or "–", destination, depth, closed=depth > 0)

    def finish(self) -> bytes:
        """The whole document."""
        self._canvas.showOutline()
        self._show_page()
        self._canvas._doc.Catalog.Metadata = xmp(self._title, LANGUAGE, PRODUCER)
        return written(self._canvas, self._structure, link_name)

    def _show_page(self) -> None:
        """The end of the page that is painted."""
        self._canvas.showPage()
        finish_page(self._canvas, self._pages - 1)


def _tagged(drawing: Drawing) -> Drawing:
    """The drawing, with each text a paragraph when nobody said what its parts are: it is then read as it is drawn."""
    if any(map(_says_roles, drawing.items)):
        return drawing
    items = (item if isinstance(item, Box | Line | Polygon) else tagged(P, (item,)) for item in drawing.items)
    return Drawing(drawing.width, drawing.height, tuple(items))


def _says_roles(item: Primitive) -> bool:
    return isinstance(item, Group) and (bool(role_of(item)) or any(map(_says_roles, item.children)))
