"""What a user does with the phases of a life: divide it, name the parts, move their borders.

The rule: phases are kept as one whole. They do not overlap: a phase ends where the next begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.model.sessions import Phase
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.editing import apply, quoted
from tijdlijn.services.ids import new_id

SAME_DAY = "Er begint al een fase op die dag; er is niets gewijzigd. Kies een andere dag."
NO_NAME = "Een fase heeft een naam nodig; er is niets bewaard. Typ een naam, bijvoorbeeld 'De scheiding'."
ENDS_FIRST = "Een fase kan niet eindigen voor zij begint; er is niets gewijzigd. Kies een latere dag."


def keep_phase(book: OpenCasebook, case_id: str, phase: Phase) -> Change:
    """Keep a phase, new or changed.

    Raises Problem when it has no name, begins on the day of another or ends before it begins.
    """
    _check(book.case(case_id), phase)
    return apply(book, case_id, Batch(phases=(phase,)), f"Fase {quoted(phase.name)}")


def delete_phase(book: OpenCasebook, case_id: str, id_: str) -> Change:
    """Take a phase out; the one before it runs on to the next."""
    gone = [phase for phase in book.case(case_id).phases if phase.id == id_]
    step = " ".join(("Verwijder fase", *(quoted(phase.name) for phase in gone)))
    return apply(book, case_id, Batch(removed_phases=(id_,)), step)


def divide(book: OpenCasebook, case_id: str, named: Sequence[tuple[date, str]]) -> Change:
    """Put phases that begin on these days, with these names, in the place of all that are there, as one step.

    Raises Problem when a name is missing or two begin on the same day.
    """
    if len({day for day, _ in named}) < len(named):
        raise Problem(SAME_DAY)
    if any(not name.strip() for _, name in named):
        raise Problem(NO_NAME)
    fresh = tuple(Phase(new_id(), " ".join(name.split()), day) for day, name in named)
    gone = tuple(phase.id for phase in book.case(case_id).phases)
    return apply(book, case_id, Batch(phases=fresh, removed_phases=gone), "Deel het leven in fasen")


def _check(case: Case, phase: Phase) -> None:
    if not phase.name.strip():
        raise Problem(NO_NAME)
    if any(other.id != phase.id and other.start == phase.start for other in case.phases):
        raise Problem(SAME_DAY)
    if phase.end is not None and phase.end < phase.start:
        raise Problem(ENDS_FIRST)
