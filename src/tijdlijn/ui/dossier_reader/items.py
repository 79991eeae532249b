"""What the reader shows of what a document may add: its look, its words, and the order in which one goes through it.

The rule: there is one order, that of the text. What is no fact stands among the rest when it is asked for. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tijdlijn.dossier.candidates import Candidate
from tijdlijn.language.dates_nl import shown
from tijdlijn.language.mentions import Basis
from tijdlijn.layout.naming import title_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.documents import Verdict
from tijdlijn.model.entries import Entry
from tijdlijn.services.reviewing import Cited, Review, Reviewed
from tijdlijn.ui.dossier_reader.marks import Look, Mark

_DECIDED = {Verdict.ACCEPTED: Look.ACCEPTED, Verdict.JOINED: Look.JOINED, Verdict.SKIPPED: Look.SKIPPED}


def look_of(item: Reviewed) -> Look:
    """How the words of an item are marked."""
    if item.verdict is not None:
        return _DECIDED[item.verdict]
    if not item.candidate.is_fact:
        return Look.NO_FACT
    return Look.ASKS if item.candidate.date is None else Look.OPEN


def when_of(item: Reviewed) -> str:
    """Its date in Dutch; its words while nobody knows the date."""
    said = item.candidate
    return shown(said.date) if said.date else f"‘{' '.join(said.words.split())}’"


def whom_of(item: Reviewed) -> str:
    """Kind, persons and parties on one line."""
    said = item.candidate
    kind = said.kind.label if said.kind else ""
    return " · ".join(filter(None, (kind, ", ".join(said.persons), ", ".join(p.name for p in said.parties))))


def items_of(review: Review, case: Case, by_hand: Iterable[Candidate]) -> tuple[Reviewed, ...]:
    """All items of a document: what was found in it, what was selected in it, and what entries cite of it besides."""
    items = list(review.items)
    keys = {item.candidate.key for item in items}
    items.extend(Reviewed(candidate) for candidate in by_hand if candidate.key not in keys)
    named = {item.entry_id for item in items}
    for cited in review.cited:
        entry = case.entries_by_id.get(cited.entry_id)
        if entry is not None and entry.id not in named:
            named.add(entry.id)
            items.append(Reviewed(_as_candidate(review, cited, entry), Verdict.ACCEPTED, entry.id))
    return tuple(sorted(items, key=lambda item: (item.candidate.start, item.candidate.end)))


def _as_candidate(review: Review, cited: Cited, entry: Entry) -> Candidate:
    """A passage that an entry rests on, though it was not found or not selected here."""
    words = review.document.text[cited.start : cited.end]
    return Candidate(
        key=f"regel:{entry.id}",
        start=cited.start,
        end=cited.end,
        words=words,
        passage_start=cited.start,
        passage_end=cited.end,
        passage=words,
        date=entry.date,
        basis=Basis.TEXT,
        explained="",
        title=title_of(entry),
        page=review.document.page_at(cited.start),
        kind=entry.kind,
    )


def in_list(items: Iterable[Reviewed], with_no_facts: bool) -> list[Reviewed]:
    """The items that are listed; what is no fact but was decided about always is."""
    return [item for item in items if with_no_facts or item.candidate.is_fact or item.verdict is not None]


def no_facts(items: Iterable[Reviewed]) -> int:
    """How many dates are no facts and were not decided about."""
    return sum(not item.candidate.is_fact and item.verdict is None for item in items)


def marks_of(items: Iterable[Reviewed]) -> list[Mark]:
    """The marks of items in their text."""
    return [Mark(item.candidate.key, item.candidate.start, item.candidate.end, look_of(item)) for item in items]


def progress_of(items: Iterable[Reviewed]) -> tuple[int, int]:
    """How many of how many items are decided; dates that are no facts count only when they are."""
    asked = [item for item in items if item.is_open or item.verdict is not None]
    return sum(not item.is_open for item in asked), len(asked)


def next_open(items: Sequence[Reviewed], key: str) -> str:
    """The key of the first open item after this one, round to the beginning; empty when nothing is open."""
    keys = [item.candidate.key for item in items]
    here = keys.index(key) if key in keys else -1
    around = [*items[here + 1 :], *items[: here + 1]]
    return next((item.candidate.key for item in around if item.is_open), "")


def beside(items: Sequence[Reviewed], key: str, by: int) -> str:
    """The key of the item before or after this one; at the ends the same."""
    keys = [item.candidate.key for item in items]
    if not keys:
        return ""
    here = keys.index(key) if key in keys else (-1 if by > 0 else len(keys))
    return keys[max(0, min(len(keys) - 1, here + by))]
