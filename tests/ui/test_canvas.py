"""The canvas in its workspace: what a user points at, turns and presses does what it looks like.

2010 ─ Noor born ─┬─ 2012 zorgen ── 2013/2015 hulp ──┬── gat ──┬── 2017/2019 hulp ── 2018 gezin valt uiteen ◆
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.builders import entry, person
from tests.ui.acting import show
from tests.ui.opened import Opener, opener
from tests.ui.pointing import click_on, drag, mark, nowhere, painted, wheel
from tijdlijn.drawing.primitives import Group
from tijdlijn.drawing.styles import DARK, LIGHT
from tijdlijn.layout.measure import SCREEN
from tijdlijn.model.entries import Entry
from tijdlijn.model.views import Arrangement
from tijdlijn.services import editing
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas
from tijdlijn.ui.workspace import Workspace

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NOTCH = 120


def family() -> tuple[Entry, ...]:
    return (
        entry("hulpvraag", "2012-03-10", "Zorgen op school", persons="noor", parties="school", id="vraag", order=1),
        entry("interventie", "2013-01-01/2015-06-30", "Gezinshulp", parties="kompas", id="hulp", order=2),
        entry("gebeurtenis", None, "Ruzie met de buren", id="ruzie", order=3),
        entry("interventie", "2017-01-01/2019-12-31", "Nieuwe hulp", parties="kompas", id="nieuw", order=4),
        entry("gebeurtenis", "2018-05-01", "Gezin valt uiteen", id="breuk", schakelmoment="verlies", order=5),
    )


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opener]:
    with opener(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def space(opened: Opener, qtbot: QtBot) -> Workspace:
    return shown(qtbot, opened, *family())


def shown(
    qtbot: QtBot, opened: Opener, *entries: Entry, today: date = date(2020, 6, 1), height: int = 900
) -> Workspace:
    controller = opened(*entries, persons=[person("Noor", "2010-05-14", focus=True)], today=today)
    made = show(qtbot, Workspace(controller), 1500, height)
    made.canvas.setFocus()
    return made


def crowd() -> list[Entry]:
    """Eighty talks in nine days."""
    return [entry("contact", f"2015-06-0{n % 9 + 1}", f"Overleg {n}", id=f"o{n}", order=9 + n) for n in range(80)]


def low(qtbot: QtBot, opened: Opener) -> TimelineCanvas:
    """A canvas that is too low for its lanes."""
    made = show(qtbot, TimelineCanvas(opened(*family(), *crowd(), today=date(2020, 6, 1))), 1200, 240)
    assert made.verticalScrollBar().maximum() > 0
    return made


@pytest.fixture
def canvas(space: Workspace) -> TimelineCanvas:
    return space.canvas


def middle(canvas: TimelineCanvas) -> QPoint:
    return QPoint(700, round(canvas.timeline.header_height) + 100)


def zoomed(qtbot: QtBot, canvas: TimelineCanvas, times: int = 8) -> TimelineCanvas:
    for _ in range(times):
        qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    return canvas


def test_a_click_selects_an_entry_and_the_inspector_shows_it(qtbot: QtBot, space: Workspace) -> None:
    click_on(qtbot, space.canvas, mark(space.canvas, "entry:hulp"))
    assert space.controller.selection == ("hulp",)
    assert space.inspector.entry_form.title.area.toPlainText() == "Gezinshulp"
    assert space.inspector.pages.currentWidget() is space.inspector.entry_form


def test_a_click_on_a_schakelmoment_selects_its_entry(qtbot: QtBot, space: Workspace) -> None:
    click_on(qtbot, space.canvas, mark(space.canvas, "turn:breuk"))
    assert space.controller.selection == ("breuk",)


def test_with_ctrl_a_click_adds_and_takes_off_again(qtbot: QtBot, space: Workspace) -> None:
    for id_ in ("hulp", "vraag"):
        click_on(qtbot, space.canvas, mark(space.canvas, f"entry:{id_}"), CONTROL)
    assert space.controller.selection == ("hulp", "vraag")
    click_on(qtbot, space.canvas, mark(space.canvas, "entry:hulp"), CONTROL)
    assert space.controller.selection == ("vraag",)


@pytest.mark.parametrize("way", ["click on nothing", "escape"])
def test_the_selection_is_let_go(qtbot: QtBot, space: Workspace, way: str) -> None:
    click_on(qtbot, space.canvas, mark(space.canvas, "entry:hulp"))
    if way == "escape":
        qtbot.keyClick(space.canvas, Qt.Key.Key_Escape)
    else:
        click_on(qtbot, space.canvas, nowhere(space.canvas))
    assert space.controller.selection == ()


def test_a_drag_takes_the_days_along_and_selects_nothing(qtbot: QtBot, canvas: TimelineCanvas) -> None:
    zoomed(qtbot, canvas)
    place = nowhere(canvas)
    day = canvas.timeline.axis.day(canvas.horizontalScrollBar().value() + place.x() - SCREEN.names)
    drag(qtbot, canvas, place, QPoint(-150, 0))
    under = canvas.timeline.axis.day(canvas.horizontalScrollBar().value() + place.x() - 150 - SCREEN.names)
    assert abs(under - day) * canvas.points_per_day < 1
    assert canvas._controller.selection == ()


@pytest.mark.parametrize("x", [250, 700, 1100])
def test_the_wheel_zooms_around_the_pointer(qtbot: QtBot, opened: Opener, x: int) -> None:
    canvas = shown(qtbot, opened, *family(), height=1300).canvas
    assert not canvas.verticalScrollBar().maximum()
    zoomed(qtbot, canvas, 10)
    canvas.show_day(date(2015, 1, 1).toordinal())
    for turn in (NOTCH, NOTCH, -NOTCH):
        inside = x - SCREEN.names
        day = canvas.timeline.axis.day(canvas.horizontalScrollBar().value() + inside)
        scale = canvas.points_per_day
        wheel(canvas, QPoint(x, 400), QPoint(0, turn))
        assert (canvas.points_per_day > scale) is (turn > 0)
        assert abs(canvas.timeline.axis.x(day) - canvas.horizontalScrollBar().value() - inside) <= 1


def test_a_low_window_scrolls_with_the_wheel_and_ctrl_zooms(qtbot: QtBot, opened: Opener) -> None:
    canvas = low(qtbot, opened)
    down, scale = canvas.verticalScrollBar(), canvas.points_per_day
    wheel(canvas, QPoint(700, 200), QPoint(0, -NOTCH))
    assert (down.value(), canvas.points_per_day) == (min(NOTCH, down.maximum()), scale)
    wheel(canvas, QPoint(700, 200), QPoint(0, NOTCH), CONTROL)
    assert canvas.points_per_day > scale


def test_with_shift_the_wheel_pans(qtbot: QtBot, canvas: TimelineCanvas) -> None:
    zoomed(qtbot, canvas)
    across = canvas.horizontalScrollBar()
    before = across.value()
    wheel(canvas, middle(canvas), QPoint(0, -NOTCH), SHIFT)
    assert across.value() == before + NOTCH


def test_the_keys_pan_and_zoom(qtbot: QtBot, canvas: TimelineCanvas) -> None:
    across, fitting = canvas.horizontalScrollBar(), canvas.points_per_day
    zoomed(qtbot, canvas)
    assert canvas.points_per_day > fitting * 3
    for key, way in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1), (Qt.Key.Key_PageUp, -1), (Qt.Key.Key_PageDown, 1)):
        before = across.value()
        qtbot.keyClick(canvas, key)
        assert (across.value() - before) * way > 0
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert across.value() == 0
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    assert across.value() == across.maximum() > 0
    scale = canvas.points_per_day
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.points_per_day < scale
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.points_per_day == fitting


def test_tab_walks_through_the_entries_in_time_and_back(qtbot: QtBot, space: Workspace) -> None:
    walked = []
    for _ in family():
        qtbot.keyClick(space.canvas, Qt.Key.Key_Tab)
        walked += space.controller.selection
    assert walked == ["vraag", "hulp", "ruzie", "nieuw", "breuk"]
    assert space.canvas.accessibleDescription().startswith("Gezin valt uiteen")
    qtbot.keyClick(space.canvas, Qt.Key.Key_Backtab, SHIFT)
    assert space.controller.selection == ("nieuw",)
    qtbot.keyClick(space.canvas, Qt.Key.Key_Tab)
    qtbot.keyClick(space.canvas, Qt.Key.Key_Tab)
    assert not space.canvas.hasFocus()


def test_tab_brings_every_entry_into_view(qtbot: QtBot, opened: Opener) -> None:
    canvas = zoomed(qtbot, low(qtbot, opened), 14)
    for id_ in ("vraag", "hulp", "ruzie"):
        qtbot.keyClick(canvas, Qt.Key.Key_Tab)
        assert canvas._controller.selection == (id_,)
        place = painted(canvas)[f"entry:{id_}"]
        assert place.height() >= 15
        assert place.width() > 15


@pytest.mark.parametrize("way", ["enter", "double click"])
def test_an_entry_is_edited_at_its_title(qtbot: QtBot, space: Workspace, way: str) -> None:
    place = mark(space.canvas, "entry:nieuw")
    click_on(qtbot, space.canvas, place)
    if way == "enter":
        qtbot.keyClick(space.canvas, Qt.Key.Key_Return)
    else:
        qtbot.mouseDClick(space.canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    title = space.canvas.gestures.title
    assert title.hasFocus()
    assert title.selectedText() == "Nieuwe hulp"


def test_a_double_click_on_nothing_begins_a_line_on_that_day(qtbot: QtBot, space: Workspace) -> None:
    zoomed(qtbot, space.canvas)
    space.canvas.show_day(date(2016, 3, 12).toordinal() + 0.5)
    place = nowhere(space.canvas)
    day = space.canvas.day_at(QPointF(place))
    qtbot.mouseDClick(space.canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert space.quick.line.hasFocus()
    read = space.quick.reading().date
    assert read is not None
    assert read.earliest == read.latest(day) == day


def test_a_double_click_does_not_touch_a_line_that_is_being_typed(qtbot: QtBot, space: Workspace) -> None:
    qtbot.keyClicks(space.quick.line, "2015 overleg")
    qtbot.mouseDClick(space.canvas.viewport(), Qt.MouseButton.LeftButton, pos=nowhere(space.canvas))
    assert space.quick.text == "2015 overleg"


def test_a_bundle_opens_a_list_of_exactly_its_entries(qtbot: QtBot, opened: Opener) -> None:
    space = shown(qtbot, opened, *family(), *crowd()[:40])
    bundle = next(bundle for lane in space.canvas.timeline.lanes for bundle in lane.bundles)
    id_ = f"bundle:betrokken:{bundle.ids[0]}"
    click_on(qtbot, space.canvas, mark(space.canvas, id_))
    menu = space.findChild(QMenu)
    assert menu is not None
    titles = [action.text().split("   ", 1)[1] for action in menu.actions()]
    assert titles == [space.controller.case.entries_by_id[one].title for one in bundle.ids]
    menu.actions()[2].trigger()
    assert space.controller.selection == (bundle.ids[2],)
    menu.close()


def test_a_long_bundle_counts_the_rest_and_zooms_to_it(qtbot: QtBot, opened: Opener) -> None:
    space = shown(qtbot, opened, *family(), *crowd())
    bundle = next(bundle for lane in space.canvas.timeline.lanes for bundle in lane.bundles)
    click_on(qtbot, space.canvas, mark(space.canvas, f"bundle:betrokken:{bundle.ids[0]}"))
    menu = space.findChild(QMenu)
    assert menu is not None
    assert menu.actions()[-1].text() == f"en nog {len(bundle.ids) - 40}: zoom in"
    before = space.canvas.points_per_day
    menu.actions()[-1].trigger()
    menu.close()
    first, last = space.canvas.days_in_view
    assert space.canvas.points_per_day > before
    assert first < date(2015, 6, 1).toordinal() < date(2015, 6, 10).toordinal() < last


def test_an_entry_in_a_bundle_is_shown_by_the_frame_of_its_bundle(qtbot: QtBot, opened: Opener) -> None:
    space = shown(qtbot, opened, *family(), *crowd())
    bundle = next(bundle for lane in space.canvas.timeline.lanes for bundle in lane.bundles)
    space.controller.select([bundle.ids[5]], reveal=True)
    assert space.canvas._marked()[f"bundle:betrokken:{bundle.ids[0]}"] == "selected"


def test_a_click_on_a_finding_opens_it_in_the_panel(qtbot: QtBot, space: Workspace) -> None:
    space.panels.setCurrentWidget(space.people)
    gap = next(band for band in space.canvas.timeline.bands if band.what == "gap")
    click_on(qtbot, space.canvas, mark(space.canvas, gap.id))
    assert space.panels.currentWidget() is space.findings
    card = next(c for group in space.findings.groups.values() for c in group.cards if c.is_open)
    assert card.finding.start == date.fromisoformat(gap.id.partition(":")[2])


def test_a_click_on_a_band_among_the_lanes_opens_it_too(qtbot: QtBot, space: Workspace) -> None:
    gap = next(band for band in space.canvas.timeline.bands if band.what == "gap")
    head, across = space.canvas.timeline.header_height, space.canvas.horizontalScrollBar().value()
    x = SCREEN.names + (gap.left + gap.right) / 2 - across
    with qtbot.waitSignal(space.canvas.finding_asked) as asked:
        click_on(qtbot, space.canvas, QPoint(round(x), round(head) + 6))
    assert asked.args == [gap.id]


def test_a_search_dims_the_rest_and_escape_shows_all_again(qtbot: QtBot, space: Workspace) -> None:
    def ink() -> dict[str, int]:
        space.canvas.setFocus()
        picture = space.canvas.viewport().grab().toImage()
        seen = painted(space.canvas)
        dark = {}
        for id_ in ("entry:hulp", "entry:vraag"):
            area = seen[id_].toAlignedRect().adjusted(2, 2, -2, -2)
            dark[id_] = min(
                picture.pixelColor(x, y).lightness()
                for x in range(area.left(), area.right())
                for y in range(area.top(), area.bottom())
            )
        return dark

    before = ink()
    space.start_search()
    qtbot.keyClicks(space.search.field, "gezinsh")
    found = ink()
    assert found["entry:hulp"] == before["entry:hulp"]
    assert found["entry:vraag"] > before["entry:vraag"] + 60
    qtbot.keyClick(space.search.field, Qt.Key.Key_Escape)
    assert space.search.field.text() == ""
    assert ink() == before


def test_what_is_scrolled_under_the_header_cannot_be_pointed_at(qtbot: QtBot, opened: Opener) -> None:
    canvas = low(qtbot, opened)
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().maximum())
    zoomed(qtbot, canvas)
    for id_, place in painted(canvas).items():
        assert id_.startswith("lane:") == (place.left() < SCREEN.names)
        if id_.startswith(("entry:", "lane:")):
            assert place.top() >= canvas.timeline.header_height


def test_a_change_leaves_the_days_in_view_as_they_are(qtbot: QtBot, space: Workspace) -> None:
    canvas = zoomed(qtbot, space.canvas)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    before = canvas.days_in_view
    with qtbot.waitSignal(space.controller.analysis_changed):
        space.controller.do(editing.add_entry, entry("contact", "2014-02-02", "Erbij", id="erbij"))
    assert canvas.days_in_view == pytest.approx(before, abs=1)


def test_a_view_that_was_dragged_does_not_jump_back_at_a_change(qtbot: QtBot, opened: Opener) -> None:
    early = entry("gebeurtenis", "1988", "Moeder geboren", id="moeder")
    space = shown(qtbot, opened, early, *family())
    drag(qtbot, space.canvas, nowhere(space.canvas), QPoint(200, 0))
    before = space.canvas.days_in_view
    with qtbot.waitSignal(space.controller.analysis_changed):
        space.controller.do(editing.add_entry, entry("contact", "2014-02-02", "Erbij", id="erbij"))
    assert space.canvas.days_in_view == pytest.approx(before, abs=2)


def test_the_whole_life_stays_fitting_while_the_window_is_resized(qtbot: QtBot, space: Workspace) -> None:
    first, last = space.canvas.days_in_view
    space.resize(1250, 800)
    assert space.canvas.days_in_view == pytest.approx((first, last), abs=8)


def test_dark_colours_are_painted_at_once(space: Workspace) -> None:
    def ground() -> int:
        return space.canvas.viewport().grab().toImage().pixelColor(700, 3).lightness()

    space.set_theme(LIGHT)
    light = ground()
    space.set_theme(DARK)
    assert light > 200 > 60 > ground()


def test_an_empty_case_can_be_looked_at(qtbot: QtBot, opened: Opener) -> None:
    space = shown(qtbot, opened)
    qtbot.keyClick(space.canvas, Qt.Key.Key_Tab)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return):
        qtbot.keyClick(space.canvas, key)
    for _ in range(80):
        qtbot.keyClick(space.canvas, Qt.Key.Key_Plus)
    painted(space.canvas)
    assert space.controller.selection == ()


def test_a_day_at_the_end_of_the_calendar_can_be_looked_at(qtbot: QtBot, opened: Opener) -> None:
    space = shown(qtbot, opened, *family(), entry("wonen", "2015-01-01/9999-12-31", "Bij oma", id="oma"))
    qtbot.keyClick(space.canvas, Qt.Key.Key_End)
    for _ in range(30):
        qtbot.keyClick(space.canvas, Qt.Key.Key_Plus)
        qtbot.keyClick(space.canvas, Qt.Key.Key_End)
        painted(space.canvas)
    place = QPoint(space.canvas.viewport().width() - 20, space.canvas.viewport().height() - 20)
    qtbot.mouseDClick(space.canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert space.quick.text
    space.controller.select(["oma"], reveal=True)
    assert "entry:oma" in painted(space.canvas)


def test_an_entry_in_a_folded_lane_is_brought_into_view_all_the_same(space: Workspace) -> None:
    controller, canvas = space.controller, space.canvas
    controller.set_view(replace(controller.view, arrangement=Arrangement(folded=frozenset({"hulp"}))))
    canvas.zoom(20)
    canvas.horizontalScrollBar().setValue(0)
    controller.select(["nieuw"], reveal=True)
    place = canvas.place_in_view("nieuw")
    assert place is not None
    assert place.right() > SCREEN.names
    assert place.left() < canvas.viewport().width()


def test_the_text_that_rolls_along_is_as_dim_as_its_bar(space: Workspace) -> None:
    canvas = space.canvas
    canvas.zoom(12)
    canvas.show_day(date(2018, 9, 1).toordinal())
    view = canvas._view()
    texts = view.timeline.draw_moving(view.window, view.timeline.columns(view.window))
    rolled = next(item for item in texts if isinstance(item, Group) and item.id == "text:nieuw")
    assert replace(view, found=frozenset({"nieuw"})).stands_out(rolled)
    assert not replace(view, found=frozenset({"breuk"})).stands_out(rolled)
