"""The series of families on the screen: read in the background, added to, aligned, and taken along."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QThreadPool
from PySide6.QtWidgets import QFileDialog, QScrollArea
from pytestqt.qtbot import QtBot

from tests.analysis.test_series import troubled
from tests.books import logged, put_in
from tests.services.test_series import unlike
from tests.ui.acting import click, is_freed, is_freed_on_close, show, type_in
from tests.ui.windows import ready, window_in
from tijdlijn.analysis.series_anchor import ANCHORS, Anchor
from tijdlijn.assets import resource
from tijdlijn.services.packaging_case import write_package
from tijdlijn.services.series import export_series
from tijdlijn.storage.audit import Event
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.main_window import MainWindow
from tijdlijn.ui.series import dialog as dialog_module
from tijdlijn.ui.series.dialog import SeriesDialog
from tijdlijn.ui.series.table import BEFORE

KEY = "correct paard batterij"


@pytest.fixture
def dialog(qtbot: QtBot, controller: CaseController, tmp_path: Path) -> Iterator[SeriesDialog]:
    """The series of a casebook with two families: that of the controller, and one that was placed."""
    put_in(controller.book, unlike(troubled()))
    made = show(qtbot, SeriesDialog(controller.book, folder=tmp_path), 1100, 720)
    waited(qtbot, made)
    yield made
    QThreadPool.globalInstance().waitForDone()


def waited(qtbot: QtBot, made: SeriesDialog) -> None:
    qtbot.waitUntil(lambda: made._watch is None)


def shown(made: SeriesDialog, column: str = "gezin") -> list[str]:
    """What stands in a column of the table, from top to bottom."""
    model = made.table.model()
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    at = heads.index(column)
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def test_the_families_of_the_casebook_without_their_names(dialog: SeriesDialog) -> None:
    assert dialog.counted.text() == "2 gezinnen"
    assert shown(dialog) == ["Gezin 1", "Gezin 2"]
    assert shown(dialog, "uhp") == ["0", "1"]
    assert "Elke rij kan een gezin herkenbaar maken" in dialog.warning.text()
    texts = " ".join((*shown(dialog, "jeugdigen"), dialog.windowTitle(), dialog.aligned.accessibleDescription()))
    assert not any(name in texts for name in ("Noor", "Sem", "Gezin Proef"))
    assert is_freed_on_close(dialog)


def test_looking_is_not_in_the_log_and_taking_along_is(
    qtbot: QtBot, dialog: SeriesDialog, controller: CaseController, tmp_path: Path
) -> None:
    assert logged(controller.book, Event.EXPORTED) == []

    click(qtbot, dialog.save)
    waited(qtbot, dialog)

    assert (tmp_path / "casusreeks.xlsx").read_bytes().startswith(b"PK")
    assert "Bewaard: casusreeks.xlsx" in dialog.told.text()
    (line,) = logged(controller.book, Event.EXPORTED)
    assert (line.detail["what"], line.detail["families"]) == ("reeks", 2)
    assert is_freed_on_close(dialog)


def test_a_pdf_without_the_rows(qtbot: QtBot, dialog: SeriesDialog, tmp_path: Path) -> None:
    dialog.format.setCurrentIndex(1)
    click(qtbot, dialog.rows)

    assert not dialog.warning.isVisible()
    assert not dialog.options.with_rows
    click(qtbot, dialog.save)
    waited(qtbot, dialog)

    assert (tmp_path / "casusreeks.pdf").read_bytes().startswith(b"%PDF")
    assert is_freed_on_close(dialog)


def test_a_press_on_a_head_sorts_by_that_figure(qtbot: QtBot, dialog: SeriesDialog) -> None:
    header = dialog.table.horizontalHeader()
    at = BEFORE + [column.short for column in dialog.table.rows.columns].index("uhp")
    dialog.table.scrollTo(dialog.table.model().index(0, at))
    place = QPoint(header.sectionViewportPosition(at) + 12, header.height() // 2)

    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert shown(dialog) == ["Gezin 2", "Gezin 1"]
    assert is_freed_on_close(dialog)


def test_columns_are_chosen_and_at_least_one_stays(dialog: SeriesDialog) -> None:
    for tick in dialog.columns.ticks.values():
        if tick.isChecked():
            tick.trigger()

    assert [column.short for column in dialog.table.rows.columns] == ["kosten"]
    assert [group.label.partition(":")[0] for group in _groups(dialog.spreads.items)] == ["Kosten"]
    assert is_freed_on_close(dialog)


def test_the_families_are_aligned_on_another_moment(dialog: SeriesDialog) -> None:
    dialog.tabs.setCurrentIndex(1)
    assert dialog.chosen_anchor is Anchor.UITHUISPLAATSING
    assert "1 gezin heeft geen uithuisplaatsing" in dialog.about_aligned.text()
    assert _strips(dialog) == ["Gezin 2"]

    dialog.anchor.setCurrentIndex(ANCHORS.index(Anchor.HULPVRAAG))

    assert _strips(dialog) == ["Gezin 1", "Gezin 2"]
    assert "de eerste hulpvraag" in dialog.aligned.accessibleDescription()
    assert is_freed_on_close(dialog)


def test_a_strip_says_in_words_what_it_shows(dialog: SeriesDialog) -> None:
    dialog.tabs.setCurrentIndex(1)
    strip = next(group for group in _groups(dialog.aligned.items) if group.label.startswith("Gezin 2"))
    left, top, _, _ = strip.bounds
    place = QPoint(round((left + 40) * 1.4), round((top + 6) * 1.4))

    assert dialog.aligned.words_at(place).startswith("Gezin 2, in de 180 dagen ervoor: een ultimatum (zeker)")
    assert dialog.aligned.words_at(QPoint(2, 2)) == ""
    assert is_freed_on_close(dialog)


def test_a_picture_scrolls_by_the_keys(qtbot: QtBot, dialog: SeriesDialog) -> None:
    dialog.tabs.setCurrentIndex(2)
    area = dialog.tabs.currentWidget()
    assert isinstance(area, QScrollArea)
    area.setFocus()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)

    qtbot.keyClick(area, Qt.Key.Key_PageDown)

    assert area.verticalScrollBar().value() > 0
    assert is_freed_on_close(dialog)


def test_exports_join_at_once_and_a_broken_one_is_said(
    qtbot: QtBot, dialog: SeriesDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "kapot.json"
    broken.write_text("{")
    chosen = [str(broken), str(resource("example", "reeks", "gezin-01.json"))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))

    click(qtbot, dialog.add)
    waited(qtbot, dialog)

    assert dialog.counted.text() == "3 gezinnen"
    assert "kapot.json is geen JSON-export" in dialog.told.text()
    assert not dialog.closed.isVisible()
    assert is_freed_on_close(dialog)


def test_a_package_asks_its_passphrase_and_a_wrong_one_makes_wait(
    qtbot: QtBot, dialog: SeriesDialog, controller: CaseController, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "a.tijdlijn-pakket"
    write_package(controller.book, controller.case.id, package, KEY)
    dialog.gathering = dialog_module.Gathering(controller.book.today)
    monkeypatch.setattr(dialog_module, "wait_seconds", lambda tries: 0.0)
    dialog.add_files([package])
    assert dialog.closed.isVisible()
    assert not dialog.closed.open_button.isEnabled()

    type_in(qtbot, dialog.closed.secret.line, "verkeerd")
    qtbot.keyClick(dialog.closed.secret.line, Qt.Key.Key_Return)
    waited(qtbot, dialog)
    assert "Het wachtwoord is onjuist" in dialog.told.text()
    assert dialog.closed.isVisible()
    assert dialog.closed.secret.text == ""

    type_in(qtbot, dialog.closed.secret.line, KEY)
    click(qtbot, dialog.closed.open_button)
    waited(qtbot, dialog)
    assert dialog.counted.text() == "1 gezin"
    assert not dialog.closed.isVisible()
    assert is_freed_on_close(dialog)


def test_the_example_is_offered_where_there_is_nothing_to_compare(
    qtbot: QtBot, controller: CaseController, tmp_path: Path
) -> None:
    made = show(qtbot, SeriesDialog(controller.book, folder=tmp_path))
    waited(qtbot, made)
    assert made.counted.text() == "1 gezin"

    click(qtbot, made.add_example)
    waited(qtbot, made)

    assert made.counted.text() == "12 gezinnen"
    assert not made.add_example.isVisible()
    assert is_freed_on_close(made)


def test_reading_can_be_stopped_and_then_nothing_was_added(
    qtbot: QtBot, dialog: SeriesDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = []

    def export_slowly(book, series, path, options, progress) -> None:  # type: ignore[no-untyped-def]
        begun.append(True)
        while True:
            progress(1, 0)

    monkeypatch.setattr(dialog_module, "export_series", export_slowly)
    click(qtbot, dialog.save)
    qtbot.waitUntil(lambda: bool(begun))
    click(qtbot, dialog.stop)
    waited(qtbot, dialog)

    assert "Afgebroken" in dialog.told.text()
    assert not (tmp_path / "casusreeks.xlsx").exists()
    assert dialog.save.isEnabled()
    assert export_series is not export_slowly
    assert is_freed_on_close(dialog)


def test_escape_leaves_it(qtbot: QtBot, dialog: SeriesDialog) -> None:
    assert is_freed(dialog, lambda: qtbot.keyClick(dialog, Qt.Key.Key_Escape))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_in(tmp_path, qtbot) as made:
        yield made


def test_the_menu_opens_it(qtbot: QtBot, window: MainWindow) -> None:
    click(qtbot, window.start.example)
    ready(qtbot, window)

    window.menus.actions["series"].trigger()

    (made,) = window.findChildren(SeriesDialog)
    waited(qtbot, made)
    assert made.counted.text() == "1 gezin"
    made.close()


def _groups(items):  # type: ignore[no-untyped-def]
    return [item for item in items if getattr(item, "label", "") and ":" in item.id]


def _strips(made: SeriesDialog) -> list[str]:
    labels = [group.label for group in _groups(made.aligned.items)]
    return [label.partition(",")[0] for label in labels if label.startswith("Gezin ")]


def test_locking_leaves_nothing_of_it(qtbot: QtBot, window: MainWindow) -> None:
    click(qtbot, window.start.example)
    ready(qtbot, window)
    window.menus.actions["series"].trigger()
    (made,) = window.findChildren(SeriesDialog)
    waited(qtbot, made)

    window.locker.lock()
    qtbot.waitUntil(lambda: window.findChildren(SeriesDialog) == [])
