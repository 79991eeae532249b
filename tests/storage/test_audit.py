"""The audit log: only added to, chained, without content."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from sqlcipher3 import dbapi2

from tests.builders import case
from tests.storage.support import make, reopened
from tijdlijn.storage import audit
from tijdlijn.storage.audit import Event

SIX = ("number", "at", "actor", "device", "event", "object", "result", "detail")


@pytest.fixture
def raw():
    """A database with nothing but the log, in memory."""
    raw = dbapi2.connect(":memory:", isolation_level=None)
    raw.execute(f"CREATE TABLE audit ({', '.join(SIX)}, chain)")
    yield raw
    raw.close()


def test_a_line_says_who_did_what_when_where_and_with_which_result(tmp_path):
    file = make(tmp_path / "gezin.tijdlijn", case())
    with file.noting() as raw:
        audit.add(raw, Event.EXPORTED, "c", result=audit.FAILED, kind="pdf", pseudonyms=True)
    file = reopened(file)
    with file.reading() as raw:
        (line,) = audit.lines(raw)
        assert (line.number, line.event, line.object, line.result) == (1, "geexporteerd", "c", "mislukt")
        assert line.detail == {"kind": "pdf", "pseudonyms": True}
        assert line.actor
        assert line.device
        assert line.at.utcoffset() is not None
        assert abs(datetime.now(UTC) - line.at) < timedelta(minutes=5)
        assert audit.broken(raw) is None
    file.close()


def test_what_fails_leaves_no_line(tmp_path):
    file = make(tmp_path / "gezin.tijdlijn", case())

    def fail():
        with file.noting() as raw:
            audit.add(raw, Event.PRINTED)
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with file.reading() as raw:
        assert audit.lines(raw) == ()
    with file.noting() as raw:
        audit.add(raw, Event.PRINTED)
    file.close()


@pytest.fixture
def four(raw):
    """The log with four lines."""
    for number in range(4):
        audit.add(raw, Event.CHANGED, f"c{number}", step=number)
    assert audit.broken(raw) is None
    return raw


@pytest.mark.parametrize("column", SIX[1:])
@pytest.mark.parametrize("hit", [1, 2, 4])
def test_a_line_that_was_changed_breaks_the_chain(four, column, hit):
    four.execute(f"UPDATE audit SET {column} = {column} || 'x' WHERE number = ?", (hit,))  # noqa: S608  # constants
    assert audit.broken(four) == hit


@pytest.mark.parametrize("hit", [1, 2, 3])
def test_a_line_that_was_taken_out_breaks_the_chain(four, hit):
    four.execute("DELETE FROM audit WHERE number = ?", (hit,))
    assert audit.broken(four) == hit


def test_a_line_that_was_sealed_anew_breaks_the_chain_at_the_next(four):
    """Each line is chained to the one before, not only sealed by itself."""
    row = four.execute("SELECT * FROM audit WHERE number = 2").fetchone()
    (before,) = four.execute("SELECT chain FROM audit WHERE number = 1").fetchone()
    forged = (*row[:2], "iemand anders", *row[3:-1])
    four.execute("UPDATE audit SET actor = ?, chain = ? WHERE number = 2", (forged[2], audit._link(before, forged)))
    assert audit.broken(four) == 3


def test_numbers_that_were_dealt_anew_do_not_mend_the_chain(raw):
    for number in range(4):
        audit.add(raw, Event.CHANGED, step=number)
    raw.execute("DELETE FROM audit WHERE number = 2")
    raw.execute("UPDATE audit SET number = number - 1 WHERE number > 2")
    assert audit.broken(raw) == 2


def test_the_newest_comes_first_and_as_many_as_were_asked_for(raw):
    for number in range(5):
        audit.add(raw, Event.CHANGED, step=number)
    assert [line.number for line in audit.lines(raw, 2)] == [5, 4]
    assert [json.dumps(line.detail) for line in audit.lines(raw)][-1] == '{"step": 0}'
