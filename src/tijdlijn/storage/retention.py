"""The terms of a casebook, and when a case last changed: read and written by the driver alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from tijdlijn.model.retention import CountsFrom, Term

if TYPE_CHECKING:
    from tijdlijn.storage.engine import Connection


def terms(raw: Any) -> tuple[Term, ...]:
    """The terms that somebody chose, in their order; none when nobody did."""
    found = raw.execute("SELECT name, months, counts_from FROM retention_terms ORDER BY row")
    return tuple(Term(name, months, CountsFrom(counts_from)) for name, months, counts_from in found)


def keep_terms(connection: Connection, wanted: Sequence[Term]) -> None:
    """Have these terms from now on, and no others."""
    connection.exec_driver_sql("DELETE FROM retention_terms")
    for term in wanted:
        connection.exec_driver_sql(
            "INSERT INTO retention_terms (name, months, counts_from) VALUES (?, ?, ?)",
            (term.name, term.months, term.counts_from.value),
        )


def last_changed(raw: Any, case_id: str) -> date | None:
    """The day of the last step in a case, by the clock of the computer; None when there is none."""
    row = raw.execute("SELECT at FROM steps WHERE case_id = ? ORDER BY id DESC LIMIT 1", (case_id,)).fetchone()
    return datetime.fromisoformat(row[0]).astimezone().date() if row else None
