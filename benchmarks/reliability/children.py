"""Programs of our own that are killed: forks, so that they are at work at once. POSIX only.

The rule: a child tells on a pipe what it has done, after it was done, and nothing of its parent is open in it.
"""

from __future__ import annotations

import os
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass

Say = Callable[[str], None]
LONG = 60.0


@dataclass(frozen=True, slots=True)
class Ended:
    """What a child said in whole lines, and how it ended: its exit code, or minus the signal."""

    said: tuple[str, ...]
    code: int

    @property
    def was_killed(self) -> bool:
        """Whether it was still at work when it was killed."""
        return self.code == -signal.SIGKILL

    @property
    def trouble(self) -> str:
        """The end of what it said of an error."""
        return self.said[-1][-200:] if self.said and self.said[-1].startswith("error") else ""


@dataclass(slots=True)
class Child:
    """A fork at work."""

    pid: int
    pipe: int

    def killed_after(self, seconds: float, *, once_said: bool = False) -> Ended:
        """Kill it so many seconds from now, or from when it said something first, whatever it does then."""
        first = os.read(self.pipe, 1) if once_said else b""
        time.sleep(seconds)
        os.kill(self.pid, signal.SIGKILL)
        return self.ended(first)

    def ended(self, first: bytes = b"") -> Ended:
        """Wait until it ends; `first` is what was already read of it."""
        with os.fdopen(self.pipe, "rb") as pipe:
            told = (first + pipe.read()).decode()
        _, status = os.waitpid(self.pid, 0)
        return Ended(tuple(told.split("\n")[:-1]), os.waitstatus_to_exitcode(status))


def forked(work: Callable[[Say], None]) -> Child:
    """Begin this work in a fork. What it raises becomes a line `error ...` and exit code 1."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writer)
        return Child(pid, reader)
    code = 1
    try:
        os.close(reader)
        work(lambda line: _say(writer, line))
        code = 0
    except BaseException:
        _say(writer, "error " + traceback.format_exc().replace("\n", " | "))
    finally:
        os._exit(code)


def _say(writer: int, line: str) -> None:
    os.write(writer, f"{line}\n".encode())
