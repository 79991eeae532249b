"""The structure tree as objects of a document: elements, the list of each page, and the root that names them.

The rule: an object is made when it is written, and none is kept. Their numbers follow on those of the rest of the
document: first the elements, then a list for each page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tijdlijn.drawing.plain import plain
from tijdlijn.render_pdf.structure import LINKS_FROM, ROOT, Annotation, Kid, Piece, Structure


class Tree:
    """A structure whose first element gets the number `first`. `page_number` and `link_number` give the numbers of
    the objects of a page and of a link, both counted from 0; `root` is that of the root of the tree."""

    def __init__(
        self,
        structure: Structure,
        first: int,
        root: int,
        page_number: Callable[[int], int],
        link_number: Callable[[int], int],
    ) -> None:
        self._structure, self._at, self._root = structure, first, root
        self._page, self._link = page_number, link_number

    def objects(self) -> Iterator[tuple[int, str]]:
        """All objects with their numbers, the root last."""
        structure, lists = self._structure, self._at + len(self._structure)
        for element in range(len(structure)):
            yield self._at + element, self._element(element)
        numbers = []
        for page, owners in enumerate(structure.pages()):
            yield lists + page, f"[{' '.join(f'{self._at + owner} 0 R' for owner in owners)}]"
            numbers.append(f"{page} {lists + page} 0 R")
        numbers += (f"{key} {self._at + owner} 0 R" for key, owner in enumerate(structure.links, LINKS_FROM))
        key = LINKS_FROM + len(structure.links)
        top = f"{self._at + ROOT} 0 R"
        tree = f"<</Nums[{' '.join(numbers)}]>>"
        yield self._root, f"<</Type/StructTreeRoot/K[{top}]/ParentTree {tree}/ParentTreeNextKey {key}>>"

    def _element(self, element: int) -> str:
        structure = self._structure
        parent = structure.parent(element)
        above = self._root if element == ROOT else self._at + parent
        kids = [*structure.kids(element)]
        page = next((kid.page for kid in kids if isinstance(kid, Piece)), None)
        parts = [f"<</Type/StructElem/S/{structure.role(element)}/P {above} 0 R"]
        if page is not None:
            parts.append(f"/Pg {self._page(page)} 0 R")
        if kids:
            parts.append(f"/K[{' '.join([self._kid(kid, page) for kid in kids])}]")
        if words := structure.words.get(element):
            parts.append(f"/Alt<{_hex(words)}>")
        parts.append(self._attributes(element))
        return "".join((*parts, ">>"))

    def _kid(self, kid: Kid, page: int | None) -> str:
        match kid:
            case Piece(there, number):
                return str(number) if there == page else f"<</Type/MCR/Pg {self._page(there)} 0 R/MCID {number}>>"
            case Annotation(there, number):
                return f"<</Type/OBJR/Obj {self._link(number)} 0 R/Pg {self._page(there)} 0 R>>"
        return f"{self._at + kid} 0 R"

    def _attributes(self, element: int) -> str:
        structure, role = self._structure, self._structure.role(element)
        if role in ("TH", "TD"):
            scope = "/Scope/Column" if role == "TH" else ""
            columns = structure.columns.get(element, 1)
            over = f"/ColSpan {columns}" if columns > 1 else ""
            return f"/A<</O/Table{scope}{over}>>" if scope or over else ""
        if box := structure.boxes.get(element):
            return f"/A<</O/Layout/Placement/Block/BBox[{' '.join(f'{side:.2f}' for side in box)}]>>"
        return ""


def _hex(text: str) -> str:
    return ("\ufeff" + plain(text)).encode("utf-16-be", "replace").hex()
