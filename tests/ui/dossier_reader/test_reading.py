"""From documents to entries by single keys, through the real reader of files and the real finder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.acting import click, type_in
from tests.ui.dossier_reader.reading import LONG, Desk, settled
from tests.ui.windows import opened
from tijdlijn.model.documents import Verdict
from tijdlijn.ui.areas import fields_in
from tijdlijn.ui.dialogs.drop_dialog import DropDialog
from tijdlijn.ui.main_window import MainWindow

K = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    with_what = data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(400, 300), Qt.DropAction.CopyAction, *with_what)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, *with_what))


# Adding


def test_an_empty_dossier_says_what_to_do(qtbot: QtBot, window: MainWindow, casebook: Path) -> None:
    space = opened(qtbot, window, casebook)
    space.turn_page()
    assert space.shows_dossier
    assert space.reader.empty.isVisible()
    assert "Sleep" in space.reader.empty.text.text()


def test_a_folder_that_is_dropped_is_read_and_shown(
    qtbot: QtBot, window: MainWindow, casebook: Path, files: tuple[Path, Path]
) -> None:
    space = opened(qtbot, window, casebook)
    drop(window, files[0].parent)
    desk = settled(qtbot, Desk(qtbot, window, space), "intake.txt")
    assert [made.shelved.name for made in desk.reader.documents.rows if made.isVisible()] == ["brief.txt", "intake.txt"]
    assert desk.reader.page.toPlainText().startswith("Intakeverslag wijkteam")
    assert len(desk.items) == 3
    assert set(desk.entries) == {"Gesprek met moeder"}


def test_what_cannot_be_read_stands_in_one_list(
    qtbot: QtBot, window: MainWindow, casebook: Path, files: tuple[Path, Path]
) -> None:
    for number in range(3):
        files[0].with_name(f"foto{number}.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes([number]))
    space = opened(qtbot, window, casebook)
    drop(window, files[0].parent)
    settled(qtbot, Desk(qtbot, window, space), "intake.txt")
    told = space.reader.adding.problems.text()
    assert all(f"foto{number}.pdf" in told for number in range(3))
    assert "3 bestanden" in space.reader.adding.state.text()


def test_a_table_that_is_dropped_is_asked_about(
    qtbot: QtBot, window: MainWindow, casebook: Path, tmp_path: Path
) -> None:
    table = tmp_path / "journaal.csv"
    table.write_text("datum;wat\n12-03-2019;Gesprek met moeder over Noor\n", "utf-8")
    space = opened(qtbot, window, casebook)
    drop(window, table)
    (dialog,) = window.findChildren(DropDialog)
    assert not space.shows_dossier
    click(qtbot, dialog.document)
    settled(qtbot, Desk(qtbot, window, space), "journaal.csv")
    assert "Gesprek met moeder" in space.reader.page.toPlainText()


def test_the_same_files_again_change_nothing(desk: Desk, files: tuple[Path, Path]) -> None:
    before = desk.space.controller.book.history()
    desk.reader.add(files)
    desk.qtbot.waitUntil(lambda: "al in het dossier" in desk.reader.adding.state.text(), timeout=LONG)
    assert desk.space.controller.book.history() == before


def test_a_newer_version_shows_its_text_and_asks_only_what_is_new(desk: Desk, files: tuple[Path, Path]) -> None:
    desk.choose("4 april 2020")
    desk.press(K.Key_S)
    files[0].write_text(files[0].read_text("utf-8") + "Op 1 juni 2020 is Sem gestart bij Kompas.\n", "utf-8")
    desk.reader.add([files[0]])
    desk.qtbot.waitUntil(lambda: "1 juni 2020" in desk.reader.page.toPlainText(), timeout=LONG)
    desk.qtbot.waitUntil(lambda: len(desk.items) == 4, timeout=LONG)
    assert desk.item("4 april 2020").verdict is Verdict.SKIPPED
    assert desk.item("1 juni 2020").is_open


def test_without_its_text_a_document_can_be_read_until_it_is_closed(desk: Desk, casebook: Path, tmp_path: Path) -> None:
    click(desk.qtbot, desk.reader.keep_texts)
    letter = tmp_path / "raad.txt"
    letter.write_text("Op 7 juli 2021 heeft de Raad een rapport uitgebracht over Noor.", "utf-8")
    desk.reader.add([letter])
    desk.qtbot.waitUntil(lambda: "7 juli 2021" in desk.reader.page.toPlainText(), timeout=LONG)
    desk.looked()
    desk.press(K.Key_Return)
    assert len(desk.entries) == 2
    assert desk.window.close_book()
    again = Desk(desk.qtbot, desk.window, opened(desk.qtbot, desk.window, casebook))
    again.space.turn_page()
    settled(desk.qtbot, again, "raad.txt")
    assert again.reader.no_text.isVisible()
    assert len(again.entries) == 2


# Deciding


def test_enter_accepts_and_the_next_open_one_is_current(desk: Desk) -> None:
    desk.choose("4 april 2020")
    title = desk.current.candidate.title
    desk.press(K.Key_Return)
    entry = desk.entries[title]
    assert str(entry.date) == "2020-04-04" or entry.date is not None
    assert entry.citations[0].passage.startswith("Op 4 april 2020")
    assert desk.item("4 april 2020").verdict is Verdict.ACCEPTED
    assert desk.current.verdict is None
    assert desk.card.accept.isVisible()


def test_what_is_accepted_leaves_the_selection_on_the_timeline_alone(desk: Desk) -> None:
    desk.space.controller.select(["gesprek"])
    desk.choose("4 april 2020")
    desk.press(K.Key_A)
    assert desk.space.controller.selection == ("gesprek",)


def test_undo_brings_the_candidate_back_as_open(desk: Desk) -> None:
    desk.choose("4 april 2020")
    desk.press(K.Key_Return)
    assert len(desk.entries) == 2
    desk.window.actions_by_id["undo"].trigger()
    desk.looked()
    assert set(desk.entries) == {"Gesprek met moeder"}
    assert "4 april 2020" in desk.current.candidate.passage
    assert desk.current.verdict is None


def test_a_decision_of_long_ago_can_be_taken_back(desk: Desk) -> None:
    desk.choose("4 april 2020")
    desk.press(K.Key_Return)
    desk.choose("juni 2015")
    desk.press(K.Key_S)
    desk.choose("4 april 2020")
    assert desk.card.reopen.isVisible()
    desk.press(K.Key_U)
    desk.looked()
    assert set(desk.entries) == {"Gesprek met moeder"}
    assert desk.item("4 april 2020").verdict is None
    assert desk.item("juni 2015").verdict is Verdict.SKIPPED


def test_enter_in_a_field_changes_the_draft_and_a_second_enter_accepts(desk: Desk) -> None:
    desk.choose("4 april 2020")
    desk.press(K.Key_E)
    assert QApplication.focusWidget() is desk.card.title.area
    desk.type("Aanmelding bij Kompas")
    desk.press(K.Key_Return)
    assert "Aanmelding bij Kompas" not in desk.entries
    desk.press(K.Key_Return)
    assert "Aanmelding bij Kompas" in desk.entries


def test_a_changed_draft_is_kept_while_one_looks_elsewhere(desk: Desk) -> None:
    desk.choose("4 april 2020")
    desk.press(K.Key_E)
    desk.type("Aanmelding")
    desk.press(K.Key_Return)
    desk.press(K.Key_P)
    desk.press(K.Key_N)
    assert desk.card.title.area.toPlainText() == "Aanmelding"


def test_a_date_that_cannot_be_read_is_not_accepted(desk: Desk) -> None:
    desk.choose("4 april 2020")
    type_in(desk.qtbot, desk.card.date.begin, "ooit eens")
    desk.press(K.Key_Return)
    desk.reader.take_keys()
    desk.press(K.Key_A)
    assert len(desk.entries) == 1
    assert desk.item("4 april 2020").verdict is None


def test_join_offers_entries_by_number(desk: Desk) -> None:
    desk.choose("12 maart 2019")
    desk.press(K.Key_V)
    assert desk.card.joining.isVisible()
    desk.press(K.Key_1)
    assert desk.item("12 maart 2019").verdict is Verdict.JOINED
    (citation,) = desk.entries["Gesprek met moeder"].citations
    assert citation.passage.startswith("Op 12 maart 2019")
    assert len(desk.entries) == 1


def test_escape_leaves_joining_and_decides_nothing(desk: Desk) -> None:
    desk.choose("12 maart 2019")
    desk.press(K.Key_J)
    desk.press(K.Key_Escape)
    assert not desk.card.joining.isVisible()
    assert desk.current.verdict is None


def test_what_resembles_is_shown_before_deciding(desk: Desk) -> None:
    desk.choose("12 maart 2019")
    assert desk.current.same == ("gesprek",)
    shown = desk.card.others.itemAt(0).widget()
    assert shown.isVisible()


def test_enter_on_a_button_presses_it_and_decides_nothing_else(desk: Desk) -> None:
    desk.choose("4 april 2020")
    desk.card.why.header.setFocus()
    was_open = desk.card.why.is_open
    desk.press(K.Key_Return)
    assert desk.card.why.is_open is not was_open
    assert desk.item("4 april 2020").verdict is None


def test_decisions_are_there_after_closing(desk: Desk, casebook: Path) -> None:
    desk.choose("4 april 2020")
    desk.press(K.Key_Return)
    desk.choose("juni 2015")
    desk.press(K.Key_S)
    assert desk.window.close_book()
    again = Desk(desk.qtbot, desk.window, opened(desk.qtbot, desk.window, casebook))
    again.space.turn_page()
    settled(desk.qtbot, again, "intake.txt")
    assert again.item("4 april 2020").verdict is Verdict.ACCEPTED
    assert again.item("juni 2015").verdict is Verdict.SKIPPED
    assert again.item("12 maart 2019").is_open
    assert again.reader.count.text() == "2 van 3 beslist"


# By hand, in the text, and around it


def test_a_selection_becomes_a_candidate(desk: Desk) -> None:
    before = {item.candidate.key for item in desk.items}
    cursor = desk.reader.page.textCursor()
    at = desk.reader.page.toPlainText().index("Moeder vertelt")
    cursor.setPosition(at)
    desk.reader.page.setTextCursor(cursor)
    for _ in "Moeder vertelt":
        desk.press(K.Key_Right, SHIFT)
    assert desk.reader.page.make.isVisible()
    desk.press(K.Key_Return)
    assert len(desk.items) == 4
    assert desk.current.is_open
    assert desk.current.candidate.key not in before
    title = desk.current.candidate.title
    desk.press(K.Key_Return)
    assert desk.entries[title].citations[0].passage.startswith("Moeder vertelt")


def test_a_profile_that_is_changed_is_kept(desk: Desk) -> None:
    type_in(desk.qtbot, desk.reader.profile.agency, "Wijkteam Zuid")
    desk.press(K.Key_Return)
    desk.looked()
    source = desk.space.controller.case.sources_by_id[desk.reader.desk.source_id]
    assert source.agency == "Wijkteam Zuid"
    assert len(desk.items) == 3
    assert QApplication.focusWidget() is desk.reader.page


def test_searching_counts_and_goes_round(desk: Desk) -> None:
    desk.window.actions_by_id["search"].trigger()
    assert QApplication.focusWidget() is desk.reader.finder.line
    desk.type("moeder")
    assert desk.reader.finder.count.text() == "1 van 2"
    desk.press(K.Key_Return)
    desk.press(K.Key_Return)
    assert desk.reader.finder.count.text() == "1 van 2"
    desk.press(K.Key_Escape)
    assert not desk.reader.finder.isVisible()


def test_t_shows_the_entry_on_the_timeline_and_the_switch_leads_back(desk: Desk) -> None:
    desk.choose("4 april 2020")
    desk.press(K.Key_Return)
    desk.choose("4 april 2020")
    entry_id = desk.current.entry_id
    desk.press(K.Key_T)
    assert not desk.space.shows_dossier
    assert desk.space.controller.selection == (entry_id,)
    click(desk.qtbot, desk.space.switch.buttons[1])
    assert desk.space.shows_dossier
    assert "4 april 2020" in desk.current.candidate.passage


def test_delete_and_cut_do_not_reach_the_timeline_from_the_reader(desk: Desk) -> None:
    desk.space.controller.select(["gesprek"])
    desk.press(K.Key_Delete)
    desk.press(K.Key_X, CONTROL)
    assert "Gesprek met moeder" in desk.entries


def test_a_source_opens_at_its_passage(desk: Desk) -> None:
    desk.choose("4 april 2020")
    desk.press(K.Key_Return)
    entry = next(entry for title, entry in desk.entries.items() if title != "Gesprek met moeder")
    desk.space.show_page(0)
    assert desk.space.open_source(entry.citations[0].source_id, entry.citations[0])
    assert desk.space.shows_dossier
    page = desk.reader.page
    assert page.shown.text[slice(*page._passage)].startswith("Op 4 april 2020")
    assert not desk.space.open_source("is er niet")
    assert not desk.space.shows_dossier


def test_every_field_has_a_name_and_shows_that_it_has_the_keys(desk: Desk) -> None:
    nameless, unseen = [], []
    for field in [field for area in desk.space._areas() for field in fields_in(area)]:
        if not QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name):
            nameless.append(field)
        field.setFocus(Qt.FocusReason.TabFocusReason)
        focused = field.grab().toImage()
        field.clearFocus()
        if field is not desk.reader.page and field.grab().toImage() == focused:
            unseen.append(field)
    assert nameless == []
    assert unseen == []


def test_nothing_readable_is_remembered_outside_the_casebook(desk: Desk, tmp_path: Path) -> None:
    desk.choose("4 april 2020")
    desk.press(K.Key_Return)
    desk.window.close_book()
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and path.parent.name != "dossier"]
    assert kept
    for path in kept:
        assert b"aangemeld" not in path.read_bytes(), path
        assert b"intake.txt" not in path.read_bytes(), path
