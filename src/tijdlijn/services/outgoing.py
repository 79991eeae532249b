"""Everything that leaves a casebook is in its audit log before it leaves (design 7, 14 and 20).

The rule: nothing leaves unlogged. The line is on disk right before a file gets its name, a page goes to a printer or
something comes on the clipboard; when the line cannot be written, as in a casebook that is only read, nothing leaves.
What fails or is stopped is noted as that. A line holds codes, counts and checksums, no content and no name of a file or
a printer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tijdlijn.model.problems import Problem
from tijdlijn.model.progress import Stopped
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.files import write_file
from tijdlijn.storage.audit import DONE, FAILED, Event

BEGUN, STOPPED_HALFWAY = "begonnen", "afgebroken"
"""Results beside done and failed: of what takes a while, when it begins; and of what somebody stopped."""
ROWS, PICTURE = "regels", "plaatje"
"""What comes on the clipboard."""
NOT_NOTED = (
    "Dit kan niet in het logboek van het casusboek worden geschreven en daarom is er niets naar buiten gegaan; kijk of "
    "het casusboek nog op zijn plaats staat en of de schijf niet vol is."
)
NO_LOG = (
    "Dit casusboek is alleen te lezen. Wat naar buiten gaat hoort in zijn logboek, en daarin kan nu niet worden "
    "geschreven; daarom is er niets naar buiten gegaan. Boven in het venster staat waarom, en wat u kunt doen."
)


class Departure:
    """Something that is about to leave; `codes` say what is known of it beforehand."""

    def __init__(self, book: OpenCasebook, event: Event, case_id: str, **codes: Any) -> None:
        self._book, self._event, self._case_id = book, event, case_id
        self.codes = codes

    def note(self, result: str = DONE, **more: Any) -> None:
        """Put the line in the log. Raises Problem when that cannot be; then it must not leave."""
        self.codes.update(more)
        if not self._book.is_logged:
            raise Problem(NO_LOG)
        try:
            self._book.note(self._event, self._case_id, result=result, **self.codes)
        except Problem:
            raise Problem(NOT_NOTED) from None

    def write(self, path: Path, data: bytes) -> None:
        """Write a file, which gets its name once it is in the log. Raises Problem; then what was there still is."""
        write_file(path, data, lambda: self.note(sha256=hashlib.sha256(data).hexdigest(), bytes=len(data)))

    def ended(self, result: str) -> None:
        """Note how it ended, or that it did not leave after all; nothing is said when that cannot be noted, as it was
        noted when it began."""
        with suppress(Problem):
            self._book.note(self._event, self._case_id, result=result, **self.codes)


@contextmanager
def leaving(book: OpenCasebook, event: Event, case_id: str, **codes: Any) -> Iterator[Departure]:
    """What is done within it makes something that leaves; when it raises, that is noted."""
    departure = Departure(book, event, case_id, **codes)
    try:
        yield departure
    except Stopped:
        departure.ended(STOPPED_HALFWAY)
        raise
    except BaseException:
        departure.ended(FAILED)
        raise


def note_copy(book: OpenCasebook, case_id: str, what: str, *, pseudonyms: bool, entries: int) -> None:
    """Note that a picture or entries come on the clipboard. Raises Problem; then they must not."""
    Departure(book, Event.COPIED, case_id, what=what, pseudonyms=pseudonyms, entries=entries).note()


def note_told(book: OpenCasebook, case_id: str, kind: str) -> None:
    """Note that a command tells the findings of a case. Raises Problem; then it must not."""
    Departure(book, Event.EXPORTED, case_id, what="bevindingen", kind=kind, pseudonyms=False).note()


def note_presenting(book: OpenCasebook, case_id: str, *, pseudonyms: bool) -> None:
    """Note that a presentation begins, or goes on with names. Raises Problem; then nothing more must be shown."""
    Departure(book, Event.PRESENTED, case_id, pseudonyms=pseudonyms).note(BEGUN)


def note_presented(book: OpenCasebook, case_id: str, *, pseudonyms: bool) -> None:
    """Note that a presentation ended."""
    Departure(book, Event.PRESENTED, case_id, pseudonyms=pseudonyms).ended(DONE)


@contextmanager
def taking_in(book: OpenCasebook, case_id: str, **codes: Any) -> Iterator[dict[str, Any]]:
    """What is done within it takes something in. The change has a line of its own, so nothing stops on this one.

    Who uses it adds counts to what it is given.
    """
    result = FAILED
    try:
        yield codes
        result = DONE
    except Stopped:
        result = STOPPED_HALFWAY
        raise
    finally:
        case = str(codes.pop("case", case_id))
        with suppress(Problem):
            book.note(Event.TAKEN_IN, case, result=result, **codes)


__all__ = [
    "BEGUN",
    "DONE",
    "FAILED",
    "PICTURE",
    "ROWS",
    "STOPPED_HALFWAY",
    "Departure",
    "leaving",
    "note_copy",
    "note_presented",
    "note_presenting",
    "note_told",
    "taking_in",
]
