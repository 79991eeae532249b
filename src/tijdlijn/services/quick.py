"""The facilitator's line becomes an entry, with the persons and parties it names made on the way: one step."""

from __future__ import annotations

from tijdlijn.language.quick_line import NameRef, QuickEntry
from tijdlijn.layout.figures import PREVIEW_ID
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.people import Party, Person
from tijdlijn.model.vocabulary import Sector
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.editing import apply, quoted
from tijdlijn.services.ids import new_id


def preview(case: Case, line: QuickEntry) -> Entry:
    """The entry as it would be, naming only who is known; its id is `PREVIEW_ID`."""
    persons = tuple(ref.known_id for ref in line.persons if ref.known_id)
    parties = tuple(ref.known_id for ref in line.parties if ref.known_id)
    return _entry(case, line, PREVIEW_ID, persons, parties)


def add_quick(book: OpenCasebook, case_id: str, line: QuickEntry) -> Change:
    """Add the entry and whoever it names that is new."""
    batch = named_in(book.case(case_id), line)
    return apply(book, case_id, batch, f"Voeg {quoted(batch.entries[0].title)} toe")


def named_in(case: Case, line: QuickEntry) -> Batch:
    """What a line comes down to: its entry, last of the case, and whoever it names that is new."""
    persons = [(_id(ref), ref) for ref in line.persons]
    parties = [(_id(ref), ref) for ref in line.parties]
    entry = _entry(case, line, new_id(), tuple(id_ for id_, _ in persons), tuple(id_ for id_, _ in parties))
    return Batch(
        persons=tuple(
            Person(id_, ref.name, order=len(case.persons) + place)
            for place, (id_, ref) in enumerate(persons)
            if ref.is_new
        ),
        parties=tuple(
            Party(id_, ref.name, ref.sector or Sector.OVERIG, order=len(case.parties) + place)
            for place, (id_, ref) in enumerate(parties)
            if ref.is_new
        ),
        entries=(entry,),
    )


def _id(ref: NameRef) -> str:
    return ref.known_id or new_id()


def _entry(case: Case, line: QuickEntry, id_: str, persons: tuple[str, ...], parties: tuple[str, ...]) -> Entry:
    return Entry(
        id_,
        line.kind,
        line.title,
        line.date,
        order=max((entry.order for entry in case.entries), default=0.0) + 1.0,
        person_ids=persons,
        party_ids=parties,
        schakelmoment=line.schakelmoment,
    )
