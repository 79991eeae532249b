"""What became of records since a moment: how each was then and how it is now, from the journal.

The rule: only read here, by the driver itself. A record that was changed and changed back, put and taken out, or of
which every change was undone, is as it was and is not in it: its first `before` is compared with its last `after`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

Values = dict[str, Any]

_CHANGES = """
SELECT of_table, json_extract(coalesce(after, before), '$.id'), before, after
FROM journal JOIN steps ON steps.id = journal.step
WHERE steps.at >= ? AND steps.case_id = ? AND steps.kind != 'start' ORDER BY journal.id
"""


@dataclass(frozen=True, slots=True)
class Difference:
    """One record: its columns then, None when it was not there, and now, None when it is gone."""

    table: str
    id: str
    before: Values | None
    after: Values | None


def differences(raw: Any, case_id: str, moment: datetime, tables: Collection[str]) -> Iterator[Difference]:
    """The records of these tables of a case that differ from how they were at a moment with a time zone, in the order
    in which they were first touched."""
    at = moment.astimezone(UTC).isoformat(timespec="milliseconds")
    first: dict[tuple[str, str], str | None] = {}
    last: dict[tuple[str, str], str | None] = {}
    for table, id_, before, after in raw.execute(_CHANGES, (at, case_id)):
        if table in tables:
            first.setdefault((table, id_), before)
            last[table, id_] = after
    for (table, id_), then in first.items():
        now = last[table, id_]
        if then != now:
            found = Difference(table, id_, _values(then), _values(now))
            if found.before != found.after:
                yield found


def _values(image: str | None) -> Values | None:
    """The columns of an image except its place in the file, which a record that comes back may have lost."""
    if image is None:
        return None
    values: Values = json.loads(image)
    values.pop("row", None)
    return values
