"""What the system tells: on Linux over a real bus of its own, on Windows by its messages, which are made here."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.lock.locked import casebook
from tests.ui.windows import opened, window_in
from tijdlijn.ui.lock import locker, system
from tijdlijn.ui.lock.logind import Logind
from tijdlijn.ui.lock.windows_session import (
    POWER,
    SESSION_CHANGE,
    SESSION_LOCK,
    SUSPEND,
    Message,
    WindowsSession,
)

MANAGER = "org.freedesktop.login1.Manager"


@pytest.fixture
def bus(qapp: QCoreApplication, tmp_path: Path) -> Iterator[QDBusConnection]:
    """A message bus of the test's own."""
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.skip("no dbus-daemon on this computer")
    address = f"unix:path={tmp_path / 'bus'}"
    with subprocess.Popen(
        [program, "--session", "--nofork", "--print-address", f"--address={address}"], stdout=subprocess.PIPE
    ) as daemon:
        assert daemon.stdout is not None
        daemon.stdout.readline()
        connection = QDBusConnection.connectToBus(address, "proef")
        assert connection.isConnected()
        yield connection
        QDBusConnection.disconnectFromBus("proef")
        daemon.terminate()


def send(bus: QDBusConnection, path: str, interface: str, name: str, *said: object) -> None:
    message = QDBusMessage.createSignal(path, interface, name)
    message.setArguments(list(said))
    assert bus.send(message)


def test_sleep_and_a_locked_screen_are_heard(qtbot: QtBot, bus: QDBusConnection) -> None:
    bus.registerService("org.freedesktop.login1")
    bus.registerService("org.gnome.ScreenSaver")
    heard: list[str] = []
    owner = QObject()
    logind = Logind(lambda: heard.append("lock"), owner, bus, bus)
    assert logind.is_heard
    send(bus, "/org/freedesktop/login1", MANAGER, "PrepareForSleep", False)
    send(bus, "/org/freedesktop/login1", MANAGER, "PrepareForSleep", True)
    qtbot.waitUntil(lambda: heard == ["lock"])
    send(bus, "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", False)
    send(bus, "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", True)
    qtbot.waitUntil(lambda: heard == ["lock", "lock"])


def test_a_computer_without_a_bus_has_the_clocks(qapp: QCoreApplication) -> None:
    nowhere = QDBusConnection("nergens")
    owner = QObject()
    assert not Logind(lambda: None, owner, nowhere, nowhere).is_heard


def message(kind: int, wparam: int) -> Message:
    return Message(None, kind, wparam, 0)


@pytest.mark.parametrize(
    ("kind", "wparam", "locks"),
    [
        (SESSION_CHANGE, SESSION_LOCK, True),
        (SESSION_CHANGE, 0x8, False),
        (POWER, SUSPEND, True),
        (POWER, 0x7, False),
        (0x0100, SESSION_LOCK, False),
    ],
)
def test_messages_of_windows(kind: int, wparam: int, locks: bool) -> None:
    heard: list[bool] = []
    told = message(kind, wparam)
    passed = WindowsSession(lambda: heard.append(True)).nativeEventFilter(
        b"windows_generic_MSG", ctypes.addressof(told)
    )
    assert passed == (False, 0)
    assert bool(heard) is locks


def test_messages_of_other_systems_are_not_looked_into() -> None:
    heard: list[bool] = []
    assert WindowsSession(lambda: heard.append(True)).nativeEventFilter(b"xcb_generic_event_t", 1) == (False, 0)
    assert not heard


@pytest.mark.parametrize("platform", ["darwin", "win32", "plan9"])
def test_a_system_that_tells_nothing_stops_nothing(qtbot: QtBot, platform: str) -> None:
    """Here Windows' own library is missing, which fails as anything unforeseen there would."""
    window = QWidget()
    qtbot.addWidget(window)
    assert system.hear_system(lambda: None, window, platform) is None


def test_the_window_listens_and_locks_when_it_is_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Callable[[], object]] = []
    monkeypatch.setattr(locker, "hear_system", lambda lock, window: told.append(lock))
    with window_in(tmp_path, qtbot) as window:
        opened(qtbot, window, casebook(tmp_path))
        (lock,) = told
        lock()
        qtbot.waitUntil(lambda: window.locker.is_locked)
