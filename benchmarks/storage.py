"""How long the casebook takes to open, load and edit, against what a user may wait for (a ratio below 1 is good).

Run with `python benchmarks/storage.py`; it makes its casebooks in a temporary folder.
"""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Entry
from tijdlijn.model.people import Party, Person
from tijdlijn.model.vocabulary import Kind
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch
from tijdlijn.storage import encryption

PASSPHRASE = "voorbeeld"
EDITS = 300
TODAY = date(2026, 1, 1)
ALLOWED_MS = {"edit": 5.0, "undo": 50.0, "load 600": 20.0, "load 10000": 150.0, "open 600": 50.0, "open 10000": 100.0}


def batch(size: int, chance: random.Random) -> Batch:
    """A family of four with thirty parties and `size` entries of all kinds."""
    persons = tuple(Person(f"p{i}", f"Persoon {i}", is_focus=i < 2) for i in range(4))
    parties = tuple(Party(f"q{i}", f"Partij {i}") for i in range(30))
    return Batch(persons=persons, parties=parties, entries=tuple(_entry(i, chance) for i in range(size)))


def _entry(number: int, chance: random.Random) -> Entry:
    first = date(2012, 1, 1) + timedelta(chance.randrange(4_000))
    last = first + timedelta(chance.randrange(400))
    text = chance.choice([f"{first}", f"{first}/{last}", f"{first:%Y-%m}", f"{first:%Y}~", f"{first}/.."])
    return Entry(
        f"e{number}",
        chance.choice(list(Kind)),
        f"Regel {number} van het dossier",
        UncertainDate.parse(text, chance.choice(["", "zoals het er staat"])),
        details="Er is overlegd met de ouders en met school. " * 4,
        person_ids=(f"p{chance.randrange(4)}",),
        party_ids=(f"q{chance.randrange(30)}", f"q{chance.randrange(15)}"),
    )


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that it takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1_000


def line(name: str, milliseconds: float, allowed: str) -> None:
    """One result beside what is allowed."""
    print(f"{name:28} {milliseconds:8.2f} ms  {milliseconds / ALLOWED_MS[allowed]:6.2f} of what is allowed")


def measure(folder: Path, size: int) -> None:
    """Everything for one size of family."""
    chance = random.Random(size)
    path = folder / f"{size}.tijdlijn"
    with OpenCasebook.create(path, PASSPHRASE, title="Gezin Meting", today=TODAY) as book:
        case_id = book.cases()[0].id
        editing.apply(book, case_id, batch(size, chance), "Importeer")
    key = timed(lambda: encryption.derive(PASSPHRASE, encryption.read_salt(path)))
    opened = []
    open_all = timed(lambda: opened.append(OpenCasebook.open(path, PASSPHRASE, today=TODAY)))
    line(f"open {size}, without the key", open_all - key, f"open {size}")
    with opened[0] as book:
        line(f"load {size}", timed(lambda: book.case(case_id)), f"load {size}")
        edits = sorted(edit(book, case_id, size, number, chance) for number in range(EDITS))
        line(f"edit in {size}, median", statistics.median(edits), "edit")
        line(f"edit in {size}, 99 of 100", edits[EDITS * 99 // 100], "edit")
        undos = [timed(book.undo) for _ in range(50)]
        line(f"undo in {size}, median", statistics.median(undos), "undo")


def edit(book: OpenCasebook, case_id: str, size: int, number: int, chance: random.Random) -> float:
    """Milliseconds of one edit of one entry."""
    entry = book.case(case_id).entries_by_id[f"e{chance.randrange(size)}"]
    changed = replace(entry, title=f"Gewijzigd {number}")
    return timed(lambda: editing.change_entries(book, case_id, [changed]))


def main() -> None:
    """Measure the key and two families."""
    print(f"{'key':28} {timed(lambda: encryption.derive(PASSPHRASE, bytes(16))):8.2f} ms  (meant to take about 150)")
    with tempfile.TemporaryDirectory() as folder:
        for size in (600, 10_000):
            measure(Path(folder), size)


if __name__ == "__main__":
    main()
