"""The links of the entry that is shown: what it leads to and comes from, and what was computed with the reason why."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from tijdlijn.analysis.links import Tie
from tijdlijn.model.casebook import Case
from tijdlijn.ui.entry_line import EntryLine
from tijdlijn.ui.widgets import IconButton, button, column, emptied, plain_label, row

MOST = 5
"""Entries that are named under one heading before the others are counted."""


class LinksList(QWidget):
    """Names the other ends. `go_asked` carries an entry to go to, `remove_asked` a link to take out."""

    go_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = column(8)
        self.setLayout(self._rows)
        self._shown: tuple[Case, str, Sequence[Tie]] | None = None
        self._opened: set[tuple[str, str]] = set()

    def show_links(self, case: Case, id_: str, ties: Sequence[Tie]) -> None:
        """Show the links of an entry: those that somebody drew first."""
        if self._shown and self._shown[1] != id_:
            self._opened.clear()
        self._shown = case, id_, ties
        emptied(self._rows)
        ordered = sorted(ties, key=lambda tie: (tie.is_computed, tie.words_from(id_), tie.reason))
        for about, group in groupby(ordered, key=lambda tie: (tie.words_from(id_), tie.reason)):
            self._add_group(case, id_, about, list(group))

    def _add_group(self, case: Case, id_: str, about: tuple[str, str], ties: list[Tie]) -> None:
        words, reason = about
        part = column(2)
        part.addWidget(plain_label(self.tr("{0} (berekend)").format(words) if reason else words, "label"))
        shown = ties if about in self._opened else ties[:MOST]
        for tie in shown:
            part.addLayout(self._line(case, id_, tie))
        if len(shown) < len(ties):
            rest = self.tr("en nog {0}").format(len(ties) - len(shown))
            part.addWidget(button(rest, lambda: self._open(about), "quiet"))
        if reason:
            part.addWidget(plain_label(reason, "small"))
        self._rows.addLayout(part)

    def _line(self, case: Case, id_: str, tie: Tie) -> QLayout:
        line = row(2)
        line.addWidget(EntryLine(case.entries_by_id[tie.other_end(id_)], self.go_asked.emit), 1)
        if not tie.is_computed:
            line.addWidget(IconButton("close", self.tr("Verbinding verbreken"), lambda: self.remove_asked.emit(tie.id)))
        return line

    def _open(self, about: tuple[str, str]) -> None:
        self._opened.add(about)
        if self._shown:
            self.show_links(*self._shown)
