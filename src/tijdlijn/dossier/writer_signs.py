"""What in the head of a document or an address tells who wrote it, as data."""

from __future__ import annotations

import re

from tijdlijn.language.folding import fold

SALUTATION = re.compile(r"(?:beste|geachte|hoi|dag|lieve|hallo|l\.s\.|foar)\b")
ADDRESSED = re.compile(r"(?:aan\b|t\.a\.v|cc\b|afschrift)")
DATED_NOTE = re.compile(r"\W*\d{1,2}[-./]\d{1,2}(?:[-./]\d{2,4})?\b\W*\w")
"""A note that begins with its day: from there on it is no head."""
_COLUMN_WORDS = (
    "datum tijd dag wie wanneer betreft bevinding bevindingen contact notitie notities onderwerp actie soort hoe door "
    "samenvatting verslag aanwezig omschrijving medewerker type vorm inhoud toelichting wat waar afspraak"
)
_COLUMNS = frozenset(_COLUMN_WORDS.split())
PAPER = re.compile(
    r"\b(?:\w*verslag\w*|\w*rapport\w*|\w*evaluatie\w*|\w*brief|\w*besluit\w*|\w*beschikking\w*|\w*plan|notities?|"
    r"\w*aantekeningen|journaal|\w*melding|\w*overdracht\w*|\w*onderzoek\w*|screening|uitdraai|registraties|"
    r"afdeling|afd|"
    r"bespreking|toelichting|dossier|\w*formulier|verzoek\w*|advies|intake|chronologie|tijdlijn|overzicht|memo|"
    r"indicatie\w*|contact\w*|logboek|schoolloopbaan|aanmelding|diagnostiek|vonnis|uitspraak|mdo|notulen|levensloop|"
    r"betreft|datum|client|leerling|jeugdige|kenmerk|anamnese|samenvatting|evaluaties?|vragenlijst|bijlage|"
    r"pagina|blz)\b"
)
"""Words for what a document is, or for a label in it."""
ADDRESS = re.compile(
    r"\b[Pp]ostbus\b|\b\d{4} ?[A-Z]{2}\b|(?i:\btel(?:efoon)?\b|\bwww\.|@|\bagb\b|\bkvk\b)|"
    r"\b[A-Z]\w+(?:straat|weg|laan|plein|kade|boulevard|singel|gracht|dijk|pad|hof) \d"
)


def is_header_row(line: str) -> bool:
    """Whether a line is no more than the heads of columns."""
    cells = [cell.strip() for cell in re.split(r"\t| \| ", fold(line))]
    return len(cells) > 1 and sum(cell.partition(" ")[0] in _COLUMNS for cell in cells) > 1


WHAT_IT_IS = re.compile(
    r"^(?:De|Het|'t)? ?[A-Z][\w'’ -]+(?:,| [–—-]) (?:een )?(?:\w+ )?"
    r"(?:kliniek|praktijk|centrum|instelling|organisatie|school|"
    r"school voor|stichting|afdeling|behandelcentrum|aanbieder|ziekenhuis|team|bureau)\b"
)
"""A name that says of itself what it is: "De Luwte, kliniek voor verslaving"."""

TELLS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (agency, re.compile(pattern))
    for agency, pattern in (
        ("Leerplicht", r"\b(?:pv|proces-verbaal)\b.*\bverzuim|\bschoolverzuim\b|\bleerplichtwet\b|\blpw\b"),
        ("Politie", r"\bbvh\b|\bmutatie"),
        ("School", r"\bgroepsplan\b|\bleerling(?:nr|nummer)?\b|\bgroeidocument\b|\bopp\b|\bonderwijskundig"),
        ("Raad voor de Kinderbescherming", r"\bstrafonderzoek\b|\braads\w+"),
        ("Jeugdbescherming", r"\b(?:evaluatie|verlenging|verloop) (?:van de )?ots\b|\bjeugdbeschermer\b"),
        ("Jeugdreclassering", r"\bjeugdreclasser\w+|\btoezichtrapport"),
        ("Huisarts", r"\bicpc\b|\bhuisartsenjournaal"),
        ("JGZ", r"\bjgz\b|\bjeugdgezondheid"),
        ("Pleegzorg", r"\bpleegzorg|\bnetwerkpleeg|\bpleegouder"),
        (
            "GGZ",
            r"\bbehandelplan\b|\bbehandelteam\b|\bdiagnostisch\b|\bpsychologisch onderzoek|\bpsychodiagnos|"
            r"\bpsychiatrisch|\bontslagbrief\b",
        ),
    )
)
"""Kinds of documents that one agency only writes."""

_PRIVATE = (
    "gmail hotmail outlook live ziggo kpnmail kpn xs4all planet icloud yahoo telfort home upcmail casema hetnet msn me "
    "quicknet tele2 solcon zonnet chello proton protonmail post mail prive thuis familie example"
)
PRIVATE_MAIL = frozenset(_PRIVATE.split())
DOMAIN_TAILS = (
    "jeugdbescherming",
    "jeugdhulp",
    "kinderopvang",
    "huisartsen",
    "wijkteam",
    "jeugdteam",
    "lyceum",
    "college",
    "gymnasium",
    "vmbo",
    "havo",
    "mavo",
    "school",
    "kliniek",
    "pleegzorg",
    "ggz",
    "zorg",
)
DOMAIN_HEADS = (
    "kinderdagverblijf",
    "vakcollege",
    "gezinshuis",
    "jeugdbescherming",
    "huisartsenpraktijk",
    "veiligthuis",
    "gebiedsteam",
    "sociaalteam",
    "jeugdteam",
    "buurtteam",
    "wijkteam",
    "gemeente",
    "huisartsen",
    "stichting",
    "praktijk",
    "pleegzorg",
    "rechtbank",
    "politie",
    "kliniek",
    "basisschool",
    "ggz",
    "ggd",
    "okt",
    "cjg",
    "obs",
    "cbs",
    "sbo",
    "vso",
    "roc",
)
"""Words for what somebody is, before or behind the name in a domain; the longer first."""
