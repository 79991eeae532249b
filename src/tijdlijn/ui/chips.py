"""Chips: small labels that are on or off. A row of them is one stop for Tab; arrows go from chip to chip."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from tijdlijn.ui.flow_layout import FlowLayout
from tijdlijn.ui.widgets import restyled

TAKE_OFF = "×"
_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class Chip(QPushButton):
    """One label that is on or off. Partly on (for several entries that differ) it has a dashed edge."""

    def __init__(self, key: str, text: str, row: ChipRow) -> None:
        super().__init__(text.replace("&", "&&"), row)
        self.key = key
        self._name = text
        self._row = row
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("role", "chip")
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def sizeHint(self) -> QSize:
        """As wide as it is while it is on, in bold, so that nothing moves when it is pressed."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        hint = super().sizeHint()
        extra = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return QSize(hint.width() + max(0, extra), hint.height())

    def show_state(self, on: bool, partly: bool) -> None:
        """Show whether it is on, off, or on for some."""
        self.setChecked(on)
        self._show_text()
        restyled(self, "partly", partly and not on)
        self.setAccessibleDescription(self.tr("verschillend") if partly and not on else "")

    def _show_text(self) -> None:
        sign = f"  {TAKE_OFF}" if self._row.has_signs and self.isChecked() else ""
        self.setText(self._name.replace("&", "&&") + sign)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _FORWARD or event.key() in _BACK:
            self._row.step(self, 1 if event.key() in _FORWARD else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._row.remove_asked.emit(self.key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._row.stop_at(self)


class ChipRow(QWidget):
    """Chips in rows. `toggled` tells what the user switched; showing a state tells nothing.

    With `has_signs` a chip that is on carries a sign that pressing takes it off.
    """

    toggled = Signal(str, bool)
    remove_asked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None, has_signs: bool = False) -> None:
        super().__init__(parent)
        self.has_signs = has_signs
        self.setAccessibleName(name)
        self.chips: list[Chip] = []
        self._flow = FlowLayout(6)
        self.setLayout(self._flow)

    def set_options(self, options: Iterable[tuple[str, str]]) -> None:
        """The chips to choose from, as key and text; those that stay are kept, so that focus does not jump."""
        wanted = list(options)
        if [(chip.key, chip.accessibleName()) for chip in self.chips] == wanted:
            return
        focused = next((chip.key for chip in self.chips if chip.hasFocus()), None)
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._made(key, text) for key, text in wanted]
        for chip in self.chips:
            self._flow.addWidget(chip)
        self.stop_at(self.chips[0] if self.chips else None)
        for chip in self.chips:
            if chip.key == focused:
                chip.setFocus()
        self.updateGeometry()

    def _made(self, key: str, text: str) -> Chip:
        chip = Chip(key, text, self)
        chip.clicked.connect(lambda on: self.toggled.emit(key, on))
        chip.show()
        return chip

    def show_state(self, on: Collection[str], partly: Collection[str] = ()) -> None:
        """Show which are on, and which are on for some only."""
        for chip in self.chips:
            chip.show_state(chip.key in on, chip.key in partly)

    def step(self, chip: Chip, by: int) -> None:
        """Go to the next chip or the one before."""
        at = (self.chips.index(chip) + by) % len(self.chips)
        self.chips[at].setFocus(Qt.FocusReason.TabFocusReason)

    def stop_at(self, chosen: Chip | None) -> None:
        """Make this chip the one that Tab comes to."""
        for chip in self.chips:
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chip is chosen else Qt.FocusPolicy.ClickFocus)


def shared(groups: Sequence[Collection[str]]) -> tuple[set[str], set[str]]:
    """What is in all of the groups, and what is in some but not all."""
    if not groups:
        return set(), set()
    everywhere = set(groups[0]).intersection(*groups[1:])
    return everywhere, set().union(*groups) - everywhere
