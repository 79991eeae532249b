"""A series as the JSON of `tijdlijn series --json`: a contract that others hold on to. Add keys, change none.

There is no name, no title, no text and no date in it. Uncertain figures are `[min, max]`; money is in euro.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tijdlijn.analysis.series import Child, Family
from tijdlijn.analysis.series_anchor import ANCHORS, BEFORE_DAYS, Sign, Strip
from tijdlijn.analysis.series_columns import COLUMNS
from tijdlijn.analysis.series_summary import Aligned, Series, Spread
from tijdlijn.model.vocabulary import Kader

Json = dict[str, Any]


def series_json(series: Series, files: Mapping[int, int] | None = None) -> Json:
    """All of it, ready for `json.dumps`; `files` is which file, from 1, the family with a number came from."""
    found = series.recognisable
    return {
        "families": [family_json(one, one.number in found, (files or {}).get(one.number)) for one in series.families],
        "summary": {
            "families": len(series.told),
            "children": sum(len(family.children) for family in series.families),
            "may_identify": len(found),
            "figures": {column.id: _spread(series.spread(column)) for column in COLUMNS},
        },
        "aligned": {anchor.value: _aligned(series.aligned(anchor)) for anchor in ANCHORS},
    }


def family_json(family: Family, may_identify: bool = False, file: int | None = None) -> Json:
    """The row of one family."""
    return {
        "family": family.name,
        "file": file,
        "may_identify": may_identify,
        "children": [_child(child) for child in family.children],
        "entries": family.entries,
        "undated": family.undated,
        "years_known": _pair(family.years_known),
        "late_in_view_years": _pair(family.late_in_view),
        "placements": {
            "number": sum(family.placements.values()),
            **{kader.value: family.placements[kader] for kader in Kader},
            "onbekend": family.placements[None],
        },
        "gaps": {
            "number": _pair(family.gaps),
            "longest_days": _pair(family.longest_gap),
            "days": _pair(family.gap_days),
        },
        "snelkookpannen": {
            "number": _pair(family.snelkookpannen),
            "before_placement": _pair(family.pans_before_placement),
        },
        "requests": {
            "number": family.requests,
            "early": _pair(family.early_requests),
            "light_and_short": _pair(family.light_and_short),
            "early_and_light": _pair(family.early_and_light),
            "unanswered": _pair(family.unanswered),
        },
        "waiting_days": _pair(family.waiting_days),
        "parties": family.parties,
        "network_parties": family.network_parties,
        "workers": family.workers,
        "costs": [cents / 100 for cents in family.costs] if family.costs else None,
    }


def _pair(figure: tuple[float, float] | None) -> list[float] | None:
    return list(figure) if figure is not None else None


def _child(child: Child) -> Json:
    return {
        "age": _pair(child.age),
        "age_at_first_placement": _pair(child.age_placed),
        "gender": child.gender.value,
    }


def _spread(spread: Spread) -> Json:
    return {
        "title": spread.column.label,
        "unit": spread.column.unit.value,
        "per_child": spread.column.per_child,
        "known": len(spread.figures),
        "unknown": spread.unknown,
        "least": _pair(spread.least),
        "lower_quartile": _pair(spread.lower),
        "median": _pair(spread.median),
        "upper_quartile": _pair(spread.upper),
        "most": _pair(spread.most),
        "total": _pair(spread.total),
        "values": [list(figure) for figure in spread.figures],
    }


def _aligned(found: Aligned) -> Json:
    return {
        "anchor": found.anchor.value,
        "days_before": BEFORE_DAYS,
        "families": len(found.strips),
        "without_anchor": found.without,
        "dossier_begins_later": found.begins_later,
        "before": {one.kind.value: {"number": list(one.total), "families": list(one.families)} for one in found.kinds},
        "signs": {
            sign.name.lower(): {
                "families": list(found.signs[sign]),
                "share": [round(part, 3) for part in found.share(sign)],
            }
            for sign in Sign
        },
        "per_family": [_strip(strip) for strip in found.strips],
    }


def _strip(strip: Strip) -> Json:
    return {
        "family": f"Gezin {strip.number}",
        "anchor_days": strip.anchor_days,
        "before": {kind.value: list(count) for kind, count in strip.before.items()},
        "signs": {sign.name.lower(): status.value for sign, status in strip.signs.items()},
    }
