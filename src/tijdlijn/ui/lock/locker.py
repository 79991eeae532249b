"""Locks the window and brings everything back: by command, when nobody is there, when the computer sleeps or its screen
is locked.

The rule: locking is never refused and never asks. What is typed is committed where it can be and kept in the casebook
where it cannot; then the casebook is closed and everything of it is dropped. Only the path of the file, the id of the
case and, when they could not be written, what was typed stay in mind.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from tijdlijn.model.problems import Problem
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.drafts import drafts_of, keep_drafts
from tijdlijn.ui import faults
from tijdlijn.ui.lock.idleness import Clocks, Idleness
from tijdlijn.ui.lock.lock_page import LockPage
from tijdlijn.ui.lock.lock_warning import LockWarning
from tijdlijn.ui.lock.system import hear_system

if TYPE_CHECKING:
    from tijdlijn.ui.main_window import MainWindow
    from tijdlijn.ui.workspace import Workspace

MINUTES = (1, 2, 5, 10, 15, 30, 60)
USUAL = 10
SETTING = "vergrendelen_na_minuten"
PRESENTING = 2 * 60 * 60.0
"""Seconds without a key after which a presentation is locked too."""
WHERE = "plek"
"""The name under which is kept where somebody was."""


@dataclass
class _Locked:
    """What stays in mind while it is locked."""

    path: Path
    case_id: str
    unwritten: dict[str, str] = field(default_factory=dict)


class Locker(QObject):
    """Of one window. `lock` may be called at any time; without an open casebook it does nothing."""

    def __init__(self, window: MainWindow, settings: QSettings, clocks: Clocks | None = None) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._locked: _Locked | None = None
        self.page: LockPage | None = None
        self.warning = LockWarning(window)
        self.idleness = Idleness(self.limit, self, clocks)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.lock)
        idleness = self.idleness
        idleness.nearing.connect(self._warn)
        idleness.eased.connect(self._ease)
        idleness.expired.connect(self.lock)
        idleness.slept.connect(self.lock)
        idleness.lock_asked.connect(self.lock_soon)
        idleness.typed.connect(self._typed)
        self._system = hear_system(self.lock_soon, window)

    # When

    @property
    def minutes(self) -> int:
        """After how many minutes without anything done it locks."""
        try:
            chosen = int(str(self._settings.value(SETTING, USUAL)))
        except ValueError:
            return USUAL
        return min(max(chosen, MINUTES[0]), MINUTES[-1])

    def limit(self) -> float:
        """The same in seconds; a presentation is left alone for longer."""
        seconds = self.minutes * 60.0
        return max(seconds, PRESENTING) if self._window.presenting is not None else seconds

    def fill_menu(self, menu: QMenu) -> None:
        """The choice of minutes."""
        menu.clear()
        group = QActionGroup(menu)
        for minutes in sorted({*MINUTES, self.minutes}):
            words = self.tr("1 minuut") if minutes == 1 else self.tr("{0} minuten").format(minutes)
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(minutes == self.minutes)
            action.triggered.connect(lambda _=False, chosen=minutes: self._settings.setValue(SETTING, chosen))
            group.addAction(action)

    def watch(self) -> None:
        """A casebook is open from now on, or there is none any more."""
        if self._window.book is not None:
            self.idleness.begin()
        else:
            self.idleness.end()

    def _typed(self) -> None:
        if self._window.workspace is not None:
            self._window.workspace.controller.drafts.touch()

    def _warn(self, seconds: int) -> None:
        presenting = self._window.presenting
        if presenting is None:
            self.warning.tell(seconds)
        else:
            presenting.show.told.emit(self.tr("Vergrendelt over {0} s. Elke toets houdt het open.").format(seconds))

    def _ease(self) -> None:
        self.warning.leave()
        if self._window.presenting is not None:
            self._window.presenting.show.told.emit("")

    # Locking

    @property
    def is_locked(self) -> bool:
        """Whether it is locked now."""
        return self._locked is not None

    def lock_soon(self) -> None:
        """Lock when what is going on now is done: it may come from a widget that goes."""
        self._soon.start()

    def lock(self) -> None:
        """Keep everything, drop everything, and show the page that asks for the passphrase."""
        from tijdlijn.ui.lock.wiping import close_dialogs, wipe

        window = self._window
        book, space = window.looking_back.casebook, window.workspace
        if book is None:
            return
        self.idleness.end()
        self.warning.leave()
        self._locked = _Locked(book.path, space.controller.case.id if space else "")
        close_dialogs(window)
        if space is not None:
            self._keep(space, self._locked)
        why = self.tr("Wat u het laatst typte kon niet in het bestand; het staat er weer als u opent.")
        self._show_page(book.path, why if self._locked.unwritten else "")
        window.let_go(locked=True)
        del book, space
        wipe()

    def _keep(self, space: Workspace, locked: _Locked) -> None:
        """Commit what can be, and keep the rest with where somebody is; whatever fails, it locks."""
        from tijdlijn.ui.lock.whereabouts import seen_in

        keeper, where = space.controller.drafts, ""
        try:
            where = seen_in(space)
            if self._window.presenting is not None:
                self._window.presenting.end(at_once=True)
            space.flush()
            keeper.collect()
        except Exception as error:
            faults.note(error)
        keeper.put(WHERE, where)
        if keeper.keep_now():
            locked.unwritten = keeper.unwritten

    def _show_page(self, path: Path, why: str) -> None:
        self.page = LockPage(path, why)
        self.page.tried.connect(self._try)
        self.page.closed.connect(self._close)
        self._window.show_instead(self.page)
        self.page.repaint()  # before anything that takes time

    # Opening again

    def _try(self, typed: str) -> None:
        if self.page is not None and self._locked is not None:
            self._window.opening.unlock(self.page, typed, self._locked.case_id, self._opened)

    def _opened(self, book: OpenCasebook) -> None:
        from tijdlijn.ui.lock.whereabouts import bring_back, bring_back_view

        locked, self._locked = self._locked, None
        assert locked is not None
        case_id = locked.case_id
        if case_id not in {one.id for one in book.cases()}:
            case_id = book.cases()[0].id
        with suppress(Problem):
            keep_drafts(book, case_id, locked.unwritten)
        was = drafts_of(book, case_id).get(f"{WHERE}:", "")
        self.forget_page()
        self._window.take_up(book, case_id)
        space = self._window.workspace
        if space is None or not was:
            return
        space.controller.drafts.put(WHERE, "")
        bring_back(space, was)
        bring_back_view(space, was)
        acted = self.idleness.acted
        once = Qt.ConnectionType.SingleShotConnection
        space.controller.analysis_changed.connect(lambda: self._settle(space, was, acted), once)

    def _settle(self, space: Workspace, was: str, acted: float) -> None:
        """The findings are there, which take room: scroll once more, unless somebody did something meanwhile."""
        from tijdlijn.ui.lock.whereabouts import bring_back_view

        if space is self._window.workspace and self.idleness.acted == acted:
            bring_back_view(space, was)

    def _close(self) -> None:
        """Leave the casebook closed."""
        self.forget_page()
        self._window.start.refresh()
        self._window.show_instead(None)

    def forget_page(self) -> None:
        """Take the page away, when it is there."""
        self._locked = None
        if self.page is not None:
            self.page.forget()
            self.page.hide()
            self.page.deleteLater()
            self.page = None
