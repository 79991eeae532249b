"""What the window shows over itself, whatever is open: the palette, the keys, what the program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

if TYPE_CHECKING:
    from tijdlijn.ui.main_window import MainWindow


def show_palette(window: MainWindow, settings: QSettings) -> None:
    """Anew each time, with what can be chosen now; the key that opened it closes it."""
    from tijdlijn.ui.palette import CommandPalette
    from tijdlijn.ui.palette_offers import Offers

    shown = window.findChild(CommandPalette)
    if shown is not None and shown.isVisible():
        shown.leave()
    else:
        CommandPalette(window, Offers(window, settings)).ask()


def show_keys(window: MainWindow) -> None:
    """All keys, to be searched."""
    from tijdlijn.ui.dialogs.keys_dialog import KeysDialog

    KeysDialog(window).open()


def show_about(window: MainWindow) -> None:
    """What the program is and what it is made of."""
    from tijdlijn.ui.dialogs.about import AboutDialog

    AboutDialog(window).open()


def show_series(window: MainWindow) -> None:
    """The families of the open casebook beside each other, and of others that are added."""
    from tijdlijn.ui.series.dialog import SeriesDialog

    if window.book is not None:
        SeriesDialog(window.book, window).open()
