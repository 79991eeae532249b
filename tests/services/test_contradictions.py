"""Deciding about two accounts: follow one, keep them apart, take that back; each is one step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import TODAY, entry
from tijdlijn.analysis.contradictions import find_contradictions
from tijdlijn.model.entries import Citation, Source
from tijdlijn.model.links import LinkKind
from tijdlijn.model.problems import Problem
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.contradictions import follow, forget, keep_apart, kept_apart


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    with OpenCasebook.create(tmp_path / "a.tijdlijn", "voorbeeld", title="Gezin Proef", today=TODAY) as made:
        yield made


@pytest.fixture
def case_id(book: OpenCasebook) -> str:
    own = book.cases()[0].id
    accounts = [
        entry("gebeurtenis", when, "Ouders uit elkaar", id=id_, citations=(Citation(id_),))
        for id_, when in (("a", "2015-06"), ("b", "2015-08"), ("c", "2015-10"))
    ]
    batch = editing.Batch(sources=tuple(Source(id_, id_) for id_ in "abc"), entries=tuple(accounts))
    editing.apply(book, own, batch, "Begin")
    return own


def followed(book: OpenCasebook, case_id: str) -> list[tuple[str, str, str]]:
    return [(p.first_id, p.second_id, p.followed_id) for p in find_contradictions(book.case(case_id))]


def test_one_account_is_followed_above_all_others_in_one_step(book: OpenCasebook, case_id: str) -> None:
    change = follow(book, case_id, "b", ["a", "c"])
    assert change.step == "Volg 'Ouders uit elkaar' waar bronnen verschillen"
    assert followed(book, case_id) == [("a", "b", "b"), ("a", "c", ""), ("b", "c", "b")]
    book.undo()
    assert book.case(case_id).links == ()


def test_the_other_is_followed_instead(book: OpenCasebook, case_id: str) -> None:
    follow(book, case_id, "b", ["a"])
    follow(book, case_id, "a", ["b"])
    assert [(link.from_id, link.to_id) for link in book.case(case_id).links] == [("a", "b")]


def test_following_it_twice_changes_nothing(book: OpenCasebook, case_id: str) -> None:
    follow(book, case_id, "b", ["a"])
    steps = len(book.history())
    follow(book, case_id, "b", ["a"])
    assert len(book.history()) == steps


def test_two_events_are_remembered_and_taken_back(book: OpenCasebook, case_id: str) -> None:
    follow(book, case_id, "a", ["b"])
    keep_apart(book, case_id, "b", ["a"])
    case = book.case(case_id)
    assert [link.kind for link in case.links] == [LinkKind.ANDERE_GEBEURTENIS]
    assert followed(book, case_id) == [("a", "c", ""), ("b", "c", "")]
    assert (kept_apart(case, "a"), kept_apart(case, "b"), kept_apart(case, "c")) == (("b",), ("a",), ())
    forget(book, case_id, "a", ["b"])
    assert ("a", "b", "") in followed(book, case_id)


def test_the_entries_themselves_stay_as_they_are(book: OpenCasebook, case_id: str) -> None:
    before = book.case(case_id).entries
    follow(book, case_id, "b", ["a"])
    assert book.case(case_id).entries == before


def test_what_was_decided_goes_with_its_entry_and_comes_back_with_it(book: OpenCasebook, case_id: str) -> None:
    follow(book, case_id, "b", ["a"])
    editing.delete_entries(book, case_id, ["a"])
    assert book.case(case_id).links == ()
    book.undo()
    assert followed(book, case_id)[0] == ("a", "b", "b")


@pytest.mark.parametrize(("one", "others"), [("a", ["weg"]), ("weg", ["a"]), ("a", []), ("a", ["a"])])
def test_nothing_is_decided_about_what_is_not_there(
    book: OpenCasebook, case_id: str, one: str, others: list[str]
) -> None:
    for verb in (follow, keep_apart):
        with pytest.raises(Problem):
            verb(book, case_id, one, others)
    assert book.case(case_id).links == ()
