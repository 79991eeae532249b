"""The timeline comes first; what stands around it is there as soon as somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import entry
from tests.ui.acting import show
from tests.ui.opened import Opener, opener
from tijdlijn.ui.surroundings import PARTS
from tijdlijn.ui.workspace import Workspace


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opener]:
    with opener(tmp_path, qtbot) as opened:
        yield opened


@pytest.fixture
def space(opened: Opener) -> Workspace:
    return Workspace(opened(entry("contact", "2014-01-01", "Bezoek", id="b")))


def test_nothing_is_made_before_the_timeline_was_painted(space: Workspace) -> None:
    assert not any(space.has_made(name) for name in PARTS)


def test_everything_is_made_after_the_timeline_was_painted(space: Workspace, qtbot: QtBot) -> None:
    show(qtbot, space, 1500, 900)
    qtbot.waitUntil(lambda: all(space.has_made(name) for name in PARTS))
    assert space.panels.currentWidget() is space.findings
    assert [space.panels.widget(n) for n in range(space.panels.count())] == [
        space.findings,
        space.people,
        space.search,
        space.filter,
        space.history,
    ]


def test_a_part_that_is_made_later_leaves_the_timeline_its_size(space: Workspace, qtbot: QtBot) -> None:
    sizes = []
    show(qtbot, space, 1500, 900)
    sizes.append(space.canvas.size())
    qtbot.waitUntil(lambda: all(space.has_made(name) for name in PARTS))
    qtbot.wait(20)
    assert space.canvas.size() == sizes[0]


def test_who_asks_at_once_gets_the_part(space: Workspace, qtbot: QtBot) -> None:
    show(qtbot, space, 1500, 900)
    space.start_search()
    assert space.panels.currentWidget() is space.search
    space.quick.start()
    space.controller.select(["b"])
    assert space.inspector.isVisible()
    assert space.quick.isVisible()


def test_an_inspector_that_was_put_away_stays_away(space: Workspace, qtbot: QtBot) -> None:
    show(qtbot, space, 1500, 900)
    space.places["inspector"].hide()
    assert not space.shows_inspector
    assert space.inspector.isHidden()
    assert not space.shows_inspector


def test_leaving_at_once_asks_nothing_of_parts_that_are_not_made(space: Workspace) -> None:
    assert space.flush() == ""
    assert not space.has_made("inspector")
