"""Records as JSON and back, and the schema of it, all from the types of the records themselves.

The rule: nothing is guessed. A value that is missing, unknown or of another type than its record says is a
`RecordError`, which names no content; what is written is read back equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate

OF_THE_READER: Mapping[type, str] = {Case: "today"}
"""A field that is no part of what is written: whoever reads gives it."""
_PLAIN: Mapping[type, str] = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


class RecordError(ValueError):
    """The JSON is not what the types say. The message names the place, never what stands there."""


def as_data(value: Any) -> Any:
    """A record, or a value in one, as JSON."""
    if isinstance(value, UncertainDate):
        return {"edtf": value.edtf, "words": value.words}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(as_data(one) for one in value)
    if isinstance(value, tuple):
        return [as_data(one) for one in value]
    if is_dataclass(value):
        left_out = OF_THE_READER.get(type(value))
        return {one.name: as_data(getattr(value, one.name)) for one in fields(value) if one.name != left_out}
    return value


def from_data(kind: Any, data: Any, today: date, place: str = "$") -> Any:
    """The value of this type that the JSON is. Raises RecordError, or what the record itself refuses."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        choices = get_args(kind)
        chosen = NoneType if data is None else next(one for one in choices if one is not NoneType)
        if data is None and NoneType not in choices:
            raise RecordError(place)
        return from_data(chosen, data, today, place)
    if origin in (tuple, frozenset):
        return _listed(kind, data, today, place)
    if kind in _PLAIN:
        return _plain(kind, data, place)
    if kind is UncertainDate:
        return _dated(data, place)
    try:
        if kind is date:
            return date.fromisoformat(_plain(str, data, place))
        if issubclass(kind, StrEnum):
            return kind(_plain(str, data, place))
    except ValueError:
        raise RecordError(place) from None
    return _record(kind, data, today, place)


def _plain(kind: type, data: Any, place: str) -> Any:
    if kind is float and type(data) is int:
        return float(data)
    if type(data) is not kind:
        raise RecordError(place)
    return data


def _dated(data: Any, place: str) -> UncertainDate:
    if not isinstance(data, dict) or data.keys() != {"edtf", "words"}:
        raise RecordError(place)
    try:
        return UncertainDate.parse(_plain(str, data["edtf"], place), _plain(str, data["words"], place))
    except ValueError:
        raise RecordError(place) from None


def _listed(kind: Any, data: Any, today: date, place: str) -> Any:
    if not isinstance(data, list):
        raise RecordError(place)
    types, origin = get_args(kind), get_origin(kind)
    if origin is frozenset or types[-1] is ...:
        return origin(from_data(types[0], one, today, f"{place}[{at}]") for at, one in enumerate(data))
    if len(types) != len(data):
        raise RecordError(place)
    return tuple(from_data(one, each, today, place) for one, each in zip(types, data, strict=True))


def _record(kind: Any, data: Any, today: date, place: str) -> Any:
    types = _types(kind)
    if not isinstance(data, dict) or not data.keys() <= types.keys():
        raise RecordError(place)
    if not _needed(kind) <= data.keys():
        raise RecordError(place)
    given = {OF_THE_READER[kind]: today} if kind in OF_THE_READER else {}
    told = {name: from_data(types[name], value, today, f"{place}.{name}") for name, value in data.items()}
    return kind(**given, **told)


@cache
def _types(kind: Any) -> Mapping[str, Any]:
    """The types of the fields of a record that are written."""
    hints = get_type_hints(kind)
    return {one.name: hints[one.name] for one in fields(kind) if one.name != OF_THE_READER.get(kind)}


@cache
def _needed(kind: Any) -> frozenset[str]:
    """The fields that must be there."""
    return frozenset(
        one.name
        for one in fields(kind)
        if one.default is MISSING and one.default_factory is MISSING and one.name in _types(kind)
    )


# The schema


def schema_of(kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    """The JSON Schema of a type; records on the way are described once, in `found`."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return {"anyOf": [schema_of(one, found) for one in get_args(kind)]}
    if origin in (tuple, frozenset):
        return _list_schema(kind, found)
    if kind in _PLAIN:
        return {"type": _PLAIN[kind]}
    if kind is date:
        return {"type": "string", "format": "date"}
    if kind.__name__ not in found:
        found[kind.__name__] = {}
        found[kind.__name__] = _named_schema(kind, found)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _list_schema(kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    types = get_args(kind)
    if get_origin(kind) is frozenset:
        return {"type": "array", "items": schema_of(types[0], found), "uniqueItems": True}
    if types[-1] is ...:
        return {"type": "array", "items": schema_of(types[0], found)}
    each = [schema_of(one, found) for one in types]
    return {"type": "array", "prefixItems": each, "minItems": len(each), "maxItems": len(each)}


def _named_schema(kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    about = " ".join((kind.__doc__ or "").split("\n\n")[0].split())
    if kind is UncertainDate:
        words = {"edtf": {"type": "string"}, "words": {"type": "string"}}
        return _object("A date in EDTF, with the words as they were written.", words, {"edtf", "words"})
    if issubclass(kind, StrEnum):
        return {"description": about, "enum": [one.value for one in kind]}
    told = {name: schema_of(one, found) for name, one in _types(kind).items()}
    return _object(about, told, _needed(kind))


def _object(about: str, properties: Mapping[str, Any], needed: set[str] | frozenset[str]) -> dict[str, Any]:
    return {
        "description": about,
        "type": "object",
        "properties": dict(properties),
        "required": [name for name in properties if name in needed],
        "additionalProperties": False,
    }
