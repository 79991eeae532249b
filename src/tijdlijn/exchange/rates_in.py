"""A table of rates: what something costs, of which year that is, and who says so; from a file or the clipboard.

The rule: one row a rate, `naam` and `tarief` (`450/week`), or `naam`, `bedrag` and `per`; `betaler`, `jaar` and `bron`
may be missing. A row that cannot be read is told with what was expected, and the others are taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tijdlijn.exchange.cells import CellError, cents_in, rate_in
from tijdlijn.exchange.columns import column_key
from tijdlijn.exchange.grids import Grid, Row
from tijdlijn.exchange.tables_in import read_tables
from tijdlijn.language.folding import fold, squeezed
from tijdlijn.language.lexicon import payer_of
from tijdlijn.model.entries import Rate
from tijdlijn.model.problems import Problem
from tijdlijn.model.understanding import ListedRate
from tijdlijn.model.vocabulary import Payer, RateUnit

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("naam", "product", "hulp", "omschrijving"),
    "rate": ("tarief", "bedrag", "prijs", "kosten", "euro", "rate"),
    "per": ("eenheid", "periode"),
    "payer": ("betaler", "wet"),
    "year": ("jaar",),
    "source": ("bron",),
}
"""The columns of a table of rates, each with its other names."""
NEEDED = "naam en tarief"
_KEYS = {column_key(name): column for column, others in COLUMNS.items() for name in (column, *others)}
_UNITS = {"etmaal": RateUnit.DAG, "dagen": RateUnit.DAG, "weken": RateUnit.WEEK, "maanden": RateUnit.MAAND}
_YEAR = re.compile(r"(19|20)\d\d")
_HEADER_WITHIN = 30


@dataclass(frozen=True, slots=True)
class ReadRates:
    """What a table says, and for each row that was not taken one sentence that says why."""

    taken: tuple[ListedRate, ...]
    refused: tuple[str, ...] = ()


def read_rates(path: Path) -> ReadRates:
    """The rates in a .csv, .xlsx or .ods file: those of its first sheet that has any. Raises Problem."""
    for grid in read_tables(path, _score):
        if _header(grid) is not None:
            return rates_in(grid)
    raise Problem(_no_header(path.name))


def rates_in(grid: Grid) -> ReadRates:
    """The rates in a grid. Raises Problem when no row says which column is what."""
    header = _header(grid)
    if header is None:
        raise Problem(_no_header(grid.name))
    at = {_KEYS[column_key(cell)]: place for place, cell in enumerate(grid.rows[header].cells) if _known(cell)}
    taken, refused = [], []
    for row in grid.rows[header + 1 :]:
        values = {column: row.cells[place] for column, place in at.items() if place < len(row.cells)}
        try:
            taken.append(_line(row, values))
        except CellError as error:
            refused.append(f"Regel {row.number}: verwacht {error}.")
    return ReadRates(tuple(taken), tuple(refused))


def _known(cell: str) -> bool:
    return column_key(cell) in _KEYS


def _header(grid: Grid) -> int | None:
    for number, row in enumerate(grid.rows[:_HEADER_WITHIN]):
        if {"name", "rate"} <= {_KEYS.get(column_key(cell), "") for cell in row.cells}:
            return number
    return None


def _score(grid: Grid) -> int:
    return max((sum(map(_known, row.cells)) for row in grid.rows[:_HEADER_WITHIN]), default=0)


def _line(row: Row, values: Mapping[str, str]) -> ListedRate:
    if row.fault:
        raise CellError(f"een regel zonder {row.fault}")
    name = squeezed(values.get("name", ""))
    if not name:
        raise CellError("een naam")
    payer, year = values.get("payer", ""), values.get("year", "")
    return ListedRate(name, _rate(values), _payer(payer), _year(year), squeezed(values.get("source", "")))


def _rate(values: Mapping[str, str]) -> Rate:
    text, per = values.get("rate", ""), values.get("per", "")
    if not per:
        return rate_in(text)
    unit = squeezed(fold(per)).removeprefix("per ")
    if unit in _UNITS:
        return Rate(cents_in(text), _UNITS[unit])
    return rate_in(f"{text}/{unit}")


def _payer(text: str) -> Payer | None:
    payer = payer_of(text)
    if payer is None and text:
        raise CellError(f"een van: {', '.join(Payer)}")
    return payer


def _year(text: str) -> int | None:
    if text and not _YEAR.fullmatch(text):
        raise CellError("een jaar, zoals 2024")
    return int(text) if text else None


def _no_header(name: str) -> str:
    return (
        f"{name} heeft geen kopregel die zegt wat erin staat; er is niets overgenomen. Nodig: de kolommen {NEEDED} "
        "(450/week), en als het kan betaler, jaar en bron."
    )
