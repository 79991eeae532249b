"""One phase in the panel: its name and its days, typed where they stand, and what is understood of them.

The rule: what cannot be used is never committed and never thrown away; it stays where it was typed, with the reason
below it, until it is mended or Escape brings back what there was.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from tijdlijn.language.dates_nl import DateContext, read, write_day
from tijdlijn.model.sessions import Phase
from tijdlijn.services.ids import new_id
from tijdlijn.ui.inspector.date_field import DateLine
from tijdlijn.ui.widgets import IconButton, column, plain_label, row, set_problem

LONGEST = 120


class PhaseRow(QFrame):
    """A phase, or the fields of one that is being made. `settled` carries the phase as it is to be kept."""

    settled = Signal(object)
    gone = Signal()
    asked = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._phase: Phase | None = None
        self._entered = self._retired = False
        self.name = DateLine("", self.tr("naam van de fase"))
        self.start = DateLine("", self.tr("bijv. mei 2015"))
        self.end = DateLine("", self.tr("de volgende"))
        self.problem = plain_label("", "problem")
        self.go = IconButton("fit", self.tr("Deze fase in beeld"), self.asked.emit)
        self.delete = IconButton("trash", self.tr("Fase verwijderen"), self.gone.emit)
        self._build()
        self.show_phase(None)

    def _build(self) -> None:
        self.name.setMaxLength(LONGEST)
        first, second = row(2), row(4)
        for part, stretch in ((self.name, 1), (self.go, 0), (self.delete, 0)):
            first.addWidget(part, stretch)
        for label, line in ((self.tr("van"), self.start), (self.tr("t/m"), self.end)):
            second.addWidget(plain_label(label, "small", wrap=False))
            second.addWidget(line, 1)
            line.setProperty("role", "add")
        layout = column(2)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addWidget(self.problem)
        self.setLayout(layout)
        self.name.setProperty("role", "bare")
        for line in self.lines:
            line.returnPressed.connect(self._enter)
            line.done.connect(self.commit)
            line.escaped.connect(self._reset)
            line.textEdited.connect(lambda _: self._say(""))

    @property
    def lines(self) -> tuple[DateLine, DateLine, DateLine]:
        """The fields, in the order in which they are filled in."""
        return self.name, self.start, self.end

    @property
    def id(self) -> str:
        """The id of the phase; empty while it is being made."""
        return self._phase.id if self._phase else ""

    def show_phase(self, phase: Phase | None, *, is_last: bool = True) -> None:
        """Show a phase; what is being typed in a field that has the keys stays."""
        before, self._phase = self._phase, phase
        self.end.setPlaceholderText(self.tr("vandaag") if is_last else self.tr("de volgende"))
        self.go.setVisible(phase is not None)
        if phase != before or phase is None:
            self._reset_texts()
        named = phase.name if phase else self.tr("nieuwe fase")
        for line, said in zip(self.lines, (self.tr("naam"), self.tr("begint op"), self.tr("tot en met")), strict=True):
            line.setAccessibleName(f"{named}, {said}")
        self.go.set_name(self.tr("{0} in beeld").format(named))
        self.delete.set_name(self.tr("{0} verwijderen").format(named))

    def commit(self) -> bool:
        """Hand over what was typed, when it can be used and differs; whether nothing is left that cannot be used."""
        asked, self._entered = self._entered, False
        if self._retired or not self._differs:
            return True
        made = self._made(asked)
        if made is not None and made != self._phase:
            self.settled.emit(made)
        return made is not None

    def take_keys(self) -> None:
        """Give the name the keys, as a whole and from its begin."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.setSelection(len(self.name.text()), -len(self.name.text()))

    def retire(self) -> None:
        """Go, with whatever is still typed."""
        self._retired = True
        self.hide()
        self.deleteLater()

    def _enter(self) -> None:
        self._entered = True

    def refuse(self, sentence: str) -> None:
        """What was handed over was not kept."""
        self._say(sentence, self.start)

    @property
    def unfinished(self) -> str:
        """What is typed and differs from the phase, as `retype` takes it; empty when nothing does."""
        return json.dumps([line.text() for line in self.lines]) if self._differs and not self._retired else ""

    def retype(self, unfinished: str) -> None:
        """Show again what was typed."""
        for line, text in zip(self.lines, json.loads(unfinished), strict=True):
            line.setText(text)

    @property
    def _texts(self) -> tuple[str, str, str]:
        phase = self._phase
        if phase is None:
            return "", "", ""
        return phase.name, write_day(phase.start), write_day(phase.end) if phase.end else ""

    @property
    def _differs(self) -> bool:
        return tuple(line.text().strip() for line in self.lines) != self._texts

    def _made(self, asked: bool) -> Phase | None:
        """The phase as typed; None, with the reason told, when it cannot be used. Of one that is being made what is
        not filled in yet is only `asked` for with Enter."""
        name, begins, ends = (" ".join(line.text().split()) for line in self.lines)
        start, end = day_typed(begins, self._today), day_typed(ends, self._today, is_end=True)
        is_waiting = self._phase is None and (not name or not begins)
        if is_waiting:
            if asked:
                (self.start if name else self.name).setFocus()
        elif not name:
            self._say(self.tr("Een fase heeft een naam nodig."), self.name)
        elif start is None:
            self._say(self.tr("Typ de eerste dag, bijvoorbeeld 12 maart 2019 of mei 2015."), self.start)
        elif ends and end is None:
            self._say(self.tr("Deze dag is niet begrepen. Leeg betekent: tot de volgende fase."), self.end)
        else:
            self._say("")
            return replace(self._phase or Phase(new_id(), name, start), name=name, start=start, end=end)
        return None

    def _say(self, sentence: str, wrong: DateLine | None = None) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        for line in self.lines:
            set_problem(line, line is wrong)

    def _reset(self) -> None:
        """Back to what there was; of a phase that is being made nothing is left."""
        if self._phase is None:
            self.gone.emit()
        else:
            self._reset_texts()

    def _reset_texts(self) -> None:
        for line, text in zip(self.lines, self._texts, strict=True):
            line.setText(text)
            line.setCursorPosition(0)
        self._say("")


def day_typed(text: str, today: date, *, is_end: bool = False) -> date | None:
    """The day that words of a dossier stand for: the first it may be, or as the end of something the last."""
    value = read(text, DateContext(today)) if text.strip() else None
    if value is None or value.is_interval:
        return None
    return value.latest(today) if is_end else value.earliest
