"""What is left on the computer after a day of work: no word of the case, anywhere but in the casebook itself."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from platformdirs import user_config_path, user_log_path
from pytestqt.qtbot import QtBot

from tests.marked import Markers
from tests.storage.pages import found_in
from tests.ui.acting import click
from tests.ui.dossier_reader.reading import LONG
from tests.ui.lock.locked import lock, unlock
from tests.ui.lock.test_drafts import made, put
from tests.ui.lock.traces import FIRST, TYPED, Computer, full_of, on_clipboard, titles, words_in, writings
from tests.ui.windows import WORDS, application, opened, window_in
from tijdlijn.services import backups, exporting, recent
from tijdlijn.services.backups import Reason
from tijdlijn.services.packaging_case import write_package
from tijdlijn.services.session_report import export_report
from tijdlijn.ui import app, faults
from tijdlijn.ui.dialogs.import_dialog import ImportDialog
from tijdlijn.ui.dialogs.print_dialog import PrintDialog
from tijdlijn.ui.main_window import MainWindow
from tijdlijn.ui.workspace import Workspace

SHEETS = (
    "import", "export", "print", "passphrase", "keys", "palette", "pack", "backups", "copy_clean", "erase", "logbook",
    "subject_access", "processing", "retention_terms", "colours", "about", "report_meeting",
)  # fmt: skip
"""Commands that show something over the window."""


NOT_STORED = {"name of a table", "cell that was refused", "message of an error", "a passphrase that was wrong"}
"""The words that are not in the casebook either; all others must be, or they were never there to be found."""


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Computer:
    made = Computer(tmp_path)
    made.begin(monkeypatch)
    return made


@pytest.fixture
def window(qtbot: QtBot, computer: Computer) -> Iterator[MainWindow]:
    with window_in(computer.profile, qtbot) as window:
        yield window


def take_in(qtbot: QtBot, window: MainWindow, space: Workspace, markers: Markers, chosen: Path) -> None:
    """A table and a document, each with a word in its name, in the window."""
    table = chosen / f"{markers.word('name of a table')}.csv"
    cells = [markers.word("cell of a table") for _ in range(3)]
    refused = markers.word("cell that was refused")
    rows = "datum;soort;titel;toelichting;jeugdigen\n2017;contact;{};{};{}\nooit eens;signaal;{};;\n"
    table.write_text(rows.format(*cells, refused), "utf-8")
    dialog = ImportDialog(space.controller, window, paths=(table,))
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=LONG)
    click(qtbot, dialog.ok)
    qtbot.waitUntil(lambda: bool(dialog.outcome.text()), timeout=LONG)
    dialog.close()
    letter = chosen / f"{markers.word('name of a letter')}.txt"
    letter.write_text(f"Op 3 maart 2019 belde {markers.word('text of a letter')} met school.\n", "utf-8")
    space.add_documents([letter])
    reader = space.reader
    qtbot.waitUntil(lambda: not reader.adding.is_busy and len(reader.desk.filed) > 1, timeout=LONG)


def take_along(space: Workspace, chosen: Path) -> None:
    """Every kind of file that leaves a casebook, and a copy of it."""
    book, case_id = space.controller.book, space.controller.case.id
    for ending in (".pdf", ".docx", ".xlsx", ".csv", ".png", ".json"):
        exporting.export_case(book, case_id, chosen / f"uit{ending}")
    for ending in (".pdf", ".docx", ".ics"):
        export_report(book, case_id, "s2", chosen / f"verslag{ending}")
    write_package(book, case_id, chosen / "uit.tijdlijn-pakket", WORDS)
    backups.make(book, Reason.ASKED)
    assert len(list(chosen.iterdir())) == 12


def preview(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_by_id["print"].trigger()
    dialog = next(one for one in window.findChildren(PrintDialog) if one.isVisible())
    qtbot.waitUntil(lambda: not dialog.maker.is_busy and bool(dialog.preview.view.pages), timeout=LONG)
    dialog.reject()


def test_no_word_of_a_whole_session_stands_anywhere_but_in_the_casebook(
    qtbot: QtBot, window: MainWindow, computer: Computer, capfd: pytest.CaptureFixture[str]
) -> None:
    markers, seen = Markers(FIRST), []
    path = full_of(markers, computer.casebooks)
    space = made(opened(qtbot, window, path))
    take_in(qtbot, window, space, markers, computer.chosen)
    take_along(space, computer.chosen)
    preview(qtbot, window)
    for command in SHEETS:
        window.actions_by_id[command].trigger()
        seen += titles()
    for sheet in application().topLevelWidgets():
        if sheet is not window and sheet.isVisible():
            sheet.close()
    window.present()
    assert window.presenting is not None
    seen += titles()
    window.present()
    for place, type_there in TYPED.items():
        type_there(space, markers.word(f"typed: {place}"))
    space.show_page(0)
    space.controller.select(["p"])
    window.actions_by_id["copy"].trigger()
    assert words_in(on_clipboard(), markers.all)
    try:
        raise ValueError(markers.word("message of an error"))
    except ValueError as error:
        faults.note(error)
    seen += titles()
    del space
    lock(qtbot, window)
    seen += titles()
    page = window.locker.page
    assert page is not None
    put(page.secret.line, markers.word("a passphrase that was wrong"))
    click(qtbot, page.ok)
    qtbot.waitUntil(page.problem.isVisible)
    unlock(qtbot, window)
    seen += titles()
    lock(qtbot, window)
    window.locker._settings.sync()

    assert len(markers.all) > 150
    stored = found_in(path, WORDS, [word.removeprefix(FIRST) for word in markers.all])
    assert {place for word, place in markers.places.items() if word.removeprefix(FIRST) not in stored} == NOT_STORED
    written = dict(computer.written())
    assert str(faults.place().relative_to(computer.root)) in written
    assert b"ValueError" in faults.place().read_bytes()
    assert recent.files() == (path,)
    assert {name: words_in(held, markers.all) for name, held in written.items() if words_in(held, markers.all)} == {}
    assert words_in("\n".join((*seen, *capfd.readouterr())).encode(), markers.all) == []
    assert words_in(on_clipboard(), markers.all) == []
    for place in (user_config_path("tijdlijn"), user_log_path("tijdlijn")):
        assert place.is_relative_to(computer.profile)


@pytest.mark.parametrize("at", range(len(writings(FIRST + "1"))))
def test_the_search_finds_a_word_in_every_writing(computer: Computer, at: int) -> None:
    """Else the test above could not fail."""
    word = Markers(FIRST).word()
    (computer.profile / "los.bin").write_bytes(b"voor" + writings(word)[at] + b"na")
    found = [name for name, held in computer.written() if words_in(held, [word])]
    assert found == [str(Path("profiel/los.bin"))]


def test_the_search_finds_a_word_in_the_name_of_a_file(computer: Computer) -> None:
    word = Markers(FIRST).word()
    (computer.temporary / word.upper()).mkdir()
    assert [name for name, held in computer.written() if words_in(held, [word])] == [f"tijdelijk/{word.upper()}"]


STARTS = """
import os, resource, sys
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from tijdlijn.ui import app

def at_work(_):
    asked = QFileDialog(None, "Bewaren", sys.argv[1])
    asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    asked.selectFile("uit.pdf")
    asked.open()
    asked.accept()
    asked.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    print(*resource.getrlimit(resource.RLIMIT_CORE), oct(os.umask(0)))
    return 0

QApplication.exec = at_work
sys.exit(app.run())
"""


def test_the_program_as_it_starts_leaves_no_memory_no_readable_file_and_no_folder(computer: Computer) -> None:
    """No core when it falls, nothing that others may read, and not which folders somebody visited."""
    word = Markers(FIRST).word()
    folder = computer.chosen / word
    folder.mkdir()
    path = os.pathsep.join(str(Path(one).resolve()) for one in sys.path if one)
    started = subprocess.run(
        [sys.executable, "-c", STARTS, str(folder)],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert started.stdout.split() == ["0", "0", "0o77"]
    assert [name for name, held in computer.written() if words_in(held, [word])] == []


def test_a_fall_leaves_no_memory_behind() -> None:
    before = resource.getrlimit(resource.RLIMIT_CORE)
    app.keep_no_core()
    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
    assert before[0] in (0, before[0])
