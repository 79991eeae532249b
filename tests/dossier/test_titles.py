"""A title is the clause of the date in the document's own words, without the date and without loose ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijdlijn.dossier.candidates import Profile
from tijdlijn.dossier.context import PassageContext
from tijdlijn.dossier.titles import LONGEST, title_of
from tijdlijn.language.folding import fold

TITLES: tuple[tuple[str, str, str], ...] = (
    ("Op 3 mei 2018 is Milan aangemeld bij Youké.", "3 mei 2018", "Milan is aangemeld bij Youké"),
    ("In mei 2013 heeft moeder de huisarts gebeld.", "mei 2013", "Moeder heeft de huisarts gebeld"),
    ("Van maart tot juni 2020 volgde Lisa speltherapie.", "Van maart tot juni 2020", "Lisa volgde speltherapie"),
    ("Milan staat sinds 4 juni op de wachtlijst.", "4 juni", "Milan staat op de wachtlijst"),
    ("Op 9 september vond een MDO plaats met school.", "9 september", "MDO met school"),
    ("In november 2014 overleed opa na een kort ziekbed.", "november 2014", "Opa overleed na een kort ziekbed"),
    ("Intake bij Karakter op 15 mei 2020.", "15 mei 2020", "Intake bij Karakter"),
    ("Start EMDR per 12 mei 2020.", "12 mei 2020", "Start EMDR"),
    ("Het gezin is per 1 maart 2019 overgedragen.", "1 maart 2019", "Gezin is overgedragen"),
    ("- Moeder is op 3 mei opgenomen.", "3 mei", "Moeder is opgenomen"),
    ("2. Op 3 mei is moeder opgenomen.", "3 mei", "Moeder is opgenomen"),
    ("Vader is gedetineerd (3 mei 2019).", "3 mei 2019", "Vader is gedetineerd"),
    ("Toen is Lisa op 3 mei weggelopen.", "3 mei", "Lisa is weggelopen"),
    ("Nadat moeder op 3 mei 2019 was opgenomen, is Lotte bij oma gaan wonen.", "3 mei 2019", "Moeder was opgenomen"),
    (
        "De huisarts verwees Milan op 4 april 2017; de behandeling startte op 9 november 2017.",
        "9 november 2017",
        "Behandeling startte",
    ),
    ("Beschikking loopt van 1-1-2022 t/m 30-6-2022.", "van 1-1-2022 t/m 30-6-2022", "Beschikking loopt"),
    ("Op 3 mei 2018 om 13.00 uur is de politie gekomen.", "3 mei 2018", "Politie gekomen"),
    ("Lisa van Dam, geboren 3 mei 2012", "3 mei 2012", "Lisa van Dam geboren"),
    ("Kinderen: Lisa (geb. 3-5-2012) en Bo (geb. 1-2-2015)", "1-2-2015", "Bo geboren"),
    ("Zij is sinds 2019 in behandeling.", "2019", "Zij is in behandeling"),
    ("In 2017 is Triple P niveau 3 geboden.", "2017", "Triple P niveau 3 is geboden"),
    ("In de nacht van 18 op 19 januari 2019 is 112 gebeld.", "19 januari 2019", "112 gebeld"),
    ("Intake was vorige week donderdag (9/11).", "vorige week donderdag", "Intake"),
    ("Zij kreeg in november en december drie gesprekken.", "november", "Zij kreeg drie gesprekken"),
    ("GGZ sluit Lisa af, eergisteren eindgesprek.", "eergisteren", "GGZ sluit Lisa af, eindgesprek"),
    ("Logeren bij oma (2016 en 2017).", "2016", "Logeren bij oma"),
    ("Op 3 april kwam de politie ter plaatse.", "3 april", "Politie kwam ter plaatse"),
    ("Op 3 mei trof de wijkcoach moeder aan.", "3 mei", "Wijkcoach trof moeder aan"),
    ("Per 1 augustus 2019 stapte Dewi over naar het vmbo.", "1 augustus 2019", "Dewi stapte over naar het vmbo"),
    ("Op 20 mei besprak het team de voortgang.", "20 mei", "Team besprak de voortgang"),
    ("Op 20 mei gesprek met moeder.", "20 mei", "Gesprek met moeder"),
    ("Dossier heropend per 1 april.", "1 april", "Dossier heropend"),
    ("28-11 beide ouders tekenen.", "28-11", "Beide ouders tekenen"),
    ("18-01 oma Riet overleden.", "18-01", "Oma Riet overleden"),
    ("30-08 dochter Evi geboren, vader is Patrick.", "30-08", "Dochter Evi geboren, vader is Patrick"),
    ("Er liggen twee meldingen van school (19 mei).", "19 mei", "Twee meldingen van school"),
    (
        "Daarna kwam van maart tot mei 2011 elke week een vrijwilliger.",
        "van maart tot mei 2011",
        "Vrijwilliger kwam elke week",
    ),
    (
        "Als vader vóór 1 oktober niet komt, stopt het bezoek.",
        "vóór 1 oktober",
        "Als vader niet komt, stopt het bezoek",
    ),
    (
        "De dag erna sprak de intern begeleider, mevrouw Smit, met moeder.",
        "De dag erna",
        "Intern begeleider, mevrouw Smit, sprak met moeder",
    ),
    ("Er was eerder zorg: op 6 mei 2015 stuurde de politie een brief.", "6 mei 2015", "Politie stuurde een brief"),
    ("Wonen: sinds 15 mei 2021 bij opa.", "15 mei 2021", "Wonen: bij opa"),
    ("Maar na oudjaar kwam hij niet meer.", "na oudjaar", "Hij kwam niet meer"),
    ("Nacontrole over 3 maanden.", "over 3 maanden", "Nacontrole"),
    ("Aangehouden 1/11 06:05", "1/11", "Aangehouden"),
    ("Let op: per 1 mei is de begeleider ziek.", "1 mei", "Begeleider ziek"),
    (
        "De kinderrechter stelt Lisa van Dam, geboren op 3 mei 2012 te Assen, onder "
        "toezicht met ingang van 4 juni 2021.",
        "4 juni 2021",
        "Kinderrechter stelt Lisa van Dam onder toezicht",
    ),
)


@pytest.mark.parametrize(("passage", "words", "title"), TITLES)
def test_a_title(passage: str, words: str, title: str) -> None:
    assert title_of(passage, words) == title


@pytest.mark.parametrize(
    ("passage", "words"), [(passage, words) for passage, words, _ in TITLES if "geb." not in passage]
)
def test_a_title_invents_no_word(passage: str, words: str) -> None:
    marks = str.maketrans(".,;:()", "      ")
    said = set(fold(passage).translate(marks).split())
    assert set(fold(title_of(passage, words)).translate(marks).split()) <= said


def test_a_long_clause_ends_where_a_part_of_it_ends() -> None:
    long = (
        "Op 3 mei 2018 is de gezinsbehandeling door Youké gestart in het gezin van moeder, omdat er na de verhuizing "
        "steeds meer spanning was tussen de kinderen."
    )
    assert title_of(long, "3 mei 2018") == "Gezinsbehandeling door Youké gestart in het gezin van moeder"


def test_a_table_row_is_called_by_the_cell_that_says_what() -> None:
    row = "45A53 Begeleiding, 4 uur\tYouké\t01-03-2021\t31-08-2021"
    assert title_of(row, "01-03-2021") == "Begeleiding, 4 uur"


@pytest.mark.parametrize(
    ("passage", "words"), [("Datum: 3 mei 2018", "3 mei 2018"), ("Datum gesprek\t3 mei 2018", "3 mei 2018")]
)
def test_a_bare_date_is_called_by_its_document(passage: str, words: str) -> None:
    context = PassageContext(words, opening="Intakeverslag buurtteam Assen")
    assert title_of(passage, words, context=context) == "Intakeverslag buurtteam Assen"


def test_a_letter_head_is_no_title() -> None:
    context = PassageContext(
        "3 mei 2018",
        opening="Gemeente Assen, Postbus 12, 9400 AA Assen",
        profile=Profile("beschikking", "Gemeente Assen"),
    )
    assert title_of("Verzonden: 3 mei 2018", "3 mei 2018", context=context) == "Beschikking Gemeente Assen"


@given(st.text(alphabet="abcDE .,;:()-\t1", max_size=200), st.text(alphabet="abc1 ", max_size=8))
def test_any_passage_gives_a_title_that_fits(passage: str, words: str) -> None:
    assert len(title_of(passage, words)) <= LONGEST


def test_a_document_is_called_by_what_it_is_when_its_first_line_does_not_say() -> None:
    context = PassageContext(
        profile=Profile("afsluitbrief", "Oeverlicht"), opening="Oeverlicht, kinder- en jeugdpsychiatrie"
    )
    assert title_of("Datum: 25 oktober 2019", "25 oktober 2019", context=context) == "Afsluitbrief Oeverlicht"
    said = PassageContext(profile=Profile("verslag", "School"), opening="Verslag van het huisbezoek")
    assert title_of("Datum: 25 oktober 2019", "25 oktober 2019", context=said) == "Verslag van het huisbezoek"
