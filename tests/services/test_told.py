"""What somebody tells in a session: an entry with the session as its source, and the voice of who told it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tijdlijn.language.quick_entry import parse_quick
from tijdlijn.language.quick_line import KnownNames, QuickEntry
from tijdlijn.model.entries import SourceKind
from tijdlijn.model.problems import Problem
from tijdlijn.model.sessions import Attendee, AttendsAs, SessionKind
from tijdlijn.model.vocabulary import Voice
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.sessions import add_session, added_in
from tijdlijn.services.told import add_told_line, keep_told_up_to, told_up_to

MOTHER = Attendee("Petra", "", "moeder", AttendsAs.OUDER)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    with OpenCasebook.create(tmp_path / "gezin.tijdlijn", "wachtwoord", title="Gezin", today=date(2024, 3, 12)) as made:
        yield made


def line_of(book: OpenCasebook, text: str) -> QuickEntry:
    return parse_quick(text, KnownNames.of_case(book.case(book.cases()[0].id)))


def test_it_has_the_session_as_its_oral_source_and_the_voice_of_who_tells(book: OpenCasebook) -> None:
    id_ = book.cases()[0].id
    session, _ = add_session(book, id_, SessionKind.ACTIELEREN, date(2024, 3, 12))
    change = add_told_line(
        book, id_, line_of(book, "mei 2018 signaal buurvrouw belt @Kompas #Noor"), session.id, MOTHER
    )
    case = change.case
    entry = case.entries_by_id[change.entry_ids[0]]
    source = case.sources_by_id[entry.citations[0].source_id]
    assert (source.kind, source.title) == (SourceKind.MONDELING, "Mondeling, bijeenkomst 12 maart 2024")
    assert entry.voice is Voice.GEZIN
    assert entry.citations[0].passage == "Ingebracht door Petra (moeder)"
    assert [party.name for party in case.parties_of(entry)] == ["Kompas"]
    assert added_in(case, case.sessions_by_id[session.id]) == (entry,)


def test_a_second_line_has_the_same_source_and_nobody_in_particular_told_it(book: OpenCasebook) -> None:
    id_ = book.cases()[0].id
    session, _ = add_session(book, id_, SessionKind.ACTIELEREN, date(2024, 3, 12))
    add_told_line(book, id_, line_of(book, "mei 2018 signaal buurvrouw belt"), session.id, MOTHER)
    case = add_told_line(book, id_, line_of(book, "juni 2018 contact huisbezoek"), session.id).case
    assert len(case.sources) == 1
    visit = next(entry for entry in case.entries if entry.title == "huisbezoek")
    assert (visit.voice, visit.citations[0].passage) == (Voice.DOSSIER, "")


def test_it_is_one_step_that_undo_takes_back_whole(book: OpenCasebook) -> None:
    id_ = book.cases()[0].id
    session, before = add_session(book, id_, SessionKind.ACTIELEREN, date(2024, 3, 12))
    add_told_line(book, id_, line_of(book, "mei 2018 signaal buurvrouw belt @Kompas"), session.id, MOTHER)
    book.undo()
    assert book.case(id_) == before.case


def test_a_session_that_is_gone_is_told(book: OpenCasebook) -> None:
    with pytest.raises(Problem, match="bijeenkomst"):
        add_told_line(book, book.cases()[0].id, line_of(book, "mei 2018 signaal belt"), "weg", None)


def test_how_far_a_story_was_told_is_remembered_without_a_step(book: OpenCasebook, tmp_path: Path) -> None:
    id_ = book.cases()[0].id
    session, _ = add_session(book, id_, SessionKind.ACTIELEREN)
    name = book.undo_name
    assert told_up_to(book, id_, session.id) == ""
    for entry_id in ("e1", "e2"):
        keep_told_up_to(book, id_, session.id, entry_id)
    assert book.undo_name == name
    path = book.path
    book.close()
    with OpenCasebook.open(path, "wachtwoord") as again:
        assert told_up_to(again, id_, session.id) == "e2"
