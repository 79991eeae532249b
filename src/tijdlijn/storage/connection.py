"""The one factory of connections (design 7, points 2 and 4).

The rule: nobody else calls `connect` of SQLCipher. A forgotten key makes a plaintext file without a word, and SQLite's
own defaults lose acknowledged edits at a power cut; so every setting is read back after it is made.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from tijdlijn.storage.encryption import PLAINTEXT_HEADER, FileKey

BUSY_SECONDS = 2.0
CIPHER_SETTINGS = {"cipher_page_size": "4096", "cipher_use_hmac": "1", "cipher_plaintext_header_size": "0"}
SETTINGS: dict[str, tuple[str, str | int]] = {
    "journal_mode": ("TRUNCATE", "truncate"),
    "synchronous": ("FULL", 2),
    "foreign_keys": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "secure_delete": ("ON", 1),
    "temp_store": ("MEMORY", 2),
    "mmap_size": ("0", 0),
}
"""Per pragma: the value to set, and what it must read afterwards."""


class UnsafeConnection(AssertionError):
    """A connection does not have the settings that keep a casebook secret and whole. A defect, never bad input."""


def open_raw(path: Path, key: FileKey, *, create: bool = False, read_only: bool = False) -> Any:
    """A connection of the driver, unlocked and checked, that threads share under the caller's lock.

    Without `create` a missing file is an error of the driver, never a new file.
    """
    uri = f"{path.resolve().as_uri()}?mode={'rwc' if create else 'ro' if read_only else 'rw'}"
    raw = dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_SECONDS)
    try:
        _unlock(raw, key)
        _settle(raw)
        assert_encrypted(path)
    except BaseException:
        raw.close()
        raise
    return raw


def assert_encrypted(path: Path) -> None:
    """Raise UnsafeConnection when the file starts with SQLite's own header: then it is readable by anyone."""
    with path.open("rb") as file:
        if file.read(len(PLAINTEXT_HEADER)) == PLAINTEXT_HEADER:
            raise UnsafeConnection("plaintext header")


def _unlock(raw: Any, key: FileKey) -> None:
    raw.execute("PRAGMA cipher_log_level = NONE")
    raw.execute(key.pragma)
    if _value(raw, "cipher_status") != "1":
        raise UnsafeConnection("cipher_status")
    for name, wanted in CIPHER_SETTINGS.items():
        if _value(raw, name) != wanted:
            raise UnsafeConnection(name)


def _settle(raw: Any) -> None:
    for name, (value, wanted) in SETTINGS.items():
        raw.execute(f"PRAGMA {name} = {value}")
        if _value(raw, name) != wanted:
            raise UnsafeConnection(name)


def _value(raw: Any, pragma: str) -> Any:
    row = raw.execute(f"PRAGMA {pragma}").fetchone()
    return row[0] if row else None
