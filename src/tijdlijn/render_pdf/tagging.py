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
from tijdlijn.render_pdf.structure import LINKS_FROM, ROOT, Sides, Structure


class _Link(LinkAnnotation):  # type: ignore[misc]
    """A link that knows its place in the structure."""

    permitted = (*LinkAnnotation.permitted, "StructParent")


def link_name(number: int) -> str:
    """What a link is called in the document, counted from 0."""
    return f"LINK{number + 1}"


class Tagger:
    """Follows the painting of a document, page after page, and marks what is painted."""

    def __init__(self, canvas: Canvas, structure: Structure) -> None:
        self._canvas, self._structure = canvas, structure
        self._inside: list[int] = []
        self._marked: int | None = None
        self._is_marking = False
        self._figure: int | None = None
        self._figure_links: list[tuple[str, str, Sides]] = []
        self._table: int | None = None
        self._list: int | None = None
        self._paragraph: int | None = None
        self._row: int | None = None
        self._cells: Iterator[int] = iter(())

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
        return bool(self._inside) and self._figure is None

    def shape(self) -> None:
        """A shape is painted next."""
        self._mark(self._figure)

    # What it is

    def enter(self, role: str, words: str, sides: Sides) -> None:
        """What is painted until `leave` has a role; `words` say what a figure shows."""
        name, _, columns = role.partition("/")
        element = self._opened(name, int(columns or 1), self._inside[-1] if self._inside else ROOT)
        if name == FIGURE:
            self._structure.words[element], self._structure.boxes[element] = words, sides
            self._figure = element
        self._inside.append(element)

    def leave(self) -> None:
        """The end of what was entered last."""
        element = self._inside.pop()
        if element == self._figure:
            self._end_mark()
            self._figure = None
            self._link_figure(element)

    def enter_link(self, target: str, words: str, sides: Sides) -> None:
        """What is painted until `leave_link` leads to a named place; `words` say where to."""
        if self._figure is not None or not self._inside:
            self._figure_links.append((target, words, sides))
        else:
            self._inside.append(self._structure.add("Link", self._inside[-1]))
            self._annotate(self._inside[-1], target, words, sides)

    def leave_link(self) -> None:
        """The end of the link that was entered last."""
        if self._figure is None and self._inside and self._structure.role(self._inside[-1]) == "Link":
            self._inside.pop()

    def _opened(self, name: str, columns: int, inside: int) -> int:
        add = self._structure.add
        match name:
            case "Table" | "TR" | "TR+":
                return self._opened_row(name, inside)
            case "TH" | "TD":
                return next(self._cells, None) or add(name, inside, columns=columns)
            case "LI":
                if not self._is_in(self._list, inside):
                    self._list = add("L", inside)
                self._table = self._paragraph = None
                return add("LBody", add(ITEM, self._list or ROOT))
            case "P+" if self._paragraph is not None and self._is_in(self._paragraph, inside):
                return self._paragraph
        if inside == ROOT:
            self._table = self._row = None
        self._list = None
        element = add(P if name == MORE_OF_P else name, inside)
        self._paragraph = element if self._structure.role(element) == P else None
        return element

    def _opened_row(self, name: str, inside: int) -> int:
        self._list = self._paragraph = None
        if name == MORE_OF_ROW and self._row is not None and self._is_in(self._row, self._table):
            self._cells = iter(self._structure.children(self._row))
            return self._row
        if name == TABLE or self._table is None:
            self._table = self._structure.add(TABLE, inside)
        self._row, self._cells = self._structure.add(ROW, self._table), iter(())
        return self._row

    def _is_in(self, element: int | None, parent: int | None) -> bool:
        """Whether it is right below that one."""
        return element is not None and parent is not None and self._structure.parent(element) == parent

    # Links

    def _link_figure(self, figure: int) -> None:
        """The links in a figure, which is read as one thing, stand after it."""
        if self._figure_links:
            beside = self._structure.add(P, self._structure.parent(figure))
            for target, words, sides in self._figure_links:
                self._annotate(self._structure.add("Link", beside, plain(words)), target, words, sides)
        self._figure_links = []

    def _annotate(self, element: int, target: str, words: str, sides: Sides) -> None:
        canvas = self._canvas
        number = self._structure.link(element)
        place = canvas._bookmarkReference(target)
        link = _Link(sides, plain(words), place, "[0 0 0]", StructParent=LINKS_FROM + number)
        canvas._addAnnotation(link, link_name(number))

    # Marks on the page

    def _mark(self, element: int | None) -> None:
        """What is painted next belongs to an element, or is furniture."""
        if self._is_marking and element == self._marked:
            return
        self._end_mark()
        if element is None:
            self._canvas.addLiteral("/Artifact BMC")
        else:
            self._canvas.addLiteral(f"/{self._structure.role(element)} <</MCID {self._structure.piece(element)}>> BDC")
        self._marked, self._is_marking = element, True

    def _end_mark(self) -> None:
        if self._is_marking:
            self._canvas.addLiteral("EMC")
        self._marked, self._is_marking = None, False
