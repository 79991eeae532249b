"""Files that are dropped on the window: documents to read, tables to ask about, a casebook to open.

The rule: a drop never does what somebody could not foresee; where it is not plain what a file is for, that is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject

from tijdlijn.ui.dialogs.drop_dialog import DropDialog

if TYPE_CHECKING:
    from tijdlijn.ui.main_window import MainWindow

TABLES = frozenset({".csv", ".tsv", ".xlsx", ".ods"})
CASEBOOK = ".tijdlijn"


def files_in(data: QMimeData) -> list[Path]:
    """The files and folders of this computer in what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class Dropping(QObject):
    """Takes what was dropped to where it belongs."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def take(self, paths: Sequence[Path]) -> None:
        """Take in files and folders. A casebook is opened when it is all there is."""
        books = [path for path in paths if path.suffix.lower() == CASEBOOK]
        if books and len(books) == len(paths):
            self._window.opening.ask(books[0])
            return
        if self._window.workspace is None:
            self._window.tell(self.tr("Open eerst een casusboek; daarna kunt u documenten erin slepen."))
            return
        rest = [path for path in paths if path not in books]
        tables = [path for path in rest if path.suffix.lower() in TABLES and not path.is_dir()]
        documents = [path for path in rest if path not in tables]
        if documents:
            self._read(documents)
        if tables:
            self._ask(tables)

    def _ask(self, tables: list[Path]) -> None:
        dialog = DropDialog(tables, self._window)
        dialog.as_table.connect(lambda: self._window.import_tables(tables))
        dialog.as_document.connect(lambda: self._read(tables))
        dialog.open()

    def _read(self, paths: list[Path]) -> None:
        if self._window.workspace is not None:
            self._window.workspace.add_documents(paths)
