"""Signs in running words and what they tell of, as data: the first row of which a sign fits is the answer.

A sign fits at the start of a word, and with a full stop after it only as a whole word. Everything is folded: small
letters, no accents. The order of the rows is part of the data: "wachttijd behandeling" is waiting, not help.
Organisations are kinds of them and some that work nationally or are widely known; a name that gives nothing away
("De Linde") has no sign.
"""

from __future__ import annotations

from tijdlijn.model.vocabulary import Kind, Sector

KIND_SIGNS: tuple[tuple[Kind, str], ...] = (
    (
        Kind.ULTIMATUM,
        "ultimatum, laatste kans, laatste waarschuwing, schriftelijke aanwijzing, anders volgt, op straffe van",
    ),
    (Kind.WACHTTIJD, "wachttijd, wachtlijst, wachten op, wacht op, wachtperiode"),
    (
        Kind.OVERDRACHT,
        "overdracht, draagt over, overgedragen, nieuwe gezinsvoogd, nieuwe jeugdbeschermer, wisseling van",
    ),
    (
        Kind.HULPVRAAG,
        (
            "hulpvraag, vraagt hulp, vragen hulp, vraagt om hulp, vragen om hulp, roept om hulp, zoekt hulp, vraagt "
            "dringend, om hulp gevraagd, hulp gevraagd, vraagt ondersteuning"
        ),
    ),
    (
        Kind.SIGNAAL,
        (
            "zorgmelding, melding, meldt, melden, gemeld, signaal, signaleert, signalen, zorgen over, zorgen om, "
            "verzuim, aangifte"
        ),
    ),
    (
        Kind.MAATREGEL,
        (
            "ots., vots., muhp., ondertoezichtstelling, voorlopige ondertoezicht, spoedmachtiging, machtiging "
            "uithuis, voogdij., gezagsbeeindig, jeugdreclassering, onder toezicht"
        ),
    ),
    (Kind.BESCHIKKING, "beschikking, indicatie., herindicatie, pgb., indicatiebesluit"),
    (
        Kind.DIAGNOSE,
        (
            "diagnose, gediagnosticeerd, psychologisch onderzoek, persoonlijkheidsonderzoek, iq-onderzoek, "
            "intelligentieonderzoek, vastgesteld:, uitslag onderzoek"
        ),
    ),
    (
        Kind.BESLUIT,
        (
            "besluit, besloten, beslissing, beslist, uitspraak, uitgesproken, afsluiting, afgesloten, sluit "
            "dossier, dossier gesloten, wijkteam gesloten, beeindigd, beeindiging, afgewezen, toegewezen, "
            "toegekend, vonnis"
        ),
    ),
    (
        Kind.ACTIE,
        (
            "intake, aanmelding, aangemeld, verwijzing, verwijst, verwezen, mdo., casusoverleg, spoedoverleg, "
            "overleg., beschermingstafel, jeugdbeschermingstafel, ronde tafel, rondetafel, aanvraag, vraagt aan, "
            "veiligheidsplan, verzoek tot onderzoek, opgeschaald, opschaling"
        ),
    ),
    (
        Kind.UITHUISPLAATSING,
        (
            "uithuisplaats, uithuisgeplaatst, uit huis geplaatst, uhp., spoed-uhp, pleeggezin, crisisplaatsing, "
            "geplaatst in, geplaatst bij, plaatsing, gezinshuis, leefgroep, crisisgroep, behandelgroep, "
            "jeugdzorgplus, gesloten jeugd, crisispleeg"
        ),
    ),
    (
        Kind.GEBEURTENIS,
        (
            "geboorte, geboren, overlijd, overled, overleed, echtscheid, scheiding, uit elkaar, verhuiz, verhuis, "
            "nieuwe partner, nieuwe relatie, detentie, gedetineerd, ontslag., ontslagen, weggelopen, loopt weg, "
            "arrest, aangehouden, zwanger, zelfmoordpoging, suicidepoging, trouwt, huwelijk, ongeluk, ongeval, "
            "mishandel, thuisplaatsing, terugplaatsing, weer thuis, start in de brugklas"
        ),
    ),
    (
        Kind.CONTACT,
        (
            "huisbezoek, gesprek, telefoon, telefonisch, gebeld, belt., belcontact, contactmoment, evaluatie., "
            "kennismaking, keukentafel"
        ),
    ),
    (
        Kind.INTERVENTIE,
        (
            "behandel, gezinsbehandel, dagbehandel, crisisinterventie, therapie, speltherapie, systeemtherapie, "
            "training, begeleid, opvoedondersteuning, ondersteuning, emdr, triple p, iag., iph., mst., mdft., "
            "families first, videohometraining, pmt., cgt., coach, cursus, opname., opgenomen, daghulp, "
            "dagbesteding, hulpverlening, ambulant, weekendopvang, logeeropvang, kopp., opvoedbureau, medicatie, "
            "hulp van, hulp bij, traject"
        ),
    ),
    (Kind.DIAGNOSE, "diagnostiek, diagnostisch, onderzoek naar"),
    (
        Kind.BEMOEIENIS,
        (
            "betrokken, bemoei, in beeld, regie, onderzoek veilig thuis, onderzoek vt., raadsonderzoek, "
            "spoedonderzoek, onderzoek raad, onderzoek door"
        ),
    ),
    (
        Kind.SCHOOL,
        (
            "school., basisschool, peuterspeelzaal, kinderopvang, kinderdagverblijf, vmbo., mbo., havo., vwo., "
            "speciaal onderwijs, so., sbo., vso., kleuterklas, groep 1., brugklas"
        ),
    ),
    (
        Kind.WONEN,
        (
            "woont., wonen., woonsituatie, woning, inwonend, trekt in bij, dakloos, maatschappelijke opvang, "
            "begeleid wonen"
        ),
    ),
    (Kind.VERWACHT, "verwacht, gepland, wordt 18, 18 jaar"),
)
SECTOR_SIGNS: tuple[tuple[Sector, str], ...] = (
    (Sector.VEILIG_THUIS, "veilig thuis, vt., amk., advies- en meldpunt, steunpunt huiselijk geweld, shg."),
    (
        Sector.RAAD,
        (
            "raad voor de kinderbescherming, raad vd kinderbescherming, rvdk., rvk., kinderbescherming., "
            "raadsonderzoeker, raad., raadsmedewerker"
        ),
    ),
    (
        Sector.POLITIE_JUSTITIE,
        (
            "politie, wijkagent, openbaar ministerie, om., officier van justitie, kinderrechter, rechtbank, "
            "rechter, gerechtshof, halt., volwassenreclassering, reclassering nederland, 3ro., justitie, dji., "
            "zedenpolitie, recherche, advocaat, bijzondere curator"
        ),
    ),
    (
        Sector.GI,
        (
            "jeugdbescherm, william schrikker, ws jeugdbescherming, leger des heils jeugdbescherming, leger des "
            "heils jb., ldh jb., jeugdreclassering, gecertificeerde instelling, gi., bureau jeugdzorg, bjz., "
            "gezinsvoogd, voogd., samen veilig, save., briedis, partners voor jeugd, de jeugd- en "
            "gezinsbeschermers, jgb., dejgb, nidos, regiecentrum bescherming en veiligheid, bureau "
            "jeugdbescherming, wsg., wss."
        ),
    ),
    (
        Sector.GEMEENTE,
        (
            "leerplicht, leerlingzaken, rmc., wijkteam, sociaal team, buurtteam, gebiedsteam, kernteam, jeugdteam, "
            "cjg., centrum voor jeugd en gezin, ouder- en kindteam, okt., gemeente, jeugdconsulent, wmo., sociale "
            "dienst, toegang., toegangsteam, samen doen, stip., wij., gezinsregisseur, procesregisseur, zorg- en "
            "veiligheidshuis, veiligheidshuis, schuldhulpverlening, kredietbank, werk en inkomen, centrum jeugd en "
            "gezin, jeugd- en gezinsteam, lokaal team, sociaal wijkteam, zorgteam"
        ),
    ),
    (
        Sector.JGZ,
        (
            "consultatiebureau, ggd., jgz., jeugdarts, jeugdgezondheid, jeugdverpleegkundige, schoolarts, icare "
            "jgz., thuiszorg jgz., kraamzorg, verloskundige, cb."
        ),
    ),
    (Sector.HUISARTS, "huisarts, poh., poh-jeugd, poh-ggz, praktijkondersteuner, huisartsenpost"),
    (
        Sector.JEUGD_GGZ,
        (
            "jeugd-ggz, jeugd ggz, kinder- en jeugdpsychiatrie, kinder en jeugdpsychiatrie, kjp., jeugdpsychiat, "
            "kinderpsychiat, jeugdpsycholoog, kinderpsycholoog, karakter., accare, curium, levvel specialistisch, "
            "fornhese, bascule, de bascule, triversum, yulius, lucertis, herlaarhof, jeugdriagg, youz, "
            "mutsaersstichting, orion kinder, ggz jeugd, ggz kind, crisisdienst jeugd"
        ),
    ),
    (
        Sector.VOLWASSENEN_GGZ,
        (
            "volwassenen-ggz, volwassenen ggz, paaz., puk., verslaving, jellinek, iriszorg, brijder, tactus, "
            "novadic, victas, antes., vnn., psychiater, psychiatri, altrecht, parnassia, arkin, dimence, lentis, "
            "mediant, ggz centraal, ggze, emergis, mondriaan, pro persona, fact-team, fact., riagg., ggz oost, ggz "
            "noord, ggz ingeest, rivierduinen, reinier van arkel, vincent van gogh"
        ),
    ),
    (Sector.JEUGD_GGZ, "ggz., ggz-instelling, ggz-behandelaar"),
    (
        Sector.ONDERWIJS,
        (
            "school, basisschool, middelbare school, ib'er, ib-er, iber., intern begeleider, mentor., leerkracht, "
            "juf., meester., docent, leraar, lerares, samenwerkingsverband, swv., schoolmaatschappelijk, "
            "zorgcoordinator, orthopedagoog school, kinderopvang, kinderdagverblijf, kdv., bso., peuterspeelzaal, "
            "roc., mbo., vmbo., havo., vwo., college., lyceum, sbo., vso., medisch kleuterdagverblijf, obs., pcbs., "
            "rkbs., cbs., pedagogisch medewerker, speelzaal, gymnasium"
        ),
    ),
    (
        Sector.SOCIALE_BASIS,
        (
            "buurthuis, humanitas, home-start, home start, mee., mee-, welzijn, maatschappelijk werk, amw., "
            "buurtwerk, jongerenwerk, opbouwwerk, vluchtelingenwerk, voedselbank, kerk., diaconie, moskee, "
            "sportclub, sportvereniging, voetbalclub, scouting, bibliotheek, buurtgezinnen, buurtsportcoach, leger "
            "des heils, jeugdfonds, stichting leergeld, buurtcentrum, wijkcentrum, speeltuin, villa pinedo, "
            "slachtofferhulp, vrijwilliger, steunouder, jeugdwerk, inloop, blijf., vrouwenopvang, maatschappelijke "
            "opvang"
        ),
    ),
    (
        Sector.NETWERK,
        (
            "oma., opa., grootmoeder, grootvader, grootouder, tante., oom., buurvrouw, buurman, buren., vriend., "
            "vriendin., vrienden., peetoom, peettante, nicht., neef., familie., netwerk., schoonmoeder, "
            "schoonvader, ex-partner, oudste zus, broer., zus., buurt., mantelzorg, jim."
        ),
    ),
    (
        Sector.JEUGDHULP,
        (
            "jeugdhulp, jeugdzorg, pleegzorg, pleeggezin, pleegouder, gezinshuis, leefgroep, crisisgroep, "
            "behandelgroep, levvel, spirit., youke, enver, entrea, lindenhout, pluryn, koraal., ambiq, juzt, "
            "combinatie jeugdzorg, sterk huis, parlan, horizon., intermetzo, tender, timon., yes we can, cardea, "
            "prokino, rubicon, jarabee, elker, yorneo, jeugdhulp friesland, gezinsbehandel, ambulant, medisch "
            "kinderdagverblijf, mkd., opvoedpoli, triple p., jeugdformaat, middin, lunet, ons tweede thuis, "
            "cordaan, amerpoort, s heeren loo, 's heeren loo, jeugddorp, zorgboerderij, logeerhuis, speltherap, "
            "zorgaanbieder, video-hometraining, jeugdzorgplus, orthopedagog"
        ),
    ),
    (
        Sector.OVERIG,
        (
            "ziekenhuis, umc., kinderarts, kinderartsen, zorgverzekeraar, woningcorporatie, woningbouw, uwv., svb., "
            "deurwaarder, bewindvoerder, zorgkantoor, coa., ind., werkgever, tandarts"
        ),
    ),
)
SCHAKELMOMENT_SIGNS: tuple[tuple[str, str], ...] = (
    ("echtscheiding", "echtscheid, scheiding, gescheiden, scheiden, uit elkaar, relatiebreuk"),
    ("schoolwisseling", "schoolwissel, brugklas, nieuwe school, andere school, naar het vo., middelbare school"),
    ("verhuizing", "verhui"),
    ("puberteit", "puber"),
    ("geboorte", "geboorte, geboren, bevalling, bevallen, zwanger"),
    ("overlijden", "overlijd, overled, overleed, sterft, gestorven, zelfdoding, suicide"),
    ("detentie", "detentie, gedetineerd, gevangen, arrest, gearresteerd, aangehouden, vastgezeten"),
    ("nieuwe partner", "nieuwe partner, nieuwe relatie, nieuwe vriend, stiefvader, stiefmoeder, trouwt"),
    ("ziekte", "ziekte, ziek., kanker, ziekenhuisopname, ongeval, ongeluk, hersenbloeding"),
    ("verlies van werk", "ontslag, ontslagen, werkloos, baan kwijt, verlies van werk, faillissement"),
)
