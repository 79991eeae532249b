"""Dates that lean on a birth: ages, birthdays and school years. With two children that can be meant they are open.

The rule: of whom it is, `mention_people` says; here is only counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from tijdlijn.language import calendar_nl as nl
from tijdlijn.language.date_points import ordinal
from tijdlijn.language.date_relative import of_age, school_group_days
from tijdlijn.language.date_words import write
from tijdlijn.language.mention_leaning import Leaning, Resolved
from tijdlijn.language.mention_years import Tense
from tijdlijn.language.mentions import Basis, Born
from tijdlijn.language.readings import Reading, choice, point
from tijdlijn.model.dates import Precision, UncertainDate, add_months


def read_age(words: str, leaning: Leaning) -> Resolved | None:
    """ "op zijn zevende", "toen Sem 4 was": the year of life, or what the words say of a birthday."""
    return _of_person(words, leaning, _age_days)


def read_group(words: str, leaning: Leaning) -> Resolved | None:
    """ "in groep 4", "eind brugklas": the school year of the child (design 1, Dates)."""
    return _of_person(words, leaning, _group_days)


def _of_person(words: str, leaning: Leaning, days: Callable[[str, UncertainDate], Reading | None]) -> Resolved | None:
    whose = leaning.whose()
    if whose.person is not None and whose.person.birth is not None:
        reading = days(words, whose.person.birth)
        if reading is not None and _is_yet_to_come(words, reading, leaning):
            return Resolved(None, Basis.OPEN, question=f"Over wie gaat '{words}', en wanneer is die geboren?")
        name = _name(whose.person)
        return Resolved(reading, Basis.BIRTH, f"{name} is geboren: {write(whose.person.birth)}.") if reading else None
    shared = {born.birth for born in whose.choices}
    if len(whose.choices) > 1 and len(shared) == 1 and (birth := shared.pop()) is not None:
        reading = days(words, birth)
        names = " en ".join(_name(born) for born in whose.choices)
        return Resolved(reading, Basis.BIRTH, f"{names} zijn geboren: {write(birth)}.") if reading else None
    if len(whose.choices) > 1:
        each = [_name(born) for born in whose.choices]
        return Resolved(None, Basis.OPEN, question=f"Over wie gaat '{words}': {', '.join(each[:-1])} of {each[-1]}?")
    who = _name(whose.person) if whose.person else whose.adult
    asked = f"Wanneer is {who} geboren?" if who else f"Over wie gaat '{words}', en wanneer is die geboren?"
    return Resolved(None, Basis.OPEN, question=asked)


def _is_yet_to_come(words: str, reading: Reading, leaning: Leaning) -> bool:
    """Whether an age would only be reached after the text was written: then it is said of somebody else."""
    note = leaning.note
    if note is None or leaning.tense is Tense.FUTURE or "verjaardag" in words:
        return False
    return reading.days[0] > note.points[-1].latest


def _name(born: Born) -> str:
    return born.names[0]


_NUMBER = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{'|'.join(sorted([*nl.CARDINALS, *nl.ORDINALS], key=len, reverse=True))})(?:e|ste"
    rf"|de)?(?![a-z])"
)


def _numbers(words: str) -> list[int]:
    return [nl.CARDINALS.get(found["n"]) or ordinal(found["n"]) for found in _NUMBER.finditer(words)]


def _age_days(words: str, birth: UncertainDate) -> Reading | None:
    if "geboorte" in words:
        return Reading(birth, True)
    half = re.search(r"\b(anderhalf|(\w+)enhalf)\b", words)
    if half:
        years = 1 if half[1] == "anderhalf" else nl.CARDINALS.get(half[2], 0)
        return of_age(birth, 12 * years + 6, 6)
    words = words.replace("jarige", " jarige")
    numbers = _numbers(re.sub(r"\been jaar of\b", "", words))
    if not numbers:
        return None
    if re.search(r"\bjaar en \w+ maanden\b", words):
        return of_age(birth, 12 * numbers[0] + numbers[1], 1)
    if re.search(r"\b(?:maanden|weken)\b", words):
        return of_age(birth, numbers[0], 1) if "maanden" in words else None
    low, high = numbers[0], numbers[-1]
    if "levensjaar" in words or re.match(r"in \w+ \w+ jaar", words):
        low, high = low - 1, high - 1
    if "verjaardag" in words:
        return _around_birthday(words, birth, low)
    if words.startswith("tussen"):
        return of_age(birth, 12 * low, 12 * (high + 1 - low))
    if "een jaar of" in words or "ongeveer" in words:
        return of_age(birth, 12 * (low - 1), 36)
    if words.endswith(" werd"):
        return birthday(words, birth)
    if birth.points[0].precision is Precision.YEAR:
        return choice(date(birth.earliest.year + low, 1, 1), date(birth.earliest.year + low + 1, 12, 31))
    return of_age(birth, 12 * low, 12)


def _around_birthday(words: str, birth: UncertainDate, age: int) -> Reading:
    born = birth.points[0]
    first, last = add_months(born.earliest, 12 * age), add_months(born.latest, 12 * age)
    near = timedelta(60 if re.match(r"kort|vlak|net", words) else 183)
    if words.startswith("voor "):
        return Reading(UncertainDate.period(None, choice(first, last).value.points[0]), True)
    if re.search(r"\bvoor\b", words):
        return choice(first - near, last - timedelta(1))
    if re.search(r"\bna\b", words):
        return choice(first + timedelta(1), last + near)
    if words.startswith("rond"):
        return choice(first - timedelta(30), last + timedelta(30))
    return choice(first, last)


def birthday(words: str, birth: UncertainDate) -> Reading | None:
    """The day on which somebody reached the age in these words: the begin or end of "van zijn 9e tot zijn 16e"."""
    numbers = _numbers(words)
    if not numbers:
        return None
    born = birth.points[0]
    if born.precision is Precision.YEAR:
        return point(f"{born.earliest.year + numbers[0]:04d}", True)
    return choice(add_months(born.earliest, 12 * numbers[0]), add_months(born.latest, 12 * numbers[0]))


def _group_days(words: str, birth: UncertainDate) -> Reading | None:
    if "kleuterklas" in words:
        return choice(school_group_days(birth, 1)[0], school_group_days(birth, 2)[1], extent=True)
    numbers = _numbers(words)
    is_secondary = re.search(r"klas|vmbo|mavo|havo|vwo", words) is not None
    number = 9 if "brugklas" in words else numbers[0] + (8 if is_secondary else 0) if numbers else 0
    if not 1 <= number <= 14:
        return None
    first, last = school_group_days(birth, number)
    part = re.match(r"(?:begin|start|sinds|vanaf|na|eind|medio|halverwege)", words)
    if (part and part[0] in ("begin", "start")) or re.match(r"(?:start|begonnen) in", words):
        return choice(first, add_months(first, 4) - timedelta(1), extent=True)
    if part and part[0] == "eind":
        return choice(add_months(last + timedelta(1), -4), last, extent=True)
    if part and part[0] in ("medio", "halverwege"):
        return choice(add_months(first, 4), add_months(first, 8) - timedelta(1), extent=True)
    return choice(first, last, extent=True)
