"""Views in the file: as JSON, the saved ones and for each case the one in use.

The rule: a view is about looking, so it never stands in the way of opening a casebook. What a newer version wrote or
what makes no sense is passed over when it is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeGuard, TypeVar

from tijdlijn.model.views import Around, Arrangement, Filter, LaneBy, View
from tijdlijn.model.vocabulary import Kader, Kind, Sector, Voice

if TYPE_CHECKING:
    from sqlalchemy import Connection

_E = TypeVar("_E", bound=StrEnum)
_LONGEST = 36_525
"""Days: no stretch around an entry is longer than a century."""


# The tables

_IN_USE = """
SELECT view_state.view, saved_views.id, saved_views.name FROM view_state LEFT JOIN saved_views
ON saved_views.case_id = view_state.case_id AND saved_views.id = view_state.saved_id WHERE view_state.case_id = ?
"""
_KEEP = """
INSERT INTO view_state (case_id, saved_id, view) VALUES (?, ?, ?)
ON CONFLICT (case_id) DO UPDATE SET saved_id = excluded.saved_id, view = excluded.view
"""


def saved(raw: Any, case_id: str) -> tuple[View, ...]:
    """The saved views of a case, in the order in which they were saved; by the driver's connection, as `in_use`."""
    found = raw.execute("SELECT id, name, view FROM saved_views WHERE case_id = ? ORDER BY row", (case_id,))
    return tuple(replace(as_view(text), id=id_, name=name) for id_, name, text in found)


def in_use(raw: Any, case_id: str) -> View:
    """The view a case was last looked at with, named as the saved view it came from when that is still there."""
    row = raw.execute(_IN_USE, (case_id,)).fetchone()
    if row is None:
        return View()
    text, id_, name = row
    return replace(as_view(text), id=id_ or "", name=name or "")


def keep(connection: Connection, case_id: str, view: View) -> None:
    """Remember the view a case is looked at with. No journal is written."""
    connection.exec_driver_sql(_KEEP, (case_id, view.id, as_text(view)))


# To JSON


def as_text(view: View) -> str:
    """A view as JSON, without its id and name, which have columns of their own. What asks nothing is left out."""
    lanes = view.arrangement
    content = {
        "lanes": {
            "by": [by.value for by in lanes.by],
            "order": list(lanes.order),
            "heights": [list(pair) for pair in lanes.heights],
            "folded": sorted(lanes.folded),
            "hidden": sorted(lanes.hidden),
        },
        "filter": _filter_values(view.filter),
        "findings_follow": view.findings_follow,
        "anchors": list(view.anchors),
        **({"scenarios": list(view.scenarios)} if view.scenarios else {}),
    } | ({"ahead": True} if view.ahead else {})
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _filter_values(chosen: Filter) -> dict[str, Any]:
    around = chosen.around
    values = {
        "text": chosen.text,
        "persons": sorted(chosen.person_ids),
        "parties": sorted(chosen.party_ids),
        "kinds": sorted(chosen.kinds),
        "domains": sorted(chosen.domains),
        "kaders": sorted(chosen.kaders),
        "sources": sorted(chosen.source_ids),
        "sectors": sorted(chosen.sectors),
        "voices": sorted(chosen.voices),
        "turns": chosen.turns,
        "around": None if around is None else _around_values(around),
    }
    return {key: value for key, value in values.items() if value}


def _around_values(around: Around) -> dict[str, Any]:
    return {
        "before": around.before,
        "after": around.after,
        "entries": list(around.entry_ids),
        "kind": around.kind.value,
        "turns": around.turns,
    }


# From JSON


def as_view(text: str) -> View:
    """The view that a JSON text says, as far as it can be understood."""
    content = _content(text)
    return View(
        arrangement=_arrangement(_mapping(content, "lanes")),
        filter=_filter(_mapping(content, "filter")),
        findings_follow=content.get("findings_follow") is True,
        anchors=tuple(_texts(content, "anchors")),
        scenarios=tuple(_texts(content, "scenarios")),
        ahead=content.get("ahead") is True,
    )


def _arrangement(values: Mapping[str, Any]) -> Arrangement:
    return Arrangement(
        by=tuple(dict.fromkeys(_choices(LaneBy, values, "by"))) or Arrangement().by,
        order=tuple(_texts(values, "order")),
        heights=tuple(_heights(values)),
        folded=frozenset(_texts(values, "folded")),
        hidden=frozenset(_texts(values, "hidden")),
    )


def _filter(values: Mapping[str, Any]) -> Filter:
    text, around = values.get("text"), values.get("around")
    return Filter(
        text=text if isinstance(text, str) else "",
        person_ids=frozenset(_texts(values, "persons")),
        party_ids=frozenset(_texts(values, "parties")),
        kinds=frozenset(_choices(Kind, values, "kinds")),
        domains=frozenset(_texts(values, "domains")),
        kaders=frozenset(_choices(Kader, values, "kaders")),
        source_ids=frozenset(_texts(values, "sources")),
        sectors=frozenset(_choices(Sector, values, "sectors")),
        voices=frozenset(_choices(Voice, values, "voices")),
        turns=values.get("turns") is True,
        around=_around(around) if isinstance(around, dict) else None,
    )


def _around(values: Mapping[str, Any]) -> Around | None:
    """None when it does not say around what: it must not become a stretch around something else."""
    before, after, kind = values.get("before"), values.get("after"), values.get("kind")
    if not _is_days(before) or not _is_days(after) or kind not in tuple(Kind):
        return None
    return Around(before, after, tuple(_texts(values, "entries")), Kind(kind), values.get("turns") is True)


def _content(text: str) -> Mapping[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _mapping(values: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = values.get(key)
    return found if isinstance(found, dict) else {}


def _texts(values: Mapping[str, Any], key: str) -> Iterator[str]:
    found = values.get(key)
    return (text for text in found if isinstance(text, str)) if isinstance(found, list) else iter(())


def _choices(choices: type[_E], values: Mapping[str, Any], key: str) -> Iterator[_E]:
    known = {choice.value: choice for choice in choices}
    return (known[text] for text in _texts(values, key) if text in known)


def _heights(values: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    found = values.get("heights")
    for pair in found if isinstance(found, list) else ():
        match pair:
            case [str(lane), int(rows)] if rows > 0 and not isinstance(rows, bool):
                yield lane, rows


def _is_days(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LONGEST
