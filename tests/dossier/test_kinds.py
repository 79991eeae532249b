"""What kind of entry a sentence tells of: a table for each kind, and what must not be mistaken for it."""

from __future__ import annotations

import pytest

from tijdlijn.dossier.candidates import Profile
from tijdlijn.dossier.context import PassageContext
from tijdlijn.dossier.kinds import What, what_is
from tijdlijn.model.vocabulary import AimedAt, Kader, Kind, PlacementForm

SENTENCES: dict[Kind, tuple[str, ...]] = {
    Kind.GEBEURTENIS: (
        "Op 3 mei 2011 werd Jesse geboren.",
        "In november 2014 overleed opa na een kort ziekbed.",
        "Ouders zijn sinds de zomer van 2016 uit elkaar.",
        "Moeder is in maart 2019 met de kinderen verhuisd naar Almelo.",
        "Vader zat van juni tot december 2012 in detentie.",
        "Fatima is op 12 april weggelopen van huis.",
        "In 2017 verloor vader zijn baan als chauffeur.",
        "Moeder is sinds januari 2020 zwanger van haar nieuwe vriend.",
        "Op 2 juni 2021 is Daan door zijn vader geslagen.",
        "Politie kwam op 6 februari 2020 aan de deur na een ruzie tussen ouders.",
        "Milan is op 14 maart geschorst wegens vechten.",
        "Op 30 augustus is Fatima begonnen in de brugklas.",
        "Sinds 4 juli woont Lisa weer thuis.",
        "In de zomer van 2018 kreeg moeder een nieuwe relatie.",
    ),
    Kind.HULPVRAAG: (
        "In mei 2013 heeft moeder bij de huisarts om hulp gevraagd.",
        "Ouders vragen op 5 juni 2018 hulp bij het gedrag van Milan.",
        "Vader klopt in september 2020 aan bij het buurtteam.",
        "Moeder meldt zich op 11 januari 2019 bij het sociaal team.",
        "Op 7 maart vraagt school dringend om ondersteuning in de klas.",
    ),
    Kind.SIGNAAL: (
        "Op 4 november 2019 heeft de juf zorgen gemeld bij de intern begeleider.",
        "De politie deed op 9 mei 2020 een zorgmelding bij Veilig Thuis.",
        "De huisarts maakt zich sinds oktober zorgen over het gewicht van Lisa.",
        "Op 12 juni meldt de kinderopvang een blauwe plek.",
        "School heeft op 3 maart verzuim gemeld bij leerplicht.",
        "Anonieme melding op 8 december 2016 over schreeuwende kinderen.",
    ),
    Kind.ACTIE: (
        "Op 20 januari 2018 is Milan aangemeld bij Youké.",
        "De huisarts verwijst Lisa op 4 april 2019 naar de jeugd-GGZ.",
        "Op 9 september vond een MDO plaats met school en het wijkteam.",
        "De Raad verzoekt op 2 februari 2021 een ondertoezichtstelling.",
        "De crisisdienst heeft Milan op 6 juni beoordeeld.",
        "Leerplicht maakte op 10 mei proces-verbaal op.",
    ),
    Kind.BESLUIT: (
        "De kinderrechter heeft op 3 maart 2020 de OTS met een jaar verlengd.",
        "Op 14 juni 2019 sprak de rechtbank de echtscheiding uit.",
        "Het buurtteam sluit het dossier op 1 oktober 2018.",
        "Youké rondt de hulp af op 30 juni.",
        "De aanvraag is op 5 april afgewezen.",
        "Op 22 februari 2021 kent het college jeugdhulp toe.",
        "Bij beschikking van 4 mei 2022 is Milan onder toezicht gesteld.",
    ),
    Kind.ULTIMATUM: (
        "Moeder krijgt tot 1 november de tijd om mee te werken, anders volgt een melding bij de Raad.",
        "Op 3 mei heeft de gezinsvoogd een schriftelijke aanwijzing gegeven.",
        "Als vader op 1 juni niet in behandeling is, volgt een verzoek tot uithuisplaatsing.",
        "Dit is voor het gezin de laatste kans, aldus het overleg van 9 mei.",
    ),
    Kind.OVERDRACHT: (
        "Op 1 maart 2019 is het gezin overgedragen aan het wijkteam.",
        "Warme overdracht op 4 juni 2020 van Veilig Thuis naar het buurtteam.",
        "Sinds 1 september is er een nieuwe gezinsvoogd.",
    ),
    Kind.DIAGNOSE: (
        "In april 2018 is bij Milan ADHD vastgesteld.",
        "Uit onderzoek van mei 2019 blijkt een IQ van 72.",
        "Lisa is op 6 februari 2020 gediagnosticeerd met PTSS.",
        "Op 3 maart stelde de psychiater de diagnose autisme.",
    ),
    Kind.INTERVENTIE: (
        "In januari 2019 is gezinsbehandeling gestart door Youké.",
        "Van maart tot juni 2020 volgde Lisa speltherapie.",
        "Moeder kreeg in het najaar van 2015 opvoedondersteuning.",
        "Sinds februari 2021 is er ambulante begeleiding in het gezin.",
        "Start EMDR op 12 mei 2020.",
        "In de winter van 2010 was moeder opgenomen op de PAAZ.",
        "Patiënte was van 3 maart tot 4 mei 2021 opgenomen op onze afdeling.",
        "Van 11 juli tot 2 september 2016 is zij met hem opgenomen op de moeder-baby-unit.",
        "Zij kreeg in oktober 2013 drie huisbezoeken van de jeugdverpleegkundige.",
    ),
    Kind.BEMOEIENIS: (
        "Sinds 2016 is het buurtteam betrokken bij het gezin.",
        "Het onderzoek van Veilig Thuis liep van 3 maart tot 9 mei 2018.",
    ),
    Kind.WACHTTIJD: (
        "Milan staat sinds 4 juni op de wachtlijst van Karakter.",
        "De wachttijd voor behandeling is op 1 maart opgelopen tot negen maanden.",
    ),
    Kind.MAATREGEL: (
        "De OTS loopt van 3 maart 2020 tot 3 maart 2021.",
        "Milan staat sinds 2019 onder toezicht van Jeugdbescherming Noord.",
    ),
    Kind.BESCHIKKING: (
        "De beschikking loopt van 1 januari tot en met 30 juni 2022.",
        "Indicatie voor begeleiding geldig tot 31 december 2023.",
    ),
    Kind.UITHUISPLAATSING: (
        "Op 4 mei 2021 is Lisa uit huis geplaatst.",
        "De kinderen zijn op 14 februari 2019 naar opa en oma gebracht.",
        "Milan verblijft sinds 1 maart in gezinshuis De Linde.",
        "Lisa is op 9 juni geplaatst bij haar oma.",
        "Op 3 oktober is Milan overgeplaatst naar een gesloten groep.",
        "Sinds mei 2019 wonen de kinderen in een pleeggezin.",
    ),
    Kind.SCHOOL: (
        "Milan zit sinds augustus 2017 op basisschool De Vlinder.",
        "In september 2019 is Lisa gestart op het SBO.",
        "Op vierjarige leeftijd ging hij naar school.",
    ),
    Kind.WONEN: (
        "Vader woont sinds 2018 bij zijn broer.",
        "Zij huurt vanaf 1 mei een appartement in Assen.",
    ),
}


def date_in(sentence: str) -> str:
    """The last words with a digit: the clause of the date is found by them."""
    digits = [word for word in sentence.split() if any(character.isdigit() for character in word)]
    return digits[-1].rstrip(".,") if digits else ""


@pytest.mark.parametrize(("kind", "sentence"), [(kind, one) for kind, many in SENTENCES.items() for one in many])
def test_a_sentence_tells_its_kind(kind: Kind, sentence: str) -> None:
    assert what_is(sentence, date_in(sentence)).kind is kind


@pytest.mark.parametrize(
    ("sentence", "not_this"),
    [
        ("De beschikking loopt tot eind augustus, geen verlenging.", Kind.BESLUIT),
        ("De Raad verzoekt op 17 december 2021 een machtiging uithuisplaatsing.", Kind.UITHUISPLAATSING),
        ("Er dreigt in mei een uithuisplaatsing.", Kind.UITHUISPLAATSING),
        ("Op 4 juni was er een vermoeden van ADHD.", Kind.DIAGNOSE),
        ("Tussen maart 2018 en januari 2019 was er geen hulp.", Kind.INTERVENTIE),
        ("Moeder heeft zich op 3 mei ziek gemeld.", Kind.SIGNAAL),
        ("Op 9 mei ruzie bij de overdracht van de kinderen.", Kind.OVERDRACHT),
        ("Op 4 april zijn excuses gemaakt aan de hulpverlening.", Kind.INTERVENTIE),
        ("Sinds 1 mei is er geen overdracht geweest.", Kind.OVERDRACHT),
        ("Op 20 januari is Milan aangemeld voor gezinsbehandeling.", Kind.INTERVENTIE),
        ("De Raad adviseert op 3 mei een OTS voor een jaar.", Kind.MAATREGEL),
    ],
)
def test_what_is_denied_asked_or_feared_is_no_fact_of_that_kind(sentence: str, not_this: Kind) -> None:
    assert what_is(sentence, date_in(sentence)).kind is not not_this


def test_the_clause_of_the_date_decides() -> None:
    both = "De huisarts verwees Milan op 4 april 2017, de behandeling startte op 9 november 2017."
    assert what_is(both, "4 april 2017").kind is Kind.ACTIE
    assert what_is(both, "9 november 2017").kind is Kind.INTERVENTIE


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ((("Datum", "01-02-2019"), ("Contactvorm", "Huisbezoek"), ("Notitie", "Rustig.")), Kind.CONTACT),
        ((("Datum", "01-02-2019"), ("Onderwerp", "Wachtlijst"), ("Notitie", "Rustig.")), Kind.WACHTTIJD),
        ((("Product", "Logeren"), ("Ingangsdatum", "1-2-2020"), ("Einddatum", "1-8-2020")), Kind.BESCHIKKING),
    ],
)
def test_a_row_tells_the_kind_where_its_text_does_not(cells: tuple[tuple[str, str], ...], kind: Kind) -> None:
    assert what_is("Rustig.", context=PassageContext(cells=cells)).kind is kind


@pytest.mark.parametrize(
    ("genre", "kind"),
    [
        ("overdracht", Kind.OVERDRACHT),
        ("beschikking", Kind.BESLUIT),
        ("VT-melding", Kind.SIGNAAL),
        ("intakeverslag", Kind.ACTIE),
        ("afsluitbrief", Kind.BESLUIT),
    ],
)
def test_a_bare_date_is_that_of_its_document(genre: str, kind: Kind) -> None:
    context = PassageContext("3 mei 2018", profile=Profile(genre))
    assert what_is("Datum: 3 mei 2018", "3 mei 2018", context=context).kind is kind


def test_what_lies_ahead_is_expected() -> None:
    ahead = PassageContext("12 mei 2023", is_future=True)
    assert what_is("Op 12 mei 2023 wordt Lisa 18.", context=ahead).kind is Kind.VERWACHT
    assert what_is("De OTS loopt tot 12 mei 2023.", context=ahead).kind is Kind.MAATREGEL
    assert what_is("Evaluatie OTS\tJB\t12 mei 2023", context=ahead).kind is Kind.VERWACHT


def told(sentence: str) -> What:
    return what_is(sentence, date_in(sentence))


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("Lisa is op 9 juni geplaatst bij haar oma.", PlacementForm.NETWERK),
        ("Sinds 2019 verblijft Milan in een pleeggezin.", PlacementForm.PLEEGZORG),
        ("Op 3 mei is Milan geplaatst in gezinshuis De Linde.", PlacementForm.GEZINSHUIS),
        ("Op 3 mei is zij naar crisisgroep De Steiger gebracht.", PlacementForm.LEEFGROEP),
        ("Op 3 mei is Milan overgeplaatst naar JeugdzorgPlus.", PlacementForm.GESLOTEN),
        ("Op 3 mei is Milan geplaatst op behandelgroep Noord.", PlacementForm.BEHANDELGROEP),
    ],
)
def test_the_form_of_a_placement(sentence: str, form: PlacementForm) -> None:
    assert told(sentence).form is form


@pytest.mark.parametrize(
    ("sentence", "kader"),
    [
        ("Op 3 mei 2020 is Lisa met een spoedmachtiging uit huis geplaatst.", Kader.GEDWONGEN),
        ("Sinds 3 mei is er hulp in het vrijwillig kader, begeleiding gestart.", Kader.VRIJWILLIG),
        ("In mei 2021 is een drangtraject gestart met ambulante begeleiding.", Kader.DRANG),
        ("In mei 2021 is begeleiding gestart.", None),
    ],
)
def test_the_frame(sentence: str, kader: Kader | None) -> None:
    assert told(sentence).kader is kader


@pytest.mark.parametrize(
    ("sentence", "aim"),
    [
        ("In mei 2021 is gezinsbehandeling gestart.", AimedAt.GEZIN),
        ("In mei 2021 startte speltherapie.", AimedAt.KIND),
        ("Moeder kreeg in mei 2021 begeleiding.", AimedAt.OUDER),
    ],
)
def test_at_whom_help_is_aimed(sentence: str, aim: AimedAt) -> None:
    assert told(sentence).aimed_at is aim


@pytest.mark.parametrize(
    ("sentence", "turn"),
    [
        ("Ouders zijn in mei 2016 uit elkaar gegaan.", "echtscheiding"),
        ("In mei 2016 is het gezin verhuisd.", "verhuizing"),
        ("In mei 2016 overleed oma.", "overlijden"),
        ("Op 3 mei 2016 vond een huisbezoek plaats.", ""),
    ],
)
def test_the_turning_point(sentence: str, turn: str) -> None:
    assert told(sentence).schakelmoment == turn


def test_every_answer_says_why() -> None:
    assert told("De huisarts verwijst Lisa op 4 april 2019 naar de jeugd-GGZ.").reasons == (
        "‘verwijst’ wijst op een actie",
    )
    assert told("Lisa is op 9 juni geplaatst bij haar oma.").reasons[1:] == ("vorm: ‘bij haar oma’",)
