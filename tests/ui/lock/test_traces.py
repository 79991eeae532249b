"""What is left on the computer after a day of work: no word of the case, anywhere but in the casebook itself."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from pathlib import Path

import pytest
from platformdirs import user_config_path, user_log_path
from pytestqt.qtbot import QtBot

from tests.ui.lock.locked import MARK, casebook, lines, lock, unlock
from tests.ui.lock.test_drafts import PLACES, made, put
from tests.ui.windows import application, opened, window_in
from tijdlijn.services import recent
from tijdlijn.ui import app, faults
from tijdlijn.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_in(tmp_path / "profiel", qtbot) as window:
        yield window


def test_settings_list_log_and_temporary_files_hold_no_word_of_the_case(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary, profile, files = (tmp_path / name for name in ("tijdelijk", "profiel", "dossier"))
    for folder in (temporary, profile, files):
        folder.mkdir(exist_ok=True)
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(profile))
    path = casebook(files)
    space = made(opened(qtbot, window, path))
    titles = []
    for place in PLACES:
        if place.name != "new person":  # with its unreadable birth it lets no other form be opened
            place.type(space)
    for field in (space.quick.line, space.search.field, space.filter.text):
        put(field, f"mrt 2019 {MARK}")
    space.controller.select(["bezoek"])
    window.actions_by_id["copy"].trigger()
    try:
        raise ValueError(MARK)
    except ValueError as error:
        faults.note(error)
    for command in ("import", "export", "print", "keys", "palette"):
        window.actions_by_id[command].trigger()
        titles += [one.windowTitle() for one in application().topLevelWidgets() if one.isVisible()]
    window.present()
    titles += [one.windowTitle() for one in application().topLevelWidgets() if one.isVisible()]
    lock(qtbot, window)
    titles += [one.windowTitle() for one in application().topLevelWidgets() if one.isVisible()]
    unlock(qtbot, window)
    lock(qtbot, window)
    window.locker._settings.sync()

    written = {found.relative_to(tmp_path): held for found, held in lines(tmp_path)}
    assert faults.place().relative_to(tmp_path) in written
    assert b"ValueError" in faults.place().read_bytes()
    assert recent.files() == (path,)
    marks = [mark for word in (MARK, "Noor", "Terpstra") for mark in (word.encode(), word.encode("utf-16-le"))]
    assert [found for found, held in written.items() if any(mark in held for mark in marks)] == []
    assert [title for title in titles if MARK in title] == []
    assert MARK not in application().clipboard().text()
    assert user_config_path("tijdlijn").is_relative_to(profile)
    assert user_log_path("tijdlijn").is_relative_to(profile)


def test_the_same_search_finds_what_is_written_openly(tmp_path: Path) -> None:
    """Else the test above could not fail."""
    (tmp_path / "los.txt").write_text(MARK, "utf-8")
    assert [found.name for found, held in lines(tmp_path) if MARK.encode() in held] == ["los.txt"]


def test_a_fall_leaves_no_memory_behind() -> None:
    before = resource.getrlimit(resource.RLIMIT_CORE)
    app.keep_no_core()
    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
    assert before[0] in (0, before[0])
