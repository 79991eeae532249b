"""The findings up to where the story is told; ticked is discussed, and comes in the report. What somebody called not
relevant is not among them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from tijdlijn.analysis.finding import Finding
from tijdlijn.services.sessions import change_session
from tijdlijn.ui.presenter.show import Show

_ID = Qt.ItemDataRole.UserRole


class DiscussedFindings(QListWidget):
    """Every finding that is over by now, the last one first; with their own names, as only the presenter sees them."""

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._filling = False
        self.setAccessibleName(self.tr("Bevindingen tot hier; aangevinkt is besproken"))
        self.setWordWrap(True)
        self.setSpacing(4)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(self._ticked)
        show.stepped.connect(self.tell)
        show.controller.analysis_changed.connect(self.tell)
        self.tell()

    def _told(self) -> list[Finding]:
        analysis, now = self._show.controller.analysis, self._show.story.now(self._show.at)
        if analysis is None or now is None or self._show.at < 0:
            return []
        over = [(f.end, f) for f in analysis.relevant if f.end is not None and f.end.toordinal() <= now]
        return [finding for _, finding in sorted(over, key=lambda pair: pair[0], reverse=True)]

    def tell(self) -> None:
        """List them anew."""
        self._filling = True
        discussed = {id_ for id_, _ in self._show.session.discussed}
        chosen = self.currentRow()
        self.clear()
        for finding in self._told():
            item = QListWidgetItem(finding.sentence)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if finding.id in discussed else Qt.CheckState.Unchecked)
            item.setData(_ID, finding.id)
            self.addItem(item)
        self.setCurrentRow(min(chosen, self.count() - 1))
        self._filling = False

    def _ticked(self, item: QListWidgetItem) -> None:
        if self._filling:
            return
        session, id_ = self._show.session, str(item.data(_ID))
        kept = tuple(pair for pair in session.discussed if pair[0] != id_)
        if item.checkState() is Qt.CheckState.Checked:
            kept = (*kept, (id_, item.text()))
            step = self.tr("Bevinding besproken")
        else:
            step = self.tr("Bevinding niet besproken")
        self._show.controller.do(change_session, replace(session, discussed=kept), step)
