"""What runs out, and what follows it: by example, and against a twin that tries every way in which the dates may fall.

ggz         ├──────────┤31-12
ggz (nieuw)             ├───────     a day later: followed
mst              ├──────────         begun long before: goes on beside it, does not follow
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.dossiers import dossiers
from tests.builders import case, entry, person
from tijdlijn.analysis.ahead_rules import birthday
from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.expiring import OVERLAP, RUNS_OUT, Expiry, find_expiring
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry

NOW = date(2024, 1, 1)
NOOR = person("Noor", "2010-06-24", focus=True)


def runs_out(*entries: Entry, persons: list[object] | None = None, now: date = NOW) -> list[Expiry]:
    return list(find_expiring(case(*entries, persons=persons or [NOOR], reference_day=now)))  # type: ignore[arg-type]


def granted(text: str, id_: str = "b", **more: object) -> Entry:
    return entry("beschikking", text, id=id_, **more)  # type: ignore[arg-type]


def test_one_that_ends_after_the_reference_day_runs_out_with_how_long_still() -> None:
    (found,) = runs_out(granted("2023-02-01/2024-03-31"))
    assert (found.first, found.last, found.days_left) == (date(2024, 3, 31), date(2024, 3, 31), (90, 90))
    assert (found.status, found.is_loose, found.reminders) == (
        Status.ZEKER,
        True,
        (date(2023, 9, 30), date(2023, 12, 31)),
    )


@pytest.mark.parametrize(("end", "count"), [("2023-12-31", 0), ("2024-01-01", 1), ("2023-12", 0), ("2024", 1)])
def test_on_the_reference_day_it_still_runs(end: str, count: int) -> None:
    assert len(runs_out(granted(f"2023-02-01/{end}"))) == count


def test_under_an_uncertain_end_it_may_be_over_already() -> None:
    (found,) = runs_out(granted("2023-02-01/2024"), now=date(2024, 6, 1))
    assert (found.days_left, found.status) == ((0, 213), Status.MOGELIJK)


def test_an_end_never_lies_before_the_begin() -> None:
    (found,) = runs_out(granted("2024-06-01/2024"))
    assert (found.first, found.last) == (date(2024, 6, 1), date(2024, 12, 31))


@pytest.mark.parametrize(("end", "sure"), [("..", Status.ZEKER), ("", Status.MOGELIJK)])
def test_without_an_end_date_it_is_listed_last_and_reminds_of_nothing(end: str, sure: Status) -> None:
    known, without = runs_out(granted(f"2020-01-01/{end}", "los"), granted("2023-01-01/2030-01-01"))
    assert known.entry_id == "b"
    assert (without.entry_id, without.first, without.days_left, without.status) == ("los", None, None, sure)
    assert without.reminders == ()


def test_one_that_has_to_begin_runs_out_as_well() -> None:
    assert [one.entry_id for one in runs_out(granted("2024-02-01/2024-12-31"))] == ["b"]


@pytest.mark.parametrize("kind", ["interventie", "school", "uithuisplaatsing", "verwacht"])
def test_other_kinds_do_not_run_out(kind: str) -> None:
    assert not runs_out(entry(kind, "2023-01-01/2025-01-01"))


def test_what_is_of_a_scenario_does_not_run_out() -> None:
    assert not runs_out(granted("2023-01-01/2025-01-01", scenario="s"))


class TestWhatFollows:
    @pytest.mark.parametrize(
        ("start", "sure"),
        [
            ("2024-04-01", Status.ZEKER),
            ("2024-03-31", Status.ZEKER),
            ("2024-02-29", Status.ZEKER),
            ("2024-02-28", None),
            ("2024-04-02", None),
            ("2024-04", Status.MOGELIJK),
            ("2023-06-01", None),
        ],
    )
    def test_it_begins_around_the_end(self, start: str, sure: Status | None) -> None:
        first, _ = runs_out(granted("2023-02-01/2024-03-31"), granted(f"{start}/2025-03-31", "volgende"))
        assert (first.followed, first.followed_by) == (sure, "volgende" if sure else "")
        assert first.is_loose is (sure is not Status.ZEKER)
        assert bool(first.reminders) is first.is_loose

    def test_it_ends_later(self) -> None:
        first, second = runs_out(granted("2023-02-01/2024-03-31"), granted("2024-03-15/2024-03-31", "kort"))
        assert (first.followed, second.followed) == (None, None)

    @pytest.mark.parametrize("end", ["..", ""])
    def test_it_may_go_on_without_an_end(self, end: str) -> None:
        first, _ = runs_out(granted("2023-02-01/2024-03-31"), granted(f"2024-04-01/{end}", "volgende"))
        assert first.followed is Status.ZEKER

    @pytest.mark.parametrize(
        ("one", "other", "follows"),
        [
            ({"persons": "noor"}, {"persons": "noor sem"}, True),
            ({"persons": "noor sem"}, {"persons": "noor"}, False),
            ({"persons": "noor"}, {"persons": "sem"}, False),
            ({"persons": "noor"}, {}, True),
            ({"parties": "a b"}, {"parties": "b"}, True),
            ({"parties": "a"}, {"parties": "b"}, False),
            ({"parties": "a"}, {}, True),
        ],
    )
    def test_it_is_about_the_same_persons_and_shares_a_party(
        self, one: dict[str, str], other: dict[str, str], follows: bool
    ) -> None:
        first, _ = runs_out(
            granted("2023-02-01/2024-03-31", **one), granted("2024-04-01/2025-03-31", "volgende", **other)
        )
        assert first.is_loose is not follows

    def test_a_measure_does_not_follow_a_beschikking(self) -> None:
        first, _ = runs_out(granted("2023-02-01/2024-03-31"), entry("maatregel", "2024-04-01/2025-03-31"))
        assert first.is_loose

    def test_a_chain_has_one_loose_end(self) -> None:
        found = runs_out(
            granted("2023-01-01/2024-01-31", "1"),
            granted("2024-02-01/2024-07-31", "2"),
            granted("2024-08-01/2024-12-31", "3"),
        )
        assert [one.entry_id for one in found if one.is_loose] == ["3"]


class TestAMeasure:
    def test_without_an_end_it_ends_when_the_child_turns_18(self) -> None:
        (found,) = runs_out(entry("maatregel", "2022-01-01/..", persons="noor"))
        assert (found.first, found.last, found.at_18) == (date(2028, 6, 24), date(2028, 6, 24), True)

    def test_a_later_end_is_no_later_than_18(self) -> None:
        (found,) = runs_out(entry("maatregel", "2022-01-01/2030-01-01", persons="noor"))
        assert (found.last, found.at_18) == (date(2028, 6, 24), True)

    def test_an_earlier_end_stands(self) -> None:
        (found,) = runs_out(entry("maatregel", "2022-01-01/2024-06-01", persons="noor"))
        assert (found.last, found.at_18) == (date(2024, 6, 1), False)

    def test_of_two_children_it_lasts_as_long_as_the_younger_is_a_child(self) -> None:
        sem = person("Sem", "2012", focus=True)
        (found,) = runs_out(entry("maatregel", "2022-01-01/..", persons="noor sem"), persons=[NOOR, sem])
        assert (found.first, found.last) == (date(2030, 1, 1), date(2030, 12, 31))

    def test_a_parent_beside_the_child_changes_nothing(self) -> None:
        mother = person("Anna", "1986", role="moeder")
        (found,) = runs_out(entry("maatregel", "2022-01-01/..", persons="noor anna"), persons=[NOOR, mother])
        assert found.last == date(2028, 6, 24)

    def test_of_a_child_without_a_birth_nothing_is_known(self) -> None:
        (found,) = runs_out(entry("maatregel", "2022-01-01/..", persons="noor"), persons=[person("Noor", focus=True)])
        assert (found.last, found.at_18) == (None, False)

    def test_a_beschikking_may_go_on_after_18(self) -> None:
        (found,) = runs_out(granted("2022-01-01/2030-01-01", persons="noor"))
        assert found.last == date(2030, 1, 1)


# Twins

DAY = timedelta(1)


def choice(first: date, more: int) -> str:
    return f"[{first}..{first + DAY * more}]" if more else first.isoformat()


def slow_follows(end: list[date], start: list[date], until: list[date]) -> Status | None:
    """Tries every way in which the three may fall, of those in which nothing ends before it begins."""
    ways = [
        -OVERLAP <= (begin - over).days <= 1 and last > over
        for over, begin, last in product(end, start, until)
        if last >= begin
    ]
    return Status.ZEKER if ways and all(ways) else Status.MOGELIJK if any(ways) else None


def days(first: date, more: int) -> list[date]:
    return [first + DAY * n for n in range(more + 1)]


WIDE = st.integers(0, 6)


@given(WIDE, WIDE, WIDE, st.integers(-40, 10), st.integers(0, 45))
def test_a_follower_is_found_however_the_dates_may_fall(
    end: int, start: int, until: int, later: int, lasts: int
) -> None:
    over = date(2024, 3, 1)
    begin = over + DAY * later
    last = begin + DAY * lasts
    first = granted(f"2023-01-01/{choice(over, end)}")
    second = granted(f"{choice(begin, start)}/{choice(last, until)}", "volgende")
    found = next(one for one in runs_out(first, second) if one.entry_id == "b")
    assert found.followed == slow_follows(days(over, end), days(begin, start), days(last, until))


def slow_expiring(whole: Case) -> dict[str, tuple[date | None, date | None]]:
    """The end of each that has not ended: every day it may be, one by one."""
    found: dict[str, tuple[date | None, date | None]] = {}
    for one in whole.entries:
        if one.kind not in RUNS_OUT or one.date is None:
            continue
        end, bounds = one.date.end, whole.bounds[one.id]
        ends = None
        if not isinstance(end, str) and not (bounds.open_end or bounds.unknown_end):
            ends = {max(day, bounds.start_min) for day in range(bounds.end_min, bounds.end_max + 1)}
        adults = {
            id_: [birthday(date.fromordinal(day), 18).toordinal() for day in range(low, high + 1)]
            for id_ in one.person_ids
            if (birth := whole.persons_by_id[id_].birth)
            and (low := birth.earliest.toordinal())
            and (high := birth.points[-1].latest.toordinal())
            and (whole.persons_by_id[id_].is_focus or birthday(birth.earliest, 18) > whole.reference)
        }
        unknown = any(p.is_focus and p.birth is None for p in whole.persons_of(one))
        if one.kind == "maatregel" and adults and not unknown:
            cap = max(map(min, adults.values())), max(map(max, adults.values()))
            ends = {min(d, c) for d in (min(ends), max(ends)) for c in cap} if ends else set(cap)
        if ends is None:
            found[one.id] = (None, None)
        elif max(ends) >= whole.reference.toordinal():
            found[one.id] = (date.fromordinal(min(ends)), date.fromordinal(max(ends)))
    return found


@given(dossiers(kinds=("beschikking", "maatregel", "contact"), most=8))
def test_the_list_holds_all_that_has_not_ended(whole: Case) -> None:
    found = find_expiring(whole)
    assert {one.entry_id: (one.first, one.last) for one in found} == slow_expiring(whole)
    firsts = [one.first or date.max for one in found]
    assert firsts == sorted(firsts)
    for one in found:
        assert one.last is None or one.days_left is not None
        assert one.is_loose or one.followed_by
        assert one.first is None or bool(one.reminders) is one.is_loose
