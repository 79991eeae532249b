"""A casebook that holds a case as a test builds it, and what its log says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tijdlijn.model.casebook import Case
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch
from tijdlijn.storage import audit
from tijdlijn.storage.audit import Event, Line


@contextmanager
def book_of(case: Case, folder: Path) -> Iterator[OpenCasebook]:
    """An open casebook with this case alone, under its own id, in a folder of its own within `folder`."""
    place = folder / "boek"
    place.mkdir()
    with OpenCasebook.create(place / "proef.tijdlijn", "wachtwoord", today=case.today) as book:
        first = book.cases()[0].id
        put_in(book, case)
        book.commit_removal(first, "Verwijder de lege casus")
        yield book


def put_in(book: OpenCasebook, case: Case) -> None:
    """Put a case with everything in it in a casebook."""
    book.commit_new(case, "Voeg de proef toe", Batch.of_case(case))


def logged(book: OpenCasebook, *events: Event) -> list[Line]:
    """The lines about these events, the oldest first."""
    return [line for line in reversed(book.read(audit.lines)) if line.event in events]
