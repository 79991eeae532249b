"""The structure tree of a PDF as two other programs see it: pypdf walks it, PDFium says what text each piece is."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tests.render_pdf.looking import reader

Place = tuple[int, int]
"""The page, from 0, and the number of the piece of marked content on it."""


@dataclass
class Node:
    """An element: its role, its own text, and what is below it."""

    role: str
    words: str = ""
    text: str = ""
    columns: int = 1
    links: int = 0
    kids: list[Node] = field(default_factory=list)

    def all(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            yield from kid.all()

    def of(self, role: str) -> list[Node]:
        return [node for node in self.all() if node.role == role]

    @property
    def whole(self) -> str:
        """The text of it and of what is below it, in order."""
        return " ".join(" ".join(node.text for node in self.all()).split())


def pieces(data: bytes) -> dict[Place, str]:
    """The text of every piece of marked content with a number, in the order of painting."""
    found: dict[Place, str] = {}
    with pdfium.PdfDocument(data) as document:
        for number, page in enumerate(document):
            textpage = page.get_textpage()
            for item in page.get_objects():
                piece = raw.FPDFPageObj_GetMarkedContentID(item.raw)
                if piece >= 0:
                    found[number, piece] = found.get((number, piece), "") + _text(item, textpage)
    return found


def furniture(data: bytes) -> list[str]:
    """The text on the pages that belongs to no element."""
    found = []
    with pdfium.PdfDocument(data) as document:
        for page in document:
            textpage = page.get_textpage()
            found += [
                _text(item, textpage).strip()
                for item in page.get_objects()
                if item.type == raw.FPDF_PAGEOBJ_TEXT and raw.FPDFPageObj_GetMarkedContentID(item.raw) < 0
            ]
    return found


def _text(item: Any, textpage: Any) -> str:
    if item.type != raw.FPDF_PAGEOBJ_TEXT:
        return ""
    size = raw.FPDFTextObj_GetText(item.raw, textpage.raw, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(item.raw, textpage.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def tree(data: bytes) -> Node:
    """The tree. Fails when an element and its parent, or an element and its piece, do not name each other."""
    document = reader(data)
    root = document.trailer["/Root"]["/StructTreeRoot"]
    numbers = root["/ParentTree"]["/Nums"]
    assert list(numbers[::2]) == sorted(numbers[::2])
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    pages = [page.indirect_reference for page in document.pages]
    text = pieces(data)
    walk = _Walk(parents, pages, text)
    (first,) = root["/K"]
    node = walk.node(first, root.indirect_reference)
    assert len(walk.seen) == len(set(walk.seen))
    assert set(walk.seen) == {
        (number, piece)
        for number, page in enumerate(document.pages)
        for piece in range(len(parents[page["/StructParents"]].get_object()))
    }
    assert set(text) <= set(walk.seen)
    return node


@dataclass
class _Walk:
    parents: dict[int, Any]
    pages: list[Any]
    text: dict[Place, str]
    seen: list[Place] = field(default_factory=list)

    def node(self, reference: Any, parent: Any) -> Node:
        element = reference.get_object()
        assert element["/Type"] == "/StructElem"
        assert element.raw_get("/P") == parent
        node = Node(element["/S"][1:], element.get("/Alt", ""), columns=element.get("/A", {}).get("/ColSpan", 1))
        for kid in element.get("/K", []):
            self._kid(node, element, reference, kid)
        return node

    def _kid(self, node: Node, element: Any, reference: Any, kid: Any) -> None:
        value = kid.get_object()
        if isinstance(value, int):
            self._piece(node, reference, self.pages.index(element.raw_get("/Pg")), value)
        elif value["/Type"] == "/MCR":
            self._piece(node, reference, self.pages.index(value.raw_get("/Pg")), value["/MCID"])
        elif value["/Type"] == "/OBJR":
            assert self.parents[value["/Obj"]["/StructParent"]] == reference
            assert value.raw_get("/Obj") in value["/Pg"]["/Annots"]
            node.links += 1
        else:
            node.kids.append(self.node(kid, reference))

    def _piece(self, node: Node, reference: Any, page: int, piece: int) -> None:
        owners = self.pages[page].get_object()["/StructParents"]
        assert self.parents[owners].get_object()[piece] == reference
        self.seen.append((page, piece))
        node.text += self.text.get((page, piece), "")
