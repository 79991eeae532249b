"""The audit log on the screen, as a privacy officer uses it; and what the window notes of what leaves by it."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.books import logged
from tests.ui.acting import click, is_freed_on_close, show, type_in
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.exporting import export_case
from tijdlijn.services.log_words import Group
from tijdlijn.services.logbook import Log
from tijdlijn.storage.audit import Event, Line
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.logbook.dialog import GROUPS, OWN, TODAY, LogDialog
from tijdlijn.ui.logbook.table import WHAT


@pytest.fixture
def dialog(qtbot: QtBot, controller: CaseController, tmp_path: Path) -> Iterator[LogDialog]:
    export_case(controller.book, controller.case.id, tmp_path / "eerder.csv")
    made = show(qtbot, LogDialog(controller.book, folder=tmp_path))
    qtbot.waitUntil(lambda: bool(made.table.shown.rows))
    yield made
    QThreadPool.globalInstance().waitForDone()


def shown(dialog: LogDialog) -> list[str]:
    model = dialog.table.shown
    return [str(model.data(model.index(row, WHAT))) for row in range(model.rowCount())]


def test_it_says_that_the_chain_holds_and_what_happened(dialog: LogDialog) -> None:
    assert "De keten klopt (3 regels)" in dialog.chain_text.text()
    assert shown(dialog) == ["Bewaard als CSV-tabel, met namen", "Gewijzigd", "Casusboek gemaakt"]
    assert dialog.counted.text() == "3 regels"
    assert is_freed_on_close(dialog)


def test_a_line_that_was_tampered_with_is_told_in_alarm(qtbot: QtBot, controller: CaseController) -> None:
    with controller.book._file.noting() as raw:
        raw.execute("UPDATE audit SET detail = '{}' WHERE number = 2")
    made = show(qtbot, LogDialog(controller.book))
    qtbot.waitUntil(lambda: "Regel 2 van het logboek klopt niet" in made.chain_text.text())
    assert made.chain.property("role") == "alarm"
    assert is_freed_on_close(made)


def test_kind_person_and_period_are_filtered(qtbot: QtBot, dialog: LogDialog) -> None:
    dialog.kind.setCurrentIndex(GROUPS.index(Group.LEFT))
    assert shown(dialog) == ["Bewaard als CSV-tabel, met namen"]
    dialog.kind.setCurrentIndex(0)
    assert dialog.person.count() == 2
    dialog.person.setCurrentIndex(1)
    dialog.period.setCurrentIndex(TODAY)
    assert len(shown(dialog)) == 3
    dialog.period.setCurrentIndex(OWN)
    assert dialog.first.isVisible()
    type_in(qtbot, dialog.last.line, "1 maart 2001")
    dialog.table.setFocus()
    assert shown(dialog) == []
    assert not dialog.save.isEnabled()
    assert is_freed_on_close(dialog)


def test_what_is_shown_goes_to_a_table_and_that_is_noted_and_shown(
    qtbot: QtBot, dialog: LogDialog, controller: CaseController
) -> None:
    dialog.kind.setCurrentIndex(GROUPS.index(Group.LEFT))
    click(qtbot, dialog.save)
    qtbot.waitUntil(lambda: "Bewaard:" in dialog.told.text())
    told = [*csv.reader(io.StringIO(dialog.place.path.read_text("utf-8-sig"), newline=""))]
    assert [row[4] for row in told[1:]] == ["Bewaard als CSV-tabel, met namen"]
    qtbot.waitUntil(lambda: "Logboek als CSV-tabel, 1 regel" in shown(dialog))
    assert logged(controller.book, Event.EXPORTED)[-1].detail["what"] == "logboek"
    assert is_freed_on_close(dialog)


def test_another_kind_of_file_keeps_the_name(qtbot: QtBot, dialog: LogDialog) -> None:
    dialog.format.setCurrentIndex(1)
    assert dialog.place.path.suffix == ".xlsx"
    click(qtbot, dialog.save)
    qtbot.waitUntil(lambda: "Bewaard:" in dialog.told.text())
    assert dialog.place.path.read_bytes().startswith(b"PK")
    assert is_freed_on_close(dialog)


def test_a_folder_that_is_not_there_is_told(qtbot: QtBot, dialog: LogDialog, tmp_path: Path) -> None:
    type_in(qtbot, dialog.place.line, str(tmp_path / "weg" / "x.csv"))
    click(qtbot, dialog.save)
    qtbot.waitUntil(lambda: "de map bestaat niet" in dialog.told.text())
    assert is_freed_on_close(dialog)


def test_twenty_thousand_lines_stay_quick(dialog: LogDialog) -> None:
    noon = datetime(2026, 3, 12, 12, 5, tzinfo=UTC)
    lines = tuple(
        Line(number, noon + timedelta(minutes=number), "jan", "pc", "geopend", "", "gelukt", {})
        for number in range(20_000, 0, -1)
    )
    dialog._show_log(Log(lines, {}, None))
    assert dialog.table.shown.rowCount() == 20_000
    begun = time.perf_counter()
    dialog.kind.setCurrentIndex(GROUPS.index(Group.OPENED))
    dialog.table.scrollToBottom()
    dialog.repaint()
    assert time.perf_counter() - begun < 2
    assert is_freed_on_close(dialog)


# What the window notes


def test_copied_entries_are_noted_and_stay_where_they_are_when_that_cannot_be(
    qtbot: QtBot, controller: CaseController, book: OpenCasebook
) -> None:
    from tijdlijn.model.problems import Problem
    from tijdlijn.services.clipboard import copied
    from tijdlijn.ui import clipboard

    ids = [entry.id for entry in controller.case.entries[:2]]
    clipboard.put(book, controller.case.id, copied(controller.case, ids))
    (line,) = logged(book, Event.COPIED)
    assert line.detail == {"what": "regels", "pseudonyms": False, "entries": 2}
    clipboard.forget()
    book.path.rename(book.path.with_name("weg"))
    with pytest.raises(Problem, match="logboek"):
        clipboard.put(book, controller.case.id, copied(controller.case, ids))
    data = QApplication.clipboard().mimeData()
    assert data is None or not data.hasFormat(clipboard.OURS)
