"""From roles in a drawing to the structure of a document: which element each thing that is painted belongs to.

The rule: text in a role belongs to its element, everything in a figure to the figure, and all else is furniture
(`Artifact`). A table, a list, a paragraph and a row go on over a page when what comes next says so; anything else at
the same depth ends them.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import LinkAnnotation
from reportlab.pdfgen.canvas import Canvas

from tijdlijn.drawing.plain import plain
from tijdlijn.drawing.tags import FIGURE, ITEM, MORE_OF_P, MORE_OF_ROW, ROW, TABLE, P
from tijdlijn.render_pdf.structure import Element, Structure

Sides = tuple[float, float, float, float]
"""Left, lower, right and upper side, in points from the lower left of the page."""


class _Link(LinkAnnotation):  # type: ignore[misc]
    """A link that knows its place in the structure."""

    permitted = (*LinkAnnotation.permitted, "StructParent")


class Tagger:
    """Follows the painting of a document, page after page, and marks what is painted."""

    def __init__(self, canvas: Canvas, structure: Structure) -> None:
        self._canvas, self._structure = canvas, structure
        self._inside: list[Element] = []
        self._marked: Element | None = None
        self._is_marking = False
        self._figure: Element | None = None
        self._figure_links: list[tuple[str, str, Sides]] = []
        self._links = 0
        self._table: Element | None = None
        self._list: Element | None = None
        self._paragraph: Element | None = None
        self._row: Element | None = None
        self._cells: Iterator[Element] = iter(())

    def open_page(self) -> None:
        """Before anything of a page is painted."""
        self._structure.open_page()

    def close_page(self) -> None:
        """After everything of a page is painted."""
        self._end_mark()

    # What is painted

    def text(self) -> bool:
        """A text is painted next. Gives whether it is running text, which may go on in the next one."""
        self._mark(self._inside[-1] if self._inside else None)
        return bool(self._inside) and not self._figure

    def shape(self) -> None:
        """A shape is painted next."""
        self._mark(self._figure)

    # What it is

    def enter(self, role: str, words: str, sides: Sides) -> None:
        """What is painted until `leave` has a role; `words` say what a figure shows."""
        name, _, columns = role.partition("/")
        element = self._opened(name, int(columns or 1), self._inside[-1] if self._inside else self._structure.root)
        if name == FIGURE:
            element.words, element.box = words, sides
            self._figure = element
        self._inside.append(element)

    def leave(self) -> None:
        """The end of what was entered last."""
        element = self._inside.pop()
        if element is self._figure:
            self._end_mark()
            self._figure = None
            self._link_figure(element)

    def enter_link(self, target: str, words: str, sides: Sides) -> None:
        """What is painted until `leave_link` leads to a named place; `words` say where to."""
        if self._figure or not self._inside:
            self._figure_links.append((target, words, sides))
        else:
            self._inside.append(self._inside[-1].add("Link"))
            self._annotate(self._inside[-1], target, words, sides)

    def leave_link(self) -> None:
        """The end of the link that was entered last."""
        if not self._figure and self._inside and self._inside[-1].role == "Link":
            self._inside.pop()

    def _opened(self, name: str, columns: int, inside: Element) -> Element:
        match name:
            case "Table" | "TR" | "TR+":
                return self._opened_row(name, inside)
            case "TH" | "TD":
                return next(self._cells, None) or inside.add(name, columns=columns)
            case "LI":
                if self._list is None or self._list.parent is not inside:
                    self._list = inside.add("L")
                self._table = self._paragraph = None
                return self._list.add(ITEM).add("LBody")
            case "P+" if self._paragraph is not None and self._paragraph.parent is inside:
                return self._paragraph
        if inside is self._structure.root:
            self._table = self._row = None
        self._list = None
        element = inside.add(P if name == MORE_OF_P else name)
        self._paragraph = element if element.role == P else None
        return element

    def _opened_row(self, name: str, inside: Element) -> Element:
        self._list = self._paragraph = None
        if name == MORE_OF_ROW and self._row is not None and self._row.parent is self._table:
            self._cells = iter([kid for kid in self._row.kids if isinstance(kid, Element)])
            return self._row
        if name == TABLE or self._table is None:
            self._table = inside.add(TABLE)
        self._row, self._cells = self._table.add(ROW), iter(())
        return self._row

    # Links

    def _link_figure(self, figure: Element) -> None:
        """The links in a figure, which is read as one thing, stand after it."""
        if self._figure_links:
            beside = (figure.parent or self._structure.root).add(P)
            for target, words, sides in self._figure_links:
                self._annotate(beside.add("Link", plain(words)), target, words, sides)
        self._figure_links = []

    def _annotate(self, element: Element, target: str, words: str, sides: Sides) -> None:
        canvas = self._canvas
        self._links += 1
        name = f"LINK{self._links}"
        key = self._structure.link(element, name)
        place = canvas._bookmarkReference(target)
        canvas._addAnnotation(_Link(sides, plain(words), place, "[0 0 0]", StructParent=key), name)

    # Marks on the page

    def _mark(self, element: Element | None) -> None:
        """What is painted next belongs to an element, or is furniture."""
        if self._is_marking and element is self._marked:
            return
        self._end_mark()
        if element is None:
            self._canvas.addLiteral("/Artifact BMC")
        else:
            self._canvas.addLiteral(f"/{element.role} <</MCID {self._structure.piece(element)}>> BDC")
        self._marked, self._is_marking = element, True

    def _end_mark(self) -> None:
        if self._is_marking:
            self._canvas.addLiteral("EMC")
        self._marked, self._is_marking = None, False
