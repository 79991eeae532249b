"""Two accounts of one event in the window: seen beside each other, decided about with pointer, keys and commands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from tests.builders import entry
from tests.ui.acting import click, show
from tests.ui.opened import opener
from tijdlijn.analysis.contradictions import find_contradictions
from tijdlijn.analysis.finding import FindingKind
from tijdlijn.model.entries import Citation, Source
from tijdlijn.ui.accounts_view import AccountsView
from tijdlijn.ui.going import Goal
from tijdlijn.ui.timeline_view.telling import tip
from tijdlijn.ui.workspace import Workspace

PASSAGE = "in augustus 2015 feitelijk uit elkaar gegaan"


@pytest.fixture
def space(tmp_path: Path, qtbot: QtBot) -> Iterator[Workspace]:
    with opener(tmp_path, qtbot) as opened:
        controller = opened(
            entry("gebeurtenis", "2015-06", "Ouders uit elkaar", id="intake", citations=(Citation("in"),)),
            entry("gebeurtenis", "2015-08", "Feitelijke scheiding", id="vt", citations=(Citation("vt", "3", PASSAGE),)),
            entry("gebeurtenis", "2016-02-01", "Verhuizing", id="los"),
            sources=(Source("in", "Intake"), Source("vt", "Conclusie_van_VT")),
        )
        yield show(qtbot, Workspace(controller), 1500, 900)


def decided(space: Workspace) -> list[tuple[str, str, str]]:
    return [(link.kind.value, link.from_id, link.to_id) for link in space.controller.case.links]


def in_inspector(space: Workspace) -> AccountsView:
    (view,) = space.inspector.entry_form.accounts.views
    return view


def words(view: AccountsView) -> str:
    return " ".join(label.text().replace("\u200b", "") for label in view.findChildren(QLabel))


def press(qtbot: QtBot, pressed: QAbstractButton | None) -> None:
    assert pressed is not None
    pressed.setFocus()
    qtbot.keyClick(pressed, Qt.Key.Key_Space)


def test_the_inspector_of_either_says_what_the_other_says(space: Workspace) -> None:
    space.controller.select(["intake"])
    said = words(in_inspector(space))
    assert "Volgens ‘Intake’ juni 2015; volgens ‘Conclusie_van_VT’ augustus 2015." in said
    assert f"Conclusie_van_VT, blz. 3\n‘{PASSAGE}’" in said
    space.controller.select(["los"])
    assert space.inspector.entry_form.accounts_section.isHidden()


def test_this_one_is_followed_and_no_longer(space: Workspace, qtbot: QtBot) -> None:
    space.controller.select(["intake"])
    press(qtbot, in_inspector(space).own)
    assert decided(space) == [("gevolgd_boven", "intake", "vt")]
    assert space.controller.selection == ("intake",)
    own = in_inspector(space).own
    assert own is not None
    assert own.text() == "✓ Wordt gevolgd"
    press(qtbot, own)
    assert decided(space) == []


def test_the_other_one_is_followed(space: Workspace, qtbot: QtBot) -> None:
    space.controller.select(["intake"])
    (box,) = in_inspector(space).boxes
    press(qtbot, box.follow)
    assert decided(space) == [("gevolgd_boven", "vt", "intake")]
    space.controller.undo()
    assert decided(space) == []


def test_two_events_are_no_longer_shown_and_can_be_told_to_be_one_again(space: Workspace, qtbot: QtBot) -> None:
    space.controller.select(["vt"])
    press(qtbot, in_inspector(space).apart)
    assert find_contradictions(space.controller.case) == ()
    accounts = space.inspector.entry_form.accounts
    assert accounts.views == []
    (again,) = accounts.again
    assert isinstance(again, QAbstractButton)
    press(qtbot, again)
    assert len(find_contradictions(space.controller.case)) == 1


def test_the_findings_show_both_and_decide_there(space: Workspace, qtbot: QtBot) -> None:
    space.panels.setCurrentWidget(space.findings)
    group = space.findings.groups[FindingKind.TEGENSPRAAK]
    (finding,) = group.findings
    space.findings.show_finding(finding.id)
    (card,) = group.cards
    assert card.accounts is not None
    assert len(card.accounts.boxes) == 2
    assert PASSAGE in words(card.accounts)
    press(qtbot, card.accounts.boxes[0].follow)
    assert decided(space) == [("gevolgd_boven", "intake", "vt")]
    qtbot.waitUntil(lambda: card.accounts is not None and card.accounts.boxes[0].follow.text() == "✓ Wordt gevolgd")
    qtbot.waitUntil(lambda: card.accounts is not None and card.accounts.apart.isVisible())
    click(qtbot, card.accounts.apart)
    qtbot.waitUntil(lambda: group.findings == [])


def test_the_commands_are_there_for_what_is_selected(space: Workspace) -> None:
    deciding = space.deciding
    assert not any(deciding.can(id_) for id_ in deciding.commands)
    space.controller.select(["los"])
    assert not deciding.can("follow_account")
    space.controller.select(["vt"])
    assert [id_ for id_ in deciding.commands if deciding.can(id_)] == ["follow_account", "keep_apart"]
    deciding.follow()
    assert decided(space) == [("gevolgd_boven", "vt", "intake")]
    assert deciding.can("forget_account")
    deciding.forget()
    assert decided(space) == []
    space.controller.select(["vt", "los"])
    assert not deciding.can("keep_apart")
    space.controller.select(["vt", "intake"])
    deciding.keep_apart()
    assert decided(space) == [("andere_gebeurtenis", "vt", "intake")]


def test_one_goes_from_one_to_the_next(space: Workspace) -> None:
    assert [stop.id for stop in space.going.stops(Goal.DIFFERS)] == ["intake", "vt"]


def test_the_pointer_tells_what_the_other_says(space: Workspace) -> None:
    case = space.controller.case
    told = tip(case, case.entries_by_id["vt"], find_contradictions(case))
    assert told.endswith("Bronnen verschillen: volgens ‘Intake’ juni 2015.")


def test_a_tie_joins_them_and_says_why(space: Workspace) -> None:
    space.controller.select(["vt"])
    (tie,) = space.controller.ties.ties.of(["vt"])
    assert (tie.from_id, tie.to_id, tie.words) == ("intake", "vt", "bronnen verschillen")
    assert tie.reason.startswith("Volgens ‘Intake’ juni 2015")
    assert space.inspector.entry_form.links_section.isHidden()
