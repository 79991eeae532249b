"""`analyse --json`: the keys and types of the contract (design 3) are there, and only others are added."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings

from tests.analysis.dossiers import dossiers
from tests.builders import case, entry, person
from tijdlijn.analysis.findings import analyse
from tijdlijn.analysis.report_json import as_json
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry, Rate
from tijdlijn.model.people import Party, Worker
from tijdlijn.model.vocabulary import Payer, RateUnit, Sector, Weight


def made(*entries: Entry, **more: object) -> dict[str, Any]:
    one = case(*entries, **{"reference_day": date(2020, 12, 31)} | more)  # type: ignore[arg-type]
    whole: dict[str, Any] = json.loads(json.dumps(as_json(one, analyse(one))))
    return whole


def test_the_head_says_the_case_its_day_and_what_was_left_out() -> None:
    found = made(entry("signaal", "2020-01-01"), entry("actie", None, id="los"))
    assert {key: found[key] for key in ("case", "reference_day", "entries", "undated")} == {
        "case": "Gezin Proef",
        "reference_day": "2020-12-31",
        "entries": 2,
        "undated": ["los"],
    }


def test_every_part_of_the_contract_is_there_for_an_empty_case() -> None:
    found = made()
    lists = ("gaps", "snelkookpannen", "involvement", "requests", "schakelmomenten", "placements")
    assert {key: found[key] for key in lists} == {key: [] for key in lists}
    assert all(isinstance(found[key], dict) for key in ("continuity", "missing", "costs", "ahead"))


def test_a_gap() -> None:
    noor = person("Noor", "2020-02-01", focus=True)
    (family, child) = made(entry("signaal", "2020-03-01"), entry("maatregel", "2020-04-01/.."), persons=[noor])["gaps"]
    shown = ("person", "start", "end", "days", "sure_days", "status", "waiting_days", "measure_days")
    assert [family[key] for key in shown] == [None, "2020-03-01", "2020-12-31", 306, 306, "zeker", 0, 275]
    assert [child[key] for key in shown] == ["Noor", "2020-02-01", "2020-12-31", 335, 335, "zeker", 0, 275]


def test_a_snelkookpan() -> None:
    acts = [entry("actie", f"2020-06-0{n}", id=f"a{n}", parties=f"p{n % 4}") for n in range(1, 7)]
    (found,) = made(*acts)["snelkookpannen"]
    assert found == {
        "start": "2020-06-01",
        "end": "2020-06-06",
        "actions": 6,
        "parties": 4,
        "ultimatums": 0,
        "status": "zeker",
        "leads_to": None,
        "entry_ids": ["a1", "a2", "a3", "a4", "a5", "a6"],
    }
    (led,) = made(*acts, entry("uithuisplaatsing", "2020-07-05/.."))["snelkookpannen"]
    assert led["leads_to"] == "2020-07-05"


def test_the_wave() -> None:
    assert made(entry("contact", "2020-06-01", parties="raad"))["involvement"] == [
        {"day": "2020-06-01", "sure": 1, "possible": 1},
        {"day": "2020-06-02", "sure": 0, "possible": 0},
    ]


def test_uncertain_figures_are_least_and_most() -> None:
    found = made(
        entry("hulpvraag", "2019-03"),
        entry("interventie", "2019-05/2019-06", weight=Weight.LICHT, rate=Rate(100, RateUnit.DAG)),
        entry("uithuisplaatsing", "2019-07/2019-08"),
    )
    (request,) = found["requests"]
    assert (request["days"], request["length"], request["weight"]) == ([31, 91], [2, 61], "licht")
    assert (request["unanswered"], request["light_and_short"]) == (False, True)
    assert found["costs"]["scenarios"][0]["total"] == [2.0, 61.0]
    assert found["placements"][0]["days_away"] == [2, 62]


def test_scenarios_are_compared_with_what_happened() -> None:
    found = made(entry("actie", "2019", cost_cents=400), entry("besluit", "2019", cost_cents=100, scenario="licht"))
    assert found["costs"]["comparisons"] == [
        {
            "first": "",
            "second": "licht",
            "totals": [[4.0, 4.0], [1.0, 1.0]],
            "difference": [3.0, 3.0],
            "percentage": [75.0, 75.0],
        }
    ]


def test_persons_and_workers_stand_by_name() -> None:
    help_ = entry("bemoeienis", "2020-01-01/..", worker_ids=("w1",))
    found = made(help_, entry("uithuisplaatsing", "2020", persons="noor"), workers=(Worker("w1", "An de Wit"),))
    assert found["continuity"]["steady_contact"]["worker"] == "An de Wit"
    assert (found["placements"][0]["person"], found["placements"][0]["person_id"]) == ("noor", "noor")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(dossiers(most=15))
def test_any_case_can_be_written_and_says_the_same_twice(one: Case) -> None:
    again = Case(**{name: getattr(one, name) for name in Case.__dataclass_fields__})
    assert json.dumps(as_json(one, analyse(one))) == json.dumps(as_json(again, analyse(again)))


def test_scenarios_stand_beside_what_happened() -> None:
    (found,) = made(
        entry("uithuisplaatsing", "2020-03-01/2020-03-10", id="weg", persons="noor"),
        entry("interventie", "2020-03-01/2020-03-05", id="thuis", scenario="Thuis", cost_cents=5_000),
    )["scenarios"]
    assert (found["id"], found["name"], found["branches"]) == (None, "Thuis", "2020-03-01")
    assert found["figures"][0] == {
        "figure": "placements",
        "actual": [1, 1],
        "scenario": [0, 0],
        "change": [-1, -1],
        "verdict": "minder",
        "status": "zeker",
    }
    assert found["costs_from_branch"] == {
        "actual": [0.0, 0.0],
        "scenario": [50.0, 50.0],
        "difference": [-50.0, -50.0],
        "percentage": None,
    }
    assert [(one["difference"], one["actual_id"], one["entry_id"]) for one in found["differences"]] == [
        ("niet", "weg", None),
        ("extra", None, "thuis"),
    ]


def test_costs_say_who_pays_what_is_not_known_and_lose_no_party_of_the_same_name() -> None:
    one = made(
        entry("actie", "2019-05-05", "a", id="a", parties="k1", cost_cents=100, payer=Payer.WMO),
        entry("actie", "2019-05-05", "b", id="b", parties="k2", cost_cents=50, cost_source="factuur"),
        entry("actie", None, "c", id="c", cost_cents=7),
        entry("interventie", "2019", id="d"),
        parties=[Party("k1", "Kompas", Sector.JEUGDHULP), Party("k2", "Kompas", Sector.GEMEENTE)],
    )["costs"]
    (totals,) = one["scenarios"]
    assert totals["per_party"] == {"Kompas": [1.5, 1.5]}
    assert totals["per_payer"] == {"wmo": [1.0, 1.0], "": [0.5, 0.5]}
    assert (totals["unpriced"], totals["undated"]) == (["d"], ["c"])
    assert one["doubts"] == {"unsourced": ["c", "a"], "other_year": []}
