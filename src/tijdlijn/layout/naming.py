"""What things are called: the label of an entry on the timeline and its full name for a screen reader."""

from __future__ import annotations

from tijdlijn.language.dates_nl import shown
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import Voice


def title_of(entry: Entry) -> str:
    """The entry's title on one line, or its kind when it has none."""
    return " ".join(entry.title.split()) or entry.kind.label


def label_of(entry: Entry) -> str:
    """What stands beside its mark: the title, in quotes when it is the family's own account."""
    title = title_of(entry)
    return f"“{title}”" if entry.voice is Voice.GEZIN else title


def full_name(case: Case, entry: Entry) -> str:
    """Title, kind, date, persons and parties in one Dutch phrase."""
    parts = [title_of(entry), entry.kind.label, shown(entry.date)]
    if entry.schakelmoment:
        parts.append(f"schakelmoment: {entry.schakelmoment}")
    if entry.person_ids:
        parts.append("over " + " en ".join(person.name for person in case.persons_of(entry)))
    if entry.party_ids:
        parts.append("met " + ", ".join(party.name for party in case.parties_of(entry)))
    if entry.voice is Voice.GEZIN:
        parts.append("volgens het gezin")
    if entry.scenario:
        parts.append(f"niet gebeurd, in scenario {entry.scenario}")
    return ", ".join(parts)


def card_lines(case: Case, entry: Entry) -> tuple[str, ...]:
    """What a card says below the title: the date as written with the kind, and whom it concerns, when it says."""
    when = f"{shown(entry.date)} · {entry.kind.label}"
    who = [person.name for person in case.persons_of(entry)] + [party.name for party in case.parties_of(entry)]
    return (when, ", ".join(who)) if who else (when,)
