"""What the name of a person, a date of birth and a role in the family look like in Dutch documents.

The rule: an ordinary word with a capital, an organisation and a lone letter are no names.
"""

from __future__ import annotations

import re

from tijdlijn.dossier.candidates import Family
from tijdlijn.dossier.party_patterns import NO_NAME
from tijdlijn.dossier.party_search import find_parties
from tijdlijn.language.calendar_nl import MONTH_NUMBERS, WEEKDAYS
from tijdlijn.language.folding import fold

_PARTICLES = "van de der den ten ter te het 't el al von da dos di ben bin la le du"
PARTICLES = frozenset(_PARTICLES.split())
_TITLES = "mevrouw mw mw. mevr mevr. mej mej. mejuffrouw meneer dhr dhr. de heer"
TITLES = frozenset(_TITLES.split())
_PARTICLE = (
    r"(?:(?:v\.|v\.d\.|van|de|der|den|ten|ter|het|'t|el|al|von|da|dos|di|ben|bin|la|le|du"
    r"|Van|De|Der|Den|El|Ben|VAN|DE|DER|DEN) )*"
)
WORD = r"(?!(?:De|Het|Van|Den|Der|Op|In|Een)\b)[A-ZÀ-ÖØ-Þ][\w'’]*[\w](?:-(?:[a-z]+ )?[A-ZÀ-Þ]?\w+)*(?!\w)"
SURNAME = rf"{_PARTICLE}(?:[ae]l-)?{WORD}"
_TITLE = r"(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]ej\.?|[Mm]ejuffrouw|[Mm]eneer|[Dd]hr\.?|[Dd]e heer) "
_REST = rf"(?: {SURNAME}){{0,3}}"
INITIALS = r"[A-Z]\.(?: ?[A-Z]\.)*"
PERSON = (
    rf"(?:(?:{_TITLE})?(?:{INITIALS} ?){_PARTICLE}{WORD}{_REST}|"
    rf"{_TITLE}{_PARTICLE}{WORD}{_REST}|{WORD}(?:(?: [A-Z]\.){{1,2}}|{_REST}))"
)
"""A name: in full, with a title, with initials before the surname, or with an initial for it ("Noor Y.")."""
GIVEN = rf"{WORD}(?: [A-Z]\.(?=[\s,;:)(–-]))?"
"""A first name, or one with the letter of the surname."""
_MONTHS = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_ON = rf"(?:(?:{'|'.join(WEEKDAYS)}) )?"
FULL_DATE = (
    rf"(?:{_ON}\d{{1,2}}(?:e|ste|de)?[-/. ]+(?:\d{{1,2}}|(?i:{_MONTHS})\.?)[-/. ]+(?:\d{{4}}|['’]?\d{{2}})(?![\d-])"
    r"|\d{4}-\d\d-\d\d(?!\d))"
)
DATE = (
    rf"(?:{FULL_DATE}|(?:begin |eind |medio |ca\.? |circa )?(?:(?i:{_MONTHS})\.? ?)?(?:(?:19|20)\d\d(?![\d-])|"
    r"['’]\d\d(?!\d)))"
)
MARK = r"(?:(?i:geboren|geboortedatum|geboortejaar|geb\.? ?(?:dat|datum|dd|d\.d)|geb|gb)\b\.?:?|\*|°)"
PLACE = (
    r"(?:,? ?(?:te|in) (?:(?:de|den|het|'s|'t)[ -])?[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+)*(?: \([^)\n]{2,30}\))?)?"
)
LEAD = r"(?:(?:op|d\.?d\.?|in|per)\s+)?"
_BORN = (
    rf"(?:\s*[%s]\s*(?:[vmjdVMJ][.,;]?\s+)?(?:(?P<mark>{MARK}){PLACE}\s*{LEAD})?|"
    rf"\s+(?:[vmVM]\.?\s+|(?P<mark2>{MARK}){PLACE}\s*{LEAD}))"
    rf"(?P<birth>{DATE})"
)
BORN = _BORN.replace("%s", ",(")
"""What may stand between a name and its date of birth, with that date; `mark` when a word says that it is one."""
BORN_LISTED = _BORN.replace("%s", ",;(/–-")
"""The same in a list of the family."""

ROLE_WORDS: dict[str, tuple[str, bool, str]] = {
    "moeder": ("moeder", False, "v"),
    "mama": ("moeder", False, "v"),
    "mem": ("moeder", False, "v"),
    "vader": ("vader", False, "m"),
    "papa": ("vader", False, "m"),
    "heit": ("vader", False, "m"),
    "biologische moeder": ("moeder", False, "v"),
    "biologische vader": ("vader", False, "m"),
    "juridische vader": ("vader", False, "m"),
    "stiefmoeder": ("stiefmoeder", False, "v"),
    "stiefvader": ("stiefvader", False, "m"),
    "pleegmoeder": ("pleegmoeder", False, "v"),
    "pleegvader": ("pleegvader", False, "m"),
    "oma": ("oma", False, "v"),
    "opa": ("opa", False, "m"),
    "beppe": ("oma", False, "v"),
    "pake": ("opa", False, "m"),
    "grootmoeder": ("oma", False, "v"),
    "grootvader": ("opa", False, "m"),
    "tante": ("tante", False, "v"),
    "oom": ("oom", False, "m"),
    "zoontje": ("kind", True, "m"),
    "zoon": ("kind", True, "m"),
    "dochtertje": ("kind", True, "v"),
    "dochter": ("kind", True, "v"),
    "broertje": ("kind", True, "m"),
    "zusje": ("kind", True, "v"),
    "halfbroertje": ("halfbroer", True, "m"),
    "halfbroer": ("halfbroer", True, "m"),
    "halfzusje": ("halfzus", True, "v"),
    "halfzus": ("halfzus", True, "v"),
    "nieuwe partner": ("partner van moeder", False, ""),
    "partner van moeder": ("partner van moeder", False, ""),
    "partner moeder": ("partner van moeder", False, ""),
    "partner van vader": ("partner van vader", False, ""),
    "vriend van moeder": ("partner van moeder", False, "m"),
    "vriendin van vader": ("partner van vader", False, "v"),
    "partner": ("partner", False, ""),
    "minderjarige": ("kind", True, ""),
    "jeugdige": ("kind", True, ""),
    "pleegkind": ("kind", True, ""),
    "minderjarige kind": ("kind", True, ""),
    "oudste": ("kind", True, ""),
    "jongste": ("kind", True, ""),
}
"""What a word beside a name says: the role, whether it is a child of the family, and the gender."""
ROLES = "|".join(sorted(ROLE_WORDS, key=len, reverse=True))
_ROLE_LIKE = (
    "moeder vader ouders kind gezin school politie huisarts verslag geen onbekend wijkteam vader's geboorte geboren "
    "oma opa tante broertje zusje pleegouders jeugdbescherming leeftijd"
)
_TITLED_FULL = re.compile(rf"{_TITLE}(?P<name>{WORD}(?: {SURNAME}){{1,3}})")
_NO_SURNAME = frozenset(_ROLE_LIKE.split())
_LABEL_LIKE = (
    "ouder ouders moeders vaders broer zus broertjes zusjes tweeling kind kinderen gezin naam voornaam geboorte "
    "geboorteplaats overlijden overleden verhuizing melder betrokkene onderzoek leeftijd groep klas jongen meisje "
    "leerling client patient jongere pupil verdachte rapporteur mentor juf meester mem heit beppe pake papa mama "
    "echtscheiding scheiding huwelijk getrouwd nationaliteit adres geboren geboortedatum "
    "geslacht relatie rol groepsplan"
)
_NO_GIVEN = frozenset([*_LABEL_LIKE.split(), *WEEKDAYS, *(word for word in MONTH_NUMBERS if len(word) > 3)])


def is_person(name: str) -> bool:
    """Whether this may be the name of a person: no ordinary word, no organisation, no letters only."""
    if name in ("moeder", "vader"):
        return True
    parts = name.split()
    words = [fold(part).strip(".,") for part in parts]
    ordinary = {"van", "de", "het", "den", "der", "mevrouw", "mw", "meneer", "dhr", "in", "op"}
    if len(name) <= 2 or (name.isupper() and len(parts) == 1) or (words[0] in NO_NAME and words[0] not in ordinary):
        return False
    if words[0] in ROLE_WORDS or words[0] in _NO_GIVEN or any(word in _NO_SURNAME for word in words[1:]):
        return False
    return not any(hit.is_named or hit.start == 0 for hit in find_parties(name, Family()))


def as_written(name: str) -> str:
    """A name in capitals as one writes it: TIM VAN MAART is Tim van Maart."""
    if not name.isupper() or len(name) < 4 or "." in name:
        return name
    words = [word.capitalize() for word in name.split()]
    return " ".join(word.lower() if number and fold(word) in PARTICLES else word for number, word in enumerate(words))


def without_title(name: str) -> str:
    """A full name alone: "mevrouw Karin Smit" is Karin Smit; a title before a surname stays."""
    full = _TITLED_FULL.fullmatch(name)
    return full["name"] if full else name
