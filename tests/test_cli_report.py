"""`tijdlijn report` as a user or a script meets it: one file for one session, or one line of Dutch."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.meetings import met
from tijdlijn.cli import main
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch
from tijdlijn.services.consent import NO_CONSENT


@pytest.fixture(autouse=True)
def _casebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`k.tijdlijn` with sessions on 20 June and 14 November 2023, and the file `key`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tijdlijn.cli._speak_safely", lambda: None)
    Path("key").write_text("wachtwoord\n")
    case = met()
    with OpenCasebook.create(Path("k.tijdlijn"), "wachtwoord", title="Proef", today=case.today) as book:
        id_ = book.cases()[0].id
        people = Batch(case.persons, case.parties, case.workers, case.sources, case.entries)
        editing.apply(book, id_, people, "Lees in")
        left = Batch(sessions=case.sessions, actions=case.actions, consents=case.consents)
        editing.apply(book, id_, left, "Bijeenkomsten")


def report(*words: str) -> int:
    return main(["report", "k.tijdlijn", *words, "--key-file", "key"])


@pytest.mark.parametrize(("name", "start"), [("uit.pdf", b"%PDF-"), ("uit.docx", b"PK"), ("uit.ics", b"BEGIN:VCAL")])
def test_the_ending_says_what_is_written(name: str, start: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(name) == 0
    assert Path(name).read_bytes().startswith(start)
    assert f"{name} is geschreven. Het bestand is niet versleuteld" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "uid"), [((), "a1"), (("--session", "2"), "a1"), (("--session", "14-11-2023"), "a1"),
                       (("--session", "1"), ""), (("--session", "20 juni 2023"), "")],
)  # fmt: skip
def test_a_session_is_chosen_by_its_number_or_its_day_and_is_else_the_last(words: tuple[str, ...], uid: str) -> None:
    assert report("uit.ics", *words) == 0
    assert ("UID:a1@" in Path("uit.ics").read_text()) == bool(uid)


def test_pseudonyms_are_used_when_asked_for() -> None:
    assert report("met.ics") == report("zonder.ics", "--pseudonyms") == 0
    assert "Sanne" in Path("met.ics").read_text()
    assert "Sanne" not in Path("zonder.ics").read_text()


def test_without_consent_a_report_has_pseudonyms_and_it_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    with OpenCasebook.open(Path("k.tijdlijn"), "wachtwoord") as book:
        id_ = book.cases()[0].id
        editing.apply(book, id_, Batch(removed_consents=tuple(one.id for one in book.case(id_).consents)), "Trek in")
    assert report("uit.ics") == 0
    assert "Sanne" not in Path("uit.ics").read_text()
    why, *left = capsys.readouterr().err.splitlines()
    assert why == NO_CONSENT
    assert report("uit.ics", "--pseudonyms") == 0
    assert capsys.readouterr().err.splitlines() == left
    assert len(left) == 1
    assert "lijkt op een naam die niemand registreerde" in left[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("uit.odt",), "Kies .pdf, .docx, .ics"),
        (("uit.pdf", "--session", "3"), "nummer van 1 tot en met 2"),
        (("uit.pdf", "--session", "0"), "nummer van 1 tot en met 2"),
        (("uit.pdf", "--session", "ooit"), "'ooit'"),
        (("uit.pdf", "--paper", "A9"), "kies A4"),
        (("weg/uit.pdf",), "map bestaat niet"),
    ],
)
def test_a_report_that_cannot_be_is_said_so_in_one_line(
    words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(*words) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert not Path(words[0]).exists()


def test_a_case_without_a_session_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    with OpenCasebook.create(Path("leeg.tijdlijn"), "wachtwoord", title="Leeg"):
        pass
    assert main(["report", "leeg.tijdlijn", "uit.pdf", "--key-file", "key"]) == 2
    assert "nog geen bijeenkomst" in capsys.readouterr().err
