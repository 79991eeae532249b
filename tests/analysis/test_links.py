"""Links that follow from the dossier: only where dates and names leave one answer, and each with its reason."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import case, entry, party, person
from tijdlijn.analysis.links import NEXT_DAYS, Tie, Ties, find_links
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.links import Link, LinkKind
from tijdlijn.model.vocabulary import Kind

NOOR = person("Noor", "2010-05-14", focus=True)
SEM = person("Sem", "2012-05-14", focus=True)


def family(*entries: Entry, **more: object) -> Case:
    return case(*entries, persons=[NOOR, SEM], parties=[party("Gemeente", "gemeente"), party("Gi", "gi")], **more)


def links(*entries: Entry, **more: object) -> list[tuple[str, str, str]]:
    return [(tie.from_id, tie.words, tie.to_id) for tie in find_links(family(*entries, **more))]


def placed(text: str, id_: str, persons: str = "noor") -> Entry:
    return entry("uithuisplaatsing", text, id_, persons=persons, id=id_)


# From one placement to the next


def test_a_placement_is_replaced_by_the_one_that_begins_where_it_ends() -> None:
    found = links(placed("2018-11-30/2019-04-14", "oma"), placed("2019-04-15/2019-12-20", "pleeggezin"))
    assert found == [("oma", "vervangen door", "pleeggezin")]


def test_months_that_join_are_enough() -> None:
    assert links(placed("2018-11/2019-04", "a"), placed("2019-04/2019-12", "b")) == [("a", "vervangen door", "b")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2018-11-30/2019-04-14", "2019-05-20/2019-12-20"),  # at home for a month
        ("2018-11-30/..", "2019-04-15/2019-12-20"),  # still going on
        ("2018-11-30/", "2019-04-15/2019-12-20"),  # nobody knows until when
        ("2018/2019", "2019/2020"),  # years say nothing of what joins
        ("2018-11-30/2019-04-14", "2018-12-20/2019-01-05"),  # a weekend bed meanwhile
    ],
)
def test_what_does_not_surely_join_is_not_linked(first: str, second: str) -> None:
    assert links(placed(first, "a"), placed(second, "b")) == []


def test_another_child_takes_nobodys_place() -> None:
    assert links(placed("2019-01-01/2019-04-14", "a"), placed("2019-04-15/2019-12-20", "b", "sem")) == []


def test_two_that_both_may_be_next_leave_no_answer() -> None:
    first = placed("2019-01-01/2019-04-14", "a")
    assert links(first, placed("2019-04-15/2019-06-01", "b"), placed("2019-04-16/2019-06-01", "c")) == []


# Waiting, granting, handing over


def wait(text: str = "2019-01-10/2019-06-30", title: str = "Wachten op ggz", parties: str = "ggz") -> Entry:
    return entry("wachttijd", text, title, persons="noor", parties=parties, id="wacht")


def help_(text: str, title: str = "EMDR", id_: str = "hulp", parties: str = "ggz", persons: str = "noor") -> Entry:
    return entry("interventie", text, title, persons=persons, parties=parties, id=id_)


def test_waiting_is_followed_by_the_help_of_the_same_party_that_begins_when_it_ends() -> None:
    assert links(wait(), help_("2019-07-08/2020")) == [("wacht", "gevolgd door", "hulp")]


def test_or_by_the_help_of_the_same_name() -> None:
    found = links(wait(title="Wachten op speltherapie", parties=""), help_("2019-07/2020", "Speltherapie"))
    assert found == [("wacht", "gevolgd door", "hulp")]


@pytest.mark.parametrize(
    "after",
    [
        [help_("2019-10-08/2020")],
        [help_("2019-07-08/2020", persons="sem")],
        [help_("2019-07-08/2020", parties="school", title="Schoolmaatschappelijk werk")],
        [help_("2019/2020")],
        [help_("2019-07-08/2020"), help_("2019-07-15/2020", "Systeemtherapie", "tweede")],
    ],
)
def test_waiting_is_followed_by_nothing_where_that_is_not_sure(after: list[Entry]) -> None:
    assert links(wait(), *after) == []


def test_of_two_of_the_same_party_the_one_of_that_name_followed() -> None:
    found = links(
        wait(title="Wachten op EMDR"), help_("2019-07-08/2020"), help_("2019-07-15/2020", "Systeemtherapie", "tweede")
    )
    assert found == [("wacht", "gevolgd door", "hulp")]


def grant(title: str) -> Entry:
    return entry("beschikking", "2019-07-01/2020-06-30", title, parties="gemeente", id="besch")


def test_a_beschikking_grants_the_help_that_it_names() -> None:
    assert links(grant("Beschikking dagbehandeling"), help_("2019-07-08/2020", "Dagbehandeling De Vaart")) == [
        ("besch", "kent toe", "hulp")
    ]


def test_what_it_does_not_name_or_names_twice_it_does_not_surely_grant() -> None:
    assert links(grant("Beschikking jeugdhulp, zes maanden"), help_("2019-07-08/2020", "Jeugdhulp, zes maanden")) == []
    twice = help_("2019-07-08/2020", "Dagbehandeling"), help_("2019-08/2020", "Dagbehandeling (extra)", "tweede")
    assert links(grant("Beschikking dagbehandeling"), *twice) == []


def handed_over(*parties: str) -> list[Tie]:
    over = entry("overdracht", "2019-10-14", "Overdracht", parties=" ".join(parties), id="over")
    first = entry("bemoeienis", "2019-01/2019-10-14", "Wijkteam", parties="gemeente", id="eerst")
    second = entry("bemoeienis", "2019-10-21/2020-03", "Bescherming", parties="gi", id="dan")
    return list(find_links(family(over, first, second)))


def test_an_overdracht_links_the_period_that_ends_to_the_one_that_begins() -> None:
    (tie,) = handed_over("gemeente", "gi")
    assert (tie.from_id, tie.to_id, tie.kind, tie.via) == ("eerst", "dan", LinkKind.OVERGEDRAGEN_AAN, "over")
    assert tie.reason == "Bij de overdracht (14 oktober 2019): bij Gemeente houdt het op, bij Gi begint het."


def test_an_overdracht_that_names_one_party_leaves_open_who_handed_over() -> None:
    assert handed_over("gi") == []


# A hulpvraag and a snelkookpan


def test_a_hulpvraag_is_followed_by_its_answer_when_that_surely_came_after() -> None:
    asked = entry("hulpvraag", "2019-03-01", "Moeder vraagt hulp", persons="noor", id="vraag")
    (tie,) = find_links(family(asked, help_("2019-04-01/2019-08-01")))
    assert (tie.from_id, tie.words, tie.to_id) == ("vraag", "gevolgd door", "hulp")
    assert tie.reason == "De eerste hulp die na deze hulpvraag begon: na 4 weken."
    assert links(asked, help_("2019/2020")) == []


def pan(*more: Entry) -> list[tuple[str, str, str]]:
    actions = [
        entry("actie", f"2019-03-{day:02}", f"Actie {day}", parties=f"p{day % 5}", id=f"d{day}")
        for day in range(1, 13, 2)
    ]
    return [link for link in links(*actions, *more) if link[1] == "ging vooraf aan"]


def test_the_actions_of_a_snelkookpan_came_before_the_placement_it_leads_to() -> None:
    found = pan(placed("2019-03-20/2019-08", "weg"))
    assert found == [(f"d{day}", "ging vooraf aan", "weg") for day in range(1, 13, 2)]


def test_what_was_done_on_the_day_itself_or_later_did_not_come_before_it() -> None:
    assert [link[0] for link in pan(placed("2019-03-07/2019-08", "weg"))] == ["d1", "d3", "d5"]


def test_a_besluit_of_the_day_itself_did() -> None:
    besluit = entry("besluit", "2019-03-20", "Spoedmachtiging", parties="p9", id="besluit")
    assert ("besluit", "ging vooraf aan", "weg") in pan(besluit, placed("2019-03-20/2019-08", "weg"))


def test_a_placement_too_vague_to_be_sure_has_no_pan_before_it() -> None:
    assert pan(placed("2019/2020", "weg")) == []


# All links of an entry


def two(*drawn: Link) -> Ties:
    made = family(placed("2018-11/2019-04", "a"), placed("2019-04/2019-12", "b"), links=drawn)
    return Ties(made, find_links(made))


def test_the_links_of_an_entry_hold_those_that_somebody_drew_first() -> None:
    ties = two(Link("l", LinkKind.LEIDT_TOT, "b", "a"))
    assert [(tie.id, tie.is_computed) for tie in ties.of(["a"])] == [("l", False), ("berekend:a:b", True)]
    assert ties.of(["a", "b"]) == ties.of(["a"])
    assert ties.of(["elders"]) == ()


def test_where_somebody_drew_a_link_none_is_computed() -> None:
    assert [tie.id for tie in two(Link("l", LinkKind.LEIDT_TOT, "a", "b")).of(["a"])] == ["l"]


def test_a_link_reads_from_both_ends() -> None:
    (tie,) = two().of(["a"])
    assert (tie.words_from("a"), tie.other_end("a")) == ("vervangen door", "b")
    assert (tie.words_from("b"), tie.other_end("b")) == ("kwam in de plaats van", "a")


DATES = ["2019-03-01", "2019-03", "2019", "2019-04-01/2019-08-01", "2019-08-02/2020-01", "2019-08/..", "2019/", None]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(list(Kind)), st.sampled_from(DATES), st.sampled_from("ab")), max_size=14))
def test_whatever_a_dossier_holds_links_are_between_two_dated_entries_and_have_a_reason(
    said: list[tuple[Kind, str | None, str]],
) -> None:
    entries = [
        entry(kind, when, "Dagbehandeling", persons="noor", parties=name, id=f"e{number}", order=number)
        for number, (kind, when, name) in enumerate(said)
    ]
    made = family(*entries)
    found = find_links(made)
    assert len({(tie.from_id, tie.to_id) for tie in found}) == len(found) == len({tie.id for tie in found})
    for tie in found:
        assert tie.from_id != tie.to_id
        assert tie.reason.endswith(".")
        first, second = made.bounds[tie.from_id], made.bounds[tie.to_id]
        earliest = first.start_min - NEXT_DAYS if tie.words == "kent toe" else first.start_max
        assert earliest <= second.start_min


def test_what_came_in_the_place_of_something_in_a_scenario_is_linked_to_it() -> None:
    made = case(
        placed("2019-01-01/2019-04-14", "was"),
        replace(placed("2019-02-01/2019-03-01", "zou"), scenario="Thuis"),
        links=(Link("l", LinkKind.IN_SCENARIO, "was", "zou"),),
    )
    (tie,) = Ties(made, find_links(made)).of(["was"])
    assert (tie.words, tie.to_id, tie.is_computed) == ("in scenario", "zou", False)
