"""Sending pages away: to a file, or to a printer by the system's own dialog. It takes a while and can be stopped.

The rule: what is stopped leaves no file. Once a file is being written, which is a moment, it is too late to stop.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from tijdlijn.drawing.primitives import Drawing
from tijdlijn.drawing.styles import Theme
from tijdlijn.model.problems import Problem
from tijdlijn.model.progress import STOPPED
from tijdlijn.render_qt.painter import Painter
from tijdlijn.report.options import PageOptions
from tijdlijn.services import printing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.outgoing import BEGUN, DONE, FAILED, STOPPED_HALFWAY
from tijdlijn.ui import faults
from tijdlijn.ui.tasks import general_problem, run
from tijdlijn.ui.watch import Watch

DOTS_PER_INCH = 600


class Sending(QObject):
    """Pages on their way. `progressed` carries which page and of how many, 0 of 0 while nobody knows."""

    progressed = Signal(int, int)
    done = Signal()
    failed = Signal(str)

    @property
    def stopped_words(self) -> str:
        """What is true after it was stopped."""
        return STOPPED

    def start(self) -> None:
        """Begin."""
        raise NotImplementedError

    def stop(self) -> bool:
        """Stop; whether that could still be done."""
        raise NotImplementedError


class FileSending(Sending):
    """To a PDF: made in the pool, written in one go."""

    def __init__(self, book: OpenCasebook, case_id: str, path: Path, options: PageOptions, parent: QObject) -> None:
        super().__init__(parent)
        self._book, self._case_id, self._path, self._options = book, case_id, path, options
        self._watch = Watch()
        self._watch.progressed.connect(self.progressed)

    def start(self) -> None:
        book, case_id, path, options, watch = self._book, self._case_id, self._path, self._options, self._watch
        run(
            self,
            lambda: printing.print_pdf(book, case_id, path, options, watch.tell),
            lambda _: self.done.emit(),
            self.failed.emit,
        )

    def stop(self) -> bool:
        return self._watch.stop()


class PrinterSending(Sending):
    """To a printer: laid out in the pool, painted a page at a time on the window's thread. It is in the log before the
    first page, and how it ended after the last."""

    def __init__(self, book: OpenCasebook, case_id: str, options: PageOptions, parent: QWidget) -> None:
        super().__init__(parent)
        self._case, self._options, self._window = book.case(case_id), options, parent
        self._departure = printing.printout(book, case_id, options)
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setResolution(DOTS_PER_INCH)
        self.printer.setFullPage(True)
        self.printer.setDocName(self.tr("tijdlijn"))
        self._pages: list[tuple[Drawing, Theme]] = []
        self._at = 0
        self._painter = QPainter()
        self._tools: list[tuple[Theme, Painter]] = []
        self._ticks = QTimer(self)
        self._ticks.setInterval(0)
        self._ticks.timeout.connect(self._try_next)

    @property
    def stopped_words(self) -> str:
        return self.tr("Afgebroken. Wat al bij de printer was, kan nog uit de printer komen.")

    def ask(self) -> bool:
        """Have the system ask which printer; whether one was chosen."""
        dialog = QPrintDialog(self.printer, self._window)
        dialog.setWindowTitle(self.tr("Naar printer"))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
        chosen = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return chosen

    def start(self) -> None:
        case, options = self._case, self._options
        run(self, lambda: list(printing.pages(case, options)), self._begin, self.failed.emit)

    def stop(self) -> bool:
        self._ticks.stop()
        if self._painter.isActive():
            self.printer.abort()
            self._painter.end()
        self._departure.ended(STOPPED_HALFWAY)
        self._pages = []
        return True

    def _begin(self, drafts: list[printing.Draft]) -> None:
        drawn = [(draft.drawing(number, len(drafts)), draft.theme) for number, draft in enumerate(drafts, 1)]
        first, last = self.printer.fromPage(), self.printer.toPage()
        self._pages = drawn[max(first, 1) - 1 : last or None]
        if self._pages:
            self._lay(self._pages[0][0])
        try:
            self._departure.note(BEGUN, pages=len(self._pages))
        except Problem as problem:
            self.failed.emit(problem.sentence)
            return
        if not self._pages or not self._painter.begin(self.printer):
            self._departure.ended(FAILED)
            self.failed.emit(self.tr("De printer neemt niets aan. Kijk of hij aan staat, of kies een andere."))
            return
        self._ticks.start()

    def _try_next(self) -> None:
        """An error nobody foresaw ends the job: the next tick would only make it again."""
        try:
            self._next()
        except Exception as error:
            faults.note(error)
            self.stop()
            self.failed.emit(general_problem(error))

    def _next(self) -> None:
        if self._at == len(self._pages):
            self._ticks.stop()
            self._painter.end()
            self._departure.ended(DONE)
            self.done.emit()
            return
        drawing, look = self._pages[self._at]
        if self._at:
            self._lay(drawing)
            self.printer.newPage()
        self._paint(drawing, look)
        self._at += 1
        self.progressed.emit(self._at, len(self._pages))

    def _lay(self, drawing: Drawing) -> None:
        """Ask for the sheet on which the page was laid out, as it lies."""
        short, long = sorted((drawing.width, drawing.height))
        size = QPageSize(QSizeF(short, long), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
        lies = drawing.width > drawing.height
        way = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
        self.printer.setPageLayout(QPageLayout(size, way, QMarginsF(), QPageLayout.Unit.Point))

    def _paint(self, drawing: Drawing, look: Theme) -> None:
        """Paint at the true size, or as large as fits on the sheet that the printer has."""
        paper = self.printer.paperRect(QPrinter.Unit.DevicePixel)
        scale = min(self.printer.resolution() / 72, paper.width() / drawing.width, paper.height() / drawing.height)
        self._painter.save()
        self._painter.scale(scale, scale)
        self._tool(look).paint(self._painter, drawing.items)
        self._painter.restore()

    def _tool(self, look: Theme) -> Painter:
        found = next((tool for known, tool in self._tools if known == look), None)
        if found is None:
            found = Painter(look)
            self._tools.append((look, found))
        return found
