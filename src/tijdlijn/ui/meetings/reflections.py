"""The entries a group stops at, with how far it is with each; beside them the form for the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSplitter, QStackedWidget, QWidget

from tijdlijn.language.dates_nl import write_short
from tijdlijn.layout.naming import label_of
from tijdlijn.layout.search import SearchIndex
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.sessions import Reflection, Session
from tijdlijn.model.vocabulary import Kind
from tijdlijn.ui import theme
from tijdlijn.ui.empty_state import EmptyState
from tijdlijn.ui.list_row import ListRow, step_focus
from tijdlijn.ui.meetings.desk import Desk
from tijdlijn.ui.meetings.part import Part, page_of
from tijdlijn.ui.meetings.reflection_form import ReflectionForm
from tijdlijn.ui.widgets import column, plain_label, row, scrolled

FIRST = (Kind.BESLUIT, Kind.UITHUISPLAATSING, Kind.ULTIMATUM)
"""What a group stops at, beside schakelmomenten."""
MOST_FOUND = 30
MOST_STOPS = 300
"""Entries that are listed at most; what comes after them is found by searching."""
NOTHING, BEGUN, DONE, BEFORE = "", "begonnen", "klaar", "eerder"


def state_of(reflection: Reflection | None) -> str:
    """How far a group is: it has judged whether it fitted, and said more than that; or it began; or not yet."""
    if reflection is None or reflection.is_empty:
        return NOTHING
    return DONE if reflection.fitting and (reflection.how or reflection.better or reflection.learned) else BEGUN


def to_reflect_on(case: Case, session_id: str, also: str = "") -> list[Entry]:
    """The entries a group stops at, in time order: those of a kind, those it reflected on, and the one asked for."""
    touched = {one.entry_id for one in case.reflections if one.session_id == session_id} | {also}
    stops = (e for e in case.timeline if e.schakelmoment or e.kind in FIRST or e.id in touched)
    return [entry for entry in stops if not entry.scenario]


class Reflections(Part):
    """List and form. `timeline_asked` carries the entry that somebody wants to see."""

    timeline_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.rows: list[ListRow] = []
        self._ids: list[str] = []
        self._chosen: dict[str, str] = {}
        self._index: SearchIndex | None = None
        self.line = QLineEdit()
        self.count = plain_label("", "small")
        self.form = ReflectionForm(desk.controller)
        self.own_keepers = (self.form,)
        self.nothing = EmptyState(
            "diamond",
            self.tr("Kies waar de groep bij stilstaat"),
            self.tr("Links staan de schakelmomenten, besluiten, uithuisplaatsingen en ultimatums van dit gezin."),
        )
        self._list = column(2)
        self._build()
        self.line.textChanged.connect(lambda _: self._show_rows())
        self.line.returnPressed.connect(lambda: self._choose_at(0))
        self.form.timeline_asked.connect(self.timeline_asked)
        desk.controller.case_changed.connect(self._forget_index)

    def _build(self) -> None:
        self.line.setPlaceholderText(self.tr("Andere regel kiezen: zoek"))
        self.line.setAccessibleName(self.tr("Zoek een regel om bij stil te staan"))
        self.line.setClearButtonEnabled(True)
        self.line.addAction(theme.icon("search", "faint"), QLineEdit.ActionPosition.LeadingPosition)
        left, inside, listed = QWidget(), column(8), QWidget()
        holding = column(0)
        holding.setContentsMargins(6, 0, 6, 12)
        holding.addLayout(self._list)
        holding.addStretch(1)
        listed.setLayout(holding)
        top = column(6)
        top.setContentsMargins(12, 14, 12, 0)
        top.addWidget(self.line)
        top.addWidget(self.count)
        inside.addLayout(top)
        inside.addWidget(scrolled(listed), 1)
        left.setLayout(inside)
        left.setMinimumWidth(230)
        body = column(0)
        body.addWidget(self.form)
        self.area = page_of(body)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.nothing)
        self.pages.addWidget(self.area)
        self.splitter = QSplitter()
        for place, half in enumerate((left, self.pages)):
            self.splitter.addWidget(half)
            self.splitter.setStretchFactor(place, 1 + 2 * place)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes([300, 800])
        across = row(0)
        across.addWidget(self.splitter)
        self.setLayout(across)

    def start_search(self) -> None:
        """Search for another entry."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def choose(self, entry_id: str) -> None:
        """Reflect on an entry."""
        session = self.desk.session
        if session is not None and self.form.show_entry(entry_id, session.id):
            self._chosen[session.id] = entry_id
            self.line.clear()
            self._show_rows()
            self.pages.setCurrentWidget(self.area)
            self.area.verticalScrollBar().setValue(0)

    # Showing

    def show_session(self, session: Session, anew: bool) -> None:
        entry_id = self._chosen.get(session.id, "")
        there = entry_id in self.desk.case.entries_by_id
        if there:
            self.form.show_entry(entry_id, session.id)
        self.pages.setCurrentWidget(self.area if there else self.nothing)
        self._show_rows()

    def _forget_index(self) -> None:
        self._index = None

    def _wanted(self, case: Case, session: Session) -> list[Entry]:
        query = self.line.text().strip()
        if not query:
            return to_reflect_on(case, session.id, self._chosen.get(session.id, ""))[:MOST_STOPS]
        if self._index is None:
            self._index = SearchIndex(case)
        return [case.entries_by_id[id_] for id_ in self._index.find(query)[:MOST_FOUND]]

    def _show_rows(self) -> None:
        session, case = self.desk.session, self.desk.case
        if session is None:
            return
        mine = {one.entry_id: one for one in case.reflections if one.session_id == session.id}
        entries = self._wanted(case, session)
        self._ids = [entry.id for entry in entries]
        while len(self.rows) > len(entries):
            gone = self.rows.pop()
            gone.hide()
            gone.deleteLater()
        for at, entry in enumerate(entries):
            if at == len(self.rows):
                self.rows.append(self._made(at))
            before = BEFORE if entry.id in case.reflections_by_entry else NOTHING
            self._show_row(self.rows[at], entry, state_of(mine.get(entry.id)) or before)
            self.rows[at].setChecked(entry.id == self._chosen.get(session.id))
        self._tell(len(entries), sum(state_of(one) == DONE for one in mine.values()))

    def _show_row(self, made: ListRow, entry: Entry, state: str) -> None:
        signs = {BEGUN: self.tr("… begonnen"), DONE: self.tr("✓ klaar"), BEFORE: self.tr("eerder")}
        when = write_short(entry.date) if entry.date else self.tr("geen datum")
        what = self.tr("schakelmoment") if entry.schakelmoment else entry.kind.label
        made.show_words(label_of(entry), f"{when} · {what}", signs.get(state, ""))

    def _tell(self, many: int, done: int) -> None:
        if self.line.text().strip():
            self.count.setText(self.tr("Niets gevonden") if not many else self.tr("{0} gevonden").format(many))
        else:
            told = self.tr("De eerste {0}, {1} klaar") if many == MOST_STOPS else self.tr("{0} regels, {1} klaar")
            self.count.setText(told.format(many, done))

    def _made(self, at: int) -> ListRow:
        made = ListRow()
        made.setCheckable(True)
        made.clicked.connect(lambda _=False: self._choose_at(at))
        made.moved.connect(lambda step: step_focus(self.rows, step))
        self._list.addWidget(made)
        return made

    def _choose_at(self, at: int) -> None:
        if at < len(self._ids):
            self.choose(self._ids[at])
            self._show_rows()  # a row that was pressed again stays chosen
            self.form.start()
