"""Whether somebody in a family died, as the dossier says it; and who is still a child.

The rule: nobody is taken for dead because a death is told near a name. A title must say of this person, by name, that
he or she died ("Riet overlijdt", "overlijden van Riet"), or say so of nobody in an entry about this person alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from tijdlijn.analysis.ahead_rules import ADULT, birthday
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import DateError
from tijdlijn.model.entries import Entry
from tijdlijn.model.people import Person
from tijdlijn.model.vocabulary import Kind

_ROOTS = re.compile(r"overl|sterft|stierf|gestorven|verongeluk|dood", re.IGNORECASE)
_DIES = r"(?:overlijdt|overleed|overleden|sterft|stierf|gestorven|verongelukt|verongelukte)"
_BETWEEN = (
    r"(?:\s+(?:is|was|werd|plotseling|plots|onverwachts?|thuis|in|het|een|na|door|aan|op|ziekenhuis|hospice|ongeluk|"
    r"ongeval|ziekte|kanker|jarige|leeftijd|\d+))*"
)
_ALONE = re.compile(rf"^\W*(?:overlijden|{_DIES})\W*$", re.IGNORECASE)


def died(case: Case) -> frozenset[str]:
    """The ids of the persons of whom an event up to the reference day says that they died."""
    return frozenset(person.id for entry in _told(case) for person in case.persons if _of(entry, person))


def _told(case: Case) -> Iterator[Entry]:
    """Events that may tell of a death: few, so that names are only looked for there."""
    reference = case.reference.toordinal()
    for entry in chain(case.of_kind[Kind.GEBEURTENIS], case.undated):
        if entry.kind is Kind.GEBEURTENIS and _ROOTS.search(entry.title):
            days = case.bounds.get(entry.id)
            if days is None or days.start_min <= reference:
                yield entry


def _of(entry: Entry, person: Person) -> bool:
    if entry.person_ids and person.id not in entry.person_ids:
        return False
    if _ALONE.match(entry.title):
        return entry.person_ids == (person.id,)
    name = re.escape(person.name)
    return bool(name) and any(
        re.search(pattern, entry.title, re.IGNORECASE)
        for pattern in (
            rf"(?<!\w){name}{_BETWEEN}\s+{_DIES}(?!\w)",
            rf"\b(?:overlijden|dood)\s+(?:van\s+)?(?:\w+\s+)?{name}(?!\w|['’]s)",
        )
    )


def is_child(case: Case, person: Person) -> bool:
    """Whether it goes on about this person's life as a child's: in focus, or surely not 18 yet on the reference day."""
    if person.birth is None:
        return False
    if person.is_focus:
        return True
    try:
        return birthday(person.birth.points[0].earliest, ADULT) > case.reference
    except DateError:
        return False
