"""What the window shows over itself, whatever is open: the palette, the keys, what the program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

if TYPE_CHECKING:
    from tijdlijn.services.recovery import Written
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


def change_passphrase(window: MainWindow) -> None:
    """Ask for another passphrase of the open casebook, and tell that it holds."""
    from tijdlijn.ui.dialogs.change_passphrase import ChangePassphraseDialog
    from tijdlijn.ui.dialogs.recovery import RecoveryDialog

    def changed(written: Written) -> None:
        told = window.tr("Dit casusboek opent vanaf nu alleen met het nieuwe wachtwoord.")
        RecoveryDialog(window.tr("Het wachtwoord is gewijzigd"), told, written, window).open()

    if window.book:
        dialog = ChangePassphraseDialog(window.book, window)
        dialog.changed.connect(changed)
        dialog.open()


def show_about(window: MainWindow) -> None:
    """What the program is and what it is made of."""
    from tijdlijn.ui.dialogs.about import AboutDialog

    AboutDialog(window).open()
