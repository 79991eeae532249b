"""What an entry costs: an amount, or a rate that runs over its period."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from tijdlijn.model.entries import Entry
from tijdlijn.ui.inspector.field import Change, LineField
from tijdlijn.ui.money import cents_of, money, rate, rate_of


class CostField(LineField):
    """An amount in euro."""

    def __init__(self) -> None:
        super().__init__(self.tr("kosten"), self.tr("Kosten in euro"), self.tr("bijv. 1.250"))

    def value(self, entry: Entry) -> Hashable:
        return entry.cost_cents

    @property
    def filled(self) -> bool:
        return any(entry.cost_cents is not None for entry in self.entries)

    def text_of(self, entry: Entry) -> str:
        return "" if entry.cost_cents is None else money(entry.cost_cents)

    def change(self, text: str) -> Change | None:
        cents = cents_of(text)
        if text and cents is None:
            return None
        return lambda entry: replace(entry, cost_cents=cents)

    def problem_with(self, text: str) -> str:
        return self.tr("'{0}' is geen bedrag. Schrijf bijvoorbeeld 1.250 of 99,50. Dit is nog niet bewaard.").format(
            text
        )


class RateField(LineField):
    """Euro per day, week, month or year."""

    def __init__(self) -> None:
        super().__init__(self.tr("tarief"), self.tr("Tarief in euro"), self.tr("bijv. 450 per week"))

    def value(self, entry: Entry) -> Hashable:
        return entry.rate

    def text_of(self, entry: Entry) -> str:
        return rate(entry.rate) if entry.rate else ""

    def change(self, text: str) -> Change | None:
        value = rate_of(text)
        if text and value is None:
            return None
        return lambda entry: replace(entry, rate=value)

    def problem_with(self, text: str) -> str:
        return self.tr(
            "'{0}' is geen tarief en is nog niet bewaard. Schrijf bijvoorbeeld 450 per week, of per dag, maand of jaar."
        ).format(text)
