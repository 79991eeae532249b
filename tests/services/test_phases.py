"""Phases: named parts of a life that never overlap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.builders import TODAY
from tijdlijn.model.problems import Problem
from tijdlijn.model.sessions import Phase
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.phases import delete_phase, divide, keep_phase

FIRST, SECOND = date(2012, 1, 1), date(2016, 5, 1)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    with OpenCasebook.create(tmp_path / "a.tijdlijn", "voorbeeld", title="Gezin Proef", today=TODAY) as made:
        yield made


@pytest.fixture
def case_id(book: OpenCasebook) -> str:
    return book.cases()[0].id


def test_a_life_is_divided_in_one_step_in_the_place_of_what_was_there(book: OpenCasebook, case_id: str) -> None:
    keep_phase(book, case_id, Phase("oud", "Oud", date(2010, 1, 1)))
    change = divide(book, case_id, [(SECOND, "Alleen  met moeder "), (FIRST, "Samen")])
    assert change.step == "Deel het leven in fasen"
    assert [(one.name, one.start) for one in change.case.phases_in_order] == [
        ("Samen", FIRST),
        ("Alleen met moeder", SECOND),
    ]
    undone = book.undo()
    assert undone is not None
    assert [one.id for one in undone.case.phases] == ["oud"]


def test_a_phase_is_kept_changed_and_taken_out(book: OpenCasebook, case_id: str) -> None:
    assert keep_phase(book, case_id, Phase("a", "Samen", FIRST)).step == "Fase 'Samen'"
    case = keep_phase(book, case_id, Phase("a", "Samen thuis", FIRST, SECOND)).case
    assert case.phases == (Phase("a", "Samen thuis", FIRST, SECOND),)
    change = delete_phase(book, case_id, "a")
    assert (change.step, change.case.phases) == ("Verwijder fase 'Samen thuis'", ())


@pytest.mark.parametrize(
    ("phase", "words"),
    [
        (Phase("b", " ", SECOND), "heeft een naam nodig"),
        (Phase("b", "Later", FIRST), "begint al een fase op die dag"),
        (Phase("b", "Later", SECOND, FIRST), "eindigen voor zij begint"),
    ],
)
def test_a_phase_that_cannot_be_is_refused_and_nothing_changes(
    book: OpenCasebook, case_id: str, phase: Phase, words: str
) -> None:
    before = keep_phase(book, case_id, Phase("a", "Samen", FIRST)).case
    with pytest.raises(Problem, match=words):
        keep_phase(book, case_id, phase)
    assert book.case(case_id) == before


def test_a_division_that_cannot_be_is_refused(book: OpenCasebook, case_id: str) -> None:
    with pytest.raises(Problem, match="begint al"):
        divide(book, case_id, [(FIRST, "Een"), (FIRST, "Twee")])
    with pytest.raises(Problem, match="naam nodig"):
        divide(book, case_id, [(FIRST, "Een"), (SECOND, "")])
    assert book.case(case_id).phases == ()
