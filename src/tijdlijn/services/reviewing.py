"""What a document may add to the timeline, with what was decided about it and what the timeline has already.

The rule: looking changes nothing; `deciding.py` is for that. A decision is known by the words of its passage, so that a
newer version of a document asks only what is new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from tijdlijn.dossier.candidates import Candidate, Family, PartyFound, Profile, Relative
from tijdlijn.dossier.reading import ReadingCancelled
from tijdlijn.model.casebook import Case
from tijdlijn.model.documents import Decision, Document, Verdict
from tijdlijn.model.entries import Citation
from tijdlijn.model.problems import Problem
from tijdlijn.services import dossier
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.drafting import Drafting, citation_of
from tijdlijn.services.likeness import Likeness
from tijdlijn.services.passages import passage_place
from tijdlijn.storage import documents

Cancelled = Callable[[], bool]

CHILD = "kind"
GONE = "Dit document staat niet (meer) in het casusboek; er is niets gewijzigd. Lees het opnieuw."
NO_TEXT = "Van dit document zijn alleen de passages bewaard. Lees het bestand opnieuw om het door te nemen."
STOPPED = "Het doornemen is gestopt; er is niets gewijzigd."


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A candidate and what became of it.

    `verdict` is None while somebody still has to decide, also when the entry that came of it was deleted. `entry_id` is
    the entry that it became or was joined with. `same` are entries that may tell the same, the likeliest first;
    `conflicting` are entries that tell the same event on days that exclude this one. Both are for what is open.
    """

    candidate: Candidate
    verdict: Verdict | None = None
    entry_id: str = ""
    same: tuple[str, ...] = ()
    conflicting: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to decide: not for a date that is no event of this family."""
        return self.verdict is None and self.candidate.is_fact


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of the document by an entry, and where in the text `[start, end)` its passage stands now."""

    entry_id: str
    citation: Citation
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Review:
    """A document with all that it may add, in the order of its text, and what entries cite of it already."""

    source_id: str
    document: Document
    profile: Profile
    items: tuple[Reviewed, ...]
    cited: tuple[Cited, ...]

    @property
    def open(self) -> tuple[Reviewed, ...]:
        """What still has to be decided."""
        return tuple(item for item in self.items if item.is_open)

    @property
    def progress(self) -> tuple[int, int]:
        """How many of how many candidates are decided; dates that are no event count only when they are."""
        asked = [item for item in self.items if item.is_open or item.verdict is not None]
        return sum(not item.is_open for item in asked), len(asked)


# Looking


def family_of(book: OpenCasebook, case_id: str, cancelled: Cancelled = lambda: False) -> Family:
    """Whom the documents of a case may speak of: who is known, and whom the kept texts themselves tell of.

    Reads every text: ask once, and again after documents were added. Raises ReadingCancelled.
    """
    from tijdlijn.dossier.family import family_in

    known = known_family(book.case(case_id))
    return family_in(tuple(dossier.text_documents(book, case_id, cancelled)), known)


def known_family(case: Case) -> Family:
    """The persons, parties and professionals of a case."""
    return Family(
        tuple(
            Relative(person.name, person.role, person.birth, person.is_focus or person.role == CHILD)
            for person in case.persons
        ),
        tuple(PartyFound(party.name, party.sector) for party in case.parties),
        tuple(worker.name for worker in case.workers),
    )


def review(
    book: OpenCasebook,
    case_id: str,
    source_id: str,
    cancelled: Cancelled = lambda: False,
    *,
    document: Document | None = None,
    family: Family | None = None,
    found: Sequence[Candidate] | None = None,
) -> Review:
    """All that a document may add, with what was decided about it.

    `document` is for one of which the text is not kept but that was just read; `family` and `found` (the candidates of
    the same text, profile and family) save looking for them again.
    Raises Problem when there is no text to look through, and ReadingCancelled.
    """
    from tijdlijn.dossier.finding import find_candidates

    case = book.case(case_id)
    check_source(case, source_id)
    text = document or dossier.document(book, case_id, source_id)
    if text is None:
        raise Problem(NO_TEXT)
    whom = family_of(book, case_id, cancelled) if family is None else family
    about = dossier.profile(case, source_id)
    candidates = find_candidates(text, about, whom) if found is None else found
    _check(cancelled)
    cited = _cited(case, source_id, text)
    states = _states(case, cited, book.read(lambda raw: documents.decisions(raw, case_id, source_id)))
    likeness = Likeness(case, ((one.entry_id, one.start, one.end) for one in cited))
    drafting = Drafting(case, whom)
    items = []
    for candidate in candidates:
        _check(cancelled)
        verdict, entry_id = states(candidate)
        item = Reviewed(candidate, verdict, entry_id)
        items.append(_compared(item, source_id, drafting, likeness) if item.is_open else item)
    return Review(source_id, text, about, tuple(items), cited)


def by_hand(document: Document, start: int, end: int, profile: Profile, family: Family) -> Candidate:
    """A candidate made of words that somebody selected."""
    from tijdlijn.dossier.finding import candidate_at

    return candidate_at(document, profile, family, start, end)


def _compared(item: Reviewed, source_id: str, drafting: Drafting, likeness: Likeness) -> Reviewed:
    candidate = item.candidate
    entry = drafting.draft(candidate).entry
    entry = replace(entry, citations=(citation_of(source_id, candidate),))
    same = likeness.same(entry, (candidate.passage_start, candidate.passage_end))
    return replace(item, same=same, conflicting=likeness.conflicting(entry))


def _cited(case: Case, source_id: str, document: Document) -> tuple[Cited, ...]:
    found = (
        Cited(entry.id, citation, *place)
        for entry in case.timeline
        for citation in entry.citations
        if citation.source_id == source_id and (place := passage_place(document, citation))
    )
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _states(
    case: Case, cited: Sequence[Cited], decisions: Iterable[Decision]
) -> Callable[[Candidate], tuple[Verdict | None, str]]:
    """What was decided about a candidate, as far as it still holds."""
    made = {decision.key: decision for decision in decisions}
    of_others = {decision.entry_id for decision in made.values()}

    def state(candidate: Candidate) -> tuple[Verdict | None, str]:
        decision = made.get(candidate.key)
        if decision is None:
            return None, ""
        if decision.verdict is Verdict.SKIPPED or decision.entry_id in case.entries_by_id:
            return decision.verdict, decision.entry_id
        heir = _heir(candidate, cited, of_others)
        return (Verdict.JOINED, heir) if heir else (None, "")

    return state


def _heir(candidate: Candidate, cited: Sequence[Cited], of_others: set[str]) -> str:
    """The entry that took over the passage of one that is gone, as when two were joined on the timeline."""
    passages = (one for one in cited if one.citation.passage == candidate.passage and one.entry_id not in of_others)
    return next((one.entry_id for one in passages), "")


def check_source(case: Case, source_id: str) -> str:
    """The title of the source. Raises Problem when it is gone."""
    source = case.sources_by_id.get(source_id)
    if source is None:
        raise Problem(GONE)
    return source.title


def _check(cancelled: Cancelled) -> None:
    if cancelled():
        raise ReadingCancelled(STOPPED)


__all__ = [
    "Cited",
    "Review",
    "Reviewed",
    "by_hand",
    "family_of",
    "known_family",
    "review",
]
