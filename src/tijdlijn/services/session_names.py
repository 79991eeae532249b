"""A case as a report of its sessions may tell it without names: who sat at the table is hidden as well.

The rule: who attends need not be registered anywhere, and is named again in answers and as the owner of an action. So
the attendees are registered for as long as it takes to find their names in every text (`language.pseudonyms`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from tijdlijn.language.folding import fold, squeezed
from tijdlijn.language.pseudonyms import pseudonymised, pseudonyms_for
from tijdlijn.model.casebook import Case
from tijdlijn.model.people import Party, Worker
from tijdlijn.model.sessions import Attendee, AttendsAs
from tijdlijn.services.since import Since

_GUEST = "aanwezige:"
_PARTS = {
    AttendsAs.OUDER: "Ouder",
    AttendsAs.JEUGDIGE: "Jeugdige",
    AttendsAs.NETWERK: "Iemand uit het netwerk",
    AttendsAs.ERVARINGSDESKUNDIGE: "Ervaringsdeskundige",
    AttendsAs.BEGELEIDER: "Begeleider",
    AttendsAs.PROFESSIONAL: "Professional",
}


def masked(case: Case, since: Since | None = None) -> tuple[Case, Since | None]:
    """The case with pseudonyms in every text, without the places where sessions were, and what changed in it with the
    same pseudonyms."""
    known = _with_guests(case)
    names = pseudonyms_for(known)
    hidden = _without_guests(pseudonymised(known))
    sessions = tuple(replace(session, place="") for session in hidden.sessions)
    return replace(hidden, sessions=sessions), _masked_since(since, names.text) if since else None


def pseudonyms_in(case: Case) -> frozenset[str]:
    """Every pseudonym that the texts of a masked case may hold, those of who attends included."""
    return frozenset(pseudonyms_for(_with_guests(case)).names.values())


def _masked_since(since: Since, text: Callable[[str], str]) -> Since:
    return replace(
        since,
        added=tuple(replace(one, title=text(one.title), when=text(one.when)) for one in since.added),
        removed=tuple(replace(one, title=text(one.title), when=text(one.when)) for one in since.removed),
        changed=tuple(
            replace(
                one,
                title=text(one.title),
                when=text(one.when),
                was_title=text(one.was_title),
                was_when=text(one.was_when),
            )
            for one in since.changed
        ),
    )


# Those at the table who are registered nowhere


def _with_guests(case: Case) -> Case:
    """The case in which everybody who ever attended is registered, with the organisation he or she is of."""
    guests = [one for session in case.sessions for one in session.attendees]
    parties = tuple(_organisations(case, guests))
    workers = tuple(_people(case, guests, (*case.parties, *parties)))
    return replace(case, parties=(*case.parties, *parties), workers=(*case.workers, *workers))


def _without_guests(case: Case) -> Case:
    return replace(
        case,
        parties=tuple(party for party in case.parties if not party.id.startswith(_GUEST)),
        workers=tuple(worker for worker in case.workers if not worker.id.startswith(_GUEST)),
    )


def _organisations(case: Case, guests: list[Attendee]) -> Iterator[Party]:
    known = {_key(party.name) for party in case.parties}
    names = dict.fromkeys(squeezed(one.organisation) for one in guests)
    fresh = [name for name in names if name and _key(name) not in known]
    for number, name in enumerate(fresh, 1):
        yield Party(f"{_GUEST}{number}", name, pseudonym=f"Organisatie {number}", order=len(case.parties) + number)


def _people(case: Case, guests: list[Attendee], parties: tuple[Party, ...]) -> Iterator[Worker]:
    known = {_key(person.name) for person in case.persons} | {_key(worker.name) for worker in case.workers}
    called = {_key(party.name): party.id for party in parties}
    people: dict[str, Attendee] = {}
    for guest in guests:
        if squeezed(guest.name) and _key(guest.name) not in known:
            people.setdefault(_key(guest.name), guest)
    counts: Counter[str] = Counter()
    for number, guest in enumerate(people.values(), 1):
        part = _part(guest)
        counts[part] += 1
        name = f"{part} {counts[part]}"
        party = called.get(_key(guest.organisation), "")
        yield Worker(f"{_GUEST}{number}", squeezed(guest.name), party, guest.role, name, len(case.workers) + number)


def _part(guest: Attendee) -> str:
    """What somebody is called for the part he or she has there: "Moeder" of the family, else "Professional"."""
    return squeezed(guest.role).capitalize() if guest.attends_as.is_family and guest.role else _PARTS[guest.attends_as]


def _key(name: str) -> str:
    return fold(squeezed(name))
