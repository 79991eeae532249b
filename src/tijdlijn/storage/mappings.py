"""How tables were read before, kept in the casebook: for a header and an agency, the settings as JSON.

The rule: one row for each header of each agency, in the order in which they were last used. It is no step and in no
journal, for nothing of a family stands in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Connection

_KNOWN = "SELECT signature, agency, settings FROM column_mappings ORDER BY row"
_FORGET = "DELETE FROM column_mappings WHERE signature = ? AND agency = ?"
_KEEP = "INSERT INTO column_mappings (signature, agency, settings) VALUES (?, ?, ?)"


def known(raw: Any) -> tuple[tuple[str, str, str], ...]:
    """Signature of the header, agency and settings of every table read before; the last used comes last."""
    return tuple(raw.execute(_KNOWN).fetchall())


def keep(connection: Connection, signature: str, agency: str, settings: str) -> None:
    """Remember how a table was read."""
    connection.exec_driver_sql(_FORGET, (signature, agency))
    connection.exec_driver_sql(_KEEP, (signature, agency, settings))
