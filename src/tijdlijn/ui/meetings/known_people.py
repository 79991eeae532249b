"""Whom a case knows already, as people who may be at a session: professionals with their party, the family. Pure."""

from __future__ import annotations

from itertools import chain

from tijdlijn.model.casebook import Case
from tijdlijn.model.people import Person
from tijdlijn.model.sessions import Attendee, AttendsAs
from tijdlijn.model.vocabulary import Sector

_PARENTS = ("moeder", "vader")
_FUNCTIONS = (
    "jeugdconsulent", "gezinsregisseur", "jeugdbeschermer", "gedragswetenschapper", "intern begeleider", "leerkracht",
    "huisarts", "jeugdarts", "pleegzorgwerker", "ambulant begeleider", "ervaringsdeskundige", "facilitator",
)  # fmt: skip
"""Functions to complete with, beside those that the case has."""


def known_people(case: Case) -> dict[str, Attendee]:
    """Everybody that the case knows, by name, as he or she would be at a session; who came to one before, as then."""
    found = {person.name: Attendee(person.name, "", person.role, part_of(person)) for person in case.persons}
    for worker in case.workers:
        party = case.parties_by_id.get(worker.party_id)
        found[worker.name] = Attendee(worker.name, party.name if party else "", worker.function)
    for party in case.parties:
        if party.sector is Sector.NETWERK and party.name not in found:
            found[party.name] = Attendee(party.name, attends_as=AttendsAs.NETWERK)
    for attendee in chain.from_iterable(session.attendees for session in case.sessions_in_order):
        found[attendee.name] = attendee
    return found


def part_of(person: Person) -> AttendsAs:
    """In what part a member of the family is at a session."""
    if person.is_focus:
        return AttendsAs.JEUGDIGE
    role = person.role.casefold()
    is_parent = any(role.endswith(parent) or role.startswith("partner") for parent in _PARENTS)
    return AttendsAs.OUDER if is_parent else AttendsAs.NETWERK


def organisations(case: Case) -> set[str]:
    """The names of organisations to complete with."""
    return {party.name for party in case.parties if party.sector is not Sector.NETWERK}


def roles(case: Case) -> set[str]:
    """Functions to complete with."""
    used = {attendee.role for session in case.sessions for attendee in session.attendees}
    return {*_FUNCTIONS, *(worker.function for worker in case.workers), *used} - {""}
