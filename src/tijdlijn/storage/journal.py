"""The journal: before and after of every row, written by triggers in the same transaction; undo and redo from it.

The rule: a step is only ever added. An undo is a new step that writes the rows back as they were before its target; a
redo writes them as they were after it. A new step after an undo ends what could be redone, and nothing is cut off.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, Table, bindparam, delete, func, insert, select, update

from tijdlijn.storage.schema import JOURNALED, journal, steps
from tijdlijn.storage.steps import StepKind


@dataclass(frozen=True, slots=True)
class _Image:
    """A row to be written back: `values` is None when the row has to go, `exists` whether it is there now."""

    table: str
    row: int
    values: dict[str, Any] | None
    exists: bool

    @property
    def shape(self) -> tuple[str, bool, tuple[str, ...] | None]:
        return self.table, self.exists, tuple(self.values) if self.values is not None else None


_TABLES = {table.name: table for table in JOURNALED}
_WRITE = "INSERT INTO journal (step, of_table, row, before, after)"


def install_triggers(connection: Connection) -> None:
    """Make the triggers anew from today's tables; after every change of the schema."""
    for table in JOURNALED:
        for statement in _triggers(table):
            connection.exec_driver_sql(statement)


def _triggers(table: Table) -> Iterator[str]:
    old, new = (_as_json(table, side) for side in ("old", "new"))
    for event, row, before, after, when in (
        ("insert", "new", "NULL", new, ""),
        ("update", "new", old, new, f"WHEN {old} IS NOT {new}"),
        ("delete", "old", old, "NULL", ""),
    ):
        name = f"journal_{table.name}_{event}"
        values = ", ".join(("(SELECT max(id) FROM steps)", f"'{table.name}'", f"{row}.row", before, after))
        yield f"DROP TRIGGER IF EXISTS {name}"
        write = f"{_WRITE} VALUES ({values})"
        yield f"CREATE TRIGGER {name} AFTER {event.upper()} ON {table.name} {when} BEGIN {write}; END"


def _as_json(table: Table, side: str) -> str:
    pairs = ", ".join(f"'{column.name}', {side}.\"{column.name}\"" for column in table.columns)
    return f"json_object({pairs})"


def begin(connection: Connection, kind: StepKind, name: str, case_id: str, target: int | None = None) -> int:
    """Add a step; every row that changes after it in this transaction belongs to it."""
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    values = {"name": name, "at": at, "kind": kind.value, "target": target, "case_id": case_id}
    made = connection.execute(insert(steps).values(values)).inserted_primary_key
    assert made is not None
    return int(made[0])


def touched(connection: Connection, step: int) -> dict[str, set[str]]:
    """The ids of the records that a step changed, by table."""
    id_ = func.json_extract(func.coalesce(journal.c.after, journal.c.before), "$.id")
    found: dict[str, set[str]] = {}
    for table, record in connection.execute(select(journal.c.of_table, id_).where(journal.c.step == step)):
        found.setdefault(table, set()).add(record)
    return found


def restore_before(connection: Connection, step: int) -> None:
    """Write every row back as it was before a step, last change first."""
    rows = connection.execute(_changes(step).order_by(journal.c.id.desc()))
    _write(connection, [_image(row, row.before, row.after) for row in rows])


def restore_after(connection: Connection, step: int) -> None:
    """Write every row as it was after a step, first change first."""
    rows = connection.execute(_changes(step).order_by(journal.c.id))
    _write(connection, [_image(row, row.after, row.before) for row in rows])


def _changes(step: int) -> Any:
    return select(journal.c.of_table, journal.c.row, journal.c.before, journal.c.after).where(journal.c.step == step)


def _image(change: Row[Any], wanted: str | None, present: str | None) -> _Image:
    values = None if wanted is None else json.loads(wanted)
    return _Image(change.of_table, change.row, values, present is not None)


def _write(connection: Connection, images: Iterable[_Image]) -> None:
    for (name, exists, columns), group in groupby(images, key=lambda image: image.shape):
        table = _TABLES[name]
        at_row = table.c.row == bindparam("at_row")
        if columns is None:
            connection.execute(delete(table).where(at_row), [{"at_row": image.row} for image in group])
        elif not exists:
            connection.execute(insert(table), [image.values or {} for image in group])
        else:
            statement = update(table).where(at_row).values({name: bindparam(name) for name in columns})
            connection.execute(statement, [{"at_row": image.row, **(image.values or {})} for image in group])
