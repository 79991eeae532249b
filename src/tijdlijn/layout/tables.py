"""Tables set as in a well-made book: no boxes, hairlines between the rows, all baselines on one grid.

A row is as high as its highest cell and is never cut by the end of a page, unless it is higher than a page: then it
is split between lines and says that it goes on. Words too long for their column are broken. Text is data, not markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tijdlijn.drawing.plain import missing, plain_lines
from tijdlijn.drawing.primitives import Face, Group, Line, Primitive, Text, moved
from tijdlijn.drawing.tags import DATA, HEAD, MORE_OF_ROW, ROW, TABLE, tagged
from tijdlijn.drawing.text_metrics import text_width, wrapped
from tijdlijn.layout.flow import Block

BODY, SMALL, LEADING = 8.2, 7.2, 10.8
PAD = 4.2
ASCENT = 7.6
WIDE = 600.0
"""From this width on there is room for wide gutters."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text in one style; line ends in it are kept."""

    text: str
    style: str = "page.text"
    size: float = BODY
    face: Face = Face.REGULAR


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs below each other. `sign` is drawn from the left end of the first baseline; text keeps `indent` off."""

    paragraphs: tuple[Paragraph, ...] = ()
    sign: tuple[Primitive, ...] = ()
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """One cell for each column; `id` and `label` name what it shows. `resumed` is said where a split row goes on.

    `first` names a group around the text of the first cell alone, for whoever makes a link of it.
    """

    cells: tuple[Cell, ...]
    id: str = ""
    label: str = ""
    resumed: str = "vervolg"
    first: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column as wide as its content between `least` and `most` points; `share` of what is left comes on top.

    Amounts (`is_number`) end below each other.
    """

    title: str
    least: float
    most: float
    share: float = 0.0
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns with their places: left edge and width of each, which hold numbers, and the width of all."""

    titles: tuple[str, ...]
    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    numbers: tuple[bool, ...]
    width: float


def grid(columns: Sequence[Column], rows: Iterable[Row], width: float) -> Grid:
    """Divide a width over columns by what stands in them; a long text asks for no more than its column's `most`.

    Where there is too little for all, columns shrink towards their `least` in proportion.
    """
    gutter = 14.0 if width >= WIDE else 9.0
    room = width - gutter * (len(columns) - 1)
    natural = _natural(columns, rows)
    wanted = [min(max(column.least, asked), column.most) for asked, column in zip(natural, columns, strict=True)]
    over = sum(wanted) - room
    slack = sum(want - column.least for want, column in zip(wanted, columns, strict=True))
    if over > 0 and slack > 0:
        part = min(1.0, over / slack)
        wanted = [want - (want - column.least) * part for want, column in zip(wanted, columns, strict=True)]
    elif over < 0 and (shares := sum(column.share for column in columns)):
        wanted = [want - over * column.share / shares for want, column in zip(wanted, columns, strict=True)]
    lefts, x = [], 0.0
    for want in wanted:
        lefts.append(x)
        x += want + gutter
    numbers = tuple(column.is_number for column in columns)
    return Grid(tuple(column.title for column in columns), tuple(lefts), tuple(wanted), numbers, width)


def _natural(columns: Sequence[Column], rows: Iterable[Row]) -> list[float]:
    """How wide what stands in each column is; of one that has its most already nothing more is measured."""
    longest = [text_width(column.title, SMALL, Face.SEMIBOLD) for column in columns]
    for row in rows:
        for index, (column, cell) in enumerate(zip(columns, row.cells, strict=True)):
            if longest[index] < column.most:
                for paragraph in cell.paragraphs:
                    width = text_width(paragraph.text[:200], paragraph.size, paragraph.face) + cell.indent
                    longest[index] = max(longest[index], width)
    return [width + 0.5 for width in longest]


def head(table: Grid, section: int = 0) -> Block:
    """The titles of the columns over a rule; repeated on every page on which the table goes on."""
    titles = [
        _placed(table, number, Text(0.0, ASCENT, title, "page.muted", SMALL, Face.SEMIBOLD), 0.0)
        for number, title in enumerate(table.titles)
    ]
    rule = Line(0.0, 13.0, table.width, 13.0, "page.rule")
    heads = tagged(TABLE, (tagged(HEAD, (title,)) for title in titles))
    repeated = Block(15.0, (*titles, rule))
    return Block(15.0, (heads, rule), keep=True, section=section, resumed=repeated, role="")


def rows_of(table: Grid, row: Row, highest: float, rule: bool = True) -> Iterator[Block]:
    """A row as one block, or as several of at most `highest` points when it is higher. `rule`: a hairline above."""
    cells = [_lines(cell, width) for cell, width in zip(row.cells, table.widths, strict=True)]
    fit = max(1, int((highest - 2 * PAD - 1) // LEADING))
    count = max(1, *(len(lines) for lines in cells))
    for start in range(0, count, fit):
        part = [lines[start : start + fit] for lines in cells]
        if start and row.resumed and not part[0]:
            part[0] = [Text(0.0, 0.0, row.resumed, "page.muted", SMALL, Face.ITALIC)]
        signs = [cell.sign for cell in row.cells] if not start else []
        yield _block(table, row, part, signs, rule, MORE_OF_ROW if start else ROW)


def _placed(table: Grid, number: int, line: Text, down: float) -> Text:
    """A line in its column, at its end when that holds numbers."""
    spare = table.widths[number] - text_width(line.text, line.size, line.face) if table.numbers[number] else 0.0
    return replace(line, x=line.x + table.lefts[number] + spare, y=line.y + down)


def _lines(cell: Cell, width: float) -> list[Text]:
    """The cell's lines as texts on a baseline at nought."""
    return [
        Text(cell.indent, 0.0, line, paragraph.style, paragraph.size, face)
        for paragraph in cell.paragraphs
        if (text := plain_lines(paragraph.text).rstrip())
        for face in (_face(text, paragraph.face),)
        for line in wrapped(text, width - cell.indent, paragraph.size, face)
    ]


def _face(text: str, face: Face) -> Face:
    """The face asked for, or the upright one when only that has all characters: the italic has half of them."""
    upright = face is Face.ITALIC and not text.isascii() and missing(text, face) > missing(text)
    return Face.REGULAR if upright else face


def _block(
    table: Grid,
    row: Row,
    cells: Sequence[Sequence[Text]],
    signs: Sequence[tuple[Primitive, ...]],
    rule: bool,
    role: str,
) -> Block:
    items: list[Primitive] = [Line(0.0, 0.0, table.width, 0.0, "page.hairline")] if rule else []
    for left, sign in zip(table.lefts, signs, strict=False):
        items += [moved(item, left, PAD + ASCENT) for item in sign]
    height = 2 * PAD + LEADING * max(1, *(len(lines) for lines in cells))
    tags: list[Primitive] = []
    for number, lines in enumerate(cells):
        placed: tuple[Primitive, ...] = tuple(
            _placed(table, number, line, PAD + ASCENT + i * LEADING) for i, line in enumerate(lines) if line.text
        )
        if row.first and not number:
            placed = (Group(row.first, placed, row.label, (table.lefts[0], 0.0, table.widths[0], height)),)
        tags.append(tagged(DATA, placed))
    return Block(height, (*items, tagged(role, tags)), id=row.id, label=row.label, width=table.width, role="")
