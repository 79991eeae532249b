"""All analyses of a case in one go: every figure, and every finding in words (design 2).

`analyse` is the one entrance; the screen, the pages and `analyse --json` all read its result, so that each shows the
same figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from tijdlijn.analysis.ahead import Ahead, find_ahead
from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.continuity import Continuity, find_continuity
from tijdlijn.analysis.costs import Totals, find_costs
from tijdlijn.analysis.domains import Domains, find_domains
from tijdlijn.analysis.finding import Finding, FindingKind
from tijdlijn.analysis.gaps import Gap, find_gaps
from tijdlijn.analysis.involvement import Involvement, find_involvement
from tijdlijn.analysis.marks import Marks, match
from tijdlijn.analysis.missing import Missing, find_missing
from tijdlijn.analysis.placements import ChildPlacements, find_placements
from tijdlijn.analysis.requests import Answer, LateInView, find_answers, find_late_in_view
from tijdlijn.analysis.schakelmomenten import Aftermath, find_aftermaths
from tijdlijn.analysis.silence import Silence, find_silences
from tijdlijn.analysis.snelkookpan import Pressure, find_pressure
from tijdlijn.analysis.telling_care import tell_aftermaths, tell_late_in_view, tell_placements, tell_requests
from tijdlijn.analysis.telling_domains import tell_domains
from tijdlijn.analysis.telling_dossier import tell_continuity, tell_missing
from tijdlijn.analysis.telling_view import tell_gaps, tell_involvement, tell_pressure, tell_silences
from tijdlijn.model.casebook import Case

__all__ = ["Analysis", "Finding", "FindingKind", "Status", "analyse"]


@dataclass(frozen=True, slots=True)
class Analysis:
    """Every figure of a case. `entry_count` counts what happened, dated or not; `undated` lists what was left out."""

    title: str
    reference_day: date
    entry_count: int
    undated: tuple[str, ...]
    gaps: tuple[Gap, ...]
    silences: tuple[Silence, ...]
    pressure: Pressure
    involvement: Involvement
    answers: tuple[Answer, ...]
    late_in_view: LateInView | None
    aftermaths: tuple[Aftermath, ...]
    continuity: Continuity
    placements: tuple[ChildPlacements, ...]
    missing: Missing
    costs: tuple[Totals, ...]
    domains: Domains
    findings: tuple[Finding, ...] = ()
    ahead: Ahead = field(default_factory=Ahead)
    marks: Marks = field(default_factory=lambda: Marks({}))

    @property
    def relevant(self) -> tuple[Finding, ...]:
        """The findings but those that somebody called not relevant."""
        return self.marks.relevant(self.findings)

    @property
    def set_aside(self) -> tuple[Finding, ...]:
        """The findings that somebody called not relevant."""
        return self.marks.set_aside(self.findings)


def analyse(case: Case) -> Analysis:
    """All of it, on the case's reference day. Pure: the same case gives the same result."""
    result = Analysis(
        title=case.title,
        reference_day=case.reference,
        entry_count=len(case.actual) + len(case.undated),
        undated=tuple(entry.id for entry in case.undated),
        gaps=find_gaps(case),
        silences=find_silences(case),
        pressure=find_pressure(case),
        involvement=find_involvement(case),
        answers=find_answers(case),
        late_in_view=find_late_in_view(case),
        aftermaths=find_aftermaths(case),
        continuity=find_continuity(case),
        placements=find_placements(case),
        missing=find_missing(case),
        costs=find_costs(case),
        ahead=find_ahead(case),
        domains=find_domains(case),
    )
    findings = tuple(sorted(_told(case, result), key=_importance))
    return replace(result, findings=findings, marks=match(case, findings))


def highlighted(analysis: Analysis) -> Analysis:
    """The analysis with only those gaps, silences and snelkookpannen that nobody called not relevant: what is drawn on
    a timeline. Every figure of the others stays where all findings are listed."""
    aside = {finding.id for finding in analysis.set_aside}
    if not aside:
        return analysis
    clusters = tuple(pan for pan in analysis.pressure.clusters if pan.finding_id not in aside)
    return replace(
        analysis,
        gaps=tuple(gap for gap in analysis.gaps if gap.finding_id not in aside),
        silences=tuple(silence for silence in analysis.silences if silence.finding_id not in aside),
        pressure=replace(analysis.pressure, clusters=clusters),
    )


def _told(case: Case, result: Analysis) -> Iterator[Finding]:
    from tijdlijn.analysis.telling_amounts import tell_amounts  # of all that costs need nothing is to be read at start

    yield from tell_pressure(case, result.pressure.clusters)
    yield from tell_gaps(case, result.gaps)
    yield from tell_silences(case, result.silences)
    yield from tell_involvement(result.involvement)
    yield from tell_requests(case, result.answers)
    yield from tell_late_in_view(case, result.late_in_view)
    yield from tell_aftermaths(case, result.aftermaths)
    yield from tell_placements(case, result.placements)
    yield from tell_continuity(case, result.continuity)
    yield from tell_domains(case, result.domains)
    yield from tell_amounts(case, result.costs)
    yield from tell_missing(case, result.missing)


_ORDER = {kind: place for place, kind in enumerate(FindingKind)}


def _importance(finding: Finding) -> tuple[bool, int, bool, date, str]:
    """What is sure before what is possible, then by kind, the family before a child, then in time order."""
    return (
        finding.status is not Status.ZEKER,
        _ORDER[finding.kind],
        finding.person_id is not None,
        finding.start or date.min,
        finding.id,
    )
