"""Dates that lean on the day on which they were written: "gisteren", "vorige week donderdag", "over drie maanden".

The rule: a weekday alone is the nearest one before the note, unless the words or the tense say that it is yet to come.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from tijdlijn.language import calendar_nl as nl
from tijdlijn.language.date_phrases import read_phrase
from tijdlijn.language.date_relative import count
from tijdlijn.language.date_words import write
from tijdlijn.language.mention_leaning import NO_NOTE, Leaning, Resolved
from tijdlijn.language.mention_years import Anchor, Tense, with_year
from tijdlijn.language.mentions import Basis
from tijdlijn.language.readings import DateContext, Reading, choice, point
from tijdlijn.model.dates import Ending, UncertainDate, add_months


def _counted(leaning: Leaning) -> str:
    assert leaning.note is not None
    return f"Gerekend vanaf {leaning.note_name} ({write(leaning.note)})."


_SHORT_UNITS = {"dgn": "dagen", "wkn": "weken", "mnd": "maanden"}


def read_near(words: str, leaning: Leaning) -> Resolved | None:
    """ "gisteren", "eind vorig jaar", "twee weken geleden", "over een maand"; open without a day of writing."""
    if leaning.note is None:
        return Resolved(None, Basis.OPEN, question=NO_NOTE.format(words=words))
    plain = re.sub(r"\b(?:dgn|wkn|mnd)\b", lambda unit: _SHORT_UNITS[unit[0]], words)
    reading = _near_reading(plain, leaning)
    if reading is None and leaning.day is None:
        return Resolved(None, Basis.OPEN, question=NO_NOTE.format(words=words))
    return Resolved(reading, Basis.NOTE, _counted(leaning)) if reading else None


_OFFSETS = {"eergister": -2, "gister": -1, "overmorgen": 2}
_STEPS = re.compile(
    r"(?P<over>over )?.*?(?P<n>[\w]+) (?P<unit>dag|dagen|week|weken|maand|maanden|kwartaal|jaar"
    r"|jaren)(?: geleden| terug)?$"
)
_DIRECTED = re.compile(
    r"(?P<part>.*?)(?:de )?(?P<which>vorige?|dit|deze|afgelopen|volgende?|komende?|aanstaande|aankomende"
    r"|laatste) (?P<name>[a-z].*)$"
)


def _near_reading(words: str, leaning: Leaning) -> Reading | None:
    day, context = leaning.day, leaning.context
    today = context.today
    assert today is not None
    head = next((name for name in _OFFSETS if words.startswith(name)), "")
    if head or re.match(r"vandaag|vannacht|vanochtend|vanmorgen|vanmiddag|vanavond|heden|morgen", words):
        offset = _OFFSETS[head] if head else (1 if words.startswith("morgen") else 0)
        return point((day + timedelta(offset)).isoformat()) if day else None
    if words.startswith("sinds "):
        begin = _stepped(re.sub(r"^sinds (.*?)(\w+) of (\w+)$", r"\1\3 \2", words) + " geleden", today)
        return Reading(UncertainDate.period(begin.value.start, Ending.OPEN)) if begin and begin.value.start else None
    if re.search(r" (?:geleden|terug)$", words) or words.startswith("over "):
        return _stepped(words, today)
    if "schooljaar" in words:
        return _school_year(words, today)
    normal = words.replace("komende ", "volgende ").replace("komend ", "volgend ").replace("laatste ", "afgelopen ")
    named = _DIRECTED.match(words)
    if named and re.fullmatch(r"(?:jaar|maand|kwartaal).*", named["name"]):
        named = None
    if named is None:
        return read_phrase(re.sub(r"\bjaar in\b", "jaar", normal), context) or read_phrase(f"in {normal}", context)
    tense = {"dit": Tense.UNSAID, "deze": Tense.UNSAID}.get(
        named["which"], Tense.PAST if re.match("vorig|afgelopen|laatste", named["which"]) else Tense.FUTURE
    )
    anchor = Anchor(today, today, tense=tense)
    return with_year(f"{named['part']}{named['name']}", anchor, context)


def _stepped(words: str, today: date) -> Reading | None:
    match = _STEPS.search(words)
    if match is None:
        return None
    sign, unit = (1 if match["over"] else -1), match["unit"]
    vague = match["n"] in ("paar", "enkele", "aantal")
    if (
        not vague
        and match["n"] not in ("half", "anderhalf")
        and match["n"] not in nl.CARDINALS
        and not match["n"].isdigit()
    ):
        return None
    low, high = (2, 5) if vague else (1, 1) if match["n"] in ("half", "anderhalf") else (count(match["n"]),) * 2
    if match["n"] in ("half", "anderhalf"):
        months = {"jaar": 6, "maand": 0}.get(unit, 0) * (1 if match["n"] == "half" else 3)
        return point(add_months(today.replace(day=1), sign * months).isoformat()[:7]) if months else None
    if unit.startswith(("dag", "week", "weken")):
        size = 1 if unit.startswith("dag") else 7
        first, last = sorted(today + timedelta(sign * size * steps) for steps in (low, high))
        return Reading(UncertainDate.one_of(first, last))
    size = {"maand": 1, "maanden": 1, "kwartaal": 3}.get(unit, 12)
    steps_of_months = sorted(sign * size * steps for steps in (low, high))
    first, last = (add_months(today.replace(day=1), steps) for steps in steps_of_months)
    if size == 12 and first == last:
        return point(f"{first.year:04d}")
    return choice(first, add_months(last, 1) - timedelta(1)) if first != last else point(first.isoformat()[:7])


def _school_year(words: str, today: date) -> Reading:
    start = today.year - (today.month < 8)
    start += -1 if re.search("vorig|afgelopen|laatste", words) else 1 if re.search("volgend|komend", words) else 0
    reading = read_phrase(
        re.sub(r"(?:vorig|dit|afgelopen|volgend|komend|laatste) schooljaar", f"schooljaar {start}-{start + 1}", words),
        DateContext(),
    )
    return reading or Reading(UncertainDate.parse("/".join(map(str, nl.school_year(start)))))


_WEEK_AND_DAY = re.compile(
    r"(?P<week>vorige|afgelopen|deze|volgende|komende) week(?: op)? (?P<day>[a-z]+)"
    r"|(?P<day2>[a-z]+?)(?: van)? (?P<week2>vorige|afgelopen|deze|volgende|komende) week"
)
_WEEKS = {
    "vorige": -1,
    "afgelopen": -1,
    "vorig": -1,
    "deze": 0,
    "dit": 0,
    "het": 0,
    "volgende": 1,
    "komende": 1,
    "volgend": 1,
    "komend": 1,
}


def read_weekday(words: str, leaning: Leaning) -> Resolved | None:
    """ "vrijdag", "vorige week donderdag", "eind deze week"; open when the day of writing is not known to the day."""
    day = leaning.day
    if day is None:
        return _in_week(words, leaning) or Resolved(None, Basis.OPEN, question=NO_NOTE.format(words=words))
    monday = day - timedelta(day.weekday())
    week = re.search(r"(vorige?|dit|deze|het|afgelopen|volgende?|komende?) (week|weekend|weekeinde)$", words)
    both = _WEEK_AND_DAY.search(words)
    later = re.search(r"(?P<day>[a-z]+dag) over (?P<n>een|twee|drie) we", words)
    if later:
        first = day + timedelta(((_number(later["day"]) or 0) - day.weekday()) % 7)
        return Resolved(point((first + timedelta(7 * count(later["n"]))).isoformat()), Basis.NOTE, _counted(leaning))
    if both and _number(both["day"] or both["day2"]) is not None:
        offset = 7 * _WEEKS[both["week"] or both["week2"]] + (_number(both["day"] or both["day2"]) or 0)
        return Resolved(point((monday + timedelta(offset)).isoformat()), Basis.NOTE, _counted(leaning))
    if week:
        return Resolved(_week(words, week[1], week[2], monday, day), Basis.NOTE, _counted(leaning))
    number = next((n for n in map(_number, words.split()) if n is not None), None)
    if number is None:
        return None
    return Resolved(point(_beside(words, number, day, leaning.tense).isoformat()), Basis.NOTE, _counted(leaning))


def _in_week(words: str, leaning: Leaning) -> Resolved | None:
    """A weekday in a note of one week, when no other week is meant."""
    note = leaning.note
    number = next((n for n in map(_number, words.split()) if n is not None), None)
    if note is None or number is None or " week" in words or (note.points[-1].latest - note.earliest).days != 6:
        return None
    day = note.earliest + timedelta((number - note.earliest.weekday()) % 7)
    return Resolved(point(day.isoformat()), Basis.NOTE, _counted(leaning))


def _number(word: str) -> int | None:
    if len(word) == 2:
        return next((at for at, name in enumerate(nl.WEEKDAYS) if name[:2] == word), None)
    return next((at for at, name in enumerate(nl.WEEKDAYS) if word.startswith(name)), None)


def _beside(words: str, number: int, day: date, tense: Tense) -> date:
    """The nearest such weekday before the note, or after it where the words or the tense say so."""
    ahead = re.search(r"\b(?:aanstaande|komende|volgende|a\.?s)\b", words)
    behind = re.search(r"\b(?:afgelopen|vorige|jl|jongstleden|laatste)\b", words)
    if ahead or (tense is Tense.FUTURE and not behind):
        return day + timedelta((number - day.weekday() - 1) % 7 + 1)
    if re.match("deze ", words) or (day.weekday() == number and not behind):
        return day + timedelta(number - day.weekday())
    return day - timedelta((day.weekday() - number - 1) % 7 + 1)


_WEEK_PARTS = (
    ("begin|start|vroege", (0, 1)),
    ("medio|midden|mid|halverwege|half|hartje", (2, 3)),
    ("eind|einde|late", (3, 6)),
)
"""Which days of a week its parts are, counted from Monday."""


def _week(words: str, which: str, unit: str, monday: date, day: date) -> Reading:
    """A week from Monday to Sunday, a weekend from Saturday to Sunday; "begin" and "eind" of a week are days of it."""
    first = monday + timedelta(7 * _WEEKS[which])
    if unit != "week":
        saturday = first + timedelta(5)
        if which in ("het", "dit") and saturday > day:
            saturday -= timedelta(7)
        return Reading(UncertainDate.one_of(saturday, saturday + timedelta(1)))
    low, high = next((days for words_, days in _WEEK_PARTS if re.match(rf"(?:{words_})\b", words)), (0, 6))
    return Reading(UncertainDate.one_of(first + timedelta(low), first + timedelta(high)))
