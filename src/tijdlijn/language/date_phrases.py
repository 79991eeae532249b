"""Dutch for one date with what is said around it: "begin", "rond", "vermoedelijk", "eerste helft van".

Each rule takes words off and reads the rest, so they combine: "vermoedelijk rond begin 2017". Thirds are those
that readers of dossiers use: begin is January to April or day 1–10, medio May to August or 11–20, eind the rest.
A third is a choice of days, never a period.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tijdlijn.language import calendar_nl as nl
from tijdlijn.language.date_points import compiled, ordinal, read_point
from tijdlijn.language.date_relative import STEP, read_relative, rewritten, shifted_by
from tijdlijn.language.readings import DateContext, Reading, choice, marked, point
from tijdlijn.model.dates import Precision, UncertainDate, add_months

Say = Callable[[re.Match[str], Reading], "Reading | None"]


@dataclass(frozen=True, slots=True)
class PhraseRule:
    """Words around a date: their pattern with the `rest` to read first, and what they make of it."""

    name: str
    pattern: re.Pattern[str]
    say: Say


def read_phrase(text: str, context: DateContext) -> Reading | None:
    """The moment or named period that the whole of this folded text is, or None. Raises nothing."""
    reading = read_point(text, context) or read_relative(text, context) or _somewhere_between(text, context)
    if reading is not None:
        return reading
    for rule in PHRASE_RULES:
        match = rule.pattern.fullmatch(text)
        rest = read_phrase(match["rest"], context) if match else None
        if match is None or rest is None:
            continue
        try:
            said = rule.say(match, rest)
        except (ValueError, OverflowError):
            continue
        if said is not None:
            return said
    return _read_rewritten(text, context)


def _read_rewritten(text: str, context: DateContext) -> Reading | None:
    found = rewritten(text, context)
    if found is None:
        return None
    reading = read_phrase(found.text, context)
    if reading is None or not found.keeps_words:
        return reading
    return Reading(reading.value, True, reading.extent)


def _as_it_is(_match: re.Match[str], rest: Reading) -> Reading:
    return rest


def _uncertain(_match: re.Match[str], rest: Reading) -> Reading:
    return marked(rest, "?")


def _around(_match: re.Match[str], rest: Reading) -> Reading:
    return rest_of_feast(rest) or marked(rest, "~")


def rest_of_feast(rest: Reading) -> Reading | None:
    """A feast day that is one exact day is widened as a choice: "rond pasen" is not one day more or less."""
    start = rest.value.start
    if not rest.interpreted or start is None or not rest.value.is_day or start.uncertain:
        return None
    return choice(start.earliest - timedelta(7), start.latest + timedelta(7))


def _somewhere(_match: re.Match[str], rest: Reading) -> Reading:
    edtf, start = rest.value.edtf, rest.value.start
    if (
        rest.value.end is None
        and start
        and start.precision in (Precision.YEAR, Precision.MONTH)
        and len(edtf) in (4, 7)
    ):
        return point(edtf if edtf.endswith("X") else f"{edtf}-XX")
    return Reading(rest.value, True)


def _third(match: re.Match[str], rest: Reading) -> Reading | None:
    days = third_of(rest, _THIRDS[match["part"]])
    return None if days is None else choice(*days)


_THIRDS: dict[str, int] = {
    **dict.fromkeys(("begin", "start", "vroege"), 0),
    **dict.fromkeys(("medio", "midden", "mid", "half", "halverwege", "hartje"), 1),
    **dict.fromkeys(("eind", "einde", "late"), 2),
}


def third_of(rest: Reading, which: int) -> tuple[date, date] | None:
    """The first, middle or last (0, 1, 2) third of what was read; None of a day, or of what has an open end."""
    first, last = rest.days
    if first == last or len(rest.value.points) != (2 if rest.value.is_interval else 1):
        return None
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    precision = rest.value.points[0].precision
    if precision is Precision.DECADE:
        low, high = ((0, 3), (4, 6), (7, 9))[which]
        return date(first.year + low, 1, 1), date(first.year + high, 12, 31)
    if precision is Precision.MONTH and months == 1:
        return first.replace(day=1 + 10 * which), last if which == 2 else first.replace(day=10 + 10 * which)
    if months % 3 == 0 and first.day == 1 and (last + timedelta(1)).day == 1:
        start = add_months(first, which * months // 3)
        return start, add_months(start, months // 3) - timedelta(1)
    return _share_of_days(first, last, which, 3)


def _share_of_days(first: date, last: date, which: int, parts: int) -> tuple[date, date]:
    count = (last - first).days + 1
    return first + timedelta(which * count // parts), first + timedelta((which + 1) * count // parts - 1)


def _half(match: re.Match[str], rest: Reading) -> Reading | None:
    which = {1: 0, 2: 1, -1: 1}.get(ordinal(match["nth"]))
    first, last = rest.days
    if which is None or first == last:
        return None
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 1 and first.day == 1:
        return choice(first, first.replace(day=15)) if which == 0 else choice(first.replace(day=16), last)
    if months % 2 == 0 and first.day == 1:
        start = add_months(first, which * months // 2)
        return choice(start, add_months(start, months // 2) - timedelta(1))
    return choice(*_share_of_days(first, last, which, 2))


def _edge_day(match: re.Match[str], rest: Reading) -> Reading:
    return point(rest.days[0 if match["edge"] == "eerste" else 1].isoformat(), True)


def _near_feast(match: re.Match[str], rest: Reading) -> Reading | None:
    """The days of "kort na": two weeks; after a long holiday six, from when the first region is back."""
    if not rest.interpreted and not rest.value.is_day:
        return None
    first, last = rest.days
    long = (last - first).days > 21
    if match["side"] == "na":
        return choice(last - timedelta(13 if long else -1), last + timedelta(42 if long else 14))
    return choice(first - timedelta(14), first + timedelta(13 if long else -1))


def _steps_from(match: re.Match[str], rest: Reading) -> Reading | None:
    return None if rest.value.is_interval else shifted_by(match, rest.days, backwards=match["side"] == "voor")


_TABLE: tuple[tuple[str, str, Say], ...] = (
    ("uncertain after", r"(?P<rest>.+?)(?: ?\?| \((?:onzeker|\?|niet zeker|vermoedelijk|geschat)\))", _uncertain),
    (
        "uncertain",
        r"(?:vermoedelijk|waarschijnlijk|mogelijk|misschien|wellicht|naar schatting),? (?P<rest>.+)",
        _uncertain,
    ),
    ("around after", r"(?P<rest>.+?) \((?:ongeveer|circa|ca\.?|rond)\)", _around),
    (
        "around",
        r"(?:(?:rond(?:om)?|omstreeks|circa|ca\.?|c\.|ongeveer|plm\.?|tegen) |(?:\+ ?/ ?-|\+-|±|~) ?)(?P<rest>.+)",
        _around,
    ),
    ("somewhere", r"(?:ergens (?:in|rond)|in de loop van) (?P<rest>.+)", _somewhere),
    (
        "third",
        rf"(?:(?:aan )?het )?(?P<part>{'|'.join(_THIRDS)})(?:[- ](?:in |van |deel van )?)(?P<rest>.+)".replace(
            "[- ]", r"[-\s]"
        ),
        _third,
    ),
    ("half", r"(?P<nth>eerste|1e|tweede|2e|laatste) helft(?: van)? (?P<rest>.+)", _half),
    ("edge day", r"(?P<edge>eerste|laatste) dag van (?P<rest>.+)", _edge_day),
    ("steps from", rf"{STEP} (?P<side>na|voor) (?P<rest>.+)", _steps_from),
    ("near feast", r"(?:kort|vlak|net) (?P<side>na|voor) (?P<rest>.+)", _near_feast),
    ("filler", r"(?:in|op|de|het|'t|tijdens|gedurende|per|d\.?d\.?|datum ?:?|anno) (?P<rest>.+)", _as_it_is),
)
PHRASE_RULES: tuple[PhraseRule, ...] = tuple(PhraseRule(name, compiled(text), say) for name, text, say in _TABLE)


AND = compiled(r" en ")
_HAS_YEAR = re.compile(r"\d{4}|'$", re.ASCII)
_BETWEEN = compiled(r"ergens tussen (?P<rest>.+)")


def _somewhere_between(text: str, context: DateContext) -> Reading | None:
    """What "ergens tussen A en B" says: one of the days from the one to the other."""
    match = _BETWEEN.fullmatch(text)
    for first, last in splits(match["rest"], AND) if match else ():
        end = read_phrase(last, context)
        start = read_phrase(first, context) or (completed_start(first, end, context) if end else None)
        if start and end and start.days[0] <= end.days[1]:
            found = Reading(UncertainDate.one_of(start.days[0], end.days[1]))
            return marked(found, "?") if start.value.is_uncertain or end.value.is_uncertain else found
    return None


def splits(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Every way to cut the text at the pattern into two parts that are not empty."""
    for found in pattern.finditer(text):
        first, last = text[: found.start()].strip(), text[found.end() :].strip()
        if first and last:
            yield first, last


def completed_start(first: str, end: Reading, context: DateContext) -> Reading | None:
    """The start with the year, or the month and year, of the end; a year earlier when it would come after it."""
    last = end.value.points[-1]
    if last.precision is Precision.DAY:
        start = read_phrase(f"{first} {nl.MONTHS[last.earliest.month - 1]} {last.earliest.year:04d}", context)
        if start is not None and start.value.is_day:
            return start
    for year in (last.latest.year, last.latest.year - 1):
        start = in_year(first, year, context)
        if start is not None and start.days[0] <= end.days[0]:
            return start
    return None


def in_year(text: str, year: int, context: DateContext) -> Reading | None:
    """What the text means with this year after it; None when it says nothing more than the year."""
    if not 1 <= year <= 9999 or _HAS_YEAR.search(text):
        return None
    reading = read_phrase(f"{text} {year:04d}", context) or read_phrase(f"{text}-{year:04d}", context)
    return None if reading is None or reading.value.points[-1].precision is Precision.YEAR else reading
