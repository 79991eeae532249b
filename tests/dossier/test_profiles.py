"""What a document says of itself: its genre, its writer and its day. A day that is not sure stays away."""

from __future__ import annotations

from datetime import date

import pytest

from tijdlijn.dossier.profiles import profile_of
from tijdlijn.model.documents import Document


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
        ("Assen, 8 november 2020\nBeste mevrouw van de Raad,\nIk.\nDe Spil kwam.\nHulp van Levvel.", "brief.txt", ""),
    ],
)
def test_the_writer(text: str, name: str, agency: str) -> None:
    assert profile_of(document(text, name)).agency == agency
