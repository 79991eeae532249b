"""The right of access: everything about one person, with the names of all others hidden, as one file.

The rule: who is named is found by all spellings of the name, as for pseudonyms; the others go through the same hiding,
from which only this person is left out (`session_names.masked`). Made in memory, in the log before it is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tijdlijn.language.pseudonyms import Pseudonyms, pseudonyms_for, texts_of
from tijdlijn.layout.document import Item
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.people import Person, Worker
from tijdlijn.model.problems import Problem
from tijdlijn.model.progress import Progress, unwatched
from tijdlijn.model.sessions import Session
from tijdlijn.report.access import KIND, Found, access_items
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.files import name_for
from tijdlijn.services.session_names import masked
from tijdlijn.services.text_documents import Document, export_document

GONE = "Deze persoon staat niet (meer) in de casus; er is niets geschreven. Kies een andere persoon."


def subjects(case: Case) -> tuple[Person | Worker, ...]:
    """Who can ask: the family first, then those who worked with it."""
    return (*case.persons, *case.workers)


def file_name(case: Case) -> str:
    """A name for the file, without its ending and without the person."""
    return name_for("inzage", case.code)


def found_about(case: Case, who_id: str) -> Found:
    """What the case holds about a person or worker. Raises Problem when there is none with this id."""
    _known(case, who_id)
    names = pseudonyms_for(case, who_id)
    entries = {one.id for one in case.entries if _is_linked(one, who_id) or _names(names, one)}
    named = {one.id: _named_in(one, names) for one in case.sessions}
    attended = {one.id for one in case.sessions if any(names.names_kept(each.name) for each in one.attendees)}
    rest = [one for one in case.entries if one.id not in entries]
    surname = sum(any(map(names.may_name_kept, texts_of(one))) for one in rest)
    return Found(
        frozenset(entries),
        frozenset(attended | {id_ for id_, is_named in named.items() if is_named}),
        frozenset(attended),
        frozenset(one.id for one in case.reflections if one.entry_id in entries or _names(names, one)),
        frozenset(one.id for one in case.actions if who_id in one.person_ids or _names(names, one)),
        frozenset(one.id for one in case.consents if names.names_kept(one.who)),
        frozenset(_answers(case.sessions, names)),
        surname,
        len(rest) - surname,
        sum(names.names_kept(one.notes) for one in case.sessions),
        frozenset(
            one.id
            for one in case.scenarios
            if any(effect.person_id == who_id for effect in one.effects) or _names(names, one)
        ),
    )


def _known(case: Case, who_id: str) -> Person | Worker:
    found = case.persons_by_id.get(who_id) or case.workers_by_id.get(who_id)
    if found is None:
        raise Problem(GONE)
    return found


def _is_linked(entry: Entry, who_id: str) -> bool:
    return who_id in entry.person_ids or who_id in entry.worker_ids


def _names(names: Pseudonyms, record: object) -> bool:
    return any(map(names.names_kept, texts_of(record)))


def _named_in(session: Session, names: Pseudonyms) -> bool:
    """Whether what a session is for, or what was answered there, names the person; not the notes of who led it."""
    told = (session.aim, session.title, *(text for one in session.questions for text in (one.answer, one.family)))
    return any(map(names.names_kept, told))


def _answers(sessions: Iterable[Session], names: Pseudonyms) -> Iterator[tuple[str, int]]:
    for session in sessions:
        for at, question in enumerate(session.questions):
            if names.names_kept(question.answer) or names.names_kept(question.family):
                yield session.id, at


def items_about(case: Case, who_id: str) -> tuple[Case, tuple[Item, ...]]:
    """The case with everybody else hidden, and the document made of it. Raises Problem when nobody has this id."""
    found = found_about(case, who_id)
    hidden, _ = masked(case, keep=who_id)
    return hidden, access_items(hidden, _known(hidden, who_id), found, case.today)


def access_document(case: Case, who_id: str) -> Document:
    """The document about one person. Raises Problem when nobody has this id."""
    hidden, items = items_about(case, who_id)
    return Document(KIND, hidden, items, is_masked=True)


def export_access(
    book: OpenCasebook, case_id: str, who_id: str, path: Path, password: str = "", progress: Progress = unwatched
) -> None:
    """Write everything about one person to a file, by its ending. Raises Problem; then what was there still is."""
    export_document(
        book, case_id, path, "inzage", lambda: access_document(book.case(case_id), who_id), password, progress
    )
