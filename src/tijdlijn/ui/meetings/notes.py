"""The notes of who presents. They are his own: nothing ever projects or prints them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tijdlijn.model.sessions import Session
from tijdlijn.ui.bsn_note import BsnNote
from tijdlijn.ui.meetings.desk import Desk
from tijdlijn.ui.meetings.fields import KeptText
from tijdlijn.ui.meetings.part import Part, block, page_of
from tijdlijn.ui.widgets import column


class Notes(Part):
    """One text."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.text = KeptText(
            self.tr("Notities"),
            self.tr("Waar u aan wilt denken: de volgorde, waar het gevoelig ligt, wie u eerst het woord geeft."),
            10,
        )
        self.text.kept.connect(lambda text: desk.change(self.tr("Wijzig de notities bij de bijeenkomst"), notes=text))
        body = block(
            self.tr("Notities voor wie presenteert"),
            self.tr("Alleen u ziet ze: ze komen nooit op het grote scherm en niet in het verslag."),
        )
        self.bsn = BsnNote(self.text)
        body.addWidget(self.text)
        body.addWidget(self.bsn)
        layout = column(0)
        layout.addWidget(page_of(body))
        self.setLayout(layout)

    def show_session(self, session: Session, anew: bool) -> None:
        self.text.show_value(session.notes, anew)
