"""A whole session with keys only: prepared, told on the projector, added to, reflected on, agreed, and reported."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt

from tests.ui.meetings.meeting import AFSPRAKEN, CONTROL, Table
from tijdlijn.model.sessions import Consent, SessionKind
from tijdlijn.services.sessions import keep_consent
from tijdlijn.ui.dialogs.session_report_dialog import SessionReportDialog
from tijdlijn.ui.presenter.presenting import Presenting

K = Qt.Key


def told_at_the_projector(table: Table) -> Presenting:
    """F5, to the house move; somebody adds what she knows; the group reflects; F5."""
    table.press(K.Key_F5)
    presenting = table.window.presenting
    assert presenting is not None
    projector, qtbot = presenting.projector, table.qtbot
    for key in (K.Key_PageDown, K.Key_Down, K.Key_N):
        qtbot.keyClick(projector, key)
    assert presenting.show.focus_id == "huis"
    line = projector.line
    assert line is not None
    qtbot.keyClicks(line.line.line, "mei 2019 signaal buurvrouw belt drie keer")
    qtbot.keyClick(line.line.line, K.Key_Return)
    for key in (K.Key_Up, K.Key_E):
        qtbot.keyClick(projector, key)
    assert presenting.show.focus_id == "huis"
    form = projector.form
    assert form is not None
    form.start()
    qtbot.keyClicks(form.texts["how"], "Niemand vroeg waarom zij verhuisden")
    qtbot.keyClick(projector, K.Key_Escape)
    qtbot.keyClick(projector, K.Key_F5)
    assert table.window.presenting is None
    return presenting


def test_a_session_from_the_first_key_to_the_report(empty: Table, tmp_path: Path) -> None:
    empty.press(K.Key_Space)
    assert empty.session.kind is SessionKind.ACTIELEREN
    empty.type("12-3-2024", empty.page.preparing.day.line)
    empty.press(K.Key_Return)
    assert empty.session.date == date(2024, 3, 12)
    empty.space.controller.do(keep_consent, Consent("t", "bijeenkomst", "Marieke", date(2024, 1, 1)))
    told_at_the_projector(empty)
    empty.window.activateWindow()
    empty.page.setFocus()
    if not empty.space.shows_meetings:
        empty.press(K.Key_F8)
    empty.show(AFSPRAKEN)
    empty.type("School belt moeder elke vrijdag", empty.page.agreements.add)
    empty.press(K.Key_Return)
    assert [action.what for action in empty.case.actions] == ["School belt moeder elke vrijdag"]
    empty.window.actions_by_id["report_meeting"].trigger()
    dialog = empty.window.findChild(SessionReportDialog)
    assert dialog is not None
    target = tmp_path / "verslag.pdf"
    dialog.place.line.setFocus()
    empty.qtbot.keyClick(dialog.place.line, K.Key_A, CONTROL)
    empty.qtbot.keyClicks(dialog.place.line, str(target))
    empty.qtbot.keyClick(dialog.place.line, K.Key_Return)
    empty.qtbot.waitUntil(target.exists, timeout=15_000)
    dialog.reject()
    report = pypdfium2.PdfDocument(target.read_bytes())
    text = " ".join(page.get_textpage().get_text_bounded() for page in report).replace("\r\n", " ")
    for said in (
        "12 maart 2024",
        "buurvrouw belt drie keer",
        "Niemand vroeg waarom zij verhuisden",
        "School belt moeder elke vrijdag",
    ):
        assert said in text, said
    assert empty.case.entries_by_id["huis"].details == ""
    while empty.case.sessions:
        empty.window.actions_by_id["undo"].trigger()
    assert [entry.id for entry in empty.case.timeline] == ["hulp", "huis", "ots", "oma"]
    assert empty.case.reflections == ()
