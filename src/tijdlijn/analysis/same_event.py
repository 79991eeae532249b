"""What a title says happened, made comparable: "Ouders uit elkaar" and "Feitelijke scheiding" are one event.

The rule: what two titles do not share may be left unsaid by one of them, but may not exclude the other: another step of
it ("verzoek", "uitgesproken"), another person ("oma", "opa"), another place or name make another event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tijdlijn.language.calendar_nl import MONTHS
from tijdlijn.language.folding import fold

ONCE = frozenset({"overlijden", "geboorte"})
"""Events that come once in a life: another year is rather an error than another event."""
OF_PARENTS = "scheiding"
BY_TYPE = {
    "echtscheiding": "scheiding",
    "overlijden": "overlijden",
    "geboorte": "geboorte",
    "verhuizing": "verhuizing",
    "detentie": "detentie",
    "nieuwe partner": "nieuwe partner",
    "verlies van werk": "verlies van werk",
}
"""The event that a type of schakelmoment names, where its title names none."""

_EVENTS = {
    "overlijden": r"overlijd(?:t|en)|overleden|overleed|gestorven|sterven|sterft|stierf|dood|sterfgeval|verongelukt",
    "geboorte": r"geboren|geboorte|bevallen|bevalt|bevalling",
    "scheiding": r"(?:echt|relatie)?scheiding|gescheiden|scheiden|uit elkaar|uiteen|relatiebreuk"
    r"|relatie (?:\w+ ){0,3}(?:verbroken|beeindigd|voorbij)|verbre(?:ekt|ken) (?:\w+ ){0,2}relatie",
    "verhuizing": r"verhuis(?:t|d|de|den)?|verhuizen|verhuizing",
    "vrijlating": r"vrijgelaten|vrijlating|vrijgekomen|(?:uit|einde) detentie|vrij uit (?:de )?gevangenis",
    "detentie": r"gedetineerd|detentie|gevangenis\w*|vastgezet(?:en)?",
    "verlies van werk": r"ontslagen|ontslag(?! uit)|werkloos|baanverlies|baan kwijt|verliest (?:\w+ )?baan",
    "samenwonen": r"samenwonen|trekt in bij|trekt bij \w+ in",
    "nieuwe partner": r"nieuwe (?:partner|vriend|vriendin|relatie)",
    "huwelijk": r"huwelijk|trouwen|trouwt|trouwde|getrouwd",
}
_EVENT = re.compile(
    r"\b(?:" + "|".join(f"(?P<e{place}>{words})" for place, words in enumerate(_EVENTS.values())) + r")\b"
)
_NAMES = tuple(_EVENTS)
_CAUSE = re.compile(
    r"\b(?:na|sinds|vanwege|door|wegens|rond|rondom|over|ivm|tijdens|voor|tot)"
    r" (?:(?:de|het|een|hun|haar|zijn|dit|feitelijke) )?$"
)
"""Stands before an event that the title does not tell: "somber na het overlijden van oma"."""
_STEPS = re.compile(
    r"\b(?:(?P<niet>niet|geen|bijna|dreig\w*|wil(?:len)?|wens\w*|gepland\w*|plannen|aankondig\w*|aangekondigd|voornemens?"
    r"|mogelijk\w*|overweegt|angst|bang|zorgen)|(?P<weer>weer|opnieuw|terug\w*|eerste|tweede|derde|nogmaals)"
    r"|(?P<nasleep>begrafenis|uitvaart|crematie|rouw\w*|verwerking|herdenking|nalatenschap|gesprek\w*|overleg\w*"
    r"|begeleiding|hulp\w*|mediation|omgang\w*|therapie)|(?P<uitspraak>uitspraak|uitgesproken|beschikking)"
    r"|(?P<inschrijving>ingeschreven|inschrijving)"
    r"|(?P<verzoek>verzoek\w*|verzocht|ingediend|aanvraag|aangevraagd|advocaat|convenant|ouderschapsplan))\b"
)
_SAID_BY = re.compile(r"\([^()]*\)|\bvolgens\b[^,;()]*")
_DATED = re.compile(
    rf"\b(?:(?:begin|eind|medio|rond) )?(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)})\b|\b(?:19|20)\d\d\b|\b\d+-\d+-\d+\b"
)
_WORD = re.compile(r"[^\W_]+")
_SIDES = (
    ("moederszijde", re.compile(r"\bmoeders(?:zijde|kant)\b|\bmz\b")),
    ("vaderszijde", re.compile(r"\bvaders(?:zijde|kant)\b|\bvz\b")),
)
_RELATIONS = {
    "oma": "grootmoeder oma omi beppe",
    "opa": "grootvader opa opi pake",
    "moeder": "moeder mama ma",
    "vader": "vader papa pa",
    "ouders": "ouders ouderpaar",
    "partner": "partner vriend vriendin stiefvader stiefmoeder man vrouw",
    "broer": "broer broertje halfbroer stiefbroer halfbroertje",
    "zus": "zus zusje halfzus halfzusje stiefzus",
    "tante": "tante",
    "oom": "oom",
    "kind": "baby kind kindje zoon dochter zoontje dochtertje",
    "neef": "neef nicht neefje nichtje",
    "buren": "buurman buurvrouw",
}
_RELATION = {word: name for name, words in _RELATIONS.items() for word in words.split()}
_PARENTS = frozenset({"ouders", "moeder", "vader", "partner"})
_SMALL_WORDS = (
    "aan al als bij dat de den der des die dit door een en er haar heeft hem het hij hun ik in is met na naar nu of om "
    "op over per te ten ter toch tot uit van vanaf voor was wel werd wordt worden ze zich zij zijn"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_SYNONYMS = {
    "ots": "ondertoezichtstelling ondertoezichtgesteld",
    "uithuisplaatsing": "uithuisgeplaatst uhp",
    "plaatsing": "geplaatst",
    "terugplaatsing": "teruggeplaatst",
    "overplaatsing": "overgeplaatst",
    "opname": "opgenomen ziekenhuisopname",
    "start": "gestart begin begint begonnen aanvang",
    "afsluiting": "afgesloten gesloten sluit sluiting beeindigd beeindiging eindigt einde stopt gestopt",
    "": "vastgesteld gesteld gediagnosticeerd diagnose krijgt gekregen gaat gegaan",
}
_SAME_WORD = {word: one for one, words in _SYNONYMS.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Told:
    """What a title says. `event` is empty when it is none that is known; `step` is empty for the event itself.

    `who` are the relations that it names; of parents who separate only others than they. `names` are its words with a
    capital but for the first, `words` all that tells something.
    """

    event: str
    step: str
    who: frozenset[str]
    side: str
    names: frozenset[str]
    words: frozenset[str]


@lru_cache(maxsize=32_768)
def told(title: str) -> Told:
    """What a title says happened; what stands between brackets, dates and "volgens …" are not what happened."""
    whole = fold(title)
    bare = _SAID_BY.sub(lambda found: " " * len(found[0]), whole)
    plain = _DATED.sub(lambda found: " " * len(found[0]), bare)
    found = [(match[0], match.start()) for match in _WORD.finditer(plain)]
    relations = {_RELATION[word] for word, _ in found if word in _RELATION}
    event = _event_in(plain)
    return Told(
        event,
        _step_in(plain),
        frozenset(relations - _PARENTS if event == OF_PARENTS else relations),
        next((side for side, pattern in _SIDES if pattern.search(whole)), ""),
        frozenset(word for word, at in found[1:] if _is_name(title[at : at + len(word)]) and word not in _RELATION),
        frozenset(filter(None, (_SAME_WORD.get(word, word) for word, _ in found))) - _SMALL,
    )


def excludes(one: Told, other: Told) -> bool:
    """Whether the two cannot be the same event: another step of it, or another person, place or name."""
    if one.step != other.step or (one.side and other.side and one.side != other.side):
        return True
    if one.event == OF_PARENTS and one.who != other.who:
        return True
    return _apart(one.who, other.who) or (
        _apart(one.names, other.names) and _apart(one.names - other.words, other.names - one.words)
    )


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _is_name(word: str) -> bool:
    """Whether it is written as a name: an abbreviation is none."""
    return word[:1].isupper() and not word[1:].isupper()


def _event_in(plain: str) -> str:
    """The first event that it tells, not one that it only refers to."""
    for match in _EVENT.finditer(plain):
        if not _CAUSE.search(plain, max(match.start() - 24, 0), match.start()) and match.lastgroup:
            return _NAMES[int(match.lastgroup[1:])]
    return ""


def _step_in(plain: str) -> str:
    """The step that says most, in the order of the pattern: "verzoek ingetrokken" is no event at all."""
    steps = {match.lastgroup for match in _STEPS.finditer(plain)}
    return next((step for step in _STEPS.groupindex if step in steps), "")
