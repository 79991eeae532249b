"""What is told while a story is presented becomes an entry with the session as its source; and how far it was told."""

from __future__ import annotations

from dataclasses import replace

from tijdlijn.language.quick_line import QuickEntry
from tijdlijn.model.problems import Problem
from tijdlijn.model.sessions import Attendee
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.editing import apply, quoted
from tijdlijn.services.quick import named_in
from tijdlijn.services.sessions import GONE, told_in
from tijdlijn.storage import meetings


def add_told_line(
    book: OpenCasebook, case_id: str, line: QuickEntry, session_id: str, by: Attendee | None = None
) -> Change:
    """Add what somebody tells in a session, and whoever it names that is new. Raises Problem when the session is
    gone."""
    case = book.case(case_id)
    session = case.sessions_by_id.get(session_id)
    if session is None:
        raise Problem(GONE)
    named = named_in(case, line)
    told: Batch = told_in(case, session, named.entries[0], by)
    batch = replace(named, entries=told.entries, sources=told.sources, sessions=told.sessions)
    return apply(book, case_id, batch, f"Voeg {quoted(told.entries[0].title)} toe, in de bijeenkomst")


def told_up_to(book: OpenCasebook, case_id: str, session_id: str) -> str:
    """The entry up to which the story of a session was told; empty when it was not, or from the begin."""
    return book.read(lambda raw: meetings.place(raw, case_id, session_id))


def keep_told_up_to(book: OpenCasebook, case_id: str, session_id: str, entry_id: str) -> None:
    """Remember how far a story was told, so that it goes on from there after whatever happened. No step."""
    book.keep(lambda connection: meetings.keep_place(connection, case_id, session_id, entry_id))
