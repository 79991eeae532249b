"""Which accounts contradict each other, and which only look so: a table of pairs, and what somebody decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.terpstra import rows, terpstra
from tests.builders import case, entry, person
from tests.test_example_data import family
from tijdlijn.analysis.contradictions import Contradiction, find_contradictions
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Entry, Source
from tijdlijn.model.links import Link, LinkKind
from tijdlijn.model.vocabulary import Voice

SOURCES = tuple(Source(name, name) for name in "abcd")
FAMILY = tuple(person(name) for name in ("Noor", "Sem", "Marieke", "Deniz"))


def told(kind: str, when: str, title: str, source: str = "a", **more: object) -> Entry:
    id_ = f"{source} {title} {when}"
    return entry(kind, when, title, id=id_, citations=(Citation(source),), **more)  # type: ignore[arg-type]


def family_of(*entries: Entry, links: tuple[Link, ...] = ()) -> Case:
    return case(*entries, sources=SOURCES, persons=FAMILY, links=links)


def pairs(*entries: Entry, links: tuple[Link, ...] = ()) -> tuple[Contradiction, ...]:
    return find_contradictions(family_of(*entries, links=links))


G, B, D, O = "gebeurtenis", "besluit", "diagnose", "overdracht"  # noqa: E741
ONE_EVENT = [
    (G, "2015-06", "Ouders uit elkaar (volgens moeder)", "2015-08", "Feitelijke scheiding"),
    (G, "2015-06", "Ouders gaan uit elkaar", "2015-08-03", "Scheiding van vader en moeder"),
    (G, "2015", "Scheiding ouders", "2016-02", "Ouders gescheiden"),
    (G, "2017-03", "Relatie van ouders verbroken", "2017-05", "Ouders uit elkaar"),
    (G, "2017-03", "Vader en moeder verbreken hun relatie", "2017-05", "Relatiebreuk ouders"),
    (G, "2020-03-27", "Overlijden oma (moederszijde)", "2020-04", "Overlijden oma (volgens raadsrapport april 2020)"),
    (G, "2020-03-27", "Grootmoeder overleden", "2020-04", "Oma sterft aan corona"),
    (G, "2019-03", "Overlijden opa", "2020-03", "Opa overleden"),
    (G, "2019-11-02", "Oom Henk overleden", "2019-12", "Overlijden oom Henk door ongeval"),
    (G, "2018-05", "Gezin verhuist naar Deventer", "2018-08", "Verhuizing naar Deventer"),
    (G, "2018-05", "Moeder verhuist met de kinderen", "2018-07", "Verhuizing van moeder naar Zwolle"),
    (G, "2016-01", "Vader gedetineerd", "2016-03", "Detentie vader"),
    (G, "2016-09", "Vader vrijgelaten", "2016-11", "Vrijlating vader uit gevangenis"),
    (G, "2014-02", "Moeder ontslagen", "2014-04", "Moeder verliest haar baan"),
    (G, "2016-05", "Moeder heeft een nieuwe partner", "2016-08", "Nieuwe vriend van moeder"),
    (G, "2012-04-03", "Geboorte broertje", "2012-05", "Broertje geboren"),
    (G, "2012-04-03", "Noor geboren", "2013-04-03", "Geboorte Noor"),
    (G, "2012-04-03", "Noor de Vries geboren", "2013-04-03", "Geboorte Noor"),
    (G, "2013-09", "Huwelijk ouders", "2013-11", "Ouders getrouwd"),
    (
        B,
        "2015-10-12",
        "Echtscheiding uitgesproken, ouderschapsplan",
        "2015-11",
        "Scheiding uitgesproken door rechtbank",
    ),
    (D, "2018-03", "Diagnose ADHD", "2018-06-12", "ADHD vastgesteld bij Noor"),
    (D, "2018-03", "PTSS vastgesteld", "2018-05", "Diagnose PTSS"),
    (G, "2019-02", "Brand in de keuken", "2019-04", "Brand in keuken (volgens buurman)"),
    (O, "2016-02-18", "Overdracht CJG naar wijkteam", "2016-03-09", "Overdracht van CJG naar wijkteam"),
    (B, "2018-03-20", "Dossier wijkteam gesloten", "2018-04", "Wijkteam sluit dossier"),
    (G, "2021-10", "Noor geplaatst in pleeggezin", "2021-12", "Plaatsing in pleeggezin"),
    (B, "2019-05-01", "Besluit tot ambtshalve inzet MST", "2019-05-20", "Besluit ambtshalve inzet MST"),
    (G, "2006-09/2006-11", "Opname moeder op de PAAZ", "2006-10-15/2006-12", "Moeder opgenomen op de PAAZ"),
    ("interventie", "2019-01/2019-12", "Gezinsbehandeling", "2019-03/2020-01", "Gezinsbehandeling"),
    ("interventie", "2019-01/2019-08", "Speltherapie", "2019-01/2019-11", "Speltherapie"),
    ("uithuisplaatsing", "2021-10-29/2022-06", "Pleeggezin Noor", "2021-12/2022-06", "Noor in pleeggezin"),
    ("maatregel", "2020-01/2021-01", "OTS", "2020-03/2021-03", "Ondertoezichtstelling"),
]
OTHER_EVENTS = [
    (G, "2015-06", "Ouders uit elkaar", "2015-10-12", "Echtscheiding uitgesproken"),
    (B, "2015-06", "Verzoek echtscheiding ingediend", "2015-10", "Echtscheiding uitgesproken"),
    (B, "2015-10-12", "Echtscheiding uitgesproken", "2015-11-03", "Echtscheiding ingeschreven"),
    (G, "2015-06", "Ouders uit elkaar", "2015-09", "Ouders weer bij elkaar"),
    (G, "2015-06", "Ouders uit elkaar", "2015-09", "Moeder dreigt met scheiding"),
    (G, "2015-06", "Ouders uit elkaar", "2015-10", "Vader somber sinds de scheiding"),
    (G, "2015-06", "Ouders uit elkaar", "2015-10", "Opa en oma uit elkaar"),
    (G, "2020-03-27", "Overlijden oma", "2020-05", "Overlijden opa"),
    (G, "2020-03-27", "Overlijden oma mz", "2020-05", "Overlijden oma vaderszijde"),
    (G, "2020-03-27", "Overlijden oma", "2020-04-02", "Uitvaart van overleden oma"),
    (G, "2020-03-27", "Overlijden oma", "2020-06", "Noor somber na overlijden oma"),
    (G, "2020-03-27", "Overlijden oma", "2022-04", "Overlijden oma"),
    (G, "2020-03-27", "Overlijden oma Truus", "2020-06", "Overlijden oma Geertje"),
    (G, "2020-03-27", "Overlijden oma", "2020-05", "Vriend overleden"),
    (G, "2018-05", "Verhuizing naar Deventer", "2018-08", "Verhuizing naar Zwolle"),
    (G, "2015-05", "Verhuizing", "2018-05", "Verhuizing"),
    (G, "2018-05", "Moeder verhuist", "2018-08", "Vader verhuist"),
    (G, "2018-05", "Gezin wil verhuizen", "2018-08", "Gezin verhuist"),
    (G, "2018-05", "Eerste verhuizing", "2018-08", "Verhuizing"),
    (G, "2012-04", "Noor geboren", "2012-09", "Sem geboren"),
    (G, "2012-04", "Geboorte broertje", "2012-09", "Zusje geboren"),
    (G, "2016-01", "Vader gedetineerd", "2016-05", "Vader vrijgelaten"),
    (G, "2019-05", "Ruzie thuis", "2019-07", "Ruzie thuis"),
    (G, "2019-05", "Noor weggelopen", "2019-07", "Noor weggelopen"),
    (G, "2019-05", "Schorsing van school", "2019-07", "Schorsing van school"),
    (G, "2018-08", "Naar groep 5", "2018-10", "Naar groep 5"),
    (B, "2019-05", "Evaluatie plan", "2019-08", "Evaluatie plan"),
    (B, "2019-05", "MDO", "2019-07", "MDO"),
    (B, "2021-10-29", "Machtiging uithuisplaatsing verleend", "2022-01-20", "Machtiging uithuisplaatsing verleend"),
    (B, "2020-01", "Verlenging OTS", "2020-05", "Verlenging OTS"),
    (B, "2020-01", "Besluit", "2020-03", "Besluit"),
    (O, "2020-01", "Overdracht", "2020-03", "Overdracht"),
    (O, "2020-01", "Overdracht CJG naar wijkteam", "2020-03", "Overdracht wijkteam naar GI"),
    (D, "2018-03", "Diagnose ADHD", "2018-06", "Diagnose PTSS"),
    (G, "2020-03", "Scholen dicht", "2020-04", "Scholen weer open"),
    (B, "2019-01", "Start gezinsbehandeling", "2019-04", "Afsluiting gezinsbehandeling"),
    (G, "2021-10", "Plaatsing in pleeggezin", "2021-12", "Terugplaatsing uit pleeggezin"),
    (G, "2018-05", "Brand in de keuken", "2018-08", "Inbraak"),
    ("signaal", "2018-05", "Melding Veilig Thuis", "2018-07", "Melding Veilig Thuis"),
    ("contact", "2018-05", "Huisbezoek", "2018-07", "Huisbezoek"),
    ("interventie", "2019-01/2019-04", "Gezinsbehandeling", "2019-05/2020-01", "Gezinsbehandeling"),
    ("interventie", "2019-01/2019-12", "Gezinsbehandeling", "2019-03/2020-01", "Speltherapie"),
    ("interventie", "2019-01/2019-12", "Speltherapie Noor", "2019-03/2020-01", "Speltherapie Sem"),
    ("maatregel", "2020-01/2020-04", "Voorlopige OTS", "2020-03/2021-03", "OTS"),
    ("beschikking", "2020-01/2020-12", "Beschikking begeleiding", "2020-03/2021-03", "Beschikking begeleiding"),
    ("school", "2018-08/2019-07", "De Regenboog", "2018-10/2019-07", "De Regenboog"),
    ("uithuisplaatsing", "2021-10/2022-01", "Pleeggezin Noor", "2022-01/2022-09", "Pleeggezin Noor"),
]


@pytest.mark.parametrize(("kind", "when", "title", "later", "other"), ONE_EVENT)
def test_two_accounts_of_one_event(kind: str, when: str, title: str, later: str, other: str) -> None:
    assert len(pairs(told(kind, when, title), told(kind, later, other, "b"))) == 1


@pytest.mark.parametrize(("kind", "when", "title", "later", "other"), OTHER_EVENTS)
def test_two_events(kind: str, when: str, title: str, later: str, other: str) -> None:
    assert pairs(told(kind, when, title), told(kind, later, other, "b")) == ()


def test_the_terpstra_dossier_has_the_two_that_its_reader_marked_and_no_other() -> None:
    dossier = terpstra()
    groups = {row["title"]: row["conflict_group"] for row in rows("gold.csv") if row["conflict_group"]}
    found = [
        [groups[dossier.entries_by_id[i].title] for i in (p.first_id, p.second_id)]
        for p in find_contradictions(dossier)
    ]
    assert found == [["scheiding", "scheiding"], ["oma", "oma"]]


def test_the_example_has_none_that_it_does_not_want() -> None:
    assert len(find_contradictions(family())) <= 1


SPLIT = told(G, "2015-06", "Ouders uit elkaar")
SPLIT_LATER = told(G, "2015-08", "Feitelijke scheiding", "b")


def link(kind: LinkKind, first: Entry, second: Entry) -> tuple[Link, ...]:
    return (Link("l", kind, first.id, second.id),)


class TestWhatSomebodyDecided:
    @pytest.mark.parametrize("ends", [(SPLIT, SPLIT_LATER), (SPLIT_LATER, SPLIT)])
    def test_the_account_that_is_followed_is_told(self, ends: tuple[Entry, Entry]) -> None:
        (found,) = pairs(SPLIT, SPLIT_LATER, links=link(LinkKind.GEVOLGD_BOVEN, *ends))
        assert found == Contradiction(SPLIT.id, SPLIT_LATER.id, 32, ends[0].id)

    @pytest.mark.parametrize("ends", [(SPLIT, SPLIT_LATER), (SPLIT_LATER, SPLIT)])
    def test_two_events_no_longer_contradict_each_other(self, ends: tuple[Entry, Entry]) -> None:
        assert pairs(SPLIT, SPLIT_LATER, links=link(LinkKind.ANDERE_GEBEURTENIS, *ends)) == ()

    def test_a_link_that_somebody_drew_decides_nothing(self) -> None:
        assert len(pairs(SPLIT, SPLIT_LATER, links=link(LinkKind.LEIDT_TOT, SPLIT, SPLIT_LATER))) == 1


class TestWhoTellsIt:
    def test_a_teller_who_has_it_on_both_days_tells_of_two_events(self) -> None:
        both = told(G, "2018-05-03", "Verhuizing", "a"), told(G, "2018-09-02", "Verhuizing", "a")
        assert pairs(*both, told(G, "2018-05", "Gezin verhuist", "b")) == ()

    def test_three_accounts_all_exclude_each_other(self) -> None:
        third = told(G, "2015-10", "Ouders uit elkaar", "c")
        found = {(p.first_id, p.second_id) for p in pairs(SPLIT, SPLIT_LATER, third)}
        assert found == {(SPLIT.id, SPLIT_LATER.id), (SPLIT.id, third.id), (SPLIT_LATER.id, third.id)}

    def test_a_source_that_both_rest_on_does_not_contradict_itself(self) -> None:
        both = replace(SPLIT_LATER, citations=(Citation("a"), Citation("b")))
        assert pairs(SPLIT, both) == ()

    def test_the_family_is_another_teller_than_the_dossier(self) -> None:
        assert len(pairs(SPLIT, replace(SPLIT_LATER, citations=(), voice=Voice.GEZIN))) == 1

    def test_about_other_persons_it_is_another_event(self) -> None:
        moves = replace(told(G, "2018-05", "Verhuizing"), person_ids=("noor",))
        assert pairs(moves, replace(told(G, "2018-08", "Verhuizing", "b"), person_ids=("sem",))) == ()

    def test_a_type_of_schakelmoment_says_what_a_title_does_not(self) -> None:
        leaves = replace(told(G, "2015-06", "Vader vertrekt"), schakelmoment="echtscheiding")
        assert len(pairs(leaves, SPLIT_LATER)) == 1


titles = st.sampled_from([row[2] for row in ONE_EVENT] + [row[4] for row in OTHER_EVENTS])
days = st.dates(date(1990, 1, 1), date(2000, 1, 1))
accounts = st.lists(
    st.tuples(st.sampled_from([G, B, D]), days, titles, st.sampled_from("abcd")),
    max_size=8, unique_by=lambda made: (made[1], made[2], made[3]),
)  # fmt: skip


@settings(max_examples=60)
@given(accounts)
def test_every_pair_excludes_each_other_in_order_of_time_and_comes_once(
    made: list[tuple[str, object, str, str]],
) -> None:
    told_of = family_of(*(told(kind, str(day), title, source) for kind, day, title, source in made))
    found = find_contradictions(told_of)
    for pair in found:
        one, other = told_of.bounds[pair.first_id], told_of.bounds[pair.second_id]
        assert one.start_max + pair.days == other.start_min
        assert told_of.entries_by_id[pair.first_id].citations != told_of.entries_by_id[pair.second_id].citations
    assert len({frozenset((pair.first_id, pair.second_id)) for pair in found}) == len(found)
