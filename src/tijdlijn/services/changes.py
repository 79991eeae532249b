"""What goes into a change and what comes out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from tijdlijn.model.casebook import Case
from tijdlijn.model.documents import Decision
from tijdlijn.model.entries import Entry, Source
from tijdlijn.model.links import Link
from tijdlijn.model.people import LooseName, Party, Person, Worker
from tijdlijn.model.scenarios import Scenario
from tijdlijn.model.sessions import AgreedAction, Consent, Phase, Reflection, Session
from tijdlijn.model.understanding import FindingMark, Foreseen
from tijdlijn.model.views import View
from tijdlijn.storage.documents import StoredDocument

RECORDS: Mapping[str, type[Any]] = MappingProxyType(
    {
        "persons": Person,
        "parties": Party,
        "workers": Worker,
        "loose_names": LooseName,
        "sources": Source,
        "entries": Entry,
        "links": Link,
        "sessions": Session,
        "reflections": Reflection,
        "actions": AgreedAction,
        "phases": Phase,
        "consents": Consent,
        "scenarios": Scenario,
        "marks": FindingMark,
        "foreseen": Foreseen,
    }
)
"""The records of a case by the name of its field; those that others name come before them."""

OWN_FIELDS = ("title", "code", "reference_day", "parameters", "domains", "notes", "destroy_by", "retention")
"""What a case has of its own, beside its records."""


def removed(name: str) -> str:
    """The field of a batch with the ids of the records of this name that go."""
    return "removed" if name == "entries" else f"removed_{name}"


@dataclass(frozen=True, slots=True)
class Batch:
    """Records to put (inserted, or replacing the one with the same id) and ids to take out, in one step.

    `removed` holds entry ids, `views` are saved ones. References are not looked after: what names a removed record
    must be in the batch. Only the links and reflections of a removed entry need not (`editing.apply`), nor the document
    and decisions of a removed source. `keeps_texts` says whether texts are kept from now on; None leaves that as it is.
    """

    persons: tuple[Person, ...] = ()
    parties: tuple[Party, ...] = ()
    workers: tuple[Worker, ...] = ()
    sources: tuple[Source, ...] = ()
    entries: tuple[Entry, ...] = ()
    links: tuple[Link, ...] = ()
    documents: tuple[StoredDocument, ...] = ()
    decisions: tuple[Decision, ...] = ()
    views: tuple[View, ...] = ()
    sessions: tuple[Session, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    actions: tuple[AgreedAction, ...] = ()
    phases: tuple[Phase, ...] = ()
    consents: tuple[Consent, ...] = ()
    loose_names: tuple[LooseName, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    marks: tuple[FindingMark, ...] = ()
    foreseen: tuple[Foreseen, ...] = ()
    removed: tuple[str, ...] = ()
    removed_persons: tuple[str, ...] = ()
    removed_parties: tuple[str, ...] = ()
    removed_workers: tuple[str, ...] = ()
    removed_sources: tuple[str, ...] = ()
    removed_links: tuple[str, ...] = ()
    removed_decisions: tuple[Decision, ...] = ()
    removed_views: tuple[str, ...] = ()
    removed_sessions: tuple[str, ...] = ()
    removed_reflections: tuple[str, ...] = ()
    removed_actions: tuple[str, ...] = ()
    removed_phases: tuple[str, ...] = ()
    removed_consents: tuple[str, ...] = ()
    removed_loose_names: tuple[str, ...] = ()
    removed_scenarios: tuple[str, ...] = ()
    removed_marks: tuple[str, ...] = ()
    removed_foreseen: tuple[str, ...] = ()
    keeps_texts: bool | None = None

    @classmethod
    def of_case(cls, case: Case, **others: Any) -> Batch:
        """All records of a case, with what else there is of it."""
        return cls(**{name: getattr(case, name) for name in RECORDS}, **others)


@dataclass(frozen=True, slots=True)
class Change:
    """What a verb did: the next snapshot of the case concerned, and which of its records changed.

    When a case itself went away, `case` is the first one that remains. A verb that had nothing to change gives the
    present snapshot and no ids. `people_changed` is also about names that nobody registered, `views_changed` about the
    saved views, `sessions_changed` about all that sessions leave: reflections, agreed actions, phases and consents as
    well.
    """

    case: Case
    step: str
    entry_ids: tuple[str, ...] = ()
    removed_ids: tuple[str, ...] = ()
    people_changed: bool = False
    links_changed: bool = False
    views_changed: bool = False
    documents_changed: bool = False
    decisions_changed: bool = False
    sessions_changed: bool = False


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """One line of the history. `undone` is a step whose change does not hold now."""

    id: int
    name: str
    at: datetime
    undone: bool
    is_undo: bool
