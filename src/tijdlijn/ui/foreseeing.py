"""The commands about the life ahead of one case: the panel, what is proposed on the timeline, and going there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.panel_room import PanelRoom
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

if TYPE_CHECKING:
    from tijdlijn.ui.ahead_panel import AheadPanel

BEFORE, AFTER = 180, 1_600
"""Days before and after the reference day that are shown when somebody goes to the years to come."""


class Foreseeing(QObject):
    """The life ahead of one case in its window; its panel stands among the others from when it is asked for.

    `told` says what was done.
    """

    told = Signal(str)

    def __init__(self, controller: CaseController, canvas: TimelineCanvas, panels: QTabWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._controller, self._canvas, self._panels = controller, canvas, panels
        self._room = PanelRoom(panels)
        canvas.ahead.chosen_changed.connect(self._say_chosen)
        canvas.ahead.opened.connect(self.open)
        canvas.ahead.moved.connect(lambda rule_id: self.open(rule_id, "dag"))
        canvas.ahead.dismissed.connect(lambda rule_id: self.open(rule_id, "reden"))

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """What each command of the menus does, by its id."""
        return {
            "ahead": self.open,
            "show_ahead": self.turn,
            "ahead_calendar": self.to_agenda,
            "next_proposal": lambda: self.walk(1),
            "previous_proposal": lambda: self.walk(-1),
        }

    def is_on(self, id_: str) -> bool:
        """Whether a command that is a switch is on."""
        return id_ == "show_ahead" and self._controller.view.ahead

    @cached_property
    def panel(self) -> AheadPanel:
        """The panel of the life ahead."""
        from tijdlijn.ui.ahead_panel import AheadPanel

        made = AheadPanel(self._controller, self._canvas.ahead, self._panels)
        made.hide()
        made.closed.connect(self.close)
        made.turned.connect(self.turn)
        made.agenda_asked.connect(self.to_agenda)
        return made

    @property
    def is_open(self) -> bool:
        """Whether the panel stands among the others."""
        return "panel" in self.__dict__ and self._panels.indexOf(self.panel) >= 0

    def bring_back(self) -> None:
        """Put the panel among the others when something was being typed in it."""
        if self._controller.drafts.of("vooruit") and not self.is_open:
            self._add()

    def _add(self) -> None:
        self._panels.addTab(self.panel, self.tr("Vooruit"))
        self._room.make()

    def open(self, rule_id: str = "", typing: str = "") -> None:
        """Show the panel, at a proposal when one is named, and give it the keys."""
        if not self.is_open:
            self._add()
        self._panels.setCurrentWidget(self.panel)
        if rule_id:
            self.panel.show_proposal(rule_id, typing)
        else:
            self.panel.start()

    def close(self) -> None:
        """Take the panel away."""
        if self.is_open:
            self._panels.removeTab(self._panels.indexOf(self.panel))
            self._room.give_back()
            self._canvas.setFocus()

    def turn(self) -> None:
        """Show what is proposed on the timeline and go there, or show it no longer."""
        view = self._controller.view
        self._canvas.ahead.choose("")
        self._controller.set_view(replace(view, ahead=not view.ahead))
        if self._controller.view.ahead:
            day = self._controller.case.reference.toordinal()
            self._canvas.reveal_days(day - BEFORE, day + AFTER)
            count = len(self._canvas.ahead.found.proposals)
            words = self.tr("1 voorstel") if count == 1 else self.tr("{0} voorstellen").format(count)
            self.told.emit(self.tr("Vooruit staat op de tijdlijn: {0}. W gaat naar het volgende.").format(words))
        else:
            self.told.emit(self.tr("De voorstellen staan niet meer op de tijdlijn."))

    def walk(self, by: int) -> None:
        """The next or previous proposal, which gets the keys; what is proposed is shown for it."""
        if not self._canvas.ahead.found.proposals:
            self.told.emit(self.tr("Er is niets voor te stellen."))
            return
        if not self._canvas.ahead.is_on:
            self._controller.set_view(replace(self._controller.view, ahead=True))
        if self._canvas.ahead.walk(by):
            self._canvas.setFocus()
        else:
            self.told.emit(
                self.tr("Dit is het laatste voorstel.") if by > 0 else self.tr("Dit is het eerste voorstel.")
            )

    def to_agenda(self) -> None:
        """Ask where what runs out and what is expected goes as a calendar file."""
        from tijdlijn.ui.dialogs.export_dialog import ExportDialog

        ExportDialog(self._controller, self._panels.window(), ending=".ics").open()

    def _say_chosen(self) -> None:
        if said := self._canvas.ahead.sentence():
            self.told.emit(said)

    def accept(self, rule_id: str) -> None:
        """Take a proposal over."""
        self._canvas.ahead.choose(rule_id)
        self._canvas.ahead.accept()
