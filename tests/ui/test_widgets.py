"""The small pieces: text as it is, sections that remember, rows with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.acting import show
from tijdlijn.ui.list_row import ListRow, step_focus
from tijdlijn.ui.widgets import (
    ElidedLabel,
    Section,
    column,
    field_label,
    plain_label,
    set_problem,
    set_tip,
    tool_button,
)

MARKUP = "<img src='file:///etc/hostname'> & <b>vet"


def test_a_label_never_reads_markup(qtbot: QtBot) -> None:
    label = plain_label(MARKUP)
    qtbot.addWidget(label)
    assert (label.text(), label.textFormat()) == (MARKUP, Qt.TextFormat.PlainText)


def test_a_tip_shows_markup_as_text(qtbot: QtBot) -> None:
    button = tool_button("plus", "", MARKUP)
    qtbot.addWidget(button)
    assert "<img" not in button.toolTip()
    assert "&lt;img" in button.toolTip()
    assert button.accessibleName() == MARKUP
    set_tip(button, "")
    assert button.toolTip() == ""


def test_a_name_above_a_field_is_its_accessible_name(qtbot: QtBot) -> None:
    field = QLineEdit()
    label = field_label("Naam", field)
    qtbot.addWidget(field)
    qtbot.addWidget(label)
    assert field.accessibleName() == "Naam"
    assert label.buddy() is field


def test_a_problem_is_marked_and_taken_away(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    set_problem(field, True)
    assert field.property("problem") is True
    set_problem(field, False)
    assert field.property("problem") is False


def test_a_label_that_does_not_fit_ends_in_dots_and_tells_all_in_its_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("Een heel lange naam <b>van</b> een instelling")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.shown.endswith("…")
    assert "&lt;b&gt;" in label.toolTip()
    label.resize(800, 20)
    assert (label.shown, label.toolTip()) == (label.text(), "")


def test_a_section_opens_and_closes_and_this_computer_remembers(qtbot: QtBot) -> None:
    content = plain_label("inhoud")
    section = Section("Deel", content, expanded=True, key="proef")
    qtbot.addWidget(section)
    section.show()
    assert content.isVisible()
    with qtbot.waitSignal(section.toggled):
        qtbot.mouseClick(section.header, Qt.MouseButton.LeftButton)
    assert not content.isVisible()
    again = Section("Deel", plain_label("inhoud"), expanded=True, key="proef")
    qtbot.addWidget(again)
    assert not again.is_open


def test_a_section_opens_with_the_arrow_to_the_right(qtbot: QtBot) -> None:
    section = Section("Deel", plain_label("inhoud"))
    show(qtbot, section)
    section.header.setFocus()
    qtbot.keyClick(section.header, Qt.Key.Key_Right)
    assert section.is_open
    qtbot.keyClick(section.header, Qt.Key.Key_Left)
    assert not section.is_open


def test_rows_are_walked_with_the_arrows_and_chosen_with_enter(qtbot: QtBot) -> None:
    held = QWidget()
    box = column()
    held.setLayout(box)
    rows = [ListRow() for _ in range(3)]
    for at, row in enumerate(rows):
        row.show_words(f"Rij {at}", "erbij")
        row.moved.connect(lambda step: step_focus(rows, step))
        box.addWidget(row)
    show(qtbot, held)
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    qtbot.keyClick(rows[1], Qt.Key.Key_Up)
    qtbot.keyClick(rows[0], Qt.Key.Key_Up)
    assert rows[0].hasFocus()
    with qtbot.waitSignal(rows[0].clicked):
        qtbot.keyClick(rows[0], Qt.Key.Key_Return)


def test_a_row_shows_its_buttons_when_it_has_the_focus(qtbot: QtBot) -> None:
    row = ListRow()
    pressed: list[int] = []
    button = row.add_action("trash", "Verwijderen", lambda: pressed.append(1))
    row.show_words("Noor")
    held, above = QWidget(), QLineEdit()
    box = column()
    held.setLayout(box)
    box.addWidget(above)
    box.addSpacing(400)  # away from where the pointer may be
    box.addWidget(row)
    show(qtbot, held)
    above.setFocus()
    assert not button.isVisible()
    row.setFocus()
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == [1]
