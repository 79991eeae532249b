"""Lanes: every kind has one, and the rows are shared fairly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import case, entry, party, person
from tijdlijn.layout.lanes import LANE_OF, LANES, Hidden, filled_lanes, shared_rows
from tijdlijn.model.casebook import Case
from tijdlijn.model.views import Arrangement, LaneBy
from tijdlijn.model.vocabulary import Kind

DEMANDS = st.lists(st.integers(0, 20), min_size=1, max_size=9)


def test_every_kind_lies_in_exactly_one_lane() -> None:
    assert [sum(kind in lane.kinds for lane in LANES) for kind in Kind] == [1] * len(Kind)
    assert set(LANE_OF) == set(Kind)


def family() -> Case:
    """Noor and Sem with their mother; school and a team; something about each, about both, about nobody."""
    return case(
        entry("gebeurtenis", "2012", "verhuisd", id="huis"),
        entry("hulpvraag", "2013", "vraag", persons="noor", parties="school", domains=("onderwijs",), id="vraag"),
        entry("interventie", "2014/2015", "training", persons="noor sem", parties="team school", id="hulp"),
        entry("uithuisplaatsing", "2016/2017", "pleeggezin", persons="sem", domains=("veiligheid", "wonen"), id="weg"),
        persons=[person("Sem", "2012-03-01", focus=True), person("Noor", "2010-05-14", focus=True), person("Moeder")],
        parties=[party("Team", "gemeente"), party("School", "onderwijs")],
    )  # fmt: skip


def lying(arrangement: Arrangement, whole: Case | None = None) -> dict[str, list[str]]:
    made = whole or family()
    lanes, _ = filled_lanes(made, arrangement, made.timeline)
    return {lane.lane.name: [entry.id for entry in lane.entries] for lane in lanes}


@given(st.lists(st.sampled_from(list(Kind))))
def test_dividing_by_kind_loses_nothing_and_keeps_the_order(kinds: list[Kind]) -> None:
    made = case(*(entry(kind, "2019", id=str(number), order=float(number)) for number, kind in enumerate(kinds)))
    lanes, hidden = filled_lanes(made, Arrangement(), made.entries)
    assert [lane.lane.key for lane in lanes] == [lane.key for lane in LANES]
    assert sorted(int(e.id) for lane in lanes for e in lane.entries) == list(range(len(kinds)))
    for lane in lanes:
        assert [int(e.id) for e in lane.entries] == sorted(int(e.id) for e in lane.entries)
    assert hidden == Hidden()


def test_by_person_the_children_come_first_and_what_names_nobody_is_of_the_family() -> None:
    assert lying(Arrangement((LaneBy.PERSOON,))) == {
        "Noor": ["vraag", "hulp"],
        "Sem": ["hulp", "weg"],
        "Moeder": [],
        "Hele gezin": ["huis"],
    }


def test_by_party_rows_are_who_under_the_heading_of_their_sector() -> None:
    assert lying(Arrangement((LaneBy.PARTIJ,))) == {
        "Gemeente en wijkteam": [],
        "Team": ["hulp"],
        "Onderwijs": [],
        "School": ["vraag", "hulp"],
        "Zonder partij": ["huis", "weg"],
    }


def test_a_folded_sector_shows_what_its_parties_did_once() -> None:
    folded = Arrangement((LaneBy.PARTIJ,), folded=frozenset({"sector:onderwijs"}))
    assert lying(folded) == {
        "Gemeente en wijkteam": [],
        "Team": ["hulp"],
        "Onderwijs": ["vraag", "hulp"],
        "Zonder partij": ["huis", "weg"],
    }


def test_sectors_and_the_parties_in_them_can_be_put_in_another_order() -> None:
    moved = Arrangement((LaneBy.PARTIJ,), order=("sector:onderwijs", "sector:gemeente", "partij:"))
    assert list(lying(moved)) == ["Onderwijs", "School", "Gemeente en wijkteam", "Team", "Zonder partij"]


def test_what_is_hidden_is_counted_as_far_as_the_filter_shows_it() -> None:
    made = family()
    arrangement = Arrangement(hidden=frozenset({"hulp", "vragen"}))
    _, hidden = filled_lanes(made, arrangement, made.timeline, frozenset({"hulp", "huis"}))
    assert hidden.entries == 1


def test_by_life_domain_an_entry_lies_in_each_that_it_names() -> None:
    lanes = lying(Arrangement((LaneBy.LEEFGEBIED,)))
    assert (lanes["Onderwijs"], lanes["Veiligheid"], lanes["Wonen"]) == (["vraag"], ["weg"], ["weg"])
    assert lanes["Zonder leefgebied"] == ["huis", "hulp"]
    assert lanes["Financiën"] == []


def test_one_within_the_other_has_a_heading_and_every_lane_below_it() -> None:
    made = family()
    lanes, _ = filled_lanes(made, Arrangement((LaneBy.PERSOON, LaneBy.SOORT)), made.timeline)
    sem = [lane for lane in lanes if lane.lane.key.partition("/")[0].endswith(made.focus[1].id)]
    assert sem[0].lane.is_heading
    assert [entry.id for entry in sem[0].below] == ["hulp", "weg"]
    assert len(sem) == 1 + len(LANES)
    assert {lane.lane.name: len(lane.entries) for lane in sem if lane.entries} == {"Hulp": 1, "Uit huis": 1}


def test_a_folded_heading_keeps_its_entries_and_hides_its_lanes() -> None:
    made = family()
    key = f"persoon:{made.focus[0].id}"
    arrangement = Arrangement((LaneBy.PERSOON, LaneBy.SOORT), folded=frozenset({key}))
    lanes, hidden = filled_lanes(made, arrangement, made.timeline)
    own = [lane for lane in lanes if lane.lane.key.startswith(key)]
    assert [entry.id for lane in own for entry in lane.entries] == ["vraag", "hulp"]
    assert hidden == Hidden()


def test_what_is_hidden_is_counted_once_and_only_when_it_is_nowhere_else() -> None:
    made = family()
    keys = frozenset({f"persoon:{made.focus[0].id}"})
    shown, hidden = filled_lanes(made, Arrangement((LaneBy.PERSOON,), hidden=keys), made.timeline)
    assert [lane.lane.name for lane in shown] == ["Sem", "Moeder", "Hele gezin"]
    assert [lane.name for lane in hidden.lanes] == ["Noor"]
    assert hidden.entries == 1


def test_a_chosen_order_holds_and_what_was_not_moved_stays_behind_what_it_follows() -> None:
    made = family()
    order = ("uithuis", "leven")
    lanes, _ = filled_lanes(made, Arrangement(order=order), made.timeline)
    keys = [lane.lane.key for lane in lanes]
    assert keys[0] == "uithuis"
    assert keys[1:3] == ["leven", "wonen"]


@given(DEMANDS, st.integers(0, 120), st.integers(1, 2))
def test_no_lane_gets_more_than_it_asks_or_less_than_its_least(demands: list[int], available: int, least: int) -> None:
    rows = shared_rows(demands, available, least)
    for row, demand in zip(rows, demands, strict=True):
        assert min(max(demand, 1), least) <= row <= max(demand, 1)
    assert sum(rows) <= max(available, sum(min(max(demand, 1), least) for demand in demands))


@given(DEMANDS)
def test_with_room_for_all_every_lane_gets_what_it_asks(demands: list[int]) -> None:
    assert shared_rows(demands, 1_000) == [max(demand, 1) for demand in demands]


@given(DEMANDS, st.integers(0, 120))
def test_a_lane_that_gets_less_than_it_asks_has_no_less_than_any_other(demands: list[int], available: int) -> None:
    rows = shared_rows(demands, available)
    short = [row for row, demand in zip(rows, demands, strict=True) if row < demand]
    assert all(row >= max(rows) - 1 for row in short)
