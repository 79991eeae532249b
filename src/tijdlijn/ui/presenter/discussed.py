"""The findings up to where the story is told; ticked is discussed, and comes in the report. What somebody called not
relevant is not among them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tijdlijn.analysis.finding import Finding
from tijdlijn.services.sessions import change_session
from tijdlijn.ui.presenter.show import Show
from tijdlijn.ui.row_list import Row, RowList


class DiscussedFindings(RowList):
    """Every finding that is over by now, the last one first; with their own names, as only the presenter sees them."""

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self.setAccessibleName(self.tr("Bevindingen tot hier; aangevinkt is besproken"))
        self.setWordWrap(True)
        self.setSpacing(4)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ticked.connect(self._discuss)
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
        discussed = {id_ for id_, _ in self._show.session.discussed}
        rows = [Row(finding.sentence, finding.id, finding.id in discussed) for finding in self._told()]
        self.show_rows(rows, min(self.currentRow(), len(rows) - 1))

    def _discuss(self, place: int, is_discussed: bool) -> None:
        session, row = self._show.session, self.rows[place]
        kept = tuple(pair for pair in session.discussed if pair[0] != row.value)
        if is_discussed:
            kept = (*kept, (row.value, row.text))
            step = self.tr("Bevinding besproken")
        else:
            step = self.tr("Bevinding niet besproken")
        self._show.controller.do(change_session, replace(session, discussed=kept), step)
