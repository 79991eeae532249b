"""What kind of document it is, from whom and of which day.

The rule: the head of the document says so, then the name of its file. A day is only taken when it is labelled, stands
alone under a letter head, or is the file's own; a date of birth never is. No answer goes before a doubtful one,
because every "vorige week" hangs on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tijdlijn.dossier.candidates import Family, Profile
from tijdlijn.dossier.genres import GENRES
from tijdlijn.dossier.party_search import NOBODY
from tijdlijn.dossier.writers import writer_of
from tijdlijn.language.calendar_nl import MONTH_NUMBERS
from tijdlijn.language.dates_nl import read
from tijdlijn.language.folding import fold, squeezed
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.documents import Document

_HEAD = 14
"""Lines at the start of a document in which it says what it is."""
_TITLE_LINES = 3
_MONTHS = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
DAY = (
    r"(?:(?:ma|di|wo|do|vr|za|zo)\w*\.?,? +)?"
    rf"(?P<day>\d{{1,2}}(?:[-/.]\d{{1,2}}[-/.]|(?:e|ste|de)? +(?:{_MONTHS})\.? +)(?:\d{{4}}|"
    rf"'?\d{{2}}(?!\d))|\d{{4}}-\d\d-\d\d)"
)
_LABELS: tuple[str, ...] = (
    r"dagtekening|datum (?:van )?(?:dagtekening|beschikking|uitspraak|brief|besluit|"
    r"rapport|rapportage|verslag|dit verslag)|"
    r"rapportdatum|verslagdatum|briefdatum|verzonden|verzenddatum|datum verzending|"
    r"datum verzonden|besluitdatum|uitspraakdatum",
    r"datum (?:overdracht|opmaak|opgemaakt|opgesteld|afronding|ondertekening|afsluiting)|"
    r"opgemaakt(?: op)?|opgesteld(?: op)?|"
    r"overdrachtsdatum|afsluitdatum|uitgebracht(?: op)?|vastgesteld(?: op)?|rapport d\.?d\.?|verslag d\.?d\.?|"
    r"verslag van|rapport van|d\.?d\.?|verslag|rapport|uitgedraaid(?: op)?|afgedrukt(?: op)?|uitdraai",
    r"datum",
    r"datum (?:gesprek|overleg|intake|bijeenkomst|mdo|bespreking|huisbezoek|evaluatie|aanmelding|"
    r"melding|registratie|onderzoek|consult|"
    r"contact|zitting|bezoek|verwijzing|plan|verslaglegging|invulling|opstellen plan|"
    r"rapportage)|datum/tijd|registratiedatum|"
    r"meldingsdatum|datum binnenkomst|melding ontvangen(?: op)?|adviesgesprek(?: \([^)]*\))?|"
    r"gespreksdatum|evaluatiedatum|onderzoeksdatum|intakedatum|verwijsdatum|melddatum",
)
_LABELLED = tuple(
    re.compile(rf"(?:^|[\t.;|,(–-]\s*|\s)(?:{label})\s*(?:[:\t]\s*|\s+)(?:op\s+)?{DAY}") for label in _LABELS
)
_ANCHORED = tuple(re.compile(rf"(?:^|\t|[.;|]\s+)(?:{label})\s*(?:[:\t]\s*|\s)(?:op\s+)?{DAY}") for label in _LABELS)
_LETTER = re.compile(rf"^[a-z' .-]{{2,40}}, (?:(?:de|den) )?{DAY}(?:\.|$|,?\s*\d{{1,2}}[:.]\d\d)?")
_ALONE = re.compile(rf"^{DAY}(?:\W*$|, \D)")
_RULING = re.compile(rf"\b(?:beschikking|vonnis|uitspraak|arrest)\b.{{0,60}}\bvan {DAY}")
_MEETING = re.compile(
    rf"\b(?:verslag|overleg|mdo|tafel|bespreking|notulen|evaluatie|gesprek|rapport|plan|journaal)\w*\b[^.:]{{0,60}}?"
    rf"(?:\bd\.d\.|\bvan|\bop|,|\s)\s*{DAY}"
)
_MADE = re.compile(rf"\baldus\b.{{0,200}}?\b(?:op|van) {DAY}")
_MAIL_DAY = re.compile(rf"^(?:datum|verzonden|date|sent):\s*{DAY}")
_BIRTH = re.compile(r"geb(?:oren|\.|oorte)?\w*[^0-9]{0,24}$|\*\s*$")
_IN_NAME = re.compile(
    r"(?<!\d)(?:(\d{4})[-_.](\d\d)[-_.](\d\d)|(\d{1,2})[-_.](\d{1,2})[-_.](\d{4})|(20\d\d)(\d\d)(\d\d))(?!\d)"
)


def profile_of(document: Document, known: Family = NOBODY) -> Profile:
    """Genre, agency and day of the document; empty or None where it does not say."""
    lines = [line for line in (squeezed_tabs(line) for line in document.text.split("\n")) if line][:_HEAD]
    genre = _genre(document, lines)
    return Profile(genre, writer_of(document, lines, genre, known), _day(document, lines, genre))


def squeezed_tabs(line: str) -> str:
    """A line with single spaces; tabs stay."""
    return "\t".join(squeezed(cell) for cell in line.split("\t")).strip(" ")


def _genre(document: Document, lines: list[str]) -> str:
    head = [fold(line) for line in lines[:_TITLE_LINES]]
    if document.format in ("eml", "msg") or _is_mail(lines):
        return "mail"
    if _is_journal(lines):
        return "contactjournaal"
    stem = fold(re.sub(r"[_\W]+", " ", document.name.rpartition(".")[0] or document.name))
    for text in (*head[:1], stem, *head[1:], *(fold(line) for line in lines[_TITLE_LINES:8])):
        for genre, pattern in GENRES:
            if pattern.search(text):
                return genre
    return "brief" if any(fold(line).startswith(("geachte", "beste")) for line in lines) else ""


def _is_mail(lines: list[str]) -> bool:
    labels = {fold(line).partition(":")[0] for line in lines[:6]}
    return {"van", "aan"} <= labels and bool(labels & {"onderwerp", "datum", "verzonden"})


def _is_journal(lines: list[str]) -> bool:
    cells = [fold(cell) for cell in (lines[0].split("\t") if lines else [])]
    about = sum(
        cell.startswith(
            (
                "contact",
                "notitie",
                "medewerker",
                "onderwerp",
                "verslag",
                "omschrijving",
                "actie",
                "aantekening",
                "soort",
                "bijzonderheden",
                "wie",
                "toelichting",
            )
        )
        for cell in cells
    )
    return any("datum" in cell for cell in cells) and about >= 2


def _day(document: Document, lines: list[str], genre: str) -> UncertainDate | None:
    if document.day:
        return UncertainDate.of_day(document.day)
    if genre == "contactjournaal" and _is_journal(lines):
        return None
    found = next(_days_in(lines, document, genre), None)
    return UncertainDate.of_day(found) if found else _in_name(document.name)


def _days_in(lines: list[str], document: Document, genre: str) -> Iterator[date]:
    folded = [fold(line) for line in lines]
    if genre == "mail":
        yield from _matches(_MAIL_DAY, folded[:6])
        return
    last = [fold(line) for line in document.text.split("\n") if line.strip()][-6:]
    ways: list[tuple[re.Pattern[str], list[str]]] = [
        *((pattern, folded) for pattern in _ANCHORED[:3]),
        (_RULING, folded[:6]),
        *((pattern, folded) for pattern in _LABELLED[:3]),
        (_LETTER, folded[:10]),
        (_ALONE, folded[:8]),
        (_ANCHORED[0], last),
        (_ANCHORED[1], last),
        *((pattern, folded) for pattern in _ANCHORED[3:]),
        (_MEETING, folded[:4]),
        (_LETTER, last),
        (_MADE, last),
    ]
    for pattern, texts in ways:
        yield from _matches(pattern, texts)


def _matches(pattern: re.Pattern[str], texts: list[str]) -> Iterator[date]:
    for text in texts:
        for match in pattern.finditer(text):
            day = None if _BIRTH.search(text[: match.start("day")]) else _as_day(match["day"])
            if day:
                yield day


def _as_day(words: str) -> date | None:
    value = read(words)
    return value.earliest if value and value.start and value.start.is_day and value.end is None else None


def _in_name(name: str) -> UncertainDate | None:
    for match in _IN_NAME.finditer(name):
        parts = [int(part) for part in match.groups() if part]
        year, month, day = parts if parts[0] > 31 else parts[::-1]
        try:
            return UncertainDate.of_day(date(year, month, day))
        except ValueError:
            continue
    return None
