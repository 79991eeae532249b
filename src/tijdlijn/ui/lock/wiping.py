"""What is left of a case outside its widgets, and how it goes: dialogs, menus, texts that were worked out, pictures.

The rule: nothing here knows what stands where. Everything that may hold words of a case goes, and is made again.
"""

from __future__ import annotations

import functools
import gc
import inspect

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

from tijdlijn.language.pseudonyms import forget as forget_names
from tijdlijn.ui import clipboard
from tijdlijn.ui.dialogs.sheet import Sheet
from tijdlijn.ui.palette import CommandPalette

PATIENCE = 1_000
"""Milliseconds that work behind the screen gets to end; what ends later finds nobody, and goes as well."""

DEEP = 3
"""How often what waits to be deleted is: with a widget may go what stands in the window for it."""


def close_dialogs(window: QWidget) -> None:
    """Close every menu, list and dialog, whatever it is doing; what was begun in one is not done."""
    popup = QApplication.activePopupWidget()
    while popup is not None:
        popup.close()
        following = QApplication.activePopupWidget()
        popup = following if following is not popup else None
    for dialog in [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]:
        if isinstance(dialog, Sheet):
            dialog.set_busy(False)
        dialog.close()
        if dialog.isVisible():
            dialog.hide()
            dialog.deleteLater()
    for palette in window.findChildren(CommandPalette):
        palette.leave()
    QToolTip.hideText()


def wipe() -> None:
    """Drop what was worked out from the words of a case, its pictures, what was copied, and what nobody holds."""
    clipboard.forget()
    QThreadPool.globalInstance().waitForDone(PATIENCE)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)  # what work found reaches nobody
    for _ in range(DEEP):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    forget_names()
    gc.unfreeze()
    forget_texts()
    QPixmapCache.clear()
    gc.collect()


def forget_texts() -> None:
    """Empty what remembers the result of a function by what it was given: that may be a name or a sentence.

    The type is asked of the object itself: `isinstance` asks a proxy what it stands for, which may be gone.
    """
    for found in gc.get_objects():
        if type(found) is functools._lru_cache_wrapper and _is_ours(found):
            found.cache_clear()


def _is_ours(cache: functools._lru_cache_wrapper[object]) -> bool:
    function = cache.__wrapped__
    return function.__module__.startswith("tijdlijn.") and bool(inspect.signature(function).parameters)
