"""A case as a package and back, as a user does it: two sheets, and the window shows what came in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from tests.ui.acting import click, is_freed, is_freed_on_close, show, type_in
from tests.ui.gates import gate
from tijdlijn.model.progress import STOPPED
from tijdlijn.services import packaging_case
from tijdlijn.services.packaging_case import ENDING, read_package_file
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.package_dialog import PackDialog, UnpackDialog

SECRET = "zebra vader vierkant oud hark"


@pytest.fixture
def packing(qtbot: QtBot, controller: CaseController, tmp_path: Path) -> Iterator[PackDialog]:
    yield show(qtbot, PackDialog(controller, folder=tmp_path))
    QThreadPool.globalInstance().waitForDone()


def fill(qtbot: QtBot, dialog: PackDialog, again: str = SECRET) -> None:
    type_in(qtbot, dialog.chosen.secret.line, SECRET)
    type_in(qtbot, dialog.chosen.again.line, again)


def test_a_case_goes_out_and_comes_in_beside_itself(
    qtbot: QtBot, controller: CaseController, packing: PackDialog, tmp_path: Path
) -> None:
    fill(qtbot, packing)
    click(qtbot, packing.ok)
    qtbot.waitUntil(packing.done_text.isVisible)

    path = packing.place.path
    assert (path.suffix, path.parent, path.exists()) == (ENDING, tmp_path, True)
    assert packing.chosen.text == ""
    assert read_package_file(path, SECRET, controller.case.today).case == controller.case
    reading, shown = show(qtbot, UnpackDialog(controller)), []
    reading.taken.connect(shown.append)
    type_in(qtbot, reading.place.line, str(path))
    type_in(qtbot, reading.secret.line, SECRET)
    click(qtbot, reading.ok)
    qtbot.waitUntil(lambda: bool(shown))

    assert controller.book.case(shown[0]).entries == controller.case.entries
    assert len(controller.book.cases()) == 2


def test_two_passwords_that_differ_write_nothing(qtbot: QtBot, packing: PackDialog) -> None:
    fill(qtbot, packing, "iets anders dan dat")
    click(qtbot, packing.ok)

    assert "niet gelijk" in packing.problem.text()
    assert not packing.place.path.exists()


def test_a_wrong_password_is_told_in_the_sheet(qtbot: QtBot, controller: CaseController, packing: PackDialog) -> None:
    fill(qtbot, packing)
    click(qtbot, packing.ok)
    qtbot.waitUntil(packing.done_text.isVisible)
    reading = show(qtbot, UnpackDialog(controller))
    type_in(qtbot, reading.place.line, str(packing.place.path))
    type_in(qtbot, reading.secret.line, "fout")
    click(qtbot, reading.ok)

    qtbot.waitUntil(reading.problem.isVisible)
    assert "onjuist" in reading.problem.text()
    assert len(controller.book.cases()) == 1


def test_what_is_missing_is_said_before_any_work(qtbot: QtBot, controller: CaseController) -> None:
    reading = show(qtbot, UnpackDialog(controller))
    click(qtbot, reading.ok)
    assert "Kies eerst" in reading.problem.text()
    type_in(qtbot, reading.place.line, "x.tijdlijn-pakket")
    click(qtbot, reading.ok)
    assert "Vul het wachtwoord" in reading.problem.text()


def test_both_sheets_are_freed_on_close(qtbot: QtBot, controller: CaseController, tmp_path: Path) -> None:
    assert is_freed_on_close(PackDialog(controller, folder=tmp_path))
    assert is_freed_on_close(UnpackDialog(controller))


def test_a_package_that_is_stopped_leaves_the_old_one(
    qtbot: QtBot, packing: PackDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = packing.place.path
    path.write_text("oud")
    fill(qtbot, packing)
    with gate() as held:
        monkeypatch.setattr(packaging_case, "package_bytes", held.before(packaging_case.package_bytes))
        click(qtbot, packing.ok)
        qtbot.waitUntil(lambda: held.is_reached)
        click(qtbot, packing.stop)
        assert packing.problem.text() == STOPPED
        assert packing.chosen.text == SECRET
    assert path.read_text() == "oud"
    assert list(path.parent.glob(".*.tmp*")) == []
    assert is_freed_on_close(packing)


@pytest.mark.parametrize("by_closing", [True, False])
def test_reading_in_can_be_stopped_and_changes_nothing(
    qtbot: QtBot, controller: CaseController, packing: PackDialog, monkeypatch: pytest.MonkeyPatch, by_closing: bool
) -> None:
    fill(qtbot, packing)
    click(qtbot, packing.ok)
    qtbot.waitUntil(packing.done_text.isVisible)
    reading, shown = show(qtbot, UnpackDialog(controller)), []
    reading.taken.connect(shown.append)
    type_in(qtbot, reading.place.line, str(packing.place.path))
    type_in(qtbot, reading.secret.line, SECRET)
    with gate() as held:
        monkeypatch.setattr(packaging_case, "read_package", held.before(packaging_case.read_package))
        click(qtbot, reading.ok)
        qtbot.waitUntil(lambda: held.is_reached)
        if by_closing:
            assert is_freed(reading, reading.close)
        else:
            click(qtbot, reading.stop)
            assert reading.problem.text() == "Afgebroken; er is niets ingelezen."
            assert reading.ok.isEnabled()
    assert len(controller.book.cases()) == 1
    assert shown == []
