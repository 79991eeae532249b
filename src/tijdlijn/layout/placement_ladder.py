"""The placements of a child as a ladder: a rung for each form, from home up to the most invasive, over time; beneath
it the help for parents and family, so that a stretch without any is seen.

Rungs that the child never came near are left out at the top. A placement of which the form is not known stands on a
rung of its own with a question mark. Help of which it is not written at whom it was aimed is drawn as possible.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.placements import LADDER, ChildPlacements, Placement
from tijdlijn.drawing.plain import plain
from tijdlijn.drawing.primitives import Box, Drawing, Group, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout import marks
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.lanes import LANE_OF
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.naming import full_name, title_of
from tijdlijn.layout.picture_frame import Room, bar_of, extent, fitting, in_rows, on_halo, year_ruler
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import PlacementForm

HOME, UNKNOWN, HELP = "thuis", "niet bekend", "hulp thuis"
BEFORE, AFTER = 120, 120
"""Days that are shown before the first placement and after the last thing that is drawn."""
TITLED_FROM, LEAST_TITLE = 34.0, 6.0
"""How wide the time must be before titles are told, and how much room a title wants, in sizes of type."""
MOST_HELP = 6
"""Rows of help; what finds no place in these is counted."""


def placement_ladder(case: Case, child: ChildPlacements, width: float, measure: Measure) -> Drawing:
    """The ladder of one child, with the help at home beneath it."""
    rungs = _rungs(child)
    names = max(text_width(name, measure.small) for name in (*rungs, HELP)) + measure.gap
    room = Room(names, width - measure.bar, measure)
    days = _days(case, child)
    axis = room.axis(*days)
    step = measure.row + measure.pad * 0.5
    tops = {name: place * step for place, name in enumerate(rungs)}
    base = len(rungs) * step
    helped = _help(case, child)
    rows = in_rows([extent(case.bounds[e.id], axis, measure) for e, _ in helped], 1.0)
    shown = min(max(rows, default=0) + 1, MOST_HELP)
    under = base + measure.pad
    bottom = under + shown * (measure.bar + measure.pad * 0.6) + measure.pad * 0.4
    items: list[Primitive] = [*_names(tops, room, step), *year_ruler(axis, room, days, 0.0, bottom)]
    items += _alone(child, axis, room, under - measure.pad * 0.5, bottom)
    items += _steps(child, axis, tops, step, (room.left, room.right))
    for number, placement in enumerate(child.placements):
        items.append(_placement(case, placement, axis, tops, step, measure))
        after = [one for one in child.placements[number + 1 :] if one.form is placement.form]
        free = axis.x(after[0].start.toordinal()) - measure.gap if after else room.right
        items += _title(case, placement.entry_id, axis, (tops[_rung(placement)], step), free, room)
    hidden = 0
    for (entry, aimed), row in zip(helped, rows, strict=True):
        if row < MOST_HELP:
            top = under + row * (measure.bar + measure.pad * 0.6)
            items.append(_helped(case, entry, aimed, axis, top, room))
            items += _title(
                case, entry.id, axis, (top, measure.bar), _next(case, helped, rows, entry, axis, room), room
            )
        else:
            hidden += 1
    words = HELP + (f" (+{hidden})" if hidden else "")
    items += fitting(
        words, 0.0, measure.baseline(under, measure.bar, measure.small), room.left, "label.soft", measure.small
    )
    return Drawing(width, bottom + measure.tiny * 1.5, tuple(items))


def _rungs(child: ChildPlacements) -> list[str]:
    """From the top down: as high as the child came, then home."""
    forms = [LADDER[one.form] for one in child.placements if one.form]
    names = [form.value for form in PlacementForm][: max(forms, default=-1) + 1]
    unknown = [UNKNOWN] if any(one.form is None for one in child.placements) else []
    return [*unknown, *reversed(names), HOME]


def _days(case: Case, child: ChildPlacements) -> tuple[int, int]:
    first = min(one.start.toordinal() for one in child.placements)
    last = max(one.end.toordinal() for one in child.placements)
    return first - BEFORE, min(last + AFTER, max(case.reference.toordinal(), last))


def _names(tops: dict[str, float], room: Room, step: float) -> Iterator[Primitive]:
    measure = room.measure
    for name, top in tops.items():
        middle = top + step / 2
        base = measure.baseline(top, step, measure.small)
        yield Text(0.0, base, name, "label.soft", measure.small)
        yield Line(room.left, middle, room.right, middle, "grid.year")


def _steps(
    child: ChildPlacements, axis: Axis, tops: dict[str, float], step: float, ends: tuple[float, float]
) -> Iterator[Primitive]:
    """The way from home to each place and back, as a thin line."""
    home = tops[HOME] + step / 2
    at, x = home, ends[0]
    for one, following in pairwise((*child.placements, None)):
        assert one is not None
        middle = tops[_rung(one)] + step / 2
        begin, end = axis.x(one.start.toordinal()), axis.x(one.end.toordinal() + 1)
        style = "axis.line" if at == home else "gap.edge"
        yield Line(x, at, max(begin, x), at, style)
        yield Line(begin, at, begin, middle, "axis.line")
        at, x = middle, min(end, ends[1])
        if one.came_home:
            sure = one.came_home.status is Status.ZEKER
            yield Line(x, middle, x, home, "axis.line" if sure else "gap.edge")
            at = home
            if following is None:
                yield Line(x, home, ends[1], home, "axis.line")


def _rung(placement: Placement) -> str:
    return placement.form.value if placement.form else UNKNOWN


def _placement(
    case: Case, placement: Placement, axis: Axis, tops: dict[str, float], step: float, measure: Measure
) -> Group:
    top = tops[_rung(placement)] + (step - measure.bar) / 2
    return bar_of(case, case.entries_by_id[placement.entry_id], axis, top, measure)


def _title(
    case: Case, id_: str, axis: Axis, strip: tuple[float, float], free: float, room: Room
) -> Iterator[Primitive]:
    """What an entry is called, behind its bar in a strip (its top and height), where the picture is large enough."""
    measure = room.measure
    if room.width < TITLED_FROM * measure.label:
        return
    right = min(extent(case.bounds[id_], axis, measure)[1], room.right)
    x = max(right, room.left) + measure.gap
    if free - x >= LEAST_TITLE * measure.small:
        yield from on_halo(plain(title_of(case.entries_by_id[id_])), x, *strip, free - x, measure.small)


def _next(
    case: Case, helped: Sequence[tuple[Entry, bool]], rows: Sequence[int], entry: Entry, axis: Axis, room: Room
) -> float:
    """Where the next bar in the row of this one begins."""
    at = next(number for number, (one, _) in enumerate(helped) if one.id == entry.id)
    nexts = (number for number in range(at + 1, len(helped)) if rows[number] == rows[at])
    after = next(nexts, None)
    return room.right if after is None else axis.x(case.bounds[helped[after][0].id].start_min) - room.measure.gap


def _alone(child: ChildPlacements, axis: Axis, room: Room, top: float, bottom: float) -> Iterator[Primitive]:
    """Placements during which nobody helped at home, as the bands of gaps."""
    for one in child.placements:
        if one.without_help is None:
            continue
        left, right = max(axis.x(one.start.toordinal()), room.left), min(axis.x(one.end.toordinal() + 1), room.right)
        sure = one.without_help is Status.ZEKER
        ground = Box(left, top, max(right - left, 1.0), bottom - top, f"gap.{one.without_help.value}")
        edges = [Line(x, top, x, bottom, "gap.edge") for x in (left, right)]
        words = "geen hulp thuis" if sure else "mogelijk geen hulp thuis"
        yield Group("", (ground, *edges), words, (left, top, right - left, bottom - top))


def _help(case: Case, child: ChildPlacements) -> list[tuple[Entry, bool]]:
    """The help that may have run during any placement, and whether it says that it was for parents or family."""
    aimed = dict.fromkeys(id_ for one in child.placements for id_ in one.help_ids)
    unsaid = dict.fromkeys(id_ for one in child.placements for id_ in one.unaimed_ids if id_ not in aimed)
    found = [(case.entries_by_id[id_], id_ in aimed) for id_ in (*aimed, *unsaid) if id_ in case.entries_by_id]
    return sorted(found, key=lambda pair: (case.bounds[pair[0].id].start_min, pair[0].id))


def _helped(case: Case, entry: Entry, aimed: bool, axis: Axis, top: float, room: Room) -> Group:
    """A bar of help, cut at the edges of what is shown."""
    measure, bounds = room.measure, case.bounds[entry.id]
    left, right = extent(bounds, axis, measure)
    cut = max(left, room.left), min(max(right, room.left + measure.mark), room.right)
    days = bounds.sure if aimed else None
    sure = (max(axis.x(days[0]), cut[0]), min(axis.x(days[1] + 1), cut[1])) if days else None
    sure = sure if sure and sure[1] > sure[0] else None
    ending = "open" if right > room.right or bounds.open_end else "unknown" if bounds.unknown_end else "known"
    pieces = marks.bar(LANE_OF[entry.kind].key, cut, sure, top, measure.bar, ending)
    return Group(
        f"entry:{entry.id}", tuple(pieces), full_name(case, entry), (cut[0], top - 1, cut[1] - cut[0], measure.bar + 2)
    )
