"""The Terpstra dossier: what a careful reader saw in it (`gold.csv`) is found by computation."""

from __future__ import annotations

from datetime import date

import pytest

from tests.analysis.terpstra import rows, terpstra
from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.findings import Analysis, analyse
from tijdlijn.model.casebook import Case


@pytest.fixture(scope="module")
def case() -> Case:
    return terpstra()


@pytest.fixture(scope="module")
def analysis(case: Case) -> Analysis:
    return analyse(case)


def test_the_gaps_of_the_family(analysis: Analysis) -> None:
    family = [(str(gap.start), str(gap.end), gap.status) for gap in analysis.gaps if gap.person_id is None]
    assert family == [
        ("2010-12-02", "2013-11-29", Status.ZEKER),
        ("2014-06-02", "2016-03-08", Status.ZEKER),
        ("2018-03-21", "2019-01-20", Status.ZEKER),
        ("2022-07-09", "2022-12-31", Status.ZEKER),
    ]


def test_every_gap_that_the_reader_saw_lies_within_one_of_them(analysis: Analysis) -> None:
    seen = [row for row in rows("gold.csv") if row["kind"] == "gat"]
    assert len(seen) == 2
    for row in seen:
        start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
        assert any(gap.start <= start and end <= gap.end for gap in analysis.gaps if gap.person_id is None)


def test_the_gap_of_2018_tells_what_the_reader_wrote(analysis: Analysis) -> None:
    (gap,) = [gap for gap in analysis.gaps if gap.person_id is None and gap.start.year == 2018]
    assert (gap.days, gap.sure_days, gap.waiting_days, gap.measure_days) == (306, 306, 0, 0)
    told = [finding for finding in analysis.findings if finding.id == "gat:gezin:2018-03-21"]
    assert told[0].sentence == (
        "Van 21 maart 2018 tot en met 20 januari 2019 (10 maanden) was er geen hulp in beeld voor het gezin; in die "
        "tijd waren er 2 gebeurtenissen."
    )


def test_the_snelkookpan_before_the_placement(analysis: Analysis) -> None:
    (seen,) = [row for row in rows("gold.csv") if row["kind"] == "snelkookpan"]
    (found,) = analysis.pressure.clusters
    assert (str(found.start), str(found.end)) == (seen["start"], seen["end"])
    assert (found.actions, found.parties, found.ultimatums, found.status) == (10, 9, 1, Status.ZEKER)
    assert found.leads_to == date(2021, 10, 29)


def test_the_court_order_of_a_year_is_too_vague_to_count_as_an_action(case: Case, analysis: Analysis) -> None:
    (vague,) = analysis.pressure.not_counted
    assert case.entries_by_id[vague].title.startswith("OTS een jaar")


def test_the_sources_that_contradict_each_other(case: Case, analysis: Analysis) -> None:
    found = [
        {case.entries_by_id[id_].title.split(" (")[0] for id_ in (pair.first_id, pair.second_id)}
        for pair in analysis.missing.contradictions
    ]
    assert found == [{"Ouders uit elkaar", "Feitelijke scheiding"}, {"Overlijden oma"}]
