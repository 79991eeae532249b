"""Every organisation and helper that a text names, with its place.

The rule: a name is only an organisation's when the lexicon knows it, when it stands behind a word that such a name
stands behind, or when the dossier names it so elsewhere. A member of the family is never one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from tijdlijn.dossier import party_patterns as patterns
from tijdlijn.dossier.candidates import Family, PartyFound
from tijdlijn.dossier.parties_lexicon import FACILITIES, Row, Tail
from tijdlijn.dossier.writer_signs import PAPER
from tijdlijn.language.folding import fold
from tijdlijn.language.lexicon import guess_sector
from tijdlijn.model.vocabulary import Sector

NOBODY = Family()
"""Nobody and nothing is known."""
_MUTE_WORDS = (
    "stichting praktijk jeugdhulp jeugdzorg kliniek crisisopvang centrum bureau adviesbureau so college "
    "polikliniek jeugdpsychiatrie expertisecentrum huisartsen apotheek wijkcentrum pleegsoarch mbo jr"
)
_MUTE = frozenset(_MUTE_WORDS.split())
"""Kinds of places that name nobody without a name of their own."""
_ALONE = {"jr": "Jeugdreclassering"}
"""What an abbreviation before names means without one."""
_PLAIN = {Sector.ONDERWIJS: "School", Sector.HUISARTS: "Huisarts"}
"""What a kind of place without a name of its own is called."""
_LINK = re.compile(r"\s*(?:van|bij|op|,|\(|/|-)?\s*(?:de|het|onze|uw)?\s*")
OTHER_CARE = (
    "peuterspeelzaal",
    "kinderopvang",
    "kinderdagverblijf",
    "samenwerkingsverband",
    "voorschool",
    "bso",
    "kdv",
)
_LIST_WORDS = re.compile(r"\s*(?:,|;|/|\+| en | & )\s*")


@dataclass(frozen=True, slots=True)
class Hit:
    """A party at `[start, end)` of a text. `is_named`: by a name of its own, not only by a function or a kind."""

    start: int
    end: int
    party: PartyFound
    is_named: bool


@lru_cache(maxsize=256)
def family_words(family: Family) -> frozenset[str]:
    """Every word of a name of the family and of its workers, folded: none of these is an organisation."""
    names = [name for relative in family.relatives for name in (relative.name, *relative.also)]
    return frozenset(part for name in (*names, *family.workers) for part in fold(name).split() if len(part) > 2)


@lru_cache(maxsize=8_192)
def find_parties(text: str, family: Family) -> tuple[Hit, ...]:
    """All parties in the order of the text; where two readings overlap the longest."""
    found = sorted(_all(text, family), key=lambda hit: (hit.start - hit.end, hit.start))
    kept: list[Hit] = []
    for hit in found:
        if all(hit.end <= other.start or hit.start >= other.end for other in kept):
            kept.append(hit)
    kept.sort(key=lambda hit: hit.start)
    return tuple(_known(hit, family) for hit in _without_functions(text, kept))


def cell_parties(cell: str, family: Family, of_provider: bool = False) -> tuple[PartyFound, ...]:
    """The parties of a cell that lists with whom there was contact; under "aanbieder" every name is one."""
    found: list[PartyFound] = []
    for part in map(str.strip, _LIST_WORDS.split(cell)):
        hits = find_parties(part, family)
        found.extend(hit.party for hit in hits)
        name = patterns.NAME.fullmatch(part)
        if not hits and name and is_name(part, family_words(family)) and (of_provider or patterns.is_strict(part)):
            found.append(known_as(PartyFound(part, _cue_sector(part, "")), True, family.parties))
    return tuple(dict.fromkeys(found))


def _all(text: str, family: Family) -> Iterator[Hit]:
    kin, folded = family_words(family), fold(text)
    yield from _by_known_name(text, family)
    for match in patterns.PROVIDER.finditer(text):
        yield _hit(match, PartyFound(match[0], patterns.PROVIDER_SECTORS[fold(match[0])]))
    for lexicon, source in ((patterns.IN_CAPITALS, text), (patterns.FOLDED, folded)):
        for row, match in lexicon.find(source):
            hit = _by_row(row, match, text, kin)
            if hit:
                yield hit
    for match in patterns.SUFFIXED.finditer(text):
        if _may_be_named(match[0], kin) and not text.startswith((" De ", " Het "), match.end()):
            yield _hit(match, PartyFound(_article(calm(match[0])), patterns.suffix_sector(match)))
    yield from _by_cue(text, folded, kin)


def _may_be_named(name: str, kin: frozenset[str]) -> bool:
    """Whether this may be a name: nothing of the family, and not what a document is ("Evaluatieverslag Pleegzorg")."""
    return is_name(name, kin) and not PAPER.match(fold(name))


def _hit(match: re.Match[str], party: PartyFound) -> Hit:
    return Hit(match.start(), match.end(), party, True)


def _article(name: str) -> str:
    return name.removeprefix("het ").removeprefix("de ")


def calm(name: str) -> str:
    """A name that shouts, as one writes it: KAROS JEUGD-GGZ is Karos Jeugd-GGZ."""
    if not name.isupper() or (" " not in name and len(name) < 8):
        return name
    return " ".join(
        word if len(word) < 4 and word not in ("DE", "HET") else word.capitalize().replace("-ggz", "-GGZ")
        for word in name.split()
    )


def _by_known_name(text: str, family: Family) -> Iterator[Hit]:
    pattern, parties = _known_names(family)
    yield from (_hit(match, parties[match[0]]) for match in pattern.finditer(text))


_BARE = re.compile(r"(?:De|Het|'t|’t) ([A-Z]\w{4,})")
"""The part of a name that hasty notes keep: "Schakel" for "De Schakel"."""


@lru_cache(maxsize=64)
def _known_names(family: Family) -> tuple[re.Pattern[str], dict[str, PartyFound]]:
    """One pattern for every name: in full, abbreviated, and the part that stands for it where only one has it."""
    named = [party for party in family.parties if len(party.name) > 2 and party.name.lower() != party.name]
    shorts = Counter(distinctive(party.name) for party in named)
    places = Counter(word for party in named for word in set(party.name.split()))
    kin = family_words(family)
    forms: dict[str, PartyFound] = {}
    for party in named:
        short = distinctive(party.name)
        if short and shorts[short] == 1 and places[short] < 2 and fold(short) not in kin:
            forms.setdefault(short, party)
        bare = _BARE.fullmatch(short or party.name)
        if bare and places[bare[1]] < 2 and fold(bare[1]) not in kin | patterns.NO_NAME:
            forms.setdefault(bare[1], party)
        forms.update(dict.fromkeys(party.also, party))
    forms.update((party.name, party) for party in named)
    longest = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest)) or '(?!)'})(?![\w-])"), forms


@lru_cache(maxsize=1_024)
def distinctive(name: str) -> str:
    """The part of a long name that stands for it: "De Branding" of "Crisisgroep De Branding"; empty without one."""
    match = re.fullmatch(r"(?:[A-ZÀ-Þ]\w+ )+(?P<own>(?:De|Het|'t|’t) [A-Z].*)", name)
    if match:
        return match["own"]
    suffixed = patterns.SUFFIXED.fullmatch(name)
    headed = patterns.HEADED.fullmatch(name)
    own = name.rpartition(" ")[0] if suffixed and not suffixed["school"] else headed["own"] if headed else ""
    return own if len(own) > 3 and fold(own) not in patterns.NO_NAME and not patterns.REGION.fullmatch(own) else ""


def is_name(name: str, kin: Iterable[str]) -> bool:
    """Whether this may be the name of an organisation: no word of the family, no ordinary word."""
    parts = [part for part in fold(name).split() if part not in ("de", "het", "'t", "van", "der", "den")]
    return bool(parts) and parts[0] not in patterns.NO_NAME and not (set(parts) & set(kin))


def _by_row(row: Row, match: re.Match[str], text: str, kin: frozenset[str]) -> Hit | None:
    tail = patterns.tail_of(row, text, match.end())
    usable = tail is not None and is_name(tail[0], kin) and len(_trimmed(tail[0])) > 1 and not _is_initials(tail[0])
    head = row.name or text[match.start() : match.end()]
    if tail and usable and row.tail is not Tail.DROPPED:
        name = f"{_head(row, text[match.start() : match.end()])} {_spoken(_trimmed(tail[0]))}"
        return Hit(match.start(), match.end() + 1 + len(_trimmed(tail[0])), PartyFound(name, _sector(row, name)), True)
    end = tail.end() if tail and usable else match.end()
    if row.name:
        return Hit(match.start(), end, PartyFound(row.name, row.sector), False)
    if fold(head) in _ALONE:
        return Hit(match.start(), end, PartyFound(_ALONE[fold(head)], row.sector), False)
    if fold(head) in _MUTE:
        return None
    party = PartyFound(_PLAIN.get(row.sector) or (head if head.isupper() else _capital(head)), row.sector)
    return Hit(match.start(), end, party, False)


def _head(row: Row, head: str) -> str:
    if row in FACILITIES:
        return _capital(_spoken(head))
    return head if fold(head) == fold(row.name) and head.istitle() else row.name


_ARTICLES = ("DE", "HET")


def _spoken(name: str) -> str:
    """A name in capitals as one writes it; an abbreviation stays."""
    return " ".join(
        word.capitalize() if word.isupper() and (len(word) > 4 or word in _ARTICLES) else word for word in name.split()
    )


def _trimmed(name: str) -> str:
    """Without a word at the end that begins a next sentence or a function."""
    return name.rstrip(".,'’")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sector(row: Row, name: str) -> Sector:
    """The sector of a named agency: that of a provider of the same name goes before that of its kind."""
    own = patterns.PROVIDER_SECTORS.get(fold(name))
    return own or row.sector


def _by_cue(text: str, folded: str, kin: frozenset[str]) -> Iterator[Hit]:
    for cue in (*patterns.CUE.finditer(folded), *patterns.DOUBTFUL_CUE.finditer(folded)):
        behind = patterns.BEHIND_CUE.match(text, cue.end())
        name = patterns.NAME.match(text, behind.end()) if behind else None
        doubtful = cue.re is patterns.DOUBTFUL_CUE
        if name and _is_unknown(name[0], kin) and (not doubtful or patterns.is_strict(name[0])):
            own = _trimmed(name[0])
            party = PartyFound(own, _cue_sector(own, folded[: cue.end()]))
            yield Hit(name.start(), name.start() + len(own), party, True)
    for closing in patterns.CLOSES.finditer(text):
        own = closing["name"]
        if _is_unknown(own, kin) and patterns.acts_as_party(closing, text):
            yield Hit(closing.start("name"), closing.end("name"), PartyFound(own, _cue_sector(own, "")), True)


def _is_unknown(name: str, kin: frozenset[str]) -> bool:
    """Whether this may be an organisation's name that the lexicon does not know."""
    if not is_name(name, kin) or re.match(r"[A-Z](?:\.| |$)", name):
        return False
    return not (patterns.IN_CAPITALS.places.search(name) or patterns.FOLDED.places.search(fold(name)))


def _cue_sector(name: str, cue: str) -> Sector:
    """The sector of an unknown name, which may show in the folded words before it."""
    if re.search(r"\b(?:groep [1-8]|klas|leerling)\b", cue):
        return guess_sector(name) or Sector.ONDERWIJS
    return guess_sector(name) or (Sector.JEUGD_GGZ if "diagnostiek" in cue else Sector.JEUGDHULP)


def _is_initials(name: str) -> bool:
    return bool(re.match(r"[A-Z]\.", name)) or bool(re.match(r"[A-Z](?: |$)", name))


def _without_functions(text: str, hits: list[Hit]) -> list[Hit]:
    """A function or a kind right beside a name of the same field is that name ("intern begeleider van De Wissel")."""
    kept: list[Hit] = []
    for number, hit in enumerate(hits):
        after = hits[number + 1] if number + 1 < len(hits) else None
        before = kept[-1] if kept else None
        if not hit.is_named and after and after.is_named and _side_by_side(text, hit, after):
            continue
        if not hit.is_named and before and before.is_named and _side_by_side(text, before, hit):
            continue
        kept.append(hit)
    return kept


def _side_by_side(text: str, first: Hit, second: Hit) -> bool:
    alike = first.party.sector is second.party.sector or {first.party.sector, second.party.sector} <= {
        Sector.JEUGD_GGZ,
        Sector.VOLWASSENEN_GGZ,
        Sector.JEUGDHULP,
    }
    return alike and bool(_LINK.fullmatch(text, first.end, second.start))


def _known(hit: Hit, family: Family) -> Hit:
    party = known_as(hit.party, hit.is_named, family.parties)
    return hit if party is hit.party else replace(hit, party=party)


def known_as(party: PartyFound, is_named: bool, known: tuple[PartyFound, ...]) -> PartyFound:
    """The same party as the dossier or the casebook names it in full; itself when that leaves a choice."""
    name = _article(fold(party.name))
    same = next((other for other in known if _article(fold(other.name)) == name), None)
    if same:
        return same
    if is_named:
        wider = [other for other in known if _is_wider(fold(other.name), fold(party.name))]
    else:
        wider = [
            other for other in known if fold(other.name).startswith(fold(party.name) + " ") and party.name != "School"
        ]
        if party.name == "School":
            wider = [o for o in known if o.sector is Sector.ONDERWIJS and not fold(o.name).startswith(OTHER_CARE)]
        if party.name in ("GGZ", "Jeugd-GGZ") and not wider:
            wider = [other for other in known if other.sector is Sector.JEUGD_GGZ]
        if not wider and party.name in ("Jeugdbescherming", "Jeugdreclassering"):
            wider = [other for other in known if other.sector is Sector.GI]
    return wider[0] if len(wider) == 1 else party


def _is_wider(long: str, short: str) -> bool:
    """Whether one is the other with more words before or after it."""
    return long != short and (long.startswith(short + " ") or long.endswith(" " + short))


def named_in_file(name: str, known: tuple[PartyFound, ...]) -> PartyFound | None:
    """The one party whose name a file's name spells out ("rapportages_Anker_en_Boei"); None where there are more."""
    words = _as_one_word(name)
    named = [party for party in known if len(own := _as_one_word(party.name)) > 5 and own in words]
    return named[0] if len(named) == 1 else None


@lru_cache(maxsize=1_024)
def by_address(name: str, known: tuple[PartyFound, ...]) -> PartyFound | None:
    """The party whose name, or the part that stands for it, is written as one word in an address ("erasmuslyceum")."""
    wanted = _as_one_word(name)
    same = [party for party in known if wanted in {_as_one_word(party.name), _as_one_word(distinctive(party.name))}]
    if not same and len(wanted) > 5:
        same = [party for party in known if _as_one_word(party.name).startswith(wanted)]
    return same[0] if wanted and len(same) == 1 else None


def _as_one_word(name: str) -> str:
    return re.sub(r"\W+", "", fold(name).replace("&", "en"))
