"""The structure tree of a tagged PDF: what each piece of the pages is, in the order in which it is read.

The rule: every piece of marked content on a page has one element here, and every link one; the tree and the pages name
each other. A long chronology has a hundred elements on every page, so an element is a number and what is known of it
stands in arrays: some thirty bytes each, of which nothing is copied until it is written (`tree_bytes`).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LINKS_FROM = 1_000_000
"""The number in the parent tree of the first link; those of the pages are below it."""
ROOT = 0
"""The element that holds all others."""
_NONE = -1
_ELEMENT, _LINK = -1, -2

Sides = tuple[float, float, float, float]
"""Left, lower, right and upper side, in points from the lower left of the page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Marked content number `number` of a page, both counted from 0."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link on a page, by its number in the document."""

    page: int
    number: int


Kid = int | Piece | Annotation
"""What an element holds: another element, or something on a page."""


class Structure:
    """The tree of one document, and by page and link the element each belongs to. Elements are numbers from 0, a parent
    always before its children."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._numbers: dict[str, int] = {}
        self._roles = array("B")
        self._parents = array("i")
        self._first, self._last = array("i"), array("i")
        self._kinds, self._values, self._next = array("i"), array("i"), array("i")
        self._owners = array("i")
        self._starts = array("i")
        self._links, self._link_pages = array("i"), array("i")
        self.words: dict[int, str] = {}
        self.columns: dict[int, int] = {}
        self.boxes: dict[int, Sides] = {}
        self._new("Document", _NONE)

    def _new(self, role: str, parent: int) -> int:
        if role not in self._numbers:
            self._numbers[role] = len(self._names)
            self._names.append(role)
        self._roles.append(self._numbers[role])
        self._parents.append(parent)
        self._first.append(_NONE)
        self._last.append(_NONE)
        return len(self._roles) - 1

    def _hold(self, element: int, kind: int, value: int) -> None:
        """The next kid of an element: kids of one element are a chain."""
        self._kinds.append(kind)
        self._values.append(value)
        self._next.append(_NONE)
        here = len(self._kinds) - 1
        if self._last[element] == _NONE:
            self._first[element] = here
        else:
            self._next[self._last[element]] = here
        self._last[element] = here

    # Made while pages are painted

    def add(self, role: str, parent: int, words: str = "", columns: int = 1) -> int:
        """A new last child. `columns` is how many columns of a table a cell is over."""
        child = self._new(role, parent)
        self._hold(parent, _ELEMENT, child)
        if words:
            self.words[child] = words
        if columns > 1:
            self.columns[child] = columns
        return child

    def open_page(self) -> None:
        """What is added next stands on a new page."""
        self._starts.append(len(self._owners))

    def piece(self, element: int) -> int:
        """The number on this page of a new piece of marked content that belongs to an element."""
        number = len(self._owners) - self._starts[-1]
        self._owners.append(element)
        self._hold(element, len(self._starts) - 1, number)
        return number

    def link(self, element: int) -> int:
        """The number, from 0, of a new link on this page that belongs to an element."""
        self._links.append(element)
        self._link_pages.append(len(self._starts) - 1)
        self._hold(element, _LINK, len(self._links) - 1)
        return len(self._links) - 1

    # Looked at

    def __len__(self) -> int:
        return len(self._roles)

    @property
    def objects(self) -> int:
        """How many objects of a document the elements and the lists of the pages are."""
        return len(self) + len(self._starts)

    def role(self, element: int) -> str:
        """What an element is."""
        return self._names[self._roles[element]]

    def parent(self, element: int) -> int:
        """The element above it; of the root, a number below 0."""
        return self._parents[element]

    def kids(self, element: int) -> Iterator[Kid]:
        """What an element holds, in order."""
        at = self._first[element]
        while at != _NONE:
            kind, value = self._kinds[at], self._values[at]
            if kind == _ELEMENT:
                yield value
            elif kind == _LINK:
                yield Annotation(self._link_pages[value], value)
            else:
                yield Piece(kind, value)
            at = self._next[at]

    def children(self, element: int) -> list[int]:
        """The elements right below it."""
        return [kid for kid in self.kids(element) if isinstance(kid, int)]

    def pages(self) -> Iterator[Sequence[int]]:
        """For each page the elements to which its pieces belong."""
        ends = [*self._starts[1:], len(self._owners)]
        for start, end in zip(self._starts, ends, strict=True):
            yield self._owners[start:end]

    @property
    def links(self) -> Sequence[int]:
        """The elements to which the links belong."""
        return self._links
