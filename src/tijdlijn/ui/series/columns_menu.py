"""Which figures of the families are shown and taken along: a menu with a tick for each, by what they are about."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from tijdlijn.analysis.series_columns import COLUMNS, Column
from tijdlijn.ui.widgets import set_tip


class ColumnsMenu(QMenu):
    """`changed` comes when other figures are chosen; at least one always is."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks: dict[str, QAction] = {}
        group, inner = "", QMenu(self)
        for column in COLUMNS:
            if column.group != group:
                group = column.group
                inner = self.addMenu(group)
                inner.setToolTipsVisible(True)
            tick = inner.addAction(column.title)
            tick.setCheckable(True)
            tick.setChecked(True)
            set_tip(tick, column.rule)
            tick.toggled.connect(lambda is_on, chosen=tick: self._toggled(chosen, is_on))
            self.ticks[column.id] = tick

    @property
    def columns(self) -> tuple[Column, ...]:
        """The figures that are chosen, in their own order."""
        return tuple(column for column in COLUMNS if self.ticks[column.id].isChecked())

    def _toggled(self, tick: QAction, is_on: bool) -> None:
        if not is_on and not self.columns:
            tick.setChecked(True)
        else:
            self.changed.emit()
