"""A kill while a casebook is copied, put back or erased leaves the old file or the new one, and every backup whole."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.builders import TODAY, entry
from tijdlijn.services import backups, editing
from tijdlijn.services.backups import Reason
from tijdlijn.services.casebook import OpenCasebook

KILLS = 4
HEAD = """
import sys
from pathlib import Path
from tijdlijn.services import backups, editing, erasing
from tijdlijn.services.backups import Reason
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.erasing import What
from tijdlijn.storage import encryption
encryption.MEMORY_KIB, encryption.TIME_COST = 64, 1
book = OpenCasebook.open(Path(sys.argv[1]), "voorbeeld")
case_id = book.cases()[0].id
book.prepare()
print("open", flush=True)
"""
WORK = {
    "backup": "while True: backups.make(book, Reason.HOURLY)",
    "restore": "while True: backups.restore(book, backups.found(book)[0])",
    "erase": "while True: erasing.erase(book, case_id, What.ENTRY, [book.case(case_id).entries[-1].id])",
    "copy": """
number = 0
while True:
    number += 1
    erasing.copy_without_history(book, book.path.with_name(f"kopie {number}.tijdlijn"))
""",
}
TITLES = [f"melding {number} " * 20 for number in range(300)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.tijdlijn"
    with OpenCasebook.create(made, "voorbeeld", title="Gezin Proef", today=TODAY) as book:
        case_id = book.cases()[0].id
        entries = tuple(entry("signaal", "2019", title, id=f"e{number}") for number, title in enumerate(TITLES))
        editing.apply(book, case_id, editing.Batch(entries=entries), "Lees in")
        backups.make(book, Reason.ASKED)
    return made


def killed(path: Path, work: str, after: float) -> None:
    """Do this work in a program of its own and kill it so many seconds after it began."""
    child = subprocess.Popen([sys.executable, "-c", HEAD + WORK[work], str(path)], stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline() == b"open\n"
    time.sleep(after)
    assert child.poll() is None, "it was still at work"
    child.kill()
    child.wait()
    child.stdout.close()


def whole(path: Path) -> int:
    """How many entries a casebook holds that opens and is sound; each is as it was."""
    with OpenCasebook.open(path, "voorbeeld", today=TODAY) as book:
        book.check()
        entries = book.case(book.cases()[0].id).entries
        assert [one.title for one in entries] == TITLES[: len(entries)]
        assert book.history()
        return len(entries)


@pytest.mark.parametrize("work", list(WORK))
def test_a_kill_leaves_whole_files(path: Path, work: str) -> None:
    chance = random.Random(work)
    for _ in range(KILLS):
        killed(path, work, chance.uniform(0.0, 0.4))
        left = whole(path)
        if work != "erase":
            assert left == len(TITLES)
        with OpenCasebook.open(path, "voorbeeld", today=TODAY) as book:
            backups.make_if_changed(book, Reason.OPENING)
            held = backups.found(book)
            assert held
            copies = [one.path for one in held]
        for copy in copies:
            assert whole(copy) == left
        for copy in path.parent.glob("kopie*.tijdlijn"):
            assert whole(copy) == left
            copy.unlink()
    assert not list(path.parent.glob("a.tijdlijn.*nieuw"))
