"""Looking at a backup: what is read, what is never written, and what the log of the casebook says of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.builders import entry
from tijdlijn.model.problems import Problem
from tijdlijn.services import backups, editing, outgoing
from tijdlijn.services.backups import Backup, Reason
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.guarded import Access, Standing
from tijdlijn.services.log_words import words_of
from tijdlijn.services.looking_back import open_backup
from tijdlijn.storage import audit
from tijdlijn.storage.audit import Event

TODAY = date(2026, 11, 23)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    (tmp_path / "map").mkdir()
    with OpenCasebook.create(tmp_path / "map" / "boek.tijdlijn", "voorbeeld", today=TODAY) as made:
        editing.add_entry(made, made.cases()[0].id, entry("besluit", "2020", "Toen", id="toen"))
        yield made


@pytest.fixture
def backup(book: OpenCasebook) -> Backup:
    """A backup in which an entry is not, that the casebook has."""
    made = backups.make(book, Reason.ASKED)
    editing.add_entry(book, book.cases()[0].id, entry("besluit", "2021", "Later", id="later"))
    return made


def files_of(book: OpenCasebook) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in book.path.parent.rglob("*") if path.is_file()}


def told(book: OpenCasebook) -> list[str]:
    return [words_of(line) for line in book.read(lambda raw: audit.lines(raw, 2))]


def test_it_shows_what_was_and_the_casebook_goes_on(book: OpenCasebook, backup: Backup) -> None:
    with open_backup(book, backup) as looked_at:
        assert looked_at.condition.standing is Standing.READ_ONLY
        assert [one.title for one in looked_at.all_cases()[0].entries] == ["Toen"]
        editing.add_entry(book, book.cases()[0].id, entry("besluit", "2022", "Nog later", id="nog"))
        assert [one.title for one in looked_at.all_cases()[0].entries] == ["Toen"]


def test_nothing_of_it_is_written_whatever_is_tried(book: OpenCasebook, backup: Backup) -> None:
    before = files_of(book)
    with open_backup(book, backup) as looked_at:
        case_id = looked_at.cases()[0].id
        for verb in (
            lambda: editing.delete_entries(looked_at, case_id, ["toen"]),
            lambda: looked_at.keep(lambda _: None),
            lambda: looked_at.change_passphrase("voorbeeld", "anders"),
            looked_at.undo,
            looked_at.try_again,
        ):
            with pytest.raises(Problem, match="alleen te lezen"):
                verb()
        looked_at.keep_view(case_id, looked_at.view_in_use(case_id))
        looked_at.jot(lambda raw: raw.execute("DELETE FROM entries"))
        assert files_of(book).keys() == before.keys()
    after = files_of(book)
    assert {path: data for path, data in after.items() if path != book.path} == {
        path: data for path, data in before.items() if path != book.path
    }


def test_the_log_of_the_casebook_says_that_it_was_looked_at_and_what_left(
    book: OpenCasebook, backup: Backup, tmp_path: Path
) -> None:
    with open_backup(book, backup) as looked_at:
        assert told(book)[0] == "Reservekopie geopend om te kijken"
        case_id = looked_at.cases()[0].id
        with outgoing.leaving(
            looked_at, Event.EXPORTED, case_id, what="casus", kind="csv", pseudonyms=False
        ) as departure:
            departure.write(tmp_path / "uit.csv", b"x")
    assert told(book) == ["Bewaard als CSV-tabel, uit een reservekopie, met namen", "Reservekopie geopend om te kijken"]


def test_one_of_another_passphrase_asks_for_it(book: OpenCasebook, backup: Backup) -> None:
    book.change_passphrase("voorbeeld", "een ander woord")
    with pytest.raises(Problem, match="ander wachtwoord"):
        open_backup(book, backup)
    with pytest.raises(Problem, match="onjuist"):
        open_backup(book, backup, "mis")
    with open_backup(book, backup, "voorbeeld") as looked_at:
        assert [one.title for one in looked_at.all_cases()[0].entries] == ["Toen"]


def test_one_of_an_older_version_is_shown_and_stays_of_that_version(
    book: OpenCasebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is read from a private copy, which goes with it."""
    private = tmp_path / "tijdelijk"
    private.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(private))
    path = book.path.with_name(f"{book.path.stem}-voor-omzetting-van-versie-5.tijdlijn")
    shutil.copyfile(Path(__file__).parents[1] / "files" / "versie-5.casusboek", path)
    before = files_of(book)
    (found,) = backups.found(book)
    with open_backup(book, found, "voorbeeld") as looked_at:
        assert looked_at.all_cases()
        assert list(private.iterdir())
    assert list(private.iterdir()) == []
    assert files_of(book)[path] == before[path]
    assert files_of(book).keys() == before.keys()


def test_a_damaged_one_is_refused_also_where_the_page_would_not_be_read(book: OpenCasebook, backup: Backup) -> None:
    content = bytearray(backup.path.read_bytes())
    content[-2000] ^= 1
    backup.path.write_bytes(content)
    with pytest.raises(Problem, match="beschadigd"):
        open_backup(book, backup)


def test_one_of_another_casebook_is_refused(book: OpenCasebook, backup: Backup, tmp_path: Path) -> None:
    with OpenCasebook.create(tmp_path / "ander.tijdlijn", "voorbeeld") as other:
        other.copy(tmp_path / "kopie.tijdlijn")
    shutil.copyfile(tmp_path / "kopie.tijdlijn", backup.path)
    with pytest.raises(Problem, match="geen kopie van dit casusboek"):
        open_backup(book, backup, "voorbeeld")


def test_it_can_be_looked_at_when_the_casebook_can_no_longer_be_written(book: OpenCasebook, backup: Backup) -> None:
    book.path.rename(book.path.with_name("weg.tijdlijn"))
    with pytest.raises(Problem):
        editing.delete_entries(book, book.cases()[0].id, ["toen"])
    with open_backup(book, backup) as looked_at:
        assert [one.title for one in looked_at.all_cases()[0].entries] == ["Toen"]
        with pytest.raises(Problem, match="niets naar buiten"):
            outgoing.note_copy(looked_at, looked_at.cases()[0].id, "regels", pseudonyms=False, entries=1)


def test_nothing_leaves_a_casebook_that_is_only_read(book: OpenCasebook, tmp_path: Path) -> None:
    case_id = book.cases()[0].id
    with OpenCasebook.open(book.path, "voorbeeld", access=Access.READ, today=TODAY) as reader:
        out = tmp_path / "uit.csv"
        with pytest.raises(Problem, match="hoort in zijn logboek"):  # noqa: SIM117  # as every verb writes it
            with outgoing.leaving(reader, Event.EXPORTED, case_id, what="casus", kind="csv") as departure:
                departure.write(out, b"x")
        with pytest.raises(Problem, match="hoort in zijn logboek"):
            outgoing.note_copy(reader, case_id, "regels", pseudonyms=True, entries=1)
        with pytest.raises(Problem, match="hoort in zijn logboek"):
            outgoing.note_presenting(reader, case_id, pseudonyms=True)
    assert not out.exists()
    assert list(tmp_path.glob("uit*")) == []
