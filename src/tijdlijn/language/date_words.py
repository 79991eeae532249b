"""A date said in Dutch (design 1, Dates). `read` gives back the same days from what `write` says.

A choice of days is said as "ergens tussen": in whole years or months where it falls on them.
"""

from __future__ import annotations

import calendar
from datetime import date

from tijdlijn.language import calendar_nl as nl
from tijdlijn.model.dates import DatePoint, Ending, Precision, UncertainDate

UNKNOWN_DATE = "datum onbekend"
DAYS_PER_MONTH = 365.2425 / 12


def write(value: UncertainDate) -> str:
    """The date in Dutch, as in the table of design 1: "van oktober 2019 tot en met maart 2020"."""
    if value.start is None:
        assert isinstance(value.end, DatePoint)
        return f"tot en met {_said(value.end)} (begin {'open' if value.edtf.startswith('..') else 'onbekend'})"
    start = _said(value.start)
    if value.end is None:
        return start
    if value.end is Ending.OPEN:
        return f"sinds {start} (loopt nog)"
    if value.end is Ending.UNKNOWN:
        return f"vanaf {start} (einde onbekend)"
    assert isinstance(value.end, DatePoint)
    return f"van {start} tot en met {_said(value.end)}"


def shown(value: UncertainDate | None) -> str:
    """What a reader sees: the words as written where there are any, else `write`; "datum onbekend" for None."""
    if value is None:
        return UNKNOWN_DATE
    return value.words or write(value)


def write_short(value: UncertainDate) -> str:
    """The date for a narrow label: "mrt 2019", "okt 2019 – mrt 2020", "sinds okt 2019", "ca. 2015", "mrt 2019?"."""
    if value.start is None:
        assert isinstance(value.end, DatePoint)
        return f"t/m {_short(value.end)}"
    start = _short(value.start)
    if value.end is None:
        return start
    if isinstance(value.end, Ending):
        return f"{'sinds' if value.end is Ending.OPEN else 'vanaf'} {start}"
    end = _short(value.end)
    if _plain_day(value.start) and _plain_day(value.end):
        return write_period(value.start.earliest, value.end.earliest, nl.SHORT_MONTHS)
    return f"{start} – {end}"


def write_day(day: date, months: tuple[str, ...] = nl.MONTHS) -> str:
    """A day in full: "12 maart 2019"."""
    return f"{day.day} {months[day.month - 1]} {day.year}"


def write_period(first: date, last: date, months: tuple[str, ...] = nl.MONTHS) -> str:
    """A run of days, "20 september – 29 oktober 2021": what both days share is said once."""
    if first == last:
        return write_day(first, months)
    if first.year != last.year:
        return f"{write_day(first, months)} – {write_day(last, months)}"
    month = "" if first.month == last.month else f" {months[first.month - 1]}"
    return f"{first.day}{month} – {write_day(last, months)}"


def write_duration(days: int) -> str:
    """A number of days as people say it: "12 dagen", "3 weken", "5 maanden", "2 jaar en 4 maanden".

    Days up to 13, whole weeks up to 60 days, then whole months of 30.4 days, from 12 of them years and months;
    each rounded to the nearest. Negative counts as positive.
    """
    days = abs(days)
    if days < 14:
        return _counted(days, "dag", "dagen")
    if days < 61:
        return _counted(round(days / 7), "week", "weken")
    years, months = divmod(round(days / DAYS_PER_MONTH), 12)
    parts = [f"{years} jaar"] if years else []
    if months:
        parts.append(_counted(months, "maand", "maanden"))
    return " en ".join(parts)


def weekday(day: date) -> str:
    """The day of the week: "maandag" to "zondag"."""
    return nl.WEEKDAYS[day.weekday()]


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _said(point: DatePoint) -> str:
    around = "rond " if point.approximate and point.precision is not Precision.RANGE else ""
    return f"{around}{_body(point)}{' (onzeker)' if point.uncertain else ''}"


def _short(point: DatePoint) -> str:
    around = "ca. " if point.approximate and point.precision is not Precision.RANGE else ""
    body = _body(point, nl.SHORT_MONTHS).removeprefix("ergens in ").removeprefix("ergens ")
    return f"{around}{body}{'?' if point.uncertain else ''}"


def _plain_day(point: DatePoint) -> bool:
    return point.precision is Precision.DAY and not point.approximate and not point.uncertain


def _body(point: DatePoint, months: tuple[str, ...] = nl.MONTHS) -> str:
    if point.precision is Precision.RANGE:
        return _choice(point.earliest, point.latest, months)
    if point.precision is Precision.DAY:
        return write_day(date.fromisoformat(point.edtf[:10]), months)
    if point.precision is Precision.DECADE:
        return f"jaren {_DECADE_NAMES.get(point.edtf[:3], point.edtf[:3] + '0')}"
    if point.precision is Precision.CENTURY:
        return f"ergens in {point.edtf[:2]}00–{point.edtf[:2]}99"
    somewhere = "ergens in " if "XX" in point.edtf else ""
    year = point.edtf[:4]
    if point.precision is Precision.YEAR:
        return f"{somewhere}{year}"
    number = int(point.edtf[5:7])
    if point.precision is Precision.MONTH:
        return f"{somewhere}{months[number - 1]} {year}"
    return f"{nl.SEASONS[number]} {year}" + (f"/{int(year) + 1:04d}" if number == 24 else "")


_DECADE_NAMES = {str(year)[:3]: name for name, year in nl.DECADES.items()}


def _choice(first: date, last: date, months: tuple[str, ...]) -> str:
    if first == last:
        return write_day(first, months)
    whole_months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole_months and (first.month, last.month) == (1, 12):
        return (
            f"ergens in {first.year:04d}"
            if first.year == last.year
            else f"ergens tussen {first.year:04d} en {last.year:04d}"
        )
    same_year = first.year == last.year
    if not whole_months:
        begin, _, end = write_period(first, last, months).partition(" – ")
        return f"ergens tussen {begin} en {end}"
    end = f"{months[last.month - 1]} {last.year:04d}"
    if same_year and first.month == last.month:
        return f"ergens in {end}"
    return f"ergens tussen {months[first.month - 1]}{'' if same_year else f' {first.year:04d}'} en {end}"
