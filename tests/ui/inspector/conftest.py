"""An inspector on a casebook of three entries, shown; as its user sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import entry, party, person
from tests.ui.acting import show
from tests.ui.opened import Opener, opener
from tijdlijn.model.entries import Citation, Entry, Source
from tijdlijn.model.vocabulary import Sector
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.inspector import Inspector

Shown = Callable[[CaseController], Inspector]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen screen cannot raise a list of completions or give it the keys; that is no warning about ours."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opener]:
    with opener(tmp_path, qtbot) as made:
        yield made


def family() -> tuple[Entry, ...]:
    return (
        entry("contact", "2019-03", "Huisbezoek", persons="noor", parties="wijkteam", id="contact"),
        entry("interventie", "2019-10/2020-03", "Gezinshulp", persons="noor", id="hulp", citations=(Citation("b"),)),
        entry("gebeurtenis", None, "Ruzie met de buren", id="ruzie", unread_date="vlak na de kermis"),
    )


@pytest.fixture
def controller(opened: Opener) -> CaseController:
    """Three entries, two children and a mother, two parties and a source."""
    return opened(
        *family(),
        persons=(
            person("Noor", "2009-05-14", focus=True),
            person("Sem", "2012-11-02", focus=True),
            person("Marieke", role="moeder"),
        ),
        parties=(party("Wijkteam", Sector.GEMEENTE), party("Kompas")),
        sources=(Source("b", "Intakeverslag.docx"),),
    )


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    def made(controller: CaseController) -> Inspector:
        return show(qtbot, Inspector(controller), 320, 900)

    return made


@pytest.fixture
def inspector(controller: CaseController, shown: Shown) -> Inspector:
    return shown(controller)
