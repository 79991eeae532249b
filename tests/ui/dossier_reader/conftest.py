"""A window with the case of Noor and Sem, and two documents on disk to read into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import entry, party, person
from tests.ui.dossier_reader.reading import Desk, settled
from tests.ui.windows import WORDS, opened, window_in
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.ui.main_window import MainWindow

INTAKE = """Intakeverslag wijkteam

Op 12 maart 2019 had het wijkteam een gesprek met moeder over Noor.
Moeder vertelt dat zij in juni 2015 uit elkaar zijn gegaan.
Op 4 april 2020 is Sem aangemeld bij Kompas.
"""
BRIEF = """Brief van school

Op 3 mei 2021 heeft school een zorgmelding gedaan over Noor.
"""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_in(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def casebook(tmp_path: Path) -> Path:
    """Noor and Sem, their mother, Kompas and one talk; closed."""
    made = tmp_path / "casus-7.tijdlijn"
    with OpenCasebook.create(made, WORDS, title="Gezin Proef") as book:
        batch = editing.Batch(
            persons=(
                person("Noor", "2009-05-14", focus=True),
                person("Sem", "2012-11-02", focus=True, order=1),
                person("Marieke", "1986", role="moeder", order=2),
            ),
            parties=(party("Kompas"),),
            entries=(entry("contact", "2019-03-12", "Gesprek met moeder", persons="noor marieke", id="gesprek"),),
        )
        editing.apply(book, book.cases()[0].id, batch, "Lees in")
    return made


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """An intake with three dates, and a letter with one."""
    folder = tmp_path / "dossier"
    folder.mkdir()
    made = folder / "intake.txt", folder / "brief.txt"
    made[0].write_text(INTAKE, "utf-8")
    made[1].write_text(BRIEF, "utf-8")
    return made


@pytest.fixture
def desk(qtbot: QtBot, window: MainWindow, casebook: Path, files: tuple[Path, Path]) -> Desk:
    """The reader with the intake in front, everything looked through."""
    space = opened(qtbot, window, casebook)
    space.add_documents(files)
    return settled(qtbot, Desk(qtbot, window, space), "intake.txt")
