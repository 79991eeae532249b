"""The pages of a print become one sequence of paragraphs, headings and table rows.

The rule: what was cut by the end of a page or of a column is one again; a piece remembers where a page begins in it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from tijdlijn.dossier.hyphens import joined
from tijdlijn.dossier.pdf_layout import Flow, Line, Table
from tijdlijn.dossier.pdf_lines import Paragraph, Style, begins_item, is_heading, paragraphs, style_of
from tijdlijn.model.documents import BlockKind

_STICKS_OUT = 4.0
"""Letter heights beyond the usual long line at which a line is none of running text."""
_FEW = 20


@dataclass(slots=True)
class Piece:
    """A block to be. `starts` are the pages that begin in it: the number, and how many of its lines stand before."""

    kind: BlockKind
    lines: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    size: float = 0.0
    table: int = 0
    starts: list[tuple[int, int]] = field(default_factory=list)
    paragraph: Paragraph | None = None


class Composer:
    """Takes pages one by one, gives pieces."""

    def __init__(self, layouts: Sequence[Sequence[Flow | Table]]) -> None:
        flows = [piece for layout in layouts for piece in layout if isinstance(piece, Flow)]
        self.style: Style = style_of(flow.lines for flow in flows)
        self._right = _right_edge([line for flow in flows if flow.wide for line in flow.lines])
        self.pieces: list[Piece] = []
        self._waiting: list[int] = []
        self._tables = 0

    def aside(self, kind: BlockKind, text: str) -> None:
        """A note or a margin line."""
        self._add(Piece(kind, [text]))

    def page(self, number: int, layout: Sequence[Flow | Table]) -> None:
        """The page with this number, from 0."""
        self._waiting.append(number)
        for at, piece in enumerate(layout):
            if isinstance(piece, Table):
                self._take_table(piece, is_first=at == 0)
            else:
                self._take_flow(piece, is_first=at == 0)

    def levels(self) -> dict[float, int]:
        """Headings by the height of their letters: the largest is 1."""
        sizes = sorted({piece.size for piece in self.pieces if piece.kind is BlockKind.HEADING}, reverse=True)
        return {size: level for level, size in enumerate(sizes, start=1)}

    def _add(self, piece: Piece) -> None:
        piece.starts.extend((number, 0) for number in self._waiting)
        self._waiting.clear()
        self.pieces.append(piece)

    def _take_flow(self, flow: Flow, is_first: bool) -> None:
        right = self._right if flow.wide else max(line.x1 for line in flow.lines)
        right = math.inf if flow.apart else right
        for at, paragraph in enumerate(paragraphs(flow.lines, right, self.style)):
            last = self.pieces[-1] if self.pieces else None
            if (
                at == 0
                and last
                and last.paragraph
                and (is_first or not flow.wide)
                and self._runs_on(last.paragraph, paragraph)
            ):
                last.starts.extend((number, len(last.lines)) for number in self._waiting)
                self._waiting.clear()
                last.lines.extend(paragraph.text_lines)
                last.paragraph = paragraph
            elif is_heading(paragraph, self.style):
                self._add(Piece(BlockKind.HEADING, paragraph.text_lines, size=paragraph.lines[0].size))
            else:
                self._add(Piece(BlockKind.PARAGRAPH, paragraph.text_lines, paragraph=paragraph))

    def _runs_on(self, before: Paragraph, after: Paragraph) -> bool:
        last, first = before.lines[-1], after.lines[0]
        if abs(last.size - first.size) > 0.08 * last.size or is_heading(after, self.style) or begins_item(first, last):
            return False
        return before.is_unfinished or first.text[:1].islower()

    def _take_table(self, table: Table, is_first: bool) -> None:
        last = self.pieces[-1] if self.pieces else None
        goes_on = bool(is_first and last and last.kind is BlockKind.ROW and len(last.cells) == len(table.rows[0]))
        rows = table.rows
        if not goes_on:
            self._tables += 1
        elif rows[0] == self._first_row():
            rows = rows[1:]
        elif last and not table.starts_anew:
            last.cells = [joined(filter(None, pair)) for pair in zip(last.cells, rows[0], strict=True)]
            rows = rows[1:]
        for cells in rows:
            self._add(Piece(BlockKind.ROW, cells=cells, table=self._tables))

    def _first_row(self) -> list[str]:
        return next(piece.cells for piece in self.pieces if piece.table == self._tables)


def _right_edge(lines: Sequence[Line]) -> float:
    """How far lines of running text reach: the farthest, but for a few that stick out."""
    ends = sorted(line.x1 for line in lines)
    if not ends:
        return 0.0
    farthest = ends[-1]
    long = [end for end in ends if end > 0.6 * farthest]
    usual = long[len(long) // 2] + _STICKS_OUT * lines[len(lines) // 2].size
    within = [end for end in long if end <= usual]
    return farthest if len(long) < _FEW or len(long) - len(within) > 0.05 * len(long) else within[-1]
