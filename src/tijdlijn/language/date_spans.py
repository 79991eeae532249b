"""Dutch for a period between two dates, and for one with an open or unknown end.

A start or end may leave out what the other says: "2 mei - 5 juni 2019", "mei t/m juli 2019", "nov - mrt 2020"
(which starts in 2019). "Tussen A en B" is the interval as well: for a moment it means somewhere between.
"""

from __future__ import annotations

import re

from tijdlijn.language.date_phrases import AND, completed_start, in_year, read_phrase, splits
from tijdlijn.language.date_points import compiled
from tijdlijn.language.readings import DateContext, Reading
from tijdlijn.model.dates import DateError, DatePoint, Ending, Precision, UncertainDate

_RUNNING = compiled(
    r"(?P<rest>.+?)(?: \((?:loopt (?:nog|door)|lopend|heden)\)| (?:tot|t/m|tot en met) (?:op )?(?:heden|nu|vandaag)"
    r"|,? (?:loopt nog|lopend)| ?[-/] ?(?:heden|nu|vandaag|\.\.\.?))"
)
_END_UNKNOWN = compiled(r"(?P<rest>.+?)(?: \(eind(?:e|datum)? (?:is )?onbekend\)| ?[-/] ?(?:\?|onbekend))")
_START_UNKNOWN = compiled(r"(?P<rest>.+?) \((?:begin|start) (?P<what>onbekend|open)\)")
_SINCE = compiled(r"(?:sinds|sedert|al sinds) (?P<rest>.+)")
_FROM = compiled(r"(?:vanaf|met ingang van|m\.?i\.?v\.?|ingaande|beginnend(?: op)?) (?P<rest>.+)")
_UNTIL = compiled(r"(?:tot en met|t/m|tot|t\.?e\.?m\.?|tm) (?P<rest>.+)")
_BETWEEN = compiled(r"tussen (?P<rest>.+)")
_OPENING = compiled(r"(?:van|vanaf|sinds|periode:?|in de periode(?: van)?|de periode(?: van)?) (?P<rest>.+)")
_UNTIL_WORDS = compiled(r" (?:tot en met|tot aan|tot|t\.e\.m\.|t\.?/?m\.?|tem) |(?<=[\d.]) ?t/m ?")
_SPACED = compiled(r" [-/~] |[~]|/|-")
_OR = compiled(r" of ")
_SHORT_YEARS = re.compile(r"(?P<first>\d\d)(?P<a>\d\d) ?[-/] ?(?P<b>\d\d)", re.ASCII)


def read_span(text: str, context: DateContext) -> Reading | None:
    """The period that the whole of this folded text is, or None. Raises nothing."""
    for read in (_open_ended, _between, _two_ended, _one_ended, _short_years, _either):
        try:
            reading = read(text, context)
        except DateError:
            continue
        if reading is not None:
            return reading
    return None


def _open_ended(text: str, context: DateContext) -> Reading | None:
    for pattern, ending in ((_RUNNING, Ending.OPEN), (_END_UNKNOWN, Ending.UNKNOWN)):
        match = pattern.fullmatch(text)
        if match:
            return _with_ending(_without_opening(match["rest"]), ending, context)
    match = _START_UNKNOWN.fullmatch(text)
    if match:
        until = _UNTIL.fullmatch(match["rest"])
        reading = read_phrase(until["rest"] if until else match["rest"], context)
        return _until(reading, open_start=match["what"] == "open") if reading else None
    return None


def _one_ended(text: str, context: DateContext) -> Reading | None:
    for pattern, ending in ((_SINCE, Ending.OPEN), (_FROM, Ending.UNKNOWN)):
        match = pattern.fullmatch(text)
        if match:
            return _with_ending(match["rest"], ending, context)
    match = _UNTIL.fullmatch(text)
    reading = read_phrase(match["rest"], context) if match else None
    return _until(reading) if reading else None


def _without_opening(text: str) -> str:
    match = _OPENING.fullmatch(text)
    return match["rest"] if match else text


def _with_ending(text: str, ending: Ending, context: DateContext) -> Reading | None:
    reading = read_phrase(text, context)
    if reading is None or reading.as_start is None:
        return None
    return Reading(UncertainDate.period(reading.as_start, ending), reading.interpreted)


def _until(reading: Reading, open_start: bool = False) -> Reading | None:
    end = reading.as_end
    if not isinstance(end, DatePoint):
        return None
    return Reading(UncertainDate.period(None, end, open_start=open_start), reading.interpreted)


def _between(text: str, context: DateContext) -> Reading | None:
    match = _BETWEEN.fullmatch(text)
    if match is None:
        return None
    for first, last in splits(match["rest"], AND):
        joined = _joined(first, last, context, partial_end=False)
        if joined is not None:
            return Reading(joined.value, True)
    return None


def _two_ended(text: str, context: DateContext) -> Reading | None:
    inner = _without_opening(text)
    for pattern in (_UNTIL_WORDS, _SPACED):
        for first, last in splits(inner, pattern):
            joined = _joined(first, last, context, partial_end=pattern is _UNTIL_WORDS)
            if joined is not None:
                return joined
    return None


def _joined(first: str, last: str, context: DateContext, partial_end: bool) -> Reading | None:
    start, end = read_phrase(first, context), read_phrase(last, context)
    if start is None and end is not None:
        start = completed_start(first, end, context)
    elif end is None and start is not None and partial_end:
        end = _completed_end(last, start, context)
    if start is None or end is None:
        return None
    one, other = start.as_start, end.as_end
    if one is None or not isinstance(other, DatePoint):
        return None
    return Reading(UncertainDate.period(one, other), start.interpreted or end.interpreted)


def _completed_end(last: str, start: Reading, context: DateContext) -> Reading | None:
    """The end with the year of the start; a year later when it would come before it."""
    first = start.value.points[0]
    if first.precision in (Precision.YEAR, Precision.DECADE, Precision.CENTURY):
        return None
    for year in (first.earliest.year, first.earliest.year + 1):
        end = in_year(last, year, context)
        if end is not None and end.days[1] >= start.days[1]:
            return end
    return None


def _short_years(text: str, _context: DateContext) -> Reading | None:
    """Two years in short, "2018-19" and "2018/19": months do not go that far."""
    match = _SHORT_YEARS.fullmatch(text)
    if match is None or int(match["b"]) <= int(match["a"]):
        return None
    return Reading(UncertainDate.parse(f"{match['first']}{match['a']}/{match['first']}{match['b']}"))


def _either(text: str, context: DateContext) -> Reading | None:
    """What "2018 of 2019" says: one of all the days from the one to the other."""
    for first, last in splits(text, _OR):
        end = read_phrase(last, context)
        start = read_phrase(first, context) or (completed_start(first, end, context) if end else None)
        if start and end and start.days[0] <= end.days[1]:
            return Reading(UncertainDate.one_of(start.days[0], end.days[1]), True)
    return None
