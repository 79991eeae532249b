"""The button that says whom an agreed action is about, or which finding it answers; it opens a menu to choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from tijdlijn.analysis.finding import Finding
from tijdlijn.model.sessions import AgreedAction
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.widgets import set_tip

LONGEST = 70
_SHORT = 30


class AboutButton(QPushButton):
    """`persons_chosen` carries ids of persons, `finding_chosen` an id and its words, both empty for none."""

    persons_chosen = Signal(object)
    finding_chosen = Signal(str, str)

    def __init__(self, controller: CaseController) -> None:
        super().__init__()
        self._controller = controller
        self._action = AgreedAction("", "", "")
        self.setAutoDefault(False)
        self.setProperty("role", "about")
        self.choices = QMenu(self)
        self.choices.aboutToShow.connect(self._fill)
        self.setMenu(self.choices)

    def show_action(self, action: AgreedAction) -> None:
        """Show what an action is about."""
        self._action = action
        persons = self._controller.case.persons_by_id
        names = [persons[id_].name for id_ in action.person_ids if id_ in persons]
        words = [*names, action.finding_words] if action.finding_words else names
        whole = "; ".join(words)
        self.setText((shortened(whole, _SHORT) if whole else self.tr("waarover?")).replace("&", "&&"))
        set_tip(self, whole)
        self.setAccessibleName(self.tr("Gaat over: {0}").format(whole or self.tr("niet gekozen")))

    def _fill(self) -> None:
        menu, action = self.choices, self._action
        menu.clear()
        for person in self._controller.case.persons:
            made = self._offer(menu, person.name, person.id in action.person_ids)
            made.triggered.connect(lambda on, id_=person.id: self._turn_person(id_, on))
        findings = menu.addMenu(self.tr("Antwoord op een bevinding"))
        none = self._offer(findings, self.tr("geen"), not action.finding_id)
        none.triggered.connect(lambda _: self.finding_chosen.emit("", ""))
        offer_findings(findings, self._controller, self.finding_chosen.emit, action.finding_id)

    def _offer(self, menu: QMenu, words: str, is_on: bool) -> QAction:
        made = menu.addAction(words.replace("&", "&&"))
        made.setCheckable(True)
        made.setChecked(is_on)
        return made

    def _turn_person(self, id_: str, on: bool) -> None:
        rest = tuple(other for other in self._action.person_ids if other != id_)
        self.persons_chosen.emit((*rest, id_) if on else rest)


def offer_findings(
    menu: QMenu, controller: CaseController, chosen: Callable[[str, str], object], current: str = ""
) -> None:
    """Put the findings of the case in a menu; `chosen` is called with the id and the words of the one that is."""
    for finding in _findings(controller):
        made = menu.addAction(shortened(finding.sentence, LONGEST).replace("&", "&&"))
        made.setCheckable(bool(current))
        made.setChecked(finding.id == current)
        made.triggered.connect(lambda _=False, one=finding: chosen(one.id, one.sentence))


def _findings(controller: CaseController) -> Sequence[Finding]:
    return controller.analysis.findings if controller.analysis else ()


def shortened(text: str, most: int) -> str:
    """A text on one line, that ends in … where it is longer."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
