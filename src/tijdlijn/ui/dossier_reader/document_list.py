"""The documents of a dossier: name, what it is and from whom, how far it is read, and what could not be read of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tijdlijn.language.dates_nl import write_short
from tijdlijn.language.folding import fold
from tijdlijn.model.dates import UncertainDate
from tijdlijn.render_qt.painting import painting
from tijdlijn.ui import theme
from tijdlijn.ui.list_row import PADDING, ListRow, step_focus
from tijdlijn.ui.widgets import Choice, column, plain_label, row, scrolled

BAR = 4
"""The height of the bar that shows how far a document is read."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document as it stands in the list. `total` is None while nobody has looked at what it tells."""

    source_id: str
    name: str
    genre: str = ""
    agency: str = ""
    date: UncertainDate | None = None
    done: int = 0
    total: int | None = None
    notices: tuple[str, ...] = ()
    keeps_text: bool = True

    @property
    def is_open(self) -> bool:
        """Whether something is left to decide, or nobody knows."""
        return self.total is None or self.done < self.total


class Order(Enum):
    """In which order documents stand."""

    OPEN = "open"
    DATE = "datum"
    NAME = "naam"


def ordered(documents: Sequence[Shelved], order: Order) -> list[Shelved]:
    """The documents in an order; a date that is not known comes last. Pure."""
    by_name = sorted(documents, key=lambda shelved: fold(shelved.name))
    by_date = sorted(by_name, key=lambda d: (d.date is None, d.date.earliest.toordinal() if d.date else 0))
    if order is Order.NAME:
        return by_name
    if order is Order.DATE:
        return by_date
    return sorted(by_date, key=lambda shelved: not shelved.is_open)


class DocumentRow(ListRow):
    """A document; the bar under its words is as long as what was decided."""

    def __init__(self, shelved: Shelved) -> None:
        super().__init__()
        self.setCheckable(True)
        self.show_document(shelved)

    def show_document(self, shelved: Shelved) -> None:
        """Show how it stands now."""
        self.shelved = shelved
        when = write_short(shelved.date) if shelved.date else ""
        detail = " · ".join(filter(None, (shelved.genre, shelved.agency, when)))
        if shelved.notices:
            detail = " · ".join(filter(None, (f"⚠ {shelved.notices[0]}", detail)))
        self.show_words(
            shelved.name, detail or self.tr("nog geen soort of datum"), self._count(), faint=not shelved.is_open
        )
        self.setAccessibleDescription(", ".join(filter(None, (detail, self._said(), *shelved.notices[1:]))))
        self.update()

    def _count(self) -> str:
        shelved = self.shelved
        if shelved.total is None:
            return ""
        return "✓" if shelved.total and not shelved.is_open else f"{shelved.done}/{shelved.total}"

    def _said(self) -> str:
        shelved = self.shelved
        if shelved.total is None:
            return self.tr("nog niet bekeken")
        return self.tr("{0} van {1} beslist").format(shelved.done, shelved.total)

    def _whole(self) -> str:
        return "\n".join(filter(None, (super()._whole(), self._said(), *self.shelved.notices)))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), hint.height() + BAR + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        shelved = self.shelved
        if not shelved.total:
            return
        now = theme.palette()
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            track = QRectF(PADDING, self.height() - BAR - 4, self.width() - 2 * PADDING, BAR)
            painter.setBrush(QColor(now.line))
            painter.drawRoundedRect(track, 2, 2)
            painter.setBrush(QColor(now.accent if shelved.is_open else now.faint))
            painter.drawRoundedRect(
                QRectF(track.left(), track.top(), track.width() * shelved.done / shelved.total, BAR), 2, 2
            )

    def _line(self, painter: QPainter, metrics: QFontMetrics, text: str, place: QRect) -> None:
        super()._line(painter, metrics, text, place.translated(0, -BAR // 2 - 1))


class DocumentList(QWidget):
    """All documents; `chosen` carries the id of the source of the one that was asked for."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._documents: tuple[Shelved, ...] = ()
        self._current = ""
        self.rows: list[DocumentRow] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Zoek een document"))
        self.line.setAccessibleName(self.tr("Zoeken in de documenten"))
        self.line.setClearButtonEnabled(True)
        self.line.addAction(theme.icon("search", "faint"), QLineEdit.ActionPosition.LeadingPosition)
        self.order = Choice(self.tr("Volgorde van de documenten"))
        for choice, words in (
            (Order.OPEN, self.tr("Open eerst")),
            (Order.DATE, self.tr("Op datum")),
            (Order.NAME, self.tr("Op naam")),
        ):
            self.order.addItem(words, choice.value)
        self.nothing = plain_label(self.tr("Geen document met deze woorden."), "small")
        self.nothing.hide()
        self._list = column(2)
        self._build()
        self.line.textChanged.connect(lambda _: self._renew())
        self.order.activated.connect(lambda _: self._renew())
        self.setAccessibleName(self.tr("Documenten"))

    def _build(self) -> None:
        page, holding = QWidget(), column(0)
        holding.setContentsMargins(6, 0, 6, 12)
        holding.addLayout(self._list)
        holding.addWidget(self.nothing)
        holding.addStretch(1)
        page.setLayout(holding)
        self.area = scrolled(page)
        self.count = plain_label("", "strong", wrap=False)
        head = row(6)
        head.setContentsMargins(14, 0, 12, 0)
        head.addWidget(self.count, 1)
        head.addWidget(self.order)
        search = row(0)
        search.setContentsMargins(12, 0, 12, 0)
        search.addWidget(self.line)
        layout = column(8)
        layout.addLayout(head)
        layout.addLayout(search)
        layout.addWidget(self.area, 1)
        self.setLayout(layout)

    def show_documents(self, documents: Sequence[Shelved], current: str) -> None:
        """Show these, and which of them is read now."""
        self._documents, self._current = tuple(documents), current
        self._renew()

    @property
    def in_order(self) -> list[str]:
        """The ids of the sources as they are listed now."""
        return [made.shelved.source_id for made in self.rows]

    def _renew(self) -> None:
        many = len(self._documents)
        self.count.setText(self.tr("1 document") if many == 1 else self.tr("{0} documenten").format(many))
        wanted = fold(self.line.text()).split()
        shown = [d for d in ordered(self._documents, Order(self.order.currentData())) if _holds(d, wanted)]
        while len(self.rows) > len(shown):
            gone = self.rows.pop()
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at, shelved in enumerate(shown):
            if at == len(self.rows):
                self.rows.append(self._made(shelved))
            self.rows[at].show_document(shelved)
            self.rows[at].setChecked(shelved.source_id == self._current)
        self.nothing.setVisible(not shown and bool(wanted))

    def _made(self, shelved: Shelved) -> DocumentRow:
        made = DocumentRow(shelved)
        made.clicked.connect(lambda _=False: self._choose(made))
        made.moved.connect(lambda step: step_focus(self.rows, step))
        self._list.addWidget(made)
        return made

    def _choose(self, made: DocumentRow) -> None:
        made.setChecked(made.shelved.source_id == self._current)
        self.chosen.emit(made.shelved.source_id)


def _holds(shelved: Shelved, wanted: Sequence[str]) -> bool:
    said = fold(f"{shelved.name} {shelved.genre} {shelved.agency}")
    return all(word in said for word in wanted)
