"""Casebooks to be treated badly, the edits made in them, and what of them is on disk."""

from __future__ import annotations

import hashlib
import random
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from benchmarks.storage import batch

from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.people import Person
from tijdlijn.model.vocabulary import Kind
from tijdlijn.services import backups, editing
from tijdlijn.services.backups import Reason
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.storage import encryption

PASSPHRASE = "voorbeeld"
TODAY = date(2026, 1, 1)
SIZES = (0, 40, 250)


def cheap_keys() -> None:
    """Derive keys cheaply in this program and its forks, as the cost is no part of what is tried."""
    encryption.MEMORY_KIB, encryption.TIME_COST = 64, 1


@cache
def _made(size: int, with_backup: bool) -> Path:
    path = Path(tempfile.mkdtemp(prefix="tl-reliable-from-")) / "a.tijdlijn"
    with OpenCasebook.create(path, PASSPHRASE, title="Gezin Proef", today=TODAY) as book:
        editing.apply(book, book.cases()[0].id, batch(size, random.Random(size)), "Lees in")
        if with_backup:
            backups.make(book, Reason.ASKED)
    return path


def casebook(folder: Path, size: int, *, with_backup: bool = False) -> Path:
    """A casebook of a family with so many entries, in this folder."""
    shutil.copytree(_made(size, with_backup).parent, folder, dirs_exist_ok=True)
    return folder / "a.tijdlijn"


def reopened(path: Path, passphrase: str = PASSPHRASE) -> OpenCasebook:
    """As after a fault."""
    return OpenCasebook.open(path, passphrase, today=TODAY)


def seen(book: OpenCasebook) -> str:
    """A checksum of all that a casebook says of its cases."""
    return checksum(book.case(one.id) for one in book.cases())


def checksum(cases: Iterable[Case]) -> str:
    """A checksum of these cases."""
    told = "\n".join(map(repr, cases))
    return hashlib.sha256(told.encode()).hexdigest()[:20]


def steps(book: OpenCasebook) -> int:
    """How many steps were ever made in it."""
    return int(book.read(lambda raw: raw.execute("SELECT count(*) FROM steps").fetchone()[0]))


def edits(book: OpenCasebook, chance: random.Random) -> Iterator[str]:
    """Edits without end, through the services; each is given after its verb returned, and is one step."""
    case_id, number = book.cases()[0].id, 0
    while True:
        number += 1
        verb = chance.choice(("add", "add", "change", "some", "delete", "person", "undo", "redo", "big"))
        entries = book.case(case_id).entries
        if verb == "some":
            editing.add_entries(book, case_id, [_entry(f"{number}-{one}", chance) for one in range(5)])
        elif verb == "change" and entries:
            editing.change_entries(book, case_id, [replace(chance.choice(entries), title=f"anders {number}")])
        elif verb == "delete" and entries:
            editing.delete_entries(book, case_id, [one.id for one in chance.sample(entries, min(3, len(entries)))])
        elif verb == "person":
            editing.put_person(book, case_id, Person(f"n{number}", f"Naam {number}"))
        elif verb == "undo" and book.undo_name:
            book.undo()
        elif verb == "redo" and book.redo_name:
            book.redo()
        elif verb == "big":
            long = replace(_entry(str(number), chance), details=f"{chance.random()} " * 3_000)
            editing.add_entry(book, case_id, long)
        else:
            editing.add_entry(book, case_id, _entry(str(number), chance))
        yield verb


def _entry(number: str, chance: random.Random) -> Entry:
    return Entry(f"x{number}", chance.choice(list(Kind)), f"melding {number} " * 10)
