"""What happened beside a scenario, in figures: every one as its own analysis gives it, over the whole course.

Until the branch both are the same, so that what differs is what the scenario would have brought. Only the costs are of
what is not shared: what runs on alike in both is in neither, so that its uncertain dates do not blur the difference.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tijdlijn.analysis import intervals
from tijdlijn.analysis.certainty import Range, Status, status
from tijdlijn.analysis.continuity import find_continuity
from tijdlijn.analysis.costs import ACTUAL, Comparison, Totals, compare, find_costs
from tijdlijn.analysis.gaps import find_gaps
from tijdlijn.analysis.placements import find_placements
from tijdlijn.analysis.scenarios import Branched, Difference, scenarios_of
from tijdlijn.analysis.snelkookpan import find_pressure
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Bounds
from tijdlijn.model.scenarios import Scenario
from tijdlijn.model.vocabulary import Kind

Measured = Callable[[Case], Range]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of what happened and of the scenario, at least and at most. `unit` is `dagen` or empty for a count."""

    code: str
    words: str
    unit: str
    actual: Range
    scenario: Range

    @property
    def change(self) -> Range:
        """The scenario less what happened. It is exact where both are, else as wide as the dates allow."""
        if self.actual == self.scenario:
            return (0, 0)
        return self.scenario[0] - self.actual[1], self.scenario[1] - self.actual[0]

    @property
    def verdict(self) -> tuple[str, Status | None]:
        """`minder`, `meer` or `gelijk`, and how sure that is; `onbekend` without a status when it may be either."""
        low, high = self.change
        if low == high == 0:
            return "gelijk", Status.ZEKER
        if high <= 0:
            return "minder", status(high < 0)
        return ("meer", status(low > 0)) if low >= 0 else ("onbekend", None)


@dataclass(frozen=True, slots=True)
class Compared:
    """A scenario beside what happened. `branch` is the day number at which it branches off, None when nothing says it.

    `costs` compares what each costs from there on, without what both share.
    """

    scenario: Scenario
    branch: int | None
    figures: tuple[Figure, ...]
    costs: Comparison
    differences: tuple[Difference, ...]


def compare_scenarios(case: Case) -> tuple[Compared, ...]:
    """Every scenario of a case beside what happened; those that are likeliest first, as they stand in the case."""
    found = [_compared(case, scenario) for scenario in scenarios_of(case)]
    return tuple(sorted(found, key=lambda one: one.scenario.likelihood.value != "meest"))


def _compared(case: Case, scenario: Scenario) -> Compared:
    about = Branched(case, scenario)
    figures = tuple(Figure(code, words, unit, of(case), of(about.course)) for code, words, unit, of in MEASURES)
    return Compared(scenario, about.day, figures, _costs(about), about.differences)


def _costs(about: Branched) -> Comparison:
    gone = [entry for entry in (*about.case.actual, *about.case.undated) if entry.id in about.replaced]
    first, second = (_total(about.with_only(entries)) for entries in (gone, about.entries))
    return compare(first, _named(second, about.scenario.name))


def _total(case: Case) -> Totals:
    return next(totals for totals in find_costs(case) if totals.scenario == ACTUAL)


def _named(totals: Totals, name: str) -> Totals:
    return replace(totals, scenario=name)


def _placements(case: Case) -> Range:
    return (len(case.of_kind[Kind.UITHUISPLAATSING]),) * 2


def _forced(case: Case) -> Range:
    return (len(case.of_kind[Kind.MAATREGEL]),) * 2


def _days_away(case: Case) -> Range:
    found = find_placements(case)
    return sum(one.days_away[0] for one in found), sum(one.days_away[1] for one in found)


def _gap_days(case: Case) -> Range:
    gaps = [gap for gap in find_gaps(case) if gap.person_id is None]
    return sum(gap.sure_days for gap in gaps), sum(gap.days for gap in gaps)


def _parties(case: Case) -> Range:
    return (len(find_continuity(case).party_ids),) * 2


def _workers(case: Case) -> Range:
    return (len(find_continuity(case).worker_ids),) * 2


def _handovers(case: Case) -> Range:
    return (len(find_continuity(case).handover_ids),) * 2


def _waiting(case: Case) -> Range:
    """Days on which somebody waits for help, each counted once."""
    waits: list[Bounds] = [case.bounds[entry.id] for entry in case.of_kind[Kind.WACHTTIJD]]
    sure, possible = (days.sure for days in waits), (days.possible for days in waits)
    return (
        intervals.length(intervals.union(days for days in sure if days)),
        intervals.length(intervals.union(days for days in possible if days)),
    )


def _pressures(case: Case) -> Range:
    found = find_pressure(case).clusters
    return sum(one.status is Status.ZEKER for one in found), len(found)


def _ultimatums(case: Case) -> Range:
    return (len(case.of_kind[Kind.ULTIMATUM]),) * 2


MEASURES: tuple[tuple[str, str, str, Measured], ...] = (
    ("placements", "Uithuisplaatsingen", "", _placements),
    ("days_away", "Tijd uit huis, van alle kinderen samen", "dagen", _days_away),
    ("measures", "Maatregelen van de rechter", "", _forced),
    ("days_without_help", "Tijd zonder hulp (gaten van het gezin)", "dagen", _gap_days),
    ("days_waiting", "Tijd op een wachtlijst", "dagen", _waiting),
    ("parties", "Betrokken partijen", "", _parties),
    ("workers", "Betrokken medewerkers", "", _workers),
    ("handovers", "Overdrachten", "", _handovers),
    ("snelkookpannen", "Snelkookpannen", "", _pressures),
    ("ultimatums", "Ultimatums", "", _ultimatums),
)
"""What is compared: its code in JSON, its words, its unit, and the analysis that gives it."""
