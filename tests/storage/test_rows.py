"""What is read is what was written."""

import math
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import TODAY, case, entry, party, person
from tests.storage.support import make, write
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Citation, Entry, Rate, Source, SourceKind
from tijdlijn.model.links import Link, LinkKind
from tijdlijn.model.parameters import CaseSummary, Parameters
from tijdlijn.model.people import LooseName, NameKind, Party, Person, Worker
from tijdlijn.model.problems import Problem
from tijdlijn.model.scenarios import Effect, EffectSign, Likelihood, Scenario
from tijdlijn.model.sessions import (
    ActionState,
    AgreedAction,
    Attendee,
    AttendsAs,
    ChaptersBy,
    Consent,
    Fitting,
    Phase,
    Question,
    Reflection,
    Session,
    SessionKind,
    Showing,
    Untold,
)
from tijdlijn.model.understanding import FindingMark, Foreseen, Judgement, Uptake
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
from tijdlijn.storage import journal, reading, rows
from tijdlijn.storage.engine import driver
from tijdlijn.storage.steps import StepKind

ONCE = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)

texts = st.text(max_size=30)
expressions = ("2019-03-12", "2019", "201X", "2019-22", "2019-03~", "2019-10/..", "../2019", "2019/", "[2018..2019]")
dates = st.none() | st.builds(UncertainDate.parse, st.sampled_from(expressions), texts)
ids = st.lists(st.sampled_from(["a", "b"]), unique=True).map(tuple)
whole = st.integers(-(2**63), 2**63 - 1)
floats = st.floats(allow_nan=False, allow_infinity=False)


def maybe(choices):
    return st.none() | st.sampled_from(choices)


entries = st.builds(
    Entry,
    id=st.just("e"),
    kind=st.sampled_from(Kind),
    title=texts,
    date=dates,
    order=floats,
    details=texts,
    person_ids=ids,
    party_ids=ids,
    worker_ids=ids,
    kader=maybe(Kader),
    weight=maybe(Weight),
    form=maybe(PlacementForm),
    aimed_at=maybe(AimedAt),
    domains=st.lists(texts).map(tuple),
    schakelmoment=texts,
    goal=texts,
    outcome=texts,
    voice=st.sampled_from(Voice),
    helped=maybe(Helped),
    cost_cents=st.none() | whole,
    rate=st.none() | st.builds(Rate, whole, st.sampled_from(RateUnit)),
    citations=st.lists(st.builds(Citation, st.sampled_from(["a", "b"]), texts, texts)).map(tuple),
    scenario=texts,
    unread_date=texts,
    notes=texts,
    payer=maybe(Payer),
    cost_source=texts,
)
scenarios = st.builds(
    Scenario,
    st.just("x"),
    texts,
    st.none() | st.dates(),
    texts,
    st.sampled_from(Likelihood),
    texts,
    texts,
    st.lists(st.builds(Effect, st.sampled_from(EffectSign), st.sampled_from(["", "a"]), texts, texts), max_size=3).map(
        tuple
    ),
)
marks = st.builds(
    FindingMark,
    st.just("m"),
    texts,
    st.sampled_from(Judgement),
    texts,
    st.none() | st.dates(),
    texts,
    texts,
    st.none() | st.dates(),
    st.none() | st.dates(),
    texts,
)
foreseen = st.builds(Foreseen, st.just("f"), texts, st.sampled_from(Uptake), texts, texts)
sessions = st.builds(
    Session,
    id=st.just("s"),
    kind=st.sampled_from(SessionKind),
    date=st.none() | st.dates(),
    title=texts,
    place=texts,
    aim=texts,
    attendees=st.lists(st.builds(Attendee, texts, texts, texts, st.sampled_from(AttendsAs)), max_size=3).map(tuple),
    questions=st.lists(st.builds(Question, texts, texts, texts), max_size=3).map(tuple),
    notes=texts,
    showing=st.builds(
        Showing, texts, st.sampled_from(Untold), st.sampled_from(ChaptersBy), *(st.booleans() for _ in range(5))
    ),
    source_id=st.sampled_from(["", "a"]),
    discussed=st.lists(st.tuples(texts, texts), max_size=2).map(tuple),
)
reflections = st.builds(
    Reflection,
    st.just("r"),
    st.just("e"),
    st.sampled_from(["", "s"]),
    *(texts for _ in range(5)),
    maybe(Fitting),
    *(texts for _ in range(3)),
)
actions = st.builds(
    AgreedAction,
    st.just("w"),
    st.sampled_from(["", "s"]),
    texts,
    texts,
    st.none() | st.dates(),
    ids,
    texts,
    texts,
    texts,
    st.sampled_from(ActionState),
    texts,
    st.none() | st.dates(),
)
cases = st.builds(
    Case,
    id=st.just("c"),
    title=texts,
    today=st.just(TODAY),
    entries=st.tuples(entries),
    links=st.lists(st.sampled_from(LinkKind), max_size=1).map(
        lambda kinds: tuple(Link("l", k, "e", "e") for k in kinds)
    ),
    sessions=st.tuples(sessions),
    reflections=st.tuples(reflections),
    actions=st.tuples(actions),
    scenarios=st.tuples(scenarios),
    marks=st.tuples(marks),
    foreseen=st.tuples(foreseen),
    phases=st.tuples(st.builds(Phase, st.just("f"), texts, st.dates(), st.none() | st.dates())),
    loose_names=st.tuples(st.builds(LooseName, st.just("n"), texts, st.sampled_from(NameKind), st.booleans())),
    consents=st.tuples(
        st.builds(Consent, st.just("t"), texts, texts, st.dates(), texts, st.none() | st.dates()),
    ),
    code=texts,
    notes=texts,
    reference_day=st.none() | st.dates(),
    domains=st.lists(texts).map(tuple),
    parameters=st.builds(Parameters, *(st.integers(1, 999) for _ in range(5))),
    persons=st.tuples(
        *(st.builds(Person, st.just(id_), texts, texts, dates, st.booleans(), texts, texts, whole) for id_ in "ab")
    ),
    parties=st.tuples(*(st.builds(Party, st.just(i), texts, st.sampled_from(Sector), texts, texts) for i in "ab")),
    workers=st.tuples(*(st.builds(Worker, st.just(i), texts, st.sampled_from(["", "a"]), texts, texts) for i in "ab")),
    sources=st.tuples(
        *(
            st.builds(Source, st.just(i), texts, st.sampled_from(SourceKind), texts, texts, dates, texts, whole)
            for i in "ab"
        )
    ),
)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """One casebook for the whole module: making one costs more than what is tested here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tijdlijn.storage.encryption.MEMORY_KIB", 64)
        file = make(tmp_path_factory.mktemp("rows") / "a.tijdlijn", replace(case(), id="ander"))
    yield file
    file.close()


def stored(file, given, without=()):
    """What a fresh look at the file says after `given` was written over whatever was there."""
    with file.writing() as connection:
        journal.begin(connection, StepKind.DO, "proef", given.id)
        write(connection, given)
        rows.remove(connection, given.id, Party, without)
        if not given.links:
            rows.remove(connection, given.id, Link, ["l"])
    with file.reading() as raw:
        return reading.load_case(raw, given.id, TODAY)


@ONCE
@given(given=cases)
def test_every_field_comes_back_as_it_was(shelf, given):
    assert stored(shelf, given) == given


@ONCE
@given(before=cases, after=cases)
def test_undo_and_redo_bring_back_every_bit(shelf, before, after):
    stored(shelf, before)
    with shelf.writing() as connection:
        step = journal.begin(connection, StepKind.DO, "anders", "c")
        rows.remove(connection, "c", Link, ["l"])
        write(connection, after)
        back = journal.begin(connection, StepKind.UNDO, "terug", "c", step)
        journal.restore_before(connection, step)
        assert reading.load_case(driver(connection), "c", TODAY) == before
        journal.begin(connection, StepKind.REDO, "weer", "c", back)
        journal.restore_after(connection, step)
        assert reading.load_case(driver(connection), "c", TODAY) == after


def test_records_come_back_in_the_order_in_which_they_were_added(shelf):
    family = case(*(entry("signaal", "2019", id=id_) for id_ in "zaym"), persons=(person("Z"), person("A")))
    family = replace(family, id="volgorde")
    assert stored(shelf, family) == family
    changed = replace(family, entries=tuple(replace(e, title="anders") for e in family.entries))
    assert stored(shelf, changed) == changed


def test_the_same_ids_may_be_used_in_two_cases(shelf):
    first = replace(case(entry("signaal", "2019", "een", id="e1"), persons=(person("Ruud"),)), id="een")
    second = replace(case(entry("contact", "2020", "twee", id="e1"), persons=(person("Ruud", role="oom"),)), id="twee")
    stored(shelf, first)
    assert stored(shelf, second) == second
    with shelf.reading() as raw:
        assert reading.load_case(raw, "een", TODAY) == first


def test_the_list_of_cases_counts_their_entries(shelf):
    stored(shelf, replace(case(entry("signaal", "2019"), entry("contact", None), code="K7"), id="lijst"))
    with shelf.reading() as raw:
        assert CaseSummary("lijst", "Gezin Proef", "K7", 2) in reading.summaries(raw)
        assert reading.load_case(raw, "geen", TODAY) is None


@pytest.mark.parametrize(
    "value",
    [
        {"order": math.nan},
        {"cost_cents": 2**63},
        {"title": "\ud800"},
    ],
)
def test_a_value_that_no_file_can_hold_is_refused_and_nothing_is_written(shelf, value):
    family = replace(case(entry("signaal", "2019", id="e1")), id="weigering")
    stored(shelf, family)
    bad = replace(family, title="nieuw", entries=(replace(family.entries[0], **value),))
    with pytest.raises(Problem, match="niet bewaard"):
        stored(shelf, bad)
    with shelf.reading() as raw:
        assert reading.load_case(raw, "weigering", TODAY) == family


def test_a_party_cannot_go_while_a_professional_is_of_it(shelf):
    family = replace(case(parties=(party("GI"),), workers=(Worker("w", "Ans", "gi"),)), id="partij")
    stored(shelf, family)
    with pytest.raises(Problem, match="niet bewaard"):
        stored(shelf, family, without=["gi"])


def test_an_entry_cannot_go_while_a_link_leads_to_it(shelf):
    ends = [entry("signaal", "2019", id=id_) for id_ in "ab"]
    family = replace(case(*ends, links=(Link("l", LinkKind.LEIDT_TOT, "a", "b"),)), id="verbonden")
    stored(shelf, family)

    def take_out():
        with shelf.writing() as connection:
            journal.begin(connection, StepKind.DO, "proef", family.id)
            rows.remove(connection, family.id, Entry, ["b"])

    with pytest.raises(Problem, match="niet bewaard"):
        take_out()
    with shelf.reading() as raw:
        assert reading.load_case(raw, family.id, TODAY) == family


@pytest.mark.parametrize(("record", "gone"), [(Entry, "e1"), (Session, "s"), (Source, "bron")])
def test_what_something_of_a_session_rests_on_cannot_go_before_it(shelf, record, gone):
    family = case(
        entry("signaal", "2019", id="e1"),
        sources=(Source("bron", "Mondeling"),),
        sessions=(Session("s", source_id="bron"),),
        reflections=(Reflection("r", "e1", "s", how="Zo"),),
    )
    family = replace(family, id=f"bijeenkomst-{gone}")
    stored(shelf, family)

    def take_out():
        with shelf.writing() as connection:
            journal.begin(connection, StepKind.DO, "proef", family.id)
            rows.remove(connection, family.id, record, [gone])

    with pytest.raises(Problem, match="niet bewaard"):
        take_out()
    with shelf.reading() as raw:
        assert reading.load_case(raw, family.id, TODAY) == family


def test_days_of_the_case_itself_come_back(shelf):
    family = replace(case(reference_day=date(2022, 11, 1)), id="dag")
    assert stored(shelf, family).reference == date(2022, 11, 1)
