"""Which screens there are, and which one is the projector."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication, QScreen

KEPT = "presenteren/scherm"


class Screens(QObject):
    """The screens of the computer. `changed` comes when one was plugged in or out, or changed its size."""

    changed = Signal()

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        for signal in (app.screenAdded, app.screenRemoved, app.primaryScreenChanged):
            signal.connect(self.changed)

    def all(self) -> list[QScreen]:
        """Every screen there is."""
        return QGuiApplication.screens()

    def projector(self, own: QScreen | None) -> QScreen | None:
        """The screen that somebody chose, else the first that is not the window's `own`; that one when it is alone."""
        screens = self.all()
        kept = self._settings.value(KEPT, "")
        chosen = next((screen for screen in screens if kept and screen.name() == kept), None)
        other = next((screen for screen in screens if screen is not own), None)
        return chosen or other or own or (screens[0] if screens else None)

    def choose(self, screen: QScreen) -> None:
        """Project on this screen from now on; the settings keep what the system calls it."""
        self._settings.setValue(KEPT, screen.name())
        self.changed.emit()
