"""What somebody does with the lanes: each a function from one arrangement to the next. Nothing of the case changes.

The rule: what was chosen for the lanes of one division stays when another division is looked at, for the keys of lanes
differ. Lanes of level 1 share one order under all headings, as one order is easier to read than many. The last lane
that can be seen is never hidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tijdlijn.layout.content import Content
from tijdlijn.layout.lane_plan import MOST_ROWS
from tijdlijn.layout.lanes import NAMES, Lane, filled_lanes
from tijdlijn.model.casebook import Case
from tijdlijn.model.views import Arrangement, LaneBy


@dataclass(frozen=True, slots=True)
class Lanes:
    """An arrangement with all its lanes in their order, also those that are hidden or below a folded heading."""

    arrangement: Arrangement
    all: tuple[Lane, ...]

    @classmethod
    def of(cls, case: Case, arrangement: Arrangement) -> Lanes:
        """The lanes of a case."""
        bare = replace(arrangement, folded=frozenset(), hidden=frozenset())
        return cls(arrangement, tuple(part.lane for part in filled_lanes(case, bare, case.timeline)[0]))

    def lane(self, key: str) -> Lane | None:
        """A lane by its key."""
        return next((lane for lane in self.all if lane.key == key), None)

    @property
    def shown(self) -> tuple[Lane, ...]:
        """The lanes that are not hidden, from top to bottom; those below a folded heading as well."""
        gone = self.arrangement.hidden
        return tuple(lane for lane in self.all if lane.key not in gone and head_of(lane.key) not in gone)

    @property
    def hidden(self) -> tuple[Lane, ...]:
        """The lanes that somebody hid."""
        return tuple(lane for lane in self.all if lane.key in self.arrangement.hidden)

    def beside(self, key: str) -> list[str]:
        """The keys of the lanes that are shown at the level of a lane and within the same heading, itself included."""
        within = _heading(key)
        return [lane.key for lane in self.shown if _heading(lane.key) == within]

    # Order

    def moved(self, key: str, before: str | None) -> Arrangement:
        """A lane put above another of its level, or below all when that is None."""
        if before == key:
            return self.arrangement
        siblings = [lane.key for lane in self.all if _heading(lane.key) == _heading(key) and lane.key != key]
        siblings.insert(siblings.index(before) if before in siblings else len(siblings), key)
        order = [own_key(sibling) for sibling in siblings]
        return replace(self.arrangement, order=(*(k for k in self.arrangement.order if k not in order), *order))

    def moved_by(self, key: str, step: int) -> Arrangement:
        """A lane moved up (-1) or down (1) past the next one that is shown; unchanged at the end."""
        beside = self.beside(key)
        place = beside.index(key) + step if key in beside else -1
        if not 0 <= place < len(beside):
            return self.arrangement
        if step < 0:
            return self.moved(key, beside[place])
        return self.moved(key, beside[place + 1] if place + 1 < len(beside) else self.after(beside[place]))

    def after(self, key: str) -> str | None:
        """The lane that follows one at its level, hidden or not: what is hidden keeps its place."""
        siblings = [lane.key for lane in self.all if _heading(lane.key) == _heading(key)]
        place = siblings.index(key) + 1
        return siblings[place] if place < len(siblings) else None

    # Folding and hiding

    def fold_turned(self, key: str) -> Arrangement:
        """A lane folded to a strip, or opened again."""
        return replace(self.arrangement, folded=self.arrangement.folded ^ {key})

    def others_folded(self, key: str) -> Arrangement:
        """All other lanes of its level folded, and this one open."""
        others = set(self.beside(key)) - {key}
        return replace(self.arrangement, folded=(self.arrangement.folded | others) - {key})

    def unfolded(self) -> Arrangement:
        """Every lane open."""
        return replace(self.arrangement, folded=self.arrangement.folded - {lane.key for lane in self.all})

    def can_hide(self, key: str) -> bool:
        """Whether another lane would still be shown."""
        return any(not _is_of(lane.key, key) and not lane.is_heading for lane in self.shown)

    def hid(self, key: str) -> Arrangement:
        """A lane hidden, with all below it; unchanged when it is the last one."""
        if not self.can_hide(key):
            return self.arrangement
        return replace(self.arrangement, hidden=self.arrangement.hidden | {key})

    def shown_again(self, keys: Iterable[str] | None = None) -> Arrangement:
        """These hidden lanes shown again, or all."""
        back = {lane.key for lane in self.hidden} if keys is None else set(keys)
        return replace(self.arrangement, hidden=self.arrangement.hidden - back)

    def only(self, key: str) -> Arrangement:
        """Only this lane shown, with its heading and all below it."""
        kept = {key, head_of(key)}
        others = {lane.key for lane in self.all if not _is_of(lane.key, key) and lane.key not in kept}
        whole = {lane.key for lane in self.all if lane.key in others and lane.level == 0}
        gone = whole | {other for other in others if head_of(other) not in whole}
        present = {lane.key for lane in self.all}
        hidden = (self.arrangement.hidden - present) | gone
        return replace(self.arrangement, hidden=hidden, folded=self.arrangement.folded - kept)

    # Height

    def with_rows(self, key: str, rows: int | None) -> Arrangement:
        """A lane of so many rows, 1 to 60, or as high as it needs; open, for a strip has no rows."""
        heights = [(other, count) for other, count in self.arrangement.heights if other != key]
        if rows is not None:
            heights.append((key, min(max(rows, 1), MOST_ROWS)))
        return replace(self.arrangement, heights=tuple(heights), folded=self.arrangement.folded - {key})

    def restored(self) -> Arrangement:
        """These lanes in their own order, as high as they need, open, and all shown."""
        keys = {lane.key for lane in self.all}
        owns = {own_key(key) for key in keys}
        had = self.arrangement
        return Arrangement(
            had.by,
            tuple(key for key in had.order if key not in owns),
            tuple((key, rows) for key, rows in had.heights if key not in keys),
            had.folded - keys,
            had.hidden - keys,
        )


def divided(arrangement: Arrangement, by: LaneBy) -> Arrangement:
    """Lanes by something else; what stood within them stays, unless it is the same."""
    return replace(arrangement, by=(by, *(inner for inner in arrangement.by[1:] if inner is not by)))


def divided_within(arrangement: Arrangement, inner: LaneBy | None) -> Arrangement:
    """Lanes within the lanes, or none; unchanged when they would be the same."""
    if inner is arrangement.by[0]:
        return arrangement
    return replace(arrangement, by=(arrangement.by[0],) if inner is None else (arrangement.by[0], inner))


def division_words(by: Sequence[LaneBy]) -> str:
    """What the lanes are: "Persoon", or "Persoon › soort" for lanes by kind within each person."""
    text = " › ".join(NAMES[part] for part in by)
    return text[:1].upper() + text[1:]


def head_of(key: str) -> str:
    """The key of the heading that a lane stands in, or its own."""
    return key.partition("/")[0]


def filled(content: Content) -> Content:
    """The lanes in which something lies, with their headings; all of them when nothing lies in any."""
    keys = {lane.lane.key for lane in content.lanes if lane.entries}
    heads = {head_of(key) for key in keys}
    kept = tuple(lane for lane in content.lanes if lane.lane.key in keys or lane.lane.key in heads)
    return replace(content, lanes=kept) if kept else content


def own_key(key: str) -> str:
    """The key of a lane without that of its heading: what an order names."""
    return key.rpartition("/")[2]


def _heading(key: str) -> str:
    """The heading a lane stands within; empty for one that stands within none."""
    return key.rpartition("/")[0]


def _is_of(key: str, other: str) -> bool:
    """Whether a lane is another or stands within it."""
    return key == other or _heading(key) == other
