"""What is said of a finding: one step, one mark, with a reason where one is needed, and undone as any other step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.builders import TODAY, entry
from tijdlijn.analysis.finding import Finding, FindingKind
from tijdlijn.analysis.findings import analyse
from tijdlijn.model.problems import Problem
from tijdlijn.model.understanding import Judgement
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.judging import judge, take_back


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    with OpenCasebook.create(tmp_path / "a.tijdlijn", "voorbeeld", title="Gezin Proef", today=TODAY) as made:
        editing.add_entry(made, made.cases()[0].id, entry("interventie", "2016-01-01/2016-12-31", id="h"))
        editing.add_entry(made, made.cases()[0].id, entry("interventie", "2018-03-01/2025-12-31", id="i"))
        yield made


@pytest.fixture
def case_id(book: OpenCasebook) -> str:
    return book.cases()[0].id


def gap(book: OpenCasebook) -> Finding:
    found = analyse(book.case(book.cases()[0].id)).findings
    return next(one for one in found if one.kind is FindingKind.GAT)


def test_it_is_one_step_that_says_what_was_said(book: OpenCasebook, case_id: str) -> None:
    steps = len(book.history())
    change = judge(book, case_id, gap(book), Judgement.BESPROKEN)
    assert change.step.startswith("Bevinding besproken: 'Van 1 januari 2017")
    assert len(book.history()) == steps + 1
    (mark,) = change.case.marks
    assert (mark.judgement, mark.on, mark.kind, mark.first_day) == (
        Judgement.BESPROKEN,
        TODAY,
        "gat",
        date(2017, 1, 1),
    )
    undone = book.undo()
    assert undone is not None
    assert undone.case.marks == ()


def test_it_is_there_again_when_the_casebook_is_opened_again(book: OpenCasebook, case_id: str) -> None:
    judge(book, case_id, gap(book), Judgement.NIET_RELEVANT, " moeder   was op reis ")
    path = book.path
    book.close()
    with OpenCasebook.open(path, "voorbeeld", today=TODAY) as again:
        (mark,) = again.case(case_id).marks
        assert mark.reason == "moeder was op reis"
        assert analyse(again.case(case_id)).set_aside == (gap(again),)


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_without_a_reason_nothing_is_called_not_relevant(book: OpenCasebook, case_id: str, reason: str) -> None:
    with pytest.raises(Problem, match="Typ een reden"):
        judge(book, case_id, gap(book), Judgement.NIET_RELEVANT, reason)
    assert book.case(case_id).marks == ()


def test_who_says_something_else_says_it_in_place_of_that(book: OpenCasebook, case_id: str) -> None:
    (first,) = judge(book, case_id, gap(book), Judgement.BESPROKEN).case.marks
    (second,) = judge(book, case_id, gap(book), Judgement.NIET_RELEVANT, "dubbel").case.marks
    assert second.id == first.id
    assert second.judgement is Judgement.NIET_RELEVANT


def test_a_mark_of_a_finding_that_moved_is_replaced_and_not_doubled(book: OpenCasebook, case_id: str) -> None:
    (first,) = judge(book, case_id, gap(book), Judgement.BESPROKEN).case.marks
    editing.add_entry(book, case_id, entry("contact", "2017-01-01"))
    moved = gap(book)
    assert moved.id != first.finding_id
    marked = analyse(book.case(case_id)).marks.of[moved.id]
    assert marked.then == first.words
    (second,) = judge(book, case_id, moved, Judgement.BESPROKEN, instead=marked.mark_id).case.marks
    assert (second.id, second.finding_id, second.words) == (first.id, moved.id, moved.sentence)


def test_taking_back_opens_it_again(book: OpenCasebook, case_id: str) -> None:
    (mark,) = judge(book, case_id, gap(book), Judgement.BESPROKEN).case.marks
    change = take_back(book, case_id, mark.id)
    assert change.step.startswith("Bevinding weer open: 'Van 1 januari")
    assert change.case.marks == ()
    steps = len(book.history())
    take_back(book, case_id, mark.id)
    assert len(book.history()) == steps
