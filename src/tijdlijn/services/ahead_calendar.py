"""The life ahead for an agenda (.ics): what runs out with its reminders, and what is expected on the timeline.

The rule: only what the timeline says goes in an agenda. A proposal that nobody took over does not. What is not known to
the day stands on the first day it may be, as too early harms nobody, and says so. The ids of events rest on those of
entries: an agenda that takes the file in again moves what moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tijdlijn.analysis.ahead import Ahead, find_ahead
from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.expiring import REMIND_MONTHS, Expiry
from tijdlijn.exchange.calendar_out import Deadline, calendar_bytes
from tijdlijn.language.dates_nl import shown, write_day
from tijdlijn.layout.naming import title_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.problems import Problem

NOTHING_AHEAD = (
    "Er loopt niets af en er wordt niets verwacht; er is niets geschreven. Geef een beschikking of maatregel een "
    "einddatum, of neem bij Vooruit een voorstel over."
)
AHEAD_OF = {6: "half jaar", 3: "drie maanden"}


def ahead_calendar(case: Case) -> bytes:
    """What lies ahead of a case as the bytes of a calendar file. Raises Problem when nothing does."""
    events = list(deadlines(case, find_ahead(case)))
    if not events:
        raise Problem(NOTHING_AHEAD)
    return calendar_bytes(f"Vooruit {_called(case)}".strip(), events, case.today)


def deadlines(case: Case, ahead: Ahead) -> Iterator[Deadline]:
    """Every event: of each end the reminders that are still to come before it, then what is expected."""
    for one in ahead.endings:
        if one.first is not None:
            yield from _ending(case, one, max(one.first, case.reference))
    for id_ in ahead.planned:
        entry = case.entries_by_id[id_]
        day = max(case.bounds[id_].first_day, case.reference)
        yield Deadline(f"verwacht-{id_}", day, _headed(case, title_of(entry)), _described(case, entry))


def _ending(case: Case, one: Expiry, day: date) -> Iterator[Deadline]:
    entry = case.entries_by_id[one.entry_id]
    title = f"einde {entry.kind.label}: {title_of(entry)}"
    about = "\n".join(_told(case, one, entry))
    for months, reminder in zip(REMIND_MONTHS, one.reminders, strict=False):
        if reminder >= case.reference:
            summary = f"over {AHEAD_OF[months]}: {title}"
            yield Deadline(f"einde-{entry.id}-{months}", reminder, _headed(case, summary), about)
    yield Deadline(f"einde-{entry.id}", day, _headed(case, title), about)


def _told(case: Case, one: Expiry, entry: Entry) -> Iterator[str]:
    assert one.first is not None
    assert one.last is not None
    if one.first == one.last:
        yield f"Loopt tot en met {write_day(one.last)}."
    else:
        yield f"De dag is niet precies bekend: van {write_day(one.first)} tot en met {write_day(one.last)}."
    if one.at_18:
        yield "Eindigt uiterlijk bij 18 jaar."
    if one.followed_by:
        sure = "Daarna" if one.followed is Status.ZEKER else "Daarna misschien"
        yield f"{sure}: {title_of(case.entries_by_id[one.followed_by])}."
    else:
        yield "Er is niets bekend wat erop volgt."
    if entry.person_ids:
        yield f"Over: {', '.join(person.name for person in case.persons_of(entry))}."


def _described(case: Case, entry: Entry) -> str:
    when = f"Verwacht: {shown(entry.date)}."
    about = f"Over: {', '.join(person.name for person in case.persons_of(entry))}." if entry.person_ids else ""
    return "\n".join(filter(None, (when, about, entry.details)))


def _called(case: Case) -> str:
    return f"casus {case.code}" if case.code else ""


def _headed(case: Case, words: str) -> str:
    called = _called(case).capitalize()
    return f"{called}: {words}" if called else f"{words[:1].upper()}{words[1:]}"
