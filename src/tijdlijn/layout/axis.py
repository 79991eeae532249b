"""Date ↔ x, and nothing else does that sum. Days are day numbers (`date.toordinal`), x is in points.

A day is as wide as `points_per_day`; the day with number `origin` begins at `left`. An entry that covers the days
a to b therefore reaches from `x(a)` to `x(b + 1)`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tijdlijn.language.calendar_nl import MONTHS, SHORT_MONTHS
from tijdlijn.model.dates import add_months

YEAR_DAYS = 365.2425
MONTH_DAYS = YEAR_DAYS / 12
LAST_DAY = date.max.toordinal()
LAST_QUARTER = date(date.max.year, 10, 1)
"""Python knows no date after the year 9999, which some registers write for "no end"."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A straight scale of time."""

    origin: int
    points_per_day: float
    left: float = 0.0

    @classmethod
    def fitting(cls, first: int, last: int, left: float, right: float) -> Axis:
        """The scale on which the days `first` to `last` fill the space between two x positions."""
        return cls(first, (right - left) / max(last + 1 - first, 1), left)

    def x(self, day: float) -> float:
        """Where a day begins."""
        return self.left + (day - self.origin) * self.points_per_day

    def day(self, x: float) -> float:
        """The day at a place, with its part of the day as fraction."""
        return self.origin + (x - self.left) / self.points_per_day


@dataclass(frozen=True, slots=True)
class Tick:
    """A division of the axis: the day on which it begins, the day after it, its label and how coarse it is."""

    day: int
    end: int
    label: str
    level: str


def year_ticks(axis: Axis, first: float, last: float, em: float = 10.0) -> Iterator[Tick]:
    """Years that touch the days `first` to `last`; each 1, 2, 5, 10 … years wide so that labels of `em` have room."""
    year_width = YEAR_DAYS * axis.points_per_day / em
    step = next((n for n in (1, 2, 5, 10, 20, 50, 100) if n * year_width >= 3.4), 200)
    year = _year(first) // step * step
    while year <= _year(last):
        start, end = date(max(year, 1), 1, 1), min(year + step, 9999)
        yield Tick(start.toordinal(), date(end, 1, 1).toordinal(), str(year), "year")
        year += step


def fine_ticks(axis: Axis, first: float, last: float, em: float = 10.0) -> Iterator[Tick]:
    """Quarters, months, weeks or days below the years, as fine as the scale has room for labels of `em`."""
    day = axis.points_per_day / em
    if day * MONTH_DAYS * 3 < 1.2:
        return
    last = min(last, LAST_DAY)
    if day >= 1.6:
        yield from _days(first, last, day)
    elif day >= 0.45:
        yield from _weeks(first, last)
    else:
        yield from _months(first, last, day * MONTH_DAYS)


def _year(day: float) -> int:
    return date.fromordinal(max(1, min(int(day), date.max.toordinal()))).year


def _first_of_month(day: float) -> date:
    return date.fromordinal(max(1, min(int(day), date.max.toordinal() - 40))).replace(day=1)


def _months(first: float, last: float, width: float) -> Iterator[Tick]:
    step = 1 if width >= 1.1 else 3
    start = _first_of_month(first)
    start = start.replace(month=(start.month - 1) // step * step + 1)
    while start.toordinal() <= last and start < LAST_QUARTER:
        end = add_months(start, step)
        yield Tick(start.toordinal(), end.toordinal(), _month_label(start.month, step, width), "month")
        start = end


def _month_label(month: int, step: int, width: float) -> str:
    if step == 3:
        return f"k{(month + 2) // 3}" if width * 3 >= 2.7 else ""
    if width >= 6.2:
        return MONTHS[month - 1]
    if width >= 2.6:
        return SHORT_MONTHS[month - 1]
    return SHORT_MONTHS[month - 1][0]


def _weeks(first: float, last: float) -> Iterator[Tick]:
    start = int(first) - (int(first) - 1) % 7
    for day in range(start, int(last) + 1, 7):
        monday = date.fromordinal(max(day, 1))
        yield Tick(day, day + 7, f"{monday.day} {SHORT_MONTHS[monday.month - 1]}", "week")


def _days(first: float, last: float, width: float) -> Iterator[Tick]:
    for number in range(int(first), int(last) + 1):
        day = date.fromordinal(max(number, 1))
        label = f"{day.day} {SHORT_MONTHS[day.month - 1]}" if width >= 4.0 else str(day.day)
        yield Tick(number, number + 1, label, "day")
