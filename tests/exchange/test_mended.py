"""A table that was written here and mended outside: what was mended comes back, and nothing else."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from tests import builders
from tests.exchange.tables import counted
from tests.exchange.test_tables_out import cases
from tijdlijn.exchange.columns import ID_COLUMN, likeness, understood
from tijdlijn.exchange.csv_in import read_csv
from tijdlijn.exchange.formula import guarded
from tijdlijn.exchange.plan import Plan, planned
from tijdlijn.exchange.tables_out import csv_bytes
from tijdlijn.model.casebook import Case

Rows = list[dict[str, str]]


def mended(case: Case, mend: Callable[[Rows], Rows | None]) -> Plan:
    """What importing the written table does after somebody mended its rows."""
    rows = list(csv.DictReader(io.StringIO(csv_bytes(case).decode())))
    header = next(csv.reader(io.StringIO(csv_bytes(case).decode())))
    out = io.StringIO()
    writer = csv.DictWriter(out, header, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(mend(rows) or [])
    table = understood(read_csv(out.getvalue().encode(), "t.csv", likeness))
    return planned(case, [table], counted())


def changes(plan: Plan) -> list[tuple[str, str, str]]:
    return [(change.label, change.old, change.new) for each in plan.amendments for change in each.changes]


def small() -> Case:
    return builders.case(
        builders.entry("interventie", "2017/2018-03", "Gezinshulp", persons="noor", parties="kompas", id="een"),
        builders.entry("signaal", "2019-05-14", "Zorgmelding", order=2.0, id="twee", details="van school"),
        builders.entry("besluit", None, "Klaar", order=3.0, id="drie", unread_date="ooit eens"),
        persons=[builders.person("Noor", "2009-05-14", focus=True)],
        parties=[builders.party("Kompas", "jeugdhulp")],
    )


@settings(max_examples=60, deadline=None)
@given(cases())
def test_a_table_that_nobody_mended_changes_nothing(case: Case) -> None:
    plan = mended(case, lambda rows: rows)

    assert (plan.entries, plan.amendments, plan.missing) == ((), (), ())
    assert sum(tally.present for tally in plan.tallies) == len(case.entries)


@settings(max_examples=60, deadline=None)
@given(
    cases().filter(lambda case: bool(case.entries)),
    st.sampled_from(["title", "details", "goal", "outcome"]),
    st.sampled_from(["Anders gezegd", "=1+1", "twee; woorden", "Zoë"]),
    st.integers(0, 3),
)
def test_whatever_text_is_mended_in_whatever_row_comes_back(case: Case, column: str, text: str, at: int) -> None:
    which = at % len(case.entries)

    def mend(rows: Rows) -> Rows:
        rows[which][column] = guarded(text)
        return rows

    plan = mended(case, mend)
    entry = case.timeline[which]
    assert plan.entries == ()
    assert {each.before.id: getattr(each.after, column) for each in plan.amendments} == (
        {} if getattr(entry, column) == text else {entry.id: text}
    )


@settings(max_examples=40, deadline=None)
@given(cases(), st.sets(st.integers(0, 3)))
def test_rows_taken_out_are_named_and_not_removed(case: Case, gone: set[int]) -> None:
    plan = mended(case, lambda rows: [row for at, row in enumerate(rows) if at not in gone])

    left = [entry.id for at, entry in enumerate(case.timeline) if at not in gone]
    assert plan.missing == (tuple(e.id for e in case.timeline if e.id not in left) if left else ())
    assert plan.amendments == ()


def test_a_change_says_what_it_was_and_what_it_is() -> None:
    def mend(rows: Rows) -> Rows:
        rows[1].update(title="Zorgmelding school", details="", date="15 mei 2019")
        return rows

    assert sorted(changes(mended(small(), mend))) == [
        ("datum", "14 mei 2019", "15 mei 2019"),
        ("titel", "Zorgmelding", "Zorgmelding school"),
        ("toelichting", "van school", ""),
    ]


def test_a_day_that_a_spreadsheet_wrote_another_way_is_no_change() -> None:
    def mend(rows: Rows) -> Rows:
        rows[1]["date"] = "14-5-2019"
        return rows

    assert changes(mended(small(), mend)) == []


def test_a_new_row_is_a_new_entry_and_a_copied_one_too() -> None:
    def mend(rows: Rows) -> Rows:
        return [*rows, {**rows[1], "title": "Tweede melding"}, {"date": "2020", "title": "Nieuw"}]

    plan = mended(small(), mend)
    assert [entry.title for entry in plan.entries] == ["Tweede melding", "Nieuw"]
    assert (plan.amendments, plan.missing) == ((), ())


def test_a_row_with_a_date_nobody_can_read_is_refused_and_its_entry_stays() -> None:
    def mend(rows: Rows) -> Rows:
        rows[1]["date"] = "ooit"
        return rows

    plan = mended(small(), mend)
    assert [refusal.column for refusal in plan.tallies[0].refusals] == ["date"]
    assert (plan.amendments, plan.missing) == ((), ())


def test_a_column_that_was_taken_out_leaves_its_field_alone() -> None:
    text = f"title,date,{ID_COLUMN}\nAnders,2019-05-14,twee\n"
    plan = planned(small(), [understood(read_csv(text.encode(), "t.csv", likeness))], counted())

    assert changes(plan) == [("titel", "Zorgmelding", "Anders")]
    assert plan.amendments[0].after.details == "van school"
    assert plan.missing == ("een", "drie")


def test_a_column_of_ones_own_is_added_to_the_notes() -> None:
    text = f"date,title,Opmerking,{ID_COLUMN}\n2019-05-14,Zorgmelding,nagaan,twee\n"
    plan = planned(small(), [understood(read_csv(text.encode(), "t.csv", likeness))], counted())

    assert changes(plan) == [("notities", "", "Opmerking: nagaan")]


def test_a_table_of_another_casebook_keeps_its_ids() -> None:
    case = builders.case(builders.entry("signaal", "2019", "Zorg", id="abcdefghij234"))
    table = understood(read_csv(csv_bytes(case), "t.csv", likeness))

    assert [entry.id for entry in planned(builders.case(), [table], counted()).entries] == ["abcdefghij234"]
