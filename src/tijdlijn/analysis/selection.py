"""Whom an entry concerns, and on which days (design 2, Gaps)."""

from __future__ import annotations

from collections.abc import Iterable

from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry


def concerns(entry: Entry, person_id: str | None) -> bool:
    """Whether the entry names this person or nobody; every entry concerns the whole family (None)."""
    return person_id is None or not entry.person_ids or person_id in entry.person_ids


def concerning(entries: Iterable[Entry], person_id: str | None) -> list[Entry]:
    """The entries that name this person or nobody; all of them for the whole family (None)."""
    if person_id is None:
        return list(entries)
    return [entry for entry in entries if not entry.person_ids or person_id in entry.person_ids]


def days_told(case: Case, entries: Iterable[Entry]) -> list[Bounds]:
    """The days of these dated entries, once for those whose dates say the same: they share them (`Case.bounds`)."""
    bounds = case.bounds
    found = [bounds[entry.id] for entry in entries]
    return list(dict(zip(map(id, found), found, strict=True)).values())
