"""From a passphrase to the key of a file (design 7, point 3).

The rule: the costs below are part of the file format. Another value makes another key, so a file made with the old
ones no longer opens. The salt is no secret: SQLCipher keeps it in the first 16 bytes of the file.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw

from tijdlijn.model.problems import Problem
from tijdlijn.storage.errors import DAMAGED, NOT_A_CASEBOOK, explained, problem

KEY_BYTES = 32
SALT_BYTES = 16
MEMORY_KIB = 64 * 1024
TIME_COST = 3
LANES = 1
PLAINTEXT_HEADER = b"SQLite format 3\0"
FREE_TRIES = 2
LONGEST_WAIT = 60.0


@dataclass(frozen=True, slots=True, repr=False)
class FileKey:
    """The raw key of one file and its salt. It has no readable form, so that it ends up in no message."""

    key: bytes
    salt: bytes

    def __post_init__(self) -> None:
        if len(self.key) != KEY_BYTES or len(self.salt) != SALT_BYTES:
            raise AssertionError("a raw key of the wrong length would be taken as a passphrase")

    @property
    def pragma(self) -> str:
        """The statement that unlocks a connection with this raw key."""
        literal = self.key.hex() + self.salt.hex()
        assert len(literal) == 2 * (KEY_BYTES + SALT_BYTES)
        return f"PRAGMA key = \"x'{literal}'\""


def new_salt() -> bytes:
    """A salt for a file that does not exist yet."""
    return secrets.token_bytes(SALT_BYTES)


def read_salt(path: Path) -> bytes:
    """The salt of an existing file. Raises Problem when it can be no encrypted casebook."""
    with explained(path), path.open("rb") as file:
        head = file.read(SALT_BYTES)
    if head == PLAINTEXT_HEADER:
        raise problem(NOT_A_CASEBOOK, path)
    if len(head) < SALT_BYTES:
        raise problem(DAMAGED, path)
    return head


def derive(passphrase: str, salt: bytes) -> FileKey:
    """Argon2id over the passphrase (NFC, UTF-8). Takes about 150 ms and 64 MiB; do it once per file."""
    try:
        secret = unicodedata.normalize("NFC", passphrase).encode("utf-8")
        key = hash_secret_raw(secret, salt, TIME_COST, MEMORY_KIB, LANES, KEY_BYTES, Type.ID)
    except UnicodeEncodeError:
        raise Problem("Het wachtwoord bevat een teken dat niet bestaat. Typ het opnieuw.") from None
    except (HashingError, MemoryError):
        raise Problem(
            "Er is te weinig geheugen vrij om het wachtwoord te controleren. Sluit andere programma's en probeer "
            "het opnieuw; er is niets gewijzigd."
        ) from None
    return FileKey(key, salt)


def wait_seconds(failed_tries: int) -> float:
    """Seconds to wait before the next try: none after two failed ones, then 1, 2, 4, ... at most 60."""
    beyond = failed_tries - FREE_TRIES
    return 0.0 if beyond <= 0 else min(2.0 ** min(beyond - 1, 16), LONGEST_WAIT)
