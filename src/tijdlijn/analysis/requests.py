"""The answer to each request for help, and how late a family came into view (design 2, Answer to a help request).

The answer is the first interventie or bemoeienis, in time order, that starts on or after the request and shares a
person with it, or where either names none. It is `zeker` when it starts on or after it however the dates fall; if it
only may, `sure_answer_id` is the first that surely does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from tijdlijn.analysis.certainty import Range, Status, length_in_days, status
from tijdlijn.analysis.gaps import family_window, since_birth
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds, Entry
from tijdlijn.model.vocabulary import Kind, Weight

SHORT_DAYS = 183
"""Help of at most this many days is short."""

EARLY_DAYS = 365
"""A request at most this many days after the first day of the window of the gaps is early (design 1, pattern 3)."""

DAYS_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Answer:
    """What came after one hulpvraag. Without an `answer_id` it is unanswered, and all but `status` is None.

    `days` is the time between in days, `length` the length of the help in days. `light_and_short` is None when the
    answer is neither; `mogelijk` when its length may also be more than 183 days. `early` is None when it was surely
    not asked in the first year in which the family was in view.
    """

    request_id: str
    day: date
    status: Status
    answer_id: str | None = None
    sure_answer_id: str | None = None
    days: Range | None = None
    weight: Weight | None = None
    length: Range | None = None
    light_and_short: Status | None = None
    early: Status | None = None

    @property
    def unanswered(self) -> bool:
        return self.answer_id is None


@dataclass(frozen=True, slots=True)
class LateInView:
    """From the first gebeurtenis, signaal or diagnose to the first help, in days; `help_id` None while there is none.

    As with the gaps, what lies wholly before the birth of the oldest focus child is a parent's own history and does
    not count. Without help the time runs to the reference day. Negative when help came first.
    """

    first_id: str
    help_id: str | None
    days: Range

    @property
    def years(self) -> tuple[float, float]:
        """The same in years, to one decimal."""
        return round(self.days[0] / DAYS_A_YEAR, 1), round(self.days[1] / DAYS_A_YEAR, 1)


def find_answers(case: Case) -> tuple[Answer, ...]:
    """The answer to each hulpvraag, in the order of the requests."""
    answers = _Answers(case)
    return tuple(answers.to(entry) for entry in case.of_kind[Kind.HULPVRAAG])


class _Line:
    """Help in time order, in which the first that starts on or after a day is found by bisection."""

    def __init__(self, case: Case, entries: Iterable[Entry]) -> None:
        self._pairs = [(case.bounds[entry.id], entry) for entry in entries]
        self._starts = [bounds.start_min for bounds, _ in self._pairs]
        self._reach = list(accumulate((bounds.start_max for bounds, _ in self._pairs), max))

    def possibly_from(self, day: int) -> Iterator[tuple[Bounds, Entry]]:
        """The first that possibly starts on or after the day, if any."""
        yield from self._pairs[(index := bisect_left(self._reach, day)) : index + 1]

    def surely_from(self, day: int) -> Iterator[tuple[Bounds, Entry]]:
        """The first that surely starts on or after the day, if any."""
        yield from self._pairs[(index := bisect_left(self._starts, day)) : index + 1]


class _Answers:
    """The help that can answer a request, per person it names, so that a request looks only at what concerns it."""

    def __init__(self, case: Case) -> None:
        help_ = [e for e in case.actual if e.kind in (Kind.INTERVENTIE, Kind.BEMOEIENIS)]
        persons = {id_ for entry in help_ for id_ in entry.person_ids}
        window = family_window(case)
        self._case = case
        self._in_view = window[0] if window else None
        self._all = _Line(case, help_)
        self._of_nobody = _Line(case, (e for e in help_ if not e.person_ids))
        self._of = {id_: _Line(case, (e for e in help_ if id_ in e.person_ids)) for id_ in persons}

    def to(self, request: Entry) -> Answer:
        asked = self._case.bounds[request.id]
        day, early = date.fromordinal(asked.start_min), self._early(asked)
        lines = self._lines(request)
        possible = _earliest(pair for line in lines for pair in line.possibly_from(asked.start_min))
        if possible is None:
            return Answer(request.id, day, Status.ZEKER, early=early)
        sure = _earliest(pair for line in lines for pair in line.surely_from(asked.start_max))
        bounds, answer = possible
        length = length_in_days(bounds)
        light = answer.weight is Weight.LICHT and length[0] <= SHORT_DAYS
        return Answer(
            request_id=request.id,
            day=day,
            status=status(bounds.start_min >= asked.start_max),
            answer_id=answer.id,
            sure_answer_id=sure[1].id if sure else None,
            days=(max(0, bounds.start_min - asked.start_max), bounds.start_max - asked.start_min),
            weight=answer.weight,
            length=length,
            light_and_short=status(length[1] <= SHORT_DAYS) if light else None,
            early=early,
        )

    def _early(self, asked: Bounds) -> Status | None:
        begin = self._in_view
        if begin is None or asked.start_max < begin or asked.start_min > begin + EARLY_DAYS:
            return None
        return status(begin <= asked.start_min and asked.start_max <= begin + EARLY_DAYS)

    def _lines(self, request: Entry) -> list[_Line]:
        if not request.person_ids:
            return [self._all]
        return [self._of_nobody, *(self._of[id_] for id_ in request.person_ids if id_ in self._of)]


def _earliest(pairs: Iterable[tuple[Bounds, Entry]]) -> tuple[Bounds, Entry] | None:
    return min(pairs, key=lambda pair: (pair[0].start_min, pair[0].start_max, pair[1].order, pair[1].id), default=None)


def find_late_in_view(case: Case) -> LateInView | None:
    """How long the family had troubles before anybody helped; None when nothing tells of troubles."""
    troubles = (e for e in case.actual if e.kind in (Kind.GEBEURTENIS, Kind.SIGNAAL, Kind.DIAGNOSE))
    first = since_birth(case, troubles)
    if first is None:
        return None
    help_ = since_birth(case, case.help)
    began = case.bounds[first.id]
    if help_ is None:
        reference = case.reference.toordinal()
        return LateInView(first.id, None, (reference - began.start_max, reference - began.start_min))
    helped = case.bounds[help_.id]
    return LateInView(first.id, help_.id, (helped.start_min - began.start_max, helped.start_max - began.start_min))
