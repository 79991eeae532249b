"""A document set as it is divided: headings, paragraphs, rows of tables, notes and margins, in Qt's text document.

The rule: the text goes in whole and plain (design 7.12), so that places in it are places in the document; how it looks
is formats only. The columns of a table stand below each other as far as they fit; what does not fit follows with bars
between the cells.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from tijdlijn.model.documents import Block, BlockKind, Document
from tijdlijn.ui import theme
from tijdlijn.ui.dossier_reader.places import Places, showable

TEXT_PX = 15
_LINE = 142
"""Height of a line, in hundredths of that of the font."""
_WIDEST_CELL = 190
_WIDEST_COLUMNS = 400
"""Of a column and of all columns but the last, in pixels."""
_EMPTY = 7
"""Height of an empty line: pixels."""
_PAD = 16
FLOW_TAB = 26
PAGE_ROOM = 34
"""The room above a block that begins a page, for the line that says so."""
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a table that fit: where each but the first begins, in pixels. In a whole one all of them fit."""

    stops: tuple[float, ...] = ()
    is_whole: bool = False


def grids(document: Document, font: QFont) -> dict[int, Grid]:
    """The columns of every table of a document."""
    metrics = QFontMetricsF(font)
    widest: dict[int, list[float]] = {}
    for block in document.blocks:
        if block.kind is BlockKind.ROW:
            columns = widest.setdefault(block.table, [])
            for place, (start, end) in enumerate(block.cells[:-1]):
                width = metrics.horizontalAdvance(document.text[start : min(end, start + 80)])
                columns.extend([0.0] * (place + 1 - len(columns)))
                columns[place] = max(columns[place], width)
    return {table: _grid(columns) for table, columns in widest.items()}


def _grid(columns: list[float]) -> Grid:
    stops, at = [], 0.0
    for width in columns:
        at += width + _PAD
        if width > _WIDEST_CELL or at > _WIDEST_COLUMNS:
            break
        stops.append(at)
    return Grid(tuple(stops), len(stops) == len(columns))


def fill(target: QTextDocument, document: Document, grid: Mapping[int, Grid], places: Places) -> None:
    """Put the text of a document into Qt's, with the formats in the colours of this moment."""
    target.setUndoRedoEnabled(False)
    target.setPlainText(showable(document.text))
    dress(target, document, grid, places)


def dress(target: QTextDocument, document: Document, grid: Mapping[int, Grid], places: Places) -> None:
    """Give every block its format; called again when the colours change."""
    cursor = QTextCursor(target)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(_block_format(Block(BlockKind.PARAGRAPH, 0, 0), Grid(), False))
    cursor.setCharFormat(_char_format(Block(BlockKind.PARAGRAPH, 0, 0), False))
    begins = set(document.pages[1:])
    headed = _headed(document)
    for block in document.blocks:
        starts_page = block.start in begins
        if block.kind is BlockKind.PARAGRAPH and not starts_page:
            continue
        cursor.setPosition(places.to_qt(block.start))
        cursor.setPosition(places.to_qt(block.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.setBlockFormat(_block_format(block, grid.get(block.table, Grid()), starts_page))
        cursor.setCharFormat(_char_format(block, block.start in headed))
        if block.kind is BlockKind.ROW:
            _keep_apart(cursor, block, len(grid.get(block.table, Grid()).stops), places)
    _draw_in_empty_lines(target, cursor)
    cursor.endEditBlock()


def _draw_in_empty_lines(target: QTextDocument, cursor: QTextCursor) -> None:
    """An empty line parts what stands around it; blocks have room of their own already."""
    thin = QTextBlockFormat()
    thin.setLineHeight(_EMPTY, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    line = target.begin()
    while line.isValid():
        if line.length() == 1 and line.blockFormat().topMargin() == 0:
            cursor.setPosition(line.position())
            cursor.setBlockFormat(thin)
        line = line.next()


def _keep_apart(cursor: QTextCursor, block: Block, columns: int, places: Places) -> None:
    """Leave room after every cell that is followed at once by the next: a tab may be as narrow as nothing."""
    apart = QTextCharFormat()
    apart.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    apart.setFontLetterSpacing(_PAD - 2)
    for _, end in block.cells[columns:-1]:
        if end > block.start:
            cursor.setPosition(places.to_qt(end - 1))
            cursor.setPosition(places.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(apart)


def _headed(document: Document) -> set[int]:
    """The starts of the rows that name the columns: the first of a table, when it holds no figures."""
    seen: set[int] = set()
    found: set[int] = set()
    for block in document.blocks:
        if block.kind is BlockKind.ROW and block.table not in seen:
            seen.add(block.table)
            if not _DIGIT.search(document.text, block.start, block.end):
                found.add(block.start)
    return found


def _block_format(block: Block, grid: Grid, starts_page: bool) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    above, below, left = _room(block)
    made.setTopMargin(above + (PAGE_ROOM if starts_page else 0))
    made.setBottomMargin(below)
    made.setLeftMargin(left)
    if block.kind is BlockKind.ROW:
        made.setTabPositions(_tabs(grid))
        hang = grid.stops[-1] if grid.is_whole and grid.stops else (*grid.stops, FLOW_TAB)[0]
        made.setLeftMargin(hang)
        made.setTextIndent(-hang)
    return made


def _tabs(grid: Grid) -> list[QTextOption.Tab]:
    last = grid.stops[-1] if grid.stops else 0.0
    rest = () if grid.is_whole else tuple(last + FLOW_TAB * step for step in range(1, 60))
    return [QTextOption.Tab(stop, QTextOption.TabType.LeftTab) for stop in (*grid.stops, *rest)]


def _room(block: Block) -> tuple[float, float, float]:
    """The room above, below and at the left of a block."""
    if block.kind is BlockKind.HEADING:
        return (22 if block.level <= 1 else 16), 6, 0
    if block.kind is BlockKind.ROW:
        return 3, 3, 0
    if block.kind is BlockKind.MAIL:
        return 0, 1, 0
    if block.kind is BlockKind.NOTE:
        return 2, 6, 18
    return 0, 9, 0


def _char_format(block: Block, is_head: bool) -> QTextCharFormat:
    now = theme.palette()
    size, colour, weight = TEXT_PX, now.ink, QFont.Weight.Normal
    if block.kind is BlockKind.HEADING:
        size, weight = TEXT_PX + max(1, 7 - 2 * max(block.level, 1)), QFont.Weight.DemiBold
    elif block.kind in (BlockKind.NOTE, BlockKind.MAIL):
        size, colour = TEXT_PX - 1, now.soft
    elif block.kind is BlockKind.MARGIN:
        size, colour = TEXT_PX - 2, now.faint
    elif is_head:
        weight = QFont.Weight.DemiBold
    made = QTextCharFormat()
    font = QFont()
    font.setPixelSize(size)
    font.setWeight(weight)
    made.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly)
    made.setForeground(QColor(colour))
    return made
