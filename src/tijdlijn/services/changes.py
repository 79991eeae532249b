"""What goes into a change and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tijdlijn.model.casebook import Case
from tijdlijn.model.documents import Decision
from tijdlijn.model.entries import Entry, Source
from tijdlijn.model.links import Link
from tijdlijn.model.people import LooseName, Party, Person, Worker
from tijdlijn.model.sessions import AgreedAction, Consent, Phase, Reflection, Session
from tijdlijn.model.views import View
from tijdlijn.storage.documents import StoredDocument


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
    keeps_texts: bool | None = None

    @classmethod
    def of_case(cls, case: Case, **others: Any) -> Batch:
        """All records of a case, with what else there is of it."""
        return cls(
            persons=case.persons,
            parties=case.parties,
            workers=case.workers,
            sources=case.sources,
            entries=case.entries,
            links=case.links,
            sessions=case.sessions,
            reflections=case.reflections,
            actions=case.actions,
            phases=case.phases,
            consents=case.consents,
            loose_names=case.loose_names,
            **others,
        )


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
