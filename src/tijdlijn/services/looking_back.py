"""Looking at a backup as it is, without putting it back.

The rule: a backup is only read, and nothing is written in it or beside it. That it was looked at, and what of it leaves
the program, is in the log of the casebook that it is a backup of.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from tijdlijn.model.problems import Problem
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.storage import audit, errors
from tijdlijn.storage.audit import Event
from tijdlijn.storage.backups import Backup, Reason
from tijdlijn.storage.casebook_file import CasebookFile
from tijdlijn.storage.read_only import Access


class OpenBackup(OpenCasebook):
    """A backup that is open to be read; `owner` is the casebook it is of, which stays open meanwhile."""

    def __init__(self, file: CasebookFile, owner: OpenCasebook, backup: Backup) -> None:
        self.owner, self.backup = owner, backup
        super().__init__(file, owner.today)

    @property
    def is_logged(self) -> bool:
        """As the log of its casebook can be written."""
        return self.owner.is_logged

    def note(self, event: Event, case_id: str = "", *, result: str = audit.DONE, **detail: Any) -> None:
        """Add a line to the log of the casebook, which says that it is about a backup. Raises Problem."""
        if event not in (Event.CLOSED, Event.LOCKED):
            self.owner.note(event, case_id, result=result, copy=self.backup.code, **detail)

    def try_again(self) -> None:
        """Raises Problem: a backup is never written."""
        raise errors.problem(errors.READ_ONLY, self.path)


def open_backup(book: OpenCasebook, backup: Backup, passphrase: str | None = None) -> OpenBackup:
    """Open a backup of a casebook to look at it, every page and index of it checked.

    `passphrase` is that of the backup, None when it has the same. Raises Problem: it is gone, damaged, has another
    passphrase, or is of another casebook.
    """
    with book.whole_file() as file:
        if passphrase is None:
            opened = file.at(backup.path, Access.READ)
        else:
            opened = CasebookFile.open(backup.path, passphrase, access=Access.READ)
    try:
        opened.check()
        if backup.reason is not Reason.MIGRATION and opened.generation.book != book.generation.book:
            raise errors.problem(errors.OTHER_CASEBOOK, backup.path)
        looked_at = OpenBackup(opened, book, backup)
    except BaseException:
        opened.close()
        raise
    with suppress(Problem):  # looking is what helps when the casebook itself can no longer be written
        looked_at.note(Event.LOOKED)
    return looked_at
