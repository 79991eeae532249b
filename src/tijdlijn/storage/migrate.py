"""Bringing a file up to date: frozen SQL in one transaction (design 7, point 8)."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from sqlalchemy import Connection
from sqlcipher3.dbapi2 import complete_statement

from tijdlijn.storage import file_format, journal
from tijdlijn.storage.engine import driver


def migrate(connection: Connection) -> None:
    """Bring the file from its own version to today's, within the caller's transaction."""
    _, present = file_format.version(driver(connection))
    for number in range(present + 1, file_format.VERSION + 1):
        for statement in _statements(_frozen(number)):
            connection.exec_driver_sql(statement)
    journal.install_triggers(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {file_format.APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {file_format.VERSION}")


def _frozen(number: int) -> str:
    return files("tijdlijn.storage.migrations").joinpath(f"{number:04d}.sql").read_text("utf-8")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one, as running a whole script would commit the transaction."""
    part = ""
    for line in script.splitlines(keepends=True):
        part += line
        if complete_statement(part):
            yield part.strip()
            part = ""
    assert not part.strip(), "a migration ends with a whole statement"
