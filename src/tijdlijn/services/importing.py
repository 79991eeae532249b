"""Importing tables: read, plan, look, commit.

The rule (design 3): what is wrong with a row never stops the others and is never silent; what is committed is one
step, all of it or nothing, and one undo takes it back. Planning writes nothing, so a user can look first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tijdlijn.exchange.columns import ID_COLUMN, Table, TableKind, has_header, likeness, understood
from tijdlijn.exchange.document_tables import document_grids
from tijdlijn.exchange.grids import Grid
from tijdlijn.exchange.guessing import drafted, names_enough
from tijdlijn.exchange.mended import Amendment
from tijdlijn.exchange.plan import Plan, Tally, planned
from tijdlijn.exchange.refusals import Refusal, refused_csv, refused_rows
from tijdlijn.exchange.settings import TableSettings
from tijdlijn.exchange.tables_in import read_tables
from tijdlijn.language.bsn import holds_bsn
from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.services.backups import Reason, try_to_make
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.files import free_path
from tijdlijn.services.ids import new_id
from tijdlijn.services.outgoing import Departure, leaving, taking_in
from tijdlijn.storage.audit import Event

REFUSED = "-geweigerd"
DOCUMENTS = (".docx", ".odt", ".pdf", ".rtf", ".htm", ".html", ".doc")
"""Endings of files that are documents, in which tables may stand."""

Cancelled = Callable[[], bool]
Progress = Callable[[int, int], None]
"""Told how many rows of how many are done."""


class ImportCancelled(Problem):
    """The user stopped the import; nothing was taken."""

    def __init__(self) -> None:
        super().__init__("Het importeren is afgebroken; er is niets overgenomen.")


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table and the file it came from. `is_draft`: its header says not what it is, so settings must."""

    path: Path
    table: Table
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class TablesRead:
    """The tables of some files, what could not be read, and what a user should know of the rest."""

    tables: tuple[TableFile, ...]
    problems: tuple[Problem, ...]
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do to a case, before it is done.

    `amendments` are entries that a table mended outside says otherwise; `missing` are ids of those that it has no
    more, of which nothing is done. `tables` gives the number of the table of each new entry.
    """

    case_id: str
    step: str
    batch: Batch
    files: tuple[TableFile, ...]
    tallies: tuple[Tally, ...]
    notices: tuple[str, ...]
    amendments: tuple[Amendment, ...] = ()
    missing: tuple[str, ...] = ()
    tables: Mapping[str, int] = field(default_factory=dict)

    @property
    def taken(self) -> int:
        """Rows that are taken, of all tables."""
        return sum(tally.taken for tally in self.tallies)

    @property
    def present(self) -> int:
        """Rows of entries that the case has already; they are not put twice."""
        return sum(tally.present for tally in self.tallies)

    @property
    def changed(self) -> int:
        """Rows that say an entry of the case otherwise."""
        return len(self.amendments)

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """What is wrong with the rows that are not taken."""
        return tuple(refusal for tally in self.tallies for refusal in tally.refusals)

    @property
    def refused_rows(self) -> int:
        """How many rows are not taken."""
        return refused_rows(self.refused)


def read_files(paths: Sequence[Path], cancelled: Cancelled = lambda: False, *, drafts: bool = False) -> TablesRead:
    """The tables in these files. A file that cannot be read is a problem in the result; the others are read.

    With `drafts` a table whose header says not what it is comes too, as a draft, when it has a column of dates.
    """
    tables: list[TableFile] = []
    problems: list[Problem] = []
    notices: list[str] = []
    for path in paths:
        _check(cancelled)
        try:
            found, unread = _tables_in(path, drafts, cancelled)
        except ImportCancelled:
            raise
        except Problem as problem:
            problems.append(problem)
            continue
        tables.extend(found)
        notices.extend(unread)
    return TablesRead(tuple(tables), tuple(problems), tuple(notices))


def _tables_in(path: Path, drafts: bool, cancelled: Cancelled) -> tuple[list[TableFile], list[str]]:
    """The tables of a file; of a workbook, sheets that are no table are told, unless none is one."""
    grids = [grid for grid in _grids_in(path, cancelled) if grid.rows]
    found = {grid.name: table for grid in grids if (table := _table_in(path, grid, drafts)) is not None}
    if not found:
        found = {grids[0].name: TableFile(path, understood(grids[0]))}
    others = [grid for grid in grids if grid.name not in found]
    return list(found.values()), [
        f"{grid.name} is niet gelezen: geen kopregel die zegt wat erin staat." for grid in others
    ]


def _grids_in(path: Path, cancelled: Cancelled) -> tuple[Grid, ...]:
    if path.suffix.lower() not in DOCUMENTS:
        return read_tables(path, likeness)
    from tijdlijn.dossier.reading import read_document

    try:
        document = read_document(path, cancelled)
    except Problem:
        _check(cancelled)
        raise
    grids = document_grids(document, has_header)
    if not grids:
        raise Problem(
            f"In {path.name} staat geen tabel; er is niets overgenomen. Lees dit document in de lezer, of zet de "
            "chronologie in een tabel."
        )
    return grids


def _table_in(path: Path, grid: Grid, drafts: bool) -> TableFile | None:
    """The table of a grid: as its header says, else as the names of its columns or its cells suggest."""
    if has_header(grid):
        return TableFile(path, understood(grid))
    draft = drafted(grid)
    if draft is None or (not drafts and not names_enough(draft.header)):
        return None
    return TableFile(path, draft, is_draft=True)


def plan_import(
    book: OpenCasebook,
    case_id: str,
    read: TablesRead,
    *,
    keep_unread: bool = False,
    settings: Sequence[TableSettings | None] | None = None,
    cancelled: Cancelled = lambda: False,
    progress: Progress = lambda _done, _of: None,
) -> ImportPlan:
    """What importing these tables would do; nothing is written. With `keep_unread` a date that cannot be read becomes
    an undated entry with its words. `settings` are those of each table of `read`, None where its own header says all;
    without them, only drafts are read by what they seem to be. Raises ImportCancelled.
    """
    rows = sum(len(file.table.rows) for file in read.tables)

    def watch(done: int) -> None:
        _check(cancelled)
        progress(done, rows)

    case = book.case(case_id)
    chosen = _of_drafts(case, read) if settings is None else settings
    plan = planned(case, [file.table for file in read.tables], new_id, keep_unread, watch, chosen)
    _check(cancelled)
    batch = Batch(
        persons=plan.records.persons,
        parties=plan.records.parties,
        workers=plan.records.workers,
        sources=plan.records.sources,
        entries=(*plan.entries, *(amendment.after for amendment in plan.amendments)),
    )
    return ImportPlan(
        case_id,
        _step(plan),
        batch,
        read.tables,
        plan.tallies,
        (*_numbers_told(read.tables), *read.notices, *plan.notices),
        plan.amendments,
        plan.missing,
        {entry.id: number for entry, number in zip(plan.entries, plan.tables, strict=True)},
    )


def _numbers_told(files: Sequence[TableFile]) -> tuple[str, ...]:
    """In how many cells something stands that may be a burgerservicenummer, and never which."""
    cells = sum(_numbers_in(file.table) for file in files)
    if not cells:
        return ()
    where = "In 1 cel staat" if cells == 1 else f"In {cells} cellen staat"
    return (
        f"{where} iets wat een burgerservicenummer lijkt. Tijdlijn heeft het niet nodig: haal het liever eerst uit de "
        "tabel.",
    )


def _numbers_in(table: Table) -> int:
    own = table.fields.get(ID_COLUMN)
    rows = ([cell for at, cell in enumerate(row.cells) if at != own] for row in table.rows)
    return sum(sum(map(holds_bsn, cells)) for cells in rows if holds_bsn("\n".join(cells)))


def _of_drafts(case: Case, read: TablesRead) -> list[TableSettings | None]:
    """The settings of drafts that nobody looked at: of an agency only when the case knows it already."""
    from tijdlijn.services.table_settings import proposal

    known = {party.name for party in case.parties}
    found = [proposal(case, (), file.table) if file.is_draft else None for file in read.tables]
    return [one if one is None or one.agency in known else replace(one, agency="") for one in found]


def commit_import(book: OpenCasebook, plan: ImportPlan, cancelled: Cancelled = lambda: False) -> Change | None:
    """Put the plan in the casebook as one step; None when there is nothing to put. Raises ImportCancelled."""
    _check(cancelled)
    if plan.batch == Batch():
        return None
    try_to_make(book, Reason.IMPORT)
    counts = {"tables": len(plan.files), "entries": len(plan.batch.entries), "refused": plan.refused_rows}
    with taking_in(book, plan.case_id, what="tabellen", **counts):
        return book.commit(plan.case_id, plan.step, plan.batch)


def write_refused(book: OpenCasebook, plan: ImportPlan, otherwise: Path | None = None) -> tuple[Path, ...]:
    """Write the refused rows of each table beside it, to be mended and imported again. Overwrites nothing.

    Where it may not write beside a table, it writes in the folder `otherwise`. Raises Problem when there is no room or
    no right to write there either.
    """
    refused = [(file, tally) for file, tally in zip(plan.files, plan.tallies, strict=True) if tally.refusals]
    made = []
    for file, tally in refused:
        codes = {"what": "geweigerd", "kind": "csv", "pseudonyms": False, "entries": refused_rows(tally.refusals)}
        with leaving(book, Event.EXPORTED, plan.case_id, **codes) as departure:
            made.append(_kept(departure, _refused_path(file), refused_csv(tally.refusals), otherwise))
    return tuple(made)


def _kept(departure: Departure, path: Path, data: bytes, otherwise: Path | None) -> Path:
    free = free_path(path)
    try:
        departure.write(free, data)
    except Problem:
        if otherwise is None or otherwise == path.parent:
            raise
        return _kept(departure, otherwise / path.name, data, None)
    return free


def _refused_path(file: TableFile) -> Path:
    stem = re.sub(rf"{REFUSED}(-\d+)?$", "", file.path.stem)
    sheet = re.sub(r"[^\w-]+", "_", file.table.sheet)
    return file.path.with_name(f"{stem}{f'-{sheet}' if sheet else ''}{REFUSED}.csv")


def _step(plan: Plan) -> str:
    if plan.entries or plan.amendments:
        return _told(len(plan.entries), len(plan.amendments), 0)
    kinds = {tally.table.kind for tally in plan.tallies}
    return "Importeer partijen" if kinds == {TableKind.PARTIES} else "Importeer personen"


def step_name(plan: ImportPlan, batch: Batch, fresh: int, changed: int) -> str:
    """What the history calls an import of which this much is left after choosing."""
    return _told(fresh, changed, len(batch.removed)) if fresh or changed or batch.removed else plan.step


def _told(fresh: int, changed: int, removed: int) -> str:
    counts = ((fresh, "Importeer"), (changed, "wijzig"), (removed, "verwijder"))
    told = [f"{verb} {count} {'regel' if count == 1 else 'regels'}" for count, verb in counts if count]
    sentence = ", ".join(told)
    return sentence[:1].upper() + sentence[1:]


def _check(cancelled: Cancelled) -> None:
    if cancelled():
        raise ImportCancelled
