"""Saying of a finding that it was discussed or does not matter, in the panel, with mouse and keys.

2016      2017        2018       2019
|--gezinshulp--|  gat   |--hulp--|   gat
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import entry, person
from tests.ui.opened import Opener, opener
from tijdlijn.analysis.finding import FindingKind
from tijdlijn.model.sessions import SessionKind
from tijdlijn.model.understanding import Judgement
from tijdlijn.model.vocabulary import PlacementForm, Weight
from tijdlijn.services import editing
from tijdlijn.services.sessions import add_session, change_session
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.finding_card import FindingCard
from tijdlijn.ui.finding_picture import PictureView, PictureWindow
from tijdlijn.ui.findings_panel import FindingsPanel

HELPS = (
    entry("interventie", "2016-01-01/2016-12-31", "Gezinshulp", parties="kompas", id="h1"),
    entry("interventie", "2018-03-01/2019-03-01", "Ambulante hulp", parties="kompas", id="h2"),
)


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opener]:
    with opener(tmp_path, qtbot) as made:
        yield made


def shown(qtbot: QtBot, controller: CaseController) -> FindingsPanel:
    panel = FindingsPanel(controller)
    qtbot.addWidget(panel)
    panel.resize(320, 900)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def panel(qtbot: QtBot, opened: Opener) -> FindingsPanel:
    return shown(qtbot, opened(*HELPS, today=date(2020, 4, 1)))


def gap(panel: FindingsPanel, start: str = "2017-01-01") -> FindingCard:
    cards = panel.groups[FindingKind.GAT].cards
    return next(card for card in cards if card.finding.start == date.fromisoformat(start))


def titles(panel: FindingsPanel) -> list[str]:
    return [str(card.finding.start) for card in panel.groups[FindingKind.GAT].cards]


def test_a_click_says_that_it_was_discussed_and_it_goes_behind_what_is_open(qtbot: QtBot, panel: FindingsPanel) -> None:
    assert titles(panel) == ["2017-01-01", "2019-03-02"]
    assert not panel.which.isVisible()
    qtbot.mouseClick(gap(panel).foot.discussed, Qt.MouseButton.LeftButton)
    assert titles(panel) == ["2019-03-02", "2017-01-01"]
    card = gap(panel)
    assert card.foot.said.text() == "Besproken op 1 april 2020."
    assert card.property("said") is True
    assert not card.foot.discussed.isVisible()
    assert panel.groups[FindingKind.GAT].header.text().endswith("1 van 2 open")
    assert panel.which.isVisible()


def test_keys_discuss_and_open_again(qtbot: QtBot, panel: FindingsPanel) -> None:
    card = gap(panel)
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_B)
    assert [mark.judgement for mark in panel.said._controller.case.marks] == [Judgement.BESPROKEN]
    assert card.hasFocus()
    assert card.finding.start == date(2019, 3, 2)
    marked = gap(panel)
    marked.setFocus()
    qtbot.keyClick(marked, Qt.Key.Key_O)
    assert panel.said._controller.case.marks == ()
    qtbot.keyClick(gap(panel), Qt.Key.Key_B)
    qtbot.keyClick(gap(panel), Qt.Key.Key_B)
    assert panel.said._controller.case.marks == ()


def test_a_reason_is_typed_in_the_card(qtbot: QtBot, panel: FindingsPanel) -> None:
    card = gap(panel)
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_N)
    qtbot.waitUntil(card.foot.reason.hasFocus)
    qtbot.keyClick(card.foot.reason, Qt.Key.Key_Return)
    assert panel.said._controller.case.marks == ()
    qtbot.keyClicks(card.foot.reason, "moeder was bij haar zus")
    qtbot.keyClick(card.foot.reason, Qt.Key.Key_Return)
    assert gap(panel).foot.said.text() == "Niet relevant, want moeder was bij haar zus (1 april 2020)."
    assert not gap(panel).foot.reason.isVisible()
    assert panel.groups[FindingKind.GAT].cards[-1] is gap(panel)


def test_letters_of_a_reason_are_no_keys_of_the_card(qtbot: QtBot, panel: FindingsPanel) -> None:
    card = gap(panel)
    qtbot.mouseClick(card.foot.aside, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(card.foot.reason, "bnO")
    assert card.foot.reason.text() == "bnO"
    assert panel.said._controller.case.marks == ()


def test_escape_leaves_a_reason_and_gives_the_card_its_keys_back(qtbot: QtBot, panel: FindingsPanel) -> None:
    card = gap(panel)
    qtbot.mouseClick(card.foot.aside, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(card.foot.reason, "toch niet")
    qtbot.keyClick(card.foot.reason, Qt.Key.Key_Escape)
    assert card.hasFocus()
    assert not card.foot.reason.isVisible()
    assert panel.said._unfinished() == {}


def test_what_was_typed_of_a_reason_is_there_again_after_locking(qtbot: QtBot, panel: FindingsPanel) -> None:
    controller = panel.said._controller
    card = gap(panel)
    qtbot.mouseClick(card.foot.aside, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(card.foot.reason, "moeder was")
    assert controller.drafts.keep_now() == ""
    again = CaseController(controller.book, controller.case.id)
    qtbot.waitUntil(lambda: again.analysis is not None)
    later = shown(qtbot, again)
    qtbot.waitUntil(gap(later).foot.reason.isVisible)
    assert gap(later).foot.reason.text() == "moeder was"


def test_a_mark_is_one_step_and_undo_takes_it_back(qtbot: QtBot, panel: FindingsPanel) -> None:
    controller = panel.said._controller
    qtbot.mouseClick(gap(panel).foot.discussed, Qt.MouseButton.LeftButton)
    controller.undo()
    assert titles(panel) == ["2017-01-01", "2019-03-02"]
    assert gap(panel).foot.said.text() == ""
    assert gap(panel).property("said") is False


def test_an_edit_leaves_the_mark_and_says_what_stood_there(qtbot: QtBot, panel: FindingsPanel) -> None:
    before = gap(panel).finding.sentence
    qtbot.mouseClick(gap(panel).foot.discussed, Qt.MouseButton.LeftButton)
    panel.said._controller.do(editing.add_entry, entry("contact", "2017-01-01", "Afscheid"))
    card = gap(panel, "2017-01-02")
    assert card.foot.said.text() == "Besproken op 1 april 2020."
    assert card.foot.then.text() == f"Toen stond er: “{before}”"


def chip(panel: FindingsPanel, key: str) -> object:
    return next(chip for chip in panel.which.chips if chip.key == key)


def test_the_filter_shows_what_is_open_discussed_or_not_relevant(qtbot: QtBot, panel: FindingsPanel) -> None:
    qtbot.mouseClick(gap(panel).foot.discussed, Qt.MouseButton.LeftButton)
    total = len(panel.said._controller.analysis.findings)  # type: ignore[union-attr]
    words = [chip.accessibleName() for chip in panel.which.chips]
    assert words == [f"Alle {total}", f"Open {total - 1}", "Besproken 1", "Niet relevant 0"]
    qtbot.mouseClick(chip(panel, "open"), Qt.MouseButton.LeftButton)
    assert titles(panel) == ["2019-03-02"]
    qtbot.mouseClick(chip(panel, "besproken"), Qt.MouseButton.LeftButton)
    assert titles(panel) == ["2017-01-01"]
    assert not panel.groups[FindingKind.ONBEKEND].isVisible()
    panel.show_finding("gap:2019-03-02")
    assert "2019-03-02" in titles(panel)


def test_a_mark_of_what_is_no_longer_found_is_listed_until_somebody_takes_it_away(
    qtbot: QtBot, panel: FindingsPanel
) -> None:
    qtbot.mouseClick(gap(panel).foot.discussed, Qt.MouseButton.LeftButton)
    assert not panel.lapsed.isVisible()
    panel.said._controller.do(editing.add_entry, entry("interventie", "2017-01-01/2018-02-28", "Toch hulp"))
    assert panel.lapsed.isVisible()
    assert panel.lapsed.header.text().endswith("·  1")
    panel.lapsed.set_open(True)
    (mark,) = panel.said.marks.lapsed
    panel.said.forget(mark)
    assert not panel.lapsed.isVisible()


def test_what_a_session_discussed_counts_and_is_taken_back_there(qtbot: QtBot, panel: FindingsPanel) -> None:
    controller, found = panel.said._controller, gap(panel).finding
    session, _ = add_session(controller.book, controller.case.id, SessionKind.ACTIELEREN, date(2020, 3, 2))
    controller.do(change_session, replace(session, discussed=((found.id, found.sentence),)), "Bespreek")
    card = gap(panel)
    assert card.foot.said.text() == "Besproken op 2 maart 2020, in een bijeenkomst."
    assert not card.foot.back.isVisible()
    qtbot.keyClick(card, Qt.Key.Key_B)
    assert controller.case.marks == ()


# Pictures


ASKED = (
    entry("hulpvraag", "2016-03-01", "Noor slaapt niet", persons="noor", id="vraag"),
    entry("interventie", "2016-05-01/2016-06-30", "Opvoedbureau", persons="noor", weight=Weight.LICHT, id="hulp"),
    entry("uithuisplaatsing", "2017-02-01/2017-09-30", "Bij oma", persons="noor", form=PlacementForm.NETWERK, id="weg"),
)


@pytest.fixture
def pictured(qtbot: QtBot, opened: Opener) -> FindingsPanel:
    return shown(qtbot, opened(*ASKED, persons=[person("Noor", "2010-01-01", focus=True)], today=date(2018, 4, 1)))


def picture(panel: FindingsPanel, kind: FindingKind) -> PictureView:
    group = panel.groups[kind]
    card = group.opened(group.findings[0])
    assert card.picture is not None
    QApplication.processEvents()
    return card.picture


def test_a_request_shows_its_bar_and_a_click_on_it_goes_there(qtbot: QtBot, pictured: FindingsPanel) -> None:
    view = picture(pictured, FindingKind.HULPVRAAG)
    box = next(one for one in view.drawing.items if getattr(one, "id", "") == "entry:hulp").bounds  # type: ignore[union-attr]
    with qtbot.waitSignal(pictured.said._controller.reveal_entry):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(box[0] + 4), round(box[1] + 4)))
    assert pictured.said._controller.selection == ("hulp",)


def test_a_click_beside_the_bars_goes_nowhere(qtbot: QtBot, pictured: FindingsPanel) -> None:
    view = picture(pictured, FindingKind.UITHUISPLAATSING)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() - 2, view.height() - 2))
    assert pictured.said._controller.selection == ()


def test_a_picture_is_as_high_as_it_needs_at_its_width(qtbot: QtBot, pictured: FindingsPanel) -> None:
    view = picture(pictured, FindingKind.UITHUISPLAATSING)
    assert view.drawing.width == view.width()
    assert view.height() == round(view.drawing.height) + 1


def test_enter_on_a_picture_shows_it_large_and_it_frees_itself(qtbot: QtBot, pictured: FindingsPanel) -> None:
    view = picture(pictured, FindingKind.UITHUISPLAATSING)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    (window,) = pictured.window().findChildren(PictureWindow)
    assert window.windowTitle() == "Plaatje bij een bevinding"
    assert "Noor" in window.views[0].accessibleName()
    with qtbot.waitSignal(window.destroyed):
        qtbot.mouseClick(window.done_button, Qt.MouseButton.LeftButton)


def test_a_finding_that_is_drawn_on_the_timeline_has_no_picture(qtbot: QtBot, panel: FindingsPanel) -> None:
    card = panel.groups[FindingKind.GAT].opened(panel.groups[FindingKind.GAT].findings[0])
    assert card.picture is None
