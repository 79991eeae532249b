"""Taking back what was decided about a candidate, long after it was decided: `undo` only takes back the last step.

The rule: what came of the decision goes with it, and nothing else. An entry that meanwhile rests on other passages too
stays, and loses this one.
"""

from __future__ import annotations

from dataclasses import replace

from tijdlijn.dossier.candidates import Candidate
from tijdlijn.model.casebook import Case
from tijdlijn.model.documents import Decision, Verdict
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.drafting import citation_of
from tijdlijn.services.editing import apply, quoted
from tijdlijn.services.reviewing import Reviewed


def take_back(book: OpenCasebook, case_id: str, source_id: str, item: Reviewed) -> Change:
    """Open a candidate again as if nothing had been decided about it; one step.

    The entry that was made of it is deleted when it rests on this passage alone; an entry that it was joined with is
    kept without this passage, and with what was filled in.
    """
    case, said = book.case(case_id), item.candidate
    step = f"Leg {quoted(said.title or said.words)} opnieuw voor"
    if item.verdict is None:
        return Change(case, step)
    decision = Decision(source_id, said.key, item.verdict, item.entry_id)
    return apply(book, case_id, replace(_undone(case, source_id, said, item), removed_decisions=(decision,)), step)


def _undone(case: Case, source_id: str, candidate: Candidate, item: Reviewed) -> Batch:
    entry = case.entries_by_id.get(item.entry_id)
    if entry is None or item.verdict is Verdict.SKIPPED:
        return Batch()
    cited = citation_of(source_id, candidate)
    others = tuple(citation for citation in entry.citations if citation != cited)
    if item.verdict is Verdict.ACCEPTED and not others:
        return Batch(removed=(entry.id,))
    return Batch(entries=(replace(entry, citations=others),))
