"""Placements of each child (design 2, Placements)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import case, entry, party, person
from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.placements import ChildPlacements, Return, find_placements
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import AimedAt, Kader, PlacementForm, Sector

NOOR = person("Noor", "2009-05-14", focus=True)
SEM = person("Sem", "2012-11-02", focus=True)


def placed(when: str, form: PlacementForm | None = None, **more: object) -> Entry:
    return entry("uithuisplaatsing", when, f"UHP {when}", form=form, **more)  # type: ignore[arg-type]


def of_noor(*entries: Entry, **more: object) -> ChildPlacements:
    more = {"persons": [NOOR], "reference_day": date(2020, 12, 31)} | more
    (found,) = find_placements(case(*entries, **more))  # type: ignore[arg-type]
    return found


def came_home(*entries: Entry) -> Return | None:
    return of_noor(*entries).placements[0].came_home


def test_each_child_has_its_own() -> None:
    both = case(placed("2019-01-01/2019-02-01", persons="sem"), placed("2020/..", persons="noor"), persons=[NOOR, SEM])
    assert [(child.person_id, len(child.placements)) for child in find_placements(both)] == [("noor", 1), ("sem", 1)]


def test_two_children_placed_together_are_both_placed() -> None:
    both = case(placed("2019-01-01/2019-02-01", persons="sem noor"), persons=[NOOR, SEM])
    assert [child.person_id for child in find_placements(both)] == ["noor", "sem"]


def test_a_parent_named_beside_the_child_is_not_placed() -> None:
    assert of_noor(placed("2019-01-01/2019-02-01", persons="noor moeder")).person_id == "noor"


def test_a_placement_of_nobody_is_of_the_only_focus_child_and_else_of_a_child_unknown() -> None:
    unnamed = placed("2019-01-01/2019-02-01")
    assert of_noor(unnamed).person_id == "noor"
    assert find_placements(case(unnamed, persons=[NOOR, SEM]))[0].person_id is None


def test_a_child_that_is_no_focus_child_counts_as_well() -> None:
    (found,) = find_placements(case(placed("2019-01-01/..", persons="halfbroer"), persons=[NOOR]))
    assert found.person_id == "halfbroer"


def test_kader_form_and_days() -> None:
    (found,) = of_noor(placed("2019-01-01/2019-02", PlacementForm.PLEEGZORG, kader=Kader.DRANG)).placements
    assert (found.kader, found.form, found.days) == (Kader.DRANG, PlacementForm.PLEEGZORG, (32, 59))


def test_a_day_away_counts_once() -> None:
    found = of_noor(placed("2019-01-01/2019-01-31"), placed("2019-01-20/2019-02-09"))
    assert found.days_away == (40, 40)


@pytest.mark.parametrize(
    ("forms", "up", "down"),
    [
        ("pleegzorg leefgroep gesloten", 2, 0),
        ("leefgroep pleegzorg", 0, 1),
        ("netwerk kliniek netwerk netwerk", 1, 1),
    ],
)
def test_moves_up_and_down_the_ladder(forms: str, up: int, down: int) -> None:
    stays = [placed(f"201{n}-01-01/201{n}-02-01", PlacementForm(form)) for n, form in enumerate(forms.split())]
    found = of_noor(*stays)
    assert (found.up, found.down) == (up, down)


def test_a_form_that_is_not_known_makes_no_move() -> None:
    stays = (
        placed("2010-01-01/2010-02-01", PlacementForm.LEEFGROEP),
        placed("2011-01-01/2011-02-01"),
        placed("2012-01-01/2012-02-01", PlacementForm.LEEFGROEP),
    )
    found = of_noor(*stays)
    assert (found.up, found.down) == (0, 0)


class TestHelpAtHome:
    AWAY = placed("2019-01-01/2019-06-30", persons="noor")

    def without_help(self, *help_: Entry, **more: object) -> Status | None:
        return of_noor(self.AWAY, *help_, **more).placements[0].without_help

    @pytest.mark.parametrize("aimed_at", [AimedAt.OUDER, AimedAt.GEZIN])
    @pytest.mark.parametrize("kind", ["interventie", "bemoeienis"])
    def test_help_aimed_at_the_parent_or_the_family_helps_at_home(self, kind: str, aimed_at: AimedAt) -> None:
        help_ = entry(kind, "2018-01-01/2019-01-01", aimed_at=aimed_at, id="thuis")
        assert self.without_help(help_) is None
        assert of_noor(self.AWAY, help_).placements[0].help_ids == ("thuis",)

    def test_help_aimed_at_the_child_does_not(self) -> None:
        assert self.without_help(entry("interventie", "2018/2020", aimed_at=AimedAt.KIND)) is Status.ZEKER

    def test_none_at_all_is_a_finding(self) -> None:
        assert self.without_help() is Status.ZEKER

    def test_help_before_or_after_it_does_not_count(self) -> None:
        before = entry("interventie", "2018-01-01/2018-12-31", aimed_at=AimedAt.GEZIN)
        after = entry("interventie", "2019-07-01/2019-12-31", aimed_at=AimedAt.GEZIN)
        assert self.without_help(before, after) is Status.ZEKER

    def test_help_that_may_have_run_during_it_leaves_it_possible(self) -> None:
        help_ = entry("interventie", "2018-01-01/2019", aimed_at=AimedAt.OUDER)
        assert self.without_help(help_) is None
        assert self.without_help(entry("contact", "2019", aimed_at=AimedAt.OUDER)) is Status.MOGELIJK

    def test_help_that_does_not_say_at_whom_leaves_it_possible(self) -> None:
        found = of_noor(self.AWAY, entry("bemoeienis", "2018-01-01/..", id="wie")).placements[0]
        assert (found.without_help, found.help_ids, found.unaimed_ids) == (Status.MOGELIJK, (), ("wie",))

    def test_help_of_the_own_network_alone_is_no_help(self) -> None:
        oma = entry("bemoeienis", "2018-01-01/..", parties="oma", aimed_at=AimedAt.GEZIN)
        assert self.without_help(oma, parties=[party("Oma", Sector.NETWERK)]) is Status.ZEKER


class TestComingHome:
    AWAY = placed("2019-01-01/2019-06-30", persons="noor", id="eerst")

    def test_until_the_next_placement(self) -> None:
        again = placed("2019-10-01/2019-12-31", persons="noor", id="weer")
        assert came_home(self.AWAY, again) == Return(date(2019, 6, 30), Status.ZEKER, "weer", (93, 93))

    def test_until_the_next_signal_about_the_child_or_nobody(self) -> None:
        signal = entry("signaal", "2019-07-10", id="s")
        other = entry("signaal", "2019-07-05", persons="sem")
        assert came_home(self.AWAY, signal, other) == Return(date(2019, 6, 30), Status.ZEKER, "s", (10, 10))

    def test_a_signal_before_it_does_not_follow_it(self) -> None:
        assert came_home(self.AWAY, entry("signaal", "2019-06-30")) == Return(date(2019, 6, 30), Status.ZEKER)

    def test_moving_on_to_another_place_the_next_day_is_no_return(self) -> None:
        assert came_home(self.AWAY, placed("2019-07-01/2019-12-31", persons="noor")) is None

    def test_moving_on_perhaps_at_once_is_perhaps_a_return(self) -> None:
        found = came_home(self.AWAY, placed("2019-07/2019-12-31", persons="noor", id="weer"))
        assert found == Return(date(2019, 6, 30), Status.MOGELIJK, "weer", (1, 31))

    @pytest.mark.parametrize("end", ["", "..", "2022-01-01"])
    def test_a_placement_that_runs_or_of_which_the_end_is_not_known_has_no_return(self, end: str) -> None:
        assert came_home(placed(f"2019-01-01/{end}")) is None
