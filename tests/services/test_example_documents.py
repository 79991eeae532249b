"""The documents of the example: they belong to its sources, say what its entries cite, and leave work to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tijdlijn.model.casebook import Case
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.dossier import document, filed
from tijdlijn.services.example import EXAMPLE_PASSPHRASE, make_example
from tijdlijn.services.passages import passage_place
from tijdlijn.services.reviewing import family_of, review


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenCasebook]:
    path: Path = tmp_path_factory.mktemp("example") / "voorbeeld.tijdlijn"
    make_example(path)
    with OpenCasebook.open(path, EXAMPLE_PASSPHRASE) as opened:
        yield opened


@pytest.fixture(scope="module")
def case(book: OpenCasebook) -> Case:
    return book.case(book.cases()[0].id)


def test_every_document_belongs_to_a_source_that_entries_cite(book: OpenCasebook, case: Case) -> None:
    cited = {citation.source_id for entry in case.entries for citation in entry.citations}
    documents = filed(book, case.id)
    assert len(documents) >= 7
    assert {one.source_id for one in documents} <= cited
    assert {one.format for one in documents} == {"docx", "pdf", "xlsx", "eml"}


def test_what_entries_cite_of_a_document_stands_in_it_on_that_page(book: OpenCasebook, case: Case) -> None:
    placed = 0
    for one in filed(book, case.id):
        text = document(book, case.id, one.source_id)
        assert text is not None
        for citation in (c for entry in case.entries for c in entry.citations if c.source_id == one.source_id):
            if not citation.passage:
                continue
            place = passage_place(text, citation)
            assert place is not None, citation.passage
            assert not text.pages or text.page_at(place[0]) == int(citation.page), citation.passage
            placed += 1
    assert placed >= 11


def test_there_is_something_to_decide_in_each_and_some_is_on_the_timeline_already(
    book: OpenCasebook, case: Case
) -> None:
    family = family_of(book, case.id)
    items = [item for one in filed(book, case.id) for item in review(book, case.id, one.source_id, family=family).items]
    for one in filed(book, case.id):
        assert review(book, case.id, one.source_id, family=family).open, one.name
    assert sum(bool(item.same) for item in items) > 20
    assert sum(item.is_open and not item.same for item in items) > 20
