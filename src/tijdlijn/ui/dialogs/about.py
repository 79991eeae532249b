"""What this program is, which version, and under which licences it and its font come."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tijdlijn import __version__
from tijdlijn.ui.dialogs.sheet import Sheet, note
from tijdlijn.ui.widgets import column, plain_label


class AboutDialog(Sheet):
    """Name, version, what it does, licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=460)
        self.set_heading(self.tr("tijdlijn"))
        self.setModal(False)
        self.setWindowTitle(self.tr("Over tijdlijn"))
        self.body.addWidget(plain_label(self.tr("Versie {0}").format(__version__), "soft"))
        self.body.addWidget(
            plain_label(
                self.tr(
                    "Tijdlijnen van gezinnen in de jeugdhulp: tekenen, begrijpen, bespreken en afdrukken. "
                    "Voor professionals die samen met het gezin terugkijken."
                )
            )
        )
        self.body.addWidget(
            note(
                self.tr(
                    "Alles blijft op deze computer. Casusboeken zijn versleuteld; het programma gebruikt geen internet."
                )
            )
        )
        licences = column(12)
        for heading, text in (
            (
                self.tr("Licentie"),
                self.tr("EUPL 1.2 (European Union Public Licence), zoals veel software van de Nederlandse overheid."),
            ),
            (self.tr("Lettertype"), self.tr("Source Sans Pro van Adobe, onder de SIL Open Font License 1.1.")),
            (
                self.tr("Gebouwd met"),
                self.tr("Python, Qt (PySide6, LGPL), SQLCipher, SQLAlchemy en ReportLab. Dank aan hun makers."),
            ),
        ):
            part = column(2)
            part.addWidget(plain_label(heading, "strong"))
            part.addWidget(plain_label(text, "soft"))
            licences.addLayout(part)
        self.body.addLayout(licences)
        self.add_cancel(self.tr("Sluiten")).setDefault(True)
