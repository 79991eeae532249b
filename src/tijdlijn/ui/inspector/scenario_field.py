"""In which scenario an entry belongs: the names of those that there are are offered, any other is a new one."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from tijdlijn.analysis.scenarios import scenarios_of
from tijdlijn.ui.inspector.text_fields import TextField


class ScenarioField(TextField):
    """Empty for what happened."""

    def __init__(self) -> None:
        super().__init__("scenario", self.tr("scenario"), self.tr("Scenario"), self.tr("leeg: zo is het gebeurd"))
        self._names = QStringListModel(self)
        offered = QCompleter(self._names, self)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offered.setFilterMode(Qt.MatchFlag.MatchContains)
        offered.activated.connect(lambda _: self.flush())
        self.line.setCompleter(offered)

    def renew(self) -> None:
        super().renew()
        names = [scenario.name for scenario in scenarios_of(self.case)] if self.case else []
        if names != self._names.stringList():
            self._names.setStringList(names)
