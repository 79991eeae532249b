"""The lexicon of parties made ready to search with, and what a proper name looks like in Dutch text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tijdlijn.dossier.parties_lexicon import AGENCIES, CARE, CARERS, CLOSING, FACILITIES, PROVIDERS, Row, Tail
from tijdlijn.language.folding import fold
from tijdlijn.model.vocabulary import Sector

_CAP = r"[A-ZÀ-ÖØ-Þ][\w'’&.-]*[\w]|[A-Z]"
NAME = re.compile(
    rf"(?:(?:De|Het|'t|’t|Den|Op|In|Bij|Ons|Onze) )?(?:{_CAP})"
    rf"(?: (?:(?:van|van de|van der|de|der|den|voor|en|&|het|ter|ten) )?(?:{_CAP})){{0,3}}"
)
"""A proper name as running text writes it."""
_STRICT = re.compile(r"(?:De|Het|'t|’t|Den|Sint|St\.?|Ons|Onze|Prins|Prinses|Koningin|Op) [A-Z0-9]|\S+ \S*[A-Z]")
REGION = re.compile(
    r"(?i:noord|oost|zuid|west|gelderland|brabant|overijssel|limburg|drenthe|friesland|zeeland|utrecht|flevoland)"
    r"(?:[ -](?i:holland|nederland|noord|oost|zuid|west|brabant))?\b"
)
HEADED = re.compile(
    r"(?:(?:J?GGZ|JR|GI|RJJ|JJI|[JR]?[KC]?BS|[OPC]{1,3}BS|SBO|VSO|SO|IKC|ISK|Stichting|Kliniek|Praktijk|Centrum|"
    r"Bureau|"
    r"Leefgroep|Gezinshuis|Jeugdhulp|Pleegzorg|Zorgboerderij|Basisschool|\w+school|Maatschappelijk Werk|Jeugdzorg|"
    r"Behandelcentrum|Fasehuis|Logeerhuis|Huisartsen) )+(?P<own>[A-Z][\w'’-]{3,}(?: [A-Z][\w'’-]+)?)"
)
"""A name behind the word for what it is: that name alone stands for it."""
_ORDINARY = (
    "moeder vader ouders oma opa kind kinderen jeugdige gezin mevrouw meneer mw dhr zij hij er het de een dit "
    "deze dat die triple emdr iag iph mst mdft pmt cgt adhd ptss ass odd lvb iq vo ots vots muhp uhp mdo opp "
    "wmo jeugdwet pgb start inzet intake afsluiting evaluatie overleg gesprek huisbezoek telefonisch mail "
    "families signs positive rots water beschikking nederland op in bij na met voor van tot sinds vanaf begin "
    "medio eind januari februari maart april mei juni juli augustus september oktober november december "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag geen niet ook nog wel dan toen daarna "
    "vervolgens verder wij ik we is was werd heeft had dagbehandeling melding voortgang aanmelding verwijzing "
    "school huisarts politie raad u onze ons zijn haar hun alle ja nee plan vraag advies doel datum nieuwe "
    "vorige volgende onderzoek behandeling hulp therapie begeleiding als om dus want kan onbekend ingangsdatum "
    "verordening omvang regie kennismaking afsluitbrief crisisdienst gezamenlijk anamnese teruggebeld belt "
    "verslag zie concept aanwezig afwezig betreft "
)
NO_NAME = frozenset(_ORDINARY.split())
"""What begins with a capital and is no name of an organisation (folded)."""
SUFFIXED = re.compile(
    r"\b(?:(?:De|Het|'t|Sint|St\.) )?(?:[A-Z][\w'’-]+ ){1,2}"
    r"(?P<kind>Jeugd-GGZ|JEUGD-GGZ|GGZ|Jeugdhulp|Jeugdzorg|Zorggroep|Zorg|Care|Instituut|Jeugd(?!-)|Begeleiding|"
    r"Coaching|Gezinshulp|Therapie|Psychologen|Psychologie|"
    r"College|Lyceum|Ziekenhuis|Kinderopvang|Advies|Groep|Wonen|Jeugdpsychiatrie|Psychiatrie|Ggz|Huisartsen|"
    r"Jeugdbescherming|Jeugdteam|Kinderbureau|Pleegzorg)\b"
    r"|\b(?:het |Het )?[A-Z][\w-]{2,}(?P<school>college|lyceum|school|gymnasium|mavo)\b"
)
_SUFFIX_SECTORS = {
    "College": Sector.ONDERWIJS,
    "Lyceum": Sector.ONDERWIJS,
    "Kinderopvang": Sector.ONDERWIJS,
    "Ziekenhuis": Sector.OVERIG,
    "Wonen": Sector.OVERIG,
    "GGZ": Sector.JEUGD_GGZ,
    "Jeugd-GGZ": Sector.JEUGD_GGZ,
    "JEUGD-GGZ": Sector.JEUGD_GGZ,
    "Psychologen": Sector.JEUGD_GGZ,
    "Psychologie": Sector.JEUGD_GGZ,
    "Jeugdpsychiatrie": Sector.JEUGD_GGZ,
    "Psychiatrie": Sector.JEUGD_GGZ,
    "Ggz": Sector.JEUGD_GGZ,
    "Huisartsen": Sector.HUISARTS,
    "Jeugdbescherming": Sector.GI,
    "Jeugdteam": Sector.GEMEENTE,
}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One pattern for many rows: the group that matches says which row."""

    places: re.Pattern[str]
    """Where any word stands: the same words without groups, which is many times faster to search with."""
    pattern: re.Pattern[str]
    rows: tuple[Row, ...]

    def find(self, text: str) -> Iterator[tuple[Row, re.Match[str]]]:
        """Each word in the text with its row."""
        for place in self.places.finditer(text):
            match = self.pattern.match(text, place.start())
            if match and match.lastindex:
                yield self.rows[match.lastindex - 1], match


def _split(words: str) -> list[str]:
    return [word.strip() for word in words.split(",")]


def _word(word: str) -> str:
    free = r"\w*(?:-\w+)?" if word.endswith("*") else r"(?!\w)"
    return word.replace("(", "(?:").replace("*", r"\w*").removesuffix(r"\w*") + free


def _lexicon(rows: tuple[Row, ...], capitals: bool) -> Lexicon:
    """The words in capitals match as written, all others folded."""
    pairs = [(word, row) for row in rows for word in _split(row.words) if (word != word.lower()) == capitals]
    pairs.sort(key=lambda pair: -len(pair[0]))
    words = [_word(word) for word, _ in pairs]
    return Lexicon(
        re.compile(rf"(?<![\w-])(?:{'|'.join(words)})"),
        re.compile(rf"(?<![\w-])(?:{'|'.join(f'({word})' for word in words)})"),
        tuple(row for _, row in pairs),
    )


_PLACES = FACILITIES + AGENCIES
IN_CAPITALS = _lexicon(_PLACES, capitals=True)
FOLDED = _lexicon(_PLACES, capitals=False)
_NAMED = [(name, sector) for sector, names in PROVIDERS for name in _split(names)]
PROVIDER_SECTORS = {fold(name): sector for name, sector in _NAMED}
PROVIDER = re.compile(
    rf"(?<![\w-])(?:{'|'.join(re.escape(name) for name, _ in sorted(_NAMED, key=lambda pair: -len(pair[0])))})(?![\w-])"
)


def _cue(words: str, more: str = r"(?!)") -> re.Pattern[str]:
    cues = "|".join(re.escape(fold(word)) for word in sorted(_split(words), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{more}|{cues})(?=,? \S)")


HELP_BY = (
    r"(?:mst|mdft|emdr|iag|iph|pmt|cgt|fbt|iht|\w*(?:therapie|behandeling|begeleiding|training|hulp|onderzoek|"
    r"diagnostiek|"
    r"traject|opname|nazorg|zorg|opvang|screening|intake|wachtlijst|plek))(?: is| was)? (?:bij|door|via|volgens)"
)
"""Help, and the word behind which stands who gives it."""
_HELP = (
    r"(?P<help>mst|mdft|iag|iph|fbt|iht|emdr|fact|pmt|ambulant|speltherapie|systeemtherapie|gezinsbehandeling|"
    r"gezinsbegeleiding|dagbehandeling|logeeropvang|videohometraining|traumabehandeling|traumatherapie|kliniek|"
    r"woonbegeleiding|thuisbegeleiding|dagbesteding)"
)
FUNCTIONS: tuple[tuple[re.Pattern[str], tuple[Sector, ...]], ...] = (
    (
        re.compile(r"\bgroepsleid\w+|\bpb'?er\b|\bop de groep\b|\bnachtdienst\b|\bgroepswerk\w+|\bde afdeling\b"),
        (Sector.JEUGDHULP, Sector.POLITIE_JUSTITIE, Sector.JEUGD_GGZ),
    ),
    (
        re.compile(
            r"\b(?:regie)?behandelaar\b|\w*therapeute?\b|\b\w*psycholoog\b|\bpsychiater\b|\bbehandelteam\b|\bspv\b|"
            r"\bbehandelcoordinator\b|\borthopedagoog\b"
        ),
        (Sector.JEUGD_GGZ, Sector.VOLWASSENEN_GGZ, Sector.JEUGDHULP),
    ),
    (re.compile(r"\b(?:ambulant \w+|gezinsbegeleid\w+|begeleid(?:er|ster)|hulpverlener)\b"), (Sector.JEUGDHULP,)),
)
"""Functions that agencies of these fields have (folded)."""
GIVEN_HELP = re.compile(rf"\b{_HELP}(?:e|e hulp|e begeleiding)?\b")
"""Kinds of help that one agency in a dossier gives (folded)."""
HELP_BEFORE = re.compile(rf"{GIVEN_HELP.pattern}[:,]? (?:is |was )?(?:(?:bij|door|van|via|volgens|stichting) ){{0,2}}$")
BEHIND_CUE = re.compile(r",? (?:(?:de|het|een|stichting|organisatie|aanbieder) )?(?=\S)")
CUE = _cue(CARE, HELP_BY)
"""To be searched in folded text, as the doubtful ones; the name stands behind `BEHIND_CUE`, as written."""
DOUBTFUL_CUE = _cue(CARERS)
CLOSES = re.compile(rf"(?:^|[.;:]\s+|\bdat\s+)(?P<name>{NAME.pattern})\s+{CLOSING}")
_CARE_AFTER = re.compile(
    r"(?:sluit|rondt)\b[^.;]*\baf\b|\b(?:start|biedt|stopt|beeindigt)\b[^.;]*\w*(?:hulp|behandel|beg"
    r"eleid|therap|interventie|traject|training|ondersteuning|coach)|(?:meldt|rapporteert|adviseert)"
)


def is_strict(name: str) -> bool:
    """Whether a name has the shape of the name of an organisation, not of a person or a place."""
    return bool(re.match(r"(?:De|Het|'t|’t|Ons) [A-Z]\w{2,}", name)) and " " in name


def suffix_sector(match: re.Match[str]) -> Sector:
    """The sector that the last part of a name tells ("Vechtdal College")."""
    return Sector.ONDERWIJS if match["school"] else _SUFFIX_SECTORS.get(match["kind"], Sector.JEUGDHULP)


def acts_as_party(match: re.Match[str], text: str) -> bool:
    """Whether what follows a name at the start of a clause is what only an organisation does."""
    return bool(_CARE_AFTER.match(fold(text[match.end("name") :]).lstrip()))


def tail_of(row: Row, text: str, end: int) -> re.Match[str] | None:
    """The proper name right behind the words of a row, where that row allows one."""
    if row.tail is Tail.NONE or not text.startswith(" ", end):
        return None
    region = REGION.match(text, end + 1) if row.sector is Sector.GI else None
    name = region or NAME.match(text, end + 1)
    if name is None or (row.tail is Tail.STRICT and not region and not _STRICT.match(name[0])):
        return None
    return name
