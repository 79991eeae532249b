"""What lies in the lanes, as sorted arrays of days: made once for a snapshot, used at every scale."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from heapq import heappop, heappush
from itertools import accumulate

from tijdlijn.analysis.accounts import differing
from tijdlijn.analysis.contradictions import find_contradictions
from tijdlijn.layout.figures import is_important
from tijdlijn.layout.lanes import Filled, Hidden, Lane, filled_lanes
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.views import Arrangement


class Crossing:
    """The entries of a lane that touch a border between tiles, in order of time, and the row that each has for good.

    In a row no two overlap, so that those of a stretch of time are found by bisection.
    """

    def __init__(self, spans: Sequence[tuple[int, float, float]]) -> None:
        self.rows: dict[int, int] = {}
        self.indices = [index for index, _, _ in spans]
        self._by_row: list[tuple[list[int], list[float], list[float]]] = []
        self._without: dict[int, tuple[array[float], array[float]]] = {}
        free: list[int] = []
        busy: list[tuple[float, int]] = []
        for index, start, end in spans:
            while busy and busy[0][0] <= start:
                heappush(free, heappop(busy)[1])
            row = heappop(free) if free else len(busy)
            self.rows[index] = row
            heappush(busy, (end, row))
            if row == len(self._by_row):
                self._by_row.append(([], [], []))
            indices, starts, ends = self._by_row[row]
            indices.append(index)
            starts.append(start)
            ends.append(end)

    def between(self, first: float, last: float, rows: int) -> Iterator[int]:
        """Those in the first `rows` rows that may cover any day from `first` to `last`."""
        for indices, starts, ends in self._by_row[:rows]:
            yield from indices[bisect_left(ends, first) : bisect_right(starts, last)]

    def without_row(self, rows: int) -> tuple[array[float], array[float]]:
        """The starts and the ends of those that no row below `rows` holds, each in order."""
        found = self._without.get(rows)
        if found is None:
            lost = self._by_row[rows:]
            starts = sorted(day for _, days, _ in lost for day in days)
            ends = sorted(day for _, _, days in lost for day in days)
            found = self._without[rows] = array("d", starts), array("d", ends)
        return found


class LaneContent:
    """The entries of a lane in order of time: entry i covers the days from `starts[i]` up to, not including, `ends[i]`.

    `total` counts also those that a filter leaves out, `showing` does not; a heading counts what is below it.
    `differing` are its entries of which the sources differ, and whether another account is followed.
    `demands` remembers how many rows they want, by scale.
    """

    def __init__(
        self,
        part: Filled,
        shown: frozenset[str] | None,
        days: Mapping[str, tuple[float, float]],
        differs: Mapping[str, bool],
    ) -> None:
        self.lane: Lane = part.lane
        about = part.below if part.lane.is_heading else part.entries
        entries = part.entries if shown is None else [entry for entry in part.entries if entry.id in shown]
        self.total = len(about)
        self.showing = self.total if shown is None else sum(entry.id in shown for entry in about)
        self.entries = entries
        self.differing = {e.id: differs[e.id] for e in entries if e.id in differs} if differs else {}
        spans = [days[entry.id] for entry in entries]
        self.starts = [span[0] for span in spans]
        self.ends = [span[1] for span in spans]
        self.demands: dict[float, int] = {}
        self._crossing: dict[object, Crossing] = {}

    def says_the_same(self, other: LaneContent) -> bool:
        """Whether another holds the same entries on the same days, so that what was reckoned of it still holds."""
        return (
            self.lane == other.lane
            and self.total == other.total
            and self.showing == other.showing
            and self.differing == other.differing
            and self.starts == other.starts
            and self.ends == other.ends
            and self.entries == other.entries
        )

    @cached_property
    def reach(self) -> list[float]:
        """For each entry the latest end of it and all before it."""
        return list(accumulate(self.ends, max))

    @cached_property
    def important(self) -> list[int]:
        """The places of the important entries."""
        return [index for index, entry in enumerate(self.entries) if is_important(entry)]

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each entry by its id."""
        return {entry.id: index for index, entry in enumerate(self.entries)}

    def crossing(self, grid: object, pad: float, tile: Callable[[float], int]) -> Crossing:
        """The entries that touch a border of the tiles of `grid`, `pad` days around them, with a row for each.

        Rows are given in order of time, the lowest that is free: the same for every scale with these tiles.
        """
        found = self._crossing.get(grid)
        if found is None:
            days = enumerate(zip(self.starts, self.ends, strict=True))
            spans = [(index, start - pad, end + pad) for index, (start, end) in days]
            found = self._crossing[grid] = Crossing([span for span in spans if tile(span[1]) != tile(span[2])])
        return found


@dataclass(frozen=True)
class Content:
    """All lanes of an arrangement. `shown` is None, or the ids that a filter lets through. `differing` are the entries
    of which the sources differ, and whether another account is followed. `said` is what stands before and behind
    the title of an entry, in the place of the name of its scenario."""

    case: Case
    arrangement: Arrangement
    lanes: tuple[LaneContent, ...]
    hidden: Hidden
    shown: frozenset[str] | None
    undated: Mapping[str, float]
    entries: tuple[Entry, ...]
    differing: Mapping[str, bool] = field(default_factory=dict)
    said: Mapping[str, tuple[str, str]] | None = None
    _about: dict[frozenset[str], Content] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def shown_ids(self) -> frozenset[str] | None:
        """The entries that are shown by id, or None for all of the case."""
        if len(self.entries) == len(self.case.entries):
            return None
        return frozenset(entry.id for entry in self.entries)

    def around(self, entry: Entry) -> tuple[str, str]:
        """What stands before and behind the title of an entry."""
        if self.said is None:
            return "", f" (scenario: {entry.scenario})" if entry.scenario else ""
        return self.said.get(entry.id, ("", ""))

    @property
    def left_out(self) -> int:
        """How many entries a filter leaves out."""
        return 0 if self.shown is None else len(self.case.entries) - len(self.shown)

    def about(self, person_ids: frozenset[str]) -> Content:
        """The same lanes with what is about these children, and what is about no child in particular; about nobody
        asks nothing."""
        if not person_ids:
            return self
        if person_ids not in self._about:
            self._about[person_ids] = self._only_about(person_ids)
        return self._about[person_ids]

    def _only_about(self, person_ids: frozenset[str]) -> Content:
        children = {child.id for child in self.case.focus}
        kept = [e for e in self.entries if not children.intersection(e.person_ids) or person_ids & set(e.person_ids)]
        return self.only(kept)

    def only(self, entries: Sequence[Entry], among: Container[str] | None = None) -> Content:
        """The same lanes with some of the entries, as on a page. What a filter leaves out is counted, of all that there
        is or `among` the entries with these ids."""
        if len(entries) == len(self.entries) and among is None:
            return self
        kept, shown = {entry.id for entry in entries}, self.shown

        def is_left_out(id_: str) -> bool:
            return shown is not None and id_ not in shown and (among is None or id_ in among)

        rest = (e for e in self.case.timeline if e.id in kept or is_left_out(e.id))
        made = _content(self.case, self.arrangement, shown, self.undated, tuple(rest), self.differing)
        keys = {lane.lane.key for lane in self.lanes}
        return replace(made, lanes=tuple(lane for lane in made.lanes if lane.lane.key in keys))


def content_of(
    case: Case,
    arrangement: Arrangement | None = None,
    shown: frozenset[str] | None = None,
    before: Content | None = None,
) -> Content:
    """The lanes of a case with what lies in them. Lanes that are as in `before` are those of `before`."""
    differs = before.differing if before and before.case is case else differing(find_contradictions(case))
    content = _content(case, arrangement or Arrangement(), shown, undated_days(case), case.timeline, differs)
    if before is None or before.case.persons != case.persons or before.case.parties != case.parties:
        return content
    known = {lane.lane.key: lane for lane in before.lanes}
    kept = (known.get(lane.lane.key) for lane in content.lanes)
    lanes = tuple(old if old and old.says_the_same(new) else new for old, new in zip(kept, content.lanes, strict=True))
    return replace(content, lanes=lanes, _about={})


def _content(
    case: Case,
    arrangement: Arrangement,
    shown: frozenset[str] | None,
    undated: Mapping[str, float],
    entries: tuple[Entry, ...],
    differs: Mapping[str, bool],
) -> Content:
    days = {
        id_: (float(b.start_min), float((b.end_max if b.end_max > b.start_max else b.start_max) + 1))
        for id_, b in case.bounds.items()
    }
    days.update((id_, (day, day)) for id_, day in undated.items())
    parts, hidden = filled_lanes(case, arrangement, entries, shown)
    lanes = [LaneContent(part, shown, days, differs) for part in parts]
    let_through = entries if shown is None else tuple(e for e in entries if e.id in shown)
    return Content(case, arrangement, tuple(lanes), hidden, shown, undated, let_through, differs)


def undated_days(case: Case) -> dict[str, float]:
    """For each entry without a date the middle between the days of its neighbours in the timeline."""
    order, bounds = case.timeline, case.bounds
    if len(bounds) == len(order):
        return {}
    before, after = _known_before(order, case), _known_before(order[::-1], case)
    places: dict[str, float] = {}
    for id_ in before:
        known = [day for day in (before[id_], after[id_]) if day is not None]
        places[id_] = sum(known) / len(known) if known else float(case.reference.toordinal())
    return places


def _known_before(order: Sequence[Entry], case: Case) -> dict[str, float | None]:
    """The day of the last dated entry before each undated one."""
    last: float | None = None
    found: dict[str, float | None] = {}
    for entry in order:
        days = case.bounds.get(entry.id)
        if days is None:
            found[entry.id] = last
        else:
            last = float(days.start_min)
    return found
