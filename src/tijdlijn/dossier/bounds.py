"""What the process that reads a document may use, and what it may never do (design 7, point 10).

The rule: `confine` comes before the first look into a document, and after it there is no way back: no new handle of any
sort (file, socket, pipe) can be opened, nothing written, no program started. Where a system has no such limits
(Windows; macOS for memory) Python's own audit hook refuses the same, and the parent's clock and the sizes hold
everywhere.
"""

from __future__ import annotations

import os
import sys

MAX_BYTES = 150_000_000
"""The largest file that is read."""
MAX_ANSWER = 80_000_000
"""The most bytes that come back for one document."""
MEMORY = 1_000_000_000
"""Bytes of memory, the program itself included."""
PROCESSOR = 8
"""Seconds of processor time."""
CLOCK = 10.0
"""Seconds from start to answer."""
MAX_DEPTH = 3
"""How deep attachments within attachments are read."""

_REFUSED = (
    "socket.", "subprocess.", "shutil.", "tempfile.", "ftplib.", "http.", "smtplib.", "urllib.", "winreg.",
    "mmap.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.remove",
    "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.utime", "os.chmod",
    "os.chown", "os.kill", "os.putenv", "os.chdir", "os.listxattr", "os.setxattr", "pty.spawn", "ctypes.dlopen",
    "_winapi.CreateProcess", "_winapi.CreateFile",
)  # fmt: skip
"""How the names of what is refused begin, as Python's audit table has them."""
_CHANGES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def confine() -> None:
    """Bind this process for the rest of its life."""
    _limit()
    roots = tuple({os.path.abspath(path) + os.sep for path in (*sys.path, sys.prefix, sys.base_prefix) if path})

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            _refuse_opening(arguments, roots)
        elif event.startswith(_REFUSED):
            raise PermissionError(event)

    sys.addaudithook(refuse)


def _refuse_opening(arguments: tuple[object, ...], roots: tuple[str, ...]) -> None:
    """Only the program's own files, and only to read."""
    path, _, flags = arguments
    name = os.fsdecode(path) if isinstance(path, str | bytes) else ""
    if not os.path.abspath(name).startswith(roots) or (isinstance(flags, int) and flags & _CHANGES):
        raise PermissionError("open")


def _limit() -> None:
    """The limits that the system itself keeps, whatever the code of a library does."""
    try:
        import resource
    except ImportError:  # Windows
        return
    import signal

    signal.alarm(int(CLOCK) + 2)  # also when the program that started this one is gone
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, PROCESSOR),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 0),
    ):
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):  # macOS refuses some
            continue
