"""What a user does with the life ahead: take a proposal over, on its own day or another, or turn it down and take that
back.

The rule: a proposal is worked out anew each time (`analysis.ahead`); only what somebody said of it is kept. Each verb
is one step.
"""

from __future__ import annotations

from tijdlijn.analysis.ahead import Proposal, entry_for, find_ahead
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.problems import Problem
from tijdlijn.model.understanding import Foreseen, Uptake
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.editing import apply, quoted
from tijdlijn.services.ids import new_id

GONE = "Dit wordt niet meer voorgesteld; er is niets gewijzigd. Kijk bij Vooruit wat er nu staat."


def accept(book: OpenCasebook, case_id: str, rule_id: str, when: UncertainDate | None = None) -> Change:
    """Put a proposal on the timeline as an expected line, on its own day or another.

    Raises Problem when it is not proposed (any more).
    """
    case = book.case(case_id)
    proposal = _proposed(case, rule_id)
    made = entry_for(proposal, new_id(), when)
    taken = Foreseen(_id_of(case, rule_id), rule_id, Uptake.ACCEPTED, made.id)
    return apply(book, case_id, Batch(entries=(made,), foreseen=(taken,)), f"Neem over: {quoted(proposal.title)}")


def dismiss(book: OpenCasebook, case_id: str, rule_id: str, reason: str = "") -> Change:
    """Turn a proposal down, with a reason. Raises Problem when it is not proposed (any more)."""
    case = book.case(case_id)
    proposal = _proposed(case, rule_id)
    said = Foreseen(_id_of(case, rule_id), rule_id, Uptake.DISMISSED, reason=reason.strip())
    return apply(book, case_id, Batch(foreseen=(said,)), f"Wijs af: {quoted(proposal.title)}")


def take_back(book: OpenCasebook, case_id: str, rule_id: str) -> Change:
    """Propose again what was turned down; nothing happens when it was not."""
    case = book.case(case_id)
    gone = [one for one in case.foreseen if one.rule_id == rule_id and one.verdict is Uptake.DISMISSED]
    title = next((one.title for one in find_ahead(case).dismissed if one.rule_id == rule_id), "voorstel")
    batch = Batch(removed_foreseen=tuple(one.id for one in gone))
    return apply(book, case_id, batch, f"Stel weer voor: {quoted(title)}")


def _proposed(case: Case, rule_id: str) -> Proposal:
    found = next((one for one in find_ahead(case).proposals if one.rule_id == rule_id), None)
    if found is None:
        raise Problem(GONE)
    return found


def _id_of(case: Case, rule_id: str) -> str:
    """The id of what was said of a proposal before, so that it is said once."""
    return next((one.id for one in case.foreseen if one.rule_id == rule_id), "") or new_id()
