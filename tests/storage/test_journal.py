"""What can be undone and redone follows from the history alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import case, entry
from tests.storage.support import make
from tijdlijn.storage import journal, reading, rows, schema
from tijdlijn.storage.engine import driver
from tijdlijn.storage.steps import Stacks, StepKind


def follow(words: str) -> Stacks:
    """The stacks after a history such as "do do undo redo"; the steps are numbered from 1."""
    stacks = Stacks()
    for id_, word in enumerate(words.split(), start=1):
        kind = StepKind(word)
        stack = {StepKind.UNDO: stacks.undo, StepKind.REDO: stacks.redo}.get(kind)
        stacks.take(kind, id_, stack[-1] if stack else None)
    return stacks


@pytest.mark.parametrize(
    ("history", "undo", "redo"),
    [
        ("", [], []),
        ("start", [], []),
        ("start do do", [2, 3], []),
        ("start do do undo", [2], [3]),
        ("start do do undo undo", [], [3, 2]),
        ("start do do undo undo redo", [2], [3]),
        ("start do do undo undo redo redo", [2, 3], []),
        ("start do do undo do", [2, 5], []),
        ("start do do undo do undo undo redo", [2], [5]),
    ],
)
def test_a_history_says_what_can_be_undone_and_redone(history, undo, redo):
    stacks = follow(history)
    assert (stacks.undo, stacks.redo) == (undo, redo)


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=40))
def test_undo_and_redo_walk_one_line_that_a_new_step_cuts_after_the_present(words):
    stacks, line, present = Stacks(), [], 0
    for id_, word in enumerate(words, start=1):
        kind = StepKind(word)
        if kind is StepKind.DO:
            line = [*line[:present], id_]
            present += 1
        elif kind is StepKind.UNDO and present:
            present -= 1
        elif kind is StepKind.REDO and present < len(line):
            present += 1
        else:
            continue
        target = {StepKind.UNDO: stacks.undo, StepKind.REDO: stacks.redo}.get(kind, [None])[-1]
        stacks.take(kind, id_, target)
        assert (stacks.undo, stacks.redo[::-1]) == (line[:present], line[present:])


@pytest.fixture
def file(tmp_path):
    made = make(tmp_path / "a.tijdlijn", case(entry("signaal", "2019", "Melding", id="e1")))
    yield made
    made.close()


def rows_of(connection, step):
    return connection.execute(schema.journal.select().where(schema.journal.c.step == step)).all()


def test_a_row_that_stays_the_same_is_not_in_the_journal(file):
    with file.writing() as connection:
        step = journal.begin(connection, StepKind.DO, "niets", "c")
        rows.put(connection, "c", [entry("signaal", "2019", "Melding", id="e1")])
        assert rows_of(connection, step) == []
        rows.put(connection, "c", [entry("signaal", "2019", "Anders", id="e1")])
        (change,) = rows_of(connection, step)
        assert '"title":"Melding"' in change.before
        assert '"title":"Anders"' in change.after
        assert journal.touched(connection, step) == {"entries": {"e1"}}


@pytest.mark.parametrize("table", schema.JOURNALED, ids=lambda table: table.name)
def test_every_column_of_every_table_is_in_the_journal(file, table):
    with file.reading() as raw:
        triggers = [sql for (sql,) in raw.execute("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")]
    of_table = [sql for sql in triggers if f" ON {table.name} " in sql]
    assert len(of_table) == 3
    for sql in of_table:
        assert all(f"'{column.name}'" in sql for column in table.columns)


def test_one_step_may_change_a_row_many_times(file):
    first = entry("signaal", "2019", "Melding", id="e1")
    with file.writing() as connection:
        step = journal.begin(connection, StepKind.DO, "veel", "c")
        for title in ("een", "twee", "drie"):
            rows.put(connection, "c", [replace(first, title=title)])
        rows.remove(connection, "c", type(first), ["e1"])
        rows.put(connection, "c", [replace(first, title="terug", cost_cents=5)])
        journal.begin(connection, StepKind.UNDO, "terug", "c", step)
        journal.restore_before(connection, step)
        assert reading.read_entries(driver(connection), "c", ["e1"]) == (first,)
        journal.begin(connection, StepKind.REDO, "weer", "c", step)
        journal.restore_after(connection, step)
        assert reading.read_entries(driver(connection), "c", ["e1"]) == (replace(first, title="terug", cost_cents=5),)
