"""Which entries count as help, and whom an entry concerns (design 2, Gaps)."""

from __future__ import annotations

from collections.abc import Iterable

from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import HELP_KINDS, Sector


def help_entries(case: Case) -> list[Entry]:
    """The entries of kind interventie, bemoeienis, contact and uithuisplaatsing, in time order.

    Not those of which every party is of sector netwerk; an entry without a party counts (design 2, Gaps).
    """
    informal = {party.id for party in case.parties if party.sector is Sector.NETWERK}
    return [
        entry
        for entry in case.actual
        if entry.kind in HELP_KINDS and not (entry.party_ids and informal.issuperset(entry.party_ids))
    ]


def concerning(entries: Iterable[Entry], person_id: str | None) -> list[Entry]:
    """The entries that name this person or nobody; all of them for the whole family (None)."""
    if person_id is None:
        return list(entries)
    return [entry for entry in entries if not entry.person_ids or person_id in entry.person_ids]
