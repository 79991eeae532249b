"""The inspection of one person and the processing statement as files; and a number that should not be typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from tests.books import logged
from tests.render_pdf.looking import pages_text
from tests.ui.acting import click, is_freed_on_close, show, type_in
from tests.ui.windows import WORDS, opened, window_in
from tijdlijn.model.people import Party
from tijdlijn.model.vocabulary import Sector
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.storage.audit import Event
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.access_dialog import AccessDialog
from tijdlijn.ui.dialogs.processing_dialog import ProcessingDialog
from tijdlijn.ui.dialogs.terms_dialog import TermsDialog
from tijdlijn.ui.inspector.case_form import CaseForm
from tijdlijn.ui.inspector.text_fields import AreaField
from tijdlijn.ui.logbook.dialog import LogDialog
from tijdlijn.ui.people_forms import PartyForm
from tijdlijn.ui.quick_entry import QuickEntryLine

BSN = "111222333"


@pytest.fixture
def access(qtbot: QtBot, controller: CaseController, tmp_path: Path) -> Iterator[AccessDialog]:
    yield show(qtbot, AccessDialog(controller, folder=tmp_path))
    QThreadPool.globalInstance().waitForDone()


def test_everything_about_one_person_goes_to_a_file(
    qtbot: QtBot, access: AccessDialog, controller: CaseController, book: OpenCasebook
) -> None:
    assert [access.who.itemText(at) for at in range(access.who.count())] == ["Moeder (moeder)", "Noor (kind)"]
    assert access.names.is_on
    assert not access.names.switch.isEnabled()
    access.who.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "3 regels, 0 bijeenkomsten" in access.counted.text())
    click(qtbot, access.ok)
    qtbot.waitUntil(lambda: access.done_text.isVisible() or access.names.page.isVisible())
    if access.names.page.isVisible():
        click(qtbot, access.names.page.ok)
        qtbot.waitUntil(access.done_text.isVisible)
    text = " ".join(pages_text(access.place.path.read_bytes()))
    assert "Noor" in text
    assert "Kompas" not in text
    assert "noor" not in access.place.path.name.casefold()
    (line,) = logged(book, Event.EXPORTED)
    assert (line.detail["what"], line.detail["kind"]) == ("inzage", "pdf")
    assert is_freed_on_close(access)


def test_a_name_that_nobody_registered_is_decided_about_first(
    qtbot: QtBot, controller: CaseController, tmp_path: Path
) -> None:
    from dataclasses import replace

    from tijdlijn.services.editing import change_entries

    first = controller.case.timeline[0]
    controller.do(change_entries, [replace(first, details="Noor logeert bij buurvrouw Wilma Jansma.")])
    dialog = show(qtbot, AccessDialog(controller, folder=tmp_path))
    dialog.who.setCurrentIndex(1)
    click(qtbot, dialog.ok)
    qtbot.waitUntil(dialog.names.page.isVisible)
    assert not dialog.place.path.exists()
    click(qtbot, dialog.names.page.ok)
    qtbot.waitUntil(dialog.done_text.isVisible)
    assert "Wilma" not in " ".join(pages_text(dialog.place.path.read_bytes()))
    assert is_freed_on_close(dialog)


def test_for_word_there_is_no_password(qtbot: QtBot, access: AccessDialog) -> None:
    assert access.password.isVisible()
    access.kinds.choose(".docx")
    assert not access.password.isVisible()
    assert access.place.path.suffix == ".docx"
    assert is_freed_on_close(access)


def test_the_processing_statement_goes_to_a_file(
    qtbot: QtBot, controller: CaseController, book: OpenCasebook, tmp_path: Path
) -> None:
    dialog = show(qtbot, ProcessingDialog(controller, folder=tmp_path))
    click(qtbot, dialog.ok)
    qtbot.waitUntil(dialog.done_text.isVisible)
    text = " ".join(pages_text(dialog.place.path.read_bytes()))
    assert "Verwerkingsoverzicht" in text
    assert "Noor" not in text
    assert logged(book, Event.EXPORTED)[-1].detail["what"] == "verwerking"
    assert is_freed_on_close(dialog)


def test_each_opens_from_the_menu(qtbot: QtBot, tmp_path: Path) -> None:
    with window_in(tmp_path, qtbot) as window:
        OpenCasebook.create(tmp_path / "a.tijdlijn", WORDS).close()
        opened(qtbot, window, tmp_path / "a.tijdlijn")
        for id_, kind in (
            ("logbook", LogDialog),
            ("subject_access", AccessDialog),
            ("processing", ProcessingDialog),
            ("retention_terms", TermsDialog),
        ):
            window.actions_by_id[id_].trigger()
            dialog = window.findChild(kind)
            assert dialog is not None, id_
            assert dialog.isVisible()
            if isinstance(dialog, AccessDialog):
                assert not dialog.ok.isEnabled()
                assert "nog niemand" in dialog.counted.text()
            assert is_freed_on_close(dialog)


# A number that should not be typed


def test_a_number_in_the_quick_entry_is_told_and_taken_anyway(qtbot: QtBot, controller: CaseController) -> None:
    bar = show(qtbot, QuickEntryLine(controller), 800, 90)
    qtbot.keyClicks(bar.line, "mrt 2019 contact gesprek 111222334")
    assert bar.bsn.isHidden()
    bar.line.clear()
    qtbot.keyClicks(bar.line, f"mrt 2019 contact gesprek {BSN}")
    assert bar.bsn.isVisible()
    bar.line.clear()
    assert bar.bsn.isHidden()


def test_a_number_in_a_property_is_told(qtbot: QtBot, controller: CaseController) -> None:
    field = show(qtbot, AreaField("details", "toelichting", "Toelichting"), 300, 200)
    field.show_entries(controller.case, controller.case.entries[:1])
    assert field.bsn.isHidden()
    qtbot.keyClicks(field.area, f"Nummer {BSN}")
    assert field.bsn.isVisible()
    form = show(qtbot, CaseForm(controller), 360, 900)
    type_in(qtbot, form.code, "x")
    form.notes.setPlainText(BSN)
    assert any(
        "burgerservicenummer" in label.text() for label in form.findChildren(type(field.bsn)) if label.isVisible()
    )


def test_a_number_in_the_form_of_a_party_is_told_until_its_line_goes(qtbot: QtBot, controller: CaseController) -> None:
    form = show(qtbot, PartyForm(controller.case, Party("nieuw", "", Sector.JEUGDHULP)), 360, 500)
    type_in(qtbot, form.name, "Kompas")
    assert form.bsn.isHidden()
    line = form.add_worker()
    type_in(qtbot, line.name, BSN)
    assert form.bsn.isVisible()
    line.gone.emit()
    assert form.bsn.isHidden()
    type_in(qtbot, form.pseudonym, BSN)
    assert form.bsn.isVisible()
