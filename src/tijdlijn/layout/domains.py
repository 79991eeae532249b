"""The life domains under each other: of each its problems above the line and its help below it, on one axis of years.

The rule: it is blocks, as the pictures of a series, so that panel and paper show the same. What lies before the picture
begins (a parent's own history) is counted at its edge, never left out in silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.domains import PROBLEMS, Coverage, Domains
from tijdlijn.analysis.gaps import family_window, since_birth
from tijdlijn.analysis.wording import number
from tijdlijn.drawing.plain import plain
from tijdlijn.drawing.primitives import Box, Face, Group, Line, Primitive, Text
from tijdlijn.drawing.tags import FIGURE, tagged
from tijdlijn.drawing.text_metrics import shortened, text_width
from tijdlijn.language.dates_nl import write_duration
from tijdlijn.layout.flow import Block
from tijdlijn.layout.lanes import LANE_OF
from tijdlijn.layout.marks import mark
from tijdlijn.model.casebook import Case

TITLE = "Leefgebieden"
LEAD = (
    "Per leefgebied boven de lijn de problemen (gebeurtenissen, hulpvragen, signalen en diagnoses die het noemen), "
    "eronder de hulp die het noemt."
)
NAMES, WORDS = 128.0, 140.0
"""Room for the name of a domain and for what is said of it, beside its strip."""
NARROW = 430.0
"""Below this width these stand above the strip."""
SIZE, SMALL = 8.4, 7.2
HIGH, ABOVE = 26.0, 14.0
"""The height of a strip, and of its name where that stands above it."""
MARK = 5.0


@dataclass(frozen=True, slots=True)
class _Axis:
    """The days of the picture and where they stand."""

    first: int
    last: int
    left: float
    right: float

    def x(self, day: float) -> float:
        part = (min(max(day, self.first), self.last + 1) - self.first) / (self.last + 1 - self.first)
        return self.left + part * (self.right - self.left)


def domain_blocks(case: Case, domains: Domains, width: float) -> Iterator[Block]:
    """A strip of each domain of which a problem or help is known, then the years; nothing where none is."""
    touched = domains.touched
    if not touched:
        return
    narrow = width < NARROW
    first, last = _days(case, touched)
    axis = _Axis(first, last, 0.0 if narrow else NAMES, width - (0.0 if narrow else WORDS))
    *strips, last_strip = (_strip(case, coverage, axis, width, narrow) for coverage in touched)
    yield from strips
    yield replace(last_strip, keep=True)
    yield _years(axis, width)


def _days(case: Case, touched: tuple[Coverage, ...]) -> tuple[int, int]:
    """From when the children are there and something is known, to the reference day."""
    window = family_window(case)
    troubled = since_birth(case, (entry for entry in case.actual if entry.kind in PROBLEMS and entry.domains))
    starts = [case.bounds[troubled.id].start_min] if troubled else []
    starts += [window[0]] if window else []
    if not starts:
        known = (days for one in touched for days in (*one.possible, one.first_problem) if days)
        starts = [days[0] for days in known]
    first, last = min(starts, default=case.reference.toordinal()), case.reference.toordinal()
    return (first, last) if first < last else (last - 30, last)


def coverage_words(coverage: Coverage) -> str:
    """`nooit hulp`, or how long there was help: `ruim 3 jaar hulp`."""
    if coverage.never_helped is Status.ZEKER:
        return "nooit hulp"
    if coverage.never_helped is Status.MOGELIJK:
        return "misschien nooit hulp"
    least, most = coverage.days_helped
    if not most:
        return "geen hulp"
    return f"{write_duration(most)} hulp" if least == most else f"hoogstens {write_duration(most)} hulp"


def _strip(case: Case, coverage: Coverage, axis: _Axis, width: float, narrow: bool) -> Block:
    down = ABOVE if narrow else 0.0
    said, name = coverage_words(coverage), plain(coverage.domain)
    face = Face.SEMIBOLD if coverage.never_helped else Face.REGULAR
    style = "pan.text" if coverage.never_helped else "label.soft"
    room = NAMES - 10.0 if not narrow else width * 0.62
    beside = WORDS - 8.0 if not narrow else width - min(room, text_width(name, SIZE)) - 8.0
    words = shortened(said, beside, SMALL, face)
    middle = down + 13.0
    items: list[Primitive] = [
        Text(0.0, 10.0 if narrow else middle + 2.5, shortened(name, room, SIZE), "label", SIZE),
        Text(
            width - text_width(words, SMALL, face) if narrow else axis.right + 8.0,
            10.0 if narrow else middle + 2.5,
            words,
            style,
            SMALL,
            face,
        ),
        Line(axis.left, middle, axis.right, middle, "axis.tick"),
        *_help(coverage, axis, middle),
        *_problems(case, coverage, axis, middle),
    ]
    height = down + HIGH
    label = f"{name}: {number(len(coverage.problem_ids), 'probleem', 'problemen')}, {said}"
    bounds = (0.0, 0.0, width, height)
    group = Group(f"domain:{coverage.domain}", tuple(items), label, bounds)
    return Block(height, (tagged(FIGURE, (group,), label, bounds),), role="", width=width)


def _help(coverage: Coverage, axis: _Axis, middle: float) -> Iterator[Primitive]:
    for days, how in ((coverage.possible, "possible"), (coverage.sure, "sure")):
        for first, last in days:
            if last >= axis.first and first <= axis.last:
                left = axis.x(first)
                yield Box(left, middle + 2.5, max(1.0, axis.x(last + 1) - left), 6.0, f"hulp.{how}")


def _problems(case: Case, coverage: Coverage, axis: _Axis, middle: float) -> Iterator[Primitive]:
    earlier = 0
    for id_ in coverage.problem_ids:
        entry, bounds = case.entries_by_id[id_], case.bounds[id_]
        if bounds.start_max < axis.first:
            earlier += 1
        elif bounds.start_min <= axis.last:
            lane = LANE_OF[entry.kind].key
            low, high = axis.x(bounds.start_min), axis.x(bounds.start_max + 1)
            if bounds.start_max > bounds.start_min:
                yield Line(low, middle - 6.0, high, middle - 6.0, f"{lane}.bracket")
            half = MARK / 2 + 0.6
            centre = min(max((low + high) / 2, axis.left + half), axis.right - half)
            yield from mark(entry.kind, lane, centre, middle - 6.0, MARK, False)
    if earlier:
        yield Text(axis.left, middle - 8.5, f"‹ {earlier} eerder", "label.faint", SMALL)


def _years(axis: _Axis, width: float) -> Block:
    items: list[Primitive] = [Line(axis.left, 0.0, axis.right, 0.0, "axis.line")]
    reach = float("-inf")
    for year in range(date.fromordinal(axis.first).year, date.fromordinal(axis.last).year + 1):
        x = axis.x(date(year, 1, 1).toordinal())
        if x > axis.left:
            items.append(Line(x, 0.0, x, 3.0, "axis.tick"))
        wide = text_width(str(year), SMALL)
        if x >= reach + 6.0 and x + wide <= axis.right:
            items.append(Text(x, 11.0, str(year), "axis.month", SMALL))
            reach = x + wide
    return Block(15.0, tuple(items), role="", width=width)
