"""A line in which a view gets its name: the one in use, or a saved one that is renamed. No dialog."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tijdlijn.layout.filter_words import described
from tijdlijn.model.views import View
from tijdlijn.services.casebook import Change, OpenCasebook
from tijdlijn.services.views import rename_view, save_view
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.widgets import IconButton, button, row, set_problem

LONGEST = 80


class ViewNaming(QWidget):
    """Hidden until a name is asked; Enter keeps it, Escape leaves it. `left` says that it is hidden again."""

    left = Signal()

    def __init__(self, controller: CaseController) -> None:
        super().__init__()
        self._controller = controller
        self._id = self._first = ""
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST)
        self.field.installEventFilter(self)
        self.keep = button(self.tr("Bewaren"), self._keep, "primary")
        self.leave = IconButton("close", self.tr("Niet bewaren"), self._leave)
        layout = row(6)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.keep)
        layout.addWidget(self.leave)
        self.setLayout(layout)
        self.hide()
        for id_, name in controller.drafts.watch("weergave", self, self._unfinished).items():
            self.ask(id_, take_keys=False)
            self.field.setText(name)

    def _unfinished(self) -> dict[str, str]:
        return {self._id: self.field.text()} if not self.isHidden() and self.field.text() != self._first else {}

    def ask(self, id_: str = "", *, take_keys: bool = True) -> None:
        """Ask a name for the view in use, or another one for the saved view with this id."""
        self._id = id_
        controller = self._controller
        named = next((saved for saved in controller.saved_views if saved.id == (id_ or controller.view.id)), None)
        self._first = named.name if named else self._proposed()
        self.field.setText(self._first)
        name = self.tr("Nieuwe naam van de weergave") if id_ else self.tr("Naam van de weergave")
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(name)
        set_problem(self.field, False)
        self.show()
        if take_keys:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.setSelection(len(self.field.text()), -len(self.field.text()))

    def _proposed(self) -> str:
        view = self._controller.view
        words = described(self._controller.case, view.filter)
        return (words[:1].upper() + words[1:])[:LONGEST] if not view.filter.is_empty else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps the name, Escape leaves it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._keep()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        controller, name = self._controller, self.field.text()
        verb, what = (rename_view, self._id) if self._id else (_save, controller.view)
        done = controller.do(verb, what, name)
        set_problem(self.field, done is None)
        if done is None:
            self.field.setFocus()
            return
        if not self._id:
            self._use(" ".join(name.split()))
        self._leave()

    def _use(self, name: str) -> None:
        """The view in use is from now on the one that was saved."""
        controller = self._controller
        kept = next(saved for saved in controller.saved_views if saved.name == name)
        controller.set_view(replace(controller.view, id=kept.id, name=kept.name))

    def _leave(self) -> None:
        self.hide()
        self.left.emit()


def _save(book: OpenCasebook, case_id: str, view: View, name: str) -> Change:
    return save_view(book, case_id, view, name)[1]
