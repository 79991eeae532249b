"""The figures of a series: those of `analyse` of each family, and what only a series has worked out day by day."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from statistics import median

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.analysis.dossiers import dossiers
from tests.analysis.letter import HELP, Days, days_of
from tests.builders import case, entry, party, person
from tijdlijn.analysis.findings import analyse
from tijdlijn.analysis.report_json import Json, as_json
from tijdlijn.analysis.series import Gender, family_of, gender_in, told
from tijdlijn.analysis.series_anchor import Anchor, Sign, Strip
from tijdlijn.analysis.series_columns import COLUMNS, COLUMNS_BY_ID
from tijdlijn.analysis.series_json import family_json, series_json
from tijdlijn.analysis.series_summary import ALIKE, Series, aligned, recognisable, spread
from tijdlijn.analysis.series_words import aligned_words, cell_words, figure_words, genders, identifying_words
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.people import Worker
from tijdlijn.model.vocabulary import Kader, Kind, Weight

thorough = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TROUBLED = (
    "uithuisplaatsing",
    "uithuisplaatsing",
    "hulpvraag",
    "hulpvraag",
    "interventie",
    "bemoeienis",
    "contact",
    "wachttijd",
    "signaal",
    "ultimatum",
    "gebeurtenis",
)


# The same figures as of each family alone


def row_of(told_: Json) -> Json:
    """The row of a family as its own `analyse --json` gives it."""
    gaps = [gap for gap in told_["gaps"] if gap["person"] is None]
    sure = [gap for gap in gaps if gap["status"] == "zeker"]
    pans = told_["snelkookpannen"]
    before = [pan for pan in pans if pan["leads_to"]]
    placements = [one for child in told_["placements"] for one in child["placements"]]
    kader = Counter(one["kader"] or "onbekend" for one in placements)
    light = [one for one in told_["requests"] if one["light_and_short"]]
    costs = told_["costs"]["scenarios"][0]
    return {
        "entries": told_["entries"],
        "undated": len(told_["undated"]),
        "gaps": {
            "number": [len(sure), len(gaps)],
            "longest_days": [max((g["sure_days"] for g in gaps), default=0), max((g["days"] for g in gaps), default=0)],
            "days": [sum(gap["sure_days"] for gap in gaps), sum(gap["days"] for gap in gaps)],
        },
        "snelkookpannen": {
            "number": [sum(pan["status"] == "zeker" for pan in pans), len(pans)],
            "before_placement": [sum(pan["status"] == "zeker" for pan in before), len(before)],
        },
        "placements": {
            "number": len(placements),
            **{name: kader[name] for name in ("vrijwillig", "drang", "gedwongen", "onbekend")},
        },
        "requests": {
            "number": len(told_["requests"]),
            "unanswered": [
                sum(one["unanswered"] for one in told_["requests"]),
                sum(one["sure_answer_id"] is None for one in told_["requests"]),
            ],
            "light_and_short": [sum(one["light_and_short_status"] == "zeker" for one in light), len(light)],
        },
        "parties": told_["continuity"]["parties"],
        "network_parties": told_["continuity"]["network_parties"],
        "workers": told_["continuity"]["workers"],
        "late_in_view_years": told_["late_in_view"] and told_["late_in_view"]["years"],
        "costs": costs["total"] if costs["entry_ids"] else None,
    }


def compare(found: Json, expected: Json) -> None:
    for name, figure in expected.items():
        if isinstance(figure, dict):
            compare(found[name], figure)
        else:
            assert found[name] == figure, name


@thorough
@given(dossiers(most=20))
def test_every_figure_is_that_of_the_family_alone(family: Case) -> None:
    compare(family_json(family_of(family, 1)), row_of(as_json(family, analyse(family))))


# What only a series has, day by day


def days(family: Case, *kinds: str) -> list[tuple[Entry, Days]]:
    reference = family.reference.toordinal()
    return [(one, days_of(one, reference)) for one in family.entries if one.date and (not kinds or one.kind in kinds)]


def is_help(family: Case, one: Entry) -> bool:
    informal = one.party_ids and all(family.parties_by_id[id_].sector == "netwerk" for id_ in one.party_ids)
    return one.kind in HELP and not informal


def after_birth(family: Case, found: Days) -> bool:
    births = [child.birth.earliest.toordinal() for child in family.persons if child.is_focus and child.birth]
    last = found.s_max if found.moment else max(found.e_max, found.s_max)
    return not births or last >= min(births)


@thorough
@given(dossiers(TROUBLED))
def test_early_waiting_and_years_day_by_day(family: Case) -> None:
    found, reference = family_of(family, 1), family.reference.toordinal()
    asked = [d for e, d in days(family) if (e.kind == "hulpvraag" or is_help(family, e)) and after_birth(family, d)]
    starts = [d.s_min for e, d in days(family) if (e.kind in ("hulpvraag", "signaal") or is_help(family, e))
              and after_birth(family, d)]  # fmt: skip
    first = min(starts, default=reference + 1)
    year = range(first, first + 366) if first <= reference else range(0)
    requests = [range(d.s_min, d.s_max + 1) for _, d in days(family, "hulpvraag")]
    waits = [d for _, d in days(family, "wachttijd")]
    known = range(min((d.s_min for d in waits), default=reference), reference + 1)

    assert found.early_requests == (
        sum(all(day in year for day in request) for request in requests),
        sum(any(day in year for day in request) for request in requests),
    )
    assert found.waiting_days == (
        sum(any(d.surely(day) for d in waits) for day in known),
        sum(any(d.possibly(day) for d in waits) for day in known),
    )
    if not asked or min(d.s_min for d in asked) > reference:
        assert found.years_known is None
    else:
        longest = reference - min(d.s_min for d in asked)
        shortest = max(0, reference - min(d.s_max for d in asked))
        assert found.years_known == (round(shortest / 365.25, 1), round(longest / 365.25, 1))


def may_be_first(firsts: list[Days]) -> list[int]:
    """Every day on which the first of these may start: one starts that day, and no other has to start before it."""
    span = range(min(d.s_min for d in firsts), max(d.s_max for d in firsts) + 1)
    return [
        day for day in span if any(d.s_min <= day <= d.s_max for d in firsts) and all(d.s_max >= day for d in firsts)
    ]


def starts_before(found: Days, anchors: list[int]) -> tuple[bool, bool]:
    """Whether it surely, and possibly, starts in the 180 days before the anchor."""
    windows = [range(day - 180, day) for day in anchors]
    return (
        all(found.s_min in window and found.s_max in window for window in windows),
        any(found.s_min <= window[-1] and found.s_max >= window[0] for window in windows),
    )


def runs_before(found: Days, anchors: list[int]) -> tuple[bool, bool]:
    """Whether it surely, and possibly, has a day in the 180 days before the anchor."""
    last_min, last_max = (found.s_min, found.s_max) if found.moment else (found.e_min, found.e_max)
    if last_max < found.s_min:
        return False, False
    windows = [range(day - 180, day) for day in anchors]
    latest_start, earliest_end = min(found.s_max, last_max), max(last_min, found.s_min)
    return (
        all(latest_start <= window[-1] and earliest_end >= window[0] for window in windows),
        any(found.s_min <= window[-1] and last_max >= window[0] for window in windows),
    )


def how_sure(signs: list[tuple[bool, bool]]) -> str | None:
    if not any(possible for _, possible in signs):
        return None
    return "zeker" if any(sure for sure, _ in signs) else "mogelijk"


def is_anchor(anchor: Anchor, one: Entry) -> bool:
    return bool(one.schakelmoment) if anchor is Anchor.SCHAKELMOMENT else one.kind == anchor.value


@thorough
@given(dossiers(TROUBLED), st.sampled_from(Anchor))
def test_what_came_before_the_anchor_day_by_day(family: Case, anchor: Anchor) -> None:
    strip = told(family, 1).strips.get(anchor)
    firsts = [d for one, d in days(family) if is_anchor(anchor, one)]
    if not firsts:
        assert strip is None
        return
    assert strip is not None
    anchors = may_be_first(firsts)
    others = [(one, d) for one, d in days(family) if not is_anchor(anchor, one)]
    counts: dict[str, tuple[int, int]] = {}
    for one, d in others:
        sure, possible = starts_before(d, anchors)
        if possible:
            low, high = counts.get(one.kind.value, (0, 0))
            counts[one.kind.value] = low + sure, high + 1
    ultimatums = [starts_before(d, anchors) for one, d in others if one.kind == "ultimatum"]
    waits = [runs_before(d, anchors) for one, d in others if one.kind == "wachttijd"]
    pans = [
        (sure and pan.status == "zeker", possible)
        for pan in analyse(family).pressure.clusters
        for one, d in others
        if one.id in pan.entry_ids
        for sure, possible in (starts_before(d, anchors),)
    ]

    assert strip.anchor_days == anchors[-1] - anchors[0]
    assert {kind.value: count for kind, count in strip.before.items()} == counts
    assert strip.signs.get(Sign.ULTIMATUM) == how_sure(ultimatums)
    assert strip.signs.get(Sign.WACHTEN) == how_sure(waits)
    assert strip.signs.get(Sign.SNELKOOKPAN) == how_sure(pans)
    assert strip.signs.get(Sign.GEEN_HULP_THUIS) == nobody(family, anchors)
    low = anchors[0]
    for covered, kinds in ((strip.waiting, ("wachttijd",)), (strip.placed, ("uithuisplaatsing",))):
        spans = [d for _, d in days(family, *kinds)]
        around = range(low - 200, low + 200)
        assert [any(d.surely(day) for d in spans) for day in around] == inside(covered.sure, around, low)
        assert [any(d.possibly(day) for d in spans) for day in around] == inside(covered.possible, around, low)


def nobody(family: Case, anchors: list[int]) -> str | None:
    """As with placements: sure when nobody may have helped ouder or gezin, not so when somebody surely did."""
    helping = [
        (one.aimed_at, runs_before(d, anchors))
        for one, d in days(family)
        if is_help(family, one) and one.kind != "uithuisplaatsing" and one.aimed_at != "kind"
    ]
    if any(aim and sure for aim, (sure, _) in helping):
        return None
    return "mogelijk" if any(possible for _, (_, possible) in helping) else "zeker"


def inside(found: tuple[tuple[int, int], ...], around: range, low: int) -> list[bool]:
    return [any(first <= day - low <= last for first, last in found) for day in around]


# In words


def troubled(number: int = 0) -> Case:
    """Asked early, answered lightly; a snelkookpan in June 2020, and a placement in July of which the day is known.

    2018      |  2019   |  2020  u s s  [uithuisplaatsing
    v [licht ]  w w w w                 [gezinshulp
    """
    parties = [party("wijkteam", "gemeente"), party("school", "onderwijs"), party("raad", "raad"), party("gi", "gi")]
    return case(
        entry("hulpvraag", "2018-03-01", persons="sem", id=f"v{number}"),
        entry("interventie", "2018-04-01/2018-06-30", parties="wijkteam", weight=Weight.LICHT, id=f"l{number}"),
        entry("wachttijd", "2020-01-01/2020-05-31", id=f"w{number}"),
        entry("ultimatum", "2020-06-01", parties="gi", id=f"u{number}"),
        *(entry("signaal", f"2020-06-0{day}", parties=name, id=f"s{day}{number}")
          for day, name in ((2, "school"), (3, "wijkteam"), (4, "raad"), (5, "gi"), (6, "school"))),
        entry("uithuisplaatsing", "2020-07-01/2020-12-31", persons="sem", kader=Kader.GEDWONGEN, id=f"p{number}"),
        persons=[person("Sem", "2012-05-01", focus=True, role="zoon"), person("moeder", role="moeder")],
        parties=parties,
        workers=(Worker("jo", "Jo"),),
        reference_day=date(2021, 1, 1),
    )  # fmt: skip


def test_a_family_of_which_all_is_known() -> None:
    family = family_of(troubled(), 3)

    assert family.name == "Gezin 3"
    assert [(child.age, child.age_placed, child.gender) for child in family.children] == [((8, 8), (8, 8), "jongen")]
    assert family.years_known == (2.8, 2.8)
    assert (family.placements[Kader.GEDWONGEN], family.placements[None]) == (1, 0)
    assert (family.early_requests, family.light_and_short, family.early_and_light) == ((1, 1), (1, 1), (1, 1))
    assert (family.snelkookpannen, family.pans_before_placement) == ((1, 1), (1, 1))
    assert family.waiting_days == (152, 152)
    assert family.unanswered == (0, 0)
    assert family.costs is None


def test_what_came_before_the_first_placement() -> None:
    strip = told(troubled(), 1).strips[Anchor.UITHUISPLAATSING]

    assert strip.before == {Kind.ULTIMATUM: (1, 1), Kind.SIGNAAL: (5, 5)}
    assert strip.signs == {
        Sign.ULTIMATUM: "zeker",
        Sign.SNELKOOKPAN: "zeker",
        Sign.GEEN_HULP_THUIS: "zeker",
        Sign.WACHTEN: "zeker",
    }
    assert not strip.begins_later


def test_an_anchor_known_to_the_month_makes_what_stands_near_it_possible() -> None:
    family = case(
        entry("ultimatum", "2020-06-10", id="u"),
        entry("signaal", "2020-01-05", id="s"),
        entry("uithuisplaatsing", "2020-07/..", id="p"),
    )

    strip = told(family, 1).strips[Anchor.UITHUISPLAATSING]

    assert strip.anchor_days == 30
    assert strip.before == {Kind.ULTIMATUM: (1, 1), Kind.SIGNAAL: (0, 1)}


def test_the_anchor_is_never_before_itself() -> None:
    family = case(entry("uithuisplaatsing", "2020", id="a"), entry("uithuisplaatsing", "2020-06-01", id="b"))

    assert told(family, 1).strips[Anchor.UITHUISPLAATSING].before == {}


@pytest.mark.parametrize(
    ("role", "gender"),
    [("dochter", "meisje"), ("Halfzus", "meisje"), ("stiefbroer", "jongen"), ("kind", "onbekend"), ("", "onbekend"),
     ("moeder", "onbekend"), ("zoontje van oom", "onbekend")],
)  # fmt: skip
def test_gender_is_only_what_the_role_says(role: str, gender: str) -> None:
    assert gender_in(role) is Gender(gender)


def test_a_child_that_is_not_born_yet_has_no_age_and_still_counts() -> None:
    family = case(
        entry("signaal", "2020-01-01"), persons=[person("Noor", "2022", True)], reference_day=date(2021, 1, 1)
    )

    (child,) = family_of(family, 1).children

    assert child.age is None
    assert COLUMNS_BY_ID["children"].figures(family_of(family, 1)) == ((1, 1),)


# Together


def series_of(*cases: Case) -> Series:
    return Series(tuple(told(one, number) for number, one in enumerate(cases, 1)))


@thorough
@given(st.lists(dossiers(TROUBLED, most=8), min_size=1, max_size=5))
def test_a_spread_is_of_the_least_and_of_the_most(cases: list[Case]) -> None:
    families = series_of(*cases).families
    for column in COLUMNS:
        found = spread(column, families)
        figures = [figure for family in families for figure in column.figures(family)]
        assert len(found.figures) == len(figures)
        if figures:
            assert found.median == (median(low for low, _ in figures), median(high for _, high in figures))
            assert found.total == pytest.approx((sum(low for low, _ in figures), sum(high for _, high in figures)))
            five = [one for one in (found.least, found.lower, found.median, found.upper, found.most) if one]
            assert len(five) == 5
            for end in (0, 1):
                ordered = [one[end] for one in five]
                assert ordered == sorted(ordered)


@thorough
@given(st.lists(dossiers(TROUBLED, most=8), min_size=1, max_size=5), st.sampled_from(Anchor))
def test_aligned_families_add_up(cases: list[Case], anchor: Anchor) -> None:
    found = aligned(series_of(*cases).told, anchor)
    strips: list[Strip] = list(found.strips)

    assert len(strips) + found.without == len(cases)
    for one in found.kinds:
        each = [strip.before.get(one.kind, (0, 0)) for strip in strips]
        assert one.total == (sum(low for low, _ in each), sum(high for _, high in each))
        assert one.families == (sum(low > 0 for low, _ in each), sum(high > 0 for _, high in each))
    for sign, (sure, possible) in found.signs.items():
        assert sure == sum(strip.signs.get(sign) == "zeker" for strip in strips)
        assert possible == sum(sign in strip.signs for strip in strips)


def test_a_family_like_few_others_could_be_recognised() -> None:
    like = [troubled(number) for number in range(ALIKE)]
    other = case(entry("signaal", "2020-01-01"), persons=[person("Noor", "2004", True)], reference_day=date(2021, 1, 1))

    assert recognisable(series_of(*like).families) == frozenset()
    assert recognisable(series_of(*like, other).families) == {ALIKE + 1}
    assert recognisable(series_of(*like[1:]).families) == {1, 2, 3, 4}
    assert "Elke rij" in identifying_words(series_of(*like[1:]))
    assert identifying_words(series_of(*like)) == ""


def test_the_json_holds_no_name_no_text_and_no_date() -> None:
    family = troubled()
    text = json.dumps(series_json(series_of(family, troubled(1)), {1: 1, 2: 1}))

    for word in ("Gezin Proef", "Sem", "sem", "Jo", "wijkteam", "moeder", "2018", "2020", "2012"):
        assert word not in text
    data = json.loads(text)
    assert list(data) == ["families", "summary", "aligned"]
    assert [row["family"] for row in data["families"]] == ["Gezin 1", "Gezin 2"]
    assert data["aligned"]["uithuisplaatsing"]["signs"]["ultimatum"] == {"families": [2, 2], "share": [1.0, 1.0]}
    assert data["summary"]["figures"]["waiting_days"]["values"] == [[152, 152], [152, 152]]


def test_words_of_figures() -> None:
    days_, years, euro = (COLUMNS_BY_ID[id_].unit for id_ in ("gap_days", "years_known", "costs"))

    assert figure_words((3, 3), days_) == "3"
    assert figure_words((2, 14), days_) == "2–14"
    assert figure_words((1.5, 2.0), years) == "1,5–2,0"
    assert figure_words((-1.5, 2.0), years) == "-1,5 tot 2,0"
    assert figure_words((1200.4, 31_400.0), euro) == "€ 1.200–31.400"
    assert cell_words(COLUMNS_BY_ID["costs"], family_of(troubled(), 1)) == "–"
    assert genders(family_of(troubled(), 1)) == "1 jongen"


def test_the_days_before_in_sentences() -> None:
    told_ = series_of(troubled(), troubled(1), case(entry("signaal", "2020-01-01")))

    lines = aligned_words(told_.aligned(Anchor.UITHUISPLAATSING))

    assert lines[0] == "In de 180 dagen voor de eerste uithuisplaatsing had:"
    assert "2 van de 2 gezinnen een ultimatum (100 %)" in lines
    assert lines[-1] == "1 gezin heeft geen uithuisplaatsing en staat er niet bij."
    assert aligned_words(told_.aligned(Anchor.SCHAKELMOMENT)) == ("Geen van de gezinnen heeft een schakelmoment.",)
