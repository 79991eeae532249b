"""The text of a document, to read and to select in, with the words of what was found in it marked where they stand.

The rule: it is read and never edited. Keys that are not for the text go on to the page around it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from tijdlijn.drawing.colours import mixed
from tijdlijn.model.documents import Block, BlockKind, Document
from tijdlijn.render_qt.painting import painting
from tijdlijn.ui import theme
from tijdlijn.ui.dossier_reader import typeset
from tijdlijn.ui.dossier_reader.marks import SIGN, Look, Mark, paint_sign, paint_words
from tijdlijn.ui.dossier_reader.page_places import boxes, line_at, lines_of
from tijdlijn.ui.dossier_reader.places import Places, whole_words
from tijdlijn.ui.widgets import plain_tip, primary_button

MEASURE = 720
"""The widest that a line of text gets, in pixels: some ninety letters."""
TABLE_MEASURE = 1_080
"""The same for a document with a table of many columns, such as a journal."""
MANY_COLUMNS = 5
GUTTER = 34
_SIDE = 20
_TOP = 12
_ORDER = (Look.ASKS, Look.OPEN, Look.ACCEPTED, Look.JOINED, Look.SKIPPED, Look.NO_FACT)
"""Of several marks on one line the first of these has its sign in the margin."""
_NOTHING = Document("", "", "")


class PageText(QTextEdit):
    """Shows one document. `chosen` carries the key of a mark that was clicked; `made` a selection to make an entry of.

    Places in signals and methods count characters of the document's text.
    """

    chosen = Signal(str)
    made = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = _NOTHING
        self._places = Places("")
        self._grids: dict[int, typeset.Grid] = {}
        self._rows: dict[int, Block] = {}
        self._marks: list[Mark] = []
        self._starts: list[int] = []
        self._found: list[tuple[int, int]] = []
        self._found_at = -1
        self._current = ""
        self._passage = (0, 0)
        self.setAccessibleName(self.tr("Tekst van het document"))
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "document")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.document().setDocumentMargin(0)
        self.make = primary_button(self.tr("Maak regel"))
        self.make.setParent(self.viewport())
        self.make.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.make.setToolTip(self.tr("Maak een regel van de geselecteerde woorden (Enter)"))
        self.make.hide()
        self.make.clicked.connect(lambda _=False: self._make())
        self.selectionChanged.connect(self._offer)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._place_offer())

    # What is shown

    def show_document(self, document: Document | None) -> None:
        """Show a document from its beginning; None shows nothing."""
        self.shown = document or _NOTHING
        self._places = Places(self.shown.text)
        self._rows = {block.start: block for block in self.shown.blocks if block.kind is BlockKind.ROW}
        font = QFont(self.font())
        font.setPixelSize(typeset.TEXT_PX)
        self._grids = typeset.grids(self.shown, font)
        self._marks, self._starts, self._found, self._passage = [], [], [], (0, 0)
        typeset.fill(self.document(), self.shown, self._grids, self._places)
        self.document().setDocumentMargin(0)
        self._set_width()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_marks(self, marks: Sequence[Mark], current: str = "", passage: tuple[int, int] = (0, 0)) -> None:
        """Show these marks, one of them as the current one with the sentence that it stands in."""
        self._marks = sorted(marks, key=lambda mark: mark.start)
        self._starts = [mark.start for mark in self._marks]
        self._current, self._passage = current, passage
        self.viewport().update()

    def show_found(self, found: Sequence[tuple[int, int]], at: int) -> None:
        """Show where searched words stand; the one at this place in the list is brought into view."""
        self._found, self._found_at = list(found), at
        if 0 <= at < len(found):
            self.bring(*found[at])
        self.viewport().update()

    def bring(self, start: int, end: int) -> None:
        """Bring a passage into view, a third from the top unless it can be seen well already; the caret goes there."""
        cursor = self.textCursor()
        cursor.setPosition(self._places.to_qt(min(start, len(self.shown.text))))
        bar, height = self.verticalScrollBar(), self.viewport().height()
        before = bar.value()
        self.setTextCursor(cursor)
        first, last = self._top_of(start), self._top_of(end)
        if first - before < 60 or last - before > height - 90:
            bar.setValue(round(first - height / 3))
        else:
            bar.setValue(before)

    def show_passage(self, place: tuple[int, int]) -> None:
        """Show a passage that an entry rests on, marked as the current one is."""
        self._current, self._passage = "", place
        self.bring(*place)
        self.viewport().update()

    def _top_of(self, offset: int) -> float:
        block = self.document().findBlock(self._places.to_qt(offset))
        place = self.document().documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(self._places.to_qt(offset) - block.position())
        return place.top() + (line.y() if line.isValid() else 0)

    def selected(self) -> tuple[int, int]:
        """The selected characters, whole words; the same twice when nothing is selected."""
        cursor = self.textCursor()
        start = self._places.from_qt(cursor.selectionStart())
        return whole_words(self.shown.text, start, self._places.from_qt(cursor.selectionEnd()))

    # Selecting

    def _offer(self) -> None:
        start, end = self.selected()
        self.make.setVisible(start < end)
        self._place_offer()

    def _place_offer(self) -> None:
        if self.make.isHidden():
            return
        place = self.cursorRect(self.textCursor())
        self.make.adjustSize()
        x = min(max(0, place.left() - self.make.width() // 2), self.viewport().width() - self.make.width())
        self.make.move(x, place.bottom() + 6)

    def _make(self) -> None:
        start, end = self.selected()
        if start < end:
            self.let_go()
            self.made.emit(start, end)

    def let_go(self) -> bool:
        """Take the selection off; whether there was one."""
        cursor = self.textCursor()
        had = cursor.hasSelection()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        return had

    # Keys and pointer

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _copies(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What moves the caret or selects is for the text; everything else goes to the page around it."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.textCursor().hasSelection():
            self._make()
        elif key is Qt.Key.Key_Escape and self.let_go():
            pass
        elif _is_for_text(event, key, held):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            mark = self._mark_at(event.position().toPoint())
            if mark is not None:
                self.chosen.emit(mark.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            over = self._mark_at(event.position().toPoint()) is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    def _mark_at(self, place: QPoint) -> Mark | None:
        offset = self._places.from_qt(self.cursorForPosition(place).position())
        near = bisect_left(self._starts, offset + 1)
        for mark in reversed(self._marks[max(0, near - 4) : near + 1]):
            if mark.start <= offset <= mark.end and any(
                box.adjusted(-3, -3, 3, 3).contains(QPointF(place)) for box in self._boxes(mark.start, mark.end)
            ):
                return mark
        return None

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._mark_at(event.pos())
            QToolTip.showText(event.globalPos(), plain_tip(self._said(mark.look)) if mark else "", self)
            return True
        return super().viewportEvent(event)

    def _said(self, look: Look) -> str:
        return {
            Look.OPEN: self.tr("Nog te beslissen"),
            Look.ASKS: self.tr("Heeft een antwoord nodig"),
            Look.ACCEPTED: self.tr("Staat op de tijdlijn"),
            Look.JOINED: self.tr("Samengevoegd met een regel op de tijdlijn"),
            Look.SKIPPED: self.tr("Overgeslagen"),
            Look.NO_FACT: self.tr("Een datum die geen feit is"),
        }[look]

    def _boxes(self, start: int, end: int) -> list[QRectF]:
        return boxes(self, self._places.to_qt(start), self._places.to_qt(end))

    # Looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_width()
        super().resizeEvent(event)
        self._place_offer()

    def _set_width(self) -> None:
        """Centre the text, no wider than is good to read."""
        has_wide_table = any(len(row.cells) >= MANY_COLUMNS for row in self._rows.values())
        room = max(0, self.width() - GUTTER - (TABLE_MEASURE if has_wide_table else MEASURE) - _SIDE - 12)
        self.setViewportMargins(room // 2, 0, room - room // 2, 0)
        self._set_margins()

    def _set_margins(self) -> None:
        """The room around the text: at the left for the signs. Another text takes it away."""
        frame = self.document().rootFrame().frameFormat()
        if (frame.leftMargin(), frame.topMargin()) != (GUTTER, _TOP):
            frame.setLeftMargin(GUTTER)
            frame.setRightMargin(_SIDE)
            frame.setTopMargin(_TOP)
            frame.setBottomMargin(60)
            self.document().rootFrame().setFrameFormat(frame)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_look_change(event) and self.shown is not _NOTHING:
            typeset.dress(self.document(), self.shown, self._grids, self._places)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            first, last = self._in_view()
            self._paint_ground(painter)
            low, high = self._places.from_qt(first.position()), self._places.from_qt(last.position() + last.length())
            self._paint_marks(painter, low, high)
        super().paintEvent(event)

    def _in_view(self) -> tuple[QTextBlock, QTextBlock]:
        port = self.viewport().rect()
        last = self.cursorForPosition(port.bottomRight()).block()
        return self.cursorForPosition(port.topLeft()).block(), last if last.isValid() else self.document().lastBlock()

    def _paint_ground(self, painter: QPainter) -> None:
        """What lies under the text: the lines of tables and the lines between pages."""
        now = theme.palette()
        block, last = self._in_view()
        line = QPen(QColor(now.line), 1)
        begins = {self._places.to_qt(at): number for number, at in enumerate(self.shown.pages, 1) if number > 1}
        while block.isValid() and block.position() <= last.position():
            offset = self._places.from_qt(block.position())
            if offset in self._rows:
                painter.setPen(line)
                self._paint_row(painter, block, self._rows[offset])
            for position, number in begins.items():
                if block.position() <= position < block.position() + block.length():
                    self._paint_page(painter, block, position, number)
            block = block.next()

    def _paint_row(self, painter: QPainter, block: QTextBlock, row: Block) -> None:
        place = lines_of(self, block)
        right = float(self.viewport().width() - _SIDE)
        painter.drawLine(QPointF(GUTTER, place.bottom() + 3), QPointF(right, place.bottom() + 3))
        grid = self._grids.get(row.table, typeset.Grid())
        stops = grid.stops
        foot = place.bottom() + 3 if grid.is_whole else place.top() + line_at(self, block, block.position())[0]
        for stop in stops:
            x = GUTTER + stop - 8
            painter.drawLine(QPointF(x, place.top() - 3), QPointF(x, foot))
        for _, end in row.cells[len(stops) : -1]:
            height, at = line_at(self, block, self._places.to_qt(end))
            x = at.x() - 4
            painter.drawLine(QPointF(x, at.y() + 3), QPointF(x, at.y() + height - 3))

    def _paint_page(self, painter: QPainter, block: QTextBlock, position: int, number: int) -> None:
        """A line with the number of the page, above the block that begins it; beside the line when it begins within."""
        now = theme.palette()
        font = QFont(self.font())
        font.setPixelSize(theme.TEXT_PX - 2)
        painter.setFont(font)
        words = self.tr("pagina {0}").format(number)
        width = QFontMetricsF(font).horizontalAdvance(words)
        if position == block.position():
            y = lines_of(self, block).top() - typeset.PAGE_ROOM / 2 - 4
        else:
            _, at = line_at(self, block, position)
            y = at.y()
        right = float(self.viewport().width() - _SIDE)
        painter.setPen(QPen(QColor(now.field_line), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(GUTTER, y), QPointF(right - width - 10, y))
        painter.setPen(QColor(now.faint))
        painter.drawText(QPointF(right - width, y + 4), words)

    def _paint_marks(self, painter: QPainter, low: int, high: int) -> None:
        now = theme.palette()
        passage = self._boxes(*self._passage) if self._passage[0] < self._passage[1] else []
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.hover))
        for box in passage:
            painter.drawRect(box.adjusted(-3, -4, 3, 5))
        painter.setBrush(QColor(now.accent))
        if passage:
            painter.drawRect(QRectF(GUTTER - 10, passage[0].top() - 4, 3, passage[-1].bottom() - passage[0].top() + 9))
        signs: dict[int, tuple[int, Mark]] = {}
        first = max(0, bisect_left(self._starts, low) - 3)
        for mark in self._marks[first:]:
            if mark.start > high:
                break
            boxes = self._boxes(mark.start, mark.end)
            paint_words(painter, boxes, mark.look, mark.key == self._current)
            if boxes:
                middle, rank = (
                    round(boxes[0].center().y()),
                    -1 if mark.key == self._current else _ORDER.index(mark.look),
                )
                signs[middle] = min(signs.get(middle, (rank, mark)), (rank, mark), key=lambda sign: sign[0])
        for middle, (_, mark) in signs.items():
            box = QRectF(8, middle - SIGN / 2, SIGN, SIGN)
            paint_sign(painter, box, mark.look, is_current=mark.key == self._current)
        self._paint_found(painter, low, high)

    def _paint_found(self, painter: QPainter, low: int, high: int) -> None:
        now = theme.palette()
        for at, (start, end) in enumerate(self._found):
            if start < high and end > low:
                is_here = at == self._found_at
                painter.setBrush(QColor(mixed(now.ground, now.warm, 0.9)))
                painter.setPen(QPen(QColor(now.warm_ink), 2) if is_here else Qt.PenStyle.NoPen)
                for box in self._boxes(start, end):
                    painter.drawRoundedRect(box.adjusted(-1, 0, 1, 1), 2, 2)


def _copies(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.SelectAll)


def _is_for_text(event: QKeyEvent, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
    if _copies(event):
        return True
    if key in arrows and (held & shift or held & control):
        return True
    return key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and held == Qt.KeyboardModifier.NoModifier
