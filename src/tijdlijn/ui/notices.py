"""Lasting bars above the work: how the casebook stands, and what its user can do about it.

The rule: a bar stays as long as what it tells is so; one that only warns can be put away. Its words are plain text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QWidget

from tijdlijn.ui.widgets import IconButton, button, column, plain_label, row

Act = tuple[str, Callable[[], object]]
"""What a button says and does."""


class Notice(QFrame):
    """One bar: a sentence, buttons, and a cross when it can be put away."""

    def __init__(
        self, sentence: str, acts: Sequence[Act], put_away: Callable[[], object] | None = None, role: str = "bar"
    ) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.text = plain_label(sentence)
        self.buttons = [button(words, act) for words, act in acts]
        self.cross = IconButton("close", self.tr("Melding wegdoen"), put_away) if put_away else None
        layout = row(8)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.addWidget(self.text, 1)
        for made in self.buttons:
            layout.addWidget(made)
        if self.cross:
            layout.addWidget(self.cross)
        self.setLayout(layout)
        self.setAccessibleName(sentence)

    def set_busy(self, is_busy: bool) -> None:
        """While something is tried nothing else is."""
        for made in self.buttons:
            made.setEnabled(not is_busy)


class Notices(QWidget):
    """The bars, each known by a key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars: dict[str, Notice] = {}
        self._layout = column(0)
        self.setLayout(self._layout)
        self.hide()

    def show_bar(self, key: str, bar: Notice, *, first: bool = False) -> None:
        """Show a bar in the place of the one that had this key; `first` above all others."""
        here = self._layout.indexOf(self.bars[key]) if key in self.bars else self._layout.count()
        here = 0 if first else here
        self.take_away(key)
        self.bars[key] = bar
        self._layout.insertWidget(here, bar)
        bar.show()
        self.show()

    def take_away(self, key: str) -> None:
        """Take a bar away, if it is there."""
        bar = self.bars.pop(key, None)
        if bar is not None:
            self._layout.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self.setVisible(bool(self.bars))
