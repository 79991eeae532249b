"""What leaves a case as it stands, or comes in so: packages, and the picture in view for a slide.

The rule: a dialog or a module of its own does the work; here is only which, and where the window goes afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas


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
        }

    def copy_picture(self, *, pseudonyms: bool = False) -> None:
        """Put what is in view on the clipboard as a picture."""
        from tijdlijn.ui import clipboard
        from tijdlijn.ui.picture_out import picture_of

        view, asked = self._canvas.in_view()
        follows = self._controller.view.findings_follow
        clipboard.put_picture(picture_of(view, asked, pseudonyms=pseudonyms, follows=follows))
        if pseudonyms:
            self.told.emit(self.tr("Gekopieerd als plaatje, met pseudoniemen. Kijk het na voordat u het deelt."))
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
