"""A case is one snapshot: its order in time, its look-ups and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests import builders
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Entry
from tijdlijn.model.links import Link, LinkKind
from tijdlijn.model.parameters import CaseError, Parameters
from tijdlijn.model.people import LooseName, NameKind, Worker


def titled(title: str, text: str | None, order: float = 0.0, **more: object) -> Entry:
    return builders.entry("signaal", text, title, id=title, order=order, **more)


def order(*entries: Entry) -> list[str]:
    return [entry.title for entry in builders.case(*entries).timeline]


class TestTimeline:
    def test_goes_by_the_earliest_day_then_by_the_latest(self) -> None:
        assert order(titled("jaar", "2019"), titled("dag", "2019-01-01"), titled("eerder", "2018-12")) == [
            "eerder",
            "dag",
            "jaar",
        ]

    def test_of_the_same_days_goes_by_order(self) -> None:
        assert order(titled("b", "2019", 2), titled("a", "2019", 1)) == ["a", "b"]

    def test_puts_an_undated_entry_among_its_neighbours(self) -> None:
        assert order(titled("a", "2018", 1), titled("zonder", None, 1.5), titled("b", "2019", 2)) == [
            "a",
            "zonder",
            "b",
        ]

    def test_puts_an_undated_entry_first_when_nothing_goes_before_it(self) -> None:
        assert order(titled("a", "2018", 1), titled("zonder", None, 0)) == ["zonder", "a"]

    def test_keeps_undated_entries_in_their_own_order(self) -> None:
        assert order(titled("y", None, 3), titled("x", None, 2), titled("a", "2018", 1)) == ["a", "x", "y"]

    def test_loses_nothing(self) -> None:
        entries = [titled(str(number), None if number % 3 else "2019", number) for number in range(20)]
        assert sorted(order(*entries)) == sorted(entry.title for entry in entries)


class TestNamesThatNobodyRegistered:
    WILMA = LooseName("n", "Wilma", NameKind.PERSOON, is_hidden=True)

    def test_change_without_a_look_at_the_rest(self) -> None:
        case = builders.case(titled("a", "2019"))
        assert case.timeline
        following = case.with_changes(loose_names=(self.WILMA,))
        assert following == replace(case, loose_names=(self.WILMA,))
        assert following.timeline is case.timeline

    def test_stay_when_entries_change(self) -> None:
        case = builders.case(titled("a", "2019"), loose_names=(self.WILMA,))
        assert case.with_changes([titled("b", "2020")], title="T").loose_names == (self.WILMA,)

    def test_have_an_id_of_their_own(self) -> None:
        with pytest.raises(CaseError, match="loose name"):
            builders.case(loose_names=(self.WILMA, self.WILMA))


class TestWhatTakesPart:
    def test_scenarios_and_undated_entries_do_not_in_computations(self) -> None:
        case = builders.case(titled("echt", "2019"), titled("zonder", None), titled("anders", "2019", scenario="B"))
        assert [entry.title for entry in case.actual] == ["echt"]
        assert [entry.title for entry in case.undated] == ["zonder"]

    def test_the_reference_day_is_the_cases_own_or_today(self) -> None:
        case = builders.case(titled("a", "2019"))
        assert case.reference == builders.TODAY
        assert case.with_reference(date(2020, 1, 1)).reference == date(2020, 1, 1)

    def test_another_reference_day_closes_open_spans_elsewhere(self) -> None:
        case = builders.case(builders.entry("interventie", "2019/..", id="i"))
        later = case.with_reference(date(2030, 5, 1))
        assert (case.bounds["i"].last_day, later.bounds["i"].last_day) == (builders.TODAY, date(2030, 5, 1))

    def test_the_focus_children_come_oldest_first_and_unknown_births_last(self) -> None:
        persons = [
            builders.person("Zonder", focus=True),
            builders.person("Jong", "2012", focus=True),
            builders.person("Oud", "2009-05", focus=True),
            builders.person("Moeder", "1986"),
        ]
        assert [person.name for person in builders.case(persons=persons).focus] == ["Oud", "Jong", "Zonder"]

    def test_only_the_network_is_all_parties_informal(self) -> None:
        entries = [
            builders.entry("contact", "2019", "oma", parties="oma"),
            builders.entry("contact", "2019", "beide", parties="oma school"),
            builders.entry("contact", "2019", "niemand"),
        ]
        case = builders.case(
            *entries, parties=[builders.party("Oma", "netwerk"), builders.party("School", "onderwijs")]
        )
        assert [case.only_network(entry) for entry in entries] == [True, False, False]


class TestChange:
    def test_replaces_by_id_adds_and_removes(self) -> None:
        case = builders.case(titled("a", "2019"), titled("b", "2019"))
        changed = case.with_entries([replace(case.entries_by_id["a"], title="A"), titled("c", "2019")], ["b"])
        assert [entry.title for entry in changed.entries] == ["A", "c"]
        assert [entry.title for entry in case.entries] == ["a", "b"]

    def test_of_what_was_asked_before_gives_fresh_answers(self) -> None:
        case = builders.case(titled("b", "2019"))
        assert [entry.title for entry in case.timeline] == ["b"]
        assert [entry.title for entry in case.with_entries([titled("a", "2018")]).timeline] == ["a", "b"]

    def test_keeps_the_rules(self) -> None:
        case = builders.case(titled("a", "2019"))
        with pytest.raises(CaseError):
            case.with_entries([titled("b", "2019", persons="niemand")])


class TestRefusal:
    def test_of_two_records_with_one_id(self) -> None:
        with pytest.raises(CaseError, match="entry: duplicate id"):
            builders.case(titled("a", "2019"), titled("a", "2020"))

    @pytest.mark.parametrize(
        "more",
        [
            {"person_ids": ("x",)},
            {"party_ids": ("x",)},
            {"worker_ids": ("x",)},
            {"citations": (Citation("x"),)},
        ],
    )
    def test_of_a_reference_to_nothing(self, more: dict[str, object]) -> None:
        entry = replace(titled("geheim", "2019"), id="e1", **more)
        with pytest.raises(CaseError, match="entry e1") as refused:
            Case(id="c", title="", today=builders.TODAY, entries=(entry,))
        assert "geheim" not in str(refused.value)

    def test_of_a_worker_of_an_unknown_party(self) -> None:
        with pytest.raises(CaseError, match="worker w1"):
            builders.case(workers=(Worker("w1", "Anneke", "nergens"),))

    def test_of_thresholds_below_one(self) -> None:
        with pytest.raises(CaseError):
            Parameters(gap_min_days=0)
        with pytest.raises(CaseError):
            Parameters(pressure_min_parties=0)


class TestLinks:
    LINK = Link("l", LinkKind.LEIDT_TOT, "a", "b")

    def linked(self) -> Case:
        return builders.case(titled("a", "2018"), titled("b", "2019"), titled("c", "2020"), links=(self.LINK,))

    def test_name_entries_of_the_case(self) -> None:
        with pytest.raises(CaseError, match="link l"):
            builders.case(titled("a", "2018"), links=(self.LINK,))
        with pytest.raises(CaseError, match="duplicate"):
            self.linked().with_links((self.LINK, self.LINK))

    def test_are_found_by_either_end(self) -> None:
        assert dict(self.linked().links_by_entry) == {"a": (self.LINK,), "b": (self.LINK,)}

    @pytest.mark.parametrize("gone", ["a", "b"])
    def test_go_with_either_end(self, gone: str) -> None:
        for following in (
            self.linked().with_entries(removed=[gone]),
            self.linked().with_changes((), [gone], title="T"),
        ):
            assert (following.links, dict(following.links_by_entry)) == ((), {})

    def test_stay_when_something_else_changes(self) -> None:
        case = self.linked()
        following = case.with_entries([replace(case.entries_by_id["a"], title="anders")], ["c"])
        assert following.links == (self.LINK,)
        assert set(following.links_by_entry) == {"a", "b"}

    def test_other_links_leave_what_was_looked_up_of_the_rest(self) -> None:
        case = self.linked()
        assert case.timeline
        following = case.with_links(())
        assert (following.links, case.links) == ((), (self.LINK,))
        assert following.timeline is case.timeline
        assert following == replace(case, links=())

    def test_come_with_the_entries_they_name(self) -> None:
        case = self.linked()
        fresh = Link("m", LinkKind.VERVANGEN_DOOR, "b", "d")
        assert case.with_changes([titled("d", "2021")], links=(self.LINK, fresh)).links == (self.LINK, fresh)
