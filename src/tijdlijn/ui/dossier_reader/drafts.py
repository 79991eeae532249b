"""What somebody changed of candidates before deciding about them, kept for each until it is decided; and what is typed
of a document and of the card, and not taken over.

The rule: only what was changed is kept in the casebook, by the document and the candidate it is about; the rest follows
from the document again.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tijdlijn.dossier.candidates import Candidate, Family
from tijdlijn.exchange.records import as_data, from_data
from tijdlijn.model.entries import Entry
from tijdlijn.model.parameters import CaseError
from tijdlijn.model.people import Party, Person, Worker
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dossier_reader.draft import Draft, draft_of

if TYPE_CHECKING:
    from tijdlijn.dossier.candidates import Profile
    from tijdlijn.ui.dossier_reader.card import CandidateCard
    from tijdlijn.ui.dossier_reader.profile_bar import ProfileBar

Place = tuple[str, str]
"""The id of a source, and the key of a candidate in it."""


class Drafts:
    """The drafts of a case, by their place."""

    def __init__(self, controller: CaseController, owner: QObject) -> None:
        self._controller = controller
        self._drafts: dict[Place, Draft] = {}
        self._stored = controller.drafts.watch("dossier", owner, self._unfinished)

    def of(self, place: Place, candidate: Candidate, family: Family) -> Draft:
        """What a candidate would become, as it was changed."""
        case, kept = self._controller.case, self._drafts.get(place)
        if kept is None or (kept.base is not case and not kept.is_changed):
            self._drafts[place] = self._again(place, draft_of(case, candidate, family))
        elif kept.base is not case:
            self._drafts[place] = kept.rebased(case)
        return self._drafts[place]

    def keep(self, place: Place, draft: Draft) -> None:
        """Keep a draft as it was changed."""
        self._drafts[place] = draft

    def drop(self, place: Place) -> None:
        """Nothing is to be kept of a candidate that is decided."""
        self._drafts.pop(place, None)
        self._stored.pop(_key(place), None)

    def _unfinished(self) -> dict[str, str]:
        return self._stored | {_key(place): _told(one) for place, one in self._drafts.items() if one.is_changed}

    def _again(self, place: Place, fresh: Draft) -> Draft:
        """As it was kept in the casebook, when that still fits the case."""
        told = self._stored.pop(_key(place), "")
        with suppress(ValueError, KeyError, CaseError):
            if told:
                return _read(told, fresh)
        return fresh


class ByHand:
    """The candidates that somebody made of words of a document; those that are not decided are kept."""

    def __init__(self, controller: CaseController, owner: QObject) -> None:
        self._made: dict[str, list[Candidate]] = {}
        self._decided: set[Place] = set()
        today = controller.case.today
        for source_id, told in controller.drafts.watch("dossierhand", owner, self._unfinished).items():
            with suppress(ValueError):
                self._made[source_id] = list(from_data(tuple[Candidate, ...], json.loads(told), today))

    def of(self, source_id: str) -> Sequence[Candidate]:
        """Those of a document."""
        return self._made.get(source_id, ())

    def add(self, source_id: str, candidate: Candidate) -> None:
        """One was made."""
        self._made.setdefault(source_id, []).append(candidate)

    def drop(self, place: Place) -> None:
        """One was decided: it is remembered as any other."""
        self._decided.add(place)

    def _unfinished(self) -> dict[str, str]:
        left = {
            source_id: [as_data(one) for one in made if (source_id, one.key) not in self._decided]
            for source_id, made in self._made.items()
        }
        return {source_id: json.dumps(told, ensure_ascii=False) for source_id, told in left.items() if told}


class TypedOnCard:
    """What is typed in the fields of the card and not taken over, such as a date that cannot be read."""

    def __init__(self, controller: CaseController, card: CandidateCard) -> None:
        self._card, self._at = card, ("", "")
        self._stored = controller.drafts.watch("dossierkaart", card, self._unfinished)

    def bring_back(self, place: Place) -> None:
        """The card shows another candidate: show again what was typed about it."""
        if place == self._at:
            return
        self._at = place
        for field in self._card.fields:
            typed = self._stored.pop(f"{_key(place)}/{field.what}", "")
            if typed:
                field.restore(typed)

    def _unfinished(self) -> dict[str, str]:
        now = {f"{_key(self._at)}/{field.what}": field.typed for field in self._card.fields if self._at[1]}
        return self._stored | now


class TypedOnProfile:
    """What is typed of the kind, the writer and the day of a document, and not taken over; of each document."""

    def __init__(self, controller: CaseController, bar: ProfileBar) -> None:
        self._controller, self._bar = controller, bar
        self._stored = controller.drafts.watch("dossierstuk", bar, self._unfinished)

    def show(self, source_id: str, name: str, profile: Profile, told: str) -> None:
        """Show the profile of a document, with what was typed of it before."""
        if source_id != self._bar.source_id:
            self._stored = self._unfinished()
        self._bar.show_profile(source_id, name, profile, told)
        typed = {field: self._stored.pop(_key((source_id, field)), "") for field in ("genre", "agency", "day")}
        self._bar.retype({field: text for field, text in typed.items() if text})

    def _unfinished(self) -> dict[str, str]:
        now = {_key((self._bar.source_id, field)): text for field, text in self._bar.typed.items()}
        known = self._controller.case.sources_by_id
        return {key: text for key, text in (self._stored | now).items() if key.partition("/")[0] in known}


def _key(place: Place) -> str:
    return "/".join(place)


def _told(draft: Draft) -> str:
    records = (draft.entry, draft.persons, draft.parties, draft.workers)
    return json.dumps([as_data(one) for one in records], ensure_ascii=False)


def _read(told: str, fresh: Draft) -> Draft:
    entry, persons, parties, workers = json.loads(told)
    case = fresh.base
    within = case.with_changes(
        persons=(*case.persons, *from_data(tuple[Person, ...], persons, case.today)),
        parties=(*case.parties, *from_data(tuple[Party, ...], parties, case.today)),
        workers=(*case.workers, *from_data(tuple[Worker, ...], workers, case.today)),
    )
    return Draft(case, within, from_data(Entry, entry, case.today), fresh.made)
