"""Hears of the system that its screen is locked or that it goes to sleep, in the way of each system.

The rule: where there is no way, or it fails, nobody is told; the clocks tell of sleep everywhere (`idleness`).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget


def hear_system(lock: Callable[[], object], window: QWidget, platform: str = sys.platform) -> object | None:
    """Let the system call `lock`; what hears it, to be held as long as it is to be heard."""
    with suppress(Exception):  # whatever a system is like, the program opens
        if platform == "win32":
            from tijdlijn.ui.lock.windows_session import WindowsSession

            heard = WindowsSession(lock)
            app = QCoreApplication.instance()
            assert app is not None
            app.installNativeEventFilter(heard)
            heard.register(int(window.winId()))
            return heard
        if platform.startswith("linux"):
            from tijdlijn.ui.lock.logind import Logind

            return Logind(lock, window)
    return None
