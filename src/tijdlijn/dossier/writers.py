"""Which agency wrote a document: its letterhead, its title, the sender of a mail, the team that keeps a journal.

The rule: a name in the head of the document counts, not one to whom it is addressed, nor one that its sentences tell
of. When no name stands there, a kind of document that one agency only writes says whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tijdlijn.dossier.candidates import Family, PartyFound
from tijdlijn.dossier.genres import AGENCY_OF, ISSUER
from tijdlijn.dossier.party_patterns import NAME
from tijdlijn.dossier.party_search import Hit, by_address, calm, find_parties, is_name, named_in_file
from tijdlijn.dossier.writer_signs import (
    ADDRESS,
    ADDRESSED,
    DATED_NOTE,
    DOMAIN_HEADS,
    DOMAIN_TAILS,
    PAPER,
    PRIVATE_MAIL,
    SALUTATION,
    TELLS,
    WHAT_IT_IS,
    is_header_row,
)
from tijdlijn.language.folding import fold
from tijdlijn.model.documents import Document
from tijdlijn.model.vocabulary import Sector

_WITH_OWN_NAMES = (Sector.ONDERWIJS, Sector.JEUGD_GGZ, Sector.JEUGDHULP, Sector.HUISARTS)
"""Fields in which an agency is called by a name of its own, not by what it is."""
_DASHES = re.compile(r"\s+[–—|-]\s+")
_PARTS = re.compile(r"\s+[–—|/-]\s+|\t|[,(.;:]\s*")
_BEHIND_PAPER = re.compile(r"(?P<paper>\w+) (?P<name>(?:De|Het|'t|’t) [A-Z]\w+(?: [A-Z]\w+)?)$")
"""What the document is and who wrote it in one: "Perspectiefplan De Boeg"."""
_HEADS = re.compile(r"\s*(?:$|[,/|(–—]|- |\t)")
"""What stands behind a name that heads a document."""
_QUOTED = re.compile(r"(?m)^(?:-{3,}|>|Op .{5,60} schreef|Van:.*\nVerzonden)")
_JOURNAL_OF = re.compile(r"(?i)\b(?:dossier|intake|regie)\s+(?:bij\s+)?((?:sociaal )?\w*team\b[^.,;\t\n]*)")
_CHAIR = re.compile(
    r"\((?:[^()]*[,/] ?)?(?i:voorzitter|vz|gespreksleider)\b[^()]*\)"
    r"|(?i:\b(?:voorzitter|gespreksleiding|gespreksleider)(?:schap)?\b)\s*[:\t][^;\t]{3,60}"
)
_TEAM = re.compile(r"(?i)\b(?:(?:sociaal )?(?:wijk|buurt|gebieds|jeugd|gezins)team|sociaal team)\b(?: (?-i:[A-Z])\w+)?")


def writer_of(document: Document, lines: list[str], genre: str, known: Family) -> str:
    """The name of the agency; empty when the document does not say. `lines` are its first ones."""
    if genre == "mail":
        return sender_of(document, lines, known)
    stem = re.sub(r"[_\d]+", " ", document.name.rpartition(".")[0])
    if genre == "contactjournaal" and "\t" in (lines[0] if lines else ""):
        return _of_journal(document, stem, known)
    for line in lines:
        issued = ISSUER.search(line)
        named = find_parties(line[issued.end() :], known) if issued else ()
        if named:
            return named[0].party.name
    return _in_head(_head(lines), stem, genre, known)


def _head(lines: list[str]) -> list[str]:
    """The lines above the first salutation or dated note, without column heads and those to whom it is addressed."""
    head: list[str] = []
    for line in lines[:8]:
        if SALUTATION.match(fold(line)) or (head and DATED_NOTE.match(line)):
            break
        if is_header_row(line):
            continue
        if not ADDRESSED.match(fold(line)):
            head.append(" ".join(calm(word) if len(word) > 7 else word for word in line.split(" ")))
    return head


def _in_head(head: list[str], stem: str, genre: str, known: Family) -> str:
    fixed = AGENCY_OF.get(genre)
    chaired = _of_chair(head, known) if genre == "MDO-verslag" else ""
    letterhead = _at_top(head, known) or chaired or _letterhead(head, known)
    if letterhead and not fixed:
        return letterhead
    further = [line for line in head[2:] if not _is_sentence(line)] if genre not in ("", "brief") else []
    titles = head[:1] if genre == "contactjournaal" else head[:2]
    for number, text in enumerate((*titles, stem, *further)):
        hits = [hit for hit in find_parties(text, known) if _is_sender(text, hit) and (hit.is_named or number < 4)]
        if fixed:
            hits = [hit for hit in hits if fold(hit.party.name).startswith(fixed[1])]
        if hits and not (number < 2 and _is_sentence(text)):
            return _best(hits).party.name
    if fixed:
        return fixed[0]
    file_of = named_in_file(stem, known.parties)
    return file_of.name if file_of else _told_by_kind([*head[:3], stem])


def _of_chair(head: list[str], known: Family) -> str:
    """The agency of who leads a meeting: "J. Reinders (JGT, voorzitter)", "Voorzitter: K. Bos, wijkteam"."""
    for match in (match for line in head for match in _CHAIR.finditer(line)):
        hits = find_parties(match[0], known)
        if hits:
            return hits[0].party.name
    return ""


def _best(hits: list[Hit]) -> Hit:
    """The named one of the field of the first."""
    return next((hit for hit in hits if hit.is_named and hit.party.sector is hits[0].party.sector), hits[0])


def _is_sentence(line: str) -> bool:
    return line.endswith((".", "!", "?")) and line.count(" ") > 3


def _at_top(head: list[str], known: Family) -> str:
    """The name that fills the first line, or the team below that of its municipality."""
    filled: list[PartyFound] = []
    for line in head[:2]:
        hit = next((hit for hit in find_parties(line, known) if hit.is_named and hit.start == 0), None)
        if hit and re.fullmatch(r"(?:-\w+|, (?:locatie|regio|afdeling|vestiging) .+)?", line[hit.end :]):
            filled.append(hit.party)
        elif not filled:
            return ""
    is_under = len(filled) > 1 and filled[0].name.startswith("Gemeente ") and filled[1].sector is Sector.GEMEENTE
    return filled[is_under].name if filled else ""


def _letterhead(head: list[str], known: Family) -> str:
    """A name in the first lines, beside what the document is or above an address."""
    for number, line in enumerate(head[:3]):
        if _is_sentence(line) and not PAPER.search(fold(line)):
            continue
        addressed = bool(ADDRESS.search(" ".join(head[number : number + 3])) or WHAT_IT_IS.search(line))
        titled = bool(PAPER.search(fold(line)))
        for place, part in enumerate(part.strip() for part in _PARTS.split(line)[:4] if part.strip()):
            named = [hit for hit in find_parties(part, known) if hit.is_named and _is_sender(part, hit)]
            if named and ((titled and PAPER.search(fold(part))) or ((titled or addressed) and named[0].start == 0)):
                return named[0].party.name
            own = (titled and part in _DASHES.split(line)) or (addressed and place == 0 and f"{part}:" not in line)
            behind = _BEHIND_PAPER.match(part)
            if behind and PAPER.fullmatch(fold(behind["paper"])) and _stands_alone(behind["name"], known):
                return behind["name"]
            if own and not named and _stands_alone(part, known):
                return calm(part)
    first = [hit for hit in find_parties(head[0], known) if hit.start == 0 and hit.is_named] if head else []
    return first[0].party.name if first and _HEADS.match(head[0], first[0].end) else ""


def _stands_alone(part: str, known: Family) -> bool:
    """Whether a part of a line is nothing but the name of an organisation."""
    if PAPER.search(fold(part)) or ADDRESS.search(part):
        return False
    if find_parties(part, known):
        return False
    words = part.split()
    shape = NAME.fullmatch(calm(part)) and len(words[-1]) > 2
    return bool(shape) and is_name(part, _kin(known))


def _kin(known: Family) -> frozenset[str]:
    names = (name for relative in known.relatives for name in (relative.name, *relative.also))
    return frozenset(word for name in names for word in fold(name).split())


def _told_by_kind(texts: list[str]) -> str:
    return next((agency for text in texts for agency, pattern in TELLS if pattern.search(fold(text))), "")


def _is_sender(text: str, hit: Hit) -> bool:
    """Not one to whom it is addressed, nor one that is only asked."""
    return not re.search(
        r"\b(?:aan|naar|t\.a\.v\.|t\.b\.v\.|melder|aanwezig|afwezig|school|huisarts|verwijzer|bron|"
        r"bronnen)\b[^.]{0,30}$",
        fold(text[: hit.start]),
    )


# Mail


def sender_of(document: Document, lines: list[str], known: Family) -> str:
    """Whose mail it is: what the address names, else who signs, else the domain itself; nobody's when private."""
    sender = next((line for line in lines if fold(line).startswith("van:")), "")
    addressed = sender_name(sender, known)
    if addressed:
        return addressed
    domain = _domain(sender)
    signed = [hit for line in _signature(document) for hit in find_parties(line, known)]
    named = next((hit for hit in signed if hit.is_named), None)
    if named:
        return named.party.name
    if domain and (len(domain) > 4 or not signed):
        return domain
    return signed[0].party.name if signed else ""


def sender_name(line: str, known: Family) -> str:
    """The agency that an address line names by a function or a domain; empty when it does not."""
    domain = _domain(line)
    spaced = " ".join(re.split(r"[@._<>:]+", line))
    addressed = by_function(line, known)
    hits = () if addressed else find_parties(spaced, known) or find_parties(domain, known)
    return addressed.name if addressed else hits[0].party.name if hits else ""


def by_function(line: str, known: Family) -> PartyFound | None:
    """The agency that an address names behind a function: "zorgteam@noordvmbo.nl" is a school of that name."""
    hits = find_parties(" ".join(re.split(r"[@._<>:]+", line)), known)
    domain = _domain(line)
    if len(domain) < 5 or not hits or hits[0].is_named or hits[0].party.sector not in _WITH_OWN_NAMES:
        return None
    same = by_address(domain, known.parties)
    is_known = any(hit.is_named for hit in find_parties(domain, known))
    return same or (None if is_known else PartyFound(domain, hits[0].party.sector))


def _signature(document: Document) -> list[str]:
    start = len(document.text) - len(document.text.partition("\n\n")[2])
    quoted = _QUOTED.search(document.text, start)
    own = document.text[start : quoted.start() if quoted else None]
    return [line for line in own.split("\n") if line.strip() and not _is_sentence(line)][-3:]


def _domain(sender: str) -> str:
    """The name in an address as one writes it: "hertoglyceum.nl" is Hertog Lyceum; empty for a private address."""
    found = re.search(r"@(?:[\w-]+\.)*?([\w-]+)\.[a-z]{2,}\b", sender.lower())
    label = found[1] if found else ""
    if not label or label in PRIVATE_MAIL or label.endswith(("mail", "post", "thuis")):
        return ""
    label = " ".join(_split(label))
    return label.upper() if len(label) < 4 else " ".join(_capital(word) for word in label.split())


def _split(label: str) -> Iterator[str]:
    """A domain cut where the word for what somebody is begins or ends."""
    tail = next((tail for tail in DOMAIN_TAILS if label.endswith(tail) and len(label) > len(tail) + 2), "")
    head = next((head for head in DOMAIN_HEADS if label.startswith(head) and len(label) > len(head) + 2), "")
    if head and not tail:
        yield from (head, label[len(head) :].strip("-"))
    else:
        yield from filter(None, (label[: len(label) - len(tail)].strip("-").replace("-", " "), tail))


def _capital(word: str) -> str:
    return word.upper() if len(word) < 4 else word.capitalize()


# Journals


def _of_journal(document: Document, stem: str, known: Family) -> str:
    """A journal does not say whose it is: the team that it speaks of as its own, else that of its file's name."""
    for text in (stem, *_JOURNAL_OF.findall(document.text)):
        hits = find_parties(text, known)
        if hits:
            return hits[0].party.name
    team = _TEAM.search(document.text)
    hits = find_parties(team[0], known) if team else ()
    file_of = named_in_file(stem, known.parties)
    if file_of:
        return file_of.name
    if hits:
        return hits[0].party.name
    teams = [party.name for party in known.parties if re.match(r"(?:sociaal )?\w*team\b|cjg\b", fold(party.name))]
    return teams[0] if len(teams) == 1 else ""
