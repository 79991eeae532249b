"""What changed since the session before: from the journal, with what was taken back cancelled out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests import builders
from tijdlijn.model.documents import Decision, Verdict
from tijdlijn.model.entries import Citation, Source
from tijdlijn.model.links import Link, LinkKind
from tijdlijn.model.people import NameKind
from tijdlijn.model.sessions import Session
from tijdlijn.services import editing, loose_names
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch
from tijdlijn.services.since import Decided, Since, Told, session_before, since, since_session_before

BEFORE = date(2024, 3, 12)


def entry(id_: str, text: str | None, title: str, **more: object) -> builders.Entry:
    return builders.entry("actie", text, title, id=id_, **more)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    """Two entries of long before the session of 12 March 2024: a huisbezoek in 2019 and a melding in 2020.

    Everything that a test does after that is done today.
    """
    with OpenCasebook.create(tmp_path / "a.tijdlijn", "wachtwoord", today=builders.TODAY) as opened:
        batch = Batch(
            sources=(Source("plan", "Plan.pdf"),),
            entries=(entry("bezoek", "2019", "Huisbezoek"), entry("melding", "2020", "Melding")),
        )
        editing.apply(opened, case_of(opened), batch, "Lees in")
        put_at(opened, "2024-03-11T10:00:00.000+00:00")
        yield opened


def test_what_was_decided_about_a_name_is_not_told(book: OpenCasebook) -> None:
    loose_names.decide(book, case_of(book), [("Wilma", NameKind.PERSOON, True)])
    assert since(book, case_of(book), BEFORE) == Since(BEFORE)


def case_of(book: OpenCasebook) -> str:
    return book.cases()[0].id


def put_at(book: OpenCasebook, moment: str) -> None:
    """Have every step that was done so far be done at a moment."""
    book.keep(lambda connection: connection.exec_driver_sql("UPDATE steps SET at = ?", (moment,)))


def changes(book: OpenCasebook) -> Since:
    return since(book, case_of(book), BEFORE)


def change(book: OpenCasebook, id_: str, **fields: object) -> None:
    old = book.case(case_of(book)).entries_by_id[id_]
    editing.change_entries(book, case_of(book), [replace(old, **fields)])


def test_nothing_changed_when_nothing_was_done(book: OpenCasebook) -> None:
    assert changes(book) == Since(BEFORE)
    assert changes(book).is_empty


def test_what_was_put_on_the_timeline_is_told_in_time_order_as_it_is_called_now(book: OpenCasebook) -> None:
    editing.add_entry(book, case_of(book), entry("later", "2022-05", "Crisisdienst"))
    editing.add_entry(book, case_of(book), entry("eerder", "2018", "Aanmeling"))
    change(book, "eerder", title="Aanmelding")

    assert changes(book).added == (Told("eerder", "2018", "Aanmelding"), Told("later", "mei 2022", "Crisisdienst"))
    assert changes(book).changed == ()


def test_of_a_changed_entry_the_fields_are_named_once_with_what_it_was_called(book: OpenCasebook) -> None:
    change(book, "bezoek", title="Huisbezoek door het wijkteam")
    change(book, "bezoek", date=builders.when("2019-03"), details="Moeder deed open.", cost_cents=0)
    change(book, "melding", citations=(Citation("plan", "3"),))

    bezoek, melding = changes(book).changed
    assert bezoek.fields == ("titel", "datum", "toelichting", "kosten")
    assert (bezoek.title, bezoek.was_title) == ("Huisbezoek door het wijkteam", "Huisbezoek")
    assert (bezoek.when, bezoek.was_when) == ("maart 2019", "2019")
    assert (melding.fields, melding.was_title, melding.was_when) == (("bronnen",), "", "")


def test_a_removed_entry_is_told_as_it_was(book: OpenCasebook) -> None:
    editing.delete_entries(book, case_of(book), ["melding"])

    assert changes(book).removed == (Told("melding", "2020", "Melding"),)


def test_what_was_undone_or_changed_back_or_came_and_went_is_not_told(book: OpenCasebook) -> None:
    change(book, "bezoek", title="Anders")
    book.undo()
    editing.delete_entries(book, case_of(book), ["melding"])
    book.undo()
    change(book, "melding", details="x")
    change(book, "melding", details="")
    editing.add_entry(book, case_of(book), entry("even", "2021", "Even"))
    editing.delete_entries(book, case_of(book), ["even"])

    assert changes(book).is_empty


def test_what_was_undone_and_done_again_is_told(book: OpenCasebook) -> None:
    change(book, "bezoek", title="Anders")
    book.undo()
    book.redo()

    assert [one.title for one in changes(book).changed] == ["Anders"]


def test_the_place_among_its_neighbours_alone_is_no_change(book: OpenCasebook) -> None:
    change(book, "bezoek", order=7.5)

    assert changes(book).is_empty


def test_what_was_done_on_the_day_itself_belongs_to_that_session(book: OpenCasebook) -> None:
    change(book, "bezoek", title="Anders")
    put_at(book, "2024-03-12T12:00:00.000+00:00")
    assert changes(book).is_empty

    put_at(book, "2024-03-14T12:00:00.000+00:00")
    assert len(changes(book).added) == 2


def test_what_was_decided_about_a_document_is_counted(book: OpenCasebook) -> None:
    verdicts = [("a", Verdict.ACCEPTED), ("b", Verdict.SKIPPED), ("c", Verdict.SKIPPED), ("d", Verdict.JOINED)]
    decisions = tuple(Decision("plan", key, verdict) for key, verdict in verdicts)
    editing.apply(book, case_of(book), Batch(decisions=decisions), "Beslis")
    editing.apply(book, case_of(book), Batch(removed_decisions=decisions[1:2]), "Neem terug")

    assert changes(book).decided == (Decided("plan", accepted=1, skipped=1, joined=1),)


def test_what_was_chosen_where_sources_differ_is_told(book: OpenCasebook) -> None:
    links = (
        Link("1", LinkKind.GEVOLGD_BOVEN, "bezoek", "melding"),
        Link("2", LinkKind.ANDERE_GEBEURTENIS, "melding", "bezoek"),
        Link("3", LinkKind.LEIDT_TOT, "bezoek", "melding"),
    )
    editing.apply(book, case_of(book), Batch(links=links), "Kies")

    assert changes(book).followed == (("bezoek", "melding"),)
    assert changes(book).apart == (("melding", "bezoek"),)


def test_another_case_of_the_casebook_is_not_looked_at(book: OpenCasebook) -> None:
    other = editing.add_case(book, "Ander gezin").case.id
    editing.add_entry(book, other, entry("vreemd", "2021", "Van een ander"))

    assert changes(book).is_empty
    assert [told.title for told in since(book, other, BEFORE).added] == ["Van een ander"]


def test_the_session_before_is_the_last_on_an_earlier_day() -> None:
    sessions = [Session(id_, date=day) for id_, day in (("b", date(2024, 5, 1)), ("a", BEFORE), ("c", BEFORE))]
    case = builders.case(sessions=(*sessions, Session("nog niet")))

    assert session_before(case, sessions[1]) is None
    assert session_before(case, sessions[0]) in sessions[1:]
    assert session_before(case, case.sessions[-1]) == sessions[0]


def test_without_a_session_before_there_is_nothing_to_tell(book: OpenCasebook) -> None:
    first, second = Session("1", date=BEFORE), Session("2", date=date(2024, 6, 1))
    editing.apply(book, case_of(book), Batch(sessions=(first, second)), "Plan")
    change(book, "bezoek", title="Anders")

    assert since_session_before(book, case_of(book), "1") is None
    assert since_session_before(book, case_of(book), "weg") is None
    told = since_session_before(book, case_of(book), "2")
    assert told
    assert told.day == BEFORE
    assert [one.title for one in told.changed] == ["Anders"]


def test_what_is_told_elsewhere_can_be_left_out() -> None:
    told = Since(BEFORE, added=(Told("a", "2019", "A"), Told("b", "2020", "B")))

    assert [one.entry_id for one in told.without(["a"]).added] == ["b"]
