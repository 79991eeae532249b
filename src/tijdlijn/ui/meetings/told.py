"""What a session brought: the entries that were added in it, and the findings that were discussed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from tijdlijn.language.dates_nl import write_short
from tijdlijn.layout.naming import label_of
from tijdlijn.model.entries import Entry
from tijdlijn.model.sessions import Session
from tijdlijn.services.sessions import added_in
from tijdlijn.ui.list_row import ListRow, step_focus
from tijdlijn.ui.meetings.about_menu import offer_findings
from tijdlijn.ui.meetings.desk import Desk
from tijdlijn.ui.meetings.part import Part, block, give_keys, page_of
from tijdlijn.ui.widgets import IconButton, button, column, plain_label, row


class DiscussedRow(QWidget):
    """A finding in the words it had then, whole."""

    def __init__(self) -> None:
        super().__init__()
        self.words = plain_label("")
        self.remove = IconButton("close", self.tr("Niet meer als besproken aanmerken"))
        layout = row(8)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)


class Told(Part):
    """Two lists. `timeline_asked` carries the entry that somebody wants to see."""

    timeline_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.rows: list[ListRow] = []
        self.findings: list[DiscussedRow] = []
        self._entries, self._findings = column(2), column(8)
        self.no_entries = plain_label(
            self.tr("Nog niets. Wat iemand tijdens het presenteren vertelt en u toevoegt, staat daarna hier."), "soft"
        )
        self.no_findings = plain_label(self.tr("Nog geen bevinding besproken."), "soft")
        self.choices = QMenu(self)
        self.choices.aboutToShow.connect(self._offer)
        self.add = button(self.tr("Bevinding toevoegen"), lambda: None, "quiet", "plus")
        self.add.setMenu(self.choices)
        self._build()

    def _build(self) -> None:
        entries = block(
            self.tr("Ingebracht in deze bijeenkomst"),
            self.tr("Regels die toen op de tijdlijn kwamen, met de bijeenkomst als mondelinge bron."),
        )
        entries.addWidget(self.no_entries)
        entries.addLayout(self._entries)
        findings = block(self.tr("Besproken bevindingen"), self.tr("Zoals ze toen luidden; ze komen in het verslag."))
        findings.addWidget(self.no_findings)
        findings.addLayout(self._findings)
        across = row(0)
        across.addWidget(self.add)
        across.addStretch(1)
        findings.addLayout(across)
        body = column(34)
        body.addLayout(entries)
        body.addLayout(findings)
        layout = column(0)
        layout.addWidget(page_of(body))
        self.setLayout(layout)

    def show_session(self, session: Session, anew: bool) -> None:
        added = added_in(self.desk.case, session)
        while len(self.rows) > len(added):
            _drop(self.rows.pop())
        for at, entry in enumerate(added):
            if at == len(self.rows):
                self.rows.append(self._made(self.rows, at))
                self._entries.addWidget(self.rows[-1])
            self._show_entry(self.rows[at], entry, session)
        self.no_entries.setVisible(not added)
        self._show_findings(session)

    def _show_entry(self, made: ListRow, entry: Entry, session: Session) -> None:
        said = (one.passage for one in entry.citations if one.source_id == session.source_id)
        when = write_short(entry.date) if entry.date else self.tr("geen datum")
        made.show_words(label_of(entry), " · ".join(filter(None, (when, entry.kind.label, *said))))

    def _show_findings(self, session: Session) -> None:
        discussed = session.discussed
        while len(self.findings) > len(discussed):
            _drop(self.findings.pop())
        for at, (_, words) in enumerate(discussed):
            if at == len(self.findings):
                self.findings.append(DiscussedRow())
                self.findings[at].remove.clicked.connect(lambda _=False, at=at: self._remove(at))
                self._findings.addWidget(self.findings[-1])
            self.findings[at].words.setText(words)
        self.no_findings.setVisible(not discussed)

    def _made(self, rows: list[ListRow], at: int) -> ListRow:
        made = ListRow(icon="calendar")
        made.moved.connect(lambda step: step_focus(rows, step))
        made.clicked.connect(lambda _=False: self._go(at))
        return made

    def _go(self, at: int) -> None:
        session = self.desk.session
        added = added_in(self.desk.case, session) if session else ()
        if at < len(added):
            self.timeline_asked.emit(added[at].id)

    # Changing

    def _offer(self) -> None:
        self.choices.clear()
        offer_findings(self.choices, self.desk.controller, self._discuss)

    def _discuss(self, id_: str, words: str) -> None:
        session = self.desk.session
        if session is not None and id_ not in dict(session.discussed):
            self.desk.change(self.tr("Bespreek een bevinding"), discussed=(*session.discussed, (id_, words)))

    def _remove(self, at: int) -> None:
        session = self.desk.session
        if session is not None:
            give_keys(self.add)
            rest = (*session.discussed[:at], *session.discussed[at + 1 :])
            self.desk.change(self.tr("Haal een besproken bevinding weg"), discussed=rest)


def _drop(made: QWidget) -> None:
    made.hide()
    made.deleteLater()
