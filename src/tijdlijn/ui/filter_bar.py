"""The bar above the timeline that says that a filter is in force: nobody may take a part for the whole."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tijdlijn.layout.filter_words import described
from tijdlijn.ui import theme
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.widgets import ElidedLabel, button, plain_label, row


class FilterBar(QFrame):
    """Seen while a filter is in force: what it shows in words, how much it hides, and what the findings are about."""

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.setProperty("role", "filter")
        self.sign = plain_label(wrap=False)
        self.words = ElidedLabel("", "strong")
        self.count = plain_label("", "small", wrap=False)
        self.about = plain_label("", "small", wrap=False)
        self.follow = button("", self._turn, "link")
        self.clear = button(self.tr("Alle regels tonen"), controller.show_all, "link", "close")
        self.outside = plain_label("", "small")
        self._build()
        controller.view_changed.connect(self._show)
        controller.case_changed.connect(self._show)
        controller.selection_changed.connect(self._show_outside)
        controller.analysis_changed.connect(self._show_findings)
        self._show()

    def _build(self) -> None:
        first, second = row(8), row(6)
        first.addWidget(self.sign)
        first.addWidget(self.words, 1)
        first.addWidget(self.clear)
        second.setContentsMargins(24, 0, 0, 0)
        for label in (self.count, self.about):
            second.addWidget(label)
        second.addWidget(self.follow)
        second.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 3, 8, 4)
        layout.setSpacing(0)
        layout.addLayout(first)
        layout.addLayout(second)
        third = row(0)
        third.setContentsMargins(24, 0, 0, 0)
        third.addWidget(self.outside)
        layout.addLayout(third)
        self.outside.hide()
        self._renew()

    def _show(self) -> None:
        controller = self._controller
        shown, total = controller.shown, len(controller.case.entries)
        self.setVisible(shown is not None)
        self._show_outside()
        if shown is None:
            return
        words = described(controller.case, controller.index.asked(controller.view.filter))
        self.words.setText(words[:1].upper() + words[1:])
        counts = self.tr("{0} van {1} regels getoond, {2} weggefilterd.").format(len(shown), total, total - len(shown))
        self.count.setText(counts)
        self.setAccessibleName(self.tr("Filter: {0}. {1}").format(words, counts))
        self._show_findings()

    def _show_findings(self) -> None:
        controller = self._controller
        over, shown = controller.findings_over, controller.shown or ()
        if over is None:
            about = self.tr("Golf en bevindingen gaan over alle {0}.").format(len(controller.case.entries))
            offered = self.tr("Laat ze over deze {0} gaan").format(len(shown))
        else:
            about = self.tr("Golf en bevindingen gaan over deze {0}.").format(len(over))
            offered = self.tr("Laat ze over alle regels gaan")
        self.about.setText(about)
        self.follow.setText(offered)
        self.follow.setAccessibleDescription(about)

    def _show_outside(self) -> None:
        """Say that what is selected, as after adding it, falls outside the filter."""
        shown = self._controller.shown
        hidden = [] if shown is None else [e for e in self._controller.selected_entries if e.id not in shown]
        self.outside.setVisible(bool(hidden))
        if len(hidden) == 1:
            said = self.tr("De gekozen regel valt buiten het filter en is daarom niet te zien. Hij is wel bewaard.")
        else:
            said = self.tr(
                "{0} gekozen regels vallen buiten het filter en zijn daarom niet te zien. Ze zijn wel bewaard."
            )
        self.outside.setText(said.format(len(hidden)))

    def _turn(self) -> None:
        view = self._controller.view
        self._controller.set_view(replace(view, findings_follow=not view.findings_follow))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_look_change(event):
            self._renew()

    def _renew(self) -> None:
        self.sign.setPixmap(theme.pixmap("filter", 16, theme.palette().accent))
