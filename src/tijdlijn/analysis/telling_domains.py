"""What life domains tell, in Dutch sentences: problems on which help was never aimed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.domains import Coverage, Domains
from tijdlijn.analysis.finding import Finding, FindingKind
from tijdlijn.analysis.wording import number, sentence
from tijdlijn.language.dates_nl import write_day, write_duration
from tijdlijn.model.casebook import Case

RULE = (
    "Problemen zijn gebeurtenissen, hulpvragen, signalen en diagnoses die het leefgebied noemen; hulp telt als haar "
    "regel het leefgebied noemt. Gekeken is of er hulp was vanaf het eerste probleem."
)


def tell_domains(case: Case, domains: Domains) -> Iterator[Finding]:
    """Every domain with problems and never help, in the order of the domains."""
    for coverage in domains.coverages:
        if coverage.never_helped and coverage.first_problem:
            yield _finding(case, domains, coverage, coverage.never_helped)


def _finding(case: Case, domains: Domains, coverage: Coverage, how: Status) -> Finding:
    assert coverage.first_problem is not None
    assert coverage.days_without is not None
    begin, reference = coverage.first_problem[0], case.reference.toordinal()
    return Finding(
        id=f"leefgebied:{coverage.domain}",
        kind=FindingKind.LEEFGEBIED,
        status=how,
        person_id=None,
        start=date.fromordinal(begin),
        end=date.fromordinal(max(begin, reference)),
        sentence=sentence(_said(coverage, how)),
        rule=RULE,
        entry_ids=(*coverage.problem_ids, *coverage.help_ids),
        detail=_detail(domains, coverage),
    )


def _said(coverage: Coverage, how: Status) -> str:
    problems = number(len(coverage.problem_ids), "regel vertelt", "regels vertellen")
    never = "er kwam nooit hulp voor" if how is Status.ZEKER else "misschien kwam er nooit hulp voor"
    return f"{problems} van problemen op het leefgebied {coverage.domain}, en {never}"


def _detail(domains: Domains, coverage: Coverage) -> str:
    assert coverage.first_problem is not None
    assert coverage.days_without is not None
    first = write_day(date.fromordinal(coverage.first_problem[0]))
    told = [f"Het eerste probleem was op zijn vroegst op {first}."]
    if coverage.first_problem[0] == coverage.first_problem[1]:
        told = [f"Het eerste probleem was op {first}, {write_duration(coverage.days_without[1])} voor de peildatum."]
    if domains.unnamed_help:
        rows = number(domains.unnamed_help, "regel van hulp noemt", "regels van hulp noemen")
        counts = "telt" if domains.unnamed_help == 1 else "tellen"
        told.append(f"{rows} geen leefgebied en {counts} hier niet mee.")
    return " ".join(told)
