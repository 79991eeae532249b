"""Whom a passage is about: members of the family, the parties that act, the professional who is named.

The rule: a name or a role in the clause of the date counts, and who is only the source ("volgens moeder") or stands
in another clause does not. A pronoun only means somebody when the sentence before or the document says who.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tijdlijn.dossier.candidates import Family, Relative
from tijdlijn.dossier.clauses import clause_of
from tijdlijn.dossier.context import NOTHING_AROUND, PassageContext
from tijdlijn.dossier.kinds import is_birth
from tijdlijn.dossier.parties import parties_in
from tijdlijn.dossier.party_search import find_parties
from tijdlijn.dossier.subjects import name_pattern, subject_of
from tijdlijn.language.folding import fold

__all__ = ["PassageContext", "parties_in", "people_in", "subject_of", "worker_in"]

_SOURCE = re.compile(
    r"\b(?:volgens|aldus|bron|melder|verklaring van)\s*:?\s*(?:de\s+|haar\s+|zijn\s+)?(?:\w+\s*){1,"
    r"2}?(?=[,.;]|\s(?:is|zijn|was|waren|heeft|had"
    r"|werd|ging|in|op|begon|kwam)\b|$)"
)
_ROLES: tuple[tuple[str, str], ...] = (
    (r"stief-?vader|stiefpa", "stiefvader"),
    (r"stief-?moeder", "stiefmoeder"),
    (r"pleegmoeder", "pleegmoeder"),
    (r"pleegvader", "pleegvader"),
    (r"(?<!groot)(?<!schoon)(?<!pleeg)(?<!stief)(?:moeder|mama|mam|mem|moe)", "moeder"),
    (r"(?<!groot)(?<!schoon)(?<!pleeg)(?<!stief)(?:vader|papa|heit)", "vader"),
    (r"oma|beppe|grootmoeder", "oma"),
    (r"opa|pake|grootvader", "opa"),
    (r"(?:nieuwe )?partner(?: van moeder)?", "partner"),
    (r"tante", "tante"),
    (r"oom", "oom"),
)
_ROLE = tuple((re.compile(rf"\b(?:{words})(?:s|'s)?\b"), role) for words, role in _ROLES)
_UNKNOWN_KIN = re.compile(r"\b(?:oma|opa|grootmoeder|grootvader|buurvrouw|buurman|buren)\b")
_PARENTS = re.compile(
    r"\buit elkaar\b|\bgetrouwd\b|\bouders? (?:zijn|is) gescheiden\b|\b(?:beide )?ouders\b(?! "
    r"van (?:moeder|vader))|\bvader en moeder\b|\b(?:echt)?scheiding\b"
)
_CHILDREN = re.compile(
    r"(?<!moeder van )(?<!vader van )\b(?:de|alle|beide|haar|zijn|hun|drie|twee|vier) kinderen\b|"
    r"^kinderen\b|\bkinderen (?:zijn|gaan|waren|wonen)"
)
_ONE_CHILD = re.compile(r"\b(?:jeugdige|minderjarige|client|leerling|patient|betrokkene|pupil|jongere)\b")
_KIN = re.compile(r"\b(zoon|zoontje|dochter|dochtertje|broertje|zusje|broer|zus)\b")
_PRONOUN = re.compile(
    r"^(?:[^,]{0,40}?\b)?(zij|ze|hij|hem|haar)\b(?! (?:moeder|vader|ouders|broertje|zusje|broer|zus|zoon|dochter))"
)
_WORKER = re.compile(
    r"(?:\b(?:jeugdconsulent|consulent|gezinsvoogd|jeugdbeschermer|gezinscoach|"
    r"casusregisseur|regisseur|wijkagent|huisarts|"
    r"leerplichtambtenaar|ambulant begeleid(?:er|ster)|begeleid(?:er|ster)|behandelaar|mentor|"
    r"intern begeleider|ib-er|ib'er|juf|meester|"
    r"jeugdarts|jeugdverpleegkundige|raadsonderzoeker|orthopedagoog|psycholoog|"
    r"psychiater|medewerker|hulpverlener|therapeut|"
    r"systeemtherapeut|gedragswetenschapper|pleegzorgbegeleider|pleegzorgwerker|wijkcoach|"
    r"maatschappelijk werkster?|procesregisseur|"
    r"kinderarts|kinderrechter|gezinsbegeleider|gezinsbehandelaar|verpleegkundige|voogd|"
    r"leerkracht|teamleider|behandelcoordinator)"
    r"(?: [\w-]+){0,3}?,? \(?|\()"
    r"(?P<name>(?:(?:mw|mevr|dhr|drs|dr|mr|ir)\.? )*(?:[A-Z]\.(?: ?[A-Z]\.)* ?(?:(?:van|"
    r"de|der|den|ten|ter|el) )*[A-Z][\w'’-]+"
    r"|(?:mevrouw|meneer|mw\.|dhr\.) (?:(?:van|de|der|den) )*[A-Z][\w'’-]+|[A-Z][a-zé]+(?: "
    r"(?:(?:van|de|der|den|ten|ter|el) )*[A-Z][\w'’-]+)?))"
)
_INITIALS = re.compile(r"\b(?P<name>[A-Z]\. ?(?:[A-Z]\. ?)*(?:(?:van|de|der|den|ten|ter) )*[A-Z][\w'’-]{2,})")


def people_in(passage: str, family: Family, *, context: PassageContext = NOTHING_AROUND) -> tuple[str, ...]:
    """The names of the relatives that the passage is about, in the order of the text; nobody for the whole family."""
    clause = clause_of(passage, context.words, context.at)
    if is_birth(passage, context):
        born = _named(passage[: context.at if context.at >= 0 else passage.find(context.words)], family)
        return born[-1:]
    found = _named(_without_source(clause), family)
    if found or _UNKNOWN_KIN.search(fold(_without_source(clause))):
        return found
    pronoun = _by_pronoun(clause, family, context)
    if pronoun or _speaks_of_all(clause):
        return pronoun
    rest = _named(_without_source(passage), family) if len(passage) > len(clause) + 2 else ()
    if rest:
        return rest[:1]
    return _by_heading(family, context) or (context.subject if len(context.subject) == 1 else ())


def worker_in(passage: str, family: Family, context: PassageContext = NOTHING_AROUND) -> str:
    """The professional whom the passage names, else the one of the row; empty when there is none."""
    clause = clause_of(passage, context.words, context.at)
    kin = _kin_words(family)
    for known in family.workers:
        if re.search(rf"(?<!\w){re.escape(known)}(?!\w)", clause):
            return known
    for pattern in (_WORKER, _INITIALS):
        for match in pattern.finditer(clause):
            name = match["name"].strip()
            if not {word for word in fold(name).split() if len(word) > 3} <= kin and not _is_party(name, family):
                return name
    named = context.cell("medewerker", "consulent", "hulpverlener", "auteur", "behandelaar", "uitvoerder", "door")
    return named if re.search(r"[A-Z][a-z]", named) and not _is_party(named, family) else ""


def _is_party(name: str, family: Family) -> bool:
    return name.isupper() or any(hit.is_named or len(hit.party.name) >= len(name) for hit in find_parties(name, family))


@lru_cache(maxsize=256)
def _kin_words(family: Family) -> frozenset[str]:
    return frozenset(
        word
        for relative in family.relatives
        for name in (relative.name, *relative.also)
        for word in fold(name).split()
        if len(word) > 2
    )


def _without_source(clause: str) -> str:
    folded = fold(clause)
    for match in _SOURCE.finditer(folded):
        clause = clause[: match.start()] + " " * (match.end() - match.start()) + clause[match.end() :]
    return clause


def _named(text: str, family: Family) -> tuple[str, ...]:
    found = sorted(_mentions(text, family), key=lambda mention: mention[0])
    return tuple(dict.fromkeys(name for _, name in found))


def _mentions(text: str, family: Family) -> Iterator[tuple[int, str]]:
    folded = fold(text)
    taken: list[tuple[int, int]] = []
    for relative in family.relatives:
        for match in name_pattern(relative).finditer(text):
            taken.append(match.span())
            yield match.start(), relative.name
    for pattern, role in _ROLE:
        for match in pattern.finditer(folded):
            if not any(start <= match.start() < end for start, end in taken):
                yield from ((match.start(), relative.name) for relative in _in_role(role, family))
    if _PARENTS.search(folded):
        at = _PARENTS.search(folded)
        assert at
        yield from ((at.start(), one.name) for role in ("moeder", "vader") for one in _in_role(role, family))
    yield from _children_meant(folded, family)


def _in_role(role: str, family: Family) -> list[Relative]:
    exact = [one for one in family.relatives if fold(one.role) == role]
    wider = [one for one in family.relatives if role in fold(one.role).split() and fold(one.role) != role]
    return (exact or wider)[:1] if role not in ("tante", "oom") else exact if len(exact) == 1 else []


def _children_meant(folded: str, family: Family) -> Iterator[tuple[int, str]]:
    children = [one for one in family.relatives if one.is_child and fold(one.role) in ("", "kind", "zoon", "dochter")]
    several = _CHILDREN.search(folded)
    if several:
        yield from ((several.start(), one.name) for one in children)
    one_child = _ONE_CHILD.search(folded) or _KIN.search(folded)
    if one_child and len(children) == 1 and not re.match(r"broer|zus", one_child[0]):
        yield one_child.start(), children[0].name


def _speaks_of_all(clause: str) -> bool:
    return bool(re.search(r"\bgezin\b", fold(clause)))


def _by_pronoun(clause: str, family: Family, context: PassageContext) -> tuple[str, ...]:
    if not _PRONOUN.search(fold(_without_source(clause))):
        return ()
    before = _named(context.before, family)[:1]
    return before or _by_heading(family, context) or (context.subject if len(context.subject) == 1 else ())


def _by_heading(family: Family, context: PassageContext) -> tuple[str, ...]:
    return _named(context.heading, family)[:1]
