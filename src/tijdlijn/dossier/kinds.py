"""Which kind of entry a passage tells of, and what else of it the words say: frame, form, turning point, at whom.

The rule: the clause of the date decides, by the first rule of `kind_rules` that fits; only when it says nothing, the
rest of the passage, the row it stands in and the sort of document. What is denied or only considered is no fact of
that kind. Every answer carries the words that gave it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tijdlijn.dossier.candidates import PartyFound
from tijdlijn.dossier.clauses import clause_of
from tijdlijn.dossier.context import NOTHING_AROUND, PassageContext
from tijdlijn.dossier.kind_rules import FUTURE, MEETING, PRIVATE, RULES, SPANNING
from tijdlijn.dossier.traits import aimed_at_in, form_in, kader_in, schakelmoment_in
from tijdlijn.language.folding import fold, squeezed
from tijdlijn.model.vocabulary import AimedAt, Kader, Kind, PlacementForm, Sector


@dataclass(frozen=True, slots=True)
class What:
    """What a passage tells: None and empty where it does not say. `reasons` are plain Dutch, one for each answer."""

    kind: Kind | None = None
    kader: Kader | None = None
    form: PlacementForm | None = None
    schakelmoment: str = ""
    aimed_at: AimedAt | None = None
    reasons: tuple[str, ...] = ()


_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in RULES)
_DENIED = re.compile(
    r"\b(?:geen|nooit|niet|zonder|niemand)\b(?:\s+\w+){0,2}\s+(?P<what>verlenging|"
    r"hulp\w*|opname\w*|behandeling|overbrugging|"
    r"begeleiding|uithuisplaatsing|ots|melding|onderzoek|alternatief|contact|"
    r"betrokken|diagnose|vervolg|opname-indicatie|"
    r"machtiging|overdracht|huisbezoek|beschikking|aangifte|traject|therapie)\b"
)
_PERHAPS = re.compile(
    r"\b(?:dreig(?:t|ing|ende?|de)|vermoeden(?: van| op)?|mogelijk(?:e|heid)?|overweegt?|"
    r"overwogen|eventuele?|bij terugval|risico op|"
    r"angst voor|verzoek tot|verzoek om|verzoek|advies(?:eert)?(?: tot| om)?|ter "
    r"voorkoming van|om .{0,30} te voorkomen)"
    r"(?:\s+(?:een|de|het|tot|om|van))*\s+(?P<what>\w+(?:\s\w+)?)"
)
_BY_COLUMN: tuple[tuple[str, Kind], ...] = (
    (r"^(?:start|begin)\b", Kind.INTERVENTIE),
    (r"\bafsluit|\beindeva", Kind.BESLUIT),
    (r"\bmelding\b|\bsignaal|\bzorgen\b|\bincident", Kind.SIGNAAL),
    (r"\bhulpvraag", Kind.HULPVRAAG),
    (r"\boverdracht", Kind.OVERDRACHT),
    (r"\bwachtlijst|\bwachttijd", Kind.WACHTTIJD),
    (r"\bdiagnos", Kind.DIAGNOSE),
    (
        r"\bverwijz|\baanmeld|\bintake|\bmdo\b|overleg|\bbeschermingstafel|\baanvraag|\bonderzoek|\btafel\b|\bzitting",
        Kind.ACTIE,
    ),
    (r"\bbeschikking|\bbesluit", Kind.BESLUIT),
    (r"\buhp\b|uithuisplaats|\bplaatsing", Kind.UITHUISPLAATSING),
    (r"\bescalatie|\bthuisplaatsing|\bverhuiz|\bscheiding", Kind.GEBEURTENIS),
    (
        r"huisbezoek|telefon|\bmail|\bgesprek|\bcontact|\bevaluatie|videobel|\bvoortgang|"
        r"\bkennismak|\bapp|kantoor|\bbezoek",
        Kind.CONTACT,
    ),
)
_BY_GENRE: tuple[tuple[str, Kind], ...] = (
    ("overdracht", Kind.OVERDRACHT),
    ("afsluit", Kind.BESLUIT),
    ("beschikking", Kind.BESLUIT),
    ("vt-melding", Kind.SIGNAAL),
    ("zorgmelding", Kind.SIGNAAL),
    ("politiemutatie", Kind.SIGNAAL),
    ("onderzoek", Kind.DIAGNOSE),
    ("contactjournaal", Kind.CONTACT),
    ("intake", Kind.ACTIE),
    ("mdo", Kind.ACTIE),
    ("raadsrapport", Kind.ACTIE),
    ("verwijsbrief", Kind.ACTIE),
    ("plan", Kind.ACTIE),
    ("jgz", Kind.CONTACT),
    ("pleegzorg", Kind.UITHUISPLAATSING),
)
_OWN_DATE = re.compile(
    r"\baldus (?:opgemaakt|gewezen|vastgesteld)\b|\b(?:rapport|verslag|onderzoeks|bespreek)dat(?:um|a)\b|"
    r"^\W*(?:versie|opgemaakt|opgesteld|ondertekend|afgenomen|vastgesteld|datum bespreking|kenmerk)\b|"
    r"\bafgenomen\b.*\bbesproken\b"
)
"""What leads to the day of the document itself."""
_BORN = re.compile(r"(?:\bgeb(?:oren)?\.?(?: op| in)?|\bgeboortedatum:?|\*)\s*$")
_KIN = r"\W*(?:kind(?:eren)?|jeugdigen?|betreft|gezin\w*|moeder|vader|naam)\b"
_LIST_OF_KIN = re.compile(rf"{_KIN}[^:\t.]{{0,20}}[:\t]")
_CELL_OF_KIN = re.compile(_KIN)
_NAME_BEFORE = re.compile(r"(?:^|[/;,:\t]\s*|\ben\s+)[A-Z]\w+(?: (?:(?:van|de|der|den|el) )*[A-Z]\w+){0,3}\s*[,(]\s*$")
_STOPS = re.compile(r"\b(?:stopt|stopte|stopten|gestopt|staakt|staakte|gestaakt|trekt zich terug|trok zich terug)\b")
_STARTS = re.compile(r"\b(?:gestart|start|begonnen|overgestapt|begint) (?:op|bij|naar)\b(?! (?:het|de) v?m?bo\b)")
_KEPT_IN_FUTURE = frozenset(
    {
        Kind.INTERVENTIE,
        Kind.OVERDRACHT,
        Kind.MAATREGEL,
        Kind.BESCHIKKING,
        Kind.BESLUIT,
        Kind.UITHUISPLAATSING,
        Kind.ULTIMATUM,
    }
    | {Kind.WACHTTIJD, Kind.BEMOEIENIS, Kind.WONEN, Kind.SCHOOL}
)
_ENDS = re.compile(r"\b(?:eindigt|einddatum|einde|verloopt|loopt (?:\w+ )?(?:af|tot|t/m|door tot))\b")
"""What still lasts ends later: that is to be expected, whatever it is."""
_ARTICLES = {Kind.WONEN: "", Kind.VERWACHT: "", Kind.SCHOOL: ""}


def what_is(
    passage: str, words: str = "", parties: Sequence[PartyFound] = (), context: PassageContext = NOTHING_AROUND
) -> What:
    """What the passage tells at this date. Raises nothing; a kind that nothing points to is None."""
    clause = clause_of(passage, words or context.words, context.at)
    kind, reason = _kind(passage, clause, parties, context)
    folded = fold(clause)
    kader, form = kader_in(folded, kind), form_in(folded, kind)
    turn, aim = schakelmoment_in(folded, kind), aimed_at_in(folded, kind)
    reasons = [reason, *(trait.reason for trait in (kader, form, turn, aim) if trait)]
    return What(
        kind,
        kader.value if kader else None,
        form.value if form else None,
        turn.value if turn else "",
        aim.value if aim else None,
        tuple(filter(None, reasons)),
    )


def kind_of_clause(clause: str) -> Kind | None:
    """The kind that the words of a clause alone point to."""
    return _by_rules(clause)[0]


def is_private(clause: str) -> bool:
    """Whether the clause tells what happens in a family by itself, without an organisation: a birth, a move."""
    return bool(PRIVATE.search(fold(clause)))


def _kind(passage: str, clause: str, parties: Sequence[PartyFound], context: PassageContext) -> tuple[Kind | None, str]:
    begins = context.cell("ingang", "startdatum", "begindatum") or (
        context.cell("van", "start") and context.cell("product", "voorziening", "zorgvorm", "aanbieder")
    )
    if begins and context.cell("eind", "tot", "t/m"):
        return Kind.BESCHIKKING, "de rij heeft een ingang en een einde"
    kind, words = _by_rules(clause)
    whole, around = _by_rules(passage)
    if kind is None or whole is Kind.ULTIMATUM:
        kind, words = whole, around
    told = _told(kind, words) if kind else ""
    if kind in (None, Kind.CONTACT):
        kind, told = _by_surroundings(kind, told, passage, context)
    return _mended(kind, told, clause, parties, context)


@lru_cache(maxsize=8_192)
def _by_rules(clause: str) -> tuple[Kind | None, str]:
    text = _without_denied(squeezed(fold(clause)))
    for kind, pattern in _COMPILED:
        match = pattern.search(text)
        if match:
            return kind, match[0]
    return None, ""


def _without_denied(folded: str) -> str:
    """The clause with what it denies or only considers blanked out, letter for letter."""
    for pattern in (_DENIED, _PERHAPS):
        folded = pattern.sub(_blanked, folded)
    return folded


def _blanked(match: re.Match[str]) -> str:
    start, end = match.span("what")
    text = match.string
    return text[match.start() : start] + "·" * (end - start) + text[end : match.end()]


def _told(kind: Kind, words: str) -> str:
    short = words if len(words) <= 40 else f"{words[:18].rstrip()} … {words[-18:].lstrip()}"
    article = _ARTICLES.get(kind, "een")
    return f"‘{short.strip()}’ wijst op {article + ' ' if article else ''}{kind.label}"


def _by_surroundings(kind: Kind | None, told: str, passage: str, context: PassageContext) -> tuple[Kind | None, str]:
    """The row, else the sort of document where the passage is only its date, else that something happened."""
    told_here = bool(context.words) and context.words in passage
    cells = (
        context.cell("onderwerp", "betreft", "aanleiding", "wat"),
        context.cell("contactvorm", "soort", "vorm", "type"),
    )
    for cell in cells:
        for pattern, other in _BY_COLUMN:
            if cell and re.search(pattern, fold(cell)) and not (told_here and other is Kind.CONTACT):
                return (kind, told) if kind else (other, f"in de rij staat ‘{squeezed(cell)}’")
    if kind and not _is_of_document(passage, context):
        return kind, told
    if is_birth(passage, context):
        return Kind.GEBEURTENIS, "is een geboortedatum"
    if _is_of_document(passage, context):
        genre = fold(context.profile.genre)
        found = next((other for begin, other in _BY_GENRE if begin in genre), None)
        if found:
            return found, f"is de datum van een stuk van de soort ‘{context.profile.genre}’"
    if kind or not passage.strip():
        return kind, told
    return Kind.GEBEURTENIS, "geen woord wijst op een andere soort"


def is_birth(passage: str, context: PassageContext) -> bool:
    """Whether the date is that of a birth: behind "geb.", or behind a name in a list of who belongs to the family."""
    if not context.words or context.words not in passage:
        return False
    place = context.at if context.at >= 0 else passage.find(context.words)
    before = passage[:place]
    if _BORN.search(fold(before)):
        return True
    first = context.cells[0][1] if context.cells else ""
    listed = _LIST_OF_KIN.match(fold(passage)) or _CELL_OF_KIN.match(fold(first)) or " / " in passage
    return bool(listed and _NAME_BEFORE.search(before))


def _is_of_document(passage: str, context: PassageContext) -> bool:
    """Whether the date is no more than that of the document itself."""
    return bool(_OWN_DATE.search(fold(passage))) or _is_date_alone(passage, context)


def _is_date_alone(passage: str, context: PassageContext) -> bool:
    """Whether there is nothing in the passage but a date and what it is the date of."""
    rest = passage.replace(context.words, " ") if context.words else passage
    return len(re.findall(r"[^\W\d_]{2,}", rest)) <= 3


def _mended(
    kind: Kind | None, told: str, clause: str, parties: Sequence[PartyFound], context: PassageContext
) -> tuple[Kind | None, str]:
    """The kind after what the day of the document, the writer and the period say of it."""
    folded = fold(clause)
    if context.is_future and (kind not in _KEPT_IN_FUTURE or _is_task(context)):
        return Kind.VERWACHT, "ligt na de dag waarop dit is geschreven"
    if context.is_future and kind is not Kind.MAATREGEL and _ENDS.search(folded):
        return Kind.VERWACHT, "eindigt na de dag waarop dit is geschreven"
    if kind is Kind.GEBEURTENIS and context.profile.genre == "politiemutatie" and not PRIVATE.search(folded):
        return Kind.SIGNAAL, "staat in een registratie van de politie"
    future = FUTURE.search(folded)
    planned = future and kind not in (Kind.ULTIMATUM, Kind.BESCHIKKING, Kind.MAATREGEL)
    if future and context.is_future and (planned or MEETING.search(folded)):
        return Kind.VERWACHT, _told(Kind.VERWACHT, future[0])
    lasts = "\t" in clause or context.cell("ingang", "startdatum") or SPANNING.search(folded)
    if kind is Kind.BESCHIKKING and not lasts:
        return Kind.BESLUIT, told.replace("beschikking", "besluit") if told.endswith("beschikking") else told
    if kind is Kind.GEBEURTENIS and parties and _STOPS.search(folded):
        return Kind.BESLUIT, f"{parties[0].name} stopt"
    at_school = any(party.sector is Sector.ONDERWIJS for party in parties)
    if kind is Kind.GEBEURTENIS and at_school and (starts := _STARTS.search(folded)):
        return Kind.SCHOOL, _told(Kind.SCHOOL, starts[0])
    if kind is Kind.MAATREGEL and fold(context.profile.genre).startswith("beschikking rechter"):
        return Kind.BESLUIT, "staat in een beschikking van de rechter"
    if kind is Kind.BEMOEIENIS and parties and all(party.sector is Sector.NETWERK for party in parties):
        return Kind.GEBEURTENIS, told
    return kind, told


def _is_task(context: PassageContext) -> bool:
    """A row of agreed actions: who does what by when."""
    return bool(context.cell("wie") and context.cell("wat", "actie"))
