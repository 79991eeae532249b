"""Dated facts of documents without a casebook: what `tijdlijn read` gives (design 3, Commands).

The rule: the documents are read together, as they tell of one family: a date of birth in one dates an age in another.
Nothing is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tijdlijn.dossier.candidates import Candidate
from tijdlijn.dossier.family import family_in
from tijdlijn.dossier.finding import find_candidates
from tijdlijn.language.date_words import write
from tijdlijn.model.dates import DatePoint, Ending, Precision, UncertainDate
from tijdlijn.model.documents import Document
from tijdlijn.model.problems import Problem
from tijdlijn.services.dossier import read_files


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """A document and the candidates in it, in the order of its text."""

    document: Document
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class FactsRead:
    """What was found, and what could not be read."""

    documents: tuple[DocumentFacts, ...]
    problems: tuple[Problem, ...]


def find_facts(paths: Sequence[Path]) -> FactsRead:
    """The candidates in these documents. One that cannot be read is a problem in the result; the others are read."""
    read = read_files(paths)
    family = family_in(tuple(file.document for file in read.documents))
    found = (
        DocumentFacts(file.document, find_candidates(file.document, file.profile, family)) for file in read.documents
    )
    return FactsRead(tuple(found), read.problems)


# As JSON


def records(found: FactsRead) -> list[dict[str, Any]]:
    """The records of `read --json`. A begin whose end stands elsewhere comes twice: as it is said, and as a period."""
    return [
        _record(facts.document, candidate, when)
        for facts in found.documents
        for candidate in facts.candidates
        for when in ((candidate.said, candidate.date) if candidate.said else (candidate.date,))
    ]


def _record(document: Document, candidate: Candidate, when: UncertainDate | None) -> dict[str, Any]:
    return {
        "document": document.name,
        "page": candidate.page,
        "char_start": candidate.start,
        "char_end": candidate.end,
        "words": candidate.words,
        "date": None if when is None else plain_edtf(when),
        "kind": candidate.kind,
        "title": candidate.title,
        "persons": list(candidate.persons),
        "parties": [party.name for party in candidate.parties],
        "passage": candidate.passage,
        "passage_start": candidate.passage_start,
        "passage_end": candidate.passage_end,
        "basis": candidate.basis,
        "explained": candidate.explained,
        "question": candidate.question,
        "fact": candidate.is_fact,
        "sectors": [party.sector for party in candidate.parties],
        "worker": candidate.worker,
        "kader": candidate.kader,
        "form": candidate.form,
        "schakelmoment": candidate.schakelmoment,
        "aimed_at": candidate.aimed_at,
        "reasons": list(candidate.reasons),
    }


def plain_edtf(when: UncertainDate) -> str:
    """The date in EDTF of levels 0 and 1: one of several days becomes the interval of those days."""
    if when.end is None:
        assert when.start is not None
        return "/".join(_days(when.start)) if when.start.precision is Precision.RANGE else when.start.edtf
    first = when.edtf.partition("/")[0] if when.start is None else _days(when.start)[0]
    last = when.end.value if isinstance(when.end, Ending) else _days(when.end)[-1]
    return f"{first}/{last}"


def _days(point: DatePoint) -> tuple[str, ...]:
    if point.precision is not Precision.RANGE:
        return (point.edtf,)
    mark = "?" if point.uncertain else ""
    return (f"{point.earliest}{mark}", f"{point.latest}{mark}")


# In words


def read_lines(found: FactsRead) -> Iterator[str]:
    """The facts for a reader, one a line in the order of time, and what is asked."""
    facts = [(one.document, c) for one in found.documents for c in one.candidates if c.is_fact]
    dated = sorted(
        ((document, c) for document, c in facts if c.date),
        key=lambda pair: pair[1].date.earliest if pair[1].date else date.max,
    )
    for document, candidate in dated:
        assert candidate.date is not None
        kind = candidate.kind.label if candidate.kind else "?"
        yield f"{write(candidate.date)}  {kind}: {candidate.title}  ({_place(document, candidate)})"
    for document, candidate in facts:
        if candidate.date is None:
            yield f"datum?  {candidate.title}  ({_place(document, candidate)}): {candidate.question}"
    others = sum(not c.is_fact for one in found.documents for c in one.candidates)
    yield f"{len(facts)} gedateerde feiten in {len(found.documents)} documenten; {others} datums zijn geen feit."
    for one in found.documents:
        yield from (f"{one.document.name}: {notice}" for notice in one.document.notices)


def _place(document: Document, candidate: Candidate) -> str:
    page = "" if candidate.page is None else f", p. {candidate.page}"
    return f"{document.name}{page}"
