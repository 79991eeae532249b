"""A casebook with some entries, opened as the window has it: for tests of panels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from pytestqt.qtbot import QtBot

from tests import builders
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.ui.controller import CaseController

Opener = Callable[..., CaseController]


@contextmanager
def opener(folder: Path, qtbot: QtBot) -> Iterator[Opener]:
    """Gives `opened(*entries, persons=…, parties=…)`: a controller whose findings have been computed."""
    books: list[OpenCasebook] = []

    def opened(*entries: Entry, today: date = builders.TODAY, **more: object) -> CaseController:
        case: Case = builders.case(*entries, today=today, **more)
        book = OpenCasebook.create(folder / f"proef{len(books)}.tijdlijn", "wachtwoord", title=case.title, today=today)
        books.append(book)
        own = book.cases()[0].id
        batch = editing.Batch(case.persons, case.parties, case.workers, case.sources, case.entries)
        editing.apply(book, own, batch, "Lees de proef in")
        controller = CaseController(book, own)
        qtbot.waitUntil(lambda: controller.analysis is not None)
        return controller

    yield opened
    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for book in books:
        book.close()
