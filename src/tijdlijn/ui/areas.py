"""How the keys go through the window: F6 from area to area, Tab from field to field in the order in which they stand.

The rule: Tab follows the layouts from top to bottom and from left to right, whenever a part was made; Qt would follow
the order of making. An area gives the keys back to the widget in it that had them last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)


def walk(areas: Sequence[QWidget], by: int) -> None:
    """Give the keys to the next (1) or previous (-1) area that can be seen, round and round."""
    shown = [area for area in areas if area.isVisible()]
    here = next((place for place, area in enumerate(shown) if _has_focus(area)), -1 if by > 0 else 0)
    for step in range(1, len(shown) + 1):
        target = _target(shown[(here + by * step) % len(shown)])
        if target is not None:
            _give_keys(target, Qt.FocusReason.ShortcutFocusReason)
            return


def tab(areas: Sequence[QWidget], is_forward: bool) -> bool:
    """Give the keys to the next or previous field of all areas, round and round; False when there is none."""
    order = [field for area in areas for field in fields_in(area)]
    here, focus = -1, QApplication.focusWidget()
    while focus is not None and here < 0:
        here = order.index(focus) if focus in order else -1
        focus = focus.parentWidget()
    if not order:
        return False
    target = order[(here + 1) % len(order)] if is_forward else order[here - 1 if here >= 0 else -1]
    _give_keys(target, Qt.FocusReason.TabFocusReason if is_forward else Qt.FocusReason.BacktabFocusReason)
    return True


def fields_in(widget: QWidget) -> Iterator[QWidget]:
    """All that Tab stops at within a widget, itself first, in the order in which it stands."""
    if not widget.isVisible():
        return
    if _takes_keys(widget) and widget.focusProxy() is None:
        yield widget
    for part in _parts(widget):
        yield from fields_in(part)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """What a widget is made of, in the order in which it stands."""
    inner: list[QWidget | None] = []
    if isinstance(widget, QTabWidget):
        inner = [widget.tabBar(), widget.currentWidget()]
    elif isinstance(widget, QStackedWidget):
        inner = [widget.currentWidget()]
    elif isinstance(widget, QScrollArea):
        inner = [widget.widget()]
    elif isinstance(widget, QSplitter):
        inner = [widget.widget(place) for place in range(widget.count())]
    elif not isinstance(widget, QAbstractScrollArea):
        yield from _laid_out(widget.layout())
    yield from (part for part in inner if part is not None)


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    for place in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(place) if layout is not None else None
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _has_focus(area: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is area or area.isAncestorOf(focus))


def _target(area: QWidget) -> QWidget | None:
    """The field of an area that gets the keys: the one that had them last, else its first."""
    last = area.focusWidget()
    if last is not None and _takes_keys(last):
        return last
    return next(fields_in(area), None)


def _takes_keys(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return bool(policy & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()


def _give_keys(target: QWidget, reason: Qt.FocusReason) -> None:
    """Focus a field, and scroll to it."""
    target.setFocus(reason)
    holder = target.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(target)
        holder = holder.parentWidget()
