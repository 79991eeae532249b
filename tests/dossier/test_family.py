"""The family as documents tell it: who is a relative, with which role and birth, and who is not."""

from __future__ import annotations

import pytest

from tijdlijn.dossier.candidates import Family, PartyFound, Relative
from tijdlijn.dossier.family import family_in, given_name, surname
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.documents import Document
from tijdlijn.model.vocabulary import Sector


def found(*texts: str, known: Family = Family()) -> Family:  # noqa: B008
    """The family in documents of these texts; each tells its year, as documents do."""
    return family_in([Document(f"{n}.txt", "txt", f"Datum: 4 mei 2021\n{text}") for n, text in enumerate(texts)], known)


def people(*texts: str) -> list[tuple[str, str, str]]:
    """Name, role and birth of each relative."""
    return [(one.name, one.role, one.birth.edtf if one.birth else "") for one in found(*texts).relatives]


MILAN, LISA = ("Milan", "kind", "2012-03-09"), ("Lisa", "kind", "2015-11-02")


@pytest.mark.parametrize(
    "text",
    [
        "Kinderen: Milan (geb. 09-03-2012) en Lisa (geb. 02-11-2015).",
        "Kinderen\tMilan, 9 maart 2012 / Lisa, 2 november 2015",
        "Betreft: Milan Aydin (09-03-2012) en Lisa Aydin (02-11-2015)",
        "Kinderen: Milan (v. 9-3-2012), Lisa (m, 2-11-2015)",
        "Het gaat om Milan Aydin, geboren op 9 maart 2012, en Lisa Aydin, geboren op 2 november 2015.",
        "MILAN AYDIN, geboren op 9 maart 2012 te Assen, en LISA AYDIN, geboren op 2 november 2015 te Assen.",
        "Naam\tGeboortedatum\tRelatie\nMilan Aydin\t9-3-2012\tkind\nLisa Aydin\t2-11-2015\tkind",
        "De zoon Milan (9 maart 2012) en de dochter Lisa (2 nov. 2015) wonen bij moe.",
        "Naam: Milan Aydin. Geboortedatum: 09-03-2012. School: De Vlinder.\nZusje "
        "Lisa, geb. 02-11-2015, zit in groep 3.",
        "Pleegkinderen: Milan (* 9-3-2012) en Lisa (* 2-11-'15).",
        "Jeugdige: Milan Aydin\nGezin: Milan (9 maart 2012) en Lisa (02-11-2015)",
        "Minderjarigen: Milan Aydin, geb. 09-03-2012; Lisa Aydin, geb. 02-11-2015",
    ],
)
def test_children_with_their_births(text: str) -> None:
    assert people(text) == [MILAN, LISA]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Moeder: Karin Smit. Vader: Peter Aydin.", ("Karin", "moeder", "")),
        ("Moeder: Karin Smit. Vader: Peter Aydin.", ("Peter", "vader", "")),
        ("Moeder: K. Smit (22-03-1984).", ("K. Smit", "moeder", "1984-03-22")),
        ("Gesproken met mevrouw De Vries (moeder).", ("mevrouw De Vries", "moeder", "")),
        ("Biologische vader: Peter Aydin", ("Peter", "vader", "")),
        ("Vader\tPeter van den Berg", ("Peter", "vader", "")),
        ("Moeder Chantal Bakker (8-11-1990) woont alleen.", ("Chantal", "moeder", "1990-11-08")),
        ("Stiefvader Rob is ook aanwezig.", ("Rob", "stiefvader", "")),
        ("De nieuwe partner van moeder, Rob, was onder invloed.", ("Rob", "partner van moeder", "")),
        ("Moeder heeft sinds kort een relatie met Rob.", ("Rob", "partner van moeder", "")),
        ("Oma Riet past op.", ("Riet", "oma", "")),
        ("Pleegmoeder: Marjan Zomer", ("Marjan", "pleegmoeder", "")),
        ("Dochter Lotte (2011) zit op ballet.", ("Lotte", "kind", "2011")),
        ("Halfbroertje Daan (2018) woont bij vader.", ("Daan", "halfbroer", "2018")),
        ("Haar broertje Sem was erbij.", ("Sem", "kind", "")),
        ("De minderjarige Noa Visser is gehoord.", ("Noa", "kind", "")),
        ("Rob (partner van moeder) doet mee.", ("Rob", "partner van moeder", "")),
        ("Tante Hala haalt hem op.", ("Hala", "tante", "")),
    ],
)
def test_a_relative_and_the_role(text: str, person: tuple[str, str, str]) -> None:
    assert person in people(text)


@pytest.mark.parametrize(
    "text",
    [
        "Aanwezig: jeugdconsulent Karin de Graaf, gezinsvoogd M. Bos en juf Petra.",
        "Consulent: A. Dijkgraaf. Behandelaar: drs. N. Maartens.",
        "Aanwezig: moeder, K. de Graaf (wijkteam), Veilig Thuis, De Vaart.",
        "Contact met\tOnderwerp\nMoeder, De Ponton\tStart",
        "De Vaart, moeder en school waren er. GGZ De Linde niet.",
        "Vader: onbekend. Moeder: geen gezag.",
        "Moeder Is boos. Vader Heeft gebeld.",
        "Contact met school, vader Telefonisch gesproken.",
        "Dorpsstraat 2013, 9400 AA Assen. Verslagdatum 14/06/2019.",
        "Kind is vrolijk. Kinderen Spelen graag.",
        "Datum\tWie\tNotitie\n01-02-2019\tMoeder\tBellen met school",
        "Melding door buurvrouw Ans op maandag.",
    ],
)
def test_nobody_else_is_family(text: str) -> None:
    assert {name for name, _, _ in people(text)} <= {"moeder", "vader"}


def test_a_parent_without_a_name_is_called_by_the_role() -> None:
    assert people("Moeder belt. Later belt moeder weer.") == [("moeder", "moeder", "")]
    assert people("Moeder belt.") == []


def test_several_names_of_one_person_are_one_relative() -> None:
    family = found(
        "Moeder: Karin Smit.", "Moeder: K. Smit (22-03-1984)", "Mevrouw Smit (moeder) belt.", "Karin (moeder)"
    )
    (mother,) = family.relatives
    assert mother.name == "Karin"
    assert mother.birth == UncertainDate.parse("1984-03-22")
    assert {"Karin Smit", "K. Smit", "mevrouw Smit", "mw. Smit"} <= set(mother.also)


def test_the_birth_of_a_parent_in_a_sentence_is_that_parents() -> None:
    (mother,) = found("Moeder: Karin Smit.\nMoeder is geboren in 1986.").relatives
    assert mother.birth == UncertainDate.parse("1986")


def test_an_older_birth_in_a_list_is_no_child() -> None:
    family = found("Gezin\tKarin Smit (22-3-1984), Milan (9 maart 2012)")
    assert [(one.name, one.is_child) for one in family.relatives] == [("Milan", True), ("Karin", False)]


def test_what_the_casebook_knows_keeps_its_name_and_learns_more() -> None:
    known = Family((Relative("Milan A.", "kind", None, True, ("Milan",)),), (PartyFound("Fonkel", Sector.JEUGDHULP),))
    family = found("Kinderen: Milan Aydin (9-3-2012). Inzet Fonkel Jeugdhulp.", known=known)
    assert family.relatives[0].name == "Milan A."
    assert family.relatives[0].birth == UncertainDate.parse("2012-03-09")
    assert family.parties[0] == PartyFound("Fonkel", Sector.JEUGDHULP)


def test_parties_are_gathered_under_their_longest_name() -> None:
    family = found("Start gezinsbehandeling Fonkel.", "Verslag van Fonkel Jeugdhulp.", "Aanbieder\tDe Zonnehoek")
    assert {party.name for party in family.parties} == {"Fonkel Jeugdhulp", "De Zonnehoek"}


@pytest.mark.parametrize(
    ("name", "given", "last"),
    [
        ("Noor van den Berg", "Noor", "van den Berg"),
        ("K. de Graaf", "K. de Graaf", "de Graaf"),
        ("mevrouw De Vries", "mevrouw De Vries", "De Vries"),
        ("Noor", "Noor", ""),
    ],
)
def test_the_parts_of_a_name(name: str, given: str, last: str) -> None:
    assert (given_name(name), surname(name)) == (given, last)
