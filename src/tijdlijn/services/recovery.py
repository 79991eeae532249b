"""Making and rekeying a casebook, with a recovery sheet beside it for who asks for one.

The rule: the sheet is made before anything is done to the casebook, so that a passphrase that cannot be printed stops
all of it, and written after, so that it never tells a passphrase that is not in force. That it cannot be written
undoes nothing; it is told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tijdlijn.model.problems import Problem
from tijdlijn.services import backups
from tijdlijn.services.backups import Reason
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.files import free_path
from tijdlijn.services.outgoing import leaving
from tijdlijn.storage import errors
from tijdlijn.storage.audit import Event

_NOT_WRITTEN = "Het herstelblad is niet gemaakt, al het andere wel. {0}"


@dataclass(frozen=True, slots=True)
class Written:
    """Where the sheet stands, if one was asked for; or why it could not be written, as a sentence."""

    path: Path | None = None
    trouble: str = ""


def unfit(passphrase: str) -> str | None:
    """Why a passphrase cannot stand on a sheet, as a sentence; None when it can."""
    from tijdlijn.layout.recovery_sheet import unfit as judged

    return judged(passphrase)


def create(
    path: Path, passphrase: str, *, title: str = "", with_sheet: bool = False, today: date | None = None
) -> tuple[OpenCasebook, Written]:
    """Make a casebook, open. Raises Problem when it cannot be made; then there is no sheet either."""
    sheet = _sheet(path, passphrase, today) if with_sheet else None
    book = OpenCasebook.create(path, passphrase, title=title, today=today)
    return book, _written(book, sheet)


def change_passphrase(
    book: OpenCasebook,
    present: str,
    new: str,
    *,
    with_sheet: bool = False,
    forget_copies: bool = True,
    today: date | None = None,
) -> Written:
    """Put a casebook under another passphrase, with a backup under it.

    With `forget_copies` those under an earlier passphrase go. Raises Problem, having changed nothing, and without a
    sheet.
    """
    sheet = _sheet(book.path, new, today) if with_sheet else None
    with book.copying:
        with book.whole_file() as file:
            file.judge(present, errors.WRONG)
        backups.try_to_make(book, Reason.REKEY)
        book.change_passphrase(present, new)
        book.note(Event.REKEYED)
        trouble = _new_copies(book, forget_copies)
    written = _written(book, sheet)
    return replace(written, trouble=" ".join(filter(None, (written.trouble, trouble))))


def _new_copies(book: OpenCasebook, forget: bool) -> str:
    """A backup under the new passphrase, and with `forget` none under another; what could not be done."""
    try:
        backups.make(book, Reason.REKEYED)
        if forget:
            backups.remove(book, backups.other_passphrase(book))
    except Problem as problem:
        return problem.sentence
    return ""


def remove(sheet: Path) -> None:
    """Take a sheet away for good, past any recycle bin; one that is gone is well. Raises Problem."""
    try:
        sheet.unlink(missing_ok=True)
    except OSError:
        raise Problem(
            f"{sheet.name} kan niet worden verwijderd. Sluit het in andere programma's en probeer het opnieuw."
        ) from None


def _sheet(path: Path, passphrase: str, today: date | None) -> bytes:
    from tijdlijn.report.recovery import recovery_pdf

    return recovery_pdf(path.name, passphrase, today or date.today())


def _written(book: OpenCasebook, sheet: bytes | None) -> Written:
    if sheet is None:
        return Written()
    path = free_path(book.path.with_name(f"{book.path.stem}-herstelblad.pdf"))
    try:
        with leaving(book, Event.EXPORTED, "", what="herstelblad", kind="pdf") as departure:
            departure.write(path, sheet)
    except Problem as problem:
        return Written(trouble=_NOT_WRITTEN.format(problem.sentence))
    return Written(path)


__all__ = ["Written", "change_passphrase", "create", "remove", "unfit"]
