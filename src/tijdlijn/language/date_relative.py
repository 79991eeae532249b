"""Dutch that leans on something else: today, the entry before, a birth. Without that anchor nothing is read.

What leans on today is written out at once ("gisteren" would lie tomorrow); what leans on the entry before or on a
birth keeps its words. Precision follows the phrase: "twee weken later" than a day is a day, "drie maanden later"
is a month, and an age is the year between two birthdays.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from tijdlijn.language import calendar_nl as nl
from tijdlijn.language.date_points import compiled, ordinal
from tijdlijn.language.readings import DateContext, Reading, choice, point
from tijdlijn.model.dates import UncertainDate, add_months
from tijdlijn.model.school import first_school_year


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A phrase with its anchor filled in, still to be read. `keeps_words`: the result is an interpretation."""

    text: str
    keeps_words: bool


Relative = Callable[[re.Match[str], DateContext], "Reading | None"]
_COUNT = rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(nl.CARDINALS, key=len, reverse=True))}|half|anderhalf)"
_UNIT = r"(?P<unit>dagen|dag|weken|week|maanden|maand|kwartaal|jaren|jaar)"
STEP = f"{_COUNT} {_UNIT}"
"""A count and a unit in a pattern: "twee weken"."""
_LATER = "later|erna|daarna|nadien|daarop|erop"
_EARLIER = "eerder|ervoor|daarvoor|tevoren|voordien"
_WHO = "(?:zijn|haar|hun|diens|de)"
_MONTHS_IN = {"maand": 1, "kwartaal": 3, "jaar": 12}


def count(word: str) -> int:
    """The number of "twee" or "2"."""
    return nl.CARDINALS.get(word) or int(word)


def _unit(word: str) -> str:
    return {"dagen": "dag", "weken": "week", "maanden": "maand", "jaren": "jaar"}.get(word, word)


def _steps(n: str | None, unit: str) -> tuple[int, str] | None:
    """How many of which unit; half a year is six months. None for half a week and the like."""
    if n in ("half", "anderhalf"):
        months = _MONTHS_IN.get(unit, 0) * (1 if n == "half" else 3)
        return (months // 2, "maand") if months and months % 2 == 0 else None
    return (count(n) if n else 1), unit


def _previous_days(context: DateContext) -> tuple[date, date] | None:
    """The days of the end of what went before; of its start while that has no known end."""
    if context.previous is None:
        return None
    last = context.previous.points[-1]
    return last.earliest, last.latest


def _single_year(context: DateContext) -> int | None:
    days = _previous_days(context)
    return days[0].year if days and days[0].year == days[1].year else None


def _shifted(days: tuple[date, date], steps: int, unit: str) -> Reading:
    first, last = days
    if unit in ("dag", "week"):
        delta = timedelta(steps * (7 if unit == "week" else 1))
        return choice(first + delta, last + delta)
    months = steps * _MONTHS_IN[unit]
    low, high = add_months(first.replace(day=1), months), add_months(last.replace(day=1), months + 1) - timedelta(1)
    if (low.year, low.month) == (high.year, high.month):
        return point(low.isoformat()[:7], True)
    if (low.month, high.month) == (1, 12) and low.year == high.year:
        return point(f"{low.year:04d}", True)
    return choice(low, high)


def shifted_by(match: re.Match[str], days: tuple[date, date], backwards: bool) -> Reading | None:
    """The days moved by what the parts of `STEP` in the match say."""
    steps = _steps(match.groupdict().get("n"), _unit(match["unit"]))
    return None if steps is None else _shifted(days, -steps[0] if backwards else steps[0], steps[1])


def _after_previous(match: re.Match[str], context: DateContext) -> Reading | None:
    days = _previous_days(context)
    backwards = match.groupdict().get("side") in _EARLIER.split("|")
    return shifted_by(match, days, backwards) if days else None


def _same_day(_match: re.Match[str], context: DateContext) -> Reading | None:
    days = _previous_days(context)
    return choice(*days) if days else None


def _later_that_year(_match: re.Match[str], context: DateContext) -> Reading | None:
    days, year = _previous_days(context), _single_year(context)
    if days is None or year is None:
        return None
    first = min(days[0] + timedelta(1), date(year, 12, 31))
    return choice(first, date(year, 12, 31))


def _ago(match: re.Match[str], context: DateContext) -> Reading | None:
    steps = _steps(match["n"], _unit(match["unit"]))
    if context.today is None or steps is None:
        return None
    if steps[1] == "jaar":
        return point(f"{context.today.year - steps[0]:04d}")
    return Reading(_shifted((context.today, context.today), -steps[0], steps[1]).value)


def _near_today(match: re.Match[str], context: DateContext) -> Reading | None:
    offset = {"eergisteren": -2, "gisteren": -1, "morgen": 1, "overmorgen": 2}.get(match["day"], 0)
    return point((context.today + timedelta(offset)).isoformat()) if context.today else None


def _week_near_today(match: re.Match[str], context: DateContext) -> Reading | None:
    if context.today is None:
        return None
    offset = {"vorige": -1, "afgelopen": -1, "volgende": 1}.get(match["which"], 0)
    monday = context.today - timedelta(context.today.weekday() - 7 * offset)
    return Reading(UncertainDate.one_of(monday, monday + timedelta(6)))


def of_age(birth: UncertainDate, low_months: int, months: int) -> Reading:
    """The days on which somebody is `low_months` old, until `months` later, whatever day the birth was."""
    born_first, born_last = birth.points[0].earliest, birth.points[0].latest
    return choice(add_months(born_first, low_months), add_months(born_last, low_months + months) - timedelta(1))


def _age(match: re.Match[str], context: DateContext) -> Reading | None:
    word = match["n"]
    years = count(word) if word in nl.CARDINALS or word.isdigit() else ordinal(word)
    return of_age(context.birth, 12 * years, 12) if context.birth and 0 <= years < 120 else None


def _birthday(match: re.Match[str], context: DateContext) -> Reading | None:
    if context.birth is None:
        return None
    born, months = context.birth.points[0], 12 * ordinal(match["n"])
    return choice(add_months(born.earliest, months), add_months(born.latest, months))


def _year_of_life(match: re.Match[str], context: DateContext) -> Reading | None:
    years = ordinal(match["n"]) - 1
    return of_age(context.birth, 12 * years, 12) if context.birth and years >= 0 else None


def _months_old(match: re.Match[str], context: DateContext) -> Reading | None:
    return of_age(context.birth, count(match["n"]), 1) if context.birth else None


def _birth(_match: re.Match[str], context: DateContext) -> Reading | None:
    return Reading(context.birth, True) if context.birth else None


def school_group_days(birth: UncertainDate, group: int) -> tuple[date, date]:
    """The days on which a child can be in groep 1–8; 9 is the brugklas, 10 klas 2 (design 1, Dates).

    Groep 1 is the first school year (1 August to 31 July) that starts on or after the 4th birthday.
    """
    born = birth.points[0]
    first, _ = nl.school_year(first_school_year(born.earliest) + group - 1)
    _, last = nl.school_year(first_school_year(born.latest) + group - 1)
    return first, last


def _school_group(match: re.Match[str], context: DateContext) -> Reading | None:
    groups = match.groupdict()
    number = (
        ordinal(groups["group"]) if groups.get("group") else 8 + (ordinal(groups["klas"]) if groups.get("klas") else 1)
    )
    if context.birth is None or not 1 <= number <= 14:
        return None
    return choice(*school_group_days(context.birth, number), extent=True)


_CARDINAL = rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(nl.CARDINALS, key=len, reverse=True))})"
_NTH = rf"(?P<n>\d{{1,3}}(?:ste|de|e)|{'|'.join(sorted(nl.ORDINALS, key=len, reverse=True))})"
_GROUP = rf"(?P<group>[1-8]|{'|'.join(list(nl.CARDINALS)[:8])})"
_KLAS = r"(?P<klas>[1-6])"
_KLAS_NTH = r"(?P<klas>[1-6]e|eerste|tweede|derde|vierde|vijfde|zesde)"
_TABLE: tuple[tuple[str, Relative], ...] = (
    (rf"(?:een |na )?{STEP} (?P<side>{_LATER}|{_EARLIER})", _after_previous),
    (rf"na {STEP}", _after_previous),
    (rf"(?:de|het) {_UNIT} (?P<side>{_LATER}|{_EARLIER})", _after_previous),
    (r"(?:de )?volgende (?P<unit>dag)", _after_previous),
    (r"(?:op )?(?:dezelfde|diezelfde|die) dag", _same_day),
    (r"later (?:in )?(?:dat|datzelfde|hetzelfde) jaar", _later_that_year),
    (rf"(?:een )?{STEP} geleden", _ago),
    (r"(?P<day>heden|nu|vandaag|gisteren|eergisteren|morgen|overmorgen)", _near_today),
    (r"(?P<which>vorige|afgelopen|deze|volgende) week", _week_near_today),
    (rf"(?:op )?(?:{_WHO} )?{_CARDINAL}-?jarige leeftijd", _age),
    (rf"op (?:{_WHO} |een )?leeftijd van {_CARDINAL}(?: jaar)?", _age),
    (rf"op (?:zijn|haar|hun|diens|z'n|d'r) {_NTH}", _age),
    (rf"op (?:zijn|haar|hun|diens|z'n|d'r) {_NTH} verjaardag", _birthday),
    (rf"(?:toen|als) (?:hij|ze|zij|[^\W\d]+) {_CARDINAL}(?: jaar)?(?: oud)? (?:was|is|werd)", _age),
    (rf"(?:met |op )?{_CARDINAL} jaar(?: oud)?", _age),
    (rf"in (?:zijn|haar|hun|het) {_NTH} levensjaar", _year_of_life),
    (rf"(?:toen (?:hij|ze|zij) )?{_CARDINAL} maanden(?: oud)?(?: was)?", _months_old),
    (r"(?:bij|rond|op|sinds|vanaf) (?:de |zijn |haar )?geboorte(?:dag)?", _birth),
    (rf"(?:in )?groep {_GROUP}", _school_group),
    (rf"(?:in )?(?:de )?(?:brugklas|klas {_KLAS})", _school_group),
    (rf"(?:in )?(?:de )?{_KLAS_NTH} klas", _school_group),
)
_RULES: tuple[tuple[re.Pattern[str], Relative], ...] = tuple((compiled(text), build) for text, build in _TABLE)


def read_relative(text: str, context: DateContext) -> Reading | None:
    """What the whole of this folded text means in this context, or None. Raises nothing."""
    for pattern, build in _RULES:
        match = pattern.fullmatch(text)
        if match is None:
            continue
        try:
            reading = build(match, context)
        except (ValueError, OverflowError):
            continue
        if reading is not None:
            return reading
    return None


_THAT_YEAR = compiled(r"\b(?:van |in )?(?:dat|datzelfde|hetzelfde) jaar\b")
_NEXT_TO_THAT_YEAR = compiled(rf"\b(?:van |in )?het jaar (?P<side>{_LATER}|{_EARLIER})\b")
_THAT_MONTH = compiled(r"\b(?:van |in )?(?:die|diezelfde|dezelfde) maand\b")
_THAT_SEASON = compiled(
    r"\b(?:die|diezelfde|dezelfde|dat|datzelfde) (?P<season>lente|voorjaar|zomer|herfst|najaar|winter)\b"
)
_NEAR_YEAR = compiled(r"\b(?:van |in )?(?P<which>vorig|dit|volgend|afgelopen) jaar\b")
_NEAR_MONTH = compiled(r"\b(?:van |in )?(?P<which>vorige|deze|volgende|afgelopen) maand\b")
_LAST_NAMED = compiled(r"\b(?:vorige|afgelopen) (?P<name><month>|<season>)(?!\w)")
_OFFSETS = {"vorig": -1, "afgelopen": -1, "vorige": -1, "dit": 0, "deze": 0, "volgend": 1, "volgende": 1}


def rewritten(text: str, context: DateContext) -> Rewritten | None:
    """The phrase with "dat jaar", "vorige maand" and the like written out; None when it has none, or no anchor."""
    for rewrite in (_with_previous, _with_today):
        found = rewrite(text, context)
        if found is not None and found.text != text:
            return found
    return None


def _with_previous(text: str, context: DateContext) -> Rewritten | None:
    days, year = _previous_days(context), _single_year(context)
    if days is None or year is None:
        return None
    beside = _NEXT_TO_THAT_YEAR.search(text)
    if beside:
        text = text.replace(beside[0], f"{year + (-1 if beside['side'] in _EARLIER.split('|') else 1)}")
    text = _THAT_YEAR.sub(str(year), text)
    text = _THAT_SEASON.sub(lambda found: f"{found['season']} {year}", text)
    if days[0].month == days[1].month:
        text = _THAT_MONTH.sub(f"{nl.MONTHS[days[0].month - 1]} {year}", text)
    return Rewritten(text, keeps_words=True)


def _with_today(text: str, context: DateContext) -> Rewritten | None:
    today = context.today
    if today is None:
        return None
    text = _NEAR_YEAR.sub(lambda found: str(today.year + _OFFSETS[found["which"]]), text)

    def month(found: re.Match[str]) -> str:
        moved = add_months(today.replace(day=1), _OFFSETS[found["which"]])
        return f"{nl.MONTHS[moved.month - 1]} {moved.year}"

    text = _NEAR_MONTH.sub(month, text)
    return Rewritten(_LAST_NAMED.sub(lambda found: _most_recent(found["name"], today), text), keeps_words=False)


def _most_recent(name: str, today: date) -> str:
    month = nl.MONTH_NUMBERS.get(name.rstrip(".")) or {21: 3, 22: 6, 23: 9, 24: 12}[nl.SEASON_CODES[name]]
    return f"{name} {today.year if month < today.month else today.year - 1}"
