"""Making and rekeying with a sheet: never a sheet of a passphrase that is not in force, never a lost casebook."""

from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import Path

import pytest

from tests.render_pdf.looking import pages_text
from tijdlijn.model.problems import Problem
from tijdlijn.services import outgoing, recovery
from tijdlijn.services.casebook import OpenCasebook

OLD, NEW = "hyena moeder kring jong spade", "zebra vader vierkant oud hark"
DAY = date(2026, 11, 5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "casus-7.tijdlijn"


def opens(path: Path, passphrase: str) -> bool:
    try:
        OpenCasebook.open(path, passphrase).close()
    except Problem:
        return False
    return True


def names(path: Path) -> list[str]:
    return sorted(found.name for found in path.parent.iterdir() if not found.name.endswith(".lock"))


def made(path: Path, **more: bool) -> recovery.Written:
    book, written = recovery.create(path, OLD, title="Gezin Terpstra", today=DAY, **more)
    book.close()
    return written


def test_the_sheet_stands_beside_the_casebook_and_tells_its_passphrase_and_no_title(path: Path) -> None:
    written = made(path, with_sheet=True)
    assert written.path == path.with_name("casus-7-herstelblad.pdf")
    (text,) = pages_text(written.path.read_bytes())
    assert all(word in text for word in OLD.split())
    assert "5 november 2026" in text
    assert "Terpstra" not in text
    assert str(path.parent) not in text
    assert opens(path, OLD)


def test_without_being_asked_there_is_no_sheet(path: Path) -> None:
    assert made(path) == recovery.Written()
    assert names(path) == ["casus-7.tijdlijn"]


@pytest.mark.skipif(os.name != "posix", reason="rights of a file are those of its folder")
def test_only_its_owner_may_read_the_sheet(path: Path) -> None:
    written = made(path, with_sheet=True)
    assert written.path is not None
    assert stat.S_IMODE(written.path.stat().st_mode) == 0o600


def test_another_sheet_is_never_overwritten(path: Path) -> None:
    older = path.with_name("casus-7-herstelblad.pdf")
    older.write_bytes(b"ouder")
    assert made(path, with_sheet=True).path == path.with_name("casus-7-herstelblad-2.pdf")
    assert older.read_bytes() == b"ouder"


def test_a_passphrase_that_cannot_be_printed_makes_nothing(path: Path) -> None:
    with pytest.raises(Problem, match="ondubbelzinnig"):
        recovery.create(path, "Geheime woorden 😀", with_sheet=True)
    assert names(path) == []


def test_a_casebook_that_cannot_be_made_has_no_sheet(path: Path) -> None:
    made(path)
    with pytest.raises(Problem, match="bestaat al"):
        recovery.create(path, NEW, with_sheet=True)
    assert names(path) == ["casus-7.tijdlijn"]


def test_after_a_change_the_sheet_tells_the_new_passphrase(path: Path) -> None:
    made(path, with_sheet=True)
    with OpenCasebook.open(path, OLD) as book:
        written = recovery.change_passphrase(book, OLD, NEW, with_sheet=True, today=DAY)
    assert written.path == path.with_name("casus-7-herstelblad-2.pdf")
    (text,) = pages_text(written.path.read_bytes())
    assert all(word in text for word in NEW.split())
    assert (opens(path, OLD), opens(path, NEW)) == (False, True)


def test_who_does_not_know_the_passphrase_gets_no_change_and_no_sheet(path: Path) -> None:
    made(path)
    with OpenCasebook.open(path, OLD) as book, pytest.raises(Problem, match="huidige wachtwoord is onjuist"):
        recovery.change_passphrase(book, "raden", NEW, with_sheet=True)
    assert names(path) == ["casus-7.tijdlijn"]
    assert opens(path, OLD)


def test_a_sheet_that_cannot_be_written_undoes_nothing_and_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise Problem("De schijf is vol.")

    monkeypatch.setattr(outgoing, "write_file", full)
    written = made(path, with_sheet=True)
    assert written.path is None
    assert written.trouble == "Het herstelblad is niet gemaakt, al het andere wel. De schijf is vol."
    assert opens(path, OLD)


def test_a_sheet_is_removed_and_removing_it_twice_is_harmless(path: Path) -> None:
    written = made(path, with_sheet=True)
    assert written.path is not None
    recovery.remove(written.path)
    recovery.remove(written.path)
    assert names(path) == ["casus-7.tijdlijn"]


def test_a_sheet_that_cannot_be_removed_is_told(path: Path) -> None:
    folder = path.with_name("map-herstelblad.pdf")
    folder.mkdir()
    with pytest.raises(Problem, match="kan niet worden verwijderd"):
        recovery.remove(folder)
