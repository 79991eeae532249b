"""The controller: one gate for every change, and findings of the latest snapshot only."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from tests.builders import entry
from tijdlijn.analysis import findings
from tijdlijn.model.casebook import Case
from tijdlijn.services import editing
from tijdlijn.services.casebook import Change, OpenCasebook
from tijdlijn.storage.connection import open_raw
from tijdlijn.ui import controller as controllers
from tijdlijn.ui import faults
from tijdlijn.ui.controller import CaseController


def talk(id_: str) -> object:
    return entry("contact", "2020-06-01", f"Gesprek {id_}", id=id_)


def test_a_change_is_committed_shown_selected_and_told(qtbot: QtBot, controller: CaseController) -> None:
    saved: list[str] = []
    controller.saved.connect(saved.append)
    change = controller.do(editing.add_entry, talk("a"))
    assert change is not None
    assert controller.case is change.case is controller.book.case(controller.case.id)
    assert controller.selection == ("a",)
    assert saved == [change.step]


def test_undo_and_redo_go_through_the_same_gate(qtbot: QtBot, controller: CaseController) -> None:
    controller.do(editing.add_entry, talk("a"))
    controller.undo()
    assert "a" not in controller.case.entries_by_id
    assert controller.selection == ()
    controller.redo()
    assert "a" in controller.case.entries_by_id


def test_nothing_to_undo_is_nothing(controller: CaseController) -> None:
    while controller.undo():
        pass
    assert controller.undo() is None
    assert controller.case.entries == ()


def test_a_problem_is_told_and_nothing_has_changed(qtbot: QtBot, controller: CaseController) -> None:
    before = controller.case
    controller.do(editing.add_entry, talk("a"))
    with qtbot.waitSignal(controller.problem) as told:
        assert controller.do(editing.add_entry, talk("a")) is None
    assert told.args[0].endswith(".")
    controller.undo()
    assert controller.case.entries == before.entries


def test_an_error_nobody_foresaw_is_told_without_its_content_and_noted_without_values(
    qtbot: QtBot, controller: CaseController
) -> None:
    def broken(book: OpenCasebook, case_id: str) -> Change:
        raise ZeroDivisionError("Noor Terpstra")

    with qtbot.waitSignal(controller.problem) as told:
        assert controller.do(broken) is None
    assert "ZeroDivisionError" in told.args[0]
    log = faults.place().read_text("utf-8")
    assert "ZeroDivisionError" in log
    assert "test_controller.py" in log
    assert "Noor" not in log + told.args[0]


def test_the_log_of_errors_begins_anew_when_it_is_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "LIMIT", 200)
    for _ in range(12):
        faults.note(ValueError("geheim"))
    assert 0 < faults.place().stat().st_size < 300


def test_a_log_that_cannot_be_written_is_no_second_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bestand").write_text("")
    monkeypatch.setattr(faults, "place", lambda: tmp_path / "bestand" / "fouten.txt")
    faults.note(ValueError())


def test_findings_of_an_older_snapshot_never_come_in_the_place_of_newer_ones(
    qtbot: QtBot, controller: CaseController, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pool may be done with the newest first: the order is turned round here."""
    waiting: list[tuple[Case, object]] = []
    monkeypatch.setattr(controllers, "run", lambda owner, function, done, failed: waiting.append((function(), done)))
    monkeypatch.setattr(controllers, "AT_ONCE", 0)
    controller.do(editing.add_entry, talk("a"))
    controller.do(editing.add_entry, talk("b"))
    assert len(waiting) == 2
    for result, done in reversed(waiting):
        done(result)
    assert controller.analysis == findings.analyse(controller.case)
    assert controller.analysis is waiting[1][0]


def test_of_a_small_case_the_findings_are_there_with_the_change(controller: CaseController) -> None:
    seen: list[bool] = []
    controller.case_changed.connect(lambda: seen.append(controller.analysis == findings.analyse(controller.case)))
    controller.do(editing.add_entry, talk("a"))
    assert seen == [True]


def test_findings_follow_the_latest_of_many_changes(qtbot: QtBot, controller: CaseController) -> None:
    for number in range(8):
        controller.do(editing.add_entry, talk(f"a{number}"))
    QThreadPool.globalInstance().waitForDone()
    qtbot.waitUntil(lambda: controller.analysis == findings.analyse(controller.case))


def test_a_step_taken_back_in_another_case_names_that_case(qtbot: QtBot, controller: CaseController) -> None:
    other = editing.add_case(controller.book, "Tweede").case.id
    before = controller.case
    with qtbot.waitSignal(controller.elsewhere) as named:
        editing.add_entry(controller.book, other, talk("x"))
        controller.undo()
    assert named.args == [other]
    assert controller.case is before


def test_the_same_selection_again_tells_nothing(qtbot: QtBot, controller: CaseController) -> None:
    id_ = controller.case.entries[0].id
    controller.select([id_, id_])
    assert controller.selection == (id_,)
    with qtbot.assertNotEmitted(controller.selection_changed):
        controller.select([id_])
    with qtbot.waitSignal(controller.reveal_entry) as asked:
        controller.select([id_], reveal=True)
    assert asked.args == [id_]


def test_a_snapshot_is_taken_again_when_something_else_changed_the_casebook(controller: CaseController) -> None:
    editing.add_entry(controller.book, controller.case.id, talk("a"))
    assert "a" not in controller.case.entries_by_id
    controller.refresh()
    assert "a" in controller.case.entries_by_id


def test_saved_is_said_once_it_is_on_disk_and_not_when_it_could_not_be(
    qtbot: QtBot, controller: CaseController
) -> None:
    file, there = controller.book._file, []

    def look(_: str) -> None:
        with closing(open_raw(file.path, file._key, read_only=True)) as another:
            there.append(another.execute("SELECT count(*) FROM entries").fetchone()[0])

    controller.saved.connect(look)
    before = len(controller.case.entries)
    assert controller.do(editing.add_entry, entry("signaal", "2021", "Nieuw", id="nieuw")) is not None
    assert there == [before + 1]
    file.path.rename(file.path.with_name("weg.tijdlijn"))
    assert controller.do(editing.add_entry, entry("signaal", "2022", "Niet bewaard", id="niet")) is None
    assert there == [before + 1]
