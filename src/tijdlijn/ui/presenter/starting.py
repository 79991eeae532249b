"""Which session is presented when somebody presses F5."""

from __future__ import annotations

from tijdlijn.model.casebook import Case
from tijdlijn.model.sessions import Session, SessionKind
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Change
from tijdlijn.services.sessions import add_session
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.meetings.desk import upcoming


def session_at_hand(case: Case, chosen: str = "") -> Session | None:
    """The session that was chosen, else the one of today or next, else the last; None when there is none."""
    return case.sessions_by_id.get(chosen) or upcoming(case) or next(reversed(case.sessions_in_order), None)


def session_to_present(controller: CaseController, chosen: str = "") -> Session | None:
    """The session at hand, or a new one of today when there is none; None when that could not be made, which the
    controller told."""
    case = controller.case
    found = session_at_hand(case, chosen)
    if found is not None:
        return found
    made: list[Session] = []

    def make(book: OpenCasebook, case_id: str) -> Change:
        session, change = add_session(book, case_id, SessionKind.ACTIELEREN, case.today)
        made.append(session)
        return change

    return made[0] if controller.do(make) is not None and made else None
