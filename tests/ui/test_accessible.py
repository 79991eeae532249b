"""What a screen reader is told: every finding, lane and entry by name, where it is, and what can be done with it.

2012 vraag ── 2013/2015 hulp ── gat ── 2017/2019 nieuwe hulp ── 2018 gezin valt uiteen ◆ ─┬─ today 2020
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from pytestqt.qtbot import QtBot

from tests.builders import entry, party, person
from tests.ui.acting import show
from tests.ui.opened import Opener, opener
from tests.ui.pointing import painted
from tijdlijn.services.editing import delete_entries
from tijdlijn.ui.timeline_view import accessible
from tijdlijn.ui.timeline_view.accessible import AccessibleTimeline, Node
from tijdlijn.ui.timeline_view.accessible_actions import EDIT
from tijdlijn.ui.workspace import Workspace

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opener]:
    with opener(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def space(opened: Opener, qtbot: QtBot) -> Workspace:
    made = show(qtbot, family(opened), 1500, 900)
    made.canvas.setFocus()
    return made


@pytest.fixture
def listening(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, QAccessible.Event]]:
    """A screen reader that is there; what it is told, by name."""
    told: list[tuple[str, QAccessible.Event]] = []

    def hear(event: QAccessibleEvent) -> None:
        told.append((event.accessibleInterface().text(NAME), event.type()))

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return told


def family(opened: Opener) -> Workspace:
    crowd = (entry("contact", f"2015-06-0{n % 9 + 1}", f"Overleg {n}", id=f"o{n}", order=9 + n) for n in range(60))
    controller = opened(
        entry("hulpvraag", "2012-03", "Zorgen op school", persons="noor", parties="school", id="vraag", order=1),
        entry("interventie", "2013-01-01/2015-06-30", "Gezinshulp", id="hulp", order=2),
        entry("interventie", "2017-01-01/2019-12-31", "Nieuwe hulp", id="nieuw", order=4),
        entry("gebeurtenis", "2018-05-01", "Gezin valt uiteen", id="breuk", schakelmoment="verlies", order=5),
        *crowd,
        persons=[person("Noor", "2010-05-14", focus=True)],
        parties=[party("School", "onderwijs")],
        today=date(2020, 6, 1),
    )
    return Workspace(controller)


def root(space: Workspace) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(space.canvas)


def children(node: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [node.child(place) for place in range(node.childCount())]


def named(space: Workspace, begin: str) -> QAccessibleInterface:
    """The first entry or finding whose name begins so."""
    everything = (node for group in children(root(space)) for node in children(group))
    return next(node for node in everything if node.text(NAME).startswith(begin))


def test_the_canvas_is_a_list_of_groups_with_their_counts(space: Workspace) -> None:
    assert isinstance(root(space), AccessibleTimeline)
    assert root(space).role() is QAccessible.Role.List
    assert root(space).text(NAME) == "Tijdlijn, 64 regels"
    names = [group.text(NAME) for group in children(root(space))]
    bands = len(space.canvas.timeline.bands)
    assert names[:3] == [f"Bevindingen, {bands}", "Schakelmomenten, 1", "Leven, 1 regel"]
    assert "Hulp, 2 regels" in names
    assert "Wachten, geen regels" in names
    assert {group.role() for group in children(root(space))} == {QAccessible.Role.Grouping}


def test_every_entry_stands_in_its_lane_once_in_order_of_time(space: Workspace) -> None:
    lanes = children(root(space))[2:]
    ids = [node.key[1] for lane in lanes for node in children(lane)]
    assert sorted(ids) == sorted(found.id for found in space.controller.case.entries)
    help_lane = next(lane for lane in lanes if lane.text(NAME).startswith("Hulp"))
    assert [node.text(NAME).partition(",")[0] for node in children(help_lane)] == ["Gezinshulp", "Nieuwe hulp"]


def test_an_entry_is_read_with_its_date_kind_persons_and_parties(space: Workspace) -> None:
    said = named(space, "Zorgen").text(NAME)
    assert said == "Zorgen op school, hulpvraag, maart 2012, over Noor, met School"


def test_a_finding_is_read_in_words(space: Workspace) -> None:
    assert named(space, "gat, zeker").role() is QAccessible.Role.ListItem


def test_an_entry_that_is_only_counted_says_so(space: Workspace) -> None:
    assert "bundel van" in named(space, "Overleg 1,").text(DESCRIPTION) + named(space, "Overleg 59,").text(DESCRIPTION)
    assert "geteld" not in named(space, "Gezinshulp").text(DESCRIPTION)


def test_parents_children_and_places_among_them_agree(space: Workspace) -> None:
    for place, group in enumerate(children(root(space))):
        assert root(space).indexOfChild(group) == place
        assert isinstance(group.parent(), AccessibleTimeline)
        for below, node in enumerate(children(group)):
            assert group.indexOfChild(node) == below
            assert node.parent().text(NAME) == group.text(NAME)
            assert node.childCount() == 0


def test_a_node_lies_where_its_entry_is_painted_and_is_found_there(space: Workspace) -> None:
    where = painted(space.canvas)["entry:hulp"]
    rectangle = named(space, "Gezinshulp").rect()
    corner = space.canvas.viewport().mapFromGlobal(rectangle.topLeft())
    assert abs(corner.y() - where.top()) <= 3
    assert abs(corner.x() - where.left()) <= 6
    middle = space.canvas.viewport().mapToGlobal(QPoint(round(where.left()) + 6, round(where.center().y())))
    found = root(space).childAt(middle.x(), middle.y())
    assert found.text(NAME).startswith("Gezinshulp")


def test_state_tells_selection_focus_and_what_is_out_of_view(space: Workspace) -> None:
    node = named(space, "Nieuwe hulp")
    assert not node.state().selected
    space.controller.select(["nieuw"])
    assert node.state().selected
    assert node.state().focused
    assert root(space).focusChild().text(NAME) == node.text(NAME)
    space.quick.start()
    assert not node.state().focused
    space.canvas.zoom(12)
    space.canvas.show_day(date(2011, 1, 1).toordinal())
    assert node.state().offscreen


def test_an_entry_can_be_selected_and_edited(space: Workspace) -> None:
    asked: list[str] = []
    space.canvas.edit_asked.connect(asked.append)
    actions = named(space, "Gezinshulp").actionInterface()
    actions.doAction("Press")
    assert space.controller.selection == ("hulp",)
    assert EDIT in actions.actionNames()
    actions.doAction(EDIT)
    assert asked == ["hulp"]


def test_a_finding_can_be_opened_and_not_edited(space: Workspace) -> None:
    asked: list[str] = []
    space.canvas.finding_asked.connect(asked.append)
    actions = named(space, "gat, zeker").actionInterface()
    assert EDIT not in actions.actionNames()
    actions.doAction("Press")
    actions.doAction(EDIT)
    assert len(asked) == 1


def test_the_selected_entry_is_read_when_it_is_selected_and_when_the_canvas_gets_the_keys(
    space: Workspace, listening: list[tuple[str, QAccessible.Event]]
) -> None:
    space.controller.select(["hulp"])
    assert listening == [
        ("Gezinshulp, interventie, van 1 januari 2013 tot en met 30 juni 2015", QAccessible.Event.Focus),
        ("Gezinshulp, interventie, van 1 januari 2013 tot en met 30 juni 2015", QAccessible.Event.Selection),
    ]
    space.quick.start()
    listening.clear()
    space.canvas.setFocus()
    assert listening[0][1] is QAccessible.Event.Focus


def test_what_was_gone_to_is_said(space: Workspace, listening: list[tuple[str, QAccessible.Event]]) -> None:
    space.going.go_to_end(False)
    assert QAccessible.Event.Announcement in [what for _, what in listening]


def test_what_is_deleted_is_no_longer_there(space: Workspace, listening: list[tuple[str, QAccessible.Event]]) -> None:
    node = named(space, "Gezinshulp")
    assert node.isValid()
    space.controller.do(delete_entries, ["hulp"])
    assert not node.isValid()
    assert node.text(NAME) == ""
    assert (root(space).text(NAME), QAccessible.Event.ObjectReorder) in listening
    assert "Hulp, 1 regel" in [group.text(NAME) for group in children(root(space))]


def test_a_changed_title_is_read_anew(space: Workspace) -> None:
    node = named(space, "Gezinshulp")
    space.controller.undo()
    assert node.text(NAME) == ""
    space.controller.redo()
    assert named(space, "Gezinshulp").text(NAME).startswith("Gezinshulp, interventie")


def test_without_a_screen_reader_nothing_is_made(space: Workspace) -> None:
    space.controller.select(["hulp"])
    space.canvas.zoom(2)
    space.controller.do(delete_entries, ["hulp"])
    assert accessible._ALIVE == {}


def test_thousands_of_questions_and_a_case_that_closes_do_no_harm(opened: Opener) -> None:
    for _ in range(2):
        space = family(opened)
        space.resize(1500, 900)
        space.show()
        nodes: list[Node] = []
        for round_ in range(8):
            space.canvas.zoom(3 if round_ % 2 else -2)
            for group in children(root(space)):
                for node in (group, *children(group)):
                    assert node.text(NAME)
                    assert node.parent().role() is not None
                    node.rect(), node.state(), node.text(DESCRIPTION), node.actionInterface(), node.textInterface()
                    nodes.append(node)
            if round_ % 4 == 3:
                gc.collect()
        assert len(nodes) > 500
        space.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert accessible._ALIVE == {}
        assert {node.isValid() for node in nodes} == {False}
        assert {node.text(NAME) + node.text(DESCRIPTION) for node in nodes} == {""}
        assert nodes[0].child(0) is None
