"""How long a case is kept: what terms propose, what somebody chose, and what is said when the day nears."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.books import book_of, logged
from tests.builders import case, entry
from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.model.retention import TERMS, WORKING_COPY, CountsFrom, Term, later, months_told, proposed
from tijdlijn.model.sessions import Consent, Session
from tijdlijn.services import retention
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.storage.audit import Event

CHANGED = date(2025, 3, 31)


def family(**more: object) -> Case:
    return case(entry("contact", "2019-05-01", "Gesprek"), **more)  # type: ignore[arg-type]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    with book_of(family(today=date.today()), tmp_path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("counts_from", "months", "expected"),
    [
        (CountsFrom.CHANGE, 6, date(2025, 9, 30)),
        (CountsFrom.SESSION, 6, date(2024, 9, 12)),
        (CountsFrom.CONTACT, 240, date(2045, 3, 31)),
        (CountsFrom.WITHDRAWAL, 1, date(2025, 2, 28)),
    ],
)
def test_a_term_counts_from_what_it_says(counts_from: CountsFrom, months: int, expected: date) -> None:
    given_ = Consent("1", "bespreken", "Moeder", date(2024, 1, 1), withdrawn=date(2025, 1, 31))
    known = family(sessions=(Session("s", date=date(2024, 3, 12)),), consents=(given_,))
    assert proposed(known, Term("x", months, counts_from), CHANGED) == expected


def test_contact_counts_when_it_is_later_than_the_change_and_never_lies_in_the_future() -> None:
    term = Term("x", 12, CountsFrom.CONTACT)
    recent = case(entry("contact", "2025-11-01"), today=date(2026, 1, 1))
    assert proposed(recent, term, CHANGED) == date(2026, 11, 1)
    planned = case(entry("contact", "2030-11-01"), today=date(2026, 1, 1))
    assert proposed(planned, term, CHANGED) == date(2027, 1, 1)
    assert proposed(case(), term, CHANGED) == date(2026, 3, 31)


def test_what_did_not_happen_proposes_nothing_and_no_session_counts_from_the_change() -> None:
    assert proposed(family(), Term("x", 1, CountsFrom.WITHDRAWAL), CHANGED) is None
    assert proposed(family(), WORKING_COPY, CHANGED) == date(2025, 9, 30)


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(1, 1_200))
def test_so_many_months_later_is_in_that_month(day: date, months: int) -> None:
    found = later(day, months)
    assert (found.year - day.year) * 12 + found.month - day.month == months
    assert found.day <= day.day
    assert found.day == day.day or (found + timedelta(1)).day == 1


def test_months_are_told_as_people_do() -> None:
    assert [months_told(number) for number in (1, 6, 12, 240, 18)] == [
        "1 maand",
        "6 maanden",
        "1 jaar",
        "20 jaar",
        "18 maanden",
    ]
    assert WORKING_COPY.words == "Werkkopie: 6 maanden na de laatste bijeenkomst"


def test_a_case_begins_as_a_working_copy(book: OpenCasebook) -> None:
    found = retention.kept(book, book.case("c"))
    assert not found.is_chosen
    assert found.until == later(date.today(), 6)
    assert "Werkkopie" in found.why
    assert retention.warning(book, book.case("c")) == ""


def test_a_chosen_day_is_a_step_that_can_be_taken_back_and_is_in_the_log(book: OpenCasebook, tmp_path: Path) -> None:
    retention.set_day(book, "c", date(2046, 1, 1), "  Jeugdhulp,  20 jaar ")
    assert (book.case("c").destroy_by, book.case("c").retention) == (date(2046, 1, 1), "Jeugdhulp, 20 jaar")
    assert logged(book, Event.CHANGED)[-1].detail["what"] == "bewaren"
    assert book.undo_name == "Bewaar tot 1 januari 2046"
    book.undo()
    assert book.case("c").destroy_by is None
    book.redo()
    path = book.path
    book.close()
    with OpenCasebook.open(path, "wachtwoord") as again:
        assert (again.case("c").destroy_by, again.case("c").retention) == (date(2046, 1, 1), "Jeugdhulp, 20 jaar")
        assert len(again.case("c").entries) == 1


def test_without_a_day_there_are_no_words_either(book: OpenCasebook) -> None:
    retention.set_day(book, "c", date(2046, 1, 1), "Jeugdhulp")
    retention.set_day(book, "c", None, "Jeugdhulp")
    assert (book.case("c").destroy_by, book.case("c").retention) == (None, "")
    before = len(book.history())
    retention.set_day(book, "c", None)
    assert len(book.history()) == before


@pytest.mark.parametrize(
    ("days", "said"),
    [(31, ""), (30, "over 30 dagen"), (1, "morgen"), (0, "eindigt vandaag"), (-1, "is verstreken op")],
)
def test_it_is_told_thirty_days_before_and_after(book: OpenCasebook, days: int, said: str) -> None:
    today = book.case("c").today
    retention.set_day(book, "c", today + timedelta(days), "Klacht")
    told = retention.warning(book, book.case("c"))
    assert bool(told) is bool(said)
    assert said in told
    if said:
        assert "(Klacht)" in told
        assert "Voorgoed wissen staat in het menu Bestand" in told


def test_a_working_copy_that_nobody_looked_at_is_told_of_too(book: OpenCasebook) -> None:
    old = replace(book.case("c"), today=later(date.today(), 7))
    assert "is verstreken" in retention.warning(book, old)


def test_terms_can_be_changed_for_a_casebook_and_left_to_the_program_again(book: OpenCasebook) -> None:
    assert retention.terms(book) == TERMS
    own = (Term(" Werkkopie ", 3, CountsFrom.CHANGE), Term("Onderzoek", 60, CountsFrom.SESSION))
    retention.keep_terms(book, own)
    assert retention.terms(book) == (Term("Werkkopie", 3, CountsFrom.CHANGE), own[1])
    assert retention.kept(book, book.case("c")).until == later(date.today(), 3)
    assert logged(book, Event.CHANGED)[-1].detail == {"what": "termijnen", "terms": 2}
    retention.keep_terms(book, ())
    assert retention.terms(book) == TERMS


@pytest.mark.parametrize(
    "wrong",
    [
        (Term(" ", 3, CountsFrom.CHANGE),),
        (Term("A", 3, CountsFrom.CHANGE), Term("a", 4, CountsFrom.CHANGE)),
        (Term("A", 0, CountsFrom.CHANGE),),
        (Term("A", 1_201, CountsFrom.CHANGE),),
    ],
)
def test_a_term_that_makes_no_sense_changes_nothing(book: OpenCasebook, wrong: tuple[Term, ...]) -> None:
    with pytest.raises(Problem, match="niets bewaard"):
        retention.keep_terms(book, wrong)
    assert retention.terms(book) == TERMS


def test_the_day_goes_along_in_a_package(book: OpenCasebook, tmp_path: Path) -> None:
    from tijdlijn.services.packaging_case import unpack, write_package

    retention.set_day(book, "c", date(2046, 1, 1), "Jeugdhulp")
    write_package(book, "c", tmp_path / "uit.tijdlijn-pakket", "zebra vader")
    taken = unpack(book, tmp_path / "uit.tijdlijn-pakket", "zebra vader").change.case
    assert (taken.destroy_by, taken.retention) == (date(2046, 1, 1), "Jeugdhulp")
