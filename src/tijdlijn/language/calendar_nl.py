"""The Dutch calendar as data: names of months, days, seasons and numbers, the feast days and the school holidays.

School holidays differ by region and year, so each is a choice: the days on which it can fall in any region.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

MONTHS: tuple[str, ...] = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
SHORT_MONTHS: tuple[str, ...] = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
WEEKDAYS: tuple[str, ...] = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

MONTH_NUMBERS: dict[str, int] = {
    **{name: number for number, name in enumerate(MONTHS, 1)},
    **{name: number for number, name in enumerate(SHORT_MONTHS, 1)},
    "febr": 2,
    "maa": 3,
    "mar": 3,
    "sept": 9,
    "oct": 10,
}
SEASON_CODES: dict[str, int] = {
    "lente": 21,
    "voorjaar": 21,
    "zomer": 22,
    "herfst": 23,
    "najaar": 23,
    "winter": 24,
}
SEASONS: dict[int, str] = {21: "voorjaar", 22: "zomer", 23: "najaar", 24: "winter"}
"""The names written for the EDTF seasons."""

_CARDINALS = (
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien"
    " achttien negentien twintig eenentwintig tweeentwintig drieentwintig vierentwintig"
)
CARDINALS: dict[str, int] = {word: number for number, word in enumerate(_CARDINALS.split(), 1)}
_ORDINALS = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende"
    " vijftiende zestiende zeventiende achttiende negentiende twintigste eenentwintigste tweeentwintigste"
    " drieentwintigste vierentwintigste vijfentwintigste zesentwintigste zevenentwintigste achtentwintigste"
    " negenentwintigste dertigste eenendertigste"
)
ORDINALS: dict[str, int] = {word: number for number, word in enumerate(_ORDINALS.split(), 1)}
_TWENTIETH = "dertig veertig vijftig zestig zeventig tachtig negentig"
DECADES: dict[str, int] = {
    **{word: 1930 + 10 * step for step, word in enumerate(_TWENTIETH.split())},
    "nul": 2000,
    "tien": 2010,
    "twintig": 2020,
}
"""What "jaren tachtig" means to people of today."""

Days = tuple[date, date]


def easter(year: int) -> date:
    """Easter Sunday (Gregorian computus, after Meeus)."""
    century = year // 100
    leap = century - century // 4 - (8 * century + 13) // 25
    epact = (19 * (year % 19) + leap + 15) % 30
    epact -= epact // 28 * (1 - 29 // (epact + 1) * ((21 - year % 19) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def first_weekday(year: int, month: int, weekday: int, nth: int = 1) -> date:
    """The nth Monday (0) to Sunday (6) of a month."""
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _kings_day(year: int) -> date:
    """Koninginnedag on 30 April until 2013, Koningsdag on 27 April after it; moved off a Sunday."""
    day, aside = (date(year, 4, 30), 1 if year < 1980 else -1) if year < 2014 else (date(year, 4, 27), -1)
    return day + timedelta(aside) if day.weekday() == 6 else day


def _fixed(month: int, day: int, length: int = 1) -> Callable[[int], Days]:
    return lambda year: (date(year, month, day), date(year, month, day) + timedelta(length - 1))


def _after_easter(days: int, length: int = 1) -> Callable[[int], Days]:
    def holiday(year: int) -> Days:
        first = easter(year) + timedelta(days)
        return first, first + timedelta(length - 1)

    return holiday


def _one(day_of: Callable[[int], date]) -> Callable[[int], Days]:
    return lambda year: (day_of(year), day_of(year))


HOLIDAYS: dict[str, Callable[[int], Days]] = {
    "nieuwjaarsdag": _fixed(1, 1),
    "nieuwjaar": _fixed(1, 1),
    "driekoningen": _fixed(1, 6),
    "valentijnsdag": _fixed(2, 14),
    "carnaval": _after_easter(-49, 3),
    "aswoensdag": _after_easter(-46),
    "palmzondag": _after_easter(-7),
    "witte donderdag": _after_easter(-3),
    "goede vrijdag": _after_easter(-2),
    "pasen": _after_easter(0),
    "eerste paasdag": _after_easter(0),
    "tweede paasdag": _after_easter(1),
    "paasdagen": _after_easter(0, 2),
    "paasvakantie": _after_easter(-3, 12),
    "pinksterdagen": _after_easter(49, 2),
    "paasweekend": _after_easter(-2, 4),
    "hemelvaartsdag": _after_easter(39),
    "hemelvaart": _after_easter(39),
    "pinksteren": _after_easter(49),
    "eerste pinksterdag": _after_easter(49),
    "tweede pinksterdag": _after_easter(50),
    "pinksterweekend": _after_easter(48, 3),
    "koningsdag": _one(_kings_day),
    "koninginnedag": _one(_kings_day),
    "dodenherdenking": _fixed(5, 4),
    "bevrijdingsdag": _fixed(5, 5),
    "moederdag": _one(lambda year: first_weekday(year, 5, 6, 2)),
    "vaderdag": _one(lambda year: first_weekday(year, 6, 6, 3)),
    "prinsjesdag": _one(lambda year: first_weekday(year, 9, 1, 3)),
    "dierendag": _fixed(10, 4),
    "halloween": _fixed(10, 31),
    "allerheiligen": _fixed(11, 1),
    "allerzielen": _fixed(11, 2),
    "sint maarten": _fixed(11, 11),
    "sint-maarten": _fixed(11, 11),
    "sinterklaas": _fixed(12, 5),
    "sinterklaasavond": _fixed(12, 5),
    "pakjesavond": _fixed(12, 5),
    "kerstavond": _fixed(12, 24),
    "kerstmis": _fixed(12, 25, 2),
    "kerst": _fixed(12, 25, 2),
    "kerstdagen": _fixed(12, 25, 2),
    "eerste kerstdag": _fixed(12, 25),
    "tweede kerstdag": _fixed(12, 26),
    "kerstnacht": _fixed(12, 24),
    "oudjaarsdag": _fixed(12, 31),
    "oudjaarsavond": _fixed(12, 31),
    "oudejaarsdag": _fixed(12, 31),
    "oudejaarsavond": _fixed(12, 31),
    "nieuwjaarsnacht": _fixed(1, 1),
    "oudjaar": _fixed(12, 31),
    "oud en nieuw": _fixed(12, 31, 2),
    "jaarwisseling": _fixed(12, 31, 2),
}
HOLIDAYS |= {
    f"{place} {day}": HOLIDAYS[f"{name} {day}"]
    for place, name in (("1e", "eerste"), ("2e", "tweede"))
    for day in ("paasdag", "pinksterdag", "kerstdag")
}
"""The days of a feast in a year; one of several days is a choice."""


def _christmas_holidays(year: int) -> Days:
    first = date(year, 12, 19) + timedelta((5 - date(year, 12, 19).weekday()) % 7)
    return first, first + timedelta(15)


def _summer_holidays(year: int) -> Days:
    first = date(year, 7, 4) + timedelta((5 - date(year, 7, 4).weekday()) % 7)
    return first, first + timedelta(57)


def _within(first: tuple[int, int], last: tuple[int, int]) -> Callable[[int], Days]:
    return lambda year: (date(year, *first), date(year, *last))


VACATIONS: dict[str, Callable[[int], Days]] = {
    "kerstvakantie": _christmas_holidays,
    "voorjaarsvakantie": _within((2, 10), (3, 10)),
    "krokusvakantie": _within((2, 10), (3, 10)),
    "meivakantie": _within((4, 20), (5, 12)),
    "zomervakantie": _summer_holidays,
    "grote vakantie": _summer_holidays,
    "herfstvakantie": _within((10, 10), (11, 3)),
}
"""The days on which a school holiday can fall, over all regions."""

OVER_NEW_YEAR = frozenset({"kerstvakantie", "oud en nieuw", "jaarwisseling", "winter"})
"""What runs into the next year, and so may be written with both years."""


def week_days(year: int, week: int) -> Days:
    """Monday to Sunday of an ISO week. Raises ValueError when the year has no such week."""
    first = date.fromisocalendar(year, week, 1)
    return first, first + timedelta(6)


def school_year(start: int) -> Days:
    """The school year that starts in August of `start`: 1 August to 31 July (design 1, Dates)."""
    return date(start, 8, 1), date(start + 1, 7, 31)
