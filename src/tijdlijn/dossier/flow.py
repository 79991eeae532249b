"""The running text of an office document while it is read: paragraphs, tables in tables, notes and text boxes.

The rule: a reader tells what begins and ends in the order of its file, also when ends are missing; here it becomes
lines. A table row is one line, unless it holds a table or is a single cell: then it is a box around paragraphs. Notes
and text boxes follow the paragraph or row that they hang on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from tijdlijn.dossier.text_builder import TextBuilder, clean_line
from tijdlijn.model.documents import BlockKind, Document

MAX_COLUMNS = 500
MAX_TABLES_DEEP = 30


@dataclass(frozen=True, slots=True)
class Piece:
    """A line before it is placed. `table` is any object that stands for the table of a row."""

    kind: BlockKind
    text: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()
    table: object = None

    @property
    def line(self) -> str:
        """What it says as a line."""
        return "\t".join(map(clean_line, self.cells)) if self.cells else self.text


Sink = Callable[[Piece], None]


def into(builder: TextBuilder) -> Sink:
    """Writes pieces into a document, its tables numbered as they come."""
    numbers: dict[object, int] = {}

    def write(piece: Piece) -> None:
        if piece.kind is BlockKind.ROW:
            if any(cell.strip() for cell in piece.cells):
                number = numbers.get(piece.table) or numbers.setdefault(piece.table, builder.new_table())
                builder.row(piece.cells, number)
        elif piece.kind is BlockKind.HEADING:
            builder.heading(piece.text, piece.level)
        elif piece.kind is BlockKind.NOTE:
            builder.note(piece.text)
        elif piece.kind is BlockKind.MARGIN:
            builder.margin(piece.text)
        else:
            builder.paragraph(piece.text)

    return write


def pieces_of(document: Document) -> Iterator[Piece]:
    """What another document says, to stand in this one."""
    tables: dict[int, object] = {}
    for block in document.blocks:
        table = tables.setdefault(block.table, object()) if block.table else None
        cells = tuple(document.text[start:end] for start, end in block.cells)
        yield Piece(block.kind, document.text[block.start : block.end], block.level, cells, table)


class _Table:
    """A table while it is read: of the open row the pieces of each cell, None where there is no row."""

    def __init__(self) -> None:
        self.row: list[list[Piece]] | None = None
        self.real_cells = 0


@dataclass(slots=True)
class _Level:
    """Text that stands by itself: the whole document, a cell or an aside."""

    is_cell: bool = False
    kind: BlockKind | None = None
    span: int = 1
    text: list[str] = field(default_factory=list)
    pending: list[Piece] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    tables: list[_Table] = field(default_factory=list)


class Flow:
    """Takes text and what begins and ends; gives lines to its sink as soon as they are complete."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._levels = [_Level()]

    @property
    def _level(self) -> _Level:
        return self._levels[-1]

    @property
    def has_text(self) -> bool:
        """Whether the open paragraph says anything yet."""
        return any(part.strip() for part in self._level.text)

    def add(self, text: str) -> None:
        """Text of the open paragraph; a line end in it begins a new line."""
        self._level.text.append(text)

    def put(self, piece: Piece) -> None:
        """A finished line, after what is open."""
        self.end_paragraph()
        self._emit(piece)

    def end_paragraph(self, level: int = 0) -> None:
        """The open paragraph is complete; a heading when it has a level."""
        here = self._level
        text = "".join(here.text)
        here.text.clear()
        if text.strip():
            self._emit(Piece(BlockKind.HEADING if level else BlockKind.PARAGRAPH, text, level))
        waiting, here.pending = here.pending, []
        for piece in waiting:
            self._emit(piece)

    def begin_aside(self, kind: BlockKind) -> None:
        """A note, or with PARAGRAPH a text box: its lines follow the paragraph that is open."""
        self._levels.append(_Level(kind=kind))

    def end_aside(self) -> None:
        """The aside is complete."""
        while self._level.is_cell or self._level.tables:
            self.end_table()
        if len(self._levels) > 1:
            self.end_paragraph()
            aside = self._levels.pop()
            self._level.pending.extend(_turned(piece, aside.kind) for piece in aside.pieces)

    def begin_table(self) -> None:
        """A table begins, maybe in a cell of another."""
        self.end_paragraph()
        if sum(len(level.tables) for level in self._levels) < MAX_TABLES_DEEP:
            self._level.tables.append(_Table())

    def end_table(self) -> None:
        """The innermost table ends, with what is open in it."""
        self.end_row()
        if self._level.tables:
            self._level.tables.pop()
            self.end_paragraph()

    def begin_row(self) -> None:
        """A row begins; one that is open ends."""
        self.end_row()
        if not self._level.tables:
            self.begin_table()
        if self._level.tables:
            self._level.tables[-1].row = []
            self._level.tables[-1].real_cells = 0

    def end_row(self) -> None:
        """The open row is complete."""
        self.end_cell()
        table = self._level.tables[-1] if self._level.tables else None
        if table is None or table.row is None:
            return
        cells, table.row = table.row, None
        for piece in _row(cells, table):
            self._emit(piece)

    def begin_cell(self, span: int = 1) -> None:
        """A cell begins; it takes the place of `span` columns."""
        self.end_cell()
        if not self._level.tables or self._level.tables[-1].row is None:
            self.begin_row()
        self._levels.append(_Level(is_cell=True, span=min(max(span, 1), MAX_COLUMNS)))

    def end_cell(self) -> None:
        """The open cell is complete."""
        if not self._level.is_cell or self._level.tables:
            return
        self.end_paragraph()
        cell = self._levels.pop()
        table = self._level.tables[-1] if self._level.tables else None
        if table is None or table.row is None:
            for piece in cell.pieces:
                self._emit(piece)
            return
        table.real_cells += 1
        if len(table.row) < MAX_COLUMNS:
            table.row.append(cell.pieces)
            self._empty_cells(table.row, cell.span - 1)
        else:
            table.row[-1].extend(cell.pieces)

    def skip_cells(self, count: int, covered: bool = False) -> None:
        """Empty cells, as many; or places that a cell beside or above covers."""
        self.end_cell()
        table = self._level.tables[-1] if self._level.tables else None
        if table is not None and table.row is not None:
            table.real_cells += 0 if covered else count
            self._empty_cells(table.row, count)

    def _empty_cells(self, row: list[list[Piece]], count: int) -> None:
        row.extend([] for _ in range(min(count, MAX_COLUMNS - len(row))))

    def finish(self) -> None:
        """Closes all that is open: the end of the file."""
        while len(self._levels) > 1 or self._level.tables:
            if self._level.is_cell or self._level.tables:
                self.end_table()
            else:
                self.end_aside()
        self.end_paragraph()

    def _emit(self, piece: Piece) -> None:
        if len(self._levels) == 1:
            self._sink(piece)
        else:
            self._level.pieces.append(piece)


def _turned(piece: Piece, kind: BlockKind | None) -> Piece:
    """A line of an aside as what it is there."""
    if kind is None or kind is BlockKind.PARAGRAPH:
        return piece
    return replace(piece, kind=kind, text=piece.line, level=0, cells=(), table=None)


def _row(cells: list[list[Piece]], table: _Table) -> Iterator[Piece]:
    """One line for a row, or what its cells hold when they are boxes."""
    pieces = [piece for cell in cells for piece in cell]
    if table.real_cells == 1 or any(piece.kind is BlockKind.ROW for piece in pieces):
        yield from pieces
        return
    said = tuple(
        " ".join(clean_line(piece.line) for piece in cell if piece.kind is not BlockKind.NOTE) for cell in cells
    )
    yield Piece(BlockKind.ROW, cells=said, table=table)
    yield from (piece for piece in pieces if piece.kind is BlockKind.NOTE)
