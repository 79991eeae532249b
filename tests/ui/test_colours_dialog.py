"""Colours of one's own: shown at once, warned of, never refused, kept without names of anybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tijdlijn.drawing.colours import contrast, distance
from tijdlijn.drawing.styles import COLOUR_NAMES, LANE_COLOURS
from tijdlijn.ui.dialogs.colours import SAFER, STRONGER, ColourRow, ColoursDialog
from tijdlijn.ui.own_colours import DEFAULTS, keep, kept, read


@pytest.fixture
def dialog(qtbot: QtBot) -> ColoursDialog:
    made = ColoursDialog({"hulp": "#005f9e"})
    qtbot.addWidget(made)
    made.show()
    return made


def line(dialog: ColoursDialog, name: str) -> ColourRow:
    return dialog._rows[name]


def press(dialog: ColoursDialog, text: str) -> None:
    next(b for b in dialog.findChildren(QPushButton) if b.text() == text and b.isVisible()).click()


def test_there_is_a_line_for_every_colour(dialog: ColoursDialog) -> None:
    assert set(dialog._rows) == set(COLOUR_NAMES)
    assert dialog.chosen == {"hulp": "#005f9e"}


def test_a_typed_colour_is_told_at_once(qtbot: QtBot, dialog: ColoursDialog) -> None:
    code = line(dialog, "wonen").code
    code.selectAll()
    with qtbot.waitSignal(dialog.changed) as told:
        qtbot.keyClicks(code, "#7A4B00")
    assert told.args == [{"hulp": "#005f9e", "wonen": "#7a4b00"}]
    assert line(dialog, "wonen").verdict.text() == f"{contrast('#7a4b00', '#ffffff'):.1f} : 1".replace(".", ",")


def test_a_pale_colour_is_taken_with_a_warning_and_a_better_one_is_offered(qtbot: QtBot, dialog: ColoursDialog) -> None:
    row = line(dialog, "wonen")
    row.code.selectAll()
    qtbot.keyClicks(row.code, "ffee88")
    assert dialog.chosen["wonen"] == "#ffee88"
    assert "slecht te zien" in row.verdict.text()
    assert row.offer.isVisible()
    row.offer.click()
    assert contrast(dialog.chosen["wonen"], "#ffffff") >= 3
    assert not row.offer.isVisible()


def test_half_a_code_changes_nothing(qtbot: QtBot, dialog: ColoursDialog) -> None:
    code = line(dialog, "wonen").code
    code.selectAll()
    with qtbot.assertNotEmitted(dialog.changed):
        qtbot.keyClicks(code, "#12")


def test_the_program_s_own_colours_come_back(dialog: ColoursDialog) -> None:
    press(dialog, "Standaard")
    assert dialog.chosen == {}
    assert line(dialog, "hulp").code.text() == DEFAULTS["hulp"]


def test_the_presets_do_what_they_say(dialog: ColoursDialog) -> None:
    press(dialog, "Hoog contrast")
    assert all(contrast(STRONGER[name], "#ffffff") >= 7 for name in LANE_COLOURS)
    press(dialog, "Extra kleurenblind-veilig")
    assert dialog.chosen == {name: colour for name, colour in SAFER.items() if colour != DEFAULTS[name]}

    def least(colours: dict[str, str]) -> float:
        lanes = [colours[name] for name in LANE_COLOURS]
        eyes = ("protanopie", "deuteranopie", "tritanopie")
        return min(distance(a, b, eye) for eye in eyes for a in lanes for b in lanes if a != b)

    assert least({**DEFAULTS, **SAFER}) > least(dict(DEFAULTS)) + 1


def test_what_is_kept_comes_back_and_rubbish_does_not(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "venster.ini"), QSettings.Format.IniFormat)
    keep(settings, {"hulp": "#005f9e", "pan": "#aa0000"})
    settings.setValue("eigenkleuren/wonen", "geen kleur")
    settings.setValue("eigenkleuren/iemand", "#123456")
    assert kept(settings) == {"hulp": "#005f9e", "pan": "#aa0000"}
    keep(settings, {})
    assert kept(settings) == {}


@pytest.mark.parametrize(("typed", "meant"), [(" #AABBCC ", "#aabbcc"), ("aabbcc", "#aabbcc"), ("rood", ""), ("", "")])
def test_a_colour_is_read_as_people_type_it(typed: str, meant: str) -> None:
    assert read(typed) == meant
