"""What was done with a passphrase, and the recovery sheet that came of it: print it, put it away, remove the file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from tijdlijn.model.problems import Problem
from tijdlijn.services import recovery
from tijdlijn.ui.dialogs.sheet import Sheet
from tijdlijn.ui.widgets import ElidedLabel, column, plain_label


class RecoveryDialog(Sheet):
    """Tells under a heading what was done and, when a sheet was asked for, where it is or why it is not there."""

    def __init__(self, heading: str, sentence: str, written: recovery.Written, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=520)
        self.set_heading(heading)
        self.told = plain_label(sentence)
        self.body.addWidget(self.told)
        if written.path is not None:
            self._add_sheet(written.path)
        self.say(written.trouble)
        self.add_cancel(self.tr("Sluiten")).setDefault(written.path is None)
        if written.path is not None:
            self._add_buttons(written.path)

    def _add_sheet(self, path: Path) -> None:
        place = column(2)
        place.addWidget(plain_label(self.tr("Herstelblad"), "label"))
        place.addWidget(ElidedLabel(path.name, "strong", middle=True))
        place.addWidget(ElidedLabel(str(path.parent), "small", middle=True))
        self.body.addLayout(place)
        self.what_now = plain_label(
            self.tr(
                "Op dit blad staat het wachtwoord leesbaar. Druk het nu af, berg het op in een kluis en verwijder "
                "daarna dit bestand van de computer."
            ),
            "soft",
        )
        self.body.addWidget(self.what_now)

    def _add_buttons(self, path: Path) -> None:
        self.remove = self.add_button(self.tr("Bestand verwijderen"))
        self.remove.clicked.connect(lambda _=False: self._remove(path))
        self.show_sheet = self.add_primary(self.tr("Openen om af te drukken"))
        self.show_sheet.clicked.connect(lambda _=False: self._open(path))

    def _open(self, path: Path) -> None:
        is_shown = QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        self.say("" if is_shown else self.tr("Geen programma op deze computer opent het blad. Druk het elders af."))

    def _remove(self, path: Path) -> None:
        try:
            recovery.remove(path)
        except Problem as problem:
            self.say(problem.sentence)
            return
        self.say("")
        self.what_now.setText(self.tr("Het bestand is verwijderd; alleen het afgedrukte blad is er nog."))
        for part in (self.show_sheet, self.remove):
            part.setEnabled(False)
        if self.cancel is not None:
            self.cancel.setFocus()
