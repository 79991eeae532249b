"""Going from one thing to the next of its kind, both ways, round and round, and saying what was reached.

2012 ─ vraag ─ ultimatum ─── 2013/2015 hulp ── gat ── 2017/2019 hulp ─ breuk ◆ ─ uit huis 2018 ─┬─ today 2020
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.builders import entry, person
from tests.ui.acting import show
from tests.ui.opened import Opener, opener
from tijdlijn.ui.going import BANDS, Goal
from tijdlijn.ui.workspace import Workspace

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opener]:
    with opener(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def space(opened: Opener, qtbot: QtBot) -> Workspace:
    controller = opened(
        entry("hulpvraag", "2012-03-10", "Zorgen", id="vraag", order=1),
        entry("ultimatum", "2012-06-01", "Nu of nooit", id="dreiging", order=2),
        entry("interventie", "2013-01-01/2013-06-30", "Gezinshulp", parties="kompas", id="hulp", order=3),
        entry("gebeurtenis", None, "Ruzie met de buren", id="ruzie", order=4),
        entry("interventie", "2015-01-01/2015-12-31", "Nieuwe hulp", parties="kompas", id="nieuw", order=5),
        entry("gebeurtenis", "2015-05-01", "Breuk", id="breuk", schakelmoment="verlies", order=6),
        entry("uithuisplaatsing", "2018-02-01/2018-09-01", "Pleeggezin", id="weg", order=7),
        entry("gebeurtenis", "2019-05-01", "Verhuizing", id="huis", schakelmoment="overig", order=8),
        entry("ultimatum", "2019-08-01", "Plan", id="plan", scenario="anders", order=9),
        persons=[person("Noor", "2010-05-14", focus=True)],
        today=date(2020, 6, 1),
    )
    made = show(qtbot, Workspace(controller), 1500, 900)
    made.canvas.setFocus()
    return made


def told(space: Workspace) -> list[str]:
    said: list[str] = []
    space.going.told.connect(said.append)
    return said


def test_entries_are_walked_in_time_from_the_first_in_view_and_round(space: Workspace) -> None:
    said, walked = told(space), []
    order = [found.id for found in space.controller.case.timeline]
    for by in (1, 1, -1, -1):
        space.going.go(Goal.ENTRY, by)
        walked += space.controller.selection
    assert walked == [order[0], order[1], order[0], order[-1]]
    assert said == ["Regel 1 van 9", "Regel 2 van 9", "Regel 1 van 9", "Regel 9 van 9: weer achteraan"]


def test_a_schakelmoment_is_selected_and_after_the_last_comes_the_first(space: Workspace) -> None:
    said, walked = told(space), []
    for _ in range(3):
        space.going.go(Goal.TURN, 1)
        walked += space.controller.selection
    assert walked == ["breuk", "huis", "breuk"]
    assert said[-1] == "Schakelmoment 1 van 2: weer vooraan"


def test_one_goes_on_from_what_is_selected(space: Workspace) -> None:
    space.controller.select(["weg"])
    space.going.go(Goal.TURN, 1)
    assert space.controller.selection == ("huis",)
    space.controller.select(["weg"])
    space.going.go(Goal.TURN, -1)
    assert space.controller.selection == ("breuk",)


def test_what_is_undated_is_walked_to_at_its_place(space: Workspace) -> None:
    space.controller.select(["hulp"])
    space.going.go(Goal.ENTRY, 1)
    assert space.controller.selection == ("ruzie",)
    space.going.go(Goal.ENTRY, 1)
    assert space.controller.selection == ("nieuw",)


@pytest.mark.parametrize("by", [1, -1])
def test_every_gap_is_met_once_opens_in_the_panel_and_lies_in_view(space: Workspace, by: int) -> None:
    gaps = list(space.going.stops(Goal.GAP))
    assert len(gaps) >= 2
    said, asked = told(space), []
    space.going.finding_asked.connect(asked.append)
    for _ in range(len(gaps) + 1):
        space.going.go(Goal.GAP, by)
        first, last = space.canvas.days_in_view
        gap = next(gap for gap in gaps if gap.id == asked[-1])
        assert first <= gap.first
        assert gap.last <= last + 1
        assert space.panels.currentWidget() is space.findings
        assert space.canvas.hasFocus()
    assert len(set(asked)) == len(gaps)
    assert asked[0] == asked[-1]
    assert said[-1].endswith(": weer vooraan" if by > 0 else ": weer achteraan")


def test_from_a_gap_the_next_schakelmoment_is_the_one_after_it(space: Workspace) -> None:
    space.controller.select(["huis"])
    gap = next(gap for gap in space.going.stops(Goal.GAP) if gap.first > date(2013, 1, 1).toordinal())
    while True:
        space.going.go(Goal.GAP, 1)
        if space.going._here is not None and space.going._here.stop == gap:
            break
    space.going.go(Goal.TURN, 1)
    assert space.controller.selection == ("breuk",)


def test_who_moves_the_view_goes_on_from_there(space: Workspace) -> None:
    space.going.go(Goal.TURN, 1)
    space.controller.select(())
    space.canvas.zoom(12)
    space.canvas.show_day(date(2018, 9, 1).toordinal())
    space.going.go(Goal.TURN, 1)
    assert space.controller.selection == ("huis",)


def test_what_belongs_to_a_scenario_is_an_entry_but_no_ultimatum(space: Workspace) -> None:
    assert [stop.id for stop in space.going.stops(Goal.ULTIMATUM)] == ["dreiging"]
    assert "plan" in [stop.id for stop in space.going.stops(Goal.ENTRY)]


def test_what_is_being_typed_cannot_be_gone_to(space: Workspace, qtbot: QtBot) -> None:
    before = [stop.id for stop in space.going.stops(Goal.ENTRY)]
    space.controller.set_preview(entry("contact", "2014-01-01", "Bezoek", id="tik", order=99))
    qtbot.waitUntil(lambda: any(shown.id == "tik" for shown in space.canvas.timeline.entries))
    assert [stop.id for stop in space.going.stops(Goal.ENTRY)] == before


@pytest.mark.parametrize("goal", Goal)
def test_an_empty_timeline_says_that_there_is_nothing(opened: Opener, qtbot: QtBot, goal: Goal) -> None:
    space = show(qtbot, Workspace(opened()), 1200, 700)
    said, days = told(space), space.canvas.days_in_view
    space.going.go(goal, 1)
    space.going.go_to_end(True)
    assert len(said) == 1
    assert said[0].startswith("Er staan nog geen" if goal is Goal.ENTRY else "Op deze tijdlijn")
    assert space.canvas.days_in_view == days


def test_findings_that_are_not_there_yet_are_told_of(space: Workspace) -> None:
    space.controller.analysis = None
    space.canvas._renew()
    for goal in BANDS:
        said = told(space)
        space.going.go(goal, 1)
        assert said == ["De bevindingen worden nog berekend."]


def test_first_and_last(space: Workspace) -> None:
    space.going.go_to_end(True)
    assert space.controller.selection == ("plan",)
    space.going.go_to_end(False)
    assert space.controller.selection == ("vraag",)
