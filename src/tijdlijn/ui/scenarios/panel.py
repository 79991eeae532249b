"""The panel of the scenarios: which there are, what is said of each, and each beside what happened in figures.

The rule: every change is one step, at once on the timeline. What happened is never changed here.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from tijdlijn.analysis.scenario_figures import Compared, compare_scenarios
from tijdlijn.analysis.scenarios import scenarios_of
from tijdlijn.layout.beside import HAPPENED
from tijdlijn.layout.scenario_table import COST_NOTE, NOTE, compared_lines, difference_summary
from tijdlijn.model.casebook import Case
from tijdlijn.model.scenarios import Scenario
from tijdlijn.services.scenarios import copy_entries, keep_scenario, remove_scenario
from tijdlijn.ui.controller import AT_ONCE, CaseController
from tijdlijn.ui.late_panel import LatePanel
from tijdlijn.ui.meetings.fields import KeptChoice, fields_of
from tijdlijn.ui.scenarios.form import ScenarioForm
from tijdlijn.ui.tasks import run
from tijdlijn.ui.typed_fields import content_of, fill
from tijdlijn.ui.widgets import PANEL_WIDTH, IconButton, button, column, emptied, plain_label, row, scrolled

DRAFTS = "scenario"


class ScenariosPanel(LatePanel):
    """The scenarios of the case, one at a time. `closed` says that somebody is done with them, `made` asks for a new
    one, `written` carries the id of the one in which new entries are to land."""

    closed = Signal()
    made = Signal()
    written = Signal(str)

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._chosen = ""
        self.choice = KeptChoice(self.tr("Welk scenario"))
        self.form = ScenarioForm()
        self.hint = plain_label("", "soft")
        self.differences = plain_label("", "small")
        self._table = QGridLayout()
        self._build()
        self.choice.kept.connect(self._choose)
        self.form.settled.connect(self._keep)
        controller.case_changed.connect(self._changed)
        self._bring_back(controller.drafts.watch(DRAFTS, self, self._unfinished))

    def _unfinished(self) -> dict[str, str]:
        waits = self._chosen and any(field.pending for field in fields_of(self.form))
        return {self._chosen: content_of(self.form)} if waits else {}

    def _bring_back(self, kept: dict[str, str]) -> None:
        for id_, content in kept.items():
            self._chosen = id_
            self._fill()
            if self._chosen == id_:
                fill(self.form, content)

    def _build(self) -> None:
        self.setMinimumWidth(PANEL_WIDTH)
        head, buttons = row(4), column(4)
        head.addWidget(plain_label(self.tr("Scenario's"), "strong", wrap=False), 1)
        self.new = IconButton("plus", self.tr("Nieuw scenario"), self.made.emit)
        head.addWidget(self.new)
        head.addWidget(IconButton("close", self.tr("Scenario's sluiten"), self.closed.emit))
        self.copy = button(
            self.tr("Alles na de aftakking overnemen"),
            self._copy_all,
            icon="copy",
            tip=self.tr("Neemt over wat er gebeurde, om het daarna in het scenario te veranderen."),
        )
        self.write = button(self.tr("Nieuwe regels hierin"), lambda: self.written.emit(self._chosen), icon="pencil")
        self.delete = button(self.tr("Scenario verwijderen"), self._remove, "quiet", "trash")
        for made in (self.copy, self.write, self.delete):
            buttons.addWidget(made)
        self._table.setHorizontalSpacing(8)
        self._table.setVerticalSpacing(6)
        self._table.setColumnStretch(0, 3)
        for at in (1, 2, 3):
            self._table.setColumnStretch(at, 2)
        self._parts = QWidget()
        parts = column(12)
        parts.addWidget(plain_label(self.tr("Naast wat er gebeurde"), "strong"))
        parts.addLayout(self._table)
        parts.addWidget(self.differences)
        self.note = plain_label(f"{NOTE} {COST_NOTE}", "small")
        parts.addWidget(self.note)
        parts.addWidget(self.form)
        parts.addLayout(buttons)
        self._parts.setLayout(parts)
        content = column(12)
        content.setContentsMargins(12, 12, 12, 12)
        content.addLayout(head)
        for part in (self.choice, self.hint, self._parts):
            content.addWidget(part)
        content.addStretch(1)
        inner = QWidget()
        inner.setLayout(content)
        layout = column(0)
        layout.addWidget(scrolled(inner))
        self.setLayout(layout)

    # Showing

    def _fill(self) -> None:
        self._stale = False
        scenarios = scenarios_of(self._controller.case)
        self.choice.set_options([(one.id, one.name) for one in scenarios])
        known = {one.id: one for one in scenarios}
        if self._chosen not in known:
            self._chosen = next((id_ for id_ in self._controller.view.scenarios if id_ in known), "")
            self._chosen = self._chosen or next(iter(known), "")
        self.choice.show_value(self._chosen)
        self.choice.setVisible(bool(scenarios))
        self._parts.setVisible(bool(scenarios))
        self.hint.setVisible(not scenarios)
        self.hint.setText(
            self.tr(
                "Wat was er waarschijnlijk gebeurd als het vanaf een bepaald moment anders was gegaan? Kies een regel "
                "of een dag en ‘Scenario vanaf hier’, of begin met het plusje."
            )
        )
        if scenarios:
            self.form.show_scenario(self._controller.case, known[self._chosen])
            self._compare()

    def _compare(self) -> None:
        """The figures: at once, or of a large case in the background, as they are of the latest snapshot only."""
        case = self._controller.case
        if len(case.entries) <= AT_ONCE:
            self._compared(case, compare_scenarios(case))
        else:
            run(
                self,
                lambda: compare_scenarios(case),
                lambda found: self._compared(case, found),
                self._controller.problem.emit,
            )

    def _compared(self, case: Case, found: tuple[Compared, ...]) -> None:
        chosen = next((one for one in found if one.scenario.id == self._chosen), None)
        if case is self._controller.case and chosen is not None:
            self._show_table(chosen)

    def _show_table(self, compared: Compared) -> None:
        emptied(self._table)
        heads = "", HAPPENED, self.tr("Scenario"), ""
        for at, words in enumerate(heads):
            self._table.addWidget(plain_label(words, "label"), 0, at, Qt.AlignmentFlag.AlignBottom)
        for number, line in enumerate(compared_lines(compared), 1):
            cells = line.words, line.actual, line.scenario, line.verdict
            for at, words in enumerate(cells):
                made = plain_label(words, "" if at in (1, 2) else "small")
                made.setAccessibleName(f"{line.words}: {heads[at]} {words}" if at else words)
                self._table.addWidget(made, number, at, Qt.AlignmentFlag.AlignTop)
        self.differences.setText(difference_summary(compared.differences))

    def show_scenario(self, id_: str, *, take_name: bool = False) -> None:
        """Show one of them; with `take_name` its name gets the keys, to be typed over."""
        if id_ != self._chosen:
            self.form.flush()
            self._chosen = id_
        self._fill()
        if take_name:
            self.form.take_name()

    def start(self) -> None:
        """Give the keys to the first thing that can be done."""
        (self.choice if self.choice.isVisible() else self.new).setFocus()

    def flush(self) -> bool:
        """Commit what is being typed; whether nothing is left that could not be."""
        return self.form.flush()

    # Changing

    def _choose(self, id_: object) -> None:
        self.show_scenario(str(id_))

    def _keep(self, scenario: Scenario) -> None:
        before = self._chosen
        change = self._controller.do(keep_scenario, scenario)
        if change is None:
            return
        fresh = next((one.id for one in change.case.scenarios if one.name == " ".join(scenario.name.split())), "")
        if fresh and fresh != before:
            self._follow(before, fresh)

    def _follow(self, before: str, fresh: str) -> None:
        """A name that only entries carried became a scenario of the case."""
        self._chosen = fresh
        view = self._controller.view
        others = (id_ for id_ in view.scenarios if id_ not in (before, fresh))
        self._controller.set_view(replace(view, scenarios=(*others, fresh)))
        if self._controller.writing == before:
            self._controller.write_in(fresh)
        self._fill()

    def _copy_all(self) -> None:
        scenario, before = self._chosen, {one.id for one in self._controller.case.scenarios}
        change = self._controller.do(copy_entries, scenario)
        fresh = [one.id for one in change.case.scenarios if one.id not in before] if change else []
        if fresh:
            self._follow(scenario, fresh[0])

    def _remove(self) -> None:
        self._controller.do(remove_scenario, self._chosen)
