"""Tables and a case become a plan: what is put, what is refused, and nothing twice."""

from __future__ import annotations

import pytest

from tests import builders
from tests.exchange.tables import applied, plan
from tijdlijn.exchange.refusals import Refusal, refused_csv
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Entry, Rate, SourceKind
from tijdlijn.model.vocabulary import (
    AimedAt,
    Helped,
    Kader,
    Kind,
    Payer,
    PlacementForm,
    RateUnit,
    Sector,
    Voice,
    Weight,
)


def only(*texts: str, into: Case | None = None) -> tuple[Entry, Case]:
    """The one entry that these tables give, and the case it is in then."""
    case = into or builders.case()
    made = plan(*texts, into=case)
    assert [refusal.sentence for tally in made.tallies for refusal in tally.refusals] == []
    (entry,) = made.entries
    return entry, applied(case, made)


def refusals(*texts: str, keep_unread: bool = False) -> list[Refusal]:
    return [refusal for tally in plan(*texts, keep_unread=keep_unread).tallies for refusal in tally.refusals]


FULL = {
    "Datum": "mrt 2019",
    "T/m": "jun 2020",
    "Soort": "interventie",
    "Titel": "Gezinsbehandeling",
    "Toelichting": "wekelijks\nthuis",
    "Betreft": "Noor, Sem",
    "Organisatie": "Kompas (jeugdhulp); Wijkteam (gemeente)",
    "Medewerker": "Jan de Boer",
    "Kader": "Vrijwillig",
    "Zwaarte": "licht",
    "Vorm": "pleegzorg",
    "Gericht op": "Gezin",
    "Leefgebieden": "wonen; veiligheid",
    "Schakelmoment": "nieuwe partner",
    "Doel": "rust",
    "Uitkomst": "meer rust",
    "Stem": "gezin",
    "Hielp": "deels",
    "Kosten": "€ 1.200,50",
    "Tarief": "450 per week",
    "Wet": "Zorgverzekeringswet",
    "Bron bedrag": "Tarieventabel: gezinsbehandeling, 2019, raadsbesluit",
    "Bron": "Verslag.docx",
    "Pagina": "3",
    "Passage": "sinds maart | tot juni",
    "Scenario": "anders",
    "Kleur": "rood",
}


def test_every_column_of_the_contract_becomes_a_field() -> None:
    header = ";".join(FULL)
    row = ";".join(f'"{text}"' for text in FULL.values())

    entry, case = only(f"{header}\n{row}\n")

    assert (entry.kind, entry.title, entry.details) == (Kind.INTERVENTIE, "Gezinsbehandeling", "wekelijks\nthuis")
    assert entry.date is not None
    assert entry.date.edtf == "2019-03/2020-06"
    assert [person.name for person in case.persons_of(entry)] == ["Noor", "Sem"]
    assert [(party.name, party.sector) for party in case.parties_of(entry)] == [
        ("Kompas", Sector.JEUGDHULP),
        ("Wijkteam", Sector.GEMEENTE),
    ]
    assert [worker.name for worker in case.workers_named(entry)] == ["Jan de Boer"]
    assert (entry.kader, entry.weight, entry.form) == (Kader.VRIJWILLIG, Weight.LICHT, PlacementForm.PLEEGZORG)
    assert (entry.aimed_at, entry.domains) == (AimedAt.GEZIN, ("wonen", "veiligheid"))
    assert (entry.schakelmoment, entry.goal, entry.outcome) == ("nieuwe partner", "rust", "meer rust")
    assert (entry.voice, entry.helped) == (Voice.GEZIN, Helped.DEELS)
    assert (entry.cost_cents, entry.rate) == (120050, Rate(45000, RateUnit.WEEK))
    assert (entry.payer, entry.cost_source) == (Payer.ZVW, "Tarieventabel: gezinsbehandeling, 2019, raadsbesluit")
    (source,) = case.sources
    assert (source.title, entry.citations) == ("Verslag.docx", (Citation(source.id, "3", "sinds maart | tot juni"),))
    assert (entry.scenario, entry.notes) == ("anders", "Kleur: rood")


def test_little_is_enough() -> None:
    entry, _ = only("date,title\n2019,Iets\n")

    assert (entry.kind, entry.title, entry.voice) == (Kind.GEBEURTENIS, "Iets", Voice.DOSSIER)


def test_an_empty_date_is_an_undated_entry() -> None:
    entry, _ = only("date,title\n,Iets\n")

    assert (entry.date, entry.unread_date) == (None, "")


def test_a_synonym_of_a_kind_is_understood_and_its_word_is_kept() -> None:
    without_title, _ = only("date,kind\n2019,OTS\n")
    with_title, _ = only("date,kind,title\n2019,OTS,Noor\n")
    said_again, _ = only("date,kind,title\n2019,OTS,OTS Noor\n")

    assert (without_title.kind, without_title.title) == (Kind.MAATREGEL, "OTS")
    assert with_title.notes == "kind: OTS"
    assert said_again.notes == ""


def test_a_mere_yes_is_a_schakelmoment_of_no_type() -> None:
    assert only("date,title,schakelmoment\n2019,x,ja\n")[0].schakelmoment == "overig"
    assert only("date,title,schakelmoment\n2019,x,nee\n")[0].schakelmoment == ""


def test_a_dash_in_a_column_of_codes_says_nothing() -> None:
    entry, _ = only("date,title,kader,cost\n2019,x,-,n.v.t.\n")

    assert (entry.kader, entry.cost_cents) == (None, None)


def test_entries_keep_the_order_of_their_rows_after_those_that_are_there() -> None:
    case = builders.case(builders.entry("actie", "2018", order=7.0))

    made = plan("date,title\n2020,b\n,c\n2019,a\n", into=case)

    assert [(entry.title, entry.order) for entry in made.entries] == [("b", 8.0), ("c", 9.0), ("a", 10.0)]


# People


def test_people_tables_are_read_before_the_entries_that_name_them() -> None:
    entries = "date,title,persons,parties\n2019,x,NOOR,kompas\n"
    persons = "name,role,birth,focus,pseudonym\nNoor,kind,14-5-2009,ja,Kind 1\n"
    parties = "name,sector,pseudonym,workers\nKompas,jeugdhulp,Instelling A,Jan; Piet\n"

    entry, case = only(entries, persons, parties)

    (person,) = case.persons
    assert (person.name, person.role, person.is_focus, person.pseudonym) == ("Noor", "kind", True, "Kind 1")
    assert person.birth is not None
    assert person.birth.edtf == "2009-05-14"
    assert entry.person_ids == (person.id,)
    (party,) = case.parties
    assert (party.sector, party.pseudonym) == (Sector.JEUGDHULP, "Instelling A")
    assert [worker.name for worker in case.workers_of(party.id)] == ["Jan", "Piet"]
    assert entry.party_ids == (party.id,)


def test_people_of_the_case_are_known_whatever_capitals_and_accents() -> None:
    case = builders.case(persons=[builders.person("José")], parties=[builders.party("GGZ De Linde", "jeugd_ggz")])

    entry, after = only("date,title,persons,parties\n2019,x,jose,ggz de linde\n", into=case)

    assert (entry.person_ids, entry.party_ids) == (("josé",), ("ggz de linde",))
    assert (after.persons, after.parties) == (case.persons, case.parties)


@pytest.mark.parametrize("words", ["gezin", "het hele gezin", "Allen", "Noor; gezin"])
def test_words_for_the_whole_family_name_nobody(words: str) -> None:
    entry, case = only(f"date,title,persons\n2019,x,{words}\n")

    assert entry.person_ids == ()
    assert [person.name for person in case.persons if person.name != "Noor"] == []
    assert entry.notes == ("persons: Noor; gezin" if "Noor" in words else "")


def test_roles_stand_for_who_has_them_when_the_case_says_who() -> None:
    people = [
        builders.person("Marieke", role="moeder"),
        builders.person("Deniz", role="vader"),
        builders.person("Noor"),
    ]
    case = builders.case(persons=people)

    assert only("date,title,persons\n2019,x,moeder\n", into=case)[0].person_ids == ("marieke",)
    assert set(only("date,title,persons\n2019,x,ouders\n", into=case)[0].person_ids) == {"marieke", "deniz"}
    assert only("date,title,persons\n2019,x,Marieke (moeder)\n", into=case)[0].person_ids == ("marieke",)


def test_a_role_that_nobody_has_becomes_a_person_of_that_role() -> None:
    _, case = only("date,title,persons\n2019,x,moeder;Rob (stiefvader)\n")

    assert [(person.name, person.role) for person in case.persons] == [("moeder", "moeder"), ("Rob", "stiefvader")]


def test_a_party_without_a_sector_takes_the_one_said_later() -> None:
    made = plan("date,title,parties\n2019,a,Duif\n2020,b,Duif (jeugdhulp)\n2021,c,Duif\n")

    assert [(party.name, party.sector) for party in made.records.parties] == [("Duif", Sector.JEUGDHULP)]
    assert made.notices == ()


def test_one_name_with_two_sectors_is_two_parties_and_is_told() -> None:
    made = plan("date,title,parties\n2019,a,Duif (raad)\n2020,b,Duif (gi)\n")

    assert [party.sector for party in made.records.parties] == [Sector.RAAD, Sector.GI]
    assert any("Duif" in notice for notice in made.notices)


def test_a_persons_table_completes_what_is_known_and_tells_what_it_changes() -> None:
    case = builders.case(persons=[builders.person("Noor", birth="2009", role="kind")])

    made = plan("name,birth,role\nNoor,2010-05-14,\n", into=case)

    (person,) = made.records.persons
    assert (person.id, person.role, person.birth and person.birth.edtf) == ("noor", "kind", "2010-05-14")
    assert any("2009" in notice and "2010-05-14" in notice for notice in made.notices)


def test_oral_sources_and_several_sources_are_told_apart() -> None:
    entry, case = only("date,title,bron,passage,bron 2,pagina 2\n2019,x,Mondeling: moeder,zei ze,Rapport.pdf,4\n")

    assert [(source.title, source.kind) for source in case.sources] == [
        ("Mondeling: moeder", SourceKind.MONDELING),
        ("Rapport.pdf", SourceKind.DOCUMENT),
    ]
    assert [(citation.page, citation.passage) for citation in entry.citations] == [("", "zei ze"), ("4", "")]


def test_one_source_is_made_of_rows_that_name_it() -> None:
    made = plan("date,title,source\n2019,a,Verslag\n2020,b,verslag\n")

    assert [source.title for source in made.records.sources] == ["Verslag"]


# Refused rows


@pytest.mark.parametrize(
    ("header", "row", "column", "value"),
    [
        ("datum,titel", "31-02-2019,x", "datum", "31-02-2019"),
        ("date,end,title", "2020,2019,x", "end", "2019"),
        ("date,soort,title", "2020,gat,x", "soort", "gat"),
        ("date,title,kader", "2020,x,streng", "kader", "streng"),
        ("date,title,zwaarte", "2020,x,loodzwaar", "zwaarte", "loodzwaar"),
        ("date,title,form", "2020,x,kasteel", "form", "kasteel"),
        ("date,title,aimed_at", "2020,x,hond", "aimed_at", "hond"),
        ("date,title,domains", "2020,x,toveren", "domains", "toveren"),
        ("date,title,voice", "2020,x,buurvrouw", "voice", "buurvrouw"),
        ("date,title,helped", "2020,x,misschien", "helped", "misschien"),
        ("date,title,cost", "2020,x,veel", "cost", "veel"),
        ("date,title,rate", "2020,x,450", "rate", "450"),
        ("date,title,betaler", "2020,x,de gemeente", "betaler", "de gemeente"),
        ("name,birth", "Noor,ooit", "birth", "ooit"),
        ("name,role,focus", "Noor,kind,misschien", "focus", "misschien"),
        ("name,sector", "Kompas,toverij", "sector", "toverij"),
        ("name,role", ",kind", "name", ""),
        ("date,title,kind", "2020,,", "title", ""),
        ("date,title,kind", "2020,,-", "title", ""),
    ],
)
def test_a_row_is_refused_by_number_column_value_and_what_was_expected(
    header: str, row: str, column: str, value: str
) -> None:
    (refusal,) = refusals(f"{header}\n{row}\n")

    assert (refusal.row_number, refusal.column, refusal.value) == (2, column, value)
    assert refusal.expected
    assert "rij 2" in refusal.sentence


def test_every_wrong_cell_of_a_row_is_named_at_once() -> None:
    found = refusals("date,title,kader,cost\nooit,x,streng,veel\n")

    assert [refusal.column for refusal in found] == ["date", "kader", "cost"]


def test_a_refused_row_leaves_no_people_behind() -> None:
    made = plan("date,title,persons,parties,source\nooit,x,Noor,Kompas,Verslag\n")

    assert (made.records.persons, made.records.parties, made.records.sources) == ((), (), ())


def test_good_rows_are_taken_beside_bad_ones() -> None:
    made = plan("date,title\n2019,a\nooit,b\n2020,c\n")

    assert [entry.title for entry in made.entries] == ["a", "c"]
    assert [(tally.taken, len(tally.refusals)) for tally in made.tallies] == [(2, 1)]


def test_a_row_with_a_cell_too_many_is_refused() -> None:
    (refusal,) = refusals("date,title,persons\n2019,Gesprek, met school,Noor\n")

    assert "scheidingsteken" in refusal.sentence


def test_a_name_that_stands_twice_in_a_table_is_refused_the_second_time() -> None:
    (refusal,) = refusals("name,role\nNoor,kind\nnoor,moeder\n")

    assert (refusal.row_number, "rij 2" in refusal.expected) == (3, True)


def test_a_date_that_cannot_be_read_keeps_its_words_when_the_user_says_so() -> None:
    made = plan("date,end,title\nooit eens,later,x\n2020,2019,y\n", keep_unread=True)

    (entry,) = made.entries
    assert (entry.date, entry.unread_date) == (None, "ooit eens / later")
    assert [refusal.row_number for tally in made.tallies for refusal in tally.refusals] == [3]


def test_refused_rows_can_be_mended_and_read_again() -> None:
    text = 'datum;titel;kleur;kosten\nooit;"a; ""b""";rood;=1+1\n2019;goed;;\n'
    written = refused_csv(refusals(text)).decode("utf-8-sig")

    mended = written.replace("ooit", "2018").replace("'=1+1", "12")
    entry, _ = only(mended)

    assert (entry.title, entry.notes, entry.cost_cents) == ('a; "b"', "kleur: rood", 1200)
    assert written.splitlines()[0] == "datum;titel;kleur;kosten;reden van weigering"
    assert "rij 2" in written


def test_a_table_of_refused_rows_is_dressed_as_the_table_they_come_from() -> None:
    assert refused_csv(refusals("date,title\nooit,x\n")).startswith(b"date,title,reden van weigering\r\nooit,x,")
    assert refused_csv(refusals("date\ttitle\nooit\tx\n")).startswith(b"date\ttitle\treden van weigering\r\nooit\tx\t")
    assert refused_csv(refusals("date;title\nooit;x\n")).startswith(
        b"\xef\xbb\xbfdate;title;reden van weigering\r\nooit;x;"
    )


def test_refused_rows_refused_again_have_one_column_with_reasons() -> None:
    once = refused_csv(refusals("datum,titel\nooit,x\n")).decode("utf-8-sig")
    twice = refused_csv(refusals(once)).decode("utf-8-sig")

    assert twice.splitlines()[0] == "datum,titel,reden van weigering"
    assert twice == once


# The same table again


TABLE = (
    "date,end,kind,title,persons,parties,source\n2019,,actie,x,Noor,Kompas (raad),Verslag\nbegin 2017,,,y,,,\n,,,z,,,\n"
)


def test_the_same_table_again_puts_nothing() -> None:
    case = builders.case()
    after = applied(case, plan(TABLE, into=case))

    again = plan(TABLE, into=after)

    assert again.entries == ()
    assert [(tally.taken, tally.present) for tally in again.tallies] == [(0, 3)]
    assert (again.records.persons, again.records.parties, again.records.sources) == ((), (), ())


def test_two_equal_rows_in_one_table_are_two_entries_also_the_second_time() -> None:
    text = "date,kind\n2019-03-12,contact\n2019-03-12,contact\n"
    case = builders.case()
    made = plan(text, into=case)

    assert len(made.entries) == 2
    assert plan(text + "2019-03-12,contact\n", into=applied(case, made)).tallies[0].taken == 1


def test_a_row_that_says_more_than_the_entry_is_put_beside_it() -> None:
    case = builders.case()
    after = applied(case, plan("date,title\n2019,x\n", into=case))

    assert plan("date,title,details\n2019,x,nieuw\n", into=after).tallies[0].taken == 1
    assert plan("date,end,title\n2019,2020,x\n", into=after).tallies[0].taken == 1


def test_a_row_that_says_less_than_the_entry_is_present() -> None:
    case = builders.case()
    after = applied(case, plan("date,title,details,kader\n2019,x,meer,drang\n", into=case))

    assert plan("date,title\n2019,x\n", into=after).tallies[0].present == 1


def test_a_choice_of_days_is_present_however_it_is_written() -> None:
    case = builders.case()
    choice = builders.entry("signaal", "[2019-01-15..2019-02-14]", "x")

    assert plan("date,kind,title\n2019-01-15/2019-02-14,signaal,x\n", into=case.with_entries([choice])).entries == ()


def test_a_watcher_can_stop_the_planning() -> None:
    from tests.exchange.tables import counted, table
    from tijdlijn.exchange.plan import planned

    def stop(_: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        planned(builders.case(), [table("date,title\n" + "2019,x\n" * 600)], counted(), watch=stop)
