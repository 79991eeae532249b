"""The lanes in the hands of a user: chosen, moved, resized, folded and hidden, with the mouse and with the keys.

Noor and Sem with their mother; school, Kompas and the gemeente; an entry or two in most lanes by kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.builders import entry, party, person
from tests.ui.acting import show
from tests.ui.opened import opener
from tests.ui.pointing import hover, painted
from tijdlijn.layout.lanes import LANES
from tijdlijn.layout.measure import SCREEN
from tijdlijn.model.views import Arrangement, LaneBy, View
from tijdlijn.services.views import view_in_use
from tijdlijn.ui.context_menu import PlaceMenu
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas
from tijdlijn.ui.timeline_view.lane_holds import Part, cell_of, lane_hold_at
from tijdlijn.ui.workspace import Workspace

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
KINDS = [lane.key for lane in LANES]


@pytest.fixture
def space(tmp_path: Path, qtbot: QtBot) -> Iterator[Workspace]:
    with opener(tmp_path, qtbot) as opened:
        controller = opened(
            entry("gebeurtenis", "2012", "Verhuisd", id="huis", order=0),
            entry("hulpvraag", "2013-04", "Vraag van school", persons="noor", parties="school", id="vraag", order=1),
            entry("interventie", "2014/2015", "Training", persons="noor sem", parties="kompas", id="hulp", order=2),
            entry("contact", "2016-02", "Huisbezoek", persons="moeder", parties="gemeente", id="bezoek", order=3),
            entry("uithuisplaatsing", "2017/2018-03", "Pleeggezin", persons="sem", id="weg", order=4),
            persons=[
                person("Noor", "2010-05-14", focus=True), person("Sem", "2012-03-01", focus=True), person("Moeder"),
            ],
            parties=[party("School", "onderwijs"), party("Kompas", "jeugdhulp"), party("Gemeente", "gemeente")],
            today=date(2019, 3, 1),
        )  # fmt: skip
        made = show(qtbot, Workspace(controller), 1300, 900)
        made.canvas.setFocus()
        yield made


def arrangement(space: Workspace) -> Arrangement:
    return space.controller.view.arrangement


def arranged(space: Workspace, **more: object) -> None:
    view = space.controller.view
    space.controller.set_view(replace(view, arrangement=replace(view.arrangement, **more)))  # type: ignore[arg-type]


def keys(canvas: TimelineCanvas) -> list[str]:
    return [lane.lane.key for lane in canvas.timeline.lanes]


def name_at(canvas: TimelineCanvas, key: str) -> QPoint:
    """The middle of the name of a lane."""
    lane = canvas.lanes.placed(key)
    assert lane is not None
    return cell_of(canvas, lane).center().toPoint()


def edge_at(canvas: TimelineCanvas, key: str) -> QPoint:
    lane = canvas.lanes.placed(key)
    assert lane is not None
    cell = cell_of(canvas, lane)
    return QPointF(cell.center().x(), cell.bottom() - 1).toPoint()


def drag(qtbot: QtBot, canvas: TimelineCanvas, begin: QPoint, end: QPoint, let_go: bool = True) -> None:
    port = canvas.viewport()
    qtbot.mousePress(port, LEFT, NONE, begin)
    for step in (1, 2, 3):
        qtbot.mouseMove(port, begin + (end - begin) * step / 3)
    if let_go:
        qtbot.mouseRelease(port, LEFT, NONE, end)


def offered(menu: QMenu) -> dict[str, QAction]:
    return {action.text().partition("\t")[0]: action for action in menu.actions() if action.text()}


def menu_of(space: Workspace, place: QPoint) -> PlaceMenu:
    """The menu that a click of the right button opens."""
    port = space.canvas.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, port.mapToGlobal(place))
    QApplication.sendEvent(port, event)
    return opened_menu(space)


def opened_menu(space: Workspace) -> PlaceMenu:
    menus = [menu for menu in space.findChildren(PlaceMenu) if menu.isVisible()]
    assert len(menus) == 1
    return menus[0]


def test_the_corner_says_what_the_lanes_are_and_opens_the_choice(qtbot: QtBot, space: Workspace) -> None:
    button = space.canvas.lane_button
    assert button.text().startswith("Soort")
    qtbot.mouseClick(button, LEFT)
    menu = opened_menu(space)
    assert [action.isChecked() for action in menu.actions() if action.text() == "Soort"] == [True, False]
    persons = [action for action in menu.actions() if action.text() == "Persoon"]
    persons[0].trigger()
    assert arrangement(space).by == (LaneBy.PERSOON,)
    assert button.text().startswith("Persoon")
    menu.close()
    qtbot.mouseClick(button, LEFT)
    within = [action for action in opened_menu(space).actions() if action.text() == "Soort"]
    within[1].trigger()
    assert arrangement(space).by == (LaneBy.PERSOON, LaneBy.SOORT)
    assert space.canvas.timeline.lanes[0].lane.is_heading
    assert "Persoon › soort" in button.accessibleName()


def test_a_lane_is_dragged_to_another_place(qtbot: QtBot, space: Workspace) -> None:
    canvas = space.canvas
    drag(qtbot, canvas, name_at(canvas, "hulp"), name_at(canvas, "leven") - QPoint(0, 10))
    assert keys(canvas) == ["hulp", *(key for key in KINDS if key != "hulp")]
    drag(qtbot, canvas, name_at(canvas, "hulp"), name_at(canvas, "uithuis") + QPoint(0, 10))
    assert keys(canvas) == [*(key for key in KINDS if key != "hulp"), "hulp"]
    assert space.controller.book.undo_name == "Lees de proef in"


def test_while_a_lane_is_dragged_a_line_shows_where_and_nothing_moves(qtbot: QtBot, space: Workspace) -> None:
    canvas = space.canvas
    drag(qtbot, canvas, name_at(canvas, "hulp"), name_at(canvas, "wonen") - QPoint(0, 8), let_go=False)
    lift, placed = canvas.lanes.layer.lift, canvas.lanes.placed("wonen")
    assert lift is not None
    assert placed is not None
    assert lift.line == cell_of(canvas, placed).top()
    assert lift.words == "Hulp"
    assert keys(canvas) == KINDS
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.lanes.layer.lift is None
    qtbot.mouseRelease(canvas.viewport(), LEFT, NONE, name_at(canvas, "wonen"))
    assert keys(canvas) == KINDS
    assert arrangement(space) == Arrangement()


def test_a_drag_of_a_few_pixels_is_a_click_that_gives_the_lane_the_keys(qtbot: QtBot, space: Workspace) -> None:
    canvas = space.canvas
    space.controller.select(["hulp"])
    drag(qtbot, canvas, name_at(canvas, "hulp"), name_at(canvas, "hulp") + QPoint(1, 1))
    assert canvas.lanes.focused == "hulp"
    assert space.controller.selection == ()
    assert arrangement(space) == Arrangement()


def test_near_the_edge_a_drag_scrolls(qtbot: QtBot, space: Workspace) -> None:
    canvas = space.canvas
    arranged(space, by=(LaneBy.PERSOON, LaneBy.SOORT))
    bar = canvas.verticalScrollBar()
    assert bar.maximum() > 0
    first = canvas.timeline.lanes[1].lane.key
    drag(qtbot, canvas, name_at(canvas, first), QPoint(40, canvas.viewport().height() - 4), let_go=False)
    qtbot.waitUntil(lambda: bar.value() > 0)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    here = bar.value()
    qtbot.mouseRelease(canvas.viewport(), LEFT, NONE, QPoint(40, 300))
    assert bar.value() == here


def test_within_a_heading_a_lane_moves_in_every_heading(qtbot: QtBot, space: Workspace) -> None:
    canvas = space.canvas
    arranged(space, by=(LaneBy.PERSOON, LaneBy.SOORT))
    noor = space.controller.case.focus[0].id
    head = f"persoon:{noor}"
    drag(qtbot, canvas, name_at(canvas, f"{head}/vragen"), name_at(canvas, f"{head}/leven") - QPoint(0, 6))
    for person_ in space.controller.case.focus:
        own = [key for key in keys(canvas) if key.startswith(f"persoon:{person_.id}/")]
        assert own[0] == f"persoon:{person_.id}/vragen"


def test_the_lower_edge_is_dragged_in_whole_rows_and_let_go_with_a_double_click(qtbot: QtBot, space: Workspace) -> None:
    canvas = space.canvas
    before = canvas.lanes.placed("hulp")
    assert before is not None
    row = canvas.timeline.measure.row
    edge = edge_at(canvas, "hulp")
    assert lane_hold_at(canvas, QPointF(edge)) is not None
    hover(canvas.viewport(), edge)
    assert canvas.viewport().cursor().shape() is Qt.CursorShape.SplitVCursor
    top = cell_of(canvas, before).top()
    drag(qtbot, canvas, edge, QPoint(edge.x(), round(top + canvas.timeline.measure.pad + 6.2 * row)))
    assert arrangement(space).heights == (("hulp", 6),)
    after = canvas.lanes.placed("hulp")
    assert after is not None
    assert after.rows == 6
    qtbot.mouseDClick(canvas.viewport(), LEFT, NONE, edge_at(canvas, "hulp"))
    assert arrangement(space).heights == ()


def test_the_fold_sign_and_a_double_click_on_the_name_fold_and_open(qtbot: QtBot, space: Workspace) -> None:
    canvas = space.canvas
    cell = painted(canvas)["lane:hulp"]
    sign = QPointF(8, cell.top() + 12).toPoint()
    hold = lane_hold_at(canvas, QPointF(sign))
    assert hold is not None
    assert hold.part is Part.FOLD
    qtbot.mouseClick(canvas.viewport(), LEFT, NONE, sign)
    assert arrangement(space).folded == {"hulp"}
    folded = canvas.lanes.placed("hulp")
    assert folded is not None
    assert folded.is_folded
    qtbot.mouseDClick(canvas.viewport(), LEFT, NONE, name_at(canvas, "hulp"))
    assert arrangement(space).folded == frozenset()


def test_the_sign_is_shown_over_the_lane_that_is_pointed_at(qtbot: QtBot, space: Workspace) -> None:
    canvas = space.canvas
    hover(canvas.viewport(), name_at(canvas, "hulp"))
    assert canvas.lanes.layer.hovered == "hulp"
    hover(canvas.viewport(), QPoint(round(SCREEN.names) + 200, name_at(canvas, "hulp").y()))
    assert canvas.lanes.layer.hovered == ""


def test_a_folded_heading_folds_all_below_it(qtbot: QtBot, space: Workspace) -> None:
    canvas = space.canvas
    arranged(space, by=(LaneBy.PERSOON, LaneBy.SOORT))
    head = keys(canvas)[0]
    qtbot.mouseDClick(canvas.viewport(), LEFT, NONE, name_at(canvas, head))
    assert head in keys(canvas)
    assert not any(key.startswith(f"{head}/") for key in keys(canvas))


def test_the_menu_of_a_name_does_what_it_says(qtbot: QtBot, space: Workspace) -> None:
    canvas = space.canvas

    def choose(key: str, text: str) -> None:
        menu = menu_of(space, name_at(canvas, key))
        action = offered(menu)[text]
        assert action.isEnabled(), text
        action.trigger()
        menu.close()

    choose("hulp", "Inklappen")
    assert arrangement(space).folded == {"hulp"}
    choose("hulp", "Uitklappen")
    choose("hulp", "Alle andere inklappen")
    assert arrangement(space).folded == set(KINDS) - {"hulp"}
    space.canvas.lanes.commands["lanes_restore"]()
    choose("hulp", "Omhoog")
    assert keys(canvas).index("hulp") == KINDS.index("hulp") - 1
    choose("hulp", "Omlaag")
    assert keys(canvas) == KINDS
    rows = canvas.lanes.placed("hulp").rows  # type: ignore[union-attr]
    choose("hulp", "Hoger")
    assert arrangement(space).heights == (("hulp", rows + 1),)
    choose("hulp", "Lager")
    choose("hulp", "Zo hoog als nodig")
    assert arrangement(space).heights == ()
    choose("hulp", "Verbergen")
    assert "hulp" not in keys(canvas)
    choose("leven", "Alleen deze baan")
    assert keys(canvas) == ["leven"]
    assert not offered(menu_of(space, name_at(canvas, "leven")))["Verbergen"].isEnabled()


def test_the_count_of_hidden_lanes_lists_them_to_show_again(qtbot: QtBot, space: Workspace) -> None:
    canvas = space.canvas
    arranged(space, hidden=frozenset({"hulp", "leven"}))
    place = painted(canvas)["hidden:"]
    qtbot.mouseClick(canvas.viewport(), LEFT, NONE, place.center().toPoint())
    menu = opened_menu(space)
    assert list(offered(menu)) == ["Leven tonen", "Hulp tonen", "Alle verborgen banen tonen"]
    offered(menu)["Hulp tonen"].trigger()
    assert arrangement(space).hidden == {"leven"}
    assert canvas.lanes.focused == "hulp"


def test_the_keys_walk_fold_and_leave_the_lanes(qtbot: QtBot, space: Workspace) -> None:
    canvas, lanes = space.canvas, space.canvas.lanes
    said: list[str] = []
    canvas.told.connect(said.append)
    lanes.commands["next_lane"]()
    assert lanes.focused == "leven"
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert lanes.focused == "vragen"
    assert said == ["Leven, 1 regel", "Wonen en school, 0 regels", "Vragen en signalen, 1 regel"]
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert arrangement(space).folded == {"vragen"}
    assert said[-1] == "Vragen en signalen, 1 regel, ingeklapt"
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert arrangement(space).folded == frozenset()
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert arrangement(space).folded == frozenset()
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    assert lanes.focused == "uithuis"
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert lanes.focused == "leven"
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert lanes.focused == ""


def test_the_keys_begin_at_the_lane_of_what_is_selected_and_a_selection_takes_them_back(
    qtbot: QtBot, space: Workspace
) -> None:
    lanes = space.canvas.lanes
    space.controller.select(["hulp"])
    assert lanes.current == "hulp"
    lanes.commands["next_lane"]()
    assert (lanes.focused, space.controller.selection) == ("hulp", ())
    qtbot.keyClick(space.canvas, Qt.Key.Key_Tab)
    assert lanes.focused == ""
    assert space.controller.selection == ("huis",)


def test_the_menu_key_opens_the_menu_of_the_lane_with_the_keys(qtbot: QtBot, space: Workspace) -> None:
    canvas = space.canvas
    canvas.lanes.focus("hulp")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(canvas.viewport(), event)
    assert "Alleen deze baan" in offered(opened_menu(space))


def test_hiding_the_lane_with_the_keys_gives_them_to_the_next(qtbot: QtBot, space: Workspace) -> None:
    lanes = space.canvas.lanes
    lanes.focus("hulp")
    lanes.commands["lane_hide"]()
    assert lanes.focused == "wachten"
    said: list[str] = []
    space.canvas.told.connect(said.append)
    lanes.focus("uithuis")
    lanes.commands["lane_hide"]()
    assert lanes.focused == "maatregel"
    assert said[-1] == "2 banen verborgen (2 regels)"


def test_what_is_acted_on_stays_in_place(qtbot: QtBot, space: Workspace) -> None:
    canvas = space.canvas
    arranged(space, by=(LaneBy.PERSOON, LaneBy.SOORT))
    bar = canvas.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    lane = next(lane for lane in canvas.timeline.lanes if lane.has_rows and cell_of(canvas, lane).top() > 300)
    key, top = lane.lane.key, cell_of(canvas, lane).top()
    canvas.lanes.grow(2, key)
    after = canvas.lanes.placed(key)
    assert after is not None
    assert after.rows == lane.rows + 2
    assert cell_of(canvas, after).top() == pytest.approx(top, abs=1)


def test_the_lanes_are_kept_with_the_case_and_are_no_step(qtbot: QtBot, space: Workspace) -> None:
    steps = len(space.controller.book.history())
    space.canvas.lanes.divide(LaneBy.PARTIJ)
    space.canvas.lanes.fold(keys(space.canvas)[0])
    space.controller.flush_view()
    kept = view_in_use(space.controller.book, space.controller.case.id)
    assert kept.arrangement == arrangement(space)
    assert len(space.controller.book.history()) == steps


def test_restoring_puts_all_back(qtbot: QtBot, space: Workspace) -> None:
    arranged(
        space, folded=frozenset({"hulp"}), hidden=frozenset({"leven"}), order=("uithuis",), heights=(("wonen", 5),)
    )
    space.canvas.lanes.commands["lanes_restore"]()
    assert space.controller.view == View()
