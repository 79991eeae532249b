"""Dutch organisations and functions in youth care, as data: what a text calls them, and who they then are.

Words are folded (small letters, no accents) and match as whole words; a word written in capitals here (VT, GI) only
matches in capitals. `*` at the end stands for any ending. A row says what its name is, its sector, and whether a
proper name behind the words belongs to it ("Wijkteam Waterrijk"), is the name itself ("dagbehandeling De Vaart"), or
says nothing ("Veilig Thuis Waterrijk" is Veilig Thuis).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from tijdlijn.model.vocabulary import Sector


class Tail(Enum):
    """What a proper name behind the words is."""

    NONE = 0
    """Not looked at."""
    DROPPED = 1
    """A region or a place that the name does without."""
    PART = 2
    """Part of the name, whatever it is."""
    STRICT = 3
    """Part of the name when it has the shape of the name of an organisation ("De Wissel")."""
    NAME = 4
    """The name; without one there is no party."""


@dataclass(frozen=True, slots=True)
class Row:
    """One organisation, function or kind of organisation. An empty `name` means: as the text writes it."""

    name: str
    sector: Sector
    words: str
    tail: Tail = Tail.NONE


_G, _VT, _GI, _R = Sector.GEMEENTE, Sector.VEILIG_THUIS, Sector.GI, Sector.RAAD
_JH, _JG, _VG, _O = Sector.JEUGDHULP, Sector.JEUGD_GGZ, Sector.VOLWASSENEN_GGZ, Sector.ONDERWIJS
_JZ, _H, _P, _S = Sector.JGZ, Sector.HUISARTS, Sector.POLITIE_JUSTITIE, Sector.SOCIALE_BASIS
_N, _X = Sector.NETWERK, Sector.OVERIG

AGENCIES: tuple[Row, ...] = (
    Row("Veilig Thuis", _VT, "veilig thuis, VT, meldpunt kindermishandeling", Tail.DROPPED),
    Row("AMK", _VT, "AMK, advies- en meldpunt kindermishandeling"),
    Row(
        "Raad voor de Kinderbescherming",
        _R,
        "raad voor de kinderbescherming, raad van de kinderbescherming, RvdK, RVDK, RvK, raadsonderzoek*, "
        "raadsrapport*, raadsmedewerker, raadsonderzoeker*, de raad, de Raad, Raad, kinderbescherming",
    ),
    Row(
        "Jeugdbescherming",
        _GI,
        "jeugdbescherming, GI, gecertificeerde instelling, JB",
        Tail.PART,
    ),
    Row(
        "Jeugdbescherming",
        _GI,
        "jeugdbeschermer*, gezinsvoogd*, gezinsvoogdij, voogdijwerker, jeugdzorgwerker, gezinsmanager, de voogd",
    ),
    Row("Jeugdreclassering", _GI, "jeugdreclassering, jeugdreclasse*"),
    Row("Jeugdbescherming Regio Amsterdam", _GI, "jeugdbescherming regio amsterdam, JBRA"),
    Row("Jeugdbescherming Rotterdam Rijnmond", _GI, "jeugdbescherming rotterdam rijnmond, JBRR"),
    Row(
        "William Schrikker Stichting",
        _GI,
        "william schrikker*( stichting| groep| jeugdbescherming| gezinsvormen)?, WSG, WSS, WSJ, wsjr",
    ),
    Row(
        "Leger des Heils Jeugdbescherming",
        _GI,
        "leger des heils (jeugdbescherming( en (jeugd)?reclassering)?|jb ?& ?r), LJ&R, ldh jb",
    ),
    Row("Samen Veilig Midden-Nederland", _GI, "samen veilig( midden-nederland)?, SVMN"),
    Row("SAVE", _GI, "SAVE, save-werker*, save-team*", Tail.STRICT),
    Row("De Jeugd- & Gezinsbeschermers", _GI, "(de )?jeugd- (en|&) gezinsbeschermers, DJGB"),
    Row("Regiecentrum Bescherming en Veiligheid", _GI, "regiecentrum bescherming en veiligheid, RCBV"),
    Row("Bureau Jeugdzorg", _GI, "bureau jeugdzorg, BJZ, bjz", Tail.DROPPED),
    Row("Nidos", _GI, "nidos"),
    Row("Briedis", _GI, "briedis( jeugdbeschermers)?"),
    Row(
        "Leerplicht",
        _G,
        "leerplicht, leerplichtambtena*, leerplichtzaken, leerplichtconsulent*, verzuimspreekuur, LPA, RMC, rmc",
    ),
    Row("Kinderrechter", _P, "kinderrechter"),
    Row(
        "Rechtbank",
        _P,
        "rechtbank, de rechter, familierechter, civiele rechter, zittingsrechter, rechter-commissaris, "
        "meervoudige kamer",
        Tail.DROPPED,
    ),
    Row("Gerechtshof", _P, "gerechtshof, het hof", Tail.DROPPED),
    Row(
        "Openbaar Ministerie",
        _P,
        "openbaar ministerie, OM, officier van justitie, (jeugd)?officier, parket, OvJ, ovj, sepot, geseponeerd",
    ),
    Row(
        "Politie",
        _P,
        "politie, wijkagent*, politieagent*, jeugdagent, agenten, zedenpolitie, zeden, recherche, meldkamer, "
        "basisteam, noodhulp, politiebureau, politie-eenheid, straatroof, winkeldiefstal, politie-inzet, "
        "politiemelding, politiemutatie, mutatie, 112",
    ),
    Row("Halt", _P, "Halt, HALT, bureau halt, halt-?straf, halt-traject, halt-afdoening"),
    Row("Penitentiaire inrichting", _P, "penitentiaire inrichting, huis van bewaring, gevangenis"),
    Row("BOA", _P, "BOA, boa"),
    Row("JCO", _P, "JCO, jeugdcasusoverleg"),
    Row("Reclassering", _P, "reclassering( nederland)?, reclasseerder, 3RO"),
    Row("Huisarts", _H, "huisarts*, huisartsenpost, de dokter, dokter, HA, POH*, praktijkondersteuner*", Tail.NONE),
    Row("Consultatiebureau", _JZ, "consultatiebureau*, CB, cb-arts"),
    Row(
        "JGZ",
        _JZ,
        "jeugdarts, schoolarts, jeugdverpleegkundige, sociaal verpleegkundige, wijkverpleegkundige jgz",
        Tail.STRICT,
    ),
    Row("JGZ", _JZ, "JGZ, jeugdgezondheidszorg", Tail.PART),
    Row("GGD", _JZ, "GGD", Tail.PART),
    Row("Kraamzorg", _JZ, "kraamzorg, kraamverzorg*, kraamhulp"),
    Row("Logopedie", _X, "logopedie, logopedist*, fysiotherap*"),
    Row("Verloskundige", _JZ, "verloskundige*"),
    Row("CJG", _G, "CJG, centrum (voor )?jeugd en gezin, opvoedbureau, opvoedpunt, opvoedspreekuur", Tail.PART),
    Row(
        "Ouder- en Kindteam", _G, "ouder- en kind ?team*, ouder-kindteam, OKT, OKA, ouder- en kindadviseur*", Tail.PART
    ),
    Row(
        "Wijkteam",
        _G,
        "(sociaal )?wijkteam, sociaal team wijk, (sociale )?wijkteams, WT",
        Tail.PART,
    ),
    Row("Wijkteam", _G, "wijkteammedewerker, wijkcoach"),
    Row("Buurtteam", _G, "buurtteam", Tail.PART),
    Row("Gezinsteam", _G, "gezinsteam", Tail.PART),
    Row("Gezinsteam", _G, "gezinscoach"),
    Row("Gebiedsteam", _G, "gebiedsteam, gb-team", Tail.PART),
    Row("Sociaal team", _G, "sociaal team, sociale teams, dorpsteam, kernteam, lokaal team", Tail.PART),
    Row("Jeugdteam", _G, "jeugdteam, team jeugd", Tail.PART),
    Row("Jeugd- en Gezinsteam", _G, "jeugd- en gezinsteam, jeugd en gezinsteam, JGT", Tail.PART),
    Row("Beschermingstafel", _G, "(jeugd)?beschermingstafel, JBT"),
    Row("Veiligheidshuis", _P, "zorg- en veiligheidshuis, veiligheidshuis, ZVH"),
    Row(
        "Gemeente",
        _G,
        "gemeente, het college( van burgemeester en wethouders)?, burgemeester en wethouders, B&W",
        Tail.PART,
    ),
    Row(
        "Gemeente",
        _G,
        "jeugdconsulent, consulent jeugd, gezinsregisseur, procesregisseur, casusregisseur, regisseur jeugd, "
        "wmo, wmo-consulent, sociale dienst, werk en inkomen, toegang jeugd, toegangsteam, regieteam",
    ),
    Row(
        "Schuldhulpverlening",
        _G,
        "schuldhulp*, kredietbank, schuldsanering, bewindvoerder, budgetcoach, beschermingsbewind*",
    ),
    Row("Samenwerkingsverband", _O, "samenwerkingsverband*, SWV", Tail.STRICT),
    Row("Kinderopvang", _O, "kinderopvang, KDV, BSO, buitenschoolse opvang, gastouder*, pedagogisch medewerker*"),
    Row("Peuterspeelzaal", _O, "peuterspeelzaal, voorschool, VVE, peutergroep", Tail.STRICT),
    Row(
        "School",
        _O,
        "school, scholen, ib-er, ib'er, IB, IBer, intern begeleid*, mentor, mentrix, zorgcoordinator, zoco, "
        "leerkracht*, juf, meester, docent*, leraar, lerares, verzuimcoordinator, teamleider, afdelingsleider, "
        "schooldirecteur, schoolleiding, brugklas, ondersteuningscoordinator, zorgteam, decaan, conrector, rector, "
        "orthopedagoog van school, mentor vo, OPP",
        Tail.STRICT,
    ),
    Row(
        "Schoolmaatschappelijk werk",
        _S,
        "schoolmaatschappelijk werk*, school maatschappelijk werk*, SMW, smw",
    ),
    Row(
        "Pleegzorg",
        _JH,
        "pleegzorg*, netwerkpleegzorg*, pleegvergoeding, pleeggezin, pleegouder*, "
        "crisispleeg*, pleegmoeder, pleegvader",
        Tail.STRICT,
    ),
    Row("Crisisdienst", _JG, "crisisdienst, crisisteam, spoeddienst, spoed4jeugd", Tail.NONE),
    Row("IHT", _JG, "IHT, iht, intensive home ?treatment"),
    Row("Moeder-babyunit", _VG, "moeder-(en-)?baby-?unit, moeder-(en-)?baby-?afdeling, MBU", Tail.PART),
    Row("PAAZ", _VG, "PAAZ, paaz, PUK, psychiatrische afdeling"),
    Row("FACT-team", _VG, "FACT, fact-team, FACT-team", Tail.DROPPED),
    Row("GGZ", _JG, "GGZ, ggz, ggz-behandelaar", Tail.PART),
    Row("Jeugd-GGZ", _JG, "JGGZ, jeugd-ggz, jeugd ggz, jeugdpsychiat*", Tail.PART),
    Row("Volwassenen-GGZ", _VG, "volwassenen-ggz, volwassenen ggz, ggz volwassenen, V-GGZ"),
    Row("Verslavingszorg", _VG, "verslavingszorg, verslavingskliniek", Tail.PART),
    Row("Vrouwenopvang", _S, "vrouwenopvang, blijf-van-mijn-lijfhuis, opvanghuis, Oranje Huis", Tail.STRICT),
    Row(
        "Maatschappelijk werk",
        _S,
        "(algemeen )?maatschappelijk werk, AMW, maatschappelijk werkster, maatschappelijk werker",
    ),
    Row("Welzijn", _S, "welzijnswerk*, jongerenwerk*, buurthuis, opbouwwerk*, jongerencoach, straatcoach*"),
    Row("Home-Start", _S, "home-?start, homestart"),
    Row("Humanitas", _S, "humanitas"),
    Row("Buurtgezinnen", _S, "buurtgezin*, steungezin"),
    Row("Voedselbank", _S, "voedselbank"),
    Row("Kerk", _S, "kerk, diaconie, diaken, moskee, dominee, predikant, imam, pastoor"),
    Row("MEE", _S, "MEE", Tail.DROPPED),
    Row("VluchtelingenWerk", _S, "vluchtelingenwerk", Tail.DROPPED),
    Row("Vrijwilliger", _S, "vrijwilliger*, maatje"),
    Row("GZA", _H, "GZA, gezondheidszorg asielzoekers, GC A"),
    Row("CIZ", _X, "CIZ"),
    Row("Zorgkantoor", _X, "zorgkantoor"),
    Row("Ambulancedienst", _X, "ambulance*, ambulancedienst"),
    Row(
        "Sportclub",
        _S,
        "voetbalclub, sportclub, sportvereniging, voetbalvereniging, scouting, sportschool, voetbaltrainer",
    ),
    Row("Woningcorporatie", _X, "woningcorporatie, corporatie, woningbouw, verhuurder, huismeester", Tail.STRICT),
    Row("Boksschool", _S, "(kick)?boksschool"),
    Row(
        "Ziekenhuis",
        _X,
        "ziekenhuis, kinderarts*, kinderafdeling, spoedeisende hulp, SEH, seh, eerste hulp, poli kindergeneeskunde, "
        "gynaecoloog, neuroloog",
        Tail.STRICT,
    ),
    Row("UWV", _X, "UWV"),
    Row("COA", _X, "COA, azc, AZC"),
    Row(
        "Netwerk", _N, "netwerkpleegouder*, netwerkpleeggezin, netwerkpleegmoeder, netwerkpleegvader, netwerkplaatsing"
    ),
    Row("Buren", _N, "buren, buurvrouw, buurman"),
    Row("Vertrouwensarts", _VT, "vertrouwensarts"),
    Row("Tolk", _X, "tolk, tolkentelefoon"),
    Row("Centrum Seksueel Geweld", _X, "centrum seksueel geweld, CSG"),
    Row("Zorgadviesteam", _O, "zorgadviesteam, zorg-adviesteam, ZAT"),
    Row("Advocaat", _P, "advocaat, advocate, raadsman, raadsvrouw"),
    Row("Bijzondere curator", _P, "bijzondere? curator"),
)
"""Who does the work, by their usual name and the functions of their people."""

PROVIDERS: tuple[tuple[Sector, str], ...] = (
    (
        _JH,
        "Levvel, Youké, Pluryn, Entrea Lindenhout, Entrea, Lindenhout, iHub, Horizon, Enver, Jeugdformaat, Parlan, "
        "Juzt, Combinatie Jeugdzorg, Sterk Huis, Cardea, Prokino, Rubicon Jeugdzorg, Jarabee, Elker, Yorneo, "
        "Jeugdhulp Friesland, Koraal, Ambiq, Intermetzo, Tender, Timon, Spirit, Altra, Opvoedpoli, De Opvoedpoli, "
        "Vitree, Trias, Pactum, Lijn5, OG Heldring, Schakenbosch, Harreveld, Transferium, Oosterpoort, Xonar, "
        "Zuidwester, Gors, Sterker, Spectrum, Amerpoort, Middin, Lunet, 's Heeren Loo, Ons Tweede Thuis, Cordaan, "
        "Philadelphia, Triade, Accare Jeugdhulp, Yes We Can Clinics, Via Jeugd, De Rading, TriviumLindenhof, "
        "Trivium, FlexusJeugdplein, Flexus, Kwadraad, De Hoenderloo Groep, Hoenderloo, Zonnehuizen, Bijtjes, "
        "Gezinshuis.com, Parnassia Jeugdhulp, Leger des Heils, Stek Jeugdhulp, Almata, De Vuurtoren",
    ),
    (
        _JG,
        "Kenter, Kenter Jeugdhulp, Yulius, Karakter, Accare, De Bascule, Bascule, Curium, Curium-LUMC, Youz, "
        "Triversum, Lucertis, Herlaarhof, Fornhese, Mutsaersstichting, Jeugdriagg, Mindfit, Virenze, Opdidakt, "
        "Molemann, Basic Trust, UvA minds, Praktijk Jeugdpsychologie, Dokter Bosman, Centrum Autisme, Dr. Leo "
        "Kannerhuis, Kannerhuis, RINO, Ggz Kinderen en Jeugd",
    ),
    (
        _VG,
        "Mondriaan, Parnassia, Fivoor, De Waag, Jellinek, IrisZorg, Brijder, Tactus, Novadic-Kentron, Novadic, "
        "Victas, Antes, Altrecht, Arkin, Dimence, Lentis, Mediant, GGNet, GGz Centraal, GGzE, Emergis, Pro Persona, "
        "Rivierduinen, Reinier van Arkel, Vincent van Gogh, Verslavingszorg Noord Nederland, VNN, PsyQ, Indigo, "
        "Context, i-psy, Max Ernst, De Forensische Zorgspecialisten, Inforsa, Punt P, RIBW, RIAGG, Kairos",
    ),
    (_S, "Humanitas, Sensoor, Slachtofferhulp Nederland, Slachtofferhulp, Fier, Moviera, Arosa, Kadera, Perspektief"),
    (_JZ, "Icare, Careyn, Jong JGZ, GGD Amsterdam, ZuidZorg, Envida, Vivent"),
)
"""Providers that work nationally or in a whole region, by their own name (matched as written here)."""

FACILITIES: tuple[Row, ...] = (
    Row(
        "",
        _JH,
        "crisisgroep, leefgroep, behandelgroep, woongroep, gezinshuis, logeerhuis, zorgboerderij, gezinsgroep, "
        "crisisopvang, jeugdzorgplus, opvanggroep, observatiegroep, fasehuis, fasetraining, kamertrainingscentrum, "
        "behandelcentrum, moeder-kindhuis, jeugdhulp, jeugdzorg, stichting, MKD, medisch kinderdagverblijf, "
        "orthopedagogisch centrum, logeerboerderij, pleegsoarch, pleegzorg, netwerkpleegzorg, jeugdhulpgroep, "
        "jeugddorp, begeleid wonen, jongerenhuis, kinderhuis, jeugdpension, expertisecentrum, omgangshuis",
        Tail.PART,
    ),
    Row(
        "",
        _JG,
        "kliniek, praktijk, centrum, psychologenpraktijk, psychologenbureau, gedragspraktijk, jeugdkliniek, "
        "polikliniek, jeugdpsychiatrie, bureau, adviesbureau, therapiepraktijk, orthopedagogenpraktijk",
        Tail.PART,
    ),
    Row(
        "",
        _O,
        "basisschool, obs, cbs, rkbs, kbs, sbo, so, vso, SBO, SO, VSO, BS, OBS, CBS, RKBS, PCBS, pcbs, IKC, ikc, "
        "sbo-school, so-school, vso-school, mavo, vmbo, vmbo-school, kinderdagverblijf, kinderopvang, ISK, isk, "
        "azc-school, taalklas, daltonschool, montessorischool, jenaplanschool, vrije school, kindcentrum, lyceum, "
        "college, scholengemeenschap, middelbare school, ROC, roc, MBO, praktijkschool, praktijkonderwijs, "
        "praktijkcollege, vakcollege, beroepscollege, "
        "mytylschool, tyltylschool, kleuterschool, islamitische basisschool, AOC",
        Tail.PART,
    ),
    Row("", _GI, "regiecentrum, JR", Tail.PART),
    Row(
        "",
        _P,
        "RJJ, JJI, RJJI, rjj, jji, rjji, PI, justitiele jeugdinrichting, rijks justitiele jeugdinrichting",
        Tail.PART,
    ),
    Row("", _H, "huisartsen, huisartsenpraktijk, gezondheidscentrum, huisartsencentrum", Tail.PART),
    Row("", _X, "woonstichting, woningstichting, woningbouwvereniging, UMC, apotheek", Tail.PART),
    Row("", _S, "wijkcentrum, welzijnsstichting", Tail.PART),
)
"""Kinds of places: they carry their own name behind them, and stand for themselves without one."""

CARE = (
    "dagbehandeling, gezinsbehandeling, opvoedondersteuning, ambulante hulp, ambulante begeleiding, begeleiding, "
    "gezinsbegeleiding, gezinscoaching, behandeling, therapie, speltherapie, systeemtherapie, gezinstherapie, "
    "traumabehandeling, emdr, crisishulp, crisisinterventie, logeeropvang, weekendopvang, training, daghulp, iag, IAG, "
    "jeugdhulpaanbieder, zorgaanbieder, aanbieder, organisatie, instelling, inzet, afsluiting, dagbesteding, "
    "naschoolse dagbehandeling, video-hometraining, videohometraining, opvoedtraining, intensieve gezinshulp, "
    "gezinshulp, thuisbegeleiding, jeugdhulp van, zorg van, hulp van, hulp door, begeleiding door, begeleiding van, "
    "begeleiding bij, behandeling bij, behandeling door, behandeling van, therapie bij, traject bij, diagnostiek bij, "
    "onderzoek bij, aangemeld bij, aanmelding bij, aangemeld voor, verwezen naar, verwijzing naar, doorverwezen naar, "
    "wachtlijst bij, wachtlijst van, wachtlijst voor, intake bij, intake, gestart bij, start bij, plek bij, "
    "plaatsing bij, geplaatst bij, geplaatst op, opgenomen bij, opgenomen in, overleg met, indicatie voor, contact met "
    "aanbieder, medewerker van, collega van, verslag van, brief van, rapport van, hulpverlening door, "
    "hulpverlening van, ingezet door, uitgevoerd door, geboden door, eindigt bij, start hulp, start"
)
"""What stands before the name of somebody who gives help."""

CARERS = (
    "ambulant begeleider, ambulant begeleidster, ambulant hulpverlener, gezinscoach, gezinsbegeleider, "
    "gezinsbehandelaar, systeemtherapeut, behandelaar, begeleider, begeleidster, speltherapeut, hulpverlener, "
    "medewerker, coach, bij, van, door, met, naar, aan, voor, op, via, vanuit, aanwezig"
)
"""What stands before the name of a person as well as of an organisation: only a name like "De Ponton" is taken."""

CLOSING = r"(?:sluit|rondt|start|stopt|biedt|meldt|rapporteert|adviseert|beeindigt|draagt|neemt|geeft|ziet|schaalt)\b"
"""What an organisation does: the name before it at the start of a clause is that of an organisation."""
