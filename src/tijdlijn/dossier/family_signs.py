"""What in a document says that somebody is of the family: labels, role words beside a name, lists and tables.

The rule: a sign is a name with a role, or in a list of the family. An ordinary word with a capital, an organisation
and a professional are no names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tijdlijn.dossier.family_births import births_in
from tijdlijn.dossier.person_patterns import (
    BORN,
    BORN_LISTED,
    DATE,
    LEAD,
    MARK,
    PERSON,
    ROLE_WORDS,
    ROLES,
    as_written,
    is_person,
    without_title,
)
from tijdlijn.dossier.signs import GROWN_UP, LEAST_PARENT, Sign, born, unmarked
from tijdlijn.language.dates_nl import read
from tijdlijn.language.folding import fold
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.documents import Document

_END = r"(?=\s*(?:$|[.,;:()\t/\n–]|en\b|geb|\d|-\s|is\b|heeft\b|was\b|woont\b))"
_LABELLED = re.compile(
    rf"(?<!\w)(?P<role>(?i:{ROLES}))(?: (?:van |jeugdige|moeder|kind)?(?:[A-Z]\w+)?)?\s*(?P<sign>[:\t])[ "
    rf"]*(?P<name>{PERSON}){_END}(?:{BORN})?"
)
_BESIDE = re.compile(
    rf"(?<![\w-])(?P<role>(?i:{ROLES}))(?: |, (?=[Mm]evr|[Mm]w|[Dd]e heer|[Dd]hr|"
    rf"[Mm]eneer))(?P<name>{PERSON})(?!\s*:)(?:{BORN})?"
)
_BRACKET = re.compile(
    rf"(?<![\w.])(?<!De )(?<!Het )(?P<name>{PERSON})\s*(?:\((?:de |haar |zijn )?(?P<role>(?i:{ROLES}))\b(?!\s*:)"
    rf"(?:, (?:{MARK}\s*{LEAD})?(?P<birth>{DATE}))?"
    rf""
    rf"|, (?:de )?(?P<role2>(?i:{ROLES})) van (?:[A-Z]|de kinderen|het kind))"
)
_ASIDE = re.compile(
    rf"(?<![\w-])(?P<role>(?i:{ROLES})) \((?P<name>{PERSON})(?:\)|,? (?:{MARK}\s*{LEAD})?(?P<birth>{DATE}))"
)
_RELATION = re.compile(rf"\b[Mm]oeder\b[^.\n]{{0,90}}?\brelatie (?:met|gekregen met) (?P<name>{PERSON})")
_PARTNER = re.compile(rf"\bpartner van (?P<of>moeder|vader), (?P<name>{PERSON})")
_PARENT_OF = re.compile(
    rf"\b(?i:ouders?(?: ?/ ?verzorgers?)?|moeder|vader|gezag over|ots voor|ots van|ondertoezichtstelling van) "
    rf"(?:van |over |voor )?(?P<name>{PERSON})(?=\s*(?:$|[.,;:()\n]))"
)
_CHILD_WORD = (
    r"(?:pleeg|stief)?kind(?:eren)?|jeugdigen?|minderjarigen?|betreft|betr|inzake|cli[eë]nt(?:e)?|(?:oud-)?leerling(?:en|e)?"
    r"|pati[eë]nt(?:e)?|pat|jongere|pupil|betrokkene|(?:voor- en achter|volledige |roep|voor)?naam(?: (?:van )?"
    r"(?:het |de )?(?:kind|jeugdige|leerling|jongere|cli[eë]nt|pati[eë]nt))?"
)
_CHILD_LABEL = re.compile(
    r"(?i)(?<![\w-])(?P<label>gezinsleden|gezinssamenstelling|gezinssituatie|samenstelling gezin|(?:gezin|huishouden) "
    r"bestaat uit|gezin|(?:kind|ouder) ?\d|kinderen (?:uit|van) [^:\n]{3,40}(?=:)|geboren(?=:)|ouders?(?:/verzorgers?)?"
    rf"|{_CHILD_WORD})\.?\s*(?:[:\t]|(?<=bestaat uit )|(?=\s(?:mej\. |mevr\. )?(?-i:[A-Z])))\s*"
)
_ONLY_CHILDREN = re.compile(
    r"(?i)(?:pleeg|stief)?kind|jeugdig|minderjarig|(?:oud-)?leerling|pati|cli|jongere|pupil|"
    r".*naam (?:van )?(?:het |de )?(?:kind|jeug|leer|cli|pat|jong)"
)
_FAMILY_LABEL = re.compile(r"(?i)gezin|samenstelling|ouder|(?:pleeg|stief)?kind|jeugdig|minderjarig")
_ITEM = re.compile(rf"(?<![\w.])(?P<name>{PERSON})(?: \((?:[A-Z]\.|[vmjVMJ])\))?{BORN_LISTED}")
_LISTED = re.compile(
    rf"\s*(?P<name>{PERSON})\s*(?P<aside>\([^()]{{0,24}}\))?\s*(?P<end>,|;|/|\ben\b|&|\.(?!\w)|$|\t|\||(?=\s*[a-z–-]))"
)
_AGED = re.compile(
    rf"(?<![\w.])(?:(?P<first>{PERSON}) en )?(?P<name>{PERSON})(?: \((?P<age>\d{{1,2}})(?: jaar| jr\.?| j)?\)"
    r"|, (?P<years>\d{1,2}) (?:jaar|jr)\b)"
)
_STRANGER = re.compile(
    r"\b(?:vriend|vriendin|vriendje|klasgenoo\w*|neef|nicht|buur\w*|samen met|verdachte)[^.\n]{0,16}$"
)
_NAME_HEADS = ("naam", "gezinslid", "voornaam", "naam kind", "roepnaam", "naam gezinslid", "kind", "persoon", "wie")


def signs_in(document: Document, has_twins: bool = False) -> Iterator[Sign]:
    """Every sign of a relative, in no particular order; the same birth counts once in a document."""
    text, told = document.text, set[tuple[str, UncertainDate]]()
    year = (
        document.day.year if document.day else max((int(found) for found in re.findall(r"\b20\d\d\b", text)), default=0)
    )
    for sign in (*_signs(text, year), *births_in(document, year, has_twins)):
        if is_person(sign.name) or sign.name == "tweeling":
            named = replace(sign, name=without_title(sign.name), gender=sign.gender or _by_title(sign.name))
            key = (fold(sign.name).partition(" ")[0], sign.birth) if sign.birth else None
            yield replace(named, birth=None) if key in told else named
            told.update((key,) if key else ())


def _by_title(name: str) -> str:
    title = fold(name).partition(" ")[0].rstrip(".")
    return "v" if title in ("mevrouw", "mevr", "mw", "mej") else "m" if title in ("meneer", "dhr") else ""


def _signs(text: str, year: int) -> Iterator[Sign]:
    for pattern in (_LABELLED, _BESIDE, _BRACKET, _ASIDE):
        for match in pattern.finditer(text):
            if match.groupdict().get("sign") != "\t" or _is_pair(text, match.start()):
                yield _of_role(match, year)
    for match in _RELATION.finditer(text):
        yield Sign(as_written(match["name"]), "partner van moeder")
    for match in _PARTNER.finditer(text):
        yield Sign(as_written(match["name"]), f"partner van {match['of']}")
    for match in _PARENT_OF.finditer(text):
        if " van " in match[0] or " over " in match[0] or " voor " in match[0]:
            yield Sign(as_written(match["name"]), "kind", None, True)
    for match in _AGED.finditer(text):
        yield from _aged(match, text)
    for line in text.split("\n"):
        yield from _in_list(line, year)
    yield from _in_tables(text, year)


def _is_pair(text: str, place: int) -> bool:
    """Whether the line is one label with its value, not a row of more cells."""
    start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    return text.count("\t", start, end if end >= 0 else len(text)) == 1


def _of_role(match: re.Match[str], year: int) -> Sign:
    groups = match.groupdict()
    role, is_child, gender = ROLE_WORDS[(groups.get("role") or groups["role2"]).lower()]
    birth = _birth(groups.get("birth") or "")
    least = 0 if groups.get("mark") or groups.get("mark2") else 1
    if birth and birth.earliest.year > year - (least if is_child else LEAST_PARENT):
        birth = None
    return Sign(as_written(match["name"]), role, birth, is_child, gender)


def _aged(match: re.Match[str], text: str) -> Iterator[Sign]:
    """Names with the age of a child behind them."""
    age = int(match["age"] or match["years"])
    if 0 < age < 19 and not _STRANGER.search(fold(text[: match.start()][-40:])):
        for name in (match["first"], match["name"]):
            if name:
                yield Sign(as_written(name), "kind", None, True, of_family=False)


def _in_list(line: str, year: int) -> Iterator[Sign]:
    for label in _CHILD_LABEL.finditer(line):
        rest, children = line[label.end() :], bool(_ONLY_CHILDREN.match(label["label"]))
        dated, is_field = list(_ITEM.finditer(rest)), label[0].rstrip(" ").endswith((":", "\t"))
        for item in dated:
            before = rest[: item.start()]
            if children or not re.search(r"\.\s+[A-Z][^.]*$", before):
                near = "." not in before.rstrip(". ")[-30:]
                of_family = bool(_FAMILY_LABEL.match(label["label"]))
                recent = 0 if of_family else unmarked(item)
                recent = min(1, recent) if is_field and not before.strip() else recent
                role = "ouder" if near and fold(label["label"]).startswith("ouder") else ""
                child = near and children
                yield from born(item["name"], item["birth"], year - recent, role=role, child=child, of_family=of_family)
        if not dated and children:
            yield from _undated(rest, label["label"], is_field)


def _undated(rest: str, label: str, is_field: bool) -> Iterator[Sign]:
    """A list of children by name only: it ends where something else than a name stands."""
    position = 0
    many = fold(label).endswith(("eren", "igen", "lingen"))
    while item := _LISTED.match(rest, position):
        if not (is_field or position or item["aside"]) and _is_sentence(item, rest, many):
            return
        yield Sign(as_written(item["name"]), "kind", None, True)
        position = item.end()
        if not many or item["end"] in (".", "", "\t", "|"):
            return


def _is_sentence(item: re.Match[str], rest: str, many: bool) -> bool:
    """Whether a lone capital behind a label is no list: "Kinderen Spelen graag"."""
    lone = many and item["end"] not in (",", "en", "&", "/")
    return lone or (not item["end"] and item.end() < len(rest))


def _in_tables(text: str, year: int) -> Iterator[Sign]:
    columns: list[str] = []
    for line in text.split("\n"):
        cells = line.split("\t")
        heads = [fold(cell).strip(" :.") for cell in cells]
        if _is_head(heads):
            columns = heads
        elif columns and len(cells) == len(columns):
            yield from _row(dict(zip(columns, cells, strict=True)), year)
        else:
            columns = []


def _is_head(heads: list[str]) -> bool:
    return (
        len(heads) > 1
        and any(head in _NAME_HEADS for head in heads)
        and any(head.startswith(("geb", "relatie", "rol")) for head in heads)
    )


def _row(row: dict[str, str], year: int) -> Iterator[Sign]:
    name = next((row[column] for column in _NAME_HEADS if row.get(column)), "").strip()
    last = row.get("achternaam", "").strip()
    name = f"{name} {last}" if last and " " not in name else name
    birth = _birth(next((cell.strip() for column, cell in row.items() if column.startswith("geb")), ""))
    said = next((fold(cell).strip() for column, cell in row.items() if column.startswith(("relatie", "rol"))), "")
    role, is_child, gender = ROLE_WORDS.get(said, ("", False, ""))
    if not role and said in ("kind", "jeugdige", "zoon/dochter"):
        role, is_child = "kind", True
    young = birth is not None and 0 <= year - birth.earliest.year < GROWN_UP
    if re.fullmatch(PERSON, name) and (role or birth):
        yield Sign(as_written(name), role or ("kind" if young else ""), birth, is_child or (young and not role), gender)


def _birth(words: str) -> UncertainDate | None:
    found = re.search(DATE, words)
    return read(found[0]) if found else None
