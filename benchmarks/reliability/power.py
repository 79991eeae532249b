"""The power goes while somebody works: what was acknowledged is there, and the file is whole.

The rule: after a cut the casebook says what was acknowledged last, or what was under way; under the passphrase of
before or the new one. Backups are not judged here. Needs a C compiler and Linux; `can_run` says whether they are there.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from benchmarks.reliability.casebooks import SIZES, casebook, reopened, seen
from benchmarks.reliability.disk import Disk, recorded

from tijdlijn.model.problems import Problem

HERE = Path(__file__).parent
CUTS = 50
"""Cuts in each recording."""


def can_run() -> bool:
    """Whether what is asked of the disk can be recorded here."""
    return sys.platform == "linux" and shutil.which("cc") is not None


def cuts(settings: str, number: int, folder: Path) -> Iterator[str]:
    """Record one session, and let the power go at so many moments in it."""
    chance = random.Random(f"cuts {number}")
    path = casebook(folder / "werk", SIZES[number % len(SIZES)])
    disk = Disk(path.parent)
    asked = list(recorded(_session(path, settings, number)))
    told = [(at, one.words) for at, one in enumerate(asked) if one.op == "a"]
    first, last = told[0][0], told[-1][0]
    moments = sorted(chance.choices(range(first, last), k=CUTS))
    done = 0
    for cut, moment in enumerate(moments):
        for one in asked[done:moment]:
            disk.take(one)
        done = max(done, moment)
        after = folder / f"na {cut}"
        after.mkdir()
        disk.after_a_cut(after, chance)
        before = [words for at, words in told if at < max(moment, first + 1)][-1]
        following = next(words for at, words in told if at >= max(moment, first + 1))
        yield "+cuts"
        yield from _judged(after / path.name, {before, following})
        shutil.rmtree(after)


ours, off, sqlite = (partial(cuts, settings) for settings in ("ours", "off", "sqlite"))


def _session(path: Path, settings: str, number: int) -> Path:
    log = path.parent.parent / "log"
    environment = {**os.environ, "LD_PRELOAD": str(_recorder()), "TL_WATCH": str(path.parent), "TL_LOG": str(log)}
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, (str(HERE.parent.parent), *sys.path)))
    command = [sys.executable, "-m", "benchmarks.reliability.recorded", str(path), str(number), settings]
    subprocess.run(command, env=environment, check=True)
    return log


@cache
def _recorder() -> Path:
    made = Path(tempfile.mkdtemp(prefix="tl-reliable-recorder-")) / "recorder.so"
    source = HERE / "recorder.c"
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", made, source, "-ldl", "-lpthread"], check=True)
    return made


def _judged(path: Path, allowed: set[str]) -> Iterator[str]:
    right = {words.split(" ", 1)[0] for words in allowed}
    trouble = ""
    for word in sorted({words.split(" ", 1)[1] for words in allowed}):
        try:
            with reopened(path, word) as book:
                book.check()
                if seen(book) not in right:
                    yield "lost: other than was acknowledged"
            return
        except Problem as problem:
            trouble = problem.sentence
    yield f"damaged: {trouble}"
