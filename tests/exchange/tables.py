"""Tables for tests, from text or from cells, without a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count

from tests import builders
from tijdlijn.exchange.columns import Table, likeness, understood
from tijdlijn.exchange.csv_in import read_csv
from tijdlijn.exchange.plan import Plan, planned
from tijdlijn.model.casebook import Case


def table(text: str, name: str = "tabel.csv") -> Table:
    """The table that this separated text is."""
    return understood(read_csv(text.encode(), name, likeness))


def counted() -> Callable[[], str]:
    """Ids n1, n2 and so on."""
    numbers = count(1)
    return lambda: f"n{next(numbers)}"


def plan(*texts: str, into: Case | None = None, keep_unread: bool = False) -> Plan:
    """What importing these tables would do."""
    return planned(into or builders.case(), [table(text) for text in texts], counted(), keep_unread)


def applied(case: Case, made: Plan) -> Case:
    """The case after the plan."""
    records = made.records
    return Case(
        case.id,
        case.title,
        case.today,
        persons=_put(case.persons, records.persons),
        parties=_put(case.parties, records.parties),
        workers=_put(case.workers, records.workers),
        sources=_put(case.sources, records.sources),
        entries=(*case.entries, *made.entries),
    )


def _put(old: Sequence, new: Sequence) -> tuple:
    by_id = {record.id: record for record in (*old, *new)}
    return tuple(by_id.values())
