"""What stands above the lanes and stays in view: schakelmomenten, years and months, the age of each focus child."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from tijdlijn.drawing.primitives import Box, Face, Group, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import shortened, text_width
from tijdlijn.layout.axis import Axis, Tick, fine_ticks, year_ticks
from tijdlijn.layout.marks import diamond
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.naming import full_name, title_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate, add_months
from tijdlijn.model.entries import Entry
from tijdlijn.model.people import Person
from tijdlijn.model.school import school_groups

Window = tuple[float, float]
FREE = float("inf")


@dataclass(frozen=True, slots=True)
class Turn:
    """A schakelmoment above the axis: the stretch of x it may lie in and where its name stands, if it has room."""

    entry: Entry
    left: float
    right: float
    row: int | None
    begin: float
    width: float
    label: str

    @property
    def centre(self) -> float:
        """The middle of the stretch, where its diamond stands."""
        return (self.left + self.right) / 2


def place_turns(
    case: Case, axis: Axis, measure: Measure, rows: int = 4, edge: float = FREE, shown: frozenset[str] | None = None
) -> tuple[Turn, ...]:
    """Every dated schakelmoment of what happened, with its name in one of `rows` rows above the axis.

    Names are placed from the right, so that of names above each other the earliest stands highest and the line
    from a name to its diamond crosses no other name.
    """
    entries = [e for e in case.actual if e.schakelmoment and (shown is None or e.id in shown)]
    extents = [_extent(case, entry, axis) for entry in entries]
    turns: list[Turn] = []
    free = [edge + measure.gap] * rows
    for (left, right), entry in sorted(zip(extents, entries, strict=True), key=lambda pair: -sum(pair[0])):
        begin = (left + right) / 2 + measure.mark * 0.25
        width = text_width(title_of(entry), measure.small, Face.SEMIBOLD)
        if left < edge < begin + width:
            begin = max(edge - width, begin - width)
        row, room = _free_row(free, begin, width, measure)
        if row is not None:
            free[row] = begin
            free[:row] = [min(taken, (left + right) / 2 - measure.gap) for taken in free[:row]]
        turns.append(Turn(entry, left, right, row, begin, min(width, room), title_of(entry)))
    places = {entry.id: place for place, entry in enumerate(entries)}
    return tuple(sorted(turns, key=lambda turn: places[turn.entry.id]))


def _extent(case: Case, entry: Entry, axis: Axis) -> tuple[float, float]:
    days = case.bounds[entry.id]
    return axis.x(days.start_min), axis.x(days.start_max + 1)


def _free_row(free: list[float], begin: float, width: float, measure: Measure) -> tuple[int | None, float]:
    """The lowest row with room for a whole name, else the row with most room when that is worth it."""
    for row, taken in enumerate(free):
        if begin + width + measure.gap <= taken:
            return row, width
    row = max(range(len(free)), key=lambda index: free[index])
    room = free[row] - begin - measure.gap
    return (row, room) if room >= 4 * measure.small else (None, 0.0)


def draw_turns(
    case: Case, turns: tuple[Turn, ...], measure: Measure, window: Window, top: float, rows: int
) -> Iterator[Primitive]:
    """The names and diamonds above the axis; those without room for a name keep their diamond."""
    line = measure.small * 1.3
    bottom = top + rows * line + measure.mark * 1.3
    yield from _unnamed(turns, measure, window, bottom)
    for turn in turns:
        left, right = turn.centre - measure.mark, turn.centre + measure.mark
        if turn.row is not None:
            left, right = min(left, turn.begin), max(right, turn.begin + turn.width)
        if right < window[0] or left > window[1]:
            continue
        y = bottom - measure.mark * 0.2
        children: list[Primitive] = [diamond(turn.centre, y, measure.mark * 1.35, "schakel.mark")]
        if turn.row is not None:
            base = top + (rows - turn.row) * line - line * 0.22 + measure.mark * 0.3
            x = max(turn.begin, window[0])
            text = shortened(turn.label, turn.begin + turn.width - x + 0.01, measure.small, Face.SEMIBOLD)
            if turn.row:
                children.insert(0, Line(turn.centre, base + 2, turn.centre, y, "schakel.line"))
            if text:
                children.append(Text(x, base, text, "schakel.label", measure.small, Face.SEMIBOLD))
        name = "schakelmoment: " + full_name(case, turn.entry)
        yield Group(f"turn:{turn.entry.id}", tuple(children), name, (left, top, right - left, bottom - top))


def _unnamed(turns: tuple[Turn, ...], measure: Measure, window: Window, bottom: float) -> Iterator[Primitive]:
    """How many schakelmomenten that stand together found no room for their names, as a number beside their diamonds."""
    places = sorted(turn.centre for turn in turns)
    base = bottom + measure.mark * 0.2
    together: list[float] = []
    for x in [*sorted(turn.centre for turn in turns if turn.row is None), FREE]:
        if together and x - together[-1] > 6 * measure.mark:
            text = f"+{len(together)}"
            width = text_width(text, measure.tiny)
            after = next((place for place in places if place > together[-1]), FREE)
            before = next((place for place in reversed(places) if place < together[0]), -FREE)
            right = after - together[-1] >= width + 2 * measure.mark or together[0] - before < width + 2 * measure.mark
            left = together[-1] + measure.mark if right else together[0] - measure.mark - width
            if left + width >= window[0] and left <= window[1]:
                yield Text(left, base, text, "label.soft", measure.tiny)
            together = []
        together.append(x)


def draw_turn_lines(turns: tuple[Turn, ...], window: Window, top: float, bottom: float) -> Iterator[Primitive]:
    """The line of each schakelmoment through all lanes; one that is not exact has the stretch it may lie in."""
    for turn in turns:
        if turn.right < window[0] or turn.left > window[1]:
            continue
        if turn.right - turn.left > 3:
            left, right = max(turn.left, window[0]), min(turn.right, window[1])
            yield Box(left, top, right - left, bottom - top, "schakel.extent")
            for x in (left, right):
                yield Line(x, top, x, bottom, "schakel.line")
        else:
            yield Line(turn.centre, top, turn.centre, bottom, "schakel.line")


def draw_axis(
    axis: Axis, measure: Measure, window: Window, top: float, seen: Window | None = None
) -> Iterator[Primitive]:
    """Years over months, weeks or days, with a line below; `axis_height` points high.

    Each label stands in the middle of the part of its division that is `seen`, which is the window when not given.
    """
    seen = seen or window
    first, last = axis.day(window[0]), axis.day(window[1])
    years, fine = list(year_ticks(axis, first, last, measure.tiny)), list(fine_ticks(axis, first, last, measure.tiny))
    bottom = top + axis_height(measure)
    upper = top + measure.year * 1.45
    yield Line(window[0], bottom, window[1], bottom, "axis.line")
    for tick in years:
        if axis.x(tick.day) >= window[0]:
            yield Line(axis.x(tick.day), upper if fine else bottom - 6, axis.x(tick.day), bottom, "axis.tick")
        yield from _centred(axis, tick, measure.year, top + measure.year * 1.1, "axis.year", seen, Face.SEMIBOLD)
    for tick in fine:
        if axis.x(tick.day) >= window[0]:
            yield Line(axis.x(tick.day), bottom - 5, axis.x(tick.day), bottom, "axis.tick")
        yield from _centred(axis, tick, measure.tiny, bottom - measure.small * 0.45, "axis.month", seen)


def draw_axis_edges(axis: Axis, measure: Measure, window: Window, top: float) -> Iterator[Primitive]:
    """What the edges of the window cut of an axis that was drawn as a whole: those divisions with their labels anew."""
    bottom, upper = top + axis_height(measure), top + measure.year * 1.45
    for edge in window:
        day = axis.day(edge)
        for tick in year_ticks(axis, day, day, measure.tiny):
            yield from _cut(axis, tick, window, (top, upper), measure, True)
        for tick in fine_ticks(axis, day, day, measure.tiny):
            yield from _cut(axis, tick, window, (upper, bottom - 1), measure, False)


def _cut(
    axis: Axis, tick: Tick, window: Window, strip: tuple[float, float], measure: Measure, is_year: bool
) -> Iterator[Primitive]:
    left, right = axis.x(tick.day), axis.x(tick.end)
    if (left >= window[0] and right <= window[1]) or not left < window[1] or not right > window[0]:
        return
    left, right = max(left + 1.5, window[0]), min(right - 1.5, window[1])
    yield Box(left, strip[0], max(right - left, 0.0), strip[1] - strip[0], "paper")
    if is_year:
        yield from _centred(axis, tick, measure.year, strip[0] + measure.year * 1.1, "axis.year", window, Face.SEMIBOLD)
    else:
        yield from _centred(axis, tick, measure.tiny, strip[1] + 1 - measure.small * 0.45, "axis.month", window)


def axis_height(measure: Measure) -> float:
    """Height of the axis in points."""
    return measure.year * 1.45 + measure.small * 1.35


def _centred(
    axis: Axis, tick: Tick, size: float, y: float, style: str, window: Window, face: Face = Face.REGULAR
) -> Iterator[Primitive]:
    """A label in the middle of the visible part of its division, when it fits."""
    width = text_width(tick.label, size, face)
    left, right = axis.x(tick.day), axis.x(tick.end)
    seen_left, seen_right = max(left, window[0]), min(right, window[1])
    if tick.label and seen_right - seen_left >= width + 2:
        yield Text((seen_left + seen_right - width) / 2, y, tick.label, style, size, face)


def draw_grid(axis: Axis, measure: Measure, window: Window, top: float, bottom: float) -> Iterator[Primitive]:
    """A thin line through the lanes at every division of the axis that has room."""
    first, last = axis.day(window[0]), axis.day(window[1])
    if axis.points_per_day * 30 >= 2.6 * measure.tiny:
        for tick in fine_ticks(axis, first, last, measure.tiny):
            yield Line(axis.x(tick.day), top, axis.x(tick.day), bottom, "grid.month")
    for tick in year_ticks(axis, first, last, measure.tiny):
        yield Line(axis.x(tick.day), top, axis.x(tick.day), bottom, "grid.year")


def draw_ruler(
    person: Person, index: int, axis: Axis, measure: Measure, window: Window, top: float, seen: Window | None = None
) -> Iterator[Primitive]:
    """The age of a focus child, a cell for each year of life from birth, with its school year where there is room.

    Words stand where they are `seen`, which is the window when not given.

    A birth that is not known to the day gives cells from its earliest day; the ruler's name says that it is so.
    """
    if person.birth is None:
        return
    seen = seen or window
    born = person.birth.earliest
    colour = f"person{index % 6}"
    year_width = 365.25 * axis.points_per_day
    step = next((n for n in (1, 2, 5, 10) if n * year_width >= measure.small * 1.6), 20)
    baseline = measure.baseline(top, measure.ruler, measure.tiny)
    for age in range(0, 100, step):
        start, end = _birthday(born, age), _birthday(born, age + step)
        left, right = axis.x(start), axis.x(end)
        if right < window[0]:
            continue
        if left > window[1]:
            break
        style = f"{colour}.odd" if (age // step) % 2 else f"{colour}.even"
        yield Box(max(left, window[0]), top, min(right, window[1]) - max(left, window[0]), measure.ruler, style)
        left, right = max(left, seen[0]), min(right, seen[1])
        if right - left < text_width(str(age), measure.small, Face.SEMIBOLD) + measure.gap:
            continue
        text, size = str(age), measure.tiny
        yield Text(left + measure.gap * 0.7, baseline, text, f"{colour}.text", size, Face.SEMIBOLD)
    if year_width >= measure.small * 6.5:
        yield from _groups(person, colour, axis, measure, window, seen, top, baseline)


def _groups(
    person: Person,
    colour: str,
    axis: Axis,
    measure: Measure,
    window: Window,
    seen: Window,
    top: float,
    baseline: float,
) -> Iterator[Primitive]:
    assert person.birth is not None
    size = measure.tiny
    number = text_width("16", measure.small, Face.SEMIBOLD) + measure.gap * 1.4
    born = person.birth.earliest
    for first, last, name in school_groups(person.birth):
        left, right = axis.x(first.toordinal()), axis.x(last.toordinal() + 1)
        if right < window[0] or left > window[1] or not name:
            continue
        x = _free_place(axis, born, (left, right), number, text_width(name, size), seen)
        if left >= window[0]:
            yield Line(left, top + measure.ruler * 0.55, left, top + measure.ruler, "axis.tick")
        if x is not None:
            yield Text(x + 1.5, baseline, name, f"{colour}.text", size)


def _free_place(
    axis: Axis, born: date, year: tuple[float, float], number: float, width: float, window: Window
) -> float | None:
    """Where in a school year its name has room beside the numbers of the birthdays, or None."""
    left, right = max(year[0], window[0]), min(year[1], window[1])
    births = [axis.x(_birthday(born, age)) for age in range(2, 21)]
    births = [max(b, window[0]) for b, following in pairwise(births) if following > window[0]]
    near = [x for x in births if left - number < x < right]
    starts = [max([left, *(b + number for b in near if b <= left)]), *(b + number for b in near if b > left)]
    fitting = (x for x in starts if x + width + 3 <= right)
    return next((x for x in fitting if all(x >= b + number or x + width + 3 <= b for b in near)), None)


def ruler_edge(person: Person, axis: Axis, x: float) -> float:
    """Up to where a ruler that was drawn as a whole is cut by an edge at `x`: to the end of the year of life and of
    the school year there."""
    assert person.birth is not None
    day = axis.day(x)
    return axis.x(max(next((end for end in ends if end > day), day) for ends in _cell_ends(person.birth)))


@cache
def _cell_ends(birth: UncertainDate) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The days on which the years of a life and its school years end."""
    years = tuple(_birthday(birth.earliest, age) for age in range(100))
    return years, tuple(last.toordinal() + 1 for _, last, _ in school_groups(birth))


def _birthday(born: date, age: int) -> int:
    return add_months(born, 12 * age).toordinal()
