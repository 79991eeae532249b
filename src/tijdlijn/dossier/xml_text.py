"""The XML of an office document, one branch after another: enough of a tree to read, never the whole file at once.

The rule: a part that declares document types or entities is refused (design 7, 10), and so is one that is nested or
filled beyond what any document is. Names are short: `w:p` whatever its namespace is called in the file.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from typing import IO
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from tijdlijn.exchange import archives
from tijdlijn.exchange.archives import Refusals
from tijdlijn.model.problems import Problem

MAX_DEPTH = 200
MAX_ELEMENTS = 1_500_000
"""The most elements of one branch."""

Take = Callable[[str, Element], None]


class Branches:
    """Gives `take` every element whose parent is one of `parents`, whole, with the short name of that parent."""

    def __init__(self, name: str, refusals: Refusals, prefixes: Mapping[str, str], parents: frozenset[str]) -> None:
        self._name = name
        self._refusals = refusals
        self._prefixes = prefixes
        self._parents = parents
        self._short: dict[str, str] = {}
        self._open: list[str] = []
        self._tree: TreeBuilder | None = None
        self._parent = ""
        self._floor = 0
        self._count = 0
        self._take: Take = lambda _parent, _element: None

    def read(self, archive: zipfile.ZipFile, part: str, take: Take) -> None:
        """A part of an archive. Raises Problem when it is missing, damaged, unsafe or too large."""
        self._take = take
        archives.feed_xml(archive, part, self._name, self._listen, self._refusals)

    def read_stream(self, stream: IO[bytes], take: Take) -> None:
        """The same for a file that is XML itself."""
        self._take = take
        archives.feed_stream(stream, self._name, self._listen, self._refusals)

    def _listen(self, parser: expat.XMLParserType) -> None:
        self._open, self._tree = [], None
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = self._named(tag)
        if self._tree is None and self._open and self._open[-1] in self._parents:
            self._tree, self._parent, self._floor, self._count = TreeBuilder(), self._open[-1], len(self._open), 0
        self._open.append(name)
        if self._tree is not None:
            self._count += 1
            if self._count > MAX_ELEMENTS or len(self._open) > MAX_DEPTH:
                raise Problem(self._refusals.too_large.format(name=self._name))
            self._tree.start(name, {self._named(key): value for key, value in attributes.items()})

    def _end(self, _tag: str) -> None:
        name = self._open.pop()
        if self._tree is None:
            return
        self._tree.end(name)
        if len(self._open) == self._floor:
            element = self._tree.close()
            self._tree = None
            self._take(self._parent, element)

    def _characters(self, text: str) -> None:
        if self._tree is not None:
            self._tree.data(text)

    def _named(self, tag: str) -> str:
        short = self._short.get(tag)
        if short is None:
            space, _, local = tag.rpartition(" ")
            prefix = self._prefixes.get(space, "")
            short = self._short[tag] = f"{prefix}:{local}" if prefix else local
        return short


def at(element: Element | None, path: str) -> Element | None:
    """The first element at a path of short names ("w:pPr/w:rPr"), or None."""
    for name in path.split("/"):
        if element is None:
            return None
        element = element.find(name)
    return element
