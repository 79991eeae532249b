"""SQLAlchemy around a connection of the driver: what writes to the file, made when something is first written.

The rule: it opens no connection of its own, so that the factory in `connection.py` stays the only one; and what it says
is taken off a failure of the driver, which is what the errors are explained by.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2


def engine_on(raw: Any) -> Engine:
    """An engine on this one connection. Errors hide their parameters."""
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: raw, poolclass=StaticPool, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """A transaction that is on disk when this returns, or has changed nothing when it raises what the driver said."""
    try:
        with engine.begin() as connection:
            yield connection
    except DBAPIError as error:
        raise error.orig or error from None


def driver(connection: Connection) -> Any:
    """The connection of the driver itself, to read by within the same transaction."""
    return connection.connection.driver_connection


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


__all__ = ["Connection", "driver", "engine_on", "transaction"]
