"""What every test of the window gets: settings of its own, and a small case that is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import entry, party, person
from tests.ui.opened import opener
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.ui.controller import CaseController


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen screen says of windows what it does not support; that is no warning about ours."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "instellingen"))


@pytest.fixture
def controller(tmp_path: Path, qtbot: QtBot) -> Iterator[CaseController]:
    """Noor (2010) and her mother, a school and a helper, and three entries.

    2018-03 hulpvraag Noor @School | 2019 interventie Noor @Kompas | 2020-05-01 contact Noor Moeder @Kompas
    """
    with opener(tmp_path, qtbot) as opened:
        yield opened(
            entry("hulpvraag", "2018-03", "School vraagt hulp", persons="noor", parties="school"),
            entry("interventie", "2019", "Gezinsbehandeling", persons="noor", parties="kompas"),
            entry("contact", "2020-05-01", "Huisbezoek", persons="noor moeder", parties="kompas"),
            persons=[
                person("Moeder", "1988-05", role="moeder", order=0),
                person("Noor", "2010-06-24", focus=True, order=1),
            ],
            parties=[party("School", "onderwijs"), party("Kompas", "jeugdhulp")],
        )


@pytest.fixture
def book(controller: CaseController) -> OpenCasebook:
    """The casebook of `controller`."""
    return controller.book
