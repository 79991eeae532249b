"""Saving a case as a picture or a table."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.acting import click, is_freed_on_close, show, type_in
from tijdlijn.model.views import Arrangement, Filter, LaneBy, View
from tijdlijn.model.vocabulary import Kind
from tijdlijn.services.exporting import ExportOptions, check_ending
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.export_dialog import FORMATS, ExportDialog

STARTS = {
    ".svg": b"<svg",
    ".png": b"\x89PNG",
    ".docx": b"PK",
    ".ods": b"PK",
    ".xlsx": b"PK",
    ".json": b"{",
}


@pytest.fixture
def dialog(qtbot: QtBot, controller: CaseController, tmp_path: Path) -> ExportDialog:
    return show(qtbot, ExportDialog(controller, folder=tmp_path))


def save(qtbot: QtBot, dialog: ExportDialog) -> None:
    click(qtbot, dialog.ok)
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=20_000)


def test_every_kind_that_is_offered_can_be_written() -> None:
    for found in FORMATS:
        check_ending(Path(f"x{found.ending}"))


@pytest.mark.parametrize("ending", [found.ending for found in FORMATS])
def test_a_case_is_saved_and_it_says_where(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, ending: str) -> None:
    dialog.formats.choose(ending)
    assert dialog.place.path == tmp_path / f"tijdlijn{ending}"
    save(qtbot, dialog)
    data = (tmp_path / f"tijdlijn{ending}").read_bytes()
    assert STARTS.get(ending, b"date") in data[:400].lstrip(b"\xef\xbb\xbf") or ending == ".csv"
    assert data
    assert f"tijdlijn{ending}" in dialog.done_text.text()
    assert str(tmp_path) in dialog.done_text.text()
    assert is_freed_on_close(dialog)


def test_paper_is_asked_for_only_where_it_means_something(qtbot: QtBot, dialog: ExportDialog) -> None:
    assert dialog.paper.isEnabled()
    assert dialog.options == ExportOptions("A3", landscape=True)
    dialog.paper.setCurrentText("A1")
    dialog.lying.setCurrentText("staand")
    assert dialog.options == ExportOptions("A1", landscape=False)
    dialog.formats.choose(".csv")
    assert not dialog.paper.isEnabled()
    assert is_freed_on_close(dialog)


def test_it_warns_before_a_file_is_replaced(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    (tmp_path / "oud.png").touch()
    type_in(qtbot, dialog.place.line, str(tmp_path / "oud.png"))
    assert "vervangen" in dialog.remark.text()
    assert is_freed_on_close(dialog)


def test_a_place_that_cannot_be_written_is_told_and_can_be_changed(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.formats.choose(".csv")
    type_in(qtbot, dialog.place.line, str(tmp_path / "geen" / "map.csv"))
    save(qtbot, dialog)
    assert "de map bestaat niet" in dialog.problem.text()
    assert dialog.place.isEnabled()
    assert is_freed_on_close(dialog)


def test_without_a_name_there_is_nothing_to_press(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.place.line.clear()
    assert not dialog.ok.isEnabled()
    assert is_freed_on_close(dialog)


def test_what_is_on_the_screen_is_offered_when_it_is_not_everything(
    qtbot: QtBot, controller: CaseController, tmp_path: Path
) -> None:
    view = View(arrangement=Arrangement((LaneBy.PERSOON,)), filter=Filter(kinds=frozenset({Kind.CONTACT})))
    controller.set_view(view)
    dialog = show(qtbot, ExportDialog(controller, folder=tmp_path))
    assert dialog.shown_as.isEnabled()
    assert dialog.options.view == view
    assert "Banen per persoon. Alleen contacten: 1 van 3 regels." in dialog.look_text.text()
    save(qtbot, dialog)
    assert (tmp_path / "tijdlijn.png").read_bytes()[:4] == b"\x89PNG"
    dialog.shown_as.setCurrentIndex(1)
    assert dialog.options.view is None
    assert dialog.look_text.text() == "Alle 3 regels, niets verborgen."
    dialog.formats.choose(".csv")
    assert not dialog.shown_as.isEnabled()
    assert is_freed_on_close(dialog)


def test_nothing_is_asked_when_the_screen_shows_everything(qtbot: QtBot, dialog: ExportDialog) -> None:
    assert not dialog.shown_as.isEnabled()
    assert dialog.options.view is None
    assert is_freed_on_close(dialog)
