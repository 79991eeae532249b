"""What the columns of a table mean: the names of the contract (design 3) in English and Dutch, as data.

The rule: a table is what its header says it is. Case, order, accents, spaces and underscores do not matter; a column
that is not known is kept, under its own name; a header that says too little or says something twice is a `Problem`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tijdlijn.exchange.grids import Grid, Row
from tijdlijn.language.folding import fold
from tijdlijn.model.problems import Problem


class TableKind(StrEnum):
    """What the rows of a table are."""

    ENTRIES = "entries"
    PERSONS = "persons"
    PARTIES = "parties"


ENTRY_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "date": ("datum", "begin", "start", "startdatum", "begindatum"),
    "end": ("einde", "eind", "t/m", "tot en met", "einddatum"),
    "kind": ("soort",),
    "title": ("titel", "omschrijving"),
    "details": ("toelichting",),
    "persons": ("personen", "betreft", "person", "persoon"),
    "parties": ("partijen", "organisatie", "organisaties", "party", "partij"),
    "worker": ("medewerker", "medewerkers", "workers"),
    "kader": (),
    "weight": ("zwaarte",),
    "form": ("vorm",),
    "aimed_at": ("gericht op",),
    "domains": ("leefgebieden", "leefgebied", "domain"),
    "schakelmoment": (),
    "goal": ("doel",),
    "outcome": ("uitkomst",),
    "voice": ("stem",),
    "helped": ("hielp",),
    "cost": ("kosten",),
    "rate": ("tarief",),
    "payer": ("betaler", "wet", "wie betaalt", "financiering"),
    "cost_source": ("bron bedrag", "bron tarief"),
    "source": ("bron",),
    "page": ("pagina",),
    "passage": (),
    "scenario": (),
    "words": ("woorden",),
    "notes": ("notities",),
}
"""The columns of an entries table in the order in which they are written, each with its other names."""

PERSON_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("naam",),
    "role": ("rol",),
    "birth": ("geboren", "geboortedatum"),
    "focus": ("jeugdige",),
    "pseudonym": ("pseudoniem",),
    "notes": ("notities",),
}
PARTY_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("naam",),
    "sector": (),
    "pseudonym": ("pseudoniem",),
    "workers": ("medewerkers", "worker", "medewerker"),
    "notes": ("notities",),
}
COLUMNS = {
    TableKind.ENTRIES: ENTRY_COLUMNS,
    TableKind.PERSONS: PERSON_COLUMNS,
    TableKind.PARTIES: PARTY_COLUMNS,
}
CITATION_COLUMNS = ("source", "page", "passage")
ID_COLUMN = "tijdlijn-id"
"""The last column of a table that this program wrote: by it a row is known again after it was mended outside."""
NAMES = frozenset({"persons", "parties", "worker", "domains", "met"})
"""Columns that hold names, separated by semicolons."""
REASON = "reden van weigering"
"""The column that a table of refused rows adds; it is not read back. A user's own `reden` is a column like another."""

HEADER_WITHIN = 30
"""Among how many filled rows the header is looked for; what stands above it is a heading."""

_NEEDED = "date met kind of title (regels), name met birth of role (personen), of name met sector (partijen)"


def column_key(header: str) -> str:
    """A column name made comparable: `Gericht op` and `gericht_op` are one."""
    return re.sub(r"[^a-z0-9]", "", fold(header))


def _keys(columns: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {column_key(name): column for column, others in columns.items() for name in (column, *others)}


_KEYS = {kind: _keys(columns) for kind, columns in COLUMNS.items()}
_KEYS[TableKind.ENTRIES][column_key(ID_COLUMN)] = ID_COLUMN
_NUMBERED = re.compile(r"(\D+)([2-9]|[1-9]\d)")


@dataclass(frozen=True, slots=True)
class Table:
    """A grid whose header is understood: which cell of a row is which column.

    `fields` are the known columns, `others` the unknown ones with the name to keep them under; `above` is the number
    of filled rows over the header. `more` are further columns that say the same field: names are put together, texts
    stand below each other. `caption` is what stands above the header.
    """

    name: str
    file: str
    sheet: str
    kind: TableKind
    header: tuple[str, ...]
    fields: Mapping[str, int]
    others: tuple[tuple[str, int], ...]
    rows: tuple[Row, ...] = field(repr=False)
    separator: str = ""
    above: int = 0
    more: tuple[tuple[str, int], ...] = ()
    caption: str = ""

    def values(self, row: Row) -> dict[str, str]:
        """The filled cells of a row, by column."""
        cells = row.cells
        found = {column: cells[at] for column, at in self.fields.items() if at < len(cells) and cells[at]}
        for column, at in self.more:
            if at < len(cells) and cells[at]:
                between = "; " if column in NAMES else "\n"
                found[column] = between.join(filter(None, (found.get(column, ""), cells[at])))
        return found

    def extras(self, row: Row) -> Iterator[str]:
        """The filled cells of unknown columns, each as `kolom: waarde`."""
        cells = row.cells
        for label, at in self.others:
            if at < len(cells) and cells[at]:
                yield f"{label}: {cells[at]}"
        for at in range(len(self.header), len(cells)):
            if cells[at]:
                yield f"kolom {at + 1}: {cells[at]}"

    def column(self, name: str) -> str:
        """A column's name as the table itself writes it."""
        at = self.fields.get(name)
        return self.header[at] if at is not None else name


def likeness(grid: Grid) -> int:
    """How much a grid looks like a table of ours: the most known columns in one of its first rows."""
    return max((_likeness(row) for row in grid.rows[:HEADER_WITHIN]), default=0)


def header_row(grid: Grid) -> int | None:
    """At which of its filled rows the header stands that says what the table is; None when no row does."""
    return next((at for at, row in enumerate(grid.rows[:HEADER_WITHIN]) if _kind(row) is not None), None)


def understood(grid: Grid) -> Table:
    """The table in a grid. Raises Problem when no header says what it is, or it names a column twice."""
    for above, row in enumerate(grid.rows[:HEADER_WITHIN]):
        kind = _kind(row)
        if kind is not None:
            return _table(grid, row, kind, above)
    raise Problem(_not_understood(grid))


def has_header(grid: Grid) -> bool:
    """Whether one of its first rows says what the table is."""
    return header_row(grid) is not None


def _likeness(row: Row) -> int:
    keys = {column_key(cell) for cell in row.cells if cell}
    known = max(len(keys & names.keys()) for names in _KEYS.values())
    return known + (100 if _kind(row) else 0)


def _kind(row: Row) -> TableKind | None:
    named = {kind: {names.get(column_key(cell), "") for cell in row.cells if cell} for kind, names in _KEYS.items()}
    entries, persons, parties = (named[kind] for kind in TableKind)
    if "date" in entries and entries & {"kind", "title"}:
        return TableKind.ENTRIES
    if "name" in persons and "birth" in persons:
        return TableKind.PERSONS
    if "name" in parties and "sector" in parties:
        return TableKind.PARTIES
    return TableKind.PERSONS if "name" in persons and "role" in persons else None


def _table(grid: Grid, row: Row, kind: TableKind, above: int) -> Table:
    fields: dict[str, int] = {}
    others: list[tuple[str, int]] = []
    for at, header in enumerate(row.cells):
        column = column_of(kind, column_key(header))
        if column in fields:
            raise Problem(
                f"{grid.name} noemt de kolom {column} twee keer ({row.cells[fields[column]]!r} en {header!r}); er is "
                "niets overgenomen. Geef een van beide een andere naam."
            )
        if column:
            fields[column] = at
        elif column_key(header) != column_key(REASON):
            others.append((header or f"kolom {at + 1}", at))
    rows, caption = grid.rows[above + 1 :], caption_of(grid, above)
    return Table(
        grid.name,
        grid.file,
        grid.sheet,
        kind,
        row.cells,
        fields,
        tuple(others),
        rows,
        grid.separator,
        above,
        caption=caption,
    )


def caption_of(grid: Grid, above: int) -> str:
    """What the rows above the header say."""
    return " ".join(cell for row in grid.rows[:above] for cell in row.cells if cell)[:300]


def column_of(kind: TableKind, key: str) -> str:
    """The known column that a `column_key` names, with its number behind a second source; empty when none."""
    names = _KEYS[kind]
    if key in names:
        return names[key]
    match = _NUMBERED.fullmatch(key)
    if kind is TableKind.ENTRIES and match and names.get(match[1]) in CITATION_COLUMNS:
        return f"{names[match[1]]} {match[2]}"
    return ""


def _not_understood(grid: Grid) -> str:
    best = max(grid.rows[:HEADER_WITHIN], key=_likeness)
    found = ", ".join(cell if len(cell) <= 30 else f"{cell[:29]}…" for cell in best.cells[:20] if cell)
    return (
        f"{grid.name} heeft geen kopregel die zegt wat erin staat. Gevonden: {found}. Nodig: {_NEEDED}. "
        "Er is niets overgenomen; zet de namen van de kolommen in de eerste regel."
    )
