"""A package is what its published schema says, and comes back equal or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from tests import builders
from tests.exchange.test_tables_out import cases
from tijdlijn.exchange.package import (
    VERSION,
    Package,
    PackageDamaged,
    PackageNewer,
    PackedDocument,
    package_bytes,
    read_package,
    schema,
)
from tijdlijn.model.casebook import Case
from tijdlijn.model.documents import Block, BlockKind, Decision, Document, Verdict
from tijdlijn.model.entries import Source
from tijdlijn.model.people import LooseName, NameKind
from tijdlijn.model.views import Around, Arrangement, Filter, LaneBy, View
from tijdlijn.model.vocabulary import Kind

PUBLISHED = Path(__file__).parents[2] / "docs" / "pakket.schema.json"


def full() -> Package:
    case = builders.case(
        builders.entry("interventie", "2019-03~/..", "=1+1", persons="noor", details="שלום\n🙂", id="een"),
        sources=(Source("s", "Verslag"),),
        loose_names=(LooseName("n", "Wilma", NameKind.PERSOON, is_hidden=True),),
    )
    text = Document("v.docx", "docx", "Op 1 mei.", (Block(BlockKind.ROW, 0, 9, 0, 1, ((0, 2), (3, 9))),), (0,))
    view = View("v", "Rond", Arrangement((LaneBy.PERSOON,), heights=(("a", 2),), hidden=frozenset("b")),
                Filter(kinds=frozenset({Kind.ACTIE, Kind.BESLUIT}), around=Around(30, 60, ("een",))))  # fmt: skip
    return Package(
        case,
        (PackedDocument("s", "0" * 64, 9, date(2026, 1, 2), True, text),),
        (Decision("s", "3:4", Verdict.ACCEPTED, "een"),),
        (view,),
    )


@settings(max_examples=40, deadline=None)
@given(cases())
def test_any_case_comes_back_equal(case: Case) -> None:
    package = Package(case)

    assert read_package(package_bytes(package), case.today) == package


def test_documents_decisions_and_views_come_back_equal() -> None:
    assert read_package(package_bytes(full()), builders.TODAY) == full()


def test_the_published_schema_is_that_of_this_version() -> None:
    assert json.loads(PUBLISHED.read_text("utf-8")) == schema()


@settings(max_examples=20, deadline=None)
@given(cases())
def test_a_package_is_what_its_schema_says(case: Case) -> None:
    for package in (Package(case), full()):
        assert list(faults(schema(), json.loads(package_bytes(package)))) == []


def test_the_schema_refuses_what_is_no_package() -> None:
    told = json.loads(package_bytes(full()))
    told["case"]["entries"][0]["kind"] = "feestje"
    told["extra"] = 1

    assert set(faults(schema(), told)) == {"$", "$.case.entries[0].kind"}


def _change(*path: Any, to: Any) -> Callable[[dict[str, Any]], None]:
    def change(told: dict[str, Any]) -> None:
        place: Any = told
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = to

    return change


@pytest.mark.parametrize(
    "change",
    [
        _change("format", to="iets anders"),
        _change("version", to="1"),
        _change("version", to=True),
        _change("case", to=[]),
        _change("case", "entries", 0, "kind", to="feestje"),
        _change("case", "entries", 0, "date", "edtf", to="ooit"),
        _change("case", "entries", 0, "person_ids", to=["niemand"]),
        _change("case", "entries", 0, "title", to=None),
        _change("case", "entries", 0, "onbekend", to=1),
        _change("case", "parameters", "gap_min_days", to=0),
        _change("decisions", 0, "source_id", to="weg"),
        _change("documents", 0, "added", to="gisteren"),
        _change("documents", 0, "document", "blocks", 0, "cells", to=[[1]]),
    ],
)
def test_what_is_not_as_it_should_be_is_damage(change: Callable[[dict[str, Any]], None]) -> None:
    told = json.loads(package_bytes(full()))
    change(told)

    with pytest.raises(PackageDamaged):
        read_package(json.dumps(told).encode(), builders.TODAY)


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b"{", b'{"format":"tijdlijn-pakket","version":1}', b"[" * 9999])
def test_what_is_no_json_of_ours_is_damage(data: bytes) -> None:
    with pytest.raises(PackageDamaged):
        read_package(data, builders.TODAY)


def test_a_newer_version_is_said_to_be_newer() -> None:
    told = {**json.loads(package_bytes(full())), "version": VERSION + 1, "nieuw": 1}

    with pytest.raises(PackageNewer):
        read_package(json.dumps(told).encode(), builders.TODAY)


def test_a_document_without_its_text_has_none() -> None:
    one = full()
    bare = replace(one.documents[0], keeps_text=False, document=Document("v.docx", "docx", ""))

    assert b"mei" not in package_bytes(replace(one, documents=(bare,)))


# As much of JSON Schema as the schema uses


_TYPES = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool,
          "null": type(None)}  # fmt: skip


def faults(rule: dict[str, Any], data: Any, place: str = "$", defs: dict[str, Any] | None = None) -> Any:
    """The places where the data is not what the schema says."""
    defs = rule["$defs"] if defs is None else defs
    if "$ref" in rule:
        yield from faults(defs[rule["$ref"].rpartition("/")[2]], data, place, defs)
    elif "anyOf" in rule:
        found = [list(faults(one, data, place, defs)) for one in rule["anyOf"]]
        yield from min(found, key=len)
    elif not _is_value(rule, data):
        yield place
    elif rule.get("type") == "object":
        if set(data) - set(rule["properties"]) or set(rule["required"]) - set(data):
            yield place
        for name, value in data.items():
            if name in rule["properties"]:
                yield from faults(rule["properties"][name], value, f"{place}.{name}", defs)
    elif rule.get("type") == "array":
        if not rule.get("minItems", 0) <= len(data) <= rule.get("maxItems", len(data)):
            yield place
        for at, value in enumerate(data):
            each = (
                rule["prefixItems"][min(at, len(rule["prefixItems"]) - 1)] if "prefixItems" in rule else rule["items"]
            )
            yield from faults(each, value, f"{place}[{at}]", defs)


def _is_value(rule: dict[str, Any], data: Any) -> bool:
    return (
        data in rule.get("enum", [data])
        and data == rule.get("const", data)
        and ("type" not in rule or _is_of(rule["type"], data))
    )


def _is_of(kind: str, data: Any) -> bool:
    return isinstance(data, _TYPES[kind]) and (kind == "boolean" or not isinstance(data, bool))
