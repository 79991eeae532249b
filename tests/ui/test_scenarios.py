"""Scenarios in the window: branched off from an entry or a day, seen below what happened, typed in, dragged, compared.

```
2018-03 hulpvraag School | 2019-02 … 2019-10 pleegzorg Noor | 2020-05 huisbezoek
                         ^ branch
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.builders import entry, person
from tests.ui.acting import click, show, type_in
from tests.ui.opened import Opener, opener
from tests.ui.pointing import LEFT, NO_KEYS, click_on, drag, mark, painted
from tijdlijn.layout.measure import SCREEN
from tijdlijn.model.scenarios import EffectSign, Likelihood, Scenario
from tijdlijn.services.scenarios import copy_entries, keep_scenario
from tijdlijn.ui.context_menu import PlaceMenu
from tijdlijn.ui.timeline_view.spot import Spot
from tijdlijn.ui.workspace import Workspace

BRANCH = date(2019, 1, 1)


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opener]:
    with opener(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def space(opened: Opener, qtbot: QtBot) -> Workspace:
    controller = opened(
        entry("hulpvraag", "2018-03", "School vraagt hulp", persons="noor", id="vraag"),
        entry("uithuisplaatsing", "2019-02-01/2019-10-31", "Pleegzorg", persons="noor", id="weg"),
        entry("contact", "2020-05-01", "Huisbezoek", persons="noor", parties="kompas", id="bezoek"),
        persons=[person("Noor", "2010-06-24", focus=True)],
        today=date(2021, 6, 1),
    )
    made = show(qtbot, Workspace(controller), 1700, 1000)
    made.canvas.setFocus()
    return made


@pytest.fixture
def branched(space: Workspace) -> Workspace:
    """With scenario ‘Thuis’ in view, in which the placement was taken over."""
    space.controller.do(keep_scenario, Scenario("a", "Thuis", BRANCH))
    space.controller.do(copy_entries, "a", ["weg"])
    space.branching.toggle("a")
    return space


def choose(space: Workspace, spot: Spot, words: str) -> None:
    """Choose from the menu of a place."""
    menu = PlaceMenu(space, spot)
    (action,) = (one for one in menu.actions() if one.text().startswith(words))
    action.trigger()
    menu.close()


def ground_of(space: Workspace, number: int) -> QPoint:
    """A free place among the lanes of a strand."""
    canvas = space.canvas
    painted(canvas)
    strand = canvas.timeline.strands[number]
    for y in range(int(strand.top + strand.heading) + 4, int(strand.bottom) - 4, 5):
        top = round(y + canvas.timeline.header_height - canvas.verticalScrollBar().value())
        for x in range(round(SCREEN.names) + 80, canvas.viewport().width() - 80, 31):
            if canvas.group_at(QPoint(x, top).toPointF()) is None:
                return QPoint(x, top)
    raise AssertionError("something is everywhere")


def imagined(space: Workspace) -> list[str]:
    return [one.title for one in space.controller.case.timeline if one.scenario]


def test_a_scenario_branches_off_at_an_entry_and_its_name_is_typed_over(space: Workspace, qtbot: QtBot) -> None:
    click_on(qtbot, space.canvas, mark(space.canvas, "entry:weg"))
    choose(space, Spot("entry", "weg", date(2019, 2, 1), "", QPoint()), "Scenario vanaf hier")
    (made,) = space.controller.case.scenarios
    assert (made.name, made.branches, made.entry_id) == ("Scenario", date(2019, 2, 1), "weg")
    assert space.canvas.timeline.is_parallel
    name = space.branching.panel.form.name
    qtbot.waitUntil(name.hasFocus)
    qtbot.keyClicks(name, "Thuis gebleven")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert space.controller.case.scenarios[0].name == "Thuis gebleven"
    assert "Thuis gebleven" in space.branching.bar.buttons[made.id].text()
    space.controller.undo()
    space.controller.undo()
    assert space.controller.case.scenarios == ()
    assert not space.branching.place.isVisible()


def test_a_scenario_branches_off_at_a_day(space: Workspace) -> None:
    choose(space, Spot("ground", "", date(2019, 6, 1), "", QPoint()), "Scenario vanaf 1 juni 2019")
    assert space.controller.case.scenarios[0].branches == date(2019, 6, 1)


def test_a_typed_line_lands_where_the_bar_says_and_the_line_says_so_too(branched: Workspace, qtbot: QtBot) -> None:
    writing, line = branched.branching.bar.writing, branched.quick.line
    writing.setFocus()
    qtbot.keyClick(writing, Qt.Key.Key_Down)
    assert branched.controller.writing == "a"
    assert "In scenario ‘Thuis’" in branched.quick.told.text()
    qtbot.keyClicks(line, "mei 2019 interventie gezinshulp #Noor")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "gezinshulp" in imagined(branched)
    qtbot.keyClick(writing, Qt.Key.Key_Up)
    assert "scenario" not in branched.quick.told.text()
    qtbot.keyClicks(line, "juni 2019 signaal melding #Noor")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "melding" not in imagined(branched)
    assert "melding" in [one.title for one in branched.controller.case.entries]


def test_double_click_adds_where_it_was_clicked(branched: Workspace, qtbot: QtBot) -> None:
    qtbot.mouseDClick(branched.canvas.viewport(), LEFT, NO_KEYS, ground_of(branched, 1))
    assert branched.controller.writing == "a"
    branched.quick.line.clear()
    qtbot.mouseDClick(branched.canvas.viewport(), LEFT, NO_KEYS, ground_of(branched, 0))
    assert branched.controller.writing == ""


def test_an_entry_of_a_scenario_is_dragged_as_any_other_and_what_happened_stays(
    branched: Workspace, qtbot: QtBot
) -> None:
    (copy,) = (one for one in branched.controller.case.entries if one.scenario)
    before = branched.controller.case.entries_by_id["weg"].date
    place = painted(branched.canvas)[f"entry:{copy.id}"].center().toPoint()
    drag(qtbot, branched.canvas, place, QPoint(80, 0))
    case = branched.controller.case
    assert case.entries_by_id["weg"].date == before
    moved = case.entries_by_id[copy.id].date
    assert moved is not None
    assert before is not None
    assert moved.earliest > before.earliest
    texts = [placed.figure.label for lane in branched.canvas.timeline.lanes for placed in lane.figures]
    assert "→ Pleegzorg · later" in texts
    assert "× Huisbezoek · niet" in texts


def test_a_button_of_the_bar_hides_a_scenario_and_going_to_its_entry_shows_it_again(
    branched: Workspace, qtbot: QtBot
) -> None:
    (copy,) = (one for one in branched.controller.case.entries if one.scenario)
    click(qtbot, branched.branching.bar.buttons["a"])
    assert not branched.canvas.timeline.is_parallel
    assert not any(True for _ in branched.canvas.timeline.find(copy.id))
    branched.controller.select([copy.id], reveal=True)
    assert branched.controller.view.scenarios == ("a",)
    assert branched.branching.bar.buttons["a"].isChecked()


def test_a_name_that_only_entries_carry_becomes_a_scenario_by_what_is_said_of_it(opened: Opener, qtbot: QtBot) -> None:
    controller = opened(
        entry("signaal", "2019-01-01", "Melding", id="melding"),
        entry("interventie", "2019-05/2019-10", "Hulp thuis", id="los", scenario="Los"),
    )
    space = show(qtbot, Workspace(controller), 1700, 1000)
    assert any(True for _ in space.canvas.timeline.find("los")), "nothing else would show it"
    controller.write_in("Los")
    space.branching.open("Los")
    by = space.branching.panel.form.by
    type_in(qtbot, by, "de groep")
    qtbot.keyClick(by, Qt.Key.Key_Return)
    (made,) = controller.case.scenarios
    assert (made.by, made.branches) == ("de groep", date(2019, 5, 1))
    assert controller.view.scenarios == (made.id,)
    assert controller.writing == made.id


def test_what_is_not_shown_is_not_selected_with_all(branched: Workspace) -> None:
    (copy,) = (one for one in branched.controller.case.entries if one.scenario)
    branched.select_all()
    assert copy.id in branched.controller.selection
    branched.branching.toggle("a")
    branched.select_all()
    assert set(branched.controller.selection) == {"vraag", "weg", "bezoek"}


def test_chosen_entries_are_taken_over_and_paired_from_the_menu(branched: Workspace) -> None:
    controller = branched.controller
    controller.write_in("a")
    controller.select(["bezoek"])
    choose(branched, Spot("entry", "bezoek", BRANCH, "", QPoint()), "Overnemen in scenario ‘Thuis’")
    copy = next(one for one in controller.case.entries if one.scenario and one.title == "Huisbezoek")
    controller.select(["bezoek", copy.id])
    choose(branched, Spot("entry", "bezoek", BRANCH, "", QPoint()), "Tegenhanger")
    assert copy.id not in {link.to_id for link in controller.case.links}
    assert not branched.branching.can("scenario_copy") or controller.writing


def test_the_panel_compares_and_keeps_what_is_said(branched: Workspace, qtbot: QtBot) -> None:
    click(qtbot, branched.branching.bar.compare)
    panel = branched.branching.panel
    cells = [panel._table.itemAt(at).widget().text() for at in range(panel._table.count())]  # type: ignore[union-attr]
    at = cells.index("Uithuisplaatsingen")
    assert cells[at : at + 4] == ["Uithuisplaatsingen", "1", "1", "= gelijk"]
    assert panel.differences.text() == "× 1 niet"
    form = panel.form
    type_in(qtbot, form.by, "de groep")
    qtbot.keyClick(form.by, Qt.Key.Key_Return)
    form.likelihood.setFocus()
    qtbot.keyClick(form.likelihood, Qt.Key.Key_Down)
    click(qtbot, form.add)
    sign = form.rows[0].sign
    qtbot.waitUntil(sign.hasFocus)
    qtbot.keyClick(sign, Qt.Key.Key_Home)
    (scenario,) = branched.controller.case.scenarios
    assert (scenario.by, scenario.likelihood) == ("de groep", Likelihood.MINDER)
    assert [(one.sign, one.person_id) for one in scenario.effects] == [(EffectSign.BETER, "noor")]


def test_a_day_that_cannot_be_read_stays_and_another_moves_the_branch(branched: Workspace, qtbot: QtBot) -> None:
    branched.branching.open("a")
    line = branched.branching.panel.form.branches.line
    type_in(qtbot, line, "ooit eens")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert branched.branching.panel.form.branches.problem.isVisible()
    assert not branched.branching.flush()
    type_in(qtbot, line, "1 juli 2019")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert branched.controller.case.scenarios[0].branches == date(2019, 7, 1)


def test_a_name_that_is_taken_is_refused_in_a_sentence(branched: Workspace, qtbot: QtBot) -> None:
    branched.controller.do(keep_scenario, Scenario("b", "Bij oma", BRANCH))
    branched.branching.open("b")
    name = branched.branching.panel.form.name
    with qtbot.waitSignal(branched.controller.problem) as told:
        type_in(qtbot, name, "thuis")
        qtbot.keyClick(name, Qt.Key.Key_Return)
    assert "al een scenario" in told.args[0]
    assert name.text() == "thuis"


def test_a_scenario_is_taken_out_with_what_was_written_in_it(branched: Workspace, qtbot: QtBot) -> None:
    branched.branching.open("a")
    branched.controller.write_in("a")
    click(qtbot, branched.branching.panel.delete)
    assert imagined(branched) == []
    assert branched.controller.writing == ""
    assert not branched.canvas.timeline.is_parallel
    branched.controller.undo()
    assert imagined(branched) == ["Pleegzorg"]


def test_the_heading_of_a_scenario_opens_it(branched: Workspace, qtbot: QtBot) -> None:
    place = painted(branched.canvas)["scenario:a"].center().toPoint()
    click_on(qtbot, branched.canvas, place)
    assert branched.branching.is_open
    assert branched.branching.panel.choice.hasFocus()
    assert branched.branching.panel.form.name.text() == "Thuis"


def test_strands_on_relative_time_give_way(branched: Workspace) -> None:
    branched.controller.select(["weg", "bezoek"])
    branched.aligning.align_together()
    assert branched.canvas.timeline.is_aligned
    branched.branching.toggle("a")
    branched.branching.toggle("a")
    assert branched.canvas.timeline.is_parallel
