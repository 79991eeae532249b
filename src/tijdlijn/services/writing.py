"""A batch into the file: what is put, then what is taken out, in the order in which records name each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tijdlijn.model.documents import Decision
from tijdlijn.model.entries import Entry, Source
from tijdlijn.model.links import Link
from tijdlijn.model.people import LooseName, Party, Person, Worker
from tijdlijn.model.sessions import AgreedAction, Consent, Phase, Reflection, Session
from tijdlijn.model.views import View
from tijdlijn.services.changes import Batch
from tijdlijn.storage.documents import decision_id

if TYPE_CHECKING:
    from tijdlijn.storage.engine import Connection


def write_batch(connection: Connection, case_id: str, batch: Batch) -> None:
    """Put and take out what a batch holds, within the present step."""
    from tijdlijn.storage import rows

    for records in (batch.persons, batch.parties, batch.workers, batch.loose_names, batch.sources):
        rows.put(connection, case_id, records)
    for items in (batch.entries, batch.links, batch.views, batch.documents, batch.decisions):
        rows.put(connection, case_id, items)
    for left in (batch.sessions, batch.reflections, batch.actions, batch.phases, batch.consents):
        rows.put(connection, case_id, left)
    rows.remove(connection, case_id, Decision, [decision_id(decision) for decision in batch.removed_decisions])
    if batch.keeps_texts is not None:
        rows.keep_texts(connection, case_id, batch.keeps_texts)
    for kind, ids in (
        (View, batch.removed_views),
        (Reflection, batch.removed_reflections),
        (AgreedAction, batch.removed_actions),
        (Session, batch.removed_sessions),
        (Phase, batch.removed_phases),
        (Consent, batch.removed_consents),
        (LooseName, batch.removed_loose_names),
        (Link, batch.removed_links),
        (Entry, batch.removed),
        (Source, batch.removed_sources),
        (Worker, batch.removed_workers),
        (Party, batch.removed_parties),
        (Person, batch.removed_persons),
    ):
        rows.remove(connection, case_id, kind, ids)
