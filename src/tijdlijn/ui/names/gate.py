"""What looks like a name that nobody registered, looked for and decided about before pseudonyms leave.

The rule: nothing with pseudonyms leaves before somebody decided about every one of these (design 7, 15). The search is
in the background, and of the case as it is then.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tijdlijn.language.unregistered import Suspect
from tijdlijn.model.casebook import Case
from tijdlijn.services import loose_names, unregistered
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.names.review import NamesReview
from tijdlijn.ui.tasks import run


class NamesGate(QObject):
    """Lets something through once the names were decided about, on a page over the widget `over`.

    `settled` comes when the search begins and ends, `asked` right before the page is shown, `decided` when something
    was, `failed` carries why it cannot go on, and `waiting` says that something waits for the search, and when it no
    longer does.
    """

    settled = Signal()
    asked = Signal()
    decided = Signal()
    failed = Signal(str)
    waiting = Signal(bool)

    def __init__(self, controller: CaseController, over: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._looked_at: Case | None = None
        self._then: Callable[[], object] | None = None
        self.is_looking = False
        self.found: tuple[Suspect, ...] = ()
        self.page = NamesReview(over)
        self.page.done.connect(self._decide)
        self.page.left.connect(self.forget)

    def look(self) -> None:
        """Look for names when the case is another than was looked at."""
        case = self._controller.case
        if self._looked_at is not case and not self.is_looking:
            self.is_looking = True
            run(self, lambda: (case, unregistered.find(case)), self._was_found, self._was_not_found)
            self.settled.emit()

    def cleared(self, then: Callable[[], object]) -> None:
        """Do something once every name that looks unregistered was decided about; nothing when its user goes back."""
        self._then = then
        self.look()
        if self.is_looking:
            self.waiting.emit(True)
        else:
            self._go_on()

    def review(self) -> None:
        """Show the names now."""
        lead = self.tr(
            "Dit lijken namen, maar niemand met die naam is geregistreerd. Wat is aangevinkt, wordt in alles met "
            "pseudoniemen vervangen; de tijdlijn zelf verandert niet. {0}"
        ).format(unregistered.engine_words())
        then = self.tr("Zo doorgaan") if self._then else self.tr("Onthouden")
        self.asked.emit()
        self.page.ask(self.found, self._controller.case.loose_names, lead, then)

    def forget(self) -> None:
        """Do not do what was to be done."""
        self._then = None

    def _was_found(self, found: tuple[Case, tuple[Suspect, ...]]) -> None:
        self.is_looking = False
        self._looked_at, self.found = found
        self.look()
        if not self.is_looking:
            self.settled.emit()
            self._go_on()

    def _was_not_found(self, sentence: str) -> None:
        self.is_looking = False
        if self._then is not None:
            self.waiting.emit(False)
        self.forget()
        self.failed.emit(sentence)

    def _go_on(self) -> None:
        if self._then is None:
            return
        self.waiting.emit(False)
        if self.found:
            self.review()
            return
        then, self._then = self._then, None
        then()

    def _decide(self) -> None:
        decisions = self.page.rows.decisions
        if not self._controller.book.condition.can_edit:
            self._decide_unkept(any(is_hidden for _, _, is_hidden in decisions))
            return
        if decisions and self._controller.do(loose_names.decide, decisions) is None:
            self.forget()
            return
        self.decided.emit()
        self.look()
        if not self.is_looking:
            self._go_on()

    def _decide_unkept(self, hides: bool) -> None:
        """Go on in a casebook in which no decision can be kept, when every name may stay as it is."""
        then, self._then = self._then, None
        if hides:
            self.failed.emit(
                self.tr(
                    "Dit casusboek is nu alleen te lezen, dus een naam die hier wordt vervangen kan niet worden "
                    "onthouden; er is niets gemaakt. Kijk de namen na in een casusboek waarin u kunt schrijven."
                )
            )
        elif then is not None:
            then()
