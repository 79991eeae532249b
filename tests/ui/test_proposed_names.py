"""What a file dialog proposes is a code, never a name: systems remember the names of files, and show them to others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.meetings import session
from tijdlijn.services import editing
from tijdlijn.services.changes import Batch
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.costs.dialog import CostsDialog
from tijdlijn.ui.costs.families import FamiliesDialog
from tijdlijn.ui.dialogs.access_dialog import AccessDialog
from tijdlijn.ui.dialogs.clean_copy import CleanCopyDialog
from tijdlijn.ui.dialogs.export_dialog import FORMATS, ExportDialog
from tijdlijn.ui.dialogs.package_dialog import PackDialog
from tijdlijn.ui.dialogs.print_dialog import PrintDialog
from tijdlijn.ui.dialogs.processing_dialog import ProcessingDialog
from tijdlijn.ui.dialogs.session_report_dialog import KINDS, SessionReportDialog
from tijdlijn.ui.logbook.dialog import LogDialog

NAMES = ("gezin", "proef", "noor", "moeder", "kompas", "school", "assen", "raadhuis")

SHEETS: dict[str, tuple[Callable[[CaseController, Path], QDialog], str]] = {
    "export": (lambda c, folder: ExportDialog(c, folder=folder), "tijdlijn-2026-07"),
    "print": (lambda c, folder: PrintDialog(c, folder=folder), "tijdlijn-2026-07"),
    "package": (lambda c, folder: PackDialog(c, folder=folder), "casus-2026-07"),
    "access": (lambda c, folder: AccessDialog(c, folder=folder), "inzage-2026-07"),
    "processing": (lambda c, folder: ProcessingDialog(c, folder=folder), "verwerkingsoverzicht-2026-07"),
    "report": (lambda c, folder: SessionReportDialog(c, "s2", folder=folder), "verslag-2026-07-2023-11-14"),
    "costs": (lambda c, folder: CostsDialog(c, folder=folder), "kosten-2026-07"),
    "families": (lambda c, folder: FamiliesDialog(c, folder=folder), "gezinnen"),
    "log": (lambda c, folder: LogDialog(c.book, folder=folder), "logboek"),
    "clean copy": (lambda c, _: CleanCopyDialog(c), "proef0-zonder-geschiedenis"),
}  # fmt: skip
"""Each that asks where a file goes, and what it proposes. A copy is called after the casebook, which has a code too."""


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_proposed_name_is_a_code(qtbot: QtBot, controller: CaseController, tmp_path: Path, sheet: str) -> None:
    controller.do(editing.change_case, title="Gezin Proef", code="2026-07")
    controller.do(editing.apply, Batch(sessions=(session(source_id="", discussed=()),)), "Bijeenkomst")
    make, proposed = SHEETS[sheet]
    dialog = make(controller, tmp_path)
    qtbot.addWidget(dialog)
    assert dialog.place.path.stem == proposed  # type: ignore[attr-defined]


def test_another_kind_of_file_is_proposed_under_the_code_too(
    qtbot: QtBot, controller: CaseController, tmp_path: Path
) -> None:
    controller.do(editing.change_case, code="2026-07")
    controller.do(editing.apply, Batch(sessions=(session(source_id="", discussed=()),)), "Bijeenkomst")
    export, report = ExportDialog(controller, folder=tmp_path), SessionReportDialog(controller, "s2", folder=tmp_path)
    for dialog, choice, kinds in ((export, export.formats, FORMATS), (report, report.kinds, KINDS)):
        qtbot.addWidget(dialog)
        for kind in kinds:
            choice.choose(kind.ending)
            assert "-2026-07" in dialog.place.path.stem
            assert [name for name in NAMES if name in dialog.place.path.name.lower()] == []
