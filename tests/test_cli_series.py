"""`tijdlijn series` as a script meets it: files of several kinds, exit codes as import, one line per trouble."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tijdlijn.assets import resource
from tijdlijn.cli import main

Run = Callable[..., tuple[int, str, str]]
FAMILIES = sorted(resource("example", "reeks").iterdir(), key=lambda path: path.name)


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tijdlijn.cli._speak_safely", lambda: None)
    Path("key").write_text("voorbeeld\n")

    def command(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["series", *map(str, words)])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return command


@pytest.fixture
def example(run: Run) -> Path:
    assert main(["example", "v.tijdlijn"]) == 0
    return Path("v.tijdlijn")


def test_a_table_of_the_example_families(run: Run) -> None:
    code, out, err = run(*FAMILIES)

    assert (code, err) == (0, "")
    assert "11 gezinnen" in out
    assert all(f"\nGezin {number} " in out for number in range(1, 12))
    assert "In de 180 dagen voor de eerste uithuisplaatsing had:" in out
    assert "Voorbeeldgezin" not in out


def test_json_with_its_three_parts(run: Run, example: Path) -> None:
    code, out, _ = run(example, FAMILIES[0], "--json", "--key-file", "key")

    data = json.loads(out)
    assert code == 0
    assert list(data) == ["families", "summary", "aligned"]
    assert [(row["family"], row["file"]) for row in data["families"]] == [("Gezin 1", 1), ("Gezin 2", 2)]
    assert data["summary"]["families"] == 2
    assert data["aligned"]["uithuisplaatsing"]["families"] == 2


def test_figures_are_those_of_analyse(run: Run, example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = json.loads(run(example, "--json", "--key-file", "key")[1])["families"]
    capsys.readouterr()
    main(["analyse", str(example), "--json", "--key-file", "key"])
    told = json.loads(capsys.readouterr().out)

    gaps = [gap for gap in told["gaps"] if gap["person"] is None]
    assert row["gaps"]["number"] == [sum(gap["status"] == "zeker" for gap in gaps), len(gaps)]
    assert row["gaps"]["days"] == [sum(gap["sure_days"] for gap in gaps), sum(gap["days"] for gap in gaps)]
    assert row["parties"] == told["continuity"]["parties"]
    assert row["placements"]["number"] == sum(child["number"] for child in told["placements"])
    assert row["costs"] == told["costs"]["scenarios"][0]["total"]


def test_some_files_that_cannot_be_read_are_one_line_each(run: Run, example: Path) -> None:
    Path("kapot.json").write_text("{")

    code, out, err = run("weg.json", "kapot.json", example, FAMILIES[0], "--json")

    assert code == 1
    assert [row["file"] for row in json.loads(out)["families"]] == [4]
    lines = err.splitlines()
    assert len(lines) == 3
    assert "weg.json bestaat niet" in lines[0]
    assert "kapot.json is geen JSON-export" in lines[1]
    assert "v.tijdlijn heeft een wachtwoord nodig" in lines[2]


def test_nothing_that_can_be_read_is_exit_code_two(run: Run) -> None:
    code, out, err = run("weg.json")

    assert (code, out) == (2, "")
    assert err.count("\n") == 1


def test_a_wrong_passphrase_is_one_line_and_another_key_file_may_fit(run: Run, example: Path) -> None:
    Path("fout").write_text("niet dit\n")

    assert run(example, "--key-file", "fout")[0] == 2
    assert run(example, "--key-file", "fout", "--key-file", "key")[0] == 0


def test_a_family_that_comes_twice_counts_once_and_that_is_said(run: Run) -> None:
    code, out, err = run(FAMILIES[0], FAMILIES[0], "--json")

    assert code == 0
    assert len(json.loads(out)["families"]) == 1
    assert "stond al in de reeks" in err


def test_a_passphrase_is_asked_once_for_all_that_it_fits_and_again_for_another(
    run: Run, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("ander").write_text("heel iets anders\n")
    assert main(["new", "ander.tijdlijn", "--title", "X", "--key-file", "ander"]) == 0
    Path("regels.csv").write_text("date,kind,title\n2019-03,signaal,Zorg\n")
    assert main(["import", "ander.tijdlijn", "regels.csv", "--key-file", "ander"]) == 0
    asked: list[str] = []

    def answer(words: str, **_: object) -> str:
        asked.append(words)
        return "heel iets anders" if "ander" in words else "voorbeeld"

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.prompt", answer)

    code, out, _ = run(example, example, "ander.tijdlijn", "--json")

    assert code == 0
    assert len(json.loads(out)["families"]) == 2
    assert asked == ["Wachtwoord van v.tijdlijn", "Wachtwoord van ander.tijdlijn"]
