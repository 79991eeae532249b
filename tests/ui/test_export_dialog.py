"""Saving a case as a picture or a table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.acting import click, is_freed, is_freed_on_close, show, type_in
from tests.ui.gates import Gate, gate
from tijdlijn.layout.sheet import SLIDE
from tijdlijn.model.progress import STOPPED, Progress
from tijdlijn.model.sessions import Consent
from tijdlijn.model.views import Arrangement, Filter, LaneBy, View
from tijdlijn.model.vocabulary import Kind
from tijdlijn.services import outgoing
from tijdlijn.services.exporting import ExportOptions, check_ending
from tijdlijn.services.sessions import keep_consent
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


@pytest.mark.parametrize("ending", [found.ending for found in FORMATS if found.ending != ".ics"])
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
    assert dialog.options == ExportOptions("A3", landscape=True, pseudonyms=True)
    dialog.paper.setCurrentText("A1")
    dialog.lying.setCurrentText("staand")
    assert dialog.options == ExportOptions("A1", landscape=False, pseudonyms=True)
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


# A selection, a period, a slide


def drawn(dialog: ExportDialog) -> str:
    return dialog.place.path.read_text("utf-8")


def with_selection(qtbot: QtBot, controller: CaseController, folder: Path) -> ExportDialog:
    controller.select([entry.id for entry in controller.case.timeline[:2]])
    return show(qtbot, ExportDialog(controller, folder=folder))


def test_what_is_selected_can_be_saved_alone_and_the_picture_says_so(
    qtbot: QtBot, controller: CaseController, tmp_path: Path
) -> None:
    dialog, rest = with_selection(qtbot, controller, tmp_path), controller.case.timeline[2]
    dialog.formats.choose(".svg")
    save(qtbot, dialog)
    assert rest.title in drawn(dialog)
    assert "zijn gekozen" not in drawn(dialog)
    dialog.shown_as.setFocus()
    qtbot.keyClick(dialog.shown_as, Qt.Key.Key_Down)
    assert dialog.shown_as.currentText() == "Alleen de selectie (2 regels)"
    save(qtbot, dialog)
    assert rest.title not in drawn(dialog)
    assert all(entry.title in drawn(dialog) for entry in controller.case.timeline[:2])
    assert "Alleen 2 regels die zijn gekozen; 1 regel is weggelaten." in drawn(dialog)
    assert is_freed_on_close(dialog)


def test_one_selected_entry_is_no_selection_to_save(qtbot: QtBot, controller: CaseController, tmp_path: Path) -> None:
    controller.select([controller.case.timeline[0].id])
    dialog = show(qtbot, ExportDialog(controller, folder=tmp_path))
    assert dialog.shown_as.count() == 1
    assert is_freed_on_close(dialog)


def test_a_selection_has_the_lanes_of_the_screen_and_no_filter(
    qtbot: QtBot, controller: CaseController, tmp_path: Path
) -> None:
    by_person = Arrangement((LaneBy.PERSOON,))
    controller.set_view(View(arrangement=by_person, filter=Filter(kinds=frozenset({Kind.CONTACT}))))
    dialog = with_selection(qtbot, controller, tmp_path)
    dialog.shown_as.setCurrentIndex(2)
    assert dialog.options.view == View(arrangement=by_person)
    assert dialog.options.only == frozenset(controller.selection)
    assert is_freed_on_close(dialog)


def test_a_period_is_typed_or_taken_from_what_is_in_view(
    qtbot: QtBot, controller: CaseController, tmp_path: Path
) -> None:
    days = (date(2018, 1, 1), date(2018, 12, 31))
    dialog = show(qtbot, ExportDialog(controller, folder=tmp_path, in_view=days))
    assert dialog.options.period == (None, None)
    click(qtbot, dialog.use_view)
    assert (dialog.period.first.text(), dialog.period.last.text()) == ("1-1-2018", "31-12-2018")
    assert dialog.options.period == days
    assert "periode" in dialog.look_text.text()
    dialog.formats.choose(".svg")
    save(qtbot, dialog)
    assert "van eerder of later" in drawn(dialog)
    with qtbot.waitSignal(dialog.period.changed):
        type_in(qtbot, dialog.period.last, "ooit")
    qtbot.waitUntil(lambda: not dialog.ok.isEnabled())
    assert "geen datum" in dialog.remark.text()
    assert is_freed_on_close(dialog)


def test_where_no_days_are_in_view_they_are_not_offered(qtbot: QtBot, dialog: ExportDialog) -> None:
    assert not dialog.use_view.isVisible()
    assert is_freed_on_close(dialog)


def test_a_slide_fills_a_screen_of_1920_by_1080(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.paper.setFocus()
    qtbot.keyClick(dialog.paper, Qt.Key.Key_End)
    assert dialog.options.paper == SLIDE
    assert not dialog.lying.isEnabled()
    save(qtbot, dialog)
    assert Image.open(BytesIO(dialog.place.path.read_bytes())).size == (1920, 1080)
    assert is_freed_on_close(dialog)


def test_why_a_picture_gets_pseudonyms_is_said_where_it_does(
    qtbot: QtBot, controller: CaseController, dialog: ExportDialog, tmp_path: Path
) -> None:
    assert "toestemming" in dialog.names.text.text()
    assert (dialog.names.is_on, dialog.names.switch.isEnabled()) == (True, False)
    dialog.formats.choose(".docx")
    assert "toestemming" not in dialog.names.text.text()
    assert (dialog.names.is_on, dialog.names.switch.isEnabled()) == (False, True)
    qtbot.keyClick(dialog.names.switch, Qt.Key.Key_Space)
    dialog.formats.choose(".png")
    dialog.formats.choose(".csv")
    assert dialog.names.is_on
    assert is_freed_on_close(dialog)
    controller.do(keep_consent, Consent("c", purpose="bespreken", who="Moeder", given=date(2020, 1, 1)))
    again = show(qtbot, ExportDialog(controller, folder=tmp_path))
    assert "toestemming" not in again.names.text.text()
    assert not again.names.is_on
    assert is_freed_on_close(again)


# Stopping


@pytest.fixture
def held() -> Iterator[Gate]:
    with gate() as made:
        yield made


def begun(qtbot: QtBot, dialog: ExportDialog, held: Gate) -> Path:
    """A table on its way to a file that is there already, held before it is written."""
    dialog.formats.choose(".csv")
    path = dialog.place.path
    path.write_text("oud")
    click(qtbot, dialog.ok)
    qtbot.waitUntil(lambda: held.is_reached)
    return path


def hold_rows(monkeypatch: pytest.MonkeyPatch, held: Gate) -> None:
    """Have the rows of a table wait half way, when two of four were told."""

    def rows(_case: object, _options: object, progress: Progress) -> bytes:
        progress(2, 4)
        held.wait()
        progress(3, 4)
        return b"nieuw"

    monkeypatch.setattr("tijdlijn.services.exporting._MAKERS", {".csv": rows})


def test_it_shows_how_far_it_is_and_stopping_leaves_the_old_file(
    qtbot: QtBot, dialog: ExportDialog, held: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_rows(monkeypatch, held)
    path = begun(qtbot, dialog, held)
    qtbot.waitUntil(lambda: (dialog.progress.value(), dialog.progress.maximum()) == (2, 4))
    assert not dialog.place.isEnabled()
    click(qtbot, dialog.stop)
    assert dialog.problem.text() == STOPPED
    assert not dialog.is_busy
    assert dialog.ok.isEnabled()
    assert not dialog.stop.isVisible()
    held.open()
    assert path.read_text() == "oud"
    assert list(path.parent.glob(".*")) == []
    assert not dialog.done_text.isVisible()
    assert is_freed_on_close(dialog)


@pytest.mark.parametrize("by_key", [True, False])
def test_closing_it_while_it_works_stops_the_work(
    qtbot: QtBot, dialog: ExportDialog, held: Gate, monkeypatch: pytest.MonkeyPatch, by_key: bool
) -> None:
    hold_rows(monkeypatch, held)
    path = begun(qtbot, dialog, held)
    assert is_freed(dialog, (lambda: qtbot.keyClick(dialog, Qt.Key.Key_Escape)) if by_key else dialog.close)
    held.open()
    assert path.read_text() == "oud"
    assert list(path.parent.glob(".*")) == []


def test_once_it_is_written_it_is_too_late_to_stop(
    qtbot: QtBot, dialog: ExportDialog, held: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outgoing, "write_file", held.before(outgoing.write_file))
    path = begun(qtbot, dialog, held)
    click(qtbot, dialog.stop)
    dialog.close()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.is_busy
    held.open()
    qtbot.waitUntil(dialog.done_text.isVisible)
    assert path.read_text().startswith("date")
    assert dialog.problem.text() == ""
    assert is_freed_on_close(dialog)
