"""The audit log: only added to, chained, without content."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
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


@settings(max_examples=60)
@given(st.integers(2, 12), st.data())
def test_a_line_that_was_changed_or_taken_out_breaks_the_chain(count, data):
    raw = dbapi2.connect(":memory:", isolation_level=None)
    raw.execute(f"CREATE TABLE audit ({', '.join(SIX)}, chain)")
    for number in range(count):
        audit.add(raw, Event.CHANGED, f"c{number}", step=number)
    assert audit.broken(raw) is None
    hit = data.draw(st.integers(1, count - 1))
    if data.draw(st.booleans()):
        raw.execute("DELETE FROM audit WHERE number = ?", (hit,))
        assert audit.broken(raw) == hit
    else:
        column = data.draw(st.sampled_from(SIX[1:]))
        raw.execute("UPDATE audit SET this = this || 'x' WHERE number = ?".replace("this", column), (hit,))
        assert audit.broken(raw) == hit
    raw.close()


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
