"""Time counted from an anchor: T−90 is ninety days before it, whatever the calendar says.

An anchor is the start of an entry, or the birth of a child. One anchor gives a second ruler under the calendar; two or
more put the same family above itself, each time with another anchor at the same place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor

from tijdlijn.drawing.primitives import Box, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.language.dates_nl import shown
from tijdlijn.layout.axis import YEAR_DAYS, Axis
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.naming import title_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.views import BIRTH

Window = tuple[float, float]

STEPS: tuple[float, ...] = (1, 7, 14, 30, 90, YEAR_DAYS / 2, YEAR_DAYS, *(n * YEAR_DAYS for n in (2, 5, 10, 20)))
"""Days between the marks of a ruler, from fine to coarse."""
ROOM = 5.6
"""Ems of its label that a mark needs."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Day 0 of a ruler: `day` is its day number, the earliest it may be. `is_sure` says that the day is known.

    `person_ids` are the children that it is about: a strand of it shows them, and what is of no child in particular.
    """

    id: str
    name: str
    day: int
    is_sure: bool = True
    person_ids: frozenset[str] = frozenset()


def anchors_of(case: Case, ids: Sequence[str]) -> tuple[Anchor, ...]:
    """The anchors that are still there and have a date, in the order given."""
    found = (_birth(case, id_) if id_.startswith(BIRTH) else _entry(case, id_) for id_ in dict.fromkeys(ids))
    return tuple(anchor for anchor in found if anchor is not None)


def _birth(case: Case, id_: str) -> Anchor | None:
    person = case.persons_by_id.get(id_.removeprefix(BIRTH))
    if person is None or person.birth is None:
        return None
    first, last = person.birth.earliest, person.birth.latest(case.reference)
    own = frozenset({person.id}) & {child.id for child in case.focus}
    return Anchor(id_, f"Geboorte {person.name}", first.toordinal(), first == last, own)


def _entry(case: Case, id_: str) -> Anchor | None:
    entry, days = case.entries_by_id.get(id_), case.bounds.get(id_)
    if entry is None or days is None:
        return None
    children = frozenset(child.id for child in case.focus)
    name = f"{title_of(entry)}, {shown(entry.date)}"
    return Anchor(id_, name, days.start_min, days.start_min == days.start_max, children.intersection(entry.person_ids))


def draw_relative(
    anchor: Anchor, axis: Axis, measure: Measure, window: Window, top: float, height: float
) -> Iterator[Primitive]:
    """A ruler of days before and after an anchor, `height` points high."""
    ems = axis.points_per_day / measure.tiny
    step = next((step for step in STEPS if step * ems >= ROOM), STEPS[-1])
    first = floor((axis.day(window[0]) - anchor.day) / step) - 1
    last = ceil((axis.day(window[1]) - anchor.day) / step) + 1
    bottom = top + height
    yield Line(window[0], bottom, window[1], bottom, "rule")
    for number in range(first, last + 1):
        x = axis.x(anchor.day + number * step)
        text = _words(number, step)
        width = text_width(text, measure.tiny)
        if number:
            yield Line(x, bottom - height * 0.35, x, bottom, "axis.tick")
            yield Text(x + 3, measure.baseline(top, height, measure.tiny), text, "label.soft", measure.tiny)
        else:
            yield Box(x, top + 1, width + 8, height - 2, "today.label", 2.0)
            base = measure.baseline(top, height, measure.tiny)
            yield Text(x + 4, base, text, "anchor.text", measure.tiny)


def draw_anchor_line(anchor: Anchor, axis: Axis, top: float, bottom: float) -> Iterator[Primitive]:
    """The line of an anchor through its lanes."""
    x = axis.x(anchor.day)
    yield Line(x, top, x, bottom, "today.line")


def _words(number: int, step: float) -> str:
    if number == 0:
        return "T"
    sign, count = ("−" if number < 0 else "+"), abs(number)
    if step < YEAR_DAYS / 2:
        return f"T{sign}{round(count * step)}"
    if step == STEPS[5]:
        return f"T{sign}{count * 6} mnd" if count % 2 else f"T{sign}{count // 2} jr"
    return f"T{sign}{round(count * step / YEAR_DAYS)} jr"
