"""Sessions, reflections, agreed actions, phases and consents: rows of the file and back.

The rule: lists within a record are JSON in its own row, as everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from sqlalchemy import Connection

Values = dict[str, Any]

COLUMNS = {
    "sessions": "id, kind, date, title, place, aim, attendees, questions, notes, showing, source_id, discussed",
    "reflections": "id, entry_id, session_id, how, decided_by, involved, missing, known, fitting, better, learned, "
    "family",
    "agreed_actions": "id, session_id, what, owner, due, person_ids, entry_id, finding_id, finding_words, state, "
    "remark, settled",
    "phases": "id, name, first_day, last_day",
    "consents": "id, purpose, who, given, how, withdrawn",
}
"""The fields of each table in the order in which they are read."""


def _json(values: Any) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


# Records to rows


def session_row(session: Session) -> Values:
    showing = session.showing
    return {
        "kind": session.kind.value,
        "date": _iso(session.date),
        "title": session.title,
        "place": session.place,
        "aim": session.aim,
        "attendees": _json([[a.name, a.organisation, a.role, a.attends_as.value] for a in session.attendees]),
        "questions": _json([[q.text, q.answer, q.family] for q in session.questions]),
        "notes": session.notes,
        "showing": _json(
            {
                "view": showing.view_id,
                "untold": showing.untold.value,
                "chapters": showing.chapters.value,
                "pseudonyms": showing.pseudonyms,
                "always_pseudonyms": showing.always_pseudonyms,
                "reflections": showing.reflections,
                "findings": showing.findings,
                "glides": showing.glides,
            }
        ),
        "source_id": session.source_id or None,
        "discussed": _json([list(pair) for pair in session.discussed]),
    }


def reflection_row(one: Reflection) -> Values:
    return {
        "entry_id": one.entry_id,
        "session_id": one.session_id or None,
        "how": one.how,
        "decided_by": one.decided_by,
        "involved": one.involved,
        "missing": one.missing,
        "known": one.known,
        "fitting": one.fitting,
        "better": one.better,
        "learned": one.learned,
        "family": one.family,
    }


def action_row(action: AgreedAction) -> Values:
    return {
        "session_id": action.session_id or None,
        "what": action.what,
        "owner": action.owner,
        "due": _iso(action.due),
        "person_ids": _json(list(action.person_ids)),
        "entry_id": action.entry_id,
        "finding_id": action.finding_id,
        "finding_words": action.finding_words,
        "state": action.state.value,
        "remark": action.remark,
        "settled": _iso(action.settled),
    }


def phase_row(phase: Phase) -> Values:
    return {"name": phase.name, "first_day": phase.start.isoformat(), "last_day": _iso(phase.end)}


def consent_row(consent: Consent) -> Values:
    return {
        "purpose": consent.purpose,
        "who": consent.who,
        "given": consent.given.isoformat(),
        "how": consent.how,
        "withdrawn": _iso(consent.withdrawn),
    }


# Rows to records


def _session(row: Sequence[Any]) -> Session:
    id_, kind, day, title, place, aim, attendees, questions, notes, showing, source, discussed = row
    return Session(
        id_,
        SessionKind(kind),
        _day(day),
        title,
        place,
        aim,
        tuple(
            Attendee(name, organisation, role, AttendsAs(part))
            for name, organisation, role, part in json.loads(attendees)
        ),
        tuple(Question(*question) for question in json.loads(questions)),
        notes,
        _showing(json.loads(showing)),
        source or "",
        tuple((finding, words) for finding, words in json.loads(discussed)),
    )


def _showing(values: Values) -> Showing:
    return Showing(
        values["view"],
        Untold(values["untold"]),
        ChaptersBy(values["chapters"]),
        *(bool(values[name]) for name in ("pseudonyms", "always_pseudonyms", "reflections", "findings", "glides")),
    )


def _reflection(row: Sequence[Any]) -> Reflection:
    id_, entry, session, how, decided, involved, missing, known, fitting, better, learned, family = row
    judged = Fitting(fitting) if fitting else None
    return Reflection(
        id_, entry, session or "", how, decided, involved, missing, known, judged, better, learned, family
    )


def _action(row: Sequence[Any]) -> AgreedAction:
    id_, session, what, owner, due, persons, entry, finding, words, state, remark, settled = row
    return AgreedAction(
        id_,
        session or "",
        what,
        owner,
        _day(due),
        tuple(json.loads(persons)),
        entry,
        finding,
        words,
        ActionState(state),
        remark,
        _day(settled),
    )


def _phase(row: Sequence[Any]) -> Phase:
    id_, name, start, end = row
    return Phase(id_, name, date.fromisoformat(start), _day(end))


def _consent(row: Sequence[Any]) -> Consent:
    id_, purpose, who, given, how, withdrawn = row
    return Consent(id_, purpose, who, date.fromisoformat(given), how, _day(withdrawn))


MAKE: dict[str, Callable[[Sequence[Any]], Any]] = {
    "sessions": _session,
    "reflections": _reflection,
    "agreed_actions": _action,
    "phases": _phase,
    "consents": _consent,
}


# Templates of questions, which belong to the casebook


def templates(raw: Any) -> dict[str, tuple[str, ...]]:
    """The questions that somebody chose, by the code of the kind of session; a kind that was left alone is missing."""
    return {
        kind: tuple(json.loads(text)) for kind, text in raw.execute("SELECT kind, questions FROM question_templates")
    }


def keep_template(connection: Connection, kind: str, questions: Sequence[str]) -> None:
    """Begin every next session of a kind with these questions; with none, with those of the program again."""
    connection.exec_driver_sql("DELETE FROM question_templates WHERE kind = ?", (kind,))
    if questions:
        statement = "INSERT INTO question_templates (kind, questions) VALUES (?, ?)"
        connection.exec_driver_sql(statement, (kind, _json(list(questions))))


# How far a story was told, which is no step


def place(raw: Any, case_id: str, session_id: str) -> str:
    """The entry up to which the story of a session was told; empty when it was not, or from the begin."""
    found = raw.execute(
        "SELECT entry_id FROM presented WHERE case_id = ? AND session_id = ?", (case_id, session_id)
    ).fetchone()
    return found[0] if found else ""


def keep_place(connection: Connection, case_id: str, session_id: str, entry_id: str) -> None:
    """Remember up to which entry the story of a session was told."""
    statement = "INSERT OR REPLACE INTO presented (case_id, session_id, entry_id) VALUES (?, ?, ?)"
    connection.exec_driver_sql(statement, (case_id, session_id, entry_id))
