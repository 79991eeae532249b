"""What hasty notes, letters of a family and long sentences of a court tell, and of whom."""

from __future__ import annotations

import pytest

from tijdlijn.dossier.candidates import Family, PartyFound, Profile
from tijdlijn.dossier.clauses import clause_of
from tijdlijn.dossier.context import PassageContext
from tijdlijn.dossier.family import family_in
from tijdlijn.dossier.kinds import what_is
from tijdlijn.dossier.naming import parties_in
from tijdlijn.dossier.party_places import PartyPlaces
from tijdlijn.dossier.profiles import profile_of
from tijdlijn.dossier.text_in import read_text
from tijdlijn.model.vocabulary import Kind, Sector

KINDS: dict[Kind, tuple[str, ...]] = {
    Kind.HULPVRAAG: (
        "Moeder vraagt: is er niet iemand die hem kan ophalen?",
        "Mo vraagt: kan hij een paar weken ergens anders heen?",
        'Vader vroeg "iemand die met Sanne wil praten".',
        'Va vraagt "hulp met de post".',
        "Vraagt: logeerplek voor Bram.",
        "In het voorjaar heb ik mijn huisarts verteld dat ik het niet meer zag zitten.",
        "Ik ben toen bij het wijkteam geweest.",
        "Ik heb in die week de dokter gebeld.",
        "Ik heb het consultatiebureau gevraagd wat ik moest doen.",
        "Oma vraagt hulp bij de opvoeding van haar kleinkind.",
    ),
    Kind.CONTACT: (
        "Intake Fleur was gisteren, met beide ouders.",
        "Screening bij MST, juli 2020.",
        "Intake bij De Kade gedaan.",
        "Huisbezoek, alleen oma was thuis.",
        "Kennismaking met Bilal en zijn vader op kantoor.",
        "Intakegesprek op 3 juni, moeder was er alleen.",
    ),
    Kind.OVERDRACHT: (
        "Op 4 mei is de gezinsvoogd gewisseld.",
        "De behandelaar is vertrokken naar een andere vestiging.",
        "Voor de derde keer van jeugdbeschermer gewisseld.",
        "De mentor van de groep is vervangen.",
        "Collega ziek, caseload verdeeld.",
    ),
    Kind.ULTIMATUM: (
        "Moeder start voor 1 mei met de behandeling, anders RvdK.",
        "Nog een keer te laat, anders terug naar de OvJ.",
        "Officiële waarschuwing: bij nog een gemiste afspraak terug naar de officier.",
        "Vader stopt met drinken, anders VT.",
        "Bij nog een overtreding terug naar de rechter.",
        "Ouders tekenen voor vrijdag, anders OTS.",
    ),
    Kind.BESLUIT: (
        "Drie keer niet verschenen, op 5 juni uitgeschreven.",
        "Oudergroep niet geïndiceerd.",
        "Kades heeft hem per 1 juli uitgeschreven.",
        "Het wijkteam sluit het dossier op 2 maart.",
    ),
    Kind.GEBEURTENIS: (
        "Partijen zijn gehuwd op 4 april 2004.",
        "De echtscheiding is ingeschreven op 5 juli 2012.",
        "Een week later brak opa zijn heup.",
        "Hij is opgenomen met een gebroken been.",
        "Op 3 mei heeft hij een pizzakoerier beroofd van zijn fiets.",
        "Op 9 juni inbraak in de schuur van de buren.",
        "Val van de trap, twee nachten opname.",
        "Zij brak haar pols bij gym.",
    ),
    Kind.INTERVENTIE: (
        "Vader lag vier weken op de PAAZ.",
        "Moeder verbleef in maart op een PAAZ.",
        "FACT van december tot en met mei.",
        "EQUIP vanaf 23 augustus, drie keer per week.",
        "Van februari tot juni begeleide contacten met vader.",
        "Opname van vader op de detox sinds 3 mei.",
    ),
    Kind.DIAGNOSE: (
        "Een persisterende rouwstoornis, met paniek.",
        "Conclusie: depressieve stoornis, ernstig.",
        "Loyaliteitsconflict, aanpassingsstoornis.",
        "Bij beiden foetaal alcoholsyndroom.",
        "Eetstoornis, nog licht.",
    ),
    Kind.UITHUISPLAATSING: (
        "Sinds 15 oktober bij netwerkpleegouder meneer Oom.",
        "Vanaf mei bij een netwerkpleeggezin in de straat.",
        "Op 3 maart naar een crisisgroep gebracht.",
    ),
    Kind.ACTIE: (
        "In november is een Zorgadviesteam bijeengekomen.",
        "Aangemeld bij De Kade op 3 mei.",
        "Op 2 juni verwezen naar de jeugd-GGZ.",
    ),
}
CASES = [(kind, sentence) for kind, sentences in KINDS.items() for sentence in sentences]


@pytest.mark.parametrize(("kind", "sentence"), CASES, ids=[sentence for _, sentence in CASES])
def test_the_kind_of_a_hasty_sentence(kind: Kind, sentence: str) -> None:
    assert what_is(sentence).kind is kind


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (Kind.INTERVENTIE, "Zij volgt sinds mei behandeling voor haar eetstoornis."),
        (Kind.BESLUIT, "De rechtbank heeft op 3 maart de echtscheiding uitgesproken."),
        (Kind.GEBEURTENIS, "Moeder is verhuisd naar Assen."),
        (Kind.WACHTTIJD, "Wachtlijst tot de intake van mei."),
    ],
)
def test_what_looks_alike_is_not_mistaken(kind: Kind, sentence: str) -> None:
    assert what_is(sentence).kind is kind


@pytest.mark.parametrize(
    "sentence",
    [
        "Toezicht eindigt 30 september 2022.",
        "Beschikking loopt t/m 30 september 2022.",
        "Einde plaatsing 30 september 2022.",
    ],
)
def test_an_end_that_lies_ahead_is_expected(sentence: str) -> None:
    assert what_is(sentence, context=PassageContext("30 september 2022", is_future=True)).kind is Kind.VERWACHT


DOSSIER = Family(
    parties=(
        PartyFound("De Schakel", Sector.JEUGD_GGZ, gives=("mst",)),
        PartyFound("CBS De Terp", Sector.ONDERWIJS),
        PartyFound("Vakcollege Noord", Sector.ONDERWIJS),
        PartyFound("Omgangshuis De Brug", Sector.JEUGDHULP),
        PartyFound("Jeugdbescherming Terpen", Sector.GI),
        PartyFound("GGZ Kust", Sector.JEUGD_GGZ),
    )
)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Schakel: R. drie keer niet verschenen.", "De Schakel"),
        ("Het omgangshuis belt moeder.", "Omgangshuis De Brug"),
        ("De gezinsvoogd kwam op huisbezoek.", "Jeugdbescherming Terpen"),
        ("De GI heeft met ouders gesproken.", "Jeugdbescherming Terpen"),
        ("MST is gestart op 3 mei.", "De Schakel"),
        ("De JR komt niet opdagen.", "Jeugdbescherming Terpen"),
        ("Een Zorgadviesteam is bijeengekomen.", "Zorgadviesteam"),
        ("De vertrouwensarts adviseert opschrijven.", "Vertrouwensarts"),
        ("De huismeester belt: vuilnis in het portiek.", "Woningcorporatie"),
        ("De kraamverzorgster meldt zorgen.", "Kraamzorg"),
        ("De dominee bracht eten.", "Kerk"),
        ("In groep 7 ontdekte de boksschool hem.", "Boksschool"),
        ("De meervoudige kamer veroordeelt hem tot een werkstraf.", "Rechtbank"),
        ("Hij is op 19 mei in bewaring gesteld.", "Rechtbank"),
        ("Zittingsdatum: 9 november 2023.", "Rechtbank"),
        ("Sinds zaterdag woont zij bij opa en oma.", "Netwerk"),
        ("Sinds mei bij netwerkpleegouder meneer Oom.", "Netwerk"),
        ("Op 3 juni kreeg hij een gebroken arm.", "Ziekenhuis"),
        ("De conrector belt moeder.", "School"),
        ("De officier wil hem terug in de zitting.", "Openbaar Ministerie"),
    ],
)
def test_whom_a_function_or_a_word_means(sentence: str, name: str) -> None:
    assert name in [party.name for party in parties_in(sentence, DOSSIER)]


@pytest.mark.parametrize(
    ("sentence", "named", "name"),
    [
        ("School heeft hem geschorst.", "Vakcollege Noord", "Vakcollege Noord"),
        ("De mentor belt moeder.", "CBS De Terp", "CBS De Terp"),
        ("De behandelaar stelt uitstel voor.", "GGZ Kust", "GGZ Kust"),
        ("Volgens de psychiater is opname nodig.", "De Schakel", "De Schakel"),
        ("De groepsleiding meldt een vechtpartij.", "Omgangshuis De Brug", "Omgangshuis De Brug"),
    ],
)
def test_a_function_means_the_agency_named_last(sentence: str, named: str, name: str) -> None:
    party = next(party for party in DOSSIER.parties if party.name == named)
    assert [party.name for party in parties_in(sentence, DOSSIER, PassageContext(named=(party,)))][:1] == [name]


def test_a_letter_of_the_family_goes_on_about_the_agency_of_the_sentence_before() -> None:
    context = PassageContext(before="Ik ben naar De Schakel gegaan.")
    assert parties_in("In mei kreeg ik een cursus opvoeden.", DOSSIER, context)[:1] == DOSSIER.parties[:1]


def test_the_writer_goes_before_who_was_named_last() -> None:
    context = PassageContext(named=(DOSSIER.parties[2],), profile=Profile("schoolverslag", "CBS De Terp"))
    assert parties_in("School schorst hem een dag.", DOSSIER, context)[0].name == "CBS De Terp"


@pytest.mark.parametrize(
    ("name", "text", "agency"),
    [
        ("03_registratie.txt", "Omgangshuis De Brug, registratie\n3-2-23 Eerste keer.", "Omgangshuis De Brug"),
        ("07_aantekeningen.txt", "gb-team Zuid / gez. V / aant. Froukje\n\n18-10-21 meld. VT.", "Gebiedsteam Zuid"),
        ("09_kaart.txt", "GGD Noord, PGO 5 jr\nWanneer | Betreft | Bevinding\n22-11-2019 | PGO | Groei.", "GGD Noord"),
        ("01_plan.txt", "PRAKTIJK DE LINDE – speltherapie – plan\nNaam: Eva", "Praktijk De Linde"),
        ("mail.txt", "Van: jan.de.wit@thuispost.invalid\nAan: a@b.invalid\nOnderwerp: x\nDatum: nu\n\nHoi", ""),
        (
            "mail.txt",
            "Van: zorgteam@noordervmbo.invalid\nAan: a@b.invalid\nOnderwerp: x\nDatum: nu\n\nHoi",
            "Noorder Vmbo",
        ),
    ],
)
def test_the_writer_of_a_document(name: str, text: str, agency: str) -> None:
    assert profile_of(read_text(text.encode(), name)).agency == agency


def test_a_quoted_mail_is_its_senders() -> None:
    text = (
        "Van: leerplicht@stad.invalid\nAan: zorgteam@noordervmbo.invalid\nOnderwerp: x\nDatum: nu\n\nDag,\n"
        "Op wo 27 mrt 2019 om 09:12 schreef zorgteam:\n> R. is geschorst.\n"
    )
    document = read_text(text.encode(), "mail.txt")
    places = PartyPlaces(document, family_in([document]))
    assert places.writer_at(text.index("Dag"), "Leerplicht") == "Leerplicht"
    assert places.writer_at(text.index("> R."), "Leerplicht") == "Noorder Vmbo"


def test_each_date_of_a_long_sentence_has_its_clause() -> None:
    sentence = (
        "Hij wordt verdacht van beroving op 14 mei 2020, ter zake waarvan hij twee dagen later is aangehouden en op "
        "19 mei in bewaring is gesteld, welke hechtenis op 26 juni is geschorst."
    )
    assert clause_of(sentence, "twee dagen later") == "ter zake waarvan hij twee dagen later is aangehouden"
    assert clause_of(sentence, "19 mei") == "en op 19 mei in bewaring is gesteld"
    assert clause_of(sentence, "26 juni") == "welke hechtenis op 26 juni is geschorst."
    assert clause_of("Zitting: 9 mei 2023    Termijn: 18-11-2022", "18-11-2022") == "Termijn: 18-11-2022"
