"""What tables that were dropped are for: a table can hold rows for the timeline, or be a document to read.

The rule: nothing is read before somebody chose, as the two do very different things with the same file.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tijdlijn.ui.dialogs.sheet import Sheet
from tijdlijn.ui.widgets import plain_label, primary_button


class DropDialog(Sheet):
    """Asks about some tables. `as_table` and `as_document` tell what was chosen."""

    as_table = Signal()
    as_document = Signal()

    def __init__(self, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent, width=520)
        one = len(paths) == 1
        self.set_heading(self.tr("Wat is deze tabel?") if one else self.tr("Wat zijn deze tabellen?"))
        names = ", ".join(path.name for path in paths[:4])
        more = self.tr(" en nog {0}").format(len(paths) - 4) if len(paths) > 4 else ""
        self.body.addWidget(plain_label(f"{names}{more}", "strong"))
        self.table = primary_button(self.tr("Regels inlezen op de tijdlijn"))
        self.document = primary_button(self.tr("Lezen als document van het dossier"))
        self.document.setProperty("role", "")
        for made, told, chosen in (
            (
                self.table,
                self.tr("Elke rij wordt een regel. U ziet eerst wat ervan komt en welke kolom wat betekent."),
                self.as_table,
            ),
            (
                self.document,
                self.tr("Zoals een contactjournaal: u leest het en beslist bij elke datum of zij een regel wordt."),
                self.as_document,
            ),
        ):
            made.clicked.connect(self.accept)
            made.clicked.connect(chosen)
            self.body.addWidget(made)
            self.body.addWidget(plain_label(told, "small"))
        self.table.setDefault(True)
        self.add_cancel()
        self.table.setFocus()
