"""Watches over the open casebook for the window: says how it stands in bars, tries again, and saves it elsewhere.

The rule: what was typed, the place and the view stay through all of it; "Bewaard" goes from the screen as soon as
something was not.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from tijdlijn.model.problems import Problem
from tijdlijn.services import remembered
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.files import free_path
from tijdlijn.services.guarded import Standing, Why
from tijdlijn.ui import guard_words
from tijdlijn.ui.notices import Act, Notice
from tijdlijn.ui.tasks import run

if TYPE_CHECKING:
    from tijdlijn.services.conflicts import ConflictCopy
    from tijdlijn.services.places import Unsafe
    from tijdlijn.services.saving_as import Saved
    from tijdlijn.ui.main_window import MainWindow
    from tijdlijn.ui.workspace import Workspace

ENDING = ".tijdlijn"
LOOKS_AFTER = 300
"""Milliseconds after a case is shown before is looked what stands around its file."""
REMEMBERS_AFTER = 2_000
TOLD_FOR = 6_000
"""How long the status bar says what was reached, in milliseconds."""
STATE, OLDER, PLACE, COPIES, LOST = "state", "older", "place", "copies", "lost"
"""The keys of the bars, in the order in which they are likely."""


class Guarding(QObject):
    """The bars of the casebook that is open in a window. `standing` says in a few words how saving goes."""

    standing = Signal(str)
    _changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._book: OpenCasebook | None = None
        self._looked: OpenCasebook | None = None
        self._put_away: set[str] = set()
        self._around: tuple[Unsafe | None, tuple[ConflictCopy, ...]] = (None, ())
        self._changed.connect(self._show_state, Qt.ConnectionType.QueuedConnection)
        self._look_soon = QTimer(self, singleShot=True, interval=LOOKS_AFTER)
        self._look_soon.timeout.connect(self._look_around)
        self._remember_soon = QTimer(self, singleShot=True, interval=REMEMBERS_AFTER)
        self._remember_soon.timeout.connect(self._remember)

    # What the window tells

    def show_in(self, space: Workspace) -> None:
        """A case is shown: its bars, and from now on what happens to its file."""
        book = space.controller.book
        if book is self._window.looking_back.backup:
            self._window.looking_back.show_in(space)
            self.standing.emit(self.tr("Reservekopie: er wordt niets bewaard."))
            return
        if book is not self._book:
            self._book, self._looked, self._around = book, None, (None, ())
            self._put_away.clear()
            book.watch(self._changed.emit)
        space.controller.problem.connect(lambda _: self._changed.emit())
        space.controller.saved.connect(lambda _: self._remember_soon.start())
        self._show_state()
        self._show_age()
        self._show_around()
        self._look_soon.start()

    def can_show(self, book: OpenCasebook, case_id: str) -> bool:
        """Whether a case can be read now, so that what is shown need not go before; why not is told."""
        try:
            book.case(case_id)
            book.saved_views(case_id)
        except Problem as problem:
            self._window.tell(problem.sentence)
            return False
        return True

    def says(self, sentence: str) -> bool:
        """Whether this stands in the bar already, or is about to."""
        return self._book is not None and self._space is not None and self._book.condition.sentence == sentence

    def left(self) -> str:
        """What would be lost when the casebook were closed now, as a sentence; empty when nothing would."""
        if self._book is None or self._book.condition.standing is not Standing.STOPPED:
            return ""
        return self.tr(
            "Van dit casusboek is misschien geen goed bestand meer. Kies eerst Opslaan als; doe dit nog een keer om "
            "toch te sluiten."
        )

    def leave(self) -> None:
        """The casebook is about to be closed."""
        self._look_soon.stop()
        self._remember_soon.stop()
        self._remember()
        self._window.statusBar().clearMessage()
        self._book = self._looked = None
        self._around = (None, ())

    def take_up(self, book: OpenCasebook) -> None:
        """A casebook that was opened beside itself, and is free now, is opened to be written after all."""
        if book.condition.standing is Standing.READ_ONLY:
            try:
                book.try_again()
            except Problem:
                return

    # The bars

    @property
    def _space(self) -> Workspace | None:
        space = self._window.workspace
        return space if space is not None and space.controller.book is self._book else None

    def _show_state(self) -> None:
        space = self._space
        if space is None or self._book is None:
            return
        condition, acts = self._book.condition, [(self.tr("Opnieuw proberen"), self.try_again)]
        hindrance = condition.hindrance if condition.standing is Standing.READ_ONLY else None
        if hindrance is None or hindrance.why is not Why.HELD:
            acts.insert(0, (self.tr("Opslaan als…"), self.save_as))
        if condition.standing is Standing.WRITABLE:
            if STATE in space.notices.bars:
                space.notices.take_away(STATE)
                self.standing.emit(self.tr("Elke wijziging wordt meteen bewaard."))
        elif hindrance is not None:
            told = guard_words.read_only(hindrance, self._book.today)
            space.notices.show_bar(STATE, Notice(told, acts), first=True)
            self.standing.emit(self.tr("Alleen lezen: er wordt niets bewaard."))
        else:
            space.notices.show_bar(STATE, Notice(condition.sentence, acts, role="alarm-bar"), first=True)
            unread = self.tr("Het bestand kan nu niet worden gelezen.")
            self.standing.emit(unread if condition.is_unread else self.tr("De laatste wijziging is niet bewaard."))
            if space.trouble.text.text() == condition.sentence:
                space.trouble.hide()
        self._window.menus.enable()

    def _show_age(self) -> None:
        space = self._space
        if space is None or self._book is None:
            return
        seen = remembered.newer_seen(self._book)
        if seen is None:
            self._remember()
            return
        acts: list[Act] = [(self.tr("Doorgaan met deze versie"), self._go_on)]
        space.notices.show_bar(OLDER, Notice(guard_words.older(seen, self._book.today), acts))

    def _go_on(self) -> None:
        if self._book is not None and self._space is not None:
            remembered.remember(self._book, go_on=True)
            self._space.notices.take_away(OLDER)

    def _remember(self) -> None:
        if self._book is not None:
            remembered.remember(self._book)

    def _look_around(self) -> None:
        """Look at the place and for copies beside the file, once for a casebook, behind the screen."""
        from tijdlijn.services import conflicts, places

        book = self._book
        if book is None or book is self._looked:
            return
        self._looked = book

        def looked(around: tuple[Unsafe | None, tuple[ConflictCopy, ...]]) -> None:
            if book is self._book:
                self._around = around
                self._show_around()

        run(self, lambda: (places.unsafe(book.path), conflicts.beside(book)), looked, lambda _: None)

    def _show_around(self) -> None:
        space, (place, copies) = self._space, self._around
        if space is None or self._book is None:
            return
        if place is not None and not remembered.was_put_away(self._book, place.danger):
            known: list[Act] = [(self.tr("Begrepen"), lambda: self._put_place_away(place))]
            space.notices.show_bar(PLACE, Notice(guard_words.unsafe(place), known))
        if copies and COPIES not in self._put_away:
            look: list[Act] = [(self.tr("Vergelijken…"), lambda: self._compare(copies))]
            space.notices.show_bar(COPIES, Notice(guard_words.conflicts(copies), look, lambda: self._dismiss(COPIES)))

    def _put_place_away(self, place: Unsafe) -> None:
        if self._book is not None:
            remembered.put_away(self._book, place.danger)
        self._dismiss(PLACE)

    def _dismiss(self, key: str) -> None:
        self._put_away.add(key)
        if self._space is not None:
            self._space.notices.take_away(key)

    def _compare(self, copies: tuple[ConflictCopy, ...]) -> None:
        from tijdlijn.ui.dialogs.conflicts import ConflictsDialog

        if self._book is not None:
            dialog = ConflictsDialog(self._book, copies, self._window)
            dialog.open_asked.connect(self._window.opening.ask)
            dialog.open()

    # What can be done

    def try_again(self) -> None:
        """Make the casebook writable again; where another still has it, show it as it is now."""
        book = self._book
        if book is None:
            return

        def attempt() -> None:
            try:
                book.try_again()
            except Problem:
                if book.condition.hindrance is not None:
                    book.look_again()
                raise

        def failed(sentence: str) -> None:
            self._renew(book)
            self._window.tell(sentence)

        self._at_work(attempt, lambda _: self._renewed(book, self.tr("U kunt weer wijzigen.")), failed)

    def save_as(self) -> None:
        """Ask where the casebook goes, and go on there."""
        book = self._book
        if book is None:
            return
        proposed = free_path(book.path)
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Casusboek opslaan als"),
            str(proposed),
            self.tr("Casusboek (*.tijdlijn)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self._save_in(book, Path(name) if name.endswith(ENDING) else Path(name + ENDING))

    def _save_in(self, book: OpenCasebook, path: Path) -> None:
        def saved(made: Saved) -> None:
            self._looked, self._around = None, (None, ())
            self._renewed(book, self.tr("Opgeslagen als {0}; u werkt daarin verder.").format(made.path.name))
            space = self._space
            if made.lost and space is not None:
                told = " ".join((self.tr("Opgeslagen als {0}.").format(made.path.name), *made.lost))
                space.notices.show_bar(LOST, Notice(told, (), lambda: self._dismiss(LOST)))

        from tijdlijn.services.saving_as import save_as

        self._at_work(lambda: save_as(book, path), saved, self._failed_to_save)

    def _failed_to_save(self, sentence: str) -> None:
        self._show_state()
        self._window.tell(sentence)

    def _at_work(self, act: Callable[[], object], done: Callable[[Saved], None], failed: Callable[[str], None]) -> None:
        space = self._space
        if space is not None and STATE in space.notices.bars:
            space.notices.bars[STATE].set_busy(True)
        run(self, act, done, failed)

    def _renewed(self, book: OpenCasebook, told: str) -> None:
        self._renew(book)
        space = self._space
        if space is not None:
            space.trouble.hide()
            space.notices.take_away(OLDER)
            for key in (PLACE, COPIES):
                if self._looked is None:
                    space.notices.take_away(key)
            self._show_age()
            self._look_soon.start()
        self._window.statusBar().showMessage(told, TOLD_FOR)
        self._window.remember_place()

    def _renew(self, book: OpenCasebook) -> None:
        """Show what the file says now; the first case when the one in view is no longer there."""
        space = self._space
        if space is None or book is not self._book:
            return
        try:
            space.controller.follow_file()
        except Problem:
            with_cases = _first(book)
            if with_cases:
                self._window.show_case(with_cases)
        self._show_state()


def _first(book: OpenCasebook) -> str:
    try:
        return book.cases()[0].id
    except Problem:
        return ""
