"""A document as the bytes of a file, its many small objects packed together: a third of the size where a long table is
tagged.

The rule: each object is made, packed and forgotten, so that a document takes little more memory than its file.
ReportLab by itself keeps all of them as text and joins them in the end. The same document gives the same bytes.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterator

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObject, PDFPage, PDFStream
from reportlab.pdfbase.pdfdoc import format as formatted
from reportlab.pdfgen.canvas import Canvas

from tijdlijn.render_pdf.structure import Structure
from tijdlijn.render_pdf.tree_bytes import Tree

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
TOGETHER = 100
"""Objects that are packed together: more is hardly smaller, and slower for who opens one of them."""
_PLACED, _PACKED = 1, 2
_FREE = bytes((0, 0, 0, 0, 0, 0xFF, 0xFF))
"""The entry of object 0."""


class _Elsewhere(PDFObject):  # type: ignore[misc]
    """An object that is written later, or was."""

    __RefOnly__ = 1


def finish_page(canvas: Canvas, number: int) -> None:
    """Let go of what is painted on a page that was just shown, but for its compressed bytes; `number` from 0."""
    page: PDFPage = canvas._doc.idToObject[_page_name(number)]
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
    page.StructParents, page.Tabs = number, PDFName("S")
    how = PDFDictionary({"Filter": PDFName("FlateDecode")})
    page.Contents = PDFStream(how, zlib.compress(page.stream.encode("latin-1")) + b"\n", filters=[])
    page.stream = None


def written(canvas: Canvas, structure: Structure, link_name: Callable[[int], str]) -> bytes:
    """The file, of a canvas whose pages are all shown. `link_name` gives the name of a link by its number."""
    document: PDFDocument = canvas._doc
    root = _Elsewhere()
    document.Catalog.StructTreeRoot = root
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    document.Reference(root)
    catalog, info = document.Reference(document.Catalog), document.Reference(document.info)
    for font in document.delayedFonts:
        font.addObjects(document)
    document.Outlines.prepare(document, canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None
    file = _File(document)
    for number, name in _numbered(document):
        it = document.idToObject[name]
        if it is not root:
            file.add(number, formatted(it, document, toplevel=1))
            document.idToObject[name] = None

    def number_of(name: str) -> int:
        number: int = document.idToObjectNumberAndVersion[name][0]
        return number

    tree = Tree(
        structure,
        file.reserve(structure.objects),
        number_of(root.__InternalName__),
        lambda page: number_of(_page_name(page)),
        lambda link: number_of(document.annotationName(link_name(link))),
    )
    for number, content in tree.objects():
        file.add(number, content.encode())
    return file.finish(formatted(catalog, document), formatted(info, document))


def _numbered(document: PDFDocument) -> Iterator[tuple[int, str]]:
    """The objects of a document with their names; new ones come while others are written."""
    number = 0
    while number < document.objectcounter:
        number += 1
        if name := document.numberToId.get(number):
            yield number, name


class _File:
    """Objects one after another, and where each of them is. New numbers are taken from those of the document."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._bytes = bytearray(HEADER)
        self._places = bytearray(_FREE)
        self._waiting: list[tuple[int, bytes]] = []

    def reserve(self, count: int) -> int:
        """The first of so many new numbers."""
        first: int = self._document.objectcounter + 1
        self._document.objectcounter += count
        return first

    def add(self, number: int, content: bytes) -> None:
        """An object: a stream by itself, others with their like."""
        if content.endswith(b"endstream\n"):
            self._write(number, content)
            return
        self._waiting.append((number, content))
        if len(self._waiting) >= TOGETHER:
            self._pack()

    def finish(self, root: bytes, info: bytes) -> bytes:
        """The file, with where everything in it is."""
        self._pack()
        number = self.reserve(1)
        start = len(self._bytes)
        self._note(number, _PLACED, start, 0)
        name = hashlib.md5(self._bytes, usedforsecurity=False).hexdigest().encode()
        more = b"/Type/XRef/Size %d/W[1 4 2]/Root %b/Info %b/ID[<%b><%b>]" % (number + 1, root, info, name, name)
        self._bytes += (
            b"%d 0 obj\n" % number + _stream(more, self._places) + b"endobj\nstartxref\n%d\n%%%%EOF\n" % start
        )
        return bytes(self._bytes)

    def _pack(self) -> None:
        if not self._waiting:
            return
        pack = self.reserve(1)
        heads, bodies = bytearray(), bytearray()
        for at, (number, content) in enumerate(self._waiting):
            self._note(number, _PACKED, pack, at)
            heads += b"%d %d " % (number, len(bodies))
            bodies += content + b"\n"
        more = b"/Type/ObjStm/N %d/First %d" % (len(self._waiting), len(heads))
        self._waiting = []
        self._write(pack, _stream(more, heads + bodies))

    def _write(self, number: int, content: bytes) -> None:
        self._note(number, _PLACED, len(self._bytes), 0)
        self._bytes += b"%d 0 obj\n" % number + content + b"endobj\n"

    def _note(self, number: int, how: int, where: int, at: int) -> None:
        """The entry of an object: how it is kept, where or in which pack, and its place in the pack."""
        size = len(_FREE)
        lacking = (number + 1) * size - len(self._places)
        if lacking > 0:
            self._places += bytes(lacking)
        entry = bytes((how, *where.to_bytes(4), *at.to_bytes(2)))
        self._places[number * size : (number + 1) * size] = entry


def _stream(more: bytes, content: bytes | bytearray) -> bytes:
    squeezed = zlib.compress(content)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream\n" % (more, len(squeezed), squeezed)


def _page_name(number: int) -> str:
    return f"Page{number + 1}"
