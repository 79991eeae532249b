"""What is left of the words as written when a date was moved or given another end by hand.

The rule: words stay where they still say exactly these days, and only there. "Eind 2021" that moved four months says
"begin 2022"; of a period whose end changed, the words of the start stay. What reads back as other days is dropped.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tijdlijn.language.calendar_nl import MONTHS
from tijdlijn.language.date_words import write
from tijdlijn.language.dates_nl import read
from tijdlijn.model.dates import DatePoint, Ending, UncertainDate
from tijdlijn.model.shifting import Unit, unit_of

_PERIOD = re.compile(r"van (.+) (?:tot en met|t/m) (.+)", re.IGNORECASE)
_SINCE = re.compile(r"(?:sinds|vanaf) (.+?)(?: \((?:loopt nog|einde onbekend)\))?", re.IGNORECASE)
_THIRDS = ("begin", "medio", "eind")


def reworded(before: UncertainDate, after: UncertainDate, ending: UncertainDate | None = None) -> UncertainDate:
    """`after` with those words that still say its days; without words when none do.

    The words of its end are those of `ending` where its end comes from there.
    """
    if after.edtf == before.edtf:
        return replace(after, words=before.words)
    words = _words(before, after, ending or before)
    meant = read(words) if words else None
    return replace(after, words=words if meant is not None and meant.edtf == after.edtf else "")


def _words(before: UncertainDate, after: UncertainDate, ending: UncertainDate) -> str:
    """The words that could be said of `after`; empty when writing it out says as much."""
    if after.start is None:
        return ""
    start = _said(after.start, before.start, _sides(before)[0])
    if after.end is None:
        return start if start != _plain(after.start) else ""
    if isinstance(after.end, Ending):
        if start == _plain(after.start):
            return ""
        return f"sinds {start} (loopt nog)" if after.end is Ending.OPEN else f"vanaf {start} (einde onbekend)"
    end = _said(after.end, ending.end if isinstance(ending.end, DatePoint) else None, _sides(ending)[1])
    if (start, end) == (_plain(after.start), _plain(after.end)):
        return ""
    return f"van {start} tot en met {end}"


def _said(point: DatePoint, before: DatePoint | None, words: str) -> str:
    """How one side is said: in its own words when it did not move, as a third where it is one, else plainly."""
    if words and before is not None and before.edtf == point.edtf:
        return words
    return _third(point) or _plain(point)


def _sides(value: UncertainDate) -> tuple[str, str]:
    """The words of the start and of the end, where they can be told apart."""
    period = _PERIOD.fullmatch(value.words)
    if period:
        return period[1], period[2]
    since = _SINCE.fullmatch(value.words)
    if since:
        return since[1], ""
    return (value.words, "") if value.end is None or isinstance(value.end, Ending) else ("", "")


def _third(point: DatePoint) -> str:
    unit, first = unit_of(point), point.earliest
    if point.uncertain or unit not in (Unit.PART, Unit.THIRD):
        return ""
    if unit is Unit.PART:
        return f"{_THIRDS[first.month // 4]} {first.year}"
    return f"{_THIRDS[first.day // 10]} {MONTHS[first.month - 1]} {first.year}"


def _plain(point: DatePoint) -> str:
    return write(UncertainDate(point.edtf, point))
