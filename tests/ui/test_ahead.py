"""The life ahead in the window: found, taken over, moved and turned down with keys and mouse, each in one step.

today │      ◌ Noor 16      ◌ Noor 18−   ◌ Noor 18      broken: only proposed
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.builders import entry, person
from tests.ui.acting import click, show, type_in
from tests.ui.opened import opener
from tijdlijn.analysis.ahead import PROPOSED
from tijdlijn.drawing.primitives import Box, Group, Text
from tijdlijn.layout.timeline import Timeline
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.understanding import Uptake
from tijdlijn.model.views import Filter
from tijdlijn.services.editing import change_case, change_entries, put_person
from tijdlijn.ui.ahead_cards import ProposalCard
from tijdlijn.ui.ahead_panel import AheadPanel
from tijdlijn.ui.context_menu import PlaceMenu
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.export_dialog import ExportDialog
from tijdlijn.ui.timeline_view.spot import spot_at
from tijdlijn.ui.workspace import Workspace

AT_16, AT_18 = "16:noor:2010-06-24", "18:noor:2010-06-24"
ENTER, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Delete


@pytest.fixture
def controller(tmp_path: Path, qtbot: QtBot) -> Iterator[CaseController]:
    with opener(tmp_path, qtbot) as opened:
        yield opened(
            entry("gebeurtenis", "2017-01-10", "Verhuizing", id="verhuizing", persons="noor"),
            entry("beschikking", "2023-01-01/2024-03-01", "Ggz", id="ggz", persons="noor"),
            entry("verwacht", "2026-06-24", "Noor geopereerd", id="operatie", persons="noor"),
            persons=[person("Noor", "2010-06-24", focus=True)],
            today=date(2024, 1, 1),
        )


@pytest.fixture
def space(qtbot: QtBot, controller: CaseController) -> Workspace:
    made = show(qtbot, Workspace(controller), 1366, 768)
    made.canvas.fit()
    return made


@pytest.fixture
def shown(space: Workspace) -> Workspace:
    """With the proposals on the timeline."""
    space.foreseeing.turn()
    return space


@pytest.fixture
def panel(qtbot: QtBot, space: Workspace) -> AheadPanel:
    space.foreseeing.open()
    qtbot.waitUntil(space.foreseeing.panel.isVisible)
    return space.foreseeing.panel


def painted(space: Workspace) -> dict[str, tuple[QPointF, Group]]:
    """What was painted last, by group id, with the middle of its mark."""
    space.canvas.viewport().repaint()
    return {
        group.id: (place.topLeft() + QPointF(6, place.height() / 2), group) for place, group in space.canvas.places()
    }


def proposals(space: Workspace) -> set[str]:
    return {id_.removeprefix(f"entry:{PROPOSED}") for id_ in painted(space) if id_.startswith(f"entry:{PROPOSED}")}


def said(space: Workspace) -> list[tuple[str, Uptake, str]]:
    return [(one.rule_id, one.verdict, one.reason) for one in space.controller.case.foreseen]


def card(panel: AheadPanel, rule_id: str) -> ProposalCard:
    return panel.cards[rule_id]


# On the timeline


def test_the_years_to_come_are_shown_when_somebody_asks_and_the_view_remembers(qtbot: QtBot, space: Workspace) -> None:
    assert proposals(space) == set()
    space.foreseeing.turn()
    assert {AT_16, AT_18} <= proposals(space)
    assert space.controller.view.ahead
    space.controller.flush_view()
    again = CaseController(space.controller.book, space.controller.case.id)
    assert again.view.ahead
    qtbot.waitUntil(lambda: again.analysis is not None)
    space.foreseeing.turn()
    assert proposals(space) == set()


def test_a_proposal_is_drawn_broken_and_an_expected_line_is_not(shown: Workspace) -> None:
    groups = painted(shown)
    styles = {child.style for child in groups[f"entry:{PROPOSED}{AT_18}"][1].children}  # type: ignore[union-attr]
    assert "leven.beside" in styles
    assert "label" not in styles
    own = {child.style for child in groups["entry:operatie"][1].children}  # type: ignore[union-attr]
    assert not any("beside" in style for style in own)


def test_nothing_of_a_proposal_is_counted_or_selected(shown: Workspace) -> None:
    shown.select_all()
    assert set(shown.controller.selection) == {"verhuizing", "ggz", "operatie"}
    assert all(not id_.startswith(PROPOSED) for id_ in shown.controller.case.entries_by_id)


def test_a_click_chooses_it_and_enter_takes_it_over(qtbot: QtBot, shown: Workspace) -> None:
    at = painted(shown)[f"entry:{PROPOSED}{AT_18}"][0]
    qtbot.mouseClick(shown.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert shown.canvas.ahead.chosen == AT_18
    assert shown.controller.selection == ()
    qtbot.keyClick(shown.canvas, ENTER)
    (made,) = shown.controller.selected_entries
    assert (made.kind, made.date) == ("verwacht", UncertainDate.parse("2028-06-24"))
    assert [one[:2] for one in said(shown)] == [(AT_18, Uptake.ACCEPTED)]
    assert AT_18 not in proposals(shown)
    assert shown.canvas.ahead.chosen == ""
    shown.controller.undo()
    assert said(shown) == []
    assert AT_18 in proposals(shown)


def test_the_keys_go_from_one_to_the_next_and_let_go(qtbot: QtBot, space: Workspace) -> None:
    told: list[str] = []
    space.told.connect(told.append)
    space.foreseeing.walk(1)
    assert space.controller.view.ahead
    first = space.canvas.ahead.chosen
    assert told[-1].startswith("Voorstel: Einde beschikking: Ggz, 1 maart 2024. Enter")
    assert first.startswith("einde:ggz")
    qtbot.keyClick(space.canvas, Qt.Key.Key_Right)
    assert space.canvas.ahead.chosen == AT_16
    qtbot.keyClick(space.canvas, Qt.Key.Key_Left)
    assert space.canvas.ahead.chosen == first
    qtbot.keyClick(space.canvas, Qt.Key.Key_Escape)
    assert space.canvas.ahead.chosen == ""


def test_choosing_an_entry_lets_go_of_the_proposal(shown: Workspace) -> None:
    shown.foreseeing.walk(1)
    shown.controller.select(["operatie"])
    assert shown.canvas.ahead.chosen == ""


def test_delete_asks_for_a_reason_and_turns_it_down(qtbot: QtBot, shown: Workspace) -> None:
    shown.canvas.ahead.choose(AT_16)
    shown.canvas.setFocus()
    qtbot.keyClick(shown.canvas, DELETE)
    line = card(shown.foreseeing.panel, AT_16).line
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "Speelt niet")
    qtbot.keyClick(line, ENTER)
    assert said(shown) == [(AT_16, Uptake.DISMISSED, "Speelt niet")]
    assert AT_16 not in proposals(shown)


def test_the_filter_holds_for_proposals_as_well(shown: Workspace) -> None:
    view = shown.controller.view
    shown.controller.set_view(replace(view, filter=Filter(text="16")))
    assert proposals(shown) == {AT_16}
    shown.controller.set_view(replace(view, filter=Filter(text="verhuizing")))
    assert proposals(shown) == set()


def test_the_menu_of_a_proposal_takes_it_over(qtbot: QtBot, shown: Workspace) -> None:
    at = painted(shown)[f"entry:{PROPOSED}{AT_18}"][0]
    spot = spot_at(shown.canvas, at, at.toPoint())
    assert (spot.kind, spot.id) == ("proposal", AT_18)
    menu = PlaceMenu(shown, spot)
    menu.actions()[0].trigger()
    assert [one[:2] for one in said(shown)] == [(AT_18, Uptake.ACCEPTED)]
    menu.close()


def test_a_double_click_shows_why(qtbot: QtBot, shown: Workspace) -> None:
    at = painted(shown)[f"entry:{PROPOSED}{AT_18}"][0]
    qtbot.mouseDClick(shown.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert shown.foreseeing.is_open
    qtbot.waitUntil(card(shown.foreseeing.panel, AT_18).hasFocus)


def test_a_pointer_is_told_that_it_is_a_proposal_and_which_law(shown: Workspace) -> None:
    words = shown.canvas.ahead.words(AT_18)
    assert "voorstel, nog niet overgenomen" in words
    assert "Wmo" in words


def test_after_another_birth_something_else_is_proposed(shown: Workspace) -> None:
    child = shown.controller.case.persons_by_id["noor"]
    shown.controller.do(put_person, replace(child, birth=UncertainDate.parse("2011")))
    assert "18:noor:2011" in proposals(shown)
    assert AT_18 not in proposals(shown)


# The panel


def test_it_says_what_runs_out_and_goes_there(qtbot: QtBot, panel: AheadPanel, space: Workspace) -> None:
    (ending,) = panel.endings
    assert ending.remaining.text() == "nog 9 weken"
    assert ending.until.text() == "t/m 1 maart 2024"
    assert "er volgt nog niets" in ending.after.text()
    qtbot.mouseClick(ending, Qt.MouseButton.LeftButton)
    assert space.controller.selection == ("ggz",)


def test_the_keys_walk_the_cards_and_take_one_over(qtbot: QtBot, panel: AheadPanel, space: Workspace) -> None:
    first, second = list(panel.cards)[:2]
    card(panel, first).setFocus()
    qtbot.keyClick(card(panel, first), Qt.Key.Key_Down)
    assert card(panel, second).hasFocus()
    qtbot.keyClick(card(panel, second), ENTER)
    assert [one[:2] for one in said(space)] == [(second, Uptake.ACCEPTED)]
    assert second not in panel.cards


def test_another_day_is_typed_and_one_that_cannot_be_read_stays(
    qtbot: QtBot, panel: AheadPanel, space: Workspace
) -> None:
    chosen = card(panel, AT_16)
    click(qtbot, chosen.move_it)
    type_in(qtbot, chosen.line, "ooit eens")
    qtbot.keyClick(chosen.line, ENTER)
    assert chosen.problem.isVisible()
    assert said(space) == []
    type_in(qtbot, chosen.line, "september 2026")
    qtbot.keyClick(chosen.line, ENTER)
    (made,) = space.controller.selected_entries
    assert made.date == UncertainDate.parse("2026-09")


def test_what_was_turned_down_can_be_proposed_again(qtbot: QtBot, panel: AheadPanel, space: Workspace) -> None:
    chosen = card(panel, AT_16)
    click(qtbot, chosen.refuse)
    qtbot.keyClick(chosen.line, ENTER)
    assert AT_16 not in panel.cards
    (row,) = panel.dismissed
    row.click()
    assert said(space) == []
    assert AT_16 in panel.cards


def test_escape_leaves_a_reason_and_keeps_the_proposal(qtbot: QtBot, panel: AheadPanel, space: Workspace) -> None:
    chosen = card(panel, AT_16)
    chosen.setFocus()
    qtbot.keyClick(chosen, DELETE)
    qtbot.keyClicks(chosen.line, "Half")
    qtbot.keyClick(chosen.line, Qt.Key.Key_Escape)
    assert chosen.hasFocus()
    assert (said(space), chosen.unfinished) == ([], "")


def test_why_is_one_key_away(qtbot: QtBot, panel: AheadPanel) -> None:
    chosen = card(panel, AT_16)
    chosen.setFocus()
    assert not chosen.why.isVisible()
    qtbot.keyClick(chosen, Qt.Key.Key_Space)
    assert chosen.why.isVisible()
    assert "Jeugdwet" in chosen.why.text()


def test_the_box_shows_them_on_the_timeline(qtbot: QtBot, panel: AheadPanel, space: Workspace) -> None:
    panel.show_box.setFocus()
    qtbot.keyClick(panel.show_box, Qt.Key.Key_Space)
    assert space.controller.view.ahead
    assert AT_16 in proposals(space)
    space.foreseeing.turn()
    assert not panel.show_box.isChecked()


def test_the_title_of_a_line_is_never_markup(qtbot: QtBot, panel: AheadPanel, space: Workspace) -> None:
    odd = replace(space.controller.case.entries_by_id["ggz"], title="<b>Ggz</b> & zo")
    space.controller.do(change_entries, (odd,))
    assert panel.endings[0].title.text() == "<b>Ggz</b> & zo"
    assert panel.endings[0].title.textFormat() is Qt.TextFormat.PlainText


def test_the_agenda_opens_the_dialog_at_that_kind(qtbot: QtBot, panel: AheadPanel, space: Workspace) -> None:
    click(qtbot, panel.agenda)
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, ExportDialog) and one.isVisible())
    assert dialog.formats.kind.ending == ".ics"
    assert dialog.place.path.name.startswith("vooruit")
    dialog.close()


def test_closing_it_gives_the_timeline_its_room_back(qtbot: QtBot, panel: AheadPanel, space: Workspace) -> None:
    click(qtbot, panel.close_button)
    assert not space.foreseeing.is_open
    assert space.canvas.hasFocus()


def test_what_is_proposed_says_nothing_left_of_its_mark(shown: Workspace) -> None:
    shown.canvas.fit()
    for id_, (_, group) in painted(shown).items():
        if id_.startswith(f"entry:{PROPOSED}"):
            ink = min(child.x for child in group.children if isinstance(child, Box))
            assert all(child.x > ink for child in group.children if isinstance(child, Text))


def test_a_bundle_with_proposals_lists_them_and_chooses_one(qtbot: QtBot, shown: Workspace) -> None:
    ids = (f"{PROPOSED}{AT_18}", "operatie")
    shown.canvas.bundle_asked.emit(ids, shown.mapToGlobal(shown.rect().center()))
    menu = next(one for one in shown.findChildren(QMenu) if one.isVisible())
    first, second = menu.actions()
    assert "Noor 18" in first.text()
    second.trigger()
    assert shown.controller.selection == ("operatie",)
    first.trigger()
    assert (shown.controller.selection, shown.canvas.ahead.chosen) == ((), AT_18)
    menu.close()


def test_the_menu_of_a_bundle_selects_entries_only(shown: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Timeline, "bundle_at", lambda *_: SimpleNamespace(ids=(f"{PROPOSED}{AT_18}", "operatie")))
    spot = spot_at(shown.canvas, QPointF(5, 5), QPoint(5, 5))._replace(kind="bundle", id="bundle:leven:x")
    PlaceMenu(shown, spot).actions()[1].trigger()
    assert shown.controller.selection == ("operatie",)


def test_what_may_lie_behind_says_so(qtbot: QtBot, panel: AheadPanel, space: Workspace) -> None:
    child = space.controller.case.persons_by_id["noor"]
    space.controller.do(put_person, replace(child, birth=UncertainDate.parse("2008")))
    assert panel.cards["16:noor:2008"].when.text() == "2024"
    space.controller.do(change_case, reference_day=date(2024, 6, 1))
    assert panel.cards["16:noor:2008"].when.text() == "2024 · kan al voorbij zijn"
