"""In how many ways a document tells its own day, and which dates in it are of something else."""

from __future__ import annotations

import pytest

from tijdlijn.dossier.profiles import profile_of
from tijdlijn.model.documents import Document


def day_in(text: str, name: str = "stuk.docx") -> str:
    day = profile_of(Document(name, name.rpartition(".")[2], text)).day
    return day.edtf if day else ""


BODY = "\nMoeder vertelt dat het thuis rustig is. Sinds 3 maart 2020 gaat Milan weer naar school.\nVerder niets.\n"

HEADS: tuple[tuple[str, str], ...] = (
    ("Evaluatieplan begeleiding – d.d. 10 september 2021 –", "2021-09-10"),
    ("GEZINSPLAN (versie 3, 29 jan 2021)", "2021-01-29"),
    ("Evaluatiegesprek van 27 februari 2021", "2021-02-27"),
    ("Verslag huisbezoek 3-2-21", "2021-02-03"),
    ("Gespreksverslag donderdag 4 februari 2021 (Teams)", "2021-02-04"),
    ("Verslag van het gesprek met ouders op 4 februari 2021", "2021-02-04"),
    ("Notulen zorgteam d.d. 04.02.2021", "2021-02-04"),
    ("Assen, 4 februari 2021\nGeachte mevrouw Smit,", "2021-02-04"),
    ("Praktijk De Wending\nKerkstraat 12, 9401 AA Assen\nOns kenmerk 2020/114 Datum 4 februari 2021", "2021-02-04"),
    ("Praktijk De Wending\nUw kenmerk\tOns kenmerk\tDatum\n12-A\t2020/114\t4 februari 2021", "2021-02-04"),
    ("Kenmerk: 2020/114\tBehandeld door: K. Bos\tDatum: 4 februari 2021", "2021-02-04"),
    ("Onderwerp: jeugdhulp\nDatum besluit: 4-2-2021\nVerzenddatum: 5-2-2021", "2021-02-04"),
    ("Leerling: Milan Aydin, geboren 9-3-2012\nIngevuld op: 4-2-2021 door juf Anke", "2021-02-04"),
    ("Aanmeldformulier\nDatum invullen: 4-2-2021", "2021-02-04"),
    ("Groeidocument\nVastgesteld: 4 februari 2021\nGeldig tot: 1 augustus 2021", "2021-02-04"),
    ("Handelingsplan\nBesproken met ouders: 4 februari 2021", "2021-02-04"),
    ("OPP Milan\nDatum opstelling: 4 februari 2021\nStartdatum: 1 maart 2021", "2021-02-04"),
    ("Dag: donderdag 4 februari 2021\nAanwezig: moeder, juf", "2021-02-04"),
    ("Verslag\nDatum en tijd: 4 februari 2021, 14.00 uur", "2021-02-04"),
    ("Verslag\nDatum & plaats: 4 februari 2021, Assen", "2021-02-04"),
    ("Verslag\nPlaats, datum: Assen, 4 februari 2021", "2021-02-04"),
    ("Dossieruitdraai huisarts, printdatum 4-2-2021", "2021-02-04"),
    ("Patiëntenkaart\nAfgedrukt op 4-2-2021 09:12", "2021-02-04"),
    ("Export contactregistratie, gegenereerd op 4-2-2021", "2021-02-04"),
    ("Medisch overzicht\nUitdraai d.d. 4-2-2021, geboren 9-3-2012", "2021-02-04"),
    (
        "Ontslagbrief kinderafdeling\n4 februari 2021. Betr. Milan A., 09-03-'12, opgen. 14-01 t/m 22-01-21",
        "2021-02-04",
    ),
    ("Rapportagedatum: 4 februari 2021\nPeriode: juli 2020 – januari 2021", "2021-02-04"),
    ("Status: definitief, 4 februari 2021", "2021-02-04"),
    ("Concept 4 februari 2021 – Plan van aanpak", "2021-02-04"),
    ("2021-02-04 Verslag telefonisch overleg", "2021-02-04"),
    ("Do 4 feb 2021\nHoi Karin,", "2021-02-04"),
    ("Toekomstplan\nDatum: februari 2021 (tweede versie)", "2021-02"),
    ("Behandelplan, versie februari 2021", "2021-02"),
    ("Aanvraag jeugdhulp\nOntvangen: 4 februari 2021", "2021-02-04"),
    ("Onderzoeksdatum: 2-1-2021\nDatum verslag: 4-2-2021", "2021-02-04"),
    ("Memo\nAan: team Noord\nVan: K. Bos\nDatum memo: 4-2-2021", "2021-02-04"),
)


@pytest.mark.parametrize(("head", "day"), HEADS)
def test_the_head_says_the_day(head: str, day: str) -> None:
    assert day_in(head + BODY) == day


LABELS = (
    "Datum vergadering",
    "Datum eindverslag",
    "Datum van dit verslag",
    "Datum rapportagegesprek",
    "Datum teamoverleg",
    "Datum beoordeling",
    "Bespreekdatum",
    "Opmaakdatum",
    "Contactdatum",
    "Rapport vastgesteld op",
    "Verslag opgemaakt op",
    "Onderzoek afgesloten op",
    "Plan opgesteld op",
    "Opgesteld d.d.",
    "Eindverslag d.d.",
    "Overleg d.d.",
    "Print",
    "Laatste wijziging",
    "Wanneer",
)
NO_LABELS = (
    "Datum aanmelding",
    "Melding ontvangen",
    "Verwijsdatum",
    "Datum volgende evaluatie",
    "Datum opname",
    "Datum uithuisplaatsing",
    "Datum eerste gesprek",
    "Zittingsdatum",
    "Aanvraag ontvangen",
)
FORM = "Stichting De Brug\nVerslag\nCliënt: Tim Bos, geboren 3 mei 2012\n{}14 maart 2021\nBegeleider: J. Smit\n" + BODY
LATER = "Op 2 april 2021 is er een gesprek geweest met school."


@pytest.mark.parametrize("between", [": ", "\t"])
@pytest.mark.parametrize("label", LABELS)
def test_a_field_of_a_form_says_when_it_was_made(label: str, between: str) -> None:
    assert day_in(FORM.format(label + between)) == "2021-03-14"


@pytest.mark.parametrize("between", [": ", "\t"])
@pytest.mark.parametrize("label", NO_LABELS)
def test_a_field_of_what_began_is_not_the_day_of_a_text_that_goes_on(label: str, between: str) -> None:
    assert day_in(FORM.format(label + between) + LATER) == ""


@pytest.mark.parametrize(
    "title",
    [
        "GROEPSOVERLEG 14 maart 2021",
        "Intakeverslag (14-03-2021)",
        "Verslag 3e voortgangsgesprek (14 maart 2021)",
        "Ons kenmerk: AB/12\tHoornsluis, 14 maart 2021",
        "Overdracht van J. Smit aan K. Bos per 14 maart 2021",
        "Uitdraai journaal t/m 14-03-2021",
        "Stand van zaken per 14 maart 2021",
        "Datum aanmelding: 3 november 2020\nDatum verslag: 14 maart 2021",
        "Datum beschikking: 3 november 2020\nDatum verslag: 14 maart 2021",
    ],
)
@pytest.mark.parametrize("letterhead", ["", "Stichting De Brug\n"])
def test_a_title_says_the_day_also_below_a_letterhead(letterhead: str, title: str) -> None:
    assert day_in(letterhead + title + BODY) == "2021-03-14"


TAILS: tuple[tuple[str, str], ...] = (
    ("Assen, 4 februari 2021", "2021-02-04"),
    ("Hoogachtend,\nK. Bos\n4 februari 2021", "2021-02-04"),
    ("4-2-2021 kb", "2021-02-04"),
    ("4/2/21, K. Bos", "2021-02-04"),
    ("K. Bos, do. 4 februari '21", "2021-02-04"),
    ("Karin\nDonderdag, 4 februari 2021", "2021-02-04"),
    ("Aldus opgemaakt te Assen op 4 februari 2021.", "2021-02-04"),
    ("Aldus gerapporteerd door K. Bos-de Jong te Assen, 4 februari 2021.", "2021-02-04"),
    ("Aldus naar waarheid ingevuld, Assen, 4 februari 2021", "2021-02-04"),
    ("Vastgesteld te Assen op 4 februari 2021, K. Bos, jeugdbeschermer (sinds juni)", "2021-02-04"),
    ("Opgesteld door M. Zwart, fiat GW 4/2/2021", "2021-02-04"),
    ("Opgemaakt door K. Bos, orthopedagoog, op 4-2-2021", "2021-02-04"),
    ("Versie 1.0 (definitief), 4 februari 2021", "2021-02-04"),
    ("v2 – 4 feb. 2021", "2021-02-04"),
    ("Getekend, K. Smit, 4 februari 2021", "2021-02-04"),
    ("Gezien en akkoord ouders d.d. 4 februari 2021", "2021-02-04"),
    ("Voor gezien: moeder 4-2-2021", "2021-02-04"),
    ("Handtekening moeder: K. Smit    Datum: 4-2-2021", "2021-02-04"),
    ("Datum ondertekening: 4-2-2021", "2021-02-04"),
    ("Plaats en datum: Assen, 4 februari 2021", "2021-02-04"),
    ("Dit plan is vastgesteld op 4 februari 2021.", "2021-02-04"),
    ("Opgetekend door de tolk op 4 februari 2021", "2021-02-04"),
    ("Gedaan te Assen, 4 februari 2021, mr. K. Bos, griffier", "2021-02-04"),
    ("Deze beslissing is uitgesproken op 4 februari 2021 in tegenwoordigheid van de griffier.", "2021-02-04"),
    ("K. Bos, teamleider, 04-02-2021", "2021-02-04"),
    ("(K. Bos, 4 februari 2021)", "2021-02-04"),
    ("Akkoord GW: L. Vos, 4-2-2021", "2021-02-04"),
    ("Printdatum: 4-2-2021 pagina 1 van 1", "2021-02-04"),
    ("ingeleverd februari 2021", "2021-02"),
    ("Dit verslag is op 4 februari 2021 met moeder besproken.", "2021-02-04"),
    ("Aldus besloten op 4 februari 2021 door mr. K. Bos.", "2021-02-04"),
    ("Ondertekening ouders:\n\nDatum:\n4 februari 2021", "2021-02-04"),
    ("Naam: K. Bos\tHandtekening:\tDatum: 4-2-2021", "2021-02-04"),
    ("Assen den 4 februari 2021", "2021-02-04"),
    ("Opgemaakt door mw. L. Bakker. Versie 2, februari 2021", "2021-02"),
    ("Assen, februari 2021", "2021-02"),
)


@pytest.mark.parametrize(("tail", "day"), TAILS)
def test_the_last_lines_say_the_day(tail: str, day: str) -> None:
    assert day_in("Verslag begeleiding gezin Aydin" + BODY + tail) == day


ELSEWHEN: tuple[str, ...] = (
    "Perspectiefplan\nSTP-datum: 4 februari 2021   Einddatum: 11 maart 2021",
    "Verslag\nOntslagdatum: 4 februari 2021",
    "Verslag\nIngangsdatum: 4-2-2021",
    "Evaluatie\nZittingsdatum: 4 februari 2021",
    "Evaluatie\nEvaluatiedatum volgende keer: 4-2-2022",
    "Beschikking\nEinddatum maatregel 4-2-2021",
    "Plan\nStartdatum: 4-2-2021",
    "Rapport\nPleegdatum: 4-2-2021",
    "Rapport\nGeboortedatum: 4-2-2011",
    "Afloopbericht\njong. M.A., feit: winkeldiefstal d.d. 4-2-2021. Verw. pol. 6-2-2021",
    "Verslag curator\n1. Bij beschikking van de rechtbank van 4 februari 2021 ben ik benoemd.",
    "Verslag\nDe beschikking van de kinderrechter van 4 februari 2021 is met ouders doorgenomen.",
    "Gezinsplan 4 februari 2021 t/m 4 februari 2022",
    "Verslag\nBinnengekomen: 4 februari 2021 uit crisisopvang",
    "Brief\nUw brief van 4 februari 2021",
    "Brief\nDank voor uw mail van 4 februari 2021 over Milan.",
    "Verslag\nHet MDO van 4 februari 2021 was goed, vond moeder.",
    "Verslag\nZij is op 4 februari 2021 bij ons gestart.",
    "Verslag" + BODY + "Zitting: 4 februari 2022",
    "Verslag" + BODY + "Volgende afspraak: 4 februari 2022, 10.00 uur",
    "Verslag" + BODY + "Nacontrole: 4 februari 2022. K. Bos, kinderarts",
    "Verslag" + BODY + "Wij zien hem weer op 4 februari 2022.",
    "Verslag" + BODY + "De machtiging loopt tot 4 februari 2022, K. Bos",
    "Verslag" + BODY + "Bezwaar maken kan tot en met 4 februari 2022.",
    "Verslag" + BODY + "De verhuizing naar Assen, 4 februari 2020, viel Milan zwaar.",
    "Verslag" + BODY + "Moeder kreeg het op 4 februari 2020 te horen.",
    "Verslag" + BODY + "Toezicht eindigt 30 september 2022, twee weken ervoor afsluiting.",
    "Verslag" + BODY + "Evaluatie gepland: maart 2022",
    "Verslag" + BODY + "Hij gaat naar Assen in februari 2021",
    "Verslag" + BODY + "Herindicatie voor 4-2-2022, K. Bos",
    "Betreft: Milan Aydin, 4-2-2011, Assen",
    "Aanmelding d.d. 4 februari 2021" + BODY,
    "Toetsdatum: 4-2-2021\nUitslagdatum: 14-3-2021",
    "Ondertoezichtstelling uitgesproken 4 februari 2021" + BODY,
    "Brief aan de rechter voor de zitting van 4 februari 2021" + BODY,
    "Reactie op het rapport van 4 februari 2021" + BODY,
    "Evaluatie van het plan van 4 september 2020" + BODY,
    "Verslag" + BODY + "Volgend overleg\n4 februari 2022",
    "Verslag" + BODY + "Zitting\n4 februari 2022",
    "Verslag" + BODY + "Aanmelding pleegzorg, 4 februari 2021",
)


@pytest.mark.parametrize("text", ELSEWHEN)
def test_the_day_of_something_else_is_not_that_of_the_document(text: str) -> None:
    assert day_in(text) == ""


BOTH: tuple[tuple[str, str, str, str], ...] = (
    ("Plan\nDatum: 4-2-2021", "Akkoord moeder: 9-2-2021", "plan_2021-03-01.docx", "2021-02-04"),
    ("Verslag huisbezoek 4-2-2021", "Assen, 9 februari 2021", "x.docx", "2021-02-04"),
    ("Verslag", "Assen, 9 februari 2021", "verslag 4-2-2021.docx", "2021-02-09"),
    ("Verslag", "Verder rustig.", "verslag 4-2-2021.docx", "2021-02-04"),
    ("Evaluatie\nZitting: 20-3-2021\nOpgesteld: 4-2-2021", "Verder rustig.", "x.docx", "2021-02-04"),
    ("Plan\nVI/STP-datum: 15 maart 2021", "Opgesteld door K. Bos, fiat 4/2/2021", "x.docx", "2021-02-04"),
    ("Melding\nFeit: diefstal d.d. 1-2-21", "4-2-2021 kv", "x.txt", "2021-02-04"),
)


@pytest.mark.parametrize(("head", "tail", "name", "day"), BOTH)
def test_the_label_goes_before_the_title_and_that_before_the_end_and_the_file(
    head: str, tail: str, name: str, day: str
) -> None:
    assert day_in(head + BODY + tail, name) == day


NOTES: tuple[tuple[str, str], ...] = (
    ("Aant. Froukje\n18-10-21 meld. sch. binnen, moeder ontv. en vader boos, plan gemaakt en besproken.\n"
     "2-11-21 gespr. vader op bedrijf, hij wil hulp en is aangemeld bij de verslavingszorg.\n"
     "4-1-22 gestopt, dossier dicht, alles overgedragen aan het wijkteam en moeder gebeld.", "2022-01-04"),
    ("Logboek\n4-1-2022 afsluiting\n2-11-2021 gesprek vader\n18-10-2021 melding school", "2022-01-04"),
    ("Journaal\n03.09.2018 S slaapt slecht. P uitleg.\n18.02.2019 S hoofdpijn. P rust.\n11.11.2020 S gevallen.",
     "2020-11-11"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "day"), NOTES)
def test_the_latest_of_the_notes_is_the_day(text: str, day: str) -> None:
    assert day_in(text) == day
