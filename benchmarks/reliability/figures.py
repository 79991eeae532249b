"""How long safety takes: an edit until it is on disk, unlocking, and reopening after a kill. Real costs of the key."""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from benchmarks.reliability.casebooks import PASSPHRASE, TODAY, edits, reopened
from benchmarks.reliability.children import Say, forked
from benchmarks.storage import batch

from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.storage import encryption

EDITS, LARGE, KILLS = 1_000, 20_000, 5


def main() -> None:
    """Print them, with the load of the machine."""
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder:
        path = _made(Path(folder) / "600.tijdlijn", 600)
        keys = [_timed(lambda: encryption.derive(PASSPHRASE, encryption.read_salt(path))) for _ in range(9)]
        print(f"unlock, the key: median {statistics.median(keys):.0f} ms, from {min(keys):.0f} to {max(keys):.0f}")
        with reopened(path) as book:
            book.prepare()
            steps = edits(book, random.Random(1))
            taken = sorted(_timed(lambda: next(steps)) for _ in range(EDITS))
        print(f"edit at 600: median {statistics.median(taken):.1f} ms, p99 {taken[EDITS * 99 // 100]:.1f} ms")
        large = _made(Path(folder) / "20000.tijdlijn", LARGE)
        print(
            "reopening 20,000 after a kill, key included:", ", ".join(f"{_killed(large):.0f} ms" for _ in range(KILLS))
        )


def _made(path: Path, size: int) -> Path:
    with OpenCasebook.create(path, PASSPHRASE, today=TODAY) as book:
        editing.apply(book, book.cases()[0].id, batch(size, random.Random(size)), "Lees in")
    return path


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1_000


def _killed(path: Path) -> float:
    def work(say: Say) -> None:
        with reopened(path) as book:
            for verb in islice(edits(book, random.Random()), 10_000):
                say(verb)

    forked(work).killed_after(0.2, once_said=True)

    def again() -> None:
        with OpenCasebook.open(path, PASSPHRASE, today=TODAY, load_first=True):
            pass

    return _timed(again)


if __name__ == "__main__":
    main()
