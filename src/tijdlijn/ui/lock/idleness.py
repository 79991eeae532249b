"""Whether somebody is there: how long ago anything was done in any window of ours, and whether the computer slept.

The rule: only what a person does counts, a key, the mouse, the wheel or a touch. Sleep is told by the clocks: between
two ticks a second apart the wall moved on by much more.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

TICK = 1_000
"""Milliseconds between two looks at the clocks."""
WARN = 30.0
"""Seconds before the end in which a warning stands."""
JUMP = 20.0
"""Seconds that pass between two ticks only when the computer slept: the window's thread is never held up so long."""
_TYPES = QEvent.Type
ACTS = frozenset(
    {
        *(_TYPES.KeyPress, _TYPES.ShortcutOverride, _TYPES.InputMethod, _TYPES.Wheel, _TYPES.NativeGesture),
        *(_TYPES.MouseMove, _TYPES.MouseButtonPress, _TYPES.TabletMove, _TYPES.TabletPress),
        *(_TYPES.TouchBegin, _TYPES.TouchUpdate),
    }
)
"""What a person does."""
TYPING = frozenset((_TYPES.KeyPress, _TYPES.InputMethod, _TYPES.MouseButtonPress, _TYPES.ShortcutOverride))
"""What may change what stands in a field."""


@dataclass(frozen=True, slots=True)
class Clocks:
    """Two clocks in seconds: one that only goes on, and the one on the wall."""

    steady: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time


class Idleness(QObject):
    """Watches from `begin` to `end`. `nearing` carries the seconds that are left, `eased` takes that back; `expired`
    comes after `limit` seconds without anything done, `slept` after a sleep. `typed` comes when a field may have
    changed, `lock_asked` with Ctrl+Alt+L, also where a dialog keeps the menus away."""

    nearing = Signal(int)
    eased = Signal()
    expired = Signal()
    slept = Signal()
    typed = Signal()
    lock_asked = Signal()

    def __init__(self, limit: Callable[[], float], parent: QObject, clocks: Clocks | None = None) -> None:
        super().__init__(parent)
        self._limit, self.clocks = limit, clocks or Clocks()
        self.acted = self._ticked = self._wall = 0.0
        self._is_near = False
        self._ticks = QTimer(self, interval=TICK)
        self._ticks.timeout.connect(self.tick)

    @property
    def is_watching(self) -> bool:
        """Whether it watches."""
        return self._ticks.isActive()

    def begin(self) -> None:
        """Watch from now on."""
        if not self.is_watching:
            self._application().installEventFilter(self)
            self._ticks.start()
        self.acted = self._ticked = self.clocks.steady()
        self._wall = self.clocks.wall()

    def end(self) -> None:
        """Watch no longer."""
        self._ticks.stop()
        self._application().removeEventFilter(self)
        self._ease()

    def tick(self) -> None:
        """Look at the clocks."""
        steady, wall = self.clocks.steady(), self.clocks.wall()
        gap = max(steady - self._ticked, wall - self._wall)
        self._ticked, self._wall = steady, wall
        if gap > JUMP:
            self.slept.emit()
            return
        left = self._limit() - (steady - self.acted)
        if left <= 0:
            self.expired.emit()
        elif left <= WARN:
            self._is_near = True
            self.nearing.emit(max(round(left), 1))
        else:
            self._ease()

    def _ease(self) -> None:
        if self._is_near:
            self._is_near = False
            self.eased.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every event of the program comes by here: what nobody did is passed at once."""
        kind = event.type()
        if kind in ACTS:
            self.acted = self.clocks.steady()
            if self._is_near:
                self._ease()
            if kind in TYPING:
                self.typed.emit()
                if kind is _TYPES.KeyPress and isinstance(event, QKeyEvent) and _asks_lock(event):
                    self.lock_asked.emit()
                    return True
        return False

    def _application(self) -> QCoreApplication:
        app = QCoreApplication.instance()
        assert app is not None
        return app


def _asks_lock(event: QKeyEvent) -> bool:
    wanted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return event.key() == Qt.Key.Key_L and event.modifiers() == wanted
