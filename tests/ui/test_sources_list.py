"""The list of sources: how many entries rest on each, those entries alone, and what is known of a source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.builders import entry
from tests.ui.acting import click, show
from tests.ui.opened import opener
from tijdlijn.model.entries import Citation, Source
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.sources_list import SourcesList


@pytest.fixture
def controller(tmp_path: Path, qtbot: QtBot) -> Iterator[CaseController]:
    with opener(tmp_path, qtbot) as opened:
        yield opened(
            entry("contact", "2019", "Huisbezoek", id="een", citations=(Citation("in", "1"), Citation("in", "2"))),
            entry("contact", "2020", "Gesprek", id="twee", citations=(Citation("in"), Citation("raad"))),
            entry("contact", "2021", "Zonder", id="drie"),
            sources=(Source("in", "Intake"), Source("raad", "Rapport", genre="raadsrapport"), Source("los", "Brief")),
        )


@pytest.fixture
def sources(qtbot: QtBot, controller: CaseController) -> SourcesList:
    made = show(qtbot, SourcesList(controller), 300, 600)
    controller.case_changed.connect(made.refresh)
    return made


def test_each_source_says_how_many_entries_rest_on_it(sources: SourcesList) -> None:
    told = {id_: (row.text(), row.detail, row.count) for id_, row in sources.rows.items()}
    assert told == {
        "in": ("Intake", "document", "2"),
        "raad": ("Rapport", "raadsrapport", "1"),
        "los": ("Brief", "document", ""),
    }


def test_a_click_shows_its_entries_alone_and_a_second_all(
    qtbot: QtBot, controller: CaseController, sources: SourcesList
) -> None:
    click(qtbot, sources.rows["raad"])
    assert controller.shown == frozenset({"twee"})
    assert sources.rows["raad"].isChecked()
    click(qtbot, sources.rows["raad"])
    assert controller.shown is None


def test_what_is_known_of_a_source_is_changed_in_the_list(
    qtbot: QtBot, controller: CaseController, sources: SourcesList
) -> None:
    sources.edit("in")
    assert sources.form is not None
    sources.form.agency.setText("Wijkteam")
    sources.form.date.setText("ooit eens")
    qtbot.keyClick(sources.form.name, Qt.Key.Key_Return)
    assert controller.case.sources_by_id["in"].agency == ""
    sources.form.date.setText("9 maart 2016")
    qtbot.keyClick(sources.form.name, Qt.Key.Key_Return)
    changed = controller.case.sources_by_id["in"]
    assert (changed.agency, changed.date.edtf if changed.date else "") == ("Wijkteam", "2016-03-09")
    assert sources.form is None
    assert sources.rows["in"].detail == "Wijkteam · 9 maart 2016"
    controller.undo()
    assert controller.case.sources_by_id["in"].agency == ""


def test_escape_leaves_a_source_as_it_was(qtbot: QtBot, controller: CaseController, sources: SourcesList) -> None:
    sources.edit("in")
    assert sources.form is not None
    sources.form.name.setText("Iets anders")
    qtbot.keyClick(sources.form.name, Qt.Key.Key_Escape)
    assert controller.case.sources_by_id["in"].title == "Intake"
    assert sources.rows["in"].isVisible()
