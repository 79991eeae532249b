"""What leaves a case as a whole or comes in as one: packages.

The rule: a dialog does the work; here is only which one, and where the window goes afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tijdlijn.ui.controller import CaseController


class Leaving(QObject):
    """The commands about packages, of one case on the screen."""

    def __init__(self, controller: CaseController, space: QWidget) -> None:
        super().__init__(space)
        self._controller = controller
        self._space = space

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """The commands of the menus by their ids."""
        return {"pack": self.pack, "unpack": self.unpack}

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
