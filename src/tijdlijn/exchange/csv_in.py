"""Separated values: bytes of unknown encoding and separator become rows, however sloppily they were written.

The rule: a broken quote costs its own row and no other. Rows are numbered as a spreadsheet would number them, so a
cell with line ends in it counts once.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator

from tijdlijn.exchange.decoding import decoded
from tijdlijn.exchange.formula import unguarded
from tijdlijn.exchange.grids import TOO_LONG, Grid, Row, capped, clean
from tijdlijn.model.problems import Problem

SEPARATORS = (";", ",", "\t")
MAX_BROKEN = 1_000
UNCLOSED = "een aanhalingsteken dat niet sluit"

Score = Callable[[Grid], int]


def read_csv(data: bytes, name: str, score: Score) -> Grid:
    """The rows of separated values; of the separators the one whose rows `score` highest.

    Raises Problem when it is no text.
    """
    lines = _lines(_decoded(data, name))
    if lines and (said := _said_separator(lines[0])):
        return _grid(["\n", *lines[1:]], said, name)
    head = lines[:200]
    best = max(SEPARATORS, key=lambda separator: _fit(head, separator, name, score))
    return _grid(lines, best, name)


def grid_of(text: str, separator: str, name: str) -> Grid:
    """The rows of a text whose separator is known."""
    return _grid(_lines(text), separator, name)


def _decoded(data: bytes, name: str) -> str:
    try:
        return decoded(data)
    except UnicodeError:
        raise Problem(
            f"{name} is geen tabel: de inhoud is geen tekst. Er is niets overgenomen; kies een .csv, .xlsx of .ods."
        ) from None


def _lines(text: str) -> list[str]:
    unified = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\x1a")
    lines = [f"{line}\n" for line in unified.split("\n")]
    return lines[:-1] if lines[-1] == "\n" else lines


def _said_separator(line: str) -> str:
    """What a first line such as `sep=;` (Excel's own) says, or nothing."""
    said = line.strip().lower()
    return line.strip()[4] if len(said) == 5 and said.startswith("sep=") else ""


def _fit(lines: list[str], separator: str, name: str, score: Score) -> tuple[int, int]:
    grid = _grid(lines, separator, name)
    return score(grid), max((len(row.cells) for row in grid.rows), default=0)


def _grid(lines: list[str], separator: str, name: str) -> Grid:
    return Grid(name, "", capped(_rows(lines, separator, name), name), separator=separator)


def _rows(lines: list[str], separator: str, name: str) -> Iterator[Row]:
    for number, (cells, fault) in enumerate(_records(lines, separator, name), start=1):
        yield Row(number, tuple(clean(unguarded(cell)) for cell in cells), fault)


class _Feed:
    """Lines from a place on, remembering how far the reader came."""

    def __init__(self, lines: list[str], start: int) -> None:
        self.lines = lines
        self.next = start

    def __iter__(self) -> Iterator[str]:
        while self.next < len(self.lines):
            self.next += 1
            yield self.lines[self.next - 1]


def _records(lines: list[str], separator: str, name: str) -> Iterator[tuple[list[str], str]]:
    at = broken = 0
    while at < len(lines):
        feed = _Feed(lines, at)
        reader = csv.reader(feed, delimiter=separator, strict=True)
        try:
            for cells in reader:
                at = feed.next
                yield cells, ""
        except csv.Error:
            broken += 1
            if broken > MAX_BROKEN:
                raise Problem(
                    f"{name} is geen leesbare tabel: meer dan {MAX_BROKEN} regels hebben {UNCLOSED}. "
                    "Er is niets overgenomen; bewaar de tabel opnieuw vanuit Excel of LibreOffice."
                ) from None
            yield _salvaged(lines[at], separator)
            at += 1


def _salvaged(line: str, separator: str) -> tuple[list[str], str]:
    """One line that is too long or has loose quotes: read leniently when all close, else kept as it is, and why."""
    if len(line) >= csv.field_size_limit():
        return line.rstrip("\n").split(separator), TOO_LONG
    if line.count('"') % 2 == 0:
        return next(csv.reader([line], delimiter=separator)), ""
    return line.rstrip("\n").split(separator), UNCLOSED
