"""What a date in running text means, given what it may lean on: one method for each shape of `mention_patterns`.

The rule: the readers of whole dates do the reading; here their words are completed. What cannot be known is said to
be open, with the question that would settle it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tijdlijn.language import calendar_nl as nl
from tijdlijn.language.date_phrases import completed_start, in_year, read_phrase
from tijdlijn.language.date_points import ordinal
from tijdlijn.language.date_relative import count, of_age, school_group_days
from tijdlijn.language.date_words import write
from tijdlijn.language.mention_patterns import Shape
from tijdlijn.language.mention_people import Whose
from tijdlijn.language.mention_years import Anchor, Tense, with_year
from tijdlijn.language.mentions import Basis, Born
from tijdlijn.language.readings import DateContext, Reading, choice, marked, point
from tijdlijn.model.dates import DateError, Ending, Precision, UncertainDate, add_months


@dataclass(frozen=True, slots=True)
class Leaning:
    """What one date may lean on. `note` is the day of the note or document, `before` the date before it in the text;
    `story` that the date before it stands close enough to go on from. `whose` finds the person of an age."""

    note: UncertainDate | None
    note_name: str
    before: UncertainDate | None
    before_words: str
    story: bool
    tense: Tense
    whose: Callable[[], Whose] = field(default=lambda: Whose())

    @property
    def day(self) -> date | None:
        """The day of the note, when that is one day."""
        return self.note.earliest if self.note is not None and self.note.is_day else None

    @property
    def context(self) -> DateContext:
        """The same for the readers of whole dates."""
        return DateContext(today=self.day or (self.note.earliest if self.note else None), previous=self.before)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A date with what it leans on; without a reading it is open, and `question` asks."""

    reading: Reading | None
    basis: Basis
    how: str = ""
    question: str = ""


_SPACE = re.compile(r"\s+")
NO_NOTE = "Van welke dag is deze tekst? Dan is te zeggen wanneer '{words}' was."


def resolved(words: str, shape: Shape, leaning: Leaning) -> Resolved | None:
    """What these folded words mean; None when they are no date after all (30 februari 2019). Raises nothing."""
    plain = _SPACE.sub(" ", words)
    read = _READERS.get(shape)
    try:
        return read(plain, leaning) if read else None
    except (ValueError, OverflowError, DateError):
        return None


def _whole(words: str, leaning: Leaning) -> Resolved | None:
    plain = re.sub(r"^(?:(?:de|het|in) )+", "", words)
    week = re.match(r"week van (?:[a-z]+dag )?(?=\d)", plain)
    if week:
        day = _whole(plain[week.end() :], leaning)
        return Resolved(_week_of(day.reading), Basis.TEXT) if day and day.reading else None
    for text in (
        plain,
        re.sub(r"^\w+(?:ochtend|middag|avond|nacht),? (?:op )?", "", plain),
        re.sub(r"\bhet (?=begin|einde?)", "", plain),
    ):
        reading = read_phrase(text, leaning.context)
        if reading is not None:
            return Resolved(reading, Basis.TEXT)
    return None


def _week_of(reading: Reading) -> Reading:
    monday = reading.days[0] - timedelta(reading.days[0].weekday())
    return Reading(UncertainDate.one_of(monday, monday + timedelta(6)), True)


# Without a year


def _yearless(words: str, leaning: Leaning) -> Resolved | None:
    week = re.match(r"(?:de )?week van (?:[a-z]+dag )?", words)
    if week:
        day = _yearless(words[week.end() :], leaning)
        return replace(day, reading=_week_of(day.reading)) if day and day.reading else day
    soon = re.search(r" (?:jl|jongstleden|a\.?s|aanstaande)\.?$", words)
    if soon:
        tense = Tense.FUTURE if "a" in soon[0][:3] else Tense.PAST
        return _yearless(
            words[: soon.start()], replace(leaning, story=leaning.story and leaning.note is None, tense=tense)
        )
    plain = re.sub(r"^(?:(?:de|het|'t|in) )+", "", words)
    anchor, basis, how = _anchor(leaning)
    if anchor is None:
        possible = in_year(re.sub(r"^[a-z]{2,9}\.?,? (?=\d)", "", plain), 2000, leaning.context)
        return Resolved(None, Basis.OPEN, question=f"In welk jaar was '{words}'?") if possible else None
    reading = with_year(plain, anchor, leaning.context)
    return Resolved(reading, basis, how) if reading else None


def _anchor(leaning: Leaning) -> tuple[Anchor | None, Basis, str]:
    """What gives the year: the story that goes on, else the note, else the last date that was written out."""
    note, before = leaning.note, leaning.before
    if before is not None and (leaning.story or note is None):
        last = before.points[-1]
        anchor = Anchor(before.points[0].earliest, last.latest, forward=True)
        return anchor, Basis.EARLIER, f"Het jaar komt van '{leaning.before_words}', eerder in de tekst."
    if note is not None:
        anchor = Anchor(note.earliest, max(p.latest for p in note.points), tense=leaning.tense)
        return anchor, Basis.NOTE, f"Het jaar komt van {leaning.note_name} ({write(note)})."
    return None, Basis.OPEN, ""


# Against the day of writing


def _counted(leaning: Leaning) -> str:
    assert leaning.note is not None
    return f"Gerekend vanaf {leaning.note_name} ({write(leaning.note)})."


def _near(words: str, leaning: Leaning) -> Resolved | None:
    if leaning.note is None:
        return Resolved(None, Basis.OPEN, question=NO_NOTE.format(words=words))
    reading = _near_reading(words, leaning)
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
    months = sorted(sign * size * steps for steps in (low, high))
    first, last = (add_months(today.replace(day=1), steps) for steps in months)
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


def _weekday(words: str, leaning: Leaning) -> Resolved | None:
    day = leaning.day
    if day is None:
        return Resolved(None, Basis.OPEN, question=NO_NOTE.format(words=words))
    monday = day - timedelta(day.weekday())
    week = re.search(r"(vorige?|dit|deze|het|afgelopen|volgende?|komende?) (week|weekend|weekeinde)$", words)
    both = _WEEK_AND_DAY.search(words)
    if both and _number(both["day"] or both["day2"]) is not None:
        offset = 7 * _WEEKS[both["week"] or both["week2"]] + (_number(both["day"] or both["day2"]) or 0)
        return Resolved(point((monday + timedelta(offset)).isoformat()), Basis.NOTE, _counted(leaning))
    if week:
        return Resolved(_week(words, week[1], week[2], monday, day), Basis.NOTE, _counted(leaning))
    number = next((n for n in map(_number, words.split()) if n is not None), None)
    if number is None:
        return None
    return Resolved(point(_beside(words, number, day, leaning.tense).isoformat()), Basis.NOTE, _counted(leaning))


def _number(word: str) -> int | None:
    return next((at for at, name in enumerate(nl.WEEKDAYS) if word.startswith(name)), None)


def _beside(words: str, number: int, day: date, tense: Tense) -> date:
    """The nearest such weekday before the note, or after it where the words or the tense say so."""
    ahead = re.search(r"\b(?:aanstaande|komende|volgende|a\.?s)\b", words)
    behind = re.search(r"\b(?:afgelopen|vorige|jl|jongstleden|laatste)\b", words)
    if ahead or (tense is Tense.FUTURE and not behind):
        return day + timedelta((number - day.weekday() - 1) % 7 + 1)
    if re.match("deze ", words):
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


# Against the date before


def _after(words: str, leaning: Leaning) -> Resolved | None:
    if words.startswith("na ") and leaning.tense is not Tense.PAST:
        return None
    if leaning.before is None:
        return (
            None if words.startswith("na ") else Resolved(None, Basis.OPEN, question=f"Vanaf wanneer telt '{words}'?")
        )
    how = f"Gerekend vanaf '{leaning.before_words}', eerder in de tekst ({write(leaning.before)})."
    about = re.match(r"(?:ongeveer|ruim|bijna|nog geen|precies) ", words)
    plain = words[about.end() :] if about else words
    plain = re.sub(r"(?<= )(?:avond|nacht|middag|ochtend)$", "dag", plain)
    plain = re.sub(r"^na (?:ongeveer|ruim|bijna) ", "na ", plain)
    stated = re.fullmatch(r"(?:in )?(?:dat|datzelfde|hetzelfde|diezelfde) jaar (?P<year>\d{4})", plain)
    if stated:
        return Resolved(point(stated["year"]), Basis.TEXT)
    reading = _next_named(plain, leaning) or read_phrase(plain, leaning.context)
    if reading is None:
        return Resolved(None, Basis.OPEN, question=f"Wanneer was '{words}'?")
    return Resolved(marked(reading, "~") if about and about[0] != "precies " else reading, Basis.EARLIER, how)


def _next_named(words: str, leaning: Leaning) -> Reading | None:
    """ "de zomer daarna", "maart daarop": the first such one after the date before it (before it, for "ervoor")."""
    match = re.fullmatch(
        r"(?:de |het )?(?P<name>.+?) (?P<side>later|erna|daarna|nadien|daarop|erop|eerder|ervoor|daarvoor"
        r"|tevoren|voordien)",
        words,
    )
    before = leaning.before
    if (
        match is None
        or before is None
        or re.search(r"\b(?:dag|week|weken|maand|maanden|jaar|dagen|jaren)\b", match["name"])
    ):
        return None
    first, last = before.points[0].earliest, before.points[-1].latest
    backwards = match["side"] in ("eerder", "ervoor", "daarvoor", "tevoren", "voordien")
    for year in (first.year - 1, first.year) if backwards else (last.year, last.year + 1):
        reading = in_year(match["name"], year, leaning.context)
        if reading and (
            (reading.days[1] < first) if backwards else (reading.days[0] > first and reading.days[1] > last)
        ):
            return reading
    return None


# Against a birth


def _age(words: str, leaning: Leaning) -> Resolved | None:
    return _of_person(words, leaning, _age_days)


def _group(words: str, leaning: Leaning) -> Resolved | None:
    return _of_person(words, leaning, _group_days)


def _of_person(words: str, leaning: Leaning, days: Callable[[str, UncertainDate], Reading | None]) -> Resolved | None:
    whose = leaning.whose()
    if whose.person is not None and whose.person.birth is not None:
        reading = days(words, whose.person.birth)
        name = _name(whose.person)
        return Resolved(reading, Basis.BIRTH, f"{name} is geboren: {write(whose.person.birth)}.") if reading else None
    if len(whose.choices) > 1:
        names = [_name(born) for born in whose.choices]
        return Resolved(None, Basis.OPEN, question=f"Over wie gaat '{words}': {', '.join(names[:-1])} of {names[-1]}?")
    who = _name(whose.person) if whose.person else whose.adult
    asked = f"Wanneer is {who} geboren?" if who else f"Over wie gaat '{words}', en wanneer is die geboren?"
    return Resolved(None, Basis.OPEN, question=asked)


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
    numbers = _numbers(re.sub(r"\been jaar of\b", "", words))
    if not numbers:
        return None
    if re.search(r"\b(?:maanden|weken)\b", words):
        return of_age(birth, numbers[0], 1) if "maanden" in words else None
    low, high = numbers[0], numbers[-1]
    if "levensjaar" in words or re.match(r"in \w+ \w+ jaar", words):
        low, high = low - 1, high - 1
    if "verjaardag" in words:
        return _around_birthday(words, birth, low)
    if words.startswith("tussen"):
        first, last = of_age(birth, 12 * low, 0).value, of_age(birth, 12 * (high + 1), 0).value
        return choice(first.earliest + timedelta(1), last.points[0].latest)
    if "een jaar of" in words or "ongeveer" in words:
        return of_age(birth, 12 * (low - 1), 36)
    return of_age(birth, 12 * low, 12)


def _around_birthday(words: str, birth: UncertainDate, age: int) -> Reading:
    born = birth.points[0]
    first, last = add_months(born.earliest, 12 * age), add_months(born.latest, 12 * age)
    near = timedelta(60 if re.match(r"kort|vlak|net", words) else 183)
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
    numbers = _numbers(words)
    number = 9 if "brugklas" in words else numbers[0] + (8 if "klas" in words else 0) if numbers else 0
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


_READERS: dict[Shape, Callable[[str, Leaning], Resolved | None]] = {
    Shape.WHOLE: _whole,
    Shape.YEARLESS: _yearless,
    Shape.NEAR: _near,
    Shape.WEEKDAY: _weekday,
    Shape.AFTER: _after,
    Shape.AGE: _age,
    Shape.GROUP: _group,
}

__all__ = ["Leaning", "Resolved", "birthday", "completed_start", "resolved"]
