"""The coming years of one child as a strip: years with its age, what runs out as bars, what is expected as marks.

   2024    2025    2026
    13      14      15
  ████ Ondertoezichtstelling      runs until there
        ● MST stopt               on the timeline
                ◌ 16: beslist…    only proposed

The rule: the strips of all children of a case have one axis, so that they can be compared down the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tijdlijn.analysis.ahead import Ahead
from tijdlijn.drawing.plain import plain
from tijdlijn.drawing.primitives import Box, Face, Line, Primitive, Text
from tijdlijn.drawing.tags import FIGURE, tagged
from tijdlijn.drawing.text_metrics import shortened, text_width
from tijdlijn.language.dates_nl import shown
from tijdlijn.layout.flow import Block
from tijdlijn.layout.naming import title_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import age_on
from tijdlijn.model.people import Person

MOST_YEARS = 15
"""Years that a strip shows at most; the tables below it have everything."""
NAME, YEARS, ROW, SMALL, MARK, GAP = 16.0, 22.0, 13.0, 7.6, 6.0, 4.0
LEAST_LABEL = 60.0
"""Room beside the ink, in points, from which words stand there."""
LEAST_WIDE = 12.0
"""Width of a year, in points, from which it has its age."""


@dataclass(frozen=True, slots=True)
class _Item:
    """Something on a strip: its words, its first and last day, and how it is drawn (`bar`, `known` or `proposed`)."""

    words: str
    first: date
    last: date
    how: str
    when: str


@dataclass(frozen=True)
class _Years:
    """Days as places: from the begin of the reference year, so many years over a width."""

    first: int
    count: int
    width: float

    def x(self, day: date) -> float:
        """The place of a day, within the strip."""
        start, end = date(self.first, 1, 1).toordinal(), date(min(self.first + self.count, date.max.year), 1, 1)
        part = (day.toordinal() - start) / max(end.toordinal() - start, 1)
        return min(max(part, 0.0), 1.0) * self.width


def strips(case: Case, ahead: Ahead, width: float) -> Iterator[Block]:
    """A strip for each child of whom anything lies ahead, in focus first; each stays whole on a page."""
    found = [(child, tuple(_items(case, ahead, child))) for child in _children(case, ahead)]
    days = [item.last for _, items in found for item in items]
    if not days:
        return
    count = min(max(days).year - case.reference.year + 1, MOST_YEARS)
    years = _Years(case.reference.year, max(count, 2), width)
    for child, items in found:
        if items:
            yield _strip(case, child, items, years)


def _children(case: Case, ahead: Ahead) -> Sequence[Person]:
    """Who has a proposal, or is in focus: those in focus first."""
    named = {id_ for one in ahead.proposals for id_ in one.person_ids if not one.entry_id}
    others = [person for person in case.persons if person.id in named and not person.is_focus]
    return (*case.focus, *others)


def _items(case: Case, ahead: Ahead, child: Person) -> Iterator[_Item]:
    for ending in ahead.endings:
        entry = case.entries_by_id[ending.entry_id]
        if child.id in entry.person_ids and ending.first and ending.last:
            first = max(case.bounds[entry.id].first_day, case.reference)
            yield _Item(title_of(entry), first, ending.last, "bar", f"tot en met {shown(entry.date)}")
    for id_ in ahead.planned:
        entry = case.entries_by_id[id_]
        if child.id in entry.person_ids:
            days = case.bounds[id_]
            yield _Item(_without(title_of(entry), child), days.first_day, days.last_day, "known", shown(entry.date))
    for one in ahead.proposals:
        if child.id in one.person_ids and not one.entry_id:
            yield _Item(_without(one.title, child), one.first, one.last, "proposed", shown(one.when))


def _without(title: str, child: Person) -> str:
    """A title without the name that stands above the strip."""
    rest = title.removeprefix(f"{child.name} ")
    return rest if rest and rest != title else title


def _strip(case: Case, child: Person, items: Sequence[_Item], years: _Years) -> Block:
    drawn: list[Primitive] = [*_head(child, years)]
    ends: list[float] = []
    top = NAME + YEARS
    rows = 0
    for item in sorted(items, key=lambda one: (one.how != "bar", one.first, one.last)):
        if years.first + years.count <= item.first.year:
            continue
        left, right = years.x(item.first), max(years.x(item.last), years.x(item.first) + MARK)
        text, x = _label(item, left, right, years.width)
        low, high = min(left, x), max(right, x + text_width(text, SMALL))
        row = next((number for number, end in enumerate(ends) if end + GAP < low), len(ends))
        ends[row : row + 1] = [high]
        rows = max(rows, row + 1)
        drawn += _drawn(item, left, right, top + row * ROW, text, x)
    height = top + rows * ROW + 4.0
    lines = [Line(years.width, NAME, years.width, height - 4.0, "page.hairline")]
    for number in range(years.count):
        x = years.x(date(years.first + number, 1, 1))
        lines.append(Line(x, NAME, x, height - 4.0, "page.hairline"))
    today = years.x(case.reference)
    lines.append(Line(today, NAME, today, height - 4.0, "page.accent.rule"))
    label = f"De komende jaren van {child.name}: " + "; ".join(f"{one.when}: {one.words}" for one in items)
    figure = tagged(FIGURE, (*lines, *drawn), plain(label), (0.0, 0.0, years.width, height))
    return Block(height, (figure,), before=8.0, role="")


def _head(child: Person, years: _Years) -> Iterator[Primitive]:
    """The name, and below it the years with the age that the child has or gets in each."""
    yield Text(0.0, 10.0, plain(child.name), "page.strong", 9.4, Face.SEMIBOLD)
    wide = years.width / years.count
    for number in range(years.count):
        year = years.first + number
        x = years.x(date(year, 1, 1)) + 2.0
        yield Text(x, NAME + 8.0, str(year), "page.muted", SMALL)
        if child.birth and wide >= LEAST_WIDE:
            least, most = age_on(child.birth, date(year, 12, 31))
            told = str(most) if least == most else f"{max(least, 0)}–{most}"
            if most >= 0:
                yield Text(x, NAME + 17.0, told, "page.strong", SMALL, Face.SEMIBOLD)


def _label(item: _Item, left: float, right: float, width: float) -> tuple[str, float]:
    """The words after the ink where they fit, else before it; shortened to what there is on the wider side.

    Where the ink leaves no room on either side they stand in it, after its middle.
    """
    words = plain(item.words)
    wanted, after, before = text_width(words, SMALL), width - right - GAP, left - GAP
    if max(after, before) < min(wanted, LEAST_LABEL):
        x = min((left + right) / 2, width - LEAST_LABEL) + MARK / 2 + GAP
        return shortened(words, width - x, SMALL), x
    if wanted <= after or after >= before:
        return shortened(words, max(after, 0.0), SMALL), right + GAP
    text = shortened(words, before, SMALL)
    return text, left - GAP - text_width(text, SMALL)


def _drawn(item: _Item, left: float, right: float, top: float, text: str, x: float) -> Iterator[Primitive]:
    middle = top + ROW / 2
    if item.how == "bar":
        yield Box(left, middle - 3.0, right - left, 6.0, "page.accent", 1.0)
    else:
        centre = (left + right) / 2 if right - left > MARK else left + MARK / 2
        if right - left > MARK:
            yield Line(left, middle, right, middle, "page.cell")
            yield from (Line(end, middle - 2.0, end, middle + 2.0, "page.cell") for end in (left, right))
        style = "page.mark" if item.how == "known" else "page.pill.mogelijk"
        yield Box(centre - MARK / 2, middle - MARK / 2, MARK, MARK, style, MARK / 2)
    yield Box(x - 1.0, middle - 4.5, text_width(text, SMALL) + 2.0, 9.5, "page.plate")
    yield Text(x, middle + 2.6, text, "page.muted" if item.how == "proposed" else "page.text", SMALL)
