"""A copy gets its name only when it is known to be whole."""

import pytest

from tests.builders import case, entry
from tests.storage.support import PASSPHRASE, make
from tijdlijn.model.problems import Problem
from tijdlijn.storage import backup
from tijdlijn.storage.casebook_file import CasebookFile


@pytest.fixture
def file(tmp_path):
    made = make(tmp_path / "a.tijdlijn", case(*(entry("signaal", "2019", f"Melding {i}") for i in range(50))))
    yield made
    made.close()


@pytest.fixture
def target(file):
    """An older copy that must survive whatever goes wrong."""
    place = file.path.with_name("kopie.tijdlijn")
    file.copy(place)
    return place


def damaging(copy):
    """A disk that writes one bit wrong."""

    def write(source, key, path):
        copy(source, key, path)
        whole = bytearray(path.read_bytes())
        whole[len(whole) // 2] ^= 1
        path.write_bytes(whole)

    return write


def test_a_copy_that_went_wrong_does_not_replace_the_older_one(file, target, monkeypatch):
    before = target.read_bytes()
    monkeypatch.setattr(backup, "_copy", damaging(backup._copy))
    with pytest.raises(Problem, match="beschadigd"):
        file.copy(target, overwrite=True)
    assert target.read_bytes() == before
    assert not target.with_name("kopie.tijdlijn.nieuw").exists()


def test_a_copy_is_synced_before_it_gets_its_name(file, target, monkeypatch):
    order = []
    sync, replace = backup.os.fsync, type(target).replace
    monkeypatch.setattr(backup.os, "fsync", lambda handle: (order.append("sync"), sync(handle))[1])
    monkeypatch.setattr(type(target), "replace", lambda self, to: (order.append("name"), replace(self, to))[1])
    file.copy(target, overwrite=True)
    assert order == ["sync", "name", "sync"]


def test_a_copy_to_a_folder_that_is_not_there_is_said_to_be_so(file, tmp_path):
    with pytest.raises(Problem):
        file.copy(tmp_path / "weg" / "kopie.tijdlijn")


def test_the_file_can_be_changed_after_a_copy(file, target):
    with file.writing() as connection:
        connection.exec_driver_sql("UPDATE cases SET title = 'anders'")
    copy = CasebookFile.open(target, PASSPHRASE)
    with copy.reading() as raw:
        assert raw.execute("SELECT title FROM cases").fetchone() == ("Gezin Proef",)
    copy.close()
