"""Chips: one stop for Tab, arrows between them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.acting import show
from tijdlijn.ui.chips import ChipRow, shared


def test_only_one_chip_is_a_stop_and_it_is_the_last_one_used(qtbot: QtBot) -> None:
    row = ChipRow("Proef")
    row.set_options([("a", "A"), ("b", "B"), ("c", "C")])
    show(qtbot, row)
    qtbot.mouseClick(row.chips[1], Qt.MouseButton.LeftButton)
    stops = [chip.key for chip in row.chips if chip.focusPolicy() is Qt.FocusPolicy.StrongFocus]
    assert stops == ["b"]


def test_arrows_go_round(qtbot: QtBot) -> None:
    row = ChipRow("Proef")
    row.set_options([("a", "A"), ("b", "B")])
    show(qtbot, row)
    row.chips[0].setFocus()
    qtbot.keyClick(row.chips[0], Qt.Key.Key_Left)
    assert row.chips[1].hasFocus()


def test_a_name_with_an_ampersand_is_shown_as_it_is(qtbot: QtBot) -> None:
    row = ChipRow("Proef")
    qtbot.addWidget(row)
    row.set_options([("a", "Jansen & Zn")])
    assert row.chips[0].text() == "Jansen && Zn"
    assert row.chips[0].accessibleName() == "Jansen & Zn"


def test_a_row_that_is_too_narrow_becomes_higher(qtbot: QtBot) -> None:
    row = ChipRow("Proef")
    qtbot.addWidget(row)
    row.set_options((str(n), f"chip nummer {n}") for n in range(8))
    assert row.heightForWidth(200) > row.heightForWidth(2_000)


def test_what_is_shared_is_in_all() -> None:
    assert shared([{"a", "b"}, {"b", "c"}]) == ({"b"}, {"a", "c"})
    assert shared([]) == (set(), set())


def test_a_chip_that_is_on_shows_how_to_take_it_off(qtbot: QtBot) -> None:
    row = ChipRow("Partijen", has_signs=True)
    qtbot.addWidget(row)
    row.set_options([("a", "Kompas"), ("b", "Jan & Co")])
    row.show_state({"b"})
    assert [chip.text() for chip in row.chips] == ["Kompas", "Jan && Co  ×"]
    assert [chip.accessibleName() for chip in row.chips] == ["Kompas", "Jan & Co"]
