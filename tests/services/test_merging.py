"""Chronologies of several agencies become one: nothing lost, nothing joined that nobody chose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tijdlijn.model.people import Person
from tijdlijn.model.vocabulary import Kind, Sector
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch
from tijdlijn.services.importing import ImportPlan, commit_import, plan_import, read_files
from tijdlijn.services.merging import Choices, doubles, settled
from tijdlijn.services.table_settings import proposal, remember, remembered

SCHOOL = """\
Datum;Leerling;Wat is er gebeurd;Wie
03-09-2019;Noor;Start in groep 4;juf Anja
14-11-2019;Noor;Noor komt met blauwe plekken op school. Zegt dat zij van de trap is gevallen.;juf Anja
15-11-2019;Noor;Gebeld met wijkteam over zorgen blauwe plekken;intern begeleider Tom Bos
15-11-2019;Noor;Moeder gesproken op het plein, zij ontkent;juf Anja
10-02-2020;Noor;Melding bij Veilig Thuis gedaan samen met wijkteam;Tom Bos
"""
WIJKTEAM = """\
Datum;Tijd;Contactvorm;Medewerker;Contact met;Onderwerp;Notitie
15-11-2019;09:15;Telefonisch;L. Smit;school;Zorgen over blauwe plekken;School belt, zie verslag.
15-11-2019;16:30;Huisbezoek;L. Smit;moeder;Huisbezoek na telefoontje;Moeder is geschrokken.
12-12-2019;10:00;Netwerkberaad;L. Smit;moeder, mw. Zwart;Plan gemaakt;
10-02-2020;14:00;Melding;L. Smit;;Melding Veilig Thuis;Gezamenlijke melding met school.
"""
POLITIE = """\
pl-nummer,datum incident,tijdstip,incidentcode,mutatietekst
1001,2019-11-02,22:41,Huiselijk geweld,"Melding van buren over ruzie in de woning. Vader was dronken."
1002,2020-02-10,15:05,Zorgmelding,Zorgmelding gedaan bij Veilig Thuis naar aanleiding van incident van november.
1003,2020-03-01,00:30,Huiselijk geweld,Opnieuw ruzie; vader aangehouden.
"""


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    with OpenCasebook.create(tmp_path / "k.tijdlijn", "geheim", title="Gezin") as opened:
        family = (Person("n", "Noor Terpstra", "kind", is_focus=True), Person("m", "Ans", "moeder", order=1))
        opened.commit(only_case(opened), "Gezin", Batch(persons=family))
        yield opened


def only_case(book: OpenCasebook) -> str:
    return book.cases()[0].id


def tables(folder: Path) -> list[Path]:
    told = {"Chronologie basisschool De Wilg.csv": SCHOOL, "contactjournaal wijkteam.csv": WIJKTEAM}
    told["Chronologie politie.csv"] = POLITIE
    for name, text in told.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in told]


def planned(book: OpenCasebook, *paths: Path) -> ImportPlan:
    case = book.case(only_case(book))
    read = read_files(paths, drafts=True)
    settings = [proposal(case, remembered(book), file.table) for file in read.tables]
    return plan_import(book, case.id, read, settings=settings)


def told(book: OpenCasebook) -> list[str]:
    """The entries as a person reads them: day, kind, title, by whom, and how many sources."""
    case = book.case(only_case(book))
    return [
        f"{entry.date.edtf if entry.date else '?'} {entry.kind.value}: {entry.title} "
        f"[{', '.join(party.name for party in case.parties_of(entry))}] {len(entry.citations)}"
        for entry in case.timeline
    ]


def merged(book: OpenCasebook, folder: Path) -> ImportPlan:
    """The three chronologies, with every proposal to join taken."""
    plan = planned(book, *tables(folder))
    case = book.case(only_case(book))
    return settled(case, plan, Choices(frozenset(pair.key for pair in doubles(case, plan) if pair.is_sure)))


def test_three_agencies_with_different_headings_become_one_chronology(book: OpenCasebook, tmp_path: Path) -> None:
    plan = merged(book, tmp_path)
    assert plan.refused == ()
    commit_import(book, plan)

    assert told(book) == [
        "2019-09-03 gebeurtenis: Start in groep 4 [Basisschool De Wilg] 1",
        "2019-11-02 gebeurtenis: Melding van buren over ruzie in de woning [Politie] 1",
        "2019-11-14 gebeurtenis: Noor komt met blauwe plekken op school. Zegt dat zij van de trap is gevallen. "
        "[Basisschool De Wilg] 1",
        "2019-11-15 contact: Gebeld met wijkteam over zorgen blauwe plekken [Basisschool De Wilg, Wijkteam] 2",
        "2019-11-15 gebeurtenis: Moeder gesproken op het plein, zij ontkent [Basisschool De Wilg] 1",
        "2019-11-15 contact: Huisbezoek na telefoontje [Wijkteam] 1",
        "2019-12-12 contact: Plan gemaakt [Wijkteam] 1",
        "2020-02-10 signaal: Melding bij Veilig Thuis gedaan samen met wijkteam "
        "[Basisschool De Wilg, Wijkteam, Politie] 3",
        "2020-03-01 gebeurtenis: Opnieuw ruzie; vader aangehouden [Politie] 1",
    ]
    assert book.undo_name == "Importeer 9 regels"


def test_a_joined_entry_says_what_each_agency_said(book: OpenCasebook, tmp_path: Path) -> None:
    commit_import(book, merged(book, tmp_path))

    case = book.case(only_case(book))
    (entry,) = [entry for entry in case.entries if entry.title.startswith("Gebeld met wijkteam")]
    assert entry.details == "Wijkteam: Zorgen over blauwe plekken\nSchool belt, zie verslag."
    assert entry.notes == "Tijd: 09:15\nContactvorm: Telefonisch"
    assert [(case.sources_by_id[c.source_id].title, c.page) for c in entry.citations] == [
        ("Chronologie basisschool De Wilg.csv", "rij 4"),
        ("contactjournaal wijkteam.csv", "rij 2"),
    ]
    assert [worker.name for worker in case.workers_named(entry)] == ["intern begeleider Tom Bos", "L. Smit"]


def test_agencies_are_parties_with_a_guessed_sector_and_employ_their_people(book: OpenCasebook, tmp_path: Path) -> None:
    commit_import(book, planned(book, *tables(tmp_path)))

    case = book.case(only_case(book))
    assert {party.name: party.sector for party in case.parties} == {
        "Basisschool De Wilg": Sector.ONDERWIJS,
        "Wijkteam": Sector.GEMEENTE,
        "Politie": Sector.POLITIE_JUSTITIE,
    }
    (smit,) = [worker for worker in case.workers if worker.name == "L. Smit"]
    assert case.parties_by_id[smit.party_id].name == "Wijkteam"
    assert [person.name for person in case.persons] == ["Noor Terpstra", "Ans"]


def test_nothing_is_joined_that_nobody_chose(book: OpenCasebook, tmp_path: Path) -> None:
    plan = planned(book, *tables(tmp_path))
    case = book.case(only_case(book))

    assert any(pair.is_sure for pair in doubles(case, plan))
    assert settled(case, plan, Choices()) == plan
    assert len(plan.batch.entries) == 12


def test_one_undo_takes_a_whole_merge_back(book: OpenCasebook, tmp_path: Path) -> None:
    before = book.case(only_case(book))
    commit_import(book, merged(book, tmp_path))
    book.undo()
    after = book.case(only_case(book))
    assert (after.entries, after.parties, after.sources) == (before.entries, before.parties, before.sources)


def test_the_same_tables_again_bring_nothing(book: OpenCasebook, tmp_path: Path) -> None:
    commit_import(book, planned(book, *tables(tmp_path)))
    again = planned(book, *tables(tmp_path))
    assert (again.taken, again.present, commit_import(book, again)) == (0, 12, None)


def test_a_row_that_tells_what_the_case_has_already_is_joined_with_that(book: OpenCasebook, tmp_path: Path) -> None:
    school, wijkteam, _ = tables(tmp_path)
    commit_import(book, planned(book, school))
    case = book.case(only_case(book))
    plan = planned(book, wijkteam)
    pairs = [pair for pair in doubles(case, plan) if pair.is_sure]

    commit_import(book, settled(case, plan, Choices(frozenset(pair.key for pair in pairs))))

    after = book.case(case.id)
    assert len(pairs) == 2
    assert {entry.id for entry in case.entries} <= {entry.id for entry in after.entries}
    assert len(after.entries) == len(case.entries) + 2


def test_days_that_exclude_each_other_stay_two_rows(book: OpenCasebook, tmp_path: Path) -> None:
    one, other = tmp_path / "school.csv", tmp_path / "politie.csv"
    one.write_text("datum,soort,titel\n2020-03-01,besluit,Spoedmachtiging gesloten jeugdhulp\n", "utf-8")
    other.write_text("datum,soort,titel\n2020-03-09,besluit,Spoedmachtiging gesloten jeugdhulp\n", "utf-8")
    plan = planned(book, one, other)
    (pair,) = doubles(book.case(only_case(book)), plan)
    assert (pair.is_clash, pair.is_sure) == (True, False)
    assert pair.reasons[0] == "de datums sluiten elkaar uit"


def test_how_a_table_was_read_is_proposed_for_the_next_with_that_header(book: OpenCasebook, tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("Kolom A;Kolom B\n03-09-2019;Start in groep vier\n", "utf-8")
    case = book.case(only_case(book))
    (file,) = read_files([path], drafts=True).tables
    first = proposal(case, remembered(book), file.table)
    assert first is not None
    assert first.mapping == {"Kolom A": "date", "Kolom B": "title"}
    steps = len(book.history())

    chosen = type(first)(agency="De Wilg", mapping={"Kolom A": "date", "Kolom B": "details"}, kind=Kind.SCHOOL)
    remember(book, file.table, chosen)
    remember(book, file.table, chosen)

    again = proposal(case, remembered(book), file.table)
    assert again is not None
    assert (again.agency, again.mapping, again.kind, again.source) == (
        "De Wilg",
        chosen.mapping,
        Kind.SCHOOL,
        "lijst.csv",
    )
    assert len(remembered(book)) == 1
    assert len(book.history()) == steps
