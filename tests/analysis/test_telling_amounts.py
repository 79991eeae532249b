"""What help cost, as a finding."""

from __future__ import annotations

import pytest

from tests.builders import case, entry
from tijdlijn.analysis.finding import Finding, FindingKind
from tijdlijn.analysis.findings import analyse
from tijdlijn.model.entries import Entry


def found(*entries: Entry) -> list[Finding]:
    return [one for one in analyse(case(*entries)).findings if one.kind is FindingKind.KOSTEN]


def test_the_total_is_told_with_its_entries_and_what_is_not_known() -> None:
    (one,) = found(
        entry("interventie", "2019-01-01/2019-12-31", "Therapie", id="a", cost_cents=120_000),
        entry("interventie", "2020-01-01/2020-12-31", "Coach", id="b", cost_cents=80_050),
        entry("interventie", "2021", "Zonder bedrag", id="c"),
    )
    assert one.sentence == (
        "De hulp kostte samen € 2.001, van 2 regels met een bedrag of tarief; het duurste jaar was 2019, met € 1.200."
    )
    assert one.entry_ids == ("a", "b")
    assert one.detail.startswith("Van 1 regel hulp is geen bedrag bekend: 1 interventie.")
    assert "tarief loopt over de dagen" in one.rule


@pytest.mark.parametrize(
    "entries",
    [
        (entry("interventie", "2019-03-01", "Een", cost_cents=100),),
        (entry("contact", "2019", "Een", cost_cents=100), entry("contact", "2020", "Twee", cost_cents=100)),
        (entry("actie", "2019/2020", "Ergens", cost_cents=100), entry("actie", "2018", "Eerder", cost_cents=50)),
    ],
)
def test_a_dearest_year_is_told_only_when_it_surely_is(entries: tuple[Entry, ...]) -> None:
    (one,) = found(*entries)
    assert "duurste" not in one.sentence


def test_without_amounts_nothing_is_told() -> None:
    assert found(entry("interventie", "2019", "Therapie")) == []


def test_amounts_of_a_scenario_are_none_of_what_happened() -> None:
    assert found(entry("interventie", "2019", "Therapie", cost_cents=100, scenario="Eerder hulp")) == []
