"""The menus: every command does something, in Dutch, by a key of its own; a letter is one where nobody types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.acting import click
from tests.ui.windows import application, ready, window_in
from tijdlijn.analysis.contradictions import find_contradictions
from tijdlijn.model.dates import DatePoint
from tijdlijn.model.views import Arrangement, Filter, LaneBy, View
from tijdlijn.services.arranging import spans
from tijdlijn.services.joining import split_days
from tijdlijn.services.links import delete_links
from tijdlijn.ui import clipboard, theme
from tijdlijn.ui.commands import MENUS, Command, is_letter
from tijdlijn.ui.context_menu import PlaceMenu
from tijdlijn.ui.main_window import MainWindow
from tijdlijn.ui.timeline_view.keys import CANVAS_KEYS
from tijdlijn.ui.workspace import Workspace

COMMANDS = [command for _, commands in MENUS for command in commands if command.id]
LEAVING = ("save_as", "new", "open", "example", "lock", "close", "quit", "new_case")
SEARCHES_FIRST = "copy_picture_masked"
LETTERS = {keys: command.id for command in COMMANDS for keys in command.keys if is_letter(keys)}


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_in(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def example(qtbot: QtBot, window: MainWindow) -> Workspace:
    """The example, in which everything occurs."""
    click(qtbot, window.start.example)
    return ready(qtbot, window)


def dialogs(window: MainWindow) -> list[QDialog]:
    return [found for found in window.findChildren(QDialog) if found.isVisible()]


def state(window: MainWindow) -> tuple[object, ...]:
    """What a user can see of the window."""
    space = window.workspace
    shown = [type(dialog).__name__ for dialog in dialogs(window)]
    if space is None:
        return window.isVisible(), shown
    return (
        space.controller.selection,
        space.controller.case,
        space.controller.case.id,
        space.controller.view,
        space.canvas.days_in_view,
        space.canvas.lanes.focused,
        space.linker.first,
        [menu for menu in space.findChildren(PlaceMenu) if menu.isVisible()],
        application().focusWidget(),
        space.panels.currentWidget(),
        space.inspector.isVisible(),
        window._settings.value("kleuren"),
        window.isVisible(),
        application().clipboard().text(),
        application().clipboard().image().isNull(),
        shown,
        window.presenting is not None and window.presenting.projector.isVisible(),
    )


def prepared(window: MainWindow, space: Workspace, command: Command) -> None:
    """A state in which any command has something to do."""
    for dialog in dialogs(window):
        dialog.reject()
    if window.presenting is not None:
        window.presenting.end()
    canvas, timeline = space.canvas, space.controller.case.timeline
    space.linker.leave()
    canvas.fit()
    canvas.zoom(6)
    canvas.show_day(timeline[0].date.earliest.toordinal() if timeline[0].date else 0)
    space.controller.select([timeline[3].id])
    space.panels.setCurrentWidget(space.people if command.id != "panel_people" else space.history)
    if command.id == "theme_system":
        window.appearance.choose("licht")
    canvas.setFocus()
    if command.id in ("undo", "redo"):
        space.delete()
    if command.id == "redo":
        space.controller.undo()
    turns = Filter(turns=command.id == "show_all")
    space.controller.set_view(View(filter=turns))
    arranged(space, command.id)
    with_lanes(space, command.id)
    with_scenarios(space, command.id)


def with_scenarios(space: Workspace, id_: str) -> None:
    """A scenario that is shown and written in, with one of its entries and one that happened selected as needed."""
    space.controller.write_in("")
    if id_ not in ("scenario_copy", "scenario_pair", "scenarios_off"):
        return
    case = space.controller.case
    scenario = case.scenarios[0]
    space.branching.write_in(scenario.id)
    happened = next(entry for entry in case.timeline if not entry.scenario)
    imagined = next(entry for entry in case.timeline if entry.scenario == scenario.name)
    space.controller.select([happened.id] if id_ == "scenario_copy" else [happened.id, imagined.id])


def with_lanes(space: Workspace, id_: str) -> None:
    """Lanes that any command of the lanes has something to do with; a lane in the middle has the keys for them."""
    for menu in space.findChildren(PlaceMenu):
        menu.close()
    hand = space.canvas.lanes
    if id_ not in hand.commands or id_ in ("next_lane", "previous_lane", "lanes_menu"):
        hand.focus("")
        return
    by = (LaneBy.PERSOON, LaneBy.PARTIJ) if id_ in ("lanes_soort", "within_none", "within_soort") else (LaneBy.SOORT,)
    space.controller.set_view(View(arrangement=Arrangement(by)))
    hand.focus(space.canvas.timeline.lanes[4].lane.key)
    if id_ in ("lanes_unfold", "lanes_restore"):
        hand.fold()
    if id_ == "lanes_show":
        hand.hide()
    if id_ in ("lane_auto", "lane_lower"):
        hand.grow(1)


def arranged(space: Workspace, id_: str) -> None:
    """Selected is what can be split, joined or ended, and the clipboard holds something to paste."""
    clipboard.forget()
    case = space.controller.case
    running = [e for e in spans(case.timeline) if e.date and e.date.start and split_days(e, case.reference)]
    ended = [e for e in running if e.date and isinstance(e.date.end, DatePoint)]
    if id_ in ("split", "end_open", "end_unknown"):
        space.controller.select([ended[0].id])
    if id_ == "join":
        space.arranger.duplicate()
        space.controller.select([case.timeline[3].id, *space.controller.selection])
    if id_ == "paste":
        space.arranger.copy()
    dated = [entry.id for entry in case.timeline if entry.id in case.bounds]
    if id_ in ("align_together", "copy_picture_selection"):
        space.controller.select(dated[:2])
    if id_ in ("align_here", "align_off"):
        space.controller.select(dated[:1])
    differs(space, id_)
    if id_ == "forget_account":
        space.deciding.follow()
    if id_ == "align_off":
        space.aligning.align_here()


def differs(space: Workspace, id_: str) -> None:
    """Selected is an entry of which the sources differ, and nothing was decided about it."""
    if id_ in space.deciding.commands or id_.endswith("differs"):
        space.controller.do(delete_links, [link.id for link in space.controller.case.links if link.kind.is_verdict])
    if id_ in space.deciding.commands:
        space.controller.select([find_contradictions(space.controller.case)[0].first_id])


def test_every_command_changes_what_the_user_sees(qtbot: QtBot, window: MainWindow, example: Workspace) -> None:
    idle = []
    for command in (command for command in COMMANDS if command.id not in (*LEAVING, SEARCHES_FIRST)):
        prepared(window, example, command)
        before = state(window)
        action = window.actions_by_id[command.id]
        assert action.isEnabled(), command.id
        action.trigger()
        if state(window) == before:
            idle.append(command.id)
    prepared(window, example, COMMANDS[0])
    theme.apply(application(), "licht")
    assert idle == []


def test_the_command_that_looks_for_names_first_does_so(qtbot: QtBot, window: MainWindow, example: Workspace) -> None:
    window.actions_by_id[SEARCHES_FIRST].trigger()
    qtbot.waitUntil(lambda: not application().clipboard().image().isNull())


@pytest.mark.parametrize("id_", ["new", "new_case", "close", "quit"])
def test_a_command_that_leaves_the_case_does_so(qtbot: QtBot, window: MainWindow, example: Workspace, id_: str) -> None:
    before = state(window)
    window.actions_by_id[id_].trigger()
    assert state(window) != before
    for dialog in dialogs(window):
        dialog.reject()


def test_open_asks_for_a_file_and_leaves_all_as_it_is_when_none_is_chosen(
    window: MainWindow, example: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *given: asked.append(given) or ("", ""))
    window.actions_by_id["open"].trigger()
    assert "Casusboek (*.tijdlijn)" in asked[0]
    assert window.workspace is example


def test_without_a_case_only_what_makes_sense_can_be_chosen(window: MainWindow) -> None:
    for command in COMMANDS:
        assert window.actions_by_id[command.id].isEnabled() is not command.needs_case, command.id
        if command.needs_case:
            window.run(command.id)
    assert window.workspace is None


def test_no_two_commands_share_a_key_or_a_name() -> None:
    keys = Counter(QKeySequence(keys).toString() for command in COMMANDS for keys in command.keys)
    assert "" not in keys
    assert [key for key, times in keys.items() if times > 1] == []
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert len({command.text.replace("&", "") for command in COMMANDS}) == len(COMMANDS)


def test_no_command_takes_a_key_that_the_canvas_has_for_itself() -> None:
    canvas = {QKeySequence(keys).toString() for _, group in CANVAS_KEYS for keys in group}
    assert len(canvas) == sum(len(group) for _, group in CANVAS_KEYS)
    assert canvas.isdisjoint(QKeySequence(keys).toString() for command in COMMANDS for keys in command.keys)


def test_every_letter_under_a_line_is_the_only_one_in_its_menu(window: MainWindow) -> None:
    bar = window.menuBar()
    for menu in (bar, *(action.menu() for action in bar.actions())):
        letters = Counter(
            action.text().lower().partition("&")[2][:1] for action in menu.actions() if not action.isSeparator()
        )
        assert "" not in letters
        assert [letter for letter, times in letters.items() if times > 1] == []


def test_the_menus_are_in_dutch(window: MainWindow) -> None:
    english = {"file", "edit", "view", "open", "new", "close", "quit", "search", "delete", "undo", "redo", "show"}
    said = {
        word
        for text in (*(title for title, _ in MENUS), *(command.text for command in COMMANDS))
        for word in text.replace("&", "").rstrip("…").lower().split()
    }
    assert said.isdisjoint(english)


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_is_a_command_on_the_canvas(qtbot: QtBot, window: MainWindow, example: Workspace, letter: str) -> None:
    before = state(window)
    if letter.startswith("Shift+"):
        qtbot.keyClick(example.canvas, letter[-1], Qt.KeyboardModifier.ShiftModifier)
    else:
        qtbot.keyClicks(example.canvas, letter)
    assert state(window) != before
    assert {"N": example.quick.line, "/": example.search.field}.get(letter) in (None, application().focusWidget())
    assert (letter == "?") is bool(dialogs(window))
    for dialog in dialogs(window):
        dialog.reject()


def test_a_letter_is_a_letter_while_typing(qtbot: QtBot, window: MainWindow, example: Workspace) -> None:
    example.quick.start()
    qtbot.keyClicks(example.quick.line, "N/?")
    assert example.quick.text == "N/?"
    example.start_search()
    qtbot.keyClicks(example.search.field, "N/?")
    assert example.search.field.text() == "N/?"
    example.controller.select([example.controller.case.timeline[3].id])
    example.edit()
    title = example.inspector.entry_form.title.area
    qtbot.keyClicks(title, "N/?")
    assert title.toPlainText() == "N/?"
    assert dialogs(window) == []


def test_the_question_mark_helps_on_the_start_page_too(qtbot: QtBot, window: MainWindow) -> None:
    window.start.new.setFocus()
    qtbot.keyClicks(window.start.new, "?")
    (sheet,) = dialogs(window)
    sheet.reject()


def test_delete_deletes_entries_from_the_canvas_but_letters_from_a_line(
    qtbot: QtBot, window: MainWindow, example: Workspace
) -> None:
    chosen = example.controller.case.timeline[3].id
    example.controller.select([chosen])
    example.quick.start()
    qtbot.keyClicks(example.quick.line, "2019")
    qtbot.keyClick(example.quick.line, Qt.Key.Key_Home)
    qtbot.keyClick(example.quick.line, Qt.Key.Key_Delete)
    assert example.quick.text == "019"
    assert chosen in example.controller.case.entries_by_id
    example.canvas.setFocus()
    qtbot.keyClick(example.canvas, Qt.Key.Key_Delete)
    assert chosen not in example.controller.case.entries_by_id


def test_the_inspector_comes_back_when_something_is_edited(
    qtbot: QtBot, window: MainWindow, example: Workspace
) -> None:
    window.actions_by_id["inspector"].trigger()
    assert example.inspector.isHidden()
    example.canvas.edit_asked.emit(example.controller.case.timeline[3].id)
    assert example.inspector.isVisible()
    assert window.actions_by_id["inspector"].isChecked()
