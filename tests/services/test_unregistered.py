"""Names that nobody registered, in everything a case tells, with deduce and without."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tests.meetings import met
from tijdlijn.language.pseudonyms import pseudonyms_for, texts_of
from tijdlijn.language.unregistered import suspects
from tijdlijn.model.people import LooseName, NameKind
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.example import EXAMPLE_PASSPHRASE, make_example
from tijdlijn.services.session_names import masked
from tijdlijn.services.unregistered import engine_words, find


@pytest.fixture(autouse=True)
def nothing_installed(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """The tests say themselves what deduce finds."""
    if "slow" not in request.keywords:
        monkeypatch.setattr("tijdlijn.services.unregistered.find_spec", lambda name: sys.modules.get(name))


def stand_in(monkeypatch: pytest.MonkeyPatch, **tags: str) -> list[str]:
    """A module deduce that finds these words, each with its tag; the texts that it was given."""
    given: list[str] = []

    class Deduce:
        def deidentify(self, text: str) -> SimpleNamespace:
            given.append(text)
            return SimpleNamespace(annotations=list(self._annotations(text)))

        def _annotations(self, text: str) -> Iterator[SimpleNamespace]:
            for word, tag in tags.items():
                if (at := text.find(word)) >= 0:
                    yield SimpleNamespace(text=word, tag=tag, start_char=at, end_char=at + len(word))

    module = ModuleType("deduce")
    module.__spec__ = ModuleSpec("deduce", None)
    module.Deduce = Deduce  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "deduce", module)
    return given


def strings(value: Any, name: str = "") -> Iterator[str]:
    """Every text in a record that is no id and no date, found without the walk of the program."""
    if isinstance(value, str) and value and type(value) is str and name not in ("id", "edtf", "stopped_at"):
        yield value
    elif isinstance(value, tuple):
        for one in value[1:] if name == "discussed_pair" else value:
            yield from strings(one, "discussed_pair" if name == "discussed" else name)
    elif is_dataclass(value):
        for each in fields(value):
            if not each.name.endswith(("_id", "_ids")):
                yield from strings(getattr(value, each.name), each.name)


def test_every_text_of_a_case_is_looked_through() -> None:
    case = met()

    assert sorted(texts_of(case)) == sorted(strings(case))
    assert "alleen voor de begeleider" in texts_of(case)
    assert "weg:1" not in texts_of(case)


def test_what_nobody_registered_is_found_wherever_it_stands() -> None:
    case = met()
    sessions = tuple(replace(one, notes="Jadranka was er ook") for one in case.sessions)
    entries = (
        replace(case.entries[0], title="Plaatsing bij Wubbegien", details="Zij woont in Ommen."),
        *case.entries[1:],
    )
    actions = (replace(case.actions[0], what="Fatima belt de school"), *case.actions[1:])

    found = {
        one.name: one.what
        for one in find(replace(case, entries=entries, actions=actions, sessions=sessions, notes="Zie Yassin."))
    }

    assert {"Jadranka", "Wubbegien", "Ommen", "Fatima", "Yassin"} <= found.keys()
    assert found["Ommen"] is NameKind.PLAATS


def test_who_is_registered_or_attends_is_not_told() -> None:
    told = " ".join(f"{one.name} {one.places}" for one in find(met()))

    assert [name for name in ("Noor", "Sanne", "Judith", "Tineke", "Karim", "Kompas") if name in told] == []
    assert {one.name for one in find(met())} == {"Assen"}


@pytest.mark.parametrize("is_hidden", [True, False])
def test_what_somebody_decided_about_is_not_asked_again(is_hidden: bool) -> None:
    decided = LooseName("1", "ASSEN", NameKind.PLAATS, is_hidden)

    assert find(replace(met(), loose_names=(decided,))) == ()


def test_of_the_example_with_pseudonyms_nothing_looks_like_a_name(tmp_path: Path) -> None:
    make_example(tmp_path / "v.tijdlijn")
    with OpenCasebook.open(tmp_path / "v.tijdlijn", EXAMPLE_PASSPHRASE) as book:
        case = book.case(book.cases()[0].id)

    assert find(case) == ()
    assert {"Patrick", "Ravelmeer", "Berkenloo"} <= {one.name for one in suspects(texts_of(case))}


def test_the_pseudonyms_of_who_attends_are_among_ours() -> None:
    case = met()
    told = {one.name for meeting in masked(case)[0].sessions for one in meeting.attendees}

    assert len(told) >= 3
    assert told <= pseudonyms_for(case).used


def test_deduce_adds_what_the_rules_did_not_find(monkeypatch: pytest.MonkeyPatch) -> None:
    case = replace(met(), notes="Gesproken met Wubbegien, en met wiesje uit het dorp tolhek.")
    assert {one.name for one in find(case)} == {"Assen", "Wubbegien", "wiesje"}
    stand_in(monkeypatch, Wubbegien="persoon", tolhek="locatie", dorp="locatie", Gesproken="persoon", uit="datum")

    found = {one.name: (one.what, one.count) for one in find(case)}

    assert found == {
        "Assen": (NameKind.PLAATS, 1),
        "Wubbegien": (NameKind.PERSOON, 1),
        "wiesje": (NameKind.PERSOON, 1),
        "tolhek": (NameKind.PLAATS, 1),
    }


def test_deduce_never_reads_a_pseudonym(monkeypatch: pytest.MonkeyPatch) -> None:
    given = stand_in(monkeypatch, Moeder="persoon")

    found = find(met())

    assert given
    assert not any("Moeder" in text for text in given)
    assert {one.name for one in found} == {"Assen"}


def test_which_finder_looked_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "deduce" not in engine_words()
    stand_in(monkeypatch)

    assert "deduce" in engine_words()
    assert engine_words().endswith(".")


@pytest.mark.slow
@pytest.mark.skipif(find_spec("deduce") is None, reason="deduce is optional")
@pytest.mark.filterwarnings("ignore")
def test_the_real_deduce_looks_along() -> None:
    found = {one.name: one.what for one in find(replace(met(), notes="Gesprek met Karin Smeets in Amersfoort."))}

    assert found == {"Assen": NameKind.PLAATS, "Karin Smeets": NameKind.PERSOON, "Amersfoort": NameKind.PLAATS}
