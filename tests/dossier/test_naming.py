"""Whom a sentence names: the parties (the acting one first), the relatives it is about, the professional."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tijdlijn.dossier.candidates import Family, PartyFound, Profile, Relative
from tijdlijn.dossier.naming import PassageContext, parties_in, people_in, subject_of, worker_in
from tijdlijn.model.documents import Document
from tijdlijn.model.vocabulary import Sector

FAMILY = Family(
    (
        Relative("Milan", "kind", None, True, ("Milan de Boer",)),
        Relative("Lisa", "kind", None, True, ("Lisa de Boer",)),
        Relative("Karin", "moeder", None, False, ("Karin Smit", "mevrouw Smit", "mw. Smit")),
        Relative("Peter", "vader", None, False, ("Peter de Boer", "de heer De Boer")),
        Relative("Henk", "partner van moeder"),
    ),
    (
        PartyFound("Buurtteam Assen-Oost", Sector.GEMEENTE),
        PartyFound("Fonkel Jeugdhulp", Sector.JEUGDHULP),
        PartyFound("Jeugdbescherming Noord", Sector.GI),
    ),
    ("F. Bakker",),
)

PARTIES: tuple[tuple[str, str, Sector], ...] = (
    ("Op 3 mei meldt de wijkagent een ruzie.", "Politie", Sector.POLITIE_JUSTITIE),
    ("De IB-er heeft op 3 mei gebeld.", "School", Sector.ONDERWIJS),
    ("De intern begeleider van basisschool De Vlinder belt op 3 mei.", "Basisschool De Vlinder", Sector.ONDERWIJS),
    ("De leerplichtambtenaar sprak Milan op 3 mei.", "Leerplicht", Sector.GEMEENTE),
    ("De kinderrechter verlengt de OTS op 3 mei.", "Kinderrechter", Sector.POLITIE_JUSTITIE),
    ("De gezinsvoogd komt op 3 mei langs.", "Jeugdbescherming Noord", Sector.GI),
    ("VT start op 3 mei een onderzoek.", "Veilig Thuis", Sector.VEILIG_THUIS),
    ("De RvdK adviseert op 3 mei een OTS.", "Raad voor de Kinderbescherming", Sector.RAAD),
    ("De Raad verzoekt op 3 mei een OTS.", "Raad voor de Kinderbescherming", Sector.RAAD),
    ("De WSG is sinds 3 mei betrokken.", "William Schrikker Stichting", Sector.GI),
    ("SAVE heeft op 3 mei een plan gemaakt.", "SAVE", Sector.GI),
    ("De POH-GGZ sprak moeder op 3 mei.", "Huisarts", Sector.HUISARTS),
    ("Het consultatiebureau zag Milan op 3 mei.", "Consultatiebureau", Sector.JGZ),
    ("De schoolarts onderzocht Lisa op 3 mei.", "JGZ", Sector.JGZ),
    ("Sinds 3 mei is dagbehandeling De Zonnehoek gestart.", "De Zonnehoek", Sector.JEUGDHULP),
    ("Milan is op 3 mei geplaatst op crisisgroep De Steiger.", "Crisisgroep De Steiger", Sector.JEUGDHULP),
    ("Milan verblijft sinds 3 mei in gezinshuis Het Anker.", "Gezinshuis Het Anker", Sector.JEUGDHULP),
    ("Intake bij GGZ De Brug op 3 mei.", "GGZ De Brug", Sector.JEUGD_GGZ),
    ("Start gezinsbehandeling Fonkel per 3 mei.", "Fonkel Jeugdhulp", Sector.JEUGDHULP),
    ("Fonkel sluit op 3 mei af.", "Fonkel Jeugdhulp", Sector.JEUGDHULP),
    ("Levvel is op 3 mei gestopt.", "Levvel", Sector.JEUGDHULP),
    ("Onderzoek door Karakter op 3 mei.", "Karakter", Sector.JEUGD_GGZ),
    ("Vader meldde zich op 3 mei bij De Waag.", "De Waag", Sector.VOLWASSENEN_GGZ),
    ("Moeder was op 3 mei opgenomen op de PAAZ.", "PAAZ", Sector.VOLWASSENEN_GGZ),
    ("Het buurtteam komt op 3 mei.", "Buurtteam Assen-Oost", Sector.GEMEENTE),
    ("Op 3 mei belden de buren 112.", "Buren", Sector.NETWERK),
    ("Lisa is sinds 3 mei in een pleeggezin.", "Pleegzorg", Sector.JEUGDHULP),
    ("De voedselbank helpt sinds 3 mei.", "Voedselbank", Sector.SOCIALE_BASIS),
    ("MEE ondersteunt moeder sinds 3 mei.", "MEE", Sector.SOCIALE_BASIS),
    ("Op 3 mei deed de kinderarts onderzoek.", "Ziekenhuis", Sector.OVERIG),
    ("Sinds 3 mei loopt schuldhulpverlening.", "Schuldhulpverlening", Sector.GEMEENTE),
    ("Milan begon op 3 mei op het Vechtdal College.", "Vechtdal College", Sector.ONDERWIJS),
    ("Nidos is voogd sinds 3 mei.", "Nidos", Sector.GI),
    ("Gemeente Assen kent op 3 mei jeugdhulp toe.", "Gemeente Assen", Sector.GEMEENTE),
    ("De echtscheiding is op 3 mei uitgesproken.", "Rechtbank", Sector.POLITIE_JUSTITIE),
    ("Lisa is op 3 mei onder toezicht gesteld.", "Kinderrechter", Sector.POLITIE_JUSTITIE),
    ("De GGD belde op 3 mei.", "GGD", Sector.JGZ),
    ("Het OKT sprak moeder op 3 mei.", "Ouder- en Kindteam", Sector.GEMEENTE),
    ("Het samenwerkingsverband wees op 3 mei de aanvraag af.", "Samenwerkingsverband", Sector.ONDERWIJS),
    ("De jongerenwerker zag Milan op 3 mei.", "Welzijn", Sector.SOCIALE_BASIS),
)


@pytest.mark.parametrize(("sentence", "name", "sector"), PARTIES)
def test_the_first_party_of_a_sentence(sentence: str, name: str, sector: Sector) -> None:
    assert parties_in(sentence, FAMILY, PassageContext("3 mei"))[0] == PartyFound(name, sector)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Milan is op 3 mei door de huisarts verwezen naar GGZ De Brug.", ["Huisarts", "GGZ De Brug"]),
        ("School heeft op 3 mei verzuim gemeld bij leerplicht.", ["School", "Leerplicht"]),
        ("Op 3 mei overleg met school en Veilig Thuis.", ["School", "Veilig Thuis"]),
        ("Op 3 mei is door de politie een melding gedaan bij Veilig Thuis.", ["Politie", "Veilig Thuis"]),
        ("Gesprek op school op 3 mei met de IB'er, leerplicht en VT.", ["School", "Leerplicht", "Veilig Thuis"]),
        ("Nieuwe melding VT op 3 mei (politie).", ["Veilig Thuis", "Politie"]),
        (
            "De beschermingstafel besloot op 3 mei tot drang door de GI.",
            ["Beschermingstafel", "Jeugdbescherming Noord"],
        ),
    ],
)
def test_who_acts_comes_first(sentence: str, names: list[str]) -> None:
    assert [party.name for party in parties_in(sentence, FAMILY, PassageContext("3 mei"))] == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Op 3 mei belde Karin.",
        "Ouders zijn op 3 mei uit elkaar gegaan.",
        "Op 3 mei is Milan geboren.",
        "Moeder verhuisde op 3 mei naar Nederland.",
        "Henk kreeg op 3 mei ruzie met Peter.",
        "Start Triple P op 3 mei.",
        "Er is sinds 3 mei geen hulp.",
        "De familie was op 3 mei bij elkaar om te praten.",
        "Volgens mevrouw Smit was het op 3 mei gezellig.",
    ],
)
def test_no_party_is_made_of_a_relative_a_place_or_a_method(sentence: str) -> None:
    assert parties_in(sentence, FAMILY, PassageContext("3 mei")) == ()


def test_who_writes_is_the_party_of_what_a_professional_does_and_not_of_what_happens_at_home() -> None:
    context = PassageContext("3 mei", profile=Profile("intakeverslag", "Buurtteam Assen-Oost"))
    assert parties_in("Op 3 mei vond de intake plaats.", FAMILY, context)[0].name == "Buurtteam Assen-Oost"
    assert parties_in("Op 3 mei is oma overleden.", FAMILY, context) == ()


def test_who_refers_is_the_writer_when_nobody_else_does() -> None:
    context = PassageContext("3 mei", profile=Profile("contactjournaal", "Buurtteam Assen-Oost"))
    found = parties_in("Milan op 3 mei aangemeld voor dagbehandeling De Zonnehoek.", FAMILY, context)
    assert [party.name for party in found] == ["Buurtteam Assen-Oost", "De Zonnehoek"]


def test_the_row_says_with_whom_there_was_contact() -> None:
    cells = (("Datum", "03-05-2020"), ("Contact met", "Moeder, Fonkel"), ("Notitie", "Nog geen plek."))
    assert parties_in("Nog geen plek.", FAMILY, PassageContext(cells=cells))[0].name == "Fonkel Jeugdhulp"


def test_every_name_in_the_column_of_providers_is_a_party() -> None:
    cells = (("Product", "Logeren"), ("Aanbieder", "Kleurrijk"), ("Ingangsdatum", "1-2-2020"))
    row = "Logeren\tKleurrijk\t1-2-2020"
    assert parties_in(row, FAMILY, PassageContext("1-2-2020", cells=cells)) == (
        PartyFound("Kleurrijk", Sector.JEUGDHULP),
    )


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Op 3 mei is Milan aangemeld.", ("Milan",)),
        ("Milans juf belde op 3 mei.", ("Milan",)),
        ("Op 3 mei sprak moeder met school.", ("Karin",)),
        ("Ouders zijn op 3 mei uit elkaar gegaan.", ("Karin", "Peter")),
        ("De kinderen zijn op 3 mei thuisgebleven.", ("Milan", "Lisa")),
        ("Het gezin is op 3 mei verhuisd.", ()),
        ("Op 3 mei vroeg mw. Smit om hulp.", ("Karin",)),
        ("Volgens moeder is Lisa op 3 mei weggelopen.", ("Lisa",)),
        ("De nieuwe partner van moeder verhuisde op 3 mei.", ("Henk", "Karin")),
        ("Grootmoeder overleed op 3 mei.", ()),
        ("Lisa de Boer is op 3 mei verwezen, omdat Milan niet sliep.", ("Lisa",)),
    ],
)
def test_whom_a_sentence_is_about(sentence: str, people: tuple[str, ...]) -> None:
    assert people_in(sentence, FAMILY, context=PassageContext("3 mei")) == people


def test_a_pronoun_means_who_was_named_before_or_the_child_of_the_document() -> None:
    sentence = "Zij is op 3 mei verwezen."
    assert people_in(sentence, FAMILY, context=PassageContext("3 mei", before="Lisa sliep slecht.")) == ("Lisa",)
    assert people_in(sentence, FAMILY, context=PassageContext("3 mei", subject=("Milan",))) == ("Milan",)
    assert people_in(sentence, FAMILY, context=PassageContext("3 mei")) == ()


def test_a_heading_says_whom_it_is_about() -> None:
    context = PassageContext("3 mei", heading="Ontwikkeling Lisa")
    assert people_in("Op 3 mei gestart met zwemles.", FAMILY, context=context) == ("Lisa",)


def test_the_subject_of_a_document() -> None:
    letter = Document("brief.docx", "docx", "Brief\nBetreft: Lisa de Boer, geboren 3-5-2012\nGeachte collega,")
    assert subject_of(letter, FAMILY) == ("Lisa",)
    assert subject_of(Document("notitie.txt", "txt", "Notitie\nRustig."), FAMILY) == ()


@pytest.mark.parametrize(
    ("sentence", "worker"),
    [
        ("Gesprek op 3 mei met jeugdconsulent Karin de Graaf.", "Karin de Graaf"),
        ("Kennismaking op 3 mei met ambulant begeleider (Ilse).", "Ilse"),
        ("Op 3 mei belde gezinsvoogd M. van den Berg.", "M. van den Berg"),
        ("Op 3 mei sprak F. Bakker met vader.", "F. Bakker"),
        ("Op 3 mei sprak moeder met school.", ""),
        ("Op 3 mei is de begeleider Milan komen halen.", ""),
    ],
)
def test_the_professional(sentence: str, worker: str) -> None:
    assert worker_in(sentence, FAMILY, PassageContext("3 mei")) == worker


def test_the_professional_of_the_row() -> None:
    context = PassageContext(cells=(("Medewerker", "F. Jansma"), ("Notitie", "Rustig.")))
    assert worker_in("Rustig.", FAMILY, context) == "F. Jansma"


def every_name() -> Iterator[str]:
    for relative in FAMILY.relatives:
        yield from (relative.name, *relative.also)


@pytest.mark.parametrize("name", list(every_name()))
@pytest.mark.parametrize("cue", ["hulp van {}", "aangemeld bij {}", "Intake {}", "{} sluit af", "begeleiding {}"])
def test_a_relative_is_never_a_party(name: str, cue: str) -> None:
    assert parties_in(cue.format(name) + " op 3 mei.", FAMILY, PassageContext("3 mei")) == ()


TOWN = Family(
    (),
    (
        PartyFound("Ravelmeer College", Sector.ONDERWIJS),
        PartyFound("Wijkteam Ravelmeer", Sector.GEMEENTE),
        PartyFound("GGZ Veenstroom", Sector.VOLWASSENEN_GGZ),
        PartyFound("Oeverlicht", Sector.JEUGD_GGZ),
    ),
)


@pytest.mark.parametrize(
    ("passage", "parties"),
    [
        ("Het gezin woont sinds 3 februari in Ravelmeer.", []),
        ("Het Ravelmeer College meldde op 3 mei verzuim.", ["Ravelmeer College"]),
        ("De jeugd-ggz beoordeelde haar op 3 mei.", ["Oeverlicht"]),
        ("Moeder is op 3 mei aangemeld bij de GGZ.", ["GGZ Veenstroom"]),
    ],
)
def test_a_town_is_no_school_and_care_for_children_is_not_that_for_adults(passage: str, parties: list[str]) -> None:
    assert [party.name for party in parties_in(passage, TOWN)] == parties
