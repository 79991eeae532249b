"""What reading a date gives on the way: a value and whether it is an interpretation of the words.

Shared by the rules for points, relative phrases and spans. A choice is one of its days; `extent` keeps the sharp
ends of what is a choice as a moment but has its own first and last day as the end of a period ("groep 4").
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tijdlijn.model.dates import DatePoint, Ending, Precision, UncertainDate, add_months


@dataclass(frozen=True, slots=True)
class DateContext:
    """What a phrase may lean on: today, the date of the entry before it, the birth of the person it is about."""

    today: date | None = None
    previous: UncertainDate | None = None
    birth: UncertainDate | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A date as read. `interpreted`: the words say it otherwise than `write` would, so they are kept."""

    value: UncertainDate
    interpreted: bool = False
    extent: tuple[date, date] | None = None

    @property
    def as_start(self) -> DatePoint | None:
        """The point at which a period that starts here starts."""
        return day_point(self.extent[0]) if self.extent else self.value.start

    @property
    def as_end(self) -> DatePoint | Ending | None:
        """The point at which a period that ends here ends."""
        if self.extent:
            return day_point(self.extent[1])
        return self.value.start if self.value.end is None else self.value.end

    @property
    def days(self) -> tuple[date, date]:
        """The first and last day that is written; an open end adds nothing."""
        return self.value.earliest, max(point.latest for point in self.value.points)


def point(edtf: str, interpreted: bool = False) -> Reading:
    """The reading of an EDTF expression. Raises DateError."""
    return Reading(UncertainDate.parse(edtf), interpreted)


def day_point(day: date) -> DatePoint:
    """Exactly this day."""
    (only,) = UncertainDate.of_day(day).points
    return only


def choice(first: date, last: date, extent: bool = False) -> Reading:
    """One of the days from `first` to `last`, as an interpretation."""
    return Reading(UncertainDate.one_of(first, last), True, (first, last) if extent else None)


def marked(reading: Reading, mark: str) -> Reading:
    """The same with every point uncertain (`?`) or approximate (`~`). Raises DateError outside all years."""
    value = reading.value
    start = _marked_edtf(value.start, mark) if value.start else None
    if value.end is None:
        assert start is not None
        return Reading(UncertainDate.parse(start), reading.interpreted)
    first = start if start is not None else value.edtf.partition("/")[0]
    last = value.end.value if isinstance(value.end, Ending) else _marked_edtf(value.end, mark)
    return Reading(UncertainDate.parse(f"{first}/{last}"), reading.interpreted)


def _marked_edtf(value: DatePoint, mark: str) -> str:
    if value.precision is Precision.RANGE:
        return _marked_choice(value, mark)
    old = value.edtf[-1] if value.edtf[-1] in "?~%" else ""
    return value.edtf.removesuffix(old) + (mark if old in ("", mark) else "%")


def _marked_choice(value: DatePoint, mark: str) -> str:
    if mark == "?":
        return f"[{value.earliest}?..{value.latest}?]"
    first, last = widened(value.earliest, value.latest)
    return f"[{first}..{last}]"


def widened(first: date, last: date) -> tuple[date, date]:
    """The days of "rond" a run of days: a week on both sides of a fortnight or less, else a month. Raises DateError."""
    if (last - first).days < 21:
        try:
            return first - timedelta(7), last + timedelta(7)
        except OverflowError:
            return first, last
    return add_months(first, -1), add_months(last + timedelta(1), 1) - timedelta(1)
