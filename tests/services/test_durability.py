"""What a verb returned from is on disk; what it raised at has changed nothing."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest
from sqlalchemy import event

from tests.builders import TODAY, entry
from tijdlijn.model.problems import Problem
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook

OTS = entry("maatregel", "2019", "OTS", id="e0")
WRITER = """
import sys
from pathlib import Path
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import Kind
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.storage import encryption
encryption.MEMORY_KIB, encryption.TIME_COST = 64, 1
book = OpenCasebook.open(Path(sys.argv[1]), "voorbeeld")
case_id = book.cases()[0].id
start = len(book.case(case_id).entries)
for number in range(start, start + 10_000):
    editing.add_entry(book, case_id, Entry(f"e{number}", Kind.SIGNAAL, "melding " * 20))
    if number % 7 == 3:
        book.undo()
        book.redo()
    print(number, flush=True)
"""

REKEYER = """
import sys
from pathlib import Path
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.storage import encryption
encryption.MEMORY_KIB, encryption.TIME_COST = 64, 1
present, other = sys.argv[2:]
book = OpenCasebook.open(Path(sys.argv[1]), present)
print("open", flush=True)
while True:
    book.change_passphrase(present, other)
    present, other = other, present
"""


@pytest.fixture
def book(tmp_path):
    with OpenCasebook.create(tmp_path / "a.tijdlijn", "voorbeeld", title="Gezin Proef", today=TODAY) as made:
        editing.add_entry(made, made.cases()[0].id, OTS)
        yield made


@pytest.fixture
def case_id(book):
    return book.cases()[0].id


def unchanged_after(book, case_id, change):
    """Do a change that must fail; give its sentence, having seen that nothing changed in memory or on disk."""
    before, history = book.case(case_id), book.history()
    with pytest.raises(Problem) as caught:
        change()
    assert book.case(case_id) is before
    assert book.history() == history
    book.close()
    with OpenCasebook.open(book.path, "voorbeeld", today=TODAY) as again:
        assert again.case(case_id) == before
        again.check()
    return caught.value.sentence


def test_a_verb_returns_after_the_commit(book, case_id):
    order = []
    event.listen(book._file.engine(), "commit", lambda connection: order.append("commit"))
    editing.add_entry(book, case_id, replace(OTS, id="e1"))
    order.append("bewaard")
    assert order == ["commit", "bewaard"]


def test_one_action_is_one_transaction(book, case_id):
    commits = []
    event.listen(book._file.engine(), "commit", lambda connection: commits.append(1))
    noted = lambda sql: commits.append("BEGIN IMMEDIATE") if sql == "BEGIN IMMEDIATE" else None  # noqa: E731
    book._file._connected().set_trace_callback(noted)
    editing.add_entries(book, case_id, [replace(OTS, id=f"n{i}") for i in range(50)])
    assert commits == ["BEGIN IMMEDIATE", 1]


def test_a_full_disk_keeps_what_was_there(book, case_id):
    raw = book._file._connected()
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count = {pages}")
    big = replace(OTS, id="e1", details="x" * 50_000)
    assert "De schijf is vol" in unchanged_after(book, case_id, lambda: editing.add_entry(book, case_id, big))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_a_write_that_fails_at_the_commit_itself_keeps_what_was_there(book, case_id):
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    big = replace(OTS, id="e1", details="x" * 200_000)

    def change():
        resource.setrlimit(resource.RLIMIT_FSIZE, (book.path.stat().st_size + 8_192, hard))
        try:
            editing.add_entry(book, case_id, big)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert "niet bewaard" in unchanged_after(book, case_id, change)


def test_a_file_that_became_read_only_keeps_what_was_there(book, case_id):
    raw = book._file._connected()
    raw.execute("PRAGMA query_only = ON")
    change = lambda: editing.delete_entries(book, case_id, ["e0"])  # noqa: E731 - one expression
    assert "rechten" in unchanged_after(book, case_id, change)


def test_an_undo_that_fails_can_be_done_again(book, case_id):
    raw = book._file._connected()
    raw.execute("PRAGMA query_only = ON")
    with pytest.raises(Problem):
        book.undo()
    book.try_again()
    assert book.undo().case.entries == ()
    assert book.redo().case.entries == (OTS,)


@pytest.mark.parametrize("after", [1, 4, 11, 25])
def test_a_kill_loses_nothing_that_was_acknowledged(book, case_id, after):
    book.close()
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(book.path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    said = [int(writer.stdout.readline()) for _ in range(after)]
    writer.kill()
    said += map(int, writer.communicate()[0].split())
    with OpenCasebook.open(book.path, "voorbeeld", today=TODAY) as again:
        kept = set(again.case(case_id).entries_by_id)
        assert {f"e{number}" for number in said} <= kept
        assert len(kept) <= len(said) + 2
        again.check()
        while again.undo():
            pass
        assert again.case(case_id).entries == ()


def test_a_kill_while_the_passphrase_changes_leaves_the_old_or_the_new(book, case_id):
    before, path = book.case(case_id), book.path
    book.close()
    words = ["voorbeeld", "een ander wachtwoord"]
    for moment in range(8):
        writer = subprocess.Popen(
            [sys.executable, "-c", REKEYER, str(path), *words],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        assert writer.stdout.readline() == b"open\n"
        with pytest.raises(subprocess.TimeoutExpired):
            writer.wait(0.02 + moment * 0.013)
        writer.kill()
        writer.communicate()
        present = next(word for word in words if _opens(path, word, case_id, before))
        assert {item.name for item in path.parent.iterdir()} <= {path.name, path.name + ".lock"}
        words = [present, next(word for word in words if word != present)]


def _opens(path, passphrase, case_id, expected):
    """Whether this passphrase opens the file, whole and with what was in it."""
    try:
        with OpenCasebook.open(path, passphrase, today=TODAY) as again:
            again.check()
            assert again.case(case_id) == expected
            return True
    except Problem as problem:
        if "onjuist" not in problem.sentence:
            raise
        return False
