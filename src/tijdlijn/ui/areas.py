"""The areas of the window that F6 walks through: quick entry, panels, timeline, overview, inspector.

The rule: an area gives the keys back to the widget in it that had them last.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def walk(areas: Sequence[QWidget], by: int) -> None:
    """Give the keys to the next (1) or previous (-1) area that can be seen, round and round."""
    shown = [area for area in areas if area.isVisible()]
    here = next((place for place, area in enumerate(shown) if _has_focus(area)), -1 if by > 0 else 0)
    for step in range(1, len(shown) + 1):
        target = _target(shown[(here + by * step) % len(shown)])
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def _has_focus(area: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is area or area.isAncestorOf(focus))


def _target(area: QWidget) -> QWidget | None:
    """The widget in an area that takes the keys: the one that had them last, the area itself, or its first."""
    last = area.focusWidget()
    if last is not None and _takes_keys(last):
        return last
    if _takes_keys(area):
        return area
    widget = area.nextInFocusChain()
    while widget is not area and widget is not None:
        if area.isAncestorOf(widget) and _takes_keys(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None


def _takes_keys(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return bool(policy & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
