"""Spreadsheets and separated values as a document: each row a line, as it would be read out.

The rule: dates stand as Dutch people write them, a cell is one line, and what was remarked at a cell is kept.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.parsers import expat

from tijdlijn.dossier.formats import damaged, locked
from tijdlijn.dossier.text_builder import TextBuilder
from tijdlijn.exchange import archives
from tijdlijn.exchange.csv_in import read_csv
from tijdlijn.exchange.grids import Grid, Row
from tijdlijn.exchange.ods_in import read_ods
from tijdlijn.exchange.xlsx_in import read_xlsx
from tijdlijn.language.calendar_nl import SHORT_MONTHS
from tijdlijn.model.documents import Document

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_REMARKS = re.compile(r"xl/(comments|threadedComments)/?[^/]*\.xml|xl/comments\d*\.xml")
_SHAPES = re.compile(r"xl/drawings/drawing\d+\.xml")
_COPY_OF_THREAD = re.compile(r"^\[(?:Threaded comment|Opmerkingenthread)\].*?(?:Comment|Opmerking):\s*", re.DOTALL)
MAX_REMARKS = 5_000


def read_workbook(data: bytes, name: str) -> Document:
    """The sheets of an .xlsx or .ods file. Raises Problem when it is damaged, locked, empty or too large."""
    try:
        with archives.opened(data, name, _REFUSALS) as archive:
            is_excel = "xl/workbook.xml" in archive.namelist()
            grids = read_xlsx(archive, name) if is_excel else read_ods(archive, name)
            remarks = list(_remarks(archive, name, is_excel))
    except RecursionError:
        raise damaged(name) from None
    return _document(grids, remarks, name, "xlsx" if is_excel else "ods")


def read_values(data: bytes, name: str) -> Document:
    """A table of separated values. Raises Problem when it is no text, or empty."""
    return _document([read_csv(data, name, _likely)], [], name, "csv")


_REFUSALS = archives.Refusals(
    damaged=damaged("{name}").sentence,
    locked=locked("{name}").sentence,
    too_large="{name} is uitgepakt veel groter dan een tabel ooit is en is daarom niet gelezen. Bewaar alleen de tabel "
    "zelf, in een nieuw bestand.",
    unsafe="{name} bevat een verwijzing die in een tabel niet hoort en is daarom niet gelezen. Bewaar de tabel opnieuw "
    "vanuit Excel of LibreOffice.",
)


def _likely(grid: Grid) -> int:
    """How many rows are as wide as most are, when that is more than one cell."""
    widths = Counter(len(row.cells) for row in grid.rows)
    width, often = widths.most_common(1)[0] if widths else (0, 0)
    return often if width > 1 else 0


def _document(grids: Sequence[Grid], remarks: Sequence[str], name: str, shape: str) -> Document:
    builder = TextBuilder(name, shape)
    titles: list[str] = []
    for grid in grids:
        if len(grids) > 1:
            builder.heading(grid.sheet)
        table = builder.new_table()
        above = _rows_above(grid)
        titles.extend(cell for row in grid.rows[:above] for cell in row.cells if cell)
        for row in grid.rows[above:]:
            builder.row([_shown(cell) for cell in row.cells] if shape != "csv" else row.cells, table)
        for notice in _faults(grid):
            builder.notice(notice)
    for title in titles:
        builder.margin(title)
    for remark in remarks:
        builder.note(remark)
    return builder.finish()


def _rows_above(grid: Grid) -> int:
    """How many rows stand as a title above the table, with an empty row between: what a page header is on paper."""
    for count, (row, below) in enumerate(pairwise(grid.rows), start=1):
        if sum(map(bool, row.cells)) != 1 or grid.separator:
            return 0
        if below.number > row.number + 1 and sum(map(bool, below.cells)) > 1:
            return count
    return 0


def _shown(cell: str) -> str:
    if found := _DAY.fullmatch(cell):
        return f"{found[3]}-{found[2]}-{found[1]}"
    if found := _MONTH.fullmatch(cell):
        return f"{SHORT_MONTHS[int(found[2]) - 1]} {found[1]}"
    return cell


def _faults(grid: Grid) -> Iterator[str]:
    faulty: list[Row] = [row for row in grid.rows if row.fault]
    if faulty:
        yield f"Regel {faulty[0].number} van {grid.name} is niet zeker goed gelezen: {faulty[0].fault}." + (
            f" Dat geldt voor {len(faulty)} regels." if len(faulty) > 1 else ""
        )


def _remarks(archive: zipfile.ZipFile, name: str, is_excel: bool) -> Iterator[str]:
    """What was remarked at cells, and what stands in boxes over a sheet."""
    parts = sorted(archive.namelist())
    wanted = (
        [part for part in parts if _REMARKS.fullmatch(part) or _SHAPES.fullmatch(part)] if is_excel else ["content.xml"]
    )
    seen: set[str] = set()
    for part in wanted:
        listener = _Remarks(whole=not _SHAPES.fullmatch(part), everywhere=is_excel)
        archives.feed_xml(archive, part, name, listener.listen, _REFUSALS)
        for remark in listener.found:
            said = _COPY_OF_THREAD.sub("", remark).strip()
            if said and said not in seen and len(seen) < MAX_REMARKS:
                seen.add(said)
                yield " ".join(said.split())


class _Remarks:
    """Text of remarks. In an OpenDocument sheet only what stands within an annotation or shape is one."""

    def __init__(self, whole: bool, everywhere: bool) -> None:
        self.found: list[str] = []
        self._parts: list[str] = []
        self._whole = whole
        self._inside = int(everywhere)
        self._listening = 0
        self._aside = 0

    def listen(self, parser: expat.XMLParserType) -> None:
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters

    def _start(self, tag: str, _: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        self._inside += name in ("annotation", "shapes")
        self._aside += name in ("authors", "creator", "date", "mentions")
        self._listening += name in ("t", "text", "p")

    def _end(self, tag: str) -> None:
        name = tag.rpartition(" ")[2]
        if name in ("comment", "annotation", "threadedComment", "shapes") or (name == "p" and not self._whole):
            self._finish()
        elif name == "p":
            self._parts.append(" ")
        self._inside -= name in ("annotation", "shapes")
        self._aside -= name in ("authors", "creator", "date", "mentions")
        self._listening -= name in ("t", "text", "p")

    def _finish(self) -> None:
        if self._inside and (said := "".join(self._parts).strip()):
            self.found.append(said)
        self._parts = []

    def _characters(self, text: str) -> None:
        if self._inside and self._listening and not self._aside:
            self._parts.append(text)
