"""The page of the meetings: the sessions left, and at the right the chosen one in six parts.

The rule: what is typed is handed over before another session, another part or another page is shown; what cannot be
taken stays in view with the reason beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget, QWidget

from tijdlijn.model.sessions import Session, SessionKind
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Change
from tijdlijn.services.sessions import add_session, added_in, agreed_in, delete_session, name_of
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.empty_state import EmptyState, empty_page
from tijdlijn.ui.meetings.agreements import Agreements
from tijdlijn.ui.meetings.desk import Desk
from tijdlijn.ui.meetings.notes import Notes
from tijdlijn.ui.meetings.part import Part
from tijdlijn.ui.meetings.preparing import Preparing
from tijdlijn.ui.meetings.questions import Questions
from tijdlijn.ui.meetings.reflections import Reflections
from tijdlijn.ui.meetings.session_list import SessionList
from tijdlijn.ui.meetings.told import Told
from tijdlijn.ui.widgets import ElidedLabel, button, column, row

WIDTHS = (268, 1098)


class MeetingsPage(QWidget):
    """Works on the sessions of the controller's case. `timeline_asked` wants an entry shown; `told` says what was done
    without a step, or what could not be done; `asked` carries a command of the window."""

    timeline_asked = Signal(str)
    told = Signal(str)
    asked = Signal(str)

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.desk = Desk(controller, self)
        self.sessions = SessionList(self.desk)
        self.preparing = Preparing(self.desk)
        self.questions = Questions(self.desk)
        self.notes = Notes(self.desk)
        self.reflections = Reflections(self.desk)
        self.agreements = Agreements(self.desk)
        self.added = Told(self.desk)
        self.tabs = QTabWidget()
        self.header = QWidget()
        self._build()
        self._connect()
        self._renew()

    @property
    def parts(self) -> tuple[tuple[str, Part], ...]:
        """The parts with their names, in the order in which they stand."""
        return (
            (self.tr("Voorbereiden"), self.preparing),
            (self.tr("Vragen"), self.questions),
            (self.tr("Notities"), self.notes),
            (self.tr("Reflecties"), self.reflections),
            (self.tr("Afspraken"), self.agreements),
            (self.tr("Ingebracht"), self.added),
        )

    def _build(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.tabBar().setAccessibleName(self.tr("Delen van de bijeenkomst"))
        self.tabs.tabBar().setExpanding(False)
        for number, (name, part) in enumerate(self.parts, 1):
            self.tabs.addTab(part, name)
            self.tabs.setTabToolTip(number - 1, f"Alt+{number}")
        self.splitter = QSplitter()
        for place, half in enumerate((self.sessions, self.tabs)):
            self.splitter.addWidget(half)
            self.splitter.setStretchFactor(place, 1 + 5 * place)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes(list(WIDTHS))
        self.pages = QStackedWidget()
        self.pages.addWidget(self._build_empty())
        self.pages.addWidget(self.splitter)
        layout = column(0)
        layout.addWidget(self.pages)
        self.setLayout(layout)
        self.setAccessibleName(self.tr("Bijeenkomst"))
        self._build_header()

    def _build_header(self) -> None:
        """What the window puts beside the switch: which session it is."""
        across = row(12)
        across.setContentsMargins(20, 8, 16, 6)
        self.title = ElidedLabel("", "heading")
        across.addWidget(self.title, 1)
        self.report = button(
            self.tr("Verslag…"), partial(self.asked.emit, "report_meeting"), "quiet", "document", "Ctrl+Shift+P"
        )
        self.present = button(self.tr("Presenteren"), partial(self.asked.emit, "present"), "primary", tip="F5")
        for made in (self.report, self.present):
            across.addWidget(made)
        self.header.setLayout(across)

    def _build_empty(self) -> QWidget:
        self.empty = EmptyState(
            "people",
            self.tr("Nog geen bijeenkomst over dit gezin"),
            self.tr(
                "Hier bereidt u een bijeenkomst voor: wie erbij zijn, wat u vraagt, wat er te zien is. Tijdens en na "
                "de bijeenkomst staan hier wat de groep en het gezin zeggen, en wat er is afgesproken. Kies wat voor "
                "bijeenkomst het wordt."
            ),
        )
        self.begin = {
            kind: button(
                kind.label.capitalize(), partial(self.add, kind), "primary" if kind is SessionKind.ACTIELEREN else ""
            )
            for kind in SessionKind
        }
        return empty_page(self.empty, self.begin.values())

    def _connect(self) -> None:
        self.desk.changed.connect(self._renew)
        self.desk.told.connect(self.told)
        self.sessions.chosen.connect(self.choose)
        self.sessions.new_asked.connect(self.add)
        self.sessions.delete_asked.connect(self.delete)
        self.reflections.timeline_asked.connect(self.timeline_asked)
        self.added.timeline_asked.connect(self.timeline_asked)
        for number in range(1, self.tabs.count() + 1):
            self._on_keys(f"Alt+{number}", partial(self.show_part, number - 1))
        self._on_keys("Ctrl+PgDown", lambda: self._step(1))
        self._on_keys("Ctrl+PgUp", lambda: self._step(-1))

    def _on_keys(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    # What the window asks

    def wake(self) -> None:
        """The page is shown: take the keys."""
        self.take_keys()

    def take_keys(self) -> None:
        """Give the keys to the parts, from where they are walked through."""
        is_empty = self.pages.currentWidget() is not self.splitter
        target: QWidget = self.begin[SessionKind.ACTIELEREN] if is_empty else self.tabs.tabBar()
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Commit what is typed in any part; whether all of it could be."""
        taken = [part.flush() for _, part in self.parts]
        return all(taken)

    def start_search(self) -> bool:
        """Search for an entry to reflect on; whether there is a session to do that in."""
        if self.desk.session is not None:
            self.tabs.setCurrentWidget(self.reflections)
            self.reflections.start_search()
        return self.desk.session is not None

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """The parts of the page that F6 and Tab go through."""
        if self.pages.currentWidget() is not self.splitter:
            return (self.pages,)
        return self.header, self.sessions, self.tabs

    # Sessions

    def add(self, kind: SessionKind | None = None) -> None:
        """Make a session, of the kind of the last one when none is named, and begin to prepare it."""
        self.flush()
        before = self._controller.case.sessions_in_order
        wanted = kind or (before[-1].kind if before else SessionKind.ACTIELEREN)
        known = self._controller.case.sessions_by_id
        if self._controller.do(_added, wanted) is None:
            return
        fresh = next(id_ for id_ in self._controller.case.sessions_by_id if id_ not in known)
        self.desk.choose(fresh)
        self.tabs.setCurrentWidget(self.preparing)
        self.preparing.start()

    def choose(self, id_: str) -> None:
        """Work on another session, unless something typed cannot be kept: that stays in view, and is told."""
        if not self.flush():
            self.told.emit(self.tr("Er staat nog iets wat niet bewaard kon worden. Verbeter het, of druk op Esc."))
            self.tabs.setCurrentWidget(next(part for _, part in self.parts if not part.flush()))
            self.sessions.renew()
            return
        self.desk.choose(id_)

    def delete(self, id_: str) -> None:
        """Take a session out, with what was being typed in it; undo brings it back."""
        self.flush()
        had_focus = self.sessions.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._controller.do(delete_session, id_)
        row_ = next((row for row in self.sessions.rows if row.session_id == self.desk.session_id), None)
        if had_focus:
            (row_ or self.begin[SessionKind.ACTIELEREN]).setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing

    def show_part(self, number: int) -> None:
        """Show a part, with the keys on the list of parts."""
        if self.desk.session is not None:
            self.tabs.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.tabs.setCurrentIndex(number)

    def _step(self, by: int) -> None:
        self.show_part((self.tabs.currentIndex() + by) % self.tabs.count())

    def _renew(self) -> None:
        session = self.desk.session
        self.pages.setCurrentIndex(0 if session is None else 1)
        name = name_of(session) if session else ""
        self.title.setText(name[:1].upper() + name[1:])
        for made in (self.report, self.present):
            made.setVisible(session is not None)
        for at, ((words, _), count) in enumerate(zip(self.parts, self._counts(session), strict=True)):
            self.tabs.setTabText(at, f"{words}  {count}" if count else words)

    def _counts(self, session: Session | None) -> tuple[int, ...]:
        """How much each part holds, to stand beside its name."""
        if session is None:
            return (0,) * len(self.parts)
        case = self._controller.case
        reflected = sum(one.session_id == session.id for one in case.reflections)
        added = len(added_in(case, session)) + len(session.discussed)
        return 0, sum(one.is_answered for one in session.questions), 0, reflected, len(agreed_in(case, session)), added


def _added(book: OpenCasebook, case_id: str, kind: SessionKind) -> Change:
    return add_session(book, case_id, kind)[1]
