"""Links in the window: seen with what is selected or pointed at, made with pointer and keys, taken out again.

2013/2015 Gezinshulp ── 2017-06/2018-03 Nieuwe hulp ── 2018-05-01 Gezin valt uiteen ── 2018-07/2019-01 Pleegzorg ──
2019-01/.. Gezinshuis
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QMenu
from pytestqt.qtbot import QtBot

from tests.builders import entry, party, person
from tests.ui.acting import click, show
from tests.ui.opened import opener
from tests.ui.pointing import click_on, hover, mark, nowhere, painted
from tijdlijn.model.links import LinkKind
from tijdlijn.model.views import Arrangement, LaneBy, View
from tijdlijn.services.links import add_link
from tijdlijn.ui.entry_line import EntryLine
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas
from tijdlijn.ui.workspace import Workspace

COMPUTED = "link:berekend:plek:huis"


@pytest.fixture
def space(tmp_path: Path, qtbot: QtBot) -> Iterator[Workspace]:
    with opener(tmp_path, qtbot) as opened:
        controller = opened(
            entry("interventie", "2013/2015", "Gezinshulp", parties="kompas", id="hulp", order=1),
            entry("interventie", "2017-06-01/2018-03-31", "Nieuwe hulp", parties="kompas", id="nieuw", order=2),
            entry("gebeurtenis", "2018-05-01", "Gezin valt uiteen", id="breuk", order=3),
            entry("uithuisplaatsing", "2018-07-02/2019-01-10", "Pleegzorg", id="plek", persons="noor", order=4),
            entry("uithuisplaatsing", "2019-01-11/..", "Gezinshuis", id="huis", persons="noor", order=5),
            persons=[person("Noor", "2010-05-14", focus=True)],
            parties=[party("Kompas")],
            today=date(2019, 12, 1),
        )
        made = show(qtbot, Workspace(controller), 1500, 900)
        made.panels.hide()
        while made.canvas.points_per_day < 1.05:
            made.canvas.zoom(1)
        made.canvas.show_day(date(2018, 8, 1).toordinal())
        made.canvas.setFocus()
        yield made


def linked(canvas: TimelineCanvas) -> set[str]:
    return {id_ for id_ in painted(canvas) if id_.startswith("link")}


def menu_of(space: Workspace) -> QMenu:
    return next(menu for menu in space.canvas.findChildren(QMenu) if menu.isVisible())


def drawn(space: Workspace) -> list[tuple[str, str, str]]:
    return [(link.from_id, link.kind.label, link.to_id) for link in space.controller.case.links]


def on_link(canvas: TimelineCanvas, id_: str) -> QPoint:
    """A place where the pointer meets a link and no entry."""
    painted(canvas)
    places = [rectangle.center() for rectangle, group in canvas.places() if group.id == id_]
    met = (place for place in places if (group := canvas.group_at(place)) and group.id == id_)
    return next(met).toPoint()


# Seeing them


def test_the_links_of_what_is_selected_are_seen(space: Workspace) -> None:
    assert linked(space.canvas) == set()
    space.controller.select(["plek"])
    assert linked(space.canvas) == {COMPUTED}
    space.controller.select(["breuk"])
    assert linked(space.canvas) == set()


def test_the_links_of_an_entry_come_when_the_pointer_rests_on_it_and_go_when_it_leaves(
    space: Workspace, qtbot: QtBot
) -> None:
    canvas = space.canvas
    hover(canvas.viewport(), mark(canvas, "entry:plek"))
    assert linked(canvas) == set()
    qtbot.waitUntil(lambda: linked(canvas) == {COMPUTED})
    hover(canvas.viewport(), nowhere(canvas))
    assert linked(canvas) == {COMPUTED}
    qtbot.waitUntil(lambda: linked(canvas) == set())


def test_they_stay_while_the_pointer_is_on_one_of_them_and_a_click_leads_to_the_other_end(
    space: Workspace, qtbot: QtBot
) -> None:
    canvas = space.canvas
    hover(canvas.viewport(), mark(canvas, "entry:huis"))
    qtbot.waitUntil(lambda: linked(canvas) == {COMPUTED})
    place = on_link(canvas, COMPUTED)
    hover(canvas.viewport(), place)
    assert not canvas.links.is_turning
    click_on(qtbot, canvas, place)
    assert space.controller.selection == ("plek",)


def test_a_click_on_a_link_of_what_is_selected_goes_to_the_other_end(space: Workspace, qtbot: QtBot) -> None:
    space.controller.select(["plek"])
    click_on(qtbot, space.canvas, on_link(space.canvas, COMPUTED))
    assert space.controller.selection == ("huis",)


def test_a_double_click_on_a_link_adds_nothing(space: Workspace, qtbot: QtBot) -> None:
    space.controller.select(["plek"])
    with qtbot.assertNotEmitted(space.canvas.add_asked):
        qtbot.mouseDClick(space.canvas.viewport(), Qt.MouseButton.LeftButton, pos=on_link(space.canvas, COMPUTED))


def test_the_links_of_another_arrangement_run_between_its_lanes(space: Workspace) -> None:
    space.controller.select(["plek"])
    for by in (LaneBy.PERSOON, LaneBy.PARTIJ):
        space.controller.set_view(View(arrangement=Arrangement((by,))))
        assert COMPUTED in linked(space.canvas)


def test_a_link_to_a_lane_that_is_folded_goes_to_its_strip(space: Workspace) -> None:
    space.controller.do(add_link, "nieuw", "plek", LinkKind.LEIDT_TOT)
    space.controller.select(["plek"])
    before = len(linked(space.canvas))
    hand = space.canvas.lanes
    hand.focus(next(lane.lane.key for lane in space.canvas.timeline.lanes if "nieuw" in lane.content.places))
    hand.fold()
    space.controller.select(["plek"])
    assert len(linked(space.canvas)) == before == 2


def test_a_link_says_why_it_is_there(space: Workspace) -> None:
    space.controller.select(["plek"])
    painted(space.canvas)
    group = next(group for _, group in space.canvas.places() if group.id == COMPUTED)
    assert group.label == (
        "Pleegzorg → vervangen door → Gezinshuis\n"
        "Berekend. Noor ging van de ene plek naar de andere: deze begint waar de vorige eindigt."
    )


def test_panning_looks_nothing_up_again(space: Workspace) -> None:
    space.controller.select(["plek"])
    painted(space.canvas)
    before = space.canvas.links.on(space.canvas.timeline)
    space.canvas.show_day(date(2018, 9, 1).toordinal())
    assert space.canvas.links.on(space.canvas.timeline) is before


# Making them


def test_two_that_are_selected_are_linked_from_the_earlier_to_the_later(space: Workspace, qtbot: QtBot) -> None:
    space.controller.select(["plek", "breuk"])
    space.linker.link()
    menu = menu_of(space)
    assert menu.activeAction().text() == "leidt tot"
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert drawn(space) == [("breuk", "leidt tot", "plek")]
    assert space.controller.book.undo_name == "Verbind 'Gezin valt uiteen' met 'Pleegzorg'"
    space.controller.undo()
    assert drawn(space) == []


def test_what_a_link_says_is_chosen_with_the_keys(space: Workspace, qtbot: QtBot) -> None:
    space.controller.select(["hulp", "nieuw"])
    space.linker.link()
    menu = menu_of(space)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert drawn(space) == [("hulp", "vervangen door", "nieuw")]


def test_of_one_that_is_selected_the_other_is_clicked(space: Workspace, qtbot: QtBot) -> None:
    said: list[str] = []
    space.linker.told.connect(said.append)
    space.controller.select(["plek"])
    space.linker.link()
    assert said[-1].startswith("Verbind 'Pleegzorg' met…")
    there = mark(space.canvas, "entry:breuk")
    hover(space.canvas.viewport(), there)
    assert "link:" in linked(space.canvas)
    click_on(qtbot, space.canvas, there)
    assert said[-1] == ""
    qtbot.keyClick(menu_of(space), Qt.Key.Key_Return)
    assert drawn(space) == [("breuk", "leidt tot", "plek")]
    assert space.controller.selection == ("breuk",)
    assert "link:" not in linked(space.canvas)


def test_or_gone_to_with_the_keys(space: Workspace, qtbot: QtBot) -> None:
    space.controller.select(["breuk"])
    space.linker.link()
    qtbot.keyClick(space.canvas, Qt.Key.Key_Right)
    qtbot.keyClick(space.canvas, Qt.Key.Key_Return)
    qtbot.keyClick(menu_of(space), Qt.Key.Key_Return)
    assert drawn(space) == [("breuk", "leidt tot", "plek")]


def test_escape_leaves_without_a_link_and_keeps_the_selection(space: Workspace, qtbot: QtBot) -> None:
    space.controller.select(["breuk"])
    space.linker.link()
    qtbot.keyClick(space.canvas, Qt.Key.Key_Escape)
    assert (space.linker.first, space.controller.selection) == ("", ("breuk",))
    click_on(qtbot, space.canvas, mark(space.canvas, "entry:plek"))
    assert space.controller.selection == ("plek",)
    assert drawn(space) == []


def test_an_entry_that_is_gone_is_no_longer_linked(space: Workspace) -> None:
    space.controller.select(["breuk"])
    space.linker.link()
    space.arranger.delete()
    assert space.linker.first == ""


def test_the_same_link_twice_is_refused_in_a_sentence(space: Workspace, qtbot: QtBot) -> None:
    space.controller.do(add_link, "breuk", "plek", LinkKind.LEIDT_TOT)
    space.controller.select(["breuk", "plek"])
    space.linker.link()
    with qtbot.waitSignal(space.controller.problem) as told:
        qtbot.keyClick(menu_of(space), Qt.Key.Key_Return)
    assert "zijn al zo verbonden" in told.args[0]


def test_three_cannot_be_linked_at_once(space: Workspace) -> None:
    for ids, can in (((), False), (("hulp",), True), (("hulp", "plek"), True), (("hulp", "plek", "huis"), False)):
        space.controller.select(ids)
        assert space.linker.can("link") is can


# In the inspector


def lines(space: Workspace, qtbot: QtBot) -> list[EntryLine]:
    """What is listed, as soon as it has its place."""
    found = space.inspector.entry_form.links.findChildren(EntryLine)
    qtbot.waitUntil(lambda: all(line.height() > 10 for line in found))
    return found


def test_the_inspector_lists_the_links_and_leads_to_the_other_end(space: Workspace, qtbot: QtBot) -> None:
    space.controller.do(add_link, "breuk", "plek", LinkKind.LEIDT_TOT)
    space.controller.select(["plek"])
    assert [line.entry.id for line in lines(space, qtbot)] == ["breuk", "huis"]
    click(qtbot, lines(space, qtbot)[1])
    assert space.controller.selection == ("huis",)


def test_a_link_that_somebody_drew_is_taken_out_there_and_a_computed_one_is_not(space: Workspace, qtbot: QtBot) -> None:
    space.controller.do(add_link, "breuk", "plek", LinkKind.LEIDT_TOT)
    space.controller.select(["plek"])
    assert len(lines(space, qtbot)) == 2
    buttons = space.inspector.entry_form.links.findChildren(QAbstractButton)
    (remove,) = (button for button in buttons if button.accessibleName() == "Verbinding verbreken")
    click(qtbot, remove)
    assert drawn(space) == []
    assert [line.entry.id for line in lines(space, qtbot)] == ["huis"]
    assert space.controller.book.undo_name == "Verbreek de verbinding van 'Gezin valt uiteen' met 'Pleegzorg'"


def test_an_entry_without_links_has_no_list(space: Workspace) -> None:
    space.controller.select(["hulp"])
    assert space.inspector.entry_form.links_section.isHidden()


def test_a_screen_reader_hears_the_links_of_an_entry(space: Workspace) -> None:
    node = next(
        node
        for branch in space.reading.branches()
        for id_ in branch.ids
        if id_ == "huis" and (node := space.reading.node((branch.group, id_)))
    )
    assert "Verbindingen: kwam in de plaats van Pleegzorg." in node.text(QAccessible.Text.Description)
