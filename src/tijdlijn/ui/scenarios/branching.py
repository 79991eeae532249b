"""What is done with scenarios from menus, bar and canvas: branch one off, show it, fill it, and write in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTabWidget, QWidget

from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas
from tijdlijn.ui.widgets import column

if TYPE_CHECKING:
    from tijdlijn.ui.scenarios.bar import ScenarioBar
    from tijdlijn.ui.scenarios.panel import ScenariosPanel

MOST_SHOWN = 3
"""Scenarios below what happened that can still be read together; the one shown first gives way to a fourth."""
SCENARIO = "scenario:"
"""What stands before the id of a scenario in the group of its heading."""


class Branching(QObject):
    """The scenarios of one case in its window. `place` is where the bar stands once there is a scenario."""

    def __init__(self, controller: CaseController, canvas: TimelineCanvas, panels: QTabWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._controller, self._canvas, self._panels = controller, canvas, panels
        self.place = QWidget(parent)
        self.place.setLayout(column(0))
        self.place.hide()
        self.commands: Mapping[str, Callable[[], object]] = {
            "scenario_here": self.branch_here,
            "scenario_copy": self.copy_chosen,
            "scenario_pair": self.pair_chosen,
            "scenarios_off": lambda: self._show(()),
            "scenarios": self.open,
        }
        controller.case_changed.connect(self._renew)
        controller.reveal_entry.connect(self._show_that_of)
        canvas.finding_asked.connect(self._asked)
        self._renew()

    def can(self, id_: str) -> bool:
        """Whether a command makes sense now."""
        chosen = self._controller.selected_entries
        imagined = [bool(entry.scenario) for entry in chosen]
        return {
            "scenario_here": True,
            "scenario_copy": bool(self._controller.writing) and not all(imagined),
            "scenario_pair": sorted(imagined) == [False, True],
            "scenarios_off": bool(self._controller.view.scenarios),
            "scenarios": True,
        }[id_]

    @cached_property
    def bar(self) -> ScenarioBar:
        """The bar above the timeline."""
        from tijdlijn.ui.scenarios.bar import ScenarioBar

        made = ScenarioBar(self._controller, self.place)
        made.toggled.connect(self.toggle)
        made.opened.connect(self.open)
        layout = self.place.layout()
        assert layout is not None
        layout.addWidget(made)
        return made

    @cached_property
    def panel(self) -> ScenariosPanel:
        """The panel of the scenarios."""
        from tijdlijn.ui.scenarios.panel import ScenariosPanel

        made = ScenariosPanel(self._controller, self._panels)
        made.hide()
        made.closed.connect(self.close)
        made.made.connect(self.branch_here)
        made.written.connect(self.write_in)
        return made

    @property
    def is_open(self) -> bool:
        """Whether the panel stands among the others."""
        return "panel" in self.__dict__ and self._panels.indexOf(self.panel) >= 0

    def bring_back(self) -> None:
        """Put the panel among the others when something was being typed in it."""
        if self._controller.drafts.of("scenario") and not self.is_open:
            self._panels.addTab(self.panel, self.tr("Scenario's"))

    def open(self, id_: str = "", *, take_name: bool = False) -> None:
        """Show the panel, at a scenario when one is named."""
        if not self.is_open:
            self._panels.addTab(self.panel, self.tr("Scenario's"))
        self._panels.setCurrentWidget(self.panel)
        if id_:
            self.panel.show_scenario(id_, take_name=take_name)
        if not take_name:
            self.panel.start()

    def close(self) -> None:
        """Take the panel away; what is being typed in it is committed first."""
        if self.is_open and self.panel.flush():
            self._panels.removeTab(self._panels.indexOf(self.panel))
            self._canvas.setFocus()

    def flush(self) -> bool:
        """Commit what is being typed; whether nothing is left that could not be."""
        return not self.is_open or self.panel.flush()

    # Making, filling

    def branch_here(self) -> None:
        """A scenario from the entry that is chosen, or from the day in the middle of the view."""
        chosen = [e for e in self._controller.selected_entries if e.id in self._controller.case.bounds]
        actual = next((entry.id for entry in chosen if not entry.scenario), "")
        middle = sum(self._canvas.days_in_view) / 2
        self.branch(date.fromordinal(max(1, int(middle))) if not actual else None, actual)

    def branch(self, day: date | None, entry_id: str = "") -> None:
        """A scenario from a day or an entry: kept, shown, and its name ready to be typed over."""
        from tijdlijn.services.scenarios import branching_at, keep_scenario

        made = branching_at(self._controller.case, day, entry_id)
        if self._controller.do(keep_scenario, made) is not None:
            self._show((*self._controller.view.scenarios, made.id))
            self._controller.write_in(made.id)
            self.open(made.id, take_name=True)

    def copy_chosen(self) -> None:
        """Take the chosen entries over into the scenario that is written in."""
        from tijdlijn.services.scenarios import copy_entries

        ids = [entry.id for entry in self._controller.selected_entries if not entry.scenario]
        self._controller.do(copy_entries, self._controller.writing, ids)

    def pair_chosen(self) -> None:
        """Say that the one chosen entry came in the place of the other, or take that back."""
        from tijdlijn.services.scenarios import pair_up

        self._controller.do(pair_up, list(self._controller.selection))

    def write_in(self, id_: str) -> None:
        """Let new entries land in a scenario, and show it."""
        if id_ and id_ not in self._controller.view.scenarios:
            self._show((*self._controller.view.scenarios, id_))
        self._controller.write_in(id_)

    # Showing

    def toggle(self, id_: str) -> None:
        """Show a scenario below what happened, or no longer."""
        shown = self._controller.view.scenarios
        self._show(tuple(one for one in shown if one != id_) if id_ in shown else (*shown, id_))

    def _show(self, ids: tuple[str, ...]) -> None:
        """On the calendar: strands on relative time have no place for them."""
        view = self._controller.view
        anchors = view.anchors if len(view.anchors) < 2 or not ids else ()
        self._controller.set_view(replace(view, scenarios=ids[-MOST_SHOWN:], anchors=anchors))
        if self._controller.writing and self._controller.writing not in ids[-MOST_SHOWN:]:
            self._controller.write_in("")
        if "bar" in self.__dict__:
            self.bar.renew()

    def _show_that_of(self, entry_id: str) -> None:
        """What somebody goes to must be seen: the scenario of an entry is shown with it."""
        from tijdlijn.analysis.scenarios import scenarios_of

        entry = self._controller.case.entries_by_id.get(entry_id)
        if entry is None or not entry.scenario:
            return
        id_ = next(one.id for one in scenarios_of(self._controller.case) if one.name == entry.scenario)
        if self._controller.case.scenarios and id_ not in self._controller.view.scenarios:
            self._show((*self._controller.view.scenarios, id_))
            self._canvas.reveal_entry(entry_id)

    def _asked(self, group: str) -> None:
        """A click on the heading of a scenario opens it in the panel."""
        if group.startswith(SCENARIO) and group != SCENARIO:
            self.open(group.removeprefix(SCENARIO))

    def _renew(self) -> None:
        case = self._controller.case
        has_any = bool(case.scenarios) or any(entry.scenario for entry in case.entries)
        if has_any or "bar" in self.__dict__:
            self.bar.renew()
        self.place.setVisible(has_any)
