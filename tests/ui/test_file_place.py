"""The line with a file: no names of people, an ending that goes with the kind; a name that somebody gave stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.acting import click, show, type_in
from tijdlijn.services.files import name_for
from tijdlijn.ui.dialogs.file_place import FilePlace, SourcePlace


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> FilePlace:
    return show(qtbot, FilePlace("tijdlijn-1", ".png", "PNG", tmp_path), 500, 60)


@pytest.mark.parametrize(
    ("code", "more", "name"),
    [
        ("2023-04", ("2023-11-14",), "wat-2023-04-2023-11-14"),
        ("../a b", (), "wat-a-b"),
        ("", ("",), "wat"),
        ("C:\\x|y", (), "wat-C--x-y"),
    ],
)
def test_a_name_holds_the_code_as_far_as_a_file_can_be_called_so(code: str, more: tuple[str, ...], name: str) -> None:
    assert name_for("wat", code, *more) == name


def test_a_proposed_name_follows_the_kind_and_is_never_that_of_a_file_that_is_there(
    place: FilePlace, tmp_path: Path
) -> None:
    (tmp_path / "verslag.pdf").touch()
    assert place.path == tmp_path / "tijdlijn-1.png"
    place.set_kind("verslag", ".pdf", "PDF")
    assert place.path == tmp_path / "verslag-2.pdf"


def test_a_name_that_somebody_gave_stays_and_gets_the_ending(qtbot: QtBot, place: FilePlace, tmp_path: Path) -> None:
    type_in(qtbot, place.line, "voor de raad.png")
    place.set_kind("verslag", ".pdf", "PDF")
    assert place.path == tmp_path / "voor de raad.pdf"
    type_in(qtbot, place.line, "versie 1.2")
    place.set_kind("verslag", ".csv", "CSV")
    assert place.path == tmp_path / "versie 1.2.csv"


def test_it_says_what_comes_of_the_file(qtbot: QtBot, place: FilePlace, tmp_path: Path) -> None:
    assert "niet versleuteld" in place.said(False)
    assert "Alleen wie het wachtwoord heeft" in place.said(True)
    place.path.touch()
    assert "vervangen" in place.said(True)
    with qtbot.waitSignal(place.changed):
        place.line.clear()
    assert (place.has_name, place.said(False)) == (False, "Geef het bestand een naam.")


def test_browsing_offers_the_kind_and_takes_what_is_chosen(
    qtbot: QtBot, place: FilePlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []
    chosen = [str(tmp_path / "x.pdf"), ""]

    def choose(*given: object, **_: object) -> tuple[str, str]:
        asked.append(given)
        return chosen.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    place.set_kind("verslag", ".pdf", "PDF")
    click(qtbot, place.browse)
    assert asked[0][2:] == (str(tmp_path / "verslag.pdf"), "PDF (*.pdf)")
    assert place.path == tmp_path / "x.pdf"
    click(qtbot, place.browse)
    assert place.path == tmp_path / "x.pdf"


def test_a_file_to_read_keeps_the_name_it_has(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = show(qtbot, SourcePlace(".pak", "Pakket", tmp_path), 500, 80)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "oud.zip"), ""))
    with qtbot.waitSignal(place.chosen):
        click(qtbot, place.browse)
    assert place.path == tmp_path / "oud.zip"
    type_in(qtbot, place.line, "daar")
    assert place.path == tmp_path / "daar"
