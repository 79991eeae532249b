"""A table that this program wrote and somebody mended outside: what it says otherwise than the case.

The rule: only what was mended counts. A cell that still says what was written changes nothing, whatever a spreadsheet
made of it meanwhile (a day written another way is the same day); a column that is not there leaves its field alone; an
emptied cell empties its field.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from tijdlijn.exchange.columns import CITATION_COLUMNS, ID_COLUMN, Table
from tijdlijn.exchange.entries_in import EntryReader
from tijdlijn.exchange.grids import Row, clean
from tijdlijn.exchange.rows_out import Cells, entry_cells
from tijdlijn.language.dates_nl import shown
from tijdlijn.language.folding import squeezed
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry

_ATTRIBUTES: Mapping[str, tuple[tuple[str, ...], str]] = {
    "datum": (("date", "unread_date"), "date end words"),
    "soort": (("kind",), "kind"),
    "titel": (("title",), "title"),
    "toelichting": (("details",), "details"),
    "personen": (("person_ids",), "persons"),
    "partijen": (("party_ids",), "parties"),
    "medewerker": (("worker_ids",), "worker"),
    "kader": (("kader",), "kader"),
    "zwaarte": (("weight",), "weight"),
    "vorm": (("form",), "form"),
    "gericht op": (("aimed_at",), "aimed_at"),
    "leefgebieden": (("domains",), "domains"),
    "schakelmoment": (("schakelmoment",), "schakelmoment"),
    "doel": (("goal",), "goal"),
    "uitkomst": (("outcome",), "outcome"),
    "stem": (("voice",), "voice"),
    "hielp": (("helped",), "helped"),
    "kosten": (("cost_cents",), "cost"),
    "tarief": (("rate",), "rate"),
    "betaler": (("payer",), "payer"),
    "bron bedrag": (("cost_source",), "cost_source"),
    "bron": (("citations",), "source page passage"),
    "scenario": (("scenario",), "scenario"),
    "notities": (("notes",), "notes"),
}
"""What a user calls a field → the attributes of an entry, and the columns that say them."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that was mended: what a user calls it, what it said and what it says."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Amendment:
    """An entry of the case that a row says otherwise."""

    before: Entry
    after: Entry
    changes: tuple[FieldChange, ...]


class Mended:
    """Knows the rows of a case again by their ids; each id once, for a copied row is a new one."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self.seen: set[str] = set()

    def entry_of(self, table: Table, row: Row) -> Entry | None:
        """The entry that a row is, when it carries the id of one that no row was yet."""
        id_ = table.values(row).get(ID_COLUMN, "")
        entry = self._case.entries_by_id.get(id_)
        if entry is None or id_ in self.seen:
            return None
        self.seen.add(id_)
        return entry

    def missing(self) -> tuple[str, ...]:
        """The ids of the entries of the case that no row is, in time order; none when no row carries an id."""
        return tuple(entry.id for entry in self._case.timeline if entry.id not in self.seen) if self.seen else ()

    def amendment(self, entry: Entry, row: Row, reader: EntryReader) -> Amendment | None:
        """What the row says otherwise than the entry. None when nothing, or when the row was refused."""
        table, written = reader.table, entry_cells(self._case, entry)
        values = table.values(row)
        labels = {label for label, (_, names) in _ATTRIBUTES.items() if _differs(table, names, written, values)}
        if any(True for _ in table.extras(row)):
            labels.add("notities")
        if not labels:
            return None
        read = reader.read(_without_old_words(table, row, values, written), entry.order)
        return None if read is None else _amended(entry, read, labels, written, values)


def _amended(
    entry: Entry, read: Entry, labels: Collection[str], written: Cells, values: Mapping[str, str]
) -> Amendment | None:
    after, changes = entry, []
    for label, (attributes, names) in _ATTRIBUTES.items():
        if label not in labels or _is_same(entry, read, label, attributes):
            continue
        after = replace(after, **{name: getattr(read, name) for name in attributes})
        new = after.notes if label == "notities" else _told(values, names)
        old = _told(written, names)
        if label == "datum":
            old, new = _when(entry), _when(read)
        changes.append(FieldChange(label, old, new))
    return Amendment(entry, after, tuple(changes)) if changes else None


def _is_same(entry: Entry, read: Entry, label: str, attributes: Collection[str]) -> bool:
    if label == "datum" and entry.date is not None and read.date is not None:
        return entry.date.edtf == read.date.edtf and read.date.words in ("", entry.date.words)
    return all(getattr(entry, name) == getattr(read, name) for name in attributes)


def _columns(table: Table, names: str) -> list[str]:
    if names.startswith(CITATION_COLUMNS):
        return [column for column in table.fields if column.startswith(CITATION_COLUMNS)]
    return [column for column in names.split() if column in table.fields]


def _differs(table: Table, names: str, written: Cells, values: Mapping[str, str]) -> bool:
    """Whether any of these columns says something else; a word processor's line end is a space like another."""
    return any(
        squeezed(clean(written.get(column, ""))) != squeezed(values.get(column, ""))
        for column in _columns(table, names)
    )


def _without_old_words(table: Table, row: Row, values: Mapping[str, str], written: Cells) -> Row:
    """The row without the words of its date, when the date was mended and its words were not."""
    at = table.fields.get("words", -1)
    if not 0 <= at < len(row.cells) or values.get("words", "") != clean(written.get("words", "")):
        return row
    if not _differs(table, "date end", written, values):
        return row
    return replace(row, cells=(*row.cells[:at], "", *row.cells[at + 1 :]))


def _told(cells: Mapping[str, str], names: str) -> str:
    """What some columns say, as one text to show."""
    if names.startswith(CITATION_COLUMNS):
        return " · ".join(text for column, text in cells.items() if column.startswith(CITATION_COLUMNS) and text)
    return cells.get(names.partition(" ")[0], "")


def _when(entry: Entry) -> str:
    return shown(entry.date) if entry.date else entry.unread_date
