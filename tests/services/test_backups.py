"""Backups are made when something changed, hold all of it, and can be put back; no trouble with them stops the work."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest

from tests.builders import TODAY, entry, person
from tijdlijn.model.problems import Problem
from tijdlijn.services import backups, editing
from tijdlijn.services.backups import Reason
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.storage import audit, backup

WORDS, OTHER = "voorbeeld", "een heel ander wachtwoord"
AT = datetime(2026, 11, 23, 9, 14, 30)
FILES = Path(__file__).parents[1] / "files"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    with OpenCasebook.create(tmp_path / "a.tijdlijn", WORDS, title="Gezin Proef", today=TODAY) as made:
        batch = editing.Batch(persons=(person("Ruud"),), entries=(entry("signaal", "2019", "Melding", id="m"),))
        editing.apply(made, made.cases()[0].id, batch, "Lees in")
        yield made


@pytest.fixture
def case_id(book: OpenCasebook) -> str:
    return book.cases()[0].id


def add(book: OpenCasebook, case_id: str, id_: str = "n") -> None:
    editing.add_entry(book, case_id, entry("signaal", "2020", f"Nieuw {id_}", id=id_))


def events(book: OpenCasebook) -> list[str]:
    return [line.event for line in book.read(audit.lines)]


# Making


def test_a_backup_is_the_casebook_as_it_was(book, case_id):
    made = backups.make(book, Reason.OPENING, AT)
    before = book.case(case_id)
    add(book, case_id)
    assert made.path.name == "2026-11-23 09.14 bij openen.tijdlijn"
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    with OpenCasebook.open(made.path, WORDS, today=TODAY) as copy:
        assert copy.case(case_id) == before
        assert copy.undo() is not None


def test_nothing_is_made_when_nothing_changed(book, case_id):
    assert backups.make_if_changed(book, Reason.OPENING) is not None
    assert backups.make_if_changed(book, Reason.HOURLY) is None
    book.keep_view(case_id, book.view_in_use(case_id))
    assert backups.make_if_changed(book, Reason.HOURLY) is None
    add(book, case_id)
    assert backups.make_if_changed(book, Reason.HOURLY) is not None


def test_nothing_is_made_at_the_next_opening_when_nothing_changed(book):
    backups.make_if_changed(book, Reason.OPENING)
    book.close()
    with OpenCasebook.open(book.path, WORDS, today=TODAY) as again:
        assert backups.make_if_changed(again, Reason.OPENING) is None


def test_one_is_made_when_the_backups_were_thrown_away(book):
    made = backups.make_if_changed(book, Reason.OPENING)
    made.path.unlink()
    assert backups.make_if_changed(book, Reason.HOURLY) is not None


def test_of_a_casebook_that_was_just_made_none_is_made(tmp_path):
    with OpenCasebook.create(tmp_path / "nieuw.tijdlijn", WORDS) as new:
        assert backups.make_if_changed(new, Reason.IMPORT) is None
        add(new, new.cases()[0].id)
        assert backups.make_if_changed(new, Reason.HOURLY) is not None


def test_undo_is_a_change(book):
    backups.make_if_changed(book, Reason.OPENING)
    book.undo()
    assert backups.make_if_changed(book, Reason.HOURLY) is not None


def test_what_need_not_be_kept_goes(book):
    for minute in range(12):
        backups.make(book, Reason.HOURLY, AT.replace(minute=minute))
    assert [one.at.minute for one in backups.found(book)] == list(range(11, 1, -1))


def test_a_new_backup_is_never_removed_at_once(book):
    """The clock of the computer may have been put back."""
    for minute in range(12):
        backups.make(book, Reason.HOURLY, AT.replace(minute=minute))
    made = backups.make(book, Reason.ASKED, AT.replace(year=2020))
    assert made.path.exists()


def test_a_backup_is_in_the_log_without_a_name(book):
    backups.make(book, Reason.OPENING)
    line = book.read(audit.lines)[0]
    assert line.event == "reservekopie"
    assert set(line.detail) == {"reason", "state"}


def test_edits_go_on_while_a_backup_is_made(book, case_id, monkeypatch):
    """The copy holds how it was at one moment, and nobody waited for it."""
    copying, may_go_on = threading.Event(), threading.Event()
    verify = backup._verify

    def slow(key: object, path: Path) -> None:
        copying.set()
        assert may_go_on.wait(20)
        verify(key, path)

    monkeypatch.setattr(backup, "_verify", slow)
    beside = threading.Thread(target=lambda: backups.make(book, Reason.HOURLY))
    beside.start()
    assert copying.wait(20)
    add(book, case_id)
    assert "n" in book.case(case_id).entries_by_id
    may_go_on.set()
    beside.join()
    (made,) = backups.found(book)
    with OpenCasebook.open(made.path, WORDS, today=TODAY) as copy:
        assert "n" not in copy.case(case_id).entries_by_id


def in_the_tenth_turn(monkeypatch: pytest.MonkeyPatch, do: Callable[[], object]) -> list[int]:
    """Do something while a copy is being made, when ten pages are in it; gives the turns there were."""
    turns: list[int] = []

    def turn(_seconds: float) -> None:
        turns.append(len(turns))
        if len(turns) == 10:
            do()

    monkeypatch.setattr(backup, "PAGES_AT_ONCE", 1)
    monkeypatch.setattr(backup, "sleep", turn)
    return turns


def test_an_edit_saved_between_two_pages_is_in_the_copy(book, case_id, monkeypatch):
    """It neither tears the copy nor makes it begin anew."""
    pages = book.read(lambda raw: raw.execute("PRAGMA page_count").fetchone()[0])
    turns = in_the_tenth_turn(monkeypatch, lambda: add(book, case_id))
    made = backups.make(book, Reason.HOURLY)
    assert pages <= len(turns) < pages + 10
    with OpenCasebook.open(made.path, WORDS, today=TODAY) as copy:
        copy.check()
        assert copy.case(case_id) == book.case(case_id)
        assert "n" in copy.case(case_id).entries_by_id


def test_an_edit_that_fails_meanwhile_is_not_in_the_copy(book, case_id, monkeypatch):
    def fail() -> None:
        with suppress(ZeroDivisionError), book._file.writing() as connection:
            connection.exec_driver_sql("UPDATE entries SET details = ?", ("lang " * 4_000_000,))
            raise ZeroDivisionError

    in_the_tenth_turn(monkeypatch, fail)
    made = backups.make(book, Reason.HOURLY)
    with OpenCasebook.open(made.path, WORDS, today=TODAY) as copy:
        copy.check()
        assert copy.case(case_id) == book.case(case_id)


def test_closing_meanwhile_ends_the_copy_and_leaves_nothing(book, monkeypatch):
    in_the_tenth_turn(monkeypatch, book.close)
    with pytest.raises(Problem, match="gesloten"):
        backups.make(book, Reason.HOURLY)
    assert list(book.path.parent.rglob("*.tijdlijn*")) == [book.path]
    with OpenCasebook.open(book.path, WORDS, today=TODAY) as again:
        again.check()


def test_others_have_their_turn_while_a_copy_is_made(book, monkeypatch):
    """The lock of the casebook is free between two stretches."""
    free: list[bool] = []

    def ask() -> None:
        got = book._guard.acquire(timeout=5)
        free.append(got)
        if got:
            book._guard.release()

    def from_another_thread() -> None:
        beside = threading.Thread(target=ask)
        beside.start()
        beside.join()

    in_the_tenth_turn(monkeypatch, from_another_thread)
    backups.make(book, Reason.HOURLY)
    assert free == [True]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_no_right_to_write_is_said_and_stops_nothing(book, case_id):
    book.path.parent.chmod(0o500)
    try:
        backups.try_to_make(book, Reason.IMPORT)
    finally:
        book.path.parent.chmod(0o700)
    assert "reservekopie" in book.copy_trouble
    add(book, case_id)


def test_a_place_that_is_taken_is_said_and_stops_nothing(book, case_id):
    book.path.with_name("a reservekopieën").write_text("een bestand")
    backups.try_to_make(book, Reason.IMPORT)
    assert book.copy_trouble.startswith("Er is geen reservekopie gemaakt")
    add(book, case_id)
    assert book.path.with_name("a reservekopieën").read_text() == "een bestand"
    book.path.with_name("a reservekopieën").unlink()
    backups.try_to_make(book, Reason.IMPORT)
    assert book.copy_trouble == ""


# Looking


def test_the_list_tells_how_many_entries_each_holds(book, case_id):
    backups.make(book, Reason.OPENING, AT)
    add(book, case_id)
    backups.make(book, Reason.HOURLY, AT.replace(hour=10))
    assert [(one.backup.reason, one.entries) for one in backups.listed(book)] == [
        (Reason.HOURLY, 2),
        (Reason.OPENING, 1),
    ]


def test_looking_at_backups_leaves_the_snapshot_as_it_is(book, case_id):
    """Else the next edit would have to read the whole case."""
    made = backups.make(book, Reason.OPENING)
    before = book.case(case_id)
    backups.listed(book)
    backups.cases_in(book, made)
    backups.drill(book, made, WORDS)
    assert book.case(case_id) is before


def test_a_damaged_backup_is_listed_with_what_is_wrong(book):
    made = backups.make(book, Reason.OPENING)
    whole = bytearray(made.path.read_bytes())
    whole[100] ^= 1
    made.path.write_bytes(whole)
    (listed,) = backups.listed(book)
    assert listed.entries is None
    assert "beschadigd" in listed.trouble


def test_a_backup_of_an_earlier_passphrase_asks_for_it(book, case_id):
    made = backups.make(book, Reason.OPENING)
    book.change_passphrase(WORDS, OTHER)
    assert backups.other_passphrase(book) == (made,)
    with pytest.raises(Problem, match="eerder wachtwoord"):
        backups.cases_in(book, made)
    assert backups.cases_in(book, made, WORDS) == (book.case(case_id),)
    with pytest.raises(Problem, match="onjuist"):
        backups.cases_in(book, made, OTHER)


# Trying out


def test_a_drill_counts_what_it_really_read(book, case_id):
    add(book, case_id)
    made = backups.make(book, Reason.OPENING)
    assert backups.last_drill(book) is None
    found = backups.drill(book, made, WORDS)
    assert (found.cases, found.entries, found.documents) == (1, 2, 0)
    assert backups.last_drill(book) == book.read(audit.lines)[0].at
    assert not list(book.path.parent.rglob("*.nieuw"))


def test_a_drill_wants_the_passphrase(book):
    made = backups.make(book, Reason.OPENING)
    with pytest.raises(Problem):
        backups.drill(book, made, "niet dit")
    assert backups.last_drill(book) is None
    assert book.read(audit.lines)[0].result == "mislukt"


@pytest.mark.parametrize("place", [0.3, 0.6, 0.9])
def test_a_drill_finds_a_flipped_bit(book, case_id, place):
    for number in range(50):
        add(book, case_id, f"n{number}")
    made = backups.make(book, Reason.OPENING)
    whole = bytearray(made.path.read_bytes())
    whole[int(len(whole) * place)] ^= 1
    made.path.write_bytes(whole)
    with pytest.raises(Problem, match="beschadigd"):
        backups.drill(book, made, WORDS)
    assert "n0" in book.case(case_id).entries_by_id


# Putting back


def test_a_backup_is_put_back_and_that_can_be_undone(book, case_id):
    made = backups.make(book, Reason.OPENING)
    then = book.case(case_id)
    add(book, case_id)
    now = book.case(case_id)
    undoing = backups.restore(book, made)
    assert book.case(case_id) == then
    assert undoing.reason is Reason.RESTORE
    backups.restore(book, undoing)
    assert book.case(case_id) == now
    book.undo()
    assert book.case(case_id) == then


def test_what_was_put_back_is_on_disk(book, case_id):
    made = backups.make(book, Reason.OPENING)
    then = book.case(case_id)
    add(book, case_id)
    backups.restore(book, made)
    add(book, case_id, "later")
    book.undo()
    book.close()
    with OpenCasebook.open(book.path, WORDS, today=TODAY) as again:
        again.check()
        assert again.case(case_id) == then


def test_the_log_goes_on_over_putting_back(book, case_id):
    made = backups.make(book, Reason.OPENING)
    add(book, case_id)
    before = events(book)
    number = book._file.generation.number
    backups.restore(book, made)
    assert events(book)[0] == "teruggezet"
    assert events(book)[2:] == before
    assert book.read(audit.broken) is None
    assert book._file.generation.number > number


def test_after_putting_back_the_next_change_is_backed_up(book, case_id):
    made = backups.make(book, Reason.OPENING)
    add(book, case_id)
    backups.restore(book, made)
    add(book, case_id, "anders")
    assert backups.make_if_changed(book, Reason.HOURLY) is not None


def test_a_backup_of_an_earlier_passphrase_is_put_back_under_the_present_one(book, case_id):
    made = backups.make(book, Reason.OPENING)
    then = book.case(case_id)
    add(book, case_id)
    book.change_passphrase(WORDS, OTHER)
    backups.restore(book, made, WORDS)
    book.close()
    with OpenCasebook.open(book.path, OTHER, today=TODAY) as again:
        assert again.case(case_id) == then


def test_a_copy_of_another_casebook_is_not_put_back(book, tmp_path, case_id):
    with OpenCasebook.create(tmp_path / "b.tijdlijn", OTHER, today=TODAY) as other:
        strange = backups.make(other, Reason.OPENING)
    with pytest.raises(Problem, match="geen kopie van dit casusboek"):
        backups.restore(book, strange, OTHER)
    assert "m" in book.case(case_id).entries_by_id


@pytest.mark.parametrize("place", [0.3, 0.9])
def test_a_damaged_backup_is_not_put_back(book, case_id, place):
    made = backups.make(book, Reason.OPENING)
    add(book, case_id)
    whole = bytearray(made.path.read_bytes())
    whole[int(len(whole) * place)] ^= 1
    made.path.write_bytes(whole)
    with pytest.raises(Problem, match="beschadigd"):
        backups.restore(book, made)
    assert "n" in book.case(case_id).entries_by_id
    add(book, case_id, "daarna")


# Removing the casebook


def test_a_casebook_goes_with_its_backups_and_nothing_else(book, tmp_path):
    backups.make(book, Reason.OPENING)
    (tmp_path / "a-voor-omzetting-van-versie-5.tijdlijn").write_bytes(b"oud")
    (tmp_path / "van mij.txt").write_text("blijft")
    backups.remove_casebook(book, WORDS)
    assert [path.name for path in tmp_path.iterdir()] == ["van mij.txt"]


def test_a_casebook_does_not_go_without_its_passphrase(book, case_id):
    backups.make(book, Reason.OPENING)
    with pytest.raises(Problem, match="niet het wachtwoord"):
        backups.remove_casebook(book, "iets anders")
    assert len(backups.found(book)) == 1
    add(book, case_id)


def test_a_folder_with_something_else_in_it_stays(book):
    other = backups.make(book, Reason.OPENING).path.with_name("brief.docx")
    other.write_text("van mij")
    backups.remove_casebook(book, WORDS)
    assert [path.name for path in other.parent.iterdir()] == ["brief.docx"]
