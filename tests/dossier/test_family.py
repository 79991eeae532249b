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


BORN = "2012-03-09"


@pytest.mark.parametrize(
    ("text", "name", "birth"),
    [
        ("Op 9 maart 2012 werd Milan geboren.", "Milan", BORN),
        ("Op 9 maart 2012 is uit deze relatie Milan geboren.", "Milan", BORN),
        ("Milan is op 9 maart 2012 te Assen geboren.", "Milan", BORN),
        ("Milan werd geboren in Assen op 9 maart 2012.", "Milan", BORN),
        ("Milan Aydin, geboren te 's-Hertogenbosch op 9 maart 2012", "Milan", BORN),
        ("Milan (geb. 9/3/'12) woont bij vader", "Milan", BORN),
        ("Milan (*09-03-2012)", "Milan", BORN),
        ("AYDIN, Milan – 09-03-2012 – Assen", "Milan", BORN),
        ("Betrokkene: AYDIN, Milan, geb. 09-03-2012", "Milan", BORN),
        ("Naam: M. Aydin\nRoepnaam: Milan\nGeboortedatum: 09-03-2012", "Milan", BORN),
        ("Naam leerling\tMilan Aydin\nGroep\t5\nGeboortedatum\t9-3-2012", "Milan", BORN),
        ("Naam: Milan Aydin   Geb.datum: 09-03-2012   BSN: 123", "Milan", BORN),
        ("Achternaam\tVoornaam\tGeb.dat.\tRol\nAydin\tMilan\t9-3-2012\tzoon", "Milan", BORN),
        ("Relatie\tNaam\tGeboren\nZoon\tMilan Aydin\t09-03-2012", "Milan", BORN),
        ("2012-03-09\tgeboorte Milan\tGBA", "Milan", BORN),
        ("9 mrt 2012: Milan geboren, keizersnede", "Milan", BORN),
        ("- 9 maart 2012 – geboorte van Milan", "Milan", BORN),
        ("Moeder beviel op 9 maart 2012 van een zoon, Milan.", "Milan", BORN),
        ("Op 9 maart 2012 beviel moeder van een zoontje, Milan.", "Milan", BORN),
        ("Uit deze relatie werd op 9 maart 2012 Milan geboren.", "Milan", BORN),
        ("Het gezin bestaat uit moeder (1984), Milan (9-3-2012) en Lisa (2-11-2015).", "Milan", BORN),
        ("Cliënt: Milan A., 9 mrt 2012, leeftijd 9;1", "Milan", BORN),
        ("Cliënt M. Aydin (09/03/2012)", "M. Aydin", BORN),
        ("Milan kwam ter wereld op 9 maart 2012.", "Milan", BORN),
        ("Kinderen uit dit huwelijk: Milan (09.03.2012), Lisa (02.11.2015).", "Milan", BORN),
        ("Kind 1: Milan, 9-3-2012\nKind 2: Lisa, 2-11-2015", "Milan", BORN),
        ("Jongere\nMilan Aydin\n09-03-2012", "Milan", BORN),
        ("Milan Aydin (9 jr., 9-3-2012)", "Milan", BORN),
        ("Milan (9-3-2012, 9 jr)", "Milan", BORN),
        ("Genogram: moeder *1984, Milan *2012, Lisa *2015", "Milan", "2012"),
        ("De tweeling Milan en Lisa (9 maart 2012)", "Lisa", BORN),
        ("Tweeling: Milan (I) en Lisa (II), geb. 9-3-2012", "Lisa", BORN),
        ("Op 9 maart 2012 werd de tweeling geboren: Milan en Lisa.", "Lisa", BORN),
        ("maart 2012\tGeboorte tweeling\tmoeder\nKinderen: Milan en Lisa", "Lisa", "2012-03"),
        ("Vijf jaar later volgde Milan (9 maart 2012).", "Milan", BORN),
        ("Moeder (24-11-1980) werkt in de zorg. Moeder is moe.", "moeder", "1980-11-24"),
        ("Vader, geboren in 1974, is ziek. Vader belt.", "vader", "1974"),
        ("Vader is van 1974. Vader belt.", "vader", "1974"),
        ("Moeder (Karin Smit, 24-11-1980)", "Karin", "1980-11-24"),
        ("Ouders: K. Smit (24-11-1980) en P. Aydin (1974)", "K. Smit", "1980-11-24"),
        ("Mem Trijntje (24-11-1980) komt mee.", "Trijntje", "1980-11-24"),
        ("Verzorgers: Karin Smit (moeder, 24-11-1980)", "Karin", "1980-11-24"),
        ("de heer Peter Aydin, geboren op 3 april 1974 te Emmen, hierna te noemen: de vader", "Peter", "1974-04-03"),
        ("zijn zusje Noa (geb. mei 2018)", "Noa", "2018-05"),
    ],
)
def test_a_birth_however_it_is_told(text: str, name: str, birth: str) -> None:
    assert {one: born for one, _, born in people(text)}.get(name) == birth


@pytest.mark.parametrize(
    "text",
    [
        "Gesprek met Milan (3-5-2019).",
        "Kindgesprek Milan (20/11/2018)",
        "Mail van Naima (4-5-2019) over school",
        "Milan zat samen met Kevin (15) vast.",
        "Vriendin Liv (12) slaapt bij haar.",
        "Rapporteur: drs. S. Bos, 12-03-2012",
        "Verdachte J. Bakker, geb. 12-3-1990, is aangehouden.",
        "Moeder (3-5-2019) belt. Vader (4-5-2019) ook.",
        "Moeder van Milan, geboren in 1984, belt.",
        "Cliënt: 12-03-2012",
        "Betreft: Beschikking 12-3-2012",
        "Betreft: gesprek met Els Bakker, 3-5-2021",
        "Betreft: Els Bakker, 3-5-2021",
        "Op 3 mei 2019 is besproken dat Milan te vroeg geboren is.",
        "De moeder, wonende te Assen, geboren op 9 maart 2012",
        "Leerling Milan (3-5-2019) sprak met de mentor.",
        "Milan en Lisa Aydin, geb. 9-3-2012 en 2-11-2015",
    ],
)
def test_a_date_that_is_no_birth_is_nobodys(text: str) -> None:
    assert not [born for _, _, born in people(text) if born]


def test_what_most_documents_say_of_a_birth_counts_and_a_draw_counts_for_nothing() -> None:
    said = ["Jeugdige: Milan Aydin, geb. 9-3-2012", "Leerling: Milan, geb. 9-3-2012", "Milan A., geb. 9-8-2012"]
    assert ("Milan", "kind", BORN) in people(*said)
    assert ("Milan", "kind", "") in people(*said[1:])
    assert ("Milan", "kind", BORN) in people(*said[1:], "Milan is geboren in maart 2012.")


def test_initials_join_the_child_that_they_fit_and_no_other() -> None:
    (child, *_) = found("Leerling M. Aydin", "Gesprek met Milan Aydin.", "Cliënt: Milan A., 9 mrt 2012").relatives
    assert child.name == "Milan"
    assert {"M. Aydin", "Milan A.", "Milan Aydin"} <= set(child.also)
    names = [one.name for one in found("Kinderen: Milan Aydin, Mira Aydin\nBetreft: M. Aydin").relatives]
    assert names == ["Milan", "Mira"]


def test_the_mother_of_a_child_is_not_the_child() -> None:
    assert people("Moeder Milan belt. Moeder Milan is boos.", "Leerling: Milan Aydin")[0] == ("Milan", "kind", "")


def test_a_word_tells_the_gender() -> None:
    family = found("Zusje Lisa (5) en broertje Milan (3). Dochter Lisa slaapt. Vader Lisa belt.")
    assert {one.name: one.gender for one in family.relatives if one.is_child} == {"Lisa": "v", "Milan": "m"}


def test_the_child_that_most_documents_are_about_is_the_focus() -> None:
    plans = [f"Plan {part}\nJeugdige: Milan Aydin (9-3-2012)" for part in ("een", "twee", "drie")]
    assert found(*plans, "Rustig.").focus == "Milan"
    assert found(plans[0], "Leerling: Lisa Aydin", "Rustig.").focus == ""


@pytest.mark.parametrize(
    ("text", "name", "birth"),
    [
        ("Verhaal van Peter Aydin, opgeschreven door de tolk\nIk ben geboren op 3 april 1974.", "Peter", "1974-04-03"),
        ("Geachte rechter,\nIk ben Peter. Ik ben geboren in april 1974.", "Peter", "1974-04"),
        ("Geachte rechter,\nIk ben in 1974 geboren.\nP. Aydin, geschreven 4 mei 2021", "P. Aydin", "1974"),
        ("Geachte rechter,\nIk schrijf u. Vader ben ik.\nAssen, 4 mei 2021", "vader", ""),
    ],
)
def test_a_parent_who_writes_is_that_parent(text: str, name: str, birth: str) -> None:
    (father,) = family_in([Document("brief_vader.txt", "txt", f"4 mei 2021\n{text} Een vader.")]).relatives
    assert (father.name, father.role, father.birth.edtf if father.birth else "") == (name, "vader", birth)


def test_a_register_that_puts_the_surname_first_adds_no_child() -> None:
    told = people(
        "Kind: Milan Aydin, geb. 9-3-2012", "Jeugdige: AYDIN, Milan - geb. 09-03-2012", "Pat. Aydin M. *09.03.2012"
    )
    assert told == [MILAN]


def test_a_letter_about_a_parent_tells_the_birth_by_the_short_label() -> None:
    told = found("Brief\nBetr. K. Smit, 3-4-1986, opname", "Moeder: K. Smit\nKind: Milan, geb. 9-3-2012")
    assert [one.birth.edtf for one in told.relatives if one.role == "moeder" and one.birth] == ["1986-04-03"]
