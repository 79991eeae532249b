"""How somebody looks at a case: which lanes, which entries, beside which days. Kept per case, never about the family.

A view holds ids and words of the case, so it lives in the casebook and nowhere else.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tijdlijn.model.casebook import Case
from tijdlijn.model.vocabulary import Kader, Kind, Sector, Voice

UNNAMED = ""
"""A member of a set of a filter: entries that name nobody, no party, no domain or no source."""


class LaneBy(StrEnum):
    """What the lanes of the timeline are: one for each group of kinds, person, party or life domain."""

    SOORT = "soort"
    PERSOON = "persoon"
    PARTIJ = "partij"
    LEEFGEBIED = "leefgebied"


@dataclass(frozen=True, slots=True)
class Around:
    """A stretch of time around entries: `before` days ahead of the first day each may start, to `after` days after the
    last day it may.

    `entry_ids` names the entries. When it is empty every schakelmoment is meant if `turns`, else every entry of `kind`.
    """

    before: int
    after: int
    entry_ids: tuple[str, ...] = ()
    kind: Kind = Kind.UITHUISPLAATSING
    turns: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries are shown. An empty set asks nothing; an entry must satisfy every set that asks something, by any
    of its members; `UNNAMED` in a set of texts is one of them. `text` is searched as in the search panel. `turns` asks
    for schakelmomenten only."""

    text: str = ""
    person_ids: frozenset[str] = frozenset()
    party_ids: frozenset[str] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    domains: frozenset[str] = frozenset()
    kaders: frozenset[Kader] = frozenset()
    source_ids: frozenset[str] = frozenset()
    sectors: frozenset[Sector] = frozenset()
    voices: frozenset[Voice] = frozenset()
    turns: bool = False
    around: Around | None = None

    @property
    def is_empty(self) -> bool:
        """Whether everything is shown."""
        return self == EVERYTHING


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The lanes: by what, one within the other; in which order; how high; which are folded to a strip or hidden.

    Lanes are named by their keys (`layout.lanes`). A lane that `order` does not name follows in its own order.
    `heights` holds the rows somebody gave a lane; others take what they need.
    """

    by: tuple[LaneBy, ...] = (LaneBy.SOORT,)
    order: tuple[str, ...] = ()
    heights: tuple[tuple[str, int], ...] = ()
    folded: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()


BIRTH = "geboorte:"
"""What stands before the id of a person in an anchor that is a birth."""


@dataclass(frozen=True, slots=True)
class View:
    """A whole way of looking. A view that was not saved has no name.

    `ahead` shows what is proposed for the years to come. `anchors` are the entries whose start is day 0 of a second
    axis, or persons whose birth is (`BIRTH` before their id): one beside the calendar, two or more above each other on
    relative time only. `findings_follow` computes wave and findings from what the filter shows instead of from
    everything. `scenarios` are the ids of those that stand below what happened; one of which only entries carry the
    name has that as its id.
    """

    id: str = ""
    name: str = ""
    arrangement: Arrangement = field(default_factory=Arrangement)
    filter: Filter = EVERYTHING
    findings_follow: bool = False
    anchors: tuple[str, ...] = ()
    scenarios: tuple[str, ...] = ()
    ahead: bool = False


def known(view: View, case: Case) -> View:
    """The view without persons, parties, sources and entries that the case does not have; itself when it has all.

    What asked for those only asks nothing any more.
    """
    anchors = tuple(id_ for id_ in view.anchors if _is_there(id_, case))
    scenarios = view.scenarios and tuple(id_ for id_ in view.scenarios if _is_scenario(id_, case))
    fresh = replace(view, filter=known_filter(view.filter, case), anchors=anchors, scenarios=scenarios)
    return view if fresh == view else fresh


def _is_there(anchor: str, case: Case) -> bool:
    return anchor in case.entries_by_id or anchor.removeprefix(BIRTH) in case.persons_by_id


def _is_scenario(id_: str, case: Case) -> bool:
    return any(one.id == id_ for one in case.scenarios) or any(entry.scenario == id_ for entry in case.entries)


def known_filter(chosen: Filter, case: Case) -> Filter:
    """The filter without what the case does not have."""
    return replace(
        chosen,
        person_ids=_of(case.persons_by_id, chosen.person_ids),
        party_ids=_of(case.parties_by_id, chosen.party_ids),
        source_ids=_of(case.sources_by_id, chosen.source_ids),
        around=_around_of(case, chosen.around),
    )


def _of(present: Container[str], ids: frozenset[str]) -> frozenset[str]:
    return frozenset(id_ for id_ in ids if id_ in present or id_ == UNNAMED)


def _around_of(case: Case, around: Around | None) -> Around | None:
    """None when every entry it named is gone: it must not become a stretch around other entries."""
    if around is None or not around.entry_ids:
        return around
    ids = tuple(id_ for id_ in around.entry_ids if id_ in case.entries_by_id)
    return replace(around, entry_ids=ids) if ids else None
