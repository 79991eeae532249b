"""What differs between a casebook and a copy, as both dialogs tell it."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import case, entry, person
from tijdlijn.services.comparing import between
from tijdlijn.ui.dialogs.difference_words import MOST_TOLD, told

HERE = replace(
    case(entry("contact", "2020", "Alleen hier", id="hier"), entry("besluit", "2021", "Nu", id="ots")),
    persons=(person("Noor"), person("Sem")),
)


def test_it_is_told_from_the_open_casebook() -> None:
    ots = entry("besluit", None, "Toen", id="ots", notes="meer")
    copy = replace(HERE, entries=(entry("contact", "2019", "Weg", id="weg"), ots), persons=(person("Noor"),))
    assert told(between((HERE,), (copy,))).splitlines() == [
        "Gezin Proef",
        "Alleen in dit casusboek (1):",
        "  • 2020: Alleen hier",
        "Alleen in de kopie (1):",
        "  • 2019: Weg",
        "In de kopie anders (1):",
        "  • 2021: Nu (titel in de kopie “Toen”, datum in de kopie “datum onbekend”, aantekeningen)",
        "Verder: personen: 1 alleen in dit casusboek",
    ]


def test_cases_that_only_one_has_are_told_and_equal_ones_are_not() -> None:
    other = replace(HERE, id="d", title="Gezin Ander")
    assert told(between((HERE, other), (HERE,))) == "Gezin Ander\nDeze casus staat alleen in dit casusboek (2 regels)."
    assert told(between((HERE,), (HERE, other))) == "Gezin Ander\nDeze casus staat alleen in de kopie (2 regels)."
    assert told(between((HERE,), (HERE,))) == ""


def test_a_long_list_ends_with_how_many_more() -> None:
    many = [entry("contact", "2020", f"Gesprek {n}", id=f"g{n}") for n in range(MOST_TOLD + 3)]
    lines = told(between((replace(HERE, entries=tuple(many)),), (replace(HERE, entries=()),))).splitlines()
    assert lines[-1] == "  en nog 3"
