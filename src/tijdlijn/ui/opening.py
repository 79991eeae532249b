"""Opening and making casebooks: asks for a passphrase, derives and reads in the background, tells what went wrong."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from tijdlijn.services import recent
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.guarded import Access
from tijdlijn.ui.tasks import run

if TYPE_CHECKING:
    from tijdlijn.services.recovery import Written
    from tijdlijn.ui.dialogs.passphrase import NewCasebookDialog, OpenPassphraseDialog
    from tijdlijn.ui.lock.lock_page import LockPage


class Opening(QObject):
    """Comes to an open casebook in one of four ways. `opened` hands it over; `problem` says why not."""

    opened = Signal(object)
    problem = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._failures: dict[Path, int] = {}
        self._next_try: dict[Path, float] = {}

    def choose(self) -> None:
        """Let the user choose a file, then ask for its passphrase."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Casusboek openen"), _documents(), self.tr("Casusboek (*.tijdlijn)")
        )
        if name:
            self.ask(Path(name))

    def ask(self, path: Path, passphrase: str | None = None) -> None:
        """Open a casebook: with a passphrase that is known already, or by asking for it."""
        if passphrase is not None:
            run(self, lambda: _loaded(path, passphrase), self.opened.emit, self.problem.emit)
            return
        if not path.is_file():
            recent.forget(path)
            self.problem.emit(
                self.tr("Het casusboek “{0}” staat niet meer op zijn plaats. Zoek het op met Openen.").format(path.name)
            )
            return
        from tijdlijn.ui.dialogs.passphrase import OpenPassphraseDialog

        dialog = OpenPassphraseDialog(path, self._window)
        dialog.tried.connect(lambda typed: self._try(dialog, path, typed))
        dialog.hold(self._next_try.get(path.resolve(), 0.0) - monotonic())
        dialog.open()

    def _try(self, dialog: OpenPassphraseDialog, path: Path, typed: str) -> None:
        self._attempt(dialog, path, lambda: _loaded(path, typed), self.opened.emit)

    def _attempt(
        self,
        asked: OpenPassphraseDialog | LockPage,
        path: Path,
        load: Callable[[], OpenCasebook],
        done: Callable[[OpenCasebook], object],
    ) -> None:
        """Try a passphrase; after each that is wrong one waits longer, also in a sheet that is asked for anew."""
        which = path.resolve()

        def opened(book: OpenCasebook) -> None:
            self._failures.pop(which, None)
            self._next_try.pop(which, None)
            asked.accept()
            done(book)

        def failed(sentence: str) -> None:
            from tijdlijn.services.passphrase import wait_seconds

            self._failures[which] = self._failures.get(which, 0) + 1
            wait = wait_seconds(self._failures[which])
            self._next_try[which] = monotonic() + wait
            asked.failed(sentence, wait)

        run(asked, load, opened, failed)

    def unlock(self, page: LockPage, typed: str, case_id: str, opened: Callable[[OpenCasebook], None]) -> None:
        """Open a casebook again that was locked, at a case of it."""
        path = page.path
        self._attempt(page, path, lambda: _loaded(path, typed, case_id), opened)

    def new(self) -> None:
        """Make a casebook with one case."""
        from tijdlijn.ui.dialogs.passphrase import NewCasebookDialog

        dialog = NewCasebookDialog(self._window)
        dialog.asked.connect(lambda: self._make(dialog))
        dialog.open()

    def _make(self, dialog: NewCasebookDialog) -> None:
        from tijdlijn.services import recovery

        path, passphrase, title = dialog.path, dialog.chosen.text, dialog.case_title
        with_sheet = dialog.chosen.wants_sheet

        def made(result: tuple[OpenCasebook, Written]) -> None:
            book, written = result
            dialog.accept()
            self.opened.emit(book)
            if with_sheet:
                self._tell_sheet(written)

        run(dialog, lambda: recovery.create(path, passphrase, title=title, with_sheet=with_sheet), made, dialog.failed)

    def _tell_sheet(self, written: Written) -> None:
        from tijdlijn.ui.dialogs.recovery import RecoveryDialog

        heading = self.tr("Casusboek gemaakt")
        RecoveryDialog(heading, self.tr("Het casusboek is gemaakt en geopend."), written, self._window).open()

    def example(self) -> None:
        """Open the example family, which is made when it is not there yet. Everybody in it is invented."""
        from tijdlijn.services.example import example_place, make_example
        from tijdlijn.services.passphrase import EXAMPLE

        path = example_place()

        def prepare() -> OpenCasebook:
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                make_example(path)
            return _loaded(path, EXAMPLE)

        run(self, prepare, self.opened.emit, self.problem.emit)


def _loaded(path: Path, passphrase: str, case_id: str = "") -> OpenCasebook:
    """An open casebook of which a case, the first unless another is named, is ready to be shown, so that the window has
    nothing to wait for. One that cannot be written now is opened to be read."""
    book = OpenCasebook.open(path, passphrase, load_first=True, access=Access.ANY)
    try:
        known = [one.id for one in book.cases()]
        case = book.case(case_id if case_id in known else known[0])
        case.actual, case.undated  # noqa: B018  # looked up once for a snapshot, whoever asks first
    except BaseException:
        book.close()
        raise
    gc.freeze()  # what was loaded stays: looking for garbage in it would hold up the window for tenths of a second
    return book


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
