"""Moving an uncertain date by hand: what a pull of so many days comes down to, in steps of the date's own precision.

The rule: nothing becomes more precise than it was. A month moves by months, a year by years, an exact day by days; of
a period the coarsest of its two points sets the pace and the other goes along by as many days. The words as written
no longer hold of what moved (`language.date_rewording` says what is left of them).
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tijdlijn.model.dates import DateError, DatePoint, Ending, Precision, UncertainDate, add_months

YEAR_DAYS = 365.2425


class Unit(StrEnum):
    """What a point moves by. `THIRD` is the third of a month, `PART` that of a year: begin, medio, eind."""

    DAY = "day"
    THIRD = "third"
    MONTH = "month"
    SEASON = "season"
    PART = "part"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"

    @property
    def days(self) -> float:
        """Its length in days, on average."""
        return _MONTHS[self] * YEAR_DAYS / 12 if self is not Unit.DAY else 1.0


_MONTHS: dict[Unit, float] = {
    Unit.DAY: 0,
    Unit.THIRD: 1 / 3,
    Unit.MONTH: 1,
    Unit.SEASON: 3,
    Unit.PART: 4,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
}


@dataclass(frozen=True, slots=True)
class Shift:
    """A date after a pull: what it became, and by how many steps of which unit. No words."""

    value: UncertainDate
    steps: int
    unit: Unit


def unit_of(point: DatePoint) -> Unit:
    """What a point moves by: the unit it is written in, or for a choice of days the unit that its days fill."""
    if point.precision is not Precision.RANGE:
        return Unit(point.precision.value)
    first, last = point.earliest, point.latest
    if not _ends_a_month(last):
        return Unit.THIRD if _third(first) is not None and _third_end(first) == last else Unit.DAY
    if first.day == 1:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        if first.month == 1 and months % 12 == 0:
            return Unit.YEAR
        return Unit.PART if months == 4 and first.month % 4 == 1 else Unit.MONTH
    return Unit.THIRD if _third(first) is not None and _third_end(first) == last else Unit.DAY


def pace_of(value: UncertainDate) -> Unit:
    """What a whole date moves by: the coarsest unit of its points."""
    return max((unit_of(point) for point in value.points), key=lambda unit: unit.days)


def shifted(point: DatePoint, steps: int) -> DatePoint:
    """The point moved by whole steps of its unit. Raises DateError outside the years 0001 to 9999."""
    unit = unit_of(point)
    if point.precision is not Precision.RANGE or unit is Unit.DAY:
        return point.shifted(steps)
    try:
        return _choice(point, *_moved_days(point.earliest, point.latest, unit, steps))
    except (ValueError, OverflowError) as error:
        raise DateError(point.edtf) from error


def moved(value: UncertainDate, days: float) -> Shift:
    """The whole date pulled by so many days, to the nearest step. Raises DateError outside the years.

    The point that goes along takes a step more where the end would else lie before the start.
    """
    lead = max(value.points, key=lambda point: unit_of(point).days)
    unit = unit_of(lead)
    steps = round(days / unit.days)
    after = shifted(lead, steps)
    by = (after.earliest - lead.earliest).days

    def along(point: DatePoint) -> DatePoint:
        return after if point is lead else shifted(point, round(by / unit_of(point).days))

    start = along(value.start) if value.start else None
    end = along(value.end) if isinstance(value.end, DatePoint) else value.end
    while start is not None and isinstance(end, DatePoint) and end.latest < start.earliest:
        start, end = (start, shifted(end, 1)) if lead is value.start else (shifted(start, -1), end)
    return Shift(_with(value, start, end), steps, unit)


def start_moved(value: UncertainDate, days: float) -> Shift:
    """Only the start pulled, never beyond the end. The start must be written."""
    start, end = value.start, value.end
    assert start is not None
    limit = end.earliest if isinstance(end, DatePoint) else None

    def fits(point: DatePoint) -> bool:
        return limit is None or point.earliest <= limit

    steps = _furthest(start, round(days / unit_of(start).days), fits, towards=1)
    return Shift(_with(value, shifted(start, steps), end), steps, unit_of(start))


def end_moved(value: UncertainDate, days: float) -> Shift:
    """Only the end pulled, never before the start. The end must be written."""
    start, end = value.start, value.end
    assert isinstance(end, DatePoint)

    def fits(point: DatePoint) -> bool:
        return start is None or point.latest >= start.latest

    steps = _furthest(end, round(days / unit_of(end).days), fits, towards=-1)
    return Shift(_with(value, start, shifted(end, steps)), steps, unit_of(end))


def ended(value: UncertainDate, end: DatePoint | Ending) -> UncertainDate:
    """The period with this end; a day before the start becomes the day of the start, which is as far as it goes."""
    start = value.start
    if isinstance(end, DatePoint) and start is not None and end.latest < start.latest:
        end = _day(start.latest)
    return _with(value, start, end)


def started(value: UncertainDate, start: DatePoint) -> UncertainDate:
    """The period with this start; a day after the end becomes the first day of the end."""
    if isinstance(value.end, DatePoint) and start.earliest > value.end.earliest:
        start = _day(value.end.earliest)
    return _with(value, start, value.end)


def _with(value: UncertainDate, start: DatePoint | None, end: DatePoint | Ending | None) -> UncertainDate:
    if end is None:
        assert start is not None
        return UncertainDate.parse(start.edtf)
    return UncertainDate.period(start, end, open_start=value.edtf.startswith(".."))


def _furthest(point: DatePoint, steps: int, fits: Callable[[DatePoint], bool], towards: int) -> int:
    """As many of the steps as fit; a step away from the other end always does."""
    if steps * towards <= 0 or fits(shifted(point, steps)):
        return steps
    low, high = 0, abs(steps)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(shifted(point, middle * towards)) else (low, middle)
    return low * towards


def _moved_days(first: date, last: date, unit: Unit, steps: int) -> tuple[date, date]:
    if unit is Unit.THIRD:
        place = _third(first)
        assert place is not None
        months, third = divmod(place + steps, 3)
        begin = add_months(first.replace(day=1), months) + timedelta(10 * third)
        return begin, _third_end(begin)
    months = round(_MONTHS[unit]) * steps
    return add_months(first, months), add_months(last + timedelta(1), months) - timedelta(1)


def _third(day: date) -> int | None:
    return {1: 0, 11: 1, 21: 2}.get(day.day)


def _third_end(first: date) -> date:
    return first + timedelta(9) if first.day < 21 else first.replace(day=_month_length(first))


def _ends_a_month(day: date) -> bool:
    return day.day == _month_length(day)


def _month_length(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _choice(like: DatePoint, first: date, last: date) -> DatePoint:
    mark = "?" if like.uncertain else ""
    start = UncertainDate.parse(f"[{first.isoformat()}{mark}..{last.isoformat()}{mark}]").start
    assert start is not None
    return start


def _day(day: date) -> DatePoint:
    start = UncertainDate.of_day(day).start
    assert start is not None
    return start
