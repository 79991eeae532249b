"""What a document says of itself: its genre, its writer and its day. A day that is not sure stays away."""

from __future__ import annotations

from datetime import date

import pytest

from tijdlijn.dossier.candidates import Family, PartyFound, Relative
from tijdlijn.dossier.profiles import profile_of
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.documents import Document
from tijdlijn.model.vocabulary import Sector


def document(text: str, name: str = "stuk.docx", day: date | None = None) -> Document:
    return Document(name, name.rpartition(".")[2], text, day=day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Verslag\nDatum: 4 mei 2021", "2021-05-04"),
        ("Beschikking\nDagtekening: 22 februari 2021\nBetreft: Lisa, geboren 3-5-2012", "2021-02-22"),
        ("Melding\nRegistratiedatum: 21-01-2019", "2019-01-21"),
        ("Intake\nDatum gesprek\t9 maart 2016", "2016-03-09"),
        ("Gemeente Assen\nAssen, 15 maart 2018\nGeachte mevrouw,", "2018-03-15"),
        ("RECHTBANK ASSEN\nBeschikking van de kinderrechter van 20 januari 2022", "2022-01-20"),
        ("RECHTBANK\nDatum uitspraak: 16 februari 2021\nop verzoek van 3 januari 2021", "2021-02-16"),
        ("Brief\nVerzonden: 12 mei 2020\nOns kenmerk: 2019/12", "2020-05-12"),
        ("Verslag MDO dinsdag 2 maart 2021, 9.00 uur\nAanwezig: moeder", "2021-03-02"),
        ("Overdracht\nVeenmeer, 19 december 2018. Cliëntnr. 20180412", "2018-12-19"),
        ("Rapport d.d. 24 juni 2021, kenmerk 1:257 BW", "2021-06-24"),
        ("Afsluitbrief\n1 maart 2021, mw. drs. L. Bos", "2021-03-01"),
        ("Plan\nOpgesteld 15 juli 2019 door M. Bos, looptijd 01-07-2019 t/m 31-12-2019", "2019-07-15"),
        ("Verslag\nVerslag van een gesprek.\nAldus opgemaakt te Assen op 4 mei 2021", "2021-05-04"),
        ("Notitie\nDatum: 04-05-'21", "2021-05-04"),
        ("Betreft: Lisa, geb. 3-5-2012\nDatum: 4 mei 2021", "2021-05-04"),
        ("Betreft: Lisa, geb. 3-5-2012\nRustig.", ""),
        ("Lisa, geboren op 3 mei 2012\nOp 4 mei 2021 belde moeder.", ""),
        ("Notitie\nMoeder belde op 4 mei 2021.", ""),
        ("Intakeverslag (format versie 2.1-2017)", ""),
        ("Datum\tContactvorm\tNotitie\n04-05-2021\tMail\tRustig", ""),
    ],
)
def test_the_day_of_a_document(text: str, day: str) -> None:
    found = profile_of(document(text)).day
    assert (found.edtf if found else "") == day


def test_the_day_that_a_file_states_goes_first() -> None:
    found = profile_of(document("Van: a@b.nl\nAan: c@d.nl\nDatum: 4 mei 2021", "x.eml", date(2021, 5, 5))).day
    assert found is not None
    assert found.edtf == "2021-05-05"


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("MDO 11-10-2021.docx", "2021-10-11"),
        ("2021-10-11 verslag.docx", "2021-10-11"),
        ("verslag_20211011.pdf", "2021-10-11"),
        ("raadsrapport_2021-12.pdf", ""),
        ("99-99-2021.pdf", ""),
    ],
)
def test_the_name_of_the_file_says_the_day_when_the_text_does_not(name: str, day: str) -> None:
    found = profile_of(document("Rustig.", name)).day
    assert (found.edtf if found else "") == day


@pytest.mark.parametrize(
    ("text", "name", "genre"),
    [
        ("Overdrachtsformulier CJG – wijkteam", "a.docx", "overdracht"),
        ("Intakeverslag sociaal team", "a.docx", "intakeverslag"),
        ("Afsluitbrief Karakter", "a.pdf", "afsluitbrief"),
        ("Veilig Thuis Noord – melding", "a.odt", "VT-melding"),
        ("Van: a@b.nl\nAan: c@d.nl\nOnderwerp: x\nDatum: 4-5-2021", "a.txt", "mail"),
        ("Beschikking individuele voorziening Jeugdwet", "a.docx", "beschikking"),
        ("Verslag multidisciplinair overleg", "a.docx", "MDO-verslag"),
        ("Rapport Raad voor de Kinderbescherming", "a.pdf", "raadsrapport"),
        ("RECHTBANK ASSEN", "09_beschikking_kinderrechter.txt", "beschikking rechter"),
        ("Datum\tContactvorm\tMedewerker\tNotitie", "a.xlsx", "contactjournaal"),
        ("Plan van aanpak ondertoezichtstelling", "a.docx", "plan van aanpak"),
        ("Evaluatie gezinsbehandeling", "a.docx", "evaluatie"),
        ("Zorgmelding", "a.docx", "zorgmelding"),
        ("Verwijsbrief", "a.pdf", "verwijsbrief"),
        ("Psychologisch onderzoek", "a.pdf", "onderzoeksverslag"),
        ("POLITIE – mutatierapport", "a.pdf", "politiemutatie"),
        ("Ontwikkelingsperspectief SBO", "a.docx", "OPP"),
        ("Chronologie gezin", "a.docx", "chronologie"),
        ("Geachte mevrouw Smit,", "a.docx", "brief"),
        ("Rustig.", "03_intake_wijkteam.docx", "intakeverslag"),
        ("Rustig.", "a.docx", ""),
    ],
)
def test_the_genre(text: str, name: str, genre: str) -> None:
    assert profile_of(document(text, name)).genre == genre


@pytest.mark.parametrize(
    ("text", "name", "agency"),
    [
        ("Overdrachtsformulier CJG Assen – wijkteam Beilen", "a.docx", "CJG Assen"),
        ("Intakeverslag wijkteam Beilen", "a.docx", "Wijkteam Beilen"),
        ("Afsluitbrief GGZ De Brug", "a.pdf", "GGZ De Brug"),
        ("Veilig Thuis Noord – melding\nMelder: politie", "a.odt", "Veilig Thuis"),
        ("Rapport Raad voor de Kinderbescherming", "a.pdf", "Raad voor de Kinderbescherming"),
        ("RECHTBANK ASSEN\nBeschikking van de kinderrechter", "a.txt", "Rechtbank"),
        ("Gemeente Assen, Postbus 12\nBeschikking jeugdhulp", "a.docx", "Gemeente Assen"),
        ("Beschikking individuele voorziening", "a.docx", "Gemeente"),
        ("POLITIE – mutatierapport", "a.pdf", "Politie"),
        ("Evaluatie gezinsbegeleiding – De Brug", "a.docx", "De Brug"),
        (
            "Van: leerplicht@assen.nl\nAan: x@y.nl\nOnderwerp: Lisa\nDatum: 4-5-2021\n\nDag,\nRustig.",
            "a.txt",
            "Leerplicht",
        ),
        ("Datum\tMedewerker\tNotitie\n04-05-2021\tX\tDossier buurtteam geopend.", "a.xlsx", "Buurtteam"),
        ("Rustig.", "a.docx", ""),
        ("GGZ Oosterstroom\nKliniek Acute Psychiatrie, afdeling B\nAan: de huisarts", "a.pdf", "GGZ Oosterstroom"),
        (
            "Gemeente Assen\nSociaal Team Assen-West\nOVERDRACHTSFORMULIER JEUGDHULP",
            "a.docx",
            "Sociaal Team Assen-West",
        ),
        ("Pleegzorg De Brug – regio Zuid\nEVALUATIEVERSLAG PLEEGZORG", "a.docx", "Pleegzorg De Brug"),
        ("Jeugd- en Gezinsteam Assen\nVerslag intakegesprek", "a.docx", "Jeugd- en Gezinsteam Assen"),
        (
            "VERSLAG MDO\n4 mei 2021\nAanwezig: moeder, K. Bos (Jeugd- en Gezinsteam Assen, voorzitter), "
            "S. Smit (Pleegzorg De Brug)",
            "mdo.docx",
            "Jeugd- en Gezinsteam Assen",
        ),
        ("Assen, 8 november 2020\nBeste mevrouw van de Raad,\nIk.\nDe Spil kwam.\nHulp van Levvel.", "brief.txt", ""),
    ],
)
def test_the_writer(text: str, name: str, agency: str) -> None:
    assert profile_of(document(text, name)).agency == agency


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Verslag huisbezoek, 4 mei 2021", "2021-05-04"),
        ("Hulpverleningsplan\nVersie: 4 mei 2021", "2021-05-04"),
        ("VERSLAG ZORGTEAM 04/05/2021", "2021-05-04"),
        ("MDO Milan | 4 mei 2021 | Assen", "2021-05-04"),
        ("Terugkoppeling / melding 3 januari 2021 / 4 mei 2021 / onderzoeker A. Bos", "2021-05-04"),
        ("Onderzoek, afgenomen 5, 7 en 12 april 2021, besproken 4 mei 2021. Rustig.", "2021-05-04"),
        ("Levensloop – opgesteld t.b.v. behandelteam, 4 mei 2021 –", "2021-05-04"),
        ("Verhaal, opgeschreven door de tolk, 4 mei 2021", "2021-05-04"),
        ("Evaluatie\n4-5-2021. Over periode 1/1/21 – 4/5/21.", "2021-05-04"),
        ("Brief\nRustig.\nHoogachtend,\nK. Smit\nAssen, 4 mei 2021", "2021-05-04"),
        ("Brief\nRustig.\nP. Aydin, geschreven dinsdag 4 mei 2021", "2021-05-04"),
        ("Verklaring\nRustig.\nGetekend te Assen op 4 mei 2021", "2021-05-04"),
        ("Plan\nRustig.\nVoor akkoord gedragswetenschapper: 4 mei 2021", "2021-05-04"),
        ("Plan\nVolgende evaluatie over een jaar. Assen, 04/05/2021, B. Bos", "2021-05-04"),
        ("Behandelplan\nRustig.\nAkkoord. Versie 3, maart 2020", "2020-03"),
        ("Dossieroverzicht\nUitdraai van 4 mei 2021", "2021-05-04"),
        ("Logboek\n\n3 jan 2021\nRustig.\n\n7 feb 2021\nDruk.\n\n4 mei 2021\nAfsluiting.", "2021-05-04"),
        ("Notities\n3/1/21 - gebeld\n7/2/21 - mail\n4/5/21 - bezoek", "2021-05-04"),
        ("Plan\nPeriode: 1 januari 2021 t/m 4 mei 2021", ""),
        ("Evaluatie over de periode 1-1-2021 tot 4-5-2021", ""),
        ("Evaluatie\nVolgende evaluatie: 4 mei 2021", ""),
        ("Besluit\nWij beslissen.\nBezwaar kan tot 4 mei 2021", ""),
        ("Besluit op uw aanvraag van 4 mei 2021", ""),
        ("Brief n.a.v. gesprek op 4 mei 2021", ""),
        ("Zorgplan m.i.v. 4 mei 2021", ""),
        ("Verlenging OTS tot 4 mei 2021", ""),
        ("Leerling: Milan Aydin, 9-3-2012", ""),
        ("Chronologie\n2012 geboren\n3 mei 2019 melding", ""),
        ("Veilig Thuis – melding en conclusie\nRegistratiedatum: 4-5-2021\nRustig.", ""),
    ],
)
def test_the_day_where_nothing_labels_it(text: str, day: str) -> None:
    found = profile_of(document(text)).day
    assert (found.edtf if found else "") == day


def test_the_birth_of_a_relative_is_not_the_day() -> None:
    family = Family((Relative("Milan", "kind", UncertainDate.parse("2012-03-09"), True),))
    assert profile_of(document("Rapport Milan – 9-3-2012"), family).day is None


@pytest.mark.parametrize(
    ("text", "name", "genre"),
    [
        ("beschikking\nRECHTBANK ASSEN\nAfdeling Familierecht", "a.txt", "beschikking rechter"),
        ("Aan de kinderrechter\n\nIk ben oma.", "brief_oma.txt", "brief"),
        ("Evaluatie behandelplan nr. 4", "a.docx", "evaluatie"),
        ("Levensloop Milan\nBron: dossier JGZ", "a.docx", "levensloop"),
        ("Aan tafel\n3-1-2021\nRustig.\n4-1-2021\nRustig.\n5-1-2021\nDruk.", "a.txt", "contactjournaal"),
        ("Weekrapportage gezin", "a.docx", "contactjournaal"),
        ("Toelichting\nEerder was er zorgoverleg op school.", "a.docx", ""),
    ],
)
def test_the_genre_by_the_title_and_not_by_what_the_text_tells_of(text: str, name: str, genre: str) -> None:
    assert profile_of(document(text, name)).genre == genre


def test_a_journal_is_of_the_agency_that_its_file_spells_out() -> None:
    rows = "Rapportagedatum\tDoel\tRapportage\n12-11-2018\tKennismaking\tStart begeleiding.\n"
    known = Family(parties=(PartyFound("Anker & Boei", Sector.JEUGDHULP), PartyFound("De Vaart", Sector.JEUGDHULP)))
    assert profile_of(document(rows, "04_rapportages_Anker_en_Boei.xlsx"), known).agency == "Anker & Boei"
    assert profile_of(document(rows, "04_rapportages.xlsx"), known).agency == ""
