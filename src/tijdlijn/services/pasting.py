"""Pasting what another program copied: a table from a spreadsheet or a document, or plain lines.

The rule: all that could be read is put as one step; what could not is told in one sentence, with what was kept. A
table with our column names is read by the importer; other rows and lines are read as lines of quick entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from tijdlijn.exchange.clip_in import grid_of_html, grid_of_tabs
from tijdlijn.exchange.columns import has_header, understood
from tijdlijn.exchange.grids import Grid, clean
from tijdlijn.language.dates_nl import DateContext, read
from tijdlijn.language.quick_entry import parse_quick
from tijdlijn.language.quick_line import KnownName, KnownNames, QuickEntry
from tijdlijn.model.casebook import Case
from tijdlijn.model.people import Party, Person
from tijdlijn.model.problems import Problem
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.editing import apply, quoted
from tijdlijn.services.importing import ImportPlan, TableFile, TablesRead, plan_import
from tijdlijn.services.quick import named_in

_Record = TypeVar("_Record", Person, Party)

MOST_ROWS = 5_000
MOST_LETTERS = 400
"""Letters of a line that can be an entry; a longer one is a text."""

NOTHING = "Op het klembord staat niets wat een regel op de tijdlijn kan worden; er is niets geplakt."
TOO_MUCH = (
    f"Op het klembord staan meer dan {MOST_ROWS} rijen; er is niets geplakt. "
    "Bewaar ze als tabel en kies Tabellen inlezen."
)


@dataclass(frozen=True, slots=True)
class Pasted:
    """What pasting did, and a sentence about what it did not do; empty when everything was taken."""

    change: Change
    told: str = ""


def paste_html(book: OpenCasebook, case_id: str, html: str) -> Pasted:
    """Put the rows of the tables in a piece of HTML. Raises Problem when there is nothing to put."""
    return _paste_grid(book, case_id, grid_of_html(html))


def paste_text(book: OpenCasebook, case_id: str, text: str) -> Pasted:
    """Put the rows of a text with tabs, or the lines of one without. Raises Problem when there is nothing to put."""
    if "\t" in text:
        return _paste_grid(book, case_id, grid_of_tabs(text))
    return _paste_lines(book, case_id, [(at, line) for at, line in enumerate(text.splitlines(), start=1)])


# Tables


def _paste_grid(book: OpenCasebook, case_id: str, grid: Grid) -> Pasted:
    if len(grid.rows) > MOST_ROWS:
        raise Problem(TOO_MUCH)
    if not grid.rows:
        raise Problem(NOTHING)
    if not has_header(grid):
        return _paste_lines(book, case_id, [(row.number, _as_line(row.cells)) for row in grid.rows])
    table = TableFile(Path("klembord"), understood(grid))
    plan = plan_import(book, case_id, TablesRead((table,), (), ()))
    told = _told_of(plan)
    if plan.batch == Batch():
        raise Problem(f"Er is niets geplakt. {told or NOTHING}")
    return Pasted(apply(book, case_id, plan.batch, _step(len(plan.batch.entries))), told)


def _told_of(plan: ImportPlan) -> str:
    parts: list[str] = []
    if plan.refused:
        rest = "" if plan.refused_rows == 1 else f" De eerste van {plan.refused_rows}; de andere staan er ook niet."
        parts.append(f"{_rows(plan.taken)} geplakt; {_rows(plan.refused_rows)} niet. {plan.refused[0].sentence}.{rest}")
    if plan.present:
        parts.append(f"{_rows(plan.present)} {'stond' if plan.present == 1 else 'stonden'} er al.")
    return " ".join((*parts, *plan.notices[:1]))


def _as_line(cells: Sequence[str]) -> str:
    """The cells of a row without a header as one line: two dates in front are a begin and an end."""
    filled = [" ".join(cell.split()) for cell in cells if cell.strip()]
    if len(filled) > 1 and read(filled[0]) is not None and read(filled[1]) is not None:
        filled[:2] = [f"{filled[0]} / {filled[1]}"]
    return " ".join(filled)


# Lines


def _paste_lines(book: OpenCasebook, case_id: str, lines: Sequence[tuple[int, str]]) -> Pasted:
    if len(lines) > MOST_ROWS:
        raise Problem(TOO_MUCH)
    case = book.case(case_id)
    wanted = [(number, cleaned) for number, line in lines if (cleaned := clean(line))]
    landing = _Lines(case)
    refused = [(number, line) for number, line in wanted if not landing.take(line)]
    if not landing.batch.entries:
        raise Problem(NOTHING)
    change = apply(book, case_id, landing.batch, _step(len(landing.batch.entries)))
    if not refused:
        return Pasted(change)
    number, line = refused[0]
    return Pasted(
        change,
        f"{_rows(len(wanted) - len(refused))} geplakt; {_rows(len(refused))} niet, omdat er geen titel in staat of "
        f"omdat het een heel stuk tekst is. De eerste is regel {number}: {quoted(line)}.",
    )


class _Lines:
    """Lines that become entries one after the other; a name that one made is known to the next."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._known = KnownNames.of_case(case)
        self._context = DateContext(today=case.today)
        self.batch = Batch()

    def take(self, text: str) -> bool:
        """Whether a line was taken."""
        line = parse_quick(text, self._known, self._context)
        if not line.title or len(text) > MOST_LETTERS:
            return False
        made = named_in(self._case, line)
        entry = replace(made.entries[0], order=made.entries[0].order + len(self.batch.entries))
        persons = _ordered(made.persons, len(self.batch.persons))
        parties = _ordered(made.parties, len(self.batch.parties))
        self.batch = replace(
            self.batch,
            persons=(*self.batch.persons, *persons),
            parties=(*self.batch.parties, *parties),
            entries=(*self.batch.entries, entry),
        )
        self._learn(line, persons, parties)
        return True

    def _learn(self, line: QuickEntry, persons: Sequence[Person], parties: Sequence[Party]) -> None:
        self._context = replace(self._context, previous=line.date or self._context.previous)
        self._known = replace(
            self._known,
            persons=(*self._known.persons, *(KnownName(person.id, person.name) for person in persons)),
            parties=(*self._known.parties, *(KnownName(party.id, party.name, party.sector) for party in parties)),
        )


def _ordered(records: Sequence[_Record], before: int) -> tuple[_Record, ...]:
    return tuple(replace(record, order=record.order + before) for record in records)


def _step(count: int) -> str:
    return f"Plak {_rows(count)}" if count else "Plak mensen en partijen"


def _rows(count: int) -> str:
    return f"{count} {'regel' if count == 1 else 'regels'}"
