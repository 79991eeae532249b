"""A life told in steps: every entry in time order, in chapters, with the places where a group stops to think.

The rule: nothing is told before its earliest day has come, and an entry without a date is told at its place between its
neighbours. Scenarios are no part of the story. A stop is a schakelmoment, a decision, an ultimatum or a placement
(design 1, Why it exists).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.sessions import ChaptersBy
from tijdlijn.model.vocabulary import Kind

STOPS = frozenset({Kind.BESLUIT, Kind.ULTIMATUM, Kind.UITHUISPLAATSING})
"""Kinds at which a group asks how it came about; a schakelmoment of any kind is one as well."""
BEGINNING = "Het begin"


def is_stop(entry: Entry) -> bool:
    """Whether a group stops at it."""
    return bool(entry.schakelmoment) or entry.kind in STOPS


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the story: the entry that is told, and the day number up to which is told then."""

    entry_id: str
    day: int
    is_stop: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the story: its name and the number of its first step."""

    title: str
    first: int


@dataclass(frozen=True)
class Story:
    """The steps and chapters of a life. Numbers of steps begin at 0; -1 is before anything is told."""

    steps: tuple[Step, ...]
    chapters: tuple[Chapter, ...]

    @cached_property
    def places(self) -> dict[str, int]:
        """The number of the step that tells an entry."""
        return {step.entry_id: number for number, step in enumerate(self.steps)}

    def told(self, at: int) -> frozenset[str]:
        """The entries that are told when a step has been taken."""
        return frozenset(step.entry_id for step in self.steps[: at + 1])

    def now(self, at: int) -> int | None:
        """The day number up to which is told at a step; None when there is nothing to tell."""
        return self.steps[max(at, 0)].day if self.steps else None

    def bounded(self, at: int) -> int:
        """The nearest step there is, or -1."""
        return min(max(at, -1), len(self.steps) - 1)

    def stop(self, at: int, direction: int) -> int:
        """The next stop (1) or the one before (-1); the step itself where there is none."""
        numbers = [number for number, step in enumerate(self.steps) if step.is_stop]
        beyond = [n for n in numbers if (n > at if direction > 0 else n < at)]
        return at if not beyond else beyond[0] if direction > 0 else beyond[-1]

    def chapter(self, at: int) -> int:
        """The number of the chapter of a step."""
        return max(bisect_right([chapter.first for chapter in self.chapters], max(at, 0)) - 1, 0)

    def chapter_start(self, at: int, direction: int) -> int:
        """The first step of the next chapter (1); of this one or, from its first step, the one before (-1)."""
        if not self.chapters:
            return at
        number = self.chapter(at)
        if direction > 0:
            return self.chapters[number + 1].first if number + 1 < len(self.chapters) else at
        first = self.chapters[number].first
        return first if at > first or number == 0 else self.chapters[number - 1].first


def story_of(case: Case, chapters: ChaptersBy, shown: Collection[str] | None = None) -> Story:
    """The story of what happened, of the entries that are `shown` (all when None)."""
    told = [e for e in case.timeline if not e.scenario and (shown is None or e.id in shown)]
    steps, day = [], 0
    for entry in told:
        days = case.bounds.get(entry.id)
        day = max(day, days.start_min) if days else day
        steps.append((entry, day))
    first = next((day for _, day in steps if day), case.reference.toordinal())
    made = tuple(Step(entry.id, day or first, is_stop(entry)) for entry, day in steps)
    return Story(made, tuple(_chapters(case, chapters, made)) if made else ())


def _chapters(case: Case, by: ChaptersBy, steps: tuple[Step, ...]) -> Iterator[Chapter]:
    """Chapters in order; what comes before the first begins the story."""
    borders = sorted(dict(_borders(case, by, steps)).items())
    if not borders or borders[0][0] > 0:
        yield Chapter(BEGINNING, 0)
    yield from (Chapter(title, step) for step, title in borders)


def _borders(case: Case, by: ChaptersBy, steps: tuple[Step, ...]) -> Iterator[tuple[int, str]]:
    if by is ChaptersBy.FASEN and case.phases:
        days = [step.day for step in steps]
        for phase in reversed(case.phases_in_order):
            first = next((n for n, day in enumerate(days) if day >= phase.start.toordinal()), None)
            if first is not None:
                yield first, phase.name
        return
    if by is ChaptersBy.SCHAKELMOMENTEN:
        entries = case.entries_by_id
        for number, step in enumerate(steps):
            if entries[step.entry_id].schakelmoment:
                yield number, " ".join(entries[step.entry_id].title.split())
        return
    year = None
    for number, step in enumerate(steps):
        if (this := date.fromordinal(step.day).year) != year:
            year = this
            yield number, str(year)
