"""Who the timeline is about and who was involved: persons of the family, parties and their workers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.vocabulary import Sector


@dataclass(frozen=True, slots=True)
class Person:
    """A family member. `is_focus` marks a child the timeline is about (jeugdige)."""

    id: str
    name: str
    role: str = ""
    birth: UncertainDate | None = None
    is_focus: bool = False
    pseudonym: str = ""
    notes: str = ""
    order: int = 0


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation or informal helper (partij, betrokkene)."""

    id: str
    name: str
    sector: Sector = Sector.OVERIG
    pseudonym: str = ""
    notes: str = ""
    order: int = 0


@dataclass(frozen=True, slots=True)
class Worker:
    """A professional; `party_id` is empty while it is not known for whom he or she works."""

    id: str
    name: str
    party_id: str = ""
    function: str = ""
    pseudonym: str = ""
    order: int = 0


class NameKind(StrEnum):
    """What a name that nobody registered is the name of."""

    PERSOON = "persoon"
    ORGANISATIE = "organisatie"
    PLAATS = "plaats"
