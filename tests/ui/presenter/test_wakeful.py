"""The screens stay on while a story is presented, in the way of each system; without an answer nothing breaks."""

from __future__ import annotations

import ctypes
from types import SimpleNamespace

import pytest
from PySide6 import QtDBus
from pytestqt.qtbot import QtBot

from tests.ui.presenter.conftest import Starting
from tijdlijn.ui.presenter import wakeful
from tijdlijn.ui.presenter.wakeful import Wakeful


def test_windows_is_asked_and_let_go(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def keep(state: int) -> int:
        asked.append(state)
        return 1

    kernel = SimpleNamespace(SetThreadExecutionState=keep)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    awake = Wakeful(platform="win32")
    awake.begin()
    awake.begin()
    assert awake.is_kept
    awake.end()
    assert not awake.is_kept
    assert asked == [wakeful.CONTINUOUS | wakeful.SYSTEM | wakeful.DISPLAY, wakeful.CONTINUOUS]


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_without_an_answer_presenting_goes_on(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    nobody = SimpleNamespace(sessionBus=lambda: SimpleNamespace(isConnected=lambda: False))
    monkeypatch.setattr(QtDBus, "QDBusConnection", nobody)
    awake = Wakeful(platform=platform)
    awake.begin()
    assert not awake.is_kept
    awake.end()


def test_a_desktop_is_told_the_name_of_the_program_only(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[tuple[object, ...]] = []

    class Saver:
        def __init__(self, *_: object) -> None: ...

        def setTimeout(self, _: int) -> None: ...

        def call(self, *words: object) -> object:
            said.append(words)
            return words

    bus = SimpleNamespace(sessionBus=lambda: SimpleNamespace(isConnected=lambda: True))
    monkeypatch.setattr(QtDBus, "QDBusConnection", bus)
    monkeypatch.setattr(QtDBus, "QDBusInterface", Saver)
    answer = SimpleNamespace(isValid=lambda: True, value=lambda: 7)
    monkeypatch.setattr(QtDBus, "QDBusReply", lambda _: answer)
    awake = Wakeful(platform="linux")
    awake.begin()
    awake.end()
    assert said == [("Inhibit", "tijdlijn", "presenteren"), ("UnInhibit", 7)]


def test_presenting_keeps_awake_until_it_ends(
    qtbot: QtBot, presented: Starting, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    monkeypatch.setattr(Wakeful, "begin", lambda _: done.append("begin"))
    monkeypatch.setattr(Wakeful, "end", lambda _: done.append("end"))
    presenting = presented()
    assert done == ["begin"]
    presenting.end()
    assert done == ["begin", "end"]
