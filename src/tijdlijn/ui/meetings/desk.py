"""Which session is worked on, and the one way in which anything of it changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.model.sessions import Session
from tijdlijn.services.sessions import change_session
from tijdlijn.ui.controller import CaseController


class Desk(QObject):
    """Holds the id of a session. `changed` comes when the case did or another session was chosen; `told` carries what
    was done without a step. `name` says to the keeper of drafts where its parts stand."""

    changed = Signal()
    told = Signal(str)

    def __init__(self, controller: CaseController, parent: QObject | None = None, name: str = "bijeenkomst") -> None:
        super().__init__(parent)
        self.controller = controller
        self.name = name
        self.session_id = ""
        self._look()
        controller.case_changed.connect(self._renew)

    @property
    def case(self) -> Case:
        """The snapshot."""
        return self.controller.case

    @property
    def session(self) -> Session | None:
        """The session that is worked on; None while there is none."""
        return self.case.sessions_by_id.get(self.session_id)

    @property
    def day(self) -> date:
        """The day of the session, or today where it has none."""
        session = self.session
        return (session.date if session else None) or self.case.today

    def choose(self, id_: str) -> None:
        """Work on another session."""
        if id_ != self.session_id and id_ in self.case.sessions_by_id:
            self.session_id = id_
            self.changed.emit()

    def change(self, step: str = "", **fields: Any) -> bool:
        """Change fields of the session as one step; whether that went well."""
        session = self.session
        return session is not None and self.change_to(replace(session, **fields), step)

    def change_to(self, session: Session, step: str = "") -> bool:
        """Keep the session as it is handed in; whether that went well."""
        return self.controller.do(change_session, session, step) is not None

    def keep(self, act: Callable[[], object], told: str) -> None:
        """Do what is no step, and say that it was done."""
        try:
            act()
        except Problem as problem:
            self.controller.problem.emit(problem.sentence)
            return
        self.told.emit(told)

    def _renew(self) -> None:
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        """Where the session is gone, or none was chosen: the one that is to come, else the last."""
        if self.session is None:
            found = upcoming(self.case) or next(reversed(self.case.sessions_in_order), None)
            self.session_id = found.id if found else ""


def upcoming(case: Case) -> Session | None:
    """The first session of the reference day or later."""
    return next((one for one in case.sessions_in_order if one.date and one.date >= case.reference), None)
