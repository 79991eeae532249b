"""Copying to another case or casebook and back loses nothing, and what is there already stays as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import TODAY, case, entry, party, person
from tests.model.test_shifting import dates
from tijdlijn.exchange.clip_in import grid_of_html, grid_of_tabs
from tijdlijn.exchange.clip_out import html_table, tsv
from tijdlijn.exchange.columns import understood
from tijdlijn.exchange.grids import clean
from tijdlijn.exchange.plan import planned
from tijdlijn.exchange.rows_out import entry_rows
from tijdlijn.language.folding import squeezed
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Citation, Entry, Rate, Source
from tijdlijn.model.links import Link, LinkKind
from tijdlijn.model.people import Worker
from tijdlijn.model.problems import Problem
from tijdlijn.model.vocabulary import (
    AimedAt,
    Helped,
    Kader,
    Kind,
    Payer,
    PlacementForm,
    RateUnit,
    Sector,
    Voice,
    Weight,
)
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.clipboard import copied, packed, paste, unpacked
from tijdlijn.services.editing import Batch, apply
from tijdlijn.services.ids import new_id

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12).map(clean)
names = st.sampled_from(["Kompas", "GI; Noord", 'De "Brug"', "=1+1", "Oma, van moeder"])


def optional(code: type) -> st.SearchStrategy:
    return st.none() | st.sampled_from(list(code))


@st.composite
def entries(draw: st.DrawFn, id_: str) -> Entry:
    kind = draw(st.sampled_from(list(Kind)))
    return Entry(
        id_,
        kind,
        squeezed(draw(words)) or "Titel",
        draw(st.none() | dates()),
        order=draw(st.integers(0, 5)),
        details=draw(words | st.just("eerste\ntweede\tregel")),
        person_ids=draw(st.sampled_from([(), ("noor",), ("noor", "ruud")])),
        party_ids=draw(st.sampled_from([(), ("p1",), ("p1", "p2")])),
        worker_ids=draw(st.sampled_from([(), ("w1",)])),
        kader=draw(optional(Kader)),
        weight=draw(optional(Weight)),
        form=draw(optional(PlacementForm)),
        aimed_at=draw(optional(AimedAt)),
        domains=draw(st.sampled_from([(), ("wonen",), ("wonen", "onderwijs")])),
        goal=draw(words),
        outcome=draw(words),
        voice=draw(st.sampled_from(list(Voice))),
        helped=draw(optional(Helped)),
        cost_cents=draw(st.none() | st.integers(0, 10**8)),
        rate=draw(st.none() | st.builds(Rate, st.integers(0, 10**7), st.sampled_from(list(RateUnit)))),
        payer=draw(optional(Payer)),
        cost_source=draw(words),
        citations=draw(st.sampled_from([(), (Citation("s1", "3", "letterlijk"),)])),
        notes=draw(words),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    first, second = draw(names), draw(names)
    return case(
        *(draw(entries(f"e{place}")) for place in range(draw(st.integers(1, 3)))),
        persons=[person("Noor", "2010-06-24", focus=True), person("Ruud", role="vader", pseudonym="R.")],
        parties=[
            replace(party(first), id="p1"),
            replace(party(f"{second} 2", Sector.GI, notes="belangrijk"), id="p2"),
        ],
        workers=(Worker("w1", "Sanne", "p1", "begeleider"),),
        sources=(Source("s1", "Verslag", genre="raadsrapport", date=UncertainDate.parse("2019-05", "mei"), notes="n"),),
    )


@given(cases())
def test_packing_and_unpacking_gives_the_same(whole: Case) -> None:
    fragment = copied(whole, (e.id for e in whole.entries))
    assert unpacked(packed(fragment)) == fragment


@given(cases())
def test_a_table_of_anything_pastes_back_equal(whole: Case) -> None:
    rows = list(entry_rows(whole))
    bare = case(today=TODAY)
    for grid in (grid_of_tabs(tsv(whole)), grid_of_html(html_table(whole)) if _is_plain(rows) else None):
        if grid is None:
            continue
        plan = planned(bare, [understood(grid)], new_id)
        assert not any(tally.refusals for tally in plan.tallies)
        landed = replace(
            bare,
            persons=plan.records.persons,
            parties=plan.records.parties,
            workers=plan.records.workers,
            sources=plan.records.sources,
            entries=plan.entries,
        )
        assert sorted(map(str, entry_rows(landed))) == sorted(map(str, rows))


def _is_plain(rows: list[dict[str, str]]) -> bool:
    """HTML keeps words and lines, not runs of spaces, and guards no formula."""
    texts = [text for row in rows for text in row.values()]
    return not any("\t" in text or "  " in text or text[:1] in "'=+-@" for text in texts)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    with OpenCasebook.create(tmp_path / "doel.tijdlijn", "wachtwoord", today=TODAY) as opened:
        there = Batch(
            persons=(person("noor", "2010-06-24", notes="van hier"),),
            parties=(party("Kompas", notes="van hier"),),
            entries=(entry("contact", "2020", "Stond er al", id="er", order=3),),
        )
        apply(opened, opened.cases()[0].id, there, "Vul")
        yield opened


def fragment_of_a_family():
    whole = case(
        entry("contact", "2019-05-03", "Gesprek", id="a", persons="noor", parties="kompas", order=2),
        replace(entry("interventie", "2019-06/..", "Hulp", id="b", persons="ruud"), worker_ids=("w",), order=1),
        persons=[person("Noor", notes="van daar"), person("Ruud", role="vader")],
        parties=[party("Kompas", notes="van daar"), party("Kompas GGZ", Sector.JEUGD_GGZ)],
        workers=(Worker("w", "Sanne", "kompas ggz", "arts"),),
        sources=(Source("s", "Verslag"),),
        links=(Link("l", LinkKind.LEIDT_TOT, "a", "b"),),
    )
    return copied(whole, ("a", "b"))


def test_names_that_are_known_are_the_same_and_the_rest_is_made(book: OpenCasebook) -> None:
    case_id = book.cases()[0].id
    change = paste(book, case_id, unpacked(packed(fragment_of_a_family())))
    here = change.case
    assert change.step == "Plak 2 regels"
    assert [(p.name, p.notes) for p in here.persons] == [("noor", "van hier"), ("Ruud", "")]
    assert [(p.name, p.notes) for p in here.parties] == [("Kompas", "van hier"), ("Kompas GGZ", "")]
    (worker,) = here.workers
    assert (here.parties_by_id[worker.party_id].name, worker.function) == ("Kompas GGZ", "arts")
    assert here.sources == ()
    assert [e.title for e in sorted(here.entries, key=lambda e: e.order)] == ["Stond er al", "Hulp", "Gesprek"]
    (link,) = here.links
    assert here.entries_by_id[link.to_id].title == "Hulp"
    book.undo()
    assert [e.id for e in book.case(case_id).entries] == ["er"]


def test_pasting_twice_makes_people_once(book: OpenCasebook) -> None:
    case_id = book.cases()[0].id
    for _ in range(2):
        paste(book, case_id, fragment_of_a_family())
    here = book.case(case_id)
    assert (len(here.persons), len(here.parties), len(here.workers), len(here.entries)) == (2, 2, 1, 5)


def test_pasting_at_a_day_moves_everything_along(book: OpenCasebook) -> None:
    here = paste(book, book.cases()[0].id, fragment_of_a_family(), date(2019, 7, 5)).case
    assert {e.title: e.date.edtf for e in here.entries if e.date} == {
        "Stond er al": "2020",
        "Gesprek": "2019-07-05",
        "Hulp": "2019-08/..",
    }


def test_the_same_ids_of_another_family_are_other_people(book: OpenCasebook) -> None:
    whole = case(
        entry("contact", "2019", "Gesprek", id="er", persons="noor"), persons=[replace(person("noor"), name="Ali")]
    )
    here = paste(book, book.cases()[0].id, copied(whole, ("er",))).case
    assert [p.name for p in here.persons] == ["noor", "Ali"]
    assert {e.title for e in here.entries} == {"Stond er al", "Gesprek"}


def broken() -> Iterator[bytes]:
    good = json.loads(packed(fragment_of_a_family()))
    yield b""
    yield b"\xff\xfe"
    yield b"[]"
    yield json.dumps(good | {"version": 99}).encode()
    yield json.dumps(good | {"persons": []}).encode()
    yield json.dumps(good | {"entries": [good["entries"][0] | {"kind": "iets"}]}).encode()
    yield json.dumps(good | {"entries": [good["entries"][0] | {"title": {"a": 1}}]}).encode()
    yield json.dumps(good | {"entries": [good["entries"][0] | {"extra": 1}]}).encode()
    yield b"[" * 100_000


@pytest.mark.parametrize("data", list(broken()), ids=range(9))
def test_what_is_not_ours_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(Problem, match="niets geplakt"):
        unpacked(data)
