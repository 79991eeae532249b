"""What a life is expected to bring from a birth and the law: the rules of levensloopplanning, as data (design 1, Two
further methods).

The rule: a rule says when, why, and which law it rests on in general terms, never what will be granted to whom. A
birthday is the first day on which so many years are complete: somebody born on 29 February has it on 1 March in a year
without that day, as everywhere an age is told (`model.dates.age_on`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tijdlijn.model.dates import DateError, DatePoint, UncertainDate, add_months
from tijdlijn.model.school import SCHOOL_START_MONTH, first_school_year

Days = tuple[date, date]
"""The earliest and the latest day."""
ADULT = 18


def birthday(born: date, years: int) -> date:
    """The first day on which somebody born on a day has completed so many years. Raises DateError after 9999."""
    if born.year + years > date.max.year:
        raise DateError(born.isoformat())
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def born_in(birth: UncertainDate) -> Days:
    """The days on which somebody may have been born."""
    return birth.points[0].earliest, birth.points[-1].latest


def turning(birth: UncertainDate, years: int) -> Days:
    """The days on which somebody may have that birthday."""
    first, last = born_in(birth)
    return birthday(first, years), birthday(last, years)


def half_a_year_before_18(birth: UncertainDate) -> Days:
    """18 minus: six months before the eighteenth birthday."""
    first, last = turning(birth, ADULT)
    return add_months(first, -6), add_months(last, -6)


def compulsory_school(birth: UncertainDate) -> Days:
    """The first day of the month after the one in which a child turns five."""
    first, last = (add_months(day.replace(day=1), 1) for day in turning(birth, 5))
    return first, last


def secondary_school(birth: UncertainDate) -> Days:
    """When groep 8 is over, the summer of the school year in which a child turns twelve; uncertain by a year.

    From the summer of the calendar year in which it turns twelve (a child of the autumn often goes with the group
    before it) until a year after groep 8 would end (a year done again). Days are the first of August.
    """
    first, last = born_in(birth)
    latest = first_school_year(last) + 9
    if latest > date.max.year:
        raise DateError(birth.edtf)
    return date(birthday(first, 12).year, SCHOOL_START_MONTH, 1), date(latest, SCHOOL_START_MONTH, 1)


@dataclass(frozen=True, slots=True)
class Rule:
    """One expected event of a life. `title` and `why` have `{name}` where the child is named.

    `months` is how far it lies from the birth where it is a birthday, 0 where it is something else. `said` recognises a
    line of a timeline that says the same. `others` says that it is proposed for children who are not in focus as well.
    """

    id: str
    title: str
    why: str
    law: str
    said: re.Pattern[str]
    days: Callable[[UncertainDate], Days]
    years: int = 0
    others: bool = False


def _said(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _at(years: int) -> Callable[[UncertainDate], Days]:
    return lambda birth: turning(birth, years)


RULES: tuple[Rule, ...] = (
    Rule(
        "basisschool",
        "{name} 4: naar de basisschool",
        "Vanaf de vierde verjaardag mag een kind naar de basisschool.",
        "Wet op het primair onderwijs",
        _said(r"basisschool|naar school|groep 1|\b4\b|\bvier\b"),
        _at(4),
        4,
        others=True,
    ),
    Rule(
        "leerplicht",
        "{name} 5: leerplichtig",
        "De leerplicht begint op de eerste dag van de maand nadat een kind 5 is geworden.",
        "Leerplichtwet",
        _said(r"leerplicht|\b5\b|\bvijf\b"),
        compulsory_school,
        others=True,
    ),
    Rule(
        "voortgezet",
        "{name} naar het voortgezet onderwijs",
        "Groep 8 eindigt in de zomer van het schooljaar waarin een kind 12 wordt. Het kan een jaar eerder zijn bij een "
        "kind dat in het najaar jarig is, en een jaar later bij wie een jaar overdoet.",
        "de schooljaren van het basisonderwijs",
        _said(r"voortgezet|middelbare|brugklas|\bvso\b|vmbo|havo|vwo"),
        secondary_school,
        others=True,
    ),
    Rule(
        "12",
        "{name} 12: beslist mee",
        "Vanaf 12 jaar is voor jeugdhulp in de regel ook de toestemming van het kind zelf nodig.",
        "Jeugdwet",
        _said(r"\b12\b|twaalf"),
        _at(12),
        12,
    ),
    Rule(
        "16",
        "{name} 16: beslist in de regel zelf",
        "Vanaf 16 jaar beslist een jongere in de regel zelf over jeugdhulp. De leerplicht gaat over in de "
        "kwalificatieplicht.",
        "Jeugdwet en Leerplichtwet",
        _said(r"\b16\b|zestien"),
        _at(16),
        16,
    ),
    Rule(
        "18-min",
        "{name} 18−: plan voor 18",
        "Een half jaar voor 18 moet duidelijk zijn waar {name} woont, waarvan {name} leeft, wie blijft helpen en uit "
        "welke wet dat komt.",
        "geen wet: een herinnering vóór de overgang van Jeugdwet naar Wmo, Zvw of Wlz",
        _said(r"18\s*[-−–](?!\w)|17\s*½|17[,.]5"),
        half_a_year_before_18,
        others=True,
    ),
    Rule(
        "18",
        "{name} 18: van Jeugdwet naar Wmo, Zvw of Wlz",
        "Met 18 jaar is een jongere volwassen. Hulp uit de Jeugdwet stopt in de regel; wat nodig blijft, komt uit de "
        "Wmo, de Zvw of de Wlz. Ondertoezichtstelling en voogdij eindigen.",
        "Jeugdwet, Wmo, Zvw, Wlz en Burgerlijk Wetboek",
        _said(r"\b18\b(?!\s*[-−–](?!\w))|achttien|meerderjarig|volwassen"),
        _at(ADULT),
        ADULT,
        others=True,
    ),
    Rule(
        "21",
        "{name} 21: ouders niet meer onderhoudsplichtig",
        "Tot 21 jaar zijn ouders verplicht hun kind te onderhouden.",
        "Burgerlijk Wetboek",
        _said(r"\b21\b|eenentwintig"),
        _at(21),
        21,
    ),
    Rule(
        "23",
        "{name} 23: einde verlengde jeugdhulp",
        "Jeugdhulp die na 18 jaar doorloopt, kan dat uiterlijk tot 23 jaar.",
        "Jeugdwet",
        _said(r"\b23\b|drieëntwintig"),
        _at(23),
        23,
    ),
)
"""In the order of a life."""
BY_ID = {rule.id: rule for rule in RULES}


def expected_on(birth: UncertainDate, rule: Rule, days: Days) -> UncertainDate:
    """The days of a rule as a date of the same vagueness as the birth: a month for a month, a year for a year."""
    if rule.years and birth.end is None and (point := _shifted(birth.points[0], rule.years)):
        moved = UncertainDate.parse(point)
        if (moved.points[0].earliest, moved.points[0].latest) == days:
            return moved
    return in_words_of_a_calendar(*days)


def _shifted(point: DatePoint, years: int) -> str:
    """The expression of a point some years on; empty when it has no year of four digits."""
    year, rest = point.edtf[:4], point.edtf[4:]
    text = f"{int(year) + years:04d}{rest}" if year.isdecimal() else ""
    try:
        UncertainDate.parse(text)
    except DateError:
        return ""
    return text


def in_words_of_a_calendar(first: date, last: date) -> UncertainDate:
    """A whole month or a whole year where the days are just that, else one of the days."""
    for text in (f"{first:%Y-%m}", f"{first:%Y}"):
        whole = UncertainDate.parse(text)
        if (whole.points[0].earliest, whole.points[0].latest) == (first, last):
            return whole
    return UncertainDate.one_of(first, last)
