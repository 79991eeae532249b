"""The next snapshot of a case after a change: only what the change touched is read from the file again."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace
from datetime import date
from typing import Any

from tijdlijn.model.casebook import Case
from tijdlijn.storage import reading

MEETINGS = ("sessions", "reflections", "agreed_actions", "phases", "consents")
"""The tables of what sessions are and leave."""

UNDERSTANDING = ("scenarios", "finding_marks", "foreseen")
"""The tables of what was made of it all."""

PEOPLE = ("persons", "parties", "workers", "sources", "loose_names")
"""The tables of who and what entries name, and of names that nobody registered."""

_RELOAD_ABOVE = 2_000
"""From this many changed entries on, reading the whole case is quicker than reading those entries."""


def following(raw: Any, case_id: str, before: Case | None, touched: Mapping[str, Set[str]], today: date) -> Case | None:
    """The snapshot after a change of the records in `touched`, by table; None when the case went away."""
    ids = touched.get("entries", frozenset())
    if before is None or len(ids) > _RELOAD_ABOVE:
        return reading.load_case(raw, case_id, today)
    fields: dict[str, Any] = {}
    if "cases" in touched:
        frame = reading.load_frame(raw, case_id)
        if frame is None:
            return None
        fields.update(frame)
    for table in (*PEOPLE, "links", *MEETINGS, *UNDERSTANDING):
        if table in touched:
            fields[reading.FIELDS.get(table, table)] = reading.read_all(raw, table, case_id)
    found = reading.read_entries(raw, case_id, ids) if ids else ()
    return before.with_changes(found, ids - {entry.id for entry in found}, **fields)


def in_file_order(raw: Any, before: Case, case: Case) -> Case:
    """An undo or redo puts an entry back in its old place, where a new one comes last."""
    known = before.entries_by_id
    if all(entry.id in known for entry in case.entries):
        return case
    place = reading.entry_order(raw, case.id)
    return replace(case, entries=tuple(sorted(case.entries, key=lambda entry: place[entry.id])))
