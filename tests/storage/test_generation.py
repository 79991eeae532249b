"""A file that is no longer what was left of it is not written to."""

import shutil

import pytest

from tests.builders import case
from tests.storage.support import PASSPHRASE, make, reopened
from tijdlijn.model.problems import Problem
from tijdlijn.storage import audit, generation, mappings
from tijdlijn.storage.audit import Event
from tijdlijn.storage.casebook_file import CasebookFile
from tijdlijn.storage.connection import open_raw
from tijdlijn.storage.encryption import derive, read_salt


@pytest.fixture
def file(tmp_path):
    made = make(tmp_path / "gezin.tijdlijn", case())
    yield made
    made.close()


def write(file: CasebookFile, agency: str = "School") -> None:
    with file.writing() as connection:
        mappings.keep(connection, "datum|wat", agency, "{}")


def test_every_transaction_counts_and_a_failed_one_does_not(file):
    before = file.generation
    write(file)
    with file.noting() as raw:
        audit.add(raw, Event.PRINTED)
    assert (file.generation.book, file.generation.number) == (before.book, before.number + 2)
    with pytest.raises(KeyError), file.writing():
        raise KeyError
    with pytest.raises(KeyError), file.noting():
        raise KeyError
    write(file, "Politie")
    assert file.generation.number == before.number + 3
    assert reopened(file).generation == file.generation


def test_two_casebooks_are_not_the_same_one_and_a_copy_is(file, tmp_path):
    other = make(tmp_path / "ander.tijdlijn", case())
    assert other.generation.book != file.generation.book
    other.close()
    file.copy(tmp_path / "kopie.tijdlijn")
    copy = CasebookFile.open(tmp_path / "kopie.tijdlijn", PASSPHRASE)
    assert copy.generation == file.generation
    copy.close()


def test_an_older_copy_put_back_in_its_place_is_not_written_to(file, tmp_path):
    older = tmp_path / "ouder"
    shutil.copy(file.path, older)
    write(file)
    shutil.copyfile(older, file.path)  # into the same file: its identity stays
    before = file.path.read_bytes()
    for attempt in (lambda: write(file, "Politie"), lambda: file.noting().__enter__()):
        with pytest.raises(Problem, match="oudere kopie"):
            attempt()
    assert file.path.read_bytes() == before


def test_what_another_program_wrote_is_not_written_over(file):
    key = derive(PASSPHRASE, read_salt(file.path))
    raw = open_raw(file.path, key)
    generation.count(raw)
    raw.close()
    with pytest.raises(Problem, match="ander programma"):
        write(file)


def test_what_was_written_to_a_file_that_moved_meanwhile_is_not_called_saved(file, tmp_path):
    def write_and_move():
        with file.writing() as connection:
            mappings.keep(connection, "datum|wat", "School", "{}")
            file.path.rename(tmp_path / "elders.tijdlijn")

    with pytest.raises(Problem, match="verplaatst"):
        write_and_move()
