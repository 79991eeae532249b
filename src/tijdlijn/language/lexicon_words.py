"""Words that are a whole answer in a table cell, and their codes, as data.

Everything here is folded: small letters, no accents; synonyms are separated by commas.
"""

from __future__ import annotations

from tijdlijn.model.vocabulary import AimedAt, Helped, Kader, Kind, Payer, PlacementForm, Sector, Voice, Weight

KIND_WORDS: dict[Kind, str] = {
    Kind.GEBEURTENIS: (
        "levensgebeurtenis, life event, event, gebeurd, feit, overig, mijlpaal, ingrijpende gebeurtenis, verhuizing, "
        "scheiding, echtscheiding, geboorte, overlijden, detentie, nieuwe partner, schoolwisseling, verlies van werk"
    ),
    Kind.HULPVRAAG: "vraag, vraag om hulp, verzoek om hulp, hulpverzoek, vraagt hulp, zorgvraag",
    Kind.SIGNAAL: (
        "melding, zorgmelding, zorg, zorgen, zorgsignaal, signalering, vt-melding, vt melding, incident, "
        "politiemelding, verzuimmelding, kindermishandelingsmelding, anonieme melding"
    ),
    Kind.CONTACT: (
        "gesprek, huisbezoek, telefoon, telefoongesprek, telefonisch contact, belcontact, contactmoment, "
        "bezoek, mail, e-mail, email, appcontact, consult, kennismaking, evaluatiegesprek, keukentafelgesprek"
    ),
    Kind.ACTIE: (
        "handeling, stap, aanmelding, verwijzing, intake, overleg, mdo, casusoverleg, aanvraag, onderzoek, "
        "multidisciplinair overleg, zorgoverleg, rondetafelgesprek, verzoek tot onderzoek"
    ),
    Kind.BESLUIT: "beslissing, uitspraak, conclusie, vonnis, beschikking rechter, beschikking rechtbank, afsluiting",
    Kind.ULTIMATUM: "eis, laatste kans, voorwaarde, dwang, laatste waarschuwing, schriftelijke aanwijzing",
    Kind.OVERDRACHT: "warme overdracht, koude overdracht, wisseling hulpverlener, wisseling, nieuwe hulpverlener",
    Kind.DIAGNOSE: "diagnostiek, onderzoeksuitslag, uitslag, psychologisch onderzoek, iq-test",
    Kind.INTERVENTIE: (
        "hulp, behandeling, training, therapie, begeleiding, hulpverlening, zorg in natura, ondersteuning, "
        "cursus, coaching, ambulante hulp, jeugdhulp, traject, opname, dagbehandeling, module"
    ),
    Kind.BEMOEIENIS: "betrokkenheid, betrokken, regie, casusregie, in beeld, procesregie",
    Kind.WACHTTIJD: "wachten, wachtlijst, wacht, wachtperiode, op wachtlijst",
    Kind.MAATREGEL: (
        "ots, vots, ondertoezichtstelling, voorlopige ondertoezichtstelling, muhp, machtiging, machtiging "
        "uithuisplaatsing, voogdij, gezagsbeeindiging, gezagsbeeindigende maatregel, "
        "kinderbeschermingsmaatregel, jeugdreclassering, reclasseringsmaatregel, spoedmachtiging, rechterlijke "
        "maatregel, voorlopige voogdij"
    ),
    Kind.BESCHIKKING: "indicatie, indicatiestelling, toekenning, verleningsbeschikking, pgb, jeugdwetbeschikking",
    Kind.UITHUISPLAATSING: (
        "uhp, plaatsing, uithuis, uit huis, uit huis geplaatst, crisisplaatsing, pleegzorgplaatsing, "
        "pleeggezin, vervolgplaatsing, gesloten plaatsing, spoeduithuisplaatsing, netwerkplaatsing"
    ),
    Kind.SCHOOL: "onderwijs, opleiding, opvang, kinderopvang, kdv, kinderdagverblijf, peuterspeelzaal, bso, schoolgang",
    Kind.WONEN: "woonsituatie, woning, woonplek, woonplaats, huisvesting, adres, verblijf, woont",
    Kind.VERWACHT: "verwachting, toekomst, gepland, planning, vooruitblik",
}
SECTOR_WORDS: dict[Sector, str] = {
    Sector.GEMEENTE: "wijkteam, sociaal wijkteam, sociaal team, gebiedsteam, wmo, gemeentelijk, lokaal team",
    Sector.VEILIG_THUIS: "vt, amk, veilig thuis, advies- en meldpunt",
    Sector.GI: "gecertificeerde instelling, jeugdbescherming, voogdij, jeugdreclassering, bjz, bureau jeugdzorg",
    Sector.RAAD: "raad voor de kinderbescherming, rvdk, rvk, kinderbescherming",
    Sector.JEUGDHULP: "jeugdzorg, jeugdhulpaanbieder, jeugd- en opvoedhulp, pleegzorg, zorgaanbieder, aanbieder",
    Sector.JEUGD_GGZ: "jggz, jeugd ggz, kinder- en jeugdpsychiatrie, kjp, kinder-ggz, ggz jeugd",
    Sector.VOLWASSENEN_GGZ: "volwassenen ggz, ggz, vggz, psychiatrie, verslavingszorg, ggz volwassenen",
    Sector.ONDERWIJS: "school, scholen, samenwerkingsverband, kinderopvang, opvang",
    Sector.JGZ: "jeugdgezondheidszorg, ggd, consultatiebureau, jeugdarts, jeugdverpleegkundige",
    Sector.HUISARTS: "huisartsen, huisartsenpraktijk, poh, poh-ggz, poh-jeugd",
    Sector.POLITIE_JUSTITIE: "politie, justitie, om, rechtbank, rechter, reclassering, halt",
    Sector.SOCIALE_BASIS: "welzijn, welzijnswerk, vrijwilligers, vrijwilligerswerk, buurtwerk, maatschappelijk werk",
    Sector.NETWERK: "eigen netwerk, sociaal netwerk, familie, informeel, buren, vrienden, mantelzorg",
    Sector.OVERIG: "anders, onbekend, divers, medisch, ziekenhuis",
}
KADER_WORDS: dict[Kader, str] = {
    Kader.VRIJWILLIG: "vrij, vrijwillig kader, vrijw., vrijwillige hulp",
    Kader.DRANG: "preventief, preventieve jeugdbescherming, drangkader, drangtraject, preventieve jeugdhulp",
    Kader.GEDWONGEN: "dwang, gedwongen kader, dwangkader, ots, justitieel, onvrijwillig, civiel",
}
WEIGHT_WORDS: dict[Weight, str] = {
    Weight.LICHT: "laag, lichte hulp, l, basis, preventief, 1",
    Weight.MIDDEL: "gemiddeld, midden, middelzwaar, m, matig, ambulant, 2",
    Weight.ZWAAR: "hoog, intensief, z, zware hulp, specialistisch, hoog specialistisch, 3",
}
FORM_WORDS: dict[PlacementForm, str] = {
    PlacementForm.NETWERK: "netwerkplaatsing, netwerkpleegzorg, netwerkpleeggezin, familie, bij familie, bij oma",
    PlacementForm.PLEEGZORG: "pleeggezin, bestandspleegzorg, bestandspleeggezin, crisispleegzorg, pleegouders",
    PlacementForm.GEZINSHUIS: "gezinsvervangend, gezinshuisouders, gezinsvervangend huis",
    PlacementForm.LEEFGROEP: "groep, crisisgroep, woongroep, residentieel, open groep, kamertraining, crisisopvang",
    PlacementForm.BEHANDELGROEP: "behandelcentrum, driemilieu, driemilieuvoorziening, open behandelgroep",
    PlacementForm.GESLOTEN: "jeugdzorgplus, gesloten jeugdhulp, gesloten jeugdzorg, jji, gesloten groep",
    PlacementForm.KLINIEK: "klinisch, klinische opname, opname, psychiatrische opname",
}
AIMED_AT_WORDS: dict[AimedAt, str] = {
    AimedAt.KIND: "kinderen, jeugdige, jeugdigen, jongere, zoon, dochter",
    AimedAt.OUDER: "ouders, moeder, vader, opvoeder, opvoeders, stiefouder, verzorger",
    AimedAt.GEZIN: "gezinnen, hele gezin, systeem, ouder en kind, ouders en kinderen, iedereen, gezinssysteem",
}
HELPED_WORDS: dict[Helped, str] = {
    Helped.JA: "j, yes, y, goed, wel, geholpen, hielp, 1, true, waar, +",
    Helped.DEELS: "gedeeltelijk, beetje, een beetje, deels wel, enigszins, soms, half, +/-, wisselend, matig",
    Helped.NEE: "n, no, niet, niet geholpen, hielp niet, 0, false, onwaar, averechts",
}
PAYER_WORDS: dict[Payer, str] = {
    Payer.JEUGDWET: "jw, jeugd, jeugdhulp, gemeente jeugdwet, gemeente (jeugdwet), gemeente jeugd",
    Payer.WMO: (
        "wmo 2015, wmo2015, wet maatschappelijke ondersteuning, maatschappelijke ondersteuning, gemeente wmo, "
        "gemeente (wmo)"
    ),
    Payer.ZVW: "zorgverzekeringswet, zorgverzekeraar, zorgverzekering, verzekeraar, basisverzekering, ziektekosten",
    Payer.WLZ: "wet langdurige zorg, langdurige zorg, zorgkantoor",
    Payer.PARTICIPATIEWET: "pw, p-wet, participatie, bijstand, bijzondere bijstand",
    Payer.OVERIG: "anders, overige, ander, eigen bijdrage, particulier, ouders, justitie, onderwijs, passend onderwijs",
}
VOICE_WORDS: dict[Voice, str] = {
    Voice.DOSSIER: "professional, hulpverlening, hulpverlener, rapport, verslag, instelling",
    Voice.GEZIN: "familie, ouders, ouder, moeder, vader, kind, jeugdige, eigen, eigen verhaal, levenslijn, client",
}
YES_WORDS = "ja, j, yes, y, x, 1, true, waar, v, ok"
NO_WORDS = "nee, n, no, 0, false, onwaar, -, geen"
SCHAKELMOMENT_WORDS: dict[str, str] = {
    "echtscheiding": "scheiding, relatiebreuk, uit elkaar, scheiden, ouders uit elkaar, verbroken relatie",
    "schoolwisseling": "school, schoolovergang, naar de brugklas, brugklas, start brugklas, nieuwe school",
    "verhuizing": "verhuisd, verhuizen, verhuist, nieuwe woning",
    "puberteit": "puber, begin puberteit",
    "geboorte": "geboren, zwangerschap, bevalling, geboorte broertje, geboorte zusje",
    "overlijden": "overleden, dood, sterfgeval, verlies, rouw",
    "detentie": "gevangenis, gevangenisstraf, arrestatie, aanhouding, vast, gearresteerd",
    "nieuwe partner": "partner, stiefouder, stiefvader, stiefmoeder, nieuwe relatie, samenwonen",
    "ziekte": "ziek, ziekenhuis, ziekenhuisopname, ongeval, ongeluk",
    "verlies van werk": "ontslag, werkloosheid, werkloos, ontslagen, baan kwijt, faillissement",
    "overig": "anders, onbekend",
}
DOMAIN_WORDS: dict[str, str] = {
    "opvoeden en opgroeien": "opvoeding, opvoeden, opgroeien, ontwikkeling, opvoedvaardigheden",
    "psychische gezondheid": "psychisch, ggz, geestelijke gezondheid, mentale gezondheid, mentaal",
    "beperkingen": "beperking, lvb, handicap, verstandelijke beperking, licht verstandelijke beperking",
    "veranderend ouderschap": "ouderschap, scheiding, echtscheiding, gescheiden ouders",
    "veiligheid": "veilig, huiselijk geweld, geweld, kindermishandeling, criminaliteit, justitie",
    "wonen": "huisvesting, woonsituatie, woning",
    "financiën": "geld, schulden, financieel, inkomen, armoede, werk en inkomen",
    "gezondheid": "lichamelijke gezondheid, lichamelijk, fysieke gezondheid, ziekte, verslaving, middelengebruik",
    "taal- en digitale vaardigheid": "taal, digitaal, laaggeletterdheid, digitale vaardigheden",
    "participatie": "meedoen, werk, dagbesteding, vrije tijd, sociaal netwerk, netwerk, sociale contacten",
    "onderwijs": "school, leren, opleiding, schoolgang",
}
