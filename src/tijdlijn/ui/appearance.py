"""How the window looks: its theme and somebody's own colours, chosen, kept and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QApplication

from tijdlijn.ui import theme
from tijdlijn.ui.own_colours import keep, kept

if TYPE_CHECKING:
    from tijdlijn.ui.main_window import MainWindow

THEME_CHOICES = {
    "theme_system": theme.SYSTEEM,
    "theme_light": theme.LICHT,
    "theme_dark": theme.DONKER,
    "theme_projector": theme.BEAMER,
    "theme_pattern": theme.PATROON,
}
"""What each command of the menu gives the window, as the settings keep it."""


class Appearance(QObject):
    """The looks of one window; the settings keep them for the next time."""

    def __init__(self, window: MainWindow, settings: QSettings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._app = app
        theme.set_own_colours(app, kept(settings))
        self.choose(str(settings.value("kleuren", "systeem")))
        app.styleHints().colorSchemeChanged.connect(self.show)

    def choose(self, choice: str) -> None:
        """Show the whole window in a theme from now on."""
        self._settings.setValue("kleuren", choice)
        theme.apply(self._app, choice)
        for id_, name in THEME_CHOICES.items():
            self._window.actions_by_id[id_].setChecked(name == choice)
        self.show()

    def show(self) -> None:
        """Draw the timeline as the window is."""
        if self._window.workspace:
            self._window.workspace.set_theme(theme.canvas_theme())

    def ask_colours(self) -> None:
        """Let somebody choose colours of their own; every change is shown at once."""
        from tijdlijn.ui.dialogs.colours import ColoursDialog

        dialog = ColoursDialog(kept(self._settings), self._window)
        dialog.changed.connect(self._use_colours)
        dialog.open()

    def _use_colours(self, chosen: dict[str, str]) -> None:
        keep(self._settings, chosen)
        theme.set_own_colours(self._app, chosen)
        self.show()
