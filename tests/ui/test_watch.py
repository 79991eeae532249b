"""Between the window and work in the background: told no oftener than is seen, stopped until something is written."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tijdlijn.model.progress import WORKING, WRITING, Stopped
from tijdlijn.ui import watch as watching
from tijdlijn.ui.watch import Watch


def told(watch: Watch) -> list[tuple[int, int]]:
    heard: list[tuple[int, int]] = []
    watch.progressed.connect(lambda number, of: heard.append((number, of)))
    return heard


def test_work_is_stopped_where_it_tells_how_far_it_is(qtbot: QtBot) -> None:
    watch = Watch()
    watch.tell(1, 10)
    assert watch.stop()
    assert watch.is_stopped()
    for step in ((2, 10), WORKING, WRITING):
        with pytest.raises(Stopped):
            watch.tell(*step)


def test_what_is_being_written_is_not_stopped(qtbot: QtBot) -> None:
    watch = Watch()
    watch.tell(*WRITING)
    assert not watch.stop()
    assert not watch.is_stopped()


def test_rows_that_come_fast_are_told_now_and_then_but_the_first_and_the_last_always(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr(watching, "monotonic", lambda: now[0])
    watch = Watch()
    heard = told(watch)
    watch.tell(*WORKING)
    for row in range(1, 1001):
        now[0] += 0.001
        watch.tell(row, 1000)
    watch.tell(*WRITING)
    assert heard[0] == (1, 1000)
    assert heard[-2:] == [(1000, 1000), (0, 0)]
    assert 20 <= len(heard) <= 30


def test_while_nobody_knows_how_much_there_is_it_is_busy(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "SELDOM", 0.0)
    watch = Watch()
    heard = told(watch)
    watch.tell(*WORKING)
    assert heard == [(0, 0)]
