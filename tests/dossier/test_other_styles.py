"""Dossiers of other writers: telegram style, tables, the courts, clinics, schools and the family's own stories.

None of these sentences stands in a dossier that the rules were made with.
"""

from __future__ import annotations

import pytest

from tijdlijn.dossier.candidates import Family, PartyFound, Profile, Relative
from tijdlijn.dossier.context import PassageContext
from tijdlijn.dossier.family import family_in
from tijdlijn.dossier.kinds import what_is
from tijdlijn.dossier.naming import parties_in
from tijdlijn.dossier.profiles import profile_of
from tijdlijn.dossier.titles import title_of
from tijdlijn.model.documents import Document
from tijdlijn.model.vocabulary import Kind, Sector

KINDS: dict[Kind, tuple[str, ...]] = {
    Kind.HULPVRAAG: (
        "Op 4 mei vroeg vader zelf om opname.",
        "In 2016 vroeg moeder aan de juf of er iets met hem was.",
        "Opa zei in mei tegen de dokter dat het thuis misging.",
        "7-3: mw belt zelf, weet niet meer hoe het moet.",
        "Ma 4 mei. Moeder belt, wil weten waar zij terecht kan.",
        "In 2014 heb ik bij school al om hulp gevraagd.",
        "Ouders vragen op 3 juni logeeropvang voor de jongste.",
        "Toen hij tien was belde ik zelf de politie.",
    ),
    Kind.SIGNAAL: (
        "Op 5 juni is Ilse in de gymzaal flauwgevallen.",
        "Winkeldiefstal 8-4-2018, twee blikjes bier.",
        "Vernieling bushokje op 3 mei 2019.",
        "Sinds 6 oktober spijbelt hij de eerste uren.",
        "Joep gaat sinds de kerst niet meer naar school.",
        "Op 11 mei zei zij voor het eerst dat zij dood wilde.",
        "Op 3 september is hij na de avondklok aangetroffen.",
        "Verzuim in de periode 4 tot 29 maart 41%.",
        "2 mei: IB tel., weer luis en een blauw oog.",
        "Juf zag op 4 april striemen op zijn rug.",
        "Sinds maart eet zij nauwelijks meer.",
        "Op 7 mei vertelde hij op school dat vader hem opsluit.",
    ),
    Kind.BESLUIT: (
        "De begeleiding stopt 1 mei: gezin niet leerbaar.",
        "Rouwgroep op 3 april NIET gestart, geen animo.",
        "Op 4 februari is Kees van school verwijderd.",
        "POH stopt ermee na drie keer, 7 mei.",
        "Aanvraag BSO afgewezen 15 sept.",
        "De rechtbank veroordeelt verdachte op 3 mei tot een taakstraf van 40 uur.",
        "Vonnis van 3 juni: jeugddetentie 90 dagen.",
        "Op 3 mei is de zaak geseponeerd.",
        "Netwerkberaad 9 mei, besluit: positief voor 24 maanden.",
        "Behandeling per 1 juni beëindigd wegens te weinig motivatie.",
        "VGB afgegeven 22 maart.",
        "Wij schorten de bezoeken op per 3 mei.",
        "Perspectiefbesluit 2 juni: opgroeien in het pleeggezin.",
    ),
    Kind.UITHUISPLAATSING: (
        "Van 2 mei t/m 3 juli was bovengenoemde patiënt bij ons opgenomen.",
        "Binnengekomen op de groep op 4 mei.",
        "4/11 voorgeleid, bewaring, naar JJI De Vloed.",
        "Sinds 1 maart in een netwerkpleeggezin.",
        "UHP 3 mei, crisisplek.",
        "Dinsdag 5 mei is zij opgenomen in de kliniek voor eetstoornissen.",
        "Hij zit sinds 3 april vast in RJJ De Bakens.",
        "De kinderen slapen sinds 3 mei bij opa en oma, met pleegvergoeding.",
        "Op 4 mei is hij overgeplaatst naar een besloten groep.",
    ),
    Kind.MAATREGEL: (
        "Zorgmachtiging 3 mei t/m 3 november.",
        "OTS loopt van 2 mei 2019 tot 2 mei 2020.",
        "Vanaf 3 juni toezicht door de jeugdreclassering.",
        "Voogdij sinds 4 mei bij de GI.",
    ),
    Kind.INTERVENTIE: (
        "Start MST vandaag 26 aug.",
        "EMDR gestart 8/1.",
        "Nazorg poliklinisch: 16 maart - 30 juni.",
        "Op 3 mei is IHT ingezet.",
        "In het voorjaar kreeg hij zes gesprekken smw.",
        "Medicatie gestart per 3 mei.",
        "Sova-training schooljaar 2012-2013.",
        "3 mei opname moeder verslavingskliniek.",
        "Haltstraf van 8 januari tot 26 februari uitgevoerd.",
        "Sinds mei komt er elke week een maatje.",
    ),
    Kind.OVERDRACHT: (
        "Ik ga eind mei uit dienst, collega neemt het over.",
        "De behandelaar ging per 1 oktober weg.",
        "Wisseling van jeugdbeschermer op 3 mei.",
        "Per 1 april gaat de caseload naar het wijkteam.",
    ),
    Kind.ULTIMATUM: (
        "De kliniek eist akkoord voor maandag 3 mei, anders melding VT.",
        "Ontruiming per 1 november als het niet voor 1 oktober schoon is.",
        "Officiële waarschuwing 3 mei, bij nog één overtreding volgt tul.",
        "Moeder moet uiterlijk 3 mei clean zijn, anders gaan de kinderen niet naar huis.",
    ),
    Kind.DIAGNOSE: (
        "Intake 3 mei, diagnose anorexia.",
        "11 december diagnostiek afgerond: TIQ 78, LVB-niveau.",
        "Adviesgesprek 3 mei: autismespectrumstoornis.",
        "In mei dyslexieverklaring gekregen.",
        "3 mei uitslag onderzoek: reactieve hechtingsstoornis.",
    ),
    Kind.WACHTTIJD: (
        "Sinds 3 mei op de wachtlijst MST, vijf maanden.",
        "Wachttijd GGZ 16 wkn vanaf 3 mei.",
    ),
    Kind.GEBEURTENIS: (
        "Faillissement bedrijf najaar 2011.",
        "In mei 2000 trouwde hij met Sanne.",
        "Pake is 9 mei overleden.",
        "In de herfst van 2016 kreeg vader een burn-out.",
        "Suïcidepoging 3 mei.",
        "Op 3 mei drie dagen weggelopen.",
        "Brand in de keuken op 3 mei.",
        "Ouders gingen in 2009 uiteen.",
        "Op 3 mei is hij door zijn stiefvader geslagen.",
    ),
    Kind.WONEN: (
        "Van 2009 tot 2011 woonde hij bij oma in Suriname.",
        "Sinds 3 mei slaapt hij bij een vriend op de bank.",
        "Sinds 16 augustus huurt moeder een flat.",
    ),
    Kind.SCHOOL: (
        "Instroom groep 3 in augustus 2011.",
        "Start 6-5-2019 op het vso.",
        "Hij is in mei naar het praktijkonderwijs gegaan.",
        "Diploma vmbo-kader gehaald in juni 2021.",
    ),
    Kind.ACTIE: (
        "JCO besproken op 14 januari.",
        "Aanmelding pleegzorg op 3 mei verstuurd.",
        "Verzuimgesprek leerplicht 3 mei.",
        "Op 3 mei naar de crisisdienst verwezen.",
    ),
    Kind.CONTACT: (
        "di 19/3 HB, rustig.",
        "3 mei tel. vader, geen bijzonderheden.",
        "Beeldbellen met de jongere op 3 mei.",
        "Laatste contactgesprek vr 18 sept.",
    ),
    Kind.BEMOEIENIS: (
        "SAVE in drang van maart t/m september.",
        "Gezinsregisseur sinds 3 mei betrokken.",
        "Jeugdbeschermer is sinds 1 mei A. Postma.",
    ),
}


@pytest.mark.parametrize(
    ("sentence", "kind"), [(sentence, kind) for kind, sentences in KINDS.items() for sentence in sentences]
)
def test_the_kind(sentence: str, kind: Kind) -> None:
    assert what_is(sentence).kind is kind


FAMILY = Family(
    (Relative("Tygo", "kind", None, True), Relative("Sanne", "moeder"), Relative("Rik", "vader")),
    (
        PartyFound("GGZ Helmduin", Sector.JEUGD_GGZ),
        PartyFound("JR Stormkring", Sector.GI),
        PartyFound("VSO De Kade", Sector.ONDERWIJS),
        PartyFound("Jeugdteam Molenwaard", Sector.GEMEENTE),
        PartyFound("Stichting Ankerplaats", Sector.JEUGDHULP),
    ),
)
PARTIES: tuple[tuple[str, str], ...] = (
    ("Helmduin stelt op 3 mei de diagnose.", "GGZ Helmduin"),
    ("Op 3 mei belt Stormkring: geen vervolg.", "JR Stormkring"),
    ("Start op De Kade 6 mei.", "VSO De Kade"),
    ("Ankerplaats stopt per 3 mei.", "Stichting Ankerplaats"),
    ("Het jeugdteam komt op 3 mei.", "Jeugdteam Molenwaard"),
    ("Sinds 3 mei op leefgroep De Boeg.", "Leefgroep De Boeg"),
    ("Naar RJJ De Bakens op 3 mei.", "RJJ De Bakens"),
    ("Op 3 mei geplaatst in JJI De Vloed.", "JJI De Vloed"),
    ("Aangemeld voor MST bij Wendakker, 3 mei.", "Wendakker"),
    ("EMDR door Praktijk Zuidvoort vanaf 3 mei.", "Praktijk Zuidvoort"),
    ("Gebiedsteam Fjildwei sprak heit op 3 mei.", "Gebiedsteam Fjildwei"),
    ("Pleegsoarch Sudwest plaatste hem op 3 mei.", "Pleegsoarch Sudwest"),
    ("Wijkteam De Linden opent op 3 mei het dossier.", "Wijkteam De Linden"),
    ("Sociaal Team Oosterveld op huisbezoek 3 mei.", "Sociaal Team Oosterveld"),
    ("Regiecentrum Jong Oost verzoekt verlenging op 3 mei.", "Regiecentrum Jong Oost"),
    ("Jeugdbescherming Oevers verzoekt verlenging op 3 mei.", "Jeugdbescherming Oevers"),
    ("OBS De Wiekslag meldt verzuim op 3 mei.", "OBS De Wiekslag"),
    ("Sinds 3 mei op het Hertog Lyceum.", "Hertog Lyceum"),
    ("Praktijkschool De Werf schorst hem op 3 mei.", "Praktijkschool De Werf"),
    ("Kinderdagverblijf Pinkeltje belt op 3 mei.", "Kinderdagverblijf Pinkeltje"),
    ("ROC Vallei schrijft hem uit op 3 mei.", "ROC Vallei"),
    ("Op 3 mei opgenomen in kliniek De Luwte.", "Kliniek De Luwte"),
    ("Zorgboerderij 't Erf kent hem sinds 3 mei.", "Zorgboerderij 't Erf"),
    ("Logeerhuis Het Nest, elk weekend sinds 3 mei.", "Logeerhuis Het Nest"),
    ("Verslavingszorg Parelhof begeleidt vader sinds 3 mei.", "Verslavingszorg Parelhof"),
    ("Woonstichting De Poort dreigt op 3 mei met ontruiming.", "Woonstichting De Poort"),
    ("De corporatie kwam op 3 mei kijken.", "Woningcorporatie"),
    ("Op 3 mei is Tygo bij de SEH gezien.", "Ziekenhuis"),
    ("De BOA haalt hem op 3 mei van straat.", "BOA"),
    ("De dokter kwam op 3 mei.", "Huisarts"),
    ("Halt legt op 3 mei 18 uur op.", "Halt"),
    ("Besproken in het JCO van 3 mei.", "JCO"),
    ("IHT start op 3 mei.", "IHT"),
    ("SMW sprak hem op 3 mei.", "Schoolmaatschappelijk werk"),
    ("De OvJ seponeert op 3 mei.", "Openbaar Ministerie"),
    ("Nidos is voogd sinds 3 mei.", "Nidos"),
    ("GZA verwees op 3 mei naar de GGZ.", "GZA"),
    ("VluchtelingenWerk helpt sinds 3 mei.", "VluchtelingenWerk"),
    ("Bewindvoerder aangesteld op 3 mei.", "Schuldhulpverlening"),
    ("Ambulance kwam op 3 mei voor moeder.", "Ambulancedienst"),
    ("Slaapt sinds 3 mei bij beppe, pleegvergoeding.", "Netwerk"),
    ("SAVE komt op 3 mei.", "SAVE"),
    ("Huisartsen Duinvoet verwijst op 3 mei.", "Huisartsen Duinvoet"),
    ("De jeugdreclasseerder waarschuwt hem op 3 mei.", "JR Stormkring"),
)


@pytest.mark.parametrize(("sentence", "party"), PARTIES)
def test_the_acting_party(sentence: str, party: str) -> None:
    found = parties_in(sentence, FAMILY)
    assert [one.name for one in found][:1] == [party]


WRITERS: tuple[tuple[str, str, str], ...] = (
    ("Helmduin Jeugdpsychiatrie – Afdeling Eetstoornissen – Ontslagbrief", "a.pdf", "Helmduin Jeugdpsychiatrie"),
    ("Regiecentrum Jong Oost – Eindevaluatie", "a.docx", "Regiecentrum Jong Oost"),
    ("Pleegsoarch Sudwest – screening netwerkgezin", "a.docx", "Pleegsoarch Sudwest"),
    ("VSO De Kade (cl. 4), Groepsplan leerling T.", "a.docx", "VSO De Kade"),
    ("De Luwte, kliniek voor verslaving. Afd. 3\nDatum: 3-5-2020", "a.pdf", "De Luwte"),
    ("Halt, Marktplein 1, 1000 AA Molenwaard\nBetreft: afronding", "a.pdf", "Halt"),
    ("Verblijfsrapportage RJJ De Bakens, groep 2", "a.docx", "RJJ De Bakens"),
    ("Huisartsen Duinvoet\nStrandweg 1, 2583 AB Duinvoet\n15.11.2018", "a.txt", "Huisartsen Duinvoet"),
    ("Wendakker\nPostbus 12, 8000 AB Molenwaard\nEindverslag begeleiding", "a.pdf", "Wendakker"),
    ("Evaluatie OTS – Regiecentrum Jong Oost", "a.docx", "Regiecentrum Jong Oost"),
    ("POLITIE EENHEID MOLENWAARD – uitdraai registraties", "a.pdf", "Politie"),
    ("Toelichting bij PV schoolverzuim, opgemaakt 4 februari 2020", "a.docx", "Leerplicht"),
    ("NOTITIES T. / gezinsregisseur Nadia (OKT Oost)", "a.txt", "Ouder- en Kindteam Oost"),
    (
        "Nr\tGemaakt op\tAuteur\tType\tTekst\n1\t2018-09-14\tjb\tTelefoon\tHA gebeld",
        "02_journaal_jeugdteam.xlsx",
        "Jeugdteam",
    ),
    ("Van: r.bos@wendakker.nl\nAan: x@y.nl\nOnderwerp: T.\nDatum: 4-5-2021\n\nDag", "a.eml", "Wendakker"),
    ("Van: r.bos@hertoglyceum.nl\nAan: x@y.nl\nOnderwerp: T.\nDatum: 4-5-2021\n\nDag", "a.eml", "Hertog Lyceum"),
    ("Van: r.bos@gmail.com\nAan: x@y.nl\nOnderwerp: T.\nDatum: 4-5-2021\n\nDag, Rik", "a.eml", ""),
    (
        "Van: r.bos@kring.nl\nAan: x@y.nl\nOnderwerp: T.\nDatum: 4-5-2021\n\nDag.\n\nR. Bos, jeugdbeschermer\n"
        "Jeugdbescherming Oevers",
        "a.eml",
        "Jeugdbescherming Oevers",
    ),
    ("Afsluitend verslag\nStichting Ankerplaats\nClient: T.", "a.docx", "Stichting Ankerplaats"),
    ("PERSPECTIEFPLAN 't Kompas, behandelcentrum voor jongeren\nNaam: T.", "a.docx", "'t Kompas"),
    ("AUGUSTUSCOLLEGE Molenwaard, Plein 10 – leerlingbespreking klas 3", "a.docx", "Augustuscollege"),
    ("DE LUWTE – centrum voor jeugdpsychiatrie\nBEHANDELPLAN", "a.pdf", "De Luwte"),
    ("Rapportage logopedie, Praktijk Zuidvoort", "a.docx", "Praktijk Zuidvoort"),
    ("Beste rechter,\nIk ben de oma van Tygo.\nWijkteam Noord kwam nooit.", "a.txt", ""),
)


@pytest.mark.parametrize(("text", "name", "agency"), WRITERS)
def test_who_wrote_it(text: str, name: str, agency: str) -> None:
    assert profile_of(Document(name, name.rpartition(".")[2], text)).agency == agency


def test_a_sender_is_the_party_of_the_dossier_with_that_name() -> None:
    context = PassageContext(words="3 mei", profile=Profile("mail", "Dekade"))
    found = parties_in("Hij is sinds 3 mei niet op tijd gekomen, dat melden wij.", FAMILY, context)
    assert found[0].name == "VSO De Kade"


@pytest.mark.parametrize(
    ("passage", "cells", "party"),
    [
        ("2011-2012\tBS De Ster\tinstroom", (("Schooljaar", "2011-2012"), ("School", "BS De Ster")), "BS De Ster"),
        ("mei 2014\tgesprekken\tGGD", (("Van", "mei 2014"), ("Wat", "gesprekken"), ("Bron", "GGD")), "GGD"),
        ("mei 2014\tintake\tWendakker", (("Datum", "mei 2014"), ("Instelling", "Wendakker")), "Wendakker"),
    ],
)
def test_a_row_has_its_own_agency(passage: str, cells: tuple[tuple[str, str], ...], party: str) -> None:
    context = PassageContext(words=passage.split("\t")[0], cells=cells, profile=Profile("chronologie", "Wijkteam X"))
    assert parties_in(passage, FAMILY, context)[0].name == party


def test_who_gives_the_help_elsewhere_in_the_dossier_is_the_party() -> None:
    text = "Op 3 mei aangemeld voor MST bij Wendakker.\nStart MST 8 juni.\n"
    family = family_in([Document("a.txt", "txt", text)])
    assert parties_in("Start MST 8 juni.", family, PassageContext("8 juni"))[0].name == "Wendakker"


def test_whom_the_writer_only_called_does_not_act() -> None:
    context = PassageContext("3 mei", profile=Profile("notitie", "Jeugdteam Molenwaard"))
    found = parties_in("VT gebeld op 3 mei, wacht op antwoord.", FAMILY, context)
    assert [party.name for party in found] == ["Jeugdteam Molenwaard", "Veilig Thuis"]


def test_an_abbreviation_is_read_as_the_document_introduced_it() -> None:
    text = "Het Kinderbureau Molenwaard (KBM) is gestart.\nOp 3 mei belde KBM."
    family = family_in([Document("a.txt", "txt", text)])
    assert parties_in("Op 3 mei belde KBM.", family)[0].name == "Kinderbureau Molenwaard"


@pytest.mark.parametrize(
    "sentence",
    [
        "Op 3 mei is Tygo geboren.",
        "Ouders zijn in mei uit elkaar gegaan.",
        "Moeder is in mei verhuisd.",
        "Opa is op 3 mei overleden.",
        "Sinds mei heeft moeder een vriend, Marco.",
        "Tygo slaapt sinds mei bij een vriend.",
    ],
)
def test_what_happens_in_a_family_by_itself_has_no_party(sentence: str) -> None:
    context = PassageContext(profile=Profile("evaluatie", "GGZ Helmduin"))
    assert parties_in(sentence, FAMILY, context) == ()


TITLES: tuple[tuple[str, str, str], ...] = (
    ("Op driejarige leeftijd kwam zijn zusje.", "Op driejarige leeftijd", "Zijn zusje kwam"),
    ("Mw is opgenomen (PAAZ, sinds donderdag).", "sinds donderdag", "Mw is opgenomen (PAAZ)"),
    ("Op zijn elfde zei ik: hij moet weg.", "Op zijn elfde", "Ik zei: hij moet weg"),
    ("In maart was het nog rustig.", "maart", "Het was nog rustig"),
    ("Met Kerst zijn zij bij mijn zus gaan wonen.", "Kerst", "Zij zijn bij mijn zus gaan wonen"),
    ("Op 7 september stond er een man bij de poort.", "7 september", "Er stond een man bij de poort"),
    ("Onderwerp: Re: FW: aangepast rooster per 20/5", "20/5", "Aangepast rooster"),
    ("Tygo was op zijn tiende al groot.", "op zijn tiende", "Tygo was al groot"),
    ("Verblijf afd. De Wal sinds 3 mei.", "sinds 3 mei", "Verblijf afd. De Wal"),
    ("Start MST vandaag. 24/7 bereikbaar.", "", "Start MST vandaag"),
    (
        "Zorgmachtiging 19-02-2021 t/m 19-08-2021, verblijf afdeling De Wal.",
        "19-02-2021 t/m 19-08-2021",
        "Zorgmachtiging, verblijf afdeling De Wal",
    ),
)


@pytest.mark.parametrize(("passage", "words", "title"), TITLES)
def test_the_title(passage: str, words: str, title: str) -> None:
    assert title_of(passage, words, FAMILY) == title
