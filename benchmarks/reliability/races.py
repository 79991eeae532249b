"""Two programs that want to write in one casebook at the same moment: never two writers, and nothing of either lost."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from benchmarks.reliability.casebooks import casebook, reopened
from benchmarks.reliability.children import Say, forked

from tijdlijn.model.entries import Entry
from tijdlijn.model.problems import Problem
from tijdlijn.model.vocabulary import Kind
from tijdlijn.services import editing

TRIES, PROGRAMS = 6, 2


def race(number: int, folder: Path) -> Iterator[str]:
    """Let them race: each opens, writes, and closes, some times."""
    path = casebook(folder, 0)
    start = time.monotonic() + 0.02

    def program(name: int, say: Say) -> None:
        chance = random.Random(f"race {number} {name}")
        time.sleep(max(0.0, start - time.monotonic()))
        for turn in range(TRIES):
            try:
                with reopened(path) as book:
                    began = time.monotonic()
                    editing.add_entry(book, book.cases()[0].id, Entry(f"{name}-{turn}", Kind.SIGNAAL, "melding"))
                    time.sleep(chance.uniform(0, 0.005))
                    say(f"{name}-{turn} {began} {time.monotonic()}")
            except Problem as problem:
                if "al ergens anders geopend" not in problem.sentence:
                    raise
                say("taken")
            time.sleep(chance.uniform(0, 0.005))

    children = [forked(lambda say, name=name: program(name, say)) for name in range(PROGRAMS)]
    ended = [child.ended() for child in children]
    yield from (f"stopped: {one.trouble}" for one in ended if one.code)
    said = [line.split() for one in ended for line in one.said if not line.startswith("error")]
    yield from ("+taken" for words in said if words == ["taken"])
    wrote = sorted((float(words[1]), float(words[2]), words[0]) for words in said if len(words) == 3)
    yield from ("+wrote" for _ in wrote)
    if any(later[0] < earlier[1] for earlier, later in combinations(wrote, 2)):
        yield "two writers: at the same time"
    with reopened(path) as book:
        book.check()
        if {id_ for _, _, id_ in wrote} != set(book.case(book.cases()[0].id).entries_by_id):
            yield "lost: what one of them wrote"
