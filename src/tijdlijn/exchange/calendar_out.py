"""Calendar files out: what has to be done by which day, as iCalendar (RFC 5545) that any agenda takes in.

The rule: each becomes one event that takes the whole day and blocks none of it. A task (VTODO) is what it really is,
but the agendas that most people have do not take tasks in, and who shows both would show all twice (docs/decisions.md).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from tijdlijn.drawing.plain import plain, plain_lines

PRODUCT = "-//tijdlijn//tijdlijn//NL"


@dataclass(frozen=True, slots=True)
class Deadline:
    """What has to be done on a day at the latest. `uid` stays the same when it is written again, so that an agenda
    knows it again."""

    uid: str
    day: date
    summary: str
    description: str = ""


def calendar_bytes(name: str, deadlines: Iterable[Deadline], stamp: date) -> bytes:
    """The deadlines under the name of a calendar. `stamp` is the day on which it was said; no clock is asked."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", plain(name))
    moment = datetime.combine(stamp, time.min, UTC)
    for deadline in deadlines:
        calendar.add_component(_event(deadline, moment))
    data: bytes = calendar.to_ical()
    return data


def _event(deadline: Deadline, moment: datetime) -> Event:
    event = Event()
    event.add("uid", f"{plain(deadline.uid)}@tijdlijn")
    event.add("dtstamp", moment)
    event.add("dtstart", deadline.day)
    event.add("dtend", deadline.day + timedelta(1))
    event.add("summary", plain(deadline.summary))
    if deadline.description.strip():
        event.add("description", plain_lines(deadline.description).strip())
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    event.add("class", "PRIVATE")
    return event
