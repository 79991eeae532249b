"""A number that may be a burgerservicenummer is told of wherever something is typed in a meeting, and taken anyway."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from tests.ui.meetings.meeting import Table
from tijdlijn.ui.bsn_note import BsnNote

BSN = "111222333"


def answer(table: Table) -> QPlainTextEdit:
    table.page.show_part(1)
    return table.page.questions.list.cards[0].answer


def family_says(table: Table) -> QPlainTextEdit:
    table.page.show_part(1)
    return table.page.questions.list.cards[0].family.text


def reflection(table: Table) -> QPlainTextEdit:
    table.page.show_part(3)
    table.page.reflections.choose("ots")
    return table.page.reflections.form.texts["learned"]


def family_reflects(table: Table) -> QPlainTextEdit:
    table.page.show_part(3)
    table.page.reflections.choose("ots")
    return table.page.reflections.form.family.text


def agreement(table: Table) -> QPlainTextEdit:
    table.page.show_part(4)
    table.type("Bellen", table.page.agreements.add)
    table.press(Qt.Key.Key_Return)
    return table.page.agreements.own[0].what


def aim(table: Table) -> QPlainTextEdit:
    table.page.show_part(0)
    return table.page.preparing.aim


def place(table: Table) -> QLineEdit:
    table.page.show_part(0)
    return table.page.preparing.place


def seen(within: QWidget) -> list[BsnNote]:
    return [note for note in within.findChildren(BsnNote) if note.isVisible()]


@pytest.mark.parametrize("field", [answer, family_says, reflection, family_reflects, agreement, aim, place])
def test_it_is_told_and_taken(table: Table, field: Callable[[Table], QLineEdit | QPlainTextEdit]) -> None:
    typed_in = field(table)
    assert seen(table.page) == []
    typed_in.setFocus()
    typed_in.selectAll()
    table.qtbot.keyClicks(typed_in, f"nummer {BSN}")
    (note,) = seen(table.page)
    assert "burgerservicenummer" in note.text()
    assert BSN not in note.text()
    typed_in.selectAll()
    table.qtbot.keyClicks(typed_in, "zonder nummer")
    assert seen(table.page) == []
