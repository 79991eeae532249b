"""A power cut may leave a page half written that holds nothing: the casebook opens, and is whole again."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.builders import TODAY, entry
from tijdlijn.model.problems import Problem
from tijdlijn.services import backups, editing
from tijdlijn.services.backups import Reason
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.storage import torn
from tijdlijn.storage.connection import open_raw
from tijdlijn.storage.encryption import derive, read_salt

PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A casebook with free pages."""
    made = tmp_path / "a.tijdlijn"
    with OpenCasebook.create(made, "voorbeeld", today=TODAY) as book:
        editing.add_entry(book, book.cases()[0].id, entry("signaal", "2019", "melding", id="e1"))
    with closing(open_raw(made, derive("voorbeeld", read_salt(made)))) as raw:
        raw.execute("CREATE TABLE filling (x)")
        raw.execute("INSERT INTO filling VALUES (zeroblob(100000))")
        raw.execute("DROP TABLE filling")
        assert raw.execute("PRAGMA freelist_count").fetchone()[0] > 20
    return made


def spoil(path: Path, page: int) -> None:
    """Half of a page is what it was, half is not."""
    with path.open("r+b") as file:
        file.seek(page * PAGE - PAGE)
        half = bytes(byte ^ 0x5A for byte in file.read(512))
        file.seek(page * PAGE - PAGE)
        file.write(half)


def broken(path: Path) -> tuple[list[int], int]:
    """The broken pages that hold nothing, and how many are broken at all."""
    with closing(open_raw(path, derive("voorbeeld", read_salt(path)))) as raw:
        empty = torn.empty_pages(raw)
        return empty, len(raw.execute("PRAGMA cipher_integrity_check").fetchall())


def test_a_torn_page_that_holds_nothing_is_no_damage_and_is_written_anew(path: Path) -> None:
    pages = path.stat().st_size // PAGE
    spoil(path, pages - 3)
    spoil(path, pages - 5)
    assert broken(path) == ([pages - 5, pages - 3], 2)
    with OpenCasebook.open(path, "voorbeeld", today=TODAY) as book:
        assert [one.title for one in book.case(book.cases()[0].id).entries] == ["melding"]
        book.check()
        backups.make(book, Reason.ASKED)
        book.change_passphrase("voorbeeld", "een ander wachtwoord")
    assert path.stat().st_size <= (pages + 2) * PAGE
    with OpenCasebook.open(path, "een ander wachtwoord", today=TODAY) as book:
        assert book.undo_name


def test_where_it_cannot_be_written_anew_the_casebook_opens_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_full(raw: object) -> None:
        raise dbapi2.OperationalError("database or disk is full")

    spoil(path, path.stat().st_size // PAGE - 3)
    monkeypatch.setattr(torn, "write_anew", is_full)
    with OpenCasebook.open(path, "voorbeeld", today=TODAY) as book:
        assert [one.title for one in book.case(book.cases()[0].id).entries] == ["melding"]


def test_a_page_that_holds_something_still_is_damage(path: Path) -> None:
    spoil(path, path.stat().st_size // PAGE - 3)
    spoil(path, 3)
    assert broken(path) == ([], 2)
    with pytest.raises(Problem, match="beschadigd"):
        OpenCasebook.open(path, "voorbeeld", today=TODAY)


def test_a_file_that_is_emptied_while_it_is_open_is_damaged(path: Path) -> None:
    with OpenCasebook.open(path, "voorbeeld", today=TODAY) as book:
        with path.open("r+b") as file:
            file.truncate()
        with pytest.raises(Problem, match="reservekopie"):
            editing.add_entry(book, book.cases()[0].id, entry("signaal", "2019", "verder", id="e2"))
