"""A program killed at any moment while it edits: what it had acknowledged is there, and the file is whole.

The rule: after a kill the casebook says exactly what was acknowledged last, or that and the one step that was under
way; taking that step back gives what was acknowledged.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.reliability.casebooks import SIZES, casebook, edits, reopened, seen, steps
from benchmarks.reliability.children import Ended, Say, forked

from tijdlijn.model.problems import Problem

LONGEST = 0.15


def kill(number: int, folder: Path) -> Iterator[str]:
    """Kill it once; four times of five after its first edit, else also while it opens."""
    chance = random.Random(f"kill {number}")
    path = casebook(folder, SIZES[number % len(SIZES)])
    with reopened(path) as book:
        before = f"{steps(book)} {seen(book)}"

    def work(say: Say) -> None:
        with reopened(path) as book:
            for _ in edits(book, chance):
                say(f"{steps(book)} {seen(book)}")

    moment = random.Random(number).uniform(0, LONGEST)
    yield from judged(path, before, forked(work).killed_after(moment, once_said=number % 5 > 0))


def judged(path: Path, before: str, ended: Ended) -> Iterator[str]:
    """What is wrong with a casebook after what was said last in it."""
    if not ended.was_killed:
        yield f"stopped: {ended.code} {ended.trouble}"
    if not ended.said:
        yield "+killed before the first edit"
    known, told = (ended.said or (before,))[-1].split()
    try:
        with reopened(path) as book:
            book.check()
            more = steps(book) - int(known)
            if more == 1:
                yield "+on disk and not yet acknowledged"
                if book.history(1)[0].is_undo:
                    book.redo()
                else:
                    book.undo()
            if more not in (0, 1) or seen(book) != told:
                yield f"lost: {more} steps more than acknowledged"
    except Problem as problem:
        yield f"damaged: {problem.sentence}"
