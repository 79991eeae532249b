"""What a user says of a finding: that it was discussed, or that it does not matter, and why.

The rule: a finding is worked out and never stored; only what was said of it is, with what is needed to know it again
(`analysis.marks`). A finding has one mark: who says something else says it in place of that.
"""

from __future__ import annotations

from datetime import date

from tijdlijn.analysis.finding import Finding
from tijdlijn.model.problems import Problem
from tijdlijn.model.understanding import FindingMark, Judgement
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.editing import apply, quoted
from tijdlijn.services.ids import new_id

NO_REASON = (
    "Waarom is deze bevinding niet relevant? Er is niets bewaard. Typ een reden, zodat een ander later weet waarom."
)


def judge(
    book: OpenCasebook, case_id: str, finding: Finding, judgement: Judgement, reason: str = "", instead: str = ""
) -> Change:
    """Mark a finding, on today's date, with the words it has now. `instead` is the id of the mark that it replaces.

    Raises Problem when it is called not relevant without a reason.
    """
    why = " ".join(reason.split())
    if judgement is Judgement.NIET_RELEVANT and not why:
        raise Problem(NO_REASON)
    marks = book.case(case_id).marks
    there = [one.id for one in marks if instead in ("", one.id) and (instead or one.finding_id == finding.id)]
    mark = mark_of(finding, judgement, why, book.today, there[-1] if there else new_id())
    return apply(book, case_id, Batch(marks=(mark,)), f"Bevinding {judgement.label}: {quoted(finding.sentence)}")


def mark_of(finding: Finding, judgement: Judgement, reason: str, on: date, id_: str) -> FindingMark:
    """A mark with all by which its finding is known again."""
    return FindingMark(
        id=id_,
        finding_id=finding.id,
        judgement=judgement,
        reason=reason,
        on=on,
        kind=finding.kind.value,
        person_id=finding.person_id or "",
        first_day=finding.start,
        last_day=finding.end or finding.start,
        words=finding.sentence,
    )


def take_back(book: OpenCasebook, case_id: str, mark_id: str) -> Change:
    """Take a mark back: its finding is open again. One that is not there is passed over."""
    gone = [one for one in book.case(case_id).marks if one.id == mark_id]
    step = f"Bevinding weer open: {quoted(gone[0].words)}" if gone else ""
    return apply(book, case_id, Batch(removed_marks=tuple(one.id for one in gone)), step)
