"""A view comes back as it was kept, and never stands in the way."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.builders import case
from tests.storage.support import make
from tijdlijn.model.views import Around, Arrangement, Filter, LaneBy, View
from tijdlijn.model.vocabulary import Kader, Kind, Sector, Voice
from tijdlijn.storage import journal, rows, steps, views
from tijdlijn.storage.engine import driver
from tijdlijn.storage.steps import StepKind

texts = st.text(max_size=8)
several = st.lists(texts, max_size=3)
sets = st.frozensets(texts, max_size=3)
days = st.integers(0, 36_525)


def chosen(choices):
    return st.frozensets(st.sampled_from(choices))


filters = st.builds(
    Filter,
    text=texts,
    person_ids=sets,
    party_ids=sets,
    kinds=chosen(Kind),
    domains=sets,
    kaders=chosen(Kader),
    source_ids=sets,
    sectors=chosen(Sector),
    voices=chosen(Voice),
    turns=st.booleans(),
    around=st.none() | st.builds(Around, days, days, several.map(tuple), st.sampled_from(Kind), st.booleans()),
)
arrangements = st.builds(
    Arrangement,
    by=st.lists(st.sampled_from(LaneBy), min_size=1, max_size=2, unique=True).map(tuple),
    order=several.map(tuple),
    heights=st.lists(st.tuples(texts, st.integers(1, 90)), max_size=3).map(tuple),
    folded=sets,
    hidden=sets,
)
all_views = st.builds(
    View,
    arrangement=arrangements,
    filter=filters,
    findings_follow=st.booleans(),
    anchors=several.map(tuple),
    ahead=st.booleans(),
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts | st.sampled_from([*Kind, "placering"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
KEYS = ("lanes", "filter", "anchors", "findings_follow", "ahead", "novelty")
INNER = ("by", "order", "heights", "folded", "text", "persons", "kinds", "turns", "around", "before", "kind", "entries")


@given(all_views)
def test_a_view_comes_back_as_it_was(view):
    assert views.as_view(views.as_text(view)) == view


def test_the_empty_view_says_little():
    assert json.loads(views.as_text(View()))["filter"] == {}


@given(st.dictionaries(st.sampled_from(KEYS), anything | st.dictionaries(st.sampled_from(INNER), anything)))
@example({"filter": {"around": {"before": 1, "after": 1, "kind": ["lijst"]}}})
@example({"lanes": {"heights": [["a", True], ["b", -1], ["c", 2.5], ["d"], "e", 7]}})
def test_whatever_a_newer_version_wrote_is_read_without_an_error(content):
    view = views.as_view(json.dumps(content))
    assert views.as_view(views.as_text(view)) == view


@pytest.mark.parametrize("text", ["", "{", "7", "[]", "null", '"view"'])
def test_what_is_no_view_at_all_is_the_plain_view(text):
    assert views.as_view(text) == View()


def test_what_is_not_known_is_passed_over_and_the_rest_is_kept():
    text = json.dumps(
        {
            "lanes": {"by": ["gezindheid", "persoon", "persoon"], "heights": [["a", 3], ["b", "veel"]]},
            "filter": {"kinds": ["besluit", "visioen"], "turns": "ja", "persons": ["noor", 7], "weather": ["regen"]},
            "sound": "aan",
        }
    )
    view = views.as_view(text)
    assert view.arrangement == Arrangement(by=(LaneBy.PERSOON,), heights=(("a", 3),))
    assert view.filter == Filter(kinds=frozenset({Kind.BESLUIT}), person_ids=frozenset({"noor"}))


def test_a_stretch_around_an_unknown_kind_is_no_stretch_around_something_else():
    text = json.dumps({"filter": {"around": {"before": 90, "after": 0, "kind": "visioen"}}})
    assert views.as_view(text).filter == Filter()


@pytest.fixture
def file(tmp_path):
    made = make(tmp_path / "a.tijdlijn", case())
    yield made
    made.close()


def test_the_view_in_use_is_one_row_a_case_and_no_step(file):
    with file.writing() as connection:
        assert views.in_use(driver(connection), "c") == View()
        views.keep(connection, "c", View(anchors=("a",)))
        views.keep(connection, "c", View(anchors=("b",)))
        assert views.in_use(driver(connection), "c") == View(anchors=("b",))
        assert views.in_use(driver(connection), "ander") == View()
        assert connection.exec_driver_sql("SELECT count(*) FROM view_state").scalar_one() == 1
        assert len(steps.history(driver(connection), 9)) == 1


def test_the_view_in_use_has_the_name_of_the_saved_view_it_came_from(file):
    kept = View(id="v", name="Rond de OTS")
    with file.writing() as connection:
        journal.begin(connection, StepKind.DO, "Bewaar", "c")
        rows.put(connection, "c", [kept])
        views.keep(connection, "c", kept)
        assert views.saved(driver(connection), "c") == (kept,)
        rows.put(connection, "c", [View(id="v", name="Rond de uithuisplaatsing")])
        assert views.in_use(driver(connection), "c").name == "Rond de uithuisplaatsing"
        rows.remove(connection, "c", View, ["v"])
        assert views.in_use(driver(connection), "c") == View()
