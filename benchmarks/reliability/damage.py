"""Bytes of a casebook that are damaged: nothing wrong is ever shown, nothing falls over, and the way back is named.

The rule: a damaged casebook says so, with the reservekopie that can be opened, or says what it said before. So it is
when it was damaged while closed, while open, and when the damaged file is the backup that is put back. Each run is in
a fork, so that a program that falls over is seen.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from benchmarks.reliability.casebooks import PASSPHRASE, casebook, checksum, edits, reopened, seen
from benchmarks.reliability.children import Say, forked

from tijdlijn.model.problems import Problem
from tijdlijn.services import backups
from tijdlijn.services.casebook import OpenCasebook

SIZE, PAGE = 120, 4096
OFFERED = ("reservekopie", "onder een andere naam")
"""What a sentence about a damaged file names: the copy that can be opened, or keeping what is on the screen."""

Way = Callable[[bytearray, random.Random], object]


def damage(number: int, folder: Path) -> Iterator[str]:
    """Damage one casebook in one way."""
    how, when = list(WAYS)[number % len(WAYS)], list(TIMES)[number // len(WAYS) % len(TIMES)]
    chance = random.Random(f"damage {number}")
    path = casebook(folder, SIZE, with_backup=True)
    ended = forked(lambda say: TIMES[when](path, WAYS[how], chance, say)).ended()
    if ended.code:
        yield f"crashed: {how} {when} {ended.code} {ended.trouble}"
    yield from (told for told in ended.said if not told.startswith("error"))


def _flip(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _zero(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.choice((1, 16, 512, PAGE, 5 * PAGE)))
    data[start:end] = bytes(end - start)


def _noise(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.choice((1, 16, 512, PAGE)))
    data[start:end] = chance.randbytes(end - start)


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def _cut_pages(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data) // PAGE) * PAGE :]


def _swap(data: bytearray, chance: random.Random) -> None:
    one, other = (number * PAGE for number in chance.sample(range(len(data) // PAGE), 2))
    data[one : one + PAGE], data[other : other + PAGE] = data[other : other + PAGE], data[one : one + PAGE]


def _missing(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    del data[start : start + chance.choice((1, 512, PAGE))]


def _head(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(100)] ^= chance.randrange(1, 256)


WAYS: dict[str, Way] = {
    "flip": _flip,
    "zero": _zero,
    "noise": _noise,
    "cut": _cut,
    "cut pages": _cut_pages,
    "swap": _swap,
    "missing": _missing,
    "head": _head,
}


def _spoil(path: Path, way: Way, chance: random.Random) -> bool:
    """Damage a file in its place; whether that changed a byte."""
    before = path.read_bytes()
    data = bytearray(before)
    way(data, chance)
    with path.open("r+b") as file:
        file.write(data)
        file.truncate()
    return bytes(data) != before


def _closed(path: Path, way: Way, chance: random.Random, say: Say) -> None:
    with reopened(path) as book:
        before = seen(book)
    _spoil(path, way, chance)
    _look(path, {before}, say)


def _look(path: Path, allowed: set[str], say: Say) -> None:
    """Open it, and read all."""
    try:
        with reopened(path) as book:
            book.check()
            say("+opens as it was" if seen(book) in allowed else "wrong facts: of a file that was damaged")
    except Problem as problem:
        say("+told" if OFFERED[0] in problem.sentence else f"no way back: {problem.sentence}")


def _open(path: Path, way: Way, chance: random.Random, say: Say) -> None:
    with reopened(path) as book:
        allowed = {seen(book)}
        _spoil(path, way, chance)
        try:
            for _ in islice(edits(book, chance), 5):
                allowed.add(seen(book))
        except Problem as problem:
            way_on = any(words in problem.sentence for words in OFFERED)
            say("+told while open" if way_on else f"no way on: {problem.sentence}")
        _shown(book, allowed, say)
    _look(path, allowed, say)


def _shown(book: OpenCasebook, allowed: set[str], say: Say) -> None:
    """What the casebook that is still open gives of itself: what it was, or the sentence."""
    if checksum(book.snapshots()) not in allowed:
        say("wrong facts: in memory")
    try:
        if seen(book) not in allowed:
            say("wrong facts: in the open casebook")
    except Problem as problem:
        if OFFERED[0] not in problem.sentence:
            say(f"no way back: {problem.sentence}")


def _of_a_backup(path: Path, way: Way, chance: random.Random, say: Say) -> None:
    with reopened(path) as book:
        for _ in islice(edits(book, chance), 3):
            pass
        before, (one,) = seen(book), backups.found(book)
        spoilt = _spoil(one.path, way, chance)
        backups.listed(book)
        for work in (lambda: backups.drill(book, one, PASSPHRASE), lambda: backups.restore(book, one)):
            try:
                work()
                if spoilt:
                    say("wrong facts: a damaged backup was taken for a whole one")
            except Problem:
                say("+told of the backup")
        if spoilt and seen(book) != before:
            say("wrong facts: the casebook changed by a damaged backup")
    if spoilt:
        _look(path, {before}, say)


TIMES: dict[str, Callable[[Path, Way, random.Random, Say], None]] = {
    "closed": _closed,
    "open": _open,
    "of a backup": _of_a_backup,
}
