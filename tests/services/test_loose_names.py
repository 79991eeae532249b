"""What is decided about names that nobody registered: kept once for a name, in one step, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import TODAY
from tijdlijn.model.people import NameKind
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.loose_names import decide, withdraw

WILMA = ("Wilma", NameKind.PERSOON, True)
TERP = ("De  Terp ", NameKind.PLAATS, True)
FRIDAY = ("Vrijdag", NameKind.PERSOON, False)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    with OpenCasebook.create(tmp_path / "a.tijdlijn", "voorbeeld", title="Gezin Proef", today=TODAY) as made:
        yield made


@pytest.fixture
def case_id(book: OpenCasebook) -> str:
    return book.cases()[0].id


def kept(book: OpenCasebook, case_id: str) -> list[tuple[str, NameKind, bool]]:
    return [(one.name, one.what, one.is_hidden) for one in book.case(case_id).loose_names]


def test_all_that_was_decided_is_one_step_and_comes_back_after_opening(book: OpenCasebook, case_id: str) -> None:
    change = decide(book, case_id, [WILMA, TERP, FRIDAY])
    assert change.step == "Namen nagekeken: 2 vervangen, 1 blijft staan"
    assert change.people_changed
    book.close()
    with OpenCasebook.open(book.path, "voorbeeld", today=TODAY) as again:
        assert kept(again, case_id) == [WILMA, ("De Terp", NameKind.PLAATS, True), FRIDAY]
        again.undo()
        assert kept(again, case_id) == []
        again.redo()
        assert len(kept(again, case_id)) == 3


@pytest.mark.parametrize(
    ("decided", "step"),
    [
        ([WILMA], "Namen nagekeken: 1 vervangen"),
        ([FRIDAY], "Namen nagekeken: 1 blijft staan"),
        ([FRIDAY, ("Maan", NameKind.PLAATS, False)], "Namen nagekeken: 2 blijven staan"),
    ],
)
def test_the_step_says_how_many_and_names_nobody(
    book: OpenCasebook, case_id: str, decided: list[tuple[str, NameKind, bool]], step: str
) -> None:
    assert decide(book, case_id, decided).step == step
    assert all(name not in one.name for one in book.history() for name, _, _ in decided)


def test_a_name_is_decided_about_once_however_it_is_spelled(book: OpenCasebook, case_id: str) -> None:
    (first,) = decide(book, case_id, [("Wílma", NameKind.PERSOON, True)]).case.loose_names
    change = decide(book, case_id, [("WILMA ", NameKind.ORGANISATIE, False)])
    (second,) = change.case.loose_names
    assert (second.id, second.name) == (first.id, "Wílma")
    assert (second.what, second.is_hidden) == (NameKind.ORGANISATIE, False)
    assert change.step == "Namen nagekeken: 1 blijft staan"


def test_of_a_name_that_comes_twice_the_last_decision_counts(book: OpenCasebook, case_id: str) -> None:
    decide(book, case_id, [WILMA, ("wilma", NameKind.PERSOON, False), (" 12 -", NameKind.PLAATS, True)])
    assert kept(book, case_id) == [("Wilma", NameKind.PERSOON, False)]


def test_what_was_decided_already_is_no_step(book: OpenCasebook, case_id: str) -> None:
    decide(book, case_id, [WILMA, FRIDAY])
    steps = len(book.history())
    decide(book, case_id, [WILMA])
    decide(book, case_id, [])
    withdraw(book, case_id, ["weg"])
    assert len(book.history()) == steps


def test_decisions_are_withdrawn_in_one_step(book: OpenCasebook, case_id: str) -> None:
    ids = [one.id for one in decide(book, case_id, [WILMA, TERP, FRIDAY]).case.loose_names]
    assert withdraw(book, case_id, [ids[0], "weg", ids[0]]).step == "Neem het besluit over een naam terug"
    assert withdraw(book, case_id, ids).step == "Neem het besluit over 2 namen terug"
    assert kept(book, case_id) == []
    book.undo()
    book.undo()
    assert len(kept(book, case_id)) == 3


def test_a_case_that_goes_and_comes_back_has_them_again(book: OpenCasebook, case_id: str) -> None:
    decide(book, case_id, [WILMA, FRIDAY])
    before = book.case(case_id)
    editing.add_case(book, "Ander")
    editing.delete_case(book, case_id)
    assert book.read(lambda raw: raw.execute("SELECT count(*) FROM loose_names").fetchone()) == (0,)
    book.undo()
    assert book.case(case_id) == before


def test_a_copy_has_them_too(book: OpenCasebook, case_id: str, tmp_path: Path) -> None:
    decide(book, case_id, [WILMA])
    book.copy(tmp_path / "kopie.tijdlijn")
    with OpenCasebook.open(tmp_path / "kopie.tijdlijn", "voorbeeld", today=TODAY) as copy:
        assert kept(copy, case_id) == [WILMA]
