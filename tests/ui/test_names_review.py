"""Names that nobody registered are looked through before what has pseudonyms leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, entry, person
from tests.ui.acting import click, is_freed_on_close, show
from tijdlijn.model.people import NameKind
from tijdlijn.services import editing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch
from tijdlijn.storage.casebook_file import Access
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.export_dialog import ExportDialog
from tijdlijn.ui.dialogs.print_dialog import PrintDialog
from tijdlijn.ui.names.name_rows import NameRow
from tijdlijn.ui.names.sheet import NamesSheet

TOLD = (
    "Gesprek met mevrouw Hogendoorn over de buurman",
    "Wubbo de Regt belt over Ruud",
    "Ruud gaat naar mevrouw Hogendoorn",
)


@pytest.fixture
def controller(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseController]:
    with OpenCasebook.create(tmp_path / "gezin.tijdlijn", "voorbeeld", title="Gezin Proef", today=TODAY) as book:
        case_id = book.cases()[0].id
        entries = tuple(entry("contact", f"201{n}", title, id=f"e{n}") for n, title in enumerate(TOLD))
        book.commit(case_id, "Vul", Batch(persons=(person("Ruud"),), entries=entries))
        yield CaseController(book, case_id)


@pytest.fixture
def dialog(qtbot: QtBot, controller: CaseController, tmp_path: Path) -> ExportDialog:
    made = show(qtbot, ExportDialog(controller, folder=tmp_path))
    made.formats.choose(".csv")
    made.names.set_on(True)
    return made


def asked(qtbot: QtBot, dialog: ExportDialog | PrintDialog) -> dict[str, NameRow]:
    """Press the button that saves; the names that are asked about."""
    qtbot.waitUntil(lambda: dialog.names.look.isVisible())
    click(qtbot, dialog.ok if isinstance(dialog, ExportDialog) else dialog.to_file)
    qtbot.waitUntil(dialog.names.page.isVisible)
    return {made.name: made for made in dialog.names.page.rows.fresh}


def test_nothing_leaves_before_every_name_was_decided_about(qtbot: QtBot, dialog: ExportDialog) -> None:
    names = asked(qtbot, dialog)
    assert set(names) == {"Hogendoorn", "Wubbo de Regt"}
    assert not dialog.place.path.exists()
    click(qtbot, dialog.names.page.ok)
    qtbot.waitUntil(dialog.done_text.isVisible)
    written = dialog.place.path.read_text("utf-8-sig")
    assert "Hogendoorn" not in written
    assert "Regt" not in written
    assert "Persoon 1" in written
    assert is_freed_on_close(dialog)


def test_what_may_stay_stays_and_is_not_asked_again(
    qtbot: QtBot, controller: CaseController, dialog: ExportDialog, tmp_path: Path
) -> None:
    names = asked(qtbot, dialog)
    names["Wubbo de Regt"].hide_it.setFocus()
    qtbot.keyClick(names["Wubbo de Regt"].hide_it, Qt.Key.Key_Space)
    qtbot.keyClick(names["Wubbo de Regt"].hide_it, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.done_text.isVisible)
    written = dialog.place.path.read_text("utf-8-sig")
    assert "Wubbo de Regt" in written
    assert "Hogendoorn" not in written
    assert is_freed_on_close(dialog)
    again = show(qtbot, ExportDialog(controller, folder=tmp_path))
    again.formats.choose(".docx")
    again.names.set_on(True)
    click(qtbot, again.ok)
    qtbot.waitUntil(again.done_text.isVisible)
    assert again.names.look.text() == "Eerdere beslissingen over namen…"
    assert is_freed_on_close(again)


def test_going_back_decides_nothing_and_saves_nothing(
    qtbot: QtBot, controller: CaseController, dialog: ExportDialog
) -> None:
    before = controller.case
    asked(qtbot, dialog)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not dialog.names.page.isVisible()
    assert dialog.isVisible()
    assert controller.case is before
    assert not dialog.place.path.exists()
    assert is_freed_on_close(dialog)


def test_the_keys_stay_on_the_page_and_go_round(qtbot: QtBot, dialog: ExportDialog) -> None:
    asked(qtbot, dialog)
    page, seen = dialog.names.page, set()
    for _ in range(12):
        now = QApplication.focusWidget()
        assert now is not None
        assert page.isAncestorOf(now)
        seen.add(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    assert {page.ok, page.back, page.all_off, *(made.hide_it for made in page.rows.fresh)} <= seen
    assert is_freed_on_close(dialog)


def test_another_kind_of_name_gets_another_pseudonym(
    qtbot: QtBot, controller: CaseController, dialog: ExportDialog
) -> None:
    names = asked(qtbot, dialog)
    qtbot.keyClick(names["Wubbo de Regt"].kind, Qt.Key.Key_Down)
    click(qtbot, dialog.names.page.ok)
    qtbot.waitUntil(dialog.done_text.isVisible)
    assert "Organisatie 1 belt over Kind" in dialog.place.path.read_text("utf-8-sig")
    kinds = {one.name: one.what for one in controller.case.loose_names}
    assert kinds["Wubbo de Regt"] is NameKind.ORGANISATIE
    assert is_freed_on_close(dialog)


def test_what_was_decided_can_be_decided_anew(qtbot: QtBot, controller: CaseController, dialog: ExportDialog) -> None:
    asked(qtbot, dialog)
    click(qtbot, dialog.names.page.all_off)
    click(qtbot, dialog.names.page.ok)
    qtbot.waitUntil(dialog.done_text.isVisible)
    assert not any(one.is_hidden for one in controller.case.loose_names)
    qtbot.waitUntil(dialog.names.look.isVisible)
    click(qtbot, dialog.names.look)
    row = dialog.names.page.rows.known[0]
    qtbot.keyClick(row.hide_it, Qt.Key.Key_Space)
    click(qtbot, dialog.names.page.ok)
    assert [one.name for one in controller.case.loose_names if one.is_hidden] == [row.name]
    assert is_freed_on_close(dialog)


def test_pages_are_made_anew_with_what_was_decided(qtbot: QtBot, controller: CaseController, tmp_path: Path) -> None:
    dialog = show(qtbot, PrintDialog(controller, folder=tmp_path))
    asked(qtbot, dialog)
    click(qtbot, dialog.names.page.ok)
    qtbot.waitUntil(dialog.done_text.isVisible)
    assert dialog.place.path.exists()
    assert len(controller.case.loose_names) == 2
    assert is_freed_on_close(dialog)


def test_a_name_that_comes_while_the_dialog_is_open_is_asked_about(
    qtbot: QtBot, controller: CaseController, dialog: ExportDialog
) -> None:
    asked(qtbot, dialog)
    click(qtbot, dialog.names.page.ok)
    qtbot.waitUntil(dialog.done_text.isVisible)
    changed = replace(controller.case.entries_by_id["e0"], title="Gesprek met meneer Kwakernaak")
    controller.do(editing.change_entries, [changed])
    click(qtbot, dialog.ok)
    qtbot.waitUntil(dialog.names.page.isVisible)
    assert [made.name for made in dialog.names.page.rows.fresh] == ["Kwakernaak"]
    assert is_freed_on_close(dialog)


def test_in_a_casebook_that_is_only_read_names_may_stay_and_cannot_be_hidden(
    qtbot: QtBot, controller: CaseController, tmp_path: Path
) -> None:
    path = controller.book.path
    with OpenCasebook.open(path, "voorbeeld", access=Access.ANY, today=TODAY) as book:
        reader = CaseController(book, book.cases()[0].id)
        over = QWidget()
        sheet = NamesSheet(reader, over)
        went: list[str] = []
        sheet.cleared(lambda: went.append("weg"))
        qtbot.waitUntil(sheet.isVisible)
        with qtbot.waitSignal(sheet.gate.failed) as told:
            click(qtbot, sheet.page.ok)
        assert told.args
        assert "alleen te lezen" in str(told.args[0])
        assert went == []
        sheet.cleared(lambda: went.append("weg"))
        click(qtbot, sheet.page.all_off)
        click(qtbot, sheet.page.ok)
        assert went == ["weg"]
