"""Which parties a passage tells of, the one that acts first.

The rule, in this order: the clause of the date, the rest of the passage, what the words imply (a divorce is
pronounced by a court), the row it stands in, the heading, and only for what a professional does the writer himself.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tijdlijn.dossier.candidates import Family, PartyFound
from tijdlijn.dossier.clauses import DATED, clause_of
from tijdlijn.dossier.context import NOTHING_AROUND, PassageContext
from tijdlijn.dossier.kinds import is_birth, is_private, kind_of_clause, what_is
from tijdlijn.dossier.parties_lexicon import AGENCIES
from tijdlijn.dossier.party_patterns import FUNCTIONS, GIVEN_HELP
from tijdlijn.dossier.party_search import OTHER_CARE, Hit, by_address, cell_parties, find_parties, known_as
from tijdlijn.language.folding import fold
from tijdlijn.language.lexicon import guess_sector
from tijdlijn.model.vocabulary import Kind, Sector

MOST = 4
"""The most parties that one fact is given."""

_BEFORE = re.compile(
    r"\b(uit|door|bij|naar|aan|met|van|vanuit|namens|via|voor|op|in|over|tegen|volgens)\s+"
    r"(?:(?:de|het|een|haar|zijn|hun|onze|uw|die|deze)\s+)?(?:[a-z-]+\s+){0,2}$"
)
_RANKS = {
    "door": 0,
    "namens": 0,
    "vanuit": 1,
    "van": 2,
    "via": 2,
    "bij": 3,
    "in": 3,
    "op": 3,
    "met": 4,
    "volgens": 6,
    "uit": 9,
}
_SUBJECT, _TARGET, _LEFT = 1, 5, 9
_GENERIC = frozenset(row.name for row in AGENCIES if row.sector in (Sector.ONDERWIJS, Sector.JEUGD_GGZ)) - {
    "Crisisdienst",
    "Samenwerkingsverband",
    "Kinderopvang",
    "Peuterspeelzaal",
}
_REPORTED = re.compile(r"\b(?:zorg|politie|vt-)?melding(?:en)?\b(?!.*\bgesloten)")
_BY_WRITER = re.compile(
    r"\bdossier\b.*\b(?:geopend|heropend|gesloten|afgesloten)\b|\bmdo\b|\bultimatum\b|\bvto\b|\bniet getekend\b"
)
_LISTED = re.compile(r"\s*(?:,|\ben\b|/|&|\+)\s*(?:en\s+)?(?:(?:de|het|een)\s+)?")
_TOGETHER = re.compile(r"\b(?:mdo|\w*overleg|\w*tafel)\b")
_ELSE = re.compile(r",?\s*\b(?:anders|zo niet)\b.*$")
_HANDED = re.compile(r"\boverdracht (?:aan |naar )?(?:het |de )?$")
_PASSIVE = re.compile(r"\b(?:is|zijn|was|waren|werd|werden|wordt|worden)\b|^(?!.*\b\w+(?:t|de|te)\b)")
_SENT_ON = re.compile(
    r"\b(aangemeld|aanmelding|verwezen|doorverwezen|verwijzing|aangevraagd|verzoek|overgedragen|overdracht)\b"
)
_IMPLIED: tuple[tuple[re.Pattern[str], PartyFound], ...] = tuple(
    (re.compile(pattern), PartyFound(name, sector))
    for pattern, name, sector in (
        (r"\b(echt)?scheiding\b.*\b(uitgesproken|ingeschreven|bekrachtigd)", "Rechtbank", Sector.POLITIE_JUSTITIE),
        (
            r"\bvots\b|\b(?:spoed-?)?muhp\b|"
            r"\bonder toezicht gesteld|\b(ots|ondertoezichtstelling)\b.*\b(uitgesproken|verlengd|opgeheven)|"
            r"\bmachtiging\b.*\b(verleend|verlengd|afgegeven)|\bgezag\b.*\bbeeindigd",
            "Kinderrechter",
            Sector.POLITIE_JUSTITIE,
        ),
        (
            r"\b(?:woont|wonen|woonde|gaan wonen|ondergebracht)\b.*\bbij (?:haar |zijn |de |hun )?"
            r"(?:oma|opa|tante|oom|grootouders|pake|beppe)\b|"
            r"\bbij (?:haar |zijn |de |hun )?(?:oma|opa|tante|oom|grootouders|grootmoeder|pake|beppe)\b.*"
            r"\b(?:geplaatst|netwerk|pleegvergoeding)|"
            r"\bnaar (?:haar |zijn |hun )?(?:oma|opa|grootouders|tante|oom)\b.*\b(?:gegaan|gebracht)\b|"
            r"\b(?:geplaatst|plaatsing|verblijf\w*)\b.*\bbij (?:haar |zijn |de |hun "
            r")?(?:oma|opa|tante|oom|grootouders)",
            "Netwerk",
            Sector.NETWERK,
        ),
        (
            r"\b(?:ots-)?zitting(?:sdatum|en)?\b|\b(?:inverzekering|in bewaring)\b|"
            r"\bvoorlopige hechtenis\b|\bgevangenhouding\b|\bproeftijd\b|"
            r"\b(?:zorg|crisis)machtiging\b|\bvonnis\b|\bveroordeel\w+|\bverlengt de "
            r"(?:ots|onder)|"
            r"\bheft\b.*\bhechtenis\b",
            "Rechtbank",
            Sector.POLITIE_JUSTITIE,
        ),
        (
            r"\b(?:aanvraag|verlenging|beschikking|indicatie|voorziening)\b.*\b(?:afgewezen|"
            r"toegekend|verleend|afgegeven)\b",
            "Gemeente",
            Sector.GEMEENTE,
        ),
        (
            r"\baangifte\b|\baangehouden\b|\bgearresteerd\b|\baanhouding\b|\bverhoord\b|\bop straat aangetroffen\b",
            "Politie",
            Sector.POLITIE_JUSTITIE,
        ),
        (
            r"\bgeschorst\b|\bvan school gestuurd\b|\bvmbo\b|\bgroep [1-8]\b.*\b(gestart|begonnen)",
            "School",
            Sector.ONDERWIJS,
        ),
        (r"\bzorgmelding\b|\bvt-melding\b", "Veilig Thuis", Sector.VEILIG_THUIS),
        (
            r"\bopgenomen met een (?:gebroken|hersen)\w*|\bgebroken (?:arm|been)\b|\bnacht(?:en)? opname\b|"
            r"\bgeopereerd\b|\bgehecht\b|\bkeizersne\w+|\bcouveuse\b",
            "Ziekenhuis",
            Sector.OVERIG,
        ),
    )
)
_BY_PROFESSIONAL = frozenset(
    {
        Kind.ACTIE,
        Kind.UITHUISPLAATSING,
        Kind.INTERVENTIE,
        Kind.BESLUIT,
        Kind.BEMOEIENIS,
        Kind.CONTACT,
        Kind.OVERDRACHT,
        Kind.ULTIMATUM,
    }
    | {Kind.DIAGNOSE, Kind.BESCHIKKING, Kind.MAATREGEL, Kind.WACHTTIJD, Kind.HULPVRAAG, Kind.SIGNAAL}
    | {Kind.VERWACHT}
)
_OF_THE_PAST = frozenset(
    {
        "raadsrapport",
        "onderzoeksverslag",
        "JGZ-dossier",
        "brief",
        "chronologie",
        "verwijsbrief",
        "beschikking rechter",
        "",
    }
)
"""Documents that tell what others saw, long ago."""
_AT_HOME = re.compile(
    r"\b(?:moeder|vader|ouders?|oma|opa|mem|heit|mw|partner|pake|beppe|tante|oom|thuis|samen met|huwelijk)\b|"
    r"\b(?:op|sinds) (?:zijn|haar) (?:\w+(?:de|ste)\b|\d)|\bverjaardag\b|\bgevlucht\b|\bsleutel\b"
)
"""What a family lives through by itself, or long before somebody wrote it down."""
_I = re.compile(r"\b(?:ik|wij|we|ons|onze)\b")
_FIRST_PERSON = frozenset({"mail", "contactjournaal", "notitie", "afsluitbrief", "evaluatie", "intakeverslag"})
"""Documents in which "I" is the agency."""
_CALLED = re.compile(r"\W*(?:terug)?(?:gebeld|gemaild|ingelicht|geinformeerd|geappt|gesproken|ingespr)\b")
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]?")
_TEAM = re.compile(r"(?:sociaal )?\w*team\b|cjg\b|ouder- en kindteam|buurtteam")
_BY_TEAM = ("contactjournaal", "intakeverslag", "plan van aanpak", "MDO-verslag")
"""Documents that the team of the municipality writes when they do not say who does."""
_OF_ROW = ("aanbieder", "zorgaanbieder", "jeugdhulpaanbieder", "instelling", "organisatie", "school", "instantie")
"""Columns in which every name is that of an agency."""
_WITH = (
    "contact met",
    "met wie",
    "contact ",
    "gesproken",
    "aanbieder",
    "instantie",
    "organisatie",
    "partij",
    "betrokken",
    "wie",
    "actor",
    "hulpverlen",
    "bron",
    "afdoening",
    "melder",
)


def parties_in(passage: str, family: Family, context: PassageContext = NOTHING_AROUND) -> tuple[PartyFound, ...]:
    """The parties of what the passage tells at the date of the context, at most `MOST`, the acting one first."""
    clause = clause_of(passage, context.words, context.at)
    found = _ranked(_ELSE.sub("", clause), family)
    implied = _implied(clause, family)
    found = found or _giver(clause, family)
    found = found or _by_function(clause, family, context)
    if not found and not implied and not is_private(clause) and not _tells_of_others(passage, clause, family, context):
        found = _ranked(_ELSE.sub("", passage), family)
    parties = _with_implied(found, implied) or list(_around(passage, clause, family, context))
    parties = [*_first_of_all(clause, parties, family, context), *parties]
    if _TOGETHER.search(fold(clause)):
        parties.extend(cell_parties(context.cell(*_WITH), family))
    return tuple(dict.fromkeys(_as_writer(party, family, context) for party in parties))[:MOST]


def _giver(clause: str, family: Family) -> list[PartyFound]:
    """Who gives the help that the clause speaks of, where the dossier knows one that does."""
    named = {match["help"] for match in GIVEN_HELP.finditer(fold(clause))}
    givers = [party for party in family.parties if named & set(party.gives)]
    return givers if len(givers) == 1 else []


def _by_function(clause: str, family: Family, context: PassageContext) -> list[PartyFound]:
    """Whom a function means that more than one sort of agency has: the writer, else the last one named before."""
    folded = fold(clause)
    sectors = next((sectors for pattern, sectors in FUNCTIONS if pattern.search(folded)), ())
    known = (*_agency(family, context), *context.named) if sectors else ()
    return [party for party in known if party.sector in sectors][:1]


def _tells_of_others(passage: str, clause: str, family: Family, context: PassageContext) -> bool:
    """Whether the rest of a list tells what others did at other dates, in a document that says who writes."""
    rest = fold(passage.replace(clause, " "))
    return clause != passage and bool(DATED.search(rest)) and bool(_agency(family, context))


def _first_of_all(clause: str, parties: list[PartyFound], family: Family, context: PassageContext) -> list[PartyFound]:
    """Who acts though the clause does not name it first: who sends on, and Veilig Thuis where a report comes in."""
    folded = fold(clause)
    if context.profile.genre in _FIRST_PERSON and _is_only_called(clause, family):
        return _agency(family, context)
    if _REPORTED.search(folded):
        if context.profile.genre == "VT-melding":
            return _agency(family, context)
        return [] if _has_actor(clause, family) else [one for one in parties if one.sector is Sector.VEILIG_THUIS]
    if context.profile.genre == "politiemutatie" and not any(party.name == "Politie" for party in parties):
        return _agency(family, context)
    if _I.search(_QUOTED.sub("", folded)) and context.profile.genre in _FIRST_PERSON and not _has_actor(clause, family):
        return _agency(family, context)
    if (_SENT_ON.search(folded) or _BY_WRITER.search(folded)) and not _has_actor(clause, family):
        return _agency(family, context)
    if kind_of_clause(clause) is Kind.ULTIMATUM and not _has_actor(_ELSE.sub("", clause), family):
        return list(cell_parties(context.cell(*_WITH), family)) or _agency(family, context)
    return []


def _as_writer(party: PartyFound, family: Family, context: PassageContext) -> PartyFound:
    """A mere "school" or "wijkteam" in a document of one school or team is that one."""
    if party.name not in _GENERIC:
        return party
    known = (*_agency(family, context), *context.named)
    return next((one for one in known if one.sector is party.sector and _is_more(one.name, party.name)), party)


def _is_more(name: str, plain: str) -> bool:
    """Whether a name says more than the plain word for what it is, and is not that of other care for children."""
    return fold(name) != fold(plain) and not (plain == "School" and fold(name).startswith(OTHER_CARE))


@lru_cache(maxsize=8_192)
def _ranked_once(text: str, family: Family) -> tuple[PartyFound, ...]:
    hits = find_parties(text, family)
    ranks: list[int] = []
    for number, hit in enumerate(hits):
        listed = number > 0 and _LISTED.fullmatch(text, hits[number - 1].end, hit.start)
        ranks.append(ranks[-1] if listed else _rank(text, hit))
    pairs = sorted(zip(ranks, hits, strict=True), key=lambda pair: (pair[0], pair[1].start))
    return tuple(dict.fromkeys(hit.party for rank, hit in pairs if rank != _LEFT))


def _ranked(text: str, family: Family) -> list[PartyFound]:
    return list(_ranked_once(text, family))


def _rank(text: str, hit: Hit) -> int:
    folded = fold(text[: hit.start])
    before = _BEFORE.search(folded)
    if _HANDED.search(folded):
        return _TARGET
    if before is None:
        bracket = text[: hit.start].rstrip().endswith("(")
        return 3 if bracket else _SUBJECT
    if before[1] == "door" and not _PASSIVE.search(fold(text)):
        return _RANKS["van"]
    return _RANKS.get(before[1], _TARGET)


def _is_only_called(clause: str, family: Family) -> bool:
    """Whether a note tells in short whom the writer called: "VT gebeld, melding gedaan"."""
    hits = find_parties(clause, family)
    return bool(hits) and hits[0].start == 0 and bool(_CALLED.match(fold(clause[hits[0].end :])))


def _has_actor(clause: str, family: Family) -> bool:
    return any(_rank(clause, hit) <= _SUBJECT for hit in find_parties(clause, family))


def _implied(clause: str, family: Family) -> list[PartyFound]:
    folded = fold(clause)
    return [known_as(party, False, family.parties) for pattern, party in _IMPLIED if pattern.search(folded)]


def _with_implied(found: list[PartyFound], implied: list[PartyFound]) -> list[PartyFound]:
    """What is implied stands behind what is named; who decides (a court, the municipality) before it."""
    new = [party for party in implied if not any(party.sector is other.sector for other in found)]
    decides = [
        party
        for party in new
        if party.name in ("Rechtbank", "Kinderrechter", "Netwerk") or party.sector is Sector.GEMEENTE
    ]
    return [*decides, *found, *(party for party in new if party not in decides)]


def _around(passage: str, clause: str, family: Family, context: PassageContext) -> tuple[PartyFound, ...]:
    if is_private(clause) or is_birth(passage, context):
        return ()
    agency = next((text for name, text in context.cells if fold(name).strip() in _OF_ROW), "")
    cells = cell_parties(agency, family, True) or _with_whom(family, context)
    if cells:
        return cells
    if re.match(r"(?:dit|deze|dat|hier|daar|zij|hij)\b", fold(clause)) and context.before:
        before = _ranked(context.before, family)[:1]
        if before:
            return tuple(before)
    headed = tuple(_ranked(context.heading, family)[:1])
    if headed and context.heading != context.opening:
        return headed
    kind = what_is(passage, context=context).kind
    told = _ranked(context.before, family)[:1] if kind in _BY_PROFESSIONAL and not _agency(family, context) else []
    if told:
        return tuple(told)
    seen = kind is not Kind.WONEN and _is_seen(clause, family, context)
    return tuple(_agency(family, context)) if kind in _BY_PROFESSIONAL or seen else ()


def _is_seen(clause: str, family: Family, context: PassageContext) -> bool:
    """Whether who writes saw it happen: not in a story of the past, nor of what the grown-ups did."""
    folded = fold(clause)
    grown_up = any(fold(one.name) in folded for one in family.relatives if not one.is_child)
    return context.profile.genre not in _OF_THE_PAST and not grown_up and not _AT_HOME.search(folded)


def _with_whom(family: Family, context: PassageContext) -> tuple[PartyFound, ...]:
    """The parties of the first cell that says with whom or about whom it is."""
    told = (cell_parties(text, family) for name, text in context.cells if fold(name).startswith(_WITH))
    return next(filter(None, told), ()) or cell_parties(context.cell("betreft", "onderwerp"), family)


def _agency(family: Family, context: PassageContext) -> list[PartyFound]:
    name = context.profile.agency
    if not name:
        teams = [party for party in family.parties if _TEAM.match(fold(party.name))]
        return teams if len(teams) == 1 and context.profile.genre in _BY_TEAM else []
    same = by_address(name, family.parties)
    found = [same] if same else _ranked(name, family)
    return found[:1] or [known_as(PartyFound(name, guess_sector(name)), True, family.parties)]
