"""Two accounts of one event that exclude each other, with what each rests on, and what can be decided about them.

The rule: it decides nothing itself. `decided` carries a verb of `services.contradictions` with the entries it is about.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from tijdlijn.analysis.accounts import is_beside, sources_differ
from tijdlijn.analysis.contradictions import Contradiction
from tijdlijn.layout.naming import title_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Entry
from tijdlijn.services import contradictions as verbs
from tijdlijn.ui.entry_line import EntryLine
from tijdlijn.ui.widgets import button, column, emptied, plain_label, set_tip


class AccountBox(QFrame):
    """One account: the entry, its sources with their passages, and whether it is followed."""

    follow_asked = Signal(bool)

    def __init__(self, case: Case, entry: Entry, pair: Contradiction, choose: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        layout = column(2)
        layout.setContentsMargins(4, 4, 8, 6)
        layout.addWidget(EntryLine(entry, choose))
        for citation in entry.citations:
            layout.addWidget(_cited(case, citation))
        if not entry.citations:
            layout.addWidget(_inset(plain_label(self.tr("zonder bron, volgens het gezin zelf"), "small")))
        self.follow = follow_button(entry, pair, self.tr("Deze volgen"), self.follow_asked.emit)
        layout.addWidget(_inset(self.follow))
        if is_beside(entry.id, (pair,)):
            layout.addWidget(_inset(plain_label(self.tr("Blijft staan, maar wordt niet gevolgd."), "small")))
        self.setLayout(layout)


class AccountsView(QWidget):
    """Shows one contradiction. `decided` carries a verb, an entry and the others; `go_asked` an entry to go to."""

    decided = Signal(object, str, object)
    go_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[AccountBox] = []
        self.own: QPushButton | None = None
        self._parts = column(6)
        self.setLayout(self._parts)

    def show_pair(self, case: Case, pair: Contradiction, about: str = "") -> None:
        """Show both accounts, in order of time; `about` an entry that is shown itself only the other."""
        emptied(self._parts)
        ids = pair.first_id, pair.second_id
        if about:
            self._parts.addWidget(plain_label(breakable(sources_differ(case, pair))))
        self.boxes = [self._box(case, case.entries_by_id[id_], pair) for id_ in ids if id_ != about]
        for box in self.boxes:
            self._parts.addWidget(box)
        self.own = None
        if about:
            entry = case.entries_by_id[about]
            self.own = follow_button(
                entry, pair, self.tr("Deze regel volgen"), lambda on: self._follow(entry, pair, on)
            )
            self._parts.addWidget(self.own)
        apart = self.tr("Geen tegenspraak: twee gebeurtenissen")
        self.apart = button(apart, lambda: self.decided.emit(verbs.keep_apart, ids[0], ids[1:]), "link")
        self._parts.addWidget(self.apart)

    def _box(self, case: Case, entry: Entry, pair: Contradiction) -> AccountBox:
        box = AccountBox(case, entry, pair, self.go_asked.emit)
        box.follow_asked.connect(lambda on: self._follow(entry, pair, on))
        return box

    def _follow(self, entry: Entry, pair: Contradiction, on: bool) -> None:
        self.decided.emit(verbs.follow if on else verbs.forget, entry.id, (pair.other(entry.id),))


class AccountsList(QWidget):
    """All contradictions of one entry, and what it is kept apart from, for the inspector."""

    decided = Signal(object, str, object)
    go_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views: list[AccountsView] = []
        self.again: list[QWidget] = []
        self._parts = column(10)
        self.setLayout(self._parts)

    def show_entry(self, case: Case, id_: str, pairs: tuple[Contradiction, ...]) -> int:
        """Show what contradicts an entry; how many there are to show, those kept apart included."""
        emptied(self._parts)
        self.views, self.again = [], []
        for pair in pairs:
            view = AccountsView()
            view.decided.connect(self.decided)
            view.go_asked.connect(self.go_asked)
            view.show_pair(case, pair, about=id_)
            self.views.append(view)
            self._parts.addWidget(view)
        apart = verbs.kept_apart(case, id_) if id_ in case.entries_by_id else ()
        for other in apart:
            self._add_apart(case, id_, other)
        return len(pairs) + len(apart)

    def _add_apart(self, case: Case, id_: str, other: str) -> None:
        self._parts.addWidget(plain_label(self.tr("Geen tegenspraak, maar een andere gebeurtenis dan:"), "small"))
        self._parts.addWidget(EntryLine(case.entries_by_id[other], self.go_asked.emit))
        words = self.tr("Toch dezelfde gebeurtenis")
        again = button(words, lambda: self.decided.emit(verbs.forget, id_, (other,)), "link")
        self.again.append(again)
        self._parts.addWidget(again)


def follow_button(entry: Entry, pair: Contradiction, text: str, asked: Callable[[bool], object]) -> QPushButton:
    """Follows an account, or stops following it. `asked` gets which of the two."""
    is_followed = pair.followed_id == entry.id
    words = _tr("✓ Wordt gevolgd") if is_followed else text
    made = button(words, lambda: asked(not is_followed), "link")
    set_tip(made, _tr("Niet meer volgen") if is_followed else _tr("De andere blijft ernaast staan"))
    made.setAccessibleName(f"{words}: {title_of(entry)}")
    return made


def _tr(text: str) -> str:
    return QCoreApplication.translate("AccountsView", text)


def breakable(text: str) -> str:
    """The text with room for a line end in the names of files."""
    return text.replace("_", "_\u200b")


def _cited(case: Case, citation: Citation) -> QWidget:
    """A source with its page, and the passage below it."""
    page = f", blz. {citation.page}" if citation.page else ""
    title = breakable(case.sources_by_id[citation.source_id].title)
    words = f"{title}{page}"
    if citation.passage:
        words += f"\n‘{citation.passage}’"
    return _inset(plain_label(words, "small"))


def _inset(widget: QWidget) -> QWidget:
    """Below the title of the entry, beside its mark."""
    box = QWidget()
    layout = column(0)
    layout.setContentsMargins(24, 0, 0, 0)
    layout.addWidget(widget)
    box.setLayout(layout)
    return box
