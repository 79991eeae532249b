"""Life domains: their problems and their help, against the definitions worked out day by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.analysis.dossiers import dossiers
from tests.analysis.letter import Days, Reading
from tests.builders import case, entry, party
from tijdlijn.analysis.domains import Coverage, find_domains
from tijdlijn.analysis.finding import FindingKind
from tijdlijn.analysis.findings import analyse
from tijdlijn.analysis.report_json import as_json
from tijdlijn.model.casebook import Case

thorough = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
KINDS = ("gebeurtenis", "hulpvraag", "signaal", "diagnose", "interventie", "bemoeienis", "contact", "uithuisplaatsing",
         "wachttijd", "school")  # fmt: skip
NAMES = ("wonen", "veiligheid", "een eigen gebied")
PROBLEMS = {"gebeurtenis", "hulpvraag", "signaal", "diagnose"}


@st.composite
def divided(draw: st.DrawFn) -> Case:
    """A dossier whose entries name domains, also one that is not in the list of the case."""
    family = draw(dossiers(KINDS))
    chosen = st.lists(st.sampled_from(NAMES), max_size=2)
    named = tuple(replace(one, domains=tuple(draw(chosen))) for one in family.entries)
    return replace(family, entries=named, domains=("veiligheid", "wonen", "onderwijs"))


def has_day_from(found: Days, days: range) -> tuple[bool, bool]:
    """Whether it surely, and possibly, has a day on or after a day that lies anywhere in these."""
    last_min, last_max = (found.s_min, found.s_max) if found.moment else (found.e_min, found.e_max)
    if last_max < found.s_min:
        return False, False
    return all(max(last_min, found.s_min) >= day for day in days), any(last_max >= day for day in days)


def never(helping: list[Days], first: range) -> str | None:
    """Of each help every way in which its dates and the first problem may fall."""
    each = [has_day_from(one, first) for one in helping]
    if any(sure for sure, _ in each):
        return None
    return "mogelijk" if any(possible for _, possible in each) else "zeker"


@thorough
@given(divided())
def test_every_domain_day_by_day(family: Case) -> None:
    reading, reference = Reading(family), family.reference.toordinal()
    found = find_domains(family)
    by_domain = {one.domain: one for one in found.coverages}
    helping = reading.help()
    assert found.help_count == len(helping)
    assert found.unnamed_help == sum(not one.domains for one, _ in helping)
    named = {name for one, _ in reading.all for name in one.domains
             if one.kind.value in PROBLEMS or reading.is_help(one)}  # fmt: skip
    assert [one.domain for one in found.coverages][:3] == ["veiligheid", "wonen", "onderwijs"]
    assert set(by_domain) == named | set(family.domains)
    for domain, coverage in by_domain.items():
        problems = [d for one, d in reading.all if one.kind.value in PROBLEMS and domain in one.domains]
        helped = [d for one, d in helping if domain in one.domains]
        check(coverage, problems, helped, reference, any(one.domains for one, _ in helping))


def check(coverage: Coverage, problems: list[Days], helped: list[Days], reference: int, is_told: bool) -> None:
    begin = min((d.s_min for d in (*problems, *helped)), default=reference)
    known = range(begin, reference + 1)
    assert (len(coverage.problem_ids), len(coverage.help_ids)) == (len(problems), len(helped))
    assert coverage.days_helped == (
        sum(any(d.surely(day) for d in helped) for day in known),
        sum(any(d.possibly(day) for d in helped) for day in known),
    )
    if not problems:
        assert (coverage.first_problem, coverage.days_without, coverage.never_helped) == (None, None, None)
        return
    first = (min(d.s_min for d in problems), min(d.s_max for d in problems))
    assert coverage.first_problem == first
    assert coverage.days_without == (
        sum(not any(d.possibly(day) for d in helped) for day in range(first[1], reference + 1)),
        sum(not any(d.surely(day) for d in helped) for day in range(first[0], reference + 1)),
    )
    assert coverage.never_helped == (never(helped, range(first[0], first[1] + 1)) if is_told else None)


def test_a_domain_with_problems_and_never_help_is_a_finding() -> None:
    family = case(
        entry("signaal", "2019-03-01", "Huurachterstand", domains=("financiën",), id="geld"),
        entry("hulpvraag", "2019-05-01", "Hulp bij opvoeden", domains=("opvoeden en opgroeien",), id="vraag"),
        entry("interventie", "2019-06-01/2019-12-31", domains=("opvoeden en opgroeien",), id="hulp"),
        entry("contact", "2019-07-01", id="contact"),
        reference_day=date(2020, 3, 1),
    )

    (found,) = (one for one in analyse(family).findings if one.kind is FindingKind.LEEFGEBIED)

    assert (found.id, found.status, found.entry_ids) == ("leefgebied:financiën", "zeker", ("geld",))
    assert found.sentence == ("1 regel vertelt van problemen op het leefgebied financiën, en er kwam nooit hulp voor.")
    assert found.detail == (
        "Het eerste probleem was op 1 maart 2019, 1 jaar voor de peildatum. "
        "1 regel van hulp noemt geen leefgebied en telt hier niet mee."
    )


def test_help_that_may_have_ended_before_the_first_problem_makes_it_possible() -> None:
    family = case(
        entry("signaal", "2019-06-15", domains=("wonen",)),
        entry("interventie", "2018/2019", domains=("wonen",)),
        entry("diagnose", "2020", domains=("veiligheid",)),
        reference_day=date(2021, 1, 1),
    )

    found = {one.domain: one.never_helped for one in find_domains(family).coverages if one.problem_ids}

    assert found == {"wonen": "mogelijk", "veiligheid": "zeker"}


def test_help_that_ended_before_the_problem_is_no_help_for_it() -> None:
    family = case(
        entry("interventie", "2018-01-01/2018-12-31", domains=("wonen",)),
        entry("signaal", "2019-06-15", domains=("wonen",)),
        reference_day=date(2021, 1, 1),
    )

    (found,) = (one for one in find_domains(family).coverages if one.domain == "wonen")

    assert found.never_helped == "zeker"
    assert found.days_helped == (365, 365)


def test_where_no_help_names_a_domain_nothing_is_said_of_help_that_never_came() -> None:
    family = case(
        entry("signaal", "2019-06-15", domains=("wonen",)),
        entry("interventie", "2019-07-01/2019-12-31"),
        reference_day=date(2021, 1, 1),
    )

    found = find_domains(family)

    assert {one.never_helped for one in found.coverages} == {None}
    assert [one.domain for one in found.touched] == ["wonen"]
    assert not [one for one in analyse(family).findings if one.kind is FindingKind.LEEFGEBIED]


def test_informal_help_alone_is_no_help() -> None:
    family = case(
        entry("signaal", "2019-06-15", domains=("wonen",)),
        entry("contact", "2019-05-01", domains=("wonen",)),
        entry("bemoeienis", "2019-07-01/..", domains=("wonen",), parties="oma"),
        parties=[party("oma", "netwerk")],
        reference_day=date(2021, 1, 1),
    )

    (found,) = (one for one in find_domains(family).coverages if one.domain == "wonen")

    assert len(found.help_ids) == 1
    assert found.never_helped == "zeker"


def test_the_json_tells_every_domain() -> None:
    family = case(
        entry("signaal", "2019-06", domains=("wonen",), id="s"),
        entry("interventie", "2019-07-01/2019-12-31", domains=("veiligheid",), id="i"),
        domains=("wonen", "veiligheid"),
        reference_day=date(2019, 12, 31),
    )

    assert as_json(family, analyse(family))["domains"] == [
        {
            "domain": "wonen",
            "problems": ["s"],
            "help": [],
            "first_problem": ["2019-06-01", "2019-06-30"],
            "days_helped": [0, 0],
            "days_without": [185, 214],
            "never_helped": "zeker",
        },
        {
            "domain": "veiligheid",
            "problems": [],
            "help": ["i"],
            "first_problem": None,
            "days_helped": [184, 184],
            "days_without": None,
            "never_helped": None,
        },
    ]
