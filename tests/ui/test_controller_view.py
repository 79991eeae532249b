"""The view of the controller: kept without a step, never lost, and never broken by an edit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, entry, person
from tests.ui.opened import Opener, opener
from tijdlijn.model.views import Around, Filter, View
from tijdlijn.model.vocabulary import Kind
from tijdlijn.services import editing, views
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.ui.controller import CaseController

ABOUT_NOOR = View(filter=Filter(person_ids=frozenset({"noor"})))
LINES = (
    entry("interventie", "2019-01-01/2019-02-01", "Begeleiding", persons="noor", id="a"),
    entry("interventie", "2021-01-01/2021-02-01", "Behandeling", persons="noor", id="b"),
    entry("interventie", "2019-06-01/2020-06-01", "Gezinshulp", persons="sem", id="c"),
)
FAMILY = {"persons": (person("Noor", "2012-01-01", focus=True), person("Sem"))}


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opener]:
    with opener(tmp_path, qtbot) as opening:
        yield opening


def settled(qtbot: QtBot, controller: CaseController) -> None:
    """Wait for the findings of the present view."""
    wanted = controller.shown if controller.view.findings_follow else None
    qtbot.waitUntil(lambda: controller.findings_over == wanted)


def test_without_a_filter_everything_is_shown(opened: Opener) -> None:
    controller = opened(*LINES, **FAMILY)
    assert (controller.view, controller.shown) == (View(), None)


def test_a_view_shows_what_its_filter_says_and_is_no_step(qtbot: QtBot, opened: Opener) -> None:
    controller = opened(*LINES, **FAMILY)
    steps = len(controller.book.history())
    with qtbot.waitSignal(controller.view_changed):
        controller.set_view(ABOUT_NOOR)
    assert controller.shown == {"a", "b"}
    controller.flush_view()
    assert len(controller.book.history()) == steps


def test_the_same_view_again_is_no_change(qtbot: QtBot, opened: Opener) -> None:
    controller = opened(*LINES, **FAMILY)
    controller.set_view(ABOUT_NOOR)
    with qtbot.assertNotEmitted(controller.view_changed):
        controller.set_view(ABOUT_NOOR)


def test_other_lanes_leave_what_is_shown_as_it_is(opened: Opener) -> None:
    controller = opened(*LINES, **FAMILY)
    controller.set_view(ABOUT_NOOR)
    before = controller.shown
    lanes = replace(ABOUT_NOOR.arrangement, folded=frozenset({"hulp"}))
    controller.set_view(replace(ABOUT_NOOR, arrangement=lanes))
    assert controller.shown is before


def test_a_view_is_not_lost_when_the_casebook_closes_right_after(opened: Opener) -> None:
    controller = opened(*LINES, **FAMILY)
    for text in ("b", "be", "beg"):
        controller.set_view(View(filter=Filter(text=text)))
    controller.flush_view()
    book, case_id = controller.book, controller.case.id
    book.close()
    with OpenCasebook.open(book.path, "wachtwoord", today=TODAY) as again:
        assert views.view_in_use(again, case_id).filter.text == "beg"


def test_a_view_is_written_by_itself_after_a_while(qtbot: QtBot, opened: Opener) -> None:
    controller = opened(*LINES, **FAMILY)
    controller.set_view(ABOUT_NOOR)
    qtbot.waitUntil(lambda: views.view_in_use(controller.book, controller.case.id) == ABOUT_NOOR)
    QThreadPool.globalInstance().waitForDone()


def test_the_next_controller_takes_the_view_up(qtbot: QtBot, opened: Opener) -> None:
    controller = opened(*LINES, **FAMILY)
    controller.set_view(ABOUT_NOOR)
    controller.flush_view()
    following = CaseController(controller.book, controller.case.id)
    assert (following.view, following.shown) == (ABOUT_NOOR, {"a", "b"})
    qtbot.waitUntil(lambda: following.analysis is not None)


def test_what_is_filtered_away_is_no_longer_selected(opened: Opener) -> None:
    controller = opened(*LINES, **FAMILY)
    controller.select(["a", "c"])
    controller.set_view(ABOUT_NOOR)
    assert controller.selection == ("a",)


def test_a_line_that_the_filter_hides_is_selected_when_it_is_added(opened: Opener) -> None:
    controller = opened(*LINES, **FAMILY)
    controller.set_view(ABOUT_NOOR)
    controller.do(editing.add_entry, entry("besluit", "2020", id="d"))
    assert controller.selection == ("d",)
    assert controller.shown == {"a", "b"}


def test_a_person_that_goes_asks_nothing_and_comes_back_with_undo(qtbot: QtBot, opened: Opener) -> None:
    controller = opened(*LINES, **FAMILY)
    controller.set_view(ABOUT_NOOR)
    with qtbot.waitSignal(controller.view_changed):
        controller.do(editing.delete_person, "noor")
    assert (controller.view, controller.shown) == (View(), None)
    controller.undo()
    assert (controller.view, controller.shown) == (ABOUT_NOOR, {"a", "b"})
    controller.redo()
    assert controller.shown is None


def test_an_entry_that_a_stretch_is_around_may_go(opened: Opener) -> None:
    controller = opened(*LINES, **FAMILY)
    controller.set_view(View(filter=Filter(around=Around(0, 400, ("a",)))))
    assert controller.shown == {"a", "c"}
    controller.do(editing.delete_entries, ["a"])
    assert controller.shown is None
    controller.undo()
    assert controller.shown == {"a", "c"}


def test_findings_are_about_everything_unless_they_follow_the_filter(qtbot: QtBot, opened: Opener) -> None:
    controller = opened(*LINES, **FAMILY)
    controller.set_view(replace(ABOUT_NOOR, filter=Filter(kinds=frozenset({Kind.INTERVENTIE}), text="beg")))
    assert (controller.findings_over, controller.analysis.entry_count) == (None, 3)
    controller.set_view(replace(controller.view, findings_follow=True))
    settled(qtbot, controller)
    assert (controller.findings_over, controller.analysis.entry_count) == ({"a"}, 1)
    controller.set_view(replace(controller.view, filter=Filter()))
    settled(qtbot, controller)
    assert (controller.findings_over, controller.analysis.entry_count) == (None, 3)


def test_findings_of_an_older_filter_are_dropped(qtbot: QtBot, opened: Opener) -> None:
    controller = opened(*LINES, **FAMILY)
    for text in ("begeleiding", "behandeling", "gezinshulp"):
        controller.set_view(View(filter=Filter(text=text), findings_follow=True))
    settled(qtbot, controller)
    assert controller.findings_over == {"c"}
    QThreadPool.globalInstance().waitForDone()
    assert controller.findings_over == {"c"}


def test_saved_views_are_known_as_soon_as_they_are_saved_or_taken_back(qtbot: QtBot, opened: Opener) -> None:
    controller = opened(*LINES, **FAMILY)
    before = controller.case
    kept = replace(ABOUT_NOOR, id="v", name="Noor")
    with qtbot.waitSignal(controller.view_changed):
        controller.do(lambda book, case_id: views.save_view(book, case_id, kept, "Noor")[1])
    assert [view.name for view in controller.saved_views] == ["Noor"]
    assert controller.case is before
    controller.undo()
    assert controller.saved_views == ()
