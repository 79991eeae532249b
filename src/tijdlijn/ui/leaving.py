"""What leaves a case as it stands, or comes in so: packages, and pictures for a slide.

The rule: a dialog or a module of its own does the work; here is only which, and where the window goes afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from tijdlijn.model.problems import Problem
from tijdlijn.services.consent import gets_pseudonyms, reason_to_mask
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas

if TYPE_CHECKING:
    from tijdlijn.ui.names.sheet import NamesSheet


class Leaving(QObject):
    """The commands about packages and pictures, of one case on the screen. `told` says what was copied."""

    told = Signal(str)

    def __init__(self, controller: CaseController, canvas: TimelineCanvas, space: QWidget) -> None:
        super().__init__(space)
        self._controller = controller
        self._canvas = canvas
        self._space = space

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """The commands of the menus by their ids."""
        return {
            "pack": self.pack,
            "unpack": self.unpack,
            "copy_picture": self.copy_picture,
            "copy_picture_masked": lambda: self.copy_picture(pseudonyms=True),
            "copy_picture_selection": self.copy_selection,
        }

    def can(self, id_: str) -> bool:
        """Whether a command can be chosen now."""
        return id_ != "copy_picture_selection" or len(self._controller.selected_entries) > 1

    def copy_picture(self, *, pseudonyms: bool = False) -> None:
        """Put what is in view on the clipboard as a picture; with pseudonyms once the names were looked through."""
        masks = gets_pseudonyms(self._controller.case, pseudonyms)
        self._cleared(masks, lambda: self._copy_view(masks, pseudonyms))

    def _copy_view(self, masks: bool, asked: bool) -> None:
        from tijdlijn.ui.picture_out import picture_of

        follows, shown = self._controller.view.findings_follow, self._controller.shown
        image = picture_of(*self._canvas.in_view(), pseudonyms=masks, follows=follows)
        self._put(image, len(self._controller.case.entries if shown is None else shown), masks, asked)

    def copy_selection(self) -> None:
        """Put the selected entries alone on the clipboard as a picture, in the same way."""
        if self.can("copy_picture_selection"):
            ids = frozenset(entry.id for entry in self._controller.selected_entries)
            masks = gets_pseudonyms(self._controller.case, False)
            self._cleared(masks, lambda: self._copy_some(ids, masks))

    def _copy_some(self, ids: frozenset[str], masks: bool) -> None:
        from tijdlijn.ui.picture_out import picture_of_some

        self._put(picture_of_some(*self._canvas.in_view(), ids, pseudonyms=masks), len(ids), masks, False)

    def _cleared(self, masks: bool, then: Callable[[], object]) -> None:
        """Do it now, or with pseudonyms once every name that looks unregistered was decided about."""
        if masks:
            self.names.cleared(then)
        else:
            then()

    @cached_property
    def names(self) -> NamesSheet:
        """Where what looks like a name is decided about."""
        from tijdlijn.ui.names.sheet import NamesSheet

        sheet = NamesSheet(self._controller, self._space)
        sheet.gate.waiting.connect(self._say_waiting)
        sheet.gate.failed.connect(self._controller.problem)
        return sheet

    def _say_waiting(self, is_waiting: bool) -> None:
        if is_waiting:
            self.told.emit(self.tr("Er wordt naar namen gezocht die niemand registreerde; daarna komt het plaatje."))

    def _put(self, image: QImage, entries: int, masks: bool, asked: bool) -> None:
        """Hand a picture over, and say which names are on it; why, when that was not asked."""
        from tijdlijn.ui import clipboard

        book, case_id = self._controller.book, self._controller.case.id
        try:
            clipboard.put_picture(book, case_id, image, pseudonyms=masks, entries=entries)
        except Problem as problem:
            self._controller.problem.emit(problem.sentence)
            return
        if masks:
            reason = "" if asked else reason_to_mask(self._controller.case)
            told = self.tr("Gekopieerd als plaatje, met pseudoniemen. Kijk het na voordat u het deelt.")
            self.told.emit(" ".join(filter(None, (told, reason))))
        else:
            self.told.emit(self.tr("Gekopieerd als plaatje. De namen staan erop."))

    def pack(self) -> None:
        """Ask where the case goes as a package, and under which password."""
        from tijdlijn.ui.dialogs.package_dialog import PackDialog

        PackDialog(self._controller, self._space.window()).open()

    def unpack(self) -> None:
        """Ask for a package, and show the case it brings."""
        from tijdlijn.ui.dialogs.package_dialog import UnpackDialog

        dialog = UnpackDialog(self._controller, self._space.window())
        dialog.taken.connect(self._controller.elsewhere)
        dialog.open()
