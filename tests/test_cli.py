"""The commands as a user or a script meets them: exit codes, one line of Dutch, no traceback."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from tijdlijn.cli import main
from tijdlijn.model.problems import Problem
from tijdlijn.services.consent import NO_CONSENT

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "terpstra"
TABLE = "date,end,kind,title,persons\n2019-03,2019-08,interventie,Training,Noor\nooit,,signaal,Zorg,Noor\n"


def rows_of(path: str) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


class Said(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in an empty folder that holds a key file named `key`; an error is always one line."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tijdlijn.cli._speak_safely", lambda: None)
    Path("key").write_text("correct paard batterij nietje\n")

    def command(*words: str, key: str | None = "key") -> Said:
        capsys.readouterr()
        code = main([*words, *(["--key-file", key] if key else [])])
        said = Said(code, *capsys.readouterr())
        assert "Traceback" not in said.err
        assert said.err.count("\n") <= 1
        return said

    return command


@pytest.fixture
def made(run: Run) -> Path:
    """A casebook with one entry."""
    Path("t.csv").write_text("date,end,kind,title,persons\n2019-03,2019-08,interventie,Training,Noor\n")
    assert run("import", "k.tijdlijn", "t.csv").code == 0
    return Path("k.tijdlijn")


# new


def test_new_makes_a_casebook_with_one_empty_case(run: Run) -> None:
    assert run("new", "k.tijdlijn", "--title", "Casus 12").code == 0

    data = json.loads(run("analyse", "k.tijdlijn", "--json").out)
    assert (data["case"], data["entries"]) == ("Casus 12", 0)


def test_new_never_touches_a_file_that_is_there(run: Run) -> None:
    Path("k.tijdlijn").write_text("van mij")

    said = run("new", "k.tijdlijn", "--title", "x")

    assert (said.code, Path("k.tijdlijn").read_text()) == (2, "van mij")
    assert "bestaat al" in said.err


# import


def test_import_makes_the_casebook_and_takes_all_rows(run: Run) -> None:
    Path("t.csv").write_text("date,title\n2019,x\n2020,y\n")

    said = run("import", "k.tijdlijn", "t.csv", "--title", "Casus 3")

    assert (said.code, said.err) == (0, "")
    assert "t.csv: 2 regels overgenomen." in said.out
    assert json.loads(run("analyse", "k.tijdlijn", "--json").out)["case"] == "Casus 3"


def test_import_names_refused_rows_and_writes_them_away(run: Run) -> None:
    Path("t.csv").write_text(TABLE)

    said = run("import", "k.tijdlijn", "t.csv")

    assert said.code == 1
    assert "1 regel overgenomen, 1 geweigerd" in said.out
    assert "t.csv, rij 3: kolom date, waarde 'ooit'; verwacht: een datum" in said.out
    assert "t-geweigerd.csv" in said.out
    (row,) = rows_of("t-geweigerd.csv")
    assert (row["date"], row["title"]) == ("ooit", "Zorg")


def test_import_that_cannot_write_refused_rows_away_says_what_was_taken(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Problem("vol")

    monkeypatch.setattr("tijdlijn.services.outgoing.write_file", full)
    Path("t.csv").write_text(TABLE)

    said = run("import", "k.tijdlijn", "t.csv")

    assert said.code == 1
    assert "1 regel overgenomen" in said.out
    assert "de andere zijn overgenomen" in said.err


def test_import_keeps_the_words_of_a_date_when_asked(run: Run) -> None:
    Path("t.csv").write_text(TABLE)

    assert run("import", "k.tijdlijn", "t.csv", "--undated").code == 0

    assert len(json.loads(run("analyse", "k.tijdlijn", "--json").out)["undated"]) == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "leeg"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "een plaatje"),
        (b"wie,wat\na,b\n", "geen kopregel"),
        (b"date,date,title\n", "twee keer"),
        (None, "bestaat niet"),
    ],
)
def test_import_of_what_is_no_table_makes_nothing(run: Run, data: bytes | None, said: str) -> None:
    if data is not None:
        Path("t.csv").write_bytes(data)

    found = run("import", "k.tijdlijn", "t.csv")

    assert (found.code, found.out, Path("k.tijdlijn").exists()) == (2, "", False)
    assert "t.csv" in found.err
    assert said in found.err


def test_import_takes_what_can_be_read_beside_what_cannot(run: Run) -> None:
    Path("t.csv").write_text("date,title\n2019,x\n")

    said = run("import", "k.tijdlijn", "weg.csv", "t.csv")

    assert said.code == 1
    assert "1 regel overgenomen" in said.out
    assert "weg.csv bestaat niet" in said.err


def test_import_says_whose_tables_they_are(run: Run) -> None:
    Path("een.csv").write_text("datum;Onderwerp\n2019;x\n")
    Path("twee.csv").write_text("datum;titel;partijen\n2020;y;\n2021;z;Kompas\n")

    said = run("import", "k.tijdlijn", "een.csv", "twee.csv", "--party", "De Wilg", "--party", "twee.csv=Politie")

    assert (said.code, said.err) == (0, "")
    assert run("export", "k.tijdlijn", "out.csv").code == 0
    assert [(row["title"], row["parties"], row["source"], row["page"]) for row in rows_of("out.csv")] == [
        ("x", "De Wilg (overig)", "een.csv", "rij 2"),
        ("y", "Politie (politie_justitie)", "twee.csv", "rij 2"),
        ("z", "Kompas (overig)", "twee.csv", "rij 3"),
    ]
    assert "geen van de tabellen" in run("import", "k.tijdlijn", "een.csv", "--party", "weg.csv=Politie").err


def test_a_table_mended_outside_changes_its_entries_and_removes_none(run: Run, made: Path) -> None:
    Path("t2.csv").write_text("date,title\n2020,Tweede\n")
    run("import", str(made), "t2.csv")
    run("export", str(made), "out.csv")
    kept = [line for line in Path("out.csv").read_text().splitlines(keepends=True) if "Tweede" not in line]
    Path("out.csv").write_text("".join(kept).replace("Training", "Oudertraining"))

    said = run("import", str(made), "out.csv")

    assert said.code == 0
    assert "1 gewijzigd" in said.out
    assert "1 regel van de casus niet meer in de tabel; er is niets verwijderd" in said.out
    run("export", str(made), "na.csv")
    assert [row["title"] for row in rows_of("na.csv")] == ["Oudertraining", "Tweede"]


def test_import_reads_windows_tables(run: Run) -> None:
    Path("t.csv").write_bytes("datum;titel;betreft\r\nmrt 2019;Zorg om José;José\r\n".encode("cp1252"))

    assert run("import", "k.tijdlijn", "t.csv").code == 0
    run("export", "k.tijdlijn", "uit.csv")

    (row,) = rows_of("uit.csv")
    assert (row["date"], row["title"], row["persons"]) == ("2019-03", "Zorg om José", "José")


def test_import_again_puts_nothing_twice(run: Run, made: Path) -> None:
    said = run("import", "k.tijdlijn", "t.csv")

    assert said.code == 0
    assert "0 regels overgenomen, 1 al aanwezig" in said.out


# A casebook that does not open


@pytest.mark.parametrize("command", [("analyse", "k.tijdlijn"), ("export", "k.tijdlijn", "uit.csv")])
def test_a_missing_damaged_or_locked_casebook_is_said_so(run: Run, command: tuple[str, ...]) -> None:
    assert "k.tijdlijn bestaat niet" in run(*command).err
    run("new", "k.tijdlijn", "--title", "x")
    Path("fout").write_text("iets anders\n")
    wrong = run(*command, key="fout")
    whole = Path("k.tijdlijn").read_bytes()
    Path("k.tijdlijn").write_bytes(whole[: len(whole) // 2])
    damaged = run(*command)

    assert (wrong.code, damaged.code) == (2, 2)
    assert "onjuist" in wrong.err
    assert "beschadigd" in damaged.err
    assert not Path("uit.csv").exists()


def test_import_into_a_damaged_casebook_changes_nothing(run: Run) -> None:
    Path("k.tijdlijn").write_bytes(b"geen casusboek" * 1000)
    Path("t.csv").write_text("date,title\n2019,x\n")

    said = run("import", "k.tijdlijn", "t.csv")

    assert (said.code, Path("k.tijdlijn").read_bytes()) == (2, b"geen casusboek" * 1000)


def test_the_key_is_the_first_line_with_its_spaces(run: Run) -> None:
    Path("key").write_bytes(b"\xef\xbb\xbf vier losse woorden hier \r\ntweede regel\r\n")
    run("new", "k.tijdlijn", "--title", "x")
    Path("zelfde").write_text(" vier losse woorden hier ")

    assert run("analyse", "k.tijdlijn", key="zelfde").code == 0


@pytest.mark.parametrize(
    ("data", "said"), [(b"\n", "leeg"), (b"\xff\xfe", "kan niet worden gelezen"), (None, "gelezen")]
)
def test_a_key_file_without_a_key_is_said_so(run: Run, data: bytes | None, said: str) -> None:
    if data is not None:
        Path("sleutel").write_bytes(data)

    found = run("new", "k.tijdlijn", "--title", "x", key="sleutel")

    assert (found.code, Path("k.tijdlijn").exists()) == (2, False)
    assert said in found.err


@pytest.mark.parametrize("closed", [False, True])
def test_without_a_terminal_the_passphrase_must_be_in_a_file(
    run: Run, monkeypatch: pytest.MonkeyPatch, closed: bool
) -> None:
    if closed:
        monkeypatch.setattr("sys.stdin", None)

    said = run("new", "k.tijdlijn", "--title", "x", key=None)

    assert said.code == 2
    assert "--key-file" in said.err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["vier losse woorden hier", "drie losse woorden"], "niet gelijk"),
        (["kort", "kort"], "te kort"),
        (["vier losse woorden hier"] * 2, ""),
    ],
)
def test_a_typed_passphrase_is_asked_twice_and_must_be_strong(
    run: Run, monkeypatch: pytest.MonkeyPatch, typed: list[str], said: str
) -> None:
    answers = iter(typed)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))

    found = run("new", "k.tijdlijn", "--title", "x", key=None)

    assert (found.code, Path("k.tijdlijn").exists()) == ((2, False) if said else (0, True))
    assert said in found.err


def test_a_weak_passphrase_is_told(run: Run) -> None:
    Path("key").write_text("geheim\n")

    said = run("new", "k.tijdlijn", "--title", "x")

    assert said.code == 0
    assert "te kort" in said.out


# analyse


def test_analyse_tells_findings_in_words_and_json(run: Run, made: Path) -> None:
    words = run("analyse", "k.tijdlijn", "--until", "31 december 2020")
    data = json.loads(run("analyse", "k.tijdlijn", "--until", "2020-12-31", "--json").out)

    assert "peildatum 31 december 2020" in words.out
    assert "geen hulp in beeld" in words.out
    assert data["reference_day"] == "2020-12-31"
    assert data["gaps"]


@pytest.mark.parametrize("day", ["2020", "ooit", "zomer 2018"])
def test_until_must_be_one_day(run: Run, made: Path, day: str) -> None:
    said = run("analyse", "k.tijdlijn", "--until", day)

    assert said.code == 2
    assert "één dag" in said.err


def test_a_case_is_chosen_by_title_or_number(run: Run, made: Path) -> None:
    assert run("analyse", "k.tijdlijn", "--case", "NIEUWE casus").code == 0
    assert run("analyse", "k.tijdlijn", "--case", "1").code == 0
    assert "geen casus" in run("analyse", "k.tijdlijn", "--case", "2").err


def test_a_casebook_with_more_cases_asks_which(run: Run, made: Path) -> None:
    from tijdlijn.services import editing
    from tijdlijn.services.casebook import OpenCasebook

    with OpenCasebook.open(made, "correct paard batterij nietje") as book:
        editing.add_case(book, "Tweede")

    assert "--case" in run("analyse", "k.tijdlijn").err
    assert json.loads(run("analyse", "k.tijdlijn", "--case", "tweede", "--json").out)["entries"] == 0


# export


def test_export_writes_the_table_that_was_imported(run: Run, made: Path) -> None:
    assert run("export", "k.tijdlijn", "uit.csv").code == 0

    (row,) = rows_of("uit.csv")
    assert [row[name] for name in ("date", "end", "kind", "title", "persons")] == [
        "2019-03",
        "2019-08",
        "interventie",
        "Training",
        "Noor",
    ]


def test_export_makes_pages_and_pictures_without_a_display(run: Run, made: Path) -> None:
    for name in ("uit.pdf", "uit.svg", "uit.png", "uit.xlsx", "uit.ods", "uit.docx", "uit.json"):
        assert run("export", "k.tijdlijn", name, "--paper", "a4", "--orientation", "portrait").code == 0
        assert Path(name).stat().st_size > 100


def test_without_consent_what_people_read_is_written_with_pseudonyms_and_it_says_why(run: Run, made: Path) -> None:
    found = run("export", "k.tijdlijn", "uit.svg")
    assert (found.code, found.err.strip()) == (0, NO_CONSENT)
    assert "uit.svg is geschreven" in found.out
    assert run("export", "k.tijdlijn", "uit.svg", "--pseudonyms").err == ""
    assert run("export", "k.tijdlijn", "uit.docx").err == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("uit.doc",), "geen soort"),
        (("uit.csv", "--parts", "onzin"), "onderdeel"),
        (("uit.csv", "--paper", "A9"), "kies A4"),
        (("weg/uit.csv",), "map bestaat niet"),
    ],
)
def test_export_that_cannot_be_is_said_so(run: Run, made: Path, words: tuple[str, ...], said: str) -> None:
    found = run("export", "k.tijdlijn", *words)

    assert found.code == 2
    assert said in found.err
    assert not Path(words[0]).exists()


# example


def test_example_says_its_passphrase_and_holds_no_refused_row(run: Run) -> None:
    said = run("example", "v.tijdlijn", key=None)
    Path("key").write_text("voorbeeld\n")
    data = json.loads(run("analyse", "v.tijdlijn", "--json").out)

    assert "voorbeeld" in said.out
    assert data["entries"] >= 100
    assert len([gap for gap in data["gaps"] if gap["person"] is None]) >= 3
    assert len(data["snelkookpannen"]) >= 2


def test_example_takes_another_passphrase(run: Run) -> None:
    assert run("example", "v.tijdlijn").code == 0
    assert run("analyse", "v.tijdlijn").code == 0


# What is typed wrong


@pytest.mark.parametrize(
    "words",
    [
        ("new",),
        ("new", "k.tijdlijn"),
        ("import", "k.tijdlijn"),
        ("analyse", "k.tijdlijn", "--kleur"),
        ("analyse", "k.tijdlijn", "--case"),
        ("analyse", "a", "b"),
        ("impport",),
        ("read", "verslag.docx"),
        ("series",),
    ],
)
def test_what_is_typed_wrong_is_one_dutch_line(run: Run, words: tuple[str, ...]) -> None:
    said = run(*words, key=None)

    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert not any(english in said.err for english in ("Error", "Missing", "No such", "Usage"))


def test_an_option_that_is_missing_is_named_as_it_is_typed(run: Run) -> None:
    assert "ontbreekt --title" in run("new", "k.tijdlijn").err


def test_help_is_dutch_and_names_only_what_works(run: Run) -> None:
    said = run("--help", key=None)

    assert said.code == 0
    assert all(
        name in said.out
        for name in ("Gebruik:", "Opdrachten:", "analyse", "example", "export", "import", "new", "series")
    )
    assert "Toon deze uitleg" in run("export", "--help", key=None).out


def test_an_error_nobody_foresaw_is_one_line_without_content(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("Noor")

    monkeypatch.setattr("tijdlijn.services.example.make_example", broken)

    said = run("example", "v.tijdlijn", key=None)

    assert said.code == 2
    assert "KeyError" in said.err
    assert "Noor" not in said.err


def test_the_window_without_a_library_of_the_system_names_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.setattr("tijdlijn.cli._has_no_display", lambda: False)
    monkeypatch.setattr("builtins.__import__", _importing(refuse))
    said = run(key=None)
    assert said.code == 2
    assert "libEGL.so.1" in said.err
    assert "apt-get install" in said.err


def _importing(refuse: Callable[..., None]) -> Callable[..., object]:
    original = __import__

    def imported(name: str, *arguments: Any, **named: Any) -> object:
        return refuse() if name == "tijdlijn.ui.app" else original(name, *arguments, **named)

    return imported


def test_the_window_without_a_display_says_how_to_get_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    assert "beeldscherm" in run(key=None).err
    assert run("k.tijdlijn").code == 2


def test_a_file_without_a_command_opens_the_window(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[Path | None, str | None]] = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    app = ModuleType("tijdlijn.ui.app")
    app.run = lambda path, key: opened.append((path, key)) or 0
    monkeypatch.setitem(sys.modules, "tijdlijn.ui.app", app)

    assert run("k.tijdlijn").code == 0
    assert run(key=None).code == 0
    assert opened == [(Path("k.tijdlijn"), "correct paard batterij nietje"), (None, None)]


# As a process


def started(*words: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    clean = {
        name: text for name, text in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-m", "tijdlijn", *words],
        cwd=folder,
        env={**clean, **environment},
        capture_output=True,
        check=False,
    )


def test_as_a_process_it_speaks_to_any_terminal(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("date,title\nooit…,Zoë ✓\n", encoding="utf-8")
    (tmp_path / "key").write_text("correct paard batterij nietje\n")

    found = started("import", "k.tijdlijn", "t.csv", "--key-file", "key", folder=tmp_path, PYTHONIOENCODING="ascii")

    assert found.returncode == 1
    assert b"rij 2" in found.stdout
    assert found.stderr == b""


def test_accents_survive_a_terminal_that_knows_none(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("correct paard batterij nietje\n")
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

    made = started("new", "k.tijdlijn", "--title", "Zoë", "--key-file", "key", folder=tmp_path, **plain)
    found = started("analyse", "k.tijdlijn", "--json", "--key-file", "key", folder=tmp_path, **plain)

    assert (made.returncode, json.loads(found.stdout)["case"]) == (0, "Zoë")


def test_light_commands_load_neither_window_nor_pages(tmp_path: Path) -> None:
    code = (
        "import sys; from tijdlijn.cli import main; main(['--help']); main(['new', 'k', '--title', 'x']);"
        "print([name for name in ('PySide6', 'reportlab', 'openpyxl') if name in sys.modules])"
    )

    found = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)

    assert found.stdout.splitlines()[-1] == "[]"


# The real table


@pytest.mark.skipif(not SHARED.exists(), reason="the shared test material is not beside this checkout")
def test_the_terpstra_dossier_shows_its_gaps_and_its_snelkookpan(run: Run) -> None:
    said = run("import", "k.tijdlijn", str(SHARED / "entries.csv"), str(SHARED / "persons.csv"))
    assert (said.code, said.err) == (0, "")

    data = json.loads(run("analyse", "k.tijdlijn", "--until", "2022-12-31", "--json").out)

    assert data["entries"] == 57
    (cooker,) = [found for found in data["snelkookpannen"] if found["status"] == "zeker"]
    assert (cooker["start"], cooker["end"]) == ("2021-09-20", "2021-10-29")
    assert {gap["person"] for gap in data["gaps"]} == {None, "Noor", "Sem"}


@pytest.mark.skipif(not SHARED.exists(), reason="the shared test material is not beside this checkout")
def test_the_terpstra_table_comes_out_as_it_went_in(run: Run) -> None:
    run("import", "k.tijdlijn", str(SHARED / "entries.csv"), str(SHARED / "persons.csv"))
    run("export", "k.tijdlijn", "uit.csv")

    def rows(path: Path) -> list[tuple[str, ...]]:
        names = ("date", "end", "kind", "title", "persons", "parties", "kader", "form", "source", "passage")
        with path.open(encoding="utf-8") as file:
            return sorted(tuple(row[name].replace("; ", ";") for name in names) for row in csv.DictReader(file))

    assert rows(Path("uit.csv")) == rows(SHARED / "entries.csv")
