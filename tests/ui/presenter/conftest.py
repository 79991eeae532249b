"""A family with a session, presented on one screen or two."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import entry, party, person
from tests.ui.opened import opener
from tijdlijn.model.sessions import Attendee, AttendsAs, Consent, Session, SessionKind, Showing
from tijdlijn.services import sessions
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.presenter.presenting import Presenting

DAY = date(2025, 12, 1)


class Plugged(QObject):
    """Screens that come and go; both are the one screen of the tests."""

    changed = Signal()

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def all(self) -> list[QScreen]:
        return [QGuiApplication.screens()[0]] * self.number

    def projector(self, own: QScreen | None) -> QScreen | None:
        return own

    def choose(self, screen: QScreen) -> None:
        self.changed.emit()

    def plug(self, number: int) -> None:
        """So many screens from now on."""
        self.number = number
        self.changed.emit()


@pytest.fixture
def family(tmp_path: Path, qtbot: QtBot) -> Iterator[CaseController]:
    """Noor Terpstra: a birth, a request, help, a divorce, a placement, and two visits after it."""
    with opener(tmp_path, qtbot) as opened:
        yield opened(
            entry("gebeurtenis", "2012-05-03", "Geboorte van Noor", persons="noor", id="geboorte"),
            entry("hulpvraag", "2017-03-01", "Moeder vraagt hulp voor Noor", persons="noor", id="vraag"),
            entry("interventie", "2018-01-10/2018-12-01", "Hulp van Kompas", parties="kompas", id="hulp"),
            entry(
                "gebeurtenis",
                "2019-02-01",
                "Petra Terpstra en Joost scheiden",
                id="scheiding",
                schakelmoment="echtscheiding",
            ),
            entry("uithuisplaatsing", "2020-06-01/2021-01-05", "Noor naar pleeggezin", persons="noor", id="uhp"),
            entry("contact", "2022-04-01", "Bezoek", persons="noor", id="bezoek"),
            persons=[
                person("Noor", "2012-05-03", focus=True, order=0),
                person("Petra Terpstra", role="moeder", order=1),
            ],
            parties=[party("Kompas", "jeugdhulp")],
        )


Starting = Callable[..., Presenting]


@pytest.fixture
def presented(family: CaseController, qtbot: QtBot) -> Iterator[Starting]:
    """Gives `presented(screens=1, consent=True, **showing)`: a presentation that has begun."""
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    window.show()
    begun: list[Presenting] = []

    def start(screens: int = 1, consent: bool = True, **showing: object) -> Presenting:
        made: list[Session] = []

        def add(book: object, case_id: str) -> object:
            session, change = sessions.add_session(family.book, case_id, SessionKind.ACTIELEREN, DAY)
            made.append(session)
            return change

        family.do(add)  # type: ignore[arg-type]
        session = made[0]
        people = (Attendee("Petra Terpstra", "", "moeder", AttendsAs.OUDER), Attendee("K. Bos", "De Vlinderboom"))
        calm = Showing(**{"glides": False, **showing})  # type: ignore[arg-type]
        family.do(sessions.change_session, _with(session, people, calm))
        if consent:
            family.do(sessions.keep_consent, Consent("t", "bijeenkomst", "Petra", date(2025, 1, 1)))
        settings = QSettings(str(window.objectName() or "tijdlijn-proef"), "proef")
        presenting = Presenting(family, session.id, window, settings, Plugged(screens))  # type: ignore[arg-type]
        presenting.start()
        presenting.projector.setGeometry(0, 0, 960, 540)
        begun.append(presenting)
        return presenting

    yield start
    for presenting in begun:
        presenting.end()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _with(session: Session, people: tuple[Attendee, ...], showing: Showing) -> Session:
    return replace(session, attendees=people, showing=showing, notes="Alleen voor mij")
