"""Scenarios: the case as it would have been, and in what that differs (design 1, Effectencalculator).

The course of a scenario is a case like any other, so that every analysis runs on it unchanged:

- What possibly began before the branch happened in both. A period that ran at the branch runs on as it really did.
- What surely began on or after the branch did not happen, unless the scenario says so.
- The entries of the scenario happened, each in the place of what it is the counterpart of (`LinkKind.IN_SCENARIO`),
  also of what began before the branch: so a period that ran at the branch ends sooner or later.
- Entries without a date stay, and take part in no computation.

Without a branch of its own a scenario branches off at the first day of its entries and of what these came in the place
of; a scenario of which nothing has a date changes nothing that is dated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import cached_property

from tijdlijn.analysis.certainty import Range, Status, length_in_days, status
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.links import LinkKind
from tijdlijn.model.scenarios import Scenario


class Differs(StrEnum):
    """In what an entry of a scenario differs from what happened."""

    NIET = "niet"
    """It happened, and not in the scenario."""
    EXTRA = "extra"
    """It is the counterpart of nothing that happened."""
    EERDER = "eerder"
    LATER = "later"
    LANGER = "langer"
    KORTER = "korter"
    ANDERS = "anders"
    """Something else than its days is otherwise, or its days are and it cannot be said in which direction."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. `actual_id` is empty for what is extra, `entry_id` (of the scenario) for what did not happen.

    `days` is how much later, or longer, than what happened, at least and at most (negative: earlier, shorter); None
    where days do not say it. `fields` names what is otherwise, by the fields of an entry.
    """

    what: Differs
    status: Status
    actual_id: str = ""
    entry_id: str = ""
    days: Range | None = None
    fields: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The difference in a word, with `mogelijk` where it is not sure."""
        return self.what.value if self.status is Status.ZEKER else f"mogelijk {self.what.value}"


NOT_COMPARED = frozenset(
    {"id", "date", "order", "scenario", "citations", "unread_date", "notes", "cost_source"}
    | {"details", "outcome", "helped"}
)
"""Fields of an entry that make no other event of it: where it stands and comes from, and what was said of it after."""
COMPARED = tuple(field.name for field in fields(Entry) if field.name not in NOT_COMPARED)


def scenarios_of(case: Case) -> tuple[Scenario, ...]:
    """The scenarios of a case, then those of which only entries carry the name: their id is that name."""
    known = {one.name for one in case.scenarios}
    loose = dict.fromkeys(entry.scenario for entry in case.timeline if entry.scenario and entry.scenario not in known)
    return (*case.scenarios, *(Scenario(name, name) for name in loose))


def is_loose(scenario: Scenario) -> bool:
    """Whether nothing is known of a scenario but its name, which entries carry."""
    return scenario.id == scenario.name


@dataclass(frozen=True)
class Branched:
    """One scenario of a case, with what follows from where it branches off."""

    case: Case
    scenario: Scenario

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of the scenario, in time order."""
        return tuple(entry for entry in self.case.timeline if entry.scenario == self.scenario.name)

    @cached_property
    def counterparts(self) -> Mapping[str, tuple[str, ...]]:
        """What came in the place of an entry that happened, by its id."""
        own, known = {entry.id for entry in self.entries}, self.case.entries_by_id
        found: dict[str, tuple[str, ...]] = {}
        for link in self.case.links:
            if link.kind is LinkKind.IN_SCENARIO and link.to_id in own and not known[link.from_id].scenario:
                found[link.from_id] = (*found.get(link.from_id, ()), link.to_id)
        return found

    @cached_property
    def day(self) -> int | None:
        """The day number of the branch; None when nothing says it."""
        bounds = self.case.bounds
        if self.scenario.branches is not None:
            return self.scenario.branches.toordinal()
        if self.scenario.entry_id in bounds:
            return bounds[self.scenario.entry_id].start_min
        about = (*(entry.id for entry in self.entries), *self.counterparts)
        return min((bounds[id_].start_min for id_ in about if id_ in bounds), default=None)

    def _parted(self, surely: bool) -> Iterator[Entry]:
        day, bounds = self.day, self.case.bounds
        if day is None:
            return
        for entry in self.case.actual:
            days = bounds[entry.id]
            if days.start_min >= day if surely else days.start_min < day <= days.start_max:
                yield entry

    @cached_property
    def after(self) -> tuple[Entry, ...]:
        """What happened and surely began on or after the branch, in time order."""
        return tuple(self._parted(surely=True))

    @cached_property
    def unsure(self) -> tuple[Entry, ...]:
        """What happened and began before the branch or after it: it is taken to have happened in both."""
        return tuple(self._parted(surely=False))

    @cached_property
    def replaced(self) -> frozenset[str]:
        """The ids of what happened and has no place in the scenario."""
        return frozenset((*(entry.id for entry in self.after), *self.counterparts))

    @cached_property
    def shared(self) -> tuple[Entry, ...]:
        """What happened in both, in time order; last what has no date."""
        actual = (*self.case.actual, *self.case.undated)
        return tuple(entry for entry in actual if entry.id not in self.replaced)

    def with_only(self, entries: Iterable[Entry]) -> Case:
        """The case as if these entries were all that happened; what hangs on the others is left out."""
        kept = tuple(replace(entry, scenario="") if entry.scenario else entry for entry in entries)
        ids = {entry.id for entry in kept}
        links = (link for link in self.case.links if link.kind is not LinkKind.IN_SCENARIO)
        return replace(
            self.case,
            entries=kept,
            links=tuple(link for link in links if {link.from_id, link.to_id} <= ids),
            reflections=tuple(one for one in self.case.reflections if one.entry_id in ids),
            scenarios=(),
            marks=(),
            foreseen=(),
        )

    @cached_property
    def course(self) -> Case:
        """The case as it would have been: what is shared, and what the scenario says."""
        return self.with_only((*self.shared, *self.entries))

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """In what the scenario differs: what did not happen, then its own entries, each in time order.

        A difference is `zeker` when it holds however the dates fall, `mogelijk` when it holds for some way and its
        opposite for none. Two that say the same date have the same date.
        """
        return (*self._not_happening(), *self._of_own())

    def _not_happening(self) -> Iterator[Difference]:
        sure, unsure = ({entry.id for entry in entries} for entries in (self.after, self.unsure))
        either = sure | unsure
        for entry in self.case.actual if either else ():
            if entry.id in either and entry.id not in self.counterparts:
                yield Difference(Differs.NIET, status(entry.id in sure), entry.id)

    def _of_own(self) -> Iterator[Difference]:
        origins: dict[str, list[str]] = {}
        for actual_id, ids in self.counterparts.items():
            for id_ in ids:
                origins.setdefault(id_, []).append(actual_id)
        for entry in self.entries:
            if entry.id not in origins:
                yield Difference(Differs.EXTRA, Status.ZEKER, "", entry.id)
            for actual_id in origins.get(entry.id, ()):
                yield from _pair(self.case, self.case.entries_by_id[actual_id], entry)


def course(case: Case, scenario: Scenario) -> Case:
    """The case as it would have been in a scenario, on which every analysis runs."""
    return Branched(case, scenario).course


def _pair(case: Case, actual: Entry, entry: Entry) -> Iterator[Difference]:
    """In what an entry differs from what happened and it came in the place of."""
    changed = [name for name in COMPARED if getattr(actual, name) != getattr(entry, name)]
    same_days = (actual.date and actual.date.edtf) == (entry.date and entry.date.edtf) and "kind" not in changed
    told = [] if same_days else list(_days(case, actual, entry))
    if not same_days and not told:
        changed.insert(0, "date")
    yield from told
    if changed:
        yield Difference(Differs.ANDERS, Status.ZEKER, actual.id, entry.id, fields=tuple(changed))


def _days(case: Case, actual: Entry, entry: Entry) -> Iterator[Difference]:
    was, would = case.bounds.get(actual.id), case.bounds.get(entry.id)
    if was is None or would is None:
        return
    start = would.start_min - was.start_max, would.start_max - was.start_min
    if (was.start_min, was.start_max) != (would.start_min, would.start_max):
        yield from _directed(Differs.EERDER, Differs.LATER, start, actual, entry)
    if was.is_span and would.is_span:
        before, after = length_in_days(was), length_in_days(would)
        longer = after[0] - before[1], after[1] - before[0]
        yield from _directed(Differs.KORTER, Differs.LANGER, longer, actual, entry)


def _directed(less: Differs, more: Differs, days: Range, actual: Entry, entry: Entry) -> Iterator[Difference]:
    """The direction that holds for some way the dates fall, when the other holds for none."""
    low, high = days
    if low < 0 and high <= 0:
        yield Difference(less, status(high < 0), actual.id, entry.id, days)
    elif high > 0 and low >= 0:
        yield Difference(more, status(low > 0), actual.id, entry.id, days)
