"""On Linux: the system tells over D-Bus that it goes to sleep, and that the session or its screen is locked.

The rule: who does not answer is not asked again; the clocks tell of sleep all the same (`idleness`).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

LOGIN = "org.freedesktop.login1"
PATH = "/org/freedesktop/login1"
SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
TIMEOUT = 500


class Logind(QObject):
    """Calls `lock` when the system says so. `system` and `session` are the two buses."""

    def __init__(
        self,
        lock: Callable[[], object],
        parent: QObject,
        system: QDBusConnection | None = None,
        session: QDBusConnection | None = None,
    ) -> None:
        super().__init__(parent)
        self._lock = lock
        self.is_heard = False
        system = system or QDBusConnection.systemBus()
        session = session or QDBusConnection.sessionBus()
        if system.isConnected():
            self._hear(system, LOGIN, PATH, f"{LOGIN}.Manager", "PrepareForSleep", "said(bool)")
            own = _own_session(system)
            if own:
                self._hear(system, LOGIN, own, f"{LOGIN}.Session", "Lock", "locked()")
        if session.isConnected():
            for saver in SAVERS:
                self._hear(session, saver, "", saver, "ActiveChanged", "said(bool)")

    def _hear(self, bus: QDBusConnection, service: str, path: str, interface: str, name: str, slot: str) -> None:
        named = cast(bytes, SLOT(slot))  # PySide6 says that it takes bytes, and takes a text only
        heard = bus.connect(service, path, interface, name, self, named)
        self.is_heard = self.is_heard or heard

    @Slot(bool)
    def said(self, is_so: bool) -> None:
        """It sleeps, or the screen is locked; or it is no longer so."""
        if is_so:
            self._lock()

    @Slot()
    def locked(self) -> None:
        """The session is locked."""
        self._lock()


def _own_session(bus: QDBusConnection) -> str:
    """The path of the session of this program; empty where the system knows none."""
    call = QDBusMessage.createMethodCall(LOGIN, PATH, f"{LOGIN}.Manager", "GetSessionByPID")
    call.setArguments([os.getpid()])
    reply = bus.call(call, timeout=TIMEOUT)
    found = reply.arguments()
    path = getattr(found[0], "path", lambda: "")() if found else ""
    return str(path) if reply.type() is QDBusMessage.MessageType.ReplyMessage else ""
