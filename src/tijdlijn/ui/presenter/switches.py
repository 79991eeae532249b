"""The switches of a presentation, each with its key: dark, other names, what is still to come, findings and so on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from tijdlijn.ui.flow_layout import FlowLayout
from tijdlijn.ui.presenter.show import Show, Turned
from tijdlijn.ui.widgets import button, set_tip


class Switches(QWidget):
    """Shows what is on, and switches it."""

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        layout = FlowLayout(6, self)
        self._buttons: dict[Turned, QPushButton] = {}
        for turned, words, tip in (
            (Turned.SPOTLIGHT, self.tr("In het licht  S"), self.tr("De vragen bij wat er nu verteld wordt")),
            (Turned.BLANK, self.tr("Zwart  B"), self.tr("De beamer zwart maken, of weer aan")),
            (Turned.PSEUDONYMS, self.tr("Andere namen  P"), self.tr("Op de beamer andere namen dan de echte")),
            (Turned.FAINT, self.tr("Wat nog komt  V"), self.tr("Vaag tonen wat nog niet verteld is")),
            (Turned.FINDINGS, self.tr("Bevindingen  G"), self.tr("Gaten en snelkookpannen die verteld zijn")),
            (Turned.REFLECTIONS, self.tr("Reflecties  R"), self.tr("Wat de groep ervan vindt")),
            (Turned.POINTER, self.tr("Aanwijzen  A"), self.tr("De muis wijst aan op de beamer")),
        ):
            made = self._made(words, tip, partial(self._show.turn, turned))
            layout.addWidget(made)
            self._buttons[turned] = made
        show.looked.connect(self.tell)
        show.stepped.connect(self.tell)
        self.tell()

    def _made(self, words: str, tip: str, clicked: Callable[[], object]) -> QPushButton:
        made = button(words, clicked, "toggle")
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_tip(made, tip)
        return made

    def tell(self) -> None:
        """Show what is on now."""
        for turned, made in self._buttons.items():
            made.setChecked(self._show.is_on(turned))
