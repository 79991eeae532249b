"""The findings panel.

2016      2017        2018       2019
|--gezinshulp--|  gat   |--hulp--|        stil: hulp loopt, geen regels
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.builders import entry, person
from tests.ui.opened import Opener, opener
from tijdlijn.analysis.finding import FindingKind
from tijdlijn.model.entries import Entry
from tijdlijn.services import editing
from tijdlijn.ui.block_picture import SCALE
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.finding_card import MOST_ENTRIES, FindingCard
from tijdlijn.ui.findings_panel import MOST_CARDS, FindingsPanel


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


def two_helps(**more: object) -> tuple[Entry, ...]:
    return (
        entry("interventie", "2016-01-01/2016-12-31", "Gezinshulp", parties="kompas", **more),
        entry("interventie", "2018-03-01/2019-03-01", "Ambulante hulp", parties="kompas", **more),
    )


def open_group(panel: FindingsPanel, qtbot: QtBot, kind: FindingKind) -> list[FindingCard]:
    group = panel.groups[kind]
    if not group.is_open:
        qtbot.mouseClick(group.header, Qt.MouseButton.LeftButton)
    return group.cards


def test_a_gap_is_said_in_words_under_its_heading_with_the_count(qtbot: QtBot, opened: Opener) -> None:
    panel = shown(qtbot, opened(*two_helps(), today=date(2019, 4, 1)))
    (card,) = open_group(panel, qtbot, FindingKind.GAT)
    assert card.sentence.text() == card.finding.sentence
    assert "van 1 januari 2017 tot en met 28 februari 2018" in card.finding.sentence.lower()
    assert panel.groups[FindingKind.GAT].header.text().endswith("·  1")
    assert card.accessibleName().startswith("zeker: ")


def test_a_click_on_a_finding_shows_its_days_and_selects_nothing(qtbot: QtBot, opened: Opener) -> None:
    controller = opened(*two_helps(), today=date(2019, 4, 1))
    panel = shown(qtbot, controller)
    (card,) = open_group(panel, qtbot, FindingKind.GAT)
    with qtbot.waitSignal(controller.reveal_days) as told:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert told.args == [date(2017, 1, 1).toordinal(), date(2018, 2, 28).toordinal()]
    assert controller.selection == ()
    with qtbot.waitSignal(controller.reveal_days):
        qtbot.keyClick(card, Qt.Key.Key_Return)


def test_behind_a_finding_stand_its_rule_and_its_entries(qtbot: QtBot, opened: Opener) -> None:
    controller = opened(*two_helps(), today=date(2019, 4, 1))
    panel = shown(qtbot, controller)
    (card,) = open_group(panel, qtbot, FindingKind.GAT)
    qtbot.mouseClick(card.more, Qt.MouseButton.LeftButton)
    assert any("minstens 61 dagen" in label.text() for label in card.findChildren(QLabel))
    lines = card.entry_lines()
    assert [line.entry.title for line in lines] == ["Gezinshulp", "Ambulante hulp"]
    with qtbot.waitSignal(controller.reveal_entry):
        qtbot.mouseClick(lines[1], Qt.MouseButton.LeftButton)
    assert controller.selection == (lines[1].entry.id,)


@pytest.mark.parametrize("id_", ["gap:2017-01-01", "gat:gezin:2017-01-01"])
def test_the_timeline_can_ask_for_a_finding(qtbot: QtBot, opened: Opener, id_: str) -> None:
    panel = shown(qtbot, opened(*two_helps(), today=date(2019, 4, 1)))
    panel.show_finding(id_)
    (card,) = panel.groups[FindingKind.GAT].cards
    assert card.is_open
    qtbot.waitUntil(card.hasFocus)
    assert panel.rect().contains(card.mapTo(panel, card.rect().center()))


def test_a_finding_asked_for_by_an_unknown_id_changes_nothing(qtbot: QtBot, opened: Opener) -> None:
    panel = shown(qtbot, opened(*two_helps(), today=date(2019, 4, 1)))
    panel.show_finding("gap:1999-01-01")
    assert not any(card.is_open for group in panel.groups.values() for card in group.cards)


def test_a_threshold_is_changed_where_it_is_used(qtbot: QtBot, opened: Opener) -> None:
    controller = opened(*two_helps(), today=date(2019, 4, 1))
    panel = shown(qtbot, controller)
    open_group(panel, qtbot, FindingKind.GAT)
    number = panel.groups[FindingKind.GAT].thresholds.numbers["gap_min_days"]
    number.selectAll()
    qtbot.keyClicks(number, "500")
    with qtbot.waitSignal(controller.analysis_changed):
        qtbot.keyClick(number, Qt.Key.Key_Return)
    assert controller.case.parameters.gap_min_days == 500
    assert panel.groups[FindingKind.GAT].findings == []
    assert panel.groups[FindingKind.GAT].isVisible()


def test_arrow_presses_in_a_threshold_are_one_step(qtbot: QtBot, opened: Opener) -> None:
    controller = opened(*two_helps(), today=date(2019, 4, 1))
    panel = shown(qtbot, controller)
    open_group(panel, qtbot, FindingKind.GAT)
    fields = panel.groups[FindingKind.GAT].thresholds
    number = fields.numbers["gap_min_days"]
    number.setFocus()
    steps = len(controller.book.history())
    for _ in range(5):
        qtbot.keyClick(number, Qt.Key.Key_Up)
    fields.flush()
    assert controller.case.parameters.gap_min_days == 66
    assert len(controller.book.history()) == steps + 1


def test_entries_without_a_date_are_counted_and_listed(qtbot: QtBot, opened: Opener) -> None:
    controller = opened(*two_helps(), entry("contact", None, "Gesprek op school"), today=date(2019, 4, 1))
    panel = shown(qtbot, controller)
    assert panel.undated.header.text() == "Niet meegeteld: zonder datum  ·  1"
    qtbot.mouseClick(panel.undated.header, Qt.MouseButton.LeftButton)
    (line,) = panel.undated.entry_lines()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [chosen.title for chosen in controller.selected_entries] == ["Gesprek op school"]


def test_an_open_finding_stays_open_when_the_case_is_computed_anew(qtbot: QtBot, opened: Opener) -> None:
    controller = opened(*two_helps(), today=date(2019, 4, 1))
    panel = shown(qtbot, controller)
    panel.show_finding("gap:2017-01-01")
    with qtbot.waitSignal(controller.analysis_changed):
        controller.do(editing.add_entry, entry("gebeurtenis", "2017-06-01", "Verhuizing"))
    (card,) = panel.groups[FindingKind.GAT].cards
    assert card.is_open
    assert "Verhuizing" in [line.entry.title for line in card.entry_lines()]


def test_an_empty_case_says_what_will_come_here(qtbot: QtBot, opened: Opener) -> None:
    panel = shown(qtbot, opened())
    assert panel.empty.isVisible()
    assert panel.empty.heading.text() == "Nog geen bevindingen"
    assert not any(group.isVisible() for group in panel.groups.values())


def test_hundreds_of_findings_make_few_widgets(qtbot: QtBot, opened: Opener) -> None:
    asked = [entry("hulpvraag", f"{2000 + n // 12}-{n % 12 + 1:02}-05") for n in range(300)]
    panel = shown(qtbot, opened(*asked, persons=[person("Noor", "2000-01-01", focus=True)]))
    group = panel.groups[FindingKind.HULPVRAAG]
    assert len(group.findings) == 300
    assert group.cards == []
    assert len(open_group(panel, qtbot, FindingKind.HULPVRAAG)) == MOST_CARDS
    assert group.later.text() == "Toon de volgende 40"
    qtbot.mouseClick(group.later, Qt.MouseButton.LeftButton)
    assert [card.finding for card in group.cards] == group.findings[40:80]
    last = group.findings[-1]
    panel.show_finding(last.id)
    assert [card.finding for card in group.cards] == group.findings[280:]
    assert group.cards[-1].is_open
    assert not group.later.isVisible()
    qtbot.mouseClick(group.earlier, Qt.MouseButton.LeftButton)
    assert [card.finding for card in group.cards] == group.findings[240:280]


def test_a_finding_with_many_entries_lists_some_and_then_all(qtbot: QtBot, opened: Opener) -> None:
    helps = [entry("contact", f"2019-01-{day:02}", parties="kompas") for day in range(1, 29)]
    panel = shown(qtbot, opened(*helps, today=date(2019, 4, 1)))
    cards = open_group(panel, qtbot, FindingKind.ONBEKEND)
    card = max(cards, key=lambda card: len(card.finding.entry_ids))
    assert len(card.finding.entry_ids) == 28
    card.set_open(True)
    assert len(card.entry_lines()) == MOST_ENTRIES
    assert card.rest is not None
    qtbot.mouseClick(card.rest, Qt.MouseButton.LeftButton)
    assert len(card.entry_lines()) == 28


def test_text_of_a_dossier_is_never_markup(qtbot: QtBot, opened: Opener) -> None:
    panel = shown(qtbot, opened(*two_helps(), persons=[person("<b>Noor</b>", "2010-01-01", focus=True)]))
    labels = panel.findChildren(QLabel)
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels if label.text())


def test_the_life_domains_are_a_picture_of_which_a_strip_selects_what_tells_of_it(qtbot: QtBot, opened: Opener) -> None:
    controller = opened(
        entry("signaal", "2017-02-01", "Huurachterstand", id="geld", domains=("financiën",)),
        *two_helps(domains=("onderwijs",)),
        today=date(2019, 4, 1),
    )
    panel = shown(qtbot, controller)
    section = panel.domains
    assert section.isVisible()
    assert section.picture.items == ()

    qtbot.mouseClick(section.header, Qt.MouseButton.LeftButton)
    assert "financiën: nooit hulp" in section.picture.accessibleDescription()
    strip = next(one for one in section.picture.items if getattr(one, "label", "").startswith("financiën"))
    x, y, width, height = strip.bounds
    place = QPoint(round((x + width / 2) * SCALE), round((y + height / 2) * SCALE))
    assert section.picture.words_at(place) == "financiën: 1 probleem, nooit hulp"
    qtbot.mouseClick(section.picture, Qt.MouseButton.LeftButton, pos=place)

    assert list(controller.selection) == ["geld"]
    (card,) = open_group(panel, qtbot, FindingKind.LEEFGEBIED)
    assert "het leefgebied financiën" in card.sentence.text()


def test_without_domains_there_is_no_picture_of_them(qtbot: QtBot, opened: Opener) -> None:
    panel = shown(qtbot, opened(*two_helps(), today=date(2019, 4, 1)))
    assert not panel.domains.isVisible()
