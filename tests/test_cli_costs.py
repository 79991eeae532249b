"""`tijdlijn costs` as a user or a script meets it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests import builders
from tijdlijn.cli import main
from tijdlijn.model.entries import Rate
from tijdlijn.model.vocabulary import Payer, RateUnit
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook


@pytest.fixture(autouse=True)
def _casebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`k.tijdlijn` with heavy help until the end of 2018 and light help since, and the file `key`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tijdlijn.cli._speak_safely", lambda: None)
    Path("key").write_text("wachtwoord\n")
    year = RateUnit.JAAR
    with OpenCasebook.create(Path("k.tijdlijn"), "wachtwoord", title="Proef", today=builders.TODAY) as book:
        id_ = book.cases()[0].id
        editing.change_case(book, id_, reference_day=date(2020, 12, 31))
        editing.add_entries(
            book,
            id_,
            [
                builders.entry("interventie", "2016-01-01/2018-12-31", "Zwaar", rate=Rate(892_000, year)),
                builders.entry("interventie", "2019-01-01/..", "Licht", rate=Rate(238_300, year), payer=Payer.WMO),
            ],
        )


def costs(*words: str) -> int:
    return main(["costs", "k.tijdlijn", *words, "--key-file", "key"])


def test_it_tells_what_help_cost(capsys: pytest.CaptureFixture[str]) -> None:
    assert costs() == 0
    told = capsys.readouterr().out
    assert "Samen € 31.526" in told
    assert "Voor en na" not in told


def test_the_years_around_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert costs("--around", "1 januari 2019", "--years", "1") == 0
    told = capsys.readouterr().out
    assert "Dat is € 6.537 minder, 73,3%." in told
    assert "het jaar van 1 januari 2018" in told


def test_json_has_the_same_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert costs("--json", "--around", "2019-01-01") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["scenarios"][0]["total"] == [31526.0, 31526.0]
    assert found["scenarios"][0]["per_payer"] == {"wmo": [4766.0, 4766.0], "": [26760.0, 26760.0]}
    around = found["before_and_after"]
    assert (around["before"]["a_year"], around["after"]["a_year"]) == ([8920.0, 8920.0], [2383.0, 2383.0])
    assert (around["difference"], around["percentage"]) == ([6537.0, 6537.0], [73.3, 73.3])
    assert len(found["doubts"]["unsourced"]) == 2


def test_a_table_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert costs("--out", "kosten.xlsx") == 0
    assert Path("kosten.xlsx").read_bytes().startswith(b"PK")
    assert "is geschreven" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"), [(("--around", "ooit"), "'ooit' is dat niet"), (("--out", "k.pdf"), "alleen .csv of .xlsx")]
)
def test_what_cannot_be_is_one_line(words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert costs(*words) == 2
    assert said in capsys.readouterr().err
