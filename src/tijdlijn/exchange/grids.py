"""A file as rows of text cells, before anybody asks what the columns mean; and the limits every reader keeps.

The rule: a cell is text as a person would read it, without control, bidirectional and zero-width characters. A row
that could not be read whole says so in `fault`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tijdlijn.model.problems import Problem

MAX_BYTES = 200_000_000
MAX_ROWS = 250_000
MAX_COLUMNS = 500
MAX_CELLS = 12_000_000
MAX_CELL_LENGTH = 32_767
"""The most characters of a cell: what Excel itself can hold."""

TOO_LONG = f"een cel met meer dan {MAX_CELL_LENGTH} tekens"

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet shows it (from 1), its cells, and why it could not be read whole."""

    number: int
    cells: tuple[str, ...]
    fault: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.fault and not any(self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. `file` is the name of its file; `sheet` is empty when the file is one table.

    `separator` is that of separated values, where a cell too many means that a separator stands inside a text.
    """

    file: str
    sheet: str
    rows: tuple[Row, ...] = field(repr=False)
    separator: str = ""

    @property
    def name(self) -> str:
        """What a user calls it."""
        return f"{self.file}, blad {self.sheet}" if self.sheet else self.file


def clean(text: str) -> str:
    """Composed characters, plain spaces and line ends, nothing invisible, no space around it."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").replace("\u2028", "\n")
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).strip()


def capped(rows: Iterable[Row], name: str) -> tuple[Row, ...]:
    """The rows, trailing empty cells off. Raises Problem as soon as there are more than this program reads."""
    return tuple(_capped(rows, name))


def _capped(rows: Iterable[Row], name: str) -> Iterator[Row]:
    filled = cells = 0
    for row in rows:
        kept = _trimmed(row)
        cells += len(kept.cells)
        if kept.is_empty:
            continue
        filled += 1
        if filled > MAX_ROWS:
            raise Problem(
                f"{name} heeft meer dan {_thousands(MAX_ROWS)} regels; er is niets overgenomen. "
                "Verdeel de tabel over meer bestanden."
            )
        if len(kept.cells) > MAX_COLUMNS or cells > MAX_CELLS:
            raise Problem(
                f"{name} heeft te veel kolommen (regel {kept.number} heeft er {len(kept.cells)}); er is niets "
                "overgenomen. Bewaar alleen de kolommen die u nodig hebt."
            )
        yield kept


def _trimmed(row: Row) -> Row:
    end = len(row.cells)
    while end and not row.cells[end - 1]:
        end -= 1
    fault = row.fault
    if not fault and any(len(cell) > MAX_CELL_LENGTH for cell in row.cells):
        fault = TOO_LONG
    return Row(row.number, row.cells[:end], fault)


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")
