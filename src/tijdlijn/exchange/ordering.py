"""The order within a day of rows from several tables.

The rule: rows of one table keep their own order within a day; where rows say the time of day, that goes before it,
across all tables. An undated row stays behind the row that it followed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tijdlijn.model.entries import Entry


@dataclass(frozen=True, slots=True)
class Line:
    """An entry made of a row of the table with this number. `minute` is the time of day it says, if any;
    `is_backwards` says that its table runs back in time, so that of one day the last row was first."""

    entry: Entry
    table: int
    minute: int | None = None
    is_backwards: bool = False


def ordered(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with their `order` such that a day reads as it went. Without times, and forwards, nothing changes."""
    if not any(line.minute is not None or line.is_backwards for line in lines):
        return tuple(lines)
    groups = _groups(lines)
    by_day: dict[object, list[int]] = {}
    for at, group in enumerate(groups):
        if group[0].entry.date is not None:
            by_day.setdefault(_day(group[0].entry), []).append(at)
    following = list(groups)
    for places in by_day.values():
        for place, group in zip(places, _by_time([groups[at] for at in places]), strict=True):
            following[place] = group
    first = min(line.entry.order for line in lines)
    flat = [line for group in following for line in group]
    return tuple(replace(line, entry=replace(line.entry, order=first + at)) for at, line in enumerate(flat))


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    """Each dated line with the undated ones of its own table that follow it."""
    groups: list[list[Line]] = []
    for line in lines:
        if line.entry.date is None and groups and groups[-1][0].table == line.table:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _by_time(groups: list[list[Line]]) -> list[list[Line]]:
    """Groups of one day. One without a time stands with the row before it in its own table."""
    keyed: list[tuple[int, int, int, list[Line]]] = []
    last: dict[int, int] = {}
    for at, group in enumerate(_forwards(groups)):
        line = group[0]
        minute = last.get(line.table, -1) if line.minute is None else line.minute
        last[line.table] = minute
        keyed.append((minute, line.table, at, group))
    return [group for *_, group in sorted(keyed, key=lambda key: key[:3])]


def _forwards(groups: list[list[Line]]) -> list[list[Line]]:
    turned = [group for group in reversed(groups) if group[0].is_backwards]
    return [*(group for group in groups if not group[0].is_backwards), *turned]


def _day(entry: Entry) -> object:
    assert entry.date is not None
    return entry.date.edtf if entry.date.start is None else (entry.date.start.earliest, entry.date.start.latest)
