"""The sessions of the example: shipped as data that names entries, persons and findings by their words."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

from tijdlijn.analysis.finding import Finding
from tijdlijn.analysis.findings import analyse
from tijdlijn.assets import resource
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Source
from tijdlijn.model.sessions import (
    ActionState,
    AgreedAction,
    Attendee,
    AttendsAs,
    ChaptersBy,
    Consent,
    Fitting,
    Phase,
    Question,
    Reflection,
    Session,
    SessionKind,
    Showing,
    Untold,
)
from tijdlijn.model.understanding import FindingMark, Judgement
from tijdlijn.services.changes import Batch
from tijdlijn.services.ids import new_id
from tijdlijn.services.judging import mark_of
from tijdlijn.services.sessions import source_of

Values = dict[str, Any]


def example_sessions(case: Case) -> Batch:
    """The sessions of the example with all they leave, the phases and the consent, for its case."""
    shipped: Values = json.loads(resource("example", "sessions.json").read_text("utf-8"))
    made = _Made(case)
    for told in shipped["sessions"]:
        made.add(told)
    return replace(
        made.batch,
        marks=tuple(made.mark(one) for one in shipped["marks"]),
        phases=tuple(Phase(new_id(), name, date.fromisoformat(day)) for day, name in shipped["phases"]),
        consents=tuple(
            Consent(new_id(), one["purpose"], one["who"], date.fromisoformat(one["given"]), one["how"])
            for one in shipped["consents"]
        ),
    )


class _Made:
    """What was made so far of the records that the file tells of."""

    def __init__(self, case: Case) -> None:
        self.batch = Batch()
        self._case = case
        self._by_title = {entry.title: entry for entry in case.entries if not entry.scenario}
        self._by_name = {person.name: person.id for person in case.persons}
        self._findings = analyse(case).findings

    def add(self, told: Values) -> None:
        """Make one session, with its reflections, its actions and what was told in it."""
        session = _session(told)
        if told.get("told"):
            source = source_of(session, len(self._case.sources) + len(self.batch.sources))
            session = replace(session, source_id=source.id)
            self._cite(source, told["told"])
        discussed = tuple((one.id, one.sentence) for one in map(self._finding, told.get("discussed", ())))
        self.batch = replace(
            self.batch,
            sessions=(*self.batch.sessions, replace(session, discussed=discussed)),
            reflections=(*self.batch.reflections, *self._reflections(session.id, told.get("reflections", {}))),
            actions=(*self.batch.actions, *(self._action(session.id, one) for one in told.get("actions", ()))),
        )

    def mark(self, told: Values) -> FindingMark:
        """What was said of a finding."""
        judgement, day = Judgement(told["judgement"]), date.fromisoformat(told["on"])
        return mark_of(self._finding(told["finding"]), judgement, told.get("reason", ""), day, new_id())

    def _cite(self, source: Source, passages: dict[str, str]) -> None:
        entries = [
            replace(entry, citations=(*entry.citations, Citation(source.id, passage=passage)))
            for entry, passage in ((self._by_title[title], passage) for title, passage in passages.items())
        ]
        self.batch = replace(self.batch, sources=(*self.batch.sources, source), entries=(*self.batch.entries, *entries))

    def _reflections(self, session_id: str, told: dict[str, dict[str, str]]) -> list[Reflection]:
        made = []
        for title, texts in told.items():
            fitting = Fitting(texts["fitting"]) if "fitting" in texts else None
            words = {name: text for name, text in texts.items() if name != "fitting"}
            made.append(Reflection(new_id(), self._by_title[title].id, session_id, fitting=fitting, **words))
        return made

    def _action(self, session_id: str, told: Values) -> AgreedAction:
        finding = self._finding(told["finding"]) if "finding" in told else None
        return AgreedAction(
            new_id(),
            session_id,
            told["what"],
            told["owner"],
            date.fromisoformat(told["due"]),
            tuple(self._by_name[name] for name in told["persons"]),
            self._by_title[told["entry"]].id if "entry" in told else "",
            finding.id if finding else "",
            finding.sentence if finding else "",
            ActionState(told["state"]),
            told.get("remark", ""),
            date.fromisoformat(told["settled"]) if "settled" in told else None,
        )

    def _finding(self, words: str) -> Finding:
        """A finding by its id, where that is the same for everybody, else by the words in its sentence."""
        return next(one for one in self._findings if words == one.id or words in one.sentence)


def _session(told: Values) -> Session:
    showing = told["showing"]
    return Session(
        new_id(),
        SessionKind(told["kind"]),
        date.fromisoformat(told["date"]),
        place=told["place"],
        aim=told["aim"],
        attendees=tuple(Attendee(name, at, role, AttendsAs(part)) for name, at, role, part in told["attendees"]),
        questions=tuple(Question(*words) for words in told["questions"]),
        notes=told["notes"],
        showing=Showing(
            untold=Untold(showing["untold"]),
            chapters=ChaptersBy(showing["chapters"]),
            reflections=showing["reflections"],
        ),
    )
