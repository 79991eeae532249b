"""The facilitator's one line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import builders
from tijdlijn.language.completion import completions
from tijdlijn.language.dates_nl import DateContext
from tijdlijn.language.quick_entry import parse_quick
from tijdlijn.language.quick_line import KindSource, KnownName, KnownNames, NameRef, Part, QuickEntry
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.vocabulary import Kind, Sector

KNOWN = KnownNames(
    persons=(KnownName("p1", "Ruud"), KnownName("p2", "Jan Willem")),
    parties=(
        KnownName("o1", "Levvel", Sector.JEUGDHULP),
        KnownName("o2", "Kompas", Sector.JEUGDHULP),
        KnownName("o3", "Kompas Jeugdhulp", Sector.JEUGDHULP),
    ),
)
CONTEXT = DateContext(date(2021, 6, 15), UncertainDate.parse("2019-03-12"), UncertainDate.parse("2009-05-14"))


def said(text: str) -> QuickEntry:
    return parse_quick(text, KNOWN, CONTEXT)


def edtf(text: str) -> str | None:
    when = said(text).date
    return when.edtf if when else None


def test_the_line_of_the_design_is_understood_whole() -> None:
    entry = said("mrt 2019 / jun 2020  interventie  gezinsbehandeling @Levvel #Ruud !")
    assert entry.date == UncertainDate.parse("2019-03/2020-06")
    assert (entry.kind, entry.kind_source) == (Kind.INTERVENTIE, KindSource.STATED)
    assert entry.title == "gezinsbehandeling"
    assert entry.parties == (NameRef("Levvel", "o1", Sector.JEUGDHULP),)
    assert entry.persons == (NameRef("Ruud", "p1"),)
    assert entry.schakelmoment == "overig"
    assert entry.problems == ()


class TestDate:
    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("12-3-2019 huisbezoek", "2019-03-12"),
            ("12-3-2019: huisbezoek", "2019-03-12"),
            ("sinds 2018 wachtlijst", "2018/.."),
            ("eind 2021 melding", "[2021-09-01..2021-12-31]"),
            ("2 mei 2016 t/m 31-3-2017 ambulante hulp", "2016-05-02/2017-03-31"),
            ("12-3-2019/5-4-2019 opname", "2019-03-12/2019-04-05"),
            ("2018 - verhuizing naar Utrecht", "2018"),
            ("2018 – 2020 ambulante hulp", "2018/2020"),
            ("twee weken later MDO", "2019-03-26"),
            ("in groep 4 woede-uitbarstingen", "[2016-08-01..2017-07-31]"),
            ("gisteren gebeld", "2021-06-14"),
        ],
    )
    def test_is_the_longest_beginning_that_reads_as_one(self, line: str, expected: str) -> None:
        assert edtf(line) == expected

    @pytest.mark.parametrize(
        "line", ["gesprek met school", "brugklas gestart", "nu boos", "7 jaar gewacht", "@Levvel belt"]
    )
    def test_is_not_made_of_a_word_that_begins_the_title(self, line: str) -> None:
        assert said(line).date is None

    def test_may_be_said_not_to_be_known(self) -> None:
        assert (edtf("datum onbekend opname"), said("datum onbekend opname").title) == (None, "opname")

    def test_that_does_not_exist_is_told_and_stays_in_the_title(self) -> None:
        entry = said("31-2-2019 gesprek")
        assert entry.title == "31-2-2019 gesprek"
        assert entry.problems == ("De datum 31-2-2019 bestaat niet; hij staat nu in de titel.",)


class TestKind:
    def test_a_code_is_taken_out_of_the_title_and_a_synonym_is_not(self) -> None:
        assert (said("2019 diagnose ADHD").kind, said("2019 diagnose ADHD").title) == (Kind.DIAGNOSE, "ADHD")
        entry = said("2019 melding over verzuim")
        assert (entry.kind, entry.kind_source, entry.title) == (Kind.SIGNAAL, KindSource.STATED, "melding over verzuim")

    def test_a_code_that_begins_a_sentence_stays(self) -> None:
        entry = said("2019 overdracht van @Levvel naar @Kompas")
        assert (entry.kind, entry.title) == (Kind.OVERDRACHT, "overdracht van Levvel naar Kompas")

    def test_a_code_alone_is_the_title_too(self) -> None:
        assert (said("2019 interventie").title, said("2019 interventie").problems) == ("interventie", ())

    def test_of_a_school_that_does_something_is_what_it_does(self) -> None:
        entry = said("2019 school meldt verzuim")
        assert (entry.kind, entry.kind_source, entry.title) == (
            Kind.SIGNAAL,
            KindSource.GUESSED,
            "school meldt verzuim",
        )
        assert said("2019 school De Wissel").kind is Kind.SCHOOL

    def test_is_else_guessed_or_an_event(self) -> None:
        assert said("2019 Noor naar crisisgroep").kind is Kind.UITHUISPLAATSING
        assert said("2019 buikpijn").kind_source is KindSource.DEFAULT
        assert said("2019 buikpijn").kind is Kind.GEBEURTENIS


class TestNames:
    def test_the_longest_known_name_is_meant(self) -> None:
        assert [ref.known_id for ref in said("hulp @kompas jeugdhulp samen").parties] == ["o3"]
        assert [ref.known_id for ref in said("hulp @kompas samen").parties] == ["o2"]

    def test_a_new_name_is_one_word_or_quoted_or_joined(self) -> None:
        entry = said('hulp @Ponton @"Samen Sterk" @Veilig_Thuis @GGD(jgz) #Piet')
        assert [ref.name for ref in entry.parties] == ["Ponton", "Samen Sterk", "Veilig Thuis", "GGD"]
        assert [ref.sector for ref in entry.parties] == [None, None, Sector.VEILIG_THUIS, Sector.JGZ]
        assert all(ref.is_new for ref in (*entry.parties, *entry.persons))
        assert entry.title == "hulp"

    def test_a_sector_in_brackets_goes_before_the_guess(self) -> None:
        assert said("hulp @Wijkteam (jeugdhulp)").parties[0].sector is Sector.JEUGDHULP

    def test_a_sector_that_is_none_stays_in_the_title(self) -> None:
        entry = said("hulp @Ponton(kapper)")
        assert entry.title == "hulp (kapper)"
        assert "kapper" in entry.problems[0]

    def test_a_name_after_a_preposition_stays_in_the_sentence(self) -> None:
        assert (
            said("gesprek met #Ruud en #Jan Willem over school").title == "gesprek met Ruud en Jan Willem over school"
        )

    def test_a_name_is_counted_once(self) -> None:
        assert len(said("gesprek @Levvel en nog eens @levvel").parties) == 1

    @pytest.mark.parametrize("line", ["mail aan a@b.nl", "kamer #3", "Help!", "a @ b", "zie # hier"])
    def test_a_mark_inside_text_is_text(self, line: str) -> None:
        entry = said(line)
        assert (entry.title, entry.parties, entry.persons, entry.schakelmoment) == (line, (), (), "")


class TestSchakelmoment:
    def test_takes_its_type_from_the_line_else_from_the_title(self) -> None:
        assert said("2019 ander huis !verhuizing").schakelmoment == "verhuizing"
        assert said("2019 nieuwe vriend !nieuwe partner erbij").schakelmoment == "nieuwe partner"
        assert said("2019 overlijden oma !").schakelmoment == "overlijden"
        assert said("2019 iets anders !").schakelmoment == "overig"
        assert said("2019 verhuizing").schakelmoment == ""

    def test_may_be_of_a_type_of_its_own(self) -> None:
        assert said("2019 hond !huisdier").schakelmoment == "huisdier"


def test_a_line_without_a_title_says_so() -> None:
    assert said("12-3-2019").problems == ("Geen titel: zeg in een paar woorden wat er was.",)
    assert said("").problems == ()


def test_what_was_understood_is_marked_in_the_line() -> None:
    line = "mrt 2019 interventie hulp @Levvel #Piet !"
    parts = [(line[span.start : span.end], span.part, span.is_new) for span in said(line).spans]
    assert parts == [
        ("mrt 2019", Part.DATE, False),
        ("interventie", Part.KIND, False),
        ("@Levvel", Part.PARTY, False),
        ("#Piet", Part.PERSON, True),
        ("!", Part.SCHAKELMOMENT, False),
    ]


WORDS = [
    "mrt",
    "2019",
    "12-3-2019",
    "t/m",
    "melding",
    "interventie",
    "@Levvel",
    "@",
    "#Ruud",
    "#",
    "!",
    "!x",
    '@"',
    "(",
    "en",
    "Zoë",
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=8))
def test_no_word_typed_is_lost(words: list[str]) -> None:
    line = " ".join(words)
    entry = said(line)
    understood = {index for span in entry.spans for index in range(span.start, span.end)}
    left = "".join(letter for index, letter in enumerate(line) if index not in understood)
    assert all(word in entry.title for word in left.split())
    assert list(entry.spans) == sorted(entry.spans, key=lambda span: span.start)


@given(st.text(max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    said(text)
    completions(text, len(text) // 2, KNOWN, CONTEXT)


class TestCompletion:
    def labels(self, line: str) -> list[str]:
        return [each.label for each in completions(line, len(line), KNOWN, CONTEXT)]

    def test_offers_names_after_a_mark(self) -> None:
        assert self.labels("2019 hulp @ko") == ["Kompas", "Kompas Jeugdhulp"]
        assert self.labels("2019 hulp @jeugd") == ["Kompas Jeugdhulp"]
        assert self.labels("2019 hulp #") == ["Jan Willem", "Ruud"]
        assert self.labels("2019 hulp !verh") == ["verhuizing"]

    def test_offers_kinds_where_a_kind_can_stand(self) -> None:
        assert self.labels("mrt 2019 in") == ["interventie"]
        assert self.labels("in") == ["interventie"]
        assert self.labels("mrt 2019 hulp in") == []

    def test_offers_nothing_after_a_finished_name(self) -> None:
        assert self.labels("2019 hulp @Levvel ") == []

    def test_fits_in_the_line(self) -> None:
        line = "hulp @kom verder"
        first = completions(line, len("hulp @ko"), KNOWN)[0]
        assert line[: first.start] + first.text + line[first.end :] == "hulp @Kompas verder"


def test_the_names_of_a_case_are_known_with_the_types_it_uses() -> None:
    case = builders.case(
        builders.entry("gebeurtenis", "2019", persons="Noor", parties="Levvel", schakelmoment="huisdier")
    )
    known = KnownNames.of_case(case)
    assert [name.name for name in (*known.persons, *known.parties)] == ["noor", "levvel"]
    assert known.types[-1] == "huisdier"
