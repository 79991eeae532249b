"""On Windows: the messages that tell of a locked session and of going to sleep.

The rule: a message is looked at and passed on. Where registering fails, the clocks tell of sleep all the same.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray

SESSION_CHANGE, SESSION_LOCK = 0x02B1, 0x7
POWER, SUSPEND = 0x0218, 0x4


class Message(ctypes.Structure):
    """The begin of Windows' own MSG."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wparam", ctypes.c_size_t),
        ("lparam", ctypes.c_ssize_t),
    )


class WindowsSession(QAbstractNativeEventFilter):
    """Calls `lock` when the session is locked or the computer goes to sleep."""

    def __init__(self, lock: Callable[[], object]) -> None:
        super().__init__()
        self._lock = lock

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Look at a message; it goes on as it was."""
        if bytes(cast(bytes, kind)) == b"windows_generic_MSG" and tells_lock(Message.from_address(int(message))):
            self._lock()
        return False, 0

    def register(self, window: int) -> bool:
        """Ask Windows to send a window the messages about its session; whether it will."""
        library: Any = getattr(ctypes, "windll").wtsapi32  # noqa: B009  # only there on Windows
        return bool(library.WTSRegisterSessionNotification(ctypes.c_void_p(window), 0))


def tells_lock(message: Message) -> bool:
    """Whether a message tells that the session is locked or that the computer goes to sleep."""
    return (message.message, message.wparam) in ((SESSION_CHANGE, SESSION_LOCK), (POWER, SUSPEND))
