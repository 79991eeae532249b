"""Merging what several agencies wrote: which rows tell one event, and what somebody decided about each.

The rule: nothing is joined, changed back or removed that nobody chose. Of two rows that become one no word is lost:
what both cannot say at once stands in the notes, with who said it, and both sources stay.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tijdlijn.exchange.doubles import Pair, find_doubles
from tijdlijn.language.dates_nl import shown
from tijdlijn.language.folding import fold
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Entry
from tijdlijn.model.people import Party, Person
from tijdlijn.model.vocabulary import Kind
from tijdlijn.services.importing import ImportPlan, step_name

MOST_COMPARED = 8_000
"""Above this many entries together no doubles are looked for."""

_CODES = {
    "kader": "kader",
    "weight": "zwaarte",
    "form": "vorm",
    "aimed_at": "gericht op",
    "helped": "hielp",
    "schakelmoment": "schakelmoment",
    "cost_cents": "kosten",
    "rate": "tarief",
    "payer": "betaler",
    "cost_source": "bron bedrag",
}
_VAGUE = (Kind.GEBEURTENIS, Kind.CONTACT, Kind.ACTIE)


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody decided: pairs that are one event, ids of changed entries to leave as they are, and ids of entries
    to remove because a mended table has them no more."""

    joined: frozenset[tuple[str, str]] = frozenset()
    left: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()


def preview(case: Case, plan: ImportPlan) -> Case:
    """The case as it would be after the plan."""
    batch = plan.batch
    return case.with_changes(
        batch.entries,
        batch.removed,
        persons=_put(case.persons, batch.persons),
        parties=_put(case.parties, batch.parties),
        workers=_put(case.workers, batch.workers),
        sources=_put(case.sources, batch.sources),
    )


def doubles(case: Case, plan: ImportPlan) -> tuple[Pair, ...]:
    """The rows of a plan that may tell the same as each other or as an entry of the case, most alike first."""
    if len(case.entries) + len(plan.tables) > MOST_COMPARED:
        return ()
    return find_doubles(preview(case, plan), plan.tables)


def settled(case: Case, plan: ImportPlan, choices: Choices) -> ImportPlan:
    """The plan as decided: joined, left alone and removed."""
    after = preview(case, plan)
    amended = {amendment.before.id for amendment in plan.amendments}
    put = {entry.id: entry for entry in plan.batch.entries if entry.id not in choices.left & amended}
    gone = choices.removed & set(plan.missing)
    for group in _groups(choices.joined, after, plan):
        whole = put.get(group[0]) or case.entries_by_id.get(group[0]) or after.entries_by_id[group[0]]
        for id_ in group[1:]:
            whole = fused(after, whole, put.pop(id_))
        put[whole.id] = whole
    batch = replace(plan.batch, entries=tuple(put.values()), removed=(*plan.batch.removed, *sorted(gone)))
    batch = replace(batch, removed_links=(*batch.removed_links, *_loose_links(case, gone)))
    fresh = sum(id_ not in case.entries_by_id for id_ in put)
    return replace(plan, batch=batch, step=step_name(plan, batch, fresh, len(put) - fresh))


def fused(case: Case, first: Entry, second: Entry) -> Entry:
    """Two accounts as one entry with both sources, under the first's id; `case` knows whom and what they name."""
    date = _sharper(first, second)
    kind = second.kind if first.kind in _VAGUE and second.kind not in _VAGUE else first.kind
    return replace(
        first,
        kind=kind,
        date=date,
        details=_lines(first.details, *_other_words(case, first, second)),
        person_ids=_both(first.person_ids, second.person_ids),
        party_ids=_both(first.party_ids, second.party_ids),
        worker_ids=_both(first.worker_ids, second.worker_ids),
        domains=_both(first.domains, second.domains),
        citations=_cited(first, second),
        goal=_lines(first.goal, second.goal),
        outcome=_lines(first.outcome, second.outcome),
        notes=_lines(first.notes, second.notes, *_differences(case, first, second)),
        **{name: _said(first, second, name) for name in _CODES},
    )


def _groups(joined: Collection[tuple[str, str]], after: Case, plan: ImportPlan) -> Iterator[list[str]]:
    """Ids that become one entry, the one that stays first: an entry that was there, else the first row.

    Of two entries that were there already neither is taken out.
    """
    place = {id_: at for at, id_ in enumerate(after.entries_by_id)}
    leads: dict[str, str] = {}

    def lead(id_: str) -> str:
        while id_ in leads:
            id_ = leads[id_]
        return id_

    for pair in sorted(joined, key=lambda pair: (place.get(pair[0], -1), place.get(pair[1], -1))):
        if not all(id_ in place for id_ in pair):
            continue
        first, second = sorted(map(lead, pair), key=lambda id_: (id_ in plan.tables, place[id_]))
        if first != second and second in plan.tables:
            leads[second] = first
    groups: dict[str, list[str]] = {}
    for id_ in sorted(leads, key=place.__getitem__):
        groups.setdefault(lead(id_), [lead(id_)]).append(id_)
    yield from groups.values()


def _sharper(first: Entry, second: Entry) -> Any:
    """The date that says more nearly when it was; the first's when they say it as nearly."""
    if first.date is None or second.date is None:
        return first.date or second.date
    widths = [entry.date.latest(entry.date.earliest) - entry.date.earliest for entry in (first, second) if entry.date]
    return second.date if widths[1] < widths[0] and second.is_span == first.is_span else first.date


def _other_words(case: Case, first: Entry, second: Entry) -> Iterator[str]:
    """What the second tells beyond the first, under who told it."""
    told = _lines(*(text for text in (second.title, second.details) if not _holds(first, text)))
    if told:
        yield f"{_teller(case, second)}: {told}"


def _holds(entry: Entry, text: str) -> bool:
    return not text or fold(text) in fold(entry.title) or fold(text) in fold(entry.details)


def _differences(case: Case, first: Entry, second: Entry) -> Iterator[str]:
    """What both say and one entry can say only once, as who said it second."""
    teller = _teller(case, second)
    if second.kind is not first.kind:
        yield f"soort volgens {teller}: {second.kind.label}"
    if first.date and second.date and first.date.edtf != second.date.edtf:
        yield f"datum volgens {teller}: {shown(second.date)}"
    for name, label in _CODES.items():
        one, other = getattr(first, name), getattr(second, name)
        if one and other and one != other:
            yield f"{label} volgens {teller}: {_as_text(other)}"


def _as_text(value: Any) -> str:
    if isinstance(value, int):
        return f"€ {value / 100:.2f}".replace(".", ",")
    if hasattr(value, "cents"):
        return f"€ {value.cents / 100:.2f}".replace(".", ",") + f" per {value.unit.value}"
    return str(value)


def _teller(case: Case, entry: Entry) -> str:
    """Who tells it: the agency of its source, its first party, or the source itself."""
    sources = [case.sources_by_id[citation.source_id] for citation in entry.citations]
    agency = next((source.agency for source in reversed(sources) if source.agency), "")
    parties = case.parties_of(entry)
    return agency or (parties[0].name if parties else sources[-1].title if sources else "de andere regel")


def _said(first: Entry, second: Entry, name: str) -> Any:
    return getattr(first, name) or getattr(second, name)


def _both(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _cited(first: Entry, second: Entry) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys((*first.citations, *second.citations)))


def _lines(*texts: str) -> str:
    return "\n".join(dict.fromkeys(line for text in texts for line in (text,) if line))


def _loose_links(case: Case, gone: Collection[str]) -> tuple[str, ...]:
    return tuple(link.id for link in case.links if link.from_id in gone or link.to_id in gone)


def _put(old: Sequence[Any], new: Iterable[Any]) -> tuple[Any, ...]:
    by_id: Mapping[str, Person | Party] = {record.id: record for record in (*old, *new)}
    return tuple(by_id.values())
