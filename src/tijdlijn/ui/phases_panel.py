"""The panel of the phases: the life in named parts, made, renamed, moved and taken away, all with keys.

The rule: every change is one step, at once on the timeline; going to a phase moves the picture and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tijdlijn.analysis.phases import propose_phases, stretches
from tijdlijn.model.sessions import Phase
from tijdlijn.services.changes import Change
from tijdlijn.services.phases import delete_phase, divide, keep_phase
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.late_panel import LatePanel
from tijdlijn.ui.phase_proposals import ProposalForm
from tijdlijn.ui.phase_rows import PhaseRow
from tijdlijn.ui.typed_fields import content_of, fill
from tijdlijn.ui.widgets import PANEL_WIDTH, IconButton, button, column, plain_label, row, scrolled

AROUND = 200
"""Days that are shown on either side of a border that is proposed."""


class PhasesPanel(LatePanel):
    """The phases of the case. `closed` says that somebody is done with them."""

    closed = Signal()

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.rows: list[PhaseRow] = []
        self.fresh: PhaseRow | None = None
        self.form: ProposalForm | None = None
        self._refused = ""
        self._build()
        controller.case_changed.connect(self._changed)
        controller.problem.connect(self._hear)
        self._bring_back(controller.drafts.watch("fasen", self, self._unfinished))

    def _unfinished(self) -> dict[str, str]:
        found = {made.id: made.unfinished for made in (*self.rows, *([self.fresh] if self.fresh else []))}
        return found | ({"/voorstel": content_of(self.form)} if self.form else {})

    def _bring_back(self, kept: Mapping[str, str]) -> None:
        if not kept:
            return
        self._fill()
        if "" in kept:
            self.start_new(take_keys=False).retype(kept[""])
        for made in self.rows:
            if made.id in kept:
                made.retype(kept[made.id])
        if "/voorstel" in kept:
            self.show_proposals(take_keys=False)
            if self.form is not None:
                fill(self.form, kept["/voorstel"])

    def _build(self) -> None:
        self.setMinimumWidth(PANEL_WIDTH)
        self.heading = plain_label(self.tr("Fasen van het leven"), "strong", wrap=False)
        self.close_button = IconButton("close", self.tr("Fasen sluiten"), self.closed.emit)
        self.hint = plain_label("", "soft")
        self.add = button(self.tr("Fase toevoegen"), self.start_new, icon="plus")
        self.propose = button(self.tr("Stel fasen voor"), self.show_proposals, "quiet", icon="diamond")
        head, self._list, self._forms = row(4), column(14), column(0)
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        buttons = row(8)
        buttons.addWidget(self.add)
        buttons.addWidget(self.propose)
        buttons.addStretch(1)
        content = column(12)
        content.setContentsMargins(12, 12, 12, 12)
        for part in (head, self._list, self._forms, buttons):
            content.addLayout(part)
        content.insertWidget(1, self.hint)
        content.addStretch(1)
        inner = QWidget()
        inner.setLayout(content)
        layout = column(0)
        layout.addWidget(scrolled(inner))
        self.setLayout(layout)

    # Showing

    def _fill(self) -> None:
        self._stale = False
        case = self._controller.case
        phases = case.phases_in_order
        known = {made.id: made for made in self.rows}
        self.rows = [known.pop(phase.id) if phase.id in known else self._row() for phase in phases]
        for made in known.values():
            self._drop(made)
        for place, (made, phase) in enumerate(zip(self.rows, phases, strict=True)):
            made.show_phase(phase, is_last=phase is phases[-1])
            if self._list.indexOf(made) != place:
                self._list.insertWidget(place, made)
            made.setVisible(self.form is None)
        self._say_hint()

    def _say_hint(self) -> None:
        away = self.form is not None
        self.hint.setVisible(not away)
        self.add.setVisible(not away)
        self.propose.setVisible(not away)
        if self.rows:
            text = self.tr("Een fase loopt tot de volgende begint, of tot de dag die u daar typt.")
        else:
            text = self.tr(
                "Deel het leven in stukken met een naam, zoals ‘Voor de scheiding’. Ze komen als rustige banden achter "
                "de tijdlijn. De bevindingen veranderen er niet door."
            )
        self.hint.setText(text)

    def show_phase(self, id_: str, *, take_keys: bool = True) -> None:
        """Bring a phase of the list into view, and give its name the keys."""
        if self._stale:
            self._fill()
        made = next((made for made in self.rows if made.id == id_), None)
        if made is not None and take_keys:
            made.take_keys()

    def start(self) -> None:
        """Give the keys to the first thing that can be done."""
        if self._stale:
            self._fill()
        if self.form is None and self.rows:
            self.rows[0].take_keys()
        else:
            (self.form or self.propose).setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Changing

    def start_new(self, *, take_keys: bool = True) -> PhaseRow:
        """Fields for another phase, below the others."""
        if self.fresh is None:
            self.fresh = self._row()
            self._list.addWidget(self.fresh)
            self.fresh.show()
        if take_keys:
            self.fresh.take_keys()
        return self.fresh

    def flush(self) -> bool:
        """Commit what is being typed; whether nothing is left that could not be."""
        rows = [*self.rows, *([self.fresh] if self.fresh else [])]
        return [made.commit() for made in rows].count(False) == 0

    def _row(self) -> PhaseRow:
        made = PhaseRow(self._controller.case.today)
        made.settled.connect(lambda phase: self._keep(made, phase))
        made.gone.connect(lambda: self._delete(made))
        made.asked.connect(lambda: self._reveal(made.id))
        return made

    def _keep(self, made: PhaseRow, phase: Phase) -> None:
        if not self._do(keep_phase, phase):
            made.refuse(self._refused)
        elif made is self.fresh:
            self.fresh = None
            self._drop(made)
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
            self._reveal(phase.id)

    def _delete(self, made: PhaseRow) -> None:
        place = self.rows.index(made) if made in self.rows else len(self.rows)
        if made is self.fresh:
            self.fresh = None
            self._drop(made)
        else:
            self._do(delete_phase, made.id)
        if self.rows:
            self.rows[min(place, len(self.rows) - 1)].take_keys()
        else:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, made: PhaseRow) -> None:
        self._list.removeWidget(made)
        made.retire()

    # Proposals

    def show_proposals(self, *, take_keys: bool = True) -> None:
        """Propose a division of the life, in the place of the list."""
        proposals = propose_phases(self._controller.case)
        if not proposals:
            self.hint.setText(
                self.tr(
                    "Er is nog niets waarbij een grens voor de hand ligt. Maak van een regel een schakelmoment, of "
                    "voeg zelf een fase toe."
                )
            )
            return
        self._leave_form()
        self.form = ProposalForm(self._controller.case, proposals)
        self.form.chosen.connect(self._divide)
        self.form.left.connect(self._left)
        self.form.day_asked.connect(self._reveal_day)
        self._forms.addWidget(self.form)
        self._show_list(False)
        if take_keys:
            self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _divide(self, named: Sequence[tuple[date, str]]) -> None:
        if self._do(divide, named):
            self._left()

    def _left(self) -> None:
        self._leave_form()
        self._show_list(True)
        self.start()

    def _leave_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self._forms.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None

    def _show_list(self, is_shown: bool) -> None:
        for made in (*self.rows, *([self.fresh] if self.fresh else [])):
            made.setVisible(is_shown)
        self._say_hint()

    # Going there

    def _reveal(self, id_: str) -> None:
        found = next((one for one in stretches(self._controller.case) if one.phase.id == id_), None)
        if found is not None:
            self._controller.reveal_days.emit(found.first, found.last)

    def _reveal_day(self, day: date) -> None:
        self._controller.reveal_days.emit(day.toordinal() - AROUND, day.toordinal() + AROUND)

    def _do(self, verb: Callable[..., Change], *arguments: object) -> bool:
        self._refused = ""
        return self._controller.do(verb, *arguments) is not None

    def _hear(self, sentence: str) -> None:
        self._refused = sentence
