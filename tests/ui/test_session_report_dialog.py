"""The report of a session, asked for in the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.meetings import met, session
from tests.ui.acting import click, is_freed_on_close, show, type_in
from tests.ui.gates import gate
from tests.ui.opened import opener
from tijdlijn.model.progress import STOPPED
from tijdlijn.services import editing, session_report
from tijdlijn.services.changes import Batch
from tijdlijn.services.session_report import ReportOptions, check_ending
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.session_report_dialog import KINDS, SessionReportDialog, ask

SECRET = "zebra vader vierkant oud hark"
STARTS = {".pdf": b"%PDF", ".docx": b"PK", ".ics": b"BEGIN:VCALENDAR"}


@pytest.fixture
def controller(tmp_path: Path, qtbot: QtBot) -> Iterator[CaseController]:
    """The family of `meetings.met`, that was talked about on 14 November 2023."""
    case = met()
    with opener(tmp_path, qtbot) as opened:
        made = opened(
            *case.entries, today=case.today, persons=case.persons, parties=case.parties, workers=case.workers,
            sources=case.sources,
        )  # fmt: skip
        made.do(editing.change_case, code=case.code)
        left = Batch(sessions=case.sessions, reflections=case.reflections, actions=case.actions, consents=case.consents)
        put(made, left)
        yield made


def put(controller: CaseController, batch: Batch) -> None:
    controller.do(editing.apply, batch, "Zet klaar")


@pytest.fixture
def dialog(qtbot: QtBot, controller: CaseController, tmp_path: Path) -> SessionReportDialog:
    return show(qtbot, SessionReportDialog(controller, "s2", folder=tmp_path))


def save(qtbot: QtBot, dialog: SessionReportDialog) -> None:
    click(qtbot, dialog.ok)
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=20_000)


def test_every_kind_that_is_offered_can_be_written() -> None:
    for kind in KINDS:
        check_ending(Path(f"x{kind.ending}"))


@pytest.mark.parametrize("ending", [kind.ending for kind in KINDS])
def test_a_report_is_saved_under_the_code_and_the_day_and_it_says_where(
    qtbot: QtBot, dialog: SessionReportDialog, tmp_path: Path, ending: str
) -> None:
    dialog.kinds.choose(ending)
    dialog.names.set_on(False)
    name = f"{'afspraken' if ending == '.ics' else 'verslag'}-2023-04-2023-11-14{ending}"
    assert dialog.place.path == tmp_path / name
    save(qtbot, dialog)
    assert (tmp_path / name).read_bytes().startswith(STARTS[ending])
    assert name in dialog.done_text.text()
    assert is_freed_on_close(dialog)


def test_paper_is_asked_for_only_where_it_means_something(qtbot: QtBot, dialog: SessionReportDialog) -> None:
    assert dialog.options == ReportOptions("A3", pseudonyms=False)
    dialog.paper.setCurrentText("A4")
    assert dialog.options.paper == "A4"
    dialog.kinds.choose(".docx")
    assert not dialog.paper.isEnabled()
    dialog.kinds.choose(".pdf")
    assert dialog.paper.isEnabled()
    assert is_freed_on_close(dialog)


def test_an_agenda_begins_with_pseudonyms_and_says_how_much_goes_in(qtbot: QtBot, dialog: SessionReportDialog) -> None:
    dialog.kinds.choose(".ics")
    assert dialog.names.switch.isChecked()
    assert dialog.remark.text() == "2 afspraken komen in de agenda. Zonder dag, en daarom niet: 1."
    assert is_freed_on_close(dialog)


def test_where_nothing_has_a_day_there_is_no_agenda_to_save(
    qtbot: QtBot, controller: CaseController, tmp_path: Path
) -> None:
    put(controller, Batch(actions=tuple(replace(action, due=None) for action in controller.case.actions)))
    dialog = show(qtbot, SessionReportDialog(controller, "s2", folder=tmp_path))
    dialog.kinds.choose(".ics")
    assert not dialog.ok.isEnabled()
    assert "niets voor een agenda" in dialog.remark.text()
    dialog.kinds.choose(".pdf")
    assert dialog.ok.isEnabled()
    assert is_freed_on_close(dialog)


def test_a_name_that_somebody_gave_stays_when_another_kind_is_chosen(
    qtbot: QtBot, dialog: SessionReportDialog, tmp_path: Path
) -> None:
    type_in(qtbot, dialog.place.line, str(tmp_path / "voor-de-raad.pdf"))
    dialog.kinds.choose(".docx")
    assert dialog.place.path == tmp_path / "voor-de-raad.docx"
    assert is_freed_on_close(dialog)


def test_without_consent_nobody_is_asked_about_pseudonyms(
    qtbot: QtBot, controller: CaseController, tmp_path: Path
) -> None:
    put(controller, Batch(removed_consents=("c",)))
    dialog = show(qtbot, SessionReportDialog(controller, "s2", folder=tmp_path))
    assert dialog.options.pseudonyms
    assert not dialog.names.switch.isEnabled()
    assert "Er is geen toestemming" in dialog.names.text.text()
    assert is_freed_on_close(dialog)


def test_it_says_what_pseudonyms_do_and_what_they_do_not(qtbot: QtBot, dialog: SessionReportDialog) -> None:
    assert "staan erin" in dialog.names.text.text()
    dialog.names.switch.setChecked(True)
    assert "Lees het na" in dialog.names.text.text()
    assert is_freed_on_close(dialog)


def test_it_warns_before_a_file_is_replaced(qtbot: QtBot, dialog: SessionReportDialog, tmp_path: Path) -> None:
    (tmp_path / "oud.pdf").touch()
    type_in(qtbot, dialog.place.line, str(tmp_path / "oud.pdf"))
    assert "vervangen" in dialog.remark.text()
    dialog.place.line.clear()
    assert not dialog.ok.isEnabled()
    assert is_freed_on_close(dialog)


def test_a_place_that_cannot_be_written_is_told_and_can_be_changed(
    qtbot: QtBot, dialog: SessionReportDialog, tmp_path: Path
) -> None:
    type_in(qtbot, dialog.place.line, str(tmp_path / "geen" / "map.pdf"))
    save(qtbot, dialog)
    assert "de map bestaat niet" in dialog.problem.text()
    assert dialog.place.isEnabled()
    assert is_freed_on_close(dialog)


def test_it_is_asked_for_by_the_session(qtbot: QtBot, controller: CaseController) -> None:
    assert ask(controller, "weg") is None
    dialog = ask(controller, session().id)
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.windowTitle() == "Verslag van de bijeenkomst"
    assert is_freed_on_close(dialog)


# A password


def switch_on(qtbot: QtBot, dialog: SessionReportDialog) -> None:
    dialog.password.on.setFocus()
    qtbot.keyClick(dialog.password.on, Qt.Key.Key_Space)
    assert dialog.password.secret.isVisible()


def test_a_password_closes_the_pdf_and_is_forgotten(qtbot: QtBot, dialog: SessionReportDialog) -> None:
    assert "niet versleuteld" in dialog.remark.text()
    switch_on(qtbot, dialog)
    assert not dialog.ok.isEnabled()
    type_in(qtbot, dialog.password.secret.line, "kort")
    assert "te kort" in dialog.remark.text()
    type_in(qtbot, dialog.password.secret.line, SECRET)
    assert "niet gelijk" in dialog.remark.text()
    assert not dialog.ok.isEnabled()
    type_in(qtbot, dialog.password.again.line, SECRET)
    assert dialog.remark.text() == "Alleen wie het wachtwoord heeft kan dit bestand lezen."
    save(qtbot, dialog)
    data = dialog.place.path.read_bytes()
    with pytest.raises(pdfium.PdfiumError):
        pdfium.PdfDocument(data)
    with pdfium.PdfDocument(data, password=SECRET) as document:
        assert len(document) > 1
    line = dialog.password.secret.line
    dialog.reject()
    assert line.text() == ""


def test_only_a_pdf_has_a_password(qtbot: QtBot, dialog: SessionReportDialog) -> None:
    switch_on(qtbot, dialog)
    type_in(qtbot, dialog.password.secret.line, SECRET)
    dialog.kinds.choose(".docx")
    assert not dialog.password.isVisible()
    assert dialog.options.password == ""
    assert dialog.ok.isEnabled()
    assert "niet versleuteld" in dialog.remark.text()
    assert is_freed_on_close(dialog)


def test_stopping_leaves_the_old_report(
    qtbot: QtBot, dialog: SessionReportDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = dialog.place.path
    path.write_text("oud")
    with gate() as held:
        monkeypatch.setattr(session_report, "_MAKERS", {".pdf": held.before(lambda _: b"nieuw")})
        click(qtbot, dialog.ok)
        qtbot.waitUntil(lambda: held.is_reached)
        assert not dialog.names.switch.isEnabled()
        click(qtbot, dialog.stop)
        assert dialog.problem.text() == STOPPED
        assert dialog.names.switch.isEnabled()
    assert path.read_text() == "oud"
    assert is_freed_on_close(dialog)
