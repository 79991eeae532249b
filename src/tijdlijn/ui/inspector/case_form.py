"""What the inspector shows while nothing is selected: the case itself, how it is read, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from tijdlijn.language.dates_nl import read, write_day
from tijdlijn.model.casebook import Case
from tijdlijn.services import consent, editing
from tijdlijn.ui.bsn_note import BsnNote
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.inspector.date_field import DateLine
from tijdlijn.ui.inspector.retention_field import RetentionField
from tijdlijn.ui.inspector.text_fields import GrowingText
from tijdlijn.ui.thresholds import ThresholdFields
from tijdlijn.ui.widgets import Section, column, plain_label, scrolled, set_problem


class CaseForm(QWidget):
    """Title, code, reference day, thresholds and notes of the case, and until when it is kept."""

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._make()
        self._waiting: set[str] = set()
        self._lay_out()
        self._connect()
        self.renew()

    def _make(self) -> None:
        self.title = GrowingText(self.tr("Titel van de casus"), 1, one_line=True)
        self.code = QLineEdit()
        self.code.setAccessibleName(self.tr("Code"))
        self.code.setPlaceholderText(self.tr("bijv. 2026-07, zonder namen"))
        self.own_day = QCheckBox(self.tr("Eigen peildatum"))
        self.day = DateLine(self.tr("Peildatum"), self.tr("bijv. 31 december 2025"))
        self.today = plain_label("", "small")
        self.day_problem = plain_label("", "problem")
        self.notes = GrowingText(self.tr("Aantekeningen bij de casus"), 3)
        self.retention = RetentionField(self._controller)
        self.consents = plain_label("", "soft")
        self.facts = plain_label("", "soft")
        self.next_step = plain_label("", "soft")
        self.thresholds = ThresholdFields(self._controller, explained=True)

    def _lay_out(self) -> None:
        page = QWidget()
        body = column(14)
        body.setContentsMargins(16, 16, 16, 16)
        body.addWidget(plain_label(self.tr("Casus"), "heading"))
        body.addWidget(self.facts)
        body.addWidget(self.next_step)
        body.addLayout(_labelled(self.tr("Titel"), self.title))
        body.addLayout(_labelled(self.tr("Code, voor bestandsnamen en de kop van een afdruk"), self.code))
        day = column(4)
        day.addWidget(self.own_day, 0, Qt.AlignmentFlag.AlignLeft)
        day.addWidget(self.today)
        day.addWidget(self.day)
        day.addWidget(self.day_problem)
        body.addLayout(day)
        notes = _labelled(self.tr("Aantekeningen"), self.notes)
        notes.addWidget(BsnNote(self.notes))
        body.addLayout(notes)
        body.addWidget(self.retention)
        body.addLayout(_labelled(self.tr("Toestemming (vastgelegd bij Bijeenkomst)"), self.consents))
        section = Section(self.tr("Grenzen van de bevindingen"), expanded=True, key="grenzen")
        section.content.addWidget(
            plain_label(self.tr("Vanaf welke grens iets een bevinding is, in deze casus."), "small")
        )
        section.content.addWidget(self.thresholds)
        body.addWidget(section)
        body.addStretch(1)
        page.setLayout(body)
        layout = column(0)
        layout.addWidget(scrolled(page))
        self.setLayout(layout)

    def _connect(self) -> None:
        self._controller.case_changed.connect(self.renew)
        self.title.left.connect(self._commit_title)
        self.code.editingFinished.connect(self._commit_code)
        self.notes.left.connect(self._commit_notes)
        self.own_day.clicked.connect(self._own_day_chosen)
        self.day.done.connect(self._commit_day)
        self.day.escaped.connect(self._reset_day)

    def unfinished(self) -> dict[str, str]:
        """What is typed and not committed, by field."""
        case = self._controller.case
        has_day = case.reference_day is not None and self.day.text().strip() != write_day(case.reference_day)
        found = {
            "title": self.title.toPlainText() if self.title.toPlainText().strip() != case.title else "",
            "code": self.code.text() if self.code.text().strip() != case.code else "",
            "notes": self.notes.toPlainText() if self.notes.toPlainText() != case.notes else "",
            "day": self.day.text() if has_day else "",
        }
        return {name: text for name, text in found.items() if text}

    def restore(self, unfinished: Mapping[str, str]) -> None:
        """Show again what was typed; it stays until it is committed, whatever else of the case changes."""
        self._waiting |= set(unfinished)
        for name, field in (("title", self.title), ("notes", self.notes)):
            if name in unfinished:
                field.setPlainText(unfinished[name])
        for name, line in (("code", self.code), ("day", self.day)):
            if name in unfinished:
                line.setText(unfinished[name])

    def renew(self) -> None:
        """Show the case as it is; what is being typed stays."""
        case = self._controller.case
        self.facts.setText(self._facts(case))
        self.next_step.setText(self._next_step(case))
        if not self.title.hasFocus() and "title" not in self._waiting:
            self.title.setPlainText(case.title)
        if not self.code.hasFocus() and "code" not in self._waiting:
            self.code.setText(case.code)
        if not self.notes.hasFocus() and "notes" not in self._waiting:
            self.notes.setPlainText(case.notes)
        self._renew_day(case)
        self.retention.renew()
        self.consents.setText("\n".join(consent.told(case)))

    def _renew_day(self, case: Case) -> None:
        own = case.reference_day is not None
        self.own_day.setChecked(own)
        self.today.setText(self.tr("Nu is het vandaag, {0}.").format(write_day(case.today)))
        self.today.setVisible(not own)
        self.day.setVisible(own)
        if own and "day" in self._waiting:
            return
        self.day.setText(write_day(case.reference))
        self._say_day("")

    def _facts(self, case: Case) -> str:
        children = [child.name for child in case.focus]
        parts = [self.tr("{0} regels").format(len(case.entries)), self.tr("{0} partijen").format(len(case.parties))]
        if children:
            parts.append(self.tr("over {0}").format(self.tr(" en ").join(children)))
        if case.undated:
            parts.append(self.tr("{0} zonder datum").format(len(case.undated)))
        return " · ".join(parts)

    def _next_step(self, case: Case) -> str:
        if not case.focus:
            return self.tr("Zet eerst links bij Mensen de kinderen op de tijdlijn, met hun geboortedatum.")
        if not case.entries:
            return self.tr("Typ bovenin de eerste regel, of lees een tabel in via Bestand.")
        return self.tr("Kies een regel op de tijdlijn om die hier te lezen en te wijzigen.")

    # Changing

    def flush(self) -> None:
        """Commit what is typed."""
        self._commit_title()
        self._commit_code()
        self._commit_notes()
        self._commit_day()
        self.retention.flush()
        self.thresholds.flush()

    def _commit_title(self) -> None:
        self._waiting.discard("title")
        title = self.title.toPlainText().strip()
        if title != self._controller.case.title and self._controller.do(editing.change_case, title=title) is None:
            self.title.setPlainText(self._controller.case.title)

    def _commit_code(self) -> None:
        self._waiting.discard("code")
        if self.code.text().strip() != self._controller.case.code:
            self._controller.do(editing.change_case, code=self.code.text())

    def _commit_notes(self) -> None:
        self._waiting.discard("notes")
        if self.notes.toPlainText() != self._controller.case.notes:
            self._controller.do(editing.change_case, notes=self.notes.toPlainText())

    def _own_day_chosen(self, own: bool) -> None:
        case = self._controller.case
        self._controller.do(editing.change_case, reference_day=case.reference if own else None)
        if own:
            self.day.setFocus()
            self.day.selectAll()

    def _commit_day(self) -> None:
        case = self._controller.case
        if case.reference_day is None or self.day.text() == write_day(case.reference_day):
            return
        value = read(self.day.text())
        if value is None or not value.is_day:
            self._waiting.add("day")
            self._say_day(self.tr("De peildatum is één dag, zoals 31 december 2025. Dit is nog niet bewaard."))
            return
        self._waiting.discard("day")
        self._say_day("")
        self._controller.do(editing.change_case, reference_day=value.earliest)

    def _reset_day(self) -> None:
        self._waiting.discard("day")
        self.renew()

    def _say_day(self, sentence: str) -> None:
        self.day_problem.setText(sentence)
        self.day_problem.setVisible(bool(sentence))
        set_problem(self.day, bool(sentence))


def _labelled(label: str, widget: QWidget) -> QVBoxLayout:
    layout = column(4)
    layout.addWidget(plain_label(label, "label"))
    layout.addWidget(widget)
    return layout
