"""A backup in the window, only to look at it; and the way back to the casebook.

The rule: the casebook stays open and locked behind it, and no part of the window writes in either. A backup is never
what the window goes on with: whoever locks, closes or opens something else is at the casebook itself again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from tijdlijn.services.backups import Backup
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.ui.moments import day_and_time
from tijdlijn.ui.notices import Notice
from tijdlijn.ui.tasks import run

if TYPE_CHECKING:
    from tijdlijn.services.looking_back import OpenBackup
    from tijdlijn.ui.dialogs.backups_dialog import BackupsDialog
    from tijdlijn.ui.main_window import MainWindow
    from tijdlijn.ui.workspace import Workspace

BAR = "backup"
"""The key of its bar."""


class LookingBack(QObject):
    """Of one window. `backup` is what is looked at, None when the window shows a casebook itself."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._case_id = ""
        self.backup: OpenBackup | None = None

    @property
    def casebook(self) -> OpenCasebook | None:
        """The casebook that is open, also while a backup of it is looked at."""
        return self.backup.owner if self.backup else self._window.book

    def ask(self, dialog: BackupsDialog, backup: Backup, passphrase: str | None) -> None:
        """Open a backup behind the screen and show it in the place of the casebook; `dialog` is told when it cannot
        be opened."""
        from tijdlijn.services.looking_back import open_backup

        window, book = self._window, self._window.book
        if book is None:
            return

        def opened(found: OpenBackup) -> None:
            if window.book is not book or not isValid(dialog) or not dialog.isVisible():
                found.close()
                return
            dialog.accept()
            self._begin(found)

        def failed(sentence: str) -> None:
            if isValid(dialog):
                dialog.failed(sentence)

        run(self, lambda: open_backup(book, backup, passphrase), opened, failed)

    def _begin(self, backup: OpenBackup) -> None:
        window, space = self._window, self._window.workspace
        if space is None or not window.may_leave():
            backup.close()
            return
        self.backup, self._case_id = backup, space.controller.case.id
        window.keeping.rest()
        window.book = backup
        ids = [one.id for one in backup.cases()]
        window.show_case(self._case_id if self._case_id in ids else ids[0])

    def show_in(self, space: Workspace) -> None:
        """Say above a case that it is one of a backup, and offer the way back."""
        if self.backup is None:
            return
        told = self.tr(
            "U kijkt in de reservekopie van {0}. Er kan niets in worden gewijzigd, en het casusboek zelf blijft zoals "
            "het is."
        ).format(day_and_time(self.backup.backup.at))
        bar = Notice(told, [(self.tr("Terug naar het casusboek"), self.end)], role="backup-bar")
        space.notices.show_bar(BAR, bar, first=True)

    def end(self) -> None:
        """Show the casebook itself again, at the case that was left."""
        window, backup = self._window, self.backup
        if backup is None or not window.may_leave() or not window.guarding.can_show(backup.owner, self._case_id):
            return
        self.backup = None
        window.book = backup.owner
        window.show_case(self._case_id)
        backup.close()
        window.keeping.watch(backup.owner)

    def forget(self) -> None:
        """Close the backup; nothing of it is shown any more."""
        backup, self.backup = self.backup, None
        if backup is not None:
            self._window.book = backup.owner
            backup.close()
