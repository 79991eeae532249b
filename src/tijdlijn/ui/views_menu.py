"""The views to choose from, as a menu: everything, the saved ones, the ready ones; and what is done with saved ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from tijdlijn.layout.filter_words import READY
from tijdlijn.model.views import EVERYTHING, View, known
from tijdlijn.services.views import delete_view
from tijdlijn.ui.controller import CaseController


class ViewsMenu(QMenu):
    """Filled when it opens. Naming is left to the panel."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._controller: CaseController | None = None
        self._name: Callable[[str], None] = lambda _: None
        self.aboutToShow.connect(self.fill)

    def look_at(self, controller: CaseController, name: Callable[[str], None]) -> None:
        """Offer the views of this case. `name` asks a name for the view with an id; "" is the one in use."""
        self._controller, self._name = controller, name
        self.menuAction().setEnabled(True)

    def look_away(self) -> None:
        """Offer nothing, and keep no name of a view: no case is open."""
        self._controller, self._name = None, lambda _: None
        self._empty()
        self.menuAction().setEnabled(False)

    def fill(self) -> None:
        """Make the menu anew from what is saved now."""
        self._empty()
        controller = self._controller
        if controller is None:
            return
        view = controller.view
        self._offer(self.tr("Alle regels"), replace(view, id="", filter=EVERYTHING), view.filter.is_empty)
        self._heading(self.tr("Bewaarde weergaven"), bool(controller.saved_views))
        for saved in controller.saved_views:
            self._offer(saved.name, saved, saved.id == view.id)
        self._heading(self.tr("Klaar om te kiezen"))
        for ready in READY:
            self._offer(ready.name, replace(view, id="", filter=ready.filter), view.filter == ready.filter)
        self.addSeparator()
        save = self.addAction(self.tr("Deze weergave &bewaren…"))
        save.triggered.connect(lambda _=False: self._name(""))
        self._add_saved(self.tr("&Hernoemen"), lambda saved: self._name(saved.id))
        self._add_saved(self.tr("&Verwijderen"), lambda saved: controller.do(delete_view, saved.id))

    def _empty(self) -> None:
        """Menus within it are no part of what Qt clears."""
        self.clear()
        for inner in self.findChildren(QMenu):
            inner.deleteLater()

    def _offer(self, name: str, view: View, is_on: bool) -> None:
        action = QAction(name.replace("&", "&&"), self)
        action.setCheckable(True)
        action.setChecked(is_on)
        controller = self._controller
        assert controller is not None
        action.triggered.connect(lambda _=False: controller.set_view(known(view, controller.case)))
        self.addAction(action)

    def _heading(self, words: str, is_needed: bool = True) -> None:
        if is_needed:
            self.addSeparator()
            self.addAction(words).setEnabled(False)

    def _add_saved(self, title: str, act: Callable[[View], object]) -> None:
        """A menu of the saved views, each of which `act` is done with."""
        controller = self._controller
        assert controller is not None
        menu = self.addMenu(title)
        menu.setEnabled(bool(controller.saved_views))
        for saved in controller.saved_views:
            action = menu.addAction(saved.name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, chosen=saved: act(chosen))


def name_of_view(controller: CaseController) -> str:
    """What the present view is called: a saved one, changed or not, a ready one, or a choice of its own."""
    view = controller.view
    saved = next((saved for saved in controller.saved_views if saved.id == view.id), None)
    if saved is not None:
        is_same = replace(known(saved, controller.case), id="", name="") == replace(view, id="", name="")
        return saved.name if is_same else controller.tr("{0} (gewijzigd)").format(saved.name)
    if view.filter.is_empty:
        return controller.tr("Alle regels")
    ready = (ready.name for ready in READY if ready.filter == view.filter)
    return next(ready, controller.tr("Eigen keuze"))
