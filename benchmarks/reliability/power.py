"""The power goes while somebody works: what was acknowledged is there, and the file is whole.

The rule: after a cut the casebook says what was acknowledged last, or what was under way; under the passphrase of
before or the new one. Every file that is named as a finished backup opens whole and says what the casebook once said,
and none is gone that was there before and after. Needs a C compiler and Linux; `can_run` says whether they are there.
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from benchmarks.reliability.casebooks import PASSPHRASE, SIZES, casebook, reopened, seen
from benchmarks.reliability.disk import Disk, recorded
from benchmarks.reliability.recorded import OTHER

from tijdlijn.model.problems import Problem
from tijdlijn.services import backups
from tijdlijn.services.backups import Backup
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.looking_back import open_backup

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
    told = [_Told(at, *one.words.split("\n", 1)) for at, one in enumerate(asked) if one.op == "a"]
    first, last = told[0].at, told[-1].at
    moments = sorted(chance.choices(range(first, last), k=CUTS))
    done, whole = 0, set[bytes]()
    for cut, moment in enumerate(moments):
        for one in asked[done:moment]:
            disk.take(one)
        done = max(done, moment)
        after = folder / f"na {cut}"
        after.mkdir()
        disk.after_a_cut(after, chance)
        known = [words for words in told if words.at < max(moment, first + 1)]
        known.append(told[len(known)])
        yield "+cuts"
        yield from _judged(after / path.name, known, whole)
        shutil.rmtree(after)


ours, off, sqlite, unsynced = (partial(cuts, settings) for settings in ("ours", "off", "sqlite", "unsynced"))


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


@dataclass(frozen=True, slots=True)
class _Told:
    """What the program had acknowledged at a place in the recording: the state, and the names of the backups."""

    at: int
    state: str
    backups: str

    @property
    def seen(self) -> str:
        """The checksum of what the casebook said."""
        return self.state.split(" ", 1)[0]

    @property
    def passphrase(self) -> str:
        """The passphrase of the casebook."""
        return self.state.split(" ", 1)[1]

    @property
    def files(self) -> set[str]:
        """The backups, each by its name and when it was written: one made anew may have the name of one that went."""
        return set(filter(None, self.backups.split("\n")))


def _judged(path: Path, known: list[_Told], whole: set[bytes]) -> Iterator[str]:
    """`known` is what was acknowledged, and last what was under way; `whole` are backups that were looked through."""
    right = {one.seen for one in known[-2:]}
    trouble = ""
    for word in sorted({one.passphrase for one in known[-2:]}):
        try:
            with reopened(path, word) as book:
                book.check()
                if seen(book) not in right:
                    yield "lost: other than was acknowledged"
                yield from _judged_backups(book, known, whole)
            return
        except Problem as problem:
            trouble = problem.sentence
    yield f"damaged: {trouble}"


def _judged_backups(book: OpenCasebook, known: list[_Told], whole: set[bytes]) -> Iterator[str]:
    there = {one.path.name: one for one in backups.found(book)}
    for stays in known[-2].files & known[-1].files:
        if stays.partition("/")[0] not in there:
            yield "backup lost: it was there before and after"
    once = {one.seen for one in known}
    for backup in there.values():
        yield "+backups"
        content = hashlib.sha256(backup.path.read_bytes()).digest()
        if content in whole:
            continue
        said = _said_by(book, backup)
        if said in once:
            whole.add(content)
        else:
            yield f"backup damaged: {backup.reason.value}"


def _said_by(book: OpenCasebook, backup: Backup) -> str:
    """What a backup says, under whichever passphrase; nothing when it does not open whole."""
    for word in (None, PASSPHRASE, OTHER):
        try:
            with open_backup(book, backup, word) as opened:
                return seen(opened)
        except Problem:
            continue
    return ""
