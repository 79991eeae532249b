"""Calendar files out: read by a reader of our own that knows RFC 5545 only, and by the library."""

from __future__ import annotations

import re
from datetime import date

import pytest
from icalendar import Calendar

from tests.report.test_build import HOSTILE
from tijdlijn.drawing.plain import plain
from tijdlijn.exchange.calendar_out import Deadline, calendar_bytes

STAMP = date(2023, 11, 14)


def made(*deadlines: Deadline, name: str = "Afspraken") -> bytes:
    return calendar_bytes(name, deadlines, STAMP)


def lines(data: bytes) -> list[str]:
    """The content lines: what was folded at 75 octets put together again (RFC 5545, 3.1)."""
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    return data.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")[:-1]


def events(data: bytes) -> list[dict[str, str]]:
    """The events, each property under its name and parameters; texts without their escapes (3.3.11)."""
    found: list[dict[str, str]] = []
    for line in lines(data):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name != "END":
            found[-1][name] = re.sub(r"\\(.)", lambda sign: {"n": "\n", "N": "\n"}.get(sign[1], sign[1]), value)
    return found


def test_a_deadline_is_an_event_of_one_day_that_blocks_nothing() -> None:
    data = made(Deadline("a1", date(2024, 12, 31), "Bellen", "Wie: Judith"))
    assert events(data) == [
        {
            "UID": "a1@tijdlijn",
            "DTSTAMP": "20231114T000000Z",
            "DTSTART;VALUE=DATE": "20241231",
            "DTEND;VALUE=DATE": "20250101",
            "SUMMARY": "Bellen",
            "DESCRIPTION": "Wie: Judith",
            "TRANSP": "TRANSPARENT",
            "X-MICROSOFT-CDO-BUSYSTATUS": "FREE",
            "CLASS": "PRIVATE",
        }
    ]


def test_the_calendar_has_a_name_and_no_invitation() -> None:
    told = lines(made(name="Afspraken casus 2023-04"))
    assert told[0] == "BEGIN:VCALENDAR"
    assert {"VERSION:2.0", "METHOD:PUBLISH", "X-WR-CALNAME:Afspraken casus 2023-04"} <= set(told)
    assert not any(line.startswith(("ATTENDEE", "ORGANIZER", "BEGIN:VTODO")) for line in told)


def test_a_deadline_without_a_description_has_none() -> None:
    assert "DESCRIPTION" not in events(made(Deadline("a", STAMP, "Bellen")))[0]


def test_the_same_deadlines_give_the_same_bytes() -> None:
    assert made(Deadline("a", STAMP, "x")) == made(Deadline("a", STAMP, "x"))


@pytest.mark.parametrize(
    "typed", [*HOSTILE, "a;b,c\\d\\n", "x\r\nBEGIN:VEVENT\r\nSUMMARY:erin gesmokkeld", "é" * 200, "lang " * 800]
)
def test_what_was_typed_comes_out_and_never_becomes_a_line_of_its_own(typed: str) -> None:
    data = made(Deadline("a", STAMP, typed, typed), name=typed)
    (event,) = events(data)
    assert event["SUMMARY"] == plain(typed)
    assert " ".join(event["DESCRIPTION"].split()) == " ".join(plain(typed).split())
    (read,) = Calendar.from_ical(data).walk("VEVENT")
    assert str(read["SUMMARY"]) == plain(typed)
