"""A window with the case of Noor, open on the page of the meetings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import entry, party, person
from tests.ui.meetings.meeting import Table
from tests.ui.windows import WORDS, opened, window_in
from tijdlijn.model.people import Worker
from tijdlijn.model.sessions import SessionKind
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.sessions import add_session
from tijdlijn.ui.main_window import MainWindow
from tijdlijn.ui.page_switch import MEETINGS


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_in(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def casebook(tmp_path: Path) -> Path:
    """Noor and her mother, Kompas with Ans, four entries; closed.

    2018-03 hulpvraag | 2019-02 Verhuizing (schakelmoment) | 2019-06-01 besluit OTS | 2020 uithuisplaatsing
    """
    made = tmp_path / "casus-7.tijdlijn"
    with OpenCasebook.create(made, WORDS, title="Gezin Proef") as book:
        case_id = book.cases()[0].id
        batch = editing.Batch(
            persons=(
                person("Noor", "2009-05-14", focus=True),
                person("Marieke", "1986", role="moeder", order=1),
            ),
            parties=(party("Kompas"),),
            workers=(Worker("ans", "Ans", "kompas", "gezinscoach"),),
            entries=(
                entry("hulpvraag", "2018-03", "Moeder vraagt hulp", persons="marieke", id="hulp"),
                entry("gebeurtenis", "2019-02", "Verhuizing", schakelmoment="verhuizing", id="huis"),
                entry("besluit", "2019-06-01", "OTS", persons="noor", parties="kompas", id="ots"),
                entry("uithuisplaatsing", "2020", "Naar oma", persons="noor", id="oma"),
            ),
        )
        editing.apply(book, case_id, batch, "Lees in")
    return made


@pytest.fixture
def empty(qtbot: QtBot, window: MainWindow, casebook: Path) -> Table:
    """The page while there is no session."""
    table = Table(qtbot, window, opened(qtbot, window, casebook))
    table.space.show_page(MEETINGS)
    return table


@pytest.fixture
def table(qtbot: QtBot, window: MainWindow, casebook: Path) -> Table:
    """The page with one session, in the far future."""
    with OpenCasebook.open(casebook, WORDS) as book:
        add_session(book, book.cases()[0].id, SessionKind.LEERBIJEENKOMST, date(2099, 3, 12))
    table = Table(qtbot, window, opened(qtbot, window, casebook))
    table.space.show_page(MEETINGS)
    return table
