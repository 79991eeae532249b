"""Scenarios: branched off, renamed with their entries, filled from what happened, and taken out as one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.books import book_of
from tests.builders import case, entry, person
from tijdlijn.analysis.scenarios import Branched, Differs, scenarios_of
from tijdlijn.language.dates_nl import DateContext
from tijdlijn.language.pseudonyms import texts_of
from tijdlijn.language.quick_entry import parse_quick
from tijdlijn.language.quick_line import KnownNames
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Source
from tijdlijn.model.problems import Problem
from tijdlijn.model.scenarios import Effect, EffectSign, Likelihood, Scenario
from tijdlijn.model.vocabulary import Helped, Voice
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.scenarios import (
    add_quick_in,
    branching_at,
    copy_entries,
    free_name,
    keep_scenario,
    make_real,
    pair_up,
    remove_scenario,
)
from tijdlijn.services.session_names import masked

BRANCH = date(2019, 6, 1)


def family() -> Case:
    return case(
        entry("signaal", "2019-01-01", "Signaal", id="ervoor"),
        entry(
            "interventie", "2019-07-01/2019-12-31", "Hulp", id="hulp", persons="noor",
            citations=(Citation("bron", "3"),), helped=Helped.NEE, outcome="gestopt",
        ),
        entry("uithuisplaatsing", "2020-01-01/2020-06-30", "Plaatsing", id="weg", persons="noor"),
        entry("gebeurtenis", "2020-02", "Noor: ik wilde naar huis", id="stem", voice=Voice.GEZIN),
        entry("interventie", "2019-05/2020-05", "Coach", id="los", scenario="Los"),
        persons=[person("Noor", focus=True)],
        sources=(Source("bron", "Verslag"),),
    )  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    with book_of(family(), tmp_path) as made:
        yield made


def only(found: Case, name: str) -> Scenario:
    (scenario,) = (one for one in scenarios_of(found) if one.name == name)
    return scenario


def test_a_scenario_branches_off_at_a_day_or_at_the_first_day_of_an_entry(book: OpenCasebook) -> None:
    before = book.case("c")
    assert branching_at(before, BRANCH).branches == BRANCH
    made = branching_at(before, entry_id="weg", name="Thuis")
    assert (made.branches, made.entry_id) == (date(2020, 1, 1), "weg")
    change = keep_scenario(book, "c", made)
    assert (change.step, change.case.scenarios) == ("Scenario 'Thuis'", (made,))
    undone = book.undo()
    assert undone is not None
    assert undone.case.scenarios == ()


def test_names_are_unique_and_a_free_one_is_found(book: OpenCasebook) -> None:
    keep_scenario(book, "c", Scenario("a", "Scenario", BRANCH))
    assert free_name(book.case("c")) == "Scenario 2"
    for name, words in (("  ", "heeft een naam nodig"), ("SCENARIO", "al een scenario"), ("los", "al een scenario")):
        with pytest.raises(Problem, match=words):
            keep_scenario(book, "c", Scenario("b", name))
    assert len(book.case("c").scenarios) == 1


def test_another_name_goes_to_its_entries_in_the_same_step(book: OpenCasebook) -> None:
    keep_scenario(book, "c", Scenario("a", "Thuis", BRANCH))
    copy_entries(book, "c", "a", ["hulp"])
    change = keep_scenario(book, "c", replace(only(book.case("c"), "Thuis"), name=" Thuis  gebleven"))
    assert change.step == "Noem scenario 'Thuis' voortaan 'Thuis gebleven'"
    assert {e.scenario for e in change.case.entries} == {"", "Los", "Thuis gebleven"}
    undone = book.undo()
    assert undone is not None
    assert {e.scenario for e in undone.case.entries} == {"", "Los", "Thuis"}


def test_all_after_the_branch_is_taken_over_as_counterparts_without_sources_or_the_familys_own_account(
    book: OpenCasebook,
) -> None:
    keep_scenario(book, "c", Scenario("a", "Thuis", BRANCH))
    change = copy_entries(book, "c", "a")
    assert change.step == "Neem 2 regels over in scenario 'Thuis'"
    about = Branched(change.case, change.case.scenarios[0])
    assert set(about.counterparts) == {"hulp", "weg"}
    copy = next(e for e in about.entries if e.title == "Hulp")
    assert (copy.citations, copy.helped, copy.outcome) == ((), None, "")
    assert [d.what for d in about.differences] == [Differs.NIET], "what the family tells of it; the copies are the same"
    assert copy_entries(book, "c", "a").entry_ids == (), "what has a counterpart is passed over"


def test_chosen_entries_are_taken_over_also_from_before_the_branch(book: OpenCasebook) -> None:
    keep_scenario(book, "c", Scenario("a", "Thuis", BRANCH))
    change = copy_entries(book, "c", "a", ["ervoor", "los"])
    assert [e.title for e in Branched(change.case, change.case.scenarios[0]).entries] == ["Signaal"]


def test_a_name_that_only_entries_carry_is_made_real_by_itself_or_by_what_is_said_of_it(book: OpenCasebook) -> None:
    change = make_real(book, "c", "Los")
    (made,) = change.case.scenarios
    assert (made.name, made.branches) == ("Los", date(2019, 5, 1))
    assert make_real(book, "c", made.id).case.scenarios == (made,), "a real one stays as it is"
    book.undo()
    effect = Effect(EffectSign.BETER, "noor", "onderwijs", "gaat naar school")
    said = Scenario("Los", "Vaste coach", None, "", Likelihood.MINDER, "de groep", "er was plek", (effect,))
    change = keep_scenario(book, "c", said)
    (made,) = change.case.scenarios
    assert (made.name, made.likelihood, made.effects) == ("Vaste coach", Likelihood.MINDER, (effect,))
    assert made.branches == date(2019, 5, 1)
    assert made.id != "Los"
    assert change.case.entries_by_id["los"].scenario == "Vaste coach"


def test_a_scenario_goes_with_its_entries_and_leaves_what_happened(book: OpenCasebook) -> None:
    keep_scenario(book, "c", Scenario("a", "Thuis", BRANCH))
    copy_entries(book, "c", "a")
    change = remove_scenario(book, "c", "a")
    assert change.step == "Verwijder scenario 'Thuis' met 2 regels"
    assert (change.case.scenarios, change.case.links) == ((), ())
    assert change.case.entries_by_id.keys() == {"ervoor", "hulp", "weg", "stem", "los"}
    undone = book.undo()
    assert undone is not None
    assert len(undone.case.links) == 2
    with pytest.raises(Problem, match="niet meer"):
        remove_scenario(book, "c", "weg ermee")


def test_a_loose_name_can_be_taken_out_too(book: OpenCasebook) -> None:
    assert "los" not in remove_scenario(book, "c", "Los").case.entries_by_id


def test_a_typed_line_lands_in_the_scenario(book: OpenCasebook) -> None:
    keep_scenario(book, "c", Scenario("a", "Thuis", BRANCH))
    found = book.case("c")
    context = DateContext(today=found.today)
    line = parse_quick("juli 2019 interventie gezinscoach #Noor @Kompas", KnownNames.of_case(found), context)
    change = add_quick_in(book, "c", line, "a")
    (made,) = (change.case.entries_by_id[id_] for id_ in change.entry_ids)
    assert (made.scenario, made.person_ids) == ("Thuis", ("noor",))
    assert "aan scenario 'Thuis'" in change.step


def test_a_counterpart_is_said_and_taken_back(book: OpenCasebook) -> None:
    change = pair_up(book, "c", ["los", "hulp"])
    assert Branched(change.case, only(change.case, "Los")).counterparts == {"hulp": ("los",)}
    assert pair_up(book, "c", ["hulp", "los"]).case.links == ()
    with pytest.raises(Problem, match="van elk één"):
        pair_up(book, "c", ["hulp", "weg"])
    with pytest.raises(Problem, match="niet meer"):
        pair_up(book, "c", ["hulp", "weggehaald"])


def test_without_names_two_scenarios_stay_two_and_name_nobody() -> None:
    riet = person("Riet", role="oma", pseudonym="oma")
    made = case(
        entry("interventie", "2019", "Hulp", id="een", scenario="Bij Riet"),
        entry("interventie", "2020", "Hulp", id="twee", scenario="Bij oma"),
        persons=[riet],
        scenarios=(
            Scenario("a", "Bij oma"),
            Scenario("b", "Bij Riet", by="Riet zelf", effects=(Effect(EffectSign.BETER, "riet", "", "Riet blij"),)),
        ),
    )
    hidden, _ = masked(made)
    assert [one.name for one in hidden.scenarios] == ["Bij oma", "Bij oma (2)"]
    assert [one.scenario for one in hidden.entries] == ["Bij oma (2)", "Bij oma"]
    assert not any("Riet" in text for text in texts_of(hidden))
