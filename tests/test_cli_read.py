"""`tijdlijn read`: dated facts of documents, for people and for scripts (design 3, Commands)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tijdlijn.cli import main

LETTER = (
    "Overdracht wijkteam Noord\nDatum: 16 oktober 2019\nKinderen: Tim (geb. 17-06-2011).\n"
    "Op 3 mei 2018 is Tim aangemeld bij De Brug. In juli van dat jaar startte de begeleiding.\n"
    "Gisteren belde school. Op zijn zevende liep Tim weg."
)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "overdracht.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


def test_json_has_every_date_with_its_place(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(letter), "--json"]) == 0
    records = json.loads(capsys.readouterr().out)
    told = {record["words"]: record for record in records}
    assert told["3 mei 2018"]["date"] == "2018-05-03"
    assert told["3 mei 2018"]["persons"] == ["Tim"]
    assert told["juli van dat jaar"]["date"] == "2018-07"
    assert told["juli van dat jaar"]["basis"] == "eerder"
    assert (told["Gisteren"]["date"], told["Gisteren"]["basis"]) == ("2019-10-15", "notitie")
    assert told["Op zijn zevende"]["date"] == "2018-06-17/2019-06-16"
    for record in records:
        assert LETTER[record["char_start"] : record["char_end"]] == record["words"]
        assert LETTER[record["passage_start"] : record["passage_end"]] == record["passage"]
        assert record["document"] == "overdracht.txt"


def test_text_prints_what_the_offsets_count(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--text", str(letter)]) == 0
    assert capsys.readouterr().out == LETTER + "\n"


def test_people_get_the_facts_in_order_of_time(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(letter)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("17 juni 2011")
    assert any(line.startswith("3 mei 2018") and "overdracht.txt" in line for line in lines)
    assert lines[-1].endswith("datums zijn geen feit.")


def test_a_document_that_cannot_be_read_is_said_and_the_others_are_read(
    letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged = tmp_path / "kapot.docx"
    damaged.write_bytes(b"PK\x03\x04 geen archief")
    assert main(["read", str(letter), str(damaged), "--json"]) == 1
    said = capsys.readouterr()
    assert "kapot.docx" in said.err
    assert len(said.err.strip().splitlines()) == 1
    assert json.loads(said.out)


def test_documents_know_of_each_other(letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "school.txt"
    other.write_text("Verslag\nTim zat in groep 4 toen het begon.", encoding="utf-8")
    assert main(["read", str(letter), str(other), "--json"]) == 0
    found = [r for r in json.loads(capsys.readouterr().out) if r["document"] == "school.txt"]
    assert [record["date"] for record in found] == ["2018-08-01/2019-07-31"]
