"""A view never holds what the case does not have."""

from dataclasses import replace

from tests import builders
from tijdlijn.model.views import UNNAMED, Around, Filter, View, known
from tijdlijn.model.vocabulary import Kind

CASE = builders.case(builders.entry("maatregel", "2019", "OTS", persons="noor", parties="gi", id="e"))


def test_a_view_of_what_is_there_is_left_as_it_is() -> None:
    chosen = Filter(person_ids=frozenset({"noor", UNNAMED}), party_ids=frozenset({"gi"}), around=Around(90, 0, ("e",)))
    view = View(filter=chosen, anchors=("e",))
    assert known(view, CASE) is view


def test_what_is_gone_is_left_out_and_the_rest_stays() -> None:
    view = View(
        filter=Filter(person_ids=frozenset({"noor", "sem"}), around=Around(9, 9, ("e", "x"))), anchors=("x", "e")
    )
    left = known(view, CASE)
    assert left.filter == Filter(person_ids=frozenset({"noor"}), around=Around(9, 9, ("e",)))
    assert left.anchors == ("e",)


def test_a_stretch_around_what_is_gone_is_no_stretch_around_everything_of_a_kind() -> None:
    gone = View(filter=Filter(around=Around(90, 0, ("x",))))
    assert known(gone, CASE).filter.is_empty
    every = replace(gone, filter=Filter(around=Around(90, 0, kind=Kind.MAATREGEL)))
    assert known(every, CASE) is every
