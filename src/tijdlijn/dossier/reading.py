"""Documents to text, each in a process of its own that can be stopped at any moment (design 7, point 10).

The rule: nothing a document does reaches further than its own process. Whatever goes wrong is one sentence, and one
document that fails never stops another.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from pathlib import Path
from threading import Thread

from tijdlijn.dossier import CHILD_ARGUMENT, bounds, wire
from tijdlijn.dossier.child import too_much
from tijdlijn.dossier.formats import damaged
from tijdlijn.model.documents import Document
from tijdlijn.model.problems import Problem

Cancelled = Callable[[], bool]
_LOOK = 0.05
"""Seconds between two looks at whether to go on."""


class ReadingCancelled(Problem):
    """Reading was stopped by the user."""


def read_document(path: Path, cancelled: Cancelled = lambda: False) -> Document:
    """The document in this file. Raises Problem, and ReadingCancelled when `cancelled` says so on the way."""
    return read_bytes(_bytes(path), path.name, cancelled)


def read_bytes(data: bytes, name: str, cancelled: Cancelled = lambda: False) -> Document:
    """The document in these bytes; `name` without folders."""
    child = _Child(wire.request(data, name))
    try:
        deadline = time.monotonic() + bounds.CLOCK
        while not child.has_answered(_LOOK):
            if cancelled():
                raise ReadingCancelled(f"Het lezen van {name} is gestopt; er is niets van overgenomen.")
            if time.monotonic() > deadline:
                raise _too_long(name)
    finally:
        code = child.end()
    return _document(child.answer, code, name)


def read_documents(
    paths: Sequence[Path],
    cancelled: Cancelled = lambda: False,
    progress: Callable[[int, Path, Document | Problem], None] | None = None,
) -> tuple[Document | Problem, ...]:
    """All documents, in this order; a Problem stands where one could not be read.

    As many at a time as there are processors, at most four. `progress` gets each result with its place as soon as it
    is there, in the thread of the caller. After a cancel what was not read yet is a ReadingCancelled.
    """
    with ThreadPoolExecutor(max_workers=min(os.cpu_count() or 1, 4), thread_name_prefix="lezen") as pool:
        places: dict[Future[Document | Problem], int] = {
            pool.submit(_attempt, path, cancelled): at for at, path in enumerate(paths)
        }
        results: dict[int, Document | Problem] = {}
        for future in as_completed(places):
            at = places[future]
            results[at] = future.result()
            if progress:
                progress(at, paths[at], results[at])
    return tuple(results[at] for at in range(len(paths)))


def _attempt(path: Path, cancelled: Cancelled) -> Document | Problem:
    if cancelled():
        return ReadingCancelled(f"{path.name} is niet gelezen: het lezen is gestopt.")
    try:
        return read_document(path, cancelled)
    except Problem as problem:
        return problem


class _Child:
    """The process, and a thread for either direction so that neither can block the other."""

    def __init__(self, request: bytes) -> None:
        self._process = subprocess.Popen(
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.answer = b""
        self._sender = Thread(target=self._send, args=(request,), daemon=True)
        self._receiver = Thread(target=self._receive, daemon=True)
        self._sender.start()
        self._receiver.start()

    def has_answered(self, seconds: float) -> bool:
        """Wait this long for the whole answer."""
        self._receiver.join(seconds)
        return not self._receiver.is_alive()

    def end(self) -> int:
        """Make an end to it, whatever it is doing. Gives its exit code, negative for a signal; 0 when it was done."""
        try:
            code = self._process.wait(_LOOK if self._receiver.is_alive() else 1.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        self._sender.join()
        self._receiver.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()
        return code

    def _send(self, request: bytes) -> None:
        assert self._process.stdin
        try:
            self._process.stdin.write(request)
            self._process.stdin.close()
        except OSError:  # it ended before it had read all; its answer or exit code says why
            return

    def _receive(self) -> None:
        assert self._process.stdout
        self.answer = self._process.stdout.read(bounds.MAX_ANSWER + 1)


def command() -> list[str]:
    """What starts the reading process: this program with an argument that only it knows."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_ARGUMENT]
    return [sys.executable, "-S", "-P", "-B", "-X", "utf8", "-m", "tijdlijn", CHILD_ARGUMENT]


def _environment() -> dict[str, str]:
    """Where the program's own modules are, and what Windows cannot start without."""
    kept = {key: os.environ[key] for key in ("SYSTEMROOT", "WINDIR") if key in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(os.path.abspath(path) for path in sys.path if path)}


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Problem(f"{path.name} is een map; kies de documenten die erin staan.")
        if path.stat().st_size > bounds.MAX_BYTES:
            raise Problem(
                f"{path.name} is groter dan {bounds.MAX_BYTES // 1_000_000} MB en is niet gelezen. Verdeel het over "
                "meer bestanden, of bewaar het zonder plaatjes."
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise Problem(f"{path.name} bestaat niet (meer). Controleer de naam en de map.") from None
    except (OSError, ValueError):
        raise Problem(
            f"{path.name} kan niet worden geopend. Controleer of u het bestand mag lezen en of het niet in een ander "
            "programma open is."
        ) from None


def _document(answer: bytes, code: int, name: str) -> Document:
    if len(answer) > bounds.MAX_ANSWER:
        raise too_much(name)
    try:
        return wire.answered(answer)
    except wire.Garbled:
        raise _fallen(code, name) from None


def _fallen(code: int, name: str) -> Problem:
    """What to say of a process that ended without an answer."""
    if code == -_signal("SIGXCPU") or code == -_signal("SIGALRM"):
        return _too_long(name)
    return damaged(name)


def _signal(name: str) -> int:
    import signal

    return int(getattr(signal, name, 0))


def _too_long(name: str) -> Problem:
    return Problem(
        f"{name} kan niet binnen {bounds.CLOCK:.0f} seconden worden gelezen; er is niets overgenomen. Verdeel het over "
        "meer bestanden of bewaar het opnieuw."
    )
