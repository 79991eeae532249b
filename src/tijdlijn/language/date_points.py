"""Dutch for one point in time, without a context: a table of patterns, each with what it means.

The patterns work on folded text (`folding.fold`) and are not anchored, so that they serve a whole field
(`fullmatch`) as well as a search in running text. In a pattern a space stands for any white space and `<name>` for
a part of `_PARTS`. Numbers are day-month-year, always. A date that the calendar does not have is not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from tijdlijn.language import calendar_nl as nl
from tijdlijn.language.readings import DateContext, Reading, choice, point
from tijdlijn.model.dates import UncertainDate, add_months

Build = Callable[[re.Match[str], DateContext], "Reading | None"]


@dataclass(frozen=True, slots=True)
class PointRule:
    """One way to write a point: its name, its pattern on folded text, and what it means (None: no such date)."""

    name: str
    pattern: re.Pattern[str]
    build: Build


def _names(names: dict[str, int] | dict[str, Callable[[int], nl.Days]]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_ORDINAL = rf"\d{{1,2}}(?:ste|de|e)|{_names(nl.ORDINALS)}|laatste"
_PARTS: dict[str, str] = {
    "weekday": r"(?:(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo)\.?,? )?",
    "weekdays": "|".join(nl.WEEKDAYS),
    "weekday_after": r"(?:,? \(?(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\)?)?",
    "d": r"(?P<d>\d{1,2})",
    "dd": rf"(?:de )?(?P<d>\d{{1,2}}(?:ste|de|e)?|{_names(nl.ORDINALS)})",
    "m": r"(?P<m>\d{1,2})",
    "month": rf"(?P<month>{_names(nl.MONTH_NUMBERS)})\.?",
    "y": r"(?P<y>\d{4})",
    "yy": r"(?P<y>\d{4}|'?\d{2})",
    "y'": r"(?P<y>\d{4}|'\d{2})",
    "y2": r"(?P<y>\d{4}|'?\d{2})(?: ?[/-] ?(?P<y2>\d{4}|'?\d{2}))?",
    "van": r"(?:(?:van|in|uit) )?(?:het (?:school)?jaar )?",
    "season": rf"(?P<season>{_names(nl.SEASON_CODES)})",
    "nth": rf"(?P<nth>{_ORDINAL})",
    "holiday": rf"(?P<holiday>{_names(nl.HOLIDAYS)})",
    "vacation": rf"(?P<holiday>{_names(nl.VACATIONS)})",
    "decade": rf"(?P<decade>{_names(nl.DECADES)}|\d{{3}}0|'?\d0)(?:er)?",
    "time": r"(?:,?(?: om)? (?P<time>\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?)(?: ?u(?:ur)?)?)?",
}


def compiled(template: str) -> re.Pattern[str]:
    """A pattern on folded text: `<name>` is a part, a space is white space."""
    filled = re.sub(r"(?<!\(\?P)<([\w']+)>", lambda part: _PARTS[part[1]], template)
    return re.compile(filled.replace(" ?", r"\s*").replace(" ", r"\s+"), re.ASCII)


def full_year(digits: str, context: DateContext) -> int:
    """Two digits become the latest such year up to ten years ahead of today; without a today up to 2049."""
    number = int(digits.lstrip("'"))
    if len(digits.lstrip("'")) > 2:
        return number
    horizon = context.today.year + 10 if context.today else 2049
    return horizon - (horizon - number) % 100


def ordinal(text: str) -> int:
    """The number of "derde", "3e" or "3", which is 3; -1 for "laatste"."""
    if text == "laatste":
        return -1
    return nl.ORDINALS.get(text) or int(re.sub(r"\D", "", text))


def _day(match: re.Match[str], context: DateContext) -> Reading:
    groups = match.groupdict()
    month = int(groups["m"]) if groups.get("m") else nl.MONTH_NUMBERS[groups["month"]]
    day = date(full_year(groups["y"], context), month, ordinal(groups["d"]))
    return point(day.isoformat(), bool((groups.get("time") or "").strip("0:.")))


def _month(match: re.Match[str], context: DateContext) -> Reading:
    groups = match.groupdict()
    month = int(groups["m"]) if groups.get("m") else nl.MONTH_NUMBERS[groups["month"]]
    if month > 12:
        raise ValueError(month)
    return point(f"{full_year(groups['y'], context):04d}-{month:02d}")


def _year(match: re.Match[str], context: DateContext) -> Reading:
    return point(f"{full_year(match['y'], context):04d}")


def _years_of(match: re.Match[str], context: DateContext, over_new_year: bool) -> int | None:
    """The (first) year written; None when a second one is written that does not follow it."""
    year = full_year(match["y"], context)
    second = match.groupdict().get("y2")
    if second and (not over_new_year or int(second.lstrip("'")) % 100 != (year + 1) % 100):
        return None
    return year


def _season(match: re.Match[str], context: DateContext) -> Reading | None:
    year = _years_of(match, context, match["season"] in nl.OVER_NEW_YEAR)
    return None if year is None else point(f"{year:04d}-{nl.SEASON_CODES[match['season']]}")


def _holiday(match: re.Match[str], context: DateContext) -> Reading | None:
    name = match["holiday"]
    year = _years_of(match, context, name in nl.OVER_NEW_YEAR)
    days = nl.HOLIDAYS.get(name) or nl.VACATIONS[name]
    return None if year is None else choice(*days(year))


def _months(year: int, first: int, count: int) -> Reading:
    start = date(year, first, 1)
    return choice(start, add_months(start, count) - timedelta(1))


def _quarter(match: re.Match[str], context: DateContext) -> Reading | None:
    number = ordinal(match["nth"])
    number = 4 if number == -1 else number
    return _months(full_year(match["y"], context), 3 * number - 2, 3) if 1 <= number <= 4 else None


def _half_year(match: re.Match[str], context: DateContext) -> Reading:
    return _months(full_year(match["y"], context), 6 * int(match["nth"]) - 5, 6)


def _week(match: re.Match[str], context: DateContext) -> Reading:
    year = full_year(match["y"], context)
    number = ordinal(match["nth"])
    return choice(*nl.week_days(year, date(year, 12, 28).isocalendar().week if number == -1 else number))


def _week_of_month(match: re.Match[str], context: DateContext) -> Reading | None:
    """A week belongs to the month of its Thursday, as an ISO week belongs to the year of its Thursday."""
    thursday = _nth_in_month(match, context, weekday=3)
    return choice(thursday - timedelta(3), thursday + timedelta(3)) if thursday else None


def _weekday_of_month(match: re.Match[str], context: DateContext) -> Reading | None:
    day = _nth_in_month(match, context, nl.WEEKDAYS.index(match["named"]))
    return choice(day, day) if day else None


def _nth_in_month(match: re.Match[str], context: DateContext, weekday: int) -> date | None:
    first = date(full_year(match["y"], context), nl.MONTH_NUMBERS[match["month"]], 1)
    number = ordinal(match["nth"])
    if number == -1:
        last = add_months(first, 1) - timedelta(1)
        return last - timedelta((last.weekday() - weekday) % 7)
    day = nl.first_weekday(first.year, first.month, weekday, number)
    return day if number >= 1 and day.month == first.month else None


def _decade(match: re.Match[str], _context: DateContext) -> Reading:
    word = match["decade"].lstrip("'")
    if word.isdigit() and len(word) == 4:
        return point(f"{word[:3]}X")
    year = nl.DECADES.get(word) or (int(word) + (1900 if int(word) >= 30 else 2000))
    return point(f"{year // 10:03d}X")


def _school_year(match: re.Match[str], context: DateContext) -> Reading | None:
    year = full_year(match["y"], context)
    if int(match["y2"].lstrip("'")) % 100 != (year + 1) % 100:
        return None
    first, last = nl.school_year(year)
    return Reading(UncertainDate.parse(f"{first}/{last}"), True)


def _century(match: re.Match[str], _context: DateContext) -> Reading:
    return point(f"{int(match['y']) // 100:02d}XX")


_TABLE: tuple[tuple[str, str, Build], ...] = (
    ("day-month-year", r"<weekday><d> ?[-/.] ?<m>(?: ?[-/.] ?|,? )<yy><time>", _day),
    (
        "day month year",
        r"<weekday><dd>[-/.\s]{0,2}(?:van )?<month>[-/.,\s]{0,2}(?:van )?<yy><time><weekday_after>",
        _day,
    ),
    ("month day, year", r"<weekday><month> <dd>,? <y>", _day),
    ("year-month-day", r"<y> ?[-/.] ?<m> ?[-/.] ?<d><time>", _day),
    ("year-month-day hour", r"<y>-<m>-<d>(?:t| )(?P<time>\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)", _day),
    ("month year", r"(?:de maand )?<month>[-/.,]? ?<van><y'>", _month),
    ("m-'yy", r"<m>-(?P<y>'\d{2})", _month),
    ("month-yy", r"<month>-(?P<y>\d{2})", _month),
    ("year month", r"<y>[-/.,]? ?<month>", _month),
    ("m-year", r"<m> ?[-/.] ?<y>", _month),
    ("year-m", r"<y> ?[-/.] ?<m>", _month),
    ("year", r"(?:(?:het )?jaar |anno )?<y'>", _year),
    ("season", r"<season>[-\s]?<van><y2>", _season),
    ("year season", r"<y>[-\s]?<season>", _season),
    ("holiday", r"<holiday> <van><y2>", _holiday),
    ("vacation", r"<vacation> <van><y2>", _holiday),
    ("nth quarter", r"<nth> kwartaal <van><yy>", _quarter),
    ("quarter n", r"(?:q|k|kw|kwartaal) ?(?P<nth>[1-4])[-\s/]?<van><yy>", _quarter),
    ("year quarter n", r"<y>[-\s/]?(?:q|k|kw|kwartaal) ?(?P<nth>[1-4])", _quarter),
    ("half n", r"h(?P<nth>[12])[-\s/]?<yy>", _half_year),
    ("week n", r"(?:week|wk)\.? ?(?P<nth>\d{1,2})[-/,.\s]{1,2}<van><y'>", _week),
    ("year week n", r"<y>(?:-?w| (?:week|wk)\.? ?)(?P<nth>\d{1,2})", _week),
    ("nth week", r"<nth> week <van><y>", _week),
    ("nth week of month", r"<nth> (?:volle )?week <van><month> <y>", _week_of_month),
    ("nth weekday of month", r"<nth> (?P<named><weekdays>) <van><month> <y>", _weekday_of_month),
    ("decade", r"jaren <decade>", _decade),
    ("decade of last century", r"jaren <decade> van de vorige eeuw", _decade),
    ("school year", r"(?:school|cursus)-?jaar (?P<y>\d{4}|'?\d{2}) ?[-/] ?(?P<y2>\d{4}|'?\d{2})", _school_year),
    ("school year short", r"schooljr?\.? (?P<y>\d{4}|'?\d{2}) ?[-/] ?(?P<y2>\d{4}|'?\d{2})", _school_year),
    ("century", r"ergens in (?P<y>\d\d00)-\d\d99", _century),
)
POINT_RULES: tuple[PointRule, ...] = tuple(PointRule(name, compiled(text), build) for name, text, build in _TABLE)


def read_point(text: str, context: DateContext) -> Reading | None:
    """The point that the whole of this folded text is, or None. Raises nothing."""
    for rule in POINT_RULES:
        match = rule.pattern.fullmatch(text)
        if match is None:
            continue
        try:
            reading = rule.build(match, context)
        except (ValueError, OverflowError):
            continue
        if reading is not None:
            return reading
    return None
