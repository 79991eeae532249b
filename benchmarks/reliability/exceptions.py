"""Errors nobody foresaw, forced while commands of the window are triggered: nothing of a dossier is told, the program
lives on, and nothing is half done.

The rule: a function of the program raises with a marker in its message, at the first or a later call of it, while one
command runs with all that follows from it. Then the marker is in no log, bar, title, label or stream; the snapshot in
memory is what the file says, and what the window shows is that snapshot; and an edit can still be made. One window
goes through many runs: what an earlier error broke is found by a later run.
"""

from __future__ import annotations

import importlib
import inspect
import os
import pkgutil
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, wraps
from pathlib import Path
from typing import Any

from benchmarks.reliability.casebooks import PASSPHRASE, casebook

import tijdlijn.analysis
import tijdlijn.layout
import tijdlijn.services
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import Kind
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.ids import new_id
from tijdlijn.storage import reading

MARK = "Zebra" + "vinkje"
ERRORS = (RuntimeError, ValueError, KeyError, TypeError, OSError, MemoryError, AttributeError, ZeroDivisionError)
NOT_TRIGGERED = frozenset(
    [
        "new",
        "open",
        "example",
        "close",
        "quit",
        "lock",
        "remove_casebook",
        "documents",
        "documents_folder",
        "save_as",
        "copy_clean",
        "unpack",
        "new_case",
        "about",
    ]
)
"""What asks for a file by the window of the system, or leaves the casebook."""
TRIES, BY_CHANCE, LONGEST = 40, 0.25, 80
TYPED = ("aug 2021 melding van school", "2019 hulp !zorg", "3 mei 2020 huisbezoek", "zomaar een regel")


_CALLED: dict[str, list[str]] = {}
"""Which functions a command called when it was done as it is."""


class Session:
    """A window with a case, whose error stream goes to a file."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="tl-reliable-window-"))
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(self.folder / "profiel")
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        self.stream = self.folder / "stderr"
        os.dup2(os.open(self.stream, os.O_CREAT | os.O_WRONLY | os.O_APPEND), 2)
        from PySide6.QtCore import QThreadPool

        from tijdlijn.ui import app
        from tijdlijn.ui.main_window import MainWindow

        self.app = app.make_application(["tijdlijn"])
        self.pool = QThreadPool.globalInstance()
        self.window = MainWindow(app.settings())
        app._catch(self.window)
        self.window.resize(1200, 800)
        self.window.show()
        self.path = casebook(self.folder / "map", 40)
        self.open()

    def open(self) -> None:
        """Open the casebook in the window, and wait until it is there."""
        self.window.opening.ask(self.path, PASSPHRASE)
        end = time.monotonic() + 20
        while self.window.workspace is None and time.monotonic() < end:
            self.settle()
        self.settle()

    def settle(self) -> None:
        """Let everything happen that was begun, and close what asks something."""
        for _ in range(3):
            self.app.processEvents()
            self.pool.waitForDone()
        for dialog in [self.app.activeModalWidget(), self.app.activePopupWidget()]:
            if dialog is not None:
                dialog.close()
        self.app.processEvents()

    @property
    def space(self) -> Any:
        """The workspace of the case that is open."""
        return self.window.workspace

    def shown(self) -> str:
        """All that can be read in labels, buttons, lines and titles of every window."""
        from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

        words = [self.app.clipboard().text()]
        for top in self.app.topLevelWidgets():
            words.append(top.windowTitle())
            for one in top.findChildren(QWidget):
                words.append(one.toolTip())
                words.append(one.accessibleName())
                if isinstance(one, QLabel | QAbstractButton | QLineEdit):
                    words.append(one.text())
        return "\n".join(words)

    def logged(self) -> str:
        """All that was written to the log and the error stream, and forget it."""
        from tijdlijn.ui import faults

        told = []
        for path in (self.stream, faults.place()):
            if path.exists():
                told.append(path.read_text("utf-8", "replace"))
                os.truncate(path, 0)
        return "\n".join(told)


@cache
def _session() -> Session:
    return Session()


@cache
def _targets() -> dict[str, Callable[..., Any]]:
    """Functions of services, layout and analysis, and the methods of an open casebook, by name."""
    found: dict[str, Callable[..., Any]] = {}
    for package in (tijdlijn.services, tijdlijn.layout, tijdlijn.analysis):
        for info in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
            for name, one in vars(importlib.import_module(info.name)).items():
                if inspect.isfunction(one) and one.__module__ == info.name and not hasattr(one, "__wrapped__"):
                    found[f"{info.name}.{name}"] = one
    for name, one in inspect.getmembers(OpenCasebook, inspect.isfunction):
        if not name.startswith("__") and name not in ("close", "lock", "try_again"):
            found[f"OpenCasebook.{name}"] = one
    return found


@contextmanager
def _raising(name: str, error: type[BaseException], calls: int) -> Iterator[list[int]]:
    """Within it the function raises after so many calls, wherever it was imported. Gives which calls raised."""
    function, hits, raised = _targets()[name], [0], []

    @wraps(function)
    def raises(*given: Any, **named: Any) -> Any:
        hits[0] += 1
        if hits[0] > calls:
            raised.append(hits[0])
            raise error(f"{MARK} {hits[0]}")
        return function(*given, **named)

    places: list[tuple[Any, str]] = []
    if name.startswith("OpenCasebook."):
        places.append((OpenCasebook, name.split(".")[1]))
    else:
        for module in [one for key, one in sys.modules.items() if key.startswith("tijdlijn")]:
            places += [(module, key) for key, one in vars(module).items() if one is function]
    kept = [(place, key, place.__dict__.get(key)) for place, key in places]
    for place, key in places:
        setattr(place, key, raises)
    try:
        yield raised
    finally:
        for place, key, former in kept:
            if former is None:
                delattr(place, key)
            else:
                setattr(place, key, former)


def _command(session: Session, chance: random.Random) -> tuple[str, Callable[[], object]]:
    space = session.space
    kind = chance.random()
    entries = space.controller.case.entries
    if kind < 0.25:
        text = chance.choice(TYPED)
        return f"type {text}", lambda: (space.quick.line.setText(text), space.quick._enter())
    if kind < 0.35 and entries:
        one = chance.choice(entries)
        return "delete", lambda: space.controller.do(editing.delete_entries, [one.id])
    if kind < 0.42:
        words = chance.choice(("school", "moeder", ""))
        return "search", lambda: space.search.field.setText(words)
    enabled = [id_ for id_, one in session.window.actions_by_id.items() if one.isEnabled() and id_ not in NOT_TRIGGERED]
    id_ = chance.choice(enabled)
    return id_, session.window.actions_by_id[id_].trigger


def force(number: int, _: Path) -> Iterator[str]:
    """Force one error, in a function that the command was just seen to call, or by chance in any other."""
    session, chance = _session(), random.Random(f"exception {number}")
    for _attempt in range(TRIES):
        session.logged()
        if session.space is None:
            session.open()
        _choose(session, chance)
        what, act = _command(session, chance)
        if what not in _CALLED:
            _CALLED[what] = _called(session, act)
            if session.space is None:
                continue
            _choose(session, chance)
        called = _CALLED[what]
        if not called:
            continue
        names = sorted(_targets()) if chance.random() < BY_CHANCE else called
        name = chance.choice(names)
        with _raising(name, chance.choice(ERRORS), chance.choice((0, 0, 0, 1, 2, 5))) as raised:
            _do(act)
            session.settle()
        yield from (f"{word}: {name} while {what}" for word in _wrong(session))
        if raised:
            yield "+in " + ("the casebook" if name.startswith("Open") else name.split(".")[1])
            return
    yield "stopped: no function was called"


def _do(act: Callable[[], object]) -> None:
    try:
        act()
    except Exception as error:  # as Qt does with what a slot raises
        sys.excepthook(type(error), error, error.__traceback__)


def _choose(session: Session, chance: random.Random) -> None:
    """Select some entries, as commands need them."""
    space = session.space
    if space is not None and space.controller.case.entries:
        entries = space.controller.case.entries
        space.controller.select([one.id for one in chance.sample(entries, min(len(entries), chance.choice((1, 1, 2))))])


def _called(session: Session, act: Callable[[], object]) -> list[str]:
    """Carry out a command as it is, and see which functions that may raise it calls in the window's thread."""
    by_code = {one.__code__: name for name, one in _targets().items()}
    seen: set[str] = set()

    def look(frame: Any, event: str, _: Any) -> None:
        if event == "call" and frame.f_code in by_code:
            seen.add(by_code[frame.f_code])

    sys.setprofile(look)
    try:
        _do(act)
    finally:
        sys.setprofile(None)
    session.settle()
    return sorted(seen)


def _wrong(session: Session) -> Iterator[str]:
    """What is wrong after an error, now that nothing raises any more."""
    if MARK in session.shown():
        yield "marker shown"
    if MARK in session.logged():
        yield "marker logged"
    if session.space is None:
        yield "+casebook closed"
        session.open()
    if session.space is None:
        yield "not opened again"
        return
    controller = session.space.controller
    book, id_ = controller.book, controller.case.id
    if not book.condition.can_edit:
        yield "+editing stopped"
        book.try_again()
        controller.refresh()
    if book.read(lambda raw: reading.load_case(raw, id_, book.today)) != book.case(id_):
        yield "half done in memory"
    if controller.case != book.case(id_):
        yield "half done in the window"
    if controller.do(editing.add_entry, Entry(new_id(), Kind.SIGNAAL, "en verder")) is None:
        yield "no edit can be made"
    controller.undo()
    session.settle()
    if len(book.case(id_).entries) > LONGEST:
        controller.do(editing.delete_entries, [one.id for one in book.case(id_).entries[: LONGEST // 2]])
        session.settle()
    if MARK in session.shown() + session.logged():
        yield "marker told later"
