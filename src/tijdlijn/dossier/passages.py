"""Where in a document a date stands: its block, its sentence, the heading above it, the other cells of its row.

The rule: of a row, a passage is the sentence in its cell where the cell says something by itself, else the whole row.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from tijdlijn.dossier.notes import DatedRow
from tijdlijn.dossier.sentences import sentence_at
from tijdlijn.model.documents import Block, BlockKind, Document


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with what stands around it. `cells` are (title of the column, text) of its row."""

    start: int
    end: int
    block: Block
    heading: str
    before: str
    cells: tuple[tuple[str, str], ...]


class Passages:
    """Looks up what stands around a place of one document."""

    def __init__(self, document: Document, rows: dict[int, DatedRow]) -> None:
        self._text = document.text
        self._rows = rows
        self.blocks = [block for block in document.blocks if block.end > block.start]
        self._starts = [block.start for block in self.blocks]
        self._headings = [
            (block.end, document.text[block.start : block.end].strip())
            for block in document.blocks
            if block.kind is BlockKind.HEADING
        ]
        self._titles: dict[int, Block] = {}
        for block in self.blocks:
            if block.kind is BlockKind.ROW:
                self._titles.setdefault(block.table, block)

    def block_at(self, place: int) -> Block:
        """The block in which a character stands; an empty one where there is none."""
        at = bisect_right(self._starts, place) - 1
        if at >= 0 and place <= self.blocks[at].end:
            return self.blocks[at]
        return Block(BlockKind.PARAGRAPH, place, place)

    def around(self, start: int, end: int) -> Passage:
        """The passage of a stretch; it reaches to the end of the stretch at least."""
        block = self.block_at(start)
        low, high = sentence_at(self._text, block, start)
        if block.kind is BlockKind.ROW and not self.is_sentence(block, low, high):
            low, high = block.start, block.end
        row = self._rows.get(block.start)
        columns = row.columns if row else self.columns(block)
        cells = tuple(
            (columns[at] if at < len(columns) else "", self._text[a:b]) for at, (a, b) in enumerate(block.cells)
        )
        before = self._text[max(block.start, low - 300) : low].rstrip()
        return Passage(low, max(high, end), block, self.heading_at(block.start), before.rsplit(". ", 1)[-1], cells)

    def is_sentence(self, block: Block, start: int, end: int) -> bool:
        """Whether a part of a cell says something by itself: more than a date, a name or a word or two."""
        cell = next((one for one in block.cells if one[0] <= start < one[1]), (start, end))
        return self._text[cell[0] : cell[1]].count(" ") >= 3 or self._text[end - 1 : end] in ".!?"

    def columns(self, row: Block) -> tuple[str, ...]:
        """The titles of the columns of a row: the first row of its table. Empty for that row itself."""
        first = self._titles.get(row.table) if row.table else None
        if row.kind is not BlockKind.ROW or first is None or first is row:
            return ()
        return tuple(self._text[a:b].strip() for a, b in first.cells)

    def heading_at(self, place: int) -> str:
        """The heading under which a place stands; empty when there is none."""
        at = bisect_right(self._headings, (place, "\U0010ffff")) - 1
        return self._headings[at][1] if at >= 0 else ""
