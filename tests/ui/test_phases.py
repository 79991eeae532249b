"""Phases in the window: divided, named, moved and taken away with keys and mouse, each time in one step.

| Thuis       | Na de scheiding  …
2018          2019-06
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.builders import entry, person
from tests.ui.acting import click, show, type_in
from tests.ui.opened import opener
from tests.ui.pointing import click_on, drag, painted
from tijdlijn.analysis.findings import analyse
from tijdlijn.layout.phases import PHASE
from tijdlijn.model.casebook import Case
from tijdlijn.model.sessions import Phase
from tijdlijn.services.phases import divide
from tijdlijn.ui.context_menu import PlaceMenu
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.phase_rows import PhaseRow, day_typed
from tijdlijn.ui.phases_panel import PhasesPanel
from tijdlijn.ui.timeline_view.phase_hand import between_others, nearest_month
from tijdlijn.ui.timeline_view.spot import spot_at
from tijdlijn.ui.workspace import Workspace

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def controller(tmp_path: Path, qtbot: QtBot) -> Iterator[CaseController]:
    with opener(tmp_path, qtbot) as opened:
        yield opened(
            entry("gebeurtenis", "2017-01-10", "Verhuizing naar Almere", persons="noor", schakelmoment="verhuizing"),
            entry("gebeurtenis", "2018-09", "Ouders gaan uit elkaar", persons="noor", schakelmoment="echtscheiding"),
            entry("interventie", "2019/2020-03", "Gezinsbehandeling", persons="noor", parties="kompas"),
            entry("gebeurtenis", "2021-05-01", "Scheiding", persons="noor", schakelmoment="echtscheiding"),
            persons=[person("Noor", "2016-06-24", focus=True)],
            today=date(2023, 1, 1),
        )


@pytest.fixture
def space(qtbot: QtBot, controller: CaseController) -> Workspace:
    made = show(qtbot, Workspace(controller), 1366, 768)
    made.canvas.fit()
    return made


@pytest.fixture
def divided(space: Workspace) -> Workspace:
    named = [(date(2018, 1, 1), "Thuis"), (date(2019, 6, 1), "Na de scheiding")]
    space.controller.do(divide, named)
    space.canvas.viewport().repaint()
    return space


def phases(space: Workspace) -> list[tuple[str, str, str]]:
    return [(p.name, str(p.start), str(p.end or "")) for p in space.controller.case.phases_in_order]


def panel(space: Workspace) -> PhasesPanel:
    space.phasing.open()
    return space.phasing.panel


def row(space: Workspace, name: str) -> PhaseRow:
    return next(made for made in panel(space).rows if made.name.text() == name)


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def write(qtbot: QtBot, text: str) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    qtbot.keyClicks(focused, text)


# The panel


def test_a_phase_is_made_with_keys_only_and_undone_in_one_step(qtbot: QtBot, space: Workspace) -> None:
    panel(space).add.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    write(qtbot, "Bij oma")
    press(qtbot, ENTER)
    write(qtbot, "mei 2019")
    press(qtbot, ENTER)
    assert phases(space) == [("Bij oma", "2019-05-01", "")]
    assert [made.name.text() for made in panel(space).rows] == ["Bij oma"]
    assert panel(space).fresh is None
    space.controller.undo()
    assert phases(space) == []
    assert panel(space).rows == []


def test_escape_leaves_a_phase_that_is_being_made(qtbot: QtBot, space: Workspace) -> None:
    panel(space).start_new()
    write(qtbot, "Bij")
    press(qtbot, ESCAPE)
    assert phases(space) == []
    assert panel(space).fresh is None


def test_a_name_is_changed_where_it_stands(qtbot: QtBot, divided: Workspace) -> None:
    made = row(divided, "Thuis")
    type_in(qtbot, made.name, "  Thuis   met zijn vieren ")
    press(qtbot, ENTER)
    assert phases(divided)[0] == ("Thuis met zijn vieren", "2018-01-01", "")
    divided.controller.undo()
    assert made.name.text() == "Thuis"


def test_days_are_typed_as_a_dossier_says_them(qtbot: QtBot, divided: Workspace) -> None:
    made = row(divided, "Na de scheiding")
    type_in(qtbot, made.start, "zomer 2019")
    press(qtbot, ENTER)
    type_in(qtbot, made.end, "2020")
    press(qtbot, ENTER)
    assert phases(divided)[1] == ("Na de scheiding", "2019-06-01", "2020-12-31")
    assert made.end.text() == "31 december 2020"
    type_in(qtbot, made.end, "")
    press(qtbot, ENTER)
    assert phases(divided)[1][2] == ""


@pytest.mark.parametrize("text", ["", "ooit eens", "van 2018 tot en met 2019"])
def test_a_day_that_says_nothing_stays_typed_with_the_reason(qtbot: QtBot, divided: Workspace, text: str) -> None:
    made, before = row(divided, "Thuis"), phases(divided)
    type_in(qtbot, made.start, text)
    press(qtbot, ENTER)
    assert phases(divided) == before
    assert made.start.text() == text
    assert "eerste dag" in made.problem.text()
    assert made.problem.isVisible()
    assert divided.flush() == ""
    assert text in divided.controller.drafts.of("fasen")[made.id]
    press(qtbot, ESCAPE)
    assert made.start.text() == "1 januari 2018"
    assert divided.flush() == ""


def test_two_phases_do_not_begin_on_one_day(qtbot: QtBot, divided: Workspace) -> None:
    made, before = row(divided, "Na de scheiding"), phases(divided)
    type_in(qtbot, made.start, "1-1-2018")
    press(qtbot, ENTER)
    assert phases(divided) == before
    assert "Er begint al een fase op die dag" in made.problem.text()


def test_a_phase_is_taken_away_and_comes_back(qtbot: QtBot, divided: Workspace) -> None:
    click(qtbot, row(divided, "Thuis").delete)  # type: ignore[arg-type]  # a tool button is clicked alike
    assert phases(divided) == [("Na de scheiding", "2019-06-01", "")]
    assert QApplication.focusWidget() is panel(divided).rows[0].name
    divided.controller.undo()
    assert len(panel(divided).rows) == 2


def test_going_to_a_phase_brings_its_days_into_view(qtbot: QtBot, divided: Workspace) -> None:
    divided.canvas.zoom(12)
    row(divided, "Thuis").go.click()
    first, last = divided.canvas.days_in_view
    assert first <= date(2018, 1, 1).toordinal()
    assert last >= date(2019, 5, 31).toordinal()


def test_what_is_ticked_of_the_proposals_divides_the_life_in_one_step(qtbot: QtBot, space: Workspace) -> None:
    made = panel(space)
    click(qtbot, made.propose)
    assert made.form is not None
    rows = made.form.rows
    assert [r.name.text() for r in rows] == [
        "Voor verhuizing naar Almere", "Na verhuizing naar Almere", "Sinds: Ouders gaan uit elkaar", "Na de scheiding",
    ]  # fmt: skip
    assert "dag onzeker: september 2018" in rows[2].why.text()
    rows[3].tick.click()
    rows[0].name.setFocus()
    rows[0].name.selectAll()
    write(qtbot, "De eerste jaren")
    press(qtbot, ENTER)
    assert phases(space) == [
        ("De eerste jaren", "2016-06-24", ""),
        ("Na verhuizing naar Almere", "2017-01-10", ""),
        ("Sinds: Ouders gaan uit elkaar", "2018-09-01", ""),
    ]
    assert made.form is None
    space.controller.undo()
    assert phases(space) == []


def test_proposals_say_what_they_replace_and_can_be_left(qtbot: QtBot, divided: Workspace) -> None:
    made, before = panel(divided), phases(divided)
    click(qtbot, made.propose)
    assert made.form is not None
    assert not made.rows[0].isVisible()
    press(qtbot, ESCAPE)
    assert made.form is None
    assert phases(divided) == before
    assert made.rows[0].isVisible()


def test_the_panel_stands_among_the_others_only_while_it_is_asked_for(qtbot: QtBot, divided: Workspace) -> None:
    names = [divided.panels.tabText(place) for place in range(divided.panels.count())]
    panel(divided)
    assert [divided.panels.tabText(place) for place in range(divided.panels.count())] == [*names, "Fasen"]
    click(qtbot, divided.phasing.panel.close_button)  # type: ignore[arg-type]
    assert [divided.panels.tabText(place) for place in range(divided.panels.count())] == names


# The canvas


def strip(space: Workspace, name: str) -> tuple[str, QPoint, QPoint]:
    """The id of a phase, a place in the middle of its name, and one on the border where it begins."""
    phase = next(p for p in space.controller.case.phases if p.name == name)
    place = painted(space.canvas)[PHASE + phase.id]
    middle = place.center().toPoint()
    band = next(band for band in space.canvas.timeline.phases if band.id == phase.id)
    return phase.id, middle, QPoint(round(space.canvas.phases.x_of(band)) + 2, middle.y())


def test_a_double_click_on_a_name_renames_it_there(qtbot: QtBot, divided: Workspace) -> None:
    _, middle, _ = strip(divided, "Thuis")
    qtbot.mouseDClick(divided.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert divided.phasing.prompt.isVisible()
    write(qtbot, "Samen")
    press(qtbot, ENTER)
    assert phases(divided)[0][0] == "Samen"
    assert not divided.phasing.prompt.isVisible()


def test_a_name_that_is_emptied_is_asked_again(qtbot: QtBot, divided: Workspace) -> None:
    divided.phasing.ask_name(strip(divided, "Thuis")[0])
    press(qtbot, Qt.Key.Key_Delete)
    press(qtbot, ENTER)
    assert "naam nodig" in divided.phasing.prompt.problem.text()
    assert phases(divided)[0][0] == "Thuis"


def test_a_border_is_dragged_by_whole_months_and_says_so_on_the_way(qtbot: QtBot, divided: Workspace) -> None:
    _, _, border = strip(divided, "Na de scheiding")
    assert divided.canvas.points_per_day < 1
    port = divided.canvas.viewport()
    month = QPoint(round(divided.canvas.points_per_day * 61), 0)
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, border)
    qtbot.mouseMove(port, border + month / 2)
    qtbot.mouseMove(port, border + month)
    assert divided.canvas.gestures.ghost.words == "1 augustus 2019 · Na de scheiding"
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, border + month)
    assert phases(divided)[1] == ("Na de scheiding", "2019-08-01", "")
    divided.controller.undo()
    assert phases(divided)[1][1] == "2019-06-01"


def test_a_border_never_passes_another(qtbot: QtBot, divided: Workspace) -> None:
    _, _, border = strip(divided, "Na de scheiding")
    drag(qtbot, divided.canvas, border, QPoint(-700, 0))
    assert phases(divided)[1][1] == "2018-01-02"


def test_escape_leaves_a_border_where_it_was(qtbot: QtBot, divided: Workspace) -> None:
    _, _, border = strip(divided, "Na de scheiding")
    before, port = phases(divided), divided.canvas.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, border)
    qtbot.mouseMove(port, border + QPoint(80, 0))
    qtbot.keyClick(divided.canvas, ESCAPE)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, border + QPoint(80, 0))
    assert phases(divided) == before


def test_a_click_says_what_a_phase_is_and_changes_nothing_in_view(qtbot: QtBot, divided: Workspace) -> None:
    told: list[str] = []
    divided.canvas.told.connect(told.append)
    before = divided.canvas.days_in_view
    click_on(qtbot, divided.canvas, strip(divided, "Thuis")[1])
    assert told == ["fase: Thuis, 1 januari 2018 – 31 mei 2019"]
    assert divided.canvas.days_in_view == before
    assert not divided.phasing.is_open


def test_a_phase_begins_where_the_menu_is_asked_for(qtbot: QtBot, space: Workspace) -> None:
    at = QPointF(700, space.canvas.timeline.header_height + 30)
    space.canvas.viewport().repaint()
    spot = spot_at(space.canvas, at, space.canvas.viewport().mapToGlobal(at.toPoint()))._replace(kind="ground", id="")
    menu = PlaceMenu(space, spot)
    action = next(action for action in menu.actions() if action.text().startswith("Hier begint een nieuwe fase, op 1 "))
    action.trigger()
    write(qtbot, "Nieuw begin")
    press(qtbot, ENTER)
    assert [(name, start[-2:]) for name, start, _ in phases(space)] == [("Nieuw begin", "01")]
    menu.close()


def test_the_prompt_stands_wholly_in_view(divided: Workspace) -> None:
    port = divided.canvas.viewport()
    corner = QPoint(port.width() - 2, port.height() - 2)
    divided.phasing.begin_here(date(2020, 1, 1), port.mapToGlobal(corner))
    assert port.rect().contains(divided.phasing.prompt.geometry())


def test_the_menu_of_a_phase_offers_what_is_done_with_it(qtbot: QtBot, divided: Workspace) -> None:
    id_, middle, _ = strip(divided, "Thuis")
    spot = spot_at(divided.canvas, QPointF(middle), divided.canvas.viewport().mapToGlobal(middle))
    assert (spot.kind, spot.id) == ("phase", id_)
    menu = PlaceMenu(divided, spot)
    actions = {action.text().partition("\t")[0]: action for action in menu.actions()}
    assert {"Naam van de fase wijzigen", "Fase in beeld", "Fase verwijderen", "Alle fasen…"} <= actions.keys()
    actions["Alle fasen…"].trigger()
    assert QApplication.focusWidget() is row(divided, "Thuis").name
    actions["Fase verwijderen"].trigger()
    assert [name for name, _, _ in phases(divided)] == ["Na de scheiding"]
    menu.close()


def test_phases_change_no_finding(divided: Workspace) -> None:
    case: Case = divided.controller.case
    without = divided.controller.book.case(case.id).__class__(
        **{**{f: getattr(case, f) for f in case.__dataclass_fields__}, "phases": ()}
    )
    assert analyse(case) == analyse(without)


# To a screen reader, and to the days


def test_a_screen_reader_meets_the_phases_with_their_days(divided: Workspace) -> None:
    root = QAccessible.queryAccessibleInterface(divided.canvas)
    groups = [root.child(place) for place in range(root.childCount())]
    (group,) = [g for g in groups if g.text(QAccessible.Text.Name) == "Fasen, 2"]
    said = [group.child(place).text(QAccessible.Text.Name) for place in range(2)]
    assert said == ["fase: Thuis, 1 januari 2018 – 31 mei 2019", "fase: Na de scheiding, sinds 1 juni 2019"]
    first = group.child(0)
    assert not first.state().selectable
    assert first.rect().height() > 0
    names = first.actionInterface().actionNames()
    assert "Wijzigen" not in names
    divided.canvas.zoom(12)
    first.actionInterface().doAction(names[0])
    assert divided.canvas.days_in_view[0] <= date(2018, 1, 1).toordinal()


def test_a_border_that_is_dragged_stands_at_the_nearest_month() -> None:
    assert nearest_month(date(2019, 5, 15)) == date(2019, 5, 1)
    assert nearest_month(date(2019, 5, 16)) == date(2019, 6, 1)


def test_a_border_stays_between_its_neighbours_and_before_its_own_end() -> None:
    from tests.builders import case

    phases = (
        Phase("a", "a", date(2018, 1, 1)),
        Phase("b", "b", date(2019, 1, 1), date(2019, 6, 1)),
        Phase("c", "c", date(2020, 1, 1)),
    )
    family = case(phases=phases)
    assert between_others(family, "b", date(2017, 1, 1)) == date(2018, 1, 2)
    assert between_others(family, "b", date(2021, 1, 1)) == date(2019, 6, 1)
    assert between_others(family, "a", date(2021, 1, 1)) == date(2018, 12, 31)
    assert between_others(family, "c", date(2021, 1, 1)) == date(2021, 1, 1)


def test_the_begin_of_a_phase_is_the_first_day_that_words_may_mean_its_end_the_last() -> None:
    today = date(2023, 1, 1)
    assert day_typed("mei 2019", today) == date(2019, 5, 1)
    assert day_typed("mei 2019", today, is_end=True) == date(2019, 5, 31)
    assert day_typed("", today) is None
    assert day_typed("sinds mei 2019 (loopt nog)", today) is None
