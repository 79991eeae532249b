"""Blocks of a text flow onto pages: never a heading at the foot, and what goes on over a page says so at its top.

A block is finished primitives with their height; it is placed whole. A block that opens a section may leave a smaller
one of itself (`resumed`: the column heads of a table, "2019, vervolg") to stand at the top of every page on which the
section goes on. Who listens to a page does not hear it again: that part has no role.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tijdlijn.drawing.primitives import Group, Primitive, moved
from tijdlijn.drawing.tags import P, tagged
from tijdlijn.layout.sheet import Frame


@dataclass(frozen=True, slots=True)
class Block:
    """Primitives from their own top left, `height` points high, with `before` points of white above.

    `keep`: never the last on its page. `section`: the depth of the section that it opens, which ends those as deep or
    deeper; None for an ordinary block. `bookmark` is its line in the outline. A block with an `id` becomes a group.
    `room` is how much of a page must be left for it to begin there. `role` is what it is for a reader (`drawing.tags`);
    empty when its items say so themselves.
    """

    height: float
    items: tuple[Primitive, ...]
    before: float = 0.0
    keep: bool = False
    section: int | None = None
    resumed: Block | None = None
    bookmark: str = ""
    id: str = ""
    label: str = ""
    width: float = 0.0
    role: str = P
    room: float = 0.0


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline: how deep (from 0) and how far down its page, in points."""

    title: str
    level: int
    y: float


@dataclass(frozen=True, slots=True)
class FlowPage:
    """The content of one page in coordinates of the sheet. `places`: how far down the page each group begins."""

    items: tuple[Primitive, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    places: tuple[tuple[str, float], ...] = ()


def paginate(blocks: Iterable[Block], frame: Frame) -> tuple[FlowPage, ...]:
    """All blocks, in order, on as few pages as their rules allow; no blocks make no pages.

    A block higher than the frame stands alone on a page and runs over its foot: whoever makes blocks splits them.
    """
    return tuple(flowing(blocks, frame))


def flowing(blocks: Iterable[Block], frame: Frame) -> Iterator[FlowPage]:
    """The same, each page when it is full: of a long text no more than a page is there at a time."""
    sheets = _Sheets(frame)
    for run in _inseparable(blocks):
        yield from sheets.place(run)
    yield from sheets.rest()


def _inseparable(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    run: list[Block] = []
    for block in blocks:
        run.append(block)
        if not block.keep:
            yield run
            run = []
    if run:
        yield run


@dataclass(slots=True)
class _Page:
    y: float
    items: list[Primitive] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    places: list[tuple[str, float]] = field(default_factory=list)
    fresh: bool = True

    def finished(self) -> FlowPage:
        return FlowPage(tuple(self.items), tuple(self.bookmarks), tuple(self.places))


class _Sheets:
    """The page that is being filled and the sections that are open on it."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._open: list[tuple[int, Block | None]] = []
        self._page: _Page | None = None

    def place(self, run: Sequence[Block]) -> Iterator[FlowPage]:
        """Put blocks on the page, or on a new one; gives the page that was full."""
        height = max(sum(block.height + block.before for block in run), run[0].room)
        page = self._page or self._new_page(run[0])
        if not page.fresh and page.y + height > self._frame.bottom + 0.01:
            yield page.finished()
            page = self._new_page(run[0])
        for block in run:
            self._put(page, block)

    def rest(self) -> Iterator[FlowPage]:
        """The last page."""
        if self._page:
            yield self._page.finished()

    def _new_page(self, first: Block) -> _Page:
        self._page = page = _Page(self._frame.y)
        depth = first.section if first.section is not None else 99
        for level, block in self._open:
            if block is not None and level < depth:
                self._draw(page, block, "")
        page.fresh = True
        return page

    def _put(self, page: _Page, block: Block) -> None:
        if block.section is not None:
            depth = block.section
            self._open = [(level, resumed) for level, resumed in self._open if level < depth]
            self._open.append((depth, block.resumed))
        self._draw(page, block, block.role)

    def _draw(self, page: _Page, block: Block, role: str) -> None:
        if not page.fresh:
            page.y += block.before
        x, y = self._frame.x, page.y
        items: tuple[Primitive, ...] = tuple(moved(item, x, y) for item in block.items)
        if role:
            items = (tagged(role, items),)
        if block.id:
            page.items.append(Group(block.id, items, block.label, (x, y, block.width, block.height)))
            page.places.append((block.id, y))
        else:
            page.items.extend(items)
        if block.bookmark:
            page.bookmarks.append(Bookmark(block.bookmark, block.section or 0, y))
        page.y += block.height
        page.fresh = False
