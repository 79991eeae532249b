"""A casebook that cannot be written, as its user meets it: bars that say why, what can be done, and nothing lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import entry, party, person
from tests.files_away import pulled_out
from tests.ui.acting import click
from tests.ui.windows import WORDS, opened, window_in
from tijdlijn.services import editing, places
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.places import Danger, Unsafe
from tijdlijn.ui.commands import CHANGES, LEAVES
from tijdlijn.ui.dialogs.conflicts import ConflictsDialog
from tijdlijn.ui.guarding import COPIES, OLDER, PLACE, STATE
from tijdlijn.ui.main_window import MainWindow
from tijdlijn.ui.notices import Notice
from tijdlijn.ui.workspace import Workspace

ENTER = Qt.Key.Key_Return


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_in(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A casebook of Noor and Kompas with one talk, closed."""
    folder = tmp_path / "map"
    folder.mkdir()
    made = folder / "casus-7.tijdlijn"
    with OpenCasebook.create(made, WORDS, title="Gezin Terpstra") as book:
        batch = editing.Batch(
            persons=(person("Noor", "2010-05-14", focus=True),),
            parties=(party("Kompas"),),
            entries=(entry("contact", "2018-03-01", "Huisbezoek", persons="noor", parties="kompas", id="bezoek"),),
        )
        editing.apply(book, book.cases()[0].id, batch, "Lees in")
    return made


def bar(qtbot: QtBot, space: Workspace, key: str) -> Notice:
    """A bar as soon as it can be seen."""
    qtbot.waitUntil(lambda: key in space.notices.bars)
    found = space.notices.bars[key]
    qtbot.waitUntil(found.isVisible)
    return found


def pressed(notice: Notice, words: str) -> QPushButton:
    return next(made for made in notice.buttons if made.text() == words)


def titles(space: Workspace) -> list[str]:
    return [one.title for one in space.controller.case.timeline]


def typed(qtbot: QtBot, space: Workspace, line: str) -> None:
    space.quick.line.setFocus()
    qtbot.keyClicks(space.quick.line, line)
    qtbot.keyClick(space.quick.line, ENTER)


def choose(monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
    """The file that the user will point out."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))


def test_a_casebook_that_another_has_is_read_until_it_is_free(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    other = OpenCasebook.open(path, WORDS)
    space = opened(qtbot, window, path)
    state = bar(qtbot, space, STATE)
    assert state.text.text().startswith("Alleen lezen: u hebt dit casusboek al open in een ander venster")
    assert [made.text() for made in state.buttons] == ["Opnieuw proberen"]
    assert not [id_ for id_ in CHANGES | LEAVES if window.actions_by_id[id_].isEnabled()]
    assert "hoort in het logboek" in window.menus.why_not("print")
    assert "niets bewaard" in window._saved.text()
    typed(qtbot, space, "2019 contact Niet kwijt")
    assert space.quick.text == "2019 contact Niet kwijt"
    assert space.trouble.isVisible()
    space.controller.select(["bezoek"])
    space.canvas.zoom(2)
    scale = space.canvas.timeline.axis.points_per_day

    editing.add_entry(other, space.controller.case.id, entry("contact", "2020-01-01", "Van de ander"))
    click(qtbot, pressed(state, "Opnieuw proberen"))
    qtbot.waitUntil(lambda: "Van de ander" in titles(space))
    assert "ergens anders geopend" in space.trouble.text.text()
    other.close()
    click(qtbot, pressed(bar(qtbot, space, STATE), "Opnieuw proberen"))
    qtbot.waitUntil(lambda: STATE not in space.notices.bars)
    assert window.workspace is space
    assert space.controller.selection == ("bezoek",)
    assert space.canvas.timeline.axis.points_per_day == scale
    assert window.actions_by_id["add"].isEnabled()
    assert space.quick.text == "2019 contact Niet kwijt"
    qtbot.keyClick(space.quick.line, ENTER)
    assert space.quick.text == ""
    assert "Niet kwijt" in titles(space)


def test_opening_the_casebook_that_is_open_leaves_it_to_be_written(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    first = opened(qtbot, window, path)
    window.opening.ask(path, WORDS)
    qtbot.waitUntil(lambda: window.workspace is not first)
    assert window.book is not None
    assert window.book.condition.can_edit
    assert window.workspace is not None
    assert window.workspace.notices.bars == {}


def test_a_deleted_file_is_said_and_all_of_it_goes_elsewhere(
    qtbot: QtBot, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    space = opened(qtbot, window, path)
    typed(qtbot, space, "2019 contact Bewaard")
    assert window._saved.text().startswith("Bewaard: ")
    path.unlink()
    typed(qtbot, space, "2020 contact Niet kwijt")
    state = bar(qtbot, space, STATE)
    assert "verwijderd" in state.text.text()
    assert "niet bewaard" in window._saved.text()
    assert not space.trouble.isVisible()
    assert not window.actions_by_id["undo"].isEnabled()
    assert space.quick.text == "2020 contact Niet kwijt"
    target = path.with_name("gered.tijdlijn")
    choose(monkeypatch, target)
    click(qtbot, pressed(state, "Opslaan als…"))
    qtbot.waitUntil(lambda: STATE not in space.notices.bars)
    assert window.workspace is space
    assert titles(space) == ["Huisbezoek", "Bewaard"]
    qtbot.keyClick(space.quick.line, ENTER)
    assert titles(space) == ["Huisbezoek", "Bewaard", "Niet kwijt"]
    assert window._saved.text().startswith("Bewaard: ")
    window.close_book()
    with OpenCasebook.open(target, WORDS) as book:
        assert len(book.case(book.cases()[0].id).entries) == 3


def test_a_file_that_was_moved_away_and_back_is_tried_again(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    space = opened(qtbot, window, path)
    away = path.rename(path.with_name("weg"))
    typed(qtbot, space, "2020 contact Niet kwijt")
    click(qtbot, pressed(bar(qtbot, space, STATE), "Opnieuw proberen"))
    qtbot.waitUntil(lambda: space.trouble.isVisible())
    assert STATE in space.notices.bars
    away.rename(path)
    click(qtbot, pressed(bar(qtbot, space, STATE), "Opnieuw proberen"))
    qtbot.waitUntil(lambda: STATE not in space.notices.bars)
    assert not space.trouble.isVisible()
    qtbot.keyClick(space.quick.line, ENTER)
    assert titles(space) == ["Huisbezoek", "Niet kwijt"]


def test_a_stick_that_is_pulled_out_is_told_at_the_next_reading_and_all_of_it_goes_elsewhere(
    qtbot: QtBot, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    space = opened(qtbot, window, path)
    with pulled_out(path):
        window.run("panel_history")
        state = bar(qtbot, space, STATE)
        assert "kan nu niet worden gelezen" in state.text.text()
        assert state.property("role") == "alarm-bar"
        assert window._saved.text() == "Het bestand kan nu niet worden gelezen."
        assert not window.actions_by_id["add"].isEnabled()
        assert not space.trouble.isVisible()
        window.menus.fill_lists()
        window.show_case("een andere")
        assert window.workspace is space
        target = path.with_name("gered.tijdlijn")
        choose(monkeypatch, target)
        click(qtbot, pressed(state, "Opslaan als…"))
        qtbot.waitUntil(lambda: STATE not in space.notices.bars)
        typed(qtbot, space, "2020 contact Verder")
        assert titles(space) == ["Huisbezoek", "Verder"]
    assert window.close_book()
    with OpenCasebook.open(target, WORDS) as book:
        assert len(book.case(book.cases()[0].id).entries) == 2


def test_a_casebook_without_a_file_is_not_closed_at_once(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    space = opened(qtbot, window, path)
    path.unlink()
    typed(qtbot, space, "2020 contact Niet kwijt")
    bar(qtbot, space, STATE)
    assert not window.close_book()
    told = space.trouble.text.text()
    assert "Kies eerst Opslaan als" in told
    assert "invoerregel" in told
    assert window.close_book()


def test_saving_over_a_file_is_refused_and_told(
    qtbot: QtBot, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    space = opened(qtbot, window, path)
    there = path.with_name("ander.tijdlijn")
    there.write_bytes(b"van een ander")
    choose(monkeypatch, there.with_suffix(""))
    there.rename(there.with_suffix(".tijdlijn"))
    window.actions_by_id["save_as"].trigger()
    qtbot.waitUntil(space.trouble.isVisible)
    assert "bestaat al" in space.trouble.text.text()
    assert there.read_bytes() == b"van een ander"
    assert window.book is not None
    assert window.book.path == path


def test_an_older_version_is_told_until_somebody_goes_on_with_it(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    older = path.with_name("kopie")
    shutil.copyfile(path, older)
    space = opened(qtbot, window, path)
    typed(qtbot, space, "2019 contact Later")
    window.close_book()
    shutil.copyfile(older, path)
    space = opened(qtbot, window, path)
    told = bar(qtbot, space, OLDER)
    assert "oudere versie" in told.text.text()
    click(qtbot, pressed(told, "Doorgaan met deze versie"))
    assert OLDER not in space.notices.bars
    window.close_book()
    assert OLDER not in opened(qtbot, window, path).notices.bars


def test_an_unsafe_place_is_told_once(
    qtbot: QtBot, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Path] = []

    def unsafe(place: Path) -> Unsafe:
        looked.append(place)
        return Unsafe(Danger.SYNC, "OneDrive")

    monkeypatch.setattr(places, "unsafe", unsafe)
    space = opened(qtbot, window, path)
    told = bar(qtbot, space, PLACE)
    assert "OneDrive" in told.text.text()
    click(qtbot, pressed(told, "Begrepen"))
    assert PLACE not in space.notices.bars
    window.close_book()
    space = opened(qtbot, window, path)
    qtbot.waitUntil(lambda: len(looked) == 2 and window.guarding._around[0] is not None)
    assert PLACE not in space.notices.bars


def test_a_conflict_copy_is_told_compared_and_opened(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    copy = path.with_name("casus-7 (conflicted copy 2026-01-02).tijdlijn")
    shutil.copyfile(path, copy)
    with OpenCasebook.open(copy, WORDS) as other:
        editing.add_entry(other, other.cases()[0].id, entry("contact", "2019-05-06", "Elders getypt"))
    space = opened(qtbot, window, path)
    told = bar(qtbot, space, COPIES)
    assert copy.name in told.text.text()
    click(qtbot, pressed(told, "Vergelijken…"))
    dialog = next(iter(window.findChildren(ConflictsDialog)))
    qtbot.waitUntil(lambda: "Elders getypt" in dialog.told.text())
    assert dialog.told.text() == "Gezin Terpstra\nAlleen in de kopie (1):\n  • 6 mei 2019: Elders getypt"
    qtbot.waitUntil(dialog.open_copy.isEnabled)
    asked: list[Path] = []
    dialog.open_asked.disconnect()
    dialog.open_asked.connect(asked.append)
    click(qtbot, dialog.open_copy)
    assert asked == [copy]
    assert told.cross is not None
    click_cross(qtbot, told)
    assert COPIES not in space.notices.bars


def click_cross(qtbot: QtBot, notice: Notice) -> None:
    """Put a bar away by its cross."""
    assert notice.cross is not None
    qtbot.mouseClick(notice.cross, Qt.MouseButton.LeftButton)


def test_a_bar_shows_its_words_as_they_are(qtbot: QtBot) -> None:
    notice = Notice("Naast <b>x</b> & y", ())
    qtbot.addWidget(notice)
    assert notice.text.textFormat() is Qt.TextFormat.PlainText
