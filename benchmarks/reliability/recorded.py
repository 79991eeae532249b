"""A program that works in a casebook while what it asks of the disk is recorded, and tells what it has acknowledged.

Run by `power.py`, with the recorder loaded: CASEBOOK NUMBER SETTINGS.
"""

from __future__ import annotations

import ctypes
import os
import random
import sys
from pathlib import Path
from typing import Any

from benchmarks.reliability.casebooks import PASSPHRASE, cheap_keys, edits, reopened, seen

from tijdlijn.services import backups, erasing
from tijdlijn.services.backups import Reason
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.erasing import What
from tijdlijn.storage import backup, connection
from tijdlijn.storage.encryption import FileKey

OTHER = "een ander wachtwoord"
EDITS = 30
SETTINGS: dict[str, dict[str, tuple[str, str | int]]] = {
    "ours": {},
    "off": {"synchronous": ("OFF", 0)},
    "sqlite": {"journal_mode": ("DELETE", "delete")},
    "unsynced": {},
}
"""Ours; that of nobody who cares; what SQLite does by itself; and ours with copies that get their name unsynced."""


def main() -> None:
    """Work, and tell after every verb that returned what is seen from then on, the passphrase, and which backups
    there are."""
    tell = ctypes.CDLL(None).tl_acknowledged
    cheap_keys()
    connection.SETTINGS.update(SETTINGS[sys.argv[3]])
    if sys.argv[3] == "unsynced":
        _leave_copies_unsynced()
    chance, words = random.Random(f"power {sys.argv[2]}"), [PASSPHRASE, OTHER]
    with reopened(Path(sys.argv[1])) as book:
        tell(_told(book, words))
        for number, _ in enumerate(edits(book, chance)):
            tell(_told(book, words))
            if number == EDITS:
                break
            if chance.random() < 0.15:
                _whole(book, chance, words)
                tell(_told(book, words))


def _leave_copies_unsynced() -> None:
    """Let a copy get its name before it is on disk for certain."""
    real = backup.open_raw

    def opened(path: Path, key: FileKey, **how: bool) -> Any:
        raw = real(path, key, **how)
        if how.get("create"):
            raw.execute("PRAGMA synchronous = OFF")
        return raw

    backup.open_raw = opened  # type: ignore[attr-defined]
    os.fsync = lambda _: None


def _told(book: OpenCasebook, words: list[str]) -> bytes:
    there = "\n".join(f"{one.path.name}/{one.written}" for one in backups.found(book))
    return f"{seen(book)} {words[0]}\n{there}".encode()


def _whole(book: OpenCasebook, chance: random.Random, words: list[str]) -> None:
    """What makes the whole file anew, or a copy of it."""
    verb = chance.choice(("backup", "erase", "restore", "rekey"))
    if verb == "backup":
        backups.make(book, Reason.ASKED)
    elif verb == "erase":
        case = book.case(book.cases()[0].id)
        if case.entries:
            erasing.erase(book, case.id, What.ENTRY, [chance.choice(case.entries).id])
    elif verb == "restore" and (held := [one for one in backups.listed(book) if one.same_passphrase]):
        backups.restore(book, held[-1].backup)
    elif verb == "rekey":
        book.change_passphrase(*words)
        words.reverse()


if __name__ == "__main__":
    main()
