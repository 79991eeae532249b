"""What was said of findings belongs to the findings of now: the same first, then the nearest of its kind and person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import TODAY, case, entry
from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.finding import Finding, FindingKind
from tijdlijn.analysis.findings import analyse, highlighted
from tijdlijn.analysis.marks import Marks, match
from tijdlijn.analysis.telling_marks import mark_then, mark_words
from tijdlijn.model.casebook import Case
from tijdlijn.model.sessions import Session
from tijdlijn.model.understanding import FindingMark, Judgement

DAY = date(2020, 1, 1)


def finding(
    id_: str, start: int | None = 0, days: int = 10, kind: FindingKind = FindingKind.GAT, **more: str
) -> Finding:
    first = None if start is None else DAY + timedelta(start)
    last = first and first + timedelta(days - 1)
    return Finding(
        id_, kind, Status.ZEKER, more.get("person"), first, last, more.get("sentence", f"Zin {id_}."), "Regel."
    )


def mark(of: Finding, **more: object) -> FindingMark:
    made = FindingMark(
        id=f"mark {of.id}",
        finding_id=of.id,
        judgement=Judgement.BESPROKEN,
        on=date(2021, 5, 3),
        kind=of.kind.value,
        person_id=of.person_id or "",
        first_day=of.start,
        last_day=of.end,
        words=of.sentence,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def matched(marks: list[FindingMark], findings: list[Finding], **more: object) -> Marks:
    return match(case(marks=tuple(marks), **more), findings)  # type: ignore[arg-type]


def test_a_mark_belongs_to_the_finding_with_its_id() -> None:
    one = finding("a")
    found = matched([mark(one)], [one, finding("b", 2)])
    assert {id_: marked.mark_id for id_, marked in found.of.items()} == {"a": "mark a"}
    assert found.of["a"].then == ""
    assert found.lapsed == ()


def test_a_finding_that_moved_a_little_keeps_its_mark_and_what_it_said_then() -> None:
    found = matched([mark(finding("oud", 0, 30))], [finding("nieuw", 2, 30), finding("ander", 20, 30)])
    assert {id_: marked.then for id_, marked in found.of.items()} == {"nieuw": "Zin oud."}


def test_the_same_id_with_other_words_says_what_it_said() -> None:
    one = finding("a")
    assert matched([mark(one, words="Anders.")], [one]).of["a"].then == "Anders."
    assert matched([mark(one, words="")], [one]).of["a"].then == ""


def test_what_still_goes_on_says_another_number_every_day_and_is_not_said_to_have_changed() -> None:
    now = replace(finding("a"), end=TODAY)
    then = mark(now, words="Toen waren het 3 dagen.", last_day=TODAY - timedelta(7), on=TODAY - timedelta(7))
    assert matched([then], [now]).of["a"].then == ""
    assert matched([then], [now], reference_day=TODAY).of["a"].then
    assert matched([replace(then, on=TODAY)], [now]).of["a"].then
    assert matched([replace(then, first_day=DAY + timedelta(1))], [now]).of["a"].then


def test_a_finding_of_another_kind_or_person_does_not_take_it() -> None:
    old = mark(finding("oud"))
    others = [finding("stil", kind=FindingKind.STIL), finding("kind", person="noor"), finding("later", 500)]
    found = matched([old], others)
    assert found.of == {}
    assert found.lapsed == (old,)


def test_a_finding_without_a_place_in_time_is_only_known_by_its_id() -> None:
    loose = finding("a", None, kind=FindingKind.ONBEKEND)
    assert matched([mark(loose, finding_id="b")], [loose]).of == {}


def test_a_finding_takes_one_mark_and_an_exact_one_goes_first() -> None:
    moved, exact = mark(finding("oud", 0, 10)), mark(finding("nieuw", 0, 10))
    found = matched([moved, exact], [finding("nieuw", 0, 10)])
    assert found.of["nieuw"].mark_id == exact.id
    assert found.lapsed == (moved,)


def test_the_best_pair_goes_first() -> None:
    marks = [mark(finding("m1", 0, 10)), mark(finding("m2", 5, 10))]
    found = matched(marks, [finding("f", 5, 11), finding("g", 0, 4)])
    assert {id_: marked.mark_id for id_, marked in found.of.items()} == {"f": "mark m2", "g": "mark m1"}


def test_what_a_session_discussed_counts_and_a_mark_goes_before_it() -> None:
    one, other = finding("a"), finding("b", 50)
    session = Session("s", date=date(2021, 2, 1), discussed=(("a", one.sentence), ("b", "Toen."), ("weg", "Weg.")))
    found = matched(
        [mark(other, judgement=Judgement.NIET_RELEVANT, reason="dubbel")], [one, other], sessions=(session,)
    )
    assert (found.of["a"].session_id, found.of["a"].on, found.of["a"].mark_id) == ("s", date(2021, 2, 1), "")
    assert found.of["b"].is_set_aside


def test_the_last_session_that_discussed_it_is_told() -> None:
    one = finding("a")
    sessions = tuple(Session(f"s{n}", date=date(2021, n, 1), discussed=(("a", one.sentence),)) for n in (1, 3, 2))
    assert matched([], [one], sessions=sessions).of["a"].session_id == "s3"


def test_open_findings_come_first_and_those_set_aside_last() -> None:
    a, b, c = finding("a"), finding("b", 30), finding("c", 60)
    found = matched([mark(a, judgement=Judgement.NIET_RELEVANT), mark(b)], [a, b, c])
    assert [one.id for one in found.sorted([a, b, c])] == ["c", "b", "a"]
    assert [one.id for one in found.relevant([a, b, c])] == ["b", "c"]
    assert [one.id for one in found.set_aside([a, b, c])] == ["a"]


def test_the_words_of_a_mark() -> None:
    one = finding("a")
    discussed, aside = mark(one), mark(one, judgement=Judgement.NIET_RELEVANT, reason="want zij waren op reis.")
    assert mark_words(matched([discussed], [one]).of["a"]) == "Besproken op 3 mei 2021."
    assert mark_words(matched([aside], [one]).of["a"]) == "Niet relevant, want zij waren op reis (3 mei 2021)."
    assert mark_then(matched([mark(one, words="Oud.")], [one]).of["a"]) == "Toen stond er: “Oud.”"


def gaps(*starts: str) -> Case:
    return case(*(entry("interventie", start, parties="kompas") for start in starts), today=date(2020, 1, 1))


def test_after_an_edit_a_gap_keeps_its_mark() -> None:
    before = gaps("2016-01-01/2016-12-31", "2018-03-01/2019-12-31")
    (gap,) = [one for one in analyse(before).findings if one.kind is FindingKind.GAT]
    after = replace(gaps("2016-01-01/2017-01-05", "2018-03-01/2019-12-31"), marks=(mark(gap),))
    analysis = analyse(after)
    (moved,) = [one for one in analysis.findings if one.kind is FindingKind.GAT]
    assert moved.id != gap.id
    assert analysis.marks.of[moved.id].then == gap.sentence


def test_what_was_set_aside_is_not_drawn_and_stays_among_the_figures() -> None:
    of = gaps("2016-01-01/2016-12-31", "2018-03-01/2019-12-31")
    (gap,) = [one for one in analyse(of).findings if one.kind is FindingKind.GAT]
    analysis = analyse(replace(of, marks=(mark(gap, judgement=Judgement.NIET_RELEVANT, reason="dubbel"),)))
    assert highlighted(analysis).gaps == ()
    assert len(analysis.gaps) == 1
    assert gap.id in {one.id for one in analysis.set_aside}
    assert gap.id not in {one.id for one in analysis.relevant}
    discussed = analyse(replace(of, marks=(mark(gap),)))
    assert highlighted(discussed) is discussed


spans = st.tuples(st.integers(0, 40), st.integers(1, 20))


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Days in both as part of the days in either, counted day by day."""
    days, others = set(range(one[0], sum(one))), set(range(other[0], sum(other)))
    return len(days & others) / len(days | others)


@settings(max_examples=60, deadline=None)
@given(st.lists(spans, max_size=4), st.lists(spans, max_size=4))
def test_the_matching_is_the_best_pair_again_and_again(
    marked: list[tuple[int, int]], now: list[tuple[int, int]]
) -> None:
    marks = [mark(finding(f"m{n}", *span)) for n, span in enumerate(marked)]
    findings = [finding(f"f{n}", *span) for n, span in enumerate(now)]
    expected: dict[str, str] = {}
    left = [(m, f) for m in range(len(marked)) for f in range(len(now)) if overlap(marked[m], now[f]) > 0]
    while left:
        best = max(left, key=lambda pair: (overlap(marked[pair[0]], now[pair[1]]), -pair[0], -pair[1]))
        expected[f"f{best[1]}"] = f"mark m{best[0]}"
        left = [(m, f) for m, f in left if m != best[0] and f != best[1]]
    found = matched(marks, findings)
    assert {id_: one.mark_id for id_, one in found.of.items()} == expected
    assert {one.id for one in found.lapsed} == {one.id for one in marks} - set(expected.values())


@settings(max_examples=60, deadline=None)
@given(st.lists(spans, min_size=1, max_size=4))
def test_nothing_moves_when_nothing_changed(now: list[tuple[int, int]]) -> None:
    findings = [finding(f"f{n}", *span) for n, span in enumerate(now)]
    for order in permutations(findings):
        found = matched([mark(one) for one in order], findings)
        assert {id_: one.mark_id for id_, one in found.of.items()} == {one.id: f"mark {one.id}" for one in findings}
