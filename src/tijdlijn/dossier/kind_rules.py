"""What in a clause tells which kind of entry it is, as data: the first rule that fits is the answer.

Patterns are searched in the folded clause. The order is part of the data: what was decided or done goes before what
it is about, so "aangemeld voor behandeling" is an action and "melding van huiselijk geweld" a signal.
"""

from __future__ import annotations

import re

from tijdlijn.dossier.kind_words import BEGIN, COURT, FAMILY, HELP, HELPER, MEASURE, PLACE, REPORT
from tijdlijn.model.vocabulary import Kind

RULES: tuple[tuple[Kind, str], ...] = (
    (
        Kind.ULTIMATUM,
        r"\banders (?:terug )?(?:naar )?(?:de )?(?:rvdk|vt|ovj|officier|rechter|politie|ots)\b|"
        r"\banders (?:melding|ontruiming|geen|aangifte|naar|tul|uithuis\w*|stopt|gaan|klacht|sluit\w*)\b|"
        r"\bontruiming\b.*\bals\b.*\b(?:niet|geen)\b|\bbij (?:nog|de volgende|een volgende)\b.*\b(?:overtreding|keer|"
        r"schending|melding)\b.*|\beis(?:t|te|en)\b.*\b(?:voor|uiterlijk|binnen)\b|"
        r"\bbij (?:nog|de volgende|een volgende)\b.*\bterug naar\b|\bofficiele waarschuwing\b.*\b(?:bij|als|anders)\b|"
        r"\bultimatum|\blaatste kans|\banders\b.{0,20}\b(?:verzoek|raad|vots?|uithuis)\w*|\bkrijg(?:t|"
        r"en)\b.*\btot\b.*\bom\b.*\bte\b|\banders (?:volgt|volgen|wordt|worden|zal|zullen|"
        r"gaat|beschermingstafel|dan|melden|een|raad"
        r"|doen|schaalt)\w*|\bzo niet\b|\bop straffe van|\blaatste waarschuwing|\bschriftelijke aanwijzing|"
        r"\bbij uitblijven\b|\bvoor het laatst in de gelegenheid|\bmoet(?:en)? binnen\b|"
        r"\bals\b.*\bbinnen\b.*\b(?:niet|geen)\b|"
        r"\bkrijg(?:t|en)\b.*\b(?:weken|dagen|maanden?)\b.*\bom\b|\buiterlijk\b.*\b(?:anders|zo niet)\b|"
        r"\bals\b.*\b(?:niet|geen)\b.*\b(?:volgt|raad|beschermingstafel|vt|veilig thuis|melding)\b",
    ),
    (
        Kind.GEBEURTENIS,
        rf"^(?!.*{COURT}).*\b(?:echt)?scheiding\b.*\bingeschreven\b|\bgehuwd\b|\bgebroken (?:arm|been|heup|pols)\b|"
        r"\bbrak\b.*\b(?:arm|been|heup|pols)\b|\bnacht(?:en)? opname\b|\bberoofd\b|\bberoving\b|\binbraak\b|"
        r"\bverdacht van\b|\bstraatroof\b",
    ),
    (
        Kind.BESLUIT,
        rf"\buitgeschreven\b(?!.*\bgemeente\b)|\bniet geindiceerd\b|"
        rf"\b(?:sprak|stelde|verleende|verlengde|bepaalde|besliste|wees|oordeelde)\b.*{COURT}|"
        rf"{COURT}.*\b(?:stelt|stelde|spreekt|sprak|uitgesproken|verleent|verleende|"
        rf"verleend|verlengt|verlengd|verlengde|"
        r"bepaalt|bepaalde|bepaald|beslist|besloten|wijst|wees|toegewezen|afgewezen|"
        r"benoemt|benoemd|beeindigt|beeindigd|"
        r"bekrachtigt|legt|legde|opgelegd|machtigt|geplaatst onder|ontheven|gesteld|"
        r"opgeheven|gewezen|beschikte|beschikking)\b"
        r"|\bveroordeel\w*|\btaakstraf\b|\bjeugddetentie\b|\bvan school (?:is |wordt |werd )?verwijderd|"
        r"\bverwijderd van school|\bniet gestart\b|\bstopt ermee\b|\bstoppen ermee\b|\bvgb\b.*\b(?:af|ver)\w+|"
        r"\b(?:ambulant|poh|mst|smw|begeleiding|hulp)\w*\b(?: \S+){0,3} (?:stopt|stopte|gestopt)\b|\bbesluit:|"
        r"\bnegatief besluit|\bperspectiefbesluit\b|\bbesluit is genomen\b|\b(?:schort|schorten|"
        r"schortte)\b.*\bop\b|\bopgeschort\b|\bpositief besluit|\bheft\b.*\bop\b"
        r"|\bbij beschikking van\b|\bvonnis\b"
        r"|\b(?:echt)?scheiding\b.*\b(?:uitgesproken|ingeschreven)"
        rf"|{MEASURE}.*\b(?:uitgesproken|verleend|verlengd|opgeheven|beeindigd|"
        rf"afgewezen|toegewezen|afgegeven|opgelegd)\b"
        r"|\buitgesproken\b",
    ),
    (
        Kind.GEBEURTENIS,
        r"\b(?:terugplaatsing|terug ?geplaatst|thuisplaatsing|thuisgeplaatst|teruggekeerd naar huis|terug naar huis|"
        r"weer (?:bij moeder|bij vader|bij ouders|thuis)|weer naar huis|terug bij (?:moeder|vader|ouders))\b",
    ),
    (
        Kind.HULPVRAAG,
        rf"(?:^|[.:]\s*|\b{FAMILY} )vr(?:aagt|agen|oeg|oegen)\b(?: \w+){{0,3}}: |"
        rf"(?:^|[.:]\s*)vr(?:aagt|agen): |\b{FAMILY} (?:vraagt|vroeg) [\"'“‘]|"
        rf"\bik\b.*\b{HELPER}\b.*\b(?:verteld|geweest|gevraagd|gebeld)\b|\bheb ik\b.*\b{HELPER}\b.*\bverteld\b|"
        r"\bvr(?:oeg|oegen|aagt|agen)\b.*\baan (?:de |het |zijn |haar )?(?:juf|meester|ib\S*|intern\w*|"
        r"leerkracht|dokter|"
        r"huisarts|school\w*|consultatiebureau)\b|\b(?:vr(?:oeg|oegen|aagt|agen)|gevraagd|gesmeekt)\b(?: "
        r"\w+){0,6} om (?:een )?"
        r"\w*(?:hulp|opname|ondersteuning|begeleiding|logeer\w*|opvang|gesprek|behandeling|therapie|advies|plek)\b|"
        r"\bvra(?:agt|gen) (?:\S+ ){0,3}\w*(?:logeeropvang|respijt\w*|opvang|hulp)\b|\bheb(?:ben)? (?:ik|wij|we) \S* "
        r"?\S* ?(?:al )?"
        r"(?:om hulp )?gevraagd\b|\b(?:zei|zegt|vertelde|zeiden)\b.*\btegen (?:de |het )?(?:dokter|huisarts|juf|"
        r"school\w*)\b|"
        r"\b(?:mw|moeder|vader|oma|opa|mevr\w*|mem|heit|ik|zij|ouders|mama|meneer)\b\W? bel(?:t|de|len|den) "
        r"(?:\w+ )?zelf\b|"
        r"\b(?:belt|belde) (?:\w+ ){0,6}zelf\b|\bwil(?:len|de|den)? weten (?:waar|hoe|wat)\b|\bweet(?: het)? "
        r"niet meer\b|"
        r"\bten einde raad\b|\bkan het niet meer (?:aan|alleen)|\bkin net mear\b",
    ),
    (
        Kind.ACTIE,
        rf"\b(?:verzoekt|verzoek(?:schrift)?|vraagt|verzocht|dient|diende|ingediend|adviseert|adviseerde|"
        rf"gevraagd)\b.*"
        rf"(?:{MEASURE}|\buithuisplaatsing|\buhp\b|\bonderzoek\b|\bvots\b|\bspoed-uhp\b)"
        rf"|\braad\b.*\b(?:onderzoek|verzoek)\w*\b(?!.*\bliep\b)|\bspoedonderzoek\b|"
        rf"\bbeschermingstafel\b|\bcrisisdienst\b",
    ),
    (
        Kind.INTERVENTIE,
        r"\b(?:opgenomen|opname|opn)\b.*\b(?:moeder-(?:en-)?baby\S*|mbu)\b|"
        r"\b(?:kreeg|kregen|krijgt|ontving)\b.*\bhuisbezoeken\b|"
        r"\b(?:patiente?|moeder|vader|mw|mevrouw)\b.*\bopgenomen (?:geweest )?(?:op|in|bij) \w+ (?:\w+ ){0,2}"
        r"(?:\w*kliniek|afdeling|ggz|psychiatri\w+)\b",
    ),
    (
        Kind.UITHUISPLAATSING,
        r"^(?!.*\b(?:weekend\w*|logeer\w*|logeren|vakantie\w*|dagje|avond|oppas\w*)\b).*\bnaar (?:hun |haar |zijn )?"
        r"(?:opa|oma|grootouders|tante|oom)\b.*\b(?:gegaan|gebracht|overgebracht)\b|"
        r"\buit huis (?:is |zijn |werd |werden )?(?:ge)?plaatst|\buithuisgeplaatst|"
        r"\bspoeduithuisplaatsing|"
        r"(?<!machtiging )(?<!machtiging tot )(?<!verzoek )\buithuisplaatsing (?:van|in|bij|op)\b|"
        r"^\W*uithuisplaatsing\b|\bcrisisplaatsing|"
        rf"\b(?:over|door)?(?:ge)?plaats(?:t|ing|te)?\b.*\b(?:in|bij|op|naar)\b.*{PLACE}|"
        rf"{PLACE}(?: \w+){{0,5}} (?:geplaatst|gebracht|overgeplaatst|ondergebracht)|"
        rf"\b(?:verblijft|verbleef|verblijven|verbleven|opgevangen|opgenomen|"
        rf"ondergebracht)\b.*\b(?:in|bij|op)\b.*{PLACE}|"
        rf"\b(?:in|bij|op)\b.*{PLACE}\b.*\b(?:verbleven|verblijft|verbleef|opgevangen|opgenomen|gewoond)\b|"
        rf"\b(?:woont|woonde|wonen|gaat wonen|ging wonen|verhuis\w+|start)\b.*\b(?:pleeggezin|"
        rf"pleegouders|gezinshuis|leefgroep|"
        rf"behandelgroep|crisisgroep|woongroep)|\b(?:pleeggezin|pleegouders|gezinshuis|"
        rf"leefgroep|woongroep)\b.*\bwonen\b|"
        r"\bovergeplaatst naar\b|\bverbl(?:ijft|eef)\b.*\bkliniek\w*|\bjeugdzorgplus\b|\bnaar "
        r"(?:een |de )?(?:crisisgroep|leefgroep|"
        r"pleeggezin|gezinshuis|crisispleeg\w+)",
    ),
    (
        Kind.UITHUISPLAATSING,
        r"^(?!.*\b(?:moeder|vader|mem|heit|partner|ziekenhuis|kinderafdeling|seh|ic|paaz)\b).*(?:\bbij ons "
        r"opgenomen\b|"
        r"\bopgenomen (?:in|bij|op)\b|\bopname in (?:de |een )?kliniek|\bklinische opname\b|\bopname (?:hic|"
        r"klinisch|afd))|\bbinnen ?gekomen\b|\bvpl\b|"
        r"\b(?:inbewaringstelling|bewaring|voorlopige hechtenis|voorgeleid)\b(?!.*\bhef)|\bnaar (?:een |de "
        r")?(?:rjj|jji|"
        r"jeugdgevangenis|besloten|gesloten)\b|\bvast in\b.*\b(?:rjj|jji)\b|\bin (?:een |het )?\w*pleeggezin\b|"
        r"\bbij (?:een |de )?netwerkpleeg\w+|"
        r"^\W*uhp\b|"
        r"\bpleegvergoeding\b|\bovergeplaatst\b(?!.*\bschool\b)|\bnaar (?:een )?(?:pleeg|crisispleeg)\w+",
    ),
    (
        Kind.SIGNAAL,
        r"\bzorgmelding\b|\bmelding (?:bij |aan |van |door )?(?:veilig thuis|vt|amk|politie|school|huiselijk|kinder)|"
        r"\bmeldt?d?e?n? (?:\w+ ){0,4}(?:bij|aan) (?:veilig thuis|vt|leerplicht|amk)\b|"
        r"\bverzuim\b.*\bgemeld\b|\bmeldt? verzuim|"
        r"\bvt-melding\b|\bpolitiemelding\b",
    ),
    (
        Kind.GEBEURTENIS,
        r"\bpolitie\b.*\b(?:ruzie|geweld|ter plaatse|gegaan|kwam|komt|vechtpartij|mes|"
        r"aangetroffen|troffen|thuisgebracht|gevonden)\b",
    ),
    (
        Kind.SIGNAAL,
        r"\bflauw ?gevallen\b|\bviel\w*\b.*\bflauw\b|\bonwel\b|\bwinkeldiefstal|\bvernieling\w*|\bspijbel\w*|"
        r"\bniet meer naar school\b|\bdood (?:wil|wilde|wou)\b|\bniet meer (?:wil|wilde) leven|"
        r"\bavondklok\b.*\baangetroffen|"
        r"\bverzuim(?!gesprek|spreekuur)\w*\b.*(?:\d|\bperiode\b|\buren\b|%)|\b(?:eet|at|eten|slaapt|"
        r"drinkt)\b.{0,20}\b(?:nauwelijks|slecht|"
        r"bijna niet|niets|geen)\b|\bnauwelijks (?:meer|eten)\b|\bvertel(?:t|de)\b.*\b(?:op school|aan tafel|dat "
        r"(?:vader|moeder|papa|mama|hij|stief\w+))\b|\bgepest\b|\bpesten\b|\bblauw(?:e)? (?:oog|plek\w*)\b|"
        r"\bstriem\w*|\bkrassen\b|\bverwondt? zich|\bzich(?:zelf)? (?:te )?(?:verwond|sn[iy]jd)\w*|"
        r"\bzelfverwonding|\bautomutil\w*|"
        r"\bthuiszitter\b|\bverwaarlo\w+|\bvervuil\w+|\bonverzorgd\b|\bniet verschenen\b|\boverlast\b|"
        r"\bvermoeden\b.*\b(?:depressie|mishandeling|misbruik)|\beetprobleem\w*|\bvoor het eerst gezegd\b",
    ),
    (
        Kind.BEMOEIENIS,
        r"^(?!.*\braad).*(?:\bdo(?:et|en)\b.*\bonderzoek\b|\bonderzoek\b.*\b(?:liep|"
        r"duurde|loopt|neemt)\b|^\W*onderzoek:|"
        r"\bin onderzoek\b|\bneemt\b.*\bonderzoek)",
    ),
    (
        Kind.OVERDRACHT,
        r"\b(?:voogd|gezinsvoogd|jeugdbeschermer|consulent|regisseur|behandelaar|begeleider|mentor|coach)\b.*"
        r"\b(?:gewisseld|vervangen|vertrokken)\b|\bgewisseld van\b|"
        r"\buit dienst\b|\bgaa?t? (?:per )?.{0,20}weg\b(?<=weg)|\bging per\b.*\bweg\b|\bis weg sinds\b|\bcaseload\b|"
        r"\bneemt (?:het|de zaak|het dossier) over\b|\bwissel(?:de|en|ing|t)\b.*\b(?:behandelaar|consulent|voogd|"
        r"jeugdbeschermer|begeleider|mentor|regisseur)\b|\bopvolger\b|\bopv\. van\b|\bvervang(?:er|ster) (?:van|"
        r"is)\b|"
        r"\boverdracht\b(?! (?:van|bij|op) (?:de |het |kind|school))(?<!bij de overdracht)|"
        r"\boverdrachts\w*|\bdraagt\b.*\bover\b|\bdroeg\b.*\bover\b|\bovergedragen\b|\boverdragen\b|"
        r"\bnieuwe (?:vaste )?(?:gezinsvoogd|jeugdbeschermer|consulent|jeugdconsulent|"
        r"hulpverlener|regisseur|casusregisseur|"
        r"gezinscoach|contactpersoon|begeleider|behandelaar)\b|\bneemt\b.*\bover van\b|\bovergenomen (?:van|door)\b|"
        r"\bvolgt\b.*\bop als\b|\bwisseling van\b|\bregie\b.*\b(?:naar|over naar)\b",
    ),
    (
        Kind.DIAGNOSE,
        r"^(?!.*\b(?:behandel|therap|training|vermoeden|onderzoek|aangemeld|verw[ei])).*(?:\b(?:aanpassings|rouw|eet|angst|"
        r"paniek|dwang|hechtings|gedrags|persoonlijkheids|taal)stoornis\b|\bdepressieve stoornis|\bfoetaal alcohol\w*)|"
        r"\bdiagnostiek (?:is )?afgerond|\btiq \d|\bdyslexieverklaring|\bgediagnosticeerd|"
        r"(?<!haar )(?<!zijn )(?<!voor een )\b\w*stoornis\b(?=\W*$)|"
        r"\bdsm(?:-| )?(?:5|iv|v)\b|\b(?:heeft|is sprake van|lijdt aan) "
        r"(?:een )?(?:(?:licht|matig|ernstig)e? "
        r")?(?:verstandelijke beperking|adhd|ass\b|autisme|ptss|lvb)|\bdiagnoses?\b(?!tiek)(?!.*\b(?:aangevraagd|"
        r"aangemeld)\b)|\bclassificatie\b|"
        r"\b(?:adhd|add|autisme\w*|ass\b|ptss|odd\b|lvb|hechtings\w+|dyslexie|depressie|angststoornis|borderline|"
        r"verstandelijke beperking|stoornis|gedragsstoornis|trauma)\b.*\b(?:vastgesteld|"
        r"gesteld|geconstateerd|gevonden|bevestigd)|"
        r"\b(?:vastgesteld|stelt|stelde|blijkt|bleek|wijst uit|wees uit|uitslag|"
        r"adviesgesprek|conclusie|kwam naar voren)\b.*"
        r"\b(?:adhd|add|autisme\w*|ass|ptss|odd|lvb|hechtings\w+|dyslexie|iq|borderline|"
        r"verstandelijke beperking|stoornis)\b|"
        r"\bt?iq\b.*\b\d{2,3}\b|\btotaal ?iq\b|\bsterkte-zwakte|\bonderzoeksuitslag",
    ),
    (
        Kind.WACHTTIJD,
        r"\bwachtlijst\w*|\bwachttijd\w*|\bwacht(?:en|t)? (?:nog )?(?:op|sinds)\b|\bnog geen "
        r"(?:plek|plaats|intake)\w*|\bplek pas\b|"
        r"\bgewacht op\b|\bin de wacht\b|\bwachtperiode\b",
    ),
    (
        Kind.HULPVRAAG,
        r"\bhulpvraag\b|\bvra(?:agt|gen)\b.*\bwat (?:ze|zij|hij|ik) (?:kan|kunnen|moet)\b|\bwat "
        r"kan ik doen|\bvra(?:agt|gen|ag|agd|oeg|oegen)\b(?: \w+){0,6} (?:om )?(?:\w+ "
        r")?\w*(?:hulp|ondersteuning|begeleiding|advies)\b|"
        r"\b(?:om|hulp|ondersteuning|advies)\b.*\b(?:gevraagd|verzocht)\b|"
        r"\bzoekt? (?:\w+ )?(?:hulp|ondersteuning)|\bhulp gezocht|\b(?:meldt|melden|meldde|"
        r"meldden) zich(?:zelf)?\b(?!.*\bziek\b)|"
        r"\bzich(?:zelf)? (?:\w+ ){0,6}(?:aan)?gemeld\b|\bklopt?e?n? (?:\w+ ){0,4}aan\b|"
        r"\baangeklopt\b|\bwil(?:len)? (?:graag )?hulp\b|\bhulp (?:te )?(?:wil|willen|wenst|nodig te hebben)\b|"
        r"\broept? om hulp|\bhulpverzoek\b|\bverzoek om (?:hulp|ondersteuning)|\bdringend hulp|\btrok\w* aan de bel|"
        r"\b(?:moeder|vader|ouders|zij) (?:heeft |hebben )?(?:\w+ ){0,6}aan de bel|"
        rf"\b{FAMILY} (?:vraagt|vragen|vroeg|vroegen|smeekt|smeekte) (?:al |weer |opnieuw )?"
        r"(?:om|of er|of iemand)\b",
    ),
    (
        Kind.BESLUIT,
        r"\bsluit(?:en)?\b(?:.*\baf\b|\W.*\bdossier|.*\bcasus)|\bsloot\b.*\baf\b|\b(?:dossier|zaak|"
        r"casus|traject|melding|zorg|betrokkenheid|hulp)\b.*"
        r"\b(?:gesloten|afgesloten)\b|\bafgesloten\b|\bbesloten\b|\bbesluit\b(?!vorming)|"
        r"\bbesloot\b|\bkent\b.*\btoe\b|\btoegekend\b|"
        rf"{HELP}.*\b(?:gestopt|stopt|gestaakt|beeindigd|staakt)\b|"
        r"\b(?:gestopt|stopt|gestaakt) met (?:de )?\w*(?:hulp|behandel|begeleid|therap)\w*|"
        r"\bafgewezen\b|\bstopgezet\b|\brondt\b.*\baf\b|\bbeeindigt\b|\bgeseponeerd\b|"
        r"\bseponeer\w*|\bafsluiting\b|\bgeconcludeerd\b|"
        r"\bconcludeer\w+\b|\bsluit de zaak|\b(?:beschikking|indicatie|pgb)\b.*\b(?:afgegeven|"
        r"verleend|toegekend|afgewezen|"
        r"verlengd|ingetrokken)\b|\bverleend\b|\bgeen gevolg gegeven|\bonderzoek\b.*\b(?:afgerond|"
        r"gesloten)|\bbevestigd\b",
    ),
    (
        Kind.MAATREGEL,
        rf"{MEASURE}(?!.*\b(?:gezamenlijk gezag|beide ouders)\b)",
    ),
    (
        Kind.BESCHIKKING,
        r"\b(?:her)?beschikking(?:en)?\b|\b(?:her)?indicatie\b(?! voor opname)|\bindicatiebesluit|\bpgb\b|"
        r"\bjeugdwet\b",
    ),
    (
        Kind.ACTIE,
        r"\braadsrapport is\b|\bproces-verbaal|\bpv\b|\bvto\b|\bverzoek tot onderzoek|\bofficiele "
        r"waarschuwing|\b(?:aangemeld|aanmelding|aanmelden|verwezen|doorverwezen|verwijst|verwees|"
        r"verwijzing|doorverwijzing)\b|\bmeldt?\b.*\baan (?:bij|voor)\b",
    ),
    (
        Kind.GEBEURTENIS,
        r"\bgeboren\b|\bgeboorte (?:van)?|\bbevalling|\bbevallen\b|\boverl(?:eed|ijd\w*|"
        r"eden)\b|\bsterft|\bgestorven|\bzelfdoding|"
        r"\bsuicidepoging|\bzelfmoordpoging|\boverdosis|\buit (?:de|hun|haar|zijn) (?:woning|huis) gezet\b|"
        r"\bts\b|\btentamen suicid\w*|\bpillen (?:in)?genomen|"
        r"\buiteen\b|\bburn-?out\b|\buit elkaar\b|\b(?:echt)?scheid(?:en|ing)\b|\bgescheiden\b|"
        r"\bverlaten\b|\bvertrokken\b|\bverbroken\b|\brelatiebreuk\b|"
        r"\bverhui(?:s|z)\w*|\bnieuwe (?:partner|relatie|vriend|vriendin)\b|\b(?:een|krijgt|heeft) "
        r"(?:\w+ )?relatie\b|\brelatie (?:met|gekregen)|"
        r"\bgetrouwd\b|\btrouw(?:t|en|den|de)\b|\bhuwelijk\b|\bterugval\b|\b(?:bijt|beet|slaat|"
        r"schopt|schopte|gooit|gooide|gewurgd|snijdt|automutil\w*)\b|\b(?:drugs|weer|opnieuw) "
        r"gebruikt\b|\bniet teruggebracht\b|\bsamenwonen\b|\bging\w* samenwonen|"
        r"\btrok\w* bij\b.*\bin\b|\btrekt\b.*\bin\b|"
        r"\bzwanger\b|\bgedetineerd|\bdetentie|\bvastgezeten|\bgevangenis\w*|\baangehouden\b|"
        r"\bgearresteerd|\bcel\b|\bvast(?:zat| zit| zat)|"
        r"\bontslag\w*|\bontslagen|\bwerkloos|\bbaan (?:kwijt|verl\w+)|\bzit\b.*\bvast\b|\bverlo(?:or|"
        r"ren)\b.*\b(?:baan|werk)\b|\bfailli\w+|\bweggelopen\b|\bloopt weg\b|\bliep weg\b|"
        r"\bvermist\b|\bdakloos\b|\bontrui(?:md|ming)\b|\buitgezet\b|\bongeluk\b|\bongeval\b|\bgeschorst|\bschorsing|"
        r"\bvan school (?:gestuurd|verwijderd)|\bblijft zitten|\bblijven zitten\b|"
        r"\bzittenblijven\b|\bdoubleer\w+|\bgedoubleerd|"
        r"\bhuiselijk geweld\b|\bge(?:slagen|schopt|stoken)\b|\bsloeg\b|\bbedreig\w+|"
        r"\bmishandel\w*|\bmisbruik\w*|\bescalatie\w*|"
        r"\bescaleer\w*|\bgeescaleerd\b|\bruzie\b|\bvechtpartij\b|\bvernield?\w*|\bsteekpartij|"
        r"\bbrand\b|\b112\b|\bpolitie\b.*\b(?:ter plaatse|thuis|gebeld|aan de deur|kwam|komt)\b|"
        r"\bpolitie-?inzet\b|\bbrugklas\b|\bschoolwisseling\b|\boverstap\b|\bbegonnen op (?:het|"
        r"de) (?:vo|vmbo|mbo|havo|vwo)\b|\bscholen\b.*\bdicht\b|\bcorona\b|"
        r"\blockdown\b|\bopgenomen in het ziekenhuis|\bziekenhuisopname\b|\bernstig "
        r"ziek\b|\bkanker\b|\bbeslag\b|\bdiefstal\b|"
        r"\bgestolen\b|\bhartaanval\b|\bberoerte\b|\bherseninfarct\b|\bmenstrua|\bkwam\b.*\bnaar "
        r"nederland\b|\bgevlucht\b|\buitkering\b",
    ),
    (
        Kind.INTERVENTIE,
        rf"\b(?:verbl\w+|lag|opgenomen|opname)\b.*\b(?:paaz|puk|detox\w*|verslavingskliniek)\b|{BEGIN}.*{HELP}|{HELP}.*{BEGIN}",
    ),
    (
        Kind.SIGNAAL,
        rf"{REPORT}|\baangifte\b|\bletsel\b|\bblauwe (?:plek\w*|kaak|ogen?)\b|\bstriemen\b",
    ),
    (
        Kind.CONTACT,
        r"\b(?:eerste )?(?:intake|screening)(?:s?gesprek)?\b(?!.*\b(?:aangemeld|gepland|voor)\b)|"
        r"\bhuisbezoek\w*|\bkennismaking\w*|\bkennisgemaakt|\bthuis bezocht\b|\bkeukentafel\w*|"
        r"\bcontactmoment\b|\bop bezoek\b",
    ),
    (
        Kind.ACTIE,
        r"\bbijeengekomen\b|\bjco\b|"
        r"\bverzuim(?:gesprek|spreekuur)\w*|\baangepast rooster|\bkomt\b.*\balleen nog\b|\boverlegd\w*|"
        r"\bgetest\b|\bonderzocht\b|\bintake\b|\bintakegesprek|\bmdo\b|\bcasus(?:overleg|"
        r"bespreking)\b|\bspoedoverleg\b|"
        r"\b\w*overleg\b|\bronde ?tafel\w*|\baanvraag\b|"
        r"\baangevraagd\b|\bveiligheidsplan\b|\bveiligheidsafspraken\b|\bopgeschaald|\bopschaling|"
        r"\bbeoordeeld\b|\bbeoordeling\b|\bgezinsplan\b|"
        r"\bplan van aanpak\b|\bperspectiefplan\b|\bopgesteld\b|\bzitting\b|\bverhoord\b|\bgehoord\b|"
        r"\bstart(?:t|te)? (?:een |het )?onderzoek|\bonderzoek gestart|"
        r"\bgesprek (?:op school|met school)|\bbeller?ondes|\bdossieroverleg\b|"
        r"\bwaarschuwing\b|\boproep\b|\buitgenodigd\b",
    ),
    (
        Kind.BEMOEIENIS,
        r"\b(?:in|met) drang\b|\(drang\b|^\W*(?:jeugdbeschermer|gezinsvoogd|regisseur|casusregisseur|consulent|"
        r"voogd)\b.*"
        r"\bsinds\b|\bbetrokken\b(?!.*\bniemand\b)|\bbetrokkenheid\b|\bbemoei\w+|\bin beeld\b|\bregie\w*\b|"
        r"\bonderzoek\b.*\b(?:liep|loopt|van)\b|"
        r"\bin onderzoek\b|\b(?:her)?geopend\b|\bmonitor\w*|\bbekend bij\b|\bvinger aan de pols|"
        r"\bvolgt het gezin|\bheropend\b",
    ),
    (
        Kind.SCHOOL,
        r"\binstroom\b|\bdiploma\b|\bgeslaagd\b|\bexamen\b|\b(?:naar|op) het (?:praktijkonderwijs|speciaal "
        r"onderwijs|vso|"
        r"so|sbo|vmbo|mbo|vo)\b|\b(?:naschoolse|buitenschoolse) opvang|\bschoolloopbaan\b|\bisk-plaatsing|"
        r"\bazc-school|"
        r"\btaalklas\b|\bnaar (?:\w+ )?(?:basis|"
        r"peuter|kleuter|middelbare )?school\b|\b(?:gestart|start|begonnen|begint|begon|ingeschreven|geplaatst|"
        r"zit|zat|onderwijs|leerling|stroomt?\w*|bezoekt|bezocht|schoolgaand|overgegaan|overgestapt|gaat|ging)\b.*"
        r"(?:\bschool\b|\w+school\b|\bisk\b|\btaalklas\b|\bgroep [1-8]\b|\bklas\b|\bvmbo\b|\bhavo\b|"
        r"\bvwo\b|\bmbo\b|\bsbo\b|\bv?so\b|\bvo\b|"
        r"\bcollege\b|\w+college\b|\blyceum\b|\bkinderopvang\b|\bkinderdagverblijf\b|"
        r"\bpeuterspeelzaal\b|\bbso\b|\bkdv\b)|"
        r"\b(?:groep [1-8]|\w*school|sbo|peuterspeelzaal|kinderdagverblijf)\b.*\b(?:gestart|"
        r"begonnen|ingeschreven|zat|geplaatst)\b",
    ),
    (
        Kind.WONEN,
        r"\bslaapt\b.*\bbij\b|\bsliep\b.*\bbij\b|\bfasehuis\b|\bbegeleid wonen\b|\bwoont\b|\bwoon\b|\bhuurt\b|"
        r"\bsleutel\b|\bhuurwoning\b|\beigen (?:huis|flat|woning)\b|"
        r"\bintrek\b|\badres\b|\bwoonde\w*|\bwonen\b|\bgewoond\b|\bwoonachtig\b|\bingetrokken\b|"
        r"\bwoning\b|\bverblijf(?:t|plaats)\b|\bverbleef\b|"
        r"\bhoofdverblijf\b|\bopvang\b",
    ),
    (
        Kind.INTERVENTIE,
        rf"(?!\bhulp\b|hulpverlening|gesprekken|traject|medicatie){HELP}|\bopgenomen\b|"
        rf"\bingezet\b|\binzet\b|\blooptijd\b",
    ),
    (
        Kind.CONTACT,
        r"\bbesprak(?:en)?\b|\bhb\b|\btel\b\.?|\bbeeldbel\w*|\bvideobel\w*|\bgeappt\b|\w*gesprek\w*|"
        r"\bgesproken\b|\bgebeld\b|\bbelt\b|\bbelde\b|\btelefo\w+|\bgemaild\b|"
        r"\bcontact\b|\bevaluatie\w*|\bgeevalueerd\b|"
        r"\bbezoek\b|\bbezocht\b|\bbesproken\b|\bspreekuur\b|\bconsult\b",
    ),
)

FUTURE = re.compile(
    r"\b(?:ots-)?zitting\b|^\W*(?:eind|tussen)?evaluatie\b|\b(?:zal|zullen)\b.*\b(?:worden|"
    r"starten|gaan|plaatsvinden|volgen|zijn|komen)\b|"
    r"\bte (?:starten|beginnen)\b|\bnaar verwachting\b|\bverwacht(?:e|ing)?\b|"
    r"\b(?:staat|is|zijn|staan) (?:\w+ )?gepland\b|\bgepland\b|\bwordt (?:dan )?18\b|"
    r"\bbereikt de leeftijd|\bevaluatie over\b|"
    r"\b(?:vindt|vinden) (?:\w+ ){0,4}plaats\b|\bwordt verwacht\b|\bvoornemen\b|\bis van plan\b|"
    r"\bgaan? (?:dan |in )?(?:starten|beginnen|verhuizen)\b"
)
"""What is said of what is still to come; only when the date itself does not lie behind the document."""

MEETING = re.compile(r"\b(?:evaluatie|zitting|ots-zitting|evalueren|vervolggesprek)\b")
"""What is held on one day, also when it is about a measure that lasts."""
SPANNING = re.compile(
    r"\b(?:loopt|liep|geldig|geldt|periode|van\b.*\b(?:tot|t/m)|met ingang van|ingangsdatum|duur van)\b"
)
"""That something lasts: a decision that is told with its period is the grant itself."""

PRIVATE = re.compile(
    r"\bgeboren\b|\boverl(?:eed|ijd\w*|eden)\b|\buit elkaar\b|\bverhui(?:s|z)\w*|\bzwanger|"
    r"\brelatie\b|\bnieuwe partner|\bgetrouwd\b|"
    r"\bgeboorte\b|\bsamenwonen\b|\bontslagen\b|\bwerkloos\b|\bgestorven\b|\bgescheiden\b(?!.*\brecht)"
)
"""What happens in a family by itself: no organisation needs to stand behind it."""
