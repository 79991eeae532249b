"""How long what a casebook holds of a family is kept: terms, from when they count, and where they lead.

The rule: a case has at most one day by which it must be gone, with the words why. A case without one is a working copy
(werkkopie): the official file is kept elsewhere. A term proposes a day and decides nothing.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tijdlijn.model.casebook import Case

SOON = 30
"""Days before the day by which a case must be gone, from which that is told."""


class CountsFrom(StrEnum):
    """From when a term counts."""

    SESSION = "bijeenkomst"
    CONTACT = "contact-of-wijziging"
    CHANGE = "wijziging"
    WITHDRAWAL = "intrekking"

    @property
    def label(self) -> str:
        return {
            "bijeenkomst": "de laatste bijeenkomst",
            "contact-of-wijziging": "het laatste contact of de laatste wijziging",
            "wijziging": "de laatste wijziging",
            "intrekking": "het intrekken van de toestemming",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Term:
    """How many months after what something is kept, and for which cases that holds."""

    name: str
    months: int
    counts_from: CountsFrom

    @property
    def words(self) -> str:
        """ "Werkkopie: 6 maanden na de laatste bijeenkomst"."""
        return f"{self.name}: {months_told(self.months)} na {self.counts_from.label}"


WORKING_COPY = Term("Werkkopie", 6, CountsFrom.SESSION)
TERMS = (
    WORKING_COPY,
    Term("Leren en evalueren", 12, CountsFrom.SESSION),
    Term("Toestemming ingetrokken", 1, CountsFrom.WITHDRAWAL),
    Term("Klacht of onderzoek", 24, CountsFrom.CHANGE),
    Term("Jeugdhulp (art. 7.3.8 Jeugdwet)", 240, CountsFrom.CONTACT),
)
"""The terms of a casebook in which nobody changed them."""


def months_told(months: int) -> str:
    """A number of months as people say it: "20 jaar", "1 maand"."""
    if months % 12 == 0 and months:
        return f"{months // 12} jaar"
    return "1 maand" if months == 1 else f"{months} maanden"


def counted_from(case: Case, counts_from: CountsFrom, changed: date) -> date | None:
    """The day from which a term counts; None when that did not happen. `changed` is when the case last changed.

    Without any session the last change takes its place.
    """
    if counts_from is CountsFrom.SESSION:
        return max((one.date for one in case.sessions if one.date), default=changed)
    if counts_from is CountsFrom.WITHDRAWAL:
        return max((one.withdrawn for one in case.consents if one.withdrawn), default=None)
    if counts_from is CountsFrom.CONTACT:
        last = max((days.end_max for days in case.bounds.values()), default=0)
        return max(changed, date.fromordinal(min(last, case.today.toordinal()) or 1))
    return changed


def proposed(case: Case, term: Term, changed: date) -> date | None:
    """The day to which a term leads; None when what it counts from did not happen."""
    start = counted_from(case, term.counts_from, changed)
    return None if start is None else later(start, term.months)


def later(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = min(day.year + years, date.max.year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
