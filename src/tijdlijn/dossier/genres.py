"""The kinds of documents in a dossier, as data: what a title or a file name calls them. The first that fits counts."""

from __future__ import annotations

import re

_GENRES: tuple[tuple[str, str], ...] = (
    ("evaluatie", r"^(?:tussen|eind)?evaluatie(?:verslag)? (?:van )?(?:het )?\w*(?:plan|behandeling)"),
    (
        "beschikking rechter",
        r"\bbeschikking (?:van )?(?:de )?kinderrechter|\brechtbank\b|\bgerechtshof\b|\buitspraak\b|\bvonnis\b|"
        r"\bkinderrechter\b",
    ),
    (
        "raadsrapport",
        r"\braadsrapport|\brapport(?:age)? (?:van )?(?:de )?raad|\braad voor de kinderbescherming\b|\braadsonderzoek",
    ),
    (
        "politiemutatie",
        r"\bmutatie(?:rapport)?\b|\bpolitie ?mutatie|\bmutatierapport|\bpolitie\b.*\b(?:rapport|registratie)",
    ),
    ("VT-melding", r"\bveilig thuis\b|\bvt melding|\bvt-melding"),
    ("zorgmelding", r"\bzorgmelding|\bmeldformulier|\bmeldingsformulier|\bzorgformulier|\bzorgsignaal"),
    (
        "MDO-verslag",
        r"\bmultidisciplinair|\bmdo\b|\b(?:veiligheids|bescherm\w*|jeugdbescherm\w*|ronde ?)tafel|\bzorgoverleg|"
        r"\bcasusoverleg|\bnotulen\b|\brondetafel|\bverslag (?:van )?(?:het "
        r")?(?:\w+)?overleg|\bcasusbespreking",
    ),
    ("overdracht", r"\boverdracht"),
    ("intakeverslag", r"\bintake"),
    ("afsluitbrief", r"\bafsluit(?:brief|verslag|ing|end)|\bontslagbrief|\beindverslag|\beindbrief|\beindrapport"),
    ("verwijsbrief", r"\bverwijs|\bverwijzing|\bverwijzing"),
    (
        "plan van aanpak",
        r"\bplan van aanpak|\bgezinsplan|\bhulpverleningsplan|\bbehandelplan|\bactieplan|\bveiligheidsplan|"
        r"\bondersteuningsplan|\bperspectiefplan|\bzorgplan",
    ),
    ("pleegzorgverslag", r"\bpleegzorg|\bnetwerkpleeg|\bpleegge?zin(?:s|nen)?(?:onderzoek|screening|verslag)"),
    ("evaluatie", r"\bevaluatie|\bvoortgangs|\btussenverslag|\bvoortgang\b"),
    ("OPP", r"\bopp\b|\bontwikkelingsperspectief"),
    (
        "schoolverslag",
        r"\bschoolverslag|\bonderwijskundig|\b(?:school|overgangs)rapport|\brapportage leerling|"
        r"\bleerlingverslag|\bhandelingsplan|\bgroeidocument|"
        r"\blvs\b|\bleerlingdossier",
    ),
    (
        "onderzoeksverslag",
        r"\bonderzoeksverslag|\bpsychologisch onderzoek|\bdiagnostisch|\bpsychodiagnostisch|\bonderzoek(?:srapport)?\b"
        r"|\bdiagnostiek",
    ),
    ("beschikking", r"\bbeschikking|\bindividuele voorziening|\btoekenning|\bbesluit\b"),
    ("JGZ-dossier", r"\bjgz\b|\bjeugdgezondheid|\bconsultatiebureau"),
    ("levensloop", r"^levensloop|^levenslijn"),
    ("tijdbalk", r"\btijdbalk"),
    ("chronologie", r"\bchronologie|\btijdlijn|\btijdpad"),
    (
        "contactjournaal",
        r"\bcontactjournaal|\bwerkaantekening|\b(?:week|dag)rapportage|\bjournaal|\bcontactregistratie|\baantekeningen|\blogboek|\bcontactmoment|\brapportages",
    ),
    ("verslag", r"\bverslag|\bgespreksverslag|\brapport(?:age)?\b"),
    ("notitie", r"\bnotitie|\bmemo\b"),
    ("brief", r"\bbrief\b"),
    ("mail", r"\bmail\b"),
)
GENRES = tuple((genre, re.compile(pattern)) for genre, pattern in _GENRES)

AGENCY_OF: dict[str, tuple[str, tuple[str, ...]]] = {
    "beschikking rechter": ("Rechtbank", ("rechtbank", "gerechtshof")),
    "raadsrapport": ("Raad voor de Kinderbescherming", ("raad",)),
    "politiemutatie": ("Politie", ("politie",)),
    "VT-melding": ("Veilig Thuis", ("veilig thuis",)),
    "beschikking": ("Gemeente", ("gemeente",)),
}
"""From whom a kind of document always is: the name without more, and how its own name begins (folded)."""

ISSUER = re.compile(
    r"(?i)(?:^|\t|[.;]\s)(?:afzender|opgesteld door|opsteller|instelling|organisatie|"
    r"auteur|uitgebracht door)\s*[:\t]\s*"
)
