"""One text under a password, as a file of its own: the container of a package.

The rule: no cipher of our own. It is a SQLCipher database with one row, made and opened by the same factory and key
derivation as a casebook, under an application id of its own, so that neither can be taken for the other. The version
in the file is that of the content. What is read is read from a private copy, so that the file stays as it is.
"""

from __future__ import annotations

import hashlib
import secrets
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlcipher3 import dbapi2

from tijdlijn.model.problems import Problem
from tijdlijn.model.progress import WORKING, WRITING, Progress, unwatched
from tijdlijn.storage import backup, encryption, file_format
from tijdlijn.storage.connection import assert_encrypted, open_raw
from tijdlijn.storage.errors import FOLDER, MISSING, explained, problem

APPLICATION_ID = 0x746A706B
"""`tjpk` in ASCII."""
MOST_BYTES = 1_000_000_000
WRONG_OR_DAMAGED = (
    "Het wachtwoord is onjuist of het pakket {name} is beschadigd; er is niets ingelezen. Typ het wachtwoord opnieuw, "
    "of vraag om een nieuw pakket."
)
NO_PACKAGE = (
    "{name} is geen pakket van tijdlijn; er is niets ingelezen. Kies een bestand dat op .tijdlijn-pakket eindigt."
)
NEWER = (
    "Het pakket {name} is gemaakt met een nieuwere versie van tijdlijn; er is niets ingelezen. Werk het programma bij "
    "en lees het dan opnieuw in."
)
CASEBOOK = "{name} is een casusboek en geen pakket; er is niets ingelezen. Open het als casusboek."


def seal(
    path: Path,
    passphrase: str,
    content: bytes,
    version: int,
    progress: Progress = unwatched,
    before: Callable[[str], None] = lambda _: None,
) -> None:
    """Write a file with this content; a file that is there is replaced by the whole new one. Raises Problem.

    `progress` is told `WRITING` right before the file gets its name, and `before` the SHA-256 of all of it: what they
    raise leaves what was there.
    """
    beside = path.with_name(f".{secrets.token_hex(8)}.tmp")
    with explained(path):
        try:
            progress(*WORKING)
            key = encryption.derive(passphrase, encryption.new_salt())
            progress(*WORKING)
            with closing(open_raw(beside, key, create=True)) as raw:
                raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                raw.execute(f"PRAGMA user_version = {version}")
                raw.execute("CREATE TABLE package (content BLOB NOT NULL)")
                raw.execute("INSERT INTO package (content) VALUES (?)", (content,))
            assert_encrypted(beside)
            progress(*WRITING)
            with beside.open("rb") as made:
                found = hashlib.file_digest(made, "sha256").hexdigest()
            before(found)
            backup.publish(beside, path)
        finally:
            backup.discard(beside)


def unseal(path: Path, passphrase: str, version: int, progress: Progress = unwatched) -> bytes:
    """The content of a file. Raises Problem: missing, no package, wrong passphrase or damaged, of a newer version."""
    if path.is_dir():
        raise problem(FOLDER, path)
    if not path.exists():
        raise problem(MISSING, path)
    with explained(path), TemporaryDirectory(prefix="tijdlijn-") as folder:
        if path.stat().st_size > MOST_BYTES:
            raise problem(NO_PACKAGE, path)
        copy = Path(folder) / "pakket"
        shutil.copyfile(path, copy)
        try:
            salt = encryption.read_salt(copy)
        except Problem:
            raise problem(NO_PACKAGE, path) from None
        progress(*WORKING)
        key = encryption.derive(passphrase, salt)
        progress(*WORKING)
        try:
            return _read(copy, key, path, version)
        except dbapi2.Error:
            raise problem(WRONG_OR_DAMAGED, path) from None


def _read(copy: Path, key: encryption.FileKey, path: Path, version: int) -> bytes:
    with closing(open_raw(copy, key)) as raw:
        application, number = file_format.version(raw)
        if application != APPLICATION_ID:
            raise problem(CASEBOOK if application == file_format.APPLICATION_ID else NO_PACKAGE, path)
        if number > version:
            raise problem(NEWER, path)
        if raw.execute("PRAGMA cipher_integrity_check").fetchall():
            raise problem(WRONG_OR_DAMAGED, path)
        row = raw.execute("SELECT content FROM package").fetchone()
    if row is None or not isinstance(row[0], bytes):
        raise problem(WRONG_OR_DAMAGED, path)
    return row[0]
