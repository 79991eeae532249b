"""What help cost, of what happened or of a scenario: the total, what is not known of it, the parts with bars, and the
years before and after a moment.

The rule: it shows the figures of the analysis as they are now and changes nothing; taking them along is in the log.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tijdlijn.analysis.costs import Totals, find_costs
from tijdlijn.analysis.rate_doubts import RateDoubts, find_rate_doubts
from tijdlijn.analysis.telling_costs import (
    HAPPENED,
    ROUNDING,
    doubt_words,
    other_year,
    tables,
    total_words,
    unknown_words,
)
from tijdlijn.services.consent import reason_to_mask
from tijdlijn.services.costs import ENDINGS, export_costs
from tijdlijn.services.files import name_for
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.costs.around import AroundPanel
from tijdlijn.ui.costs.table import CostTable
from tijdlijn.ui.dialogs.file_place import FilePlace
from tijdlijn.ui.dialogs.rates_dialog import RatesDialog
from tijdlijn.ui.tasks import run
from tijdlijn.ui.widgets import (
    Choice,
    button,
    column,
    field_label,
    plain_label,
    primary_button,
    restyled,
    row,
    scrolled,
)

SIDE_WIDTH = 350
MOST_DOUBTS = 12


class CostsDialog(QDialog):
    """Shows the costs of the case of a controller."""

    def __init__(
        self, controller: CaseController, parent: QWidget | None = None, *, folder: Path | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Kosten"))
        self._controller = controller
        self._costs: tuple[Totals, ...] = ()
        self._doubts = RateDoubts((), ())
        self.scenario = Choice(self.tr("Van"))
        self.total = plain_label("", "heading")
        self.unknown = plain_label("")
        self.unknown_box = QFrame()
        self.pick_unpriced = button(self.tr("Kies de hulp zonder bedrag op de tijdlijn"), self._pick_unpriced, "link")
        self.pick_doubtful = button(self.tr("Kies deze regels op de tijdlijn"), self._pick_doubtful, "link")
        self.table = CostTable()
        self.around = AroundPanel(controller.case, controller.selection)
        self.doubts = plain_label("", "small")
        self.doubts_heading = plain_label(self.tr("Waar bedragen op rusten"), "heading")
        self.told = plain_label("", "small")
        self.format = Choice(self.tr("Soort bestand"))
        self.place = FilePlace(self._file_name(), ENDINGS[0], "CSV", folder)
        self.rates = button(self.tr("Tarieventabel…"), self._change_rates, "quiet", "list")
        self.families = button(self.tr("Gezinnen samen…"), self._add_up, "quiet", "people")
        self.close_button = button(self.tr("Sluiten"), self.reject)
        self.save = primary_button(self.tr("Bewaren als tabel"))
        self._build()
        self.scenario.currentIndexChanged.connect(lambda _: self._show())
        self.format.currentIndexChanged.connect(self._choose_format)
        self.place.changed.connect(self._settle)
        self.save.clicked.connect(lambda _=False: self._save())
        controller.case_changed.connect(self._renew)
        self._renew()

    def _file_name(self) -> str:
        return name_for("kosten", self._controller.case.code)

    # Building

    def _build(self) -> None:
        self.setMinimumSize(900, 520)
        parent = self.parentWidget()
        room = parent.window().size() if parent else None
        self.resize(*(room.width() - 80, room.height() - 60) if room else (1180, 720))
        self.format.addItems(["CSV", "Excel"])
        self.scenario.setMinimumContentsLength(22)
        self.unknown_box.setProperty("role", "note")
        inside = column(0)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addWidget(self.unknown)
        inside.addWidget(self.pick_unpriced, 0, Qt.AlignmentFlag.AlignLeft)
        self.unknown_box.setLayout(inside)
        layout = column(12)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.addLayout(self._top())
        layout.addWidget(self.total)
        layout.addWidget(self.unknown_box)
        middle = row(20)
        middle.addWidget(self.table, 1)
        middle.addWidget(self._side())
        layout.addLayout(middle, 1)
        layout.addWidget(plain_label(ROUNDING, "small"))
        layout.addWidget(self.told)
        layout.addLayout(self._foot())
        self.told.hide()
        self.setLayout(layout)

    def _top(self) -> QHBoxLayout:
        line = row(8)
        line.addWidget(plain_label(self.tr("Kosten"), "title", wrap=False))
        line.addStretch(1)
        self.scenario_label = field_label(self.tr("Van"), self.scenario, beside=True)
        line.addWidget(self.scenario_label)
        line.addWidget(self.scenario)
        return line

    def _side(self) -> QWidget:
        page = QWidget()
        inside: QVBoxLayout = column(14)
        inside.setContentsMargins(0, 0, 10, 0)
        inside.addWidget(self.around)
        inside.addWidget(self.doubts_heading)
        inside.addWidget(self.doubts)
        inside.addWidget(self.pick_doubtful, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        page.setLayout(inside)
        area = scrolled(page)
        area.setFixedWidth(SIDE_WIDTH)
        return area

    def _foot(self) -> QHBoxLayout:
        line = row(8)
        line.addWidget(self.rates)
        line.addWidget(self.families)
        line.addWidget(self.format)
        line.addWidget(self.place, 1)
        line.addSpacing(8)
        line.addWidget(self.close_button)
        line.addWidget(self.save)
        return line

    # Showing

    def _renew(self) -> None:
        """Show the case as it is now."""
        case, before = self._controller.case, self.scenario.currentText()
        self._costs = find_costs(case)
        names = [totals.scenario or HAPPENED for totals in self._costs]
        self.scenario.blockSignals(True)
        self.scenario.clear()
        self.scenario.addItems(names)
        self.scenario.setCurrentIndex(names.index(before) if before in names else 0)
        self.scenario.blockSignals(False)
        for widget in (self.scenario, self.scenario_label):
            widget.setVisible(len(names) > 1)
        self.around.show_case(case, self._controller.selection)
        self._tell_doubts()
        self._show()

    def _show(self) -> None:
        case, totals = self._controller.case, self._costs[self.scenario.currentIndex()]
        self.total.setText(total_words(totals))
        unknown = unknown_words(case, totals)
        self.unknown.setText("\n".join(unknown))
        self.unknown_box.setVisible(bool(unknown))
        self.pick_unpriced.setVisible(bool(totals.unpriced))
        self.table.show_parts(tables(case, totals))
        self._settle()

    def _tell_doubts(self) -> None:
        case = self._controller.case
        found = self._doubts = find_rate_doubts(case)
        lines = [*doubt_words(found), *(other_year(case, one) for one in found.other_year[:MOST_DOUBTS])]
        if len(found.other_year) > MOST_DOUBTS:
            lines.append(self.tr("En nog {0}.").format(len(found.other_year) - MOST_DOUBTS))
        self.doubts.setText("\n".join(lines))
        for widget in (self.doubts_heading, self.doubts, self.pick_doubtful):
            widget.setVisible(bool(lines))

    def _pick_unpriced(self) -> None:
        self._pick(self._costs[self.scenario.currentIndex()].unpriced)

    def _pick_doubtful(self) -> None:
        self._pick((*self._doubts.unsourced, *(one.entry_id for one in self._doubts.other_year)))

    def _pick(self, ids: Sequence[str]) -> None:
        """Leave, with these entries selected on the timeline."""
        self._controller.select(tuple(dict.fromkeys(ids)), reveal=True)
        self.accept()

    def _settle(self) -> None:
        self.save.setEnabled(self.place.has_name and any(not totals.is_empty for totals in self._costs))

    def _change_rates(self) -> None:
        RatesDialog(self._controller, self).open()

    def _add_up(self) -> None:
        from tijdlijn.ui.costs.families import FamiliesDialog

        FamiliesDialog(self._controller, self).open()

    # Taking along

    def _choose_format(self, at: int) -> None:
        self.place.set_kind(self._file_name(), ENDINGS[at], ("CSV", "Excel")[at])

    def _save(self) -> None:
        book, case_id, path, around = (
            self._controller.book,
            self._controller.case.id,
            self.place.path,
            self.around.around,
        )
        self.save.setEnabled(False)
        run(self, lambda: export_costs(book, case_id, path, around), lambda _: self._saved(path), self._say)

    def _saved(self, path: Path) -> None:
        reason = reason_to_mask(self._controller.case)
        restyled(self.told, "role", "strong")
        told = self.tr("Bewaard: {0}, in de map {1}.").format(path.name, path.parent)
        self.told.setText(f"{told} {reason}".strip())
        self.told.show()
        self._settle()
        self.close_button.setFocus()

    def _say(self, sentence: str) -> None:
        restyled(self.told, "role", "problem")
        self.told.setText(sentence)
        self.told.show()
        self._settle()
