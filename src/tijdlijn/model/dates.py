"""Uncertain dates: an EDTF expression (ISO 8601-2, levels 0 and 1) is an interval of days, earliest to latest.

The rule of this module: a date is parsed once, everything below the editor works with its earliest and latest
day, and nothing ever assumes a day that was not written. Days are whole calendar days, both ends inclusive.
Years run from 0001 to 9999; negative and letter-prefixed years are refused, as no family has them.

One form of EDTF level 2 is read as well, the choice `[a..b]` ("one of the days from a to b"): "begin 2017" as the
start of a period has no form in level 1.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache


class Precision(StrEnum):
    """The unit in which a point is written. `RANGE` is the choice `[a..b]`, whose unit is a day."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"


class Ending(StrEnum):
    """What a period without an end date says of its end (or, for `UNKNOWN`, of its start)."""

    OPEN = ".."
    UNKNOWN = ""


class DateError(ValueError):
    """The text is no EDTF expression that this module reads; the message is the text itself."""


@dataclass(frozen=True, slots=True)
class DatePoint:
    """One EDTF date without an interval: the range of days it may be.

    `earliest` and `latest` already include the widening of `~` (design 1, Dates). `uncertain` is `?` or `%`,
    `approximate` is `~` or `%`.
    """

    edtf: str
    earliest: date
    latest: date
    precision: Precision
    uncertain: bool = False
    approximate: bool = False

    @property
    def is_day(self) -> bool:
        """Whether exactly one day is possible."""
        return self.earliest == self.latest

    def shifted(self, steps: int) -> DatePoint:
        """The point moved by whole units of its own precision: a month moves by months, a year by years.

        Raises DateError when that leaves the years 0001 to 9999.
        """
        return _shift_point(self, steps)


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """A moment or a period as a dossier gives it, with the words as written.

    `end` is None for a single date, a point, or an `Ending`. `start` is None only for a period whose start is
    open or unknown (`../2019`, `/2019`). `words` is empty when the expression says all there is.
    """

    edtf: str
    start: DatePoint | None
    end: DatePoint | Ending | None = None
    words: str = ""

    @classmethod
    def parse(cls, text: str, words: str = "") -> UncertainDate:
        """Read an EDTF expression. Raises DateError when it is none, or when a period ends before it starts."""
        value = _parse(text.strip())
        return replace(value, words=words) if words else value

    @classmethod
    def of_day(cls, day: date) -> UncertainDate:
        """Exactly this day."""
        return cls.parse(day.isoformat())

    @classmethod
    def one_of(cls, earliest: date, latest: date, words: str = "") -> UncertainDate:
        """One of the days from `earliest` to `latest`, which one is not known."""
        if earliest == latest:
            return cls.parse(earliest.isoformat(), words)
        return cls.parse(f"[{earliest.isoformat()}..{latest.isoformat()}]", words)

    @classmethod
    def period(
        cls, start: DatePoint | None, end: DatePoint | Ending, words: str = "", open_start: bool = False
    ) -> UncertainDate:
        """The period between two points. Raises DateError when it ends before it starts."""
        first = start.edtf if start else (".." if open_start else "")
        last = end.edtf if isinstance(end, DatePoint) else end.value
        return cls.parse(f"{first}/{last}", words)

    @property
    def is_interval(self) -> bool:
        """Whether a start and an end (possibly open or unknown) are written."""
        return self.end is not None

    @property
    def is_uncertain(self) -> bool:
        """Whether any point carries `?` or `%`."""
        return any(point.uncertain for point in self.points)

    @property
    def points(self) -> tuple[DatePoint, ...]:
        """The points that are written, start first."""
        return tuple(point for point in (self.start, self.end) if isinstance(point, DatePoint))

    @property
    def earliest(self) -> date:
        """The first day it can touch. For a period without a known start: the earliest day of its end."""
        return self.points[0].earliest

    def latest(self, reference_day: date) -> date:
        """The last day it can touch; an open or unknown end runs to the reference day, never before the start."""
        if isinstance(self.end, DatePoint):
            return self.end.latest
        assert self.start is not None
        if self.end is None:
            return self.start.latest
        return max(reference_day, self.start.latest)

    @property
    def is_day(self) -> bool:
        """Whether this is one exact, single day."""
        return self.end is None and self.start is not None and self.start.is_day

    def moved(self, steps: int) -> UncertainDate:
        """Every point moved by whole units of its own precision; the words as written no longer hold.

        Raises DateError outside the years 0001 to 9999.
        """
        return _join(
            self.start.shifted(steps) if self.start else None,
            self.end.shifted(steps) if isinstance(self.end, DatePoint) else self.end,
            self.edtf,
        )

    def with_start(self, start: DatePoint) -> UncertainDate:
        """The same with another start. Raises DateError when it would start after it ends."""
        return _join(start, self.end, self.edtf)

    def with_end(self, end: DatePoint | Ending | None) -> UncertainDate:
        """The same with another end. Raises DateError when it would end before it starts."""
        return _join(self.start, end, self.edtf)


def days_between(first: UncertainDate, second: UncertainDate, reference_day: date) -> tuple[int, int]:
    """Days from `first` to `second` as `(min, max)`; negative when the second can lie before the first."""
    least = (second.earliest - first.latest(reference_day)).days
    most = (second.latest(reference_day) - first.earliest).days
    return least, most


def add_months(day: date, months: int) -> date:
    """The same day of the month `months` later, or the month's last day when it has no such day.

    Raises DateError outside the years 0001 to 9999.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise DateError(f"{day.isoformat()} {months:+d}m")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def age_on(birth: UncertainDate, day: date) -> tuple[int, int]:
    """Completed years of life on a day, as `(min, max)` under an uncertain birth. Negative before birth."""
    born_last = birth.latest(day)
    return _years(born_last, day), _years(birth.earliest, day)


def _years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


_SEASON_START = {21: 3, 22: 6, 23: 9, 24: 12}
_UNIT_MONTHS = {
    Precision.MONTH: 1,
    Precision.SEASON: 3,
    Precision.YEAR: 12,
    Precision.DECADE: 120,
    Precision.CENTURY: 1200,
}
_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?"
    r"(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?"
    r"(?P<mark>[?~%])?",
    re.ASCII,
)
_CHOICE = re.compile(r"\[(?P<first>[^\[\]./]+)\.\.(?P<last>[^\[\]./]+)\]")


@lru_cache(maxsize=32_768)
def _parse(text: str) -> UncertainDate:
    first, slash, last = text.partition("/")
    if not slash:
        return UncertainDate(text, _parse_point(text))
    start = None if first in ("", "..") else _parse_point(first)
    end: DatePoint | Ending = Ending(last) if last in ("", "..") else _parse_point(last)
    if start is None and isinstance(end, Ending):
        raise DateError(text)
    if start is not None and isinstance(end, DatePoint) and end.latest < start.earliest:
        raise DateError(text)
    return UncertainDate(text, start, end)


def _join(start: DatePoint | None, end: DatePoint | Ending | None, like: str) -> UncertainDate:
    if end is None:
        assert start is not None
        return _parse(start.edtf)
    return UncertainDate.period(start, end, open_start=like.startswith(".."))


@lru_cache(maxsize=32_768)
def _parse_point(text: str) -> DatePoint:
    choice = _CHOICE.fullmatch(text)
    if choice:
        first, last = _parse_point(choice["first"]), _parse_point(choice["last"])
        if last.latest < first.earliest:
            raise DateError(text)
        return DatePoint(
            text,
            first.earliest,
            last.latest,
            Precision.RANGE,
            first.uncertain or last.uncertain,
            first.approximate or last.approximate,
        )
    match = _POINT.fullmatch(text)
    if match is None:
        raise DateError(text)
    try:
        earliest, latest, precision = _range(match["year"], match["month"], match["day"])
        if match["mark"] in ("~", "%"):
            earliest, latest = _widened(earliest, latest, precision)
    except (ValueError, OverflowError) as error:
        raise DateError(text) from error
    if "T" in text and precision is not Precision.DAY:
        raise DateError(text)
    return DatePoint(text, earliest, latest, precision, match["mark"] in ("?", "%"), match["mark"] in ("~", "%"))


def _range(year: str, month: str | None, day: str | None) -> tuple[date, date, Precision]:
    if year.endswith("X"):
        if month is not None:
            raise DateError(year)
        width = 10 ** year.count("X")
        first = int(year.replace("X", "0"))
        precision = Precision.DECADE if width == 10 else Precision.CENTURY
        return date(max(first, 1), 1, 1), date(first + width - 1, 12, 31), precision
    number = int(year)
    if month is None or (month == "XX" and day in (None, "XX")):
        return date(number, 1, 1), date(number, 12, 31), Precision.YEAR
    if month == "XX":
        raise DateError(year)
    if int(month) in _SEASON_START:
        if day is not None:
            raise DateError(year)
        first_month = date(number, _SEASON_START[int(month)], 1)
        return first_month, add_months(first_month, 3) - timedelta(1), Precision.SEASON
    if day is None or day == "XX":
        first_day = date(number, int(month), 1)
        return (
            first_day,
            date(number, int(month), calendar.monthrange(number, int(month))[1]),
            Precision.MONTH,
        )
    exact = date(number, int(month), int(day))
    return exact, exact, Precision.DAY


def _widened(earliest: date, latest: date, precision: Precision) -> tuple[date, date]:
    if precision is Precision.DAY:
        return earliest - timedelta(1), latest + timedelta(1)
    months = _UNIT_MONTHS[precision]
    return add_months(earliest, -months), add_months(latest + timedelta(1), months) - timedelta(1)


@lru_cache(maxsize=4_096)
def _shift_point(point: DatePoint, steps: int) -> DatePoint:
    if point.precision in (Precision.DAY, Precision.RANGE):
        return _shift_days(point, steps)
    mark = point.edtf[-1] if point.edtf[-1] in "?~%" else ""
    body = point.edtf.removesuffix(mark) if mark else point.edtf
    year = body[:4]
    try:
        if point.precision in (Precision.DECADE, Precision.CENTURY):
            width = 2 if point.precision is Precision.CENTURY else 3
            return _parse_point(f"{int(year[:width]) + steps:0{width}d}{'X' * (4 - width)}{mark}")
        if point.precision is Precision.YEAR:
            return _parse_point(f"{int(year) + steps:04d}{body[4:]}{mark}")
        if point.precision is Precision.SEASON:
            years, season = divmod(int(body[5:7]) - 21 + steps, 4)
            return _parse_point(f"{int(year) + years:04d}-{season + 21}{mark}")
        moved = add_months(date(int(year), int(body[5:7]), 1), steps)
    except (ValueError, OverflowError) as error:
        raise DateError(point.edtf) from error
    return _parse_point(moved.isoformat()[:7] + body[7:] + mark)


def _shift_days(point: DatePoint, steps: int) -> DatePoint:
    choice = _CHOICE.fullmatch(point.edtf)
    try:
        if choice:
            delta, mark = timedelta(steps), "?" if point.uncertain else ""
            return _parse_point(f"[{point.earliest + delta}{mark}..{point.latest + delta}{mark}]")
        moved = date.fromisoformat(point.edtf[:10]) + timedelta(steps)
    except OverflowError as error:
        raise DateError(point.edtf) from error
    return _parse_point(moved.isoformat() + point.edtf[10:])
