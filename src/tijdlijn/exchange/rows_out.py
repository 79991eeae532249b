"""A case as rows of text in the columns of the contract (design 3), which every written table and the JSON share.

The rule: what stands here is read back as the same records. Columns that the contract does not have (`words`,
`notes`, and `source 2` for a second source) come after those it has.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from tijdlijn.exchange.cells import joined, money
from tijdlijn.exchange.columns import CITATION_COLUMNS, ENTRY_COLUMNS, ID_COLUMN, TableKind
from tijdlijn.exchange.date_columns import columns_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.people import Party, Person

Cells = dict[str, str]


def entry_columns(case: Case) -> tuple[str, ...]:
    """The columns of the entries table of this case: as many sources as its best documented entry has."""
    most = max((len(entry.citations) for entry in case.entries), default=1)
    return (
        *ENTRY_COLUMNS,
        *(f"{column} {number}" for number in range(2, most + 1) for column in CITATION_COLUMNS),
    )


def entry_rows(case: Case) -> Iterator[Cells]:
    """One row an entry, in time order, undated entries among their neighbours; only what an entry says."""
    for entry in case.timeline:
        yield entry_cells(case, entry)


def known_rows(case: Case) -> Iterator[Cells]:
    """The rows of `entry_rows`, each with the id of its entry, by which it is known again when it comes back."""
    for entry in case.timeline:
        yield {**entry_cells(case, entry), ID_COLUMN: entry.id}


def entry_cells(case: Case, entry: Entry) -> Cells:
    """What one entry says, by column."""
    return {column: text for column, text in _entry(case, entry).items() if text}


def _entry(case: Case, entry: Entry) -> Cells:
    date, end, words = columns_of(entry.date, entry.kind)
    cells = {
        "date": date,
        "end": end,
        "kind": entry.kind.value,
        "title": entry.title,
        "details": entry.details,
        "persons": joined(person.name for person in case.persons_of(entry)),
        "parties": joined(party_name(party) for party in case.parties_of(entry)),
        "worker": joined(worker.name for worker in case.workers_named(entry)),
        "kader": _code(entry.kader),
        "weight": _code(entry.weight),
        "form": _code(entry.form),
        "aimed_at": _code(entry.aimed_at),
        "domains": joined(entry.domains),
        "schakelmoment": entry.schakelmoment,
        "goal": entry.goal,
        "outcome": entry.outcome,
        "voice": entry.voice.value,
        "helped": _code(entry.helped),
        "cost": "" if entry.cost_cents is None else money(entry.cost_cents),
        "rate": f"{money(entry.rate.cents)}/{entry.rate.unit.value}" if entry.rate else "",
        "payer": _code(entry.payer),
        "cost_source": entry.cost_source,
        "scenario": entry.scenario,
        "words": words or entry.unread_date,
        "notes": entry.notes,
    }
    for number, citation in enumerate(entry.citations, start=1):
        told = (case.sources_by_id[citation.source_id].title, citation.page, citation.passage)
        behind = f" {number}" if number > 1 else ""
        cells.update({column + behind: text for column, text in zip(CITATION_COLUMNS, told, strict=True)})
    return cells


def person_rows(case: Case) -> Iterator[Cells]:
    """One row a person."""
    for person in case.persons:
        yield _person(person)


def party_rows(case: Case) -> Iterator[Cells]:
    """One row a party, with its professionals."""
    for party in case.parties:
        yield {
            "name": party.name,
            "sector": party.sector.value,
            "pseudonym": party.pseudonym,
            "workers": joined(worker.name for worker in case.workers_of(party.id)),
            "notes": party.notes,
        }


def party_name(party: Party) -> str:
    """`name (sector)`, as the `parties` column has it."""
    return f"{party.name} ({party.sector.value})"


SHEETS = {TableKind.PERSONS: person_rows, TableKind.PARTIES: party_rows}


def _person(person: Person) -> Cells:
    birth = person.birth
    return {
        "name": person.name,
        "role": person.role,
        "birth": birth.edtf if birth else "",
        "focus": "ja" if person.is_focus else "nee",
        "pseudonym": person.pseudonym,
        "notes": person.notes,
    }


def _code(code: StrEnum | None) -> str:
    return code.value if code else ""
