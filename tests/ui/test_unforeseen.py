"""An error nobody foresaw, in the places where it could end the program or tell what stands in a dossier."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import entry
from tests.ui.acting import show
from tests.ui.opened import opener
from tests.ui.windows import window_in
from tijdlijn.render_qt import painting as painting_module
from tijdlijn.render_qt.painting import painting
from tijdlijn.services import editing
from tijdlijn.ui import app, faults
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas


def test_an_error_in_telling_an_error_is_noted_without_values_as_well(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fails(sentence: str) -> None:
        raise RuntimeError("Noor Terpstra")

    with window_in(tmp_path, qtbot) as window:
        monkeypatch.setattr(sys, "excepthook", sys.excepthook)
        monkeypatch.setattr(window, "tell", fails)
        app._catch(window)
        error = KeyError("Noor Terpstra")
        sys.excepthook(type(error), error, None)
        qtbot.waitUntil(lambda: "RuntimeError" in faults.place().read_text("utf-8"))
    assert "Noor" not in faults.place().read_text("utf-8") + capfd.readouterr().err


def test_an_error_while_the_timeline_is_painted_does_not_end_the_program(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the end of every painting Qt falls over here, and the test with it."""
    with opener(tmp_path, qtbot) as opened:
        controller = opened(entry("contact", "2018", "Huisbezoek"))
        canvas = TimelineCanvas(controller)
        show(qtbot, canvas, 800, 500)

        def fails(*_: object, **__: object) -> None:
            raise RuntimeError

        with monkeypatch.context() as patched:
            patched.setattr(TimelineCanvas, "paint_on", fails)
            for _ in range(3):
                with pytest.raises(RuntimeError):
                    canvas.grab()
        canvas.grab()
        assert controller.do(editing.add_entry, entry("contact", "2019", "Verder")) is not None


def test_every_painter_is_made_where_it_ends() -> None:
    source = Path(painting_module.__file__).parents[1]
    made = {path.name for path in source.rglob("*.py") if re.search(r"QPainter\(\S", path.read_text("utf-8"))}
    assert made - {"print_sending.py"} == {"painting.py"}


def test_painting_ends_whatever_happens(qtbot: QtBot) -> None:
    from PySide6.QtGui import QPixmap

    picture = QPixmap(4, 4)
    with pytest.raises(RuntimeError), painting(picture) as painter:
        raise RuntimeError
    assert not painter.isActive()
    assert not picture.paintingActive()
