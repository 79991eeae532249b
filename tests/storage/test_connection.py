"""Every connection is secret and safe, or there is none."""

import re
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from tests.builders import case, entry, person
from tests.storage.support import PASSPHRASE, make, reopened
from tijdlijn.model.problems import Problem
from tijdlijn.storage import connection as factory
from tijdlijn.storage import rows
from tijdlijn.storage.backup import journal_of
from tijdlijn.storage.connection import UnsafeConnection
from tijdlijn.storage.encryption import FileKey, derive, read_salt
from tijdlijn.storage.engine import driver
from tijdlijn.storage.sealed import seal

MARKER = "Merkwaardighuizen"
SAFE = {
    "journal_mode": "truncate",
    "synchronous": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "mmap_size": 0,
}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.tijdlijn"


def settings_of(file):
    raw = file._connected()
    return {name: raw.execute(f"PRAGMA {name}").fetchone()[0] for name in SAFE}


def test_every_setting_is_in_force_when_made_and_when_opened(path):
    file = make(path, case())
    assert settings_of(file) == SAFE
    file = reopened(file)
    assert settings_of(file) == SAFE
    file.close()


@pytest.mark.parametrize("name", SAFE)
def test_a_setting_that_does_not_take_is_noticed(path, monkeypatch, name):
    make(path, case()).close()
    before = path.read_bytes()
    other = {"journal_mode": "DELETE", "synchronous": "NORMAL", "temp_store": "FILE", "mmap_size": "4096"}
    flipped = other.get(name, "OFF" if SAFE[name] else "ON")
    monkeypatch.setitem(factory.SETTINGS, name, (flipped, SAFE[name]))
    with pytest.raises(UnsafeConnection, match=name):
        factory.open_raw(path, derive(PASSPHRASE, read_salt(path)))
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", factory.CIPHER_SETTINGS)
def test_a_cipher_of_another_make_is_noticed(path, monkeypatch, name):
    monkeypatch.setitem(factory.CIPHER_SETTINGS, name, "8192")
    with pytest.raises(UnsafeConnection, match=name):
        make(path, case())
    assert list(path.parent.iterdir()) == []


def test_a_misspelt_key_makes_no_file(path, monkeypatch):
    monkeypatch.setattr(FileKey, "pragma", property(lambda key: f"PRAGMA kye = \"x'{key.key.hex()}'\""))
    with pytest.raises(UnsafeConnection, match="cipher_status"):
        make(path, case())
    assert list(path.parent.iterdir()) == []


def test_a_plaintext_file_is_noticed(path):
    raw = dbapi2.connect(str(path))
    raw.execute("CREATE TABLE t (a)")
    raw.close()
    with pytest.raises(UnsafeConnection, match="plaintext"):
        factory.assert_encrypted(path)


def test_a_connection_makes_no_file_unless_asked(path):
    with pytest.raises(dbapi2.OperationalError):
        factory.open_raw(path, derive(PASSPHRASE, bytes(16)))
    assert not path.exists()


def test_the_salt_can_be_read_from_the_first_bytes(path):
    file = make(path, case())
    salt = read_salt(path)
    assert salt == file._key.salt
    file.close()
    assert derive(PASSPHRASE, salt).key == file._key.key


def test_nothing_of_a_family_is_readable_in_the_file_or_its_journal(path):
    family = case(entry("signaal", "2019", MARKER, details=MARKER * 50), persons=(person(MARKER),))
    file = make(path, family)
    with file.writing() as connection:
        rows.remove_case(connection, family.id)
        rollback = journal_of(path).read_bytes()
        assert len(rollback) > 4_096
        for content in (rollback, path.read_bytes()):
            assert not content.startswith(b"SQLite format 3")
            assert MARKER.encode() not in content
            assert b"CREATE TABLE" not in content
    file.close()
    assert MARKER.encode() not in path.read_bytes()


def test_errors_hold_no_parameters(path):
    file = make(path, case())
    with pytest.raises(IntegrityError) as caught, file.engine().begin() as connection:
        connection.execute(text("INSERT INTO cases (id, title) VALUES (:id, :title)"), {"id": MARKER, "title": MARKER})
    assert MARKER not in str(caught.value)
    file.close()


def test_a_change_takes_the_write_lock_before_it_reads(path):
    file = make(path, case())
    other = dbapi2.connect(str(path), timeout=0, isolation_level=None)
    other.execute(file._key.pragma)
    with file.writing(), pytest.raises(dbapi2.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.close()
    file.close()


# What holds when the first line of defence is gone


def forget_keys(monkeypatch):
    """Let the factory give no key, and not look whether there is one."""
    monkeypatch.setattr(factory, "_unlock", lambda raw, key: None)


def test_a_forgotten_key_makes_no_casebook_and_no_package(path, monkeypatch):
    forget_keys(monkeypatch)
    with pytest.raises(Problem, match="geen casusboek"):
        make(path, case())
    with pytest.raises(UnsafeConnection, match="plaintext"):
        seal(path, PASSPHRASE, MARKER.encode(), 1)
    assert list(path.parent.iterdir()) == []


def test_a_forgotten_key_makes_no_copy_and_opens_no_readable_file(path, monkeypatch):
    file = make(path, case())
    copy = path.with_name("kopie.tijdlijn")
    with monkeypatch.context() as forgetting:
        forget_keys(forgetting)
        with pytest.raises((UnsafeConnection, Problem)):
            file.copy(copy)
        readable = path.with_name("leesbaar.tijdlijn")
        raw = dbapi2.connect(str(readable))
        raw.execute("CREATE TABLE t (a)")
        raw.close()
        with pytest.raises(UnsafeConnection, match="plaintext"):
            factory.open_raw(readable, file._key)
    assert not copy.exists()
    file.close()


# What writes


def test_every_transaction_that_writes_begins_with_the_lock_for_it(path):
    """Else what is read first may be old by the time that it is written."""
    file = make(path, case())
    said = []
    file._connected().set_trace_callback(said.append)
    with file.writing():
        pass
    with file.noting():
        pass
    assert [sql for sql in said if sql.startswith("BEGIN")] == ["BEGIN IMMEDIATE"] * 2
    file.close()


def test_all_that_writes_has_one_connection(path):
    file = make(path, case())
    assert isinstance(file.engine().pool, StaticPool)
    with file.writing() as connection:
        assert driver(connection) is file._connected()
    file.close()


def test_no_file_is_vacuumed_in_its_place():
    """A kill in the middle of that would leave neither the old file nor the new; into another file it is safe."""
    sources = sorted(Path(factory.__file__).parents[1].rglob("*.py"))
    told = [path.name for path in sources for _ in re.finditer(r"VACUUM(?! INTO)", path.read_text("utf-8"))]
    assert told == []


def test_there_is_no_search_index_of_sqlite_to_leave_words_behind(path):
    """FTS5 keeps removed words unless it is told not to. Whoever adds such a table tells it, and changes this."""
    file = make(path, case())
    with file.reading() as raw:
        made = [sql for (sql,) in raw.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
    assert made
    assert [sql for sql in made if "VIRTUAL" in sql.upper()] == []
    file.close()
