"""The structure tree of a tagged PDF: what each piece of the pages is, in the order in which it is read.

The rule: every piece of marked content on a page has one element here, and every link one; the tree and the pages
name each other (`ParentTree`). Elements are written as bytes when the document is, as a long chronology has very many.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObject, PDFObjectReference
from reportlab.pdfgen.canvas import Canvas

from tijdlijn.drawing.plain import plain

LINKS_FROM = 1_000_000
"""The number in the parent tree of the first link; those of the pages are below it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Marked content number `number` of a page, counted from 0."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link on a page, by its name in the document."""

    page: int
    name: str


@dataclass(slots=True, eq=False)
class Element:
    """One element of the tree. `columns` is how many columns of a table a cell is over."""

    role: str
    parent: Element | None = None
    kids: list[Element | Piece | Annotation] = field(default_factory=list)
    words: str = ""
    columns: int = 1
    box: tuple[float, float, float, float] | None = None

    def add(self, role: str, words: str = "", columns: int = 1) -> Element:
        """A new last child."""
        child = Element(role, self, words=words, columns=columns)
        self.kids.append(child)
        return child

    def all(self) -> Iterator[Element]:
        """The element and those below it, in order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.all()


class Structure:
    """The tree of one document, and by page and link the element each belongs to."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self._pages: list[list[Element]] = []
        self._links: list[Element] = []

    def open_page(self) -> None:
        """What is added next stands on a new page."""
        self._pages.append([])

    @property
    def page(self) -> int:
        """The page that is open, from 0."""
        return len(self._pages) - 1

    def piece(self, element: Element) -> int:
        """The number on this page of a new piece of marked content that belongs to an element."""
        pieces = self._pages[-1]
        pieces.append(element)
        element.kids.append(Piece(self.page, len(pieces) - 1))
        return len(pieces) - 1

    def link(self, element: Element, name: str) -> int:
        """The number in the parent tree of a link on this page that belongs to an element."""
        self._links.append(element)
        element.kids.append(Annotation(self.page, name))
        return LINKS_FROM + len(self._links) - 1

    @property
    def size(self) -> int:
        """How many elements there are."""
        return sum(1 for _ in self.root.all())

    def write(self, canvas: Canvas) -> None:
        """Put the tree in the document, whose pages are all shown."""
        document: PDFDocument = canvas._doc
        for number in range(len(self._pages)):
            page = document.idToObject[_page_name(number)]
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")
        root = _Root(self)
        document.Reference(root)
        references = {id(element): document.Reference(_Written(element, root)) for element in self.root.all()}
        root.names = {key: reference.name for key, reference in references.items()}
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def parents(self) -> Iterator[tuple[int, list[Element] | Element]]:
        """The numbers of the parent tree with the element, or for a page the elements, that they stand for."""
        yield from enumerate(self._pages)
        yield from enumerate(self._links, LINKS_FROM)


class _Root(PDFObject):  # type: ignore[misc]
    """The dictionary at the root."""

    __RefOnly__ = 1

    def __init__(self, structure: Structure) -> None:
        self._structure = structure
        self.names: dict[int, str] = {}

    def to(self, element: Element, document: PDFDocument) -> str:
        """A reference to an element."""
        number, version = document.idToObjectNumberAndVersion[self.names[id(element)]]
        return f"{number} {version} R"

    def format(self, document: PDFDocument) -> bytes:
        """The bytes of it, with the parent tree."""
        numbers, key = [], -1
        for key, owner in self._structure.parents():
            if isinstance(owner, Element):
                numbers.append(f"{key} {self.to(owner, document)}")
            else:
                numbers.append(f"{key} [{' '.join(self.to(element, document) for element in owner)}]")
        first = self.to(self._structure.root, document)
        tree = f"<</Nums[{' '.join(numbers)}]>>"
        return f"<</Type/StructTreeRoot/K[{first}]/ParentTree {tree}/ParentTreeNextKey {key + 1}>>".encode()


class _Written(PDFObject):  # type: ignore[misc]
    """An element as an object of the document."""

    __RefOnly__ = 1

    def __init__(self, element: Element, root: _Root) -> None:
        self._element, self._root = element, root

    def format(self, document: PDFDocument) -> bytes:
        """The bytes of it."""
        element, root = self._element, self._root
        above = root.to(element.parent, document) if element.parent else _named(document, root.__InternalName__)
        page = next((kid.page for kid in element.kids if isinstance(kid, Piece)), None)
        parts = [f"/S/{element.role}/P {above}"]
        if page is not None:
            parts.append(f"/Pg {_named(document, _page_name(page))}")
        if element.kids:
            parts.append(f"/K[{' '.join(_kid(kid, page, root, document) for kid in element.kids)}]")
        if element.words:
            parts.append(f"/Alt<{_hex(element.words)}>")
        parts += _attributes(element)
        return f"<</Type/StructElem{''.join(parts)}>>".encode()


def _kid(kid: Element | Piece | Annotation, page: int | None, root: _Root, document: PDFDocument) -> str:
    if isinstance(kid, Element):
        return root.to(kid, document)
    there = _named(document, _page_name(kid.page))
    if isinstance(kid, Annotation):
        return f"<</Type/OBJR/Obj {_named(document, document.annotationName(kid.name))}/Pg {there}>>"
    return str(kid.number) if kid.page == page else f"<</Type/MCR/Pg {there}/MCID {kid.number}>>"


def _attributes(element: Element) -> Iterator[str]:
    if element.role in ("TH", "TD"):
        scope = "/Scope/Column" if element.role == "TH" else ""
        over = f"/ColSpan {element.columns}" if element.columns > 1 else ""
        if scope or over:
            yield f"/A<</O/Table{scope}{over}>>"
    elif element.box:
        yield f"/A<</O/Layout/Placement/Block/BBox[{' '.join(f'{side:.2f}' for side in element.box)}]>>"


def _named(document: PDFDocument, name: str) -> str:
    written: bytes = PDFObjectReference(name).format(document)
    return written.decode()


def _page_name(number: int) -> str:
    return f"Page{number + 1}"


def _hex(text: str) -> str:
    return ("\ufeff" + plain(text)).encode("utf-16-be", "replace").hex()
