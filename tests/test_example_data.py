"""The example family is what everyone sees first: its tables are whole, and the patterns it was written for come out.

2010      2012      2014      2016      2018      2020      2022      2023
==........772 d.....=====...254 d.==========..261 d.==pan==silence==??===pan===79 d==
                                                    netwerk → pleegzorg   leefgroep → gezinshuis
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from datetime import date
from functools import cache
from itertools import count, pairwise

import pytest

from tijdlijn.analysis.findings import Analysis, Status, analyse
from tijdlijn.analysis.gaps import Gap
from tijdlijn.assets import resource
from tijdlijn.exchange.cells import cents_in, domains_of, names_in, party_in, rate_in
from tijdlijn.exchange.columns import likeness, understood
from tijdlijn.exchange.plan import Plan, planned
from tijdlijn.exchange.tables_in import read_tables
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import (
    LIFE_DOMAINS,
    SCHAKELMOMENT_TYPES,
    AimedAt,
    Helped,
    Kader,
    Kind,
    PlacementForm,
    Sector,
    Shape,
    Voice,
    Weight,
)

COLUMNS = re.findall(
    r"\w+",
    """date end kind title details persons parties worker kader weight form aimed_at domains schakelmoment goal outcome
    voice helped cost rate source page passage scenario""",
)
CODES = {
    "kind": Kind,
    "kader": Kader,
    "weight": Weight,
    "form": PlacementForm,
    "aimed_at": AimedAt,
    "voice": Voice,
    "helped": Helped,
}
TODAY = date(2026, 1, 1)
Row = dict[str, str]


@cache
def rows(table: str) -> list[Row]:
    with resource("example", f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def about() -> dict[str, str]:
    described: dict[str, str] = json.loads(resource("example", "case.json").read_text("utf-8"))
    return described


def filled(column: str) -> list[str]:
    return [row[column] for row in rows("entries") if row[column]]


def of_kind(kind: Kind) -> list[Row]:
    return [row for row in rows("entries") if row["kind"] == kind]


def parties_of(row: Row) -> list[tuple[str, Sector | None]]:
    return [party_in(name) for name in names_in(row["parties"], commas=False)]


def names_of(row: Row) -> tuple[str, ...]:
    return tuple(name for name, _ in parties_of(row))


@cache
def plan() -> Plan:
    """What the program's own importer makes of the three tables."""
    empty = Case("example", about()["title"], today=TODAY)
    paths = [resource("example", f"{name}.csv") for name in ("entries", "persons", "parties")]
    tables = [understood(grid) for path in paths for grid in read_tables(path, likeness)]
    numbers = count(1)
    return planned(empty, tables, lambda: f"{next(numbers)}")


@cache
def family() -> Case:
    return Case(
        id="example",
        title=about()["title"],
        today=TODAY,
        reference_day=date.fromisoformat(about()["reference_day"]),
        persons=plan().records.persons,
        parties=plan().records.parties,
        workers=plan().records.workers,
        sources=plan().records.sources,
        entries=plan().entries,
    )


@cache
def found() -> Analysis:
    return analyse(family())


def gaps(status: Status, person: str = "") -> list[Gap]:
    id_ = next((one.id for one in family().persons if one.name == person), None)
    return [gap for gap in found().gaps if gap.person_id == id_ and gap.status is status]


def test_the_importer_takes_every_row_and_has_nothing_to_remark() -> None:
    assert [tally.refusals for tally in plan().tallies] == [(), (), ()]
    assert [tally.taken for tally in plan().tallies] == [len(rows(n)) for n in ("entries", "persons", "parties")]
    assert plan().notices == ()
    assert not any(entry.notes or entry.unread_date for entry in family().entries)


def test_names_in_the_entries_are_those_of_the_other_tables() -> None:
    assert len(family().persons) == len(rows("persons"))
    assert len(family().parties) == len(rows("parties"))
    staff = [(name, row["name"]) for row in rows("parties") for name in names_in(row["workers"])]
    parties = family().parties_by_id
    assert sorted((worker.name, parties[worker.party_id].name) for worker in family().workers) == sorted(staff)


def test_the_tables_have_the_columns_of_the_contract() -> None:
    assert list(rows("entries")[0]) == COLUMNS
    assert list(rows("persons")[0]) == ["name", "role", "birth", "focus", "pseudonym"]
    assert list(rows("parties")[0]) == ["name", "sector", "pseudonym", "workers"]
    assert set(about()) == {"title", "code", "reference_day", "notes"}
    assert all(None not in row and None not in row.values() for row in rows("entries"))


def test_it_is_a_timeline_of_a_size_that_fits_a_wall() -> None:
    assert 110 <= len(rows("entries")) <= 160
    assert all(0 < len(title) <= 60 for title in filled("title"))
    titles = Counter(filled("title"))
    assert titles.most_common(1)[0][1] == 1, titles.most_common(3)


def test_every_kind_and_every_sector_is_there() -> None:
    assert {row["kind"] for row in rows("entries")} == set(Kind)
    assert {row["sector"] for row in rows("parties")} == set(Sector)


@pytest.mark.parametrize("column", CODES)
def test_codes_are_those_of_the_domain(column: str) -> None:
    assert set(filled(column)) <= set(CODES[column])


@pytest.mark.parametrize("column", COLUMNS)
def test_no_column_is_left_unused(column: str) -> None:
    assert filled(column)


@pytest.mark.parametrize("column", ["kader", "weight", "aimed_at", "helped"])
def test_every_shade_is_used(column: str) -> None:
    assert set(filled(column)) == set(CODES[column])


def test_money_domains_and_turning_points_can_be_read() -> None:
    assert all(cents_in(text) > 0 for text in filled("cost"))
    assert all(rate_in(text).cents > 0 for text in filled("rate"))
    assert {domain for text in filled("domains") for domain in domains_of(text, LIFE_DOMAINS)} == set(LIFE_DOMAINS)
    assert set(filled("schakelmoment")) <= set(SCHAKELMOMENT_TYPES)


def test_every_person_party_and_worker_is_described() -> None:
    people = {row["name"] for row in rows("persons")}
    parties = {row["name"]: row["sector"] for row in rows("parties")}
    staff = {name for row in rows("parties") for name in names_in(row["workers"])}
    for row in rows("entries"):
        assert set(names_in(row["persons"])) <= people, row["title"]
        assert set(names_in(row["worker"])) <= staff, row["title"]
        assert all(parties[name] == sector for name, sector in parties_of(row)), row["title"]
    assert set(parties) == {name for row in rows("entries") for name in names_of(row)}


def test_there_are_two_children_in_focus_a_half_sister_and_a_grandmother() -> None:
    focus = family().focus
    births = [child.birth.earliest for child in focus if child.birth]
    assert [child.name for child in focus] == ["Lotte", "Tijn"]
    assert 4 <= (births[1] - births[0]).days / 365.25 <= 5
    assert {"moeder", "vader", "partner van moeder", "halfzus", "oma"} <= {row["role"] for row in rows("persons")}
    assert len({row["pseudonym"] for row in rows("persons")} - {""}) == len(rows("persons"))


@pytest.mark.parametrize(
    "form",
    [
        r"\d{4}-\d\d-\d\d",
        r"\d\d-\d\d-\d{4}",
        r"\d{4}-(0\d|1[012])",
        r"\d{4}",
        r"\d{4}-2[1-4]",
        r".+~",
        r".+\?",
        r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d",
        r"\d{4}-\d\d/\d{4}-\d\d",
        r"\d{3}X",
        r"\d{4}-XX",
        r"begin \d{4}",
        r"eind \d{4}",
        r"zomer \d{4}",
        r"rond sinterklaas \d{4}",
        r"medio \w+ \d{4}",
        r"schooljaar \d{4}/\d{4}",
        r"\d+ [a-z]+ \d{4}",
        r"[a-z]{3} \d{4}",
    ],
)
def test_dates_are_as_uncertain_as_in_a_dossier(form: str) -> None:
    assert any(re.fullmatch(form, text) for text in filled("date"))


def test_some_periods_still_run_some_end_nobody_knows_when_and_two_dates_are_lost() -> None:
    ends = filled("end")
    assert ".." in ends
    assert "?" in ends
    assert len(family().undated) == 2


def test_a_period_has_an_end_unless_it_only_is_a_moment() -> None:
    for entry, row in zip(family().entries, rows("entries"), strict=True):
        if entry.kind.shape is Shape.SPAN:
            assert entry.date is not None, row["title"]
            assert entry.date.is_interval, row["title"]
        if entry.kind.shape is Shape.MOMENT:
            assert not row["end"], row["title"]


def test_the_family_has_a_voice_of_its_own_beside_the_dossier() -> None:
    own = [row for row in rows("entries") if row["voice"] == Voice.GEZIN]
    assert len(own) >= 8
    assert all(row["source"].startswith("Gesprek met ") for row in own)


def test_most_of_it_rests_on_a_source_and_not_all() -> None:
    without = [row["title"] for row in rows("entries") if not row["source"]]
    assert 1 <= len(without) <= 6
    assert all(row["source"] for row in rows("entries") if row["page"] or row["passage"])


def test_interventions_have_a_goal_and_an_outcome_and_some_have_not() -> None:
    given = of_kind(Kind.INTERVENTIE)
    for column in ("goal", "outcome"):
        assert 0 < sum(not row[column] for row in given) < len(given) / 2


def test_what_is_expected_lies_after_the_reference_day() -> None:
    ahead = [entry for entry in family().entries if entry.kind is Kind.VERWACHT]
    assert len(ahead) >= 3
    assert all(entry.date and entry.date.earliest > family().reference for entry in ahead)


def test_what_happened_lies_before_the_reference_day_and_one_scenario_stands_apart() -> None:
    happened = [entry for entry in family().actual if entry.kind is not Kind.VERWACHT]
    assert all(family().bounds[entry.id].first_day <= family().reference for entry in happened)
    assert len(filled("scenario")) == 1


def test_two_series_of_beschikkingen_have_a_hole_between() -> None:
    spans = sorted(
        family().bounds[entry.id].possible or (0, 0) for entry in family().actual if entry.kind is Kind.BESCHIKKING
    )
    holes = [second[0] - first[1] - 1 for first, second in pairwise(spans)]
    assert holes.count(0) >= 2
    assert max(holes) > 365
    assert len(of_kind(Kind.WACHTTIJD)) >= 3


def test_four_gaps_of_the_family_are_sure_and_one_is_possible() -> None:
    days = [(gap.start, gap.end, gap.days) for gap in gaps(Status.ZEKER)]
    assert days == [
        (date(2011, 10, 1), date(2013, 11, 10), 772),
        (date(2015, 1, 31), date(2015, 10, 11), 254),
        (date(2017, 7, 1), date(2018, 3, 18), 261),
        (date(2023, 7, 1), date(2023, 9, 17), 79),
    ]
    (possible,) = gaps(Status.MOGELIJK)
    assert possible.waiting_days == possible.days


def test_signals_waiting_and_a_measure_without_help_lie_inside_the_gaps() -> None:
    long, handover, closed, summer = gaps(Status.ZEKER)
    assert (len(long.signals), len(closed.signals)) == (3, 2)
    assert handover.waiting_days > 100
    assert (summer.measure_days, summer.waiting_days) == (79, 79)


def test_the_youngest_is_longer_out_of_view_than_the_family() -> None:
    assert sum(gap.days for gap in gaps(Status.ZEKER, "Tijn")) > sum(
        gap.days for gap in gaps(Status.ZEKER) if gap.end > date(2014, 7, 9)
    )


def test_the_dossier_is_silent_from_the_first_corona_summer_until_grandmother_dies() -> None:
    (silence,) = found().silences
    assert (silence.start, silence.end) == (date(2020, 6, 1), date(2021, 1, 17))


def test_each_snelkookpan_is_sure_and_leads_to_a_placement() -> None:
    clusters = found().pressure.clusters
    assert [(c.start, c.end, c.leads_to, c.status) for c in clusters] == [
        (date(2018, 10, 16), date(2018, 11, 28), date(2018, 11, 30), Status.ZEKER),
        (date(2022, 9, 13), date(2022, 10, 21), date(2022, 10, 21), Status.ZEKER),
    ]
    assert [(c.actions, c.parties, c.ultimatums) for c in clusters] == [(10, 7, 2), (15, 11, 2)]


@pytest.mark.parametrize(("first", "last"), [("2018-10-16", "2018-11-30"), ("2022-09-13", "2022-10-21")])
def test_the_weeks_under_pressure_are_as_dense_as_in_a_dossier(first: str, last: str) -> None:
    assert sum(first <= row["date"] <= last for row in rows("entries")) >= 12


def test_placements_go_up_the_ladder_home_and_up_again() -> None:
    placed = [entry for entry in family().actual if entry.kind is Kind.UITHUISPLAATSING]
    assert [(entry.form, entry.kader) for entry in placed] == [
        (PlacementForm.NETWERK, Kader.VRIJWILLIG),
        (PlacementForm.PLEEGZORG, Kader.VRIJWILLIG),
        (PlacementForm.LEEFGROEP, Kader.GEDWONGEN),
        (PlacementForm.GEZINSHUIS, Kader.GEDWONGEN),
    ]
    bounds = [family().bounds[entry.id] for entry in placed]
    at_home = [after.start_min - before.end_max - 1 for before, after in pairwise(bounds)]
    assert at_home[0] == at_home[2] == 0
    assert at_home[1] > 365
    assert bounds[-1].end_max < family().reference.toordinal()


def test_turning_points_are_of_different_types() -> None:
    types = filled("schakelmoment")
    assert 4 <= len(types) <= 7
    assert len(set(types)) == len(types)


def test_two_events_are_told_by_two_sources_with_dates_that_exclude_each_other() -> None:
    stems: dict[str, list[Entry]] = {}
    for entry in family().actual:
        if "(volgens " in entry.title:
            stems.setdefault(entry.title.partition(" (")[0], []).append(entry)
    assert len(stems) == 2
    for first, second in stems.values():
        assert family().bounds[first.id].end_max < family().bounds[second.id].start_min


def test_parents_have_a_history_before_the_children() -> None:
    assert sum(family().bounds[entry.id].end_max < date(2010, 6, 24).toordinal() for entry in family().actual) >= 3
