"""What a date in running text means, given what it may lean on: one reader for each shape of `mention_patterns`.

The rule: the readers of whole dates do the reading; here their words are completed. What cannot be known is said to
be open, with the question that would settle it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from tijdlijn.language import calendar_nl as nl
from tijdlijn.language.date_phrases import in_year, read_phrase
from tijdlijn.language.date_spans import read_span
from tijdlijn.language.date_words import write
from tijdlijn.language.mention_births import read_age, read_group
from tijdlijn.language.mention_leaning import Leaning, Resolved
from tijdlijn.language.mention_near import read_near, read_weekday
from tijdlijn.language.mention_patterns import Shape
from tijdlijn.language.mention_years import Anchor, Tense, with_year
from tijdlijn.language.mentions import Basis
from tijdlijn.language.readings import Reading, marked, point
from tijdlijn.model.dates import DateError, UncertainDate

_SPACE = re.compile(r"\s+")


def resolved(words: str, shape: Shape, leaning: Leaning) -> Resolved | None:
    """What these folded words mean; None when they are no date after all (30 februari 2019). Raises nothing."""
    plain = _SPACE.sub(" ", words)
    read = _READERS.get(shape)
    try:
        return read(plain, leaning) if read else None
    except (ValueError, OverflowError, DateError):
        return None


def _whole(words: str, leaning: Leaning) -> Resolved | None:
    words = re.sub(r"[()]", "", words)
    plain = re.sub(r"^(?:(?:de|het|in) )+", "", words)
    week = _WEEK_OF.match(plain)
    if week:
        day = _whole(plain[week.end() :], leaning)
        return Resolved(_week_of(day.reading, week["unit"]), Basis.TEXT) if day and day.reading else None
    for text in (
        words,
        plain,
        re.sub(r"^\w+(?:ochtend|middag|avond|nacht),? (?:op )?", "", plain),
        re.sub(r"\bhet (?=begin|einde?)", "", plain),
    ):
        reading = read_phrase(text, leaning.context)
        if reading is not None:
            return Resolved(reading, Basis.TEXT)
    years = read_span(plain.replace("'", ""), leaning.context) if _TWO_YEARS.fullmatch(plain) else None
    if years is None or years.days[1].year - years.days[0].year > MAX_YEARS:
        return None
    return Resolved(years, Basis.TEXT)


MAX_YEARS = 12
"""Two years in short are a period when they are no further apart."""
_TWO_YEARS = re.compile(r"\d{4}[-/]'?\d\d")


_WEEK_OF = re.compile(r"(?:de |het )?(?P<unit>week|weekend) van (?:[a-z]+dag )?(?=\d)")


def _week_of(reading: Reading, unit: str = "week") -> Reading:
    """The days of the week, or of the weekend, in which a day falls."""
    monday = reading.days[0] - timedelta(reading.days[0].weekday())
    if unit == "weekend":
        return Reading(UncertainDate.one_of(monday + timedelta(5), monday + timedelta(6)), True)
    return Reading(UncertainDate.one_of(monday, monday + timedelta(6)), True)


# Without a year


def _yearless(words: str, leaning: Leaning) -> Resolved | None:
    week = _WEEK_OF.match(words)
    if week:
        day = _yearless(words[week.end() :], leaning)
        return replace(day, reading=_week_of(day.reading, week["unit"])) if day and day.reading else day
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
    reading = with_year(plain, anchor, leaning.context) or with_year(words, anchor, leaning.context)
    if reading is None:
        return None
    if _is_past_but_ahead(reading, leaning):
        return _yearless(words, replace(leaning, before=None, story=False))
    return Resolved(marked(reading, "?") if _is_doubtful(plain, reading, leaning) else reading, basis, how)


def _is_past_but_ahead(reading: Reading, leaning: Leaning) -> bool:
    """Whether a story would go on to a day after that of writing, of which it is told that it was."""
    if not leaning.story or leaning.note is None or leaning.tense not in (Tense.PAST, Tense.PERHAPS_PAST):
        return False
    return reading.days[0] > leaning.note.points[-1].latest


def _is_doubtful(words: str, reading: Reading, leaning: Leaning) -> bool:
    """Whether a past that is dated by the day of a report might also go on from a date told just before it."""
    before = leaning.before
    if leaning.story or leaning.in_note or before is None or leaning.tense not in (Tense.PAST, Tense.PERHAPS_PAST):
        return False
    other = with_year(words, Anchor(before.points[0].earliest, before.points[-1].latest, forward=True), leaning.context)
    return other is not None and other.days[0].year != reading.days[0].year


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


# Against the date before


def _after(words: str, leaning: Leaning) -> Resolved | None:
    if words.startswith("na ") and not leaning.story and leaning.tense not in (Tense.PAST, Tense.PERHAPS_PAST):
        return None
    if leaning.before is None:
        return (
            None if words.startswith("na ") else Resolved(None, Basis.OPEN, question=f"Vanaf wanneer telt '{words}'?")
        )
    if _is_too_vague(words, leaning.before):
        return Resolved(None, Basis.OPEN, question=f"Vanaf wanneer telt '{words}'?")
    how = f"Gerekend vanaf '{leaning.before_words}', eerder in de tekst ({write(leaning.before)})."
    about = re.match(r"(?:ongeveer|ruim|bijna|nog geen|precies) ", words)
    plain = words[about.end() :] if about else words
    plain = re.sub(r"(?<= )(?:avond|nacht|middag|ochtend|datum)(?=$| \w+$)", "dag", plain)
    plain = re.sub(r"^(de|het) daaropvolgende? (.+)$", r"\1 \2 erna", plain)
    plain = re.sub(r" die (?:daarop )?volgde$", " daarop", plain)
    if re.fullmatch(r"(?:die|diezelfde|dezelfde) week", plain):
        return Resolved(_week_of(Reading(leaning.before)), Basis.EARLIER, how)
    plain = re.sub(r" na (?:dat|dit|die|deze) [a-z]+$", " later", plain)
    named = re.fullmatch(r"(?:die|diezelfde|dezelfde) ([a-z]+dag)(?:ochtend|middag|avond|nacht)?", plain)
    if named and named[1] in nl.WEEKDAYS:
        return Resolved(_that_weekday(nl.WEEKDAYS.index(named[1]), leaning.before), Basis.EARLIER, how)
    whole = _whole_unit(plain, leaning)
    if whole is not None:
        return Resolved(whole, Basis.EARLIER, how)
    plain = re.sub(r"^na (?:ongeveer|ruim|bijna) ", "na ", plain)
    stated = re.fullmatch(r"(?:in )?(?:dat|datzelfde|hetzelfde|diezelfde) jaar (?P<year>\d{4})", plain)
    if stated:
        return Resolved(point(stated["year"]), Basis.TEXT)
    reading = _next_named(plain, leaning) or read_phrase(plain, leaning.context)
    if reading is None:
        return Resolved(None, Basis.OPEN, question=f"Wanneer was '{words}'?")
    return Resolved(marked(reading, "~") if about and about[0] != "precies " else reading, Basis.EARLIER, how)


def _is_too_vague(words: str, before: UncertainDate) -> bool:
    """Whether a step is much finer than what it counts from: "een dag later" than an age is no day."""
    last = before.points[-1]
    spread = (last.latest - last.earliest).days
    if re.search(r"\b(?:dag|dagen|week|weken|ochtend|nacht|avond|middag|datum)\b", words):
        return spread > 62
    return spread > 366 and re.search(r"\bmaand", words) is not None


def _that_weekday(number: int, before: UncertainDate) -> Reading:
    """ "die zaterdag": the such day in the week of the date before."""
    first = before.points[0].earliest
    return point((first - timedelta(first.weekday() - number)).isoformat(), True)


def _whole_unit(words: str, leaning: Leaning) -> Reading | None:
    """ "het jaar erop", "de week erna", "de zaterdag daarvoor": a year, a week, a day of the calendar beside a date."""
    match = _BESIDE.fullmatch(words)
    if match is None or leaning.before is None:
        return None
    step = -1 if match["side"] in ("eerder", "ervoor", "daarvoor", "tevoren", "voordien") else 1
    first, last = leaning.before.points[0].earliest, leaning.before.points[-1].latest
    if match["unit"] == "jaar":
        return point(f"{(last if step > 0 else first).year + step:04d}", True)
    if match["unit"] == "week":
        return _week_of(Reading(UncertainDate.of_day((last if step > 0 else first) + timedelta(7 * step))))
    number = nl.WEEKDAYS.index(match["unit"])
    if step > 0:
        return point((last + timedelta((number - last.weekday() - 1) % 7 + 1)).isoformat(), True)
    return point((first - timedelta((first.weekday() - number - 1) % 7 + 1)).isoformat(), True)


_BESIDE = re.compile(
    rf"(?:de|het) (?P<unit>jaar|week|{'|'.join(nl.WEEKDAYS)})"
    r" (?P<side>later|erna|daarna|nadien|daarop|erop|eerder|ervoor|daarvoor|tevoren|voordien)"
)


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


_READERS: dict[Shape, Callable[[str, Leaning], Resolved | None]] = {
    Shape.WHOLE: _whole,
    Shape.YEARLESS: _yearless,
    Shape.NEAR: read_near,
    Shape.WEEKDAY: read_weekday,
    Shape.AFTER: _after,
    Shape.AGE: read_age,
    Shape.GROUP: read_group,
}
