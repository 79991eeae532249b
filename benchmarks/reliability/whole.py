"""A program killed while it makes a whole file anew: there is the old one or the new one, and every copy is whole."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.reliability.casebooks import PASSPHRASE, casebook, reopened, seen
from benchmarks.reliability.children import Ended, Say, forked

from tijdlijn.model.problems import Problem
from tijdlijn.services import backups, erasing, exporting, importing
from tijdlijn.services.backups import Reason
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.erasing import What
from tijdlijn.storage import file_format, migrate
from tijdlijn.storage.connection import open_raw
from tijdlijn.storage.encryption import derive, read_salt

OTHER = "een ander wachtwoord"
SIZE, ROWS = 120, 60
ENDINGS = (".csv", ".json", ".xlsx", ".docx", ".pdf")
NEXT = file_format.VERSION + 1
NEXT_SQL = "ALTER TABLE cases ADD COLUMN later TEXT NOT NULL DEFAULT '';\nCREATE TABLE later (x TEXT);\n"
_FROZEN = migrate._frozen


def _rekey(book: OpenCasebook, _: Path) -> None:
    words = [PASSPHRASE, OTHER]
    while True:
        book.change_passphrase(*words)
        words.reverse()


def _backup(book: OpenCasebook, _: Path) -> None:
    while True:
        backups.make(book, Reason.HOURLY)


def _restore(book: OpenCasebook, _: Path) -> None:
    while True:
        backups.restore(book, backups.found(book)[0])


def _erase(book: OpenCasebook, _: Path) -> None:
    while entries := book.case(book.cases()[0].id).entries:
        erasing.erase(book, book.cases()[0].id, What.ENTRY, [entries[-1].id])


def _copy(book: OpenCasebook, path: Path) -> None:
    number = 0
    while True:
        number += 1
        erasing.copy_without_history(book, path.with_name(f"kopie {number}.tijdlijn"))


def _import(book: OpenCasebook, path: Path) -> None:
    table = path.with_name("tabel.csv")
    rows = "\n".join(f"2019-0{1 + one % 9},signaal,Ingelezen {one}" for one in range(ROWS))
    table.write_text(f"date,kind,title\n{rows}\n", "utf-8")
    id_ = book.cases()[0].id
    while True:
        importing.commit_import(book, importing.plan_import(book, id_, importing.read_files([table])))
        book.undo()


def _export(book: OpenCasebook, path: Path) -> None:
    id_ = book.cases()[0].id
    while True:
        for ending in ENDINGS:
            exporting.export_case(book, id_, path.with_name(f"uit{ending}"))


WORK: dict[str, Callable[[OpenCasebook, Path], None]] = {
    "rekey": _rekey,
    "backup": _backup,
    "restore": _restore,
    "erase": _erase,
    "copy": _copy,
    "import": _import,
    "export": _export,
}
LONGEST = {"export": 1.5}


def kill(name: str, number: int, folder: Path) -> Iterator[str]:
    """Kill it once while it does this work over and over."""
    path = casebook(folder, SIZE, with_backup=True)
    with reopened(path) as book:
        before = seen(book)

    def work(say: Say) -> None:
        with reopened(path) as book:
            book.prepare()
            say("open")
            WORK[name](book, path)

    moment = random.Random(f"{name} {number}").uniform(0, LONGEST.get(name, 0.3))
    ended = forked(work).killed_after(moment, once_said=True)
    yield from _stopped(ended)
    yield from _judged(path, name, before)


def _stopped(ended: Ended) -> Iterator[str]:
    if not ended.was_killed and ended.code:
        yield f"stopped: {ended.trouble}"


def _judged(path: Path, name: str, before: str) -> Iterator[str]:
    word = PASSPHRASE
    try:
        try:
            book = reopened(path, word)
        except Problem:
            if name != "rekey":
                raise
            book = reopened(path, OTHER)
        with book:
            book.check()
            yield from _facts(book, name, before)
            backups.make_if_changed(book, Reason.OPENING)
            held = backups.listed(book)
            if not held or any(one.trouble for one in held):
                yield "damaged: a backup"
        for copy in path.parent.glob("kopie*.tijdlijn"):
            with reopened(copy) as other:
                other.check()
    except Problem as problem:
        yield f"damaged: {problem.sentence}"
    if left := [one.name for one in path.parent.iterdir() if ".nieuw" in one.name and "kopie" not in one.name]:
        if name != "export":
            yield f"left behind: {left}"
        else:
            yield "+left behind of an export"
    yield from (f"damaged: {one}" for one in path.parent.glob("uit*") if not _is_whole(one))


def _facts(book: OpenCasebook, name: str, before: str) -> Iterator[str]:
    entries = book.case(book.cases()[0].id).entries
    if name == "erase":
        if [one.id for one in entries] != [f"e{number}" for number in range(len(entries))]:
            yield "lost: more than was erased"
        return
    if name == "import" and len(entries) > SIZE:
        yield "+imported"
        if len(entries) != SIZE + ROWS:
            yield "lost: half an import"
        book.undo()
    if seen(book) != before:
        yield "lost: other than before"


def _is_whole(path: Path) -> bool:
    data = path.read_bytes()
    if path.suffix in (".xlsx", ".docx"):
        return zipfile.is_zipfile(path) and zipfile.ZipFile(path).testzip() is None
    return data.rstrip().endswith({".pdf": b"%%EOF", ".json": b"}"}.get(path.suffix, b""))


def kill_migration(number: int, folder: Path) -> Iterator[str]:
    """Kill it while it opens a file of the version before."""
    path = casebook(folder, SIZE)
    with reopened(path) as book:
        before = seen(book)

    def work(say: Say) -> None:
        _be_of_the_future()
        say("begins")
        reopened(path)

    ended = forked(work).killed_after(random.Random(f"migration {number}").uniform(0, 0.12), once_said=True)
    yield from _stopped(ended)
    key = derive(PASSPHRASE, read_salt(path))
    raw = open_raw(path, key)
    (version,) = raw.execute("PRAGMA user_version").fetchone()
    raw.close()
    if version == NEXT:
        yield "+migrated"
        if not list(path.parent.glob("a*voor*")) and len(list(path.parent.iterdir())) < 2:
            yield "lost: the backup of before"
    try:
        if version == NEXT:
            _be_of_the_future()
        with reopened(path) as book:
            book.check()
            if seen(book) != before:
                yield "lost: other than before"
    except Problem as problem:
        yield f"damaged: {problem.sentence}"
    finally:
        file_format.VERSION, migrate._frozen = NEXT - 1, _FROZEN


def _be_of_the_future() -> None:
    file_format.VERSION = NEXT
    migrate._frozen = lambda number: NEXT_SQL if number == NEXT else _FROZEN(number)


KILLS = {name: partial(kill, name) for name in WORK} | {"migration": kill_migration}
