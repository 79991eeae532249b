"""Aligning by hand: a ruler from the chosen entry, children above each other, and back to the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF
from pytestqt.qtbot import QtBot

from tests.builders import entry, person
from tests.ui.acting import show
from tests.ui.opened import Opener, opener
from tests.ui.pointing import click_on, drag, mark, painted
from tijdlijn.ui.workspace import Workspace


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opener]:
    with opener(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def space(opened: Opener, qtbot: QtBot) -> Workspace:
    controller = opened(
        entry("uithuisplaatsing", "2018-06-02/2019-11-30", "Noor weg", persons="noor", id="noor-weg"),
        entry("uithuisplaatsing", "2020-01-15/2020-11-30", "Sem weg", persons="sem", id="sem-weg"),
        entry("gebeurtenis", None, "Ruzie", id="ruzie"),
        persons=[person("Noor", "2010-05-14", focus=True), person("Sem", "2013-09-01", focus=True)],
        today=date(2021, 6, 1),
    )
    made = show(qtbot, Workspace(controller), 1500, 1000)
    made.canvas.setFocus()
    return made


def test_a_chosen_entry_becomes_day_nought_and_no_longer_when_asked_again(space: Workspace, qtbot: QtBot) -> None:
    click_on(qtbot, space.canvas, mark(space.canvas, "entry:noor-weg"))
    assert space.aligning.can("align_here")
    space.aligning.align_here()
    assert space.canvas.timeline.anchor is not None
    assert space.canvas.timeline.anchor.day == date(2018, 6, 2).toordinal()
    assert not space.canvas.timeline.is_aligned
    space.aligning.align_here()
    assert space.canvas.timeline.anchor is None


def test_what_has_no_date_cannot_be_an_anchor(space: Workspace) -> None:
    space.controller.select(["ruzie"])
    assert not space.aligning.can("align_here")
    assert not space.aligning.can("align_together")
    assert not space.aligning.can("align_off")


def test_children_stand_above_each_other_and_a_drag_moves_in_the_days_of_its_own_strand(
    space: Workspace, qtbot: QtBot
) -> None:
    space.aligning.align_births()
    assert space.canvas.timeline.is_aligned
    space.canvas.viewport().grab()
    place = painted(space.canvas)["entry:sem-weg"].center()
    assert abs((space.canvas.day_at(QPointF(place)) - date(2020, 6, 23)).days) < 40
    before = space.controller.case.entries_by_id["sem-weg"].date
    drag(qtbot, space.canvas, place.toPoint(), QPoint(60, 0))
    after = space.controller.case.entries_by_id["sem-weg"].date
    assert before is not None
    assert after is not None
    moved = (after.earliest - before.earliest).days
    assert abs(moved * space.canvas.points_per_day - 60) <= space.canvas.points_per_day * 31


def test_the_view_remembers_how_it_was_aligned(space: Workspace) -> None:
    space.controller.select(["noor-weg", "sem-weg"])
    space.aligning.align_together()
    assert space.controller.view.anchors == ("noor-weg", "sem-weg")
    space.aligning.align_off()
    assert space.controller.view.anchors == ()
    assert not space.canvas.timeline.is_aligned
