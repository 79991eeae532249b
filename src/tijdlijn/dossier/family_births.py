"""Dates of birth outside lists and tables, in the many ways in which documents tell them.

The rule: a date is only a birth when a word of birth, a role in the family or a form field stands with it. Whose birth
it is must stand right beside it: "vader van Noor, geboren in 1974" tells nothing of Noor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tijdlijn.dossier.person_patterns import (
    BORN,
    DATE,
    FULL_DATE,
    GIVEN,
    INITIALS,
    LEAD,
    MARK,
    PERSON,
    PLACE,
    ROLE_WORDS,
    ROLES,
    SURNAME,
    WORD,
)
from tijdlijn.dossier.signs import LEAST_PARENT, Sign, born, unmarked
from tijdlijn.language.folding import fold
from tijdlijn.model.documents import Document

_KIN = r"(?:(?:haar|zijn|hun|mijn|ons|onze|de|het|een|derde|tweede|vierde|jongste|oudste) )*"
_PLAINLY = (
    r"(?:(?!dat\b|of\b|hoe\b|over\b|omdat\b|toen\b|gesproken|besproken|gemeld|verteld|bericht)[^\W\d_][\w'’-]*,? )"
)
"""Words between a date and who was born on it: not those of a talk about a birth."""
_KIN_WORD = (
    r"(?:(?:half|stief)?(?:broertje|zusje|broer|zus)|zoontje|zoon|dochtertje|dochter|kind|kindje|baby|jongetje|meisje)"
)
_ANYWHERE = re.compile(
    rf"(?<![\w.])(?P<name>{PERSON})\s*[,(]?\s*(?:(?:die|werd|is|was) )*{MARK}{PLACE},?\s*:?\s*{LEAD}(?P<birth>{DATE})"
)
_BORN_BETWEEN = re.compile(
    rf"(?<![\w.])(?P<name>{GIVEN}) (?:is|werd|was) (?:{LEAD})(?P<birth>{DATE}) (?:{PLACE} )?"
    r"(?:[\w-]+ ){0,3}(?:geboren|ter wereld)"
)
_BORN_BEHIND = re.compile(
    rf"(?i:\b(?:op|in)) (?P<birth>{DATE})(?: \([^)\n]*\))? (?:is|werd|was|wordt|kwam) {_PLAINLY}{{0,7}}?"
    rf"(?P<name>{GIVEN})(?:,? [^.,\n]{{0,30}})? (?:geboren|ter wereld)"
)
_GAVE_BIRTH = re.compile(
    rf"(?i:\b(?:op|in)) (?P<birth>{DATE}) (?:beviel|bevalt|kreeg|krijgt|is)\b[^.\n]{{0,60}}?"
    rf"(?:bevallen van|van|een) {_KIN}{_KIN_WORD},? (?P<name>{GIVEN})"
)
_BIRTH_OF = re.compile(
    rf"\b[Gg]eboorte (?:van )?{_KIN}(?:{_KIN_WORD},? )?(?P<name>{GIVEN})(?:\s*[(:,–-]|\s+op)\s*(?P<birth>{DATE})"
)
_BORE = re.compile(
    rf"\b(?:beviel|bevalt|is|kreeg) (?:moeder |zij )?(?:op|in) (?P<birth>{DATE}) (?:bevallen )?(?:van )?"
    rf"{_KIN}{_KIN_WORD},? (?:genaamd )?(?P<name>{GIVEN})"
)
_BORN_AFTER = re.compile(
    rf"\b(?:werd|is|wordt) (?:op|in) (?P<birth>{DATE}) {_PLAINLY}{{0,4}}?(?P<name>{GIVEN}),? (?:[\w ]{{2,30}} )?geboren"
)
_TO_THE_WORLD = re.compile(rf"(?<![\w.])(?P<name>{GIVEN}) (?:kwam|komt) (?:op|in) (?P<birth>{DATE}) ter wereld")
_TO_THE_WORLD_ON = re.compile(rf"(?<![\w.])(?P<name>{GIVEN}) (?:kwam|komt) ter wereld (?:op|in) (?P<birth>{DATE})")
_AGED = re.compile(
    rf"(?<![\w.])(?P<name>{PERSON})(?:,? \(?\d{{1,2}} ?(?:jaar|jr\.?|j\.?),? \(?(?P<birth>{FULL_DATE})"
    rf"|,? \((?P<birth2>{FULL_DATE})[,;/] ?\d{{1,2}} ?(?:jaar|jr|j\b))"
)
_STACKED = re.compile(
    rf"(?m)^(?i:jongere|jeugdige|leerling|cli[eë]nte?|pati[eë]nte?|kind|naam|betreft):?\n(?P<name>{PERSON})\n"
    rf"(?:{MARK}:?\s*{LEAD})?(?P<birth>{FULL_DATE})$"
)
_BARE = re.compile(rf"(?<![\w.])(?P<name>{PERSON}) \((?P<birth>{FULL_DATE})\)")
_HEREAFTER = re.compile(
    rf"(?<![\w.])(?P<name>{PERSON}),? {MARK}{PLACE},?\s*{LEAD}(?P<birth>{DATE})[^;:\n]{{0,80}}?"
    r"(?:, |\bhierna(?: ook)?(?: te noemen)?:? )(?:de )?(?P<role>moeder|vader|stiefvader|stiefmoeder)\b"
)
_CAME = re.compile(
    rf"\b(?:kwam|komt|volgde|volgt|verscheen|arriveerde)(?: (?:zijn|haar|hun|er|het|een))?(?: {_KIN_WORD},?)? "
    rf"(?P<name>{GIVEN}) \((?P<birth>{DATE})\)"
)
_BIRTH_ROW = re.compile(
    rf"(?m)^[-*•>\s]*(?P<birth>{DATE})[\t :–-]+(?:[^\n]*\t)?(?:(?i:geboorte) (?:van )?{_KIN}(?:{_KIN_WORD},? )?"
    rf"(?P<name>{GIVEN}|(?i:een tweeling|tweeling))"
    rf"|{_KIN}(?:{_KIN_WORD},? )?(?P<name2>{GIVEN}) (?:(?:is|werd|wordt) )?geboren)"
)
_TWINS = re.compile(
    rf"(?<![\w.])(?P<name>{GIVEN})(?: \([^)\n]{{1,12}}\))? (?:en|&) (?P<second>{GIVEN})(?: \([^)\n]{{1,12}}\))?"
    rf"(?:\s*[,(]\s*(?:{MARK}\s*{LEAD})?|\s+(?:{MARK}\s*{LEAD}|(?:zijn|werden) geboren {LEAD}|(?:zijn|werden) {LEAD}))"
    rf"(?P<birth>{FULL_DATE})"
)
_TWINS_ALONE = re.compile(
    rf"\b[Tt]weeling(?:,? geboren(?: op)?| \(| \(geb\.?(?: op)?) ?(?P<birth>{DATE})"
    rf"|(?i:\b(?:op|in)) (?P<other>{DATE}) [^.\n]{{0,40}}"
    r"\b(?:bevallen van een|geboorte van de|beviel\b[^.\n]{0,20}) tweeling"
)
_TWINS_BORN = re.compile(
    rf"(?i:\b(?:op|in)) (?P<birth>{DATE}) (?:werd|werden|is|zijn) (?:de|een|hun|haar) tweeling(?: \w+)? geboren"
)
_TWIN_NAMES = re.compile(
    rf"\b[Tt]weeling(?: geboren)?[:,]? (?:genaamd )?(?P<name>{GIVEN}) (?:en|&) (?P<second>{GIVEN})"
)
_CAPITALS = re.compile(
    rf"(?<![\w.])(?P<last>(?:(?:VAN|DE|DER|DEN|EL) )*[A-ZÀ-Þ][A-ZÀ-Þ'’-]{{2,}}(?: [A-ZÀ-Þ][A-ZÀ-Þ'’-]{{2,}})?),\s*"
    rf"(?P<first>{WORD}|(?:[A-Z]\.)+)(?:,? [A-Z]\.){{0,3}}(?: {WORD})?,?\s*"
    rf"[,–—(-]\s*(?:{MARK}\s*)?(?P<birth>{FULL_DATE}|(?:19|20)\d\d\b)"
)
_BY_ROLE = re.compile(
    rf"(?<![\w-])(?P<role>(?i:moeder|vader|mama|papa|mem|heit))"
    rf"(?:\s*\((?:{MARK}\s*{LEAD})?(?P<a>{DATE})\)|,? (?:is |werd )?{MARK}{PLACE}\s*{LEAD}(?P<b>{DATE})"
    rf"|\s*:\s*(?:{MARK}\s*{LEAD})?(?P<c>{DATE})(?=\s*(?:$|[\n;,.]))"
    rf"| (?:is|werd) (?:in|op) (?P<d>{DATE}) geboren| is van (?:het jaar )?(?P<e>{DATE}))"
)
_FIELD = (
    r"(?i:(?:voor- en achter|volledige |roep|voor)?naam(?: (?:van )?(?:het |de )?(?:kind|jeugdige|leerling|cli[eë]nt"
    r"|pati[eë]nt|jongere))?|cli[eë]nt(?:e)?|leerling|jeugdige|pati[eë]nt(?:e)?|kind|jongere|betrokkene|betreft)"
)
_FORM = re.compile(
    rf"(?<!\w){_FIELD}\s*[:\t]\s*(?P<name>{PERSON})(?P<between>[^\d]{{0,60}}?(?:\d[^\n]{{0,80}}\n)?[^\d]{{0,60}}?)"
    rf"(?<!\w)(?:(?i:geboortedatum|geboren|geb)(?:[ .]*(?i:dat(?:um)?|d\.?d|op)\b)?\.?)"
    rf"\s*[:\t]?\s*{LEAD}(?P<birth>{DATE})"
)
_APPOSED = re.compile(
    rf"(?<!\w)(?P<role>(?i:{ROLES})),? (?P<name>{PERSON})\s*[,(]\s*(?:{MARK}{PLACE}\s*{LEAD})(?P<birth>{DATE})"
)
_BESIDE_KIN = re.compile(
    rf"(?<![\w-])(?i:kind|kinderen|(?:stief|half)?(?:zus|broer)(?:je|tje)?|aangemelde|zoon|dochter|ouders?|verdachte|minderjarige|jeugdige|jongere|leerling"
    rf"|betrokkene|cli[eë]nte?|pati[eë]nte?|pat|mej|pupil|slachtoffer)\.?:? (?P<name>{PERSON}){BORN}"
)
_SOMEBODYS = re.compile(
    r"\b(?:moeder|vader|ouders?|partner|vriend(?:in)?|oma|opa|broer|zus|tante|oom)\w* van $|\b(?:te|in|uit|naar) $"
)
"""Before a name: the date is of whom belongs to this person, or the name is a place."""
_AND_MORE = re.compile(r"\s*(?:en|&|/)\s*\d")
"""Behind a date: those of more persons follow."""
_LONG_AGO = 4
"""Years before a document from which a date behind a name is not that of a talk."""
_WRITER = re.compile(r"(?:brief|verhaal|mail|verslag|relaas)[ _-]+(?:van[ _-]+)?(?P<role>moeder|vader|mama|papa)")
_TOLD_BY = re.compile(
    rf"\b(?:[Ii]k ben|[Vv]erhaal van|[Bb]rief van) (?P<name>{WORD}(?: {SURNAME}){{0,3}})(?=\s*(?:$|[,.\n(]))"
)
_SIGNED = re.compile(rf"(?P<name>{INITIALS} ?{SURNAME})(?=\s*(?:$|,))")
"""The name under a letter; with initials, as a mere word may be a place."""
_OWN_BIRTH = re.compile(rf"\b[Ii]k (?:ben|werd) (?:{LEAD}(?P<a>{DATE}) geboren|geboren{PLACE} {LEAD}(?P<b>{DATE}))")


def births_in(document: Document, year: int, has_twins: bool) -> Iterator[Sign]:
    """Signs with a date of birth; `year` is the latest year in the document, 0 when it names none."""
    text = document.text
    yield from _named(text, year)
    yield from _in_capitals(text, year)
    yield from _of_parents(document, year)
    for match in _BIRTH_ROW.finditer(text):
        name = match["name"] or match["name2"]
        if fold(name).endswith("tweeling"):
            yield from born("tweeling", match["birth"], year)
        else:
            yield from born(name, match["birth"], year)
    if has_twins:
        yield from _of_twins(text, year)


def _named(text: str, year: int) -> Iterator[Sign]:
    for pattern in (
        _BORN_AFTER,
        _TO_THE_WORLD,
        _TO_THE_WORLD_ON,
        _STACKED,
        _ANYWHERE,
        _BORN_BETWEEN,
        _BORN_BEHIND,
        _GAVE_BIRTH,
        _BIRTH_OF,
        _CAME,
        _BESIDE_KIN,
        _BORE,
    ):
        for match in pattern.finditer(text):
            recent = unmarked(match) if pattern is _BESIDE_KIN else 0
            if not _AND_MORE.match(text, match.end("birth")) and not _SOMEBODYS.search(
                fold(text[max(0, match.start("name") - 20) : match.start("name")])
            ):
                yield from born(match["name"], match["birth"], year - recent)
    for match in _FORM.finditer(text):
        if not re.search(r"(?i)naam\b|\b(?:moeder|vader|ouder)", match["between"]):
            yield from born(match["name"], match["birth"], year, of_family=True)
    for match in _AGED.finditer(text):
        yield from born(match["name"], match["birth"] or match["birth2"], year)
    for match in _BARE.finditer(text):
        yield from (replace(sign, of_family=False) for sign in born(match["name"], match["birth"], year - _LONG_AGO))
    for match in (*_APPOSED.finditer(text), *_HEREAFTER.finditer(text)):
        role, child, gender = ROLE_WORDS[match["role"].lower()]
        yield from born(match["name"], match["birth"], year, role=role, child=child, gender=gender)


def _in_capitals(text: str, year: int) -> Iterator[Sign]:
    """As registers write it: "JANSEN, Noor – 14-05-2009"."""
    for match in _CAPITALS.finditer(text):
        last = " ".join(word.capitalize() for word in match["last"].split())
        yield from born(f"{match['first']} {last}", match["birth"], year)


def _of_parents(document: Document, year: int) -> Iterator[Sign]:
    """Of a parent by the role alone, and of a parent who writes "ik ben geboren"."""
    writer = _WRITER.search(fold(document.name))
    if writer:
        yield from _of_writer(document.text, writer["role"])
    found = [(m["role"], m["a"] or m["b"] or m["c"] or m["d"] or m["e"]) for m in _BY_ROLE.finditer(document.text)]
    own = _OWN_BIRTH.search(document.text)
    if writer and own:
        found.append((writer["role"], own["a"] or own["b"]))
    for word, date in found:
        role, _, gender = ROLE_WORDS[word.lower()]
        for sign in born(role, date, year, role=role, gender=gender):
            if sign.birth and year and sign.birth.earliest.year <= year - LEAST_PARENT:
                yield sign


def _of_writer(text: str, word: str) -> Iterator[Sign]:
    """The name of a parent whose letter or story a document is: in its first lines, or under it."""
    role, _, gender = ROLE_WORDS[word]
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    told = [_TOLD_BY.search(line) for line in lines[:4]]
    signed = [_SIGNED.match(line) for line in lines[-2:]]
    yield from (Sign(found["name"], role, None, False, gender) for found in (*told, *signed) if found)


def _of_twins(text: str, year: int) -> Iterator[Sign]:
    for match in _TWINS.finditer(text):
        for name in (match["name"], match["second"]):
            yield from born(name, match["birth"], year)
    for match in _TWINS_ALONE.finditer(text):
        yield from born("tweeling", match["birth"] or match["other"], year)
    for match in _TWINS_BORN.finditer(text):
        yield from born("tweeling", match["birth"], year)
    for match in _TWIN_NAMES.finditer(text):
        yield from (Sign(name, "kind", None, True) for name in (match["name"], match["second"]))
