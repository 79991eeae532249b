"""What is done with phases from the menus and from the canvas: the panel, and the prompt for a name at its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF
from PySide6.QtWidgets import QTabWidget, QWidget

from tijdlijn.language.dates_nl import write_day
from tijdlijn.model.sessions import Phase
from tijdlijn.services.ids import new_id
from tijdlijn.services.phases import NO_NAME, SAME_DAY, delete_phase, keep_phase
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.inline_prompt import InlinePrompt
from tijdlijn.ui.panel_room import PanelRoom
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

if TYPE_CHECKING:
    from tijdlijn.ui.phases_panel import PhasesPanel


PROMPT_HEIGHT = 120
"""What a prompt with a sentence of refusal is high at most, in pixels."""


class Phasing(QObject):
    """The phases of one case in its window; the panel stands among the others from when it is asked for."""

    def __init__(self, controller: CaseController, canvas: TimelineCanvas, panels: QTabWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._controller, self._canvas, self._panels = controller, canvas, panels
        self._room = PanelRoom(panels)
        self.prompt = InlinePrompt(canvas.viewport())
        canvas.phases.asked.connect(self._clicked)
        canvas.phases.name_asked.connect(self.ask_name)
        self._asked: Callable[[str], dict[str, str]] = lambda _: {}
        controller.drafts.lend("fasen", self, self._unfinished)

    def _unfinished(self) -> dict[str, str]:
        """A name that is being typed on the picture comes back in the panel."""
        return self._asked(self.prompt.line.text()) if self.prompt.isVisible() else {}

    def bring_back(self) -> None:
        """Put the panel among the others when something was being typed in it."""
        if self._controller.drafts.of("fasen") and not self.is_open:
            self._panels.addTab(self.panel, self.tr("Fasen"))
            self._room.make()

    @property
    def commands(self) -> dict[str, Callable[[], object]]:
        """What each command of the menus does, by its id."""
        return {"phases": self.open}

    @cached_property
    def panel(self) -> PhasesPanel:
        """The panel of the phases."""
        from tijdlijn.ui.phases_panel import PhasesPanel

        made = PhasesPanel(self._controller, self._panels)
        made.hide()
        made.closed.connect(self.close)
        return made

    @property
    def is_open(self) -> bool:
        """Whether the panel stands among the others."""
        return "panel" in self.__dict__ and self._panels.indexOf(self.panel) >= 0

    def open(self, id_: str = "") -> None:
        """Show the panel, at a phase when one is named, and give it the keys."""
        if not self.is_open:
            self._panels.addTab(self.panel, self.tr("Fasen"))
            self._room.make()
        self._panels.setCurrentWidget(self.panel)
        if id_:
            self.panel.show_phase(id_)
        else:
            self.panel.start()

    def close(self) -> None:
        """Take the panel away; what is being typed in it is committed first."""
        if self.is_open and self.panel.flush():
            self._panels.removeTab(self._panels.indexOf(self.panel))
            self._room.give_back()
            self._canvas.setFocus()

    def flush(self) -> bool:
        """Commit what is being typed; whether nothing is left that could not be."""
        return not self.is_open or self.panel.flush()

    # On the canvas

    def snapped(self, day: date) -> date:
        """The day on which a phase would begin that is asked for at a day."""
        return self._canvas.phases.snapped(day)

    def begin_here(self, day: date, on_screen: QPoint) -> None:
        """Ask for the name of a phase that begins on a day."""

        def keep(name: str) -> str:
            return self._kept(Phase(new_id(), " ".join(name.split()), day))

        self._asked = lambda name: {"": json.dumps([name, write_day(day), ""])} if name.strip() else {}
        question = self.tr("Nieuwe fase vanaf {0}: naam").format(write_day(day))
        place = QPointF(self._canvas.viewport().mapFromGlobal(on_screen))
        self.prompt.ask(self._within(place), question, "", keep)

    def ask_name(self, id_: str, place: QPointF | None = None) -> None:
        """Ask for another name of a phase, below the one it has."""
        phase = next((phase for phase in self._controller.case.phases if phase.id == id_), None)
        if phase is None:
            return
        place = place or self._canvas.phases.name_place(id_)

        def keep(name: str) -> str:
            return self._kept(replace(phase, name=" ".join(name.split())))

        days = [write_day(phase.start), write_day(phase.end) if phase.end else ""]
        self._asked = lambda name: {id_: json.dumps([name, *days])} if name.strip() != phase.name else {}
        self.prompt.ask(self._within(place), self.tr("Naam van de fase"), phase.name, keep)

    def _within(self, place: QPointF) -> QPointF:
        """A place from which the whole prompt is in view."""
        port = self._canvas.viewport()
        right, bottom = port.width() - self.prompt.width() - 4, port.height() - PROMPT_HEIGHT
        return QPointF(max(min(place.x(), right), 0), max(min(place.y(), bottom), 0))

    def delete(self, id_: str) -> None:
        """Take a phase away; the one before it runs on."""
        self._controller.do(delete_phase, id_)

    def _kept(self, phase: Phase) -> str:
        """Keep a phase; a sentence when it cannot be, for the prompt and not for the bar."""
        if not phase.name:
            return NO_NAME
        if any(other.id != phase.id and other.start == phase.start for other in self._controller.case.phases):
            return SAME_DAY
        done = self._controller.do(keep_phase, phase)
        return "" if done is not None else self.tr("Dit kon niet worden bewaard; boven de tijdlijn staat waarom.")

    def _clicked(self, id_: str) -> None:
        """A click shows the phase in the panel while that is there; else it says what it is."""
        if self.is_open and self._panels.currentWidget() is self.panel:
            self.panel.show_phase(id_, take_keys=False)
            return
        band = next((band for band in self._canvas.timeline.phases if band.id == id_), None)
        if band is not None:
            self._canvas.told.emit(band.label)
