"""Missing knowledge and contradictions (design 2, Missing knowledge)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import case, entry
from tijdlijn.analysis.contradictions import Contradiction
from tijdlijn.analysis.missing import Missing, find_missing
from tijdlijn.model.entries import Citation, Entry, Source
from tijdlijn.model.people import Worker
from tijdlijn.model.vocabulary import Voice

SOURCES = (Source("a", "Raadsrapport"), Source("b", "Journaal"))


def missing(*entries: Entry) -> Missing:
    one = Worker("an", "An")
    return find_missing(case(*entries, sources=SOURCES, workers=(one,), reference_day=date(2020, 12, 31)))


def test_interventions_without_a_goal_an_outcome_or_an_end() -> None:
    bare = entry("interventie", "2019-01-01/", id="kaal", goal=" ")
    full = entry("interventie", "2019-01-01/2019-06-01", goal="rust", outcome="behaald")
    found = missing(bare, full)
    assert (found.without_goal, found.without_outcome, found.without_end) == (("kaal",), ("kaal",), ("kaal",))


def test_other_help_needs_none_of_them() -> None:
    found = missing(entry("bemoeienis", "2019-01-01/"))
    assert (found.without_goal, found.without_outcome, found.without_end) == ((), (), ())


@pytest.mark.parametrize("end", ["..", "2021-06-01"])
def test_what_still_runs_has_no_outcome_yet_and_an_end_that_is_not_missing(end: str) -> None:
    found = missing(entry("interventie", f"2019-01-01/{end}"))
    assert (found.without_outcome, found.without_end) == ((), ())


def test_decisions_without_who_took_them() -> None:
    nobody = entry("besluit", "2019", id="wie")
    found = missing(
        nobody, entry("besluit", "2019", "een", parties="raad"), entry("besluit", "2019", "twee", worker_ids=("an",))
    )
    assert found.decisions_by_nobody == ("wie",)


def test_entries_of_any_kind_without_a_source() -> None:
    found = missing(entry("school", "2019", id="los"), entry("actie", "2019", citations=(Citation("a"),)))
    assert found.without_source == ("los",)


def test_an_entry_without_a_date_takes_no_part() -> None:
    assert missing(entry("besluit", None)).without_source == ()


class TestContradictions:
    @staticmethod
    def told(title: str, when: str, source: str = "a", kind: str = "gebeurtenis", **more: object) -> Entry:
        return entry(kind, when, title, id=f"{title} {when}", citations=(Citation(source),), **more)  # type: ignore[arg-type]

    def found(self, *entries: Entry) -> list[int]:
        return [contradiction.days for contradiction in missing(*entries).contradictions]

    def test_the_same_event_from_two_sources_on_days_that_exclude_each_other(self) -> None:
        first = self.told("Overlijden oma (moederszijde)", "2020-03-27")
        second = self.told("Oma overleden (volgens raadsrapport)", "2020-04", "b")
        assert missing(first, second).contradictions == (Contradiction(first.id, second.id, 5),)

    def test_days_that_can_be_the_same_do_not_contradict(self) -> None:
        assert self.found(self.told("Overlijden oma", "2020-03-27"), self.told("Overlijden oma", "2020-03", "b")) == []

    def test_one_source_does_not_contradict_itself(self) -> None:
        assert self.found(self.told("Overlijden oma", "2020-03-27"), self.told("Overlijden oma", "2020-04")) == []

    def test_without_a_source_there_is_no_other_source(self) -> None:
        bare = entry("gebeurtenis", "2020-04", "Overlijden oma")
        assert self.found(self.told("Overlijden oma", "2020-03-27"), bare) == []

    def test_the_family_can_contradict_the_dossier_also_from_one_source(self) -> None:
        other = self.told("Overlijden oma", "2020-04", voice=Voice.GEZIN)
        assert self.found(self.told("Overlijden oma", "2020-03-27"), other) == [5]

    def test_a_separation_is_one_event_however_it_is_put(self) -> None:
        first = self.told("Ouders uit elkaar (volgens moeder)", "2015-06")
        assert self.found(first, self.told("Feitelijke scheiding", "2015-08", "b")) == [32]

    def test_but_its_steps_before_the_court_are_others(self) -> None:
        first = self.told("Ouders uit elkaar", "2015-06")
        assert self.found(first, self.told("Echtscheiding uitgesproken", "2015-10-12", "b")) == []

    @pytest.mark.parametrize(
        ("title", "when", "more"),
        [
            ("Overlijden opa", "2020-04", {}),
            ("Overlijden oma", "2021-10", {}),
            ("Overlijden oma", "2020-04", {"persons": "sem"}),
            ("Overlijden oma", "2020-04", {"kind": "signaal"}),
        ],
    )
    def test_another_event_is_no_contradiction(self, title: str, when: str, more: dict[str, str]) -> None:
        first = self.told("Overlijden oma", "2020-03-27", persons="noor")
        assert self.found(first, self.told(title, when, "b", **more)) == []

    def test_periods_follow_each_other_without_contradiction(self) -> None:
        first = self.told("Scholen dicht", "2020-03-01/2020-04-01")
        assert self.found(first, self.told("Scholen dicht", "2020-05-01/2020-06-01", "b")) == []
