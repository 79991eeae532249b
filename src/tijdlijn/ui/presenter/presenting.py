"""Begins and ends a presentation, and keeps it whole when screens come and go.

The rule: whatever happens to a screen, the story stays where it is and nothing typed is lost. When the projector is
gone the presenter's view says so, and the picture comes back by itself with the projector.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from tijdlijn.model.problems import Problem
from tijdlijn.services.outgoing import note_presented, note_presenting
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.presenter.dark import Dark
from tijdlijn.ui.presenter.presenter_window import PresenterWindow
from tijdlijn.ui.presenter.projector import Projector
from tijdlijn.ui.presenter.screens import Screens
from tijdlijn.ui.presenter.show import Show, Turned
from tijdlijn.ui.presenter.wakeful import Wakeful

KEEP_PLACE = 1_500
"""How long after a step its place is kept, in milliseconds."""


class Presenting(QObject):
    """One presentation, from `start` to `ended`."""

    ended = Signal()

    def __init__(
        self,
        controller: CaseController,
        session_id: str,
        window: QWidget,
        settings: QSettings,
        screens: Screens | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self.screens = screens or Screens(settings, self)
        self.show = Show(controller, session_id, self)
        self.projector = Projector(self.show, alone=True)
        self.presenter: PresenterWindow | None = None
        self._awake = Wakeful(self)
        self._late = QTimer(self, singleShot=True, interval=KEEP_PLACE)
        self._late.timeout.connect(self.show.keep_place)
        self.show.stepped.connect(self._late.start)
        self.projector.ended.connect(self.end)
        self.projector.line_asked.connect(self._start_line)
        self.screens.changed.connect(self._settle)
        window.installEventFilter(self)

    @property
    def is_alone(self) -> bool:
        """Whether there is one screen only."""
        return len(self.screens.all()) < 2

    def start(self) -> None:
        """Fill the projector, and the other screen with the presenter's view, once that is in the log."""
        controller = self.show.controller
        try:
            note_presenting(controller.book, controller.case.id, pseudonyms=self.show.is_on(Turned.PSEUDONYMS))
        except Problem as problem:
            controller.problem.emit(problem.sentence)
            self._close()
            return
        self._awake.begin()
        self._settle()

    def _settle(self) -> None:
        """Put each window on its screen, as the screens are now."""
        own = self._window.screen()
        target = self.screens.projector(own)
        alone = self.is_alone
        self.projector.set_alone(alone)
        if target is not None:
            self.projector.setScreen(target)
            self.projector.setGeometry(target.geometry())
        if alone and self.presenter is not None and self.presenter.isVisible():
            self.projector.hide()
            self.show.told.emit(
                self.tr("De beamer is losgekoppeld; er is niets verloren. Sluit hem weer aan, of stop met F5.")
            )
            return
        self.projector.showFullScreen()
        self.projector.raise_()
        if alone:
            self.projector.activateWindow()
            self.projector.setFocus()
        else:
            self._show_presenter(self._other(target, own))

    def _other(self, target: QScreen | None, own: QScreen | None) -> QScreen | None:
        """The screen for the presenter: the window's own, unless that is the projector's."""
        if own is not target:
            return own
        return next((screen for screen in self.screens.all() if screen is not target), own)

    def _show_presenter(self, screen: QScreen | None) -> None:
        if self.presenter is None:
            self.presenter = PresenterWindow(self.show, self.screens)
            self.presenter.ended.connect(self.end)
            self.presenter.screen_chosen.connect(self.screens.choose)
        if screen is not None:
            self.presenter.setScreen(screen)
            self.presenter.setGeometry(screen.availableGeometry())
        self.presenter.mirror.set_shape(self.projector.width() / max(self.projector.height(), 1))
        self.presenter.showMaximized()
        self.presenter.raise_()
        self.presenter.activateWindow()
        self.presenter.setFocus()

    def _start_line(self) -> None:
        if self.presenter is not None:
            self.presenter.start_line()

    def end(self, *, at_once: bool = False) -> bool:
        """End it, after what is typed was taken; the place where it stopped is kept. Whether it ended. `at_once` what
        cannot be taken does not hold it up, and the projector stays dark for a moment."""
        taken = [one.flush() for one in (self.projector, self.presenter) if one is not None]
        self.show.controller.drafts.collect()
        if not all(taken) and not at_once:
            return False
        if at_once:
            Dark(self.projector, self._window)
        self._late.stop()
        self._awake.end()
        self.show.keep_place()
        controller = self.show.controller
        note_presented(controller.book, controller.case.id, pseudonyms=self.show.is_on(Turned.PSEUDONYMS))
        self._close()
        return True

    def _close(self) -> None:
        self._window.removeEventFilter(self)
        for window in (self.projector, self.presenter):
            if window is not None:
                window.hide()
                window.deleteLater()
        self.ended.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The colours of the window are those of the projector."""
        if event.type() is QEvent.Type.PaletteChange:
            self.projector.look_anew()
            if self.presenter is not None:
                self.presenter.mirror.stage.set_theme(self.projector.stage.colours)
        return super().eventFilter(watched, event)
