"""Excel workbooks: every sheet as rows of text, read as a stream.

openpyxl takes 20 seconds for 100,000 rows and gives nothing for a formula whose value was never stored, so the XML is
read directly. The rule: a number is what its format shows (a cell shown as `mrt 2019` is the month, not its first
day), and a formula without a value is not empty: it says so, and its row is then refused, not taken as if it were.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from tijdlijn.exchange import archives
from tijdlijn.exchange.grids import MAX_CELLS, Grid, Row, capped, clean
from tijdlijn.exchange.number_formats import Shown, serial_text, shown_by

UNCALCULATED = "#FORMULE ZONDER WAARDE"
MAX_COLUMN = 16_384
_BOOK = "xl/workbook.xml"
Attributes = dict[str, str]
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_xlsx(archive: zipfile.ZipFile, name: str) -> tuple[Grid, ...]:
    """All sheets with anything in them. Raises Problem when the workbook is damaged or too large."""
    book = _Workbook()
    _feed(archive, _BOOK, name, book.start)
    paths = _targets(archive, name)
    parts = set(archive.namelist())
    texts = _Texts()
    if archives.SHARED_TEXT in parts:
        _feed(archive, archives.SHARED_TEXT, name, texts.start, texts.end, texts.characters)
    styles = _Styles()
    if "xl/styles.xml" in parts:
        _feed(archive, "xl/styles.xml", name, styles.start, styles.end)
    grids = []
    for title, relation in book.sheets:
        path = paths.get(relation, "")
        if path in parts and "chartsheet" not in path:
            sheet = _Sheet(texts.all, styles.shown, book.from_1904)
            _feed(archive, path, name, sheet.start, sheet.end, sheet.characters)
            grids.append(Grid(name, title, capped(sheet.read(), f"{name}, blad {title}")))
    return tuple(grid for grid in grids if grid.rows)


def _feed(
    archive: zipfile.ZipFile,
    part: str,
    name: str,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    characters: Callable[[str], None] | None = None,
) -> None:
    """A part through handlers that get names without their namespace."""

    def listen(parser: expat.XMLParserType) -> None:
        parser.StartElementHandler = lambda tag, attributes: start(tag.rpartition(" ")[2], attributes)
        if end:
            parser.EndElementHandler = lambda tag: end(tag.rpartition(" ")[2])
        parser.CharacterDataHandler = characters

    archives.feed_xml(archive, part, name, listen)


def _targets(archive: zipfile.ZipFile, name: str) -> dict[str, str]:
    """The parts of the workbook by the id of their relation."""
    found: dict[str, str] = {}

    def start(tag: str, attributes: Attributes) -> None:
        if tag == "Relationship":
            target = attributes.get("Target", "")
            found[attributes.get("Id", "")] = (
                target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
            )

    _feed(archive, "xl/_rels/workbook.xml.rels", name, start)
    return found


class _Workbook:
    """The sheets in order, and the day from which dates are counted."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.from_1904 = False

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith(" id")), "")
            self.sheets.append((clean(attributes.get("name", "")), relation))
        elif tag == "workbookPr":
            self.from_1904 = attributes.get("date1904") in ("1", "true")


class _Styles:
    """What the number format of each cell style shows."""

    def __init__(self) -> None:
        self.shown: list[Shown] = []
        self._codes: dict[int, str] = {}
        self._in_cells = False

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "numFmt":
            self._codes[_whole(attributes.get("numFmtId", ""))] = attributes.get("formatCode", "")
        elif tag == "cellXfs":
            self._in_cells = True
        elif tag == "xf" and self._in_cells:
            number = _whole(attributes.get("numFmtId", ""))
            self.shown.append(shown_by(number, self._codes.get(number)))

    def end(self, tag: str) -> None:
        if tag == "cellXfs":
            self._in_cells = False


class _Texts:
    """The texts that cells share; how they are pronounced (`rPh`) is no part of them."""

    def __init__(self) -> None:
        self.all: list[str] = []
        self._parts: list[str] = []
        self._in_text = False
        self._aside = 0

    def start(self, tag: str, _: Attributes) -> None:
        if tag == "si":
            self._parts = []
        elif tag == "rPh":
            self._aside += 1
        elif tag == "t":
            self._in_text = not self._aside

    def end(self, tag: str) -> None:
        if tag == "si":
            self.all.append(clean(_unescaped("".join(self._parts))))
        elif tag == "rPh":
            self._aside -= 1
        elif tag == "t":
            self._in_text = False

    def characters(self, text: str) -> None:
        if self._in_text:
            self._parts.append(text)


@dataclass
class _Sheet:
    """The rows of one sheet while it is read."""

    texts: list[str]
    shown: list[Shown]
    from_1904: bool
    rows: list[Row] = field(default_factory=list)
    count: int = 0
    number: int = 0
    _row: list[str] = field(default_factory=list)
    _column: int = 0
    _type: str = ""
    _style: str = ""
    _value: list[str] = field(default_factory=list)
    _formula: bool = False
    _listening: bool = False
    _aside: int = 0

    def read(self) -> Iterator[Row]:
        return iter(self.rows)

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "c":
            place = attributes.get("r", "")
            self._column = _column(place) if place else len(self._row) + 1
            self._type, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._value, self._formula = [], False
        elif tag == "v" or (tag == "t" and not self._aside):
            self._listening = True
        elif tag == "f":
            self._formula = True
        elif tag == "row":
            self.number = _whole(attributes.get("r", "")) or self.number + 1
            self._row = []
        elif tag == "rPh":
            self._aside += 1

    def end(self, tag: str) -> None:
        if tag in ("v", "t"):
            self._listening = False
        elif tag == "c":
            self._end_cell()
        elif tag == "row":
            self._end_row()
        elif tag == "rPh":
            self._aside -= 1

    def characters(self, text: str) -> None:
        if self._listening:
            self._value.append(text)

    def _end_cell(self) -> None:
        value = self._text("".join(self._value))
        if not value and self._formula and not self._value:
            value = UNCALCULATED if self._type != "str" else ""
        if value and 0 < self._column <= MAX_COLUMN:
            self._row.extend([""] * (self._column - 1 - len(self._row)))
            self._row[self._column - 1 :] = [value]

    def _end_row(self) -> None:
        self.count += len(self._row)
        if self._row and self.count <= 2 * MAX_CELLS:
            self.rows.append(Row(self.number, tuple(self._row)))

    def _text(self, raw: str) -> str:
        if self._type == "s":
            at = _whole(raw)
            return self.texts[at] if raw and at < len(self.texts) else ""
        if self._type == "n":
            return self._number(raw)
        if self._type == "b":
            return {"1": "ja", "0": "nee"}.get(raw.strip(), "")
        return raw[:10] if self._type == "d" else clean(_unescaped(raw))

    def _number(self, raw: str) -> str:
        try:
            value = float(raw)
        except ValueError:
            return clean(raw)
        at = _whole(self._style)
        shown = self.shown[at] if at < len(self.shown) else Shown.NUMBER
        date = serial_text(value, shown, self.from_1904) if shown is not Shown.NUMBER else None
        return date if date is not None else number_text(value)


def number_text(value: float) -> str:
    """2019 and 2019.0 both as `2019`. Three decimals get a fourth, or they would read as Dutch thousands."""
    if value.is_integer():
        return str(int(value))
    text = repr(value)
    whole, _, decimals = text.partition(".")
    return f"{text}0" if len(decimals) == 3 and whole.lstrip("-").isdigit() else text


def _column(place: str) -> int:
    """The number of the column of a cell such as `AB12`: 28."""
    number = 0
    for letter in place:
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - 64
    return number


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _unescaped(text: str) -> str:
    """Excel writes a character that XML cannot hold as `_x000D_`, and an underscore that looks so as `_x005F_`."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
