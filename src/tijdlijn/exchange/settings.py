"""How one table is to be read: whose it is, and which of its columns is what.

The rule: settings only add to what a table says. What a row says itself goes before what its table is set to, and a
column that is set to nothing is kept in the notes under its own name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tijdlijn.exchange.columns import ENTRY_COLUMNS, ID_COLUMN, REASON, Table, TableKind, column_key
from tijdlijn.model.vocabulary import Kind, Sector, Voice

TIME = "time"
"""The time of day: orders within the day and stays in the notes."""
MET = "met"
"""With whom the contact was: family members become persons, organisations parties, the rest stays in the notes."""

FIELDS: tuple[str, ...] = ("date", "end", TIME, *(name for name in ENTRY_COLUMNS if name not in ("date", "end")), MET)
"""What a column can be set to, beside "" (kept in the notes)."""

ONCE = frozenset(
    {"date", "end", TIME, "kind", "title", "words", "voice", "helped", "cost", "rate", "payer", "scenario"}
)
"""Fields that only one column can be; two columns of any other are put together."""


@dataclass(frozen=True, slots=True)
class TableSettings:
    """How to read one table of an agency.

    `agency` is the party of every row that names none, and the employer of its professionals; `sector` is for when it
    is new. `mapping` says per column (`labels_of`) which of `FIELDS` it is; empty leaves the table as its own header
    says. `kind` is for rows whose kind is not said or not understood. `source` is the title under which every row
    cites its table. `is_month_first` reads 3/14/2019; `is_newest_first` keeps the days' own order upside down.
    """

    agency: str = ""
    sector: Sector | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    voice: Voice = Voice.DOSSIER
    kind: Kind = Kind.GEBEURTENIS
    source: str = ""
    is_month_first: bool = False
    is_newest_first: bool = False


@dataclass(frozen=True, slots=True)
class Remembered:
    """Settings under the signature of the header they were used for."""

    signature: str
    settings: TableSettings


def labels_of(header: Sequence[str]) -> tuple[str, ...]:
    """What the columns are called, each differently: a nameless one by its number, a second `Naam` as `Naam (2)`."""
    seen: Counter[str] = Counter()
    labels: list[str] = []
    for at, name in enumerate(header, start=1):
        label = name or f"kolom {at}"
        seen[label] += 1
        labels.append(label if seen[label] == 1 else f"{label} ({seen[label]})")
    return tuple(labels)


def signature(header: Sequence[str]) -> str:
    """What two tables with the same columns have in common, whatever their order and spelling of capitals."""
    return " ".join(sorted(column_key(label) for label in labels_of(header)))


def mapping_of(table: Table) -> dict[str, str]:
    """The mapping that a table's header says by itself."""
    labels = labels_of(table.header)
    found = dict.fromkeys(labels, "")
    found.update({labels[at]: name for name, at in table.fields.items()})
    return found


def remapped(table: Table, mapping: Mapping[str, str]) -> Table:
    """The table with its columns as `mapping` says; a column that it does not know is kept in the notes.

    Of a field that can be only one column, the first counts.
    """
    fields: dict[str, int] = {}
    more: list[tuple[str, int]] = []
    others: list[tuple[str, int]] = []
    for at, label in enumerate(labels_of(table.header)):
        name = mapping.get(label, "")
        is_kept = not name or name == TIME or (name in fields and name in ONCE)
        if is_kept and column_key(label) != column_key(REASON):
            others.append((label, at))
        if not name:
            continue
        if name not in fields:
            fields[name] = at
        elif name not in ONCE:
            more.append((name, at))
    return replace(table, kind=TableKind.ENTRIES, fields=fields, more=tuple(more), others=tuple(others))


def lacking(mapping: Mapping[str, str]) -> str:
    """What a mapping must have and has not, as a Dutch sentence; empty when it can be read."""
    named = set(mapping.values())
    if ID_COLUMN in named:
        return ""
    if "date" not in named:
        return "Kies welke kolom de datum is."
    if not named & {"title", "details", "kind"}:
        return "Kies welke kolom zegt wat er gebeurde: titel, toelichting of soort."
    return ""
