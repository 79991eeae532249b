"""A filter shows what it says, counts what it would show, and says it in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import case, entry, party, person
from tijdlijn.layout.filter_words import READY, described
from tijdlijn.layout.filtering import Facet, FilterIndex, narrowed, shown
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Entry, Source
from tijdlijn.model.links import Link, LinkKind
from tijdlijn.model.views import UNNAMED, Around, Filter
from tijdlijn.model.vocabulary import Kader, Kind, Sector, Voice

NOOR, SEM = person("Noor"), person("Sem")
GI, OMA = party("GI", Sector.GI), party("Oma", Sector.NETWERK)
REPORT = Source("r", "Raadsrapport")
DAYS = [None, "2019", "2019-03", "2019-03-12", "2019-06-01/2020-02-01", "2020/..", "2021-01-01", "2030-01-01/.."]


def subsets(values: Iterable[str]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(list(values)), max_size=2)


def tuples(values: str) -> st.SearchStrategy[tuple[str, ...]]:
    return subsets(values.split()).map(lambda chosen: tuple(sorted(chosen)))


entries = st.builds(
    lambda kind, day, title, **more: replace(entry(kind, day, title), **more),
    st.sampled_from([Kind.BESLUIT, Kind.UITHUISPLAATSING, Kind.INTERVENTIE]),
    st.sampled_from(DAYS),
    st.sampled_from(["Boos op school", "Rustig"]),
    person_ids=tuples("noor sem"),
    party_ids=tuples("gi oma"),
    kader=st.none() | st.sampled_from(Kader),
    domains=tuples("wonen veiligheid"),
    schakelmoment=st.sampled_from(["", "verhuizing"]),
    voice=st.sampled_from(Voice),
    citations=st.sampled_from([(), (Citation("r", "1"), Citation("r", "2"))]),
    scenario=st.sampled_from(["", "", "Anders"]),
)
cases = st.lists(entries, max_size=7).map(
    lambda made: case(
        *(replace(e, id=str(n), order=n) for n, e in enumerate(made)),
        persons=(NOOR, SEM),
        parties=(GI, OMA),
        sources=(REPORT,),
    )
)
arounds = st.builds(
    Around,
    st.integers(0, 400),
    st.integers(0, 400),
    tuples("0 1 weg"),
    st.sampled_from([Kind.UITHUISPLAATSING, Kind.BESLUIT]),
    st.booleans(),
)
filters = st.builds(
    Filter,
    text=st.sampled_from(["", "", "  ", "boo", "SCHOOL boos", "sem"]),
    person_ids=subsets(["noor", "sem", UNNAMED, "weg"]),
    party_ids=subsets(["gi", "oma", UNNAMED]),
    kinds=st.frozensets(st.sampled_from([Kind.BESLUIT, Kind.INTERVENTIE]), max_size=2),
    domains=subsets(["wonen", "veiligheid", UNNAMED]),
    kaders=st.frozensets(st.sampled_from(Kader), max_size=1),
    source_ids=subsets(["r", UNNAMED]),
    sectors=st.frozensets(st.sampled_from([Sector.GI, Sector.NETWERK, Sector.RAAD]), max_size=1),
    voices=st.frozensets(st.sampled_from(Voice), max_size=1),
    turns=st.booleans(),
    around=st.none() | arounds,
)


def is_shown(case: Case, e: Entry, f: Filter) -> bool:
    """The definition, entry by entry."""
    persons = {id_ for id_ in f.person_ids if id_ in case.persons_by_id or id_ == UNNAMED}
    around = (
        f.around if f.around and (not f.around.entry_ids or {*f.around.entry_ids} & {*case.entries_by_id}) else None
    )
    text = f"{e.title} {' '.join(p.name for p in case.persons_of(e))}".lower()
    return (
        (not persons or bool(persons & set(e.person_ids or (UNNAMED,))))
        and (not f.party_ids or bool(f.party_ids & set(e.party_ids or (UNNAMED,))))
        and (not f.kinds or e.kind in f.kinds)
        and (not f.domains or bool(f.domains & set(e.domains or (UNNAMED,))))
        and (not f.kaders or e.kader in f.kaders)
        and (not f.source_ids or bool(f.source_ids & ({c.source_id for c in e.citations} or {UNNAMED})))
        and (not f.sectors or bool(f.sectors & {p.sector for p in case.parties_of(e)}))
        and (not f.voices or e.voice in f.voices)
        and (not f.turns or bool(e.schakelmoment))
        and all(any(w.startswith(word) for w in text.split()) for word in f.text.lower().split())
        and (around is None or is_near(case, e, around))
    )


def is_near(case: Case, e: Entry, around: Around) -> bool:
    if e.date is None:
        return False
    mine = case.bounds[e.id]
    for other in case.entries:
        if other.date is None:
            continue
        if around.entry_ids:
            is_anchor = other.id in around.entry_ids
        else:
            is_anchor = not other.scenario and (
                bool(other.schakelmoment) if around.turns else other.kind is around.kind
            )
        days = case.bounds[other.id]
        first, last = days.start_min - around.before, days.start_max + around.after
        if is_anchor and mine.start_min <= last and max(mine.end_max, mine.start_max) >= first:
            return True
    return False


@settings(max_examples=60, deadline=None)
@given(cases, filters)
def test_a_filter_shows_what_satisfies_everything_it_asks(family: Case, chosen: Filter) -> None:
    found = shown(family, chosen)
    if found is None:
        assert FilterIndex(family).asked(chosen).is_empty
    else:
        assert found == {e.id for e in family.entries if is_shown(family, e, chosen)}


@settings(max_examples=60, deadline=None)
@given(cases, filters, st.sampled_from(Facet))
def test_a_choice_counts_what_it_would_show_with_the_rest_of_the_filter(
    family: Case, chosen: Filter, facet: Facet
) -> None:
    index = FilterIndex(family)
    for value, count in index.counts(facet, chosen).items():
        assert count == len(index.shown(facet.put(chosen, {value})) or ())
    assert index.turns(chosen) == len(index.shown(replace(chosen, turns=True)) or ())


@settings(max_examples=50, deadline=None)
@given(cases, filters)
def test_an_index_that_takes_over_words_shows_the_same(family: Case, chosen: Filter) -> None:
    index = FilterIndex(family)
    index.shown(replace(chosen, text="boos"))
    if family.entries:
        changed = replace(family.entries[0], title="Boos bij de GI")
        family = family.with_entries([changed])
    assert FilterIndex(family, index).shown(chosen) == shown(family, chosen)


def test_words_are_not_taken_over_when_a_name_changed() -> None:
    family = case(entry("besluit", "2019", persons="noor", id="e"), persons=(NOOR,))
    index = FilterIndex(family)
    assert index.shown(Filter(text="noor")) == {"e"}
    renamed = replace(family, persons=(replace(NOOR, name="Nora"),))
    following = FilterIndex(renamed, index)
    assert (following.shown(Filter(text="noor")), following.shown(Filter(text="nora"))) == (set(), {"e"})


def test_everything_is_shown_when_nothing_is_asked() -> None:
    assert shown(case(entry("besluit", "2019")), Filter()) is None
    assert shown(case(entry("besluit", "2019")), Filter(text=" - ", person_ids=frozenset({"weg"}))) is None


def test_a_scenario_is_shown_by_what_it_says_but_anchors_nothing() -> None:
    imagined = entry("uithuisplaatsing", "2019-06-01/2019-07-01", id="s", scenario="Anders")
    near = entry("besluit", "2019-05-20", id="n")
    family = case(imagined, near)
    assert shown(family, Filter(kinds=frozenset({Kind.UITHUISPLAATSING}))) == {"s"}
    assert shown(family, Filter(around=Around(90, 0))) == set()
    assert shown(family, Filter(around=Around(90, 0, ("s",)))) == {"s", "n"}


def test_an_uncertain_date_is_shown_when_it_may_fall_in_the_stretch() -> None:
    placed = entry("uithuisplaatsing", "2019-06-15/2019-12", id="u")
    family = case(placed, *(entry("besluit", day, id=day) for day in ("2019", "2019-05", "2019-04", "2018", "2020")))
    assert shown(family, Filter(around=Around(31, 0))) == {"u", "2019", "2019-05"}


def test_the_case_can_be_narrowed_to_what_is_shown() -> None:
    family = case(
        *(entry("besluit", "2019", id=id_) for id_ in "abc"), links=(Link("l", LinkKind.LEIDT_TOT, "a", "b"),)
    )
    assert narrowed(family, None) is family
    left = narrowed(family, frozenset("ac"))
    assert ([e.id for e in left.entries], left.links) == (["a", "c"], ())
    assert narrowed(family, frozenset("ab")).links == family.links


FAMILY = case(
    entry("uithuisplaatsing", "2019", "Naar oma", id="u"),
    persons=(NOOR, SEM),
    parties=(GI, OMA),
    sources=(REPORT,),
)


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        (Filter(), "alle regels"),
        (Filter(turns=True), "alleen schakelmomenten"),
        (
            Filter(
                kinds=frozenset({Kind.BESLUIT, Kind.INTERVENTIE}),
                person_ids=frozenset({"noor"}),
                around=Around(90, 0),
            ),
            "alleen besluiten en interventies over Noor, 90 dagen vóór elke uithuisplaatsing",
        ),
        (Filter(person_ids=frozenset({"noor", "sem"})), "alleen regels over Noor of Sem"),
        (Filter(person_ids=frozenset({"noor", UNNAMED})), "alleen regels over Noor of niemand in het bijzonder"),
        (Filter(person_ids=frozenset({UNNAMED}), turns=True), "alleen schakelmomenten die niemand noemen"),
        (Filter(party_ids=frozenset({"gi"}), kaders=frozenset({Kader.DRANG})), "alleen regels met GI in kader drang"),
        (Filter(sectors=frozenset({Sector.GI})), "alleen regels van gecertificeerde instelling"),
        (Filter(domains=frozenset({"wonen", UNNAMED})), "alleen regels in leefgebied wonen of geen"),
        (Filter(source_ids=frozenset({"r"})), "alleen regels uit “Raadsrapport”"),
        (Filter(source_ids=frozenset({UNNAMED})), "alleen regels zonder bron"),
        (Filter(voices=frozenset({Voice.GEZIN})), "alleen regels volgens het gezin"),
        (Filter(voices=frozenset(Voice)), "alleen regels"),
        (Filter(text="boos  op"), "alleen regels met “boos op”"),
        (Filter(kinds=frozenset(list(Kind)[:6])), "alleen 6 soorten regels"),
        (Filter(kinds=frozenset({Kind.BESLUIT}), turns=True), "alleen besluiten die een schakelmoment zijn"),
        (Filter(around=Around(0, 1, turns=True)), "alleen regels, tot 1 dag na elk schakelmoment"),
        (Filter(around=Around(7, 30, ("u",))), "alleen regels, van 7 dagen vóór tot 30 dagen na “Naar oma”"),
        (Filter(around=Around(0, 0, kind=Kind.BESLUIT)), "alleen regels, op de dag van elk besluit"),
    ],
)
def test_a_filter_is_said_in_plain_words(chosen: Filter, words: str) -> None:
    assert described(FAMILY, chosen) == words


def test_the_ready_views_have_names_of_their_own_and_each_asks_something() -> None:
    assert len({view.name for view in READY}) == len(READY)
    assert not any(view.filter.is_empty for view in READY)
