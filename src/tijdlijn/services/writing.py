"""A batch into the file: what is put, then what is taken out, in the order in which records name each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tijdlijn.model.documents import Decision
from tijdlijn.model.views import View
from tijdlijn.services.changes import RECORDS, Batch, removed
from tijdlijn.storage.documents import decision_id

if TYPE_CHECKING:
    from tijdlijn.storage.engine import Connection


def write_batch(connection: Connection, case_id: str, batch: Batch) -> None:
    """Put and take out what a batch holds, within the present step."""
    from tijdlijn.storage import rows

    for records in (*(getattr(batch, name) for name in RECORDS), batch.views, batch.documents, batch.decisions):
        rows.put(connection, case_id, records)
    rows.remove(connection, case_id, Decision, [decision_id(decision) for decision in batch.removed_decisions])
    if batch.keeps_texts is not None:
        rows.keep_texts(connection, case_id, batch.keeps_texts)
    rows.remove(connection, case_id, View, batch.removed_views)
    for name, kind in reversed(tuple(RECORDS.items())):
        rows.remove(connection, case_id, kind, getattr(batch, removed(name)))
