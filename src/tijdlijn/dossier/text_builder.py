"""How every reader makes a document: line by line, cleaned, each line a block with exact offsets.

The rule: `text[block.start:block.end]` is the block's text, blocks follow each other, and between them stand only line
ends. Text is cleaned here and nowhere else: control, bidirectional and zero-width characters and soft hyphens are taken
out, every sort of space becomes an ordinary one, characters are composed (NFC).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from tijdlijn.drawing.plain import plain, plain_lines
from tijdlijn.model.documents import Block, BlockKind, Document
from tijdlijn.model.problems import Problem

MAX_CHARACTERS = 5_000_000
"""The most characters that are kept of one document: some 2,000 pages."""

_SYMBOLS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0fe": "☑", "\uf0a8": "☐", "\uf06f": "☐",
    "\uf0fd": "☒", "\uf078": "☒", "\uf0e0": "→", "\uf02d": "-",
}  # fmt: skip
"""What Word writes for signs of its Symbol and Wingdings faces, and the sign that a reader saw."""
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def clean_lines(text: str) -> list[str]:
    """The lines of a text, cleaned; tabs stay."""
    return ["\t".join(map(_clean, line.split("\t"))) for line in _lines(text)]


def clean_line(text: str) -> str:
    """A text as one cleaned line without tabs: what a table's cell or a heading is."""
    return " ".join(part for line in _lines(text) if (part := _clean(line.replace("\t", " ")).strip()))


def _lines(text: str) -> list[str]:
    if text.isprintable():
        return [text]
    return _keeping_tabs(text)


def _keeping_tabs(text: str) -> list[str]:
    pieces = [plain_lines(piece).split("\n") for piece in text.split("\t")]
    lines = [""]
    for number, piece in enumerate(pieces):
        lines[-1] += ("\t" if number else "") + piece[0]
        lines.extend(piece[1:])
    return lines


def _clean(piece: str) -> str:
    return _PRIVATE.sub(lambda found: _SYMBOLS.get(found[0], " "), plain(piece).replace("\xa0", " "))


class TextBuilder:
    """A document while it is read. `shape` is its usual ending ("docx").

    Empty lines add nothing, except `blank`. What goes beyond `limit` characters is left out, and a notice says so.
    """

    def __init__(self, name: str, shape: str, limit: int = MAX_CHARACTERS) -> None:
        self.name = name
        self.shape = shape
        self._limit = limit
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._pages: list[int] = []
        self._notices: dict[str, None] = {}
        self._tables = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing readable was added yet."""
        return not self._blocks

    @property
    def is_full(self) -> bool:
        """Whether more text would be left out: a reader may stop."""
        return self._length >= self._limit

    def paragraph(self, text: str) -> None:
        """A paragraph; a line end in it begins a new one."""
        self._stripped(BlockKind.PARAGRAPH, text)

    def heading(self, text: str, level: int = 1) -> None:
        """A heading, always one line. Levels below 1 count as 1, beyond 9 as 9."""
        self._add(BlockKind.HEADING, clean_line(text), level=min(max(level, 1), 9))

    def note(self, text: str) -> None:
        """A foot- or endnote, or a remark."""
        self._stripped(BlockKind.NOTE, text)

    def margin(self, text: str) -> None:
        """A page header or footer."""
        self._stripped(BlockKind.MARGIN, text)

    def mail(self, text: str) -> None:
        """A header line of a mail."""
        self._add(BlockKind.MAIL, clean_line(text))

    def verbatim(self, lines: Sequence[str], kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> None:
        """A paragraph with the spaces around it and the line ends in it as they are; empty lines are kept."""
        cleaned = [line for given in lines for line in clean_lines(given)]
        if any(line.strip() for line in cleaned):
            self._add(kind, "\n".join(cleaned), level=level)
        else:
            for _ in cleaned:
                self.blank()

    def verbatim_row(self, line: str, table: int) -> None:
        """A row of a table as a text has it: with tabs between its cells."""
        cleaned = " ".join(clean_lines(line))
        if cleaned.strip():
            self._add(BlockKind.ROW, cleaned, table=table, cells=_stretches(cleaned.split("\t")))

    def row(self, cells: Sequence[str], table: int) -> None:
        """A row of the table with this number (see `new_table`); a row without any text adds nothing."""
        cleaned = [clean_line(cell) for cell in cells]
        if any(cleaned):
            self._add(BlockKind.ROW, "\t".join(cleaned), table=table, cells=_stretches(cleaned))

    def new_table(self) -> int:
        """The number of the next table, from 1."""
        self._tables += 1
        return self._tables

    def blank(self) -> None:
        """An empty line."""
        if not self.is_full:
            self._parts.append("")
            self._length += 1

    def page(self) -> None:
        """A page starts here: with the next text."""
        self._pages.append(self._length)

    def notice(self, sentence: str) -> None:
        """Something in Dutch that could not be read or was left out; the same sentence is kept once."""
        self._notices.setdefault(sentence)

    def include(self, other: Document) -> None:
        """All of another document that stands in this one, with its notices."""
        tables: dict[int, int] = {}
        for block in other.blocks:
            table = block.table and (tables.get(block.table) or tables.setdefault(block.table, self.new_table()))
            cells = tuple((start - block.start, end - block.start) for start, end in block.cells)
            self._add(block.kind, other.text[block.start : block.end], block.level, table, cells)
        for sentence in other.notices:
            self.notice(sentence)

    def finish(self, day: date | None = None) -> Document:
        """The document. Raises Problem when there is no text in it at all."""
        if self.is_empty:
            raise Problem(f"{self.name} bevat geen tekst; er is niets overgenomen.")
        text = "\n".join(self._parts)
        pages = tuple(min(page, len(text)) for page in self._pages)
        return Document(self.name, self.shape, text, tuple(self._blocks), pages, day, tuple(self._notices))

    def _stripped(self, kind: BlockKind, text: str) -> None:
        for line in clean_lines(text):
            self._add(kind, line.strip())

    def _add(
        self, kind: BlockKind, line: str, level: int = 0, table: int = 0, cells: Iterable[tuple[int, int]] = ()
    ) -> None:
        if not line:
            return
        start = self._length
        if start + len(line) > self._limit:
            self.notice(f"De tekst is langer dan {_thousands(self._limit)} tekens; wat daarna komt, is niet gelezen.")
            line = line[: max(self._limit - start, 0)]
        if not line.strip():
            return
        end = start + len(line)
        placed = tuple((min(start + left, end), min(start + right, end)) for left, right in cells)
        self._blocks.append(Block(kind, start, end, level, table, placed))
        self._parts.append(line)
        self._length = end + 1


def _stretches(cells: Sequence[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = 0
    for cell in cells:
        found.append((at, at + len(cell)))
        at += len(cell) + 1
    return found


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")
