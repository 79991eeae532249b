"""The window on the projector: the picture and nothing else, on the whole screen.

The rule (design 7, 16): no path and no name in its title, no tip and no pop-up. With one screen the line for what
somebody adds lies at its foot while it is asked for.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from tijdlijn.ui import theme
from tijdlijn.ui.meetings.reflection_form import ReflectionForm
from tijdlijn.ui.presenter.keys import press
from tijdlijn.ui.presenter.show import Show, Turned
from tijdlijn.ui.presenter.stage_view import StageView
from tijdlijn.ui.presenter.telling_line import TellingLine
from tijdlijn.ui.widgets import scrolled

HIDE_MOUSE = 2_500
"""How long a mouse that does not move stays to be seen, in milliseconds."""


class Projector(QWidget):
    """`ended` asks to end the presentation. With `alone` it has its own line, as there is no other screen."""

    ended = Signal()
    line_asked = Signal()

    def __init__(self, show: Show, alone: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._show = show
        self.setWindowTitle("tijdlijn")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.stage = StageView(show, self)
        self.stage.pointed.connect(self._pointed)
        self.foot: QFrame | None = None
        self.line: TellingLine | None = None
        self.form: ReflectionForm | None = None
        self.side: QScrollArea | None = None
        self._mouse = QTimer(self, singleShot=True, interval=HIDE_MOUSE)
        self._mouse.timeout.connect(self._hide_mouse)
        show.looked.connect(self._hide_mouse)
        show.stepped.connect(self._close_form)
        self._problem = QTimer(self, singleShot=True, interval=0)
        self._problem.timeout.connect(self._tell_problem)  # after the line has told how it reads itself
        show.controller.problem.connect(self._problem.start)
        self.set_alone(alone)

    def set_alone(self, alone: bool) -> None:
        """Whether there is no other screen, so that it needs a line of its own. What is typed in it stays."""
        if alone and self.foot is None:
            self._make_foot()
        self._alone = alone
        if not alone and self.foot is not None:
            self.foot.hide()

    def _make_foot(self) -> None:
        foot = QFrame(self)
        foot.setObjectName("projectorFoot")
        foot.setAutoFillBackground(True)
        self.line = TellingLine(self._show, foot, is_projected=True)
        self.line.left.connect(self._close_line)
        self.line.added.connect(self._close_line)
        layout = QVBoxLayout(foot)
        layout.setContentsMargins(12, 6, 0, 6)
        layout.addWidget(self.line)
        foot.hide()
        self.foot = foot

    def look_anew(self) -> None:
        """Take the colours of the window anew."""
        self.stage.set_theme(theme.projected_theme())

    def open_line(self) -> None:
        """Go to the line; with another screen it is there."""
        if not self._alone or self.foot is None or self.line is None:
            self.line_asked.emit()
            return
        self.foot.show()
        self._place()
        self.foot.raise_()
        self.line.start()

    def open_form(self) -> None:
        """Show the reflection on what is told now beside its questions, to be filled in by the group."""
        if not self._show.focus_id:
            return
        if self.form is None:
            self.form = ReflectionForm(self._show.controller, place="presenteren.beamer")
            for part in (self.form.facts, self.form.earlier):
                part.hide()  # the picture tells the facts, with the names that are projected
            self.side = scrolled(self.form)
            self.side.setParent(self)
            self.side.setAutoFillBackground(True)
        self._show.turn(Turned.SPOTLIGHT, True)
        self._show.turn(Turned.REFLECTIONS, True)
        self.form.show_entry(self._show.focus_id, self._show.session_id)
        assert self.side is not None
        self.side.show()
        self._place()
        self.side.raise_()
        self.form.setFocus()

    def _close_form(self) -> bool:
        """Close the form, after what is typed was taken; whether that went well."""
        if self.form is None or self.side is None or not self.side.isVisible():
            return True
        if not self.form.flush():
            return False
        self.side.hide()
        self.setFocus()
        return True

    def flush(self) -> bool:
        """Hand over what is typed; whether all of it was taken."""
        return self._close_form()

    def _tell_problem(self) -> None:
        """Say that a line was not kept, without the place of the file, which may tell a name."""
        if self.line is not None and self.foot is not None and self.foot.isVisible():
            told = self.tr("Nog niet bewaard; wat u typte staat er nog. In het venster van tijdlijn staat waarom.")
            self.line.line.told.setText(told)

    def _close_line(self, *_: object) -> None:
        if self.foot is not None:
            self.foot.hide()
        self.setFocus()

    def _place(self) -> None:
        self.stage.setGeometry(self.rect())
        if self.side is not None:
            self.side.setGeometry(0, 0, int(self.width() * 0.36), self.stage.height_above_card)
        if self.foot is not None and self.line is not None:
            self.line.line.set_size(max(round(self.height() / 40), 15))
            height = self.foot.sizeHint().height()
            self.foot.setGeometry(0, self.height() - height, self.width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif event.key() == Qt.Key.Key_E and self._alone:
            self.open_form()
        elif not press(self._show, event, self.open_line, self.ended.emit):
            super().keyPressEvent(event)

    def _escape(self) -> None:
        """Leave the form, the spotlight or the dark first, then the presentation."""
        if self.side is not None and self.side.isVisible():
            self._close_form()
            return
        if not self._show.step_out():
            self.ended.emit()

    def _pointed(self, place: QPointF | None) -> None:
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._mouse.start()
        if self._show.is_on(Turned.POINTER):
            self.setCursor(Qt.CursorShape.BlankCursor)
            self._show.point(place)

    def _hide_mouse(self) -> None:
        if not self._show.is_on(Turned.POINTER) and self._show.pointer is not None:
            self._show.pointer = None
            self.stage.update()
        if not self._mouse.isActive():
            self.setCursor(Qt.CursorShape.BlankCursor)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it from outside ends the presentation; only its owner takes it away."""
        event.ignore()
        self.ended.emit()
