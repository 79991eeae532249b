"""The keys of the canvas: without a selection they move the view, with one the selection, and the table says it all.

leven     ·          ruzie?            breuk ◆
vragen    vraag 2012                             klacht 2018
hulp         hulp 2013/2015    nieuw 2017────────2019
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import entry, person
from tests.ui.acting import show
from tests.ui.opened import Opener, opener
from tests.ui.windows import application
from tijdlijn.ui import theme
from tijdlijn.ui.areas import fields_in
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas
from tijdlijn.ui.timeline_view.keys import CANVAS_KEYS
from tijdlijn.ui.workspace import Workspace

TIMES = ["vraag", "hulp", "ruzie", "nieuw", "klacht", "breuk"]
KEYS = [keys for _, group in CANVAS_KEYS for keys in group]


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opener]:
    with opener(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def space(opened: Opener, qtbot: QtBot) -> Workspace:
    return shown(opened, qtbot)


@pytest.fixture
def canvas(space: Workspace) -> TimelineCanvas:
    return space.canvas


def shown(opened: Opener, qtbot: QtBot, crowd: int = 0, height: int = 900) -> Workspace:
    talks = (entry("contact", f"2015-06-0{n % 9 + 1}", f"Overleg {n}", id=f"o{n}", order=9 + n) for n in range(crowd))
    controller = opened(
        entry("hulpvraag", "2012-03-10", "Zorgen op school", id="vraag", order=1),
        entry("interventie", "2013-01-01/2015-06-30", "Gezinshulp", id="hulp", order=2),
        entry("gebeurtenis", None, "Ruzie met de buren", id="ruzie", order=3),
        entry("interventie", "2017-01-01/2019-12-31", "Nieuwe hulp", id="nieuw", order=4),
        entry("signaal", "2018-03-01", "Klacht", id="klacht", order=5),
        entry("gebeurtenis", "2018-05-01", "Breuk", id="breuk", schakelmoment="verlies", order=6),
        *talks,
        persons=[person("Noor", "2010-05-14", focus=True)],
        today=date(2020, 6, 1),
    )
    made = show(qtbot, Workspace(controller), 1500, height)
    qtbot.waitUntil(lambda: made.quick.isVisible() and made.findings.isVisible() and made.inspector.isVisible())
    made.canvas.setFocus()
    return made


def press(qtbot: QtBot, canvas: TimelineCanvas, keys: str) -> None:
    combination = QKeySequence(keys)[0]
    text = keys if len(keys) == 1 else ""
    key = Qt.Key.Key_Backtab if keys == "Shift+Tab" else combination.key()
    if text:
        qtbot.keyClicks(canvas, text)
    else:
        qtbot.keyClick(canvas, key, combination.keyboardModifiers())


def selected(space: Workspace) -> tuple[str, ...]:
    return space.controller.selection


def state(canvas: TimelineCanvas) -> tuple[object, ...]:
    bars = canvas.horizontalScrollBar().value(), canvas.verticalScrollBar().value()
    return *bars, canvas.points_per_day, canvas._controller.selection, QApplication.focusWidget()


@pytest.mark.parametrize("chosen", [(), ("klacht",)], ids=["nothing selected", "an entry selected"])
def test_every_key_of_the_table_does_something(opened: Opener, qtbot: QtBot, chosen: tuple[str, ...]) -> None:
    space = shown(opened, qtbot, crowd=80, height=520)
    canvas, idle = space.canvas, []
    asked: list[str] = []
    canvas.edit_asked.connect(asked.append)
    assert canvas.verticalScrollBar().maximum() > 0
    for keys in KEYS:
        space.controller.select(())
        canvas.fit()
        canvas.zoom(8)
        canvas.show_day(date(2014, 6, 1).toordinal())
        canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().maximum() // 2)
        space.controller.select(chosen)
        canvas.setFocus()
        before = (*state(canvas), list(asked))
        press(qtbot, canvas, keys)
        if (*state(canvas), list(asked)) == before:
            idle.append(keys)
    assert idle == ([] if chosen else ["Return", "Esc"])


def test_left_and_right_walk_in_time_and_stop_at_the_ends(qtbot: QtBot, space: Workspace) -> None:
    space.controller.select(["vraag"])
    walked = []
    for _ in range(7):
        press(qtbot, space.canvas, "Right")
        walked += selected(space)
    assert walked == [*TIMES[1:], "breuk", "breuk"]
    press(qtbot, space.canvas, "Left")
    assert selected(space) == ("klacht",)


def test_up_and_down_go_to_the_lane_beside_it_at_the_same_time(qtbot: QtBot, space: Workspace) -> None:
    space.controller.select(["klacht"])
    press(qtbot, space.canvas, "Down")
    assert selected(space) == ("nieuw",)
    press(qtbot, space.canvas, "Down")
    assert selected(space) == ("nieuw",)
    press(qtbot, space.canvas, "Up")
    assert selected(space) == ("klacht",)
    press(qtbot, space.canvas, "Up")
    assert selected(space) == ("breuk",)


def test_the_time_is_kept_while_going_up_and_down(qtbot: QtBot, space: Workspace) -> None:
    """From the early question down to the help that began later, and back up to the question, not to the complaint."""
    space.controller.select(["vraag"])
    press(qtbot, space.canvas, "Down")
    assert selected(space) == ("hulp",)
    press(qtbot, space.canvas, "Up")
    assert selected(space) == ("vraag",)


def test_shift_adds_the_entry_beside_it_and_the_keys_go_on_from_there(qtbot: QtBot, space: Workspace) -> None:
    space.controller.select(["vraag"])
    press(qtbot, space.canvas, "Shift+Right")
    press(qtbot, space.canvas, "Shift+Right")
    assert selected(space) == ("vraag", "hulp", "ruzie")
    press(qtbot, space.canvas, "Right")
    assert selected(space) == ("nieuw",)


def test_home_and_end_are_the_first_and_last_entry_of_a_selection_and_else_of_time(
    qtbot: QtBot, space: Workspace
) -> None:
    canvas = space.canvas
    canvas.zoom(8)
    bar = canvas.horizontalScrollBar()
    press(qtbot, canvas, "End")
    assert bar.value() == bar.maximum() > 0
    assert selected(space) == ()
    space.controller.select(["hulp"])
    press(qtbot, canvas, "End")
    assert selected(space) == ("breuk",)
    press(qtbot, canvas, "Home")
    assert selected(space) == ("vraag",)
    press(qtbot, canvas, "Ctrl+End")
    assert selected(space) == ("vraag",)
    assert bar.value() == bar.maximum()


def test_with_ctrl_the_arrows_move_the_view_and_keep_the_selection(qtbot: QtBot, space: Workspace) -> None:
    space.canvas.zoom(8)
    space.controller.select(["hulp"], reveal=True)
    before = space.canvas.horizontalScrollBar().value()
    press(qtbot, space.canvas, "Ctrl+Right")
    assert space.canvas.horizontalScrollBar().value() > before
    assert selected(space) == ("hulp",)


def test_space_lets_go_and_takes_again(qtbot: QtBot, space: Workspace) -> None:
    space.controller.select(["vraag", "hulp"])
    press(qtbot, space.canvas, "Space")
    assert selected(space) == ("vraag",)
    press(qtbot, space.canvas, "Space")
    assert selected(space) == ("vraag", "hulp")
    press(qtbot, space.canvas, "Esc")
    assert selected(space) == ()
    press(qtbot, space.canvas, "Space")
    assert selected(space) == ("vraag",)


def test_space_with_nothing_selected_takes_the_first_in_view(qtbot: QtBot, space: Workspace) -> None:
    space.canvas.zoom(12)
    space.canvas.show_day(date(2018, 9, 1).toordinal())
    press(qtbot, space.canvas, "Space")
    assert selected(space) == ("nieuw",)


def test_enter_on_an_entry_in_a_bundle_opens_its_list(opened: Opener, qtbot: QtBot) -> None:
    space = shown(opened, qtbot, crowd=80)
    bundle = max((bundle for lane in space.canvas.timeline.lanes for bundle in lane.bundles), key=lambda b: len(b.ids))
    asked: list[tuple[str, ...]] = []
    space.canvas.bundle_asked.disconnect()
    space.canvas.bundle_asked.connect(lambda ids, _: asked.append(ids))
    space.controller.select([bundle.ids[3]])
    press(qtbot, space.canvas, "Return")
    assert asked == [bundle.ids]


def test_every_entry_in_a_bundle_can_be_walked_to(opened: Opener, qtbot: QtBot) -> None:
    space = shown(opened, qtbot, crowd=30)
    space.controller.select(["hulp"])
    walked = []
    for _ in range(32):
        press(qtbot, space.canvas, "Right")
        walked += selected(space)
    assert {f"o{n}" for n in range(30)} <= set(walked)


def test_what_is_only_being_typed_is_not_walked_to(qtbot: QtBot, space: Workspace) -> None:
    space.controller.set_preview(entry("contact", "2012-06-01", "Bezoek", id="tik", order=99))
    qtbot.waitUntil(lambda: any(placed.id == "tik" for placed in space.canvas.timeline.entries))
    space.controller.select(["vraag"])
    press(qtbot, space.canvas, "Right")
    assert selected(space) == ("hulp",)


def test_the_arrows_move_the_window_of_the_overview(qtbot: QtBot, space: Workspace) -> None:
    space.canvas.zoom(8)
    strip = space.overview
    strip.setFocus()
    space.controller.select(["hulp"])
    for keys, way in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_PageDown, 1), (Qt.Key.Key_Left, -1), (Qt.Key.Key_Home, -1)):
        before = strip.window_rect().left()
        qtbot.keyClick(strip, keys)
        assert (strip.window_rect().left() - before) * way > 0
    wide = strip.window_rect().width()
    qtbot.keyClicks(strip, "+")
    assert strip.window_rect().width() < wide
    assert selected(space) == ("hulp",)


def test_f6_walks_through_the_parts_of_the_window_and_back(qtbot: QtBot, space: Workspace) -> None:
    def part() -> str:
        focus = QApplication.focusWidget()
        parts = {"quick": space.quick, "panels": space.panels, "canvas": space.canvas, "overview": space.overview}
        parts["inspector"] = space.inspector
        return next(name for name, area in parts.items() if focus is area or area.isAncestorOf(focus))

    walked = []
    for by in (1, 1, 1, 1, 1, -1, -1):
        space.walk_areas(by)
        walked.append(part())
    assert walked == ["overview", "inspector", "quick", "panels", "canvas", "panels", "quick"]


def test_a_part_gives_the_keys_back_to_what_had_them(qtbot: QtBot, space: Workspace) -> None:
    space.start_search()
    space.canvas.setFocus()
    space.walk_areas(-1)
    assert space.search.field.hasFocus()


def test_a_part_that_is_hidden_is_passed_over(qtbot: QtBot, space: Workspace) -> None:
    space.inspector.hide()
    space.overview.setFocus()
    space.walk_areas(1)
    assert space.quick.line.hasFocus()


def test_tab_goes_through_the_window_as_it_stands(qtbot: QtBot, space: Workspace) -> None:
    """The parts were made in another order than that in which they stand."""
    space.controller.select(["breuk"])
    qtbot.waitUntil(lambda: bool(space.inspector.findChildren(QLineEdit)))
    space.quick.line.setFocus()
    stops: list[QWidget] = []
    for _ in range(200):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in stops:
            break
        stops.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is space.quick.line
    parts = [space.quick, space.panels, space.canvas, space.overview, space.inspector, space.switch]
    met = [next(place for place, area in enumerate(parts) if area is stop or area.isAncestorOf(stop)) for stop in stops]
    assert met == sorted(met)
    assert set(met) == set(range(len(parts)))
    tops = [stop.mapTo(space, stop.rect().topLeft()).y() for stop, part in zip(stops, met, strict=True) if part == 4]
    assert all(below >= above - 12 for above, below in pairwise(tops))


def test_shift_tab_goes_back(qtbot: QtBot, space: Workspace) -> None:
    space.overview.setFocus()
    qtbot.keyClick(space.overview, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert space.inspector.isAncestorOf(focus)
    qtbot.keyClick(focus, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert space.overview.hasFocus()


@pytest.mark.parametrize("colours", ["licht", "donker"])
def test_every_field_shows_that_it_has_the_focus(qtbot: QtBot, space: Workspace, colours: str) -> None:
    theme.apply(application(), colours)
    theme.dress(space.window())
    unseen = []
    for area in space._areas():
        for field in list(fields_in(area)):
            field.setFocus(Qt.FocusReason.TabFocusReason)
            focused = field.grab().toImage()
            field.clearFocus()
            if field.grab().toImage() == focused:
                unseen.append(f"{type(field).__name__} {field.accessibleName()}")
    theme.apply(application(), "licht")
    assert unseen == []


def test_every_field_has_a_name(space: Workspace) -> None:
    space.controller.select(["breuk"])
    nameless = [
        type(field).__name__
        for area in space._areas()
        for field in fields_in(area)
        if not QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name)
    ]
    assert nameless == []
