"""Importing tables: read, plan, look, commit.

The rule (design 3): what is wrong with a row never stops the others and is never silent; what is committed is one
step, all of it or nothing, and one undo takes it back. Planning writes nothing, so a user can look first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tijdlijn.exchange.columns import Table, TableKind, has_header, likeness, understood
from tijdlijn.exchange.plan import Plan, Tally, planned
from tijdlijn.exchange.refusals import Refusal, refused_csv, refused_rows
from tijdlijn.exchange.tables_in import read_tables
from tijdlijn.model.problems import Problem
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.files import free_path, write_file
from tijdlijn.services.ids import new_id

REFUSED = "-geweigerd"

Cancelled = Callable[[], bool]
Progress = Callable[[int, int], None]
"""Told how many rows of how many are done."""


class ImportCancelled(Problem):
    """The user stopped the import; nothing was taken."""

    def __init__(self) -> None:
        super().__init__("Het importeren is afgebroken; er is niets overgenomen.")


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table and the file it came from."""

    path: Path
    table: Table


@dataclass(frozen=True, slots=True)
class TablesRead:
    """The tables of some files, what could not be read, and what a user should know of the rest."""

    tables: tuple[TableFile, ...]
    problems: tuple[Problem, ...]
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do to a case, before it is done."""

    case_id: str
    step: str
    batch: Batch
    files: tuple[TableFile, ...]
    tallies: tuple[Tally, ...]
    notices: tuple[str, ...]

    @property
    def taken(self) -> int:
        """Rows that are taken, of all tables."""
        return sum(tally.taken for tally in self.tallies)

    @property
    def present(self) -> int:
        """Rows of entries that the case has already; they are not put twice."""
        return sum(tally.present for tally in self.tallies)

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """What is wrong with the rows that are not taken."""
        return tuple(refusal for tally in self.tallies for refusal in tally.refusals)

    @property
    def refused_rows(self) -> int:
        """How many rows are not taken."""
        return refused_rows(self.refused)


def read_files(paths: Sequence[Path], cancelled: Cancelled = lambda: False) -> TablesRead:
    """The tables in these files. A file that cannot be read is a problem in the result; the others are read."""
    tables: list[TableFile] = []
    problems: list[Problem] = []
    notices: list[str] = []
    for path in paths:
        _check(cancelled)
        try:
            found, unread = _tables_in(path)
        except Problem as problem:
            problems.append(problem)
            continue
        tables.extend(TableFile(path, table) for table in found)
        notices.extend(unread)
    return TablesRead(tuple(tables), tuple(problems), tuple(notices))


def _tables_in(path: Path) -> tuple[list[Table], list[str]]:
    """The tables of a file; of a workbook, sheets that are no table are told, unless none is one."""
    grids = [grid for grid in read_tables(path, likeness) if grid.rows]
    tables = [understood(grid) for grid in grids if has_header(grid) or len(grids) == 1]
    if not tables:
        tables = [understood(grids[0])]
    others = [grid for grid in grids if not has_header(grid)]
    return tables, [f"{grid.name} is niet gelezen: geen kopregel die zegt wat erin staat." for grid in others]


def plan_import(
    book: OpenCasebook,
    case_id: str,
    read: TablesRead,
    *,
    keep_unread: bool = False,
    cancelled: Cancelled = lambda: False,
    progress: Progress = lambda _done, _of: None,
) -> ImportPlan:
    """What importing these tables would do; nothing is written. With `keep_unread` a date that cannot be read becomes
    an undated entry with its words. Raises ImportCancelled.
    """
    rows = sum(len(file.table.rows) for file in read.tables)

    def watch(done: int) -> None:
        _check(cancelled)
        progress(done, rows)

    plan = planned(book.case(case_id), [file.table for file in read.tables], new_id, keep_unread, watch)
    _check(cancelled)
    batch = Batch(
        persons=plan.records.persons,
        parties=plan.records.parties,
        workers=plan.records.workers,
        sources=plan.records.sources,
        entries=plan.entries,
    )
    return ImportPlan(case_id, _step(plan), batch, read.tables, plan.tallies, (*read.notices, *plan.notices))


def commit_import(book: OpenCasebook, plan: ImportPlan, cancelled: Cancelled = lambda: False) -> Change | None:
    """Put the plan in the casebook as one step; None when there is nothing to put. Raises ImportCancelled."""
    _check(cancelled)
    if plan.batch == Batch():
        return None
    return book.commit(plan.case_id, plan.step, plan.batch)


def write_refused(plan: ImportPlan, otherwise: Path | None = None) -> tuple[Path, ...]:
    """Write the refused rows of each table beside it, to be mended and imported again. Overwrites nothing.

    Where it may not write beside a table, it writes in the folder `otherwise`. Raises Problem when there is no room or
    no right to write there either.
    """
    refused = [(file, tally) for file, tally in zip(plan.files, plan.tallies, strict=True) if tally.refusals]
    return tuple(_kept(_refused_path(file), refused_csv(tally.refusals), otherwise) for file, tally in refused)


def _kept(path: Path, data: bytes, otherwise: Path | None) -> Path:
    free = free_path(path)
    try:
        write_file(free, data)
    except Problem:
        if otherwise is None or otherwise == path.parent:
            raise
        return _kept(otherwise / path.name, data, None)
    return free


def _refused_path(file: TableFile) -> Path:
    stem = re.sub(rf"{REFUSED}(-\d+)?$", "", file.path.stem)
    sheet = re.sub(r"[^\w-]+", "_", file.table.sheet)
    return file.path.with_name(f"{stem}{f'-{sheet}' if sheet else ''}{REFUSED}.csv")


def _step(plan: Plan) -> str:
    entries = len(plan.entries)
    if entries:
        return f"Importeer {entries} {'regel' if entries == 1 else 'regels'}"
    kinds = {tally.table.kind for tally in plan.tallies}
    return "Importeer partijen" if kinds == {TableKind.PARTIES} else "Importeer personen"


def _check(cancelled: Cancelled) -> None:
    if cancelled():
        raise ImportCancelled
