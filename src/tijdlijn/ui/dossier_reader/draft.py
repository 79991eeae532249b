"""The entry that a candidate would become, as somebody changes it before accepting. Pure.

The rule: a draft lives in a snapshot of its own, in which the parties and persons that it would bring exist already;
only those that it still names when it is accepted come along (`services.drafting`).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TypeVar

from tijdlijn.dossier.candidates import Candidate, Family
from tijdlijn.language.dates_nl import DateContext, read
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Entry
from tijdlijn.model.people import Party, Person, Worker
from tijdlijn.services.drafting import entry_of
from tijdlijn.ui.inspector.field import Edited

_R = TypeVar("_R", Person, Party, Worker)


@dataclass(frozen=True)
class Draft:
    """An entry that is not on the timeline, in the snapshot `case` that holds all that it names.

    `base` is the snapshot of the casebook that it was made from; `made` the entry as it was proposed.
    """

    base: Case
    case: Case
    entry: Entry
    made: Entry

    @property
    def is_changed(self) -> bool:
        """Whether somebody changed what was proposed."""
        return self.entry != self.made

    @property
    def persons(self) -> tuple[Person, ...]:
        """The persons that it would bring."""
        return _brought(self.case.persons, self.base.persons_by_id.keys())

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties that it would bring."""
        return _brought(self.case.parties, self.base.parties_by_id.keys())

    @property
    def workers(self) -> tuple[Worker, ...]:
        """The professionals that it would bring."""
        return _brought(self.case.workers, self.base.workers_by_id.keys())

    def edited(self, edited: Edited) -> Draft:
        """As a field of the inspector changed it."""
        case = self.case.with_changes(
            persons=(*self.case.persons, *edited.persons),
            parties=(*self.case.parties, *edited.parties),
            workers=(*self.case.workers, *edited.workers),
        )
        return replace(self, case=case, entry=edited.change(self.entry))

    def rebased(self, case: Case) -> Draft:
        """The same draft for a later snapshot of the casebook."""
        within = case.with_changes(
            persons=(*case.persons, *(person for person in self.persons if person.id not in case.persons_by_id)),
            parties=(*case.parties, *(party for party in self.parties if party.id not in case.parties_by_id)),
            workers=(*case.workers, *(worker for worker in self.workers if worker.id not in case.workers_by_id)),
        )
        return replace(self, base=case, case=within)


def _brought(records: tuple[_R, ...], known: Collection[str]) -> tuple[_R, ...]:
    return tuple(record for record in records if record.id not in known)


def draft_of(case: Case, candidate: Candidate, family: Family) -> Draft:
    """The entry that a candidate would become in a case."""
    made = entry_of(case, candidate, family)
    within = case.with_changes(
        persons=(*case.persons, *made.persons),
        parties=(*case.parties, *made.parties),
        workers=(*case.workers, *made.workers),
    )
    return Draft(case, within, made.entry, made.entry)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to the question of a candidate: whose birth its words count from, and the date that follows."""

    person: Person
    date: UncertainDate


def answers(draft: Draft, words: str) -> tuple[Answer, ...]:
    """What words without a date mean for each person that they can be about, and whose birth is known.

    That is whom the draft names; when it names nobody, every child. Empty when the words count from no birth.
    """
    case = draft.case
    if read(words, DateContext(today=case.today)) is not None:
        return ()
    named = [case.persons_by_id[id_] for id_ in draft.made.person_ids]
    found = []
    for person in named or case.focus:
        date = read(words, DateContext(today=case.today, birth=person.birth)) if person.birth else None
        if date is not None:
            found.append(Answer(person, date))
    return tuple(found)


def answered(draft: Draft, answer: Answer) -> Draft:
    """The draft with this answer: its date, and the person along with whom it names."""
    ids = draft.entry.person_ids
    named = ids if answer.person.id in ids else (*ids, answer.person.id)
    return replace(draft, entry=replace(draft.entry, date=answer.date, unread_date="", person_ids=named))
