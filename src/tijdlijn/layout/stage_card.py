"""The entry in focus of a presentation, told in large letters: when, what, who, and how old the children were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tijdlijn.drawing.plain import plain
from tijdlijn.drawing.primitives import Box, Face, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import shortened, text_width, wrapped
from tijdlijn.language.dates_nl import shown
from tijdlijn.layout.ages import age_on
from tijdlijn.layout.lanes import LANE_OF
from tijdlijn.layout.marks import diamond, mark
from tijdlijn.layout.naming import label_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.school import school_groups
from tijdlijn.model.vocabulary import Voice

Place = tuple[float, float, float, float]


def draw_card(case: Case, entry_id: str, unit: float, place: Place, remarks: Sequence[str] = ()) -> Iterator[Primitive]:
    """The card of an entry in a strip `(x, y, width, height)`; nothing is in focus when it is not in the case.

    `unit` is the least height of its text. `remarks` are said below it, such as who added it in this session.
    """
    x, y, width, height = place
    yield Box(x, y, width, height, "lane.even")
    yield Line(x, y, x + width, y, "axis.line")
    entry = case.entries_by_id.get(entry_id)
    if entry is None:
        return
    lane = LANE_OF[entry.kind].key
    yield Box(x, y, unit * 0.45, height, f"{lane}.mark")
    left, top = x + unit * 1.3, y + unit * 1.65
    ages = list(_ages(case, entry))
    side = max((text_width(line, unit) for line in ages), default=0.0)
    room = width - unit * 2.6 - (side + unit * 1.5 if side else 0.0)
    yield from mark(entry.kind, lane, left + unit * 0.4, top - unit * 0.34, unit * 0.8, False, False)
    yield Text(
        left + unit * 1.3, top, shortened(_when(entry), room - unit * 1.3, unit * 1.15), "label.soft", unit * 1.15
    )
    top += unit * 2.0
    size = unit * 1.75
    title = wrapped(plain(" ".join(label_of(entry).split())), room, size, Face.SEMIBOLD)
    if len(title) > 1:
        size = unit * 1.45
        title = wrapped(plain(" ".join(label_of(entry).split())), room, size, Face.SEMIBOLD)
    for line in _cut(title, 2, room, size, Face.SEMIBOLD):
        yield Text(left, top, line, "label", size, Face.SEMIBOLD)
        top += size * 1.22
    top += unit * 0.1
    lines = [line for text in _below(case, entry, remarks) for line in wrapped(text, room, unit)]
    free = int((y + height - unit * 0.3 - top) / (unit * 1.3)) + 1
    for line in _cut(lines, free, room, unit, Face.REGULAR):
        yield Text(left, top, line, "label", unit)
        top += unit * 1.3
    yield from _beside(entry, ages, unit, (x + width - unit * 1.3 - side, y + unit * 1.65))


def draw_opening(lines: tuple[str, ...], unit: float, place: Place) -> Iterator[Primitive]:
    """What stands in the place of a card before the story begins: a title in large letters, and lines below it."""
    x, y, width, height = place
    yield Box(x, y, width, height, "lane.even")
    yield Line(x, y, x + width, y, "axis.line")
    left, top, room = x + unit * 1.3, y + unit * 2.6, width - unit * 2.6
    for number, text in enumerate(lines):
        size, face = (unit * 1.75, Face.SEMIBOLD) if number == 0 else (unit * 1.1, Face.REGULAR)
        free = int((y + height - unit * 0.3 - top) / (size * 1.25)) + 1
        for line in _cut(wrapped(plain(" ".join(text.split())), room, size, face), min(free, 3), room, size, face):
            yield Text(left, top, line, "label", size, face)
            top += size * 1.25


def _when(entry: Entry) -> str:
    said = f"{shown(entry.date)} · {entry.kind.label}"
    return f"{said} · volgens het gezin" if entry.voice is Voice.GEZIN else said


def _below(case: Case, entry: Entry, remarks: Sequence[str]) -> Iterator[str]:
    """Who it was about and who was there, what more is told, and what is remarked."""
    who = [person.name for person in case.persons_of(entry)]
    with_ = [party.name for party in case.parties_of(entry)]
    said = " · ".join(filter(None, (", ".join(who), ", ".join(with_))))
    if said:
        yield plain(said)
    yield from map(plain, remarks)
    if entry.details.strip():
        yield plain(" ".join(entry.details.split()))


def _beside(entry: Entry, ages: list[str], unit: float, place: tuple[float, float]) -> Iterator[Primitive]:
    """How old the children were, and below it of which sort a schakelmoment is."""
    x, y = place
    for line in ages:
        yield Text(x, y, line, "label", unit)
        y += unit * 1.35
    if entry.schakelmoment:
        if not ages:
            x -= text_width(entry.schakelmoment, unit, Face.SEMIBOLD) + unit
        yield diamond(x + unit * 0.35, y - unit * 0.34, unit * 0.75, "schakel.mark")
        yield Text(x + unit, y, f"schakelmoment: {entry.schakelmoment}", "schakel.label", unit, Face.SEMIBOLD)


def _ages(case: Case, entry: Entry) -> Iterator[str]:
    """As in "Noor 9 jaar, groep 6", of each focus child that was born by then."""
    if entry.date is None:
        return
    day = entry.date.earliest
    for child in case.focus:
        if child.birth is None or child.birth.earliest > day:
            continue
        age = age_on(day, child.birth.earliest)
        school = next((name for first, last, name in school_groups(child.birth) if first <= day <= last and name), "")
        years = f"{age} jaar" if age else _months(day, child.birth.earliest)
        yield f"{plain(child.name)}: {years}" + (f", {school}" if school else "")


def _months(day: date, born: date) -> str:
    months = (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)
    return "pasgeboren" if months < 1 else "1 maand" if months == 1 else f"{months} maanden"


def _cut(lines: list[str], most: int, room: float, size: float, face: Face) -> list[str]:
    """The first lines; the last one says that there is more."""
    if len(lines) <= most or most < 1:
        return lines[: max(most, 0)]
    return [*lines[: most - 1], shortened(lines[most - 1] + " " + lines[most], room, size, face)]
