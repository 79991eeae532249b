"""Who attends a session and is registered nowhere, as the workers and parties these would be.

The rule: who sits at the table is called by the part he or she has there, and for whom by nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count

from tijdlijn.language.folding import name_key, squeezed
from tijdlijn.model.people import Party, Person, Worker
from tijdlijn.model.sessions import Attendee, AttendsAs

_PARTS = {
    AttendsAs.OUDER: "Ouder",
    AttendsAs.JEUGDIGE: "Jeugdige",
    AttendsAs.NETWERK: "Iemand uit het netwerk",
    AttendsAs.ERVARINGSDESKUNDIGE: "Ervaringsdeskundige",
    AttendsAs.BEGELEIDER: "Begeleider",
    AttendsAs.PROFESSIONAL: "Professional",
}


def organisations_of(present: Iterable[Attendee], parties: Iterable[Party]) -> Iterator[Party]:
    """The organisations of those who attend, as far as these are no `parties`; none has an id."""
    known = {name_key(party.name) for party in parties}
    number = count(1)
    for guest in present:
        key = name_key(guest.organisation)
        if key and key not in known:
            known.add(key)
            yield Party("", squeezed(guest.organisation), pseudonym=f"Organisatie {next(number)}")


def people_of(present: Iterable[Attendee], persons: Iterable[Person], workers: Iterable[Worker]) -> Iterator[Worker]:
    """Those who attend, as far as they are no `persons` of the family or `workers`; none has an id."""
    known = {name_key(one.name) for one in persons} | {name_key(one.name) for one in workers}
    counts: Counter[str] = Counter()
    for guest in present:
        key = name_key(guest.name)
        if key and key not in known:
            known.add(key)
            part = _part(guest)
            counts[part] += 1
            yield Worker("", squeezed(guest.name), function=guest.role, pseudonym=f"{part} {counts[part]}")


def _part(guest: Attendee) -> str:
    """What somebody is called for the part he or she has there: "Moeder" of the family, else "Professional"."""
    return squeezed(guest.role).capitalize() if guest.attends_as.is_family and guest.role else _PARTS[guest.attends_as]
