"""What there is to see while a session is presented: chosen beforehand, so that nobody has to look for it then."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from tijdlijn.model.sessions import ChaptersBy, Session, Untold
from tijdlijn.ui.chips import ChipRow
from tijdlijn.ui.meetings.desk import Desk
from tijdlijn.ui.meetings.fields import KeptChoice
from tijdlijn.ui.widgets import column, plain_label, row


class ShowingFields(QWidget):
    """The choices of a `Showing`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view = KeptChoice(self.tr("Weergave"))
        self.untold = ChipRow(self.tr("Wat nog niet verteld is"))
        self.untold.set_options(
            [(Untold.HIDDEN.value, self.tr("verborgen")), (Untold.FAINT.value, self.tr("vaag zichtbaar"))]
        )
        self.chapters = ChipRow(self.tr("Hoofdstukken"))
        self.chapters.set_options([(by.value, by.value) for by in ChaptersBy])
        self.switches = {
            "reflections": QCheckBox(self.tr("Reflecties van de groep laten zien")),
            "findings": QCheckBox(self.tr("Bevindingen laten zien: gaten, snelkookpannen")),
            "pseudonyms": QCheckBox(self.tr("Beginnen met pseudoniemen in plaats van namen")),
            "glides": QCheckBox(self.tr("Het beeld schuift mee; uit: het springt")),
        }
        self._build()
        self.view.kept.connect(lambda id_: self._change(view_id=id_))
        self.untold.toggled.connect(lambda key, _: self._change(untold=Untold(key)))
        self.chapters.toggled.connect(lambda key, _: self._change(chapters=ChaptersBy(key)))
        for name, box in self.switches.items():
            box.clicked.connect(lambda on, which=name: self._change(**{which: on}))

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        rows = (
            (self.tr("Weergave"), self.view),
            (self.tr("Wat nog niet verteld is"), self.untold),
            (self.tr("Hoofdstukken per"), self.chapters),
        )
        for at, (name, field) in enumerate(rows):
            grid.addWidget(plain_label(name, "soft", wrap=False), at, 0)
            beside = row(0)
            beside.addWidget(field, 4)
            beside.addStretch(1)
            grid.addLayout(beside, at, 1)
        grid.setColumnStretch(1, 1)
        self.view.setMaximumWidth(360)
        boxes = column(2)
        for box in self.switches.values():
            boxes.addWidget(box)
        layout = column(14)
        layout.addLayout(grid)
        layout.addLayout(boxes)
        self.setLayout(layout)

    def show_session(self, session: Session) -> None:
        """Show what was chosen for a session."""
        showing = session.showing
        views = [(view.id, view.name) for view in self._desk.controller.saved_views]
        self.view.set_options([("", self.tr("zoals de tijdlijn dan staat")), *views])
        self.view.show_value(showing.view_id if showing.view_id in dict(views) else "")
        self.untold.show_state({showing.untold.value})
        self.chapters.show_state({showing.chapters.value})
        for name, box in self.switches.items():
            box.setChecked(bool(getattr(showing, name)))
        pseudonyms = self.switches["pseudonyms"]
        pseudonyms.setEnabled(not showing.always_pseudonyms)
        pseudonyms.setChecked(showing.pseudonyms or showing.always_pseudonyms)

    def _change(self, **fields: Any) -> None:
        session = self._desk.session
        if session is None:
            return
        showing = replace(session.showing, **fields)
        if showing == session.showing:
            self.show_session(session)  # a chip that was pressed again stays on
        else:
            self._desk.change(self.tr("Wijzig wat er te zien is"), showing=showing)
