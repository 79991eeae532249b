"""Candidates: every date with its sentence, and what a dated note tells. Documents here are plain text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tijdlijn.dossier.candidates import Candidate, Family, PartyFound, Profile, Relative
from tijdlijn.dossier.finding import candidate_at, find_candidates
from tijdlijn.dossier.text_in import read_text
from tijdlijn.language.mentions import Basis
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.documents import Document
from tijdlijn.model.vocabulary import Kind, Sector

FAMILY = Family(
    (
        Relative("Tim", "kind", UncertainDate.parse("2011-06-17"), is_child=True),
        Relative("Lotte", "kind", UncertainDate.parse("2014-01-30"), is_child=True),
        Relative("Ilona", "moeder"),
    ),
    (PartyFound("De Brug", Sector.JEUGDHULP),),
)
WRITTEN = Profile("verslag", "Wijkteam", UncertainDate.parse("2019-10-16"))


def document(text: str, name: str = "stuk.txt") -> Document:
    return read_text(text.encode(), name)


def candidates(text: str, profile: Profile = WRITTEN, family: Family = FAMILY) -> tuple[Candidate, ...]:
    return find_candidates(document(text), profile, family)


def facts(text: str, profile: Profile = WRITTEN) -> list[Candidate]:
    return [one for one in candidates(text, profile) if one.is_fact]


def edtf(one: Candidate) -> str | None:
    return one.date.edtf if one.date else None


def test_a_date_comes_with_its_sentence_and_what_the_sentence_tells() -> None:
    text = "Kort verslag van het gezin.\nHet ging goed. Op 3 mei 2018 is Tim aangemeld bij De Brug. Daarna niet meer."
    (one,) = facts(text)
    assert one.passage == "Op 3 mei 2018 is Tim aangemeld bij De Brug."
    assert text[one.passage_start : one.passage_end] == one.passage
    assert (edtf(one), one.words, one.persons) == ("2018-05-03", "3 mei 2018", ("Tim",))
    assert "De Brug" in [party.name for party in one.parties]
    assert one.kind is Kind.ACTIE


JOURNAL = (
    "Datum\tMedewerker\tNotitie\n"
    "12-03-2018\tA. Smit\tStart gezinsbehandeling De Brug. Moeder is blij.\n"
    "14-05-2018\tA. Smit\tTim is vrijdag weggelopen.\n"
    "20-12-2018\tA. Smit\tDe Brug sluit af."
)


def test_a_row_of_a_journal_gives_its_day_to_what_it_tells() -> None:
    found = facts(JOURNAL, Profile("contactjournaal", "Wijkteam"))
    start = next(one for one in found if one.passage.startswith("Start"))
    assert (start.words, start.basis, start.explained) == ("12-03-2018", Basis.NOTE, "De datum van de rij.")
    away = next(one for one in found if one.words == "vrijdag")
    assert edtf(away) == "2018-05-11"


def test_a_begin_and_an_end_told_apart_are_one_period_and_the_end_stays() -> None:
    found = facts(JOURNAL, Profile("contactjournaal", "Wijkteam"))
    start = next(one for one in found if one.passage.startswith("Start"))
    assert (edtf(start), start.said and start.said.edtf) == ("2018-03-12/2018-12-20", "2018-03-12")
    assert any("Het einde staat elders" in reason for reason in start.reasons)
    assert any(edtf(one) == "2018-12-20" and one.kind is Kind.BESLUIT for one in found)


def test_notes_under_dates_without_a_year_go_on_in_time() -> None:
    text = (
        "Aantekeningen\n28-11-2018 kennismaking\nEerste gesprek met moeder.\n3 december\nSchool belt: Tim slaat.\n"
        "Di 8 januari:\nGisteren is Lotte aangemeld bij De Brug."
    )
    found = facts(text, Profile("notitie", "Wijkteam"))
    assert any(edtf(one) == "2018-12-03" for one in found)
    assert any((one.words, edtf(one)) == ("Gisteren", "2019-01-07") for one in found)


def test_a_mail_in_a_thread_has_its_own_day() -> None:
    text = (
        "Van: a@x.invalid\nAan: b@x.invalid\nOnderwerp: Tim\nDatum: 20-04-2021 18:41\n\n" + "Zie onder. " * 40 + "\n\n"
        "Op vrijdag 16 april 2021 om 12:00 schreef C:\n> Gisteren is Tim weer niet op school geweest."
    )
    found = candidates(text, Profile("mail", "School", UncertainDate.parse("2021-04-20")))
    assert [edtf(one) for one in found if one.words == "Gisteren"] == ["2021-04-15"]


def test_the_head_of_a_mail_a_law_and_a_second_mention_of_a_birth_are_no_facts() -> None:
    text = (
        "Betreft: Tim, geboren op 17 juni 2011\nWet van 3 mei 1990, Stb. 12.\n"
        "Tim (geboren 17-06-2011) is op 3 mei 2018 aangemeld."
    )
    told = [(one.words, one.is_fact) for one in candidates(text)]
    assert told == [("17 juni 2011", True), ("3 mei 1990", False), ("17-06-2011", False), ("3 mei 2018", True)]


def test_a_birth_is_of_the_child_that_was_born() -> None:
    found = facts("Kinderen: Tim (geb. 17-06-2011) en Lotte (geb. 30-01-2014).")
    assert [one.persons for one in found] == [("Tim",), ("Lotte",)]


def test_how_old_somebody_was_is_no_date_beside_a_date() -> None:
    found = candidates("Op 24 september 2018 meldde school zorgen over Tim, toen in groep 4.")
    assert [(one.words, one.is_fact) for one in found] == [("24 september 2018", True), ("in groep 4", False)]


def test_two_months_of_help_are_one_period() -> None:
    found = facts("In oktober 2016 vroeg moeder om hulp. In november en december kreeg zij opvoedbegeleiding.")
    assert "2016-11/2016-12" in [edtf(one) for one in found]


def test_a_grant_has_the_begin_and_the_end_of_its_row() -> None:
    text = (
        "Product\tAanbieder\tIngangsdatum\tEinddatum\nBegeleiding\tDe Brug\t01-03-2019\t31-08-2019\n"
        "Logeren\tDe Hoeve\t01-04-2019\t30-09-2019"
    )
    found = facts(text, Profile("beschikking", "Gemeente", UncertainDate.parse("2019-02-22")))
    assert {edtf(one) for one in found} == {"2019-03-01/2019-08-31", "2019-04-01/2019-09-30"}


def test_a_demand_with_a_deadline_is_made_on_the_day_of_the_note() -> None:
    text = (
        "Datum\tMedewerker\tNotitie\n"
        "12-03-2018\tA. Smit\tMoeder krijgt tot 1 april 2018 om mee te werken, anders volgt een melding.\n"
        "14-05-2018\tA. Smit\tGesprek met moeder over de regels thuis."
    )
    found = facts(text, Profile("contactjournaal", "Wijkteam"))
    assert any(edtf(one) == "2018-03-12" and one.kind is Kind.ULTIMATUM for one in found)


def test_who_reports_does_so_on_the_day_of_the_note() -> None:
    text = (
        "Datum\tMedewerker\tNotitie\n"
        "12-03-2018\tA. Smit\tSchool belt: Tim is vrijdag weggelopen en heeft een kind geslagen.\n"
        "14-05-2018\tA. Smit\tGesprek met moeder over de regels thuis."
    )
    found = [
        one for one in facts(text, Profile("contactjournaal", "Wijkteam")) if one.passage.startswith("School belt")
    ]
    assert {edtf(one) for one in found} == {"2018-03-12", "2018-03-09"}


def test_what_a_report_concludes_is_of_its_own_day() -> None:
    text = (
        "Onderzoeksverslag Tim\nDatum: 16 oktober 2019\n\nConclusie\n\n"
        "Tim heeft de diagnose PTSS gekregen van de psycholoog."
    )
    profile = Profile("onderzoeksverslag", "GGZ", UncertainDate.parse("2019-10-16"))
    found = find_candidates(document(text), profile, FAMILY)
    assert any(one.kind is Kind.DIAGNOSE and edtf(one) == "2019-10-16" for one in found)


def test_a_line_of_a_diary_is_a_note_of_its_day_in_the_year_above_it() -> None:
    text = (
        "2018\n19-11 mw belt, wil rust en een plek.\n28-11 beide ouders tekenen. Duur niet besproken.\n"
        "2019\n15-02 laatste dag SB. Bos neemt over.\n30-08 zus Evi geboren.\n20-12 L. weer thuis.\n"
    )
    told = [(edtf(one), one.passage) for one in facts(text, Profile("contactjournaal", "Wijkteam"))]
    assert ("2018-11-28", "28-11 beide ouders tekenen.") in told
    assert ("2019-02-15", "15-02 laatste dag SB.") in told
    assert ("2019-12-20", "20-12 L. weer thuis.") in told
    assert {day for day, _ in told} == {"2018-11-19", "2018-11-28", "2019-02-15", "2019-08-30", "2019-12-20"}


def test_the_head_of_a_report_and_its_headings_tell_nothing_of_its_day() -> None:
    text = (
        "Rapportage\nDatum: 16 oktober 2019\n\n1. Tweede melding\nDe melding kwam op 3 mei 2019 binnen.\n\n"
        "2. Gesprek met Lotte\nLotte sprak op 8 mei met de onderzoeker.\n"
    )
    assert [edtf(one) for one in facts(text)] == ["2019-10-16", "2019-05-03", "2019-05-08"]


def test_what_is_demanded_in_a_meeting_is_of_its_day() -> None:
    text = "Verslag MDO\n\nStand van zaken\nVader moet de hulp aanvaarden, anders volgt een verzoek tot onderzoek.\n"
    meeting = "Datum: 16 oktober 2019\n" + text
    for genre, days in (("MDO-verslag", ["2019-10-16"]), ("brief", [])):
        profile = Profile(genre, "Wijkteam", UncertainDate.parse("2019-10-16"))
        assert [edtf(one) for one in facts(meeting, profile) if one.kind is Kind.ULTIMATUM] == days


def test_the_past_does_not_go_on_beyond_the_day_of_writing() -> None:
    text = "Zij kreeg tot 11 oktober 2019 hulp. In april verhuisde zij naar een pleeggezin."
    assert [edtf(one) for one in facts(text)] == ["/2019-10-11", "2019-04"]


def test_without_a_day_nothing_is_made_up_and_it_asks() -> None:
    (one,) = facts("In maart is Tim aangemeld bij De Brug.", Profile())
    assert (one.date, one.basis) == (None, Basis.OPEN)
    assert one.question


def test_a_selection_has_the_date_in_it_or_around_it() -> None:
    text = "Kop.\nOp 3 mei 2018 is Tim aangemeld. Moeder is blij."
    read = document(text)
    inside = candidate_at(read, WRITTEN, FAMILY, text.index("is Tim"), text.index("is Tim") + 6)
    assert edtf(inside) == "2018-05-03"
    elsewhere = candidate_at(read, WRITTEN, FAMILY, text.index("Moeder"), len(text))
    assert (edtf(elsewhere), elsewhere.explained) == ("2019-10-16", "De datum van het stuk.")


def test_the_key_of_a_candidate_outlives_a_newer_version() -> None:
    text = "Op 3 mei 2018 is Tim aangemeld."
    newer = "Versie twee.\nOp 4 juni 2018 belde school.\n" + text
    (old,) = facts(text)
    assert old.key in {one.key for one in candidates(newer)}
    assert len({one.key for one in candidates(newer)}) == len(candidates(newer))


LINES = st.lists(
    st.sampled_from(
        [
            "Op 3 mei 2018 is Tim aangemeld.",
            "12-03-2018\tA. Smit\tStart De Brug.",
            "Di 8 januari:",
            "Gisteren belde school.",
            "Datum: 5-5-2019",
            "WEEK 7, 12 t/m 16 februari 2018",
            "ma: niemand thuis. di: moeder belt.",
            "",
            "Tim zat in groep 4.",
            "Van maart tot juni 2017 was er rust.",
        ]
    ),
    max_size=12,
)


@given(LINES)
def test_whatever_the_document_places_are_true_and_every_date_comes_out(lines: list[str]) -> None:
    text = "\n".join([*lines, "Slot."])
    found = candidates(text)
    for one in found:
        assert text[one.start : one.end] == one.words
        assert text[one.passage_start : one.passage_end] == one.passage
        assert (one.date is None) == (one.basis is Basis.OPEN)
    assert len({one.key for one in found}) == len(found)


def test_records_of_an_export_have_the_day_of_their_field() -> None:
    text = "Export\n\n" + "\n\n".join(
        f"Betreft: contact\nWie: Hajar\nDatum: {day}\nSamenvatting: {told}"
        for day, told in (
            ("4-3-2021", "School meldt: gezin woont sinds maandag op een camping."),
            ("8-3-2021", "Koud in huis. Wmo-loket morgen."),
            ("23-3-2021", "Aanvraag gisteren afgewezen."),
        )
    )
    found = facts(text, Profile("contactjournaal", "Wijkteam", UncertainDate.parse("2021-03-23")))
    assert {(one.words, edtf(one)) for one in found} >= {
        ("4-3-2021", "2021-03-04"),
        ("sinds maandag", "2021-03-01"),
        ("8-3-2021", "2021-03-08"),
        ("morgen", "2021-03-09"),
        ("gisteren", "2021-03-22"),
    }
