"""The presenter's own view, on the screen that the group does not see: the picture, the clock, what comes, the notes,
the line for what somebody adds, and the reflection on what is told now.

The rule: whatever is typed here is handed over before the presentation ends; what cannot be taken stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QTabWidget, QToolButton, QWidget

from tijdlijn.layout.filter_words import READY
from tijdlijn.model.views import EVERYTHING, View
from tijdlijn.ui import theme
from tijdlijn.ui.meetings.agreements import Agreements
from tijdlijn.ui.meetings.desk import Desk
from tijdlijn.ui.meetings.notes import Notes
from tijdlijn.ui.meetings.part import Part
from tijdlijn.ui.meetings.questions import Questions
from tijdlijn.ui.meetings.reflection_form import ReflectionForm
from tijdlijn.ui.presenter.clock import Clock
from tijdlijn.ui.presenter.coming import Coming
from tijdlijn.ui.presenter.discussed import DiscussedFindings
from tijdlijn.ui.presenter.keys import press
from tijdlijn.ui.presenter.screens import Screens
from tijdlijn.ui.presenter.show import Show, Turned
from tijdlijn.ui.presenter.stage_view import StageView
from tijdlijn.ui.presenter.switches import Switches
from tijdlijn.ui.presenter.telling_line import TellingLine
from tijdlijn.ui.widgets import button, column, plain_label, row, scrolled

WIDTHS = (900, 466)


class PresenterWindow(QWidget):
    """`ended` asks to end the presentation; `screen_chosen` carries the screen to project on."""

    ended = Signal()
    screen_chosen = Signal(QScreen)

    def __init__(self, show: Show, screens: Screens, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        theme.dress(self)
        self._show, self._screens = show, screens
        self.setWindowTitle(self.tr("Presenteren — tijdlijn"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.desk = Desk(show.controller, self, "presenteren")
        self.desk.choose(show.session_id)
        self.mirror = _Mirror(show)
        self.line = TellingLine(show)
        self.coming = Coming(show)
        self.form = ReflectionForm(show.controller, place="presenteren.reflectie")
        self.discussed = DiscussedFindings(show)
        self.parts: tuple[Part, ...] = (Questions(self.desk), Notes(self.desk), Agreements(self.desk))
        self.tabs = QTabWidget()
        self.said = plain_label("", "small")
        self.hidden = plain_label("", "small")
        self._build()
        self._connect()
        self._tell()

    def _build(self) -> None:
        left, right = column(0), column(8)
        left.setContentsMargins(12, 10, 6, 8)
        left.addWidget(self.mirror, 1)
        left.addWidget(Switches(self._show))
        left.addWidget(self.said)
        left.addWidget(self.line)
        right.setContentsMargins(6, 10, 12, 8)
        right.addLayout(self._head())
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(False)
        asked, noted, agreed = self.parts
        for name, page in (
            (self.tr("Straks"), self.coming),
            (self.tr("Reflectie"), scrolled(self.form)),
            (self.tr("Bevindingen"), self.discussed),
            (self.tr("Vragen"), asked),
            (self.tr("Notities"), noted),
            (self.tr("Afspraken"), agreed),
        ):
            self.tabs.addTab(page, name)
        right.addWidget(self.tabs, 1)
        right.addWidget(self.hidden)
        halves = QSplitter()
        for layout in (left, right):
            half = QWidget()
            half.setLayout(layout)
            halves.addWidget(half)
        halves.setSizes(list(WIDTHS))
        halves.setChildrenCollapsible(False)
        whole = column(0)
        whole.addWidget(halves)
        self.setLayout(whole)
        self.setMinimumSize(900, 560)

    def _head(self) -> QHBoxLayout:
        across = row(12)
        across.addWidget(Clock())
        across.addStretch(1)
        self.view_button = self._menu_button(self.tr("Weergave"), self._offer_views)
        self.screen_button = self._menu_button(self.tr("Scherm"), self._offer_screens)
        across.addWidget(self.view_button)
        across.addWidget(self.screen_button)
        across.addWidget(button(self.tr("Stoppen  F5"), self.ended.emit, "primary"))
        return across

    def _menu_button(self, words: str, fill: Callable[[], object]) -> QToolButton:
        made = QToolButton()
        made.setText(words)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setMenu(QMenu(made))
        made.menu().aboutToShow.connect(fill)
        return made

    def _connect(self) -> None:
        show = self._show
        self.mirror.stage.pointed.connect(self._pointed)
        show.stepped.connect(self._tell)
        show.looked.connect(self._tell)
        show.told.connect(self.said.setText)
        show.controller.problem.connect(self.said.setText)
        show.controller.saved.connect(self._say_saved)

    def _say_saved(self, step: str) -> None:
        self.said.setText(self.tr("Bewaard: {0}").format(step))

    def _tell(self) -> None:
        """What the group does not see, and the reflection on what is told now."""
        show = self._show
        if self.form.isVisible():
            self.form.flush()
        if show.focus_id:
            self.form.show_entry(show.focus_id, show.session_id)
        self.form.setEnabled(bool(show.focus_id))
        parts = [self.tr("{0} van {1} verteld").format(show.at + 1, len(show.story.steps))]
        if show.shown is not None:
            left = len(show.controller.case.entries) - len(show.shown)
            parts.append(self.tr("{0} regels weggefilterd").format(left))
        if show.is_on(Turned.PSEUDONYMS):
            parts.append(self.tr("namen verborgen"))
        if not show.is_on(Turned.REFLECTIONS):
            parts.append(self.tr("reflecties verborgen"))
        self.hidden.setText(" · ".join(parts))

    def _offer_views(self) -> None:
        """What is shown on the projector: as the session says, everything, a saved view or a ready filter."""
        show, menu = self._show, self.view_button.menu()
        menu.clear()
        now = show.view
        offers: list[tuple[str, View | None]] = [(self.tr("Zoals voorbereid"), None)]
        offers.append((self.tr("Alle regels"), replace(now, id="", filter=EVERYTHING)))
        offers += [(saved.name, saved) for saved in show.controller.saved_views]
        offers += [(ready.name, replace(now, id="", filter=ready.filter)) for ready in READY]
        for name, view in offers:
            menu.addAction(name.replace("&", "&&")).triggered.connect(partial(self._look_with, view))

    def _look_with(self, view: View | None, _: bool = False) -> None:
        self._show.look_with(view)

    def _offer_screens(self) -> None:
        menu = self.screen_button.menu()
        menu.clear()
        for number, screen in enumerate(self._screens.all(), 1):
            size = screen.size()
            words = self.tr("Scherm {0}: {1} × {2}").format(number, size.width(), size.height())
            menu.addAction(words).triggered.connect(lambda _=False, one=screen: self.screen_chosen.emit(one))

    def _pointed(self, place: QPointF | None) -> None:
        if self._show.is_on(Turned.POINTER):
            self._show.point(place)

    # What is typed

    def fields(self) -> Iterator[Part | ReflectionForm]:
        """Whatever may hold something typed."""
        yield self.form
        yield from self.parts

    def flush(self) -> bool:
        """Hand over what is typed; whether all of it was taken."""
        taken = [field.flush() for field in self.fields()]
        return all(taken)

    def start_line(self) -> None:
        """Go to the line for what somebody adds."""
        self.activateWindow()
        self.line.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif not press(self._show, event, self.start_line, self.ended.emit):
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if not self._show.step_out():
            self.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.ended.emit()


class _Mirror(QWidget):
    """The picture in the shape of the projector, as large as there is room."""

    def __init__(self, show: Show) -> None:
        super().__init__()
        self.ratio = 16 / 9
        self.stage = StageView(show, self, is_mirror=True)

    def set_shape(self, ratio: float) -> None:
        """Show a picture of this width to its height."""
        self.ratio = ratio
        self._place()

    def resizeEvent(self, event: object) -> None:
        self._place()

    def _place(self) -> None:
        width = min(self.width(), int(self.height() * self.ratio))
        height = int(width / self.ratio)
        self.stage.setGeometry((self.width() - width) // 2, 0, width, height)
