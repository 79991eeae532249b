"""The audit log inside the file: who did what with a casebook, when, on which device, with which result.

The rule: it holds no content, only codes, counts and checksums (design 7, 20; the six fields of BIO2 8.15.01). A line
is only ever added, and is chained to the one before: a line that was changed or taken out breaks the chain from there
on. By the driver's connection, so that writing one never waits for what writes records.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from tijdlijn.storage.account import account, computer


class Event(StrEnum):
    """What happened to a casebook."""

    MADE = "gemaakt"
    OPENED = "geopend"
    REFUSED = "opening-geweigerd"
    CLOSED = "gesloten"
    LOCKED = "vergrendeld"
    CHANGED = "gewijzigd"
    EXPORTED = "geexporteerd"
    PRINTED = "afgedrukt"
    COPIED = "gekopieerd"
    PRESENTED = "gepresenteerd"
    TAKEN_IN = "ingelezen"
    BACKED_UP = "reservekopie"
    RESTORED = "teruggezet"
    DRILLED = "terugzetten-geoefend"
    LOOKED = "reservekopie-bekeken"
    REKEYED = "wachtwoord-gewijzigd"
    MIGRATED = "omgezet"
    ERASED = "gewist"


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `actor` and `device` are the account and the name of the computer, `object` is the id of a case or
    empty for the whole casebook, `detail` holds codes by their names."""

    number: int
    at: datetime
    actor: str
    device: str
    event: str
    object: str
    result: str
    detail: dict[str, Any]


DONE, FAILED = "gelukt", "mislukt"
_ALL = "SELECT number, at, actor, device, event, object, result, detail, chain FROM audit"
_ADD = "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"


def add(raw: Any, event: Event, case_id: str = "", *, result: str = DONE, **detail: Any) -> None:
    """Add a line within the transaction of the caller."""
    last = raw.execute(f"{_ALL} ORDER BY number DESC LIMIT 1").fetchone()
    number, before = (last[0] + 1, last[-1]) if last else (1, "")
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    told = json.dumps(detail, ensure_ascii=False, sort_keys=True)
    row = number, at, account(), computer(), event.value, case_id, result, told
    raw.execute(_ADD, (*row, _link(before, row)))


def lines(raw: Any, limit: int = -1) -> tuple[Line, ...]:
    """The lines, newest first; all of them without a limit."""
    return tuple(map(_line, raw.execute(f"{_ALL} ORDER BY number DESC LIMIT ?", (limit,))))


def last(raw: Any, event: Event) -> Line | None:
    """The last line about something that was done; None when it never was."""
    found = raw.execute(f"{_ALL} WHERE event = ? AND result = ? ORDER BY number DESC LIMIT 1", (event.value, DONE))
    row = found.fetchone()
    return None if row is None else _line(row)


def _line(row: tuple[Any, ...]) -> Line:
    number, at, actor, device, event, object_, result, detail, _ = row
    return Line(number, datetime.fromisoformat(at), actor, device, event, object_, result, json.loads(detail))


def taken_over(raw: Any) -> list[tuple[Any, ...]]:
    """The whole log as it stands, to be put in a copy of this casebook that takes its place."""
    return [tuple(row) for row in _rows(raw)]


def put_back(raw: Any, rows: Iterable[tuple[Any, ...]]) -> None:
    """Give a copy the log of the casebook whose place it takes: what was done since is not forgotten."""
    raw.execute("DELETE FROM audit")
    raw.executemany(_ADD, rows)


def last_link(raw: Any) -> str:
    """What the last line is chained with: no other history of a casebook has it."""
    row = raw.execute("SELECT chain FROM audit ORDER BY number DESC LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def has_link(raw: Any, link: str) -> bool:
    """Whether a line with this link is in the log, so that all that led to it is as well."""
    return not link or raw.execute("SELECT 1 FROM audit WHERE chain = ?", (link,)).fetchone() is not None


def broken(raw: Any) -> int | None:
    """The number of the first line that is not what was written, or before which one is missing; None when all hold."""
    before, expected = "", 1
    for row in _rows(raw):
        if row[0] != expected or row[-1] != _link(before, row[:-1]):
            return expected
        before, expected = row[-1], expected + 1
    return None


def _rows(raw: Any) -> Iterator[tuple[Any, ...]]:
    yield from raw.execute(f"{_ALL} ORDER BY number")


def _link(before: str, row: tuple[Any, ...]) -> str:
    return hashlib.sha256(json.dumps([before, *row], ensure_ascii=False).encode("utf-8", "replace")).hexdigest()
