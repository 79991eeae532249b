"""Of which day a document is: what it says at its head, under its last line, or by the last of its notes.

The rule: a day is only taken when it is labelled, stands alone in the head or under a signature, is that of the last
note, or is the file's own. A date of birth, a period and what still has to come never are. No answer goes before a
doubtful one, because every "vorige week" hangs on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tijdlijn.dossier.candidates import Family
from tijdlijn.dossier.notes import dated_rows, notes_of
from tijdlijn.language.calendar_nl import MONTH_NUMBERS
from tijdlijn.language.dates_nl import read
from tijdlijn.language.folding import fold
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.documents import Document

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
    r"verslag van|rapport van|d\.?d\.?|verslag|rapport|uitgedraaid(?: op)?|afgedrukt(?: op)?|uitdraai|"
    r"versie|versiedatum|bijgewerkt(?: op)?|laatst gewijzigd(?: op)?|afgerond(?: op)?|opgetekend(?: op)?",
    r"datum",
    r"datum (?:gesprek|overleg|intake|bijeenkomst|mdo|bespreking|huisbezoek|evaluatie|aanmelding|"
    r"melding|registratie|onderzoek|consult|"
    r"contact|zitting|bezoek|verwijzing|plan|verslaglegging|invulling|opstellen plan|"
    r"rapportage)|datum/tijd|registratiedatum|"
    r"meldingsdatum|datum binnenkomst|melding ontvangen(?: op)?|adviesgesprek(?: \([^)]*\))?|"
    r"gespreksdatum|evaluatiedatum|onderzoeksdatum|intakedatum|verwijsdatum|melddatum",
)
_LABELLED = tuple(
    re.compile(rf"(?:^|[\t.;|,(–-]\s*|\s)(?:{label})\s*(?:[:\t]\s*|\s+)(?:(?:op|van)\s+)?{DAY}") for label in _LABELS
)
_ANCHORED = tuple(
    re.compile(rf"(?:^|\t|[.;|]\s+)(?:{label})\s*(?:[:\t]\s*|\s)(?:(?:op|van)\s+)?{DAY}") for label in _LABELS
)
_LETTER = re.compile(rf"^[a-z' .-]{{2,40}}, (?:(?:de|den) )?{DAY}(?:\.|$|,?\s*\d{{1,2}}[:.]\d\d)?")
_ALONE = re.compile(rf"^{DAY}(?:\W*$|, \D|\.\s)")
_RULING = re.compile(rf"\b(?:beschikking|vonnis|uitspraak|arrest)\b.{{0,60}}\bvan {DAY}")
_MEETING = re.compile(
    rf"\b(?:verslag|overleg|mdo|tafel|bespreking|notulen|evaluatie|gesprek|rapport|plan|journaal)\w*\b[^.:]{{0,60}}?"
    rf"(?:\bd\.d\.|\bvan|\bop|,|\s)\s*{DAY}"
)
_DISCUSSED = re.compile(
    rf"\b(?:besproken|nabesproken|opgeschreven|uitgewerkt|ondertekend|gemaakt|bijgewerkt|opgesteld|vastgesteld"
    rf"|genoteerd)"
    rf"\b(?: (?:op|met [\w ]{{2,30}}|door [\w .]{{2,40}}))?,? {DAY}"
)
_MADE = re.compile(rf"\baldus\b.{{0,200}}?\b(?:op|van) {DAY}")
_SIGNED = re.compile(
    rf"\b(?:geschreven|opgesteld|opgemaakt|ondertekend|getekend|gedaan|verzonden|akkoord[^:.]{{0,60}}:"
    rf"|handtekening[^:.]{{0,40}}:|datum:?)\s*(?:op |te [a-z][\w-]+,? (?:op )?)?{DAY}\W*$"
)
_UNDER = re.compile(rf"^[a-z][\w./' -]{{1,40}}, (?:[a-z][\w' -]{{2,20}}, )?{DAY}(?:\W*$|, [a-z][\w.' -]{{2,40}}$)")
_MAIL_DAY = re.compile(rf"^(?:datum|verzonden|date|sent):\s*{DAY}")
_PERSONAL = r"\b(?:client|leerling|jeugdige|patient|kind|betrokkene|jongere|naam|verdachte)\w*\s?:"
_BIRTH = re.compile(rf"geb(?:oren|\.|oorte)?\w*[^0-9]{{0,24}}$|\*\s*$|{_PERSONAL}[^0-9|/]{{0,60}}$")
_ELSEWHEN = re.compile(
    r"\b(?:tot|t/m|tot en met|m\.?i\.?v\.?|per|vanaf|sinds|met ingang van|ingaande|uiterlijk|geldig|voor|na"
    r"|periode(?: van)?"
    r"|(?:n\.a\.v\.|naar aanleiding van|in vervolg op)[^,;]{0,50}"
    r"|(?:aanvraag|brief|mail|verzoek|bericht|aanmelding) (?:van|d\.?d\.?|op)(?: \w+dag)?)\s*$"
)
"""What stands before the day of something else, or before an end or a begin."""
_OF_MORE = re.compile(r"\s*(?:t/m|tot\b|[–-]\s*\d|en \d)")
"""What follows the first day of more."""
_ANY = re.compile(rf"(?<![\d/.-]){DAY}(?![\d/])")
_PERIOD = re.compile(
    r"\bperiode\b|\blooptijd\b|\bt/m\b|\btot en met\b|\bgeldig\b|\b(?:van|vanaf|tussen)\b.*\d.*\b(?:tot|en)\b"
)
_COMING = re.compile(
    r"\bvolgend|\bevaluatie|\buiterlijk|\bvoor \d|\btot\b|\bvanaf|\bper\b|\bmet ingang|\bafspraak|\bzitting|\bbezwaar"
    r"|\bbinnen\b|\bverlengd|\bloopt\b|\bnieuwe\b|\bop \d|\bsinds\b"
)
_VERSION = re.compile(rf"\bversie \d[\d.]*,? (?P<words>(?:{_MONTHS}) \d{{4}})\W*$")
_ENDED = re.compile(r"\bconclusie|\bonderzoek|\bveiligheidsplan|\bafsluit|\bbesluit")
"""What a title calls a document that was not written on the day on which its matter began."""
_BEGUN = re.compile(r"\b(?:registratie|meld|aanmeld|verwijs)")
_CONCLUDED = re.compile(rf"\bonderzoek (?:liep|vond plaats|is uitgevoerd)\b[^.]{{0,60}}?\b(?:tot en met|t/m|tot) {DAY}")
"""Until when an inquiry ran of which this is the outcome."""
_MIXED = re.compile(r"\d([-/.])\d{1,2}(?!\1)[-/.]")
"""A number of a version or a law, not a date ("2.1-2017")."""
_TITLE = 200
"""A first line that is longer is no title: characters."""
_SHORT = 120
"""A line of the head, or under the text, that is longer is a sentence: characters."""
_LATE = 2
"""Years that the day of a document may lie before the latest date in it, where nothing labels it."""
_IN_NAME = re.compile(
    r"(?<!\d)(?:(\d{4})[-_.](\d\d)[-_.](\d\d)|(\d{1,2})[-_.](\d{1,2})[-_.](\d{4})|(20\d\d)(\d\d)(\d\d))(?!\d)"
)


def day_of(document: Document, lines: list[str], genre: str, known: Family) -> UncertainDate | None:
    """The day of the document; None where it does not tell. `lines` are its first, with single spaces."""
    if document.day:
        return UncertainDate.of_day(document.day)
    if genre == "contactjournaal" and lines and "\t" in lines[0]:
        return None
    births = {one.birth.earliest for one in known.relatives if one.birth and one.birth.is_day}
    found = next((day for day in _days_in(lines, document, genre) if day not in births), None)
    last = None if genre == "mail" else _last_note(document)
    if last and (found is None or found <= last):
        return UncertainDate.of_day(last)
    if found:
        return UncertainDate.of_day(found)
    return _in_name(document.name) or _version(document)


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
        (_DISCUSSED, folded[:3]),
        (_LETTER, folded[:10]),
        (_ALONE, folded[:8]),
    ]
    for pattern, texts in ways:
        yield from _matches(pattern, texts)
    yield from _in_head(folded, document)
    ended = bool(_ENDED.search("".join(folded[:1])))
    if ended and genre == "VT-melding":
        yield from _matches(_CONCLUDED, folded)
    parts = [part for line in folded for part in re.split(r"(?<=\.) ", line)] if ended else folded
    reported = [part for part in parts if not (ended and _BEGUN.search(part))]
    further: list[tuple[re.Pattern[str], list[str]]] = [
        (_ANCHORED[0], last),
        (_ANCHORED[1], last),
        *((pattern, reported) for pattern in _ANCHORED[3:]),
        (_MEETING, folded[:4]),
        (_MADE, last),
    ]
    for pattern, texts in further:
        yield from _matches(pattern, texts)
    yield from _under(last[-4:])


def _in_head(folded: list[str], document: Document) -> Iterator[date]:
    """A date that stands by itself in a title or a line of the head, or is the only one in the title."""
    latest = max((day.year for day in _matches(_ANY, [fold(document.text)])), default=0)
    for number, line in enumerate(folded[:4]):
        if len(line) > (_TITLE if number == 0 else _SHORT) or "\t" in line:
            continue
        if re.match(rf"\W*{_PERSONAL}", line):
            continue
        days = list(_matches(_ANY, [line]))
        parts = re.split(r"\s+[/|–-]+\s+|, ", line)
        alone = [
            day
            for part in parts
            for day in _matches(_ALONE, [part])
            if re.fullmatch(DAY + r"(?:,? (?:om )?\d\d?[.:]\d\d(?: uur| u)?)?\W*", part)
        ]
        if number == 0 and len(days) == 1 and not _PERIOD.search(line):
            alone = days
        if len(alone) == 1 and not _PERIOD.search(line) and alone[0].year >= latest - _LATE:
            yield alone[0]


def _under(last: list[str]) -> Iterator[date]:
    """The day under a text: with its place, or with the word of a signature; the last one goes first."""
    for line in reversed(last):
        for sentence in reversed(re.split(r"(?<=[a-z]{3}[.!?]) (?=\D)", line)):
            if len(sentence) <= _SHORT and (_SIGNED.search(sentence) or not _COMING.search(sentence)):
                yield from _matches(_SIGNED, [sentence])
                yield from _matches(_UNDER, [sentence])


def _last_note(document: Document) -> date | None:
    """The day of the last note of a document that is kept in notes: at least three, not in a table or a thread."""
    rows = {row.block.start for row in dated_rows(document)}
    notes = [note for note in notes_of(document, None) if note.start not in rows]
    days = [note.day.earliest for note in notes if note.day.is_day]
    heads = [document.text[note.start : note.end].partition("\n")[0] for note in notes]
    threads = sum(bool(re.search(r"(?i)\bschreef\b|\b(?:verzonden|sent|from|van):", head)) for head in heads)
    if len(days) < 3 or threads or days != sorted(days) or not notes[-1].day.is_day:
        return None
    if any(
        not note.day.is_day and note.start < notes[-1].start and note.day.latest(days[-1]) > days[-1] for note in notes
    ):
        return None
    inside = sum(note.end - note.start for note in notes)
    return days[-1] if inside * 2 >= len(document.text) else None


def _version(document: Document) -> UncertainDate | None:
    """The month of the version that the last lines tell."""
    for line in [fold(line) for line in document.text.split("\n") if line.strip()][-3:]:
        match = _VERSION.search(line)
        if match:
            return read(match["words"])
    return None


def _matches(pattern: re.Pattern[str], texts: list[str]) -> Iterator[date]:
    for text in texts:
        for match in pattern.finditer(text):
            before, after = text[: match.start("day")], text[match.end("day") :]
            other = (
                _BIRTH.search(before)
                or _OF_MORE.match(after)
                or (pattern is not _CONCLUDED and _ELSEWHEN.search(before))
            )
            day = None if other else _as_day(match["day"])
            if day:
                yield day


def _as_day(words: str) -> date | None:
    value = None if _MIXED.search(words) else read(words)
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
