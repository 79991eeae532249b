"""A party and its professionals in one step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import entry, party
from tijdlijn.model.people import Worker
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.people import put_party_with_workers

KOMPAS = party("Kompas")
RUUD, LINDA = Worker("ruud", "Ruud"), Worker("linda", "Linda")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    with OpenCasebook.create(tmp_path / "proef.tijdlijn", "wachtwoord") as made:
        put_party_with_workers(made, made.cases()[0].id, KOMPAS, (RUUD, LINDA))
        yield made


def case_id(book: OpenCasebook) -> str:
    return book.cases()[0].id


def test_a_party_comes_with_its_workers_in_one_step(book: OpenCasebook) -> None:
    case = book.case(case_id(book))
    assert [(worker.name, worker.party_id) for worker in case.workers] == [("Ruud", "kompas"), ("Linda", "kompas")]
    assert book.undo_name == "Voeg partij 'Kompas' toe"
    book.undo()
    assert (book.case(case.id).parties, book.case(case.id).workers) == ((), ())


def test_who_is_not_named_goes_out_of_the_entries_that_name_him_and_only_there(book: OpenCasebook) -> None:
    both = entry("contact", "2020", "samen", parties="kompas", worker_ids=("ruud", "linda"), id="samen")
    other = entry("contact", "2021", "anders", worker_ids=("linda",), id="anders")
    editing.add_entries(book, case_id(book), (both, other))
    change = put_party_with_workers(book, case_id(book), KOMPAS, (LINDA,))
    assert change.case.entries_by_id["samen"].worker_ids == ("linda",)
    assert change.entry_ids == ("samen",)
    assert set(change.case.workers_by_id) == {"linda"}
    book.undo()
    assert book.case(case_id(book)).entries_by_id["samen"].worker_ids == ("ruud", "linda")


def test_the_same_again_makes_no_step(book: OpenCasebook) -> None:
    steps = book.history()
    put_party_with_workers(book, case_id(book), KOMPAS, book.case(case_id(book)).workers)
    assert book.history() == steps
