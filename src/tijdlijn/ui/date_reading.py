"""A date field's words: how a date is taken apart into begin and end, put together, and told back. Pure.

The words as written stay with the date as long as nobody changes them (design 1, Dates).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tijdlijn.language.dates_nl import DateContext, read, shown, weekday, write, write_day, write_duration
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import DatePoint, Ending, UncertainDate
from tijdlijn.model.entries import Bounds, Entry
from tijdlijn.model.vocabulary import Kind

_PERIOD = re.compile(r"van (.+) (?:tot en met|t/m) (.+)", re.IGNORECASE)
_SINCE = re.compile(r"(?:sinds|vanaf) (.+?)(?: \((?:loopt nog|einde onbekend)\))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parts:
    """A period as two pieces of text. `ending` is what is said of an end that is not written."""

    begin: str
    end: str
    ending: Ending | None = None


def context_of(case: Case, entry: Entry) -> DateContext:
    """What a phrase in this entry's date may lean on: today, the entry before it, the birth of whom it is about."""
    before: UncertainDate | None = None
    for other in case.timeline:
        if other.id == entry.id:
            break
        before = other.date or before
    persons = case.persons_of(entry) or case.focus
    births = [person.birth for person in persons if person.birth]
    return DateContext(case.today, before, births[0] if len(births) == 1 else None)


def parts_of(value: UncertainDate | None) -> Parts:
    """A date as begin and end; a single date of a period has an unknown end."""
    if value is None:
        return Parts("", "")
    ending = value.end if isinstance(value.end, Ending) else None
    begin = _said(value.start) if value.start else ""
    end = _said(value.end) if isinstance(value.end, DatePoint) else ""
    if value.end is None:
        return Parts(shown(value), "", Ending.UNKNOWN)
    written = _PERIOD.fullmatch(value.words)
    if written and begin and end:
        return Parts(written[1], written[2])
    since = _SINCE.fullmatch(value.words)
    return Parts(since[1] if since and ending is not None else begin, end, ending)


def _said(point: DatePoint) -> str:
    return write(UncertainDate(point.edtf, point))


def joined(parts: Parts, context: DateContext) -> UncertainDate | None:
    """The period that these pieces say; None when either cannot be read, or it ends before it begins."""
    begin, end = parts.begin.strip(), parts.end.strip()
    alone = read(begin, context) if begin else None
    if alone is not None and alone.is_interval:
        return alone
    if begin and end:
        return read(f"van {begin} tot en met {end}", context)
    if end:
        return read(f"tot en met {end} (begin onbekend)", context)
    if parts.ending is Ending.OPEN:
        return read(f"sinds {begin} (loopt nog)", context)
    return read(f"vanaf {begin} (einde onbekend)", context)


def told(value: UncertainDate, is_span: bool, reference: date) -> str:
    """What was understood, in days: "1 november 2019 t/m 31 maart 2020 · zeker van … t/m …"."""
    bounds = Entry("", Kind.BEMOEIENIS if is_span else Kind.CONTACT, "", value).bounds(reference)
    assert bounds is not None
    return _told_span(bounds) if is_span else _told_moment(bounds)


def _told_moment(bounds: Bounds) -> str:
    first, last = date.fromordinal(bounds.start_min), date.fromordinal(bounds.start_max)
    if first == last:
        return f"{weekday(first)} {write_day(first)}"
    days = bounds.start_max - bounds.start_min + 1
    return f"ergens van {write_day(first)} t/m {write_day(last)} · {write_duration(days)} speling"


def _told_span(bounds: Bounds) -> str:
    first, last = bounds.first_day, bounds.last_day
    parts = [f"{write_day(first)} t/m {write_day(last)}"]
    if bounds.open_end:
        parts = [f"{write_day(first)} t/m de peildatum, {write_day(last)}", "loopt nog"]
    elif bounds.unknown_end:
        parts = [f"vanaf {write_day(first)}", "einde onbekend"]
    sure = bounds.sure
    days = (last - first).days + 1
    if sure is None:
        parts.append("geen enkele dag is zeker")
    elif sure == bounds.possible:
        parts.append(write_duration(days))
    else:
        parts.append(f"zeker {_run(*sure)}")
    return " · ".join(parts)


def _run(first: int, last: int) -> str:
    if first == last:
        return f"alleen {write_day(date.fromordinal(first))}"
    return f"van {write_day(date.fromordinal(first))} t/m {write_day(date.fromordinal(last))}"
