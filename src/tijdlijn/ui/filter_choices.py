"""The choices of one set of the filter: a box for each, with how many lines it has beside what else is chosen.

The rule: rows do not change places while somebody chooses. A list is one stop for Tab; arrows go from row to row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QIcon, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from tijdlijn.model.vocabulary import Kind
from tijdlijn.render_qt.painting import painting
from tijdlijn.ui import theme
from tijdlijn.ui.kind_marks import kind_icon
from tijdlijn.ui.widgets import Section, button, column, emptied, restyled, set_tip

MOST = 8
"""Choices that are shown before somebody asks for all."""
_BESIDE_TEXT = 40
"""Width of the box, the space around it and what parts the text from the count."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class Option:
    """What can be chosen: the value that the filter holds, and its words."""

    value: str
    words: str
    kind: Kind | None = None


class ChoiceRow(QCheckBox):
    """One choice. Its words end in … where there is no room; its count stands at the right."""

    moved = Signal(int)
    reached = Signal()

    def __init__(self, option: Option) -> None:
        super().__init__()
        self.option = option
        self.count = 0
        self.setProperty("role", "choice")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._show_icon()
        self.show_state(0, False)

    def show_state(self, count: int, on: bool) -> None:
        """Show how many lines it has, and whether it is chosen, without telling that somebody chose it."""
        self.count = count
        self.blockSignals(True)
        self.setChecked(on)
        self.blockSignals(False)
        lines = self.tr("1 regel") if count == 1 else self.tr("{0} regels").format(count)
        self.setAccessibleName(f"{self.option.words}, {lines}")
        restyled(self, "nothing", not count and not on)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(160, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def hitButton(self, position: QPoint) -> bool:
        """The whole row is pressed, not only the box and its words."""
        return self.rect().contains(position)

    def _fit(self) -> None:
        room = self.width() - _BESIDE_TEXT - self.fontMetrics().horizontalAdvance(str(self.count))
        room -= self.iconSize().width() + 4 if self.option.kind else 0
        fitting = self.fontMetrics().elidedText(self.option.words, Qt.TextElideMode.ElideRight, max(room, 24))
        self.setText(fitting.replace("&", "&&"))
        set_tip(self, self.option.words if fitting != self.option.words else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with painting(self) as painter:
            now = theme.palette()
            painter.setPen(QColor(now.accent if self.isChecked() else now.faint))
            place = self.rect().adjusted(0, 0, -6, 0)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(self.count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.moved.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def _show_icon(self) -> None:
        if self.option.kind:
            self.setIcon(kind_icon(self.option.kind))
        elif not self.icon().isNull():
            self.setIcon(QIcon())


class ChoiceList(Section):
    """The choices of one set, under a heading that tells how many are chosen. `chosen` carries all that are on."""

    chosen = Signal(frozenset)

    def __init__(self, title: str, key: str, expanded: bool = False) -> None:
        super().__init__(title, expanded=expanded, key=key)
        self.rows: list[ChoiceRow] = []
        self._options: tuple[Option, ...] = ()
        self._on: frozenset[str] = frozenset()
        self._all = False
        self._list = column(0)
        self.more = button("", self._turn, "link")
        self.content.setSpacing(4)
        self.content.addLayout(self._list)
        self.content.addWidget(self.more)

    def show_options(self, options: Iterable[Option], counts: Mapping[str, int], on: frozenset[str]) -> None:
        """Show these choices with their counts; a list of none is hidden."""
        wanted = tuple(options)
        self._on = on
        if wanted != self._options:
            self._options = wanted
            self._make()
        for made in self.rows:
            made.show_state(counts.get(made.option.value, 0), made.option.value in on)
        self._show_few()
        self.set_count(len(on))
        self.setVisible(bool(wanted))

    def _make(self) -> None:
        focused = next((made.option.value for made in self.rows if made.hasFocus()), None)
        emptied(self._list)
        self.rows = [self._row(option) for option in self._options]
        if self.rows:
            self._stop_at(self.rows[0])
        for made in self.rows:
            self._list.addWidget(made)
            if made.option.value == focused:
                made.setFocus()

    def _row(self, option: Option) -> ChoiceRow:
        made = ChoiceRow(option)
        made.toggled.connect(lambda on: self._toggle(option.value, on))
        made.moved.connect(lambda by: self._step(made, by))
        made.reached.connect(lambda: self._stop_at(made))
        return made

    def _toggle(self, value: str, on: bool) -> None:
        self._on = self._on | {value} if on else self._on - {value}
        self.chosen.emit(self._on)

    def _shown(self) -> list[ChoiceRow]:
        """The first ones and those that are chosen; all when somebody asked, or when only one would be left out."""
        if self._all or len(self.rows) <= MOST + 1:
            return self.rows
        return [made for place, made in enumerate(self.rows) if place < MOST or made.isChecked() or made.hasFocus()]

    def _show_few(self) -> None:
        shown = self._shown()
        for made in self.rows:
            made.setVisible(made in shown)
        self.more.setVisible(len(self.rows) > MOST + 1)
        self.more.setText(self.tr("Toon er minder") if self._all else self.tr("Toon alle {0}").format(len(self.rows)))

    def _turn(self) -> None:
        self._all = not self._all
        self._show_few()

    def _step(self, here: ChoiceRow, by: int) -> None:
        shown = self._shown()
        shown[(shown.index(here) + by) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def _stop_at(self, here: ChoiceRow) -> None:
        for made in self.rows:
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if made is here else Qt.FocusPolicy.ClickFocus)
