"""Which parties a passage tells of, the one that acts first.

The rule, in this order: the clause of the date, the rest of the passage, what the words imply (a divorce is
pronounced by a court), the row it stands in, the heading, and only for what a professional does the writer himself.
"""

from __future__ import annotations

import re

from tijdlijn.dossier.candidates import Family, PartyFound
from tijdlijn.dossier.clauses import clause_of
from tijdlijn.dossier.context import NOTHING_AROUND, PassageContext
from tijdlijn.dossier.kinds import is_birth, is_private, kind_of_clause, what_is
from tijdlijn.dossier.parties_lexicon import AGENCIES
from tijdlijn.dossier.party_search import Hit, cell_parties, find_parties, known_as
from tijdlijn.language.folding import fold
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
            r"\bonder toezicht gesteld|\b(ots|ondertoezichtstelling)\b.*\b(uitgesproken|verlengd|opgeheven)|"
            r"\bmachtiging\b.*\b(verleend|verlengd|afgegeven)|\bgezag\b.*\bbeeindigd",
            "Kinderrechter",
            Sector.POLITIE_JUSTITIE,
        ),
        (
            r"\bbij (?:haar |zijn |de |hun )?(?:oma|opa|tante|oom|grootouders|grootmoeder)\b.*\b(?:geplaatst|netwerk)|"
            r"\b(?:geplaatst|plaatsing|verblijf\w*)\b.*\bbij (?:haar |zijn |de |hun "
            r")?(?:oma|opa|tante|oom|grootouders)",
            "Netwerk",
            Sector.NETWERK,
        ),
        (r"\b(?:ots-)?zitting\b", "Rechtbank", Sector.POLITIE_JUSTITIE),
        (
            r"\b(?:aanvraag|verlenging|beschikking|indicatie|voorziening)\b.*\b(?:afgewezen|"
            r"toegekend|verleend|afgegeven)\b",
            "Gemeente",
            Sector.GEMEENTE,
        ),
        (r"\baangifte\b|\baangehouden\b|\bgearresteerd\b", "Politie", Sector.POLITIE_JUSTITIE),
        (
            r"\bgeschorst\b|\bvan school gestuurd\b|\bvmbo\b|\bgroep [1-8]\b.*\b(gestart|begonnen)",
            "School",
            Sector.ONDERWIJS,
        ),
        (r"\bzorgmelding\b|\bvt-melding\b", "Veilig Thuis", Sector.VEILIG_THUIS),
    )
)
_BY_PROFESSIONAL = frozenset(
    {Kind.ACTIE, Kind.INTERVENTIE, Kind.BESLUIT, Kind.BEMOEIENIS, Kind.CONTACT, Kind.OVERDRACHT, Kind.ULTIMATUM}
    | {Kind.DIAGNOSE, Kind.BESCHIKKING, Kind.MAATREGEL, Kind.WACHTTIJD, Kind.HULPVRAAG, Kind.SIGNAAL}
)
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
)


def parties_in(passage: str, family: Family, context: PassageContext = NOTHING_AROUND) -> tuple[PartyFound, ...]:
    """The parties of what the passage tells at the date of the context, at most `MOST`, the acting one first."""
    clause = clause_of(passage, context.words, context.at)
    found = _ranked(_ELSE.sub("", clause), family)
    implied = _implied(clause, family)
    if not found and not implied and not is_private(clause):
        found = _ranked(_ELSE.sub("", passage), family)
    parties = _with_implied(found, implied) or list(_around(passage, clause, family, context))
    parties = [*_first_of_all(clause, parties, family, context), *parties]
    if _TOGETHER.search(fold(clause)):
        parties.extend(cell_parties(context.cell(*_WITH), family))
    return tuple(dict.fromkeys(_as_writer(party, family, context) for party in parties))[:MOST]


def _first_of_all(clause: str, parties: list[PartyFound], family: Family, context: PassageContext) -> list[PartyFound]:
    """Who acts though the clause does not name it first: who sends on, and Veilig Thuis where a report comes in."""
    folded = fold(clause)
    if _REPORTED.search(folded):
        if context.profile.genre == "VT-melding":
            return _agency(family, context)
        return [] if _has_actor(clause, family) else [one for one in parties if one.sector is Sector.VEILIG_THUIS]
    if (_SENT_ON.search(folded) or _BY_WRITER.search(folded)) and not _has_actor(clause, family):
        return _agency(family, context)
    if kind_of_clause(clause) is Kind.ULTIMATUM and not _has_actor(_ELSE.sub("", clause), family):
        return list(cell_parties(context.cell(*_WITH), family)) or _agency(family, context)
    return []


def _as_writer(party: PartyFound, family: Family, context: PassageContext) -> PartyFound:
    """A mere "school" or "wijkteam" in a document of one school or team is that one."""
    writer = _agency(family, context)
    same = writer and writer[0].sector is party.sector and fold(writer[0].name) != fold(party.name)
    return writer[0] if same and party.name in _GENERIC else party


def _ranked(text: str, family: Family) -> list[PartyFound]:
    hits = find_parties(text, family)
    ranks: list[int] = []
    for number, hit in enumerate(hits):
        listed = number > 0 and _LISTED.fullmatch(text, hits[number - 1].end, hit.start)
        ranks.append(ranks[-1] if listed else _rank(text, hit))
    pairs = sorted(zip(ranks, hits, strict=True), key=lambda pair: (pair[0], pair[1].start))
    return list(dict.fromkeys(hit.party for rank, hit in pairs if rank != _LEFT))


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


def _has_actor(clause: str, family: Family) -> bool:
    return any(_rank(clause, hit) <= _SUBJECT for hit in find_parties(clause, family))


def _implied(clause: str, family: Family) -> list[PartyFound]:
    folded = fold(clause)
    return [known_as(party, False, family.parties) for pattern, party in _IMPLIED if pattern.search(folded)]


def _with_implied(found: list[PartyFound], implied: list[PartyFound]) -> list[PartyFound]:
    """What is implied stands behind what is named; who decides (a court, the municipality) before it."""
    new = [party for party in implied if not any(party.sector is other.sector for other in found)]
    decides = [
        party for party in new if party.name in ("Rechtbank", "Kinderrechter") or party.sector is Sector.GEMEENTE
    ]
    return [*decides, *found, *(party for party in new if party not in decides)]


def _around(passage: str, clause: str, family: Family, context: PassageContext) -> tuple[PartyFound, ...]:
    if is_private(clause) or is_birth(passage, context):
        return ()
    provider = context.cell("aanbieder", "zorgaanbieder", "jeugdhulpaanbieder")
    cells = cell_parties(provider, family, True) or cell_parties(context.cell(*_WITH), family)
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
    writer = _agency(family, context)
    housed = kind is Kind.UITHUISPLAATSING and writer and writer[0].sector is Sector.JEUGDHULP
    return tuple(writer) if kind in _BY_PROFESSIONAL or housed or _of_police(context) else ()


def _of_police(context: PassageContext) -> bool:
    return context.profile.genre == "politiemutatie"


def _agency(family: Family, context: PassageContext) -> list[PartyFound]:
    name = context.profile.agency
    if not name:
        return []
    found = _ranked(name, family)
    return found[:1] or [known_as(PartyFound(name), True, family.parties)]
