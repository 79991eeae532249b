"""Which file this is: the numbers that stand in its header."""

from __future__ import annotations

from typing import Any

APPLICATION_ID = 0x54494A44
VERSION = 7


def version(raw: Any) -> tuple[int, int]:
    """The application id and the version that a file carries, by the driver's connection; (0, 0) when it is new."""
    application, number = (raw.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    return int(application), int(number)
