"""What in a document says that somebody is of the family: labels, role words beside a name, lists, dates of birth.

The rule: a sign is a name with a role or a date of birth that stands beside it. An ordinary word with a capital, an
organisation and a professional are no names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tijdlijn.dossier.candidates import Family
from tijdlijn.dossier.party_patterns import NO_NAME
from tijdlijn.dossier.party_search import find_parties
from tijdlijn.language.calendar_nl import MONTH_NUMBERS
from tijdlijn.language.dates_nl import read
from tijdlijn.language.folding import fold
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.documents import Document


@dataclass(frozen=True, slots=True)
class Sign:
    """One place where a document names a relative."""

    name: str
    role: str = ""
    birth: UncertainDate | None = None
    is_child: bool = False


_PARTICLE = (
    r"(?:(?:van|de|der|den|ten|ter|het|'t|el|al|von|da|dos|di|ben|bin|la|le|du|Van|De|Der|Den|El|Ben|VAN|DE|DER|DEN) )*"
)
_WORD = r"(?!(?:De|Het|Van|Den|Der|Op|In|Een)\b)[A-ZÀ-ÖØ-Þ][\w'’]*[\w](?:-(?:[a-z]+ )?[A-ZÀ-Þ]?\w+)*(?!\w)"
_TITLE = r"(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]eneer|[Dd]hr\.?|[Dd]e heer) "
_REST = rf"(?: {_PARTICLE}{_WORD}){{0,3}}"
PERSON = (
    rf"(?:(?:{_TITLE})?(?:[A-Z]\.(?: ?[A-Z]\.)* ?){_PARTICLE}{_WORD}{_REST}|"
    rf"{_TITLE}{_PARTICLE}{_WORD}{_REST}|{_WORD}{_REST})"
)
_MONTHS = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_DATE = (
    rf"(?:\d{{1,2}}[-/. ]+(?:\d{{1,2}}|(?i:{_MONTHS})\.?)[-/. ]+(?:\d{{4}}|'?\d{{2}})(?!\d)|\d{{4}}-\d\d-\d\d|"
    rf"(?:(?i:{_MONTHS})\.? )?(?:19|20)\d\d(?!\d)|'\d\d(?!\d))"
)
_MARK = r"(?i:geboren|geboortedatum|geb\.? ?dat(?:um)?|geb|gb)\b\.?:?|\*|°"
_BORN = (
    rf"(?:\s*[,(]\s*(?:[vmjdVMJ][.,;]?\s+)?(?:(?:{_MARK})\s*(?:(?:op|d\.d\.|in)\s+)?)?|"
    rf"\s+(?:[vmVM]\.?\s+|(?:{_MARK})\s*(?:(?:op|in)\s+)?))"
    rf"(?P<birth>{_DATE})"
)
_ROLE_WORDS: dict[str, tuple[str, bool]] = {
    "biologische moeder": ("moeder", False),
    "biologische vader": ("vader", False),
    "juridische vader": ("vader", False),
    "stiefmoeder": ("stiefmoeder", False),
    "stiefvader": ("stiefvader", False),
    "pleegmoeder": ("pleegmoeder", False),
    "pleegvader": ("pleegvader", False),
    "moeder": ("moeder", False),
    "vader": ("vader", False),
    "oma": ("oma", False),
    "opa": ("opa", False),
    "grootmoeder": ("oma", False),
    "grootvader": ("opa", False),
    "tante": ("tante", False),
    "oom": ("oom", False),
    "zoontje": ("kind", True),
    "zoon": ("kind", True),
    "dochtertje": ("kind", True),
    "dochter": ("kind", True),
    "broertje": ("kind", True),
    "zusje": ("kind", True),
    "halfbroertje": ("halfbroer", True),
    "halfbroer": ("halfbroer", True),
    "halfzusje": ("halfzus", True),
    "halfzus": ("halfzus", True),
    "nieuwe partner": ("partner van moeder", False),
    "partner van moeder": ("partner van moeder", False),
    "partner moeder": ("partner van moeder", False),
    "partner van vader": ("partner van vader", False),
    "vriend van moeder": ("partner van moeder", False),
    "vriendin van vader": ("partner van vader", False),
    "partner": ("partner", False),
    "minderjarige": ("kind", True),
    "jeugdige": ("kind", True),
    "pleegkind": ("kind", True),
}
_ROLES = "|".join(sorted(_ROLE_WORDS, key=len, reverse=True))
_END = r"(?=\s*(?:$|[.,;:()\t/\n–]|en\b|geb|\d|-\s|is\b|heeft\b|was\b|woont\b))"
_LABELLED = re.compile(
    rf"(?<!\w)(?P<role>(?i:{_ROLES}))(?: (?:van |jeugdige|moeder|kind)?(?:[A-Z]\w+)?)?\s*(?P<sign>[:\t])[ "
    rf"]*(?P<name>{PERSON}){_END}(?:{_BORN})?"
)
_BESIDE = re.compile(
    rf"(?<!\w)(?P<role>(?i:{_ROLES}))(?: |, (?=[Mm]evr|[Mm]w|[Dd]e heer|[Dd]hr|"
    rf"[Mm]eneer))(?P<name>{PERSON})(?!\s*:)(?:{_BORN})?"
)
_BRACKET = re.compile(
    rf"(?<![\w.])(?<!De )(?<!Het )(?P<name>{PERSON})\s*(?:\((?:de )?(?P<role>(?i:{_ROLES}))\b(?!\s*:)"
    rf"|, (?:de )?(?P<role2>(?i:{_ROLES})) van (?:[A-Z]|de kinderen|het kind))"
)
_RELATION = re.compile(rf"\b[Mm]oeder\b[^.\n]{{0,90}}?\brelatie (?:met|gekregen met) (?P<name>{PERSON})")
_PARTNER = re.compile(rf"\bpartner van (?P<of>moeder|vader), (?P<name>{PERSON})")
_ANYWHERE = re.compile(
    rf"(?<![\w.])(?P<name>{PERSON})\s*[,(]?\s*(?i:(?:die is )?geboren|geb\.?|geb\.? ?dat\.?|"
    rf"geboortedatum|\*):?\s*(?:op\s+|d\.d\.\s+|in\s+)?(?P<birth>{_DATE})"
)
_CHILD_LABEL = re.compile(
    r"(?i)(?<!\w)(?P<label>gezinsleden|gezinssamenstelling|gezinssituatie|gezin|(?:pleeg|"
    r"stief)?kind(?:eren)?|jeugdigen?|betreft|minderjarigen?|inzake|"
    r"cli[eë]nt|leerling|pati[eë]nt|(?:voor- en achter)?naam(?: (?:kind|jeugdige|leerling|"
    r"cli[eë]nt|pati[eë]nt))?)\s*(?:[:\t]|(?=\s[A-Z]))\s*"
)
_ITEM = re.compile(rf"(?<![\w.])(?P<name>{PERSON}){_BORN}")
_LISTED = re.compile(
    rf"\s*(?P<name>{PERSON})\s*(?:\((?:\d{{1,2}}(?: jaar| jr\.?)?|[^()]{{0,20}})\))?\s*(?:,|;|/|\ben\b|&|\.|$|\t)"
)
_ONLY_CHILDREN = re.compile(
    r"(?i)(?:pleeg|stief)?kind|jeugdig|minderjarig|leerling|pati|cli|naam (?:kind|jeug|leer|cli|pat)"
)
_BY_ROLE = re.compile(
    rf"\b(?P<role>[Mm]oeder|[Vv]ader)\b (?:is|werd) (?:geboren (?:in|op) (?P<birth>{_DATE})|"
    rf"(?:in|op) (?P<other>{_DATE}) geboren)"
)
_FORM = re.compile(
    rf"(?i:naam)(?: \w+)?\s*[:\t]\s*(?P<name>{PERSON})[^:\t\n]{{0,40}}[\s.;,]+(?i:geboortedatum|"
    rf"geb\.? ?datum|geboren(?: op)?|geb\.?)\s*[:\t]?\s*(?P<birth>{_DATE})"
)
_NO_SURNAME = frozenset(
    ["moeder", "vader", "ouders", "kind", "gezin", "school", "politie", "huisarts", "verslag", "geen", "onbekend"]
)
_GROWN_UP = 21
"""Years from which somebody of whom nothing else is said is no child of the dossier."""


def signs_in(document: Document) -> Iterator[Sign]:
    """Every sign of a relative, in no particular order."""
    text = document.text
    year = (
        document.day.year if document.day else max((int(found) for found in re.findall(r"\b20\d\d\b", text)), default=0)
    )
    for sign in _signs(text, year):
        if is_person(sign.name):
            yield sign


def is_person(name: str) -> bool:
    """Whether this may be the name of a person: no ordinary word, no organisation, no letters only."""
    if name in ("moeder", "vader"):
        return True
    parts = [part for part in re.split(r"[\s]+", name) if part]
    words = [fold(part).strip(".,") for part in parts]
    ordinary = {"van", "de", "het", "den", "der", "mevrouw", "mw", "meneer", "dhr", "in", "op"}
    if len(name) <= 2 or (name.isupper() and len(parts) == 1) or (words[0] in NO_NAME and words[0] not in ordinary):
        return False
    if words[0] in _ROLE_WORDS or any(word in _NO_SURNAME for word in words[1:]):
        return False
    return not any(hit.is_named or hit.start == 0 for hit in find_parties(name, Family()))


def _signs(text: str, year: int) -> Iterator[Sign]:
    for pattern in (_LABELLED, _BESIDE, _BRACKET):
        for match in pattern.finditer(text):
            if match.groupdict().get("sign") != "\t" or _is_pair(text, match.start()):
                yield _of_role(match)
    for match in _RELATION.finditer(text):
        yield Sign(_plain(match["name"]), "partner van moeder")
    for match in _PARTNER.finditer(text):
        yield Sign(_plain(match["name"]), f"partner van {match['of']}")
    for pattern in (_ANYWHERE, _FORM):
        for match in pattern.finditer(text):
            yield from _with_birth(match, year)
    for match in _BY_ROLE.finditer(text):
        role = match["role"].lower()
        yield Sign(role, role, _birth(match["birth"] or match["other"]))
    for line in text.split("\n"):
        yield from _in_list(line, year)
    yield from _in_tables(text, year)


def _is_pair(text: str, place: int) -> bool:
    """Whether the line is one label with its value, not a row of more cells."""
    start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    return text.count("\t", start, end if end >= 0 else len(text)) == 1


def _of_role(match: re.Match[str]) -> Sign:
    groups = match.groupdict()
    role, is_child = _ROLE_WORDS[(groups["role"] or groups["role2"]).lower()]
    return Sign(_plain(match["name"]), role, _birth(groups.get("birth") or ""), is_child)


def _with_birth(match: re.Match[str], year: int, label: str = "") -> Iterator[Sign]:
    birth = _birth(match["birth"])
    if birth is None:
        return
    child = bool(_ONLY_CHILDREN.match(label)) or (year > 0 and 0 <= year - birth.earliest.year < _GROWN_UP)
    if year and birth.earliest.year <= year:
        yield Sign(_plain(match["name"]), "kind" if child else "", birth, child)


def _in_list(line: str, year: int) -> Iterator[Sign]:
    for label in _CHILD_LABEL.finditer(line):
        rest = line[label.end() :]
        dated = list(_ITEM.finditer(rest))
        for item in dated:
            before = rest[: item.start()]
            if not re.search(r"\.\s+[A-Z][^.]*$", before) or _ONLY_CHILDREN.match(label["label"]):
                yield from _with_birth(item, year, label["label"] if "." not in before.rstrip(". ")[-30:] else "")
        if not dated and _ONLY_CHILDREN.match(label["label"]):
            yield from _undated(rest, label["label"])


def _undated(rest: str, label: str) -> Iterator[Sign]:
    """A list of children by name only: it ends where something else than a name stands."""
    position = 0
    many = fold(label).endswith(("eren", "igen"))
    while item := _LISTED.match(rest, position):
        yield Sign(_plain(item["name"]), "kind", None, True)
        position = item.end()
        if not many or item[0].rstrip().endswith("."):
            return


def _in_tables(text: str, year: int) -> Iterator[Sign]:
    columns: list[str] = []
    for line in text.split("\n"):
        cells = line.split("\t")
        heads = [fold(cell).strip() for cell in cells]
        if (
            any(head in ("naam", "gezinslid", "voornaam", "naam kind") for head in heads)
            and len(cells) > 1
            and any(head.startswith(("geb", "relatie", "rol")) for head in heads)
        ):
            columns = heads
        elif columns and len(cells) == len(columns):
            yield from _row(dict(zip(columns, cells, strict=True)), year)
        else:
            columns = []


def _row(row: dict[str, str], year: int) -> Iterator[Sign]:
    name = next(
        (row[column] for column in ("naam", "gezinslid", "voornaam", "naam kind") if row.get(column)), ""
    ).strip()
    birth = _birth(next((cell for column, cell in row.items() if column.startswith("geb")), ""))
    said = next((fold(cell).strip() for column, cell in row.items() if column.startswith(("relatie", "rol"))), "")
    role, is_child = _ROLE_WORDS.get(said, ("", False))
    if not role and said in ("kind", "jeugdige", "zoon/dochter"):
        role, is_child = "kind", True
    young = birth is not None and 0 <= year - birth.earliest.year < _GROWN_UP
    if re.fullmatch(PERSON, name) and (role or birth):
        yield Sign(_plain(name), role or ("kind" if young else ""), birth, is_child or (young and not role))


def _birth(words: str) -> UncertainDate | None:
    return read(words) if words else None


def _plain(name: str) -> str:
    """A name in capitals as one writes it: TIM VAN MAART is Tim van Maart."""
    if not name.isupper() or len(name) < 4 or "." in name:
        return name
    words = [word.capitalize() for word in name.split()]
    return " ".join(
        word.lower() if number and fold(word) in ("van", "de", "der", "den", "ten", "ter", "el") else word
        for number, word in enumerate(words)
    )
