"""The backups of the open casebook: what there is, what differs from now, a drill, and putting one back.

The rule: nothing is put back at the first press of a button, and what is there now is kept first. A backup is looked at
in the window, so `look_asked` hands over which; whoever opens it says with `failed` that it cannot be opened.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QPushButton, QWidget

from tijdlijn.services import backups
from tijdlijn.services.backups import Drill, Listed, Reason
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.comparing import CaseDifference
from tijdlijn.services.passphrase import wait_seconds
from tijdlijn.ui.dialogs.backup_telling import found_by, two_lines
from tijdlijn.ui.dialogs.difference_words import told
from tijdlijn.ui.dialogs.secret import SecretLine, Wait
from tijdlijn.ui.dialogs.sheet import Sheet
from tijdlijn.ui.flow_layout import FlowLayout
from tijdlijn.ui.moments import ago
from tijdlijn.ui.tasks import run
from tijdlijn.ui.widgets import button, column, plain_label, set_problem

LISTED = Qt.ItemDataRole.UserRole


class BackupsDialog(Sheet):
    """The list with what can be done. `restored` comes when another file took the place of the casebook."""

    restored = Signal()
    look_asked = Signal(object, object)
    """A backup, and its passphrase when that is another than the casebook has now."""

    def __init__(self, book: OpenCasebook, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=640)
        self.set_heading(self.tr("Reservekopieën"))
        self._book, self._failures, self._is_sure = book, 0, False
        self._wait = Wait(self)
        self.list = QListWidget()
        self.secret = SecretLine(self.tr("Wachtwoord van deze kopie"))
        self.why_secret = plain_label("", "label")
        self.outcome = plain_label("", "strong")
        self.told = QPlainTextEdit()
        self.drilled = plain_label("", "small")
        self._build()
        self._wait.changed.connect(self._settle)
        self.list.currentItemChanged.connect(lambda *_: self._chosen())
        self.secret.line.textChanged.connect(lambda _: set_problem(self.secret.line, False))
        self.secret.line.returnPressed.connect(self._again)
        self.finished.connect(lambda _: self.secret.line.clear())
        self._asked: Callable[[], None] = self._drill
        self._fill()

    def _build(self) -> None:
        about = self.tr(
            "Tijdlijn maakt ze zelf: bij het openen, na elk uur waarin iets veranderde, en voor iets groots. De "
            "laatste 10 blijven, en één van elk van 7 dagen. Ze staan in de map “{0}”, naast het casusboek."
        ).format(f"{self._book.path.stem} reservekopieën")
        self.body.addWidget(plain_label(about, "soft"))
        self.list.setAccessibleName(self.tr("Reservekopieën"))
        self.list.setProperty("role", "copies")
        self.list.setMinimumHeight(220)
        self.body.addWidget(self.list, 1)
        actions = FlowLayout(8)
        self.look = button(self.tr("Openen om te kijken"), self._look)
        self.compare = button(self.tr("Vergelijken met nu"), self._compare)
        self.drill = button(self.tr("Proef: kan deze kopie worden teruggezet?"), self._drill)
        self.restore = button(self.tr("Terugzetten"), self._restore)
        for made in self._acts:
            actions.addWidget(made)
        self.body.addLayout(actions)
        self.asking = QWidget()
        asked = column(4)
        asked.addWidget(self.why_secret)
        asked.addWidget(self.secret)
        self.asking.setLayout(asked)
        self.told.setReadOnly(True)
        self.told.setMinimumHeight(150)
        self.told.setAccessibleName(self.tr("Verschillen"))
        for part in (self.asking, self.outcome, self.told, self.drilled):
            part.hide()
            self.body.addWidget(part)
        self.drilled.show()
        self.add_cancel(self.tr("Sluiten"))
        self.make = self.add_primary(self.tr("Nu een kopie maken"))
        self.make.clicked.connect(self._make)

    # The list

    def _fill(self) -> None:
        self._work(lambda: (backups.listed(self._book), backups.last_drill(self._book)), self._show)

    def _show(self, found: tuple[tuple[Listed, ...], Any]) -> None:
        there, drilled = found
        self.list.clear()
        for one in there:
            item = QListWidgetItem(two_lines(one))
            item.setData(LISTED, one)
            self.list.addItem(item)
        said = self.tr("Er is nog nooit geprobeerd of een kopie kan worden teruggezet.")
        self.drilled.setText(self.tr("Laatst beproefd: {0}.").format(ago(drilled)) if drilled else said)
        self.list.setCurrentRow(0)
        self._settle()
        self.list.setFocus()

    @property
    def _listed(self) -> Listed | None:
        item = self.list.currentItem()
        found = item.data(LISTED) if item is not None else None
        return found if isinstance(found, Listed) else None

    def _chosen(self) -> None:
        """Another one is chosen: nothing that was said holds any longer, and nothing was confirmed."""
        self._is_sure = False
        self.say(self._listed.trouble if self._listed else "")
        self.outcome.hide()
        self.told.hide()
        self.asking.hide()
        self.secret.line.clear()
        self._settle()

    def _settle(self) -> None:
        can = self._listed is not None and not self.is_busy and not self._wait.left
        for made in self._acts:
            made.setEnabled(can)
        self.restore.setText(self.tr("Ja, zet terug") if self._is_sure else self.tr("Terugzetten"))
        self.make.setEnabled(not self.is_busy)

    @property
    def _acts(self) -> tuple[QPushButton, ...]:
        """What can be done with the backup that is chosen."""
        return self.look, self.compare, self.drill, self.restore

    # What is done

    def _make(self) -> None:
        self._work(lambda: backups.make(self._book, Reason.ASKED), lambda _: self._fill())

    def _look(self) -> None:
        self._asked = self._look
        listed = self._listed
        if listed is None or self._wants_secret(listed):
            return
        self.say("")
        self._set_at_work(True)
        self.look_asked.emit(listed.backup, self.secret.text or None)

    def _compare(self) -> None:
        self._asked = self._compare
        listed = self._listed
        if listed is None or self._wants_secret(listed):
            return
        book, typed = self._book, self.secret.text or None
        self._work(lambda: backups.differences(book, listed.backup, typed), self._compared)

    def _compared(self, found: tuple[CaseDifference, ...]) -> None:
        self.outcome.hide()
        self.told.setPlainText(told(found) or self.tr("Er is geen verschil: in de kopie staat hetzelfde als nu."))
        self.told.show()
        self._settle()

    def _drill(self) -> None:
        self._asked = self._drill
        listed = self._listed
        if listed is None:
            return
        if not self.secret.text:
            self._ask(self.tr("Typ het wachtwoord opnieuw, zoals u dat zou doen als de computer weg is"))
            return
        book, typed = self._book, self.secret.text
        self._work(lambda: backups.drill(book, listed.backup, typed), self._drilled)

    def _drilled(self, drill: Drill) -> None:
        self.told.hide()
        self.asking.hide()
        self.secret.line.clear()
        self.outcome.setText(found_by(drill))
        self.outcome.show()
        self.drilled.setText(self.tr("Laatst beproefd: {0}.").format(ago(drill.at)))
        self._settle()

    def _restore(self) -> None:
        self._asked = self._restore
        listed = self._listed
        if listed is None or self._wants_secret(listed):
            return
        if not self._is_sure:
            self._is_sure = True
            self.told.hide()
            self.outcome.setText(
                self.tr(
                    "Het casusboek wordt dan zoals het in deze kopie staat. Hoe het nu is, wordt eerst bewaard als "
                    "reservekopie; zet die terug om hierop terug te komen."
                )
            )
            self.outcome.show()
            self._settle()
            return
        book, typed = self._book, self.secret.text or None
        self._work(lambda: backups.restore(book, listed.backup, typed), self._put_back)

    def _put_back(self, _: object) -> None:
        self.accept()
        self.restored.emit()

    # Asking and working

    def _wants_secret(self, listed: Listed) -> bool:
        if listed.same_passphrase or self.secret.text:
            return False
        self._ask(self.tr("Deze kopie is gemaakt met een eerder wachtwoord. Typ het wachtwoord van toen"))
        return True

    def _ask(self, why: str) -> None:
        self.say("")
        self.told.hide()
        self.outcome.hide()
        self.why_secret.setText(why)
        self.asking.show()
        self.secret.setFocus()

    def _again(self) -> None:
        """Enter in the line for the passphrase does what it was asked for."""
        if self.drill.isEnabled():
            self._asked()

    def _work(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self.say("")
        self._set_at_work(True)

        def ended(result: Any) -> None:
            self._set_at_work(False)
            done(result)

        run(self, work, ended, self.failed)

    def failed(self, sentence: str) -> None:
        """Say why something could not be done; after a passphrase that was typed the next one waits a while."""
        self._set_at_work(False)
        self._is_sure = False
        self.say(sentence)
        if self.asking.isVisible():
            self._failures += 1
            set_problem(self.secret.line, True)
            self.secret.setFocus()
            self.secret.line.selectAll()
            self._wait.begin(wait_seconds(self._failures))
        self._settle()

    def _set_at_work(self, is_at_work: bool) -> None:
        self.set_busy(is_at_work, hold=True)
        self.list.setEnabled(not is_at_work)
        self.secret.setEnabled(not is_at_work)
        self._settle()
