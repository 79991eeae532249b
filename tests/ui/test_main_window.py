"""The window as a user has it: opening, closing, undoing, colours, and nothing lost on the way."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThreadPool
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.builders import entry, party, person
from tests.ui.acting import click, type_in
from tests.ui.pointing import painted
from tests.ui.windows import WORDS, application, opened, window_in
from tijdlijn.model.vocabulary import Sector
from tijdlijn.services import editing, recent
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.ui import app as program
from tijdlijn.ui import faults, theme
from tijdlijn.ui.dialogs.passphrase import NewCasebookDialog, OpenPassphraseDialog
from tijdlijn.ui.main_window import MainWindow
from tijdlijn.ui.workspace import Workspace

CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_in(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A casebook of Noor and Kompas with one talk, closed."""
    made = tmp_path / "casus-7.tijdlijn"
    with OpenCasebook.create(made, WORDS, title="Gezin Terpstra") as book:
        case_id = book.cases()[0].id
        batch = editing.Batch(
            persons=(person("Noor", "2010-05-14", focus=True),),
            parties=(party("Kompas"),),
            entries=(entry("contact", "2018-03-01", "Huisbezoek", persons="noor", parties="kompas", id="bezoek"),),
        )
        editing.apply(book, case_id, batch, "Lees in")
    return made


def dialog(window: QWidget, kind: type) -> QWidget:
    return next(found for found in window.findChildren(kind) if found.isVisible())


def titles(space: Workspace) -> list[str]:
    return [entry.title for entry in space.controller.case.timeline]


def press(qtbot: QtBot, window: MainWindow, id_: str) -> None:
    """A command by its menu, which must be enabled."""
    action = window.actions_by_id[id_]
    assert action.isEnabled(), id_
    action.trigger()


# Opening


def test_a_wrong_passphrase_is_told_and_the_sheet_stays(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.opening.ask(path)
    sheet = dialog(window, OpenPassphraseDialog)
    assert isinstance(sheet, OpenPassphraseDialog)
    type_in(qtbot, sheet.secret.line, "niet dit")
    qtbot.keyClick(sheet.secret.line, ENTER)
    qtbot.waitUntil(lambda: not sheet.is_busy)
    assert "onjuist" in sheet.problem.text()
    assert sheet.isVisible()
    assert window.workspace is None
    type_in(qtbot, sheet.secret.line, WORDS)
    qtbot.waitUntil(sheet.ok.isEnabled)
    qtbot.keyClick(sheet.secret.line, ENTER)
    qtbot.waitUntil(lambda: window.workspace is not None)
    assert not isValid(sheet) or not sheet.isVisible()


def test_a_casebook_that_is_gone_is_told_and_taken_off_the_list(window: MainWindow, path: Path) -> None:
    recent.remember(path)
    path.unlink()
    window.opening.ask(path)
    box = dialog(window, QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "casus-7.tijdlijn" in box.text()
    assert recent.files() == ()
    box.close()


def test_a_new_casebook_is_made_and_opened(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    click(qtbot, window.start.new)
    sheet = dialog(window, NewCasebookDialog)
    assert isinstance(sheet, NewCasebookDialog)
    type_in(qtbot, sheet.case_title_line, "Casus 8")
    type_in(qtbot, sheet.place, str(tmp_path / "nieuw.tijdlijn"))
    type_in(qtbot, sheet.chosen.secret.line, WORDS)
    type_in(qtbot, sheet.chosen.again.line, WORDS)
    click(qtbot, sheet.ok)
    qtbot.waitUntil(lambda: window.workspace is not None)
    assert window.workspace is not None
    assert window.workspace.controller.case.title == "Casus 8"
    assert (tmp_path / "nieuw.tijdlijn").exists()


def test_a_new_casebook_never_goes_over_another(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    before = path.read_bytes()
    window.opening.new()
    sheet = dialog(window, NewCasebookDialog)
    assert isinstance(sheet, NewCasebookDialog)
    type_in(qtbot, sheet.place, str(path))
    for line in (sheet.chosen.secret.line, sheet.chosen.again.line):
        type_in(qtbot, line, WORDS)
    click(qtbot, sheet.ok)
    qtbot.waitUntil(lambda: bool(sheet.problem.text()) and not sheet.is_busy)
    assert window.workspace is None
    assert path.read_bytes() == before
    sheet.reject()


def test_the_example_opens_with_one_press_and_again(qtbot: QtBot, window: MainWindow) -> None:
    for _ in range(2):
        click(qtbot, window.start.example)
        qtbot.waitUntil(lambda: window.workspace is not None)
        assert window.workspace is not None
        assert len(window.workspace.controller.case.entries) > 100
        window.close_book()


def test_a_casebook_that_was_opened_is_on_the_list_and_opens_from_it(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    opened(qtbot, window, path)
    window.close_book()
    (row,) = window.start.rows
    assert row.path == path
    window.menus.fill_lists()
    assert [action.text() for action in window.menus.recent.actions()] == ["casus-7.tijdlijn"]
    qtbot.waitUntil(row.isVisible)
    click(qtbot, row)
    sheet = dialog(window, OpenPassphraseDialog)
    assert isinstance(sheet, OpenPassphraseDialog)
    sheet.reject()


def test_a_path_that_tells_a_name_of_any_case_is_not_on_the_list(
    qtbot: QtBot, window: MainWindow, path: Path, tmp_path: Path
) -> None:
    with OpenCasebook.open(path, WORDS) as book:
        other = editing.add_case(book, "Tweede").case.id
        editing.put_person(book, other, person("Willemijn"))
    told = path.rename(tmp_path / "dossier willemijn.tijdlijn")
    opened(qtbot, window, told)
    assert recent.files() == ()


def test_opening_another_casebook_closes_the_first(
    qtbot: QtBot, window: MainWindow, path: Path, tmp_path: Path
) -> None:
    opened(qtbot, window, path)
    OpenCasebook.create(tmp_path / "ander.tijdlijn", WORDS, title="Ander").close()
    window.opening.ask(tmp_path / "ander.tijdlijn", WORDS)
    qtbot.waitUntil(lambda: window.book is not None and window.book.path.name == "ander.tijdlijn")
    OpenCasebook.open(path, WORDS).close()


# Closing


def test_closing_frees_the_workspace_and_the_file(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    space = opened(qtbot, window, path)
    controller, canvas = space.controller, space.canvas
    gone: list[bool] = []
    space.destroyed.connect(lambda: gone.append(True))
    press(qtbot, window, "close")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone == [True]
    assert not any(isValid(part) for part in (controller, canvas))
    assert window.start.isVisible()
    assert window.windowTitle() == "tijdlijn"
    OpenCasebook.open(path, WORDS).close()


def test_findings_that_come_after_closing_do_no_harm(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    space = opened(qtbot, window, path)
    space.controller.do(editing.add_entry, entry("contact", "2019-01-01", "Laat"))
    window.close_book()
    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    assert window.workspace is None


def test_a_title_that_is_being_typed_is_kept_when_the_window_closes(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    space = opened(qtbot, window, path)
    space.controller.select(["bezoek"])
    press(qtbot, window, "edit")
    qtbot.keyClicks(space.canvas.gestures.title, "Lang huisbezoek")
    window.close()
    with OpenCasebook.open(path, WORDS) as book:
        assert [e.title for e in book.case(book.cases()[0].id).entries] == ["Lang huisbezoek"]


@pytest.mark.parametrize("leave", [MainWindow.close, MainWindow.close_book, MainWindow._new_case])
def test_half_a_line_is_kept_and_holds_nothing_back(
    qtbot: QtBot, window: MainWindow, path: Path, leave: Callable[[MainWindow], object]
) -> None:
    space = opened(qtbot, window, path)
    qtbot.keyClicks(space.quick.line, "2019 half")
    leave(window)
    assert window.workspace is not space
    window.close_book()
    again = opened(qtbot, window, path)
    assert window.statusBar().currentMessage() == "Niet-afgemaakte regel van vandaag staat klaar."
    assert again.quick.text == "2019 half"


@pytest.mark.parametrize("leave", [MainWindow.close, MainWindow.close_book])
def test_half_a_line_that_cannot_be_kept_holds_the_window_back_once(
    qtbot: QtBot, window: MainWindow, path: Path, leave: Callable[[MainWindow], object]
) -> None:
    space = opened(qtbot, window, path)
    path.rename(path.with_name("elders.tijdlijn"))
    qtbot.keyClicks(space.quick.line, "2019 half")
    leave(window)
    assert window.workspace is space
    assert space.quick.text == "2019 half"
    assert "Druk daar op Enter" in space.trouble.text.text()
    leave(window)
    assert window.workspace is not space


# Changing


def test_a_line_is_seen_on_the_canvas_before_enter_and_taken_back_whole(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    space = opened(qtbot, window, path)
    qtbot.keyClick(space.canvas, Qt.Key.Key_L, CONTROL)
    line = space.quick.line
    assert line.hasFocus()
    qtbot.keyClicks(line, "mei 2019 contact kennismaking @Lokaalteam #Sem")
    qtbot.waitUntil(lambda: "entry:preview" in painted(space.canvas))
    assert "Lokaalteam (nieuw" in space.quick.told.text()
    qtbot.keyClick(line, ENTER)
    case = space.controller.case
    (added,) = space.controller.selected_entries
    assert [p.name for p in case.persons_of(added)] == ["Sem"]
    assert [p.name for p in case.parties_of(added)] == ["Lokaalteam"]
    qtbot.waitUntil(lambda: "entry:preview" not in painted(space.canvas))
    assert f"entry:{added.id}" in painted(space.canvas)
    qtbot.keyClick(line, Qt.Key.Key_Z, CONTROL)
    case = space.controller.case
    assert [len(part) for part in (case.entries, case.persons, case.parties)] == [1, 1, 1]


def test_ctrl_z_in_the_line_first_takes_back_what_was_typed(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    space = opened(qtbot, window, path)
    space.controller.do(editing.add_entry, entry("contact", "2019-01-01", "Blijft"))
    qtbot.keyClicks(space.quick.line, "half")
    qtbot.keyClick(space.quick.line, Qt.Key.Key_Z, CONTROL)
    assert space.quick.text == ""
    assert "Blijft" in titles(space)


def test_a_line_stays_when_it_cannot_be_saved(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    space = opened(qtbot, window, path)
    space.controller.book.close()
    qtbot.keyClicks(space.quick.line, "2019 contact niet kwijt")
    qtbot.keyClick(space.quick.line, ENTER)
    assert space.quick.text == "2019 contact niet kwijt"
    assert space.trouble.isVisible()
    assert space.trouble.text.text().endswith(".")
    space.quick.line.clear()


def test_a_step_is_taken_back_and_done_again_after_reopening(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    space = opened(qtbot, window, path)
    qtbot.keyClicks(space.quick.line, "2019 contact Jansen & Co")
    qtbot.keyClick(space.quick.line, ENTER)
    window.close_book()
    space = opened(qtbot, window, path)
    assert "Jansen && Co" in window.actions_by_id["undo"].text()
    assert not window.actions_by_id["redo"].isEnabled()
    qtbot.keyClick(space.canvas, Qt.Key.Key_Z, CONTROL)
    assert titles(space) == ["Huisbezoek"]
    window.close_book()
    space = opened(qtbot, window, path)
    qtbot.keyClick(space.canvas, Qt.Key.Key_Y, CONTROL)
    assert titles(space) == ["Huisbezoek", "Jansen & Co"]


def test_a_step_in_another_case_is_taken_back_where_it_can_be_seen(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    first = opened(qtbot, window, path).controller.case.id
    press(qtbot, window, "new_case")
    assert window.workspace is not None
    assert window.workspace.controller.case.title == "Nieuwe casus"
    window.menus.fill_lists()
    assert [action.text() for action in window.menus.cases.actions()] == ["Gezin Terpstra", "Nieuwe casus"]
    window.menus.cases.actions()[0].trigger()
    assert window.workspace.controller.case.id == first
    second = next(case.id for case in window.workspace.controller.book.cases() if case.id != first)
    window.show_case(second)
    press(qtbot, window, "undo")
    assert window.workspace.controller.case.id == first


def test_what_was_changed_is_told_below_with_the_counts(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    space = opened(qtbot, window, path)
    space.controller.do(editing.add_entry, entry("gebeurtenis", None, "Ergens"))
    assert window._saved.text().startswith("Bewaard: ")
    assert window._counts.text() == "2 regels · 1 zonder datum"


# Colours, title, errors


def test_colours_change_at_once_and_are_remembered(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    space = opened(qtbot, window, path)

    def shades() -> list[int]:
        parts = (space.canvas.viewport(), space.overview, window.statusBar())
        return [part.grab().toImage().pixelColor(30, part.height() - 8).lightness() for part in parts]

    press(qtbot, window, "theme_dark")
    assert max(shades()) < 80
    assert window._settings.value("kleuren") == "donker"
    assert [id_ for id_, a in window.actions_by_id.items() if a.isChecked() and "theme" in id_] == ["theme_dark"]
    press(qtbot, window, "theme_light")
    assert min(shades()) > 180
    theme.apply(application(), "licht")


def test_the_title_of_the_window_names_nobody(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    space = opened(qtbot, window, path)
    assert window.windowTitle() == "casus zonder code — tijdlijn"
    space.controller.do(editing.change_case, code="2022-07")
    assert window.windowTitle() == "2022-07 — tijdlijn"
    for name in ("Noor", "Terpstra", "casus-7"):
        assert name not in window.windowTitle()


def test_an_error_nobody_foresaw_is_told_in_the_bar_and_noted_without_values(
    qtbot: QtBot, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    space = opened(qtbot, window, path)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    program._catch(window)
    try:
        {}["Noor Terpstra"]
    except KeyError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(space.trouble.isVisible)
    assert "KeyError" in space.trouble.text.text()
    log = faults.place().read_text("utf-8")
    assert "KeyError" in log
    assert "Noor" not in log + space.trouble.text.text()
    space.controller.do(editing.add_entry, entry("contact", "2019-01-01", "Verder"))
    assert not space.trouble.isVisible()


def test_a_problem_is_plain_text(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    space = opened(qtbot, window, path)
    window.tell("Het bestand <b>x</b> is vol.")
    assert space.trouble.text.textFormat() is Qt.TextFormat.PlainText
    assert space.trouble.text.text() == "Het bestand <b>x</b> is vol."


def test_a_person_stands_out_when_chosen_among_the_people(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    space = opened(qtbot, window, path)
    space.controller.do(editing.put_party, party("School", Sector.ONDERWIJS))
    space.people.party_activated.emit("kompas")
    assert space.canvas._found == {"bezoek"}
    space.people.party_activated.emit("school")
    assert space.canvas._found == frozenset()
    space.people.deactivated.emit()
    assert space.canvas._found is None
