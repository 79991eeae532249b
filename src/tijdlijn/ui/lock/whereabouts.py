"""Where somebody was in a case: page, view, panels, what was selected and searched for, scrolled, and the cursor.

The rule: it is told as a text that is kept in the casebook, as it may hold what was searched for. What it names that is
no longer there is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QPlainTextEdit, QSplitter, QWidget

from tijdlijn.ui.surroundings import PANELS, PARTS
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas
from tijdlijn.ui.workspace import Workspace

Path = list[list[Any]]
"""From the workspace down to a widget: of each the class, the name, and how many of the same come before it."""


def seen_in(space: Workspace) -> str:
    """Where somebody is now."""
    canvas, controller = space.canvas, space.controller
    scale = 0.0 if canvas.is_fitted else canvas.points_per_day
    shown = space.panels.currentIndex()
    told: dict[str, Any] = {
        "page": space.page,
        "canvas": [scale, canvas.horizontalScrollBar().value(), canvas.verticalScrollBar().value()],
        "selection": list(controller.selection),
        "panel": PANELS[shown] if shown < len(PANELS) else _late_panel(space),
        "phases": space.phasing.is_open,
        "scenarios": space.branching.is_open,
        "inspector": space.shows_inspector,
        "search": space.search.field.text() if space.has_made("search") else "",
        "sizes": [splitter.sizes() for splitter in space.findChildren(QSplitter)],
        "scrolled": [[_path(space, area), *_bars(area)] for area in _areas(space)],
    }
    if space.has_made("meetings"):
        meetings = space.meetings
        told["meeting"] = [meetings.desk.session_id, meetings.tabs.currentIndex(), meetings.reflections.form.entry_id]
    if space.has_made("reader"):
        told["document"] = [space.reader.desk.source_id, space.reader.desk.key]
    focus = QApplication.focusWidget()
    if focus is not None and space.isAncestorOf(focus):
        told["focus"] = [_path(space, focus), *_cursor(focus)]
    return json.dumps(told, ensure_ascii=False)


def _late_panel(space: Workspace) -> str:
    """Which of the panels that are made when they are asked for is in view."""
    is_scenarios = space.branching.is_open and space.panels.currentWidget() is space.branching.panel
    return "scenarios" if is_scenarios else "phases"


def bring_back(space: Workspace, told: str) -> None:
    """Go where somebody was."""
    with suppress(ValueError, KeyError, IndexError, TypeError):
        _bring_back(space, json.loads(told))


def bring_back_view(space: Workspace, told: str) -> None:
    """Scroll to where somebody was, once more when all of the picture is there."""
    with suppress(ValueError, KeyError, IndexError, TypeError):
        was = json.loads(told)
        scale, left, top = was["canvas"]
        if scale:
            space.canvas.look(scale, left, top)
        else:
            space.canvas.verticalScrollBar().setValue(top)
        for path, across, down in was["scrolled"]:
            area = _found(space, path)
            if isinstance(area, QAbstractScrollArea):
                area.horizontalScrollBar().setValue(across)
                area.verticalScrollBar().setValue(down)


def _bring_back(space: Workspace, was: dict[str, Any]) -> None:
    for part in PARTS:
        getattr(space, part)
    known = space.controller.case.entries_by_id
    if "meeting" in was:
        session_id, tab, entry_id = was["meeting"]
        space.meetings.desk.choose(session_id)
        space.meetings.tabs.setCurrentIndex(tab)
        if entry_id in known:
            space.meetings.reflections.choose(entry_id)
    if "document" in was:
        space.reader.desk.wake()
        if any(one.source_id == was["document"][0] for one in space.reader.desk.filed):
            space.reader.desk.open(*was["document"])
    space.show_page(was["page"])
    space.search.field.setText(was["search"])
    if was["phases"]:
        space.phasing.open()
    if was.get("scenarios"):
        space.branching.open()
    if was["panel"] == "phases":
        panel: QWidget = space.phasing.panel
    else:
        panel = space.branching.panel if was["panel"] == "scenarios" else getattr(space, was["panel"])
    space.panels.setCurrentWidget(panel)
    space.inspector.setVisible(was["inspector"])
    space.controller.select([id_ for id_ in was["selection"] if id_ in known])
    for splitter, sizes in zip(space.findChildren(QSplitter), was["sizes"], strict=False):
        splitter.setSizes(sizes)
    _bring_back_focus(space, was.get("focus"))


def _bring_back_focus(space: Workspace, was: list[Any] | None) -> None:
    focus = _found(space, was[0]) if was else None
    if focus is None or was is None:
        space.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        return
    focus.setFocus(Qt.FocusReason.OtherFocusReason)
    at, anchor = was[1:]
    if isinstance(focus, QLineEdit):
        focus.setSelection(anchor, at - anchor) if at != anchor else focus.setCursorPosition(at)
    elif isinstance(focus, QPlainTextEdit):
        cursor = focus.textCursor()
        cursor.setPosition(min(anchor, len(focus.toPlainText())))
        cursor.setPosition(min(at, len(focus.toPlainText())), QTextCursor.MoveMode.KeepAnchor)
        focus.setTextCursor(cursor)


def _cursor(focus: QWidget) -> tuple[int, int]:
    """Where the cursor is, and where what is selected begins."""
    if isinstance(focus, QPlainTextEdit):
        return focus.textCursor().position(), focus.textCursor().anchor()
    if isinstance(focus, QLineEdit):
        at = focus.cursorPosition()
        first, last = focus.selectionStart(), focus.selectionEnd()
        return at, (at if first < 0 else (last if at == first else first))
    return 0, 0


def _areas(space: Workspace) -> Iterator[QAbstractScrollArea]:
    """What is scrolled, but for the timeline, which is told apart."""
    for area in space.findChildren(QAbstractScrollArea):
        if not isinstance(area, TimelineCanvas) and any(_bars(area)):
            yield area


def _bars(area: QAbstractScrollArea) -> tuple[int, int]:
    return area.horizontalScrollBar().value(), area.verticalScrollBar().value()


def _path(space: QWidget, widget: QWidget) -> Path:
    parent = widget.parentWidget()
    if widget is space or parent is None:
        return []
    kind, name = type(widget).__name__, widget.accessibleName()
    return [*_path(space, parent), [kind, name, _alike(parent, kind, name).index(widget)]]


def _found(space: QWidget, path: Path) -> QWidget | None:
    at: QWidget = space
    for kind, name, number in path:
        alike = _alike(at, kind, name)
        if number >= len(alike):
            return None
        at = alike[number]
    return at


def _alike(parent: QWidget, kind: str, name: str) -> list[QWidget]:
    """The widgets right below another of a class and a name."""
    below = (one for one in parent.children() if isinstance(one, QWidget))
    return [one for one in below if type(one).__name__ == kind and one.accessibleName() == name]
