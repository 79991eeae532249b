"""What goes into a change and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry, Source
from tijdlijn.model.people import Party, Person, Worker


@dataclass(frozen=True, slots=True)
class Batch:
    """Records to put (inserted, or replacing the one with the same id) and ids to take out, in one step.

    `removed` holds entry ids. References are not looked after: what names a removed record must be in the batch.
    """

    persons: tuple[Person, ...] = ()
    parties: tuple[Party, ...] = ()
    workers: tuple[Worker, ...] = ()
    sources: tuple[Source, ...] = ()
    entries: tuple[Entry, ...] = ()
    removed: tuple[str, ...] = ()
    removed_persons: tuple[str, ...] = ()
    removed_parties: tuple[str, ...] = ()
    removed_workers: tuple[str, ...] = ()
    removed_sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What a verb did: the next snapshot of the case concerned, and which of its records changed.

    When a case itself went away, `case` is the first one that remains. A verb that had nothing to change gives the
    present snapshot and no ids.
    """

    case: Case
    step: str
    entry_ids: tuple[str, ...] = ()
    removed_ids: tuple[str, ...] = ()
    people_changed: bool = False


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """One line of the history. `undone` is a step whose change does not hold now."""

    id: int
    name: str
    at: datetime
    undone: bool
    is_undo: bool
