"""Keeps the screens on while a story is presented, as a group may talk for half an hour about one step.

The rule: the system is asked in its own way, and nothing is told to it but the name of the program. Where it does not
answer, presenting goes on as it is.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess

CONTINUOUS, SYSTEM, DISPLAY = 0x80000000, 0x1, 0x2
"""Of Windows: until told otherwise, keep the system and its screens awake (SetThreadExecutionState)."""
SERVICE, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"


class Wakeful(QObject):
    """Awake from `begin` to `end`. `platform` is that of `sys.platform`."""

    def __init__(self, parent: QObject | None = None, platform: str = sys.platform) -> None:
        super().__init__(parent)
        self._platform = platform
        self._release: Callable[[], object] = _nothing

    @property
    def is_kept(self) -> bool:
        """Whether the system was asked and answered."""
        return self._release is not _nothing

    def begin(self) -> None:
        """Ask the system not to go dark; asking twice is harmless."""
        if self.is_kept:
            return
        ways = {"win32": _windows, "darwin": self._mac}
        self._release = ways.get(self._platform, self._desktop)() or _nothing

    def end(self) -> None:
        """Let the system do as it does again."""
        release, self._release = self._release, _nothing
        release()

    def _mac(self) -> Callable[[], object] | None:
        helper = QProcess(self)
        helper.start("/usr/bin/caffeinate", ["-d", "-i", "-w", str(os.getpid())])
        return helper.kill if helper.waitForStarted(1_000) else None

    def _desktop(self) -> Callable[[], object] | None:
        from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusReply  # not there on every system

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return None
        saver = QDBusInterface(SERVICE, PATH, SERVICE, bus)
        saver.setTimeout(500)
        reply = QDBusReply(saver.call("Inhibit", "tijdlijn", "presenteren"))
        if not reply.isValid():
            return None
        cookie = reply.value()
        return lambda: saver.call("UnInhibit", cookie)


def _windows() -> Callable[[], object] | None:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  # only there on Windows
    if not kernel.SetThreadExecutionState(CONTINUOUS | SYSTEM | DISPLAY):
        return None
    return lambda: kernel.SetThreadExecutionState(CONTINUOUS)


def _nothing() -> None:
    """Nothing was asked."""
