"""How often the rules say of a passage what a careful reader put on the timeline (the figures of issue 4)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dossier.naming_gold import Judged, documents_of, judged
from tijdlijn.dossier.family import family_in
from tijdlijn.dossier.profiles import profile_of

DOSSIER = Path(__file__).parents[2].parent / "shared" / "data" / "terpstra"
pytestmark = pytest.mark.skipif(not DOSSIER.exists(), reason="the example dossier is not here")


@pytest.fixture(scope="module")
def entries() -> list[Judged]:
    return list(judged(DOSSIER))


def share(right: list[bool]) -> float:
    return sum(right) / len(right)


def test_the_party_is_right_in_85_of_100_entries(entries: list[Judged]) -> None:
    named = [entry for entry in entries if entry.row["organisation"]]
    assert share([entry.party_among for entry in named]) >= 0.9
    assert share([entry.party_first for entry in named]) >= 0.85


def test_where_a_reader_names_no_party_there_is_none(entries: list[Judged]) -> None:
    assert share([not entry.parties for entry in entries if not entry.row["organisation"]]) >= 0.9


def test_the_kind_is_right_in_70_of_100_entries(entries: list[Judged]) -> None:
    assert share([entry.kind_same for entry in entries]) >= 0.7
    assert share([entry.kind_alike for entry in entries]) >= 0.8


def test_every_entry_has_a_title_and_a_reason(entries: list[Judged]) -> None:
    assert all(entry.title and len(entry.title) <= 70 for entry in entries)
    assert all(entry.what.reasons for entry in entries if entry.what.kind)


def test_the_family_is_the_one_that_a_reader_found() -> None:
    family = family_in(documents_of(DOSSIER))
    assert [(one.name, one.role, one.birth.edtf if one.birth else "") for one in family.relatives] == [
        ("Noor", "kind", "2009-05-14"),
        ("Sem", "kind", "2012-11-02"),
        ("Marieke", "moeder", "1986"),
        ("Deniz", "vader", ""),
        ("Rob", "partner van moeder", ""),
    ]


def test_every_document_knows_its_genre_and_no_day_has_a_wrong_year() -> None:
    rows = (DOSSIER / "files.csv").read_text(encoding="utf-8").splitlines()[1:]
    wanted = {row.split(",")[0]: row.split(",") for row in rows}
    for document in documents_of(DOSSIER):
        found = profile_of(document)
        _, genre, _, day = wanted[document.name]
        assert found.genre == genre
        assert found.day is None if day == "row" else found.day and found.day.edtf[:4] == day[:4]
