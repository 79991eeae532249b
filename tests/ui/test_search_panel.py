"""Searching as one types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.builders import entry
from tests.ui.acting import show, type_in
from tijdlijn.services import editing
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.search_panel import SearchPanel


@pytest.fixture
def panel(qtbot: QtBot, controller: CaseController) -> SearchPanel:
    return show(qtbot, SearchPanel(controller), 320, 500)


def titles(panel: SearchPanel) -> list[str]:
    return [panel.model.index(row).data() for row in range(panel.model.rowCount())]


def test_before_anything_is_typed_it_says_how(panel: SearchPanel) -> None:
    assert panel.pages.currentWidget() is panel.nothing
    assert panel.nothing.text.text() == "Het begin van een woord is genoeg."


def test_results_come_while_one_types_in_time_order_with_their_count(qtbot: QtBot, panel: SearchPanel) -> None:
    type_in(qtbot, panel.field, "noo")
    assert titles(panel) == ["School vraagt hulp", "Gezinsbehandeling", "Huisbezoek"]
    type_in(qtbot, panel.field, "noor komp")
    assert titles(panel) == ["Gezinsbehandeling", "Huisbezoek"]
    assert panel.count.text() == "2 van 3 regels"


def test_the_timeline_is_told_what_was_found_and_when_the_search_is_over(qtbot: QtBot, panel: SearchPanel) -> None:
    told: list[object] = []
    panel.found.connect(told.append)
    type_in(qtbot, panel.field, "huisb")
    assert len(told[-1]) == 1
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert told[-1] is None
    assert panel.field.text() == ""


def test_arrows_and_enter_go_to_the_entries_while_one_stays_in_the_field(
    qtbot: QtBot, controller: CaseController, panel: SearchPanel
) -> None:
    type_in(qtbot, panel.field, "noor")
    chosen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        with qtbot.waitSignal(controller.reveal_entry):
            qtbot.keyClick(panel.field, key)
        chosen.append(controller.selected_entries[0].title)
    assert chosen == ["School vraagt hulp", "Gezinsbehandeling", "Huisbezoek", "School vraagt hulp", "Huisbezoek"]
    assert panel.field.hasFocus()


def test_a_click_goes_to_the_entry(qtbot: QtBot, controller: CaseController, panel: SearchPanel) -> None:
    type_in(qtbot, panel.field, "noor")
    place = panel.list.visualRect(panel.model.index(1)).center()
    with qtbot.waitSignal(controller.reveal_entry):
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert controller.selected_entries[0].title == "Gezinsbehandeling"


def test_what_is_selected_elsewhere_is_shown_and_not_revealed(
    qtbot: QtBot, controller: CaseController, panel: SearchPanel
) -> None:
    type_in(qtbot, panel.field, "noor")
    last = controller.case.timeline[-1]
    with qtbot.assertNotEmitted(controller.reveal_entry):
        controller.select([last.id])
    assert panel.list.currentIndex().data() == last.title


def test_a_change_of_the_case_is_searched_at_once(qtbot: QtBot, controller: CaseController, panel: SearchPanel) -> None:
    type_in(qtbot, panel.field, "verhuiz")
    assert panel.pages.currentWidget() is panel.nothing
    assert "3 regels" in panel.nothing.text.text()
    controller.do(editing.add_entry, entry("gebeurtenis", "2017", "Verhuizing"))
    assert titles(panel) == ["Verhuizing"]
    controller.undo()
    assert titles(panel) == []


def test_a_row_tells_a_screen_reader_all_of_it(qtbot: QtBot, panel: SearchPanel) -> None:
    type_in(qtbot, panel.field, "kompas huisb")
    told = panel.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Huisbezoek, contact, 1 mei 2020, Kompas (jeugdhulp)"


def test_a_row_is_as_high_as_its_text_in_a_narrow_panel(
    qtbot: QtBot, controller: CaseController, panel: SearchPanel
) -> None:
    long = "Een titel met zoveel woorden dat hij in dit smalle paneel nooit op een regel past"
    controller.do(editing.add_entry, entry("gebeurtenis", "2017", long))
    type_in(qtbot, panel.field, "huisbezoek")
    low = panel.list.visualRect(panel.model.index(0)).height()
    type_in(qtbot, panel.field, "smalle")
    high = panel.list.visualRect(panel.model.index(0)).height()
    assert high > low
    assert not panel.grab().isNull()
