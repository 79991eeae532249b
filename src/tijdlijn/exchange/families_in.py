"""Families with what they cost a year before and after, as rows of a table: `gezin`, `voor` and `na`, in euro.

The rule: one row a family; a row that cannot be read is told with what was expected, and the others are taken. A row
that adds the others up is none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tijdlijn.analysis.savings import Family
from tijdlijn.exchange.cells import CellError, cents_in
from tijdlijn.exchange.columns import column_key
from tijdlijn.exchange.grids import Grid
from tijdlijn.language.folding import fold, squeezed
from tijdlijn.model.problems import Problem

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("gezin", "naam", "casus", "code"),
    "before": ("voor", "ervoor", "per jaar ervoor", "kosten voor"),
    "after": ("na", "erna", "per jaar erna", "kosten na"),
}
_KEYS = {column_key(name): column for column, names in _COLUMNS.items() for name in names}
_SUMS = frozenset({"samen", "totaal", "bespaard"})
_HEADER_WITHIN = 30


@dataclass(frozen=True, slots=True)
class ReadFamilies:
    """What a table says, and for each row that was not taken one sentence that says why."""

    taken: tuple[Family, ...]
    refused: tuple[str, ...] = ()


def families_in(grid: Grid) -> ReadFamilies:
    """The families in a grid. Raises Problem when no row says which column is what."""
    for number, row in enumerate(grid.rows[:_HEADER_WITHIN]):
        at = {_KEYS[column_key(cell)]: place for place, cell in enumerate(row.cells) if column_key(cell) in _KEYS}
        if {"before", "after"} <= at.keys():
            return _read(grid, number + 1, at)
    raise Problem(
        f"{grid.name} heeft geen kopregel die zegt wat erin staat; er is niets overgenomen. Nodig: de kolommen gezin, "
        "voor en na."
    )


def _read(grid: Grid, first: int, at: Mapping[str, int]) -> ReadFamilies:
    taken, refused = [], []
    for row in grid.rows[first:]:
        values = {column: row.cells[place] if place < len(row.cells) else "" for column, place in at.items()}
        name = squeezed(values.get("name", ""))
        if fold(name) in _SUMS:
            continue
        try:
            before, after = cents_in(values["before"]), cents_in(values["after"])
        except CellError as error:
            refused.append(f"Regel {row.number}: verwacht {error}.")
        else:
            taken.append(Family(name, (before, before), (after, after)))
    return ReadFamilies(tuple(taken), tuple(refused))
