"""Requests for help and what followed, as bars from the day of asking on: how long one waited, how long the help was.

All requests begin at the same left edge, so that waiting can be compared by eye; the day itself stands in words. What
is not sure fades, as on the timeline. A bar that goes on beyond the scale ends in an arrow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tijdlijn.analysis.requests import SHORT_DAYS, Answer
from tijdlijn.analysis.wording import duration
from tijdlijn.drawing.plain import plain
from tijdlijn.drawing.primitives import Drawing, Face, Group, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import shortened, text_width
from tijdlijn.language.dates_nl import write_short
from tijdlijn.layout import marks
from tijdlijn.layout.axis import MONTH_DAYS, Axis
from tijdlijn.layout.lanes import LANE_OF
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.naming import full_name, title_of
from tijdlijn.layout.picture_frame import Room, fitting
from tijdlijn.model.casebook import Case
from tijdlijn.model.vocabulary import Kind

LEAST_MONTHS, MOST_MONTHS = 12, 36
"""How far the scale reaches after the request at least and at most."""
RESULT_SHARE = 0.62
"""Of the width of a row, what the words of the result may take at most."""


def request_bars(case: Case, answers: Sequence[Answer], width: float, measure: Measure) -> Drawing:
    """The answers, a row each, in the order in which they are given."""
    room = Room(measure.mark, width - measure.bar, measure)
    months = _months(answers)
    axis = room.axis(0, round(months * MONTH_DAYS))
    step = measure.row + measure.bar + measure.pad * 1.5
    height = step * len(answers)
    strips = [number * step + measure.row for number in range(len(answers))]
    items: list[Primitive] = [*_ruler(axis, room, months, strips, height)]
    for number, answer in enumerate(answers):
        items += _row(case, answer, axis, room, number * step)
    return Drawing(width, height + measure.tiny * 1.5, tuple(items))


def _months(answers: Sequence[Answer]) -> int:
    """As many as show where help began and, for short help, where it ended."""
    days = [one.days[1] + min(one.length[1], SHORT_DAYS) for one in answers if one.days and one.length]
    wanted = max(days, default=0) / MONTH_DAYS
    return next((months for months in (12, 18, 24) if wanted <= months), MOST_MONTHS)


def _ruler(axis: Axis, room: Room, months: int, strips: Sequence[float], bottom: float) -> Iterator[Primitive]:
    """Months below all rows, and a line for each through the bars, not through what stands above them."""
    size = room.measure.tiny
    least = text_width("36 mnd", size) + size
    step = next(n for n in (3, 6, 12, 36) if n * MONTH_DAYS * axis.points_per_day >= least or n == 36)
    ends = 0.0
    for month in range(0, months + 1, step):
        x = axis.x(month * MONTH_DAYS)
        for top in strips:
            yield Line(x, top, x, top + room.measure.bar + room.measure.pad, "grid.year")
        words = f"{month} mnd" if month else "gevraagd"
        width = text_width(words, size)
        at = min(max(x - width / 2, 0.0), room.right - width)
        if at >= ends:
            yield Text(at, bottom + size, words, "axis.month", size)
            ends = at + width + size / 2
    yield Line(room.left, bottom, room.right, bottom, "axis.line")


def _row(case: Case, answer: Answer, axis: Axis, room: Room, top: float) -> Iterator[Primitive]:
    measure = room.measure
    asked = case.entries_by_id[answer.request_id]
    results, style = _results(answer)
    face = Face.SEMIBOLD if style == "label" else Face.REGULAR
    base = measure.baseline(top, measure.row, measure.label)
    most = room.right * RESULT_SHARE
    fits = (words for words in results if text_width(words, measure.small, face) <= most)
    result = next(fits, None) or shortened(results[-1], most, measure.small, face)
    wide = text_width(result, measure.small, face)
    day = f"{write_short(asked.date)}  " if asked.date else ""
    words = plain(f"{day}{title_of(asked)}")
    texts = fitting(words, 0.0, base, room.right - wide - 2 * measure.gap, "label", measure.label)
    strip = top + measure.row + measure.pad * 0.25
    middle = strip + measure.bar / 2
    mark = marks.mark(Kind.HULPVRAAG, LANE_OF[Kind.HULPVRAAG].key, axis.x(0), middle, measure.mark, hollow=True)
    asked_bounds = (0.0, top, room.right, measure.row)
    yield Text(room.right - wide, base, result, style, measure.small, face)
    yield from _answer(case, answer, axis, room, strip)
    yield Group(f"entry:{asked.id}", (*texts, *mark), full_name(case, asked), asked_bounds)


def _results(answer: Answer) -> tuple[tuple[str, ...], str]:
    """What followed in a few words, and in fewer; strong when it is a finding."""
    if answer.days is None:
        return ("geen hulp",), "label"
    waited = "meteen" if answer.days == (0, 0) else f"na {duration(answer.days)}"
    if max(answer.days) > 2 * MONTH_DAYS and answer.days[0] != answer.days[1]:
        waited = f"na hoogstens {duration((answer.days[1],) * 2)}"
    if answer.light_and_short:
        doubt = "" if answer.light_and_short == "zeker" else "misschien "
        return (f"{waited}, {doubt}licht en kort", f"{doubt}licht en kort"), "label"
    return (waited,), "label.soft"


def _answer(case: Case, answer: Answer, axis: Axis, room: Room, top: float) -> Iterator[Primitive]:
    measure = room.measure
    middle = top + measure.bar / 2
    if answer.answer_id is None or answer.days is None:
        yield Line(axis.x(0), middle, room.right, middle, "gap.edge")
        return
    least, most = answer.days
    start, last = min(axis.x(least), room.right), min(axis.x(most), room.right)
    yield Line(axis.x(0), middle, start, middle, "axis.line")
    if last > start:
        yield Line(start, middle, last, middle, "gap.edge")
    helped = case.entries_by_id[answer.answer_id]
    asked, bounds = case.bounds[answer.request_id], case.bounds[helped.id]
    ends = bounds.end_min - asked.start_max + 1, max(bounds.end_max, bounds.start_max) - asked.start_min + 1
    beyond = axis.x(ends[1]) > room.right
    right = min(max(axis.x(ends[1]), start + measure.mark * 0.4), room.right)
    sure = (last, min(axis.x(ends[0]), room.right)) if axis.x(ends[0]) > last else None
    if start >= room.right:
        sure = None
    ending = "open" if beyond or bounds.open_end else "unknown" if bounds.unknown_end else "known"
    lane = LANE_OF[helped.kind].key
    pieces = marks.bar(lane, (min(start, room.right - measure.mark), right), sure, top, measure.bar, ending)
    box = (start, top - 2, max(right - start, measure.mark), measure.bar + 4)
    yield Group(f"entry:{helped.id}", tuple(pieces), full_name(case, helped), box)
