"""A finding: one thing that the analyses see, in words, with the entries behind it and the rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tijdlijn.analysis.certainty import Status


class FindingKind(StrEnum):
    """What sort of thing was seen, what matters most first; the value is the Dutch word."""

    GAT = "gat"
    GEEN_HULP_THUIS = "geen hulp thuis"
    SNELKOOKPAN = "snelkookpan"
    VROEGE_HULPVRAAG = "vroege hulpvraag"
    HULPVRAAG = "hulpvraag"
    LAAT_IN_BEELD = "laat in beeld"
    SCHAKELMOMENT = "schakelmoment"
    UITHUISPLAATSING = "uithuisplaatsing"
    STIL = "stil"
    CONTINUITEIT = "continuïteit"
    BESCHIKKING = "beschikking"
    LEEFGEBIED = "leefgebied"
    BETROKKENHEID = "betrokkenheid"
    KOSTEN = "kosten"
    TEGENSPRAAK = "tegenspraak"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `sentence` says it, `rule` says by which rule and threshold it was found, `detail` adds to it.

    `id` stays the same when the case is computed anew, as long as the finding starts at the same day or entry.
    `person_id` is None for the whole family; `start` and `end` are None when it has no place in time.
    `entry_ids` are the entries behind it, in time order.
    """

    id: str
    kind: FindingKind
    status: Status
    person_id: str | None
    start: date | None
    end: date | None
    sentence: str
    rule: str
    entry_ids: tuple[str, ...] = ()
    detail: str = ""
