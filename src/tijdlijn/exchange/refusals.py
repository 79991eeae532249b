"""Rows that were not taken: what is wrong with which cell, and a table of them that can be mended and read again.

The rule: nothing is dropped in silence. The table of refused rows has the columns of the table they come from, with
what is wrong behind them; that last column is not read back.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from tijdlijn.exchange.columns import REASON, Table, column_key
from tijdlijn.exchange.formula import guarded
from tijdlijn.exchange.grids import Row

_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing wrong with a row that was not taken; a row can have several.

    `column` is the column's name as the table writes it, empty when it is about the whole row.
    """

    table: Table
    row: Row
    column: str
    value: str
    expected: str

    @property
    def row_number(self) -> int:
        """The row's number as a spreadsheet shows it; the header is usually row 1."""
        return self.row.number

    @property
    def sentence(self) -> str:
        """Which row, which column, what it says and what was expected."""
        where = f"{self.table.name}, rij {self.row_number}"
        return f"{where}: {self.reason}"

    @property
    def reason(self) -> str:
        """What is wrong, without where."""
        if not self.column:
            return self.expected
        value = self.value if len(self.value) <= _SHOWN else f"{self.value[: _SHOWN - 1]}…"
        return f"kolom {self.column}, waarde '{' '.join(value.split())}'; verwacht: {self.expected}"


def refused_rows(refusals: Iterable[Refusal]) -> int:
    """How many rows were not taken."""
    return len({(refusal.table.name, refusal.row_number) for refusal in refusals})


def refused_csv(refusals: Iterable[Refusal]) -> bytes:
    """The refused rows of one table as separated values, dressed as that table.

    Rows of a workbook, or of a table with semicolons as a Dutch Excel makes it, are written as that Excel reads them.
    """
    by_row: dict[int, list[Refusal]] = {}
    for refusal in refusals:
        by_row.setdefault(refusal.row_number, []).append(refusal)
    faults = [fault for group in by_row.values() for fault in group]
    width = max((len(fault.row.cells) for fault in faults), default=0)
    header = faults[0].table.header if faults else ()
    separator = (faults[0].table.separator if faults else "") or ";"
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    kept = [at for at, name in enumerate(_padded(header, width)) if column_key(name) != column_key(REASON)]
    writer.writerow([guarded(name) for name in _picked(header, kept)] + [REASON])
    for group in by_row.values():
        reasons = " | ".join(dict.fromkeys(fault.reason for fault in group))
        cells = _picked(group[0].row.cells, kept)
        writer.writerow([guarded(cell) for cell in cells] + [guarded(f"rij {group[0].row_number}: {reasons}")])
    return out.getvalue().encode("utf-8-sig" if separator == ";" else "utf-8")


def _padded(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return cells + ("",) * (width - len(cells))


def _picked(cells: tuple[str, ...], kept: list[int]) -> list[str]:
    return [cells[at] if at < len(cells) else "" for at in kept]
