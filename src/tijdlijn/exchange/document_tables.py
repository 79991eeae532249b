"""The tables of a document as grids: a chronology that was made in a word processor is a table like any other.

The rule: a table that goes on in the next one (as wide, without a header of its own) is one table; rows are numbered
as they stand in the document.
"""

from __future__ import annotations

from collections.abc import Callable

from tijdlijn.exchange.grids import Grid, Row, capped, clean
from tijdlijn.model.documents import BlockKind, Document


def document_grids(document: Document, has_header: Callable[[Grid], bool]) -> tuple[Grid, ...]:
    """The tables of a document that hold anything, in its order."""
    rows: dict[int, list[Row]] = {}
    for block in document.blocks:
        if block.kind is BlockKind.ROW and block.table:
            table = rows.setdefault(block.table, [])
            cells = tuple(clean(document.text[start:end]) for start, end in block.cells)
            table.append(Row(len(table) + 1, cells))
    made: list[Grid] = []
    for number, table in rows.items():
        grid = Grid(document.name, f"tabel {number}", capped(table, document.name))
        if made and grid.rows and not has_header(grid) and _width(grid) == _width(made[-1]):
            made[-1] = _longer(made[-1], grid)
        elif grid.rows:
            made.append(grid)
    return (Grid(document.name, "", made[0].rows),) if len(made) == 1 else tuple(made)


def _width(grid: Grid) -> int:
    return max(len(row.cells) for row in grid.rows)


def _longer(grid: Grid, rest: Grid) -> Grid:
    last = grid.rows[-1].number
    more = (Row(last + at, row.cells, row.fault) for at, row in enumerate(rest.rows, start=1))
    return Grid(grid.file, grid.sheet, (*grid.rows, *more))
