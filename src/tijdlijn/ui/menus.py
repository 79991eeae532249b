"""The menus of the window: made from the commands, with the recent casebooks, the cases and the views in them.

The rule: a menu knows what can be done now, and leaves the doing to the window.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from tijdlijn.model.problems import Problem
from tijdlijn.services import recent
from tijdlijn.ui.commands import CHANGES, EDIT, LEAVES, MENUS, OF_THE_FILE, ON_BOTH_PAGES, Command, is_letter
from tijdlijn.ui.views_menu import ViewsMenu

if TYPE_CHECKING:
    from tijdlijn.ui.main_window import MainWindow


class Menus(QObject):
    """Fills the menu bar of a window; `actions` are its commands by their id."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.actions: dict[str, QAction] = {}
        self._build(window.menuBar())

    def _build(self, bar: QMenuBar) -> None:
        for title, commands in MENUS:
            menu = bar.addMenu(_tr(title))
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
        action = QAction(_tr(command.text), self._window)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys if not is_letter(keys)])
        action.setCheckable(command.checkable)
        action.triggered.connect(lambda _=False, id_=command.id: self._window.run(id_))
        self.actions[command.id] = action
        if command.id == "save_view":
            self.views = ViewsMenu(self.tr("Weerga&ven"), menu)
            menu.addMenu(self.views)
        menu.addAction(action)
        if command.id == "lock":
            self.lock_after = menu.addMenu(self.tr("Vergr&endelen na"))
            self.lock_after.aboutToShow.connect(lambda: self._window.locker.fill_menu(self.lock_after))

    def _menu_within(self, menu: QMenu, title: str) -> QMenu:
        """The menu of this name within a menu, made when it is first asked for."""
        found = (action.menu() for action in menu.actions() if action.text() == title)
        inner = next((inner for inner in found if isinstance(inner, QMenu)), None)
        return inner or menu.addMenu(title)

    def give_letters(self, widget: QWidget, needs_case: bool) -> None:
        """The keys of one letter, which must not get in the way of typing, work where nothing is typed."""
        for command in (command for _, commands in MENUS for command in commands):
            for keys in (keys for keys in command.keys if is_letter(keys) and (needs_case or not command.needs_case)):
                shortcut = QShortcut(QKeySequence(keys), widget)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(self.actions[command.id].trigger)

    def _add_lists(self, menu: QMenu) -> None:
        """The recent casebooks and the cases of the open one, filled when the menu opens."""
        before = self.actions["new_case"]
        self.recent = QMenu(self.tr("&Recent"), menu)
        self.cases = QMenu(self.tr("Cas&us"), menu)
        menu.insertMenu(before, self.recent)
        menu.insertMenu(before, self.cases)
        menu.aboutToShow.connect(self.fill_lists)

    def fill_lists(self) -> None:
        self.recent.clear()
        for path in recent.files():
            action = self.recent.addAction(path.name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, chosen=path: self._window.opening.ask(chosen))
        self.recent.setEnabled(not self.recent.isEmpty())
        self.cases.clear()
        with suppress(Problem):  # that the file cannot be read stands above the work
            self._fill_cases()
        self.cases.setEnabled(not self.cases.isEmpty())

    def _fill_cases(self) -> None:
        for summary in self._window.book.cases() if self._window.book else ():
            action = self.cases.addAction(summary.title.replace("&", "&&"))
            action.triggered.connect(lambda _=False, id_=summary.id: self._window.show_case(id_))

    def enable(self) -> None:
        """Offer what can be done now, under its present name."""
        space = self._window.workspace
        for _, commands in MENUS:
            for command in commands:
                if command.id:
                    self.actions[command.id].setEnabled(not command.needs_case or space is not None)
        book, chosen = self._window.book, bool(space and space.controller.selection)
        for id_, text, name in (
            ("undo", self.tr("&Ongedaan maken"), book.undo_name if book else None),
            ("redo", self.tr("Op&nieuw"), book.redo_name if book else None),
        ):
            self.actions[id_].setText(f"{text}: {name.replace('&', '&&')}" if name else text)
            self.actions[id_].setEnabled(name is not None)
        filtered = space is not None and space.controller.shown is not None
        if space:
            self.views.look_at(space.controller, space.save_view)
        else:
            self.views.look_away()
        for id_, can in (("edit", chosen), ("delete", chosen), ("show_all", filtered)):
            self.actions[id_].setEnabled(can)
        if space:
            for part in (space.arranger, space.aligning, space.linker, space.deciding, space.leaving, space.branching):
                for id_ in part.commands:
                    self.actions[id_].setEnabled(part.can(id_))
            self.actions["show_ahead"].setChecked(space.foreseeing.is_on("show_ahead"))
            hand = space.canvas.lanes
            for id_ in hand.commands:
                self.actions[id_].setEnabled(hand.can(id_))
                self.actions[id_].setChecked(hand.is_on(id_))
        if space and not space.shows_timeline:
            for command in EDIT:
                if command.id and command.id not in ON_BOTH_PAGES and command.id != "add":
                    self.actions[command.id].setEnabled(False)
        self.actions["report_meeting"].setEnabled(bool(space and space.controller.case.sessions))
        for id_ in self._barred():
            self.actions[id_].setEnabled(False)
        self.actions["inspector"].setChecked(space is None or space.shows_inspector)

    def why_not(self, id_: str) -> str:
        """Why a command cannot be chosen because of how the casebook stands; empty when it is for another reason."""
        return self._barred().get(id_, "")

    def _barred(self) -> dict[str, str]:
        book, barred = self._window.book, dict[str, str]()
        if book and not book.condition.can_edit:
            barred |= dict.fromkeys(CHANGES, self.tr("er kan nu niets worden gewijzigd"))
        if book and not book.is_logged:
            barred |= dict.fromkeys(LEAVES, self.tr("dat hoort in het logboek, waarin nu niets kan worden geschreven"))
        if self._window.looking_back.backup:
            barred |= dict.fromkeys(OF_THE_FILE, self.tr("ga eerst terug naar het casusboek"))
        return barred


def _tr(text: str) -> str:
    return QCoreApplication.translate("commands", text)
