"""What an entry costs: an amount, or a rate that runs over its period; who pays, and where the amount was found."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu

from tijdlijn.model.entries import Entry
from tijdlijn.model.understanding import ListedRate
from tijdlijn.model.vocabulary import Payer
from tijdlijn.services.rates import likeliest, with_rate
from tijdlijn.ui.inspector.code_fields import CodesField
from tijdlijn.ui.inspector.field import Change, Edited, Field, LineField
from tijdlijn.ui.money import cents_of, money, rate, rate_of
from tijdlijn.ui.widgets import button

MOST_IN_ONE_MENU = 12
"""Rates that are offered below each other; more are brought together by their name."""


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


class PayerField(CodesField):
    """Out of which law it is paid."""

    def __init__(self) -> None:
        super().__init__("payer", self.tr("betaler"), self.tr("Wie betaalt"), Payer)
        self.chips.set_options((str(payer), payer.label) for payer in Payer)


class ListedField(Field):
    """Takes a rate from the casebook's own table: a button with what the table holds. `table_asked` opens that."""

    table_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("tarief uit de tabel"))
        self.listed: Callable[[], Sequence[ListedRate]] = tuple
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self.fill)
        self.button = button(self.tr("Uit de tarieventabel"), lambda: None, "quiet", "list")
        self.button.setMenu(self.menu)
        self.content.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self, entry: Entry) -> Hashable:
        return None

    def renew(self) -> None:
        self.setVisible(bool(self.entries))

    def fill(self) -> None:
        """Offer the table as it is now: rates of the entry's own years first, many of them by their name."""
        self.menu.clear()
        lines = likeliest(self.case, self.entries[0], self.listed()) if self.case and self.entries else ()
        by_name: dict[str, list[ListedRate]] = {}
        for line in lines:
            by_name.setdefault(line.name, []).append(line)
        folds = len(lines) > MOST_IN_ONE_MENU
        for name, found in by_name.items():
            menu = self.menu.addMenu(_shown(name)) if folds and len(found) > 1 else self.menu
            for line in found:
                menu.addAction(_shown(rate_words(line)), partial(self._take, line))
        if lines:
            self.menu.addSeparator()
        else:
            self.menu.addAction(self.tr("De tabel is nog leeg")).setEnabled(False)
        self.menu.addAction(self.tr("Tarieventabel wijzigen…"), self.table_asked.emit)

    def _take(self, line: ListedRate) -> None:
        self.hand_over(Edited(lambda entry: with_rate(entry, line)))


def rate_words(line: ListedRate) -> str:
    """A line of the table in a menu: "pleegzorg 2021: 47,50 per dag, Jeugdwet"."""
    name = f"{line.name} {line.year}" if line.year is not None else line.name
    return f"{name}: € {rate(line.rate)}" + (f", {line.payer.label}" if line.payer else "")


def _shown(text: str) -> str:
    return text.replace("&", "&&")
