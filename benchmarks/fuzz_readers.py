"""Reads thousands of spoilt documents of every format and counts how that ended.

    python benchmarks/fuzz_readers.py [HOW_MANY] [--child]

Without `--child` they are read in a few worker processes that are watched (fast); with it each in a process of its own,
as the program does. A worker that dies or takes more than ten seconds over one document is counted, with its seed.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from tests.dossier.mutating import samples, spoilt

from tijdlijn.dossier.formats import read_here
from tijdlijn.dossier.reading import read_bytes
from tijdlijn.dossier.wire import answer, answered
from tijdlijn.model.problems import Problem

LIMIT = 10.0


def outcome(data: bytes, name: str, child: bool) -> str:
    """How reading ended, in a word or two."""
    try:
        document = read_bytes(data, name) if child else read_here(data, name)
    except Problem as problem:
        return "refused in words" if name in problem.sentence else "refused without its name"
    except Exception as error:
        return f"{type(error).__name__} instead of a sentence"
    holds = child or answered(answer(document)) == document
    return ("read, with notices" if document.notices else "read") if holds else "read, offsets wrong"


def work(pipe: Connection) -> None:
    """A worker: documents in, outcomes out."""
    originals = samples()
    while (task := pipe.recv()) is not None:
        name, seed, child = task
        pipe.send(outcome(spoilt(originals[name], seed), name, child))


class Worker:
    """A process that is replaced when it dies or hangs."""

    def __init__(self) -> None:
        self.pipe, end = multiprocessing.Pipe()
        self.process = multiprocessing.get_context("spawn").Process(target=work, args=(end,), daemon=True)
        self.process.start()
        end.close()

    def result(self, name: str, seed: int, child: bool) -> str:
        self.pipe.send((name, seed, child))
        try:
            if self.pipe.poll(LIMIT + 20):
                return str(self.pipe.recv())
            return "hung"
        except EOFError:
            return "died"


def main() -> None:
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    how_many, child = (numbers or [10_000])[0], "--child" in sys.argv
    names = list(samples())
    counts: dict[str, Counter[str]] = {name: Counter() for name in names}
    slowest: dict[str, float] = dict.fromkeys(names, 0.0)
    worker = Worker()
    for number in range(how_many):
        name = names[number % len(names)]
        started = time.monotonic()
        result = worker.result(name, number, child)
        took = time.monotonic() - started
        slowest[name] = max(slowest[name], took if number >= len(names) else 0.0)
        result = "took too long" if took > LIMIT + 0.5 and result not in ("hung", "died") else result
        counts[name][result] += 1
        if result not in ("read", "read, with notices", "refused in words"):
            print(f"{name} seed {number}: {result}", flush=True)
        if result in ("hung", "died"):
            worker.process.kill()
            worker = Worker()
    worker.pipe.send(None)
    for name in names:
        print(f"{name:16} slowest {slowest[name]:5.2f} s  {dict(counts[name].most_common())}")
    print("all", dict(sum(counts.values(), Counter()).most_common()))


if __name__ == "__main__":
    main()
