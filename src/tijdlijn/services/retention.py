"""How long a case is kept: the day by which it must be gone, the terms that propose one, what is said when it nears.

The rule: a day is chosen by somebody, as a step that can be taken back, and is in the log. As long as nobody chose one
the case is a working copy, and what is told follows from that term, counted from the last session or change, whichever
is later. Nothing is ever erased by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tijdlijn.language.dates_nl import write_day
from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.model.retention import SOON, TERMS, WORKING_COPY, Term, later, proposed
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Change
from tijdlijn.storage import retention
from tijdlijn.storage.audit import Event

ABOUT, ABOUT_TERMS = "bewaren", "termijnen"
"""What a line in the log says that a change was about."""
MOST_MONTHS = 1_200


@dataclass(frozen=True, slots=True)
class Kept:
    """Until when a case is kept and why; `is_chosen` when somebody chose that day."""

    until: date
    why: str
    is_chosen: bool


def terms(book: OpenCasebook) -> tuple[Term, ...]:
    """The terms of this casebook: those that somebody chose, else those of the program."""
    return book.read(retention.terms) or TERMS


def keep_terms(book: OpenCasebook, wanted: Sequence[Term]) -> None:
    """Have these terms in this casebook; with none, those of the program again. No step; it is in the log. Raises
    Problem when a term has no name, has the name of another, or no sensible length."""
    clean = [replace(term, name=" ".join(term.name.split())) for term in wanted]
    names = [term.name.casefold() for term in clean]
    if not all(names) or len(set(names)) != len(names):
        raise Problem("Elke bewaartermijn heeft een eigen naam nodig; er is niets bewaard. Geef ze elk een naam.")
    if any(not 1 <= term.months <= MOST_MONTHS for term in clean):
        raise Problem("Een bewaartermijn is 1 maand tot en met 100 jaar; er is niets bewaard. Kies een ander aantal.")
    book.keep(lambda connection: retention.keep_terms(connection, clean))
    book.note(Event.CHANGED, what=ABOUT_TERMS, terms=len(clean))


def proposal(book: OpenCasebook, case: Case, term: Term) -> date | None:
    """The day to which a term leads for a case; None when what it counts from did not happen."""
    return proposed(case, term, _changed(book, case))


def set_day(book: OpenCasebook, case_id: str, day: date | None, why: str = "") -> Change:
    """Choose the day by which a case must be gone, and say why; None leaves it to what a working copy has. One step."""
    case = book.case(case_id)
    following = replace(case, destroy_by=day, retention=" ".join(why.split()) if day else "")
    step = f"Bewaar tot {write_day(day)}" if day else "Bewaar als werkkopie"
    return book.commit_case(following, step, what=ABOUT) if following != case else Change(case, step)


def kept(book: OpenCasebook, case: Case) -> Kept:
    """Until when a case is kept: the day that was chosen, else that of a working copy."""
    if case.destroy_by is not None:
        return Kept(case.destroy_by, case.retention, is_chosen=True)
    term = next((one for one in terms(book) if one.name == WORKING_COPY.name), WORKING_COPY)
    met = max((one.date for one in case.sessions if one.date), default=date.min)
    start = max(met, _changed(book, case))
    return Kept(later(start, term.months), term.words, is_chosen=False)


def warning(book: OpenCasebook, case: Case) -> str:
    """What is to be said of it today, in plain words; empty as long as there is time."""
    found = kept(book, case)
    days = (found.until - case.today).days
    if days > SOON:
        return ""
    why = f" ({found.why})" if found.why else ""
    what = (
        "Wis deze casus voorgoed, of kies een andere dag als er een reden is om te bewaren. Voorgoed wissen staat in "
        "het menu Bestand; ongedaan maken kan dan niet."
    )
    if days < 0:
        return f"De bewaartermijn van deze casus is verstreken op {write_day(found.until)}{why}. {what}"
    when = "vandaag" if days == 0 else "morgen" if days == 1 else f"over {days} dagen, op {write_day(found.until)}"
    return f"De bewaartermijn van deze casus eindigt {when}{why}. {what}"


def _changed(book: OpenCasebook, case: Case) -> date:
    return book.read(lambda raw: retention.last_changed(raw, case.id)) or case.today
