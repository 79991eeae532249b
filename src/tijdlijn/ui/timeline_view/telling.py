"""What a pointer or a screen reader is told of an entry: all that matters, in a few lines of plain text."""

from __future__ import annotations

from collections.abc import Sequence

from tijdlijn.analysis.accounts import told_beside
from tijdlijn.analysis.contradictions import Contradiction
from tijdlijn.analysis.links import Tie
from tijdlijn.language.dates_nl import shown
from tijdlijn.layout.naming import title_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import Voice


def tip(case: Case, entry: Entry, differs: Sequence[Contradiction] = ()) -> str:
    """Title, date as written, kind, people, parties, where it comes from, and what other sources say of it."""
    lines = [title_of(entry), f"{shown(entry.date)} · {entry.kind.label}"]
    if entry.person_ids:
        lines.append("over " + ", ".join(person.name for person in case.persons_of(entry)))
    if entry.party_ids:
        lines.append("met " + ", ".join(party.name for party in case.parties_of(entry)))
    if entry.schakelmoment:
        lines.append(f"schakelmoment: {entry.schakelmoment}")
    if entry.voice is Voice.GEZIN:
        lines.append("volgens het gezin zelf")
    if entry.details:
        lines.append(entry.details if len(entry.details) <= 300 else entry.details[:297] + "…")
    lines += [f"bron: {case.sources_by_id[c.source_id].title}" for c in entry.citations[:3]]
    return "\n".join((*lines, *told_beside(case, entry.id, differs)))


MOST_TOLD = 4
"""Links that are named before the others are counted."""


def links_told(case: Case, id_: str, ties: Sequence[Tie]) -> str:
    """The links of an entry in a sentence, for a screen reader; empty when there are none."""
    told = [f"{tie.words_from(id_)} {title_of(case.entries_by_id[tie.other_end(id_)])}" for tie in ties[:MOST_TOLD]]
    if len(ties) > MOST_TOLD:
        told.append(f"en nog {len(ties) - MOST_TOLD}")
    return f"Verbindingen: {'; '.join(told)}." if told else ""
