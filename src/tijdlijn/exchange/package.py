"""A package: one case with all that belongs to it as versioned JSON, for another casebook (`docs/pakket.schema.json`).

The rule: what is packed is unpacked equal. The bytes here are readable; `storage.sealed` puts them under a password.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from tijdlijn.exchange.records import RecordError, as_data, from_data, schema_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.documents import Decision, Document
from tijdlijn.model.parameters import CaseError
from tijdlijn.model.views import View

FORMAT = "tijdlijn-pakket"
VERSION = 4


class PackageDamaged(ValueError):
    """The content of a package is not what its schema says."""


class PackageNewer(ValueError):
    """A newer version of the program made the package."""


@dataclass(frozen=True, slots=True)
class PackedDocument:
    """The document of a source; without `keeps_text` it is only known by its name, format, length and checksum."""

    source_id: str
    checksum: str
    length: int
    added: date
    keeps_text: bool
    document: Document


@dataclass(frozen=True, slots=True)
class Package:
    """A case, the documents of its sources, what was decided about these, and the views that were saved.

    `keeps_texts` says whether the case keeps the texts of documents that it gets from now on.
    """

    case: Case
    documents: tuple[PackedDocument, ...] = ()
    decisions: tuple[Decision, ...] = ()
    views: tuple[View, ...] = ()
    keeps_texts: bool = True


def package_bytes(package: Package) -> bytes:
    """The package as UTF-8."""
    told = {"format": FORMAT, "version": VERSION, **as_data(package)}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def read_package(data: bytes, today: date) -> Package:
    """The package that these bytes are. Raises PackageNewer or PackageDamaged."""
    try:
        told = json.loads(data)
        if not isinstance(told, dict) or told.pop("format", None) != FORMAT:
            raise PackageDamaged("format")
        version = told.pop("version", None)
        if type(version) is not int or version < 1:
            raise PackageDamaged("version")
        if version > VERSION:
            raise PackageNewer
        package: Package = from_data(Package, told, today)
    except (RecordError, CaseError, UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise PackageDamaged("content") from None
    _check(package)
    return package


def _check(package: Package) -> None:
    """What the case does not look after itself: that documents and decisions are of its sources, each once."""
    sources = package.case.sources_by_id.keys()
    documents = [document.source_id for document in package.documents]
    decisions = [(decision.source_id, decision.key) for decision in package.decisions]
    views = [view.id for view in package.views]
    if not sources >= {*documents, *(source_id for source_id, _ in decisions)}:
        raise PackageDamaged("source")
    if any(len(set(names)) != len(names) for names in (documents, decisions, views)):
        raise PackageDamaged("twice")


def schema() -> dict[str, Any]:
    """What a package looks like, as JSON Schema."""
    found: dict[str, Any] = {}
    schema_of(Package, found)
    told = found.pop("Package")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        "description": told["description"],
        "type": "object",
        "properties": {"format": {"const": FORMAT}, "version": {"const": VERSION}, **told["properties"]},
        "required": ["format", "version", *told["required"]],
        "additionalProperties": False,
        "$defs": dict(sorted(found.items())),
    }
