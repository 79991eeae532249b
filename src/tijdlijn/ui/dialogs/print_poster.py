"""One page, or a poster over sheets of an ordinary printer: how many, of what size, with how much overlap."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from tijdlijn.report.options import Poster
from tijdlijn.ui.widgets import Choice, Number, column, field_label, plain_label, row

SHEETS = ("A4", "A3")
MOST = 12


class PosterFields(QWidget):
    """Off, the overview is one page; on, it is `columns` × `rows` sheets to glue together."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        first = Poster()
        self.on = QCheckBox(self.tr("Als poster op losse bladen"))
        self.columns = Number(self.tr("Bladen naast elkaar"), 1, MOST)
        self.rows = Number(self.tr("Bladen onder elkaar"), 1, MOST)
        self.sheet = Choice(self.tr("Papier van elk blad"))
        self.sheet.addItems([*SHEETS])
        self.overlap = Number(self.tr("Overlap om te plakken"), 0, 50, " mm")
        self.cut_marks = QCheckBox(self.tr("Snijtekens"))
        self._body = QWidget()
        self._build()
        self.show_poster(None)
        self._fill(first)
        self.on.toggled.connect(self._switch)
        for number in (self.columns, self.rows, self.overlap):
            number.settled.connect(lambda _: self.changed.emit())
        self.sheet.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.cut_marks.toggled.connect(lambda _: self.changed.emit())

    @property
    def poster(self) -> Poster | None:
        """What is chosen; None for one page."""
        if not self.on.isChecked():
            return None
        return Poster(
            self.columns.value(),
            self.rows.value(),
            SHEETS[self.sheet.currentIndex()],
            float(self.overlap.value()),
            self.cut_marks.isChecked(),
        )

    def show_poster(self, poster: Poster | None) -> None:
        """Show what is chosen, without telling."""
        self.blockSignals(True)
        if poster is not None:
            self._fill(poster)
        self.on.setChecked(poster is not None)
        self._body.setVisible(poster is not None)
        self.blockSignals(False)

    def _fill(self, poster: Poster) -> None:
        self.columns.show_value(poster.columns)
        self.rows.show_value(poster.rows)
        self.overlap.show_value(round(poster.overlap_mm))
        self.sheet.setCurrentIndex(SHEETS.index(poster.paper) if poster.paper in SHEETS else 0)
        self.cut_marks.setChecked(poster.cut_marks)

    def _switch(self, is_on: bool) -> None:
        self._body.setVisible(is_on)
        self.changed.emit()

    def _build(self) -> None:
        sheets = row(8)
        for number in (self.columns, self.rows):
            number.setFixedWidth(72)
        times, called = plain_label("×", wrap=False), plain_label(self.tr("bladen"), wrap=False)
        for widget in (self.columns, times, self.rows, called):
            sheets.addWidget(widget)
        sheets.addStretch(1)
        beside = row(12)
        for name, field in (
            (self.tr("Papier van elk blad"), self.sheet),
            (self.tr("Overlap om te plakken"), self.overlap),
        ):
            box = column(4)
            field.setMinimumWidth(60)
            box.addWidget(field_label(name, field))
            box.addWidget(field)
            beside.addLayout(box, 1)
        inner = column(8)
        inner.setContentsMargins(0, 4, 0, 0)
        inner.addLayout(sheets)
        inner.addLayout(beside)
        inner.addWidget(self.cut_marks)
        self._body.setLayout(inner)
        layout = column(0)
        layout.addWidget(self.on)
        layout.addWidget(self._body)
        self.setLayout(layout)
