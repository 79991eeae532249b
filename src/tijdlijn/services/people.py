"""What a user does to a party and its professionals in one go: one step, one undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tijdlijn.model.people import Party, Worker
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.editing import apply, quoted


def put_party_with_workers(book: OpenCasebook, case_id: str, party: Party, workers: Sequence[Worker]) -> Change:
    """Insert or replace a party and give it exactly these professionals.

    One that it had and that is not among them is taken out, also out of the entries that name him or her. Raises
    Problem, having changed nothing.
    """
    case = book.case(case_id)
    kept = {worker.id for worker in workers}
    gone = {worker.id for worker in case.workers_of(party.id)} - kept
    entries = tuple(
        replace(entry, worker_ids=tuple(id_ for id_ in entry.worker_ids if id_ not in gone))
        for entry in case.entries
        if not gone.isdisjoint(entry.worker_ids)
    )
    batch = Batch(
        parties=(party,),
        workers=tuple(replace(worker, party_id=party.id) for worker in workers),
        entries=entries,
        removed_workers=tuple(sorted(gone)),
    )
    verb = "Wijzig partij {0}" if party.id in case.parties_by_id else "Voeg partij {0} toe"
    return apply(book, case_id, batch, verb.format(quoted(party.name)))
