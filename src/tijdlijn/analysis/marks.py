"""What people said of findings, matched to the findings of now (`model.understanding.FindingMark`).

A mark belongs to the finding with its id. An edit may move a finding a little and so give it another id; a mark whose
finding is gone then belongs to the finding of the same kind and person whose period it shares most with, each finding
to one mark only, the best pair first. How much they share is the days they have together, as part of the days that
either has: a mark of a week is not taken by a finding of years.

A finding that a session discussed (`Session.discussed`) counts as besproken without a mark of its own: what a session
did is written in the session and nowhere else. A mark goes before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tijdlijn.analysis.finding import Finding
from tijdlijn.model.casebook import Case
from tijdlijn.model.understanding import FindingMark, Judgement


@dataclass(frozen=True, slots=True)
class Marked:
    """What was said of a finding: the judgement, why, and on which day.

    `then` is the sentence that the finding had, empty while it still has the same. `mark_id` is empty when it was a
    session that discussed it; `session_id` is then that session.
    """

    judgement: Judgement
    reason: str = ""
    on: date | None = None
    then: str = ""
    mark_id: str = ""
    session_id: str = ""

    @property
    def is_set_aside(self) -> bool:
        """Whether somebody said that the finding does not matter."""
        return self.judgement is Judgement.NIET_RELEVANT


@dataclass(frozen=True, slots=True)
class Marks:
    """By finding id what was said of it; and the marks of findings that are no longer there."""

    of: Mapping[str, Marked]
    lapsed: tuple[FindingMark, ...] = ()

    def sorted(self, findings: Iterable[Finding]) -> list[Finding]:
        """Open findings first, then what was discussed, then what does not matter; in their own order within each."""
        return sorted(findings, key=self._place)

    def relevant(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings but those that somebody called not relevant."""
        return tuple(one for one in findings if not self._is_set_aside(one))

    def set_aside(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings that somebody called not relevant."""
        return tuple(one for one in findings if self._is_set_aside(one))

    def _is_set_aside(self, finding: Finding) -> bool:
        marked = self.of.get(finding.id)
        return marked is not None and marked.is_set_aside

    def _place(self, finding: Finding) -> int:
        return (finding.id in self.of) + self._is_set_aside(finding)


def match(case: Case, findings: Sequence[Finding]) -> Marks:
    """What was said of these findings of a case."""
    if not case.marks and not case.sessions:
        return Marks({})
    present = {finding.id: finding for finding in findings}
    found = {finding_id: _marked(case, mark, present[finding_id]) for finding_id, mark in _pairs(case.marks, present)}
    taken = {marked.mark_id for marked in found.values()}
    for finding_id, marked in _discussed(case, present):
        found.setdefault(finding_id, marked)
    lapsed = (mark for mark in case.marks if mark.id not in taken and mark.finding_id not in present)
    return Marks(found, tuple(lapsed))


def _pairs(marks: Sequence[FindingMark], present: Mapping[str, Finding]) -> Iterator[tuple[str, FindingMark]]:
    """Each finding that has a mark, with that mark; of two with the same id the last."""
    exact = {mark.finding_id: mark for mark in marks if mark.finding_id in present}
    yield from exact.items()
    free = [finding for finding in present.values() if finding.id not in exact]
    loose = [mark for mark in marks if mark.finding_id not in present]
    shared = [
        (-share, place, finding.id, mark)
        for place, mark in enumerate(loose)
        for finding in free
        if (share := _shared(mark, finding))
    ]
    claimed: set[str] = set()
    settled: set[int] = set()
    for _, place, finding_id, mark in sorted(shared, key=lambda pair: pair[:3]):
        if place not in settled and finding_id not in claimed:
            settled.add(place)
            claimed.add(finding_id)
            yield finding_id, mark


def _shared(mark: FindingMark, finding: Finding) -> float:
    """The days they have together as part of the days that either has; 0 when they are not of one kind and person, or
    have no place in time."""
    if mark.kind != finding.kind.value or mark.person_id != (finding.person_id or ""):
        return 0.0
    if mark.first_day is None or finding.start is None:
        return 0.0
    mark_last, last = mark.last_day or mark.first_day, finding.end or finding.start
    together = (min(mark_last, last) - max(mark.first_day, finding.start)).days + 1
    either = (max(mark_last, last) - min(mark.first_day, finding.start)).days + 1
    return max(0, together) / either


def _marked(case: Case, mark: FindingMark, finding: Finding) -> Marked:
    then = "" if _only_ran_on(case, mark, finding) else _then(mark.words, finding)
    return Marked(mark.judgement, mark.reason, mark.on, then, mark.id)


def _only_ran_on(case: Case, mark: FindingMark, finding: Finding) -> bool:
    """Whether it is what it was and goes on until today, as it did then: its sentence has another number every day."""
    goes_on = case.reference_day is None and finding.end == case.reference
    return goes_on and mark.last_day == mark.on is not None and mark.first_day == finding.start


def _then(words: str, finding: Finding) -> str:
    return "" if words == finding.sentence else words


def _discussed(case: Case, present: Mapping[str, Finding]) -> Iterator[tuple[str, Marked]]:
    """What sessions discussed, the last session first."""
    for session in reversed(case.sessions_in_order):
        for finding_id, words in session.discussed:
            if finding_id in present:
                then = _then(words, present[finding_id])
                yield finding_id, Marked(Judgement.BESPROKEN, "", session.date, then, session_id=session.id)
