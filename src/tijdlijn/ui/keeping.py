"""Keeping a casebook safe while it is open: backups by themselves, and the sheets about copies, erasing and removing.

The rule: a backup is made in the background and holds nobody up; that it cannot be made is one quiet sentence in the
status bar. What replaces the casebook begins with what is being typed, and shows the case anew.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.ui import clipboard
from tijdlijn.ui.tasks import run

if TYPE_CHECKING:
    from tijdlijn.services.recovery import Written
    from tijdlijn.ui.main_window import MainWindow

AFTER_OPENING = 3_000
"""Milliseconds until the first backup: by then the first picture is there."""
HOUR = 3_600_000
TOLD_FOR = 20_000
"""How long the status bar says why there is no backup, in milliseconds."""


class Keeping(QObject):
    """What the window does to keep the open casebook safe."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._first, self._hourly = QTimer(self), QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(AFTER_OPENING)
        self._hourly.setInterval(HOUR)
        self._first.timeout.connect(self.back_up)
        self._hourly.timeout.connect(lambda: self.back_up(hourly=True))

    @property
    def commands(self) -> dict[str, Callable[[], object]]:
        """What the menu offers of it."""
        return {
            "backups": self._show_backups,
            "copy_clean": self._copy_clean,
            "erase": self._erase,
            "remove_casebook": self._remove,
            "passphrase": self._change_passphrase,
        }

    # By itself

    def watch(self, book: OpenCasebook) -> None:
        """Make backups of this casebook from now on."""
        book.copy_trouble = ""
        self._first.start()
        self._hourly.start()

    def rest(self) -> None:
        """Make no more of them."""
        self._first.stop()
        self._hourly.stop()

    def back_up(self, *, hourly: bool = False) -> None:
        """Make a backup in the background if anything changed: after opening, or `hourly`."""
        from tijdlijn.services.backups import Reason, try_to_make

        reason = Reason.HOURLY if hourly else Reason.OPENING
        book = self._window.book
        if book is not None:
            run(self, lambda: try_to_make(book, reason), lambda _: self.tell_trouble(), lambda _: None)

    def tell_trouble(self) -> None:
        """Say once why the last copy could not be made."""
        book = self._window.book
        if book is not None and book.copy_trouble:
            self._window.statusBar().showMessage(book.copy_trouble, TOLD_FOR)
            book.copy_trouble = ""

    # Sheets

    def _show_backups(self) -> None:
        from tijdlijn.ui.dialogs.backups_dialog import BackupsDialog

        if (book := self._ready()) is not None:
            dialog = BackupsDialog(book, self._window)
            dialog.look_asked.connect(partial(self._window.looking_back.ask, dialog))
            dialog.restored.connect(lambda: self._show_anew(self._window.tr("De reservekopie is teruggezet.")))
            dialog.open()

    def _copy_clean(self) -> None:
        from tijdlijn.ui.dialogs.clean_copy import CleanCopyDialog

        space = self._window.workspace
        if self._ready() is not None and space is not None:
            CleanCopyDialog(space.controller, self._window).open()

    def _erase(self) -> None:
        from tijdlijn.ui.dialogs.erase_dialog import EraseDialog

        space = self._window.workspace
        if self._ready() is not None and space is not None:
            dialog = EraseDialog(space.controller, self._window)
            dialog.erased.connect(self._erased)
            dialog.open()

    def _erased(self, said: str) -> None:
        from tijdlijn.language.pseudonyms import forget

        clipboard.forget()
        forget()
        self._show_anew(said)

    def _remove(self) -> None:
        from tijdlijn.ui.dialogs.remove_casebook import RemoveCasebookDialog

        if (book := self._ready()) is not None:
            dialog = RemoveCasebookDialog(book, self._window)
            dialog.removed.connect(self._removed)
            dialog.open()

    def _removed(self) -> None:
        from tijdlijn.services import recent

        book = self._window.book
        if book is not None:
            recent.forget(book.path)
            self._window.close_book()

    def _change_passphrase(self) -> None:
        from tijdlijn.ui.dialogs.change_passphrase import ChangePassphraseDialog

        if self._window.book:
            dialog = ChangePassphraseDialog(self._window.book, self._window)
            dialog.changed.connect(self._tell_changed)
            dialog.open()

    def _tell_changed(self, written: Written) -> None:
        from tijdlijn.ui.dialogs.recovery import RecoveryDialog

        told = self.tr("Dit casusboek opent vanaf nu alleen met het nieuwe wachtwoord.")
        RecoveryDialog(self.tr("Het wachtwoord is gewijzigd"), told, written, self._window).open()

    def _ready(self) -> OpenCasebook | None:
        """The casebook with all that was typed in it; None while something of that cannot be kept."""
        return self._window.book if self._window.may_leave() else None

    def _show_anew(self, said: str) -> None:
        """Show the case as it is now, or the first when it is gone."""
        book, space = self._window.book, self._window.workspace
        if book is None or space is None:
            return
        ids = [summary.id for summary in book.cases()]
        present = space.controller.case.id
        self._window.show_case(present if present in ids else ids[0])
        self._window.statusBar().showMessage(said, TOLD_FOR)
