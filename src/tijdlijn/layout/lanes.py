"""Which lanes there are and what lies in each. An empty lane stays, for it tells something.

Lanes go by kind, person, party or life domain, or by two of these, one within the other. The lanes by kind are data.
An entry lies in every lane that it concerns: one about two children stands in the lane of each. A key names a lane in
what is kept of a view; it is made of codes and ids, so that another name does not lose a choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.people import Party
from tijdlijn.model.views import Arrangement, LaneBy
from tijdlijn.model.vocabulary import Kind, Sector


@dataclass(frozen=True, slots=True)
class Lane:
    """A horizontal strip. `strip` is the style of the edge beside its name; `empty` is said when nothing lies in it.

    A lane of `level` 1 stands within the heading above it. A heading holds no entries itself.
    """

    key: str
    name: str
    strip: str
    empty: str
    kinds: frozenset[Kind] = frozenset()
    level: int = 0
    is_heading: bool = False


def _by_kind(key: str, name: str, kinds: Iterable[Kind], empty: str) -> Lane:
    return Lane(key, name, f"{key}.strip", empty, frozenset(kinds))


LANES: tuple[Lane, ...] = (
    _by_kind("leven", "Leven", {Kind.GEBEURTENIS, Kind.DIAGNOSE, Kind.VERWACHT}, "geen gebeurtenissen"),
    _by_kind("wonen", "Wonen en school", {Kind.WONEN, Kind.SCHOOL}, "niets bekend"),
    _by_kind("vragen", "Vragen en signalen", {Kind.HULPVRAAG, Kind.SIGNAAL}, "geen vragen of signalen"),
    _by_kind("betrokken", "Betrokken", {Kind.BEMOEIENIS, Kind.CONTACT}, "niemand betrokken"),
    _by_kind("hulp", "Hulp", {Kind.INTERVENTIE}, "geen hulp"),
    _by_kind("wachten", "Wachten", {Kind.WACHTTIJD}, "geen wachttijden"),
    _by_kind(
        "besluiten",
        "Besluiten en acties",
        {Kind.ACTIE, Kind.BESLUIT, Kind.ULTIMATUM, Kind.OVERDRACHT},
        "geen besluiten of acties",
    ),
    _by_kind("maatregel", "Maatregelen en beschikkingen", {Kind.MAATREGEL, Kind.BESCHIKKING}, "geen"),
    _by_kind("uithuis", "Uit huis", {Kind.UITHUISPLAATSING}, "niet uit huis geplaatst"),
)
"""The lanes by kind, from top to bottom; every kind lies in exactly one."""

LANE_OF: dict[Kind, Lane] = {kind: lane for lane in LANES for kind in lane.kinds}
"""The lane of each kind; its key is the prefix of the styles of an entry, in whichever lane that lies."""

NAMES: dict[LaneBy, str] = {
    LaneBy.SOORT: "soort",
    LaneBy.PERSOON: "persoon",
    LaneBy.PARTIJ: "partij",
    LaneBy.LEEFGEBIED: "leefgebied",
}
"""What lanes go by, in words."""


@dataclass(slots=True, eq=False)
class Filled:
    """A lane with its entries in order of time; for a heading the entries below it."""

    lane: Lane
    entries: list[Entry] = field(default_factory=list)
    below: Sequence[Entry] = ()


@dataclass(frozen=True, slots=True)
class Hidden:
    """The lanes that somebody hid, and how many different entries lie only in them."""

    lanes: tuple[Lane, ...] = ()
    entries: int = 0


def filled_lanes(
    case: Case, arrangement: Arrangement, entries: Sequence[Entry], shown_ids: frozenset[str] | None = None
) -> tuple[list[Filled], Hidden]:
    """The lanes of an arrangement from top to bottom with those of `entries` that lie in each, and what is hidden.

    What is hidden is counted as far as a filter shows it: what that leaves out is counted elsewhere.
    """
    outer = _Division(case, arrangement.by[0], entries).filled()
    if len(arrangement.by) > 1:
        outer = [part for lane in _sorted(outer, arrangement) for part in _nested(case, arrangement, lane)]
    elif arrangement.by[0] is LaneBy.PARTIJ:
        outer = [part for group in _by_sector(case, arrangement, outer) for part in group]
    else:
        outer = _sorted(outer, arrangement)
    gone = [lane for lane in outer if _is_hidden(lane.lane, arrangement)]
    shown = [lane for lane in outer if lane not in gone and not _is_under_folded(lane.lane, arrangement)]
    if not gone:
        return shown, Hidden()
    seen = {entry.id for lane in shown for entry in lane.entries}
    lost = {entry.id for lane in gone for entry in lane.entries} - seen
    if shown_ids is not None:
        lost &= shown_ids
    return shown, Hidden(tuple(part.lane for part in gone if part.lane.key in arrangement.hidden), len(lost))


def _nested(case: Case, arrangement: Arrangement, outer: Filled) -> list[Filled]:
    inner = _sorted(_Division(case, arrangement.by[1], outer.entries).filled(), arrangement)
    return _under(arrangement, outer.lane, outer.entries, inner)


def _under(arrangement: Arrangement, head: Lane, entries: list[Entry], inner: Sequence[Filled]) -> list[Filled]:
    """A heading with lanes below it; when it is folded it shows what they hold."""
    heading = Lane(head.key, head.name, head.strip, head.empty, level=0, is_heading=True)
    parts = [Filled(heading, entries if head.key in arrangement.folded else [], below=entries)]
    for part in inner:
        lane = part.lane
        key = f"{head.key}/{lane.key}"
        parts.append(Filled(Lane(key, lane.name, lane.strip, lane.empty, lane.kinds, level=1), part.entries))
    return parts


def _by_sector(case: Case, arrangement: Arrangement, lanes: Sequence[Filled]) -> list[list[Filled]]:
    """The lanes of parties under a heading for each sector; what names no party stands below them on its own."""
    sectors: dict[Sector, list[Filled]] = {}
    rest: list[list[Filled]] = []
    for part in lanes:
        party = case.parties_by_id.get(part.lane.key.partition(":")[2])
        if party is None:
            rest.append([part])
        else:
            sectors.setdefault(party.sector, []).append(part)
    groups: list[list[Filled]] = []
    for sector, parts in sectors.items():
        ids = {entry.id for part in parts for entry in part.entries}
        name = sector.label[:1].upper() + sector.label[1:]
        head = Lane(f"sector:{sector.value}", name, "label.faint", f"niets van {sector.label}")
        inside = [entry for entry in case.timeline if entry.id in ids]
        groups.append(_under(arrangement, head, inside, _sorted(parts, arrangement)))
    return _groups_sorted([*groups, *rest], arrangement)


def _is_hidden(lane: Lane, arrangement: Arrangement) -> bool:
    return lane.key in arrangement.hidden or lane.key.partition("/")[0] in arrangement.hidden


def _is_under_folded(lane: Lane, arrangement: Arrangement) -> bool:
    return lane.level > 0 and lane.key.partition("/")[0] in arrangement.folded


def _sorted(lanes: list[Filled], arrangement: Arrangement) -> list[Filled]:
    """In the order somebody chose; what was not moved stays behind what it follows by nature."""
    return [group[0] for group in _groups_sorted([[lane] for lane in lanes], arrangement)]


def _groups_sorted(lanes: list[list[Filled]], arrangement: Arrangement) -> list[list[Filled]]:
    """The same for lanes with what stands below each."""
    places = {key: place for place, key in enumerate(arrangement.order)}
    if not places:
        return lanes
    ranks: list[tuple[float, int]] = []
    before = -1.0
    for index, group in enumerate(lanes):
        before = places.get(group[0].lane.key, before + 0.001)
        ranks.append((before, index))
    return [lanes[index] for _, index in sorted(ranks)]


class _Division:
    """The lanes of one kind of division, filled from entries in order of time."""

    def __init__(self, case: Case, by: LaneBy, entries: Sequence[Entry]) -> None:
        makers: dict[LaneBy, tuple[Callable[[Case, Sequence[Entry]], list[Lane]], Callable[[Entry], Sequence[str]]]] = {
            LaneBy.SOORT: (lambda *_: list(LANES), lambda entry: (LANE_OF[entry.kind].key,)),
            LaneBy.PERSOON: (
                lambda case, _: _persons(case),
                lambda entry: [f"persoon:{id_}" for id_ in entry.person_ids] or ("persoon:",),
            ),
            LaneBy.PARTIJ: (_parties, lambda entry: [f"partij:{id_}" for id_ in entry.party_ids] or ("partij:",)),
            LaneBy.LEEFGEBIED: (_domains, lambda entry: [f"leefgebied:{d}" for d in entry.domains] or ("leefgebied:",)),
        }
        make, keys = makers[by]
        self._lanes = {lane.key: Filled(lane) for lane in make(case, entries)}
        for entry in entries:
            for key in dict.fromkeys(keys(entry)):
                self._lanes[key].entries.append(entry)

    def filled(self) -> list[Filled]:
        """The lanes; the one for what names nobody only when something lies in it."""
        return [lane for key, lane in self._lanes.items() if lane.entries or not key.endswith(":")]


def _persons(case: Case) -> list[Lane]:
    """The children it is about, then the others in their own order, then what concerns nobody in particular."""
    focus = list(case.focus)
    known = {person.id for person in focus}
    others = sorted((p for p in case.persons if p.id not in known), key=lambda p: (p.order, p.id))
    lanes = [
        Lane(f"persoon:{person.id}", person.name, f"person{index % 6}.text", f"niets over {person.name}")
        for index, person in enumerate(focus)
    ]
    lanes += [Lane(f"persoon:{p.id}", p.name, "label.faint", f"niets over {p.name}") for p in others]
    return [*lanes, Lane("persoon:", "Hele gezin", "label.soft", "niets over het hele gezin")]


_SECTORS = {sector: place for place, sector in enumerate(Sector)}


def _parties(case: Case, entries: Sequence[Entry]) -> list[Lane]:
    """One for each party, those of a sector together, in each sector by when they came first; then what names none."""
    first: dict[str, int] = {}
    for place, entry in enumerate(entries):
        for id_ in entry.party_ids:
            first.setdefault(id_, place)

    def rank(party: Party) -> tuple[int, int, str]:
        return _SECTORS[party.sector], first.get(party.id, len(entries)), party.id

    lanes = [
        Lane(f"partij:{party.id}", party.name, "label.faint", f"niets met {party.name}")
        for party in sorted(case.parties, key=rank)
    ]
    return [*lanes, Lane("partij:", "Zonder partij", "label.soft", "alles noemt een partij")]


def _domains(case: Case, entries: Sequence[Entry]) -> list[Lane]:
    """The life domains of the case, then others that an entry names, then what names none."""
    named = dict.fromkeys(case.domains)
    named.update(dict.fromkeys(domain for entry in entries for domain in entry.domains))
    lanes = [
        Lane(f"leefgebied:{domain}", domain[:1].upper() + domain[1:], "label.faint", f"niets over {domain}")
        for domain in named
    ]
    return [*lanes, Lane("leefgebied:", "Zonder leefgebied", "label.soft", "alles noemt een leefgebied")]


def shared_rows(demands: Sequence[int], available: int, least: int = 1) -> list[int]:
    """Rows for each lane: its demand when all fit, else the same upper limit for all (water filling).

    Every lane keeps `least` rows, or its demand when that is smaller, also when that exceeds `available`.
    """
    rows = [min(max(demand, 1), least) for demand in demands]
    left = available - sum(rows)
    while left > 0:
        wanting = [index for index, demand in enumerate(demands) if rows[index] < demand]
        if not wanting:
            break
        lowest = min(rows[index] for index in wanting)
        for index in [i for i in wanting if rows[i] == lowest][:left]:
            rows[index] += 1
            left -= 1
    return rows
