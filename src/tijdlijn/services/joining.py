"""One entry becomes two, or several become one.

The rule: no text is lost, no sum of money is counted twice, and nothing is claimed that neither entry said. Where a
joined entry would have to say two things at once (two frames, two forms), it is refused with a sentence. Splitting and
joining again gives the same days and the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tijdlijn.analysis.costs import is_priced
from tijdlijn.language.date_rewording import reworded
from tijdlijn.language.dates_nl import read, shown, write_day
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import DateError, DatePoint, Ending, UncertainDate
from tijdlijn.model.entries import Citation, Entry
from tijdlijn.model.links import Link
from tijdlijn.model.problems import Problem
from tijdlijn.services.arranging import spans
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.editing import apply, quoted
from tijdlijn.services.ids import new_id

NOTHING_DONE = "er is niets gewijzigd"

_CODES = {
    "kind": "de soort",
    "kader": "het kader",
    "weight": "de zwaarte",
    "form": "de vorm",
    "aimed_at": "op wie het gericht is",
    "voice": "volgens wie het is",
    "helped": "of het hielp",
    "rate": "het tarief",
    "payer": "wie betaalt",
    "schakelmoment": "het schakelmoment",
    "scenario": "het scenario",
}
"""What a joined entry can say only once, and how a user calls it."""


# Splitting


def split_days(entry: Entry, reference: date) -> tuple[date, date] | None:
    """The first and last day on which the second part of a period can begin; None when there is none."""
    bounds = entry.bounds(reference) if entry.is_span else None
    if bounds is None or entry.date is None or entry.date.start is None:
        return None
    last = bounds.end_min if isinstance(entry.date.end, DatePoint) else max(bounds.end_max, bounds.start_max + 1)
    first = bounds.start_max + 1
    return (date.fromordinal(first), date.fromordinal(last)) if first <= last else None


def parted(entry: Entry, day: date, id_: str) -> tuple[Entry, Entry]:
    """The two parts of a period: until the day before, and from that day on, the second with another id.

    Costs, the turning point and the goal stay with the first; how it came out goes with the second. `day` lies within
    `split_days`.
    """
    value = entry.date
    assert value is not None
    assert value.start is not None
    end = Ending.UNKNOWN if value.end is None else value.end
    before, begin = _point(day - timedelta(1)), _point(day)
    first = reworded(value, UncertainDate.period(value.start, before))
    second = reworded(value, UncertainDate.period(begin, end))
    return (
        replace(entry, date=first, outcome=""),
        replace(
            entry,
            id=id_,
            date=second,
            order=entry.order,
            goal="",
            cost_cents=None,
            cost_source=entry.cost_source if entry.rate else "",
            schakelmoment="",
        ),
    )


def split_entry(book: OpenCasebook, case_id: str, id_: str, day: date) -> Change:
    """Split a period at a day, which becomes the first of its second part.

    Raises Problem when it is no period, or when that day does not surely lie in it.
    """
    case = book.case(case_id)
    entry = case.entries_by_id.get(id_)
    if entry is None or entry.date is None or not entry.is_span:
        raise Problem(f"Alleen een periode met een datum kan gesplitst worden; {NOTHING_DONE}.")
    days = split_days(entry, case.reference)
    if days is None:
        raise Problem(
            f"{_named(entry)} ({shown(entry.date)}) heeft geen dag die er zeker midden in ligt; {NOTHING_DONE}. "
            "Geef eerst een nauwkeuriger begin of einde."
        )
    if not days[0] <= day <= days[1]:
        raise Problem(
            f"{write_day(day)} ligt niet zeker binnen {_named(entry)}; {NOTHING_DONE}. "
            f"Kies een dag van {write_day(days[0])} tot en met {write_day(days[1])}."
        )
    parts = parted(entry, day, new_id())
    return apply(book, case_id, Batch(entries=parts), f"Splits {_named(entry)} op {write_day(day)}")


# Joining


def joined(case: Case, entries: Sequence[Entry]) -> Entry:
    """What several entries are as one, under the id of the earliest. Raises Problem where that makes no sense."""
    in_time = [entry for entry in case.timeline if entry in entries]
    if len(in_time) < 2:
        raise Problem(f"Kies twee of meer regels om samen te voegen; {NOTHING_DONE}.")
    for attribute, what in _CODES.items():
        _refuse_different(in_time, attribute, what)
    first = next((entry for entry in in_time if entry.date is not None), in_time[0])
    others = [entry for entry in in_time if entry is not first]
    costs = [entry.cost_cents for entry in in_time if entry.cost_cents is not None]
    return replace(
        first,
        date=_united(in_time),
        details=_lines([first.details, *_other_titles(first, others), *(entry.details for entry in others)]),
        person_ids=_merged(entry.person_ids for entry in in_time) if all(e.person_ids for e in in_time) else (),
        party_ids=_merged(entry.party_ids for entry in in_time),
        worker_ids=_merged(entry.worker_ids for entry in in_time),
        domains=_merged(entry.domains for entry in in_time),
        citations=_citations(in_time),
        goal=_lines(entry.goal for entry in in_time),
        outcome=_lines(entry.outcome for entry in in_time),
        notes=_lines([*(entry.notes for entry in in_time), *_lost_words(in_time), *_lost_payer(in_time)]),
        cost_cents=sum(costs) if costs else None,
        cost_source="; ".join(dict.fromkeys(entry.cost_source for entry in in_time if entry.cost_source)),
        unread_date="" if any(entry.date for entry in in_time) else _lines(entry.unread_date for entry in in_time),
        **{name: _said(in_time, name) for name in _CODES} | ({"payer": None} if any(_lost_payer(in_time)) else {}),
    )


def join_entries(book: OpenCasebook, case_id: str, ids: Sequence[str]) -> Change:
    """Make one entry of several; what led to or from the others now leads to or from it."""
    case = book.case(case_id)
    entries = [case.entries_by_id[id_] for id_ in dict.fromkeys(ids) if id_ in case.entries_by_id]
    whole = joined(case, entries)
    gone = tuple(entry.id for entry in entries if entry.id != whole.id)
    batch = Batch(entries=(whole,), links=_relinked(case, whole.id, gone), removed=gone)
    return apply(book, case_id, batch, _join_step(entries))


def _join_step(entries: Sequence[Entry]) -> str:
    if len(entries) > 2:
        return f"Voeg {len(entries)} regels samen"
    return f"Voeg {_named(entries[0])} en {_named(entries[1])} samen"


def _relinked(case: Case, whole: str, gone: Sequence[str]) -> tuple[Link, ...]:
    """The links of what goes, led to what stays; one that would lead to itself or is there already goes."""
    there = {(link.from_id, link.to_id, link.kind) for link in case.links}
    kept: list[Link] = []
    for link in case.links:
        if link.from_id not in gone and link.to_id not in gone:
            continue
        begin = whole if link.from_id in gone else link.from_id
        end = whole if link.to_id in gone else link.to_id
        if begin != end and (begin, end, link.kind) not in there:
            there.add((begin, end, link.kind))
            kept.append(Link(new_id(), link.kind, begin, end))
    return tuple(kept)


def _refuse_different(entries: Sequence[Entry], attribute: str, what: str) -> None:
    values = list(dict.fromkeys(value for entry in entries if (value := getattr(entry, attribute))))
    must_all = attribute in ("kind", "scenario", "voice")
    if len(values) > 1 or (must_all and len({getattr(entry, attribute) for entry in entries}) > 1):
        raise Problem(
            f"Deze regels kunnen niet samen worden gevoegd, omdat {what} verschilt; {NOTHING_DONE}. "
            "Maak dat eerst gelijk."
        )


def _said(entries: Sequence[Entry], attribute: str) -> Any:
    """The one value that is said; where nobody says it, what it is when it is not said."""
    values = [getattr(entry, attribute) for entry in entries]
    return next((value for value in values if value), values[0])


def _united(entries: Sequence[Entry]) -> UncertainDate | None:
    dated = [entry for entry in entries if entry.date is not None]
    if not dated:
        return None
    days = list(dict.fromkeys(entry.date for entry in dated))
    if len({day.edtf for day in days if day}) == 1:
        return days[0]
    periods = spans(dated)
    if len(periods) != len(dated):
        raise Problem(
            "Momenten op verschillende dagen kunnen niet samen worden gevoegd, want dan weet niemand meer wanneer het "
            f"was; {NOTHING_DONE}. Geef ze eerst dezelfde datum, of maak er een periode van."
        )
    first, last = dated[0].date, _last(periods)
    assert first is not None
    try:
        whole = UncertainDate.period(first.start, last, open_start=first.edtf.startswith(".."))
    except DateError:
        raise Problem(
            f"Van deze periodes samen is geen begin of geen einde bekend; {NOTHING_DONE}. Geef eerst een begin."
        ) from None
    ending = next((entry.date for entry in periods if entry.date and entry.date.end == last), None)
    return reworded(first, whole, ending)


def _last(periods: Sequence[Entry]) -> DatePoint | Ending:
    """The last end: open when any runs still; unknown when that of the one that began last is."""
    ends = [Ending.UNKNOWN if entry.date is None or entry.date.end is None else entry.date.end for entry in periods]
    if Ending.OPEN in ends:
        return Ending.OPEN
    if ends[-1] is Ending.UNKNOWN:
        return Ending.UNKNOWN
    known = [end for end in ends if isinstance(end, DatePoint)]
    return max(known, key=lambda end: (end.latest, end.earliest))


def _other_titles(first: Entry, others: Sequence[Entry]) -> Iterable[str]:
    return (entry.title for entry in others if entry.title and entry.title != first.title)


def _lost_words(entries: Sequence[Entry]) -> Iterable[str]:
    """What words said of dates and the dates do not: of one that could not be read, or that leaned on something."""
    if any(entry.date for entry in entries):
        yield from (f"datum: {entry.unread_date}" for entry in entries if entry.unread_date)
    if len({entry.date for entry in entries}) > 1:
        for value in (entry.date for entry in entries if entry.date and entry.date.words):
            meant = read(value.words)
            if meant is None or meant.edtf != value.edtf:
                yield f"datum: {value.words}"


def _lost_payer(entries: Sequence[Entry]) -> Iterable[str]:
    """Who pays a part, where nobody says who pays the rest: then the whole cannot say it."""
    payers = {entry.payer for entry in entries if is_priced(entry)}
    if None in payers:
        yield from (f"betaler van een deel: {payer.label}" for payer in payers if payer)


def _lines(texts: Iterable[str]) -> str:
    """The texts below each other, none twice."""
    return "\n".join(dict.fromkeys(text for text in texts if text))


def _merged(many: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id_ for ids in many for id_ in ids))


def _citations(entries: Sequence[Entry]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(citation for entry in entries for citation in entry.citations))


def _named(entry: Entry) -> str:
    return quoted(entry.title or entry.kind.label)


def _point(day: date) -> DatePoint:
    (point,) = UncertainDate.of_day(day).points
    return point
