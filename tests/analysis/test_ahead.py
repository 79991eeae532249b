"""The life ahead: what is proposed to whom, and what not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.dossiers import FIRST, dossiers, points
from tests.builders import case, entry, person
from tijdlijn.analysis.ahead import NEAR, Ahead, entry_for, find_ahead, subject_of
from tijdlijn.analysis.ahead_json import ahead_json
from tijdlijn.analysis.ahead_rules import RULES, birthday
from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.lives import died
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Entry
from tijdlijn.model.people import Person
from tijdlijn.model.understanding import Foreseen, Uptake

NOW = date(2024, 1, 1)
NOOR = person("Noor", "2010-06-24", focus=True)


def ahead(*entries: Entry, persons: tuple[Person, ...] = (NOOR,), now: date = NOW, **more: Any) -> Ahead:
    return find_ahead(case(*entries, persons=persons, reference_day=now, **more))


def told(found: Ahead) -> list[tuple[str, str]]:
    return [(one.rule, one.when.edtf) for one in found.proposals]


def test_of_a_child_in_focus_the_whole_life_to_23_is_proposed() -> None:
    assert told(ahead(now=date(2013, 1, 1))) == [
        ("basisschool", "2014-06-24"),
        ("leerplicht", "2015-07-01"),
        ("12", "2022-06-24"),
        ("voortgezet", "[2022-08-01..2023-08-01]"),
        ("16", "2026-06-24"),
        ("18-min", "2027-12-24"),
        ("18", "2028-06-24"),
        ("21", "2031-06-24"),
        ("23", "2033-06-24"),
    ]


def test_what_lies_before_the_reference_day_is_not() -> None:
    assert [rule for rule, _ in told(ahead())] == ["16", "18-min", "18", "21", "23"]


def test_on_the_day_itself_it_still_is() -> None:
    assert told(ahead(now=date(2028, 6, 24)))[0] == ("18", "2028-06-24")
    assert told(ahead(now=date(2028, 6, 25)))[0] == ("21", "2031-06-24")


def test_under_a_vague_birth_it_may_lie_behind() -> None:
    found = ahead(persons=(person("Noor", "2006", focus=True),), now=date(2024, 6, 1))
    assert [(one.rule, one.when.edtf, one.status) for one in found.proposals][:2] == [
        ("18-min", "[2023-07-01..2024-06-30]", Status.MOGELIJK),
        ("18", "2024", Status.MOGELIJK),
    ]


def test_of_another_child_only_school_and_18_are_proposed() -> None:
    sister = person("Evi", "2019-08-30", role="halfzus")
    assert [rule for rule, _ in told(ahead(persons=(sister,)))] == ["leerplicht", "voortgezet", "18-min", "18"]


@pytest.mark.parametrize("birth", ["1988-05", "2006-01-01", "2005~", None])
def test_of_a_parent_or_another_adult_nothing_is_proposed(birth: str | None) -> None:
    assert not ahead(persons=(person("Anna", birth, role="moeder"),)).proposals


def test_of_a_child_without_a_birth_nothing_is_proposed() -> None:
    assert not ahead(persons=(person("Noor", focus=True),)).proposals


def test_every_proposal_says_why_by_which_law_and_of_whom() -> None:
    for one in ahead(entry("beschikking", "2023-01-01/2024-05-01", persons="noor"), now=NOW).proposals:
        assert one.why.endswith(".")
        assert one.law
        assert one.person_ids == ("noor",)
        assert "{" not in one.title + one.why
        assert subject_of(one.rule_id) in {"noor", one.entry_id}


class TestWhatIsThereAlready:
    def test_a_line_that_says_the_same(self) -> None:
        line = entry("verwacht", "2028-06-24", "Noor wordt 18: jeugdhulp stopt", persons="noor")
        assert "18" not in dict(told(ahead(line)))

    @pytest.mark.parametrize(
        ("when", "title", "persons"),
        [
            ("2028-06-24", "Operatie aan de knie", "noor"),
            ("2027-06-24", "Noor wordt 18", "noor"),
            ("2028-06-24", "Sem wordt 18", "sem"),
            (None, "Noor wordt 18", "noor"),
        ],
    )
    def test_a_line_of_something_else_at_another_time_or_about_somebody_else_does_not(
        self, when: str | None, title: str, persons: str
    ) -> None:
        assert "18" in dict(told(ahead(entry("verwacht", when, title, persons=persons))))

    def test_a_line_of_another_kind_does_not(self) -> None:
        assert "18" in dict(told(ahead(entry("gebeurtenis", "2028-06-24", "Noor wordt 18", persons="noor"))))

    def test_a_vague_line_does_when_it_may_be_that_day(self) -> None:
        assert "18" not in dict(told(ahead(entry("verwacht", "2028", "18 jaar", persons="noor"))))

    def test_18_and_18_minus_are_told_apart(self) -> None:
        rules = dict(told(ahead(entry("verwacht", "2028-03", "18-: plan klaar", persons="noor"))))
        assert ("18" in rules, "18-min" in rules) == (True, False)

    def test_who_goes_to_a_secondary_school_does_not_go_there_again(self) -> None:
        sem = person("Sem", "2011-07-01", focus=True)
        school = entry("school", "2023-08/..", "Havo 1", persons="sem")
        assert "voortgezet" in dict(told(ahead(persons=(sem,))))
        assert "voortgezet" not in dict(told(ahead(school, persons=(sem,))))


class TestWhatRunsOut:
    GRANTED = entry("beschikking", "2023-01-01/2024-05-01", "Jeugd-ggz", id="b", persons="noor")

    def test_its_end_is_proposed(self) -> None:
        found = ahead(self.GRANTED).proposals[0]
        assert (found.rule, found.title, found.when.edtf, found.entry_id) == (
            "einde",
            "Einde beschikking: Jeugd-ggz",
            "2024-05-01",
            "b",
        )

    @pytest.mark.parametrize(
        ("title", "said"),
        [("Beschikking ggz", "Einde: Beschikking ggz"), ("Ggz", "Einde beschikking: Ggz"), (" ", "Einde beschikking")],
    )
    def test_its_kind_is_named_once(self, title: str, said: str) -> None:
        assert ahead(entry("beschikking", "2023/2024-05-01", title, id="b")).proposals[0].title == said

    def test_not_when_another_follows(self) -> None:
        after = entry("beschikking", "2024-05-02/2024-12-31", id="c", persons="noor")
        assert [one.entry_id for one in ahead(self.GRANTED, after).proposals if one.entry_id] == ["c"]

    @pytest.mark.parametrize(
        ("when", "title", "persons", "is_said"),
        [
            ("2024-05-01", "Ggz stopt: wat blijft er?", "noor", True),
            ("2024-05-15", "Verlenging", "", True),
            ("2024-05-01", "Operatie", "noor", False),
            ("2024-07-01", "Ggz stopt", "noor", False),
            ("2024-05-01", "Ggz stopt", "sem", False),
        ],
    )
    def test_not_when_a_line_says_so(self, when: str, title: str, persons: str, is_said: bool) -> None:
        found = ahead(self.GRANTED, entry("verwacht", when, title, persons=persons))
        assert ("einde" not in dict(told(found))) is is_said

    def test_a_new_end_date_is_proposed_anew(self) -> None:
        (old,) = (one for one in ahead(self.GRANTED).proposals if one.entry_id)
        gone = (Foreseen("f", old.rule_id, Uptake.DISMISSED),)
        longer = entry("beschikking", "2023-01-01/2024-08-01", "Jeugd-ggz", id="b", persons="noor")
        assert "einde" not in dict(told(ahead(self.GRANTED, foreseen=gone)))
        assert "einde" in dict(told(ahead(longer, foreseen=gone)))


class TestWhatSomebodySaid:
    RULE = "18:noor:2010-06-24"

    def test_what_was_dismissed_is_kept_apart(self) -> None:
        found = ahead(foreseen=(Foreseen("f", self.RULE, Uptake.DISMISSED, reason="Blijft bij oma"),))
        assert "18" not in dict(told(found))
        assert [one.rule_id for one in found.dismissed] == [self.RULE]

    def test_what_was_accepted_is_gone_as_long_as_its_line_is_there(self) -> None:
        line = entry("verwacht", "2030-01-01", "Een andere naam", id="lijn")
        taken = (Foreseen("f", self.RULE, Uptake.ACCEPTED, "lijn"),)
        assert "18" not in dict(told(ahead(line, foreseen=taken)))
        assert "18" in dict(told(ahead(foreseen=taken)))

    def test_a_line_of_a_proposal_says_what_it_rests_on(self) -> None:
        one = next(one for one in ahead().proposals if one.rule == "18")
        made = entry_for(one, "nieuw")
        assert (made.kind, made.person_ids, made.date) == ("verwacht", ("noor",), one.when)
        assert "Wmo" in made.details
        assert entry_for(one, "nieuw", UncertainDate.parse("2029")).date == UncertainDate.parse("2029")


class TestWhoDied:
    @pytest.mark.parametrize(
        ("title", "persons", "is_dead"),
        [
            ("Noor overlijdt", "noor", True),
            ("Noor is plotseling overleden", "noor oma", True),
            ("Overlijden van Noor", "", True),
            ("Overlijden zusje Noor", "noor", True),
            ("Overlijden", "noor", True),
            ("Overlijden", "noor oma", False),
            ("Noor: overlijden van oma", "noor", False),
            ("Noor hoort dat oma is overleden", "noor", False),
            ("Oma overlijdt", "noor oma", False),
            ("Overlijden Noor’s oma", "noor", False),
            ("Noor overlijdt", "oma", False),
        ],
    )
    def test_a_title_must_say_it_of_this_child(self, title: str, persons: str, is_dead: bool) -> None:
        found = case(entry("gebeurtenis", "2023-05-01", title, persons=persons), persons=[NOOR], reference_day=NOW)
        assert ("noor" in died(found)) is is_dead
        assert bool(find_ahead(found).proposals) is not is_dead

    def test_an_undated_death_counts_and_one_to_come_does_not(self) -> None:
        assert not ahead(entry("gebeurtenis", None, "Noor overlijdt", persons="noor")).proposals
        assert ahead(entry("gebeurtenis", "2025", "Noor overlijdt", persons="noor")).proposals
        assert ahead(entry("verwacht", "2023", "Noor overlijdt", persons="noor")).proposals


def test_what_is_expected_already_is_listed_from_the_reference_day_on() -> None:
    found = ahead(
        entry("verwacht", "2023-12-31", id="voorbij"),
        entry("verwacht", "2023/2024-02", id="loopt"),
        entry("verwacht", "2024-01-01", id="vandaag"),
        entry("verwacht", "2026", id="later"),
    )
    assert found.planned == ("loopt", "vandaag", "later")


def test_as_json_it_says_days_rule_and_law() -> None:
    whole = case(
        entry("beschikking", "2023-01-01/2024-05", "Ggz", id="b", persons="noor"),
        persons=[NOOR],
        reference_day=NOW,
        foreseen=(Foreseen("f", "21:noor:2010-06-24", Uptake.DISMISSED, reason="Niet nodig"),),
    )
    found = ahead_json(whole, find_ahead(whole))
    assert found["endings"] == [
        {
            "entry_id": "b",
            "kind": "beschikking",
            "title": "Ggz",
            "end": ["2024-05-01", "2024-05-31"],
            "days_left": [121, 151],
            "status": "zeker",
            "at_18": False,
            "followed_by": None,
            "followed": None,
            "reminders": ["2023-11-01", "2024-02-01"],
        }
    ]
    assert [one["reason"] for one in found["dismissed"]] == ["Niet nodig"]
    assert {"rule": "16", "persons": ["Noor"], "date": "2026-06-24", "law": "Jeugdwet en Leerplichtwet"}.items() <= (
        found["proposals"][1].items()
    )


@given(dossiers(kinds=("beschikking", "maatregel", "verwacht", "gebeurtenis", "school"), most=8))
def test_it_holds_of_every_dossier(whole: Case) -> None:
    """Nothing before the reference day, nobody's twice, nothing of who is no child, and each as vague as its birth."""
    found = find_ahead(whole)
    births = {one.id: one.birth for one in whole.persons}
    assert len({one.rule_id for one in found.proposals}) == len(found.proposals)
    for one in found.proposals:
        assert one.first <= one.last
        assert one.last >= whole.reference
        assert (one.status is Status.ZEKER) is (one.first >= whole.reference) or one.entry_id
        if not one.entry_id:
            assert one.rule in {rule.id for rule in RULES}
            assert births[one.person_ids[0]] is not None
            assert one.person_ids != ("moeder",)
    proposed = {(one.rule, one.person_ids[0]) for one in found.proposals if not one.entry_id}
    for child in whole.persons:
        if child.is_focus and child.birth and child.id not in died(whole) and not whole.of_kind["verwacht"]:  # type: ignore[index]
            assert {(rule, child.id) for rule in ("21", "23")} <= proposed


LINES = st.lists(
    st.tuples(
        points(9_000),
        st.sampled_from(["Noor wordt 18", "18-: plan", "naar de middelbare", "12 jaar", "leerplicht", "operatie"]),
        st.sampled_from(["noor", "", "sem", "noor sem"]),
    ),
    max_size=6,
)


def slow_proposals(whole: Case) -> set[tuple[str, date, date]]:
    """Every rule on every day on which Noor may have been born, and every line on every day that it may be."""
    noor = whole.persons_by_id["noor"]
    assert noor.birth
    born = range(noor.birth.earliest.toordinal(), noor.birth.points[-1].latest.toordinal() + 1)
    if not noor.is_focus and birthday(date.fromordinal(born[0]), 18) <= whole.reference:
        return set()
    found = set()
    for rule in RULES:
        days = [day for n in born for day in rule.days(UncertainDate.of_day(date.fromordinal(n)))]
        first, last = min(days), max(days)
        near = {n for day in days for n in range(day.toordinal() - NEAR, day.toordinal() + NEAR + 1)}
        near |= set(range(first.toordinal(), last.toordinal()))
        is_said = any(
            "noor" in line.person_ids
            and rule.said.search(line.title)
            and near & set(range(b.start_min, b.start_max + 1))
            for line in whole.entries
            for b in (whole.bounds[line.id],)
        )
        if last >= whole.reference and not is_said and (noor.is_focus or rule.others):
            found.add((rule.id, first, last))
    return found


@settings(deadline=None, max_examples=60)
@given(points(), LINES, st.booleans(), st.integers(0, 9_000))
def test_the_proposals_are_those_of_every_day_looked_at_one_by_one(
    birth: str, lines: list[tuple[str, str, str]], in_focus: bool, now: int
) -> None:
    expected = [entry("verwacht", when, title, persons=who, id=str(n)) for n, (when, title, who) in enumerate(lines)]
    child = person("Noor", birth, focus=in_focus)
    whole = case(*expected, persons=[child], reference_day=FIRST + timedelta(now))
    proposed = {(one.rule, one.first, one.last) for one in find_ahead(whole).proposals}
    assert proposed == slow_proposals(whole)
