"""The bar above the timeline: which scenarios are shown below what happened, and where new entries land.

Seen while a case has a scenario: nobody may take what is imagined for what happened, nor type it in the wrong place.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from tijdlijn.analysis.scenarios import scenarios_of
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.flow_layout import FlowLayout
from tijdlijn.ui.widgets import Choice, button, emptied, plain_label, restyled, row

LONGEST = 34
"""Characters of a name on a button; the whole name is its tip."""


class ScenarioBar(QFrame):
    """`toggled` carries the id of a scenario to show or to hide, `opened` asks for the panel."""

    toggled = Signal(str)
    opened = Signal()

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.setProperty("role", "filter")
        self.setAccessibleName(self.tr("Scenario's"))
        self.buttons: dict[str, QPushButton] = {}
        self._named: dict[str, str] = {}
        self.writing = Choice(self.tr("Nieuwe regels komen in"))
        self.writing.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.told = plain_label(self.tr("Nieuwe regels komen in:"), "small", wrap=False)
        self.compare = button(self.tr("Vergelijken…"), self.opened.emit, "link")
        self._chips = QWidget()
        self._flow = FlowLayout(6, self._chips)
        layout = row(8)
        layout.setContentsMargins(12, 3, 8, 3)
        layout.addWidget(plain_label(self.tr("Scenario's:"), "small", wrap=False))
        layout.addWidget(self._chips, 1)
        for part in (self.compare, self.told, self.writing):
            layout.addWidget(part)
        self.setLayout(layout)
        self.writing.activated.connect(lambda at: controller.write_in(["", *self._named][at]))
        for changed in (controller.case_changed, controller.view_changed, controller.writing_changed):
            changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Show what there is now; hidden when there is no scenario."""
        controller = self._controller
        scenarios = scenarios_of(controller.case)
        self.setVisible(bool(scenarios))
        named = {one.id: one.name for one in scenarios}
        if named != self._named:
            self._named = named
            self._make_buttons()
        for id_, made in self.buttons.items():
            made.setChecked(id_ in controller.view.scenarios)
        self.writing.setCurrentIndex(["", *named].index(controller.writing) if controller.writing in named else 0)
        restyled(self.told, "role", "strong" if controller.writing else "small")

    def _make_buttons(self) -> None:
        self.writing.clear()
        self.writing.addItems([self.tr("wat er gebeurde"), *map(_short, self._named.values())])
        emptied(self._flow)
        self.buttons = {}
        for id_, name in self._named.items():
            made = button(_short(name), partial(self.toggled.emit, id_), tip=name)
            made.setCheckable(True)
            made.setAccessibleName(self.tr("Scenario {0} tonen").format(name))
            self._flow.addWidget(made)
            self.buttons[id_] = made


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
