"""A whole dossier beside the timeline that a careful reader made of it: its sources find their documents."""

import csv
from pathlib import Path

import pytest

from tests.builders import TODAY
from tijdlijn.model.entries import Citation
from tijdlijn.services import dossier, importing, reviewing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.passages import passage_place

TERPSTRA = Path(__file__).parents[3] / "shared" / "data" / "terpstra"
pytestmark = pytest.mark.skipif(not TERPSTRA.is_dir(), reason="the shared data is not here")


@pytest.fixture
def book(tmp_path):
    with OpenCasebook.create(tmp_path / "a.tijdlijn", "voorbeeld", title="Terpstra", today=TODAY) as made:
        yield made


def test_the_sources_of_a_table_find_their_documents_and_each_passage_its_place(book):
    case_id = book.cases()[0].id
    tables = importing.read_files([TERPSTRA / "persons.csv", TERPSTRA / "entries.csv"])
    importing.commit_import(book, importing.plan_import(book, case_id, tables))
    before = {source.title: source.id for source in book.case(case_id).sources}
    read = dossier.read_files([TERPSTRA / "dossier"])
    assert (len(read.documents), read.problems) == (10, ())
    case = dossier.file_documents(book, case_id, read).case
    assert {source.title: source.id for source in case.sources}.items() >= before.items()
    assert len(case.sources) == 10
    assert {person.name for person in case.persons} <= {
        one.name for one in reviewing.family_of(book, case_id).relatives
    }
    with (TERPSTRA / "gold.csv").open(encoding="utf-8-sig", newline="") as file:
        told = [row for row in csv.DictReader(file) if row["quote"] and row["source_file"]]
    ids = {source.title: source.id for source in case.sources}
    for row in told:
        document = dossier.document(book, case_id, ids[row["source_file"]])
        place = passage_place(document, Citation(ids[row["source_file"]], "", row["quote"], int(row["char_start"])))
        assert place is not None, row["quote"]
        assert abs(place[0] - int(row["char_start"])) <= 200, row["quote"]
