"""Editing on the canvas with mouse and keys: what is dropped is what was shown, as one step that undo takes back.

2013/2015 Gezinshulp ── 2017/2019 Nieuwe hulp ── 2018-05-01 Gezin valt uiteen ◆ ── 2019-03/.. Pleegzorg
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.builders import entry, party, person
from tests.ui.acting import show
from tests.ui.opened import opener
from tests.ui.pointing import click_on, hover, nowhere, painted
from tests.ui.windows import application
from tijdlijn.layout.measure import SCREEN
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Source
from tijdlijn.model.views import Arrangement, Filter, LaneBy, View
from tijdlijn.model.vocabulary import Kind
from tijdlijn.services.editing import change_entries
from tijdlijn.ui import clipboard
from tijdlijn.ui.context_menu import PlaceMenu
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas
from tijdlijn.ui.timeline_view.handles import x_of
from tijdlijn.ui.workspace import Workspace

LEFT = Qt.MouseButton.LeftButton
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def space(tmp_path: Path, qtbot: QtBot) -> Iterator[Workspace]:
    """At a little over a pixel a day, with 2018 in the middle and nothing beside the timeline."""
    with opener(tmp_path, qtbot) as opened:
        controller = opened(
            entry("interventie", "2013/2015", "Gezinshulp", parties="kompas", id="hulp", order=1),
            entry("interventie", "2017-06-01/2018-03-31", "Nieuwe hulp", parties="kompas", id="nieuw", order=2),
            entry("gebeurtenis", "2018-05-01", "Gezin valt uiteen", id="breuk", order=3),
            entry("uithuisplaatsing", "2018-07/..", "Pleegzorg", id="plek", persons="noor", order=4),
            entry("contact", "2018-02", "Huisbezoek", id="bezoek", order=5),
            entry("signaal", None, "Ooit een melding", id="los", order=0),
            persons=[person("Noor", "2010-05-14", focus=True)],
            parties=[party("Kompas")],
            sources=[Source("verslag", "Verslag")],
            today=date(2019, 3, 1),
        )
        made = show(qtbot, Workspace(controller), 1500, 900)
        made.panels.hide()
        made.inspector.hide()
        while made.canvas.points_per_day < 1.05:
            made.canvas.zoom(1)
        made.canvas.show_day(date(2018, 5, 1).toordinal())
        made.canvas.setFocus()
        clipboard.forget()
        yield made
        clipboard.forget()


def edtf(space: Workspace, id_: str) -> str:
    when = space.controller.case.entries_by_id[id_].date
    return when.edtf if when else ""


def steps(space: Workspace) -> list[str]:
    return [step.name for step in space.controller.book.history()][:-2]


def x_on(canvas: TimelineCanvas, day: date) -> int:
    return round(x_of(canvas, day.toordinal(), canvas.timeline.header_height))


def middle(canvas: TimelineCanvas, id_: str) -> QPoint:
    """Well inside an entry, away from its ends."""
    place = painted(canvas)[f"entry:{id_}"]
    return QPoint(round(max(place.left(), SCREEN.names) + 14), round(place.center().y()))


def end_of(canvas: TimelineCanvas, id_: str, day: date) -> QPoint:
    """On the edge of a bar where a day begins."""
    return QPoint(x_on(canvas, day), round(painted(canvas)[f"entry:{id_}"].center().y()))


def pull(
    qtbot: QtBot,
    canvas: TimelineCanvas,
    begin: QPoint,
    end: QPoint,
    keys: Qt.KeyboardModifier = NONE,
    drop: bool = True,
) -> None:
    """Press, move in steps, and let go, with keys held all the while."""
    port = canvas.viewport()
    qtbot.mousePress(port, LEFT, keys, begin)
    for step in (1, 2, 3):
        _move(canvas, begin + (end - begin) * step / 3, keys)
    if drop:
        qtbot.mouseRelease(port, LEFT, keys, end)


def _move(canvas: TimelineCanvas, at: QPoint, keys: Qt.KeyboardModifier) -> None:
    port, place = canvas.viewport(), QPointF(at)
    event = QMouseEvent(QEvent.Type.MouseMove, place, port.mapToGlobal(place), Qt.MouseButton.NoButton, LEFT, keys)
    QCoreApplication.sendEvent(port, event)


def days(canvas: TimelineCanvas, count: int) -> QPoint:
    return QPoint(round(count * canvas.points_per_day), 0)


# Moving


def test_a_drag_moves_an_entry_by_days(qtbot: QtBot, space: Workspace) -> None:
    begin = middle(space.canvas, "breuk")
    pull(qtbot, space.canvas, begin, begin + days(space.canvas, 30) + QPoint(0, 60))
    assert edtf(space, "breuk") == "2018-05-31"
    assert steps(space) == ["Verplaats 'Gezin valt uiteen' 30 dagen later"]
    assert space.controller.case.entries_by_id["breuk"].kind == "gebeurtenis"
    space.controller.undo()
    assert edtf(space, "breuk") == "2018-05-01"


def test_a_month_moves_by_months(qtbot: QtBot, space: Workspace) -> None:
    begin = middle(space.canvas, "bezoek")
    pull(qtbot, space.canvas, begin, begin + days(space.canvas, 55))
    assert edtf(space, "bezoek") == "2018-04"


def test_the_ghost_says_the_new_date_before_it_holds(qtbot: QtBot, space: Workspace) -> None:
    begin = middle(space.canvas, "nieuw")
    pull(qtbot, space.canvas, begin, begin + days(space.canvas, 10), drop=False)
    ghost = space.canvas.gestures.ghost
    assert ghost.isVisible()
    assert ghost.words == "van 11 juni 2017 tot en met 10 april 2018 · 10 dagen later"
    assert edtf(space, "nieuw") == "2017-06-01/2018-03-31"
    (bar,) = ghost.bars
    assert abs(bar.possible.left() - x_on(space.canvas, date(2017, 6, 11))) < 1.5
    qtbot.mouseRelease(space.canvas.viewport(), LEFT, NONE, begin)
    assert not ghost.isVisible()


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, space: Workspace) -> None:
    begin = middle(space.canvas, "nieuw")
    pull(qtbot, space.canvas, begin, begin + days(space.canvas, 60), drop=False)
    qtbot.keyClick(space.canvas, Qt.Key.Key_Escape)
    qtbot.mouseRelease(space.canvas.viewport(), LEFT, NONE, begin + days(space.canvas, 60))
    assert edtf(space, "nieuw") == "2017-06-01/2018-03-31"
    assert not space.canvas.gestures.ghost.isVisible()
    assert (space.controller.selection, steps(space)) == (("nieuw",), [])


def test_a_tremble_is_a_click(qtbot: QtBot, space: Workspace) -> None:
    begin = middle(space.canvas, "breuk")
    pull(qtbot, space.canvas, begin, begin + QPoint(2, 1))
    assert (edtf(space, "breuk"), space.controller.selection) == ("2018-05-01", ("breuk",))


def test_all_that_is_selected_goes_along(qtbot: QtBot, space: Workspace) -> None:
    space.controller.select(["nieuw", "breuk", "hulp", "los"])
    begin = middle(space.canvas, "breuk")
    pull(qtbot, space.canvas, begin, begin + days(space.canvas, 30))
    assert [edtf(space, id_) for id_ in ("nieuw", "breuk", "hulp")] == [
        "2017-07-01/2018-04-30",
        "2018-05-31",
        "2013/2015",
    ]
    assert steps(space) == ["Verplaats 2 regels 30 dagen later"]
    assert space.controller.selection == ("nieuw", "breuk", "hulp", "los")


def test_a_click_on_one_of_several_selects_it_alone(qtbot: QtBot, space: Workspace) -> None:
    space.controller.select(["nieuw", "breuk"])
    click_on(qtbot, space.canvas, middle(space.canvas, "breuk"))
    assert space.controller.selection == ("breuk",)


def test_without_a_date_nothing_moves_and_it_says_why(qtbot: QtBot, space: Workspace) -> None:
    space.canvas.reveal_entry("los")
    begin = middle(space.canvas, "los")
    pull(qtbot, space.canvas, begin, begin + QPoint(40, 0), drop=False)
    assert "geef eerst een datum" in space.canvas.gestures.ghost.words
    assert space.canvas.viewport().cursor().shape() is Qt.CursorShape.ForbiddenCursor
    qtbot.mouseRelease(space.canvas.viewport(), LEFT, NONE, begin + QPoint(40, 0))
    assert steps(space) == []


def test_at_the_edge_the_picture_comes_along(qtbot: QtBot, space: Workspace) -> None:
    begin, bar = middle(space.canvas, "breuk"), space.canvas.horizontalScrollBar()
    before = bar.value()
    edge = QPoint(round(SCREEN.names) + 4, begin.y())
    pull(qtbot, space.canvas, begin, edge, drop=False)
    qtbot.waitUntil(lambda: bar.value() < before - 40)
    qtbot.mouseRelease(space.canvas.viewport(), LEFT, NONE, edge)
    after = space.controller.case.entries_by_id["breuk"].date
    assert after is not None
    assert abs(x_on(space.canvas, after.earliest) - edge.x()) <= 16


@pytest.mark.parametrize("keys", [ALT, CONTROL])
def test_with_alt_a_drag_copies(qtbot: QtBot, space: Workspace, keys: Qt.KeyboardModifier) -> None:
    begin = middle(space.canvas, "breuk")
    pull(qtbot, space.canvas, begin, begin + days(space.canvas, 40), keys)
    (copied,) = (e for e in space.controller.case.entries if e.title == "Gezin valt uiteen" and e.id != "breuk")
    assert (edtf(space, "breuk"), edtf(space, copied.id)) == ("2018-05-01", "2018-06-10")
    assert (space.controller.selection, steps(space)) == ((copied.id,), ["Kopieer 'Gezin valt uiteen'"])


# Ends


def test_the_pointer_tells_what_it_would_take(qtbot: QtBot, space: Workspace) -> None:
    canvas = space.canvas
    for place, shape in (
        (end_of(canvas, "nieuw", date(2018, 4, 1)), Qt.CursorShape.SizeHorCursor),
        (end_of(canvas, "nieuw", date(2017, 6, 1)), Qt.CursorShape.SizeHorCursor),
        (middle(canvas, "nieuw"), Qt.CursorShape.PointingHandCursor),
        (nowhere(canvas), Qt.CursorShape.ArrowCursor),
    ):
        hover(canvas.viewport(), place)
        assert canvas.viewport().cursor().shape() is shape


def test_an_end_is_pulled_alone(qtbot: QtBot, space: Workspace) -> None:
    begin = end_of(space.canvas, "nieuw", date(2018, 4, 1))
    pull(qtbot, space.canvas, begin, begin + days(space.canvas, 30))
    assert edtf(space, "nieuw") == "2017-06-01/2018-04-30"
    assert steps(space) == ["Verleng 'Nieuwe hulp' tot en met 30 april 2018"]


def test_a_start_is_pulled_never_beyond_the_end(qtbot: QtBot, space: Workspace) -> None:
    begin = end_of(space.canvas, "nieuw", date(2017, 6, 1))
    pull(qtbot, space.canvas, begin, begin + days(space.canvas, 400))
    assert edtf(space, "nieuw") == "2018-03-31/2018-03-31"


def test_an_open_end_gets_a_day_and_becomes_open_again(qtbot: QtBot, space: Workspace) -> None:
    canvas, today = space.canvas, date(2019, 3, 2)
    begin = end_of(canvas, "plek", today)
    pull(qtbot, canvas, begin, end_of(canvas, "plek", date(2018, 12, 10)) + QPoint(1, 0))
    assert edtf(space, "plek") == "2018-07/2018-12-10"
    begin = end_of(canvas, "plek", date(2018, 12, 11))
    target = QPoint(x_on(canvas, today) - 2, begin.y())
    pull(qtbot, canvas, begin, target, drop=False)
    assert "loopt nog" in canvas.gestures.ghost.words
    qtbot.mouseRelease(canvas.viewport(), LEFT, NONE, target)
    assert edtf(space, "plek") == "2018-07/.."
    assert steps(space) == ["Laat 'Pleegzorg' nog lopen", "Laat 'Pleegzorg' eindigen op 10 december 2018"]


def test_where_days_are_narrow_an_open_end_gets_a_month(qtbot: QtBot, space: Workspace) -> None:
    canvas = space.canvas
    while canvas.points_per_day >= 1:
        canvas.zoom(-1)
    canvas.show_day(date(2018, 5, 1).toordinal())
    pull(qtbot, canvas, end_of(canvas, "plek", date(2019, 3, 2)), end_of(canvas, "plek", date(2018, 12, 10)))
    assert edtf(space, "plek") == "2018-07/2018-12"


# Choosing


def test_with_shift_a_click_selects_all_between_in_time(qtbot: QtBot, space: Workspace) -> None:
    click_on(qtbot, space.canvas, middle(space.canvas, "nieuw"))
    click_on(qtbot, space.canvas, middle(space.canvas, "breuk"), SHIFT)
    assert space.controller.selection == ("nieuw", "bezoek", "breuk")
    click_on(qtbot, space.canvas, middle(space.canvas, "bezoek"), SHIFT)
    assert space.controller.selection == ("nieuw", "bezoek")


def test_with_shift_a_drag_on_nothing_makes_a_band(qtbot: QtBot, space: Workspace) -> None:
    canvas = space.canvas
    seen = painted(canvas)
    first, last = seen["entry:nieuw"], seen["entry:breuk"]
    top, bottom = sorted((first, last), key=lambda place: place.top())
    begin = QPoint(round(min(first.left(), last.left())) - 12, round(top.top()) - 2)
    before = canvas.horizontalScrollBar().value()
    pull(qtbot, canvas, begin, QPoint(round(last.left()) + 3, round(bottom.bottom()) - 1), SHIFT, drop=False)
    assert canvas.gestures.ghost.words.endswith("regels")
    qtbot.mouseRelease(canvas.viewport(), LEFT, NONE, begin)
    assert {"nieuw", "breuk"} <= set(space.controller.selection)
    assert (canvas.horizontalScrollBar().value(), steps(space)) == (before, [])


def test_a_band_counts_what_lies_in_a_bundle(qtbot: QtBot, tmp_path: Path) -> None:
    with opener(tmp_path, qtbot) as opened:
        crowd = [entry("contact", f"2015-06-0{n % 9 + 1}", f"Overleg {n}", id=f"o{n}", order=n) for n in range(60)]
        made = show(qtbot, Workspace(opened(*crowd)), 1200, 700)
        port = made.canvas.viewport()
        begin = QPoint(round(SCREEN.names) + 1, round(made.canvas.timeline.header_height) + 1)
        assert made.canvas.group_at(QPointF(begin)) is None
        pull(qtbot, made.canvas, begin, QPoint(port.width() - 1, port.height() - 1), SHIFT)
        assert len(made.controller.selection) == 60


def test_with_keys_an_entry_moves_step_by_step(qtbot: QtBot, space: Workspace) -> None:
    space.controller.select(["bezoek"])
    for _ in range(2):
        space.arranger.move(1)
    space.arranger.move(-1)
    assert edtf(space, "bezoek") == "2018-03"
    assert steps(space)[0] == "Verplaats 'Huisbezoek' 1 maand eerder"
    assert space.controller.selection == ("bezoek",)


# Adding and titles


def test_a_double_click_in_a_lane_of_one_kind_begins_with_that_kind(qtbot: QtBot, space: Workspace) -> None:
    canvas = space.canvas
    lane = next(placed for placed in canvas.timeline.lanes if placed.lane.key == "wachten")
    place = QPoint(nowhere(canvas).x(), round(canvas.timeline.header_height + lane.top + lane.height / 2))
    qtbot.mouseDClick(canvas.viewport(), LEFT, pos=place)
    qtbot.keyClicks(space.quick.line, "op een plek")
    assert space.quick.reading().kind == "wachttijd", space.quick.text
    assert space.quick.reading().date == UncertainDate.of_day(canvas.day_at(QPointF(place)))


def test_a_double_click_in_the_lane_of_a_person_begins_with_that_person(qtbot: QtBot, space: Workspace) -> None:
    canvas = space.canvas
    space.controller.set_view(View(arrangement=Arrangement(by=(LaneBy.PERSOON, LaneBy.SOORT))))
    painted(canvas)
    lane = next(placed for placed in canvas.timeline.lanes if placed.lane.key == "persoon:noor/uithuis")
    top = round(canvas.timeline.header_height + lane.top)
    places = (QPoint(x, y) for y in range(top + 2, top + round(lane.height), 3) for x in range(200, 1400, 20))
    place = next(place for place in places if canvas.group_at(QPointF(place)) is None)
    qtbot.mouseDClick(canvas.viewport(), LEFT, pos=place)
    qtbot.keyClicks(space.quick.line, "bij oma")
    read = space.quick.reading()
    assert (read.kind, [ref.known_id for ref in read.persons]) == ("uithuisplaatsing", ["noor"])


def test_in_every_lane_the_ghost_goes_along(qtbot: QtBot, space: Workspace) -> None:
    both = replace(space.controller.case.entries_by_id["breuk"], domains=("wonen", "onderwijs"))
    space.controller.do(change_entries, [both])
    space.controller.set_view(View(arrangement=Arrangement(by=(LaneBy.LEEFGEBIED,))))
    begin = middle(space.canvas, "breuk")
    pull(qtbot, space.canvas, begin, begin + days(space.canvas, 20), drop=False)
    assert len(space.canvas.gestures.ghost.bars) == 2
    qtbot.keyClick(space.canvas, Qt.Key.Key_Escape)


def test_what_is_filtered_away_is_not_selected_along(qtbot: QtBot, space: Workspace) -> None:
    space.controller.set_view(View(filter=Filter(kinds=frozenset({Kind.INTERVENTIE, Kind.GEBEURTENIS}))))
    click_on(qtbot, space.canvas, middle(space.canvas, "nieuw"))
    click_on(qtbot, space.canvas, middle(space.canvas, "breuk"), SHIFT)
    assert space.controller.selection == ("nieuw", "breuk")


def title_of(space: Workspace, id_: str) -> str:
    return space.controller.case.entries_by_id[id_].title


@pytest.mark.parametrize(
    ("key", "becomes"), [(Qt.Key.Key_Return, "Ambulante hulp"), (Qt.Key.Key_Escape, "Nieuwe hulp")]
)
def test_a_title_is_edited_where_it_stands(qtbot: QtBot, space: Workspace, key: Qt.Key, becomes: str) -> None:
    line = space.canvas.gestures.title
    qtbot.mouseDClick(space.canvas.viewport(), LEFT, pos=middle(space.canvas, "nieuw"))
    assert line.isVisible()
    assert line.geometry().intersects(painted(space.canvas)["entry:nieuw"].toRect())
    qtbot.keyClicks(line, "Ambulante hulp")
    qtbot.keyClick(line, key)
    assert title_of(space, "nieuw") == becomes
    assert not line.isVisible()
    assert space.canvas.hasFocus()
    assert steps(space) == (["Wijzig titel van 'Nieuwe hulp'"] if becomes != "Nieuwe hulp" else [])


@pytest.mark.parametrize("way", ["click", "scroll", "focus", "other"])
def test_what_is_typed_is_kept_wherever_one_goes(qtbot: QtBot, space: Workspace, way: str) -> None:
    space.controller.select(["nieuw"])
    space.edit()
    qtbot.keyClicks(space.canvas.gestures.title, "Anders")
    if way == "click":
        click_on(qtbot, space.canvas, nowhere(space.canvas))
    elif way == "scroll":
        space.canvas.show_day(date(2017, 1, 1).toordinal())
    elif way == "focus":
        space.quick.line.setFocus()
    else:
        space.controller.select(["breuk"])
        space.edit()
    assert title_of(space, "nieuw") == "Anders"


def test_findings_that_arrive_do_not_disturb_who_types(qtbot: QtBot, space: Workspace) -> None:
    space.controller.select(["nieuw"])
    space.edit()
    line = space.canvas.gestures.title
    qtbot.keyClicks(line, "Half")
    space.controller.analysis_changed.emit()
    assert line.isVisible()
    qtbot.keyClicks(line, " getypt")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert title_of(space, "nieuw") == "Half getypt"


# Commands


def test_copy_and_paste(space: Workspace) -> None:
    space.controller.select(["nieuw", "breuk"])
    space.arranger.copy()
    space.arranger.paste()
    assert steps(space) == ["Plak 2 regels"]
    assert sorted(e.title for e in space.controller.selected_entries) == ["Gezin valt uiteen", "Nieuwe hulp"]
    assert len(space.controller.case.entries) == 8


def test_what_was_copied_is_a_table_elsewhere_and_gone_when_forgotten(space: Workspace) -> None:
    space.controller.select(["nieuw"])
    space.arranger.copy()
    board = QCoreApplication.instance().clipboard()
    assert board.text().splitlines()[0].split("\t")[:4] == ["date", "end", "kind", "title"]
    assert "<td" in board.mimeData().html()
    clipboard.forget()
    assert (board.text(), clipboard.holds_anything()) == ("", False)
    board.setText("van een ander")
    clipboard.forget()
    assert board.text() == "van een ander"


def test_cut_takes_away_and_the_next_is_selected(space: Workspace) -> None:
    space.controller.select(["nieuw"])
    space.arranger.cut()
    assert "nieuw" not in space.controller.case.entries_by_id
    assert space.controller.selection == ("bezoek",)
    space.arranger.paste()
    assert title_of(space, space.controller.selection[0]) == "Nieuwe hulp"


def test_what_is_deleted_last_gives_the_one_before(space: Workspace) -> None:
    last = space.controller.case.timeline[-1].id
    before = space.controller.case.timeline[-2].id
    space.controller.select([last])
    space.delete()
    assert space.controller.selection == (before,)


def test_a_row_that_cannot_be_pasted_is_told(space: Workspace) -> None:
    QCoreApplication.instance().clipboard().setText("datum\ttitel\n1-2-2018\tGoed\n31-2-2018\tFout\n")
    space.arranger.paste()
    assert steps(space) == ["Plak 1 regel"]
    assert space.trouble.isVisible()
    assert "1 regel geplakt; 1 regel niet" in space.trouble.text.text()


def test_join_and_duplicate(space: Workspace) -> None:
    space.controller.select(["nieuw"])
    space.arranger.duplicate()
    space.controller.select(["nieuw", *space.controller.selection])
    space.arranger.join()
    assert steps(space) == ["Voeg 'Nieuwe hulp' en 'Nieuwe hulp' samen", "Kopieer 'Nieuwe hulp'"]
    assert len(space.controller.selection) == 1


def test_a_split_asks_for_a_day_at_the_entry(qtbot: QtBot, space: Workspace) -> None:
    space.controller.select(["nieuw"])
    space.arranger.ask_split()
    prompt = space.arranger.prompt
    assert prompt.isVisible()
    for text, says in (("zomer 2017", "één dag"), ("1 mei 2019", "Kies een dag van 2 juni 2017")):
        prompt.line.selectAll()
        qtbot.keyClicks(prompt.line, text)
        qtbot.keyClick(prompt.line, Qt.Key.Key_Return)
        assert says in prompt.problem.text()
    prompt.line.selectAll()
    qtbot.keyClicks(prompt.line, "1 januari 2018")
    qtbot.keyClick(prompt.line, Qt.Key.Key_Return)
    assert not prompt.isVisible()
    assert edtf(space, "nieuw") == "2017-06-01/2017-12-31"
    assert space.canvas.hasFocus()


def menu_at(space: Workspace, place: QPoint | None) -> dict[str, object]:
    """The actions of the menu at a place, or by the key, by their words."""
    port = space.canvas.viewport()
    reason = QContextMenuEvent.Reason.Mouse if place else QContextMenuEvent.Reason.Keyboard
    at = place or QPoint(0, 0)
    QCoreApplication.sendEvent(port, QContextMenuEvent(reason, at, port.mapToGlobal(at)))
    (menu,) = (found for found in space.findChildren(PlaceMenu) if found.isVisible())
    actions = {action.text().partition("\t")[0]: action for action in menu.actions() if action.text()}
    menu.hide()
    return actions


def test_the_menu_of_a_selection_copies_it_as_a_picture(qtbot: QtBot, space: Workspace) -> None:
    first, second = space.controller.case.timeline[:2]
    space.controller.select([first.id])
    assert "Selectie kopiëren als plaatje" not in menu_at(space, None)
    space.controller.select([first.id, second.id])
    action = menu_at(space, None)["Selectie kopiëren als plaatje"]
    clipboard.forget()
    action.trigger()
    qtbot.waitUntil(lambda: not application().clipboard().image().isNull())


def test_the_menu_of_an_entry_selects_it_and_acts_on_it(space: Workspace) -> None:
    actions = menu_at(space, middle(space.canvas, "nieuw"))
    assert space.controller.selection == ("nieuw",)
    actions["Dupliceren"].trigger()
    assert steps(space) == ["Kopieer 'Nieuwe hulp'"]


def test_the_menu_splits_at_the_pointer(space: Workspace) -> None:
    place = QPoint(x_on(space.canvas, date(2017, 10, 5)) + 1, middle(space.canvas, "nieuw").y())
    menu_at(space, place)["Splitsen op 5 oktober 2017"].trigger()
    assert edtf(space, "nieuw") == "2017-06-01/2017-10-04"


def test_the_menu_of_several_joins_and_changes_the_kind(space: Workspace) -> None:
    space.controller.select(["hulp", "nieuw"])
    actions = menu_at(space, middle(space.canvas, "nieuw"))
    kinds = actions["Soort"].menu()
    assert isinstance(kinds, QMenu)
    assert "Titel wijzigen" not in actions
    next(action for action in kinds.actions() if action.text() == "bemoeienis").trigger()
    assert steps(space) == ["Wijzig soort van 2 regels"]
    assert "Samenvoegen" in actions


def test_the_menu_of_the_ground_adds_and_pastes_there(space: Workspace) -> None:
    space.controller.select(["breuk"])
    space.arranger.copy()
    place = nowhere(space.canvas)
    day = space.canvas.day_at(QPointF(place))
    actions = menu_at(space, place)
    next(action for text, action in actions.items() if text.startswith("Plakken vanaf")).trigger()
    assert edtf(space, space.controller.selection[0]) == day.isoformat()
    next(action for text, action in actions.items() if text.startswith("Regel toevoegen op")).trigger()
    assert space.quick.reading().date == UncertainDate.of_day(day)


def test_the_key_opens_the_menu_of_what_is_selected(space: Workspace) -> None:
    space.controller.select(["breuk"])
    assert "Verwijderen" in menu_at(space, None)
    space.controller.select([])
    assert "Alles selecteren" in menu_at(space, None)
