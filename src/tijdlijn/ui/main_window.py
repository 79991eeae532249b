"""The main window: the start page, or the workspace of a case with its menus; opening and closing casebooks."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox, QStackedWidget, QWidget

from tijdlijn.model.problems import Problem
from tijdlijn.services import recent
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.editing import add_case
from tijdlijn.ui import clipboard, theme
from tijdlijn.ui.appearance import THEME_CHOICES, Appearance
from tijdlijn.ui.bsn_watch import BsnWatch
from tijdlijn.ui.commands import ON_BOTH_PAGES
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.draft_words import waiting_words
from tijdlijn.ui.dropping import Dropping, files_in
from tijdlijn.ui.going import Goal
from tijdlijn.ui.guarding import TOLD_FOR, Guarding
from tijdlijn.ui.keeping import Keeping
from tijdlijn.ui.lock.locker import Locker
from tijdlijn.ui.looking_back import LookingBack
from tijdlijn.ui.menus import Menus
from tijdlijn.ui.opening import Opening
from tijdlijn.ui.page_switch import TIMELINE
from tijdlijn.ui.start_page import StartPage
from tijdlijn.ui.widgets import plain_label
from tijdlijn.ui.window_sheets import show_about, show_keys, show_palette, show_series
from tijdlijn.ui.workspace import Workspace

if TYPE_CHECKING:
    from tijdlijn.ui.presenter.presenting import Presenting


class MainWindow(QMainWindow):
    """One window, at most one open casebook."""

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        theme.dress(self)
        self._settings = settings
        self.book: OpenCasebook | None = None
        self.workspace: Workspace | None = None
        self.presenting: Presenting | None = None
        self._warned = ""
        self.opening = Opening(self)
        self.dropping = Dropping(self)
        self.guarding = Guarding(self)
        self.keeping = Keeping(self)
        self.looking_back = LookingBack(self)
        self.setAcceptDrops(True)
        self.start = StartPage(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.start)
        self.setCentralWidget(self._stack)
        self._saved, self._counts = plain_label("", "small", wrap=False), plain_label("", "small", wrap=False)
        self._build()
        self._say_title()

    def _build(self) -> None:
        self.menus = Menus(self)
        self.menus.give_letters(self.start, needs_case=False)
        self.statusBar().addWidget(self._saved, 1)
        self.statusBar().addPermanentWidget(self._counts)
        self.statusBar().setSizeGripEnabled(False)
        BsnWatch(self.statusBar())
        self.start.new_asked.connect(self.opening.new)
        self.start.open_asked.connect(self.opening.choose)
        self.start.example_asked.connect(self.opening.example)
        self.start.recent_asked.connect(self.opening.ask)
        self.opening.opened.connect(self.show_book)
        self.opening.problem.connect(self.tell)
        self.guarding.standing.connect(self._saved.setText)
        QApplication.clipboard().dataChanged.connect(self.menus.enable)
        self.setMinimumSize(900, 560)
        self.resize(1366, 768)
        self.appearance = Appearance(self, self._settings)
        self.locker = Locker(self, self._settings)
        self.menus.enable()

    # Opening and closing

    def show_book(self, book: OpenCasebook) -> None:
        """Show the first case of a casebook that was opened; another that is open is closed."""
        if not self.close_book(forget_copies=False):
            book.close()
            return
        self.locker.forget_page()
        self.take_up(book, book.cases()[0].id)

    def take_up(self, book: OpenCasebook, case_id: str) -> None:
        """Show a case of a casebook; no other is open."""
        self.guarding.take_up(book)
        self.book = book
        self.keeping.watch(book)
        self.show_case(case_id)
        self.locker.watch()

    def show_case(self, case_id: str) -> None:
        """Show another case of the open casebook, after what is being typed is committed."""
        if self.book is None or not self.may_leave() or not self.guarding.can_show(self.book, case_id):
            return
        self._drop_workspace()
        controller = CaseController(self.book, case_id, self)
        workspace = Workspace(controller, self)
        controller.setParent(workspace)
        controller.case_changed.connect(self._case_changed)
        controller.saved.connect(self._say_saved)
        controller.saved.connect(lambda _: self.keeping.tell_trouble())
        controller.selection_changed.connect(self.menus.enable)
        controller.view_changed.connect(self.menus.enable)
        controller.writing_changed.connect(self.menus.enable)
        controller.elsewhere.connect(self.show_case)
        workspace.canvas.edit_asked.connect(self.menus.enable)
        workspace.canvas.told.connect(self.menus.enable)
        workspace.going.told.connect(lambda said: self.statusBar().showMessage(said, TOLD_FOR))
        workspace.linker.told.connect(self.statusBar().showMessage)
        workspace.told.connect(lambda said: self.statusBar().showMessage(said, TOLD_FOR))
        workspace.page_changed.connect(self.menus.enable)
        workspace.asked.connect(self.run)
        self.workspace = workspace
        workspace.set_theme(theme.canvas_theme())
        self._stack.addWidget(workspace)
        self._stack.setCurrentWidget(workspace)
        self.menus.give_letters(workspace.canvas, needs_case=True)
        workspace.canvas.setFocus()
        self._saved.setText(self.tr("Elke wijziging wordt meteen bewaard."))
        self.guarding.show_in(workspace)
        self.remember_place()
        self._case_changed()
        drafts = controller.drafts
        self.statusBar().showMessage(waiting_words(drafts.names, drafts.day, self.book.today), TOLD_FOR)

    def close_book(self, forget_copies: bool = True) -> bool:
        """Close the casebook, after what is being typed is committed; show the start page. Whether it was closed.

        What was copied goes from the clipboard, unless another casebook takes the place of this one.
        """
        if self.book is None:
            return True
        if not self.may_leave(self.guarding.left):
            return False
        if forget_copies:
            clipboard.forget()
        self.remember_place()
        self.let_go()
        self.start.refresh()
        return True

    def let_go(self, locked: bool = False) -> None:
        """Close the casebook as it is, and show nothing of it any more; who calls this kept what is typed."""
        from tijdlijn.language.pseudonyms import forget as forget_names

        self.guarding.leave()
        self.keeping.rest()
        self._drop_workspace()
        self.looking_back.forget()
        book, self.book = self.book, None
        if book is not None:
            (book.lock if locked else book.close)()
        forget_names()
        gc.unfreeze()  # what was loaded (see `opening`) may go
        self.locker.watch()
        self._saved.clear()
        self._counts.clear()
        self.statusBar().clearMessage()
        self._say_title()
        self.menus.enable()
        self.menus.fill_lists()

    def show_instead(self, page: QWidget | None) -> None:
        """Show a page in the place of a case; none for the page to begin on."""
        shown = page or self.start
        self._stack.addWidget(shown)
        self._stack.setCurrentWidget(shown)
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def may_leave(self, more: Callable[[], str] = str) -> bool:
        """Commit what is being typed, and keep what cannot be. What could not be kept either, and `more`, is told, and
        may be left at the second try."""
        if self.presenting is not None and not self.presenting.end():
            return False
        left = " ".join(filter(None, (self.workspace.flush() if self.workspace else "", more())))
        if left and left != self._warned:
            self._warned = left
            self.tell(left)
            return False
        return True

    def _drop_workspace(self) -> None:
        self._warned = ""
        if self.workspace is not None:
            self.workspace.leave()
            if (focused := self.workspace.focusWidget()) is not None:
                focused.clearFocus()  # else it is handed on, for which parts would be made that nobody sees
            self._stack.removeWidget(self.workspace)
            self.workspace.deleteLater()
            self.workspace = None

    def remember_place(self) -> None:
        """Put the casebook on the list of recent ones, unless its path tells a name of any of its cases."""
        with suppress(Problem):
            if (book := self.looking_back.casebook) is not None:
                recent.remember(book.path, book.names())

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.close_book())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = files_in(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.dropping.take(paths)

    # What is shown around the work

    @property
    def actions_by_id(self) -> dict[str, QAction]:
        """The commands of the menus."""
        return self.menus.actions

    def tell(self, sentence: str) -> None:
        """Show a problem: in the workspace's bar, or in a box when no case is open."""
        if self.workspace:
            if not self.guarding.says(sentence):
                self.workspace.trouble.tell(sentence)
            return
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("tijdlijn"), "", QMessageBox.StandardButton.Ok, self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(sentence)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _say_saved(self, step: str) -> None:
        self._saved.setText(self.tr("Bewaard: {0}").format(step))

    def _case_changed(self) -> None:
        self._say_title()
        self.menus.enable()
        if self.workspace is None:
            return
        case = self.workspace.controller.case
        parts = [self.tr("{0} regels").format(len(case.entries))]
        if case.undated:
            parts.append(self.tr("{0} zonder datum").format(len(case.undated)))
        imagined = len(case.entries) - len(case.actual) - len(case.undated)
        if imagined:
            parts.append(self.tr("{0} van een scenario").format(imagined))
        self._counts.setText(" · ".join(parts))

    def _say_title(self) -> None:
        """The window's title names the case by its code when it has one, never a person."""
        if self.workspace is None:
            self.setWindowTitle("tijdlijn")
            return
        code = self.workspace.controller.case.code or self.tr("casus zonder code")
        name = self.tr("{0} (reservekopie)").format(code) if self.looking_back.backup else code
        self.setWindowTitle(f"{name} — tijdlijn")

    # Commands

    def run(self, id_: str) -> None:
        """Carry out a command of the menus by its id."""
        general = {
            "new": self.opening.new,
            "open": self.opening.choose,
            "example": self.opening.example,
            "quit": self.close,
            "palette": lambda: show_palette(self, self._settings),
            "keys": lambda: show_keys(self),
            "colours": self.appearance.ask_colours,
            "about": lambda: show_about(self),
            "save_as": self.guarding.save_as,
            "lock": self.locker.lock_soon,
            "close": self.close_book,
            "new_case": self._new_case,
        }
        if id_ in general:
            general[id_]()
        elif id_.startswith("theme_"):
            self.appearance.choose(THEME_CHOICES[id_])
        elif self.workspace is not None:
            if id_ not in ON_BOTH_PAGES and not self.workspace.shows_timeline:
                self.workspace.show_page(TIMELINE)
            self._case_commands(self.workspace)[id_]()
            self.menus.enable()

    def _case_commands(self, space: Workspace) -> dict[str, Callable[[], object]]:
        return {
            "documents": space.add_documents,
            "documents_folder": space.add_folder,
            "dossier": space.turn_page,
            "meeting": space.turn_to_meetings,
            "new_meeting": space.add_meeting,
            "present": self.present,
            "report_meeting": self._report_meeting,
            "import": self.import_tables,
            "print": space.print_case,
            "export": space.export_case,
            "series": lambda: show_series(self),
            **self.keeping.commands,
            "undo": space.controller.undo,
            "redo": space.controller.redo,
            "add": space.add,
            "edit": space.edit,
            "delete": space.delete,
            **space.arranger.commands,
            **space.aligning.commands,
            **space.linker.commands,
            **space.deciding.commands,
            **space.leaving.commands,
            **space.accounting.commands,
            **space.costing.commands,
            **space.phasing.commands,
            **space.branching.commands,
            **space.foreseeing.commands,
            **space.canvas.lanes.commands,
            "select_all": space.select_all,
            "search": space.start_search,
            "zoom_in": lambda: space.canvas.zoom(2),
            "zoom_out": lambda: space.canvas.zoom(-2),
            "fit": space.canvas.fit,
            "panel_findings": lambda: space.panels.setCurrentWidget(space.findings),
            "panel_people": lambda: space.panels.setCurrentWidget(space.people),
            "panel_search": space.start_search,
            "panel_filter": space.start_filter,
            "show_all": space.controller.show_all,
            "save_view": space.save_view,
            "panel_history": lambda: space.panels.setCurrentWidget(space.history),
            "inspector": lambda: space.inspector.setVisible(space.inspector.isHidden()),
            "first_entry": lambda: space.going.go_to_end(False),
            "last_entry": lambda: space.going.go_to_end(True),
            "next_area": lambda: space.walk_areas(1),
            "previous_area": lambda: space.walk_areas(-1),
            **{f"next_{goal}": partial(space.going.go, goal, 1) for goal in Goal},
            **{f"previous_{goal}": partial(space.going.go, goal, -1) for goal in Goal},
            "today": space.show_today,
        }

    def present(self) -> None:
        """Present the session that is worked on, or of today; pressing it again ends the presentation."""
        from tijdlijn.ui.presenter.presenting import Presenting
        from tijdlijn.ui.presenter.starting import session_to_present

        if self.presenting is not None:
            self.presenting.end()
            return
        space = self.workspace
        session = session_to_present(space.controller, space.session_id) if space and self.may_leave() else None
        if space and session:
            self.presenting = Presenting(space.controller, session.id, self, self._settings)
            self.presenting.ended.connect(self._presented)
            self.presenting.start()

    def _report_meeting(self) -> None:
        from tijdlijn.ui.dialogs.session_report_dialog import ask
        from tijdlijn.ui.presenter.starting import session_at_hand

        space = self.workspace
        if space and not space.flush():
            session = session_at_hand(space.controller.case, space.session_id)
            if session is not None:
                ask(space.controller, session.id, self)

    def _presented(self) -> None:
        self.presenting = None
        self.activateWindow()
        if self.workspace is not None:
            self.workspace.canvas.setFocus()

    def _new_case(self) -> None:
        if self.book is None:
            return
        try:
            change = add_case(self.book, self.tr("Nieuwe casus"))
        except Problem as problem:
            self.tell(problem.sentence)
            return
        self.show_case(change.case.id)

    def import_tables(self, paths: Sequence[Path] = ()) -> None:
        """Read tables in; begin with these."""
        from tijdlijn.ui.dialogs.import_dialog import ImportDialog

        if self.workspace:
            ImportDialog(self.workspace.controller, self, paths).open()
