"""OpenDocument spreadsheets: every sheet as rows of text, read as a stream.

odfpy builds the whole document as objects (100,000 rows take minutes and gigabytes), so the XML is read directly. The
rule is that of Excel files: a date's format says how precise it is; notes and tracked deletions are no cells.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from tijdlijn.exchange import archives
from tijdlijn.exchange.grids import MAX_CELLS, MAX_COLUMNS, Grid, Row, capped, clean
from tijdlijn.exchange.xlsx_in import number_text

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _TEXT, _OFFICE = f"{_NS}table:1.0 ", f"{_NS}text:1.0 ", f"{_NS}office:1.0 "
_STYLE, _NUMBER = f"{_NS}style:1.0 ", f"{_NS}datastyle:1.0 "
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_SKIPPED = (f"{_OFFICE}annotation", f"{_TABLE}tracked-changes", f"{_TABLE}shapes")


def read_ods(archive: zipfile.ZipFile, name: str) -> tuple[Grid, ...]:
    """All sheets with anything in them. Raises Problem when the file is damaged, locked or too large."""
    manifest = "META-INF/manifest.xml"
    if manifest in archive.namelist() and b"encryption-data" in archives.read_part(archive, manifest, name):
        raise archives.locked(name)
    reader = _Reader()
    for part in ("styles.xml", "content.xml"):
        if part in archive.namelist() or part == "content.xml":
            archives.feed_xml(archive, part, name, reader.listen)
    grids = (Grid(name, sheet.name, capped(sheet.rows(), f"{name}, blad {sheet.name}")) for sheet in reader.sheets)
    return tuple(grid for grid in grids if grid.rows)


@dataclass(slots=True)
class _Sheet:
    """A sheet while it is read: its rows with how often each is repeated."""

    name: str
    repeated: list[tuple[int, list[str]]] = field(default_factory=list)
    column_styles: list[str] = field(default_factory=list)
    cells: int = 0

    def rows(self) -> Iterator[Row]:
        number = 1
        for times, cells in self.repeated:
            if any(cells):
                for offset in range(times):
                    yield Row(number + offset, tuple(cells))
            number += times


class _Reader:
    """Follows the elements of `styles.xml` and `content.xml`."""

    def __init__(self) -> None:
        self.sheets: list[_Sheet] = []
        self.data_styles: dict[str, str] = {}
        self.date_parts: dict[str, set[str]] = {}
        self._date_style = ""
        self._row: list[str] = []
        self._times = 1
        self._cell: dict[str, str] | None = None
        self._paragraphs: list[str] = []
        self._skipping = 0

    def listen(self, parser: expat.XMLParserType) -> None:
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._skipping or tag in _SKIPPED:
            self._skipping += 1
        elif tag in _CELLS:
            self._cell, self._paragraphs = attributes, []
        elif tag.startswith(_TEXT):
            self._start_text(tag, attributes)
        elif tag.startswith(_TABLE):
            self._start_table(tag, attributes)
        elif tag.startswith((_STYLE, _NUMBER)):
            self._start_style(tag, attributes)

    def _start_text(self, tag: str, attributes: dict[str, str]) -> None:
        if self._cell is None:
            return
        if tag == f"{_TEXT}p" or not self._paragraphs:
            self._paragraphs.append("")
        if tag == f"{_TEXT}s":
            spaces = attributes.get(f"{_TEXT}c", "1")
            self._paragraphs[-1] += " " * (min(int(spaces), 100) if spaces.isdecimal() else 1)
        elif tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            self._paragraphs[-1] += "\t" if tag.endswith("tab") else "\n"

    def _start_table(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == f"{_TABLE}table":
            self.sheets.append(_Sheet(clean(attributes.get(f"{_TABLE}name", ""))))
        elif tag == f"{_TABLE}table-row":
            self._row, self._times = [], _count(attributes, "number-rows-repeated")
        elif tag == f"{_TABLE}table-column" and self.sheets:
            styles = self.sheets[-1].column_styles
            times = min(_count(attributes, "number-columns-repeated"), MAX_COLUMNS - len(styles))
            styles.extend([attributes.get(f"{_TABLE}default-cell-style-name", "")] * times)

    def _start_style(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == f"{_STYLE}style":
            self.data_styles[attributes.get(f"{_STYLE}name", "")] = attributes.get(f"{_STYLE}data-style-name", "")
        elif tag == f"{_NUMBER}date-style":
            self._date_style = attributes.get(f"{_STYLE}name", "")
            self.date_parts[self._date_style] = set()
        elif self._date_style:
            self.date_parts[self._date_style].add(tag.removeprefix(_NUMBER))

    def _end(self, tag: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif tag in _CELLS:
            self._end_cell()
        elif tag == f"{_TABLE}table-row" and self.sheets:
            self._end_row()
        elif tag == f"{_NUMBER}date-style":
            self._date_style = ""

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        value = self._value(self._cell)
        times = min(_count(self._cell, "number-columns-repeated"), MAX_COLUMNS + 1)
        self._row.extend([value] * times if value or len(self._row) <= MAX_COLUMNS else [])
        self._cell = None

    def _end_row(self) -> None:
        while self._row and not self._row[-1]:
            self._row.pop()
        sheet = self.sheets[-1]
        sheet.cells += len(self._row)
        if sheet.cells <= 2 * MAX_CELLS:
            sheet.repeated.append((self._times, self._row))

    def _characters(self, text: str) -> None:
        if self._cell is not None and self._paragraphs and not self._skipping:
            self._paragraphs[-1] += text

    def _value(self, cell: dict[str, str]) -> str:
        kind = cell.get(f"{_OFFICE}value-type", "")
        if kind == "date":
            return self._date(cell)
        if kind in ("float", "currency"):
            return _number(cell.get(f"{_OFFICE}value", ""))
        if kind == "boolean":
            return "ja" if cell.get(f"{_OFFICE}boolean-value") == "true" else "nee"
        return clean("\n".join(self._paragraphs))

    def _date(self, cell: dict[str, str]) -> str:
        day = cell.get(f"{_OFFICE}date-value", "")[:10]
        column = len(self._row)
        columns = self.sheets[-1].column_styles
        style = cell.get(f"{_TABLE}style-name") or (columns[column] if column < len(columns) else "")
        parts = self.date_parts.get(self.data_styles.get(style, ""), set())
        if "day" in parts or "year" not in parts:
            return day
        return day[:7] if "month" in parts else day[:4]


def _count(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(_TABLE + name, "1")
    return max(int(text), 1) if text.isdecimal() else 1


def _number(text: str) -> str:
    try:
        return number_text(float(text))
    except (ValueError, OverflowError):
        return clean(text)
