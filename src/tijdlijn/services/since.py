"""What changed in a case since the session before: entries, and what was decided about the documents they come from.

The rule: what is told holds now. An entry that was changed and changed back, or of which every change was undone, did
not change (`storage.since`). What was done on the day of the earlier session belongs to that session.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date as Day
from datetime import datetime, time, timedelta
from typing import Any

from tijdlijn.language.dates_nl import shown
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.documents import Verdict
from tijdlijn.model.links import LinkKind
from tijdlijn.model.sessions import Session
from tijdlijn.model.vocabulary import Kind
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.storage.since import Difference, Values, differences

FIELDS: Mapping[str, str] = {
    "kind": "soort",
    "title": "titel",
    "date": "datum",
    "date_words": "datum",
    "unread_date": "datum",
    "details": "toelichting",
    "person_ids": "personen",
    "party_ids": "partijen",
    "worker_ids": "medewerkers",
    "kader": "kader",
    "weight": "zwaarte",
    "form": "vorm van plaatsing",
    "aimed_at": "gericht op",
    "domains": "leefgebieden",
    "schakelmoment": "schakelmoment",
    "goal": "doel",
    "outcome": "uitkomst",
    "voice": "wie het vertelt",
    "helped": "hielp het",
    "cost_cents": "kosten",
    "rate_cents": "kosten",
    "rate_unit": "kosten",
    "payer": "wie betaalt",
    "cost_source": "waar het bedrag vandaan komt",
    "citations": "bronnen",
    "scenario": "scenario",
    "notes": "aantekeningen",
}
"""What the columns of an entry are called, as in the inspector. Its place among its neighbours is not told."""

_TABLES = ("entries", "decisions", "links")


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as it was called: when, and its title. It need not be on the timeline any more."""

    entry_id: str
    when: str
    title: str


@dataclass(frozen=True, slots=True)
class Changed:
    """An entry that is not as it was: which fields differ, in Dutch. What it was called before is empty when that is
    the same."""

    entry_id: str
    when: str
    title: str
    fields: tuple[str, ...]
    was_when: str = ""
    was_title: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """How many candidates of a source were decided about, by what was decided."""

    source_id: str
    accepted: int = 0
    skipped: int = 0
    joined: int = 0


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since the session of a day. `followed` and `apart` are pairs of entries of which the sources differ:
    the one that is followed with the other, and two that are no accounts of one event."""

    day: Day
    added: tuple[Told, ...] = ()
    changed: tuple[Changed, ...] = ()
    removed: tuple[Told, ...] = ()
    decided: tuple[Decided, ...] = ()
    followed: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return self == Since(self.day)

    def without(self, entry_ids: Iterable[str]) -> Since:
        """The same without the addition of some entries, for who tells of these elsewhere."""
        beside = frozenset(entry_ids)
        return replace(self, added=tuple(told for told in self.added if told.entry_id not in beside))


def session_before(case: Case, session: Session) -> Session | None:
    """The last session on an earlier day; before one that has no day, the last that has one."""
    earlier = [one for one in case.sessions if one.date and one.id != session.id]
    if session.date:
        earlier = [one for one in earlier if one.date and one.date < session.date]
    return max(earlier, key=lambda one: one.date or Day.min, default=None)


def since_session_before(book: OpenCasebook, case_id: str, session_id: str) -> Since | None:
    """What changed since the session before this one; None when there is none."""
    case = book.case(case_id)
    session = case.sessions_by_id.get(session_id)
    before = session_before(case, session) if session else None
    return since(book, case_id, before.date) if before and before.date else None


def since(book: OpenCasebook, case_id: str, day: Day) -> Since:
    """What changed in a case after the end of a day, by the clock of this computer."""
    moment = datetime.combine(day + timedelta(1), time.min).astimezone()
    found = book.read(lambda raw: list(differences(raw, case_id, moment, _TABLES)))
    return _since(book.case(case_id), day, found)


def _since(case: Case, day: Day, found: Iterable[Difference]) -> Since:
    entries: dict[str, Difference] = {}
    decided: dict[str, Decided] = {}
    followed, apart = [], []
    for one in found:
        if one.table == "entries":
            entries[one.id] = one
        elif one.table == "decisions" and one.after:
            source = one.after["source_id"]
            decided[source] = _counted(decided.get(source) or Decided(source), Verdict(one.after["verdict"]))
        elif one.table == "links" and one.after:
            pair = (one.after["from_id"], one.after["to_id"])
            if one.after["kind"] == LinkKind.GEVOLGD_BOVEN.value:
                followed.append(pair)
            elif one.after["kind"] == LinkKind.ANDERE_GEBEURTENIS.value:
                apart.append(pair)
    present = [entries[entry.id] for entry in case.timeline if entry.id in entries]
    gone = [one for one in entries.values() if one.before is not None and one.after is None]
    return Since(
        day,
        tuple(_told(one.id, one.after or {}) for one in present if one.before is None),
        tuple(told for one in present if one.before is not None for told in _changed(one)),
        tuple(_told(one.id, one.before or {}) for one in sorted(gone, key=_by_date)),
        tuple(decided[id_] for id_ in case.sources_by_id if id_ in decided),
        tuple(followed),
        tuple(apart),
    )


def _counted(told: Decided, verdict: Verdict) -> Decided:
    match verdict:
        case Verdict.ACCEPTED:
            return replace(told, accepted=told.accepted + 1)
        case Verdict.SKIPPED:
            return replace(told, skipped=told.skipped + 1)
        case _:
            return replace(told, joined=told.joined + 1)


def _changed(one: Difference) -> Iterable[Changed]:
    """The change of an entry; none when nothing that has a name differs."""
    before, after = one.before or {}, one.after or {}
    differing = (name for column, name in FIELDS.items() if _value(before, column) != _value(after, column))
    fields = tuple(dict.fromkeys(differing))
    if fields:
        was, now = _told(one.id, before), _told(one.id, after)
        yield Changed(
            one.id,
            now.when,
            now.title,
            fields,
            was.when if was.when != now.when else "",
            was.title if was.title != now.title else "",
        )


def _value(values: Values, column: str) -> Any:
    """A column, None when it is empty; one that an older version of the file did not have is."""
    value = values.get(column)
    return None if value in ("", "[]") else value


def _told(id_: str, values: Values) -> Told:
    title = " ".join(values["title"].split()) or Kind(values["kind"]).label
    return Told(id_, _when(values), title)


def _when(values: Values) -> str:
    if not values["date"]:
        return values.get("unread_date") or shown(None)
    when = UncertainDate.parse(values["date"])
    return shown(replace(when, words=values["date_words"]))


def _by_date(one: Difference) -> tuple[str, str]:
    return str((one.before or {})["date"] or "9"), one.id
