"""The main window: the start page, or the workspace of a case with its menus; opening and closing casebooks."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMenu, QMessageBox, QStackedWidget, QWidget

from tijdlijn.model.problems import Problem
from tijdlijn.services import recent
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.editing import add_case
from tijdlijn.services.recovery import Written
from tijdlijn.ui import clipboard, theme
from tijdlijn.ui.commands import MENUS, Command, is_letter
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.colours import keep, kept
from tijdlijn.ui.dialogs.recovery import RecoveryDialog
from tijdlijn.ui.going import Goal
from tijdlijn.ui.opening import Opening
from tijdlijn.ui.start_page import StartPage
from tijdlijn.ui.views_menu import ViewsMenu
from tijdlijn.ui.workspace import Workspace

TOLD_FOR = 6_000
"""How long the status bar says what was reached, in milliseconds."""

THEME_CHOICES = {
    "theme_system": theme.SYSTEEM,
    "theme_light": theme.LICHT,
    "theme_dark": theme.DONKER,
    "theme_projector": theme.BEAMER,
    "theme_pattern": theme.PATROON,
}
"""What each command of the menu gives the window, as the settings keep it."""


class MainWindow(QMainWindow):
    """One window, at most one open casebook."""

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self.book: OpenCasebook | None = None
        self.workspace: Workspace | None = None
        self.actions_by_id: dict[str, QAction] = {}
        self._warned = ""
        self.opening = Opening(self)
        self.start = StartPage(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.start)
        self.setCentralWidget(self._stack)
        self._saved = QLabel(self)
        self._counts = QLabel(self)
        self._build()
        self._say_title()

    def _build(self) -> None:
        self._build_menus()
        self._give_letters(self.start, needs_case=False)
        for label in (self._saved, self._counts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "small")
        self.statusBar().addWidget(self._saved, 1)
        self.statusBar().addPermanentWidget(self._counts)
        self.statusBar().setSizeGripEnabled(False)
        self.start.new_asked.connect(self.opening.new)
        self.start.open_asked.connect(self.opening.choose)
        self.start.example_asked.connect(self.opening.example)
        self.start.recent_asked.connect(self.opening.ask)
        self.opening.opened.connect(self.show_book)
        self.opening.problem.connect(self.tell)
        _app().clipboard().dataChanged.connect(self._enable)
        self.setMinimumSize(900, 560)
        self.resize(1366, 768)
        theme.set_own_colours(_app(), kept(self._settings))
        self._set_theme(str(self._settings.value("kleuren", "systeem")))
        _app().styleHints().colorSchemeChanged.connect(self._show_theme)
        self._enable()

    def _build_menus(self) -> None:
        for title, commands in MENUS:
            menu = self.menuBar().addMenu(_tr(title))
            for command in commands:
                self._add_command(menu, command)
            if any(command.id == "open" for command in commands):
                self._add_lists(menu)

    def _add_command(self, menu: QMenu, command: Command) -> None:
        if command.menu:
            menu = self._menu_within(menu, _tr(command.menu))
        if not command.id:
            menu.addSeparator()
            return
        action = QAction(_tr(command.text), self)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys if not is_letter(keys)])
        action.setCheckable(command.checkable)
        action.triggered.connect(lambda _=False, id_=command.id: self.run(id_))
        self.actions_by_id[command.id] = action
        if command.id == "save_view":
            self._views = ViewsMenu(self.tr("Weerga&ven"), menu)
            menu.addMenu(self._views)
        menu.addAction(action)

    def _menu_within(self, menu: QMenu, title: str) -> QMenu:
        """The menu of this name within a menu, made when it is first asked for."""
        found = (action.menu() for action in menu.actions() if action.text() == title)
        inner = next((inner for inner in found if isinstance(inner, QMenu)), None)
        return inner or menu.addMenu(title)

    def _give_letters(self, widget: QWidget, needs_case: bool) -> None:
        """The keys of one letter, which must not get in the way of typing, work where nothing is typed."""
        for command in (command for _, commands in MENUS for command in commands):
            for keys in (keys for keys in command.keys if is_letter(keys) and (needs_case or not command.needs_case)):
                shortcut = QShortcut(QKeySequence(keys), widget)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(self.actions_by_id[command.id].trigger)

    def _add_lists(self, menu: QMenu) -> None:
        """The recent casebooks and the cases of the open one, filled when the menu opens."""
        before = self.actions_by_id["new_case"]
        self._recent = QMenu(self.tr("&Recent"), menu)
        self._cases = QMenu(self.tr("Cas&us"), menu)
        menu.insertMenu(before, self._recent)
        menu.insertMenu(before, self._cases)
        menu.aboutToShow.connect(self._fill_lists)

    def _fill_lists(self) -> None:
        self._recent.clear()
        for path in recent.files():
            action = self._recent.addAction(path.name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, chosen=path: self.opening.ask(chosen))
        self._recent.setEnabled(not self._recent.isEmpty())
        self._cases.clear()
        for summary in self.book.cases() if self.book else ():
            action = self._cases.addAction(summary.title.replace("&", "&&"))
            action.triggered.connect(lambda _=False, id_=summary.id: self.show_case(id_))
        self._cases.setEnabled(not self._cases.isEmpty())

    # Opening and closing

    def show_book(self, book: OpenCasebook) -> None:
        """Show the first case of a casebook that was opened; another that is open is closed."""
        if not self.close_book(forget_copies=False):
            book.close()
            return
        self.book = book
        self.show_case(book.cases()[0].id)

    def show_case(self, case_id: str) -> None:
        """Show another case of the open casebook, after what is being typed is committed."""
        if self.book is None or not self._may_leave():
            return
        self._drop_workspace()
        controller = CaseController(self.book, case_id, self)
        workspace = Workspace(controller, self)
        controller.setParent(workspace)
        controller.case_changed.connect(self._case_changed)
        controller.saved.connect(self._say_saved)
        controller.selection_changed.connect(self._enable)
        controller.view_changed.connect(self._enable)
        controller.elsewhere.connect(self.show_case)
        workspace.canvas.edit_asked.connect(self._enable)
        workspace.canvas.told.connect(self._enable)
        workspace.going.told.connect(lambda said: self.statusBar().showMessage(said, TOLD_FOR))
        workspace.linker.told.connect(self.statusBar().showMessage)
        self.workspace = workspace
        workspace.set_theme(theme.canvas_theme())
        self._stack.addWidget(workspace)
        self._stack.setCurrentWidget(workspace)
        self._give_letters(workspace.canvas, needs_case=True)
        workspace.canvas.setFocus()
        self._saved.setText(self.tr("Elke wijziging wordt meteen bewaard."))
        self._remember(controller)
        self._case_changed()

    def close_book(self, forget_copies: bool = True) -> bool:
        """Close the casebook, after what is being typed is committed; show the start page. Whether it was closed.

        What was copied goes from the clipboard, unless another casebook takes the place of this one.
        """
        if self.book is None:
            return True
        if not self._may_leave():
            return False
        if forget_copies:
            clipboard.forget()
        if self.workspace:
            self._remember(self.workspace.controller)
        self._drop_workspace()
        self.book.close()
        self.book = None
        self.start.refresh()
        self._saved.clear()
        self._counts.clear()
        self._say_title()
        self._enable()
        return True

    def _may_leave(self) -> bool:
        """Commit what is being typed. What cannot be committed is told, and may be left at the second try."""
        left = self.workspace.flush() if self.workspace else ""
        if left and left != self._warned:
            self._warned = left
            self.tell(left)
            return False
        return True

    def _drop_workspace(self) -> None:
        self._warned = ""
        if self.workspace is not None:
            self._stack.removeWidget(self.workspace)
            self.workspace.deleteLater()
            self.workspace = None

    def _remember(self, controller: CaseController) -> None:
        """Put the casebook on the list of recent ones, unless its path tells a name of any of its cases."""
        book, cases = controller.book, [controller.case]
        with suppress(Problem):
            cases += [book.case(summary.id) for summary in book.cases()]
        recent.remember(book.path, [name for case in cases for name in (case.title, *(p.name for p in case.persons))])

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.close_book())

    # What is shown around the work

    def tell(self, sentence: str) -> None:
        """Show a problem: in the workspace's bar, or in a box when no case is open."""
        if self.workspace:
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
        self._enable()
        if self.workspace is None:
            return
        case = self.workspace.controller.case
        parts = [self.tr("{0} regels").format(len(case.entries))]
        if case.undated:
            parts.append(self.tr("{0} zonder datum").format(len(case.undated)))
        imagined = sum(bool(entry.scenario) for entry in case.entries)
        if imagined:
            parts.append(self.tr("{0} van een scenario").format(imagined))
        self._counts.setText(" · ".join(parts))

    def _say_title(self) -> None:
        """The window's title names the case by its code when it has one, never a person."""
        if self.workspace is None:
            self.setWindowTitle("tijdlijn")
            return
        code = self.workspace.controller.case.code or self.tr("casus zonder code")
        self.setWindowTitle(f"{code} — tijdlijn")

    def _enable(self) -> None:
        for _, commands in MENUS:
            for command in commands:
                if command.id:
                    self.actions_by_id[command.id].setEnabled(not command.needs_case or self.workspace is not None)
        book, chosen = self.book, bool(self.workspace and self.workspace.controller.selection)
        for id_, text, name in (
            ("undo", self.tr("&Ongedaan maken"), book.undo_name if book else None),
            ("redo", self.tr("Op&nieuw"), book.redo_name if book else None),
        ):
            self.actions_by_id[id_].setText(f"{text}: {name.replace('&', '&&')}" if name else text)
            self.actions_by_id[id_].setEnabled(name is not None)
        filtered = self.workspace is not None and self.workspace.controller.shown is not None
        if self.workspace:
            self._views.look_at(self.workspace.controller, self.workspace.save_view)
        else:
            self._views.look_away()
        for id_, can in (("edit", chosen), ("delete", chosen), ("show_all", filtered)):
            self.actions_by_id[id_].setEnabled(can)
        if self.workspace:
            for part in (self.workspace.arranger, self.workspace.aligning, self.workspace.linker):
                for id_ in part.commands:
                    self.actions_by_id[id_].setEnabled(part.can(id_))
            hand = self.workspace.canvas.lanes
            for id_ in hand.commands:
                self.actions_by_id[id_].setEnabled(hand.can(id_))
                self.actions_by_id[id_].setChecked(hand.is_on(id_))
        self.actions_by_id["inspector"].setChecked(self.workspace is None or self.workspace.shows_inspector)

    # Commands

    def run(self, id_: str) -> None:
        """Carry out a command of the menus by its id."""
        general = {
            "new": self.opening.new,
            "open": self.opening.choose,
            "example": self.opening.example,
            "quit": self.close,
            "palette": self._show_palette,
            "keys": self._show_keys,
            "colours": self._choose_colours,
            "about": self._show_about,
            "close": self.close_book,
            "new_case": self._new_case,
        }
        if id_ in general:
            general[id_]()
        elif id_.startswith("theme_"):
            self._set_theme(THEME_CHOICES[id_])
        elif self.workspace is not None:
            self._case_commands(self.workspace)[id_]()
            self._enable()

    def _case_commands(self, space: Workspace) -> dict[str, Callable[[], object]]:
        return {
            "import": self._import,
            "export": self._export,
            "passphrase": self._change_passphrase,
            "undo": space.controller.undo,
            "redo": space.controller.redo,
            "add": space.add,
            "edit": space.edit,
            "delete": space.delete,
            **space.arranger.commands,
            **space.aligning.commands,
            **space.linker.commands,
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

    def _new_case(self) -> None:
        if self.book is None:
            return
        try:
            change = add_case(self.book, self.tr("Nieuwe casus"))
        except Problem as problem:
            self.tell(problem.sentence)
            return
        self.show_case(change.case.id)

    def _import(self) -> None:
        from tijdlijn.ui.dialogs.import_dialog import ImportDialog

        if self.workspace:
            ImportDialog(self.workspace.controller, self).open()

    def _export(self) -> None:
        from tijdlijn.ui.dialogs.export_dialog import ExportDialog

        if self.workspace:
            self.workspace.inspector.flush()
            ExportDialog(self.workspace.controller, self).open()

    def _change_passphrase(self) -> None:
        from tijdlijn.ui.dialogs.change_passphrase import ChangePassphraseDialog

        if self.book:
            dialog = ChangePassphraseDialog(self.book, self)
            dialog.changed.connect(self._tell_changed)
            dialog.open()

    def _tell_changed(self, written: Written) -> None:
        told = self.tr("Dit casusboek opent vanaf nu alleen met het nieuwe wachtwoord.")
        RecoveryDialog(self.tr("Het wachtwoord is gewijzigd"), told, written, self).open()

    def _show_palette(self) -> None:
        """Anew each time, with what can be chosen now; the key that opened it closes it."""
        from tijdlijn.ui.palette import CommandPalette
        from tijdlijn.ui.palette_offers import Offers

        shown = self.findChild(CommandPalette)
        if shown is not None and shown.isVisible():
            shown.leave()
        else:
            CommandPalette(self, Offers(self, self._settings)).ask()

    def _show_keys(self) -> None:
        from tijdlijn.ui.dialogs.keys_dialog import KeysDialog

        KeysDialog(self).open()

    def _show_about(self) -> None:
        from tijdlijn.ui.dialogs.about import AboutDialog

        AboutDialog(self).open()

    def _set_theme(self, choice: str) -> None:
        self._settings.setValue("kleuren", choice)
        theme.apply(_app(), choice)
        for id_, name in THEME_CHOICES.items():
            self.actions_by_id[id_].setChecked(name == choice)
        self._show_theme()

    def _show_theme(self) -> None:
        if self.workspace:
            self.workspace.set_theme(theme.canvas_theme())

    def _choose_colours(self) -> None:
        from tijdlijn.ui.dialogs.colours import ColoursDialog

        dialog = ColoursDialog(kept(self._settings), self)
        dialog.changed.connect(self._use_colours)
        dialog.open()

    def _use_colours(self, chosen: dict[str, str]) -> None:
        keep(self._settings, chosen)
        theme.set_own_colours(_app(), chosen)
        self._show_theme()


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _tr(text: str) -> str:
    return QCoreApplication.translate("commands", text)
