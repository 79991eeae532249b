"""What is said of one scenario, in fields: its name, how likely, who says so, since when, on what assumptions; and what
it would have meant for whom.

The rule: every field hands over a whole scenario in `settled`; what was not kept stays where it was typed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from tijdlijn.analysis.scenarios import Branched
from tijdlijn.model.casebook import Case
from tijdlijn.model.scenarios import Effect, EffectSign, Likelihood, Scenario
from tijdlijn.ui.meetings.fields import KeptChoice, KeptDay, KeptLine, KeptText, flush_within
from tijdlijn.ui.widgets import IconButton, button, column, emptied, field_label, plain_label, row


class EffectRow(QFrame):
    """One effect: about whom, in which life domain, better or worse, and in words. `changed` carries the effect."""

    changed = Signal(object)
    gone = Signal()

    def __init__(self, case: Case, effect: Effect, number: int) -> None:
        super().__init__()
        self._effect = effect
        everybody: list[tuple[object, str]] = [("", self.tr("hele gezin"))]
        people = [(one.id, one.name) for one in case.persons]
        domains = dict.fromkeys((*case.domains, *([effect.domain] if effect.domain else [])))
        about = self.tr("effect {0}").format(number)
        self.person = KeptChoice(self.tr("{0}, voor wie").format(about), [*everybody, *people])
        self.domain = KeptChoice(
            self.tr("{0}, leefgebied").format(about), [("", self.tr("in het geheel")), *((d, d) for d in domains)]
        )
        self.sign = KeptChoice(self.tr("{0}, hoe").format(about), [(sign, sign.value) for sign in EffectSign])
        self.words = KeptLine(self.tr("{0}, in woorden").format(about), self.tr("in woorden"))
        for choice, value in ((self.person, effect.person_id), (self.domain, effect.domain), (self.sign, effect.sign)):
            choice.show_value(value)
        self.words.show_value(effect.words)
        first = row(4)
        first.addWidget(self.sign, 1)
        first.addWidget(self.person, 1)
        first.addWidget(IconButton("trash", self.tr("{0} weghalen").format(about), self.gone.emit))
        layout = column(3)
        layout.addLayout(first)
        layout.addWidget(self.domain)
        layout.addWidget(self.words)
        self.setLayout(layout)
        self.person.kept.connect(lambda id_: self._change(person_id=id_))
        self.domain.kept.connect(lambda name: self._change(domain=name))
        self.sign.kept.connect(lambda sign: self._change(sign=sign))
        self.words.kept.connect(lambda words: self._change(words=words))

    def _change(self, **fields: object) -> None:
        self.changed.emit(replace(self._effect, **fields))  # type: ignore[arg-type]


class ScenarioForm(QWidget):
    """The fields of one scenario. `settled` carries it as it is to be kept."""

    settled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self._scenario = Scenario("", "")
        self.rows: list[EffectRow] = []
        self.name = KeptLine(self.tr("Naam van het scenario"))
        self.likelihood = KeptChoice(self.tr("Hoe waarschijnlijk"), [(one, one.label) for one in Likelihood])
        self.branches = KeptDay(self.tr("Wijkt af vanaf"), self.tr("bijv. 12 maart 2019"))
        self.by = KeptLine(self.tr("Volgens wie"), self.tr("bijv. de leerbijeenkomst"))
        self.assumptions = KeptText(self.tr("Aannames"), self.tr("Waar gaat dit van uit?"), lines=3)
        self.add = button(self.tr("Effect toevoegen"), self._add_effect, "quiet", "plus")
        self._effects = column(8)
        self._build()

    def _build(self) -> None:
        layout = column(6)
        for words, field in (
            (self.tr("Naam"), self.name),
            (self.tr("Hoe waarschijnlijk"), self.likelihood),
            (self.tr("Wijkt af vanaf"), self.branches),
            (self.tr("Volgens wie"), self.by),
            (self.tr("Aannames"), self.assumptions),
        ):
            said = field.accessibleName() or words
            layout.addWidget(field_label(words, field))
            field.setAccessibleName(said)
            layout.addWidget(field)
        layout.addWidget(plain_label(self.tr("Effecten per gezinslid en leefgebied"), "strong"))
        layout.addLayout(self._effects)
        layout.addWidget(self.add)
        self.setLayout(layout)
        self.name.kept.connect(lambda text: self._settle(name=text))
        self.likelihood.kept.connect(lambda value: self._settle(likelihood=value))
        self.branches.kept.connect(lambda day: self._settle(branches=day))
        self.by.kept.connect(lambda text: self._settle(by=text))
        self.assumptions.kept.connect(lambda text: self._settle(assumptions=text))

    def show_scenario(self, case: Case, scenario: Scenario) -> None:
        """Show a scenario; what is being typed of the same one stays."""
        anew = scenario.id != self._scenario.id
        effects_before = None if anew else self._scenario.effects
        self._case, self._scenario = case, scenario
        self.name.show_value(scenario.name, anew)
        self.likelihood.show_value(scenario.likelihood)
        day = Branched(case, scenario).day
        self.branches.lean_on(case.today)
        self.branches.show_value(scenario.branches or (date.fromordinal(day) if day is not None else None), anew)
        self.by.show_value(scenario.by, anew)
        self.assumptions.show_value(scenario.assumptions, anew)
        if scenario.effects != effects_before:
            self._show_effects()

    def take_name(self) -> None:
        """Give the name the keys, as a whole."""
        self.name.setFocus()
        self.name.selectAll()

    def flush(self) -> bool:
        """Hand over what is typed; whether all of it was taken."""
        return flush_within(self)

    def _show_effects(self) -> None:
        assert self._case is not None
        emptied(self._effects)
        self.rows = []
        for place, effect in enumerate(self._scenario.effects):
            made = EffectRow(self._case, effect, place + 1)
            made.changed.connect(lambda one, at=place: self._put_effect(at, one))
            made.gone.connect(lambda at=place: self._put_effect(at, None))
            self._effects.addWidget(made)
            self.rows.append(made)

    def _add_effect(self) -> None:
        first = next((child.id for child in self._case.focus), "") if self._case else ""
        self._settle(effects=(*self._scenario.effects, Effect(EffectSign.ONBEKEND, first)))
        if self.rows:
            self.rows[-1].sign.setFocus()

    def _put_effect(self, place: int, effect: Effect | None) -> None:
        effects = list(self._scenario.effects)
        effects[place : place + 1] = [effect] if effect is not None else []
        self._settle(effects=tuple(effects))

    def _settle(self, **fields: object) -> None:
        self.settled.emit(replace(self._scenario, **fields))  # type: ignore[arg-type]
