"""What a hand does to entries on the timeline: move, copy, give another begin or end, change the kind.

Each verb is one step whose name says what happened. Dates move in steps of their own precision (`model.shifting`),
and words stay only where they still say the days (`language.date_rewording`). What a drag would do is computed by the
same functions as what it does, so that the ghost under the pointer never promises something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tijdlijn.language.date_rewording import reworded
from tijdlijn.language.dates_nl import shown
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import DateError, DatePoint, Ending, Precision, UncertainDate
from tijdlijn.model.entries import Entry
from tijdlijn.model.problems import Problem
from tijdlijn.model.shifting import Shift, Unit, end_moved, ended, moved, pace_of, start_moved, started
from tijdlijn.model.vocabulary import Kind
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.editing import apply, quoted
from tijdlijn.services.ids import new_id

BEYOND = "Zo ver gaat de tijdlijn niet; er is niets verplaatst. Kies een plaats tussen de jaren 1 en 9999."
NO_DATE = "Een regel zonder datum kan niet worden verplaatst. Geef hem eerst een datum; er is niets gewijzigd."
NO_SPAN = "Alleen een periode heeft een begin en een einde; er is niets gewijzigd. Kies eerst een andere soort."

_UNITS = {
    Unit.DAY: ("dag", "dagen"),
    Unit.MONTH: ("maand", "maanden"),
    Unit.SEASON: ("seizoen", "seizoenen"),
    Unit.YEAR: ("jaar", "jaar"),
    Unit.DECADE: ("decennium", "decennia"),
    Unit.CENTURY: ("eeuw", "eeuwen"),
}


class Side(StrEnum):
    """Which end of a period."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Entries as a drag makes them, how far it went in words ("12 dagen later"), and how many did not move.

    An entry stays when it has no date, or when the way is less than half a step of its own precision.
    """

    entries: tuple[Entry, ...] = ()
    way: str = ""
    staying: int = 0


# What would become of it


def moved_entries(case: Case, ids: Sequence[str], days: float, lead: str = "") -> Arrangement:
    """These entries pulled along by so many days. `lead` is the one under the pointer: it sets the pace.

    Raises Problem beyond the years 1 to 9999.
    """
    known = case.entries_by_id
    chosen = [known[id_] for id_ in dict.fromkeys(ids) if id_ in known]
    first = known.get(lead) or next((entry for entry in chosen if entry.date), None)
    if first is None or first.date is None:
        return Arrangement(staying=len(chosen))
    with within_the_years():
        shift = moved(first.date, days)
        pull = shift.steps * shift.unit.days
        after = tuple(_redated(entry, moved(entry.date, pull).value) for entry in chosen if entry.date)
    changed = tuple(entry for entry in after if entry.date != known[entry.id].date)
    return Arrangement(changed, way_of(shift), len(chosen) - len(changed))


def with_end_pulled(case: Case, id_: str, side: Side, days: float, at: date, by_month: bool = False) -> Entry:
    """The entry with one end pulled by so many days; an end that is open or unknown comes to lie `at` a day.

    With `by_month` such an end is the month of that day: where days are too narrow to point at. Raises Problem
    beyond the years, and for what is no dated period.
    """
    entry = _dated_span(case, id_)
    value = entry.date
    assert value is not None
    point = _point(at.isoformat()[:7] if by_month else at.isoformat())
    with within_the_years():
        if side is Side.START:
            after = start_moved(value, days).value if value.start else started(value, point)
        else:
            after = end_moved(value, days).value if isinstance(value.end, DatePoint) else ended(value, point)
    return _redated(entry, after)


def with_ending(case: Case, id_: str, ending: Ending) -> Entry:
    """The entry with an open or unknown end. Raises Problem for what is no dated period with a begin."""
    entry = _dated_span(case, id_)
    assert entry.date is not None
    if entry.date.start is None:
        raise Problem(
            f"Van {_name(entry)} is alleen het einde bekend; zonder begin en einde is er geen datum. "
            "Er is niets gewijzigd; geef eerst een begin."
        )
    return _redated(entry, ended(entry.date, ending))


def way_of(shift: Shift) -> str:
    """How far a date went: "12 dagen later"; empty when it stayed."""
    if not shift.steps:
        return ""
    return f"{counted(shift)} {'later' if shift.steps > 0 else 'eerder'}"


def counted(shift: Shift) -> str:
    """So many of its unit: "2 maanden"."""
    count = abs(shift.steps)
    if shift.unit is Unit.PART:
        return f"{4 * count} maanden"
    if shift.unit is Unit.THIRD:
        return "een derde van een maand" if count == 1 else f"{count} derden van een maand"
    return f"{count} {_UNITS[shift.unit][count > 1]}"


# Verbs


def move_entries(book: OpenCasebook, case_id: str, ids: Sequence[str], days: float, lead: str = "") -> Change:
    """Move entries in time, each in steps of its own precision."""
    case = book.case(case_id)
    plan = moved_entries(case, ids, days, lead)
    if not plan.entries and all(case.entries_by_id[id_].date is None for id_ in ids if id_ in case.entries_by_id):
        raise Problem(NO_DATE)
    return apply(book, case_id, Batch(entries=plan.entries), f"Verplaats {names(plan.entries)} {plan.way}".rstrip())


def step_entries(book: OpenCasebook, case_id: str, ids: Sequence[str], by: int) -> Change:
    """Move entries by whole steps of the first of them that has a date: a month by months, a day by days."""
    known = book.case(case_id).entries_by_id
    lead = next((known[id_] for id_ in ids if id_ in known and known[id_].date), None)
    if lead is None or lead.date is None:
        raise Problem(NO_DATE)
    return move_entries(book, case_id, ids, by * pace_of(lead.date).days, lead.id)


def copy_entries(book: OpenCasebook, case_id: str, ids: Sequence[str], days: float = 0.0, lead: str = "") -> Change:
    """Put copies of entries so many days further; what they name and rest on is the same."""
    case = book.case(case_id)
    there = {entry.id: entry for entry in moved_entries(case, ids, days, lead).entries}
    chosen = [case.entries_by_id[id_] for id_ in dict.fromkeys(ids) if id_ in case.entries_by_id]
    step = max((entry.order for entry in case.entries), default=0.0)
    made = tuple(
        replace(there.get(entry.id, entry), id=new_id(), order=step + 1.0 + place) for place, entry in enumerate(chosen)
    )
    return apply(book, case_id, Batch(entries=made), f"Kopieer {names(chosen)}")


def pull_end(
    book: OpenCasebook, case_id: str, id_: str, side: Side, days: float, at: date, by_month: bool = False
) -> Change:
    """Change one end of a period, in steps of that end's own precision."""
    case = book.case(case_id)
    after = with_end_pulled(case, id_, side, days, at, by_month)
    return apply(book, case_id, Batch(entries=(after,)), _end_step(case.entries_by_id[id_], after, side))


def set_ending(book: OpenCasebook, case_id: str, ids: Sequence[str], ending: Ending) -> Change:
    """Make the end of periods open ("loopt nog") or unknown."""
    case = book.case(case_id)
    after = tuple(with_ending(case, id_, ending) for id_ in ids)
    said = "Laat {0} nog lopen" if ending is Ending.OPEN else "Maak het einde van {0} onbekend"
    return apply(book, case_id, Batch(entries=after), said.format(names(after)))


def change_kind(book: OpenCasebook, case_id: str, ids: Sequence[str], kind: Kind) -> Change:
    """Give entries another kind."""
    known = book.case(case_id).entries_by_id
    after = tuple(replace(known[id_], kind=kind) for id_ in ids if id_ in known)
    return apply(book, case_id, Batch(entries=after), f"Wijzig soort van {names(after)}")


def change_title(book: OpenCasebook, case_id: str, id_: str, title: str) -> Change:
    """Give an entry another title. Raises Problem when the entry is there no more."""
    entry = book.case(case_id).entries_by_id.get(id_)
    if entry is None:
        raise Problem(
            f"De regel staat niet meer op de tijdlijn, dus {quoted(title)} is niet bewaard. Voeg een nieuwe regel toe."
        )
    after = replace(entry, title=" ".join(title.split()))
    return apply(book, case_id, Batch(entries=(after,)), f"Wijzig titel van {quoted(_title(entry))}")


# Words


def names(entries: Sequence[Entry]) -> str:
    """Entries as the name of a step has them: the title of one, the number of more."""
    return _name(entries[0]) if len(entries) == 1 else f"{len(entries)} regels"


def _name(entry: Entry) -> str:
    return quoted(_title(entry))


def _title(entry: Entry) -> str:
    return entry.title or entry.kind.label


def _end_step(before: Entry, after: Entry, side: Side) -> str:
    old, new = before.date, after.date
    assert old is not None
    assert new is not None
    name = _name(before)
    if side is Side.START:
        assert new.start is not None
        return f"Laat {name} beginnen {_when(new.start)}"
    assert isinstance(new.end, DatePoint)
    if not isinstance(old.end, DatePoint):
        return f"Laat {name} eindigen {_when(new.end)}"
    verb = "Verleng" if new.end.latest >= old.end.latest else "Verkort"
    return f"{verb} {name} tot en met {_said(new.end)}"


def _when(point: DatePoint) -> str:
    """With the word before it: "op 12 maart 2019", "in maart 2019"; a choice says its own."""
    said = _said(point)
    if point.precision is Precision.RANGE or said.startswith(("rond", "ergens")):
        return said
    return f"op {said}" if point.precision is Precision.DAY else f"in {said}"


def _said(point: DatePoint) -> str:
    return shown(UncertainDate(point.edtf, point))


# Parts


@contextmanager
def within_the_years() -> Iterator[None]:
    """A date beyond the years 1 to 9999 is told in a sentence."""
    try:
        yield
    except DateError:
        raise Problem(BEYOND) from None


def _redated(entry: Entry, after: UncertainDate) -> Entry:
    assert entry.date is not None
    return replace(entry, date=reworded(entry.date, after))


def _dated_span(case: Case, id_: str) -> Entry:
    entry = case.entries_by_id.get(id_)
    if entry is None or entry.date is None:
        raise Problem(NO_DATE)
    if not entry.is_span:
        raise Problem(NO_SPAN)
    return entry


def _point(edtf: str) -> DatePoint:
    (point,) = UncertainDate.parse(edtf).points
    return point


def spans(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Those of the entries that are dated periods."""
    return tuple(entry for entry in entries if entry.date is not None and entry.is_span)
