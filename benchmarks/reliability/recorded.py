"""A program that works in a casebook while what it asks of the disk is recorded, and tells what it has acknowledged.

Run by `power.py`, with the recorder loaded: CASEBOOK NUMBER SETTINGS.
"""

from __future__ import annotations

import ctypes
import random
import sys
from pathlib import Path

from benchmarks.reliability.casebooks import PASSPHRASE, cheap_keys, edits, reopened, seen

from tijdlijn.services import backups, erasing
from tijdlijn.services.backups import Reason
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.erasing import What
from tijdlijn.storage import connection

OTHER = "een ander wachtwoord"
EDITS = 30
SETTINGS: dict[str, dict[str, tuple[str, str | int]]] = {
    "ours": {},
    "off": {"synchronous": ("OFF", 0)},
    "sqlite": {"journal_mode": ("DELETE", "delete")},
}
"""Ours; that of nobody who cares; and what SQLite does by itself."""


def main() -> None:
    """Work, and tell after every verb that returned what is seen from then on, and under which passphrase."""
    told = ctypes.CDLL(None).tl_acknowledged
    cheap_keys()
    connection.SETTINGS.update(SETTINGS[sys.argv[3]])
    chance, words = random.Random(f"power {sys.argv[2]}"), [PASSPHRASE, OTHER]
    with reopened(Path(sys.argv[1])) as book:
        told(f"{seen(book)} {words[0]}".encode())
        for number, _ in enumerate(edits(book, chance)):
            told(f"{seen(book)} {words[0]}".encode())
            if number == EDITS:
                break
            if chance.random() < 0.15:
                _whole(book, chance, words)
                told(f"{seen(book)} {words[0]}".encode())


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
