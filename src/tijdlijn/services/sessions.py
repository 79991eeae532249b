"""What a user does with sessions (bijeenkomsten): plan, reflect, agree, and put down what people tell there.

The rule: nothing that a group concludes changes an entry. What somebody adds to the facts becomes an entry with the
session as its oral source and the name of who told it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tijdlijn.language.dates_nl import shown
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Citation, Entry, Source, SourceKind
from tijdlijn.model.problems import Problem
from tijdlijn.model.sessions import (
    ActionState,
    AgreedAction,
    Attendee,
    Consent,
    Question,
    Reflection,
    Session,
    SessionKind,
)
from tijdlijn.model.vocabulary import Voice
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.editing import apply, quoted
from tijdlijn.services.ids import new_id
from tijdlijn.storage import meetings

GONE = "Deze bijeenkomst is er niet meer; er is niets gewijzigd. Kies een andere bijeenkomst, of maak een nieuwe."
NOTHING_AGREED = "Een afspraak heeft woorden nodig; er is niets bewaard. Typ wat er gaat gebeuren."
ENTRY_GONE = "De regel waar dit over gaat staat niet meer op de tijdlijn; er is niets bewaard. Kies een andere regel."

QUESTIONS: dict[SessionKind, tuple[str, ...]] = {
    SessionKind.ACTIELEREN: (
        "Hoe is dit zo gekomen?",
        "Wie waren er betrokken, en wie ontbrak?",
        "Wat wist wie, op dat moment?",
        "Paste wat er gebeurde bij wat nodig was?",
        "Wat was een betere mogelijkheid geweest?",
        "Wat kan er nu gebeuren?",
    ),
    SessionKind.LEERBIJEENKOMST: (
        "Welke hulp heeft geholpen?",
        "Wat hebt u ervan geleerd?",
        "Waar zou u in de toekomst iets aan hebben?",
    ),
    SessionKind.EFFECTENCALCULATOR: (
        "Wat is er gebeurd?",
        "Wat was er gebeurd met de gebruikelijke aanpak?",
        "Waarin verschillen de uitkomsten voor het kind en het gezin?",
        "Waarover zijn wij het niet eens?",
    ),
}
"""What each kind of session asks, as long as nobody chose otherwise (design 1, Why it exists)."""


# Templates


def questions_for(book: OpenCasebook, kind: SessionKind) -> tuple[str, ...]:
    """The questions with which a new session of this kind begins in this casebook."""
    return book.read(meetings.templates).get(kind.value, QUESTIONS[kind])


def keep_questions(book: OpenCasebook, kind: SessionKind, questions: Sequence[str]) -> None:
    """Begin every next session of this kind with these questions; with none, with the program's own again. No step."""
    lines = [line for line in (" ".join(text.split()) for text in questions) if line]
    book.keep(lambda connection: meetings.keep_template(connection, kind.value, lines))


# Sessions


def name_of(session: Session) -> str:
    """How a session is called: "actieleren, 12 maart 2024"."""
    day = shown(UncertainDate.of_day(session.date)) if session.date else "nog geen dag"
    return f"{session.title or session.kind.label}, {day}"


def add_session(book: OpenCasebook, case_id: str, kind: SessionKind, day: date | None = None) -> tuple[Session, Change]:
    """Make a session with the questions of its kind; who was at the one before it is there again."""
    before = book.case(case_id).sessions_in_order
    session = Session(
        new_id(),
        kind,
        day,
        questions=tuple(map(Question, questions_for(book, kind))),
        attendees=before[-1].attendees if before else (),
        showing=replace(before[-1].showing, view_id="") if before else Session("").showing,
    )
    return session, apply(book, case_id, Batch(sessions=(session,)), f"Maak bijeenkomst {quoted(name_of(session))}")


def change_session(book: OpenCasebook, case_id: str, session: Session, step: str = "") -> Change:
    """Replace a session by id; the source of what was told there follows its name. Raises Problem when it is gone."""
    case = book.case(case_id)
    _there(case, session.id)
    source = case.sources_by_id.get(session.source_id)
    sources = (replace(source, title=_source_title(session), date=_source_day(session)),) if source else ()
    name = step or f"Wijzig bijeenkomst {quoted(name_of(session))}"
    return apply(book, case_id, Batch(sources=sources, sessions=(session,)), name)


def change_kind(book: OpenCasebook, case_id: str, id_: str, kind: SessionKind) -> Change:
    """Make a session one of another kind, which asks the questions of that kind; own questions and questions with an
    answer stay. Raises Problem when it is gone."""
    session = _there(book.case(case_id), id_)
    of_kind = questions_for(book, session.kind)
    kept = [one for one in session.questions if one.is_answered or one.text not in of_kind]
    changed = replace(session, kind=kind, questions=_asked(questions_for(book, kind), kept))
    return change_session(book, case_id, changed, f"Maak er een {kind.label} van")


def restore_questions(book: OpenCasebook, case_id: str, id_: str) -> Change:
    """Ask the questions of its kind again, in their order; a question with an answer stays. Raises Problem when the
    session is gone."""
    session = _there(book.case(case_id), id_)
    kept = [one for one in session.questions if one.is_answered]
    changed = replace(session, questions=_asked(questions_for(book, session.kind), kept))
    return change_session(book, case_id, changed, f"Terug naar de vragen van een {session.kind.label}")


def _there(case: Case, id_: str) -> Session:
    session = case.sessions_by_id.get(id_)
    if session is None:
        raise Problem(GONE)
    return session


def _asked(wanted: Sequence[str], kept: Sequence[Question]) -> tuple[Question, ...]:
    """The wanted questions with the answers they have already, and after them what else was kept."""
    by_text = {one.text: one for one in kept}
    first = [by_text.pop(text) if text in by_text else Question(text) for text in wanted]
    return (*first, *(one for one in kept if one.text in by_text))


def delete_session(book: OpenCasebook, case_id: str, id_: str) -> Change:
    """Take a session out with its reflections and agreed actions; entries that were added in it stay, with their
    source."""
    case = book.case(case_id)
    gone = case.sessions_by_id.get(id_)
    batch = Batch(
        removed_sessions=(id_,),
        removed_reflections=tuple(one.id for one in case.reflections if one.session_id == id_),
        removed_actions=tuple(one.id for one in case.actions if one.session_id == id_),
    )
    return apply(book, case_id, batch, f"Verwijder bijeenkomst {quoted(name_of(gone))}" if gone else "")


# What is told there


def add_told(book: OpenCasebook, case_id: str, session_id: str, entry: Entry, by: Attendee | None) -> Change:
    """Put an entry on the timeline that somebody told in a session: with the session as its oral source, the name of
    who told it, and the voice of that person. Raises Problem when the session is gone."""
    case = book.case(case_id)
    batch = told_in(case, _there(case, session_id), entry, by)
    return apply(book, case_id, batch, f"Voeg {quoted(entry.title or entry.kind.label)} toe, in de bijeenkomst")


def told_in(case: Case, session: Session, entry: Entry, by: Attendee | None) -> Batch:
    """An entry as it is told in a session, with the oral source that goes with it."""
    source = case.sources_by_id.get(session.source_id) or source_of(session, len(case.sources))
    said = Citation(source.id, passage=f"Ingebracht door {_who(by)}" if by else "")
    told = replace(entry, citations=(*entry.citations, said), voice=by.voice if by else Voice.DOSSIER)
    return Batch(sources=(source,), entries=(told,), sessions=(replace(session, source_id=source.id),))


def added_in(case: Case, session: Session) -> tuple[Entry, ...]:
    """The entries that were added in a session, in time order."""
    if not session.source_id:
        return ()
    return tuple(e for e in case.timeline if any(c.source_id == session.source_id for c in e.citations))


def source_of(session: Session, order: int) -> Source:
    """A new oral source of what is told in a session."""
    return Source(
        new_id(), _source_title(session), SourceKind.MONDELING, "bijeenkomst", "", _source_day(session), "", order
    )


def _source_title(session: Session) -> str:
    day = f" {shown(UncertainDate.of_day(session.date))}" if session.date else ""
    return f"Mondeling, bijeenkomst{day}"


def _source_day(session: Session) -> UncertainDate | None:
    return UncertainDate.of_day(session.date) if session.date else None


def _who(by: Attendee) -> str:
    rest = ", ".join(
        filter(None, (by.role or ("" if by.voice is Voice.DOSSIER else by.attends_as.label), by.organisation))
    )
    return f"{by.name} ({rest})" if rest else by.name


# Reflections


def reflection_on(case: Case, entry_id: str, session_id: str) -> Reflection:
    """What a session concluded about an entry; a new empty one where it did not yet."""
    there = (one for one in case.reflections_by_entry.get(entry_id, ()) if one.session_id == session_id)
    return next(there, None) or Reflection(new_id(), entry_id, session_id)


def keep_reflection(book: OpenCasebook, case_id: str, reflection: Reflection, about: str = "") -> Change:
    """Keep what a group concluded about an entry; an empty reflection goes. `about` is the part of it that changed, for
    the name of the step. Raises Problem when the entry is gone."""
    entry = book.case(case_id).entries_by_id.get(reflection.entry_id)
    if entry is None:
        raise Problem(ENTRY_GONE)
    batch = Batch(removed_reflections=(reflection.id,)) if reflection.is_empty else Batch(reflections=(reflection,))
    name = f"Reflectie bij {quoted(entry.title or entry.kind.label)}"
    return apply(book, case_id, batch, f"{name}: {about}" if about else name)


# Agreed actions


def keep_action(book: OpenCasebook, case_id: str, action: AgreedAction) -> Change:
    """Keep an agreed action, new or changed. Raises Problem when it has no words."""
    if not action.what.strip():
        raise Problem(NOTHING_AGREED)
    return apply(book, case_id, Batch(actions=(action,)), f"Afspraak {quoted(action.what)}")


def settle_action(book: OpenCasebook, case_id: str, id_: str, state: ActionState, day: date) -> Change:
    """Say how an agreed action stands; the day is kept when it is over. One that is not there is passed over."""
    there = [one for one in book.case(case_id).actions if one.id == id_]
    fresh = [replace(one, state=state, settled=day if state.is_over else None) for one in there]
    step = f"Afspraak {quoted(there[0].what)}: {state.value}" if there else ""
    return apply(book, case_id, Batch(actions=tuple(fresh)), step)


def delete_action(book: OpenCasebook, case_id: str, id_: str) -> Change:
    """Take an agreed action out."""
    gone = [one for one in book.case(case_id).actions if one.id == id_]
    step = " ".join(("Verwijder afspraak", *(quoted(one.what) for one in gone)))
    return apply(book, case_id, Batch(removed_actions=(id_,)), step)


def carried_over(case: Case, session: Session) -> tuple[AgreedAction, ...]:
    """What earlier sessions agreed and was not over before this one, the first due first."""
    order = [one.id for one in case.sessions_in_order]
    earlier = set(order[: order.index(session.id)]) if session.id in order else set()
    day = session.date or date.max
    open_ = [a for a in case.actions if a.session_id in earlier and (a.settled is None or a.settled >= day)]
    return tuple(sorted(open_, key=lambda action: (action.due or date.max, action.what)))


def settled_since(case: Case, session: Session) -> tuple[AgreedAction, ...]:
    """What earlier sessions agreed and was over before this one, but not before the session that came before it."""
    order = case.sessions_in_order
    at = order.index(session) if session in order else 0
    first, last = (order[at - 1].date if at else None) or date.min, session.date or date.max
    earlier = {one.id for one in order[:at]}
    over = [a for a in case.actions if a.session_id in earlier and a.settled and first <= a.settled < last]
    return tuple(sorted(over, key=lambda action: (action.settled or date.max, action.what)))


def agreed_in(case: Case, session: Session) -> tuple[AgreedAction, ...]:
    """What this session agreed, the first due first."""
    own = [action for action in case.actions if action.session_id == session.id]
    return tuple(sorted(own, key=lambda action: (action.due or date.max, action.what)))


# Consent


def keep_consent(book: OpenCasebook, case_id: str, consent: Consent) -> Change:
    """Keep who consented to what, when and how; also that it was withdrawn."""
    return apply(book, case_id, Batch(consents=(consent,)), f"Toestemming {quoted(consent.purpose)}")


def delete_consent(book: OpenCasebook, case_id: str, id_: str) -> Change:
    """Take a consent out that should never have been there."""
    return apply(book, case_id, Batch(removed_consents=(id_,)), "Verwijder toestemming")


def has_consent(case: Case, day: date) -> bool:
    """Whether anybody's consent holds on a day: without it the case is only shown and exported with pseudonyms
    (design 7, 20)."""
    return any(consent.who and consent.holds_on(day) for consent in case.consents)
