"""The format of the file, and how an older file becomes a newer one."""

import pytest
from sqlalchemy import inspect

from tests.builders import TODAY, case, entry, person
from tests.storage.support import PASSPHRASE, make
from tijdlijn.model.problems import Problem
from tijdlijn.storage import journal, migrate, rows, schema
from tijdlijn.storage.casebook_file import CasebookFile
from tijdlijn.storage.journal import StepKind

SECOND = """
-- A column more, and a change of what was written before;
ALTER TABLE persons ADD COLUMN nickname TEXT NOT NULL DEFAULT '';
UPDATE persons
SET role = 'gezinslid; ' || role;
"""
FAMILY = case(entry("signaal", "2019", "Melding", persons="ruud"), persons=(person("Ruud"),))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "gezin.tijdlijn"


@pytest.fixture
def second(monkeypatch):
    """The program of the future: its second version of the file."""

    def prepare(sql=SECOND):
        first = migrate._frozen
        monkeypatch.setattr(schema, "VERSION", 2)
        monkeypatch.setattr(migrate, "_frozen", lambda number: sql if number == 2 else first(number))

    return prepare


def test_the_frozen_sql_makes_the_tables_that_the_program_uses(path):
    file = make(path, case())
    with file.reading() as connection:
        found = inspect(connection)
        assert set(found.get_table_names()) == set(schema.metadata.tables)
        for table in schema.metadata.sorted_tables:
            made = [(c["name"], type(c["type"]).__name__, c["nullable"]) for c in found.get_columns(table.name)]
            wanted = [(c.name, _type(c), c.nullable) for c in table.columns]
            assert [column[:2] for column in made] == [column[:2] for column in wanted]
            keyless = [c for c, k in zip(made, table.columns, strict=True) if not k.primary_key]
            assert keyless == [c for c, k in zip(wanted, table.columns, strict=True) if not k.primary_key]
            assert _keys(found, table.name) == _wanted_keys(table)
    file.close()


def _type(column):
    return {"Text": "TEXT", "Integer": "INTEGER", "Float": "REAL"}[type(column.type).__name__]


def _keys(found, name):
    return sorted((key["constrained_columns"], key["referred_table"]) for key in found.get_foreign_keys(name))


def _wanted_keys(table):
    return sorted((list(key.column_keys), key.referred_table.name) for key in table.foreign_key_constraints)


def test_the_file_carries_its_number_and_version(path):
    file = make(path, case())
    with file.reading() as connection:
        assert migrate.version(connection) == (0x54494A44, 1)
    file.close()


def test_an_older_file_is_brought_up_to_date_after_a_backup(path, second):
    make(path, FAMILY).close()
    second()
    file = CasebookFile.open(path, PASSPHRASE)
    with file.reading() as connection:
        assert migrate.version(connection)[1] == 2
        assert rows.load_case(connection, "c", TODAY).persons[0].role == "gezinslid; kind"
    file.close()
    assert {item.name for item in path.parent.iterdir()} == {
        "gezin.tijdlijn",
        "gezin-voor-omzetting-van-versie-1.tijdlijn",
    }


def test_the_backup_is_the_file_as_it_was(path, second, monkeypatch):
    make(path, FAMILY).close()
    second()
    CasebookFile.open(path, PASSPHRASE).close()
    monkeypatch.setattr(schema, "VERSION", 1)
    file = CasebookFile.open(path.with_name("gezin-voor-omzetting-van-versie-1.tijdlijn"), PASSPHRASE)
    with file.reading() as connection:
        assert rows.load_case(connection, "c", TODAY) == FAMILY
    file.close()


def test_a_migration_that_fails_leaves_the_file_as_it_was(path, second, monkeypatch):
    make(path, FAMILY).close()
    before = path.read_bytes()
    second(SECOND + "DROP TABLE nowhere;")
    with pytest.raises(Problem):
        CasebookFile.open(path, PASSPHRASE)
    assert path.read_bytes() == before
    monkeypatch.setattr(schema, "VERSION", 1)
    file = CasebookFile.open(path, PASSPHRASE)
    with file.reading() as connection:
        assert rows.load_case(connection, "c", TODAY) == FAMILY
    file.close()


def test_no_migration_without_a_backup(path, second):
    make(path, FAMILY).close()
    before = path.read_bytes()
    path.with_name("gezin-voor-omzetting-van-versie-1.tijdlijn.nieuw").mkdir()
    second()
    with pytest.raises(Problem):
        CasebookFile.open(path, PASSPHRASE)
    assert path.read_bytes() == before


def test_undo_works_across_a_migration(path, second):
    file = make(path, FAMILY)
    with file.writing() as connection:
        step = journal.begin(connection, StepKind.DO, "Verwijder persoon", "c")
        rows.remove_case(connection, "c")
    file.close()
    second()
    file = CasebookFile.open(path, PASSPHRASE)
    with file.writing() as connection:
        journal.begin(connection, StepKind.UNDO, "terug", "c", step)
        journal.restore_before(connection, step)
        assert rows.load_case(connection, "c", TODAY) == FAMILY
    file.close()


def test_a_newer_file_is_refused_in_plain_words(path):
    file = make(path, FAMILY)
    with file.writing() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 2")
    file.close()
    before = path.read_bytes()
    with pytest.raises(Problem, match="nieuwere versie van tijdlijn"):
        CasebookFile.open(path, PASSPHRASE)
    assert path.read_bytes() == before


def test_an_encrypted_file_of_another_program_is_refused(path):
    file = make(path, FAMILY)
    with file.writing() as connection:
        connection.exec_driver_sql("PRAGMA application_id = 7")
    file.close()
    with pytest.raises(Problem, match="geen casusboek"):
        CasebookFile.open(path, PASSPHRASE)
