"""Help with layouts that change while they are shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def laid_out(area: QScrollArea, inner: QLayout) -> None:
    """Lay out what an area scrolls at once, from the inside out: a change deep in it would else take several looks."""
    widget = inner.parentWidget()
    while widget is not None and widget is not area.viewport():
        layout = widget.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
        widget = widget.parentWidget()
    QCoreApplication.sendEvent(area, QEvent(QEvent.Type.LayoutRequest))


def widgets_in(layout: QLayout) -> list[QWidget]:
    """The widgets that stand in a layout, in order."""
    items = (layout.itemAt(at) for at in range(layout.count()))
    found = (item.widget() for item in items if item is not None)
    return [widget for widget in found if widget is not None]
