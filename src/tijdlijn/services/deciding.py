"""What a person decides about what a document may add: accept, skip, join, reopen.

The rule: nothing becomes an entry without somebody saying so. Every decision is one step, and one undo takes back all
of it: the entry, whom it brought, what it cites and that it was decided.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tijdlijn.dossier.candidates import Candidate, Family
from tijdlijn.model.casebook import Case
from tijdlijn.model.documents import Decision, Verdict
from tijdlijn.model.entries import Citation, Entry
from tijdlijn.model.problems import Problem
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.drafting import Draft, Drafted, Drafting, citation_of, entry_of, settled
from tijdlijn.services.editing import apply, quoted
from tijdlijn.services.reviewing import check_source
from tijdlijn.storage import documents

NO_FAMILY = Family()
NO_ENTRY = "De gekozen regel staat niet meer op de tijdlijn; er is niets gewijzigd. Kies een andere regel."


def accept(
    book: OpenCasebook,
    case_id: str,
    source_id: str,
    candidate: Candidate,
    edited: Entry | Drafted | None = None,
    *,
    family: Family = NO_FAMILY,
) -> Change:
    """Make an entry of a candidate, with whoever it names that is new; one step.

    `edited` is the entry as somebody changed it, with the records it brings when it is a draft; only those it still
    names come along. The entry gets an id and a place of its own. One that was accepted or joined already is not put
    twice: reopen it first.
    """
    case = book.case(case_id)
    check_source(case, source_id)
    draft = entry_of(case, candidate, family)
    own: Drafted = Draft(edited) if isinstance(edited, Entry) else edited or draft
    batch = settled(case, own)
    (entry,) = batch.entries
    entry = replace(entry, id=draft.entry.id, order=draft.entry.order, citations=_with(entry, source_id, candidate))
    step = f"Neem {quoted(entry.title or entry.kind.label)} over"
    if _is_taken(book, case, source_id, candidate):
        return Change(case, step)
    decision = Decision(source_id, candidate.key, Verdict.ACCEPTED, entry.id)
    return apply(book, case_id, replace(batch, entries=(entry,), decisions=(decision,)), step)


def accept_all(
    book: OpenCasebook, case_id: str, source_id: str, candidates: Sequence[Candidate], *, family: Family = NO_FAMILY
) -> Change:
    """Make entries of candidates as one step; those that were accepted or joined already are passed over."""
    case = book.case(case_id)
    source = check_source(case, source_id)
    taken = _taken(book, case, source_id)
    drafting = Drafting(case, family)
    chosen = {candidate.key: candidate for candidate in candidates if candidate.key not in taken}
    drafts = [(candidate, drafting.draft(candidate)) for candidate in chosen.values()]
    batch = Batch(
        persons=tuple({person.id: person for _, draft in drafts for person in draft.persons}.values()),
        parties=tuple({party.id: party for _, draft in drafts for party in draft.parties}.values()),
        workers=tuple({worker.id: worker for _, draft in drafts for worker in draft.workers}.values()),
        entries=tuple(replace(draft.entry, citations=(citation_of(source_id, one),)) for one, draft in drafts),
        decisions=tuple(Decision(source_id, one.key, Verdict.ACCEPTED, draft.entry.id) for one, draft in drafts),
    )
    count = f"{len(drafts)} {'regel' if len(drafts) == 1 else 'regels'}"
    return apply(book, case_id, batch, f"Neem {count} over uit {quoted(source)}")


def skip(book: OpenCasebook, case_id: str, source_id: str, *candidates: Candidate) -> Change:
    """Say that these candidates add nothing; one step."""
    case = book.case(case_id)
    check_source(case, source_id)
    made = _decisions(book, case_id, source_id)
    skipped = [Decision(source_id, candidate.key, Verdict.SKIPPED) for candidate in candidates]
    fresh = tuple(decision for decision in skipped if made.get(decision.key) != decision)
    return apply(book, case_id, Batch(decisions=fresh), f"Sla {_named(candidates)} over")


def reopen(book: OpenCasebook, case_id: str, source_id: str, *candidates: Candidate) -> Change:
    """Take back what was decided about these candidates; one step. Entries that came of it stay as they are."""
    made = _decisions(book, case_id, source_id)
    gone = tuple(made[candidate.key] for candidate in candidates if candidate.key in made)
    return apply(book, case_id, Batch(removed_decisions=gone), f"Leg {_named(candidates)} opnieuw voor")


def join(
    book: OpenCasebook,
    case_id: str,
    source_id: str,
    candidate: Candidate,
    entry_id: str,
    *,
    family: Family = NO_FAMILY,
) -> Change:
    """Let an entry rest on this passage too, and fill in what the entry does not say; its date stays as it is.

    An entry without any date gets the candidate's. Raises Problem when the entry is not there (any more).
    """
    case = book.case(case_id)
    source = check_source(case, source_id)
    entry = case.entries_by_id.get(entry_id)
    if entry is None:
        raise Problem(NO_ENTRY)
    draft = entry_of(case, candidate, family)
    filled = _filled(entry, draft.entry)
    batch = settled(case, replace(draft, entry=replace(filled, citations=_with(entry, source_id, candidate))))
    decision = Decision(source_id, candidate.key, Verdict.JOINED, entry_id)
    if _decisions(book, case_id, source_id).get(candidate.key) != decision:
        batch = replace(batch, decisions=(decision,))
    more = " en vul aan" if filled != entry else ""
    title = quoted(entry.title or entry.kind.label)
    return apply(book, case_id, batch, f"Voeg bron {quoted(source)} toe aan {title}{more}")


_FILLED = ("date", "person_ids", "party_ids", "worker_ids", "kader", "form", "aimed_at", "schakelmoment")


def _filled(entry: Entry, draft: Entry) -> Entry:
    """The entry with what it leaves empty as the draft says it. A date that could not be read is a date."""
    empty = [name for name in _FILLED if not getattr(entry, name) and getattr(draft, name)]
    if entry.unread_date and "date" in empty:
        empty.remove("date")
    return replace(entry, **{name: getattr(draft, name) for name in empty})


def _with(entry: Entry, source_id: str, candidate: Candidate) -> tuple[Citation, ...]:
    """The citations of an entry, with that of the candidate; one that says no passage of this source gives way."""
    cited = citation_of(source_id, candidate)
    others = [one for one in entry.citations if one not in (cited, Citation(source_id))]
    return (*others, cited)


def _decisions(book: OpenCasebook, case_id: str, source_id: str) -> Mapping[str, Decision]:
    found = book.read(lambda raw: documents.decisions(raw, case_id, source_id))
    return {decision.key: decision for decision in found}


def _taken(book: OpenCasebook, case: Case, source_id: str) -> set[str]:
    """The keys of the candidates whose entry is on the timeline."""
    return {key for key, made in _decisions(book, case.id, source_id).items() if made.entry_id in case.entries_by_id}


def _is_taken(book: OpenCasebook, case: Case, source_id: str, candidate: Candidate) -> bool:
    return candidate.key in _taken(book, case, source_id)


def _named(candidates: Sequence[Candidate]) -> str:
    if len(candidates) != 1:
        return f"{len(candidates)} vondsten"
    return quoted(candidates[0].title or candidates[0].words)
